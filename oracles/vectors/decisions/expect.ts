/**
 * What variants allow a decision to answer.
 */
import { type ChoiceName, choices } from '../../../model/x86/choices.ts'
import type { JsonRecord } from '../../codec.ts'
import type { AnyVariant, Decision } from '../../decisions/decision.ts'
import { answersById } from '../../ids.ts'
import type { AllowedAnswer, Expectation, Fact } from '../envelope.ts'

/** Why a slot may hit or not. */
export const UNDEFINED_ENCODING = 'undefined-encoding'

/** The output field that says which slots may hit: in vectors it is the mask of `hits`. */
export const MAY_HIT = 'mayHit'

const SLOT_MASK = 0xf

/** An answer as facts: slots that may hit, and need not, are masked out. */
const factsOf = (answer: JsonRecord): { readonly [field: string]: Fact } => {
  const { [MAY_HIT]: mayHit, hits, ...others } = answer
  if (typeof mayHit !== 'number' || typeof hits !== 'number') return answer as { [field: string]: Fact }
  const open = mayHit & ~hits
  if (open === 0) return { ...others, hits }
  return { ...others, hits: { value: hits, mask: SLOT_MASK & ~open, reason: UNDEFINED_ENCODING } }
}

/** Every set of answers to the choices that a decision may consult and a variant leaves open, the defaults first. */
const openAnswers = (decision: Decision, variant: AnyVariant): { readonly [choice: string]: string }[] => {
  const fixed = variant.answers as { readonly [choice: string]: string | undefined }
  const open = decision.choices.filter((name) => fixed[name] === undefined)
  return open.reduce<{ readonly [choice: string]: string }[]>(
    (sets, name) =>
      choices[name as ChoiceName].answers.flatMap((answer) =>
        sets.map((set) => ({ ...set, [name]: answer })),
      ),
    [{}],
  )
}

/** What a variant allows, as a function of the input. */
export type Expecting = (input: JsonRecord) => Expectation<AllowedAnswer>

/** The decision under one variant. */
export const expecting = (decision: Decision, variant: AnyVariant): Expecting => {
  const alternatives = openAnswers(decision, variant).map((answers) => ({
    choices: answersById(answers),
    evaluate: decision.evaluator(variant, answers),
  }))
  if (alternatives.length === 1) {
    const [only] = alternatives
    return (input) => ({ allowed: [{ output: factsOf(only!.evaluate(input)) }] })
  }
  return (input) => {
    const found = new Map<string, AllowedAnswer>()
    for (const { choices, evaluate } of alternatives) {
      const answer = evaluate(input)
      const key = JSON.stringify(answer)
      if (!found.has(key)) found.set(key, { choices, output: factsOf(answer) })
    }
    if (found.size > 1) return { allowed: [...found.values()] }
    const [{ output }] = [...found.values()] as [AllowedAnswer]
    return { allowed: [{ output }] }
  }
}
