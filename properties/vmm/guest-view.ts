/**
 * What a guest notices of a run, and what it would have had of its own debugging without a debugger on the host.
 */

import { type RunEvent as Arm64Event, type Run as Arm64Run, classOf, EC } from '../../model/arm64/index.ts'
import { elOf, mdscr, pstate } from '../../model/arm64/registers.ts'
import { any } from '../../model/bits.ts'
import { GUESTDBG, inForce } from '../../model/kvm/guest-debug.ts'
import type { Program, Run } from '../../model/vmm/index.ts'
import type { RunEvent as X86Event, Run as X86Run } from '../../model/x86/index.ts'
import { dr6, flags } from '../../model/x86/registers.ts'
import { observation as arm64Observation } from '../arm64/observations.ts'
import { observation as x86Observation } from '../x86/observations.ts'
import { accessesOf, instructionOf, overlaps, requestOf } from './history.ts'

const hexOf = (value: bigint | number): string => value.toString(16)

const isRead = ({ kind }: X86Event | Arm64Event): boolean => kind === 'guest-read'

const x86View = ({ events, log, state }: X86Run): readonly string[] => {
  const { gpr, rflags, db, dr6: status, dr7 } = state
  return [
    ...events.filter(isRead).map((event) => x86Observation(event)!),
    `log ${Buffer.from(log).toString('hex')}`,
    `gpr=${gpr.map(hexOf).join(',')} rflags=${hexOf(rflags & ~flags.RF)} db=${db.map(hexOf).join(',')}`,
    `dr6=${hexOf(status)} dr7=${hexOf(dr7)}`,
  ]
}

const arm64View = ({ events, log, state }: Arm64Run): readonly string[] => {
  const { gpr, pstate: flagsNow, elr, spsr, esr, far, mdscr: control } = state
  return [
    ...events.filter(isRead).map((event) => arm64Observation(event)!),
    `log ${Buffer.from(log).toString('hex')}`,
    `gpr=${gpr.map(hexOf).join(',')} pstate=${hexOf(flagsNow)} elr=${hexOf(elr)} spsr=${hexOf(spsr)}`,
    `esr=${hexOf(esr)} far=${hexOf(far)} mdscr=${hexOf(control)}`,
  ]
}

/** What the guest can tell: what it read, what its handlers logged, and the registers that it is left with. */
export const guestView = ({ guest, machine, ending }: Run): readonly string[] => [
  ...(guest === 'x86' ? x86View(machine as X86Run) : arm64View(machine as Arm64Run)),
  `ending ${ending}`,
]

/** The first thing in which two runs differ to their guest, as a sentence; `null` if it cannot tell. */
export const guestDifference = (expected: Run, actual: Run): string | null => {
  const a = guestView(expected)
  const b = guestView(actual)
  for (let i = 0; i < Math.max(a.length, b.length); i++)
    if (a[i] !== b[i]) return `the guest has “${b[i] ?? 'nothing more'}”, alone “${a[i] ?? 'nothing more'}”`
  return null
}

/** A cause of a debug exception that the guest took without any debugger on the host. */
export interface OwnEvent {
  readonly kind: 'step' | 'breakpoint' | 'instruction'
  /** Instructions that had begun before. */
  readonly after: number
}

/** What a #DB of the guest’s reports, which may be several causes at once. */
const x86OwnKinds = (event: X86Event): readonly OwnEvent['kind'][] => {
  if (event.kind !== 'delivery' || (event.vector !== 1 && event.vector !== 3)) return []
  const causes = event.payload ?? 0n
  const kinds: readonly OwnEvent['kind'][] = [
    ...(any(causes, dr6.B | dr6.BD) ? (['breakpoint'] as const) : []),
    ...(any(causes, dr6.BS) ? (['step'] as const) : []),
  ]
  return kinds.length === 0 ? ['instruction'] : kinds
}

/** Exception classes of a guest’s own debug exceptions, from either level. */
const ARM64_OWN: { readonly [ec: number]: OwnEvent['kind'] } = {
  [EC.stepLower]: 'step',
  [EC.breakpointLower]: 'breakpoint',
  [EC.watchpointLower]: 'breakpoint',
  [EC.brk]: 'instruction',
}

const arm64OwnKinds = (event: Arm64Event): readonly OwnEvent['kind'][] => {
  if (event.kind !== 'delivery' || event.esr === null) return []
  const kind = ARM64_OWN[classOf(event.esr) & ~1]
  return kind === undefined ? [] : [kind]
}

