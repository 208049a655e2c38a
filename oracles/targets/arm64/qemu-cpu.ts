/**
 * What the CPU of QEMU’s translator (TCG) does otherwise than the manual, seen from a guest of KVM/arm64: programs that
 * meet it are not compared. None of it is KVM’s doing. Measured with QEMU 11.1.
 */
import {
  classOf,
  type DebugRegisters,
  EC,
  elOf,
  mdscr,
  oslsr,
  pstate,
  type Run,
  type RunEvent,
  type Slot,
} from '../../../model/arm64/index.ts'
import { any } from '../../../model/bits.ts'
import { hexValue } from '../hex.ts'
import type { Mask } from '../kvm/masks.ts'
import { hexText } from '../kvm/observation.ts'
import { type InstructionEvent, type Limit, someInstruction } from './unsupported.ts'

/** DBGBCR.BAS with a bit 1 or 3 that is not as the bit below it. */
const hasUnevenBas = ({ control }: Slot): boolean => ((control >> 6n) & 5n) !== ((control >> 5n) & 5n)

/** DBGWVR with a bit of 1:0 that the architecture does not have, or an address that is not canonical. */
const isNoAddress = ({ value }: Slot): boolean => {
  const sign = BigInt.asIntN(64, value) >> 48n
  return (value & 3n) !== 0n || (sign !== 0n && sign !== -1n)
}

/** Whether a breakpoint or watchpoint of host or guest is ever one that `meets` describes. */
const someSlot =
  (kind: keyof DebugRegisters, meets: (slot: Slot) => boolean) =>
  ({ events }: Run): boolean =>
    events.some(
      (event) => 'view' in event && [...event.view.registers[kind], ...event.view.host[kind]].some(meets),
    )

/** The guest's own step is active for an instruction at EL1. */
const stepsItself = ({ view, pstate: state }: InstructionEvent): boolean =>
  view.control === 0 &&
  any(view.mdscr, mdscr.SS) &&
  any(view.mdscr, mdscr.KDE) &&
  !any(view.oslsr, oslsr.OSLK) &&
  elOf(state) === 1 &&
  !any(state, pstate.D) &&
  any(state, pstate.SS)

const pstateOf = (event: RunEvent | undefined): bigint => {
  if (event?.kind === 'instruction' || event?.kind === 'delivery') return event.pstate
  return event?.kind === 'exit' ? event.state.pstate : 0n
}

const SHOWS_PSTATE: ReadonlySet<string> = new Set(['instruction', 'delivery', 'exit'])

/** An instruction of the guest's own step after which PSTATE.D is set: MSR DAIFSet, ERET. */
const masksItsStep = ({ events }: Run): boolean =>
  events.some((event, i) => {
    if (event.kind !== 'instruction' || !stepsItself(event)) return false
    const after = pstateOf(events.slice(i + 1).find(({ kind }) => SHOWS_PSTATE.has(kind)))
    return any(after, pstate.D) && elOf(after) === 1
  })

/** The guest writes MDSCR_EL1 itself, by an instruction that its own step is active for. */
const writesMdscrStepping = ({ events }: Run): boolean =>
  events.some((event, i) => {
    if (event.kind !== 'guest-write' || event.what !== 'mdscr_el1') return false
    const by = events.slice(0, i).findLast((each) => each.kind === 'instruction')
    return by !== undefined && !by.emulated && stepsItself(by)
  })

/** A breakpoint exception of the guest while FAR_EL1 is not 0. */
const breaksBehindFar = ({ events }: Run): boolean => {
  let isSet = false
  return events.some((event) => {
    if (event.kind !== 'delivery') return false
    if (event.far !== null) isSet = event.far !== 0n
    return isSet && event.esr !== null && (classOf(event.esr) & ~1) === EC.breakpointLower
  })
}

/** Programs that meet what this CPU does. */
export const QEMU_CPU_LIMITS: readonly Limit[] = [
  {
    reason: 'QEMU’s CPU makes BAS[3] and BAS[1] of DBGBCR copies of BAS[2] and BAS[0]',
    run: someSlot('breakpoints', hasUnevenBas),
  },
  {
    reason: 'QEMU’s CPU clears bits 1:0 of DBGWVR, and makes its address canonical',
    run: someSlot('watchpoints', isNoAddress),
  },
  {
    reason: 'QEMU’s CPU does not trap a write to OSLSR_EL1: it is UNDEFINED without KVM',
    program: ({ code }) => code.some((each) => each.op === 'msr' && each.to === 'oslsr_el1'),
  },
  {
    reason: 'QEMU’s CPU clears FAR_EL1, which is UNKNOWN then, at a breakpoint exception',
    run: breaksBehindFar,
  },
  {
    reason: 'QEMU’s CPU exchanges op1 and op2 in the syndrome of MSR DAIFSet and DAIFClr at EL0',
    run: someInstruction(
      ({ op, pstate: state }) => (op === 'daifset' || op === 'daifclr') && elOf(state) === 0,
    ),
  },
  {
    reason: 'QEMU’s CPU takes the step exception of an instruction that sets PSTATE.D',
    run: masksItsStep,
  },
  {
    reason: 'QEMU’s CPU takes LDTR and STTR for accesses from EL1 where a watchpoint is, the MMU being off',
    run: someInstruction(
      ({ access, view, pstate: state }) =>
        access?.unprivileged === true &&
        elOf(state) === 1 &&
        [...view.registers.watchpoints, ...view.host.watchpoints].some(({ control }) => any(control, 1n)),
    ),
  },
  {
    reason: 'QEMU’s CPU takes the step exception of an instruction that clears MDSCR_EL1.SS',
    run: writesMdscrStepping,
  },
]

/** What of every observation is this CPU’s own. */
export const QEMU_CPU_MASKS: readonly Mask[] = [
  {
    reason: 'bits 63:32 of CONTEXTIDR_EL1, which QEMU’s CPU keeps',
    apply: (observation) => ({
      ...observation,
      events: observation.events.map((event) => {
        const { contextidr } = event.fields
        if (contextidr === undefined || contextidr.length <= 8) return event
        const low = hexText(BigInt.asUintN(32, hexValue(contextidr)))
        return { ...event, fields: { ...event.fields, contextidr: low } }
      }),
    }),
  },
]
