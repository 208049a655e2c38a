/**
 * Writes the corpus: one C file that judges the KVM of the computer it runs on.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { InputError } from '../../../model/program.ts'
import { Unavailable } from '../../targets/target.ts'
import type { ProgramVector, Vector, VectorSource } from '../envelope.ts'
import type { Writer } from '../writers/writer.ts'
import { type Candidate, corpusEntries } from './entries.ts'
import { corpusPrograms } from './programs.ts'
import { CORPUS_FILE, corpusSource } from './source.ts'

/** What a kernel's CI builds with, and more. */
const CFLAGS = ['-std=c11', '-O2', '-Wall', '-Wextra', '-Werror']

const INSTALL = 'install a C compiler and the kernel’s headers (Debian: gcc libc6-dev linux-libc-dev)'

const isProgram = (vector: Vector): vector is ProgramVector => 'program' in vector

const candidatesOf = (sources: readonly VectorSource[]): Candidate[] => {
  const decision = sources.find(({ header }) => header.kind !== 'program')
  if (decision)
    throw new InputError(
      'GDO-1730',
      `${decision.header.subject}: a corpus is made of programs; try gdo export x86/programs`,
    )
  const vectors = sources.flatMap((source) => [...source.tests()].filter(isProgram))
  return corpusPrograms(vectors.map(({ id, why, program }) => ({ name: id, why, program })))
}

/** How an executable ended. */
interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const run = async (command: string, args: readonly string[]): Promise<Ended> => {
  try {
    const { stdout, stderr } = await promisify(execFile)(command, [...args], { maxBuffer: 1 << 26 })
    return { code: 0, stdout, stderr }
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: unknown; stdout?: string; stderr?: string }
    if (code === 'ENOENT') throw new Unavailable('there is no C compiler (cc) to check the corpus', INSTALL)
    return { code: typeof code === 'number' ? code : null, stdout, stderr }
  }
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
export const checkCorpus = async (path: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'gdo-corpus-'))
  try {
    const executable = join(folder, 'corpus')
    const built = await run('cc', [...CFLAGS, '-o', executable, path])
    if (built.code !== 0) throw new Error(`${path} cannot be compiled: ${built.stderr.split('\n')[0]}`)
    const { code, stdout, stderr } = await run(executable, [])
    const skipped = /^KTAP version 1\n1\.\.0 # SKIP (.*)\n$/.exec(stdout)?.[1]
    if (code === KSFT_SKIP && skipped !== undefined) return `compiled only: ${skipped}`
    if ((code === 0 || code === 1 || code === KSFT_SKIP) && isWhole(stdout))
      return `compiled and run: ${/# Totals: (.*)\n$/.exec(stdout)![1]}`
    throw new Error(`${path} ends with ${code}: ${stderr.split('\n')[0]}`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

export const corpusWriter: Writer = {
  format: 'corpus',
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
