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
/** For a kernel that has nothing but the runner. */
const STATIC_FLAGS = ['-static', '-s']

const INSTALL = 'install a C compiler and the kernel’s headers (Debian: gcc libc6-dev linux-libc-dev)'

const compile = async (flags: readonly string[], sources: readonly string[], to: string): Promise<void> => {
  try {
    await run('cc', [...flags, '-o', to, ...sources])
  } catch (error) {
    const { code, stderr = '' } = error as { code?: unknown; stderr?: string }
    if (code === 'ENOENT') throw new Unavailable('there is no C compiler (cc) to build the runner', INSTALL)
    const line = stderr.split('\n').find((text) => /error|cannot find/.test(text)) ?? stderr
    throw new Unavailable(`the runner cannot be built: ${line.trim()}`, INSTALL)
  }
}

/**
 * Builds the runner, unless it is in the cache.
 *
 * @returns path of the executable.
 * @throws Unavailable without a C compiler, or if it fails.
 */
export const buildRunner = async ({ isStatic }: { readonly isStatic: boolean }): Promise<string> => {
  const folder = packageFile('oracles', 'targets', 'kvm')
  const names = (await readdir(folder)).filter((name) => /\.[ch]$/.test(name)).sort()
  const flags = isStatic ? [...FLAGS, ...STATIC_FLAGS] : FLAGS
  const hash = createHash('sha256').update(flags.join(' '))
  for (const name of names) hash.update(`\0${name}\0`).update(await readFile(join(folder, name)))
  const sources = names.filter((name) => name.endsWith('.c')).map((name) => join(folder, name))
  const path = cacheFile('runner', hash.digest('hex').slice(0, 16))
  return makeOnce(path, (unfinished) => compile(flags, sources, unfinished))
}
