/**
 * Writes the corpus: one C file that judges the KVM of the computer it runs on.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { x86 } from '../../machines/x86.ts'
import { programFor } from '../../programs/parse.ts'
import type { ProgramVector, Vector, VectorSource } from '../envelope.ts'
import { compile, type Tool, withBuildFolder } from '../writers/tables/tool.ts'
import { requireHeld, type Writer } from '../writers/writer.ts'
import { type Candidate, corpusEntries } from './entries.ts'
import { corpusPrograms } from './programs.ts'
import { CORPUS_FILE, corpusSource } from './source.ts'

/** What a kernel's CI builds with, and more. */
const CFLAGS = ['-std=c11', '-O2', '-Wall', '-Wextra', '-Werror']

const COMPILER: Tool = {
  command: 'cc',
  what: 'C compiler',
  packages: 'gcc libc6-dev linux-libc-dev',
}

const isProgram = (vector: Vector): vector is ProgramVector => 'program' in vector

const candidatesOf = (sources: readonly VectorSource[]): Candidate[] => {
  for (const { header } of sources) requireHeld(corpusWriter, header.subject, header)
  const vectors = sources.flatMap((source) => [...source.tests()].filter(isProgram))
  return corpusPrograms(
    vectors.map(({ id, why, program }) => ({ name: id, why, program: programFor(x86, program) })),
  )
}

/** KTAP from its first to its last line. */
const isWhole = (stdout: string): boolean =>
  /^KTAP version 1\n1\.\./.test(stdout) && /\n# Totals: .*\n$/.test(stdout)

const KSFT_SKIP = 4

/**
 * Compiles a corpus and runs it.
 *
 * @param path of the C file.
 * @returns what came out, in a sentence: how its programs fared, or why it was only compiled.
 * @throws Unavailable without a C compiler.
 * @throws Error if it cannot be compiled, or ends otherwise than it should.
 */
export const checkCorpus = (path: string): Promise<string> =>
  withBuildFolder(async (build) => {
    const executable = join(build, 'corpus')
    await compile(COMPILER, [...CFLAGS, '-o', executable, path])
    const { status, stdout, stderr } = spawnSync(executable, { encoding: 'utf8', maxBuffer: 1 << 26 })
    const skipped = /^KTAP version 1\n1\.\.0 # SKIP (.*)\n$/.exec(stdout)?.[1]
    if (status === KSFT_SKIP && skipped !== undefined) return `compiled only: ${skipped}`
    if ((status === 0 || status === 1 || status === KSFT_SKIP) && isWhole(stdout))
      return `compiled and run: ${/# Totals: (.*)\n$/.exec(stdout)![1]}`
    throw new Error(`${path} ends with ${status}: ${stderr.split('\n')[0]}`)
  })

export const corpusWriter: Writer = {
  format: 'corpus',
  kinds: ['program'],
  machines: [x86.name],
  meaning: 'one C file that judges /dev/kvm by itself: KTAP, exit codes of kselftest',
  files: (sources) => {
    const candidates = candidatesOf(sources)
    return [
      {
        name: CORPUS_FILE,
        text: () => [corpusSource(corpusEntries(candidates), sources[0]!.header.generator.version)],
      },
    ]
  },
  check: (folder) => checkCorpus(join(folder, CORPUS_FILE)),
}
