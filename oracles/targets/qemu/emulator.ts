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
import type { Channel, Emulator, EmulatorKind } from './platform.ts'

/** A QEMU that is there. */
export interface Qemu {
  /** Program and first arguments. */
  readonly argv: readonly [string, ...string[]]
  /** `11.1.3`. */
  readonly version: string
  /** It knows how to end when whoever started it is killed. */
  readonly exitsWithParent: boolean
}

/** Which QEMU: the architecture that it emulates, and where it comes from. */
export interface QemuPackage {
  /** As in the program's name: `qemu-system-x86_64`. */
  readonly emulates: 'x86_64' | 'aarch64'
  /** Debian's package. */
  readonly package: string
  /** Folders below usr/share with what it loads. */
  readonly data: readonly string[]
  /** What older ones lack, as the end of a sentence. */
  readonly needs: string
}

/** A QEMU with the machine that it is. */
export interface QemuKind extends QemuPackage {
  /** The machine but for its kernel, log and channel. */
  readonly machine: readonly string[]
  /** The device of the second serial line. */
  readonly serial: string
}

/** The major version from which on both architectures' CPUs do what the targets need; measured with 11.1.3. */
const OLDEST_MAJOR = 10

const programOf = ({ emulates }: QemuPackage): string => `qemu-system-${emulates}`
const folderOf = ({ emulates }: QemuPackage): string => cacheFile('qemu', emulates)

/** What is needed of QEMU's packages and of those that they depend on. */
const neededOf = (kind: QemuPackage): string[] => [
  `usr/bin/${programOf(kind)}`,
  'usr/lib64',
  'usr/lib/x86_64-linux-gnu',
  ...kind.data.map((name) => `usr/share/${name}`),
]

/** What a QEMU says of itself; `null` if there is none. */
const examine = async (argv: Qemu['argv']): Promise<Qemu | null> => {
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
const fetchedArgv = (kind: QemuPackage): Qemu['argv'] => {
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
 * A virtio port loses nothing and knows when the other end is gone; a UART takes 8 µs for each byte to the guest
 * (measured on x86).
 */
const VIRTIO: Channel = { device: '/dev/vport0p1', inFlight: 4 }
const VIRTIO_OPTIONS = [
  ...['-chardev', 'stdio,id=channel'],
  ...['-device', 'virtio-serial-pci', '-device', 'virtserialport,chardev=channel'],
]

/** What hangs the virtio port on the bus, and the port. */
export const CHANNEL_MODULES = ['virtio_pci', 'virtio_console'] as const

const commandLine = (parameters: { readonly [name: string]: string }): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')

/** How a QEMU is named. */
export const titleOf = ({ version }: Qemu): string => `QEMU ${version}`

const emulatorFrom = ({ machine, serial }: QemuKind, found: Qemu): Emulator => ({
  title: titleOf(found),
  startsWithin: 60_000,
  channel: ({ hasVirtioConsole }) => (hasVirtioConsole ? VIRTIO : { device: serial, inFlight: 1 }),
  boot: async ({ image, initramfs, parameters, channel, log }) => [
    ...found.argv,
    ...machine,
    ...['-nodefaults', '-nic', 'none', '-display', 'none', '-no-reboot'],
    // The kernel's log goes to a file, so that nothing of it gets into an answer.
    ...['-serial', `file:${log}`],
    // With its reader gone the guest waits for ever to be rid of its answer.
    ...(found.exitsWithParent ? ['-run-with', 'exit-with-parent=on'] : []),
    ...(channel === VIRTIO ? VIRTIO_OPTIONS : ['-serial', 'stdio']),
    ...['-kernel', image, '-initrd', initramfs, '-append', commandLine(parameters)],
  ],
})

/**
 * The installed QEMU if it is new enough, or else the fetched one.
 *
 * @throws Unavailable if there is neither.
 */
export const findQemu = async (kind: QemuPackage, remedy: string): Promise<Qemu> => {
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
export const fetchQemu = async (kind: QemuPackage, archive: Archive): Promise<void> => {
  await makeOnce(folderOf(kind), async (unfinished) => {
    const all = join(unfinished, 'all')
    await archive.unpackWithDependencies([kind.package], all)
    for (const path of neededOf(kind)) {
      await mkdir(dirname(join(unfinished, path)), { recursive: true })
      await rename(join(all, path), join(unfinished, path))
    }
    await rm(all, { recursive: true })
  })
}

/** Where Debian has the newest one. */
export const QEMU_SUITE = 'trixie-backports'

/** QEMU as the computer. */
export const qemu = (kind: QemuKind): EmulatorKind => ({
  name: 'qemu',
  package: kind.package,
  suite: QEMU_SUITE,
  find: async (remedy) => emulatorFrom(kind, await findQemu(kind, remedy)),
  fetch: (archive) => fetchQemu(kind, archive),
})
