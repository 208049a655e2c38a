/**
 * An arm64 CPU of QEMU's translator under its gdbstub. KVM_SET_GUEST_DEBUG stands for what the stub asks of the accelerator:
 * `cpu_single_step()`, and the list of its breakpoints and watchpoints, which has nothing to do with the debug registers of
 * the guest.
 * Source: QEMU 11.1 accel/tcg/cpu-exec.c, system/watchpoint.c, target/arm/tcg/debug.c; all of it measured.
 */
import { STEP_CAP } from '../../../arm64/contract.ts'
import { checkBefore, enteredSs, executeNext } from '../../../arm64/cpu.ts'
import { takeToEl1 } from '../../../arm64/exceptions.ts'
import { accessOf } from '../../../arm64/execute.ts'
import type { Layout } from '../../../arm64/layout.ts'
import { currentEl, hardwareControls, type Machine, performed, type Slots } from '../../../arm64/machine.ts'
import type { Action } from '../../../arm64/program.ts'
import { DBGBCR_EL1, fieldOf, type Slot, withSs } from '../../../arm64/registers.ts'
import type { Exit } from '../../../arm64/run.ts'
import { idealSlots } from '../../../arm64/slots.ts'
import { debugIss, EC, syndrome } from '../../../arm64/syndrome.ts'
import { ideal } from '../../../arm64/variants/ideal.ts'
import { kernel } from '../../../arm64/variants/variant.ts'
import { GUESTDBG } from '../../../kvm/guest-debug.ts'
import { type Point, pointAt, touches } from './points.ts'
import { QEMU_SOURCES } from './sources.ts'

/** What QEMU keeps for the debugger, beside the guest's state. */
interface Stub {
  readonly stepping: boolean
  readonly breakpoints: readonly bigint[]
  /** The newest first. */
  readonly watchpoints: readonly Point[]
}

const NOBODY: Stub = { stepping: false, breakpoints: [], watchpoints: [] }
const stubs = new WeakMap<Machine, Stub>()
const stubOf = (m: Machine): Stub => stubs.get(m) ?? NOBODY

const perform: Slots['perform'] = (m, action: Action, layout: Layout) => {
  if (action.do !== 'set-guest-debug') return idealSlots.perform(m, action, layout)
  const points = layout
    .registers(action)
    .breakpoints.map(({ value, control }): Point => pointAt(value, control))
  stubs.set(m, {
    stepping: (Number(action.control) & GUESTDBG.SINGLESTEP) !== 0,
    breakpoints: points.flatMap(({ kind, address }) => (kind === 'execute' ? [address] : [])),
    watchpoints: points.filter(({ kind }) => kind !== 'execute'),
  })
  return performed('ok')
}

const enabled = fieldOf(DBGBCR_EL1, 'E')
const select = fieldOf(DBGBCR_EL1, 'BAS')
const type = fieldOf(DBGBCR_EL1, 'BT')

/** Where the guest's own breakpoint lies in QEMU's list; `null` if it is not there (`hw_breakpoint_update()`). */
const placeOf = ({ control, value }: Slot): bigint | null => {
  if (enabled(control) === 0 || type(control) > 1 || select(control) === 0) return null
  return (value & ~3n) + (select(control) === 0xc ? 2n : 0n)
}

/**
 * What stops the CPU for the debugger stops it for the guest instead where only that has a breakpoint, whether it is
 * in force there or not: neither MDSCR_EL1.MDE nor PSTATE.D nor the level counts (`arm_debug_excp_handler()`).
 */
const stopUnlessGuests = (m: Machine): Exit => {
  const { v } = m
  while (
    !stubOf(m).breakpoints.includes(v.pc) &&
    v.registers.breakpoints.some((slot) => placeOf(slot) === v.pc)
  ) {
    const esr = syndrome(EC.breakpointLower, debugIss())
    takeToEl1(m, { source: 'raised', exception: 'synchronous', esr, far: 0n, elr: v.pc })
    if (m.steps >= STEP_CAP) return { reason: 'interrupted' }
  }
  return stop(m, syndrome(EC.stepLower, debugIss()), 0n)
}

/** The debugger gets the guest back: for a watchpoint with its number in the place of FAR. */
const stop = (m: Machine, esr: bigint, far: bigint): Exit => idealSlots.debugExit(m, esr, far)

