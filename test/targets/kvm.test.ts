import { describe, expect, it } from 'vitest'
import { ideal, type Program, runProgram } from '../../model/x86/index.ts'
import { linux618Pvm } from '../../model/x86/variants/kernels.ts'
import { imageLines, lower } from '../../oracles/targets/kvm/lower.ts'
import {
  firstDifference,
  isCut,
  observationOf,
  parseAnswer,
  RunnerError,
} from '../../oracles/targets/kvm/observation.ts'
import { NO_LIMITS, PVM_LIMITS, unsupportedOn } from '../../oracles/targets/kvm/unsupported.ts'

const program: Program = {
  format: 'guest-debug-oracle/program',
  version: 1,
  machine: 'x86',
  setup: { db: [{ instruction: 1 }], stack: ['0x1234'] },
  code: [{ op: 'nop' }, { op: 'out', port: 0x10, size: 2 }],
  script: [
    [{ do: 'set-guest-debug', control: '0x20001', dr7: '0x402', db: [{ instruction: 1 }] }],
    [{ do: 'set-registers', rip: { instruction: 2 } }, { do: 'save-restore' }],
  ],
}

describe('a program as a line for the runner', () => {
  const words = lower(program).split(' ')

  it('has the code, the stack and the ends of the program resolved', () => {
    expect(words).toContain('mem=1000,90e710')
    expect(words).toContain('mem=4f00,3412')
    expect(words).toContain('stop=end,1004,2001')
  })

  it('has the actions of each group in order', () => {
    const [, first, second] = words.join(' ').split(' group ')
    expect(first).toBe('gd=20001,1001,0,0,0,402')
    expect(second).toBe('regs=rip:1003 save-restore')
  })

  it('leaves what all programs share to the images', () => {
    expect(imageLines()).toHaveLength(4)
    expect(words).toContain('image=0')
  })
})

describe('a program for long mode as a line for the runner', () => {
  const long: Program = {
    ...program,
    setup: { mode: 'long', cpl: 3, fmask: '0x100', cr4De: true, registers: { r11: '0x102' }, stack: ['0x8'] },
    code: [{ op: 'nop' }],
    script: [
      [
        { do: 'set-vcpu-events', exception: { state: 'pending', vector: 13 } },
        { do: 'set-vcpu-events', exception: { state: 'pending', vector: 1 } },
        { do: 'set-special-registers', cr4De: false },
      ],
    ],
  }
  const words = lower(long).split(' ')
  const fieldsOf = (name: string): string[] =>
    words.find((word) => word.startsWith(`${name}=`))!.split(/[=,]/)

  it('ends in a handler, and begins in an image of its own', () => {
    expect(words).toContain('mem=1000,90cd2f')
    expect(words).toContain('mem=4f00,0800000000000000')
    expect(words.filter((word) => word.startsWith('stop=end,'))).toEqual(['stop=end,6bc1,6c00'])
    expect(words).toContain('image=2')
  })

  it('names every register that long mode needs', () => {
    const sregs = fieldsOf('sregs')
    expect(sregs).toEqual(expect.arrayContaining(['cr0:80010033', 'cr3:8000', 'cr4:28', 'efer:501']))
    expect(sregs).toEqual(expect.arrayContaining(['cs.selector:33', 'cs.rights:a0fb', 'tr.base:c100']))
    expect(sregs).toEqual(expect.arrayContaining(['gdt.base:c000', 'idt.limit:fff']))
    expect(fieldsOf('msrs')).toEqual(['msrs', 'c0000081:23000800000000', 'c0000082:6c40', 'c0000084:100'])
    expect(fieldsOf('regs')).toContain('r11:102')
  })

  it('gives injected exceptions their error codes, and keeps CR4 as it is', () => {
    expect(words.slice(words.indexOf('group') + 1)).toEqual([
      'events=pending:d,error:0',
      'events=pending:1',
      'sregs=cr4:20',
    ])
  })
})

