/**
 * An x86 CPU of QEMU's translator under its gdbstub. KVM_SET_GUEST_DEBUG stands for what the stub asks of the
 * accelerator: `cpu_single_step()`, and the list of its breakpoints and watchpoints, which has nothing to do with the debug
 * registers of the guest.
 * Source: QEMU 11.1 accel/tcg/cpu-exec.c, system/watchpoint.c, target/i386/tcg/system/bpt_helper.c; all of it measured.
 */
import { GUESTDBG } from '../../../kvm/guest-debug.ts'
import type { Layout } from '../../../x86/layout.ts'
import { linearRip, type Machine, raise, type Slots } from '../../../x86/machine.ts'
import type { Action } from '../../../x86/program.ts'
import { DR6, type Slot, slotsOf } from '../../../x86/registers.ts'
import { type CheckBeforeEmulationInput, proceed } from '../../../x86/rules/check-before-emulation.ts'
import type { Exit } from '../../../x86/run.ts'
import { idealSlots } from '../../../x86/slots.ts'
import { ideal } from '../../../x86/variants/ideal.ts'
import { kernel } from '../../../x86/variants/variant.ts'
import { type Point, pointAt, touches } from './points.ts'
import { QEMU_SOURCES } from './sources.ts'

/** What QEMU keeps for the debugger, beside the guest's state. */
interface Stub {
  readonly stepping: boolean
  /** The newest first. */
  readonly points: readonly Point[]
  /** Number of the debugger's watchpoint that is to be told of (`watchpoint_hit`). */
  met: number | null
  /** `CPU_INTERRUPT_DEBUG`, by which a watchpoint asks for the end of the instruction. */
  request: boolean
}

type SetGuestDebug = Extract<Action, { do: 'set-guest-debug' }>

const stubs = new WeakMap<Machine, Stub>()
const stubOf = (m: Machine): Stub =>
  stubs.get(m) ?? { stepping: false, points: [], met: null, request: false }

const pointsOf = ({ db = [], dr7 = '0x0' }: SetGuestDebug, { value }: Layout): readonly Point[] =>
  db.map((address, n) => pointAt(value(address), BigInt(dr7), n))

const perform: Slots['perform'] = (m, action, program, layout) => {
  if (action.do !== 'set-guest-debug') return idealSlots.perform(m, action, program, layout)
  const { met, request } = stubOf(m)
  const stepping = (Number(action.control) & GUESTDBG.SINGLESTEP) !== 0
  stubs.set(m, { stepping, points: pointsOf(action, layout), met, request })
  return 'ok'
}

const bit = (n: number): bigint => 1n << BigInt(n)

/** The debugger gets the guest back: in the place of DR7 the number of the point that was met, if one was. */
const stop = (m: Machine, met: number | null): Exit => ({
  reason: 'debug',
  debug: { exception: 1, pc: linearRip(m), dr6: DR6.reset, dr7: met === null ? null : BigInt(met) },
})

/**
 * The causes of the #DB that the guest's own code breakpoints have at RIP, 0 without any that is enabled. Neither RF nor
 * what has brought the CPU here counts; the offset is compared, not the linear address (`breakpoint_handler()`).
 */
const insertedHere = ({ v }: Machine): bigint => {
  const here = slotsOf(v.dr7).map(({ kind }, n) => kind === 'execute' && v.db[n] === v.rip)
  const isEnabled = ({ enabled }: Slot, n: number): boolean => enabled && here[n] === true
  if (!slotsOf(v.dr7).some(isEnabled)) return 0n
  return here.reduce((causes, isHere, n) => (isHere ? causes | bit(n) : causes), 0n)
}

/** What stops the CPU for the debugger stops it for the guest instead where that has a breakpoint of its own. */
const stopUnlessGuests = (m: Machine, met: number | null): Exit | null => {
  const causes = insertedHere(m)
  return causes === 0n ? stop(m, met) : raise(m, 1, causes)
}

