/**
 * The machines that vectors are made of.
 */
import { arm64 } from './arm64/machine.ts'
import { armv7 } from './armv7/machine.ts'
import type { VectorMachine } from './machine.ts'
import { vmm } from './vmm/machine.ts'
import { x86 } from './x86/machine.ts'

export const vectorMachines: readonly VectorMachine[] = [x86, arm64, armv7, vmm]

/** What vectors need to know of the machine with this name. */
export const vectorMachine = (name: string): VectorMachine => {
  const found = vectorMachines.find((machine) => machine.name === name)
  if (!found) throw new Error(`no vectors are made of the machine ${name}`)
  return found
}
