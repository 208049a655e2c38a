/**
 * The sentences that the mail and the C file have in common: what is shown, who says that it is wrong, and where it
 * comes from.
 */
import type { Citation } from '../../model/citations.ts'
import type { Layer } from '../../model/variant.ts'
import type { MachineTypes } from '../../properties/machine.ts'
import { decisions } from '../decisions/catalogue.ts'
import type { Part } from '../differential/compare.ts'
import { idOf, machineIn } from '../ids.ts'
import { machineNamed } from '../machines/index.ts'
import type { FindingSubject, Subject } from './subject.ts'
import { plain } from './wrap.ts'

/** What the layer of a property makes of a violation. */
const LAYER_TEXT: { readonly [L in Layer]: string } = {
  arch: 'The architecture demands it: anything else is a bug.',
  abi: 'The documented interface demands it: anything else is a bug.',
  policy: 'This is a policy of today’s hypervisors: anything else is a difference, not a bug.',
}

/** A word `name=value` of what a target said of itself, or the whole text. */
export const hostLines = (host: string): string[] => {
  const text = plain(host)
  const pairs = [...text.matchAll(/(\S+?)=("[^"]*"|\S+)/g)].map(([, name, value]) => `${name} ${value}`)
  const rest = text.replaceAll(/\S+?=("[^"]*"|\S+)/g, '').trim()
  return [...(rest === '' ? [] : [rest]), ...pairs]
}

/** The difference in a sentence; what the property says if the host cannot see it. */
export const seenText = (subject: Subject): string => {
  const { difference, allowed, observed, program } = subject
  const expected = subject.kind === 'finding' ? subject.stored.expected : allowed[0]!.observation
  if (subject.kind === 'finding' && typeof subject.stored.difference === 'string')
    return plain(subject.stored.difference)
  return difference === null
    ? ''
    : plain(machineNamed(program.machine).words.difference(difference, expected, observed, program))
}

/** The kernel that a target has named, or the target. */
const kernelOf = ({ target, host }: FindingSubject['stored']): string => {
  const release = /\bkernel=(\S+)|\bLinux (\S+)/.exec(plain(host))
  return release ? `Linux ${release[1] ?? release[2]}` : plain(target)
}

/** The first line. */
export const titleText = (subject: Subject): string => {
  if (subject.kind === 'counterexample') return `${subject.variant.id} violates ${subject.property.id}`
  const { stored, reference, broken } = subject
  const where = `KVM guest debugging, ${kernelOf(stored)}`
  if (stored.kind === 'divergence') return `${where}: not as ${reference.id} describes it`
  if (!broken[0]) return `${where}: ${reference.id} is not followed`
  return `${where}: ${broken[0].id} ${broken[0].layer === 'policy' ? 'is not followed' : 'is violated'}`
}

/** A statement that is broken, and who says so. */
export interface Statement {
  readonly text: string
  readonly layer: string
}

const propertyStatements = (subject: Subject): Statement[] => {
  const [main, ...others] = subject.kind === 'counterexample' ? [subject.property] : subject.broken
  if (!main) return []
  const also = others.length === 0 ? '' : ` Broken as well: ${others.map(({ id }) => id).join(', ')}.`
  return [{ text: `${main.statement} (${main.id})`, layer: `${LAYER_TEXT[main.layer]}${also}` }]
}

const withoutProperty = ({ stored, reference }: FindingSubject): Statement =>
  stored.kind === 'divergence'
    ? {
        text: `Expected is what ${reference.id} describes: ${reference.summary}.`,
        layer:
          'This says nothing about who is right: either the description is incomplete or the target has changed.',
      }
    : {
        text: `Expected is what ${reference.id} allows: ${reference.summary}.`,
        layer: 'No property of the specification names this difference: whether it is a bug is left open.',
      }

/** What is broken. */
export const statements = (subject: Subject): readonly Statement[] => {
  const of = propertyStatements(subject)
  return of.length === 0 && subject.kind === 'finding' ? [withoutProperty(subject)] : of
}

/** Rules and choices by their ids; slots work together and count as one. */
const partTexts = (parts: readonly Part[], of: MachineTypes['Variant']): string[] => [
  ...parts
    .filter(({ kind }) => kind !== 'slot')
    .map(({ kind, name }) => `the ${kind} ${idOf(machineIn(of.id), name)}`),
  ...(parts.some(({ kind }) => kind === 'slot') ? [`the slots of ${of.id}`] : []),
]

/** Which part of the specification is about it, and which variant does the same. */
export const explanationLines = (subject: Subject): string[] => {
  const { causes } = subject
  const variant = subject.kind === 'counterexample' ? subject.variant : subject.explainedBy
  if (variant === null) return []
  const parts = partTexts(causes, variant)
  return [
    ...(subject.kind === 'finding' ? [`The model ${variant.id} does the same.`] : []),
    ...(parts.length > 0 ? [`What makes the difference: ${parts.join('; ')}.`] : []),
  ]
}

const ruleCitations = ({ kind, name }: Part, { id }: MachineTypes['Variant']): readonly Citation[] => {
  const ask = decisions.find(({ rule, machine }) => rule === name && machine === machineIn(id))
  return kind === 'rule' && ask ? ask.cites : []
}

/** Citations for what is broken; those of a kernel as a whole would bury them. */
const citations = (subject: Subject): Citation[] => {
  const { causes } = subject
  const properties = subject.kind === 'counterexample' ? [subject.property] : subject.broken.slice(0, 1)
  const variant = subject.kind === 'counterexample' ? subject.variant : subject.explainedBy
  const own = variant === null || variant.status === 'kernel' ? [] : variant.cites
  const all = [
    ...properties.flatMap(({ cites }) => cites),
    ...causes.flatMap((part) => ruleCitations(part, subject.reference)),
    ...own,
  ]
  return [...new Map(all.map((cite) => [cite.text, cite])).values()]
}

/** The sources, each with a mark if nobody has checked it. */
export const citationLines = (subject: Subject): string[] =>
  citations(subject).map(
    ({ text, confidence }) => `${text}${confidence === 'recalled' ? ' [recalled, not verified]' : ''}`,
  )

/** Where the program comes from. */
export const provenanceText = (subject: Subject, version: string): string => {
  const { provenance } = subject.stored
  const found = `guest-debug-oracle ${version}; found after ${provenance.after} programs with seed ${provenance.seed}, then shrunk.`
  if (subject.kind === 'counterexample') return found
  const { instances } = subject.stored.provenance
  return instances > 1 ? `${found} ${instances} programs showed the same.` : found
}
