/**
 * The target `kvm-arm64`: KVM/arm64 under qemu-system-aarch64, which emulates a CPU with EL2 in software.
 */
import { buildRunner } from '../kvm/build.ts'
import type { Target } from '../target.ts'
import { arm64Compiler } from './cross-compiler.ts'
import { CHANNEL_MODULES, kvmUnderQemu, type Platform, type PlatformOptions } from './platform.ts'

/** The magic number of an uncompressed image: Documentation/arch/arm64/booting.rst, "ARM\x64" at 56. */
const isImage = (data: Buffer): boolean => data.toString('latin1', 56, 60) === 'ARM\x64'

/** What the runner's hello says of it. */
const EMULATOR = 'QEMU-TCG'

export const arm64Platform: Platform = {
  target: 'kvm-arm64',
  hosts: { archs: ['x64', 'arm64'], expected: 'a Linux on x86-64 or arm64' },
  emulator: {
    emulates: 'aarch64',
    package: 'qemu-system-arm',
    data: ['qemu'],
    needs: 'what its CPU does was measured with',
  },
  kernels: {
    architecture: 'arm64',
    releases: {
      stable: { suite: 'bookworm', meta: 'linux-image-cloud-arm64' },
      '6.12': { suite: 'bookworm', meta: 'linux-image-6.12-cloud-arm64' },
      newest: { suite: 'trixie-backports', meta: 'linux-image-cloud-arm64' },
    },
    expects: 'an uncompressed Linux kernel for arm64 (Image)',
    isImage,
  },
  // KVM itself is built in.
  modules: CHANNEL_MODULES,
  machine: [
    // Without virtualization the CPU has no EL2, and there is no KVM.
    ...['-accel', 'tcg', '-M', 'virt,virtualization=on,gic-version=3'],
    // Of the CPUs with VHE one that has what the model has of PSTATE: `max` sets ALLINT at every exception.
    ...['-cpu', 'neoverse-n1', '-smp', '1', '-m', '512'],
  ],
  // The CPU does not tell that it is none of silicon.
  parameters: { console: 'ttyAMA0', emulator: EMULATOR, 'rcupdate.rcu_expedited': '1' },
  serial: '/dev/ttyAMA1',
  isCrossCompiled: true,
  runner: async () => buildRunner(await arm64Compiler()),
  words: (release) => ({ arch: 'arm64', kernel: release, emulator: EMULATOR }),
}

/**
 * The target `kvm-arm64`.
 *
 * @throws Unavailable without a QEMU that is new enough, the kernel, or a C compiler for arm64 that links statically.
 * @throws InputError for files that are no kernel or no folder of modules.
 */
export const kvmArm64 = (options: PlatformOptions = {}): Promise<Target> =>
  kvmUnderQemu(arm64Platform, options)
