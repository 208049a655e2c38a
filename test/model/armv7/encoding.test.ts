/**
 * The instructions of the armv7 machine as words and as text, and programs that cannot be laid out.
 */
import { describe, expect, test } from 'vitest'
import { assembly, encode, type Instruction, layOut } from '../../../model/armv7/index.ts'
import { InputError } from '../../../model/program.ts'
import { programOf, read, write } from './support.ts'

/** Words of the GNU assembler, for -march=armv7-a. */
const WORDS: readonly (readonly [Instruction, number, string])[] = [
  [{ op: 'nop' }, 0xe320f000, 'nop'],
  [{ op: 'bkpt' }, 0xe1200070, 'bkpt #0'],
  [{ op: 'wfi' }, 0xe320f003, 'wfi'],
  [{ op: 'ldr', at: { place: 'data' } }, 0xe5901000, 'ldr r1, [r0]'],
  [{ op: 'str', at: { place: 'data' } }, 0xe5801000, 'str r1, [r0]'],
  [read('DBGDSCRint'), 0xee100e11, 'mrc p14, 0, r0, c0, c1, 0'],
  [{ op: 'mrc', from: 'DBGDSCRint', flags: true }, 0xee10fe11, 'mrc p14, 0, APSR_nzcv, c0, c1, 0'],
  [{ op: 'mrc', from: 'DBGDIDR', fails: true }, 0x1e100e10, 'mrcne p14, 0, r0, c0, c0, 0'],
  [write('DBGDSCRext', '0x0'), 0xee000e52, 'mcr p14, 0, r0, c0, c2, 2'],
  [write('DBGBCR5', '0x0'), 0xee000eb5, 'mcr p14, 0, r0, c0, c5, 5'],
  [read('DBGWVR3'), 0xee100ed3, 'mrc p14, 0, r0, c0, c3, 6'],
  [write('DBGOSLAR', '0x0'), 0xee010e90, 'mcr p14, 0, r0, c1, c0, 4'],
  [read('DBGDEVID'), 0xee170ef2, 'mrc p14, 0, r0, c7, c2, 7'],
  [{ op: 'mrrc', from: 'DBGDRAR' }, 0xec510e01, 'mrrc p14, 0, r0, r1, c1'],
  [{ op: 'mrrc', from: 'DBGDSAR' }, 0xec510e02, 'mrrc p14, 0, r0, r1, c2'],
  [{ op: 'ldc' }, 0xed9c5e00, 'ldc p14, c5, [r12]'],
  [{ op: 'stc' }, 0xed8c5e00, 'stc p14, c5, [r12]'],
]

test.each(WORDS)('%j', (instruction, word, text) => {
  expect(encode(instruction)).toBe(word)
  expect(assembly(instruction).split('  ;')[0]).toBe(text)
})

describe('what cannot be laid out', () => {
  test.each<[Instruction, RegExp]>([
    [read('DBGNONE'), /code\[0\]: DBGNONE is no CP14 debug register/],
    [write('DBGBVR0', '0x100000000'), /more than 32 bits/],
    [write('DBGBVR0', 'zero'), /expected 0x and hex digits/],
  ])('%j', (instruction, message) => {
    expect(() => layOut(programOf([instruction]))).toThrow(InputError)
    expect(() => layOut(programOf([instruction]))).toThrow(message)
  })
  test('too many instructions', () => {
    const code = Array.from({ length: 300 }, (): Instruction => ({ op: 'nop' }))
    expect(() => layOut(programOf(code))).toThrow(/300 instructions/)
  })
})
