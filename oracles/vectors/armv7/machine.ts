/**
 * Vectors of the armv7 machine.
 */
import { armv7 as machine } from '../../machines/armv7.ts'
import type { VectorMachine } from '../machine.ts'
import { anyPrograms } from '../programs/machine.ts'
import { unpredictableMatches } from './answers.ts'
import { programs } from './programs.ts'
import { values } from './values.ts'

export const armv7: VectorMachine = {
  name: machine.name,
  values,
  openAnswers: [unpredictableMatches],
  answers: () => true,
  programs: anyPrograms(programs),
}
