/**
 * Programs of every x86 corpus: bugs of the past in the forms in which a kernel that runs its guest on the CPU shows
 * them: with an instruction that is intercepted, or behind KVM’s forced-emulation prefix. They were found by random
 * search, made small, and kept.
 */
import { historicalVariants } from '../../../../model/x86/variants/historical/index.ts'
import type { X86 } from '../../../../properties/x86/types.ts'
import { x86 } from '../../../machines/x86.ts'
import { programFor } from '../../../programs/parse.ts'
import type { Candidate } from '../machine.ts'
import { storedPrograms } from '../programs.ts'

const FORMS: { readonly [form: string]: string } = {
  intercepted: 'with an instruction that a hypervisor intercepts',
  forced: 'behind the forced-emulation prefix',
}

export const bugs = (): Candidate<X86>[] =>
  storedPrograms('oracles', 'vectors', 'corpus', 'bugs').map(({ name, program }) => {
    const [, bug, form] = /^(.+)-(\w+)$/.exec(name)!
    const variant = historicalVariants.find(({ id }) => id === `x86/${bug}`)
    if (variant === undefined) throw new Error(`no variant is the bug of ${name}.json`)
    const commits = variant.cites.map(({ text }) => text).join('; ')
    return {
      name,
      why: `Shows the bug ${bug} ${FORMS[form!]}: ${variant.summary} (${commits}).`,
      program: programFor(x86, program),
    }
  })
