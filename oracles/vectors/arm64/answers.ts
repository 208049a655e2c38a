/**
 * What decisions of the arm64 machine leave open: whether a breakpoint or watchpoint matches where the manual says
 * CONSTRAINED UNPREDICTABLE. Then nothing of the answer is compared.
 */
import { NOT_MODELLED, UNPREDICTABLE } from '../../../model/arm64/index.ts'
import { boolean, field } from '../../codec.ts'
import type { OpenAnswers } from '../decisions/answers.ts'
import type { Fact, LooseFact } from '../envelope.ts'

/** Of a variant that says it in words of its own. */
const OTHER = 'constrained-unpredictable'

const MATCHES = 'matches'

const nameIn = (texts: { readonly [name: string]: string }, text: unknown): string | undefined =>
  Object.keys(texts).find((name) => texts[name] === text)

const factOf = (reason: unknown): LooseFact => {
  const name = nameIn(NOT_MODELLED, reason)
  if (name !== undefined) return { notChecked: true, reason: name }
  return { unpredictable: true, reason: nameIn(UNPREDICTABLE, reason) ?? OTHER }
}

const sentence = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}.`

export const unpredictableMatches: OpenAnswers = {
  areOf: (outputs) => Object.hasOwn(outputs, MATCHES),
  outputs: ({ reason: _, ...others }) => ({
    ...others,
    [MATCHES]: field(boolean, 'whether it matches'),
  }),
  reasons: {
    ...Object.fromEntries(
      Object.entries(UNPREDICTABLE).map(([name, text]) => [
        name,
        `${sentence(text)} The manual makes it CONSTRAINED UNPREDICTABLE whether it matches.`,
      ]),
    ),
    ...Object.fromEntries(Object.entries(NOT_MODELLED).map(([name, text]) => [name, sentence(text)])),
    [OTHER]: 'The manual makes it CONSTRAINED UNPREDICTABLE whether it matches.',
  },
  facts: (answer) => {
    if (answer[MATCHES] !== 'unpredictable') return answer
    const { reason, ...fields } = answer
    const fact = factOf(reason)
    return Object.fromEntries(Object.keys(fields).map((name): [string, Fact] => [name, fact]))
  },
}
