/**
 * `gdo diff` with a machine above that of the target: `--variant vmm/qemu,x86/linux-6.18-pvm` sends what a VMM does to its
 * guests.
 */
import { InputError } from '../../model/program.ts'
import type { MachineTypes } from '../../properties/machine.ts'
import { machineIn } from '../ids.ts'
import type { LayerOf, Machine } from '../machines/machine.ts'
import { type AnyVariant, machineOf, type Registry, variantNamed } from './registry.ts'

type Program = MachineTypes['Program']

/** What is asked for above the machine of the target. */
export interface Above {
  readonly machine: Machine
  readonly layer: LayerOf<MachineTypes>
  readonly variant: AnyVariant
  /** Id of the variant of the target's machine that it runs on; `null` for the one that describes the target. */
  readonly beneath: string | null
}

/**
 * What `--variant` names above the target's machine; `null` if that is of the machine itself.
 *
 * @throws InputError if there is no such variant.
 */
export const aboveOf = (registry: Registry, id: string | null, target: string): Above | null => {
  // A name without its machine is of the target's.
  if (id === null || !id.includes('/') || machineIn(id) === target) return null
  const variant = variantNamed(registry.variants, id)
  const machine = machineOf(variant)
  if (!machine.layer) return null
  const beneath = variant.id.split(',').find((part) => machineIn(part) === target) ?? null
  return { machine, layer: machine.layer, variant, beneath }
}

/** The same on the variant that describes the target. */
export const aboveOn = (above: Above, described: AnyVariant): AnyVariant => {
  const on = above.beneath === null ? above.layer.on(above.variant, described) : above.variant
  if (on) return on
  throw new InputError('GDO-1406', `${above.variant.id} is not something that runs on ${described.id}`)
}

/**
 * A program of the machine above as one of the target's machine.
 *
 * @throws InputError if its guest is of another machine.
 */
export const loweredTo = (
  { layer }: Above,
  variant: AnyVariant,
  target: string,
  program: Program,
): Program => {
  const lowered = layer.lower(program, variant)
  if (lowered.machine === target) return lowered
  throw new InputError('GDO-1107', `setup.guest: expected ${target}, not ${JSON.stringify(lowered.machine)}`)
}
