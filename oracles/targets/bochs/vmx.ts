/**
 * The target `kvm-vmx`: kvm-intel under Bochs, which emulates VMX in software.
 */
import { buildRunner, nativeCompiler } from '../kvm/build.ts'
import { amd64Kernels } from '../qemu/amd64.ts'
import { kvmInEmulator, type Platform, type PlatformOptions } from '../qemu/platform.ts'
import type { Target } from '../target.ts'
import { bochs } from './bochs.ts'

/** A CPU with EPT and unrestricted guest. */
const MODEL = 'corei7_haswell_4770'

export const vmxPlatform: Platform = {
  target: 'kvm-vmx',
  hosts: { archs: ['x64'], expected: 'the C compiler of an x86-64 Linux' },
  emulator: bochs(MODEL),
  kernels: amd64Kernels,
  modules: ['kvm-intel'],
  // Checking signatures takes a third of the start (measured).
  stripsModules: true,
  parameters: {
    // Its CPU calls itself by the name of one of silicon.
    emulator: 'Bochs',
    console: 'ttyS0,115200',
    // Every character of the log is an emulated UART's, and delays are emulated instructions.
    loglevel: '4',
    'cryptomgr.notests': '',
    hpet: 'disable',
    lpj: '100000',
    tsc: 'reliable',
    nokaslr: '',
    mitigations: 'off',
    'kvm.force_emulation_prefix': '1',
    'kvm.tdp_mmu': '0',
    'rcupdate.rcu_expedited': '1',
  },
  isCrossCompiled: false,
  runner: () => buildRunner(nativeCompiler({ isStatic: true })),
  words: (release) => ({ module: 'kvm_intel', kernel: release, emulator: 'Bochs' }),
}

/**
 * The target `kvm-vmx`.
 *
 * @throws Unavailable without Bochs, the kernel, or a C compiler that links statically.
 * @throws InputError for files that are no kernel or no folder of modules.
 */
export const kvmVmx = (options: PlatformOptions = {}): Promise<Target> => kvmInEmulator(vmxPlatform, options)
