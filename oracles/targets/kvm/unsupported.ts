/**
 * Programs whose run on a target says nothing: what cannot be set up there as the contract has it, and what the model
 * has no words for. Each with the reason, so that they can be counted.
 */

import type { Decoded } from '../../../model/x86/decode.ts'
import {
  type Machine,
  type Program,
  type Run,
  runProgram,
  type Slots,
  type Variant,
} from '../../../model/x86/index.ts'
import { EAX, readGpr } from '../../../model/x86/vcpu.ts'

/** Something that a target cannot do of the contract, or that is not the hypervisor's doing there. */
export interface Limit {
  /** What the report counts. */
  readonly reason: string
  /** Whether it concerns a program as it stands. */
  readonly program?: (program: Program) => boolean
  /** Whether it concerns the instruction that the guest is about to begin. */
  readonly instruction?: (m: Machine, next: Decoded) => boolean
  /** Whether it concerns what a run of the model has become. */
  readonly run?: (run: Run, variant: Variant) => boolean
}

/** The features RTM and BUS_LOCK_DETECT of the setup, which a CPU has or has not. */
export const cpuFeatures: Limit = {
  reason: 'the setup’s CPU features cannot be given to the guest',
  program: ({ setup }) => setup.rtm === true || setup.busLockDetect === true,
}

/** Linux 6.18 with the PVM flavour of KVM. */
export const PVM_LIMITS: readonly Limit[] = [
  cpuFeatures,
  {
    reason: 'interrupt windows are never reported',
    program: ({ script }) => script.flat().some((action) => action.do === 'interrupt-window'),
  },
  // The host's leaves 1 and 7 show through, and a leaf that does not exist returns the last one.
  {
    reason: 'CPUID leaves are not what they were set to',
    instruction: ({ v }, { form }) => form === 'cpuid' && readGpr(v, EAX, 4) !== 0n,
  },
  // The guest never gets past the instruction.
  {
    reason: 'INT n is never finished for vectors from 0x80 on',
    instruction: (_, { form, immediate }) => form === 'int' && immediate >= 0x80,
  },
]

/** How the model says that the guest uses a stack or code outside of its RAM. */
const LEFT_RAM = 'the guest left its RAM'

/** Whether a run ended at an access that the model does not make, and not at an instruction that KVM refuses. */
const leftRam = (run: Run): boolean => {
  if (run.ending !== 'internal-error') return false
  const op = run.events.findLast((event) => event.kind === 'instruction')?.op
  const exit = run.events.findLast((event) => event.kind === 'exit')?.exit
  const refused = op === 'icebp' || op === 'ud2'
  return !refused || (exit?.reason === 'internal-error' && exit.detail === LEFT_RAM)
}

/** What the model has no words for, whatever the target. */
const MODEL_LIMITS: readonly Limit[] = [
  {
    reason: 'an instruction that programs do not have',
    instruction: (_, { form }) => form === 'unsupported',
  },
  { reason: 'the guest leaves its RAM', run: leftRam },
]

/**
 * Why the run of a program under a variant cannot be compared with that of the target, or `null`.
 *
 * @throws InputError if the program cannot be laid out.
 */
export const unsupportedOn = (
  program: Program,
  variant: Variant,
  targetLimits: readonly Limit[],
): string | null => {
  const limits = [...targetLimits, ...MODEL_LIMITS]
  const asItStands = limits.find((limit) => limit.program?.(program))
  if (asItStands) return asItStands.reason
  const ofInstructions = limits.filter((limit) => limit.instruction !== undefined)
  let met: Limit | undefined
  const step: Slots['step'] = (m) => {
    const address = m.v.cs.base + m.v.rip
    if (met === undefined && m.v.memory.isRam(address, 1)) {
      const next = m.v.memory.fetch(address)
      met = ofInstructions.find((limit) => limit.instruction!(m, next))
    }
    return variant.slots.step(m)
  }
  const run = runProgram(program, { ...variant, slots: { ...variant.slots, step } })
  met ??= limits.find((limit) => limit.run?.(run, variant))
  return met?.reason ?? null
}
