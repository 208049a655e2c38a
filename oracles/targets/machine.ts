/**
 * The machine whose programs a target runs.
 */
import { machines } from '../machines/index.ts'
import type { Machine } from '../machines/machine.ts'
import type { HostWords } from './process.ts'

/** The architecture that a target runs: x86 if its hello does not say. */
export const archOf = (words: HostWords): string => words.arch ?? 'x86'

/** The machine of a target by its hello; nothing where none is of its architecture. */
export const machineOfTarget = (words: HostWords): Machine | undefined =>
  machines.find(({ name }) => name === archOf(words))
