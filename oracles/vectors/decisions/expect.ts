/**
 * What variants allow a decision to answer.
 */
import type { JsonRecord } from '../../codec.ts'
import type { AnyVariant, Decision } from '../../decisions/decision.ts'
import { openAnswers } from '../../decisions/open-answers.ts'
import { answersById } from '../../ids.ts'
import type { AllowedAnswer, Expectation } from '../envelope.ts'
import { vectorMachine } from '../machines.ts'
import { answersOf } from './answers.ts'

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
  const { facts } = answersOf(decision, vectorMachine(decision.machine).openAnswers)
  return (input) => {
    const records = panel(input)
    let at = 0
    return asked.map((alternatives) => {
      const found = new Map<JsonRecord, AllowedAnswer>()
      for (const { choices } of alternatives) {
        const record = records[at++]!
        if (!found.has(record)) found.set(record, { choices, output: facts(record) })
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
