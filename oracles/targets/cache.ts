/**
 * What is fetched or built is kept: in `.cache` of the package, or in the folder that GDO_CACHE names.
 */
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { packageFile } from '../package.ts'
import { Unavailable } from './target.ts'

/** Path of something in the cache. */
export const cacheFile = (...path: readonly string[]): string =>
  join(process.env.GDO_CACHE ? resolve(process.env.GDO_CACHE) : packageFile('.cache'), ...path)

/** Makes a folder of the cache. @throws Unavailable if it may not be written. */
export const makeCacheFolder = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Unavailable(`${folder} cannot be made (${code})`, 'GDO_CACHE=FOLDER keeps the cache elsewhere')
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** What processes that were killed have left half done beside a path. */
const removeLeftovers = async (path: string): Promise<void> => {
  const prefix = `${basename(path)}.unfinished-`
  for (const name of await readdir(dirname(path)))
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length))))
      await rm(join(dirname(path), name), { recursive: true, force: true })
}

/**
 * A file or folder that is there as a whole or not at all.
 *
 * @param path where it is to be; nothing is done if it is there.
 * @param make makes it at the path that it is given, on the same file system.
 */
export const makeOnce = async (
  path: string,
  make: (unfinished: string) => Promise<void>,
): Promise<string> => {
  if (existsSync(path)) return path
  await makeCacheFolder(dirname(path))
  await removeLeftovers(path)
  const unfinished = `${path}.unfinished-${process.pid}`
  try {
    await make(unfinished)
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    // Another process was faster.
    if (!existsSync(path)) throw error
  }
  return path
}
