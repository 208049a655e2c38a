/**
 * Programs are plain JSON data: a setup, guest code and a host script. This file has what all machines share.
 */

/** Names the format of a stored program. */
export const PROGRAM_FORMAT = 'guest-debug-oracle/program'
/** Version of the format; a program of another version is refused. */
export const PROGRAM_VERSION = 1

/** A register value or address in a file: `0x` and hex digits of any width. */
export type Hex = string

/** The envelope of a program. */
export interface ProgramEnvelope<Machine extends string, Setup, Instruction, Action> {
  readonly format: typeof PROGRAM_FORMAT
  readonly version: typeof PROGRAM_VERSION
  readonly machine: Machine
  /** The whole contract of the virtual machine; what is left out has the default of the machine's contract. */
  readonly setup: Setup
  /** Guest instructions, laid out at consecutive addresses; the machine's end of program follows them. */
  readonly code: readonly Instruction[]
  /** Group k is done by the host before the k-th run of the vCPU. */
  readonly script: readonly (readonly Action[])[]
}

/**
 * Something wrong in what came from outside: a program, a vector, an argument. `code` is stable, the message is one
 * line that names the place and says what was expected.
 */
export class InputError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'InputError'
    this.code = code
  }
}
