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

/** Which QEMU: the architecture that it emulates. */
export interface EmulatorKind {
  /** As in the program's name: `qemu-system-x86_64`. */
  readonly emulates: 'x86_64' | 'aarch64'
  /** Debian's package. */
  readonly package: string
  /** Folders below usr/share with what it loads. */
  readonly data: readonly string[]
  /** What older ones lack, as the end of a sentence. */
  readonly needs: string
}

/** The major version from which on both architectures' CPUs do what the targets need; measured with 11.1.3. */
const OLDEST_MAJOR = 10

const programOf = ({ emulates }: EmulatorKind): string => `qemu-system-${emulates}`
const folderOf = ({ emulates }: EmulatorKind): string => cacheFile('qemu', emulates)

/** What is needed of QEMU's packages and of those that they depend on. */
const neededOf = (kind: EmulatorKind): string[] => [
  `usr/bin/${programOf(kind)}`,
  'usr/lib64',
  'usr/lib/x86_64-linux-gnu',
  ...kind.data.map((name) => `usr/share/${name}`),
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
const fetchedArgv = (kind: EmulatorKind): Emulator['argv'] => {
  const root = folderOf(kind)
  return [
    join(root, 'usr/lib64/ld-linux-x86-64.so.2'),
    '--library-path',
    join(root, 'usr/lib/x86_64-linux-gnu'),
    join(root, 'usr/bin', programOf(kind)),
    ...kind.data.flatMap((name) => ['-L', join(root, 'usr/share', name)]),
  ]
}

/**
 * Finds a QEMU.
 *
 * @param remedy how to get one.
 * @throws Unavailable if there is none, or only older ones.
 */
export const findEmulator = async (kind: EmulatorKind, remedy: string): Promise<Emulator> => {
  const installed = await examine([programOf(kind)])
  if (installed && isNewEnough(installed.version)) return installed
  const fetched = existsSync(folderOf(kind)) ? await examine(fetchedArgv(kind)) : null
  if (fetched) return fetched
  throw new Unavailable(
    installed === null
      ? `${programOf(kind)} is not installed`
      : `QEMU ${installed.version} is installed, and ${kind.needs} ${OLDEST_MAJOR}.0 or newer`,
    remedy,
  )
}

/** Fetches Debian's newest QEMU into the cache. */
export const fetchEmulator = async (kind: EmulatorKind, archive: Archive): Promise<Emulator> => {
  await makeOnce(folderOf(kind), async (unfinished) => {
    const all = join(unfinished, 'all')
    await archive.unpackWithDependencies([kind.package], all)
    for (const path of neededOf(kind)) {
      await mkdir(dirname(join(unfinished, path)), { recursive: true })
      await rename(join(all, path), join(unfinished, path))
    }
    await rm(all, { recursive: true })
  })
  return findEmulator(kind, '')
}
