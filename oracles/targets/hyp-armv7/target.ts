/**
 * The image as a target that runs programs: a Cortex-A15 of QEMU, and on it a hypervisor of one design.
 */
import { InputError } from '../../../model/program.ts'
import type { Target } from '../target.ts'
import { buildImage, commandFor, DESIGNS, type Design, emulatorVersion } from './image.ts'

const isDesign = (text: string): text is Design => (DESIGNS as readonly string[]).includes(text)

/**
 * The target with a hypervisor of a design.
 *
 * @throws InputError if there is none of that name.
 * @throws Unavailable without QEMU or the cross compiler.
 */
export const hypTarget = async (design: string): Promise<Target> => {
  if (!isDesign(design))
    throw new InputError(
      'GDO-1601',
      `hyp-armv7: expected ${DESIGNS.join(', ')}, not ${JSON.stringify(design)}`,
    )
  await emulatorVersion()
  return {
    name: `hyp-armv7:${design}`,
    argv: commandFor(await buildImage(), design),
    startsWithin: 20_000,
    inFlight: 8,
  }
}
