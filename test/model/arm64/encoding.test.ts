/**
 * Encodings, against what LLVM’s assembler gives for the same text.
 */
import { describe, expect, test } from 'vitest'
import { decode } from '../../../model/arm64/decode.ts'
import { asm, XZR } from '../../../model/arm64/encoding.ts'
import { CODE, type Instruction, type Program, VECTORS, vectors } from '../../../model/arm64/index.ts'
import { encode } from '../../../model/arm64/instructions.ts'
import { layOut } from '../../../model/arm64/layout.ts'
import { at, ldr, mov, mrs, msr, NOP, nops, op, programOf, str } from './support.ts'

const wordOf = (instruction: Instruction): number =>
  encode(instruction, BigInt(CODE), {
    address: (place) => BigInt(CODE) + ('instruction' in place ? BigInt(4 * place.instruction) : 0n),
  })

const WORDS: readonly (readonly [Instruction, number])[] = [
  [NOP, 0xd503201f],
  [op('isb'), 0xd5033fdf],
  [op('wfi'), 0xd503207f],
  [op('eret'), 0xd69f03e0],
  [op('udf'), 0],
  [{ op: 'svc', imm: 5 }, 0xd40000a1],
  [{ op: 'hvc' }, 0xd4000002],
  [{ op: 'brk', imm: 0x123 }, 0xd4202460],
  [{ op: 'b', to: at(2) }, 0x14000002],
  [{ op: 'cbnz', register: 'x3', to: at(-2) }, 0xb5ffffc3],
  [mov('0x2001'), 0xd2840021],
  [mov('0x200000', 'x2'), 0xd2a00402],
  [{ op: 'adr', to: 'x4', address: at(4) }, 0x10000084],
  [{ op: 'add', register: 'x0', value: 1 }, 0x91000400],
  [ldr('data', 8), 0xf9400661],
  [ldr('mmio', 32, 4), 0xb9402281],
  [ldr('data', 0, 2), 0x79400261],
  [ldr('coalesced', 0, 1), 0x39400241],
  [str('mmio'), 0xf9000281],
  [str('data', 4, 4, 'x2'), 0xb9000662],
  [str('data', 2, 2), 0x79000661],
  [str('data', 1, 1), 0x39000661],
  [{ op: 'ldr', register: 'x1', at: { place: 'data', offset: 8 }, size: 8, unprivileged: true }, 0xf8408a61],
  [{ op: 'str', register: 'x1', at: { place: 'data', offset: 16 }, size: 4, unprivileged: true }, 0xb8010a61],
  [{ op: 'ldr', register: 'x3', at: { place: 'data', offset: 3 }, size: 1, unprivileged: true }, 0x38403a63],
  [{ op: 'ldxr', register: 'x1' }, 0xc85f7e61],
  [{ op: 'stxr', status: 'x2', register: 'x1' }, 0xc8027e61],
  [mrs('mdscr_el1'), 0xd5300241],
  [msr('mdscr_el1'), 0xd5100241],
  [msr('oslar_el1'), 0xd5101081],
  [mrs('oslsr_el1'), 0xd5301181],
  [mrs('osdlr_el1'), 0xd5301381],
  [mrs('spsr_el1'), 0xd5384001],
  [mrs('daif'), 0xd53b4221],
  [msr('contextidr_el1'), 0xd518d021],
  [mrs('id_aa64dfr0_el1'), 0xd5380501],
  [mrs('id_aa64pfr0_el1'), 0xd5380401],
  [mrs('pmcr_el0'), 0xd53b9c01],
  [msr('dbgbcr3_el1'), 0xd51003a1],
  [msr('dbgbvr0_el1'), 0xd5100081],
  [mrs('dbgwcr3_el1'), 0xd53003e1],
  [mrs('dbgwvr1_el1'), 0xd53001c1],
  [{ op: 'daifset', imm: 8 }, 0xd50348df],
  [{ op: 'daifclr', imm: 15 }, 0xd5034fff],
]

describe('programs', () => {
  test.each(WORDS)('%j', (instruction, word) => {
    expect(wordOf(instruction).toString(16)).toBe(word.toString(16))
    expect(decode(word)).toMatchObject({ op: instruction.op })
  })
})

test('what only handlers have', () => {
  expect(asm.cbz(22, 12)).toBe(0xb4000076)
  expect(asm.sub(25, 22, 25)).toBe(0xd10066d9)
  expect(asm.orrBit(24, 24, 21)).toBe(0xb26b0318)
  expect(asm.orrBit(24, 24, 7)).toBe(0xb2790318)
  expect(asm.lsr(22, 22, 27)).toBe(0xd35bfed6)
  expect(asm.stpPost(22, 23, 21, 32)).toBe(0xa8825eb6)
  expect(asm.stp(24, 25, 21, -16)).toBe(0xa93f66b8)
  expect(asm.str(XZR, 20, 8, 8)).toBe(0xf900069f)
  expect(asm.msr('elr_el1', 23)).toBe(0xd5184037)
  expect(asm.msr('mdscr_el1', XZR)).toBe(0xd510025f)
  expect(asm.mrs(22, 'esr_el1')).toBe(0xd5385216)
  expect(asm.mrs(25, 'far_el1')).toBe(0xd5386019)
})

test('handlers fit their vectors, and every word of them is an instruction', () => {
  for (const handler of ['return', 'disarm'] as const) {
    const table = vectors(handler)
    expect(table.map(({ address }) => address - VECTORS)).toEqual(
      Array.from({ length: 16 }, (_, n) => 0x80 * n),
    )
    for (const { words } of table) {
      expect(words.length).toBeLessThanOrEqual(32)
      for (const word of words) expect(decode(word).form).not.toBe('undefined')
    }
  }
})

describe('what cannot be encoded is refused, with its place', () => {
  const refused: readonly (readonly [string, Program])[] = [
    ['MOVZ of 17 bits', programOf([NOP, mov('0x12001')])],
    ['an odd offset', programOf([NOP, ldr('data', 1, 8)])],
    [
      'an offset that LDTR cannot hold',
      programOf([
        NOP,
        { op: 'ldr', register: 'x1', at: { place: 'data', offset: 256 }, size: 8, unprivileged: true },
      ]),
    ],
    ['a breakpoint that does not exist', programOf([NOP, mrs('dbgbvr6_el1')])],
    ['an immediate', programOf([NOP, { op: 'brk', imm: 0x10000 }])],
    ['a branch into an instruction', programOf([NOP, { op: 'b', to: { instruction: 0, offset: 2 } }])],
  ]
  test.each(refused)('%s', (_, program) => {
    expect(() => layOut(program)).toThrow(/^code\[1\]: /)
  })
  test('too much code', () => {
    expect(() => layOut(programOf(nops(1023)))).toThrow(/do not fit/)
    expect(() => layOut(programOf(nops(1022)))).not.toThrow()
  })
})
