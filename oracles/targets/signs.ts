/**
 * How differences are told apart: what shows the same signs is likely to have the same cause.
 */

/** What differs, and how. */
export interface Symptom {
  readonly field: string
  /** How, where that can be said: the bits by their names. */
  readonly changes: readonly string[]
}

/** A difference of which no more can be said. */
export const plain = (field: string): Symptom => ({ field, changes: [] })

/** The first record in which two logs differ, and how. */
export interface LogSymptom {
  readonly record: number
  readonly symptom: Symptom
}

/** What events of all machines have, as far as it is looked at here. */
export interface SeenEvent {
  readonly kind: string
  readonly address?: bigint | number
  readonly op?: string
  readonly action?: { readonly do: string }
  readonly view?: { readonly control: number }
}

/** What is particular to a machine. */
export interface Signs<Run> {
  /** The events of a run, those that the host sees of kind `action` or `exit`. */
  readonly events: (run: Run) => readonly SeenEvent[]
  /** General registers: which of them it is says nothing. */
  readonly general: readonly string[]
  /** What differs in a field of an exit that both have. */
  readonly inField: (field: string, expected: string, observed: string) => Symptom
  readonly inLog: (expected: string, observed: string, of: Run) => LogSymptom
  /** Instructions in which nothing can go wrong: which of them it was says nothing. */
  readonly plain: readonly string[]
  /** Whether an instruction at an address belongs to a handler. */
  readonly isHandler: (address: bigint) => boolean
}
