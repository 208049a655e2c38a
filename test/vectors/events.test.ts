import { describe, expect, test } from 'vitest'
import { ideal } from '../../model/x86/index.ts'
import { linux61Svm, linux618Pvm } from '../../model/x86/variants/kernels.ts'
import { Allowed, judge } from '../../oracles/differential/judge.ts'
import { x86 } from '../../oracles/machines/x86.ts'
import type { ExpectedEvent } from '../../oracles/vectors/envelope.ts'
import { eventJson, observedEvent } from '../../oracles/vectors/x86/events.ts'
import { expectedObservations, programText, runsOf } from '../../oracles/vectors/x86/program-vector.ts'
import { samplePrograms } from '../../properties/check.ts'
import { PROGRAM_CLASSES } from '../../properties/x86/generators.ts'

const programs = PROGRAM_CLASSES.flatMap((name) => samplePrograms(name, 60, 5))

describe('what a file says of a run', () => {
  test('is what the judge compares: every event comes back as it was', () => {
    let exits = 0
    for (const program of programs) {
      const { start } = programText(program, ideal)
      for (const variant of [ideal, linux61Svm, linux618Pvm])
        for (const event of new Allowed(x86, program, variant).first.observation.events) {
          expect(observedEvent(eventJson(event, start, 'x'), start)).toEqual(event)
          exits += Number(event.kind === 'exit')
        }
    }
    expect(exits).toBeGreaterThan(1000)
  })

  test('gives the verdict that gdo diff gives', () => {
    const counts = { same: 0, different: 0 }
    for (const program of programs) {
      const text = programText(program, ideal)
      const expected = runsOf(text, ideal)!
      if (expected.allowed[0]!.then) continue
      const seen = new Allowed(x86, program, linux61Svm).first.observation
      const direct = judge(new Allowed(x86, program, ideal), seen)
      const fromFile = judge(expectedObservations(expected, text.start), seen)
      expect(fromFile.result).toBe(direct.result)
      counts[direct.result] += 1
    }
    expect(counts.same).toBeGreaterThan(20)
    expect(counts.different).toBeGreaterThan(20)
  })

  test('is refused where it is none', () => {
    const event = { kind: 'exit', reason: 'debug', record: { pc: '0x1000' }, state: {} } as const
    expect(observedEvent(event, {}).fields).toEqual({ pc: '1000' })
    for (const wrong of [
      { ...event, record: { pc: 4096 } },
      { ...event, record: { colour: '0x1' } },
      { ...event, state: { rip: '1000' } },
      { ...event, state: { r99: '0x1' } },
      { ...event, state: { db: ['0x1'] } },
      { ...event, state: { shadow: 'dark' } },
      { kind: 'action', result: 3 },
      { kind: 'party' },
    ])
      expect(() => observedEvent(wrong as unknown as ExpectedEvent, {})).toThrow(/expected/)
  })
})
