/**
 * What is known of QEMU's gdbstub without KVM rests on these.
 */
import { type Citation, measured, source, targets } from '../../../citations.ts'

export const QEMU_SOURCES: readonly Citation[] = [
  measured(targets.qemuStub, 'what the debugger and the guest see of each other'),
  source(
    'QEMU accel/tcg/cpu-exec.c, system/watchpoint.c, target/i386/tcg/system/bpt_helper.c, target/arm/tcg/debug.c',
  ),
]
