/**
 * Programs whose run on a target says nothing: what cannot be set up there as the contract has it, and what the model
 * has no words for. Each with the reason, so that they can be counted.
 */

import { GUESTDBG, inForce } from '../../../model/kvm/guest-debug.ts'
import { linear } from '../../../model/x86/access.ts'
import { MSR_SYSENTER_CS } from '../../../model/x86/contract.ts'
import type { Decoded } from '../../../model/x86/decode.ts'
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
import { GENERAL_PROTECTION, GuestFault, PAGE_FAULT } from '../../../model/x86/mode.ts'
import { EAX, ECX, EDI, EDX, readGpr } from '../../../model/x86/vcpu.ts'
import type { X86 } from '../../../properties/x86/types.ts'
import type { Limit as AnyLimit } from '../protocol.ts'

/** Limits that are met in the middle of a run. */
export interface Limit extends AnyLimit<X86> {
  /** Whether it concerns the instruction that the guest is about to begin. */
  readonly instruction?: (m: Machine, next: Decoded) => boolean
  /** Whether it concerns what an instruction boundary has come to. */
  readonly boundary?: (m: Machine) => boolean
}

/** The features RTM and BUS_LOCK_DETECT of the setup, which a CPU has or has not. */
export const cpuFeatures: Limit = {
  reason: 'the setup’s CPU features cannot be given to the guest',
  program: ({ setup }) => setup.rtm === true || setup.busLockDetect === true,
}

/** The forced-emulation prefix, which is #UD where KVM’s parameter `force_emulation_prefix` is not set. */
export const forcedEmulation: Limit = {
  reason: 'KVM does not know the forced-emulation prefix there: kvm.force_emulation_prefix is not 1',
  program: ({ code }) => code.some(({ op }) => op === 'force-emulation'),
  instruction: (_, { form }) => form === 'force-emulation',
}

/** kvm-intel without unrestricted guest: vmx.c, `enter_rmode()`. */
export const realModeAsVirtual8086: Limit = {
  reason:
    'kvm-intel without unrestricted guest runs real mode as virtual-8086 code, which no variant describes (--class long-mode has none)',
  program: ({ setup }) => (setup.mode ?? 'real') === 'real',
}

/** kvm-intel keeps it in a field of the VMCS, which has 32 bits: vmx.c, `vmx_set_msr()`. */
export const wideSysenterCs: Limit = {
  reason: 'kvm-intel drops the upper half of IA32_SYSENTER_CS',
  instruction: ({ v }, { form }) =>
    form === 'wrmsr' && readGpr(v, ECX, 4) === BigInt(MSR_SYSENTER_CS) && readGpr(v, EDX, 4) !== 0n,
}

/** kvm-intel without EPT: what shadow page tables need makes every #PF an exit, and that of the guest is injected. */
export const pageFaultUnderStep: Limit = {
  reason: 'without EPT a #PF of the guest is injected by KVM, which ends the host’s step, as a #UD does',
  run: (run) =>
    run.events.some(
      (event) =>
        event.kind === 'delivery' &&
        event.source === 'raised' &&
        event.vector === PAGE_FAULT &&
        inForce(event.view.control, GUESTDBG.SINGLESTEP),
    ),
}

/** KVM's emulator looks at events after 1024 iterations, and at one that waits only if something has asked for it. */
const longRepeat: Limit = {
  reason: 'an NMI waits in a long REP: a tick of the host decides when it comes',
  instruction: ({ v }, { form }) =>
    form.startsWith('rep-') && v.nmiPending && readGpr(v, ECX, v.mode.width) > 0xffn,
}

/** KVM's emulator reads the port before it looks at where the bytes are to go. */
export const portReadBeforeFault: Limit = {
  reason: 'REP INSB to an address that faults: the port is read before',
  instruction: ({ v }, { form, size }) => {
    if (form !== 'rep-insb') return false
    try {
      linear(v, v.es, readGpr(v, EDI, v.mode.width), size, 'write')
      return false
    } catch (error) {
      if (error instanceof GuestFault) return true
      throw error
    }
  },
}

const atUserMode = ({ v }: Machine): boolean => v.mode.privilege(v) === 3

