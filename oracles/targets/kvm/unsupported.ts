/**
 * Programs whose run on a target says nothing: what cannot be set up there as the contract has it, and what the model
 * has no words for. Each with the reason, so that they can be counted.
 */
import {
  chooseFrom,
  MAPPED_SIZE,
  type Machine,
  type Program,
  type Run,
  runProgram,
  type Slots,
  type Variant,
} from '../../../model/x86/index.ts'
import { GENERAL_PROTECTION } from '../../../model/x86/mode.ts'
import { EAX, readGpr } from '../../../model/x86/vcpu.ts'

/** How the model says that the guest uses a stack or code outside of its RAM. */
const LEFT_RAM = 'the guest left its RAM'

/** What a target cannot do of the contract. */
export interface Limits {
  /** CPUID returns what KVM_SET_CPUID2 was given, not only for leaf 0. */
  readonly cpuid: boolean
  /** INT n works for vectors below this one. */
  readonly softwareInterruptsBelow: number
  /** KVM_EXIT_IRQ_WINDOW_OPEN. */
  readonly interruptWindow: boolean
  /** The features RTM and BUS_LOCK_DETECT of the setup. */
  readonly debugFeatures: boolean
  /** 64-bit code at CPL3 runs under guest debugging. */
  readonly userMode: boolean
  /** What SYSRET and IRETQ must refuse they refuse. */
  readonly returnsChecked: boolean
}

/** A KVM that does everything. */
export const NO_LIMITS: Limits = {
  cpuid: true,
  softwareInterruptsBelow: 256,
  interruptWindow: true,
  debugFeatures: true,
  userMode: true,
  returnsChecked: true,
}

/** Linux 6.18 with the PVM flavour of KVM. */
export const PVM_LIMITS: Limits = {
  // The host's leaves 1 and 7 show through, and a leaf that does not exist returns the last one.
  cpuid: false,
  // From 0x80 on the guest never gets past the instruction.
  softwareInterruptsBelow: 0x80,
  interruptWindow: false,
  debugFeatures: false,
  userMode: false,
  // SYSRET is carried out in real mode; IRETQ looks at the selectors of CS and SS, but not at what they name.
  returnsChecked: false,
}

const unsupportedSetup = ({ setup, script }: Program, limits: Limits): string | null => {
  if (!limits.debugFeatures && (setup.rtm || setup.busLockDetect))
    return 'the setup’s CPU features cannot be given to the guest'
  if (!limits.interruptWindow && script.flat().some((action) => action.do === 'interrupt-window'))
    return 'interrupt windows are never reported'
  return null
}

const NATIVE = '64-bit CPL3 code runs natively there, without guest debugging'

/** What the instruction at RIP cannot do here. */
const unsupportedInstruction = (m: Machine, limits: Limits): string | null => {
  const { v } = m
  if (!limits.userMode && v.mode.privilege(v) === 3) return NATIVE
  const address = v.cs.base + v.rip
  // In long mode what is not mapped faults.
  if (v.mode.name === 'long' && address >= MAPPED_SIZE) return null
  if (!v.memory.isRam(address, 1)) return 'the guest leaves its RAM'
  const { form, immediate } = v.memory.fetch(address)
  if (form === 'cpuid' && !limits.cpuid && readGpr(v, EAX, 4) !== 0n)
    return 'CPUID leaves are not what they were set to'
  if (form === 'sysret' && v.mode.name === 'real' && !limits.returnsChecked)
    return 'SYSRET is carried out in real mode'
  if (form === 'int' && immediate >= limits.softwareInterruptsBelow) return 'INT n is never finished'
  return form === 'unsupported' ? 'an instruction that programs do not have' : null
}

/** What came of the last instruction that says nothing here. */
const unsupportedOutcome = (m: Machine, limits: Limits): string | null => {
  const { v, events } = m
  if (!limits.userMode && v.mode.privilege(v) === 3) return NATIVE
  if (limits.returnsChecked || v.mode.name === 'real' || v.exception?.vector !== GENERAL_PROTECTION)
    return null
  const last = events.findLast((event) => event.kind === 'instruction')
  const returns = last?.op === 'iret' || last?.op === 'sysret'
  return returns && last.next === null ? 'IRETQ and SYSRET do not check what they load' : null
}

/** Whether a run ended at an access that the model does not make, and not at an instruction that KVM refuses. */
const leftRam = (run: Run, variant: Variant): boolean => {
  if (run.ending !== 'internal-error') return false
  const op = run.events.findLast((event) => event.kind === 'instruction')?.op
  const exit = run.events.findLast((event) => event.kind === 'exit')?.exit
  const context = { rules: variant.rules, choose: chooseFrom({}) }
  const refused =
    op !== undefined && !variant.rules.canExecute({ instruction: op, mode: run.state.mode }, context)
  return !refused || (exit?.reason === 'internal-error' && exit.detail === LEFT_RAM)
}

/**
 * Why the run of a program under a variant cannot be compared with that of the target, or `null`.
 *
 * @throws InputError if the program cannot be laid out.
 */
export const unsupportedOn = (program: Program, variant: Variant, limits: Limits): string | null => {
  let unsupported = unsupportedSetup(program, limits)
  if (unsupported !== null) return unsupported
  const step: Slots['step'] = (m) => {
    unsupported ??= unsupportedInstruction(m, limits)
    const exit = variant.slots.step(m)
    unsupported ??= unsupportedOutcome(m, limits)
    return exit
  }
  const run = runProgram(program, { ...variant, slots: { ...variant.slots, step } })
  return unsupported ?? (leftRam(run, variant) ? 'the guest leaves its RAM' : null)
}
