/**
 * The target `kvm-svm`: a Linux kernel with kvm-amd under qemu-system-x86_64, which emulates SVM in software, with the
 * runner as its only process. KVM is the real one; the CPU is QEMU's.
 */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { cacheFile, makeCacheFolder, makeOnce } from '../cache.ts'
import { buildRunner } from '../kvm/build.ts'
import { type Target, Unavailable } from '../target.ts'
import { characterDevice, cpio, executable, file, folder } from './cpio.ts'
import { type Emulator, findEmulator } from './emulator.ts'
import { fetchedKernel, givenKernel, type Kernel, type Release } from './kernels.ts'
import { type KernelModule, readModules } from './modules.ts'

export interface SvmOptions {
  /** Path of a bzImage; without it one of Debian's kernels is booted. */
  readonly kernel?: string
  /** lib/modules/VERSION of that kernel; without it KVM is taken to be built in. */
  readonly modules?: string
  /** Which of Debian's kernels; `stable` if nothing is said. */
  readonly release?: Release
  /** Parameters of kernel and modules, beside and instead of the standard ones: `kvm_amd.npt` → `0`. */
  readonly parameters?: { readonly [name: string]: string }
  /** Path of a program, linked statically, that is PID 1 in the runner’s place and prepares what `init.c` does. */
  readonly init?: string
}

/** virtio_console is the faster channel, virtio_pci what it hangs on. */
export const SVM_MODULES = ['virtio_pci', 'virtio_console', 'kvm-amd'] as const

const PARAMETERS: { readonly [name: string]: string } = {
  console: 'ttyS0',
  rdinit: '/init',
  // A panic reboots at once, and -no-reboot makes that the end of QEMU.
  panic: '-1',
  tsc: 'unstable',
  // Programs are run in the emulator too where they ask for it with the prefix.
  'kvm.force_emulation_prefix': '1',
  // With the TDP MMU, the default, whether an event comes through depends on which pages were touched before it: it
  // maps each page at its first access, the older code 8 at once (PTE_PREFETCH_NUM in arch/x86/kvm/mmu/mmu.c). VMs of
  // the older one also end sooner: 10 ms less for each program on 6.1, 7 ms on 7.2 (measured).
  'kvm.tdp_mmu': '0',
  // Creating a VM waits for a grace period too.
  'rcupdate.rcu_expedited': '1',
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
 * How the runner is spoken to: over a virtio port where the kernel has a driver for it, or else over the second serial
 * line. A virtio port loses nothing and knows when the other end is gone; a UART takes 8 µs for each byte to the guest
 * (measured).
 */
const VIRTIO = {
  device: '/dev/vport0p1',
  options: [
    ...['-chardev', 'stdio,id=channel'],
    ...['-device', 'virtio-serial-pci', '-device', 'virtserialport,chardev=channel'],
  ],
  inFlight: 4,
}
const SERIAL = { device: '/dev/ttyS1', options: ['-serial', 'stdio'], inFlight: 1 }

/** The machine but for its kernel; the kernel's log goes to a file, so that nothing of it gets into an answer. */
const machineOptions = (log: string): string[] => [
  ...['-accel', 'tcg', '-M', 'q35', '-cpu', 'max', '-smp', '1', '-m', '512'],
  ...['-nodefaults', '-nic', 'none', '-display', 'none', '-no-reboot'],
  ...['-serial', `file:${log}`],
]

const commandLine = (parameters: { readonly [name: string]: string }): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')

/** How the target is named, and fetched, for a release. */
const nameOf = (release: Release): string =>
  release === 'stable' ? 'kvm-svm' : `kvm-svm --release ${release}`

/** What fetches that which is missing. */
const remedy = (release: Release): string => `gdo fetch ${nameOf(release)}`

/**
 * The QEMU that would be used.
 *
 * @throws Unavailable if there is none that is new enough.
 */
export const svmEmulator = (release: Release): Promise<Emulator> => findEmulator(remedy(release))

/**
 * The kernel that would be booted.
 *
 * @throws Unavailable if it is not in the cache.
 * @throws InputError if the given files are none.
 */
export const svmKernel = ({ kernel, modules, release = 'stable' }: SvmOptions): Promise<Kernel> =>
  kernel === undefined ? fetchedKernel(release, remedy(release)) : givenKernel(kernel, modules ?? null)

/**
 * The target `kvm-svm`.
 *
 * @throws Unavailable without a QEMU that is new enough, the kernel, or a C compiler that links statically.
 * @throws InputError for files that are no kernel or no folder of modules.
 */
export const kvmSvm = async (options: SvmOptions = {}): Promise<Target> => {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Unavailable(
      'kvm-svm needs the C compiler of an x86-64 Linux',
      'use such a computer or container',
    )
  const { release = 'stable' } = options
  const kernel = await svmKernel(options)
  const emulator = await svmEmulator(release)
  const modules = kernel.modules === null ? [] : await readModules(kernel.modules, SVM_MODULES)
  const initramfs = await packInitramfs(options.init ?? (await buildRunner({ isStatic: true })), modules)
  const channel = kernel.hasVirtioConsole ? VIRTIO : SERIAL
  await makeCacheFolder(cacheFile('log'))
  const log = cacheFile('log', `kvm-svm-${options.kernel === undefined ? release : 'kernel'}.log`)
  const parameters = {
    ...PARAMETERS,
    channel: channel.device,
    modules: modules.map(({ name }) => name).join(','),
    ...options.parameters,
  }
  return {
    name: 'kvm-svm',
    argv: [
      ...emulator.argv,
      ...machineOptions(log),
      // With its reader gone the guest waits for ever to be rid of its answer.
      ...(emulator.exitsWithParent ? ['-run-with', 'exit-with-parent=on'] : []),
      ...channel.options,
      ...['-kernel', kernel.image, '-initrd', initramfs, '-append', commandLine(parameters)],
    ],
    startsWithin: 60_000,
    inFlight: channel.inFlight,
  }
}
