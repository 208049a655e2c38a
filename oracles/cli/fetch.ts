/**
 * `gdo fetch`: what a target needs that can be had from Debian.
 */
import { InputError } from '../../model/program.ts'
import type { Json } from '../codec.ts'
import { cacheFile } from '../targets/cache.ts'
import { type Fetched, fetchSvm } from '../targets/qemu/fetch.ts'
import { isRelease, RELEASES } from '../targets/qemu/kernels.ts'
import type { Command } from './command.ts'
import { write, writeJson } from './output.ts'

export const fetchCommand: Command = {
  positionals: ['kvm-svm'],
  options: {
    release: {
      type: 'string',
      value: 'R',
      meaning: 'which kernel: stable (Debian 12) or newest (Debian 13 backports); default stable',
    },
    mirror: {
      type: 'string',
      value: 'URI',
      meaning: 'a mirror of Debian; default that of this computer’s apt, or http://deb.debian.org/debian',
    },
    update: { type: 'boolean', meaning: 'looks for a newer kernel than the one that is there' },
  },
  details: `Packages are downloaded with apt-get, which verifies their signatures, and unpacked into .cache of the package, or
the folder that GDO_CACHE names. Nothing is installed. QEMU is fetched only where none of version 10.0 or newer is.`,
  run: async (invocation) => {
    const [target] = invocation.positionals
    if (target !== 'kvm-svm')
      throw new InputError('GDO-1005', `fetch: expected kvm-svm, not ${JSON.stringify(target)}`)
    const release = invocation.text('release') ?? 'stable'
    if (!isRelease(release)) {
      const releases = Object.keys(RELEASES).join(' or ')
      throw new InputError('GDO-1005', `--release: expected ${releases}, not ${JSON.stringify(release)}`)
    }
    const mirror = invocation.text('mirror') ?? null
    if (mirror !== null && !/^(https?|file):\/{2}\S+$/.test(mirror))
      throw new InputError('GDO-1005', `--mirror: expected a URI, not ${JSON.stringify(mirror)}`)
    const things: Fetched[] = []
    const lines: Promise<void>[] = []
    await fetchSvm({
      release,
      mirror,
      update: invocation.flag('update'),
      onDone: (thing) => {
        things.push(thing)
        if (!invocation.flag('json'))
          lines.push(write(`${thing.title}: ${thing.isNew ? 'fetched' : 'there already'}\n`))
      },
    })
    await Promise.all(lines)
    if (invocation.flag('json')) await writeJson({ cache: cacheFile(), things: things as unknown as Json })
    return 0
  },
}
