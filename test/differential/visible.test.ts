/**
 * Properties judged by what a target shows: never a false violation, and real ones are seen.
 */
import { describe, expect, test } from 'vitest'
import {
  HANDLERS,
  ideal,
  LAST_VECTOR,
  makeProgram,
  type Run,
  runProgram,
  SHARED_LOGGED,
  type Variant,
} from '../../model/x86/index.ts'
import { runCampaign } from '../../oracles/differential/campaign.ts'
import { isCheckable, PropertyTrials } from '../../oracles/differential/property-trials.ts'
import { ProgramStream } from '../../oracles/differential/stream.ts'
import { machineNamed } from '../../oracles/machines/index.ts'
import { openTarget } from '../../oracles/targets/open.ts'
import { Session } from '../../oracles/targets/session.ts'
import { observationOf } from '../../oracles/targets/x86/observation.ts'
import { visibleRun } from '../../oracles/targets/x86/visible.ts'
import { samplePrograms } from '../../properties/check.ts'
import { isUnpredictable, type ProgramProperty, type Property } from '../../properties/property.ts'
import { PROGRAM_CLASSES } from '../../properties/x86/generators.ts'
import { properties } from '../../properties/x86/properties.ts'
import { variantNamed } from './support.ts'

const machine = machineNamed('x86')
const tried = await machine.tried()
const erased = tried.properties.filter(isCheckable)
const checkable = properties.filter((property: Property): property is ProgramProperty =>
  erased.some(({ id }) => id === property.id),
)
const JUDGED: readonly Variant[] = [
  ideal,
  ...[
    'x86/linux-6.18-pvm',
    'x86/patch-2013',
    'x86/icebp-not-skipped',
    'x86/guest-breakpoints-under-host-breakpoints',
    'x86/exit-clobbers-guest-dr6',
    'x86/breakpoint-ignores-cs-base',
  ].map(variantNamed),
]

describe('what is visible of a run', () => {
  test('is what the host sees of the model, with the exceptions that were logged', () => {
    for (const program of PROGRAM_CLASSES.flatMap((name) => samplePrograms(name, 60, 3))) {
      const run = runProgram(program, ideal)
      const seen = visibleRun(program, observationOf(run))
      expect(observationOf(seen)).toEqual(observationOf(run))
      const exits = (events: typeof run.events) =>
        events.flatMap((event) => (event.kind === 'exit' ? [event.exit.reason] : []))
      expect(exits(seen.events)).toEqual(exits(run.events))
    }
  })

  test('has the exceptions in their order, before the exits at which they had come', () => {
    /** Exits before each exception, with what its handler finds. */
    const deliveries = ({ events }: Run): [number, number, bigint, number][] => {
      let exits = 0
      return events.flatMap((event): [number, number, bigint, number][] => {
        exits += Number(event.kind === 'exit')
        if (event.kind !== 'delivery') return []
        return [[exits, event.vector > LAST_VECTOR ? SHARED_LOGGED : event.vector, event.ip, event.flags]]
      })
    }
    const compared = { real: 0, long: 0 }
    for (const program of PROGRAM_CLASSES.flatMap((name) => samplePrograms(name, 400, 11))) {
      const run = runProgram(program, ideal)
      const [seen, all] = [visibleRun(program, observationOf(run)), run].map(deliveries) as [
        ReturnType<typeof deliveries>,
        ReturnType<typeof deliveries>,
      ]
      // A handler that is interrupted before it has logged loses its record, or comes behind the other one.
      const nested = all.some(([, , ip]) => ip >= BigInt(HANDLERS))
      if (nested || seen.length === 0 || seen.length < all.length) continue
      expect([program, seen]).toEqual([program, all])
      compared[run.state.mode] += 1
    }
    expect(compared.real).toBeGreaterThan(300)
    expect(compared.long).toBeGreaterThan(150)
  })

  test('has what SYSCALL leaves to its handler', () => {
    const program = makeProgram({ mode: 'long', cpl: 3, rflags: '0x202' }, [{ op: 'syscall' }], [])
    const seen = visibleRun(program, observationOf(runProgram(program, ideal)))
    expect(seen.events.filter(({ kind }) => kind === 'guest-read')).toMatchObject([
      { what: 'rcx', value: 0x1002n },
      { what: 'r11', value: 0x202n },
    ])
    expect(seen.events.some(({ kind }) => kind === 'delivery')).toBe(false)
  })

  test.each(JUDGED.map((variant) => [variant.id, variant] as const))(
    '%s breaks nothing there that it keeps',
    (_, variant) => {
      let violations = 0
      for (const programClass of PROGRAM_CLASSES) {
        const own = checkable.filter((property) => property.programs === programClass)
        for (const [n, program] of samplePrograms(programClass, 160, 8).entries()) {
          const run = runProgram(program, variant)
          if (isUnpredictable(run)) continue
          const seen = visibleRun(program, observationOf(run))
          for (const property of own) {
            if (property.costly && n % 16 !== 0) continue
            const trial = { program, variant, answers: {} }
            const visible = property.examine({
              ...trial,
              run: seen,
              rerun: (other) => visibleRun(other, observationOf(runProgram(other, variant))),
            })
            if (visible.violation === null) continue
            violations += 1
            const full = property.examine({ ...trial, run, rerun: (other) => runProgram(other, variant) })
            expect([property.id, full.violation !== null]).toEqual([property.id, true])
          }
        }
      }
      if (variant === ideal) expect(violations).toBe(0)
      if (variant.id === 'x86/linux-6.18-pvm') expect(violations).toBeGreaterThan(20)
    },
  )
})

const tryOn = async (id: string, runs: number) => {
  const session = await Session.open(await openTarget(`model:${id}`))
  try {
    return await runCampaign({
      trials: new PropertyTrials(
        session,
        machine,
        tried,
        { variant: variantNamed(id), exact: true, limits: [], masks: [] },
        erased,
        (programClass) => new ProgramStream(tried, [programClass], 2),
        runs,
      ),
      seed: 2,
      stopAfter: Number.POSITIVE_INFINITY,
      store: null,
      signal: new AbortController().signal,
      onProgress: () => {},
    })
  } finally {
    await session.close()
  }
}

describe('on a target', () => {
  test('the ideal machine keeps them', async () => {
    const { findings, counts } = await tryOn('x86/ideal', 400)
    expect(findings).toEqual([])
    expect(counts.agreed).toBeGreaterThan(400)
  })

  test('a kernel’s violations are found, relations with the other program', async () => {
    const { findings } = await tryOn('x86/linux-6.18-pvm', 300)
    const broken = new Set(findings.map(({ property }) => property))
    expect(broken).toContain('x86/exit-record-complete')
    expect(findings.some(({ related }) => related !== undefined)).toBe(true)
    for (const { property, related, seen, difference } of findings) {
      expect(seen).toEqual({ times: 3, of: 3 })
      expect(typeof difference).toBe('string')
      const { costly } = checkable.find(({ id }) => id === property)!
      expect(related !== undefined).toBe(costly)
    }
  })
})
