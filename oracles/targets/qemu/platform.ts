/**
 * Kernels with KVM under QEMU, which emulates a CPU with virtualisation in software; the runner is their only process.
 * KVM is the real one; the CPU is QEMU's. What differs between the architectures is a `Platform`.
 */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { cacheFile, makeCacheFolder, makeOnce } from '../cache.ts'
import { type Target, Unavailable } from '../target.ts'
import { characterDevice, cpio, executable, file, folder } from './cpio.ts'
import { type Emulator, type EmulatorKind, findEmulator } from './emulator.ts'
import { fetchedKernel, givenKernel, type Kernel, type KernelKind } from './kernels.ts'
import { type KernelModule, readModules } from './modules.ts'

/** How the runner is spoken to. */
interface Channel {
  /** Of the guest. */
  readonly device: string
  /** Of QEMU. */
  readonly options: readonly string[]
  readonly inFlight: number
}

/** What one architecture's computer under QEMU needs. */
export interface Platform {
  /** The name of the target. */
  readonly target: string
  /** `process.arch` of the computers that it works on, and what those are called. */
  readonly hosts: { readonly archs: readonly string[]; readonly expected: string }
  readonly emulator: EmulatorKind
  readonly kernels: KernelKind
  /** Modules that the runner loads, where they are not built in. */
  readonly modules: readonly string[]
  /** The machine but for its kernel, log and channel. */
  readonly machine: readonly string[]
  /** Of the kernel and its modules. */
  readonly parameters: { readonly [name: string]: string }
  /** The device of the second serial line. */
  readonly serial: string
  /** The runner needs a C compiler for arm64. */
  readonly isCrossCompiled: boolean
  /** Builds the runner, linked statically. */
  readonly runner: () => Promise<string>
  /** Words of the runner's hello, as far as the kernel's release tells them. */
  readonly words: (release: string) => { readonly [name: string]: string }
}

export interface PlatformOptions {
  /** Path of a kernel image; without it one of Debian's kernels is booted. */
  readonly kernel?: string
  /** lib/modules/VERSION of that kernel; without it what is needed is taken to be built in. */
  readonly modules?: string
  /** Which of Debian's kernels; `stable` if nothing is said. */
  readonly release?: string
  /** Parameters of kernel and modules, beside and instead of the standard ones: `kvm_amd.npt` → `0`. */
  readonly parameters?: { readonly [name: string]: string }
  /** Path of a program, linked statically, that is PID 1 in the runner’s place and prepares what `init.c` does. */
  readonly init?: string
}

/** The first root file system: /init, and the modules. */
const packInitramfs = async (init: string, modules: readonly KernelModule[]): Promise<string> => {
  const archive = cpio([
    ...['dev', 'proc', 'sys', 'modules'].map(folder),
    // The kernel opens it for PID 1 before there is a devtmpfs.
    characterDevice('dev/console', 5, 1),
    executable('init', await readFile(init)),
    ...modules.map(({ name, data }) => file(`modules/${name}.ko`, data)),
  ])
  const hash = createHash('sha256').update(archive).digest('hex').slice(0, 16)
  return makeOnce(cacheFile('initramfs', hash), (unfinished) => writeFile(unfinished, archive))
}

/**
 * A virtio port where the kernel has a driver for it, or else the second serial line. A virtio port loses nothing and
 * knows when the other end is gone; a UART takes 8 µs for each byte to the guest (measured on x86).
 */
const VIRTIO: Channel = {
  device: '/dev/vport0p1',
  options: [
    ...['-chardev', 'stdio,id=channel'],
    ...['-device', 'virtio-serial-pci', '-device', 'virtserialport,chardev=channel'],
  ],
  inFlight: 4,
}
const serialChannel = ({ serial }: Platform): Channel => ({
  device: serial,
  options: ['-serial', 'stdio'],
  inFlight: 1,
})

/** What hangs the virtio port on the bus, and the port. */
export const CHANNEL_MODULES = ['virtio_pci', 'virtio_console'] as const

const STANDARD_PARAMETERS: { readonly [name: string]: string } = {
  rdinit: '/init',
  // A panic reboots at once, and -no-reboot makes that the end of QEMU.
  panic: '-1',
}

const commandLine = (parameters: { readonly [name: string]: string }): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')

const STABLE = 'stable'

/** How the target is named, and fetched, for a release. */
export const titleOf = ({ target }: Platform, release: string): string =>
  release === STABLE ? target : `${target} --release ${release}`

/** What fetches that which is missing. */
export const remedyOf = (platform: Platform, release: string): string =>
  `gdo fetch ${titleOf(platform, release)}`

/**
 * The QEMU that would be used.
 *
 * @throws Unavailable if there is none that is new enough.
 */
export const emulatorOf = (platform: Platform, release: string): Promise<Emulator> =>
  findEmulator(platform.emulator, remedyOf(platform, release))

/**
 * The kernel that would be booted.
 *
 * @throws Unavailable if it is not in the cache.
 * @throws InputError if the given files are none.
 */
export const kernelOf = (
  platform: Platform,
  { kernel, modules, release = STABLE }: PlatformOptions,
): Promise<Kernel> =>
  kernel === undefined
    ? fetchedKernel(platform.kernels, release, remedyOf(platform, release))
    : givenKernel(platform.kernels, kernel, modules ?? null)

/**
 * The target of a platform.
 *
 * @throws Unavailable without a QEMU that is new enough, the kernel, or a C compiler that links statically.
 * @throws InputError for files that are no kernel or no folder of modules.
 */
export const kvmUnderQemu = async (platform: Platform, options: PlatformOptions = {}): Promise<Target> => {
  const { target: name, hosts } = platform
  if (process.platform !== 'linux' || !hosts.archs.includes(process.arch))
    throw new Unavailable(`${name} needs ${hosts.expected}`, 'use such a computer or container')
  const { release = STABLE } = options
  const kernel = await kernelOf(platform, options)
  const emulator = await emulatorOf(platform, release)
  const modules = kernel.modules === null ? [] : await readModules(kernel.modules, platform.modules)
  const initramfs = await packInitramfs(options.init ?? (await platform.runner()), modules)
  const channel = kernel.hasVirtioConsole ? VIRTIO : serialChannel(platform)
  await makeCacheFolder(cacheFile('log'))
  const log = cacheFile('log', `${name}-${options.kernel === undefined ? release : 'kernel'}.log`)
  const parameters = {
    ...STANDARD_PARAMETERS,
    ...platform.parameters,
    channel: channel.device,
    modules: modules.map((module) => module.name).join(','),
    ...options.parameters,
  }
  return {
    name,
    argv: [
      ...emulator.argv,
      ...platform.machine,
      ...['-nodefaults', '-nic', 'none', '-display', 'none', '-no-reboot'],
      // The kernel's log goes to a file, so that nothing of it gets into an answer.
      ...['-serial', `file:${log}`],
      // With its reader gone the guest waits for ever to be rid of its answer.
      ...(emulator.exitsWithParent ? ['-run-with', 'exit-with-parent=on'] : []),
      ...channel.options,
      ...['-kernel', kernel.image, '-initrd', initramfs, '-append', commandLine(parameters)],
    ],
    startsWithin: 60_000,
    inFlight: channel.inFlight,
  }
}
