/**
 * The runner on this computer's own /dev/kvm.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { packageFile } from '../package.ts'
import { type Target, Unavailable } from '../target.ts'

const run = promisify(execFile)

const cacheFolder = (): string =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'guest-debug-oracle')

const checkDevice = (): void => {
  try {
    closeSync(openSync('/dev/kvm', 'r+'))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EPERM')
      throw new Unavailable(
        '/dev/kvm may not be opened by you',
        'sudo usermod -aG kvm "$USER", and log in again',
      )
    throw new Unavailable(
      `/dev/kvm cannot be opened (${code ?? error})`,
      'modprobe kvm_intel or kvm_amd on a computer with virtualisation enabled; kvm-svm needs no hardware',
    )
  }
}

/** The runner's executable, built once for its sources. */
const buildRunner = async (): Promise<string> => {
  const folder = packageFile('oracles', 'targets', 'kvm')
  const names = readdirSync(folder).filter((name) => /\.[ch]$/.test(name))
  const hash = createHash('sha256')
  for (const name of names) hash.update(name).update(readFileSync(join(folder, name)))
  const executable = join(cacheFolder(), `runner-${hash.digest('hex').slice(0, 16)}`)
  if (existsSync(executable)) return executable
  await mkdir(cacheFolder(), { recursive: true })
  const sources = names.filter((name) => name.endsWith('.c')).map((name) => join(folder, name))
  const unfinished = `${executable}.${process.pid}`
  try {
    await run('cc', ['-O2', '-Wall', '-Wextra', '-o', unfinished, ...sources])
  } catch (error) {
    const { code, stderr = '' } = error as { code?: unknown; stderr?: string }
    if (code === 'ENOENT')
      throw new Unavailable('there is no C compiler (cc) to build the runner', 'apt install gcc libc6-dev')
    throw new Unavailable(
      `the runner cannot be built: ${stderr.split('\n').find((line) => line.includes('error')) ?? stderr}`,
      'apt install gcc libc6-dev linux-libc-dev',
    )
  }
  await rename(unfinished, executable)
  return executable
}

/**
 * The target `kvm`.
 *
 * @throws Unavailable without /dev/kvm or a compiler.
 */
export const localKvm = async (): Promise<Target> => {
  checkDevice()
  return { name: 'kvm', argv: [await buildRunner()], startsWithin: 10_000, inFlight: 16 }
}