/** Linux 6.18 with the PVM flavour of KVM. */
export const PVM_LIMITS: readonly Limit[] = [
  cpuFeatures,
  portReadBeforeFault,
  longRepeat,
  {
    reason: 'interrupt windows are never reported',
    program: ({ script }) => script.flat().some((action) => action.do === 'interrupt-window'),
  },
  {
    reason: '64-bit CPL3 code runs natively there, without guest debugging',
    instruction: atUserMode,
    boundary: atUserMode,
  },
  // The host's leaves 1 and 7 show through, and a leaf that does not exist returns the last one.
  {
    reason: 'CPUID leaves are not what they were set to',
    instruction: ({ v }, { form }) => form === 'cpuid' && readGpr(v, EAX, 4) !== 0n,
  },
  {
    reason: 'INT n is never finished for vectors from 0x80 on',
    instruction: (_, { form, immediate }) => form === 'int' && immediate >= 0x80,
  },
  {
    reason: 'SYSRET is carried out in real mode',
    instruction: ({ v }, { form }) => form === 'sysret' && v.mode.name === 'real',
  },
  // IRETQ looks at the selectors of CS and SS, but not at what they name.
  {
    reason: 'IRETQ and SYSRET do not check what they load',
    boundary: ({ v, events }) => {
      if (v.mode.name === 'real' || v.exception?.vector !== GENERAL_PROTECTION) return false
      const last = events.findLast((event) => event.kind === 'instruction')
      return (last?.op === 'iret' || last?.op === 'sysret') && last.next === null
    },
  },
]

/** How the model says that VM entry refuses what KVM asks for. */
const ENTRY_FAILS = 'VM entry fails: '

/** How the model says that the guest uses a stack or code outside of its RAM. */
const LEFT_RAM = 'the guest left its RAM'

/** Whether a run ended at an access that the model does not make, and not at an instruction that KVM refuses. */
const leftRam = (run: Run, variant: Variant): boolean => {
  if (run.ending !== 'internal-error') return false
  const op = run.events.findLast((event) => event.kind === 'instruction')?.op
  const exit = run.events.findLast((event) => event.kind === 'exit')?.exit
  const context = { rules: variant.rules, choose: chooseFrom({}) }
  if (exit?.reason === 'internal-error' && exit.detail.startsWith(ENTRY_FAILS)) return false
  const refused =
    op !== undefined && !variant.rules.canExecute({ instruction: op, mode: run.state.mode }, context)
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

/** The instruction at RIP, unless it lies where there is none: in long mode what is not mapped faults. */
const nextInstruction = ({ v }: Machine): Decoded | null => {
  const address = v.cs.base + v.rip
  if (v.mode.name === 'long' && address >= MAPPED_SIZE) return null
  return v.memory.isRam(address, 1) ? v.memory.fetch(address) : null
}

/** A variant whose runs are watched for what limits describe. */
export interface Watched {
  readonly variant: Variant
  /** The first limit that something has met since; `undefined` if nothing has. */
  readonly met: () => Limit | undefined
}

/** Watches the runs of a variant for limits that are met in the middle of one. */
export const watched = (variant: Variant, limits: readonly Limit[]): Watched => {
  let met: Limit | undefined
  const ofInstructions = limits.filter(({ instruction }) => instruction !== undefined)
  const ofBoundaries = limits.filter(({ boundary }) => boundary !== undefined)
  const step: Slots['step'] = (m) => {
    const next = met ? null : nextInstruction(m)
    if (next) met = ofInstructions.find((limit) => limit.instruction!(m, next))
    const exit = variant.slots.step(m)
    met ??= ofBoundaries.find((limit) => limit.boundary!(m))
    return exit
  }
  return { variant: { ...variant, slots: { ...variant.slots, step } }, met: () => met }
}

/** All limits of a target: its own, and what the model has no words for. */
export const withModelLimits = (targetLimits: readonly Limit[]): readonly Limit[] => [
  ...targetLimits,
  ...MODEL_LIMITS,
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
  const limits = withModelLimits(targetLimits)
  const unfit = limits.find((limit) => limit.program?.(program))
  if (unfit) return unfit.reason
  const { variant: watching, met } = watched(variant, limits)
  const run = runProgram(program, watching)
  return (met() ?? limits.find((limit) => limit.run?.(run, variant)))?.reason ?? null
}