/** The CPU gets the guest's registers, and nothing traps. */
const load = ({ v, hw }: Machine): void => {
  hw.mdscr = v.mdscr
  hw.mdcr = 0n
  hw.oslsr = v.oslsr
  hw.registers = v.registers
}

const save = ({ v, hw }: Machine): void => {
  v.mdscr = hw.mdscr
  v.oslsr = hw.oslsr
  v.registers = hw.registers
}

/** What comes before an instruction; under a step of the debugger nobody's breakpoints are looked at. */
const before = (m: Machine): ReturnType<typeof checkBefore> => {
  const { hw } = m
  const { registers } = hw
  if (stubOf(m).stepping) hw.registers = { ...registers, breakpoints: [] }
  const found = checkBefore(m)
  hw.registers = registers
  return found
}

/**
 * The debugger's watchpoint that the next instruction is about to meet: it comes before those of the guest. A
 * store-exclusive counts as a read too (`atomic_mmu_lookup()`).
 */
const watchedBy = (m: Machine): Exit | null => {
  const { v } = m
  const d = v.memory.fetch(v.pc)
  const access = accessOf(v, d)
  if (!access) return null
  const { kind, address, size } = access
  const kinds = d.form === 'stxr' ? ['write', 'read'] : [kind]
  const met = stubOf(m).watchpoints.findIndex((point) => touches({ kinds, address, size }, point))
  return met < 0 ? null : stop(m, syndrome(EC.watchpointLower, debugIss()), BigInt(met))
}

/** The guest's own step is over with its instruction: the exception follows before anything else. */
const finishGuestStep = (m: Machine): void => {
  const { v, rules, context } = m
  const asked = { el: currentEl(v), pstate: v.pstate, ...hardwareControls(m) }
  if (rules.stepState(asked, context).state === 'active-pending') checkBefore(m)
}

/** One boundary, up to where a debugger that steps would stop; `null` if it goes on. */
const advance = (m: Machine): Exit | null => {
  const found = before(m)
  if ('active' in found) {
    const watched = watchedBy(m)
    if (watched) return watched
    const trap = executeNext(m, found.active)
    save(m)
    if (trap) {
      const exit = idealSlots.handleTrap(m, trap)
      if (exit) return exit
      load(m)
    }
    if (m.stepped !== 'no') finishGuestStep(m)
  }
  return stubOf(m).stepping ? stopUnlessGuests(m) : null
}

/** Machines whose guest has begun. */
const begun = new WeakSet<Machine>()

/** The exception return that the guest begins with. */
const begin = (m: Machine): void => {
  if (begun.has(m)) return
  begun.add(m)
  m.v.pstate = withSs(m.v.pstate, enteredSs(m, hardwareControls(m)))
}

const run: Slots['run'] = (m, immediateExit) => {
  const { v } = m
  const { stepping, breakpoints } = stubOf(m)
  const waited = v.mmio !== null
  const completed = idealSlots.completeAccess(m)
  if (completed) return completed
  load(m)
  if (waited) finishGuestStep(m)
  if (waited && stepping) return stopUnlessGuests(m)
  if (immediateExit) return { reason: 'interrupted' }
  begin(m)
  while (m.steps < STEP_CAP) {
    if (!stepping && breakpoints.includes(v.pc)) return stop(m, syndrome(EC.breakpointLower, debugIss()), 0n)
    const exit = advance(m)
    if (exit) return exit
  }
  return { reason: 'interrupted' }
}

/** The CPU, for a VMM that is no KVM. */
export const tcgArm64 = kernel({
  id: 'arm64/qemu-tcg',
  summary:
    'QEMU’s translator: the debugger’s breakpoints lie beside those of the guest, and the step hides both',
  cites: QEMU_SOURCES,
  base: ideal,
  // `arm_generate_debug_exceptions()` looks for the OS lock in bit 0 of OSLSR_EL1; it is bit 1.
  rules: {
    generateDebugExceptions: (input, context) =>
      ideal.rules.generateDebugExceptions({ ...input, osLock: false }, context),
    stepState: (input, context) => ideal.rules.stepState({ ...input, osLock: false }, context),
    exceptionReturnSs: (input, context) =>
      ideal.rules.exceptionReturnSs({ ...input, osLock: false }, context),
  },
  slots: { run, perform },
  answers: { watchpointFar: 'first-watched-byte' },
})
