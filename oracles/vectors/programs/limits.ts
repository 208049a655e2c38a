/**
 * Programs of which nothing is said under a variant: those that the model has no words for, and those that the
 * variant's kernel was never measured on.
 */
import type { MachineTypes } from '../../../properties/machine.ts'
import type { ProgramsOf } from './machine.ts'

/**
 * Whether something is said of a program under a variant.
 *
 * @throws InputError if the program cannot be laid out.
 */
export const isSupported = <T extends MachineTypes>(
  { machine, limits }: Pick<ProgramsOf<T>, 'machine' | 'limits'>,
  program: T['Program'],
  variant: T['Variant'],
): boolean => machine.protocol.unsupportedOn(program, variant, limits(variant)) === null
