/**
 * What the host does between two runs of the vCPU: the ioctls, seen from the VMM.
 * Source: Documentation/virt/kvm/api.rst.
 */
import { shortHex, u32 } from '../bits.ts'
import type { Errno } from '../kvm/guest-debug.ts'
import { InputError } from '../program.ts'
import { writeRam } from './access.ts'
import { CODE, hasErrorCode, LOG, STACK } from './contract.ts'
import { checkWidth, type Layout, parseHex, segmentBase } from './layout.ts'
import { longMode } from './long-mode.ts'
import { LONG_MODE_REGISTERS } from './long-mode-setup.ts'
import { guestState, type Machine } from './machine.ts'
import { Memory } from './memory.ts'
import {
  type Action,
  type Program,
  REGISTER_NAMES,
  type RegisterName,
  STATE_INTERFACES,
  type StateInterface,
  type Value,
} from './program.ts'
import { realMode } from './real-mode.ts'
import { DR6, DR7, SLOT_NUMBERS } from './registers.ts'
import { EBP, ESP, type GuestState, type Vcpu } from './vcpu.ts'

const NO_BREAKPOINTS: readonly bigint[] = [0n, 0n, 0n, 0n]

const addresses = (layout: Layout, db: readonly Value[] | undefined): readonly bigint[] =>
  db ? SLOT_NUMBERS.map((i) => (db[i] === undefined ? 0n : layout.value(db[i]))) : NO_BREAKPOINTS

const writeRegisters = (
  gpr: bigint[],
  registers: { readonly [Name in RegisterName]?: Value },
  resolve: (value: Value) => bigint,
): void => {
  for (const [name, value] of Object.entries(registers))
    gpr[REGISTER_NAMES.indexOf(name as RegisterName)] = resolve(value)
}

/** A vCPU as the contract and the program's setup have it, the code in its memory. */
export const createVcpu = (layout: Layout): Vcpu => {
  const { setup, csBase, dsBase, stackWord } = layout
  const isReal = setup.mode === 'real'
  const mode = isReal ? realMode : longMode
  const memory = new Memory(setup.mode, setup.onDebugException)
  memory.load(CODE, layout.code)
  const gpr = [0n, 0n, 0n, 0n, 0n, 0n, 0n, 0n, 0n]
  const bits = isReal ? 32 : 64
  writeRegisters(gpr, setup.registers, (value) => BigInt.asUintN(bits, layout.value(value)))
  gpr[ESP] = BigInt(STACK)
  gpr[EBP] = BigInt(LOG)
  const segments = isReal ? null : LONG_MODE_REGISTERS[setup.cpl].segments
  const data = segments?.ds.selector ?? Number(dsBase) >>> 4
  const v: Vcpu = {
    vendor: setup.vendor,
    mode,
    rtm: setup.rtm,
    busLockDetect: setup.busLockDetect,
    memory,
    gpr,
    rip: BigInt(CODE) - csBase,
    rflags: u32(Number(BigInt.asUintN(32, parseHex(setup.rflags))) | 2),
    cs: mode.segmentOf(segments?.cs.selector ?? Number(csBase) >>> 4),
    ds: mode.segmentOf(data),
    es: mode.segmentOf(data),
    ss: mode.segmentOf(segments?.ss.selector ?? 0),
    cr2: 0n,
    cr4De: setup.cr4De,
    sysenterCs: 0n,
    fmask: isReal ? 0 : Number(BigInt.asUintN(32, parseHex(setup.fmask))),
    db: NO_BREAKPOINTS,
    dr6: DR6.reset,
    dr7: DR7.reset,
    shadow: 'none',
    heldTraps: 0n,
    exception: null,
    interrupt: null,
    nmiPending: false,
    access: null,
    control: 0,
    hostDb: NO_BREAKPOINTS,
    hostDr7: 0n,
    windowRequested: false,
    immediateExit: false,
    stepSuspendedAt: null,
  }
  for (const [i, word] of setup.stack.entries())
    writeRam(v, BigInt(STACK + stackWord * i), layout.value(word), stackWord)
  return v
}

