/**
 * What the tests of vectors share.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { decisions } from '../../oracles/decisions/catalogue.ts'
import { machineIn } from '../../oracles/ids.ts'
import { machineNamed } from '../../oracles/machines/index.ts'
import { decisionSource, type SourceOptions } from '../../oracles/vectors/decisions/source.ts'
import type { DecisionVector, VectorSource } from '../../oracles/vectors/envelope.ts'
import { isExported, isWrongForm } from '../../oracles/vectors/variants.ts'

/** What `npm run vectors` asks for of a machine. */
export const optionsOf = (machine: string): SourceOptions => {
  const { variants } = machineNamed(machine)
  return {
    variants: variants.filter(isExported),
    wrong: variants.filter(isWrongForm),
    seed: 1,
    generatorVersion: 'test',
  }
}

export const options = optionsOf('x86')

export const decisionNamed = (id: string) => decisions.find((decision) => decision.id === id)!

export const sourceOf = (id: string, more: Partial<SourceOptions> = {}): VectorSource<DecisionVector> =>
  decisionSource(decisionNamed(id), { ...optionsOf(machineIn(id)), ...more })

/** A folder that goes away with the tests. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'gdo-vectors-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
