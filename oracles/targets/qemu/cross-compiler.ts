/**
 * A C compiler for arm64: this computer's own if it is one, the installed cross compiler, or the one in the cache.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { cacheFile, makeOnce } from '../cache.ts'
import { type Compiler, nativeCompiler } from '../kvm/build.ts'
import { Unavailable } from '../target.ts'
import type { Archive } from './debian.ts'

const PROGRAM = 'aarch64-linux-gnu-gcc'
const INSTALL =
  'gdo fetch kvm-arm64, or install a cross compiler (Debian: gcc-aarch64-linux-gnu libc6-dev-arm64-cross)'

const folder = (): string => cacheFile('cross', 'aarch64')
const libraries = (): string => join(folder(), 'usr/lib/x86_64-linux-gnu')

const runs = async (program: string): Promise<boolean> => {
  try {
    await promisify(execFile)(program, ['--version'])
    return true
  } catch {
    return false
  }
}

const flags = ['-static', '-s']

/** The installed one or the one in the cache; `null` if there is none. */
const findCrossCompiler = async (): Promise<Compiler | null> => {
  if (await runs(PROGRAM)) return { argv: [PROGRAM, ...flags], environment: {}, install: INSTALL }
  if (!existsSync(folder())) return null
  return {
    // Its packages unpacked: it finds its own parts and headers by where it lies.
    argv: [join(folder(), 'usr/bin', PROGRAM), ...flags],
    environment: { LD_LIBRARY_PATH: libraries() },
    install: INSTALL,
  }
}

/**
 * A compiler that makes static executables for arm64.
 *
 * @throws Unavailable if there is none.
 */
export const arm64Compiler = async (): Promise<Compiler> => {
  if (process.arch === 'arm64') return nativeCompiler({ isStatic: true })
  const found = await findCrossCompiler()
  if (found === null) throw new Unavailable(`there is no C compiler for arm64 (${PROGRAM})`, INSTALL)
  return found
}

/** Whether a compiler for arm64 is there. */
export const hasArm64Compiler = async (): Promise<boolean> =>
  process.arch === 'arm64' || (await findCrossCompiler()) !== null

/** The C library of the computer that runs it is used, and everything else of what the compiler is linked with. */
const OTHER_LIBRARIES = /^lib(gmp|mpfr|mpc|isl|zstd|z|jansson|bfd|opcodes|ctf|ctf-nobfd|sframe)[-.]/

/** Fetches Debian's cross compiler into the cache, from a release whose C library is older than this computer's. */
export const fetchCrossCompiler = async (archive: Archive): Promise<void> => {
  await makeOnce(folder(), async (unfinished) => {
    const all = join(unfinished, 'all')
    await archive.unpackWithDependencies(['gcc-aarch64-linux-gnu', 'libc6-dev-arm64-cross'], all)
    for (const path of ['usr/bin', 'usr/lib/gcc-cross', 'usr/aarch64-linux-gnu']) {
      await mkdir(dirname(join(unfinished, path)), { recursive: true })
      await rename(join(all, path), join(unfinished, path))
    }
    const to = join(unfinished, 'usr/lib/x86_64-linux-gnu')
    await mkdir(to, { recursive: true })
    for (const from of ['lib/x86_64-linux-gnu', 'usr/lib/x86_64-linux-gnu']) {
      if (!existsSync(join(all, from))) continue
      for (const name of await readdir(join(all, from)))
        if (OTHER_LIBRARIES.test(name))
          await cp(join(all, from, name), join(to, name), { verbatimSymlinks: true })
    }
    await rm(all, { recursive: true })
  })
}
