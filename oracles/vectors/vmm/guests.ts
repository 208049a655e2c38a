/**
 * The machines that guests of the vmm machine are of, for vectors.
 */
import type { GuestName } from '../../../model/vmm/index.ts'
import { programs as arm64 } from '../arm64/programs.ts'
import { anyPrograms, type ProgramsOf } from '../programs/machine.ts'
import { programs as x86 } from '../x86/programs.ts'

export const guests: { readonly [G in GuestName]: ProgramsOf } = {
  x86: anyPrograms(x86),
  arm64: anyPrograms(arm64),
}
