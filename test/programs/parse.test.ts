import { expect, test } from 'vitest'
import { InputError } from '../../model/program.ts'
import { runProgram } from '../../model/x86/run-program.ts'
import { ideal } from '../../model/x86/variants/ideal.ts'
import { x86 } from '../../oracles/machines/x86.ts'
import { parseProgram, parseStored, programFor } from '../../oracles/programs/parse.ts'

const program = {
  format: 'guest-debug-oracle/program',
  version: 1,
  machine: 'x86',
  setup: { vendor: 'amd', registers: { eax: '0x5a' }, db: [{ instruction: 1 }], dr7: '0x402' },
  code: [
    { op: 'nop' },
    { op: 'store', at: { place: 'data', offset: 4 }, size: 2 },
    { op: 'mov', to: 'ecx', value: { instruction: 0, as: 'ip' } },
    { op: 'jmp', to: { instruction: 4 } },
  ],
  script: [
    [{ do: 'set-guest-debug', control: '0x20003', db: [{ handler: 1 }], dr7: '0x402' }],
    [],
    [{ do: 'write-memory', at: { instruction: 0 }, bytes: 'cc' }, { do: 'save-restore' }],
  ],
}

const errorOf = (json: unknown): string => {
  try {
    parseProgram(json)
  } catch (error) {
    return error instanceof InputError ? `${error.code} ${error.message}` : `not an InputError: ${error}`
  }
  return 'accepted'
}

test('a program is read as it is, and runs', () => {
  expect(parseProgram(structuredClone(program))).toEqual(program)
  expect(runProgram(programFor(x86, parseProgram(program)), ideal).events.length).toBeGreaterThan(5)
})

test('a program for long mode: 64-bit values, R11, accesses of 8 bytes', () => {
  const long = {
    ...program,
    setup: {
      mode: 'long',
      cpl: 3,
      fmask: '0x100',
      registers: { eax: '0xffffffffffffffff', r11: '0x102' },
      stack: ['0xffff800000000000'],
    },
    code: [
      { op: 'mov', to: 'ebx', value: '0x123456789abcdef0' },
      { op: 'store', at: '0x7fffffffffff', size: 8 },
      { op: 'syscall' },
      { op: 'sysret' },
    ],
    script: [[{ do: 'set-registers', registers: { r11: '0xffffffffffffffff' } }]],
  }
  expect(parseProgram(structuredClone(long))).toEqual(long)
  expect(runProgram(programFor(x86, parseProgram(long)), ideal).ending).toBe('fault')
})

const withCode = (...code: unknown[]) => ({ ...program, code })
const inLongMode = (...code: unknown[]) => ({ ...program, setup: { mode: 'long' }, code, script: [] })
const withScript = (...actions: unknown[]) => ({ ...program, script: [[], actions] })

