/**
 * Programs whose run on a target says nothing.
 */
import type { MachineTypes } from '../../properties/machine.ts'
import type { Limit, ProtocolOf } from './protocol.ts'

/**
 * Why the run of a program cannot be compared with that of a target: what its limits say of the program as it stands, and
 * then of its run under the variant.
 *
 * @param always limits whatever the target.
 */
export const unsupportedBy =
  <T extends MachineTypes>(
    runProgram: (program: T['Program'], variant: T['Variant']) => T['Run'],
    always: readonly Limit<T>[] = [],
  ): ProtocolOf<T>['unsupportedOn'] =>
  (program, variant, ofTarget) => {
    const limits = [...ofTarget, ...always]
    const met = limits.find((limit) => limit.program?.(program))
    if (met) return met.reason
    const run = runProgram(program, variant)
    return limits.find((limit) => limit.run?.(run, variant))?.reason ?? null
  }
