/**
 * What depends on the mode of the CPU: widths, addresses, the way into a handler and back. Everything else of the
 * machine is the same in real mode (`real-mode.ts`) and in long mode (`long-mode.ts`).
 */
import type { ProgramMode } from './contract.ts'
import type { Delivery, Machine, Outcome } from './machine.ts'
import type { Segment, Vcpu } from './vcpu.ts'

export interface CpuMode {
  readonly name: ProgramMode
  /** Bytes of IP, of SP, of string addresses and counts, and of what PUSH moves: they wrap at this width. */
  readonly width: 2 | 8
  /** Bytes of a MOV to or from a debug register. */
  readonly debugRegisterWidth: 4 | 8
  /** The current privilege level. */
  readonly privilege: (v: Vcpu) => number
  /** A segment as the GET of KVM_GET_SREGS describes it by its selector. */
  readonly segmentOf: (selector: number) => Segment
  /** Whatever begins at a linear address up to this one can be reached by everybody. */
  readonly reach: bigint
  /** The fault of an access behind it, if it is one. */
  readonly accessFault: (
    v: Vcpu,
    segment: Segment,
    address: bigint,
    size: number,
    access: 'read' | 'write',
  ) => GuestFault | null
  /** The fault of fetching an instruction behind it, if it is one. */
  readonly fetchFault: (v: Vcpu, address: bigint) => GuestFault | null
  /** The value pushed for the flags, of those that the guest may see. */
  readonly flagsImage: (rflags: number, fault: boolean) => number
  /** Pushes the frame of an exception or interrupt, and goes to its handler. */
  readonly enterHandler: (m: Machine, event: Delivery, image: number) => void
  /** Whether INT n and its like may use a vector. */
  readonly mayInterrupt: (v: Vcpu, vector: number) => boolean
  /** IRET, with an operand of so many bytes. */
  readonly returnFromHandler: (m: Machine, size: 2 | 4 | 8) => Outcome
  /** MOV or POP to SS. */
  readonly loadStackSegment: (v: Vcpu, selector: number) => Outcome
  readonly systemCall: (m: Machine, length: number) => Outcome
  readonly systemReturn: (m: Machine) => Outcome
}

/** A fault of the instruction under way, thrown from where its operands are reached. */
export class GuestFault {
  readonly vector: number
  readonly errorCode: number
  /** CR2 of a #PF, else `null`. */
  readonly address: bigint | null

  constructor(vector: number, errorCode: number, address: bigint | null = null) {
    this.vector = vector
    this.errorCode = errorCode
    this.address = address
  }
}

export const SS_FAULT = 12
export const GENERAL_PROTECTION = 13
export const PAGE_FAULT = 14

export const DONE: Outcome = { kind: 'done' }
export const JUMPED: Outcome = { kind: 'jumped' }
export const UNSUPPORTED: Outcome = { kind: 'unsupported' }
export const UD: Outcome = { kind: 'fault', vector: 6, errorCode: null, address: null }
export const GP: Outcome = { kind: 'fault', vector: GENERAL_PROTECTION, errorCode: 0, address: null }
