/**
 * The programs of the corpus: what real kernels did, what bugs and wrong forms show, and a spread over everything that
 * programs can do.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { InputError } from '../../../model/program.ts'
import { type Op, type Program, runProgram, type Variant } from '../../../model/x86/index.ts'
import { ideal } from '../../../model/x86/variants/ideal.ts'
import { variants } from '../../../model/x86/variants/index.ts'
import { samplePrograms } from '../../../properties/check.ts'
import { shrink } from '../../../properties/shrink.ts'
import { PROGRAM_CLASSES, type ProgramClass } from '../../../properties/x86/generators.ts'
import { differingParts, type Part, separate, withPart } from '../../differential/compare.ts'
import { Allowed, judge } from '../../differential/judge.ts'
import { kebab } from '../../ids.ts'
import { parseStored } from '../../programs/parse.ts'
import { observationOf } from '../../targets/kvm/observation.ts'
import { packageFile } from '../../targets/package.ts'
import type { Candidate } from './entries.ts'

const SEED = 1
/** Random programs of each class in which a bug is looked for. */
const TRIED = 80
const SHRINKS = 800

/** Whether a host can see that a variant does something that neither the ideal machine nor its base allows. */
const shows = (program: Program, variant: Variant): boolean => {
  if (program.setup.rtm || program.setup.busLockDetect) return false
  try {
    const run = runProgram(program, variant)
    if (run.events.at(-1)?.kind !== 'exit' || run.ending === 'cap') return false
    const seen = observationOf(run)
    const bases = [...new Set([ideal, (variant.base as Variant | null) ?? ideal])]
    return bases.every((base) => judge(new Allowed(program, base), seen).result === 'different')
  } catch (error) {
    if (error instanceof InputError) return false
    throw error
  }
}

/** Ways in which a program can show something: a kernel may have it in one of them only. */
interface Form {
  readonly name: string
  readonly classes: readonly ProgramClass[]
  readonly has: (program: Program) => boolean
}

const INTERCEPTED: readonly Op[] = [
  ...(['in', 'out', 'load', 'store', 'inc', 'cpuid', 'rdmsr', 'wrmsr'] as const),
  ...(['mov-to-dr', 'mov-from-dr', 'rep-insb', 'rep-outsb'] as const),
]

const contains = (program: Program, ops: readonly Op[]): boolean =>
  program.code.some(({ op }) => ops.includes(op))

const FORMS: readonly Form[] = [
  {
    name: 'intercepted',
    classes: ['any', 'stepping', 'breakpoints', 'debug-registers'],
    has: (program) => contains(program, INTERCEPTED),
  },
  { name: 'forced', classes: ['forced-emulation'], has: (program) => contains(program, ['force-emulation']) },
]

/** A small program of a form that shows what a variant does. */
const findIn = (variant: Variant, { classes, has }: Form): Program | null => {
  const wanted = (program: Program): boolean => has(program) && shows(program, variant)
  for (const programClass of classes) {
    const found = samplePrograms(programClass, TRIED, SEED).find(wanted)
    if (found) return shrink(found, wanted, SHRINKS).program
  }
  return null
}

/** The shortest program that shows it, and small ones of some forms. */
const programsFor = (
  variant: Variant,
  forms: readonly Form[],
): { readonly form: string; readonly program: Program }[] => {
  const base = (variant.base as Variant | null) ?? ideal
  const shortest = separate(base, variant, { runs: TRIED, seed: SEED })
  return [
    ...(shortest && shows(shortest.program, variant) ? [{ form: '', program: shortest.program }] : []),
    ...forms.flatMap((form) => {
      const program = findIn(variant, form)
      return program === null ? [] : [{ form: form.name, program }]
    }),
  ]
}

const nameOf = ({ id }: Variant): string => id.slice(id.indexOf('/') + 1)

const candidatesFor = (kind: string, variant: Variant, why: string, forms: readonly Form[]): Candidate[] =>
  programsFor(variant, forms).map(({ form, program }) => ({
    name: [kind, nameOf(variant), form].filter((part) => part !== '').join('-'),
    why,
    program,
  }))

