/**
 * Where the behaviour of VMMs is known from.
 */
import { type Citation, source } from '../../citations.ts'

export const qemuKvm = source('QEMU 7.2 accel/kvm/kvm-all.c, `kvm_insert_breakpoint()` and its neighbours')
export const qemuX86 = source('QEMU 7.2 target/i386/kvm/kvm.c, `kvm_handle_debug()`')
export const qemuArm64 = source('QEMU 7.2 target/arm/kvm64.c, `kvm_arm_handle_debug()`')
export const firecracker = source('Firecracker src/vmm/src/gdb/{target.rs,arch/x86.rs,arch/aarch64.rs}')
export const cloudHypervisor = source(
  'Cloud Hypervisor vmm/src/{gdb.rs,vm.rs,cpu.rs}, hypervisor/src/kvm/mod.rs',
)
export const crosvm = source('crosvm src/crosvm/gdb.rs')

/** An issue or pull request of a project, as read. */
export const issue = (project: string, number: string, what: string): Citation => ({
  kind: 'thread',
  text: `${project} ${number}: ${what}`,
  confidence: 'read',
})
