/**
 * One program as a vector: what a VMM needs to run it, and what it may see under each variant.
 */
import { hex } from '../../../model/bits.ts'
import { createVcpu, setUpDebugRegisters } from '../../../model/x86/host.ts'
import {
  type Answers,
  CODE,
  chooseFrom,
  type Instruction,
  layOut,
  type Program,
  type Variant,
} from '../../../model/x86/index.ts'
import { guestState } from '../../../model/x86/machine.ts'
import { createMachine } from '../../../model/x86/run-program.ts'
import type { JsonRecord } from '../../codec.ts'
import { Allowed, type Expected } from '../../differential/judge.ts'
import { answersById } from '../../ids.ts'
import { x86 } from '../../machines/x86.ts'
import { parseProgram, programFor } from '../../programs/parse.ts'
import { endOf, resolvedAssembly } from '../../reports/x86/disassembly.ts'
import { actionText, setupText } from '../../reports/x86/event-text.ts'
import type { Observation } from '../../targets/kvm/observation.ts'
import { modeOf } from '../../targets/x86/log.ts'
import { lower } from '../../targets/x86/lower.ts'
import { exitEvent } from '../../targets/x86/observation.ts'
import { canonicalJson } from '../canonical.ts'
import type { AllowedRun, CodeLine, Expectation, ProgramVector, Requirements } from '../envelope.ts'
import { eventJson, guestJson, observedEvent, stateJson } from './events.ts'
import { isSupported } from './limits.ts'

/** Why nothing is said of a part of a run. */
export const REASONS = {
  'undefined-breakpoint':
    'A breakpoint register has an encoding that the manual leaves undefined, and the program has come to where it counts.',
  'not-measured':
    'The kernel that the variant stands for was never measured on programs like this one, or the model has no words for what it does.',
  cap: 'The program goes round in circles: only what comes before the cap on runs and instructions is compared.',
} as const

/** The state that the VMM reads before the first run. */
const startOf = (program: Program, variant: Variant): JsonRecord => {
  const layout = layOut(program)
  const machine = createMachine(createVcpu(layout), variant, chooseFrom(variant.answers), [])
  setUpDebugRegisters(machine, layout)
  return stateJson(exitEvent({ reason: 'hlt' }, guestState(machine)).fields)
}

const codeLines = (program: Program): CodeLine[] => {
  const layout = layOut(program)
  const { code, addresses } = layout
  const end = endOf(layout)
  const digits = (bytes: readonly number[]): string => bytes.map((byte) => hex(byte, 8).slice(2)).join('')
  const line = (i: number, bytes: readonly number[], assembly: string): CodeLine => ({
    address: hex(addresses[i]!),
    bytes: digits(bytes),
    assembly,
  })
  return [
    ...program.code.map((instruction: Instruction, i) =>
      line(
        i,
        code.slice(addresses[i]! - CODE, addresses[i + 1]! - CODE),
        resolvedAssembly(instruction, layout),
      ),
    ),
    line(program.code.length, end.bytes, end.text),
  ]
}

const MSR_OPS: readonly string[] = ['rdmsr', 'wrmsr']
const SYSCALL_OPS: readonly string[] = ['syscall', 'sysret']
const BLOCKIRQ = 0x100000

