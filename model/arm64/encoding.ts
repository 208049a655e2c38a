/**
 * A64 encodings, as functions from operands to instruction words, and the system registers' coordinates.
 * Source: Arm ARM, “A64 Base Instruction Descriptions”.
 */
import { u32 } from '../bits.ts'
import { SLOT_REGISTERS, type SystemRegister } from './program.ts'
import { MOST_SLOTS } from './registers.ts'

/** op0, op1, CRn, CRm, op2. */
export type Coordinates = readonly [number, number, number, number, number]

const FIXED: { readonly [Name in SystemRegister]?: Coordinates } = {
  mdscr_el1: [2, 0, 0, 2, 2],
  oslar_el1: [2, 0, 1, 0, 4],
  oslsr_el1: [2, 0, 1, 1, 4],
  osdlr_el1: [2, 0, 1, 3, 4],
  spsr_el1: [3, 0, 4, 0, 0],
  elr_el1: [3, 0, 4, 0, 1],
  daif: [3, 3, 4, 2, 1],
  contextidr_el1: [3, 0, 13, 0, 1],
  esr_el1: [3, 0, 5, 2, 0],
  far_el1: [3, 0, 6, 0, 0],
  id_aa64dfr0_el1: [3, 0, 0, 5, 0],
  id_aa64pfr0_el1: [3, 0, 0, 4, 0],
  pmcr_el0: [3, 3, 9, 12, 0],
}
const SLOT_OP2 = { dbgbvr: 4, dbgbcr: 5, dbgwvr: 6, dbgwcr: 7 } as const

/** The coordinates of every system register that programs name. */
export const COORDINATES: ReadonlyMap<SystemRegister, Coordinates> = new Map<SystemRegister, Coordinates>([
  ...(Object.entries(FIXED) as [SystemRegister, Coordinates][]),
  ...SLOT_REGISTERS.flatMap((kind) =>
    Array.from({ length: MOST_SLOTS }, (_, n): [SystemRegister, Coordinates] => [
      `${kind}${n}_el1`,
      [2, 0, 0, n, SLOT_OP2[kind]],
    ]),
  ),
])

const systemBits = ([op0, op1, crn, crm, op2]: Coordinates): number =>
  ((op0 - 2) << 19) | (op1 << 16) | (crn << 12) | (crm << 8) | (op2 << 5)

/** Number of the zero register. */
export const XZR = 31

const word = (...parts: number[]): number => u32(parts.reduce((value, part) => value | part, 0))
const accessBase = { 1: 0x39000000, 2: 0x79000000, 4: 0xb9000000, 8: 0xf9000000 } as const
const unprivilegedBase = { 1: 0x38000800, 2: 0x78000800, 4: 0xb8000800, 8: 0xf8000800 } as const
const LOAD = 0x00400000

/** Instruction words; branch distances and offsets are in bytes. */
export const asm = {
  nop: () => 0xd503201f,
  isb: () => 0xd5033fdf,
  wfi: () => 0xd503207f,
  eret: () => 0xd69f03e0,
  udf: () => 0,
  svc: (imm: number) => word(0xd4000001, imm << 5),
  hvc: (imm: number) => word(0xd4000002, imm << 5),
  brk: (imm: number) => word(0xd4200000, imm << 5),
  b: (distance: number) => word(0x14000000, (distance >> 2) & 0x3ffffff),
  cbz: (rt: number, distance: number) => word(0xb4000000, ((distance >> 2) & 0x7ffff) << 5, rt),
  cbnz: (rt: number, distance: number) => word(0xb5000000, ((distance >> 2) & 0x7ffff) << 5, rt),
  movz: (rd: number, imm: number, shift: number) => word(0xd2800000, (shift >> 4) << 21, imm << 5, rd),
  adr: (rd: number, distance: number) =>
    word(0x10000000, (distance & 3) << 29, ((distance >> 2) & 0x7ffff) << 5, rd),
  add: (rd: number, rn: number, imm: number) => word(0x91000000, imm << 10, rn << 5, rd),
  sub: (rd: number, rn: number, imm: number) => word(0xd1000000, imm << 10, rn << 5, rd),
  /** ORR of one bit. */
  orrBit: (rd: number, rn: number, bit: number) => word(0xb2400000, ((64 - bit) & 63) << 16, rn << 5, rd),
  lsr: (rd: number, rn: number, shift: number) => word(0xd340fc00, shift << 16, rn << 5, rd),
  ldr: (rt: number, rn: number, offset: number, size: 1 | 2 | 4 | 8) =>
    word(accessBase[size], LOAD, (offset / size) << 10, rn << 5, rt),
  str: (rt: number, rn: number, offset: number, size: 1 | 2 | 4 | 8) =>
    word(accessBase[size], (offset / size) << 10, rn << 5, rt),
  ldtr: (rt: number, rn: number, offset: number, size: 1 | 2 | 4 | 8) =>
    word(unprivilegedBase[size], LOAD, offset << 12, rn << 5, rt),
  sttr: (rt: number, rn: number, offset: number, size: 1 | 2 | 4 | 8) =>
    word(unprivilegedBase[size], offset << 12, rn << 5, rt),
  ldxr: (rt: number, rn: number) => word(0xc85f7c00, rn << 5, rt),
  stxr: (rs: number, rt: number, rn: number) => word(0xc8007c00, rs << 16, rn << 5, rt),
  /** STP with post-index. */
  stpPost: (rt: number, rt2: number, rn: number, offset: number) =>
    word(0xa8800000, ((offset / 8) & 0x7f) << 15, rt2 << 10, rn << 5, rt),
  /** STP with an offset. */
  stp: (rt: number, rt2: number, rn: number, offset: number) =>
    word(0xa9000000, ((offset / 8) & 0x7f) << 15, rt2 << 10, rn << 5, rt),
  mrs: (rt: number, register: SystemRegister) => word(0xd5300000, systemBits(COORDINATES.get(register)!), rt),
  msr: (register: SystemRegister, rt: number) => word(0xd5100000, systemBits(COORDINATES.get(register)!), rt),
  daifset: (imm: number) => word(0xd50340df, imm << 8),
  daifclr: (imm: number) => word(0xd50340ff, imm << 8),
} as const
