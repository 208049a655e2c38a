/**
 * What is written in C, the runner above all, built by the C compiler once for its sources.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
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

/** What is built. */
interface Product {
  /** Names it, and its folder in the cache. */
  readonly name: string
  readonly flags: readonly string[]
  /** Paths of C sources, and of the headers that they include. */
  readonly files: readonly string[]
}

const compile = async (compiler: Compiler, { name, flags, files }: Product, to: string): Promise<void> => {
  const [program, ...args] = compiler.argv
  const sources = files.filter((path) => path.endsWith('.c'))
  try {
    const env = { ...process.env, ...compiler.environment }
    await run(program, [...args, ...flags, '-o', to, ...sources], { env })
  } catch (error) {
    const { code, stderr = '' } = error as { code?: unknown; stderr?: string }
    if (code === 'ENOENT')
      throw new Unavailable(`there is no C compiler (${program}) to build the ${name}`, compiler.install)
    const line = stderr.split('\n').find((text) => /error|cannot find/.test(text)) ?? stderr
    throw new Unavailable(`the ${name} cannot be built: ${line.trim()}`, compiler.install)
  }
}

/** Path of a product in the cache; it is built if it is not there. */
const build = async (compiler: Compiler, product: Product): Promise<string> => {
  const hash = createHash('sha256').update([...compiler.argv, ...product.flags].join(' '))
  for (const path of product.files) hash.update(`\0${basename(path)}\0`).update(await readFile(path))
  const path = cacheFile(product.name, hash.digest('hex').slice(0, 16))
  return makeOnce(path, (unfinished) => compile(compiler, product, unfinished))
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
  const files = names.map((name) => join(folder, name))
  return build(compiler, { name: 'runner', flags: FLAGS, files })
}

/**
 * Builds a library that is loaded before those of a program, unless it is in the cache. It brings no C library and may
 * be loaded beside any.
 *
 * @param source path of its only source.
 * @returns path of the library.
 * @throws Unavailable without the compiler, or if it fails.
 */
export const buildPreloaded = (source: string): Promise<string> =>
  build(nativeCompiler({ isStatic: false }), {
    name: 'library',
    flags: [...FLAGS, '-shared', '-fPIC', '-nostdlib'],
    files: [source],
  })
