/**
 * Targets: real implementations that run programs. Each is a process that speaks the line protocol of
 * `kvm/README.md` on its standard input and output, whatever is behind it.
 */

/** A process that speaks the line protocol, and what has to be known to deal with it. */
export interface Target {
  /** As on the command line: `kvm`, `kvm-svm`, `exec:COMMAND`, `model:VARIANT`. */
  readonly name: string
  /** Program and arguments. */
  readonly argv: readonly [string, ...string[]]
  /** Milliseconds until it must have said hello. */
  readonly startsWithin: number
  /** Programs that may be sent before the first is answered. */
  readonly inFlight: number
  /** Path of the log of a kernel that runs in an emulator. */
  readonly log?: string
}

/** A target that cannot run here: exit code 3. */
export class Unavailable extends Error {
  /** What to do about it: a command, or a sentence. */
  readonly remedy: string

  constructor(reason: string, remedy: string) {
    super(reason)
    this.remedy = remedy
  }
}
