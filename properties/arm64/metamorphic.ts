/**
 * Properties that need nobody's opinion: what must be invisible, at every point of a program.
 */

import {
  type Action,
  elOf,
  type Instruction,
  type Program,
  parseHex,
  type Run,
  STATE_INTERFACES,
} from '../../model/arm64/index.ts'
import { api, armArm, threads } from '../../model/citations.ts'
import { insert, points, type Side, sameSide } from '../points.ts'
import type { ProgramProperty, Related } from '../property.ts'
import {
  awaitsAnswer,
  controlOf,
  hexOf,
  hostDebugs,
  hsrOf,
  isStepExit,
  ofKind,
  type Segment,
} from './history.ts'
import { firstDifference, observations } from './observations.ts'
import { type Arm64, relation } from './types.ts'

const sameToAll = (run: Run, relatedRun: Run): true | string => firstDifference(run, relatedRun) ?? true

const preempts = ({ actions }: Segment): boolean => actions.some(({ action }) => action.do === 'preempt')

/** Completing an access early takes a run: groups that follow would come late. */
const shiftsGroups = (segment: Segment, program: Program, k: number): boolean =>
  awaitsAnswer(segment.before) && program.script.length > k + 1

const writeBack = relation({
  id: 'arm64/write-back-invisible',
  layer: 'abi',
  statement:
    'Setting the registers that were just read, of any kind, before any run, changes nothing, now or later.',
  cites: [api('KVM_GET_ONE_REG, KVM_SET_ONE_REG')],
  programs: 'any',
  *related(program, run): Generator<Related<Arm64>> {
    for (const k of points(program, run).keys())
      for (const state of STATE_INTERFACES)
        yield {
          program: insert(program, k, { do: 'write-back', state }),
          how: `${state} registers written back before run ${k}`,
        }
  },
  holds: sameToAll,
})

const saveRestore = relation({
  id: 'arm64/save-restore-invisible',
  layer: 'abi',
  statement: 'Saving everything into a fresh vCPU and debugging that one, before any run, changes nothing.',
  cites: [api('KVM_RUN, immediate_exit')],
  programs: 'any',
  *related(program, run): Generator<Related<Arm64>> {
    for (const [k, segment] of points(program, run).entries()) {
      if (shiftsGroups(segment, program, k) || preempts(segment)) continue
      yield { program: insert(program, k, { do: 'save-restore' }), how: `save and restore before run ${k}` }
    }
  },
  holds: sameToAll,
})

const interruption = relation({
  id: 'arm64/interruption-invisible',
  layer: 'abi',
  statement: 'A run that returns at once, before any run, changes nothing.',
  cites: [api('KVM_RUN, immediate_exit')],
  programs: 'any',
  *related(program, run): Generator<Related<Arm64>> {
    for (const [k, segment] of points(program, run).entries()) {
      if (preempts(segment)) continue
      yield { program: insert(program, k, { do: 'immediate-exit' }), how: `immediate exit before run ${k}` }
    }
  },
  holds: sameToAll,
})

/**
 * Exclusives fail after an exception return. What a change of MDSCR_EL1.SS means for PSTATE.SS is not certain before the
 * next context synchronisation, which an exception return is.
 */
const feelsReturns = ({ code }: Program): boolean =>
  code.some(
    (instruction) =>
      instruction.op === 'stxr' || (instruction.op === 'msr' && instruction.to === 'mdscr_el1'),
  )

const preemption = relation({
  id: 'arm64/preemption-invisible',
  layer: 'abi',
  statement:
    'An interrupt of the host’s own, with the vCPU put and loaded, at any instruction, changes nothing but exclusives.',
  cites: [api('KVM_RUN'), armArm('Software Step exceptions')],
  programs: 'stepping',
  *related(program, run): Generator<Related<Arm64>> {
    // A step that the host's interrupt found done is reported before an interrupt of the guest: the other answer.
    const lostRace = run.consulted.get('interruptAgainstStep') === 'interrupt-first'
    if (feelsReturns(program) || lostRace) return
    for (const [k, segment] of points(program, run).entries()) {
      if (preempts(segment)) continue
      for (const after of [0, 1, 2])
        yield {
          program: insert(program, k, { do: 'preempt', after }),
          how: `preempted after ${after} instructions of run ${k}`,
        }
    }
  },
  holds: sameToAll,
})

const ATTACHMENTS: readonly Action[] = [
  { do: 'set-guest-debug', control: '0x3' },
  { do: 'set-guest-debug', control: '0x1' },
  { do: 'set-guest-debug', control: '0x20001', bcr: ['0x1e7'], bvr: [{ instruction: 0 }] },
]
const DETACH: Action = { do: 'set-guest-debug', control: '0x0' }

