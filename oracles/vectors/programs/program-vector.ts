/**
 * One program as a vector: what a VMM needs to run it, and what it may see under each variant.
 */
import type { MachineTypes } from '../../../properties/machine.ts'
import type { JsonRecord } from '../../codec.ts'
import { Allowed, type Expected } from '../../differential/judge.ts'
import { answersById } from '../../ids.ts'
import { parseProgram, programFor } from '../../programs/parse.ts'
import type { Observation } from '../../targets/kvm/observation.ts'
import { canonicalJson } from '../canonical.ts'
import type { AllowedRun, Expectation, ProgramVector } from '../envelope.ts'
import { eventJson, observedEvent, startJson } from './events.ts'
import { isSupported } from './limits.ts'
import type { ProgramsOf } from './machine.ts'

/** Why nothing is said of a part of a run. */
export const reasonsOf = ({
  undefinedReason: { name, text },
  reasons,
}: ProgramsOf): { readonly [reason: string]: string } => ({
  [name]: text,
  ...reasons,
  'not-measured':
    'The kernel that the variant stands for was never measured on programs like this one, or the model has no words for what it does.',
  cap: 'The program goes round in circles: only what comes before the cap on runs and instructions is compared.',
})

/** Everything of a vector that follows from its program alone. */
export type ProgramText = Pick<
  ProgramVector,
  'program' | 'requires' | 'setup' | 'code' | 'script' | 'start' | 'line'
>

/**
 * @throws InputError if it is no program, or cannot be laid out.
 */
export const programText = (
  of: ProgramsOf,
  given: ProgramVector['program'],
  reference: MachineTypes['Variant'],
): ProgramText => {
  const { machine } = of
  const { words, protocol } = machine
  // A file has other names first: what is said of a program must not depend on their order.
  const program = programFor(machine, parseProgram(given))
  return {
    program,
    requires: of.requirements(program),
    setup: words.setup(program) || 'as the contract has it',
    code: of.code(program),
    script: program.script.map((group) => group.map((action) => words.action(action, program))),
    start: startJson(of.forms, of.start(program, reference)),
    line: protocol.lower(program),
  }
}

/** The answers that a run took and its variant leaves open. */
const choicesOf = (
  { machine }: ProgramsOf,
  { run }: Expected,
  variant: MachineTypes['Variant'],
): { readonly [choice: string]: string } =>
  answersById(
    machine.name,
    Object.fromEntries([...run.consulted].filter(([name]) => variant.answers[name] === undefined)),
  )

const isCapped = ({ ending, events }: Observation): boolean =>
  ending === 'cap' || events.at(-1)?.what === 'interrupted'

const runJson = (of: ProgramsOf, expected: Expected, text: ProgramText): AllowedRun => {
  const { forms, undefinedReason } = of
  const { observation, within, run } = expected
  const { program } = text
  const actions = of.performed(program, run).map((action) => of.machine.words.action(action, program))
  let performed = 0
  const all = observation.events.map((event) =>
    eventJson(forms, event, text.start, event.kind === 'action' ? (actions[performed++] ?? 'an action') : ''),
  )
  const undefinedThen = { unpredictable: true, reason: undefinedReason.name } as const
  // biome-ignore lint/suspicious/noThenProperty: it is JSON, and nobody awaits it.
  if (within !== null) return { events: all.slice(0, within), then: undefinedThen }
  const { log, ending } = observation
  return {
    events: all,
    ending,
    log,
    guest: of.guest(log, text.program),
    // biome-ignore lint/suspicious/noThenProperty: it is JSON, and nobody awaits it.
    ...(isCapped(observation) ? { then: { notChecked: true, reason: 'cap' } as const } : {}),
  }
}

const NOT_MEASURED: Expectation<AllowedRun> = {
  // biome-ignore lint/suspicious/noThenProperty: it is JSON, and nobody awaits it.
  allowed: [{ events: [], then: { notChecked: true, reason: 'not-measured' } }],
}

/** What a variant allows for a program; `null` if it allows more than `most` runs that differ. */
export const runsOf = (
  of: ProgramsOf,
  text: ProgramText,
  variant: MachineTypes['Variant'],
  most = Number.POSITIVE_INFINITY,
): Expectation<AllowedRun> | null => {
  if (!isSupported(of, text.program, variant)) return NOT_MEASURED
  const found = new Map<string, { readonly expected: Expected; readonly run: AllowedRun }>()
  for (const expected of new Allowed(of.machine, text.program, variant)) {
    const run = runJson(of, expected, text)
    const key = canonicalJson(run)
    if (!found.has(key)) found.set(key, { expected, run })
    if (found.size > most) return null
  }
  const all = [...found.values()]
  if (all.length === 1) return { allowed: [all[0]!.run] }
  return { allowed: all.map(({ expected, run }) => ({ ...run, choices: choicesOf(of, expected, variant) })) }
}

/**
 * The runs of a file as the judge takes them.
 *
 * @throws Error for a value that is none.
 */
export const expectedObservations = (
  { forms }: Pick<ProgramsOf, 'forms'>,
  { allowed }: Expectation<AllowedRun>,
  start: JsonRecord,
): { readonly observation: Observation; readonly within: number | null }[] =>
  allowed.map(({ events, ending, log = '' }) => ({
    observation: {
      events: events.map((event) => observedEvent(forms, event, start)),
      ending: ending ?? 'end',
      log,
    },
    within: ending === undefined ? events.length : null,
  }))
