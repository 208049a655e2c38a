import { describe, expect, test } from 'vitest'
import { makeProgram } from '../../model/vmm/index.ts'
import type { JsonRecord } from '../../oracles/codec.ts'
import { Allowed, judge } from '../../oracles/differential/judge.ts'
import { arm64 } from '../../oracles/vectors/arm64/machine.ts'
import type { ExpectedEvent } from '../../oracles/vectors/envelope.ts'
import { vectorMachines } from '../../oracles/vectors/machines.ts'
import { eventJson, observedEvent } from '../../oracles/vectors/programs/events.ts'
import { expectedObservations, programText, runsOf } from '../../oracles/vectors/programs/program-vector.ts'
import { vmm } from '../../oracles/vectors/vmm/machine.ts'
import { x86 } from '../../oracles/vectors/x86/machine.ts'
import { Checker } from '../../properties/check.ts'

const OTHERS: { readonly [machine: string]: readonly string[] } = {
  x86: ['x86/linux-6.1-svm', 'x86/linux-6.18-pvm'],
  arm64: ['arm64/linux-6.1', 'arm64/v1-patch'],
  armv7: ['armv7/design-b', 'armv7/no-traps'],
  vmm: ['vmm/cloud-hypervisor', 'vmm/qemu-tcg'],
}

describe.each(vectorMachines)('what a file says of a run on $name', ({ name, programs: of }) => {
  const { machine, tried } = of
  const { samplePrograms } = new Checker(tried)
  const programs = tried.programClasses.flatMap((each) => samplePrograms(each, 60, 5))
  const ideal = machine.variants[0]!
  const [kernel, other] = OTHERS[name]!.map((id) => machine.variants.find((each) => each.id === id)!) as [
    typeof ideal,
    typeof ideal,
  ]

  test('is what the judge compares: every event comes back as it was', () => {
    let exits = 0
    for (const program of programs) {
      const { start } = programText(of, program, ideal)
      for (const variant of [ideal, kernel, other])
        for (const event of new Allowed(machine, program, variant).first.observation.events) {
          expect(observedEvent(of.forms, eventJson(of.forms, event, start, 'x'), start)).toEqual(event)
          exits += Number(event.kind === 'exit')
        }
    }
    expect(exits).toBeGreaterThan(500)
  })

  test('gives the verdict that gdo diff gives', () => {
    const counts = { same: 0, different: 0 }
    for (const program of programs) {
      const text = programText(of, program, ideal)
      const expected = runsOf(of, text, ideal)!
      if (expected.allowed[0]!.then) continue
      const seen = new Allowed(machine, program, kernel).first.observation
      const direct = judge(new Allowed(machine, program, ideal), seen)
      const fromFile = judge(expectedObservations(of, expected, text.start), seen)
      expect(fromFile.result).toBe(direct.result)
      counts[direct.result] += 1
    }
    expect(counts.same).toBeGreaterThan(20)
    expect(counts.different).toBeGreaterThan(5)
  })
})

test('ISV and EX of a step’s syndrome are masked, and of no other', () => {
  const of = (hsr: string) => {
    const event = { kind: 'exit', what: 'debug', fields: { hsr } } as const
    const { record } = eventJson(arm64.programs.forms, event, {}, '') as { record?: JsonRecord }
    return record?.hsr
  }
  expect(of('ca000022')).toEqual({ value: '0xca000022', mask: '0xfeffffbf', reason: 'step-hints' })
  expect(of('c2000022')).toBe('0xc2000022')
})

test('a debugger that steps over its breakpoint is seen by what it removes and inserts', () => {
  const of = vmm.programs
  const ideal = of.machine.variants[0]!
  const at = { kind: 'software', at: { instruction: 1 } } as const
  const script = [
    [
      { do: 'insert', ...at },
      { do: 'read-memory', at: { instruction: 1 }, length: 1 },
    ],
    [{ do: 'step-over' }, { do: 'remove', ...at }],
  ] as const
  const nop = { op: 'nop' } as const
  const { allowed } = runsOf(
    of,
    programText(of, makeProgram({ guest: 'x86' }, [nop, nop], script), ideal),
    ideal,
  )!
  expect(allowed).toHaveLength(1)
  expect(allowed[0]!.events.map((event) => ('action' in event ? event.action : event.reason))).toEqual([
    'inserts a software breakpoint at 0x1001',
    'reads 1 byte at 0x1001',
    'T05',
    'removes a software breakpoint at 0x1001',
    'T05',
    'inserts a software breakpoint at 0x1001',
    'removes a software breakpoint at 0x1001',
  ])
  expect(allowed[0]!.events[1]).toMatchObject({ result: 'data', bytes: '90' })
})

describe('what a file says', () => {
  test('is refused where it is none', () => {
    const event = { kind: 'exit', reason: 'debug', record: { pc: '0x1000' }, state: {} } as const
    expect(observedEvent(x86.programs.forms, event, {}).fields).toEqual({ pc: '1000' })
    for (const wrong of [
      { ...event, record: { pc: 4096 } },
      { ...event, record: { colour: '0x1' } },
      { ...event, state: { rip: '1000' } },
      { ...event, state: { r99: '0x1' } },
      { ...event, state: { db: ['0x1'] } },
      { ...event, state: { shadow: 'dark' } },
      { kind: 'action', result: 3 },
      { kind: 'action', result: 'data', bytes: '0x90' },
      { kind: 'party' },
    ])
      expect(() => observedEvent(x86.programs.forms, wrong as unknown as ExpectedEvent, {})).toThrow(
        /expected/,
      )
  })
})
