/**
 * Which variant describes a target, by the words of its hello: a target says itself which design it has.
 */
import { ideal, type Variant } from '../../../model/armv7/index.ts'
import type { Armv7 } from '../../../properties/armv7/types.ts'
import type { HostWords } from '../process.ts'
import type { Description, Probe } from '../protocol.ts'
import { QEMU_CPU_LIMITS } from './qemu-cpu.ts'

/** Describes a target. */
export const describeTarget = async (
  words: HostWords,
  _probe: Probe<Armv7>,
  variants: readonly Variant[],
): Promise<Description<Armv7>> => {
  const named = variants.find(({ id }) => id === (words.model ?? words.design))
  const emulated = words.emulator?.startsWith('QEMU-TCG') ?? false
  return {
    variant: named ?? ideal,
    exact: named !== undefined,
    limits: emulated ? QEMU_CPU_LIMITS : [],
    masks: [],
  }
}
