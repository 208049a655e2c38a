/**
 * The x86 debug registers and the flags that take part in debugging, declared as data.
 * Source: Intel SDM vol. 3, "Debug Registers"; AMD APM vol. 2, "Debug and Performance Resources".
 */
import { bic, bit, type Field, ones, type Register, register, u64 } from '../bits.ts'

const rw = (name: string, lsb: number, width: number, meaning: string): Field => ({
  name,
  lsb,
  width,
  access: 'rw',
  meaning,
})
const activeLow = (name: string, lsb: number, meaning: string): Field => ({
  name,
  lsb,
  width: 1,
  access: 'active-low',
  meaning,
})
const fixedOne = (lsb: number, width: number): Field => ({
  name: `1(${lsb + width - 1}:${lsb})`,
  lsb,
  width,
  access: 'fixed-1',
  meaning: 'reserved, reads as 1',
})

/** Number of breakpoint registers (slots): DR0–DR3. */
export const SLOTS = 4

/** The four slot numbers, for loops that read like the manual's "for each i". */
export const SLOT_NUMBERS = [0, 1, 2, 3] as const

/** DR6, the debug status register: what caused the last #DB. */
export const DR6: Register = register('DR6', 64, 0xffff0ff0n, [
  rw('B0', 0, 1, 'breakpoint condition of DR0 met'),
  rw('B1', 1, 1, 'breakpoint condition of DR1 met'),
  rw('B2', 2, 1, 'breakpoint condition of DR2 met'),
  rw('B3', 3, 1, 'breakpoint condition of DR3 met'),
  fixedOne(4, 7),
  activeLow('BLD', 11, 'bus lock detected (0); reads as 1 unless CPUID has BUS_LOCK_DETECT'),
  rw('BD', 13, 1, 'the next instruction accesses a debug register while DR7.GD is set'),
  rw('BS', 14, 1, 'single step (EFLAGS.TF)'),
  rw('BT', 15, 1, 'task switch'),
  activeLow('RTM', 16, '#DB inside an RTM region (0); reads as 1 unless CPUID has RTM'),
  fixedOne(17, 15),
])

/** Bits of DR6 by name. */
export const dr6 = {
  /** B0–B3: which slots met their condition. */
  B: ones(0, 4),
  BLD: bit(11),
  BD: bit(13),
  BS: bit(14),
  BT: bit(15),
  RTM: bit(16),
  /** The value without any cause: reserved ones and the active-low causes absent. */
  INIT: 0xffff0ff0n,
} as const

/** DR7, the debug control register: which slots are enabled, for what, and how wide. */
export const DR7: Register = register('DR7', 64, 0x400n, [
  ...SLOT_NUMBERS.flatMap((i) => [
    rw(`L${i}`, 2 * i, 1, `local enable of DR${i}`),
    rw(`G${i}`, 2 * i + 1, 1, `global enable of DR${i}`),
  ]),
  rw('LE', 8, 1, 'local exact, ignored by today’s CPUs'),
  rw('GE', 9, 1, 'global exact, ignored by today’s CPUs'),
  fixedOne(10, 1),
  rw('RTM', 11, 1, 'advanced debugging of RTM regions'),
  rw('GD', 13, 1, 'general detect: MOV DR raises #DB'),
  ...SLOT_NUMBERS.flatMap((i) => [
    rw(`RW${i}`, 16 + 4 * i, 2, `kind of DR${i}: 0 execute, 1 write, 2 I/O, 3 read or write`),
    rw(`LEN${i}`, 18 + 4 * i, 2, `length of DR${i}: 0 one byte, 1 two, 2 eight, 3 four`),
  ]),
])

/** Bits of DR7 by name. */
export const dr7 = {
  GD: bit(13),
  /** All L and G bits: none set means that nothing is enabled. */
  ENABLES: ones(0, 8),
} as const

