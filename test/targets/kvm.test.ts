import { describe, expect, it } from 'vitest'
import { ideal, type Program, runProgram } from '../../model/x86/index.ts'
import { variants } from '../../model/x86/variants/index.ts'
import { linux618Pvm } from '../../model/x86/variants/kernels.ts'
import {
  eventLine,
  firstDifference,
  isCut,
  Malformed,
  parseAnswer,
  Refused,
} from '../../oracles/targets/kvm/observation.ts'
import { describeTarget } from '../../oracles/targets/x86/describe.ts'
import { imageLines, lower } from '../../oracles/targets/x86/lower.ts'
import { observationOf } from '../../oracles/targets/x86/observation.ts'
import { PVM_LIMITS, unsupportedOn } from '../../oracles/targets/x86/unsupported.ts'

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

describe('an observation', () => {
  const observed = observationOf(runProgram(program, ideal))
  const answer = [...observed.events.map(eventLine), `log ${observed.log}`, `ending ${observed.ending}`]

  it('does not differ from itself', () => {
    expect(firstDifference(observed, observed)).toBeNull()
  })

  it('is the same from the runner and from the model', () => {
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

  it('is none when the runner complains', () => {
    expect(() => parseAnswer(['action ok', 'error unknown word: foo'])).toThrow(Refused)
  })

  it.each<[string, readonly string[]]>([
    ['a line of another kind', [...answer, 'hello']],
    ['a field that is none', ['exit debug dr6', ...answer.slice(1)]],
    ['an event behind the log', [...answer.slice(1), answer[0]!]],
    ['an ending that does not exist', [...answer.slice(0, -1), 'ending soon']],
    ['no ending', answer.slice(0, -1)],
    ['no log', answer.filter((line) => !line.startsWith('log'))],
    ['half a byte in the log', answer.map((line) => (line.startsWith('log') ? 'log 012' : line))],
    ['nothing', []],
  ])('is none with %s', (_, lines) => {
    expect(() => parseAnswer(lines)).toThrow(Malformed)
  })

  it('is compared only so far as is asked', () => {
    const [action, exit, ...rest] = observed.events
    const changed = {
      ...observed,
      events: [action!, { ...exit!, what: 'hlt' }, ...rest],
      log: '',
      ending: 'cap',
    }
    expect(firstDifference(observed, changed, 1)).toBeNull()
    expect(firstDifference(observed, changed, 2)).toMatchObject({ event: 1, field: 'what' })
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
    expect(unsupportedOn({ ...program, ...cpuid('0x1') }, linux618Pvm, [])).toBeNull()
  })
})

describe('the forced-emulation prefix', () => {
  const prefixed: Program = {
    ...program,
    setup: {},
    code: [{ op: 'jmp', to: { instruction: 2 } }, { op: 'force-emulation' }, { op: 'nop' }],
    script: [],
  }
  const silent = async () => null

  it.each([
    { module: 'kvm_amd', kernel: '6.1.0' },
    { module: 'none', model: 'x86/ideal' },
    { module: 'kvm_intel', kernel: '6.12.0' },
  ])('keeps a program from $module where it is unknown, reached or not', async (words) => {
    const reason = async (word: string) => {
      const { variant, limits } = await describeTarget(
        { ...words, 'forced-emulation': word },
        silent,
        variants,
      )
      return unsupportedOn(prefixed, variant, limits)
    }
    expect(await reason('0')).toContain('forced-emulation prefix')
    expect(await reason('1')).toBeNull()
    const { variant, limits } = await describeTarget(words, silent, variants)
    expect(unsupportedOn(prefixed, variant, limits)).toContain('forced-emulation prefix')
  })
})
