/**
 * Which breakpoints match an instruction.
 * Source: Arm ARM, “Breakpoint exceptions”, and its pseudo-code: AArch64.BreakpointMatch,
 * AArch64.BreakpointValueMatch, AArch64.StateMatch.
 */
import { ones } from '../../bits.ts'
import { DBGBCR_EL1, fieldOf } from '../registers.ts'
import type { Context } from '../rules.ts'

/** What leaves open whether a breakpoint or watchpoint matches, by name: CONSTRAINED UNPREDICTABLE in the manual. */
export const UNPREDICTABLE = {
  'reserved-state-match': 'SSC, HMC and PMC (PAC of a watchpoint) have a combination that is reserved',
  'reserved-breakpoint-type': 'BT is reserved, or compares what belongs to the hypervisor',
  'link-not-context-aware': 'LBN names a breakpoint that is not context-aware',
  'link-not-to-context': 'LBN names a breakpoint that is not a linked context breakpoint',
  'link-to-hypervisor-context':
    'LBN names a breakpoint that compares a VMID or CONTEXTIDR_EL2, which belong to the hypervisor',
  'reserved-mask': 'MASK is 1 or 2, which are reserved',
  'mask-without-bas': 'MASK without all of BAS',
  'masked-address-bits': 'DBGWVR has bits that MASK ignores',
  'gap-in-bas': 'BAS is not contiguous',
} as const
/** What the model does not know. */
export const NOT_MODELLED = { 'linked-watchpoint': 'linked watchpoints are not modelled' } as const

/** `unpredictable` where the manual says CONSTRAINED UNPREDICTABLE, with what is unpredictable. */
export type Matches =
  | { readonly matches: boolean }
  | { readonly matches: 'unpredictable'; readonly reason: string }

export const MATCHES: Matches = { matches: true }
export const NO_MATCH: Matches = { matches: false }
export const unpredictable = (reason: string): Matches => ({ matches: 'unpredictable', reason })

const enabled = fieldOf(DBGBCR_EL1, 'E')
const pmc = fieldOf(DBGBCR_EL1, 'PMC')
const bas = fieldOf(DBGBCR_EL1, 'BAS')
const hmc = fieldOf(DBGBCR_EL1, 'HMC')
const ssc = fieldOf(DBGBCR_EL1, 'SSC')
const type = fieldOf(DBGBCR_EL1, 'BT')
/** The number of the breakpoint that a control word links to. */
export const linkedNumber = fieldOf(DBGBCR_EL1, 'LBN')

/** DBGBCR.BT: what a breakpoint compares. */
const TYPE = { address: 0, linkedAddress: 1, contextIdr: 2, linkedContextIdr: 3 } as const
const CONTEXT_TYPES = new Set([2, 3, 6, 7, 8, 9, 0xa, 0xb, 0xc, 0xd, 0xe, 0xf])
const isLinkedContext = (bt: number): boolean => CONTEXT_TYPES.has(bt) && bt % 2 === 1

/** Whether a control word names another breakpoint that has to match too. */
export const isLinkedAddress = (bcr: bigint): boolean => type(bcr) === TYPE.linkedAddress

export interface StateMatchInput {
  /** SSC, HMC and PMC of a breakpoint, or SSC, HMC and PAC of a watchpoint. */
  readonly ssc: number
  readonly hmc: number
  readonly pmc: number
  /** The exception level whose accesses count: 0 for an unprivileged access from EL1. */
  readonly el: number
}

/**
 * AArch64.StateMatch in Non-secure state: PMC bit 0 stands for EL1, bit 1 for EL0, HMC for EL2. What the manual's table
 * of SSC, HMC and PMC does not have is CONSTRAINED UNPREDICTABLE.
 */
export const stateMatch = ({ ssc: security, hmc: higher, pmc: levels, el }: StateMatchInput): Matches => {
  const code = (higher << 4) | (security << 2) | levels
  const reserved = (higher === 0 && levels === 0) || RESERVED.has(code)
  if (reserved) return unpredictable(UNPREDICTABLE['reserved-state-match'])
  // SSC=2 is for Secure state only.
  if (security === 2) return NO_MATCH
  const level = el === 0 ? (levels & 2) !== 0 : el === 1 ? (levels & 1) !== 0 : higher === 1 || security === 3
  return level ? MATCHES : NO_MATCH
}

/** HMC:SSC:PMC as the pseudo-code lists it: 011xx, 100x0, 101x0, 11010, 1111x. */
const RESERVED = new Set([12, 13, 14, 15, 16, 18, 20, 22, 26, 30, 31])

/** The breakpoint that another one links to. */
export interface LinkedBreakpoint {
  readonly bcr: bigint
  readonly bvr: bigint
  /** It is one of the context-aware breakpoints: those with the highest numbers. */
  readonly contextAware: boolean
}

export interface MatchBreakpointInput {
  readonly bcr: bigint
  readonly bvr: bigint
  /** Virtual address of the instruction. */
  readonly address: bigint
  readonly el: number
  /** CONTEXTIDR_EL1, 32 bits. */
  readonly contextId: bigint
  /** The breakpoint that DBGBCR.LBN names; `null` if there is none. */
  readonly linked: LinkedBreakpoint | null
}

/** Bits of a virtual address that breakpoints compare: 48 of them. */
const ADDRESS = ones(2, 46)
const CONTEXT = ones(0, 32)

/** Whether the linked context breakpoint allows the match. */
const linkedMatch = ({ linked, contextId }: MatchBreakpointInput): Matches => {
  if (linked === null || !linked.contextAware) return unpredictable(UNPREDICTABLE['link-not-context-aware'])
  const bt = type(linked.bcr)
  if (!isLinkedContext(bt)) return unpredictable(UNPREDICTABLE['link-not-to-context'])
  if (enabled(linked.bcr) === 0) return NO_MATCH
  if (bt !== TYPE.linkedContextIdr && bt !== 7)
    return unpredictable(UNPREDICTABLE['link-to-hypervisor-context'])
  return { matches: BigInt.asUintN(32, linked.bvr & CONTEXT) === contextId }
}

/** AArch64.BreakpointMatch for one breakpoint. A linked context breakpoint never matches by itself. */
export const matchBreakpoint = (input: MatchBreakpointInput, context: Context): Matches => {
  const { bcr, bvr, address, el, contextId } = input
  if (enabled(bcr) === 0) return NO_MATCH
  const bt = type(bcr)
  if (isLinkedContext(bt)) return NO_MATCH
  const state = context.rules.stateMatch({ ssc: ssc(bcr), hmc: hmc(bcr), pmc: pmc(bcr), el }, context)
  if (state.matches === false) return state
  if (bt === TYPE.contextIdr || bt === 6) {
    const isContext = BigInt.asUintN(32, bvr) === contextId
    return isContext ? state : NO_MATCH
  }
  if (bt !== TYPE.address && bt !== TYPE.linkedAddress)
    return unpredictable(UNPREDICTABLE['reserved-breakpoint-type'])
  if ((bvr & ADDRESS) !== (address & ADDRESS)) return NO_MATCH
  if (((bas(bcr) >> Number(address & 3n)) & 1) === 0) return NO_MATCH
  if (bt === TYPE.address) return state
  const link = linkedMatch(input)
  return link.matches === true ? state : link
}