/** What an accepted KVM_SET_GUEST_DEBUG puts in force. A step that waited behind a frame is armed anew. */
const applyGuestDebug = (m: Machine, control: number, hostDb: readonly bigint[], hostDr7: bigint): void => {
  const { v } = m
  v.rflags = m.rules.flagsAfterControlChange(
    { rflags: v.rflags, controlBefore: v.control, controlAfter: control },
    m.context,
  )
  v.control = control
  v.hostDb = hostDb
  v.hostDr7 = hostDr7
  v.stepSuspendedAt = null
}

const setGuestDebug = (
  m: Machine,
  layout: Layout,
  action: Extract<Action, { do: 'set-guest-debug' }>,
): Errno => {
  const { v, rules, context } = m
  const control = Number(BigInt.asUintN(32, parseHex(action.control)))
  const hostDr7 = parseHex(action.dr7 ?? '0x0')
  const decision = rules.setGuestDebug(
    {
      control,
      controlInForce: v.control,
      wideDr7: hostDr7 >> 32n !== 0n,
      exceptionPending: v.exception?.state === 'pending',
      exceptionInjected: v.exception?.state === 'injected',
      protectedGuest: false,
    },
    context,
  )
  if (decision.result !== 'ok') {
    v.control = decision.control
    return decision.result
  }
  applyGuestDebug(m, decision.control, addresses(layout, action.db), BigInt.asUintN(32, hostDr7))
  if (decision.inject !== null)
    v.exception = {
      vector: decision.inject,
      state: 'pending',
      payload: null,
      errorCode: null,
      requested: true,
    }
  return 'ok'
}

const setRegisters = (
  m: Machine,
  layout: Layout,
  action: Omit<Extract<Action, { do: 'set-registers' }>, 'do'>,
): Errno => {
  const { v, rules, context } = m
  if (action.registers) {
    if (v.mode.name === 'real')
      for (const [name, value] of Object.entries(action.registers))
        checkWidth(value, 32, 'set-registers', name)
    writeRegisters(v.gpr, action.registers, layout.value)
  }
  if (action.rip !== undefined) v.rip = layout.value(action.rip)
  const shown = rules.visibleFlags({ rflags: v.rflags, control: v.control }, context)
  const rflags = action.rflags === undefined ? shown : Number(BigInt.asUintN(32, parseHex(action.rflags)))
  v.rflags = u32(rflags | 2)
  if (v.exception?.state === 'pending' && m.choose('registerWriteAfterInjection') === 'dropped')
    v.exception = null
  return 'ok'
}

const setDebugRegisters = (
  m: Machine,
  layout: Layout,
  given: Omit<Extract<Action, { do: 'set-debug-registers' }>, 'do'>,
): Errno => {
  const { v, rules, context } = m
  const dr6 = given.dr6 === undefined ? v.dr6 : parseHex(given.dr6)
  const dr7 = given.dr7 === undefined ? v.dr7 : parseHex(given.dr7)
  const { rtm, busLockDetect } = v
  const set = rules.setDebugRegisters({ dr6, dr7, flags: given.flags ?? 0, rtm, busLockDetect }, context)
  if (set.result !== 'ok') return set.result
  if (given.db) v.db = addresses(layout, given.db)
  v.dr6 = set.dr6
  v.dr7 = set.dr7
  return 'ok'
}

const setVcpuEvents = (m: Machine, action: Omit<Extract<Action, { do: 'set-vcpu-events' }>, 'do'>): Errno => {
  const { v } = m
  const { exception } = action
  if (exception && (exception.vector > 31 || exception.vector === 2)) return 'EINVAL'
  if (exception) {
    const { vector, state } = exception
    const payload = exception.payload === undefined ? null : parseHex(exception.payload)
    // A payload belongs to a pending exception: one whose delivery has begun has already used it.
    v.exception = {
      vector,
      state,
      payload: state === 'pending' ? payload : null,
      errorCode: v.mode.name === 'long' && hasErrorCode(vector) ? 0 : null,
      requested: true,
    }
  }
  if (action.shadow !== undefined) v.shadow = action.shadow
  if (action.nmiPending !== undefined) v.nmiPending = action.nmiPending
  return 'ok'
}

