import { idealRules, type Rules } from '../../rules.ts'
import { ideal } from '../ideal.ts'
import { type Armv7Changes, mutant, type Variant } from '../variant.ts'

type Wrong = Pick<Armv7Changes, 'rules' | 'slots'>
/** A small wrong form; of the ideal machine, where no other base is named. */
export const wrong = (id: string, summary: string, changes: Wrong, base: Variant = ideal): Variant =>
  mutant({ id: `armv7/${id}`, summary, base, cites: [], ...changes })

/** With one rule that answers otherwise where `when` says so. */
export const emulating = (
  when: (input: Parameters<Rules['emulateAccess']>[0]) => ReturnType<Rules['emulateAccess']> | null,
): Pick<Rules, 'emulateAccess'> => ({
  emulateAccess: (input, context) => when(input) ?? idealRules.emulateAccess(input, context),
})
