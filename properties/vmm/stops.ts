/**
 * What the debugger is told: it is stopped for what is its own, and for all of it.
 */

import { shortHex } from '../../model/bits.ts'
import { api, threads } from '../../model/citations.ts'
import type { Inserted, Program, Run, StopReason } from '../../model/vmm/index.ts'
import { flags } from '../../model/x86/registers.ts'
import { ofKind } from '../events.ts'
import type { Property } from '../property.ts'
import {
  accessesOf,
  type Debugging,
  follow,
  type Instruction,
  instructionOf,
  type Of,
  overlaps,
  requestOf,
  sameRequest,
  writesMemory,
} from './history.ts'
import { stopText } from './observations.ts'
import { property, type Vmm } from './types.ts'

const KIND_OF: { readonly [R in StopReason]?: Inserted['kind'] } = {
  'software-breakpoint': 'software',
  'hardware-breakpoint': 'execute',
  'write-watchpoint': 'watch-write',
  'read-watchpoint': 'watch-read',
  'access-watchpoint': 'watch-access',
}

/** Why a stop is not for what the debugger has; `null` if it is. */
const notAskedFor = ({ stop, pc }: Of<'stop'>, { inserted, resumed }: Debugging): string | null => {
  const { reason, address } = stop
  if (reason === 'internal-error' || reason === 'shutdown') return null
  if (reason === 'step') return resumed === 'step' ? null : `a step is reported after ${resumed}`
  const kind = KIND_OF[reason]
  if (!inserted.some((each) => each.kind === kind && each.address === address))
    return `${stopText(stop)}, where the debugger has none`
  const isAtPc = kind === 'software' || kind === 'execute'
  return isAtPc && pc !== address ? `${stopText(stop)}, with the PC at ${shortHex(pc)}` : null
}

const stopsAreTheDebuggers = property({
  id: 'vmm/stops-are-the-debuggers',
  layer: 'abi',
  statement:
    'The debugger is stopped for a step that it asked for, or for a breakpoint of its own that is inserted at that moment; for nothing else.',
  cites: [threads.hostDebugCapabilities, threads.softwareBreakpointOwner],
  programs: 'any',
  witness: (run) => ofKind(run, 'stop').length > 0,
  holds: (run, program) =>
    follow(run, program, (event, debugging) =>
      event.kind === 'stop' ? notAskedFor(event, debugging) : null,
    ),
})

/** Whether x86 lets the instruction pass a breakpoint on it: RF is set, or it lies in the shadow of MOV SS. */
const passes = (instruction: Instruction): boolean =>
  'rflags' in instruction && ((instruction.rflags & flags.RF) !== 0 || instruction.shadow !== 'none')

/** Whether the guest came to an instruction that the debugger has a breakpoint on; says what kind. */
const breakpointOn = ({ address }: Instruction, { inserted }: Debugging): Inserted['kind'] | null =>
  inserted.find((each) => (each.kind === 'software' || each.kind === 'execute') && each.address === address)
    ?.kind ?? null

/** The addresses that the guest has written to. */
const guestWrites = (run: Run): ReturnType<typeof accessesOf>[number][] =>
  run.events.flatMap((event) => {
    const instruction = instructionOf(event)
    return instruction ? accessesOf(instruction).filter(({ kind }) => kind === 'write') : []
  })

/** Whether some site of a software breakpoint did not stay as the VMM left it. */
const sitesOverwritten = (run: Run, program: Program): boolean =>
  writesMemory(program) ||
  program.script.flat().some((command) => {
    if (command.do !== 'insert' || command.kind !== 'software') return false
    const { address } = requestOf(program, command)
    return guestWrites(run).some((access) => overlaps(access, address, 4))
  })

