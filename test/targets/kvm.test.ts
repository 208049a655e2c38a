import { describe, expect, it } from 'vitest'
import { ideal, type Program, runProgram } from '../../model/x86/index.ts'
import { imageLines, lower } from '../../oracles/targets/kvm/lower.ts'
import {
  firstDifference,
  observationOf,
  parseAnswer,
  RunnerError,
} from '../../oracles/targets/kvm/observation.ts'

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
    expect(words).toContain('stop=end,1003,2000')
  })

  it('has the actions of each group in order', () => {
    const [, first, second] = words.join(' ').split(' group ')
    expect(first).toBe('gd=20001,1001,0,0,0,402')
    expect(second).toBe('regs=rip:1003 save-restore')
  })

  it('leaves what all programs share to the images', () => {
    expect(imageLines()).toHaveLength(2)
    expect(words).toContain('image=0')
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
