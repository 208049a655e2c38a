/**
 * Vectors of the x86 machine.
 */
import { x86 as machine } from '../../machines/x86.ts'
import type { VectorMachine } from '../machine.ts'
import { anyPrograms } from '../programs/machine.ts'
import { slotsThatMayHit } from './answers.ts'
import { programs } from './programs.ts'
import { values } from './values.ts'

export const x86: VectorMachine = {
  name: machine.name,
  values,
  openAnswers: [slotsThatMayHit],
  answers: () => true,
  programs: anyPrograms(programs),
}
