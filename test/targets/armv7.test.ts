/**
 * Programs of the armv7 machine on the line protocol: the model behind it does what the model does, and what a target
 * shows is read back as it was.
 */
import { describe, expect, test } from 'vitest'
import { ideal, makeProgram, type Program, type Run, runProgram } from '../../model/armv7/index.ts'
import { variants } from '../../model/armv7/variants/index.ts'
import { isCheckable } from '../../oracles/differential/property-trials.ts'
import { machineNamed } from '../../oracles/machines/index.ts'
import { logRecords, logText } from '../../oracles/targets/armv7/log.ts'
import { lower } from '../../oracles/targets/armv7/lower.ts'
import { observationOf } from '../../oracles/targets/armv7/observation.ts'
import { modelServer } from '../../oracles/targets/armv7/serve.ts'
import { visibleRun } from '../../oracles/targets/armv7/visible.ts'
import { parseAnswer } from '../../oracles/targets/kvm/observation.ts'
import { PROGRAM_CLASSES } from '../../properties/armv7/generators.ts'
import { armv7 } from '../../properties/armv7/machine.ts'
import { Checker } from '../../properties/check.ts'

const { samplePrograms } = new Checker(armv7)
const programs = PROGRAM_CLASSES.flatMap((programClass) => samplePrograms(programClass, 150, 41))

const NO_START_UP = programs.filter(({ code }) => code.every(({ op }) => op !== 'linux-start-up'))

test.each(
  variants.filter(({ status }) => status !== 'mutant').map((variant) => [variant.id, variant] as const),
)('%s gives every program the run that it gives directly', (_, variant) => {
  const answer = modelServer(variant)
  for (const program of programs) {
    const lines = answer(lower(program))
    expect(lines.at(-1)).toBe('done')
    expect(parseAnswer(lines.slice(0, -1)), lower(program)).toEqual(
      observationOf(runProgram(program, variant)),
    )
  }
})

describe('a line', () => {
  const answer = modelServer(ideal)
  test.each([
    ['run i=12345678,0', 'error i: no such instruction: 12345678,0'],
    ['run i=e320f000,0 group task=sleep', 'error task: sleep is none'],
    ['run unknown=random', 'error unknown: random is none'],
    ['run nonsense', 'error set-up: nonsense: unknown word'],
    ['run group nonsense', 'error unknown word: nonsense'],
    ['image 0 mem=0,00', 'error programs of armv7 have no memory in common'],
  ])('%s is refused', (line, error) => {
    expect(answer(line)).toEqual([error, 'done'])
  })
  test('has the words that are documented', () => {
    const program = makeProgram(
      { dbgen: [true, false], debugArchitecture: 'v7', unknown: 'enabled' },
      [
        { op: 'mcr', to: 'DBGBVR0', value: { instruction: 2 } },
        { op: 'mrc', from: 'DBGDSCRint', user: true },
        { op: 'linux-start-up' },
      ],
      [
        [
          { do: 'external-debugger', halting: true, dbgen: false },
          { do: 'host-write', register: 'DBGOSDLR', value: '0x1' },
        ],
        [],
      ],
    )
    expect(lower(program)).toBe(
      'run debug=v7 dbgen=1,0 unknown=enabled locked-at-reset=1 hw-breakpoint=1 ' +
        'i=ee000e90,40080010 u=ee100e11,0 start-up ' +
        'group external=halting:1,dbgen:0 dbgosdlr=1 group',
    )
  })
})

describe('the log', () => {
  test('has every record as it was', () => {
    for (const program of programs) {
      const { log } = observationOf(runProgram(program, ideal))
      expect(logText(logRecords(log))).toBe(log)
    }
  })
})

describe('what a target shows', () => {
  test('is what the guest read and took, and the CPU at each exit', () => {
    const seen = ({ events }: Run): unknown[] => [
      ...events.flatMap((event): unknown[] => {
        if (event.kind === 'action') return [[event.action.do, event.result]]
        return event.kind === 'exit' ? [[event.reason, event.cpu.hdcr, event.cpu.dscr, event.cpu.pairs]] : []
      }),
      ...events.flatMap((event): unknown[] => {
        if (event.kind === 'delivery') return [[event.exception, event.fsr, event.far]]
        const isRead = event.kind === 'access' && event.direction === 'read' && event.transfer === 'register'
        return isRead && event.value !== null && event.passed ? [[event.register, event.value]] : []
      }),
    ]
    const direct = NO_START_UP.filter(({ code }) => code.every((each) => !('flags' in each)))
    for (const program of direct) {
      const run = runProgram(program, ideal)
      expect(seen(visibleRun(program, observationOf(run))), lower(program)).toEqual(seen(run))
    }
  })
  test.each(['ideal', 'design-b', 'no-traps'])('breaks nothing that armv7/%s keeps', async (id) => {
    const variant = variants.find((each) => each.id === `armv7/${id}`)!
    const checkable = (await machineNamed('armv7').properties()).filter(isCheckable).map((each) => each.id)
    expect(checkable).toEqual(['armv7/host-runs-without-traps', 'armv7/exits-are-invisible'])
    for (const property of armv7.properties)
      if (property.kind === 'program' && checkable.includes(property.id))
        for (const program of samplePrograms(property.programs, property.costly ? 40 : 300, 8)) {
          const rerun = (other: Program) => visibleRun(other, observationOf(runProgram(other, variant)))
          const trial = { program, variant, answers: {} }
          const seen = property.examine({ ...trial, run: rerun(program), rerun }).violation
          if (seen === null) continue
          const run = runProgram(program, variant)
          const full = property.examine({ ...trial, run, rerun: (other) => runProgram(other, variant) })
          expect([property.id, full.violation], seen).not.toEqual([property.id, null])
        }
  })
})
