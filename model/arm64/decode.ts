/**
 * Decodes A64 instruction words: those that programs and handlers have; every other word is UNDEFINED here.
 */
import { COORDINATES, XZR } from './encoding.ts'
import type { Op, SystemRegister } from './program.ts'

/** The form of an instruction: what the interpreter distinguishes. */
export type Form = Exclude<Op, 'other'> | 'cbz' | 'sub' | 'orr' | 'lsr' | 'stp' | 'undefined'

export interface Decoded {
  readonly form: Form
  readonly op: Op
  /** Rd, Rt: the register that is written or stored. */
  readonly rd: number
  /** Rn: the base or the first source. */
  readonly rn: number
  /** Rt2 of STP, Rs of STXR. */
  readonly rm: number
  /** Immediate, offset or distance. */
  readonly imm: bigint
  readonly size: number
  readonly unprivileged: boolean
  /** STP adds its offset to the base afterwards. */
  readonly postIndex: boolean
  readonly register: SystemRegister | null
}

const bits = (word: number, lsb: number, width: number): number => (word >>> lsb) & ((1 << width) - 1)
const signed = (value: number, width: number): number => (value << (32 - width)) >> (32 - width)

const OTHER: ReadonlySet<Form> = new Set<Form>(['cbz', 'sub', 'orr', 'lsr', 'stp', 'undefined'])

const make = (form: Form, parts: Partial<Decoded> = {}): Decoded => ({
  form,
  op: OTHER.has(form) ? 'other' : (form as Op),
  rd: XZR,
  rn: XZR,
  rm: XZR,
  imm: 0n,
  size: 8,
  unprivileged: false,
  postIndex: false,
  register: null,
  ...parts,
})

const UNDEFINED = make('undefined')

const EXACT: ReadonlyMap<number, Decoded> = new Map([
  [0xd503201f, make('nop')],
  [0xd5033fdf, make('isb')],
  [0xd503207f, make('wfi')],
  [0xd69f03e0, make('eret')],
])

const byCoordinates = new Map([...COORDINATES].map(([name, at]) => [at.join(), name]))

const systemRegister = (word: number): SystemRegister | null =>
  byCoordinates.get(
    [bits(word, 19, 1) + 2, bits(word, 16, 3), bits(word, 12, 4), bits(word, 8, 4), bits(word, 5, 3)].join(),
  ) ?? null

const decodeSystem = (word: number): Decoded => {
  if ((word & 0xfffff0ff) >>> 0 === 0xd50340df) return make('daifset', { imm: BigInt(bits(word, 8, 4)) })
  if ((word & 0xfffff0ff) >>> 0 === 0xd50340ff) return make('daifclr', { imm: BigInt(bits(word, 8, 4)) })
  const register = systemRegister(word)
  if (register === null) return UNDEFINED
  if ((word & 0xfff00000) >>> 0 === 0xd5300000) return make('mrs', { rd: bits(word, 0, 5), register })
  if ((word & 0xfff00000) >>> 0 === 0xd5100000) return make('msr', { rd: bits(word, 0, 5), register })
  return UNDEFINED
}

const decodeAccess = (word: number): Decoded | null => {
  const size = 1 << bits(word, 30, 2)
  const load = bits(word, 22, 1) === 1
  const parts = { rd: bits(word, 0, 5), rn: bits(word, 5, 5), size }
  if ((word & 0x3f800000) >>> 0 === 0x39000000)
    return make(load ? 'ldr' : 'str', { ...parts, imm: BigInt(bits(word, 10, 12) * size) })
  if ((word & 0x3fa00c00) >>> 0 === 0x38000800)
    return make(load ? 'ldr' : 'str', {
      ...parts,
      imm: BigInt(signed(bits(word, 12, 9), 9)),
      unprivileged: true,
    })
  return null
}

const decodeAnew = (word: number): Decoded => {
  const exact = EXACT.get(word)
  if (exact) return exact
  const rd = bits(word, 0, 5)
  const rn = bits(word, 5, 5)
  const masked = (mask: number): number => (word & mask) >>> 0
  if (masked(0xffff0000) === 0) return make('udf')
  const call = masked(0xffe0001f)
  const imm16 = BigInt(bits(word, 5, 16))
  if (call === 0xd4000001) return make('svc', { imm: imm16 })
  if (call === 0xd4000002) return make('hvc', { imm: imm16 })
  if (call === 0xd4200000) return make('brk', { imm: imm16 })
  if (masked(0xffc00000) === 0xd5000000) return decodeSystem(word)
  if (masked(0xfc000000) === 0x14000000) return make('b', { imm: BigInt(signed(bits(word, 0, 26), 26) * 4) })
  const distance = BigInt(signed(bits(word, 5, 19), 19) * 4)
  if (masked(0xff000000) === 0xb4000000) return make('cbz', { rd, imm: distance })
  if (masked(0xff000000) === 0xb5000000) return make('cbnz', { rd, imm: distance })
  if (masked(0xff800000) === 0xd2800000)
    return make('mov', { rd, imm: BigInt(bits(word, 5, 16)) << BigInt(16 * bits(word, 21, 2)) })
  if (masked(0x9f000000) === 0x10000000) return make('adr', { rd, imm: distance + BigInt(bits(word, 29, 2)) })
  if (masked(0xffc00000) === 0x91000000) return make('add', { rd, rn, imm: BigInt(bits(word, 10, 12)) })
  if (masked(0xffc00000) === 0xd1000000) return make('sub', { rd, rn, imm: BigInt(bits(word, 10, 12)) })
  if (masked(0xffc0fc00) === 0xb2400000)
    return make('orr', { rd, rn, imm: 1n << BigInt((64 - bits(word, 16, 6)) & 63) })
  if (masked(0xffc0fc00) === 0xd340fc00) return make('lsr', { rd, rn, imm: BigInt(bits(word, 16, 6)) })
  if (masked(0xfffffc00) === 0xc85f7c00) return make('ldxr', { rd, rn })
  if (masked(0xffe0fc00) === 0xc8007c00) return make('stxr', { rd, rn, rm: bits(word, 16, 5) })
  const pair = masked(0xffc00000)
  if (pair === 0xa8800000 || pair === 0xa9000000)
    return make('stp', {
      rd,
      rn,
      rm: bits(word, 10, 5),
      imm: BigInt(signed(bits(word, 15, 7), 7) * 8),
      postIndex: pair === 0xa8800000,
    })
  return decodeAccess(word) ?? UNDEFINED
}

const decoded = new Map<number, Decoded>()

/** One instruction word, decoded. */
export const decode = (word: number): Decoded => {
  const known = decoded.get(word)
  if (known) return known
  const result = decodeAnew(word)
  decoded.set(word, result)
  return result
}