const attachDetach = relation({
  id: 'arm64/attach-detach-invisible',
  layer: 'abi',
  statement: 'Attaching and detaching with no guest instruction in between changes nothing.',
  cites: [api('KVM_SET_GUEST_DEBUG')],
  programs: 'any',
  *related(program, run): Generator<Related<Arm64>> {
    for (const [k, segment] of points(program, run).entries()) {
      if (hostDebugs(segment.exit.view)) continue
      for (const attach of ATTACHMENTS)
        yield { program: insert(program, k, attach, DETACH), how: `attached and detached before run ${k}` }
    }
  },
  holds: sameToAll,
})

/** The guest's side of a run: its exceptions, its reads, its accesses, and the registers it ends with. */
const guestSide = (run: Run): Side => ({
  complete: run.ending !== 'cap',
  lines: observations(run).flatMap((line) => {
    if (line.startsWith('guest ')) return [line]
    return line.startsWith('exit mmio') ? [line.split(' | ')[0]!] : []
  }),
})

const DEBUGGING = new Set(['eret', 'brk', 'ldxr', 'stxr', 'wfi'])

const debugsItself = ({ setup, code }: Program): boolean =>
  setup.mdscr !== undefined ||
  code.some(
    (instruction) =>
      DEBUGGING.has(instruction.op) || (instruction.op === 'msr' && instruction.to === 'mdscr_el1'),
  )

const onlyWatches = (program: Program): boolean =>
  program.script.length > 0 &&
  program.script
    .flat()
    .every((action) => action.do === 'set-guest-debug' && (controlOf(action.control) & 0x10000) === 0)

const hostInvisible = relation({
  id: 'arm64/host-debugging-invisible',
  layer: 'abi',
  statement:
    'A guest that does not debug itself sees the same with the host stepping and breaking as without.',
  cites: [api('KVM_SET_GUEST_DEBUG')],
  programs: 'stepping',
  *related(program, run): Generator<Related<Arm64>> {
    const watched = ofKind(run, 'exit').some((event) => hsrOf(event) !== null)
    if (onlyWatches(program) && !debugsItself(program) && watched)
      yield { program: { ...program, script: [] }, how: 'without the host' }
  },
  holds: (run, alone) => sameSide(guestSide(run), guestSide(alone)),
})

/** The same instruction where no hypervisor is needed: the access goes to RAM, the register is not read. */
const asNative = (instruction: Instruction): Instruction => {
  if ((instruction.op === 'ldr' || instruction.op === 'str') && instruction.at.place !== 'data')
    return { ...instruction, at: { ...instruction.at, place: 'data' } }
  const isDebugRead = instruction.op === 'mrs' && /^(mdscr|oslsr|id_)/.test(instruction.from)
  return isDebugRead ? { op: 'nop' } : instruction
}

/** There the registers are not the guest's to read. */
const reachesEl0 = ({ setup, code }: Program): boolean =>
  elOf(parseHex(setup.pstate ?? '0x3c5')) !== 1 || code.some(({ op }) => op === 'eret')

const DEPENDS_ON_VALUES = new Set(['msr', 'cbnz', 'stxr', 'ldxr'])

/** Where the debuggers of both sides stop, whatever else happens. */
const stopsOf = (run: Run): string[] =>
  run.events.flatMap((event) => {
    if (event.kind === 'delivery')
      return [`the guest takes ${event.vector} with ELR ${hexOf(event.elr)} and SPSR ${hexOf(event.spsr)}`]
    if (event.kind !== 'exit' || event.exit.reason !== 'debug') return []
    return [`${isStepExit(event) ? 'a step' : 'an event'} stops at ${hexOf(event.state.pc)}`]
  })

const asEmulated = relation({
  id: 'arm64/emulated-as-native',
  layer: 'arch',
  statement:
    'An instruction that is emulated, in the kernel or by userspace, stops both debuggers where it does when it is not.',
  cites: [threads.arm64EmulatedStep, armArm('Software Step exceptions')],
  programs: 'emulated',
  *related(program): Generator<Related<Arm64>> {
    const { code, script, setup } = program
    // An exit for an access is a run more: only what is done before the first run means the same in both.
    if (script.length > 1 || script.flat().some(({ do: name }) => name !== 'set-guest-debug')) return
    if (setup.wcr || script.flat().some((action) => 'wcr' in action)) return
    if (code.some(({ op }) => DEPENDS_ON_VALUES.has(op)) || reachesEl0(program)) return
    const native = code.map(asNative)
    if (native.some((instruction, i) => instruction !== code[i]))
      yield { program: { ...program, code: native }, how: 'executed natively' }
  },
  holds: (run, native) => {
    if (run.ending === 'cap' || native.ending === 'cap') return true
    const one = stopsOf(run)
    const two = stopsOf(native)
    const at = Array.from({ length: Math.max(one.length, two.length) }, (_, i) => i).find(
      (i) => one[i] !== two[i],
    )
    return at === undefined || `“${two[at] ?? 'nothing more'}”, emulated “${one[at] ?? 'nothing more'}”`
  },
})

export const metamorphicProperties: readonly ProgramProperty<Arm64>[] = [
  writeBack,
  saveRestore,
  interruption,
  preemption,
  attachDetach,
  hostInvisible,
  asEmulated,
]
