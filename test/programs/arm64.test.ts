/**
 * Programs of the arm64 machine as JSON: every random one is read as it is written, and nothing else is accepted.
 */
import { describe, expect, test } from 'vitest'
import { InputError } from '../../model/program.ts'
import { parseProgram, parseStored } from '../../oracles/programs/parse.ts'
import { arm64 } from '../../properties/arm64/machine.ts'
import { Checker } from '../../properties/check.ts'
import { smallProgramsOf } from '../../properties/exhaustive.ts'
import { shrinkOf } from '../../properties/shrink.ts'

const { samplePrograms } = new Checker(arm64)
const reread = (program: object): unknown => parseProgram(JSON.parse(JSON.stringify(program)))

test('random programs and the small ones', () => {
  const random = arm64.programClasses.flatMap((name) => samplePrograms(name, 200, 5))
  for (const program of [...random, ...smallProgramsOf(arm64, arm64.alphabet)])
    expect(reread(program)).toEqual(program)
})

test('what shrinking makes of them', () => {
  for (const program of arm64.programClasses.flatMap((name) => samplePrograms(name, 20, 6)))
    shrinkOf(arm64, program, (smaller) => {
      expect(reread(smaller)).toEqual(JSON.parse(JSON.stringify(smaller)))
      return false
    })
})

const PROGRAM = {
  format: 'guest-debug-oracle/program',
  version: 1,
  machine: 'arm64',
  setup: {},
  code: [],
  script: [],
}

describe('refused', () => {
  test.each([
    [{ setup: { db: [] } }, 'GDO-1102 setup.db: unknown field'],
    [{ setup: { bcr: ['0x1', '0x10000000000000000'] } }, 'GDO-1105 setup.bcr[1]: expected'],
    [{ setup: { bvr: Array.from({ length: 17 }, () => '0x0') } }, 'GDO-1105 setup.bvr: expected'],
    [{ setup: { registers: { x18: '0x0' } } }, 'GDO-1102 setup.registers.x18: unknown field'],
    [{ code: [{ op: 'smc' }] }, 'GDO-1105 code[0].op: expected'],
    [{ code: [{ op: 'svc', imm: 0x10000 }] }, 'GDO-1105 code[0].imm: expected'],
    [
      { code: [{ op: 'str', register: 'x1', at: { instruction: 0 }, size: 8 }] },
      'GDO-1102 code[0].at.instruction',
    ],
    [{ code: [{ op: 'mrs', to: 'x0', from: 'ttbr0_el1' }] }, 'GDO-1105 code[0].from: expected a register'],
    [{ script: [[{ do: 'nmi' }]] }, 'GDO-1105 script[0][0].do: expected'],
    [{ script: [[{ do: 'get-one-reg', register: 'dbgbvr16_el1' }]] }, 'GDO-1105 script[0][0].register'],
  ])('%j', (change, text) => {
    const error = (() => {
      try {
        return reread({ ...PROGRAM, ...change })
      } catch (thrown) {
        return thrown
      }
    })()
    expect(error).toBeInstanceOf(InputError)
    expect(`${(error as InputError).code} ${(error as InputError).message}`).toContain(text)
  })

  test('an answer that no choice of this machine has', () => {
    const stored = { program: PROGRAM, answers: { 'x86/coincident-causes': 'merged' } }
    expect(() => parseStored(JSON.stringify(stored))).toThrow('no choice has this name')
  })
})
