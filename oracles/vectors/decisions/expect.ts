/**
 * What variants allow a decision to answer.
 */
import type { JsonRecord } from '../../codec.ts'
import type { AnyVariant, Decision } from '../../decisions/decision.ts'
import { answersById } from '../../ids.ts'
import { machineNamed } from '../../machines/index.ts'
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
export const openAnswers = (
  decision: Decision,
  variant: AnyVariant,
): { readonly [choice: string]: string }[] => {
  const fixed = variant.answers as { readonly [choice: string]: string | undefined }
  const { choices } = machineNamed(decision.machine)
  const open = decision.choices.filter((name) => fixed[name] === undefined)
  return open.reduce<{ readonly [choice: string]: string }[]>(
    (sets, name) =>
      choices[name]!.answers.flatMap((answer) => sets.map((set) => ({ ...set, [name]: answer }))),
    [{}],
  )
}

/** What a variant allows, as a function of the input. */
export type Expecting = (input: JsonRecord) => Expectation<AllowedAnswer>

/** What several variants allow, as a function of the input: in their order. */
export const expectingAll = (
  decision: Decision,
  variants: readonly AnyVariant[],
): ((input: JsonRecord) => readonly Expectation<AllowedAnswer>[]) => {
  const asked = variants.map((variant) =>
    openAnswers(decision, variant).map((answers) => ({
      variant,
      answers,
      choices: answersById(decision.machine, answers),
    })),
  )
  const panel = decision.panel(asked.flat())
  return (input) => {
    const records = panel(input)
    let at = 0
    return asked.map((alternatives) => {
      const found = new Map<JsonRecord, AllowedAnswer>()
      for (const { choices } of alternatives) {
        const record = records[at++]!
        if (!found.has(record)) found.set(record, { choices, output: factsOf(record) })
      }
      if (found.size > 1) return { allowed: [...found.values()] }
      const [{ output }] = [...found.values()] as [AllowedAnswer]
      return { allowed: [{ output }] }
    })
  }
}

/** The decision under one variant. */
export const expecting = (decision: Decision, variant: AnyVariant): Expecting => {
  const all = expectingAll(decision, [variant])
  return (input) => all(input)[0]!
}
