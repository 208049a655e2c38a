/**
 * The runner's executable, built by the C compiler once for its sources.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { packageFile } from '../../package.ts'
import { cacheFile, makeOnce } from '../cache.ts'
import { Unavailable } from '../target.ts'

const run = promisify(execFile)

const FLAGS = ['-O2', '-Wall', '-Wextra']

/** What turns C into an executable. */
export interface Compiler {
  /** Program and first arguments. */
  readonly argv: readonly [string, ...string[]]
  /** Variables that it needs beside this process's own. */
  readonly environment: { readonly [name: string]: string }
  /** What to do where it does not work. */
  readonly install: string
}

/** This computer's own; static for a kernel that has nothing but the runner. */
export const nativeCompiler = ({ isStatic }: { readonly isStatic: boolean }): Compiler => ({
  argv: ['cc', ...(isStatic ? ['-static', '-s'] : [])],
  environment: {},
  install: 'install a C compiler and the kernel’s headers (Debian: gcc libc6-dev linux-libc-dev)',
})

const compile = async (compiler: Compiler, sources: readonly string[], to: string): Promise<void> => {
  const [program, ...args] = compiler.argv
  try {
    const env = { ...process.env, ...compiler.environment }
    await run(program, [...args, ...FLAGS, '-o', to, ...sources], { env })
  } catch (error) {
    const { code, stderr = '' } = error as { code?: unknown; stderr?: string }
    if (code === 'ENOENT')
      throw new Unavailable(`there is no C compiler (${program}) to build the runner`, compiler.install)
    const line = stderr.split('\n').find((text) => /error|cannot find/.test(text)) ?? stderr
    throw new Unavailable(`the runner cannot be built: ${line.trim()}`, compiler.install)
  }
}

/**
 * Builds the runner, unless it is in the cache.
 *
 * @returns path of the executable.
 * @throws Unavailable without the compiler, or if it fails.
 */
export const buildRunner = async (compiler: Compiler): Promise<string> => {
  const folder = packageFile('oracles', 'targets', 'kvm')
  const names = (await readdir(folder)).filter((name) => /\.[ch]$/.test(name)).sort()
  const hash = createHash('sha256').update([...compiler.argv, ...FLAGS].join(' '))
  for (const name of names) hash.update(`\0${name}\0`).update(await readFile(join(folder, name)))
  const sources = names.filter((name) => name.endsWith('.c')).map((name) => join(folder, name))
  const path = cacheFile('runner', hash.digest('hex').slice(0, 16))
  return makeOnce(path, (unfinished) => compile(compiler, sources, unfinished))
}
