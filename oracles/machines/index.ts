/**
 * The machines that there are.
 */
import { InputError } from '../../model/program.ts'
import { arm64 } from './arm64.ts'
import { armv7 } from './armv7.ts'
import { anyMachine, type Machine } from './machine.ts'
import { vmm } from './vmm.ts'
import { x86 } from './x86.ts'

export const machines: readonly Machine[] = [
  anyMachine(x86),
  anyMachine(arm64),
  anyMachine(armv7),
  anyMachine(vmm),
]

/** The names of all machines, as they stand in a sentence. */
export const MACHINE_NAMES: string = machines.map(({ name }) => name).join(' or ')

/**
 * The machine with a name.
 *
 * @throws InputError if there is none.
 */
export const machineNamed = (name: string): Machine => {
  const found = machines.find((machine) => machine.name === name)
  if (!found)
    throw new InputError('GDO-1107', `machine: expected ${MACHINE_NAMES}, not ${JSON.stringify(name)}`)
  return found
}
