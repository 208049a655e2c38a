/**
 * An x86 CPU of QEMU's translator under its gdbstub. KVM_SET_GUEST_DEBUG stands for what the stub asks of the
 * accelerator: `cpu_single_step()`, and the list of its breakpoints and watchpoints, which has nothing to do with the debug
 * registers of the guest.
 * Source: QEMU 11.1 accel/tcg/cpu-exec.c, system/watchpoint.c, target/i386/tcg/system/bpt_helper.c; all of it measured.
 */
import { GUESTDBG } from '../../../kvm/guest-debug.ts'
import type { Layout } from '../../../x86/layout.ts'
import { debugExit, linearRip, type Machine, raise, type Slots } from '../../../x86/machine.ts'
import type { Action } from '../../../x86/program.ts'
import { dr6, type Slot, slotsOf } from '../../../x86/registers.ts'
import { type CheckBeforeEmulationInput, proceed } from '../../../x86/rules/check-before-emulation.ts'
import type { Access, Exit } from '../../../x86/run.ts'
import { idealSlots } from '../../../x86/slots.ts'
import { ideal } from '../../../x86/variants/ideal.ts'
import { kernel } from '../../../x86/variants/variant.ts'
import { QEMU_SOURCES } from './sources.ts'

/** A breakpoint or watchpoint of the debugger, the newest first. */
interface Point {
  readonly kind: 'execute' | 'write' | 'read' | 'access'
  readonly address: bigint
  readonly length: number
}

/** What QEMU keeps for the debugger, beside the guest's state. */
interface Stub {
  readonly stepping: boolean
  readonly points: readonly Point[]
  /** Number of the debugger's watchpoint that is to be told of (`watchpoint_hit`). */
  met: number | null
  /** `CPU_INTERRUPT_DEBUG`, by which a watchpoint asks for the end of the instruction. */
  request: boolean
}

const stubs = new WeakMap<Machine, Stub>()
const stubOf = (m: Machine): Stub =>
  stubs.get(m) ?? { stepping: false, points: [], met: null, request: false }

/** RWn of DR7 as `encodeTcgX86` has it: 2, which is for ports, stands for reads alone. */
const KINDS = ['execute', 'write', 'read', 'access'] as const

const pointsOf = (
  action: Extract<Action, { do: 'set-guest-debug' }>,
  { value }: Layout,
): readonly Point[] => {
  const dr7 = BigInt(action.dr7 ?? '0x0')
  return slotsOf(dr7).flatMap(({ enabled, length }, n) => {
    if (!enabled) return []
    const kind = KINDS[Number((dr7 >> BigInt(16 + 4 * n)) & 3n)]!
    return [{ kind, address: value(action.db?.[n] ?? '0x0'), length }]
  })
}

const perform: Slots['perform'] = (m, action, program, layout) => {
  if (action.do !== 'set-guest-debug') return idealSlots.perform(m, action, program, layout)
  const { met, request } = stubOf(m)
  const stepping = (Number(action.control) & GUESTDBG.SINGLESTEP) !== 0
  stubs.set(m, { stepping, points: pointsOf(action, layout), met, request })
  return 'ok'
}

const bit = (n: number): bigint => 1n << BigInt(n)

/** The debugger gets the guest back: B bits are numbers of its own list, BS is everything else. */
const stop = (m: Machine, met: number | null): Exit => debugExit(m, met === null ? dr6.BS : bit(met), 'trap')

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

const overlaps = (address: bigint, length: number, access: Access): boolean =>
  address < access.address + BigInt(access.size) && access.address < address + BigInt(length)

const DATA_KINDS: { readonly [kind: string]: readonly string[] } = {
  read: ['read'],
  write: ['write'],
  access: ['read', 'write'],
}

const meets = (kind: string, address: bigint, length: number, access: Access): boolean =>
  (DATA_KINDS[kind]?.includes(access.kind) ?? false) && overlaps(address, length, access)

/**
 * The watchpoint that an instruction meets first: that of the debugger's with this number, or one of the guest's. The
 * debugger's come before the guest's; nobody hears of the others.
 */
const firstMet = (m: Machine): number | 'guest' | null => {
  const { points } = stubOf(m)
  const { db, dr7 } = m.v
  for (const access of m.accesses) {
    const n = points.findIndex(({ kind, address, length }) => meets(kind, address, length, access))
    if (n >= 0) return n
    const guests = slotsOf(dr7).some(
      ({ enabled, kind, length }, i) => enabled && meets(kind, db[i]!, length, access),
    )
    if (guests) return 'guest'
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
  slots: { perform, retire, step, enterGuest },
  answers: { coincidentCauses: 'merged', disabledSlotBits: 'set' },
})
