/**
 * The target `kvm-svm`: kvm-amd under qemu-system-x86_64, which emulates SVM in software.
 */
import { buildRunner, nativeCompiler } from '../kvm/build.ts'
import type { Target } from '../target.ts'
import { CHANNEL_MODULES, kvmUnderQemu, type Platform, type PlatformOptions } from './platform.ts'

/** The field that every bzImage has: Documentation/arch/x86/boot.rst, "HdrS" at 0x202. */
const isBzImage = (data: Buffer): boolean => data.toString('latin1', 0x202, 0x206) === 'HdrS'

export const svmPlatform: Platform = {
  target: 'kvm-svm',
  hosts: { archs: ['x64'], expected: 'the C compiler of an x86-64 Linux' },
  emulator: {
    emulates: 'x86_64',
    package: 'qemu-system-x86',
    data: ['qemu', 'seabios'],
    // Older ones do not arm DR7 at VMRUN: neither the host's nor the guest's breakpoints ever hit (measured with
    // 7.2.22; 10.0.13 and 11.1.3 do it).
    needs: 'breakpoints need',
  },
  kernels: {
    architecture: 'amd64',
    releases: {
      stable: { suite: 'bookworm', meta: 'linux-image-cloud-amd64' },
      newest: { suite: 'trixie-backports', meta: 'linux-image-cloud-amd64' },
    },
    expects: 'a Linux kernel for x86 (bzImage)',
    isImage: isBzImage,
  },
  modules: [...CHANNEL_MODULES, 'kvm-amd'],
  machine: ['-accel', 'tcg', '-M', 'q35', '-cpu', 'max', '-smp', '1', '-m', '512'],
  parameters: {
    console: 'ttyS0',
    tsc: 'unstable',
    // Programs are run in the emulator too where they ask for it with the prefix.
    'kvm.force_emulation_prefix': '1',
    // With the TDP MMU, the default, whether an event comes through depends on which pages were touched before it: it
    // maps each page at its first access, the older code 8 at once (PTE_PREFETCH_NUM in arch/x86/kvm/mmu/mmu.c). VMs of
    // the older one also end sooner: 10 ms less for each program on 6.1, 7 ms on 7.2 (measured).
    'kvm.tdp_mmu': '0',
    // Creating a VM waits for a grace period too.
    'rcupdate.rcu_expedited': '1',
  },
  serial: '/dev/ttyS1',
  isCrossCompiled: false,
  runner: () => buildRunner(nativeCompiler({ isStatic: true })),
  words: (release) => ({ module: 'kvm_amd', kernel: release, 'cpu-name': 'QEMU-TCG' }),
}

/**
 * The target `kvm-svm`.
 *
 * @throws Unavailable without a QEMU that is new enough, the kernel, or a C compiler that links statically.
 * @throws InputError for files that are no kernel or no folder of modules.
 */
export const kvmSvm = (options: PlatformOptions = {}): Promise<Target> => kvmUnderQemu(svmPlatform, options)
