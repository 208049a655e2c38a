/**
 * QEMU: the installed one if it is new enough, or else the fetched one.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { cacheFile, makeOnce } from '../cache.ts'
import { Unavailable } from '../target.ts'
import type { Archive } from './debian.ts'

export interface Emulator {
  /** Program and first arguments. */
  readonly argv: readonly [string, ...string[]]
  /** `11.1.3`. */
  readonly version: string
  /** It knows how to end when whoever started it is killed. */
  readonly exitsWithParent: boolean
}

/**
 * Older ones do not arm DR7 at VMRUN: neither the host's nor the guest's breakpoints ever hit (measured with 7.2.22;
 * 10.0.13 and 11.1.3 do it).
 */
const OLDEST_MAJOR = 10

const FETCHED = ['qemu', 'x86_64'] as const

/** What is needed of QEMU's packages and of those that they depend on. */
const NEEDED = [
  'usr/bin/qemu-system-x86_64',
  'usr/lib64',
  'usr/lib/x86_64-linux-gnu',
  'usr/share/qemu',
  'usr/share/seabios',
]

/** What a QEMU says of itself; `null` if there is none. */
const examine = async (argv: Emulator['argv']): Promise<Emulator | null> => {
  const [program, ...args] = argv
  try {
    const { stdout } = await promisify(execFile)(program, [...args, '--help'])
    const version = /version (\d+\.\d+\.\d+)/.exec(stdout)?.[1]
    return version ? { argv, version, exitsWithParent: stdout.includes('exit-with-parent') } : null
  } catch {
    return null
  }
}

const isNewEnough = (version: string): boolean => Number.parseInt(version, 10) >= OLDEST_MAJOR

/** The unpacked packages bring their own C library, and so their own loader. */
const fetchedArgv = (): Emulator['argv'] => {
  const root = cacheFile(...FETCHED)
  return [
    join(root, 'usr/lib64/ld-linux-x86-64.so.2'),
    '--library-path',
    join(root, 'usr/lib/x86_64-linux-gnu'),
    join(root, 'usr/bin/qemu-system-x86_64'),
    ...['-L', join(root, 'usr/share/qemu')],
    ...['-L', join(root, 'usr/share/seabios')],
  ]
}

/**
 * Finds a qemu-system-x86_64 that can run kvm-amd.
 *
 * @param remedy how to get one.
 * @throws Unavailable if there is none, or only older ones.
 */
export const findEmulator = async (remedy: string): Promise<Emulator> => {
  const installed = await examine(['qemu-system-x86_64'])
  if (installed && isNewEnough(installed.version)) return installed
  const fetched = existsSync(cacheFile(...FETCHED)) ? await examine(fetchedArgv()) : null
  if (fetched) return fetched
  throw new Unavailable(
    installed === null
      ? 'qemu-system-x86_64 is not installed'
      : `QEMU ${installed.version} is installed, and breakpoints need ${OLDEST_MAJOR}.0 or newer`,
    remedy,
  )
}

/** Fetches Debian's newest QEMU into the cache. */
export const fetchEmulator = async (archive: Archive): Promise<Emulator> => {
  await makeOnce(cacheFile(...FETCHED), async (unfinished) => {
    const all = join(unfinished, 'all')
    await archive.unpackWithDependencies('qemu-system-x86', all)
    for (const path of NEEDED) {
      await mkdir(dirname(join(unfinished, path)), { recursive: true })
      await rename(join(all, path), join(unfinished, path))
    }
    await rm(all, { recursive: true })
  })
  return findEmulator('')
}