/** The debug exceptions of a guest, in their order. */
export const ownEvents = ({ guest, machine }: Run): readonly OwnEvent[] => {
  const own: OwnEvent[] = []
  let begun = 0
  for (const event of machine.events) {
    if (event.kind === 'instruction') begun += 1
    const kinds = guest === 'x86' ? x86OwnKinds(event as X86Event) : arm64OwnKinds(event as Arm64Event)
    own.push(...kinds.map((kind) => ({ kind, after: begun })))
  }
  return own
}

/** Whether an arm64 guest meddles with software step: what becomes of PSTATE.SS under a debugger is left open. */
const touchesStep = ({ setup }: Program, { machine }: Run): boolean =>
  setup.guest === 'arm64' &&
  ([setup.pstate, setup.spsr].some((value) => value !== undefined && any(BigInt(value), pstate.SS)) ||
    (machine as Arm64Run).events.some(
      (event) =>
        (event.kind === 'instruction' && (any(event.view.mdscr, mdscr.SS) || any(event.pstate, pstate.SS))) ||
        (event.kind === 'guest-write' && event.what === 'mdscr_el1' && any(event.value, mdscr.SS)),
    ))

/**
 * Whether an arm64 guest at EL1 has armed breakpoints while it masks them, by KDE clear or PSTATE.D set. With MDCR_EL2.TDE
 * they are no longer masked: KVM reports them, and all that a VMM can do is to step past each with its own, empty set.
 */
const masksItsOwn = ({ guest, machine }: Run): boolean =>
  guest === 'arm64' &&
  (machine as Arm64Run).events.some(
    (event) =>
      event.kind === 'instruction' &&
      any(event.view.mdscr, mdscr.MDE) &&
      elOf(event.pstate) === 1 &&
      (!any(event.view.mdscr, mdscr.KDE) || any(event.pstate, pstate.D)),
  )

/** Whether a control word with one of these bits was ever in force. */
const everInForce = ({ machine }: Run, bits: number): boolean =>
  (machine.events as readonly (X86Event | Arm64Event)[]).some(
    (event) =>
      event.kind === 'action' &&
      event.action.do === 'set-guest-debug' &&
      inForce(Number(event.action.control), bits),
  )

/**
 * Whether a named rule allows that some of the guest’s own events did not reach it: its breakpoints while the debugger’s
 * registers are in force, its steps while the debugger steps, on arm64 while it debugs at all.
 */
export const mayBeSuppressed = (debugged: Run, own: readonly OwnEvent[]): boolean => {
  const { guest, consulted } = debugged
  const hardware =
    everInForce(debugged, GUESTDBG.USE_HW_BP) ||
    consulted.get('guestBreakpointsWithoutUseHw') === 'suppressed'
  const steps = guest === 'arm64' || everInForce(debugged, GUESTDBG.SINGLESTEP)
  return own.some(({ kind }) => (kind === 'breakpoint' && hardware) || (kind === 'step' && steps))
}

/** Whether the guest looks at bytes that breakpoints are planted over, or overwrites a part of them. */
const touchesSites = (program: Program, alone: Run): boolean => {
  const sites = program.script.flat().flatMap((command) => {
    if (command.do !== 'insert' || command.kind !== 'software') return []
    return [requestOf(program, command).address]
  })
  const size = program.setup.guest === 'x86' ? 1 : 4
  return alone.events.some((event) => {
    const instruction = instructionOf(event)
    if (!instruction) return false
    return accessesOf(instruction).some((access) =>
      sites.some(
        (site) =>
          overlaps(access, site, size) &&
          !(access.kind === 'write' && access.address === site && access.size === size),
      ),
    )
  })
}

const EXCLUSIVE: ReadonlySet<string> = new Set(['ldxr', 'stxr'])

/**
 * Whether a program says nothing about what its guest notices: the debugger writes to its memory; the guest meddles with
 * software step, masks breakpoints of its own, looks at planted bytes, or uses exclusives, which no exit preserves; or a
 * cap ends it.
 */
export const saysNothing = (program: Program, debugged: Run, alone: Run): boolean =>
  program.script.flat().some((command) => command.do === 'write-memory') ||
  program.code.some(({ op }) => EXCLUSIVE.has(op)) ||
  touchesStep(program, alone) ||
  masksItsOwn(alone) ||
  touchesSites(program, alone) ||
  debugged.ending === 'cap' ||
  alone.ending === 'cap'
