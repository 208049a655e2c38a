/**
 * The freedom that a variant leaves a decision.
 */
import { machineNamed } from '../machines/index.ts'
import type { AnyAnswers, AnyVariant, Decision } from './decision.ts'

/** Every set of answers to the choices that a decision may consult and a variant leaves open, the defaults first. */
export const openAnswers = (decision: Decision, variant: AnyVariant): AnyAnswers[] => {
  const fixed = variant.answers as { readonly [choice: string]: string | undefined }
  const { choices } = machineNamed(decision.machine)
  const open = decision.choices.filter((name) => fixed[name] === undefined)
  return open.reduce<AnyAnswers[]>(
    (sets, name) =>
      choices[name]!.answers.flatMap((answer) => sets.map((set) => ({ ...set, [name]: answer }))),
    [{}],
  )
}
