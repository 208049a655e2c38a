/**
 * What vectors need to know of a machine. Everything outside of the folders of the machines takes it as a value.
 */
import type { OpenAnswers } from './decisions/answers.ts'
import type { DecisionValues } from './decisions/values.ts'
import type { ProgramsOf } from './programs/machine.ts'
import type { AnyVariant } from './variants.ts'

export interface VectorMachine {
  /** The first half of its identifiers. */
  readonly name: string
  /** What is worth trying in its decisions. */
  readonly values: DecisionValues
  /** How its decisions say that something is open. */
  readonly openAnswers: readonly OpenAnswers[]
  /** Whether a variant answers a decision in the decision's own terms; otherwise its file is not about that variant. */
  readonly answers: (variant: AnyVariant, decision: string) => boolean
  readonly programs: ProgramsOf
}
