/**
 * The rules of the vmm machine: small pure functions in which real VMMs differ, rightly or wrongly.
 *
 * A variant replaces some of them. A rule that uses another calls it through its context, so that a replaced rule
 * is used everywhere.
 */
import type { Choose } from './choices.ts'
import * as arm64Owner from './rules/arm64-owner.ts'
import * as arm64Registers from './rules/arm64-registers.ts'
import * as debuggers from './rules/debugger.ts'
import * as guestDebug from './rules/guest-debug.ts'
import * as hardware from './rules/hardware.ts'
import * as planting from './rules/planting.ts'
import * as vcpus from './rules/vcpus.ts'
import * as x86Owner from './rules/x86-owner.ts'
import * as x86Registers from './rules/x86-registers.ts'
import type { Stop } from './run.ts'

/** What a rule may use beside its input. */
export interface Context {
  /** The rules of the variant that is running. */
  readonly rules: Rules
  /** The answers to the choices. */
  readonly choose: Choose
}

/** A rule: a pure function from a plain record to a plain value. */
export type Rule<Input, Output> = (input: Input, context: Context) => Output

export interface Rules {
  /** Whose a debug exit is on x86, and what the guest gets. */
  readonly x86Owner: Rule<x86Owner.X86OwnerInput, x86Owner.X86OwnerResult>
  /** Whose a debug exit is on arm64, and what the guest gets. */
  readonly arm64Owner: Rule<arm64Owner.Arm64OwnerInput, arm64Owner.Arm64OwnerResult>
  /** Hardware breakpoints in DR0–DR3 and DR7, or why not. */
  readonly encodeX86Breakpoints: Rule<x86Registers.EncodeX86Input, x86Registers.EncodeX86Result>
  /** Hardware breakpoints in DBGBCR, DBGBVR, DBGWCR and DBGWVR, or why not. */
  readonly encodeArm64Breakpoints: Rule<arm64Registers.EncodeArm64Input, arm64Registers.EncodeArm64Result>
  /** How many hardware breakpoints there are. */
  readonly hardwareCapacity: Rule<hardware.HardwareCapacityInput, hardware.HardwareCapacity>
  /** The arm64 breakpoint that a request gets. */
  readonly breakpointSlot: Rule<hardware.BreakpointSlotInput, number | null>
  /** The control word of KVM_SET_GUEST_DEBUG. */
  readonly guestDebugControl: Rule<guestDebug.GuestDebugControlInput, number>
  /** What becomes of a planted site when its breakpoint is removed. */
  readonly unplant: Rule<planting.UnplantInput, planting.UnplantResult>
  /** Whether removing a software breakpoint takes the trap instruction away. */
  readonly removeUse: Rule<planting.RemoveUseInput, planting.RemoveUseResult>
  /** What the debugger reads where breakpoints are planted. */
  readonly memoryShown: Rule<planting.MemoryInput, string>
  /** What the debugger’s write does where breakpoints are planted. */
  readonly memoryWritten: Rule<planting.MemoryInput, planting.MemoryWrittenResult>
  /** What the debugger removes to step over its own breakpoints. */
  readonly stepOver: Rule<debuggers.StepOverInput, readonly debuggers.Inserted[]>
  /** The packet that tells of a stop. */
  readonly stopReply: Rule<Stop, string>
  /** The packet that answers Z and z. */
  readonly requestReply: Rule<debuggers.RequestReplyInput, string>
  /** Settings for all vCPUs, where some of them may fail. */
  readonly updateVcpus: Rule<vcpus.UpdateVcpusInput, vcpus.UpdateVcpusResult>
  /** The vCPUs that run. */
  readonly vcpusResumed: Rule<vcpus.VcpusResumedInput, readonly number[]>
}

/** Name of a rule. */
export type RuleName = keyof Rules

/** The rules of a VMM that keeps both sides apart. */
export const idealRules: Rules = {
  x86Owner: x86Owner.x86Owner,
  arm64Owner: arm64Owner.arm64Owner,
  encodeX86Breakpoints: x86Registers.encodeX86Breakpoints,
  encodeArm64Breakpoints: arm64Registers.encodeArm64Breakpoints,
  hardwareCapacity: hardware.hardwareCapacity,
  breakpointSlot: hardware.breakpointSlot,
  guestDebugControl: guestDebug.guestDebugControl,
  unplant: planting.unplant,
  removeUse: planting.removeUse,
  memoryShown: planting.memoryShown,
  memoryWritten: planting.memoryWritten,
  stepOver: debuggers.stepOver,
  stopReply: debuggers.stopReply,
  requestReply: debuggers.requestReply,
  updateVcpus: vcpus.updateVcpus,
  vcpusResumed: vcpus.vcpusResumed,
}

/** All rule names, in a fixed order. */
export const RULE_NAMES: readonly RuleName[] = Object.keys(idealRules) as RuleName[]
