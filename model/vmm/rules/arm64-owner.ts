/**
 * Whose a debug exit is on arm64: the whole decision.
 * Source: Alex Bennée, “Re: [PATCH v2 06/10] KVM: arm64: guest debug, add SW break point support”, 29 Apr 2015; Arm ARM,
 * “Exception entry”, “Watchpoint exceptions”.
 */

import { elOf, pstate as pstateBits } from '../../arm64/registers.ts'
import { enterException } from '../../arm64/rules/software-step.ts'
import { classOf, EC, hasTwoClasses } from '../../arm64/syndrome.ts'
import { u64 } from '../../bits.ts'
import type { Context } from '../rules.ts'
import type { Arm64Injection, Owner, Stop } from '../run.ts'
import type { Hardware } from './hardware.ts'
import { HARDWARE_STOPS } from './x86-owner.ts'

export interface Arm64OwnerInput {
  /** The exit record. FAR counts for a watchpoint only. */
  readonly hsr: number
  readonly far: bigint
  /** The vCPU’s PC and PSTATE. */
  readonly pc: bigint
  readonly pstate: bigint
  /** The debugger steps this vCPU. */
  readonly stepping: boolean
  /** Where the debugger’s software breakpoints are inserted now. */
  readonly planted: readonly bigint[]
  /** Addresses of its hardware breakpoints. */
  readonly breakpoints: readonly bigint[]
  readonly watchpoints: readonly Hardware[]
  /**
   * Bytes of the naturally aligned block within which FAR is known: a CPU may report another byte of the access than the one
   * that is watched. 1 if FAR is that byte.
   */
  readonly farBlock: number
}

export interface Arm64OwnerResult {
  readonly owner: Owner
  readonly stop: Stop | null
  readonly inject: Arm64Injection | null
}

/** Whether a watchpoint covers a byte of the block that FAR lies in. */
const covers = ({ address, length }: Hardware, far: bigint, farBlock: number): boolean => {
  const size = BigInt(farBlock)
  const first = far - (far % size)
  return address < first + size && first < address + BigInt(length)
}

/** What the guest’s exception entry leaves in its registers, had the exception gone to EL1. */
export const arm64Injection = (hsr: number, far: bigint, pc: bigint, pstate: bigint): Arm64Injection => {
  const ec = classOf(BigInt(hsr))
  const sameEl = elOf(pstate) === 1 && hasTwoClasses(ec)
  const entered = enterException({ pc, pstate, vbar: 0n, exception: 'synchronous' })
  const isAArch32 = (pstate & pstateBits.nRW) !== 0n
  return {
    esr: u64(BigInt(hsr) + (sameEl ? 1n << 26n : 0n)),
    far: ec === EC.watchpointLower ? far : null,
    elr: entered.elr,
    spsr: entered.spsr,
    vectorOffset: isAArch32 ? 0x600 : Number(entered.pc),
  }
}

/** What the debugger is told of an exit; `null` if none of its breakpoints, watchpoints and steps made it. */
const stopOf = (input: Arm64OwnerInput): Stop | null => {
  const { hsr, far, pc, stepping, planted, breakpoints, watchpoints, farBlock } = input
  switch (classOf(BigInt(hsr))) {
    case EC.stepLower:
      return stepping ? { reason: 'step', address: pc } : null
    case EC.brk:
      return planted.includes(pc) ? { reason: 'software-breakpoint', address: pc } : null
    case EC.breakpointLower:
      return breakpoints.includes(pc) ? { reason: 'hardware-breakpoint', address: pc } : null
    case EC.watchpointLower: {
      const hit =
        watchpoints.find((each) => covers(each, far, 1)) ??
        watchpoints.find((each) => covers(each, far, farBlock))
      return hit ? { reason: HARDWARE_STOPS[hit.kind], address: hit.address } : null
    }
    default:
      return null
  }
}

/**
 * A step is the debugger’s iff it steps this vCPU; a BRK, breakpoint or watchpoint iff one of its own is there. Everything
 * else is the guest’s, as an exception to EL1; a step that nobody asked for may be dropped.
 */
export const arm64Owner = (input: Arm64OwnerInput, { choose }: Context): Arm64OwnerResult => {
  const { hsr, far, pc, pstate } = input
  const stop = stopOf(input)
  if (stop) return { owner: 'debugger', stop, inject: null }
  const isStep = classOf(BigInt(hsr)) === EC.stepLower
  if (isStep && choose('stepWhileNotStepping') === 'dropped')
    return { owner: 'nobody', stop: null, inject: null }
  return { owner: 'guest', stop: null, inject: arm64Injection(hsr, far, pc, pstate) }
}
