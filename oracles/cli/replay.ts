/**
 * Programs that a target runs again: that of a file, or those of a folder.
 */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError } from '../../model/program.ts'
import type { MachineTypes } from '../../properties/machine.ts'
import type { Machine } from '../machines/machine.ts'
import { programFor } from '../programs/parse.ts'
import { readProgram } from './run.ts'

/** A program, and where it comes from. */
export interface Replay {
  readonly path: string
  readonly program: MachineTypes['Program']
}

const isFolder = async (path: string): Promise<boolean> =>
  path !== '-' && ((await stat(path).catch(() => null))?.isDirectory() ?? false)

/**
 * The programs of a file, or of the files `*.json` of a folder in the order of their names; there those of other
 * machines are left out.
 *
 * @param path a file, a folder, or `-` for stdin.
 * @throws InputError for a file that is none, and for a folder without any.
 */
export const readReplays = async (path: string, machine: Machine): Promise<readonly Replay[]> => {
  if (!(await isFolder(path)))
    return [{ path, program: programFor(machine, (await readProgram(path)).program) }]
  const names = (await readdir(path)).filter((name) => name.endsWith('.json')).sort()
  const read = await Promise.all(
    names.map(async (name): Promise<Replay> => {
      const file = join(path, name)
      return { path: file, program: (await readProgram(file)).program }
    }),
  )
  const own = read.filter(({ program }) => program.machine === machine.name)
  if (own.length === 0) throw new InputError('GDO-1006', `${path}: no program of ${machine.name}`)
  return own
}