const requirementsOf = ({ setup, code, script }: Program): Requirements => {
  const ops = new Set<string>(code.map(({ op }) => op))
  const actions = script.flat()
  const capabilities = [
    ...(actions.some((action) => action.do === 'set-guest-debug' && (Number(action.control) & BLOCKIRQ) !== 0)
      ? ['KVM_CAP_SET_GUEST_DEBUG2']
      : []),
    ...(actions.some((action) => action.do === 'nmi') ? ['KVM_CAP_USER_NMI'] : []),
    ...(MSR_OPS.some((op) => ops.has(op)) ? ['KVM_CAP_X86_MSR_FILTER'] : []),
  ]
  const cpuid = [
    ...(setup.rtm ? ['RTM'] : []),
    ...(setup.busLockDetect ? ['BUS_LOCK_DETECT'] : []),
    ...(setup.mode === 'long' ? ['LM'] : []),
    ...(SYSCALL_OPS.some((op) => ops.has(op)) ? ['SYSCALL'] : []),
  ]
  const other = ops.has('force-emulation') ? ['the parameter force_emulation_prefix of the module kvm'] : []
  return {
    vendor: setup.vendor ?? 'intel',
    ...(capabilities.length > 0 ? { capabilities } : {}),
    ...(cpuid.length > 0 ? { cpuid } : {}),
    ...(other.length > 0 ? { other } : {}),
  }
}

/** Everything of a vector that follows from its program alone. */
export type ProgramText = Pick<
  ProgramVector,
  'program' | 'requires' | 'setup' | 'code' | 'script' | 'start' | 'line'
>

/**
 * @throws InputError if it is no program, or cannot be laid out.
 */
export const programText = (given: Program, reference: Variant): ProgramText => {
  // A file has other names first: what is said of a program must not depend on their order.
  const program = programFor(x86, parseProgram(given))
  const layout = layOut(program)
  return {
    program,
    requires: requirementsOf(program),
    setup: setupText(program.setup, layout) || 'as the contract has it',
    code: codeLines(program),
    script: program.script.map((group) => group.map((action) => actionText(action, layout))),
    start: startOf(program, reference),
    line: lower(program),
  }
}

/** The answers that a run took and its variant leaves open. */
const choicesOf = ({ run }: Expected, variant: Variant): { readonly [choice: string]: string } =>
  answersById(
    x86.name,
    Object.fromEntries(
      [...run.consulted].filter(([name]) => variant.answers[name as keyof Answers] === undefined),
    ) as Answers,
  )

const isCapped = ({ ending, events }: Observation): boolean =>
  ending === 'cap' || events.at(-1)?.what === 'interrupted'

const runJson = (expected: Expected, text: ProgramText): AllowedRun => {
  const { observation, within } = expected
  const actions = text.script.flat()
  let performed = 0
  const all = observation.events.map((event) =>
    eventJson(event, text.start, event.kind === 'action' ? (actions[performed++] ?? 'an action') : ''),
  )
  const undefinedThen = { unpredictable: true, reason: 'undefined-breakpoint' } as const
  // biome-ignore lint/suspicious/noThenProperty: it is JSON, and nobody awaits it.
  if (within !== null) return { events: all.slice(0, within), then: undefinedThen }
  const { log, ending } = observation
  return {
    events: all,
    ending,
    log,
    guest: guestJson(log, modeOf(text.program)),
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
  text: ProgramText,
  variant: Variant,
  most = Number.POSITIVE_INFINITY,
): Expectation<AllowedRun> | null => {
  if (!isSupported(text.program, variant)) return NOT_MEASURED
  const found = new Map<string, { readonly expected: Expected; readonly run: AllowedRun }>()
  for (const expected of new Allowed(x86, text.program, variant)) {
    const run = runJson(expected, text)
    const key = canonicalJson(run)
    if (!found.has(key)) found.set(key, { expected, run })
    if (found.size > most) return null
  }
  const all = [...found.values()]
  if (all.length === 1) return { allowed: [all[0]!.run] }
  return { allowed: all.map(({ expected, run }) => ({ ...run, choices: choicesOf(expected, variant) })) }
}

/**
 * The runs of a file as the judge takes them.
 *
 * @throws Error for a value that is none.
 */
export const expectedObservations = (
  { allowed }: Expectation<AllowedRun>,
  start: JsonRecord,
): { readonly observation: Observation; readonly within: number | null }[] =>
  allowed.map(({ events, ending, log = '' }) => ({
    observation: { events: events.map((event) => observedEvent(event, start)), ending: ending ?? 'end', log },
    within: ending === undefined ? events.length : null,
  }))
