/**
 * What `gdo diff` is asked for: by its options, or by the campaign in a folder.
 */
import { InputError } from '../../model/program.ts'
import { PROGRAM_CLASSES as ARM64_CLASSES } from '../../properties/arm64/generators.ts'
import { PROGRAM_CLASSES as ARMV7_CLASSES } from '../../properties/armv7/generators.ts'
import { PROGRAM_CLASSES as VMM_CLASSES } from '../../properties/vmm/generators.ts'
import { PROGRAM_CLASSES as X86_CLASSES } from '../../properties/x86/generators.ts'
import type { Header } from '../differential/store.ts'
import { TARGET_NAMES, type TargetOptions } from '../targets/open.ts'
import { numberOption } from './check.ts'
import type { Invocation } from './command.ts'

/** The classes of programs that any machine has. */
export const PROGRAM_CLASSES: readonly string[] = [
  ...new Set<string>([...X86_CLASSES, ...ARM64_CLASSES, ...ARMV7_CLASSES, ...VMM_CLASSES]),
]

export const DEFAULT_RUNS = 1000
export const MOST_RUNS = 1_000_000_000

/** What says more exactly which target it is. */
const TARGET_OPTIONS = ['kernel', 'modules', 'release', 'flavour'] as const

/** What is asked for: a new campaign, or the one in a folder. */
export interface Request {
  readonly target: string
  readonly options: { readonly [name: string]: string }
  /** The variant that describes the target, if the user says so. */
  readonly describedBy: string | null
  readonly againstIdeal: boolean
  /** Properties to be tried instead, all that can be if none is named; `null` if none are. */
  readonly properties: readonly string[] | null
  readonly seed: number
  /** `null` for all that the target can run. */
  readonly classes: readonly string[] | null
  readonly runs: number
}

/** The options of a campaign as those of its target. */
export const targetOptions = (
  given: { readonly [name: string]: string },
  modules: readonly string[],
): TargetOptions => ({
  modules,
  ...(given.kernel === undefined ? {} : { kernel: given.kernel }),
  ...(given.modules === undefined ? {} : { kernelModules: given.modules }),
  ...(given.release === undefined ? {} : { release: given.release }),
  ...(given.flavour === undefined ? {} : { flavour: given.flavour }),
  ...(given.parameter === undefined ? {} : { parameters: given.parameter.split(' ') }),
})

const classesOf = (texts: readonly string[]): readonly string[] | null => {
  for (const text of texts)
    if (!PROGRAM_CLASSES.includes(text))
      throw new InputError(
        'GDO-1005',
        `--class: expected ${PROGRAM_CLASSES.join(', ')}, not ${JSON.stringify(text)}`,
      )
  return texts.length === 0 ? null : texts
}

const isAgainstIdeal = (invocation: Invocation): boolean => {
  const against = invocation.text('against')
  if (against !== undefined && against !== 'ideal')
    throw new InputError('GDO-1005', `--against: expected ideal, not ${JSON.stringify(against)}`)
  return against !== undefined
}

/** Options that do not go together. */
const EITHER_OR = [
  ['save', 'resume'],
  ['against', 'properties'],
  ['program', 'save'],
  ['program', 'resume'],
  ['program', 'properties'],
] as const

/** @throws InputError for options that do not go together. */
export const checkCombination = (invocation: Invocation): void => {
  const isGiven = (name: string): boolean => invocation.flag(name) || invocation.text(name) !== undefined
  for (const [a, b] of EITHER_OR)
    if (isGiven(a) && isGiven(b)) throw new InputError('GDO-1003', `--${a} and --${b} do not go together`)
  if (invocation.positionals.length > 0 && !invocation.flag('properties'))
    throw new InputError('GDO-1004', 'diff: expected no argument; properties are named behind --properties')
}

/** An option of the target, as a campaign keeps it: parameters with a blank between them. */
const givenOption = (
  invocation: Invocation,
  name: (typeof TARGET_OPTIONS)[number] | 'parameter',
): string | undefined => {
  if (name !== 'parameter') return invocation.text(name)
  const given = invocation.texts(name)
  return given.length === 0 ? undefined : given.join(' ')
}

/** The request of the command line. */
export const requestOf = (invocation: Invocation): Request => {
  const target = invocation.text('target')
  if (target === undefined)
    throw new InputError('GDO-1004', `diff: expected --target ${TARGET_NAMES}; see gdo diff --help`)
  return {
    target,
    options: Object.fromEntries(
      [...TARGET_OPTIONS, 'parameter' as const].flatMap((name) => {
        const value = givenOption(invocation, name)
        return value === undefined ? [] : [[name, value]]
      }),
    ),
    describedBy: invocation.text('variant') ?? null,
    againstIdeal: isAgainstIdeal(invocation),
    properties: invocation.flag('properties') ? invocation.positionals : null,
    seed: numberOption(invocation, 'seed', 1, 0x7fffffff),
    classes: classesOf(invocation.texts('class')),
    runs: numberOption(invocation, 'runs', DEFAULT_RUNS, MOST_RUNS),
  }
}

/** The request that a stored campaign was; what the command line says otherwise is refused, but for more programs. */
export const resumedRequest = (invocation: Invocation, folder: string, header: Header): Request => {
  const againstIdeal = header.variant !== header.describedBy
  const same = (name: string, given: string | undefined, stored: string): void => {
    if (given !== undefined && given !== stored)
      throw new InputError('GDO-1613', `${folder} holds a campaign with --${name} ${stored}, not ${given}`)
  }
  same('target', invocation.text('target'), header.target)
  same('seed', invocation.text('seed'), String(header.seed))
  same('variant', invocation.text('variant'), header.describedBy)
  same('against', invocation.text('against'), againstIdeal ? 'ideal' : 'the variant that describes it')
  const classes = invocation.texts('class')
  if (classes.length > 0) same('class', classes.join(' '), header.classes.join(' '))
  for (const name of [...TARGET_OPTIONS, 'parameter' as const])
    same(name, givenOption(invocation, name), header.options[name] ?? 'not given')
  if (invocation.flag('properties') !== header.properties.length > 0 && invocation.flag('properties'))
    throw new InputError('GDO-1613', `${folder} holds a campaign without --properties`)
  return {
    target: header.target,
    options: header.options,
    describedBy: header.description === 'asked for' ? header.describedBy : null,
    againstIdeal,
    properties: header.properties.length > 0 ? header.properties : null,
    seed: header.seed,
    classes: classesOf(header.classes),
    runs: numberOption(invocation, 'runs', header.runs, MOST_RUNS),
  }
}
