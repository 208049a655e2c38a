/**
 * What a writer is: vectors in, files out. A writer of another format is one file here and one line in `index.ts`.
 */
import type { VectorSource } from '../envelope.ts'

/** One file to be written. */
export interface OutputFile {
  /** Relative to the output folder, without folders of its own. */
  readonly name: string
  /** The content in pieces: they are written as they come, so that the whole need not fit in memory. */
  readonly text: () => Iterable<string>
}

export interface Writer {
  /** As on the command line: `--format ndjson`. */
  readonly format: string
  /** What it is for, in a few words. */
  readonly meaning: string
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
   * @throws Unavailable if what is needed for it (a compiler) is not there.
   */
  readonly check: (folder: string, sources: readonly VectorSource[]) => Promise<string>
}
