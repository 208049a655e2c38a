/**
 * Vectors of the arm64 machine.
 */
import { arm64 as machine } from '../../machines/arm64.ts'
import type { VectorMachine } from '../machine.ts'
import { anyPrograms } from '../programs/machine.ts'
import { unpredictableMatches } from './answers.ts'
import { programs } from './programs.ts'
import { values } from './values.ts'

export const arm64: VectorMachine = {
  name: machine.name,
  values,
  openAnswers: [unpredictableMatches],
  answers: () => true,
  programs: anyPrograms(programs),
}
