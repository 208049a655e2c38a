/**
 * The guest's accesses to its memory and stack, each met by the breakpoints in force.
 */
import { lowBytes, u64 } from '../bits.ts'
import { READ_BYTE } from './contract.ts'
import { type Machine, noteAccess } from './machine.ts'
import { ESP, readGpr, type Segment, type Vcpu, writeGpr } from './vcpu.ts'

/**
 * The linear address of an operand.
 *
 * @throws GuestFault if the guest may not make this access.
 */
export const linear = (
  v: Vcpu,
  segment: Segment,
  offset: bigint,
  size: number,
  access: 'read' | 'write',
): bigint => {
  const address = u64(segment.base + offset)
  const fault = address > v.mode.reach ? v.mode.accessFault(v, segment, address, size, access) : null
  if (fault) throw fault
  return address
}

/** `size` bytes of RAM, of which nobody but the caller learns. */
export const readRam = ({ memory }: Vcpu, address: bigint, size: number): bigint =>
  size === 8 ? memory.readQword(address) : BigInt(memory.read(address, size))

/** Stores `size` bytes to RAM. */
export const writeRam = ({ memory }: Vcpu, address: bigint, value: bigint, size: number): void => {
  if (size === 8) memory.writeQword(address, value)
  else memory.write(address, Number(lowBytes(value, size)), size)
}

/** Reads RAM as an instruction of the guest does. */
export const load = (m: Machine, address: bigint, size: number): bigint => {
  noteAccess(m, { kind: 'read', address, size })
  return readRam(m.v, address, size)
}

/** Stores to RAM as an instruction of the guest does. */
export const store = (m: Machine, address: bigint, value: bigint, size: number): void => {
  noteAccess(m, { kind: 'write', address, size })
  writeRam(m.v, address, value, size)
}

/** Pushes `size` bytes on the stack of the guest. */
export const push = (m: Machine, value: bigint, size: number): void => {
  const { v } = m
  const { mode } = v
  const sp = lowBytes(v.gpr[ESP]! - BigInt(size), mode.width)
  store(m, linear(v, v.ss, sp, size, 'write'), value, size)
  writeGpr(v, ESP, sp, mode.width)
}

/** Pops `size` bytes. */
export const pop = (m: Machine, size: number): bigint => {
  const { v } = m
  const { mode } = v
  const sp = readGpr(v, ESP, mode.width)
  const value = load(m, linear(v, v.ss, sp, size, 'read'), size)
  writeGpr(v, ESP, u64(sp + BigInt(size)), mode.width)
  return value
}

const READ_QWORD = BigInt(READ_BYTE) * 0x0101_0101_0101_0101n

/** What a read of `size` bytes from a port or from MMIO returns. */
export const readAnswer = (size: number): bigint => lowBytes(READ_QWORD, size)
