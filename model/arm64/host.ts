/**
 * What the host does between two runs of the vCPU: the ioctls, seen from the VMM.
 * Source: Documentation/virt/kvm/api.rst; Linux 6.1 arch/arm64/kvm/guest.c.
 */
import { any } from '../bits.ts'
import { GUESTDBG, inForce } from '../kvm/guest-debug.ts'
import { BREAKPOINTS, COALESCED, CODE, DATA, LOG, MMIO, WATCHPOINTS } from './contract.ts'
import { asm } from './encoding.ts'
import { BASES } from './instructions.ts'
import { type Layout, parseHex } from './layout.ts'
import { guestState, type Machine, type Performed, performed } from './machine.ts'
import { Memory } from './memory.ts'
import {
  type Action,
  GPR_NAMES,
  type GprName,
  type OneRegister,
  STATE_INTERFACES,
  type StateInterface,
} from './program.ts'
import { type DebugRegisters, isGuestPstate, NO_REGISTERS, OSLSR_EL1, oslsr } from './registers.ts'
import { readSlot, slotPart, writeSlot } from './system-registers.ts'
import type { GuestState, Vcpu } from './vcpu.ts'

/** A vCPU as the contract and the program's setup have it, the code in its memory. */
export const createVcpu = (layout: Layout): Vcpu => {
  const { setup, words } = layout
  const memory = new Memory(setup.onDebugException)
  words.forEach((word, i) => {
    memory.writeWord(BigInt(CODE + 4 * i), word)
  })
  const gpr = new Array<bigint>(31).fill(0n)
  for (const [name, value] of Object.entries(setup.registers))
    gpr[GPR_NAMES.indexOf(name as GprName)] = layout.value(value)
  gpr[BASES.coalesced] = BigInt(COALESCED)
  gpr[BASES.data] = BigInt(DATA)
  gpr[BASES.mmio] = BigInt(MMIO)
  gpr[LOG_POINTER] = BigInt(LOG)
  return {
    memory,
    gpr,
    pc: BigInt(CODE),
    pstate: parseHex(setup.pstate),
    elr: layout.value(setup.elr),
    spsr: parseHex(setup.spsr),
    esr: 0n,
    far: 0n,
    contextId: BigInt.asUintN(32, parseHex(setup.contextId)),
    mdscr: parseHex(setup.mdscr),
    oslsr: setup.osLock ? OSLSR_EL1.reset | oslsr.OSLK : OSLSR_EL1.reset,
    registers: layout.registers(setup),
    exclusive: false,
    irq: false,
    mmio: null,
    abort: null,
    control: 0,
    host: NO_REGISTERS,
  }
}

/** The register that points to the next record of the handlers' log. */
export const LOG_POINTER = 21

const uses = (registers: DebugRegisters): { breakpoints: number; watchpoints: number } => ({
  breakpoints: registers.breakpoints.findLastIndex(({ control }) => any(control, 1n)) + 1,
  watchpoints: registers.watchpoints.findLastIndex(({ control }) => any(control, 1n)) + 1,
})

const setGuestDebug = (
  m: Machine,
  layout: Layout,
  action: Extract<Action, { do: 'set-guest-debug' }>,
): Performed => {
  const { v, rules, context } = m
  const host = layout.registers(action)
  const used = uses(host)
  const decision = rules.setGuestDebug(
    {
      control: Number(BigInt.asUintN(32, parseHex(action.control))),
      controlInForce: v.control,
      slotBeyond: used.breakpoints > BREAKPOINTS || used.watchpoints > WATCHPOINTS,
    },
    context,
  )
  v.control = decision.control
  if (decision.result === 'ok' && inForce(decision.control, GUESTDBG.USE_HW_BP)) v.host = host
  return performed(decision.result)
}

const getOneReg = ({ v }: Machine, register: OneRegister): bigint => {
  if (slotPart(register)) return readSlot(v.registers, register)
  switch (register) {
    case 'pc':
      return v.pc
    case 'pstate':
      return v.pstate
    case 'elr_el1':
      return v.elr
    case 'spsr_el1':
      return v.spsr
    case 'esr_el1':
      return v.esr
    case 'far_el1':
      return v.far
    case 'mdscr_el1':
      return v.mdscr
    case 'oslsr_el1':
      return v.oslsr
    case 'contextidr_el1':
      return v.contextId
    default:
      return v.gpr[GPR_NAMES.indexOf(register as GprName)]!
  }
}

/**
 * KVM_SET_ONE_REG. The breakpoints and watchpoints are always the guest's own; of OSLSR only OSLK can change; a PSTATE that
 * the guest cannot have is refused (guest.c, `set_core_reg()`).
 */
