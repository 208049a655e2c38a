/**
 * Writes the corpora: one C file for each machine, which judges the KVM of the computer it runs on.
 */
import { spawnSync } from 'node:child_process'
import { basename, join } from 'node:path'
import { programFor } from '../../programs/parse.ts'
import type { ProgramVector, Vector, VectorSource } from '../envelope.ts'
import { compile, withBuildFolder } from '../writers/tables/tool.ts'
import { requireHeld, type Writer } from '../writers/writer.ts'
import { corpusEntries } from './entries.ts'
import type { Candidate, CorpusMachine } from './machine.ts'
import { corpusMachines } from './machines.ts'
import { corpusPrograms } from './programs.ts'
import { corpusSource } from './source.ts'

/** What a kernel's CI builds with, and more. */
const CFLAGS = ['-std=c11', '-O2', '-Wall', '-Wextra', '-Werror']

const isProgram = (vector: Vector): vector is ProgramVector => 'program' in vector

/** The machines that some sources are of, each with its sources. */
const byMachine = (sources: readonly VectorSource[]): [CorpusMachine, readonly VectorSource[]][] =>
  corpusMachines.flatMap((of): [CorpusMachine, readonly VectorSource[]][] => {
    const own = sources.filter(({ header }) => header.machine === of.machine.name)
    return own.length === 0 ? [] : [[of, own]]
  })

const candidatesOf = (of: CorpusMachine, sources: readonly VectorSource[]): Candidate[] => {
  const vectors = sources.flatMap((source) => [...source.tests()].filter(isProgram))
  return corpusPrograms(
    of,
    vectors.map(({ id, why, program }) => ({ name: id, why, program: programFor(of.machine, program) })),
  )
}

/** KTAP from its first to its last line. */
const isWhole = (stdout: string): boolean =>
  /^KTAP version 1\n1\.\./.test(stdout) && /\n# Totals: .*\n$/.test(stdout)

const KSFT_SKIP = 4

/**
 * Compiles a corpus, and runs it if this computer can.
 *
 * @param path of the C file.
 * @returns what came out, in a sentence: how its programs fared, or why it was only compiled.
 * @throws Unavailable without a C compiler.
 * @throws Error if it cannot be compiled, or ends otherwise than it should.
 */
export const checkCorpus = (
  { compiler, runsOn }: Pick<CorpusMachine, 'compiler' | 'runsOn'>,
  path: string,
): Promise<string> =>
  withBuildFolder(async (build) => {
    const executable = join(build, 'corpus')
    await compile(await compiler(), [...CFLAGS, '-o', executable, path])
    if (process.arch !== runsOn) return `compiled only: this computer is no ${runsOn}`
    const { status, stdout, stderr } = spawnSync(executable, { encoding: 'utf8', maxBuffer: 1 << 26 })
    const skipped = /^KTAP version 1\n1\.\.0 # SKIP (.*)\n$/.exec(stdout)?.[1]
    if (status === KSFT_SKIP && skipped !== undefined) return `compiled only: ${skipped}`
    if ((status === 0 || status === 1 || status === KSFT_SKIP) && isWhole(stdout))
      return `compiled and run: ${/# Totals: (.*)\n$/.exec(stdout)![1]}`
    throw new Error(`${basename(path)} ends with ${status}: ${stderr.split('\n')[0]}`)
  })

export const corpusWriter: Writer = {
  format: 'corpus',
  kinds: ['program'],
  machines: corpusMachines.map(({ machine }) => machine.name),
  meaning: 'one C file for each machine that judges /dev/kvm by itself: KTAP, exit codes of kselftest',
  files: (sources) => {
    for (const { header } of sources) requireHeld(corpusWriter, header.subject, header)
    return byMachine(sources).map(([of, own]) => ({
      name: of.file,
      text: () => {
        const { version } = own[0]!.header.generator
        return [corpusSource(of, corpusEntries(of, candidatesOf(of, own)), version)]
      },
    }))
  },
  check: async (folder, sources) => {
    const checked: string[] = []
    for (const [of] of byMachine(sources))
      checked.push(`${of.file} ${await checkCorpus(of, join(folder, of.file))}`)
    return checked.join('; ')
  },
}
