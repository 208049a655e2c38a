/**
 * Kernel modules from a folder lib/modules/VERSION, with what they need, in the order in which they are loaded.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Unavailable } from '../target.ts'

export interface KernelModule {
  /** The name of its file, without suffixes. */
  readonly name: string
  /** The object file, not compressed. */
  readonly data: Buffer
}

const SUFFIX = /\.ko(\.gz|\.xz|\.zst)?$/
const LARGEST = 256 * 1024 * 1024

/** How names are compared: file names have either sign, `depends` too. */
const key = (name: string): string => name.replaceAll('-', '_')

const decompressWith = async (program: string, path: string): Promise<Buffer> => {
  try {
    const options = { encoding: 'buffer', maxBuffer: LARGEST } as const
    return (await promisify(execFile)(program, ['-dc', path], options)).stdout
  } catch (error) {
    const { code } = error as { code?: unknown }
    const reason = code === 'ENOENT' ? `${program} is not installed` : `${program} cannot read it`
    throw new Unavailable(
      `${path}: ${reason}`,
      `install ${program} (Debian: ${program === 'xz' ? 'xz-utils' : program})`,
    )
  }
}

const readObject = async (path: string): Promise<Buffer> => {
  if (path.endsWith('.xz')) return decompressWith('xz', path)
  if (path.endsWith('.zst')) return decompressWith('zstd', path)
  const data = await readFile(path)
  return path.endsWith('.gz') ? promisify(gunzip)(data) : data
}

/**
 * A module without debugging information and without its signature.
 *
 * @throws Unavailable without `strip`.
 */
export const stripped = async ({ name, data }: KernelModule): Promise<KernelModule> => {
  const folder = await mkdtemp(join(tmpdir(), 'gdo-module-'))
  const path = join(folder, 'module.ko')
  try {
    await writeFile(path, data)
    await promisify(execFile)('strip', ['-g', path])
    return { name, data: await readFile(path) }
  } catch (error) {
    const { message } = error as Error
    throw new Unavailable(`strip fails: ${message.split('\n')[0]}`, 'install binutils')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What a module's .modinfo says that it needs. */
const dependencies = (data: Buffer): string[] => {
  const list = /(?:^|\0)depends=([\w,-]*)\0/.exec(data.toString('latin1'))?.[1] ?? ''
  return list.split(',').filter((name) => name !== '')
}

/**
 * Reads modules and those that they depend on. What the folder does not have is taken to be built into the kernel.
 *
 * @param folder lib/modules/VERSION, or any folder with modules somewhere below it.
 * @param names of the modules that are wanted.
 * @throws Unavailable if a module is compressed and cannot be decompressed here.
 */
export const readModules = async (folder: string, names: readonly string[]): Promise<KernelModule[]> => {
  const paths = new Map<string, string>()
  for (const path of await readdir(folder, { recursive: true }))
    if (SUFFIX.test(path)) paths.set(key(path.replace(SUFFIX, '').replace(/^.*\//, '')), join(folder, path))
  const modules: KernelModule[] = []
  const visit = async (wanted: string): Promise<void> => {
    const path = paths.get(key(wanted))
    if (path === undefined) return
    paths.delete(key(wanted))
    const data = await readObject(path)
    for (const needed of dependencies(data)) await visit(needed)
    modules.push({ name: path.replace(SUFFIX, '').replace(/^.*\//, ''), data })
  }
  for (const name of names) await visit(name)
  return modules
}
