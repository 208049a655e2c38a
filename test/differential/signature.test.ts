import { describe, expect, test } from 'vitest'
import { ideal, makeProgram, type Program, runProgram, type Variant } from '../../model/x86/index.ts'
import { Allowed, judge } from '../../oracles/differential/judge.ts'
import { isSameSymptom, signatureOf, signatureText } from '../../oracles/differential/signature.ts'
import { x86 } from '../../oracles/machines/x86.ts'
import { observationOf } from '../../oracles/targets/x86/observation.ts'
import { variantNamed } from './support.ts'

/** The signature of what a variant does where the ideal machine is expected. */
const seen = (program: Program, variant: Variant) => {
  const observed = observationOf(runProgram(program, variant))
  const verdict = judge(new Allowed(x86, program, ideal), observed)
  if (verdict.result === 'same') throw new Error('it does not differ')
  return signatureOf(x86.protocol, verdict.expected, observed, verdict.difference)
}

const stepping: Program['script'] = [[{ do: 'set-guest-debug', control: '0x3' }]]

describe('a signature', () => {
  const pvm = variantNamed('x86/linux-6.18-pvm')

  test('names what differs, where, and what was in force', () => {
    const stop = seen(makeProgram({}, [{ op: 'nop' }], stepping), pvm)
    expect(signatureText(stop)).toBe(
      'exit-dr7 is not there, at a plain instruction, control ENABLE|SINGLESTEP',
    )
  })

  test('names bits, and not the slots that have them', () => {
    const wrong = variantNamed('x86/dr6-lost-on-code-breakpoint')
    const at = (slot: number): Program =>
      makeProgram(
        {
          db: Array.from({ length: slot + 1 }, () => ({ instruction: 0 })),
          dr7: `0x${(2 << (2 * slot)).toString(16)}`,
          onDebugException: 'disarm',
        },
        [],
        [],
      )
    const [first, third] = [seen(at(0), wrong), seen(at(2), wrong)]
    expect(signatureText(first)).toBe('dr6: Bn 1→0, at hlt, control 0')
    expect(signatureText(third)).toBe(signatureText(first))
  })

  test('is the same symptom with fewer bits, and not with others', () => {
    const of = (...changes: string[]) => ({ field: 'dr6', changes, at: 'nop', control: '0' })
    expect(isSameSymptom(of('BS 1→0'), of('BS 1→0', 'BD 1→0'))).toBe(true)
    expect(isSameSymptom(of('BS 0→1'), of('BS 1→0'))).toBe(false)
    expect(isSameSymptom({ ...of('BS 1→0'), field: 'exit-dr6' }, of('BS 1→0'))).toBe(false)
  })
})

describe('what the manual leaves undefined', () => {
  // An execute breakpoint with LEN≠0.
  const program = makeProgram(
    { db: [{ instruction: 1 }], dr7: '0x40402' },
    [{ op: 'nop' }, { op: 'nop' }],
    [[{ do: 'set-guest-debug', control: '0x1' }]],
  )

  test('is not compared with the ideal machine, but what comes before it is', () => {
    const run = observationOf(runProgram(program, ideal))
    const other = { ...run, log: 'ff', ending: 'shutdown' }
    expect(judge(new Allowed(x86, program, ideal), other)).toEqual({ result: 'same', events: 1, cut: true })
    const refused = { ...run, events: [{ ...run.events[0]!, what: 'EINVAL' }, ...run.events.slice(1)] }
    expect(judge(new Allowed(x86, program, ideal), refused).result).toBe('different')
  })

  test('is compared with a kernel that was measured', () => {
    const kernel = variantNamed('x86/linux-6.18-pvm')
    const run = observationOf(runProgram(program, kernel))
    expect(judge(new Allowed(x86, program, kernel), run).result).toBe('same')
    expect(judge(new Allowed(x86, program, kernel), { ...run, log: 'ff' }).result).toBe('different')
  })
})
