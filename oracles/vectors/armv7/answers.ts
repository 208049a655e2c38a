/**
 * What decisions of the armv7 machine leave open: whether a breakpoint or watchpoint matches where the manual says
 * UNPREDICTABLE. Then nothing of the answer is compared.
 */
import { boolean, field } from '../../codec.ts'
import type { OpenAnswers } from '../decisions/answers.ts'
import type { Fact } from '../envelope.ts'

const MATCHES = 'matches'
const REASON = 'unpredictable'

export const unpredictableMatches: OpenAnswers = {
  areOf: (outputs) => Object.hasOwn(outputs, MATCHES),
  outputs: (outputs) => ({ ...outputs, [MATCHES]: field(boolean, 'whether it matches') }),
  reasons: { [REASON]: 'The manual makes it UNPREDICTABLE whether it matches.' },
  facts: (answer) =>
    answer[MATCHES] === REASON
      ? Object.fromEntries(
          Object.keys(answer).map((name): [string, Fact] => [name, { unpredictable: true, reason: REASON }]),
        )
      : answer,
}
