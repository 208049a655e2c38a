/**
 * What `kvm-svm` needs and Debian has, into the cache.
 */
import { Unavailable } from '../target.ts'
import { Archive, type Suite } from './debian.ts'
import { type Emulator, fetchEmulator } from './emulator.ts'
import { fetchedPackage, fetchKernel, RELEASES, type Release } from './kernels.ts'
import { SVM_MODULES, svmEmulator } from './svm.ts'

export interface FetchOptions {
  readonly release: Release
  /** Base URI of a mirror; `null` for the one of this computer's apt, or Debian's own. */
  readonly mirror: string | null
  /** Looks for a newer kernel than the one that is there. */
  readonly update: boolean
  /** Told of each thing, as soon as it is there. */
  readonly onDone: (thing: Fetched) => void
}

/** One thing that is there now. */
export interface Fetched {
  readonly what: 'qemu' | 'kernel'
  readonly title: string
  /** It was there before. */
  readonly isNew: boolean
}

const QEMU_SUITE: Suite = 'trixie-backports'

/** The QEMU that is there, or `null`. */
const presentEmulator = async (release: Release): Promise<Emulator | null> => {
  try {
    return await svmEmulator(release)
  } catch (error) {
    if (error instanceof Unavailable) return null
    throw error
  }
}

/**
 * Fetches QEMU, if there is none that is new enough, and a kernel.
 *
 * @throws Unavailable without apt, Debian's keyring or network; what was fetched before that stays.
 */
export const fetchSvm = async ({ release, mirror, update, onDone }: FetchOptions): Promise<void> => {
  const archives = new Map<Suite, Promise<Archive>>()
  const open = (suite: Suite): Promise<Archive> => {
    const archive = archives.get(suite) ?? Archive.open(suite, mirror)
    archives.set(suite, archive)
    return archive
  }
  const present = await presentEmulator(release)
  const emulator = present ?? (await fetchEmulator(await open(QEMU_SUITE)))
  onDone({ what: 'qemu', title: `QEMU ${emulator.version}`, isNew: present === null })

  const known = update ? null : await fetchedPackage(release)
  const { found, isNew } = known
    ? { found: known, isNew: false }
    : await fetchKernel(await open(RELEASES[release]), release, SVM_MODULES)
  onDone({ what: 'kernel', title: `${found.name} ${found.version}`, isNew })
  for (const archive of archives.values()) await (await archive).close()
}
