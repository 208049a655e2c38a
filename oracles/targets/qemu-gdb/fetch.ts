/**
 * Debian's QEMU for both architectures, into the cache.
 */
import { Archive } from '../qemu/debian.ts'
import { fetchQemu, findQemu, QEMU_SUITE, type Qemu, type QemuPackage, titleOf } from '../qemu/emulator.ts'
import type { Fetched } from '../qemu/fetch.ts'
import { Unavailable } from '../target.ts'
import { FLAVOURS } from './flavours.ts'
import { REMEDY } from './target.ts'

const present = async (kind: QemuPackage): Promise<Qemu | null> => {
  try {
    return await findQemu(kind, REMEDY)
  } catch (error) {
    if (error instanceof Unavailable) return null
    throw error
  }
}

/**
 * Fetches each QEMU that is not there, or is too old.
 *
 * @param mirror base URI of a mirror; `null` for the one of this computer's apt, or Debian's own.
 * @param onDone told of each, as soon as it is there.
 * @throws Unavailable without apt, Debian's keyring or network.
 */
export const fetchQemuGdb = async (
  mirror: string | null,
  onDone: (thing: Fetched) => void,
): Promise<void> => {
  const kinds = [FLAVOURS['x86-tcg'].qemu, FLAVOURS['aarch64-tcg'].qemu]
  for (const kind of kinds) {
    const found = await present(kind)
    if (found === null) {
      if (process.arch !== 'x64')
        throw new Unavailable(`${kind.package} is fetched for x86-64 only`, `install ${kind.package}`)
      const archive = await Archive.open(QEMU_SUITE, 'amd64', mirror)
      await fetchQemu(kind, archive)
      await archive.close()
    }
    const title = `${titleOf(found ?? (await findQemu(kind, REMEDY)))}, ${kind.emulates}`
    onDone({ what: 'qemu', title, isNew: found === null })
  }
}
