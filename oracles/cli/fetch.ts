/**
 * `gdo fetch`: what a target needs that can be had from Debian.
 */
import { InputError } from '../../model/program.ts'
import type { Json } from '../codec.ts'
import { cacheFile } from '../targets/cache.ts'
import { releaseOf } from '../targets/open.ts'
import { type Fetched, fetchFor } from '../targets/qemu/fetch.ts'
import { platformNamed, platforms } from '../targets/qemu/platforms.ts'
import { fetchQemuGdb } from '../targets/qemu-gdb/fetch.ts'
import { QEMU_GDB } from '../targets/qemu-gdb/target.ts'
import type { Command } from './command.ts'
import { write, writeJson } from './output.ts'

const TARGETS = [...platforms.map(({ target }) => target), QEMU_GDB].join(' or ')

export const fetchCommand: Command = {
  positionals: ['TARGET'],
  options: {
    release: {
      type: 'string',
      value: 'R',
      meaning:
        'which kernel: stable (Debian 12) or newest (Debian 13 backports), for arm64 also 6.12; default stable',
    },
    mirror: {
      type: 'string',
      value: 'URI',
      meaning: 'a mirror of Debian; default that of this computer’s apt, or http://deb.debian.org/debian',
    },
    update: { type: 'boolean', meaning: 'looks for a newer kernel than the one that is there' },
  },
  details: `TARGET is ${TARGETS}. Packages are downloaded with apt-get, which verifies their signatures, and unpacked into .cache of the package, or
the folder that GDO_CACHE names. Nothing is installed. QEMU is fetched only where none of version 10.0 or newer is, for arm64 a C compiler too.`,
  run: async (invocation) => {
    const [target] = invocation.positionals
    const platform = target === undefined ? undefined : platformNamed(target)
    if (!platform && target !== QEMU_GDB)
      throw new InputError('GDO-1005', `fetch: expected ${TARGETS}, not ${JSON.stringify(target)}`)
    const release = invocation.text('release')
    if (!platform && release !== undefined)
      throw new InputError('GDO-1605', `--release: ${QEMU_GDB} boots no kernel`)
    const mirror = invocation.text('mirror') ?? null
    if (mirror !== null && !/^(https?|file):\/{2}\S+$/.test(mirror))
      throw new InputError('GDO-1005', `--mirror: expected a URI, not ${JSON.stringify(mirror)}`)
    const things: Fetched[] = []
    const lines: Promise<void>[] = []
    const onDone = (thing: Fetched): void => {
      things.push(thing)
      if (!invocation.flag('json'))
        lines.push(write(`${thing.title}: ${thing.isNew ? 'fetched' : 'there already'}\n`))
    }
    if (!platform) await fetchQemuGdb(mirror, onDone)
    else {
      const update = invocation.flag('update')
      await fetchFor(platform, { release: releaseOf(platform, release ?? 'stable'), mirror, update, onDone })
    }
    await Promise.all(lines)
    if (invocation.flag('json')) await writeJson({ cache: cacheFile(), things: things as unknown as Json })
    return 0
  },
}