const breakpointsStop = property({
  id: 'vmm/breakpoints-stop-the-guest',
  layer: 'abi',
  statement:
    'No instruction is executed that a breakpoint of the debugger lies on: the guest stops before it.',
  cites: [api('KVM_SET_GUEST_DEBUG'), threads.softwareBreakpointOwner],
  programs: 'any',
  witness: (run) => ofKind(run, 'stop').some(({ stop }) => /breakpoint/.test(stop.reason)),
  holds: (run, program) => {
    if (sitesOverwritten(run, program)) return true
    let trapped: bigint | null = null
    return follow(run, program, (event, debugging) => {
      if (event.kind === 'stop') trapped = null
      const instruction = instructionOf(event)
      if (!instruction) return null
      if (trapped !== null) return `the guest runs on from the software breakpoint at ${shortHex(trapped)}`
      const kind = breakpointOn(instruction, debugging)
      // The VMM's trap instruction is what is executed there; it must not have any effect of its own.
      if (kind === 'software') trapped = instruction.address
      if (kind === 'execute' && !passes(instruction))
        return `the instruction at ${shortHex(instruction.address)} is executed`
      return null
    })
  },
})

const PLAIN_ACCESSES: ReadonlySet<string> = new Set(['load', 'store', 'push', 'ldr', 'str'])

const watchpointsStop = property({
  id: 'vmm/watchpoints-stop-the-guest',
  layer: 'abi',
  statement:
    'Where a watchpoint of the debugger covers a byte that the guest accesses, it stops: on x86 right after the instruction, on arm64 before the access.',
  cites: [api('KVM_SET_GUEST_DEBUG')],
  programs: 'hardware',
  witness: (run) => ofKind(run, 'stop').some(({ stop }) => /watchpoint/.test(stop.reason)),
  holds: (run, program) => {
    let due: string | null = null
    return follow(run, program, (event, { inserted }) => {
      if (event.kind === 'stop') due = null
      const instruction = instructionOf(event)
      if (!instruction) return null
      if (due !== null) return due
      if (!PLAIN_ACCESSES.has(instruction.op) || passes(instruction)) return null
      const hit = accessesOf(instruction).find((access) =>
        inserted.some(
          ({ kind, address, length }) =>
            (kind === 'watch-access' || kind === `watch-${access.kind}`) && overlaps(access, address, length),
        ),
      )
      if (hit && instruction.next !== null)
        due = `the guest runs on after its ${hit.kind} of ${shortHex(hit.address)}`
      return null
    })
  },
})

const stepOverMoves = property({
  id: 'vmm/step-over-makes-progress',
  layer: 'abi',
  statement:
    'To step over its own breakpoints brings the debugger past them: the instruction there is executed.',
  cites: [api('KVM_SET_GUEST_DEBUG')],
  programs: 'stepping',
  witness: (run) => ofKind(run, 'command').some(({ command }) => command.do === 'step-over'),
  holds: (run, program) => {
    let from: bigint | null = null
    let pc = -1n
    return follow(run, program, (event) => {
      if (event.kind === 'command' && event.command.do === 'step-over') from = pc
      if (event.kind === 'machine' && event.event.kind !== 'action' && event.event.kind !== 'exit') {
        const instruction = instructionOf(event)
        if (!instruction || instruction.next !== null) from = null
      }
      if (event.kind !== 'stop') return null
      pc = event.pc
      const stuck = from === pc && /breakpoint|watchpoint/.test(event.stop.reason)
      from = null
      return stuck ? `${stopText(event.stop)} again` : null
    })
  },
})

const removalsAreTold = property({
  id: 'vmm/remove-says-what-it-did',
  layer: 'abi',
  statement:
    'Removing a breakpoint fails exactly if it is not inserted: as often as it was inserted it can be removed.',
  cites: [api('KVM_SET_GUEST_DEBUG')],
  programs: 'any',
  witness: (run) => ofKind(run, 'command').some(({ command }) => command.do === 'remove'),
  holds: (run, program) => {
    // A site that was overwritten may be refused.
    if (sitesOverwritten(run, program)) return true
    return follow(run, program, (event, { inserted }) => {
      if (event.kind !== 'command' || event.command.do !== 'remove') return null
      const request = requestOf(program, event.command)
      const isInserted = inserted.some((each) => sameRequest(each, request))
      if (isInserted === (event.reply === 'OK')) return null
      return `${event.reply} for a breakpoint that is ${isInserted ? '' : 'not '}inserted`
    })
  },
})

export const stopProperties: readonly Property<Vmm>[] = [
  stopsAreTheDebuggers,
  breakpointsStop,
  watchpointsStop,
  stepOverMoves,
  removalsAreTold,
]
