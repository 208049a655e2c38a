/**
 * What a writer is: vectors in, files out. A writer of another format is one file here and one line in `index.ts`.
 */
import { InputError } from '../../../model/program.ts'
import type { VectorKind, VectorSource } from '../envelope.ts'

/** One file to be written. */
export interface OutputFile {
  /** Relative to the output folder, without folders of its own. */
  readonly name: string
  /** The content in pieces: they are written as they come, so that the whole need not fit in memory. */
  readonly text: () => Iterable<string | Uint8Array>
}

/** What a writer may hold or not. */
export interface Held {
  readonly kind: VectorKind
  readonly machine: string
}

type Format = Pick<Writer, 'format' | 'kinds' | 'machines'>

/** Whether a writer can hold vectors of a kind and a machine. */
export const holds = ({ kinds, machines }: Format, { kind, machine }: Held): boolean =>
  (kinds?.includes(kind) ?? true) && (machines?.includes(machine) ?? true)

/**
 * | code     | what is wrong                        |
 * |----------|--------------------------------------|
 * | GDO-1721 | this format cannot hold it           |
 *
 * @throws InputError if a writer cannot hold them.
 */
export const requireHeld = (format: Format, id: string, held: Held): void => {
  if (holds(format, held)) return
  const { kinds = [], machines = [] } = format
  const what = [...kinds, 'vectors', ...(machines.length > 0 ? ['of', machines.join(' and ')] : [])].join(' ')
  throw new InputError('GDO-1721', `${id}: ${format.format} holds ${what}; json holds all`)
}

export interface Writer {
  /** As on the command line: `--format ndjson`. */
  readonly format: string
  /** What it is for, in a few words. */
  readonly meaning: string
  /** What it can hold, if not everything: the kinds, and the machines. */
  readonly kinds?: readonly VectorKind[]
  readonly machines?: readonly string[]
  /**
   * The files for some sources.
   *
   * @throws InputError for a source that this format cannot hold.
   */
  readonly files: (sources: readonly VectorSource[]) => readonly OutputFile[]
  /**
   * Reads the files back, or compiles them, and runs their vectors again. They have their names, in a folder that is
   * not yet the final one; nothing is left there but them.
   *
   * @returns what was done, in words: `read back and run again`.
   * @throws Error for anything that is not as it was written: a fault of the writer.
   * @throws Unavailable if what is needed for it (a compiler) is not there: the files stay, and it is said.
   */
  readonly check: (folder: string, sources: readonly VectorSource[]) => Promise<string>
}
