/**
 * The programs of a corpus. Beside those of the vectors there are in every one what real kernels were found to do
 * otherwise, and what the machine adds.
 */
import { readdirSync, readFileSync } from 'node:fs'
import type { MachineTypes } from '../../../properties/machine.ts'
import { packageFile } from '../../package.ts'
import { parseProgram, parseStored, programFor, type StoredProgram } from '../../programs/parse.ts'
import { canonicalJson } from '../canonical.ts'
import type { Candidate, CorpusMachine } from './machine.ts'

const JSON_FILE = '.json'

/** The programs in the files of a folder of this package, by the files' names. */
export const storedPrograms = (
  ...folder: readonly string[]
): { name: string; program: StoredProgram['program'] }[] =>
  readdirSync(packageFile(...folder))
    .filter((file) => file.endsWith(JSON_FILE))
    .sort()
    .map((file) => ({
      name: file.slice(0, -JSON_FILE.length),
      program: parseStored(readFileSync(packageFile(...folder, file), 'utf8')).program,
    }))

const findings = <T extends MachineTypes>({ machine }: CorpusMachine<T>): Candidate<T>[] =>
  storedPrograms('findings')
    .filter(({ program }) => program.machine === machine.name)
    .map(({ name, program }) => ({
      name: `finding-${name}`,
      why: 'A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says what.',
      program: programFor(machine, program),
    }))

/** These programs and others; one that is there for two reasons is there once, with both. */
export const corpusPrograms = <T extends MachineTypes>(
  machine: CorpusMachine<T>,
  others: readonly Candidate<T>[],
): Candidate<T>[] => {
  const all = new Map<string, Candidate<T>>()
  for (const candidate of [...findings(machine), ...others, ...machine.programs()]) {
    const key = canonicalJson(parseProgram(candidate.program))
    const same = all.get(key)
    all.set(key, same ? { ...same, why: `${same.why} ${candidate.why}` } : candidate)
  }
  return [...all.values()]
}
