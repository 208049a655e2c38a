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

/**
 * | code     | what is wrong                        |
 * |----------|--------------------------------------|
 * | GDO-1721 | this format cannot hold it           |
 *
 * @throws InputError if a writer cannot hold vectors of this kind.
 */
export const requireKind = (
  { format, kinds }: Pick<Writer, 'format' | 'kinds'>,
  id: string,
  kind: VectorKind,
): void => {
  if (kinds !== undefined && !kinds.includes(kind))
    throw new InputError('GDO-1721', `${id}: ${format} holds ${kinds.join(' and ')} vectors; json holds all`)
}

export interface Writer {
  /** As on the command line: `--format ndjson`. */
  readonly format: string
  /** What it is for, in a few words. */
  readonly meaning: string
  /** What it can hold, if not everything. */
  readonly kinds?: readonly VectorKind[]
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