const setOneReg = ({ v }: Machine, register: OneRegister, value: bigint): Performed => {
  if (slotPart(register)) {
    v.registers = writeSlot(v.registers, register, value)
    return performed('ok')
  }
  switch (register) {
    case 'pc':
      v.pc = value
      break
    case 'pstate':
      if (!isGuestPstate(value)) return performed('EINVAL')
      v.pstate = value
      break
    case 'elr_el1':
      v.elr = value
      break
    case 'spsr_el1':
      v.spsr = value
      break
    case 'esr_el1':
      v.esr = value
      break
    case 'far_el1':
      v.far = value
      break
    case 'mdscr_el1':
      v.mdscr = value
      break
    case 'oslsr_el1':
      if (any(value ^ OSLSR_EL1.reset, ~oslsr.OSLK)) return performed('EINVAL')
      v.oslsr = value
      break
    case 'contextidr_el1':
      v.contextId = BigInt.asUintN(32, value)
      break
    default:
      v.gpr[GPR_NAMES.indexOf(register as GprName)] = value
  }
  return performed('ok')
}

/** KVM_SET_ONE_REG of every register of a kind, with what KVM_GET_ONE_REG returned. */
const writeBack = ({ v }: Machine, saved: GuestState, state: StateInterface): void => {
  switch (state) {
    case 'core':
      saved.gpr.forEach((value, i) => {
        v.gpr[i] = value
      })
      v.pc = saved.pc
      v.pstate = saved.pstate
      return
    case 'system':
      v.elr = saved.elr
      v.spsr = saved.spsr
      v.esr = saved.esr
      v.far = saved.far
      v.contextId = saved.contextId
      return
    case 'debug':
      v.mdscr = saved.mdscr
      v.oslsr = saved.oslsr
      v.registers = saved.registers
  }
}

/** A fresh vCPU that gets everything the state interfaces return, and the guest-debug settings again. */
const restoreIntoFreshVcpu = (m: Machine, layout: Layout): void => {
  const saved = guestState(m)
  const { memory, gpr, irq, control, host } = m.v
  m.v = { ...createVcpu(layout), memory, gpr: gpr.slice(), irq }
  for (const state of STATE_INTERFACES) writeBack(m, saved, state)
  m.v.control = control
  m.v.host = host
}

const BRK_0 = asm.brk(0)

/** Writes an instruction over one of the program's, or its own back. Elsewhere nothing is planted. */
const plant = ({ v }: Machine, layout: Layout, at: bigint, planted: boolean): Performed => {
  const index = Number(at) - CODE
  const own = index >= 0 && index % 4 === 0 ? layout.words[index / 4] : undefined
  if (own === undefined) return performed('EINVAL')
  v.memory.writeWord(at, planted ? BRK_0 : own)
  return performed('ok')
}

const writeMemory = ({ v }: Machine, at: bigint, text: string): Performed => {
  const bytes = text.match(/../g) ?? []
  if (!v.memory.isRam(at, bytes.length)) return performed('EINVAL')
  bytes.forEach((byte, i) => {
    v.memory.write(at + BigInt(i), BigInt(`0x${byte}`), 1)
  })
  return performed('ok')
}

/**
 * Does one action, except those that run the vCPU.
 *
 * @throws InputError for values that do not fit.
 */
export const perform = (m: Machine, action: Action, layout: Layout): Performed => {
  const { v } = m
  switch (action.do) {
    case 'set-guest-debug':
      return setGuestDebug(m, layout, action)
    case 'get-one-reg':
      return performed('ok', getOneReg(m, action.register))
    case 'set-one-reg':
      return setOneReg(m, action.register, layout.value(action.value))
    case 'write-back':
      writeBack(m, guestState(m), action.state)
      return performed('ok')
    case 'save-restore':
      restoreIntoFreshVcpu(m, layout)
      return performed('ok')
    case 'interrupt':
      v.irq = action.level
      return performed('ok')
    case 'immediate-exit':
      return performed('ok')
    case 'preempt':
      m.preemptIn = action.after
      return performed('ok')
    case 'answer-mmio':
      if (v.mmio?.direction !== 'read' || v.abort !== null) return performed('EINVAL')
      v.mmio.data = parseHex(action.value)
      return performed('ok')
    case 'fault-mmio':
      // Without an access that waits the request is a programming error of the VMM (API documentation).
      if (!v.mmio || v.abort !== null) return performed('EINVAL')
      v.abort = v.mmio.address
      return performed('ok')
    case 'plant':
    case 'unplant':
      return plant(m, layout, layout.value(action.at), action.do === 'plant')
    case 'write-memory':
      return writeMemory(m, layout.value(action.at), action.bytes)
  }
}