/** KVM_SET_REGS, KVM_SET_SREGS, KVM_SET_DEBUGREGS or KVM_SET_VCPU_EVENTS of what the matching GET returned. */
const writeBack = (m: Machine, layout: Layout, saved: GuestState, state: StateInterface): Errno => {
  const { v } = m
  switch (state) {
    case 'registers':
      for (const [i, value] of saved.gpr.entries()) v.gpr[i] = value
      v.rip = saved.rip
      return setRegisters(m, layout, { rflags: shortHex(saved.rflags) })
    case 'special-registers':
      v.cs = v.mode.segmentOf(saved.cs)
      v.ds = v.mode.segmentOf(saved.ds)
      v.es = v.mode.segmentOf(saved.es)
      v.ss = v.mode.segmentOf(saved.ss)
      v.cr2 = saved.cr2
      v.cr4De = saved.cr4De
      v.interrupt = saved.interrupt
      return 'ok'
    case 'debug-registers':
      v.db = saved.db
      return setDebugRegisters(m, layout, { dr6: shortHex(saved.dr6), dr7: shortHex(saved.dr7) })
    case 'vcpu-events':
      v.shadow = saved.shadow
      v.exception = saved.exception
      v.nmiPending = saved.nmiPending
      return 'ok'
  }
}

/**
 * A fresh vCPU that gets everything the state interfaces return, and the guest-debug settings again. What the
 * interfaces cannot carry but the guest's memory does on hardware (a step waiting behind a frame) stays.
 */
const restoreIntoFreshVcpu = (m: Machine, layout: Layout): void => {
  const { v } = m
  const saved = guestState(m)
  const { memory, sysenterCs, heldTraps, stepSuspendedAt, windowRequested, control, hostDb, hostDr7 } = v
  Object.assign(v, createVcpu(layout), { memory, sysenterCs, heldTraps, windowRequested })
  for (const state of STATE_INTERFACES) writeBack(m, layout, saved, state)
  applyGuestDebug(m, control, hostDb, hostDr7)
  v.stepSuspendedAt = stepSuspendedAt
}

/**
 * KVM_SET_DEBUGREGS of what the setup asks for, as a target would do it.
 *
 * @throws InputError if the setup has a DR6 or DR7 that the ioctl refuses.
 */
export const setUpDebugRegisters = (m: Machine, layout: Layout): void => {
  if (setDebugRegisters(m, layout, layout.setup) !== 'ok')
    throw new InputError('GDO-1207', 'setup: dr6 and dr7 have 32 bits')
}

/**
 * Does one action, except those that run the vCPU.
 *
 * @throws InputError for values that do not fit.
 */
export const perform = (m: Machine, action: Action, _program: Program, layout: Layout): Errno => {
  const { v } = m
  switch (action.do) {
    case 'set-guest-debug':
      return setGuestDebug(m, layout, action)
    case 'set-registers':
      return setRegisters(m, layout, action)
    case 'set-special-registers':
      if (action.cr4De !== undefined) v.cr4De = action.cr4De
      if (action.ds !== undefined) v.ds = v.mode.segmentOf(Number(segmentBase(action.ds) >> 4n))
      return 'ok'
    case 'set-debug-registers':
      return setDebugRegisters(m, layout, action)
    case 'set-vcpu-events':
      return setVcpuEvents(m, action)
    case 'write-back':
      return writeBack(m, layout, guestState(m), action.state)
    case 'save-restore':
      restoreIntoFreshVcpu(m, layout)
      return 'ok'
    case 'interrupt':
      if (action.vector > 255) return 'EINVAL'
      v.interrupt = action.vector
      return 'ok'
    case 'nmi':
      v.nmiPending = true
      return 'ok'
    case 'interrupt-window':
      v.windowRequested = action.request
      return 'ok'
    case 'immediate-exit':
      return 'ok'
    case 'write-memory': {
      const at = layout.value(action.at)
      const bytes = action.bytes.match(/../g) ?? []
      if (!v.memory.isRam(at, bytes.length)) return 'EINVAL'
      if (!v.memory.isWritable(at, bytes.length))
        throw new InputError('GDO-1210', `write-memory: ${shortHex(at)} belongs to the tables of long mode`)
      bytes.forEach((byte, i) => {
        v.memory.write(at + BigInt(i), Number.parseInt(byte, 16), 1)
      })
      return 'ok'
    }
  }
}