const bugCandidates = (): Candidate[] =>
  variants
    .filter(({ status }) => status === 'historical')
    .flatMap((variant) => {
      const commits = variant.cites.map(({ text }) => text).join('; ')
      return candidatesFor('bug', variant, `shows a bug of the past: ${variant.summary} (${commits})`, FORMS)
    })

const mutantCandidates = (): Candidate[] =>
  variants
    .filter(({ status }) => status === 'mutant')
    .flatMap((variant) => candidatesFor('wrong', variant, `shows if ${variant.summary}`, []))

const partText = ({ kind, name }: Part): string => (kind === 'slot' ? 'slots' : kebab(name))

/** What tells a kernel or a patch from what it is compared with, part by part. */
const partCandidates = (): Candidate[] =>
  variants
    .filter(({ status }) => status === 'kernel' || status === 'patch')
    .flatMap((variant) => {
      const base = variant.base as Variant
      const parts = differingParts(base, variant)
      const distinct = parts.filter(
        (part, i) => part.kind !== 'slot' || parts.findIndex(({ kind }) => kind === 'slot') === i,
      )
      return distinct.flatMap((part): Candidate[] => {
        const other = { ...withPart(base, variant, part), base }
        const found = separate(base, other, { runs: TRIED, seed: SEED })
        if (!found || !shows(found.program, other)) return []
        const text = partText(part)
        const why = `tells ${variant.id} from ${base.id}: ${text}`
        return [{ name: `kernel-${nameOf(variant)}-${text}`, why, program: found.program }]
      })
    })

const findingCandidates = (): Candidate[] => {
  const folder = packageFile('findings')
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      name: `finding-${file.slice(0, -'.json'.length)}`,
      why: 'what a real kernel was found to do otherwise, see FINDINGS.md of guest-debug-oracle',
      program: parseStored(readFileSync(packageFile('findings', file), 'utf8')).program,
    }))
}

/** What a program does: instructions and exits, each with the control bits in force. */
const featuresOf = (program: Program): string[] => {
  const { events } = runProgram(program, ideal)
  const { mode = 'real' } = program.setup
  return events.flatMap((event) => {
    if (event.kind === 'instruction') return [`${mode} ${event.op} ${event.view.control}`]
    if (event.kind === 'exit') return [`${mode} ${event.exit.reason} ${event.view.control}`]
    if (event.kind === 'action') return [`${mode} ${event.action.do} ${event.result}`]
    return event.kind === 'delivery' ? [`${mode} ${event.source} ${event.vector}`] : []
  })
}

/** Random programs of each class are looked at, and of them taken: those that do something new. */
const SPREAD = { of: 200, take: 30 }

const spread = (): Candidate[] => {
  const seen = new Set<string>()
  return PROGRAM_CLASSES.flatMap((programClass) =>
    samplePrograms(programClass, SPREAD.of, SEED)
      .filter(({ setup }) => !setup.rtm && !setup.busLockDetect)
      .filter((program) => {
        const features = featuresOf(program)
        const isNew = features.filter((feature) => !seen.has(feature)).length >= 2
        if (isNew) for (const feature of features) seen.add(feature)
        return isNew
      })
      .slice(0, SPREAD.take)
      .map((program, i) => ({
        name: `random-${programClass}-${i + 1}`,
        why: `a random program of the class ${programClass}`,
        program,
      })),
  )
}

/** All programs, no two of which are the same. */
export const candidates = (): Candidate[] => {
  const all = [
    ...findingCandidates(),
    ...bugCandidates(),
    ...partCandidates(),
    ...mutantCandidates(),
    ...spread(),
  ]
  const seen = new Set<string>()
  return all.filter(({ program }) => {
    const { setup, code, script } = program
    const key = JSON.stringify([setup, code, script])
    return !seen.has(key) && seen.add(key)
  })
}
