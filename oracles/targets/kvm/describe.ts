/**
 * Which variant describes a target: by the words of its hello, and where these do not tell, by what it does.
 */
import { makeProgram, type Program, type Variant } from '../../../model/x86/index.ts'
import { ideal } from '../../../model/x86/variants/ideal.ts'
import { linux618Pvm } from '../../../model/x86/variants/kernels.ts'
import type { HostWords } from '../process.ts'
import type { Mask } from './masks.ts'
import type { Observation } from './observation.ts'
import { type Limit, PVM_LIMITS } from './unsupported.ts'

/** What is known of a target. */
export interface Description {
  readonly variant: Variant
  /** The variant was measured on this very path; otherwise it is only the nearest that there is. */
  readonly exact: boolean
  /** Programs that say nothing there. */
  readonly limits: readonly Limit[]
  /** What of its observations says nothing. */
  readonly masks: readonly Mask[]
}

const ICEBP = makeProgram({}, [{ op: 'icebp' }], [])

/** KVM's emulator does not know ICEBP; a guest whose code it need not emulate executes it. */
const emulates = async (probe: (program: Program) => Promise<Observation | null>): Promise<boolean> =>
  (await probe(ICEBP))?.ending === 'internal-error'

/**
 * Describes a target.
 *
 * @param words of its hello.
 * @param probe runs a program on it; `null` if the target does not answer it.
 * @param variants those that are known.
 */
export const describeTarget = async (
  words: HostWords,
  probe: (program: Program) => Promise<Observation | null>,
  variants: readonly Variant[],
): Promise<Description> => {
  const served = variants.find(({ id }) => id === words.model)
  if (served) return { variant: served, exact: true, limits: [], masks: [] }
  if (await emulates(probe)) {
    const exact = /^6\.18\./.test(words.kernel ?? '')
    return { variant: linux618Pvm, exact, limits: PVM_LIMITS, masks: [] }
  }
  return { variant: ideal, exact: false, limits: [], masks: [] }
}