describe('an observation', () => {
  const observed = observationOf(runProgram(program, ideal))

  it('does not differ from itself', () => {
    expect(firstDifference(observed, observed)).toBeNull()
  })

  it('is the same from the runner and from the model', () => {
    const answer = [
      ...observed.events.map(({ kind, what, fields }) =>
        [kind, what, ...Object.entries(fields).map(([name, value]) => `${name}=${value}`)].join(' '),
      ),
      `log ${observed.log}`,
      `ending ${observed.ending}`,
    ]
    expect(parseAnswer(answer)).toEqual(observed)
  })

  it('differs by the first field that differs', () => {
    const [action, exit, ...rest] = observed.events
    const changed = {
      ...observed,
      events: [action!, { ...exit!, fields: { ...exit!.fields, dr6: '0' } }, ...rest],
    }
    expect(firstDifference(observed, changed)).toEqual({
      event: 1,
      field: 'dr6',
      expected: 'ffff0ff0',
      observed: '0',
    })
  })

  it('is refused when the runner complains', () => {
    expect(() => parseAnswer(['error unknown word: foo'])).toThrow(RunnerError)
  })
})

describe('a run that the cap of the model has cut short', () => {
  const endless: Program = {
    ...program,
    setup: {},
    script: [],
    code: [{ op: 'jmp', to: { instruction: 0 } }],
  }
  const loop = observationOf(runProgram(endless, ideal))
  const twice = observationOf(runProgram({ ...endless, code: [program.code[1]!, ...endless.code] }, ideal))

  it('says nothing about what comes after it', () => {
    expect(isCut(loop, { ...loop, events: [], ending: 'end' })).toBe(true)
    expect(firstDifference(loop, { ...loop, log: 'ff', ending: 'shutdown' })).toBeNull()
  })

  it('says what must come before it', () => {
    const [exit, ...rest] = twice.events
    const other = { ...exit!, fields: { ...exit!.fields, rax: '1' } }
    expect(firstDifference(twice, { ...twice, events: [other, ...rest] })).toMatchObject({ field: 'rax' })
  })

  it('is not one that the target has ended first', () => {
    const ended = observationOf(runProgram(program, ideal))
    expect(isCut(ended, { ...ended, ending: 'cap' })).toBe(false)
  })
})

describe('what a target cannot do', () => {
  const reason = (change: Partial<Program>) =>
    unsupportedOn({ ...program, setup: {}, script: [], ...change }, linux618Pvm, PVM_LIMITS)
  const cpuid = (eax: string): Partial<Program> => ({
    setup: { registers: { eax } },
    code: [{ op: 'cpuid' }],
  })

  it.each<[string, Partial<Program>]>([
    ['CPU features', { setup: { rtm: true } }],
    ['interrupt windows', { script: [[{ do: 'interrupt-window', request: true }]] }],
    ['CPUID leaves', cpuid('0x1')],
    ['INT n', { code: [{ op: 'int', vector: 0x80 }] }],
    [
      'leaves its RAM',
      { setup: { registers: { ecx: '0x1', edi: { place: 'mmio' } } }, code: [{ op: 'rep-stosb' }] },
    ],
    ['CPL3 code runs natively', { setup: { mode: 'long', cpl: 3 }, code: [{ op: 'nop' }] }],
    [
      'CPL3 code runs natively',
      { setup: { mode: 'long', registers: { ecx: { instruction: 1 } } }, code: [{ op: 'sysret' }] },
    ],
    ['SYSRET is carried out in real mode', { code: [{ op: 'sysret' }] }],
    [
      'do not check what they load',
      { setup: { mode: 'long', stack: ['0x1001', '0x10', '0x2', '0x4f00', '0x10'] }, code: [{ op: 'iret' }] },
    ],
    ['programs do not have', { script: [[{ do: 'write-memory', at: { instruction: 0 }, bytes: '98' }]] }],
  ])('%s', (text, change) => {
    expect(reason(change)).toContain(text)
  })

  it('is only what the program reaches', () => {
    const code: Program['code'] = [
      { op: 'jmp', to: { instruction: 2 } },
      { op: 'int', vector: 0x80 },
    ]
    expect(reason({ code })).toBeNull()
    expect(reason(cpuid('0x0'))).toBeNull()
    expect(reason({ code: [{ op: 'icebp' }] })).toBeNull()
    expect(reason({ setup: { mode: 'long' }, code: [{ op: 'int', vector: 0x20 }] })).toBeNull()
    expect(reason({ setup: { mode: 'long' }, code: [{ op: 'load', at: '0x200000', size: 8 }] })).toBeNull()
    expect(unsupportedOn({ ...program, ...cpuid('0x1') }, linux618Pvm, NO_LIMITS)).toBeNull()
  })
})
