/**
 * Writes files so that under their final names there is never a part of one: into a folder of their own, to the disk,
 * checked, and only then moved.
 *
 * | code     | what is wrong with the output                          |
 * |----------|--------------------------------------------------------|
 * | GDO-1711 | the folder has files in it                             |
 * | GDO-1712 | it cannot be written                                   |
 * | GDO-1713 | the disk is full                                       |
 */
import { rmdirSync, rmSync } from 'node:fs'
import { lstat, mkdir, mkdtemp, open, readdir, rename, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { InputError } from '../../model/program.ts'
import { Unavailable } from '../targets/target.ts'
import type { VectorSource } from './envelope.ts'
import type { OutputFile, Writer } from './writers/writer.ts'

const WRITE_ERRORS: { readonly [code: string]: string } = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a file is in the way',
  EEXIST: 'a file is in the way',
  EISDIR: 'a folder is in the way',
  ENOTEMPTY: 'a folder is in the way',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'no such folder',
}

const FULL: readonly string[] = ['ENOSPC', 'EDQUOT', 'EFBIG']

/** What an error of the file system means to whoever gave the folder; anything else is none of theirs. */
const explained = (error: unknown, folder: string): unknown => {
  const { code } = error as { code?: string }
  if (code === undefined || error instanceof InputError) return error
  if (FULL.includes(code))
    return new InputError('GDO-1713', `cannot write to ${folder}: the disk is full (${code})`)
  const why = WRITE_ERRORS[code]
  return why === undefined ? error : new InputError('GDO-1712', `cannot write to ${folder}: ${why}`)
}

/** Characters that are written at once. */
const BLOCK = 1 << 15

const writeNew = async (path: string, text: Iterable<string | Uint8Array>): Promise<void> => {
  const file = await open(path, 'wx')
  try {
    let block = ''
    for (const piece of text) {
      if (typeof piece === 'string') block += piece
      else {
        await file.writeFile(block)
        await file.writeFile(piece)
        block = ''
      }
      if (block.length < BLOCK) continue
      await file.writeFile(block)
      block = ''
    }
    await file.writeFile(block)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Whether a name is that of a file, or free; a device, a pipe and what a link leads to are no files to replace. */
const isReplaceable = async (path: string): Promise<boolean> => {
  try {
    return (await lstat(path)).isFile()
  } catch {
    return true
  }
}

/**
 * Writes one file, or none: it gets its name when it is whole. A device, a pipe or a link is written to as it is.
 *
 * @throws InputError if it cannot be written.
 */
export const writeWhole = async (path: string, text: string): Promise<void> => {
  const unfinished = `${path}.unfinished-${process.pid}`
  try {
    if (!(await isReplaceable(path))) return await writeFile(path, text)
    await writeNew(unfinished, [text])
    await rename(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw explained(error, path)
  }
}

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

/**
 * Makes a folder and those that it lies in; `made` gets them as they are made. (`mkdir` with `recursive` never returns
 * where the file system says ENOENT to every new folder, as /proc does.)
 */
const makeFolder = async (path: string, made: string[]): Promise<void> => {
  if (await isFolder(path)) return
  const parent = dirname(path)
  if (parent !== path) await makeFolder(parent, made)
  await mkdir(path)
  made.push(path)
}

/** What was written. */
export interface Written {
  readonly files: readonly string[]
  /** How they were checked, in words, or why they were not. */
  readonly checked: string | Unavailable
}

/** Checks what was written, unless what is needed for it is not there. */
const check = async (
  writer: Writer,
  folder: string,
  sources: readonly VectorSource[],
): Promise<string | Unavailable> => {
  try {
    return await writer.check(folder, sources)
  } catch (error) {
    if (error instanceof Unavailable) return error
    throw error
  }
}

/**
 * Writes sources in one format to a folder that is new or empty. All or nothing, since half of a set is taken for a
 * whole one: Ctrl-C ends the process, and leaves nothing.
 *
 * @throws InputError if the folder cannot be written to; nothing is left there then.
 */
export const writeVectors = async (
  writer: Writer,
  sources: readonly VectorSource[],
  folder: string,
): Promise<Written> => {
  const files: readonly OutputFile[] = writer.files(sources)
  const made: string[] = []
  let staging: string | null = null
  const moved: string[] = []
  const discard = (): void => {
    for (const path of moved) rmSync(path, { force: true })
    if (staging !== null) rmSync(staging, { recursive: true, force: true })
    for (const path of made.toReversed())
      try {
        rmdirSync(path)
      } catch {
        // Somebody else has put something there.
      }
  }
  const interrupt = (): void => {
    discard()
    process.exit(130)
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  try {
    await makeFolder(resolve(folder), made)
    if ((await readdir(folder)).length > 0)
      throw new InputError('GDO-1711', `${folder} has files in it; --out takes a new or an empty folder`)
    staging = await mkdtemp(join(folder, '.unfinished-'))
    for (const { name, text } of files) await writeNew(join(staging, name), text())
    const checked = await check(writer, staging, sources)
    for (const { name } of files) {
      const path = join(folder, name)
      await rename(join(staging, name), path)
      moved.push(path)
    }
    await rmdir(staging)
    return { files: moved, checked }
  } catch (error) {
    discard()
    throw explained(error, folder)
  } finally {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}
