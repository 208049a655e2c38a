/**
 * The published set: fresh, whole, as the schema has it, and with what it is there for.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { decisions } from '../../oracles/decisions/catalogue.ts'
import { judge } from '../../oracles/differential/judge.ts'
import { machines } from '../../oracles/machines/index.ts'
import type { DecisionVector, ProgramVector, VectorFile } from '../../oracles/vectors/envelope.ts'
import { expectationOf } from '../../oracles/vectors/envelope.ts'
import { vectorMachines } from '../../oracles/vectors/machines.ts'
import { noteName } from '../../oracles/vectors/notes.ts'
import { oracles } from '../../oracles/vectors/oracles.ts'
import { writeVectors } from '../../oracles/vectors/output.ts'
import { expectedObservations } from '../../oracles/vectors/programs/program-vector.ts'
import { openVectors } from '../../oracles/vectors/read.ts'
import { modelRespondent, verifyVectors } from '../../oracles/vectors/verify.ts'
import { jsonWriter } from '../../oracles/vectors/writers/json.ts'
import { ndjsonLines } from '../../oracles/vectors/writers/ndjson.ts'
import { optionsOf, sourceOf, temporaryFolder } from './support.ts'

const ROOT = join(import.meta.dirname, '../..')
const FOLDER = join(ROOT, 'vectors')
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))
const textOf = (name: string): string => readFileSync(join(FOLDER, name), 'utf8')
const files = new Map(names.map((name) => [name, JSON.parse(textOf(name)) as VectorFile]))
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
const programs = files.get('x86-programs.json')!
const armPrograms = files.get('arm64-programs.json')!
const variants = machines.flatMap((machine) => machine.variants)

test('making it again gives the same bytes (npm run vectors does it)', async () => {
  const folder = join(temporaryFolder(), 'again')
  const sources = oracles.map(({ machine, source }) =>
    source({ ...optionsOf(machine), generatorVersion: version }),
  )
  await writeVectors(jsonWriter, sources, folder)
  expect(readdirSync(folder)).toEqual(names)
  for (const name of names) expect(readFileSync(join(folder, name), 'utf8') === textOf(name), name).toBe(true)
}, 900_000)

test('it stays small', () => {
  for (const { name: machine } of machines) {
    const own = names.filter((name) => name.startsWith(`${machine}-`))
    const bytes = own.reduce((sum, name) => sum + statSync(join(FOLDER, name)).size, 0)
    expect(bytes).toBeLessThan(5 * 1024 * 1024)
  }
})

test('every vector gives the same when it is run again', async () => {
  let agreed = 0
  for (const name of names) {
    const file = await openVectors(join(FOLDER, name))
    for await (const { id, outcome } of verifyVectors(
      file,
      modelRespondent(file, { variants, decisions }, null),
    )) {
      expect(outcome, `${name} ${id}`).toEqual({ kind: 'agreed' })
      agreed += 1
    }
  }
  expect(agreed).toBeGreaterThan(5000)
})

describe('the schema, read by another implementation', () => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'schemas', 'vectors.schema.json'), 'utf8')) as object
  const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false })
  const isValid = ajv.compile(schema)
  const isLine = ajv.compile({ $ref: 'urn:guest-debug-oracle:schemas:vectors:1#/$defs/line' })

  test.each(names)('%s', (name) => {
    expect(isValid(files.get(name)), ajv.errorsText(isValid.errors)).toBe(true)
  })

  test('lines of NDJSON', () => {
    for (const line of ndjsonLines(sourceOf('x86/match-code-breakpoints', { count: 40 })))
      expect(isLine(JSON.parse(line)), ajv.errorsText(isLine.errors)).toBe(true)
    expect(isLine({ numberOfTests: 1 })).toBe(false)
  })

  const decision = files.get('x86-merge-dr6.json')!
  const spoilt = (file: VectorFile, spoil: (file: never) => void): unknown => {
    const copy = structuredClone(file)
    spoil(copy as never)
    return copy
  }
  type Spoil = (file: {
    [name: string]: unknown
    tests: { [name: string]: unknown; expect: { [id: string]: { allowed: { [name: string]: unknown }[] } } }[]
  }) => void
  const faults: readonly (readonly [string, VectorFile, Spoil])[] = [
    [
      'another version',
      decision,
      (file) => {
        file.version = 2
      },
    ],
    [
      'a field too many',
      decision,
      (file) => {
        file.colour = 'red'
      },
    ],
    [
      'a field too many in a vector',
      decision,
      (file) => {
        file.tests[0]!.colour = 'red'
      },
    ],
    [
      'no vectors',
      decision,
      (file) => {
        delete (file as { [name: string]: unknown }).tests
      },
    ],
    [
      'no digest',
      decision,
      (file) => {
        delete file.digest
      },
    ],
    [
      'nothing allowed',
      decision,
      (file) => {
        file.tests[0]!.expect['x86/ideal']!.allowed = []
      },
    ],
    [
      'no input',
      decision,
      (file) => {
        delete file.tests[0]!.input
      },
    ],
    [
      'a hash that is none',
      decision,
      (file) => {
        file.tests[0]!.hash = 'abc'
      },
    ],
    [
      'a mask without a reason',
      decision,
      (file) => {
        file.tests[0]!.expect['x86/ideal']!.allowed[0]!.output = {
          dr6: { value: 1, mask: 2 },
          x: { notChecked: true, reason: 3 },
        }
      },
    ],
    [
      'a fraction',
      decision,
      (file) => {
        file.tests[0]!.input = { dr6: 1.5 }
      },
    ],
    [
      'a register that is cut',
      programs,
      (file) => {
        ;(file.tests[0]!.start as { rip: string }).rip = '0x1000'
      },
    ],
    [
      'an unknown register',
      programs,
      (file) => {
        ;(file.tests[0]!.start as { r99: string }).r99 = '0x1000000000000000'
      },
    ],
    [
      'a register of another machine',
      armPrograms,
      (file) => {
        ;(file.tests[0]!.start as { rip: string }).rip = '0x0000000000001000'
      },
    ],
    [
      'a syndrome whose reason is missing',
      armPrograms,
      (file) => {
        ;(file.tests[0]!.start as { esr: object }).esr = { value: '0x00000000ca000022', mask: '0x0' }
      },
    ],
    [
      'an exit without state',
      programs,
      (file) => {
        delete (file.tests[0]!.expect['x86/ideal']!.allowed[0]!.events as { state?: unknown }[])[0]!.state
      },
    ],
    [
      'a run that ends nowhere',
      programs,
      (file) => {
        delete file.tests[0]!.expect['x86/ideal']!.allowed[0]!.ending
      },
    ],
    [
      'code without bytes',
      programs,
      (file) => {
        delete (file.tests[0]!.code as { bytes?: unknown }[])[0]!.bytes
      },
    ],
  ]
  test.each(faults)('refuses %s', (_, file, spoil) => {
    expect(isValid(file)).toBe(true)
    expect(isValid(spoilt(file, spoil as (file: never) => void))).toBe(false)
  })
})

describe('what it is there for', () => {
  const noted = (name: string): string[] =>
    [...files.values()].flatMap(({ subject, tests }) =>
      tests.some(({ notes }) => notes.includes(name)) ? [subject] : [],
    )

  describe.each(vectorMachines)('on $name', ({ name: machine, programs: of }) => {
    const file = files.get(`${machine}-programs.json`)!
    const tests = file.tests as ProgramVector[]
    const expected = (vector: ProgramVector, variant: string) =>
      expectedObservations(of, expectationOf(file, vector, variant), vector.start)

    test('every bug that something here shows has a vector that convicts it', () => {
      for (const { shownBy, summary } of of.machine.bugs) {
        if (shownBy.kind === 'program')
          for (const id of shownBy.variants)
            expect(noted(noteName({ id })), `${id}: ${summary}`).toContain(file.subject)
        if (shownBy.kind === 'decision')
          expect(noted(noteName({ id: shownBy.variant })), summary).toContain(shownBy.decision)
      }
    })

    test('a program of a bug convicts it, and no expectation of the ideal machine does', () => {
      let convicted = 0
      for (const vector of tests) {
        const own = expected(vector, file.variants[0]!.id)
        for (const { observation, within } of own)
          if (within === null) expect(judge(own, observation).result).toBe('same')
        for (const name of vector.notes) {
          const variant = `${machine}/${name}`
          if (!vector.expect[variant]) continue
          for (const { observation } of expected(vector, variant))
            expect(judge(own, observation).result, `${vector.id} ${name}`).toBe('different')
          convicted += 1
        }
      }
      expect(convicted).toBeGreaterThan(50)
    })

    test('every two variants are told apart by a program', () => {
      const ids = file.variants.map(({ id }) => id)
      const together = ids.flatMap((one, i) =>
        ids.slice(i + 1).flatMap((other) => {
          const separating = tests.some((vector) => {
            const [a, b] = [one, other].map((id) => expected(vector, id))
            return b!.every(
              ({ observation, within }) => within === null && judge(a!, observation).result === 'different',
            )
          })
          return separating ? [] : [`${one} ${other}`]
        }),
      )
      expect(together).toEqual([])
    })
  })

  test('every decision has its file, and every vector says why it is there', () => {
    for (const { id, kind } of oracles)
      if (kind === 'decision') expect(files.get(`${id.replace('/', '-')}.json`)?.subject).toBe(id)
    for (const { tests, groups } of files.values())
      for (const { why, group } of tests as DecisionVector[]) {
        expect(why).toMatch(/^[\S].+\.$/)
        expect(groups.map(({ name }) => name)).toContain(group)
      }
  })
})
