/**
 * The programs of a corpus. Beside those of the vectors there are in every one: what real kernels were found to do otherwise, and bugs
 * of the past in the forms in which a kernel that runs its guest on the CPU shows them: with an instruction that is
 * intercepted, or behind KVM's forced-emulation prefix. They were found by random search, made small, and kept.
 */
import { readdirSync, readFileSync } from 'node:fs'
import type { Program } from '../../../model/x86/index.ts'
import { historicalVariants } from '../../../model/x86/variants/historical/index.ts'
import { x86 } from '../../machines/x86.ts'
import { packageFile } from '../../package.ts'
import { parseProgram, parseStored, programFor } from '../../programs/parse.ts'
import { canonicalJson } from '../canonical.ts'
import type { Candidate } from './entries.ts'

const stored = (path: string) => parseStored(readFileSync(path, 'utf8')).program
const read = (path: string): Program => programFor(x86, stored(path))

const named = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort()

const findings = (): Candidate[] => {
  const folder = packageFile('findings')
  const ofX86 = named(folder).filter(
    (name) => stored(packageFile('findings', `${name}.json`)).machine === x86.name,
  )
  return ofX86.map((name) => ({
    name: `finding-${name}`,
    why: 'A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says what.',
    program: read(packageFile('findings', `${name}.json`)),
  }))
}

const FORMS: { readonly [form: string]: string } = {
  intercepted: 'with an instruction that a hypervisor intercepts',
  forced: 'behind the forced-emulation prefix',
}

const bugs = (): Candidate[] => {
  const folder = ['oracles', 'vectors', 'corpus', 'bugs'] as const
  return named(packageFile(...folder)).map((name) => {
    const [, bug, form] = /^(.+)-(\w+)$/.exec(name)!
    const variant = historicalVariants.find(({ id }) => id === `x86/${bug}`)
    if (variant === undefined) throw new Error(`no variant is the bug of ${name}.json`)
    const commits = variant.cites.map(({ text }) => text).join('; ')
    return {
      name,
      why: `Shows the bug ${bug} ${FORMS[form!]}: ${variant.summary} (${commits}).`,
      program: read(packageFile(...folder, `${name}.json`)),
    }
  })
}

/** These programs and others; one that is there for two reasons is there once, with both. */
export const corpusPrograms = (others: readonly Candidate[]): Candidate[] => {
  const all = new Map<string, Candidate>()
  for (const candidate of [...findings(), ...others, ...bugs()]) {
    const key = canonicalJson(parseProgram(candidate.program))
    const same = all.get(key)
    all.set(key, same ? { ...same, why: `${same.why} ${candidate.why}` } : candidate)
  }
  return [...all.values()]
}