test.each([
  [[], 'GDO-1101 expected a program'],
  [{ ...program, format: 'elf' }, 'GDO-1106 format: expected "guest-debug-oracle/program", not "elf"'],
  [{ ...program, version: 2 }, 'GDO-1106 version: this release reads programs of version 1, not 2'],
  [{ ...program, machine: 'riscv' }, 'GDO-1107 machine: expected x86 or arm64 or armv7 or vmm, not "riscv"'],
  [{ ...program, version: undefined }, 'GDO-1106'],
  [{ ...program, comment: 'x' }, 'GDO-1102 comment: unknown field'],
  [{ ...program, setup: { dr8: '0x0' } }, 'GDO-1102 setup.dr8: unknown field'],
  [{ ...program, setup: { registers: { ebp: '0x0' } } }, 'GDO-1102 setup.registers.ebp: unknown field'],
  [{ ...program, setup: { dr7: '0x100000000' } }, 'GDO-1105 setup.dr7: expected'],
  [{ ...program, setup: { cs: '0x10000' } }, 'GDO-1105 setup.cs: expected'],
  [{ ...program, setup: { db: ['0x0', '0x0', '0x0', '0x0', '0x0'] } }, 'GDO-1105 setup.db: expected'],
  [{ ...program, script: [{}] }, 'GDO-1104 script[0]: expected an array'],
  [withCode({ op: 'noop' }), 'GDO-1105 code[0].op: expected'],
  [withCode({}), 'GDO-1103 code[0].op: missing'],
  [withCode({ op: 'nop' }, { op: 'nop', size: 1 }), 'GDO-1102 code[1].size: unknown field'],
  [withCode({ op: 'mov', to: 'rax', value: '0x0' }), 'GDO-1105 code[0].to: expected'],
  [
    withCode({ op: 'mov', to: 'eax', value: { instruction: -1 } }),
    'GDO-1105 code[0].value.instruction: expected',
  ],
  [withCode({ op: 'jmp', to: '0x1000' }), 'GDO-1104 code[0].to: expected a place'],
  [withCode({ op: 'out', port: 256, size: 1 }), 'GDO-1105 code[0].port: expected'],
  [withCode({ op: 'mov-to-dr', dr: 8, from: 'eax' }), 'GDO-1105 code[0].dr: expected'],
  [withScript({ do: 'nmi' }, { do: 'set-guest-debug' }), 'GDO-1103 script[1][1].control: missing'],
  [withScript({ do: 'set-guest-debug', control: 1 }), 'GDO-1104 script[1][0].control: expected'],
  [withScript({ do: 'write-memory', at: '0x1000', bytes: 'c' }), 'GDO-1104 script[1][0].bytes: expected'],
  [withScript({ do: 'write-back', state: 'fpu' }), 'GDO-1105 script[1][0].state: expected'],
  [
    withScript({ do: 'set-vcpu-events', exception: { state: 'pending', vector: 256 } }),
    'GDO-1105 script[1][0].exception.vector: expected',
  ],
  [{ ...program, setup: { mode: 'protected' } }, 'GDO-1105 setup.mode: expected "real" or "long"'],
  [{ ...program, setup: { cpl: 3 } }, 'GDO-1102 setup.cpl: unknown field'],
  [{ ...program, setup: { mode: 'long', cpl: 1 } }, 'GDO-1105 setup.cpl: expected 0 or 3'],
  [{ ...program, setup: { mode: 'long', cs: '0x80' } }, 'GDO-1102 setup.cs: unknown field'],
  [{ ...program, setup: { registers: { r11: '0x0' } } }, 'GDO-1102 setup.registers.r11: unknown field'],
  [{ ...program, setup: { registers: { eax: '0x100000000' } } }, 'GDO-1105 setup.registers.eax: expected'],
  [{ ...program, setup: { stack: ['0x10000'] } }, 'GDO-1105 setup.stack[0]: expected'],
  [withCode({ op: 'load', at: '0x2000', size: 8 }), 'GDO-1105 code[0].size: expected 1 or 2 or 4'],
  [withCode({ op: 'jmp', to: { handler: 'sysenter' } }), 'GDO-1105 code[0].to.handler: expected "syscall"'],
  [inLongMode({ op: 'popfd' }), 'GDO-1105 code[0].op: expected'],
  [inLongMode({ op: 'iretd' }), 'GDO-1105 code[0].op: expected'],
  [inLongMode({ op: 'mov', to: 'r11', value: '0x0' }), 'GDO-1105 code[0].to: expected'],
  [
    { ...inLongMode(), script: [[{ do: 'set-special-registers', ds: '0x10' }]] },
    'GDO-1102 script[0][0].ds: unknown field',
  ],
])('refuses %j', (json, text) => {
  const error = errorOf(JSON.parse(JSON.stringify(json)))
  if ((json as { version?: unknown }).version === undefined && !Array.isArray(json))
    expect(error).toContain('GDO-1103 version: missing')
  else expect(error).toContain(text)
  expect(error).not.toContain('\n')
})

test('a counterexample: the program inside, its answers and its variant', () => {
  const counterexample = {
    program,
    answers: { coincidentCauses: 'successive' },
    variant: 'x86/ideal',
    seed: 7,
  }
  expect(parseStored(JSON.stringify(counterexample))).toEqual({
    program,
    answers: { coincidentCauses: 'successive' },
    variant: 'x86/ideal',
  })
  const wrong = (change: object) => () => parseStored(JSON.stringify({ ...counterexample, ...change }))
  expect(wrong({ answers: { coincidentCauses: 'never' } })).toThrow(
    'answers.coincidentCauses: expected merged',
  )
  expect(wrong({ answers: { constructor: 'merged' } })).toThrow('answers.constructor: no choice')
  expect(wrong({ program: { ...program, code: 7 } })).toThrow('program.code: expected an array')
  expect(() => parseStored('{')).toThrow('malformed JSON')
})
