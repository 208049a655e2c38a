/**
 * What KVM does with an exception that was taken to EL2, by its class: the exit handlers.
 * Source: Linux 6.1 arch/arm64/kvm/{handle_exit.c,mmio.c,hypercalls.c}.
 */
import { lowBytes } from '../bits.ts'
import { COALESCED, COALESCED_SIZE, HVC_RESULT } from './contract.ts'
import type { Decoded } from './decode.ts'
import { UNDEFINED_SYNDROME } from './exceptions.ts'
import type { Machine, Slots, Trap } from './machine.ts'
import type { Exit } from './run.ts'
import { classOf, EC } from './syndrome.ts'
import { emulateSystemRegister } from './system-registers.ts'
import { readGpr, writeGpr } from './vcpu.ts'

type Exception = Extract<Trap, { kind: 'exception' }>

const accessMmio = (m: Machine, { far: address, instruction }: Exception): Exit | null => {
  const { v } = m
  const { form, size, rd } = instruction!
  const isCoalesced = address >= BigInt(COALESCED) && address < BigInt(COALESCED + COALESCED_SIZE)
  const writes = form === 'str'
  if (writes && isCoalesced) return m.slots.retire(m, 'kernel')
  const access = { reason: 'mmio', address, size } as const
  return m.slots.exitForMmio(
    m,
    writes
      ? { ...access, direction: 'write', data: lowBytes(readGpr(v, rd), size) }
      : { ...access, direction: 'read', data: null },
    rd,
  )
}

/** WFI: without an interrupt the vCPU sleeps until a signal ends the run; a WFI may end at any time. */
const waitForInterrupt = (m: Machine): Exit | null => {
  const exit = m.slots.retire(m, 'kernel')
  if (exit) return exit
  return m.v.irq ? null : { reason: 'interrupted' }
}

const systemRegister = (m: Machine, instruction: Decoded): Exit | null =>
  emulateSystemRegister(m, instruction)
    ? m.slots.retire(m, 'kernel')
    : m.slots.inject(m, UNDEFINED_SYNDROME, null)

/** `smccc_set_retval()`: not supported, and three results of 0 (measured). */
const hypercall = (m: Machine): Exit | null => {
  writeGpr(m.v, 0, HVC_RESULT)
  for (const result of [1, 2, 3]) writeGpr(m.v, result, 0n)
  return m.slots.retire(m, 'call')
}

const handleException = (m: Machine, trap: Exception): Exit | null => {
  const { esr, far, instruction } = trap
  switch (classOf(esr)) {
    case EC.sysreg:
      return systemRegister(m, instruction!)
    case EC.hvc:
      return hypercall(m)
    case EC.wfx:
      return waitForInterrupt(m)
    case EC.dataAbortLower:
      return accessMmio(m, trap)
    case EC.brk:
      return m.rules.brkOwner({ control: m.v.control }, m.context) === 'userspace'
        ? m.slots.debugExit(m, esr, far)
        : m.slots.inject(m, esr, null)
    default:
      return m.slots.debugExit(m, esr, far)
  }
}

/** After an interrupt of the host's own the guest goes on, unless the host's step is done. */
export const handleTrap: Slots['handleTrap'] = (m, trap) => {
  switch (trap.kind) {
    case 'exception':
      return handleException(m, trap)
    case 'host-interrupt':
      return m.slots.afterHostInterrupt(m)
    case 'cap':
      return { reason: 'interrupted' }
  }
}