/** Bits of RFLAGS by name; RFLAGS is a 32-bit value here, its upper half is reserved. */
export const flags = {
  FIXED: 0x2,
  TF: 0x100,
  IF: 0x200,
  OF: 0x800,
  IOPL: 0x3000,
  NT: 0x4000,
  RF: 0x10000,
  VM: 0x20000,
  AC: 0x40000,
} as const

/** CR4.DE, debugging extensions: I/O breakpoints exist, and DR4 and DR5 do not alias DR6 and DR7. */
export const CR4_DE = 0x8

/** CPU features that change what DR6 can hold. */
export interface DebugFeatures {
  /** CPUID.(7,0):EBX.RTM */
  readonly rtm: boolean
  /** CPUID.(7,0):ECX.BUS_LOCK_DETECT */
  readonly busLockDetect: boolean
}

const FIXED_ONES = [dr6.RTM, 0n].map((rtm) => [dr6.BLD, 0n].map((bld) => DR6.fixedOne | rtm | bld))

/** The bits of DR6 that read as 1 on a CPU with these features. */
export const dr6FixedOnes = (features: DebugFeatures): bigint =>
  FIXED_ONES[features.rtm ? 1 : 0]![features.busLockDetect ? 1 : 0]!

/** What a 32-bit write leaves in DR6 (Intel SDM vol. 3, "Debug Status Register (DR6)"). */
export const legaliseDr6 = (value: bigint, features: DebugFeatures): bigint =>
  u64(u64(value & DR6.writable) | dr6FixedOnes(features))

/** What a 32-bit write leaves in DR7 (Intel SDM vol. 3, "Debug Control Register (DR7)"). */
export const legaliseDr7 = (value: bigint): bigint => u64(u64(value & DR7.writable) | DR7.fixedOne)

/** One slot of DR7, decoded. */
export interface Slot {
  readonly enabled: boolean
  readonly kind: 'execute' | 'write' | 'io' | 'access'
  /** Length in bytes. */
  readonly length: 1 | 2 | 4 | 8
}

const KINDS = ['execute', 'write', 'io', 'access'] as const
const LENGTHS = [1, 2, 8, 4] as const

/** The R/W and LEN encoding of a breakpoint kind and length, for building a DR7 value. */
export const slotBits = (index: number, kind: Slot['kind'], length: Slot['length'] = 1): bigint =>
  BigInt(KINDS.indexOf(kind) | (LENGTHS.indexOf(length) << 2)) << BigInt(16 + 4 * index)

/** Li and Gi of one slot: `slotEnable(0, 'L')`. */
export const slotEnable = (index: number, which: 'L' | 'G' = 'G'): bigint =>
  bit(2 * index + (which === 'G' ? 1 : 0))

// Decoded slots of each DR7 value, and of the last one: it is compared at every instruction boundary.
const decodedSlots = new Map<bigint, readonly Slot[]>()
let lastDr7 = -1n
let lastSlots: readonly Slot[] = []

/** The four slots of a DR7 value. A slot is enabled by L or by G. */
export const slotsOf = (dr7Value: bigint): readonly Slot[] => {
  if (dr7Value === lastDr7) return lastSlots
  lastSlots = decodedSlots.get(dr7Value) ?? decodeSlots(dr7Value)
  lastDr7 = dr7Value
  return lastSlots
}

const decodeSlots = (dr7Value: bigint): readonly Slot[] => {
  const word = Number(BigInt.asUintN(32, dr7Value))
  const slots = SLOT_NUMBERS.map((i) => ({
    enabled: ((word >>> (2 * i)) & 3) !== 0,
    kind: KINDS[(word >>> (16 + 4 * i)) & 3]!,
    length: LENGTHS[(word >>> (18 + 4 * i)) & 3]!,
  }))
  if (decodedSlots.size > 4096) decodedSlots.clear()
  decodedSlots.set(dr7Value, slots)
  return slots
}

/** DR7 after a #DB was delivered: GD cleared (Intel SDM vol. 3, "General-Detect Exception Condition"). */
export const withoutGeneralDetect = (value: bigint): bigint => bic(value, dr7.GD)
