/**
 * Vectors of the vmm machine.
 */
import { qemuTcg } from '../../../model/vmm/variants/qemu-tcg/index.ts'
import { vmm as machine } from '../../machines/vmm.ts'
import type { VectorMachine } from '../machine.ts'
import { anyPrograms } from '../programs/machine.ts'
import { programs } from './programs.ts'
import { values } from './values.ts'

/** QEMU in software has no debug registers: its own list is what the rules of the variant speak of. */
const OF_REGISTERS: readonly string[] = ['vmm/encode-x86-breakpoints', 'vmm/encode-arm64-breakpoints']

/** Its decisions answer everything: what is open there is a choice. */
export const vmm: VectorMachine = {
  name: machine.name,
  values,
  openAnswers: [],
  answers: ({ id }, decision) => id !== qemuTcg.id || !OF_REGISTERS.includes(decision),
  programs: anyPrograms(programs),
}
