/**
 * What the CPU of QEMU’s translator (TCG) does otherwise than the manual, seen from a guest of KVM/arm64: programs that
 * meet it are not compared. None of it is KVM’s doing. Measured with QEMU 11.1.
 */
import type { Limit } from './unsupported.ts'

/** Programs that meet what this CPU does. */
export const QEMU_CPU_LIMITS: readonly Limit[] = []
