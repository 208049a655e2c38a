/**
 * Kernels with KVM in an emulator, whose CPU has virtualisation in software; the runner is their only process. KVM is
 * the real one; the CPU is QEMU's or Bochs's. What differs between the targets is a `Platform`.
 */
import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { cacheFile, makeCacheFolder, makeOnce } from '../cache.ts'
import { type Target, Unavailable } from '../target.ts'
import { characterDevice, cpio, executable, file, folder } from './cpio.ts'
import type { Archive, Suite } from './debian.ts'
import { fetchedKernel, givenKernel, type Kernel, type KernelKind } from './kernels.ts'
import { type KernelModule, readModules, stripped } from './modules.ts'

/** How the runner is spoken to. */
export interface Channel {
  /** Of the guest, as `init.c` knows it. */
  readonly device: string
  readonly inFlight: number
}

/** What an emulator boots. */
export interface Boot {
  /** Path of the kernel. */
  readonly image: string
  /** Path of its first root file system. */
  readonly initramfs: string
  /** Of the kernel and its modules. */
  readonly parameters: { readonly [name: string]: string }
  readonly channel: Channel
  /** Path of the file that gets the kernel's log. */
  readonly log: string
}

/** An emulator that is there. */
export interface Emulator {
  /** `QEMU 11.1.3`. */
  readonly title: string
  readonly channel: (kernel: Kernel) => Channel
  /** Milliseconds until the runner says hello. */
  readonly startsWithin: number
  /** Program and arguments of a process that speaks as the runner does. */
  readonly boot: (boot: Boot) => Promise<readonly [string, ...string[]]>
}

/** An emulator, and where it comes from. */
export interface EmulatorKind {
  readonly name: 'qemu' | 'bochs'
  /** Debian's package. */
  readonly package: string
  readonly suite: Suite
  /** @throws Unavailable if there is none that can be used; the remedy fetches it. */
  readonly find: (remedy: string) => Promise<Emulator>
  /** Into the cache. */
  readonly fetch: (archive: Archive) => Promise<void>
}

/** What one target's computer in software needs. */
export interface Platform {
  /** The name of the target. */
  readonly target: string
  /** `process.arch` of the computers that it works on, and what those are called. */
  readonly hosts: { readonly archs: readonly string[]; readonly expected: string }
  readonly emulator: EmulatorKind
  readonly kernels: KernelKind
  /** Modules that the runner loads, where they are not built in. */
  readonly modules: readonly string[]
  /** They are loaded without what is only for debuggers, and without their signature, which the kernel would check. */
  readonly stripsModules: boolean
  /** Of the kernel and its modules. */
  readonly parameters: { readonly [name: string]: string }
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

const STANDARD_PARAMETERS: { readonly [name: string]: string } = {
  rdinit: '/init',
  // A panic reboots at once, and that is the emulator's end.
  panic: '-1',
}

const STABLE = 'stable'

/** How the target is named, and fetched, for a release. */
export const titleOf = ({ target }: Platform, release: string): string =>
  release === STABLE ? target : `${target} --release ${release}`

/** What fetches that which is missing. */
export const remedyOf = (platform: Platform, release: string): string =>
  `gdo fetch ${titleOf(platform, release)}`

/**
 * The emulator that would be used.
 *
 * @throws Unavailable if there is none that can be used.
 */
export const emulatorOf = (platform: Platform, release: string): Promise<Emulator> =>
  platform.emulator.find(remedyOf(platform, release))

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
 * @throws Unavailable without an emulator that can be used, the kernel, or a C compiler that links statically.
 * @throws InputError for files that are no kernel or no folder of modules.
 */
export const kvmInEmulator = async (platform: Platform, options: PlatformOptions = {}): Promise<Target> => {
  const { target: name, hosts } = platform
  if (process.platform !== 'linux' || !hosts.archs.includes(process.arch))
    throw new Unavailable(`${name} needs ${hosts.expected}`, 'use such a computer or container')
  const { release = STABLE } = options
  const kernel = await kernelOf(platform, options)
  const emulator = await emulatorOf(platform, release)
  const found = kernel.modules === null ? [] : await readModules(kernel.modules, platform.modules)
  const modules = platform.stripsModules ? await Promise.all(found.map(stripped)) : found
  const initramfs = await packInitramfs(options.init ?? (await platform.runner()), modules)
  const channel = emulator.channel(kernel)
  await makeCacheFolder(cacheFile('log'))
  const log = cacheFile('log', `${name}-${options.kernel === undefined ? release : 'kernel'}.log`)
  // What an earlier kernel has said explains nothing.
  await rm(log, { force: true })
  const parameters = {
    ...STANDARD_PARAMETERS,
    ...platform.parameters,
    channel: channel.device,
    modules: modules.map((module) => module.name).join(','),
    ...options.parameters,
  }
  return {
    name,
    argv: await emulator.boot({ image: kernel.image, initramfs, parameters, channel, log }),
    startsWithin: emulator.startsWithin,
    inFlight: channel.inFlight,
    log,
  }
}
