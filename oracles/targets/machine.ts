/**
 * The machine whose programs a target runs.
 */
import { InputError } from '../../model/program.ts'
import { machineNamed, machines } from '../machines/index.ts'
import type { Machine, TargetMachine } from '../machines/machine.ts'
import type { HostWords } from './process.ts'

/** The architecture that a target runs: x86 if its hello does not say. */
export const archOf = (words: HostWords): string => words.arch ?? 'x86'

const runsOnTargets = (machine: Machine): machine is TargetMachine => machine.protocol !== null

/** The machine of a target by its hello; nothing where none is of its architecture. */
export const machineOfTarget = (words: HostWords): TargetMachine | undefined =>
  machines.filter(runsOnTargets).find(({ name }) => name === archOf(words))

/**
 * The machine with a name, if its programs run on targets.
 *
 * @throws InputError if there is none, or no target runs its programs.
 */
export const targetMachineNamed = (name: string): TargetMachine => {
  const machine = machineNamed(name)
  if (!runsOnTargets(machine)) throw new InputError('GDO-1619', `no target runs programs of ${name}`)
  return machine
}