/** The end of a step, or what a watchpoint has asked for. One that is told of is not told of again. */
const stopForRequest = (m: Machine): Exit | null => {
  const stub = stubOf(m)
  const { met, stepping } = stub
  stub.met = null
  // After a step the request is still there: it ends the next run before its first instruction.
  if (!stepping) stub.request = false
  return met === null ? stopUnlessGuests(m, null) : stop(m, met)
}

/** The guest's own data breakpoints; their addresses count as they are, not cut to the length. */
const guestsPoints = ({ v }: Machine): readonly Point[] =>
  slotsOf(v.dr7).flatMap(({ enabled, kind, length }, n) =>
    enabled && (kind === 'write' || kind === 'access')
      ? [{ kind: `watch-${kind}` as const, address: v.db[n]!, length }]
      : [],
  )

/**
 * The watchpoint that an instruction meets first: that of the debugger's with this number, or one of the guest's. The
 * debugger's come before the guest's; nobody hears of the others.
 */
const firstMet = (m: Machine): number | 'guest' | null => {
  const { points } = stubOf(m)
  const guests = guestsPoints(m)
  for (const { kind, address, size } of m.accesses) {
    const touched = { kinds: [kind], address, size }
    const n = points.findIndex((point) => touches(touched, point))
    if (n >= 0) return n
    if (guests.some((point) => touches(touched, point))) return 'guest'
  }
  return null
}

const retire: Slots['retire'] = (m, how) => {
  const first = firstMet(m)
  // The guest's own #DB is lost where the debugger's watchpoint was met first.
  if (typeof first === 'number') m.hits = 0n
  const exit = idealSlots.retire(m, how)
  if (exit) return exit
  const stub = stubOf(m)
  if (typeof first === 'number') stub.met = first
  if (typeof first === 'number' || (first === 'guest' && stub.stepping)) stub.request = true
  // An exception of the guest's comes first, with its handler as the place to stop at.
  if (m.v.exception || !(stub.stepping || stub.request)) return null
  return stopForRequest(m)
}

/** Under a step of the debugger nobody's code breakpoints are looked at before an instruction. */
const blind = ({ guestDr6 }: CheckBeforeEmulationInput) => proceed(guestDr6)

const step: Slots['step'] = (m) => {
  const { stepping, points } = stubOf(m)
  const { rules } = m
  if (!stepping) {
    const at = linearRip(m)
    const hit = points.findIndex(({ kind, address }) => kind === 'execute' && address === at)
    return hit < 0 ? idealSlots.step(m) : stopUnlessGuests(m, hit)
  }
  m.rules = { ...rules, checkBeforeEmulation: blind }
  const exit = idealSlots.step(m)
  m.rules = rules
  return exit
}

const enterGuest: Slots['enterGuest'] = (m) => {
  const waits = m.v.exception !== null
  const exit = idealSlots.enterGuest(m)
  if (exit || m.v.exception) return exit
  const { stepping, request } = stubOf(m)
  if (waits && stepping) return stopForRequest(m)
  if (!request) return null
  stubOf(m).request = false
  return stopForRequest(m)
}

/** The CPU, for a VMM that is no KVM. */
export const tcgX86 = kernel({
  id: 'x86/qemu-tcg',
  summary:
    'QEMU’s translator: the debugger’s breakpoints lie beside those of the guest, and the step hides both',
  cites: QEMU_SOURCES,
  base: ideal,
  rules: {
    // An instruction breakpoint behind MOV SS is not held back.
    codeBreakpointInhibited: ({ rf }) => rf,
    // That nothing is left to repeat is found at a boundary of its own.
    repeat: ({ remaining }) =>
      remaining === 0 ? { iterations: 0, ends: true } : { iterations: 1, ends: false },
  },
  slots: { perform, retire, step, enterGuest },
  answers: { coincidentCauses: 'merged', disabledSlotBits: 'set' },
})
