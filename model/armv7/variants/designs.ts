/**
 * The designs: how the debug registers of a guest were, should have been, or are shared with the host.
 *
 * What follows from the thread alone is derived from it: of the patch series only one macro is quoted there, and its
 * world switch is taken to be that of the same authors’ series for arm64.
 */
import { u32 } from '../../bits.ts'
import type { Answers } from '../choices.ts'
import {
  cpuOf,
  hypervisorWrite,
  inMonitorMode,
  loadPairs,
  type Machine,
  type Slots,
  type TrappedAccess,
  vcpuOf,
  visibleDscr,
  writeHdcr,
} from '../machine.ts'
import {
  hdcr as bits,
  control,
  dscr as dscrBits,
  HDCR_DEBUG,
  type Pairs,
  registerNamed,
} from '../registers.ts'
import { isTrapped } from '../rules/access.ts'
import type { GuestSees } from '../rules/emulation.ts'
import { idealRules, type Rules } from '../rules.ts'
import { idealSlots, restorePairs } from '../slots.ts'
import { armv7Thread, hwBreakpointC, kvmArm32 } from '../sources.ts'
import { ideal } from './ideal.ts'
import { kernel, patch, type Variant } from './variant.ts'

const MONITORS = bits.TPM | bits.TPMCR
export const ALL_TRAPS = bits.TDRA | bits.TDOSA | bits.TDA

/** HDCR with the performance monitors and some debug registers trapped, in one write. */
export const trapping =
  (traps: number): Rules['enterHdcr'] =>
  ({ hdcr }) => [u32(hdcr | MONITORS | traps)]

/** Debug exceptions stay with the guest: the CPU’s DBGDSCR has the cause, and whoever came last. */
const moeOfCpu: Rules['dscrForGuest'] = ({ dscr }) => dscr

/**
 * What the thread waives for the designs that it discusses: a breakpoint of the host on the thread of a vCPU. “In which
 * case he’s asking for trouble anyway.”
 */
const WAIVED: Answers = { vcpuThreadBreakpoints: 'none' }

/** Nothing is trapped, nothing is switched. */
export const noTraps: Variant = kernel({
  id: 'armv7/no-traps',
  summary:
    'KVM until about 4.11: the guest’s accesses go to the CPU’s own debug registers, and nothing is saved',
  base: ideal,
  cites: [kvmArm32],
  rules: {
    enterHdcr: trapping(0),
    dscrForGuest: moeOfCpu,
    pairsInForce: ({ hardware }) => hardware,
    pairsAfterExit: ({ hardware }) => hardware,
  },
})

const isShadowed = ({ register }: Pick<TrappedAccess, 'register'>): boolean =>
  registerNamed(register)?.pair != null ||
  register === 'DBGDSCRint' ||
  register === 'DBGDSCRext' ||
  register === 'DBGVCR'

/** While nothing is switched: what the guest has is a shadow. */
const shadowAccess: Rules['emulateAccess'] = ({ register, direction, transfer }) => {
  if (transfer === 'memory') return 'undefined'
  if (isShadowed({ register })) return 'own'
  if (direction === 'write') return 'ignored'
  if (register === 'DBGDIDR') return 'host'
  return register === 'DBGOSLSR' || register === 'DBGPRSR' ? 'own' : 'zero'
}

const DSCR = 'DBGDSCRext'
const guestDscr = (m: Machine): number => vcpuOf(m).shadow.get(DSCR) ?? 0

/** The host’s DBGDSCR while a guest’s is in the CPU. */
const hostDscr = new WeakMap<Machine, number>()

/** Into the CPU with the guest’s registers, DBGDSCR among them; from here on nothing traps. */
const makeLive = (m: Machine): void => {
  const vcpu = vcpuOf(m)
  vcpu.live = true
  hostDscr.set(m, visibleDscr(cpuOf(m)))
  loadPairs(m, vcpu.pairs)
  hypervisorWrite(m, DSCR, guestDscr(m))
}

const worldSwitch: Slots = {
  ...idealSlots,
  enterGuest: (m) => {
    const vcpu = vcpuOf(m)
    vcpu.live = false
    if ((guestDscr(m) & dscrBits.MDBGen) !== 0) makeLive(m)
    writeHdcr(m, m.rules.enterHdcr({ hdcr: cpuOf(m).hdcr, passThrough: vcpu.live }, m.context))
  },
  exitGuest: (m, hostRuns) => {
    const vcpu = vcpuOf(m)
    if (vcpu.live) {
      const cpu = cpuOf(m)
      vcpu.pairs = cpu.pairs
      vcpu.shadow.set(DSCR, visibleDscr(cpu))
      loadPairs(m, m.before.pairs)
      hypervisorWrite(m, DSCR, hostDscr.get(m)!)
      vcpu.live = false
    }
    writeHdcr(m, m.rules.exitHdcr({ hdcr: cpuOf(m).hdcr }, m.context))
    hostRuns()
  },
  handleAccess: (m, access) => {
    const answer = writeShadow(m, access) ?? idealSlots.handleAccess(m, access)
    if (access.direction === 'write' && isShadowed(access)) {
      makeLive(m)
      const traps = m.rules.enterHdcr({ hdcr: m.before.hdcr, passThrough: true }, m.context)
      writeHdcr(m, traps)
    }
    return answer
  },
}

/** A write while nothing is switched goes to the shadow alone: it is not yet in the CPU. */
const writeShadow = (m: Machine, { register, direction, value }: TrappedAccess) => {
  const named = registerNamed(register)
  if (direction !== 'write' || !named?.pair) return null
  const { pairs } = vcpuOf(m)
  const list = named.pair === 'DBGBVR' || named.pair === 'DBGBCR' ? 'breakpoints' : 'watchpoints'
  const half = named.pair === 'DBGBVR' || named.pair === 'DBGWVR' ? 'value' : 'control'
  const changed = pairs[list].map((pair, n) => (n === named.index ? { ...pair, [half]: value } : pair))
  vcpuOf(m).pairs = { ...pairs, [list]: changed }
  return { sees: 'own' as const, value }
}

/** The patch series as far as the thread shows it. */
export const v4Patch: Variant = patch({
  id: 'armv7/v4-patch',
  summary:
    'the fourth version of the series: traps until the guest’s first write, then everything passed through and switched, DBGDSCR too',
  base: ideal,
  cites: [armv7Thread.patch, armv7Thread.firstReview],
  rules: {
    enterHdcr: ({ hdcr, passThrough }) => [
      u32((hdcr & ~HDCR_DEBUG) | MONITORS | (passThrough ? 0 : ALL_TRAPS)),
    ],
    emulateAccess: shadowAccess,
    dscrForGuest: moeOfCpu,
  },
  slots: worldSwitch,
  answers: WAIVED,
})

/** Breakpoints and watchpoints in the CPU from entry to exit, if the CPU is in monitor mode. */
const switchPairs: Slots = {
  ...idealSlots,
  enterGuest: (m) => {
    const vcpu = vcpuOf(m)
    vcpu.live = inMonitorMode(m, cpuOf(m))
    if (vcpu.live) loadPairs(m, vcpu.pairs)
    writeHdcr(m, m.rules.enterHdcr({ hdcr: cpuOf(m).hdcr, passThrough: vcpu.live }, m.context))
  },
  exitGuest: (m, hostRuns) => {
    const vcpu = vcpuOf(m)
    if (vcpu.live) vcpu.pairs = cpuOf(m).pairs
    restorePairs(m)
    writeHdcr(m, m.rules.exitHdcr({ hdcr: cpuOf(m).hdcr }, m.context))
    vcpu.live = false
    hostRuns()
  },
}

/** A bit that HDCR does not have: breakpoints and watchpoints are left out of TDA. */
const NOT_THE_PAIRS = 1 << 12

/** The first proposal of the review, on a CPU that could trap each register by itself. */
export const designA: Variant = patch({
  id: 'armv7/design-a',
  summary:
    'the first proposal: with monitor mode the guest has breakpoints and watchpoints to itself, DBGDSCR stays the host’s; it needs a trap for each register',
  base: ideal,
  cites: [armv7Thread.firstReview],
  rules: {
    enterHdcr: ({ hdcr, passThrough }) => [
      u32(hdcr | MONITORS | ALL_TRAPS | (passThrough ? NOT_THE_PAIRS : 0)),
    ],
    isTrapped: (input) =>
      ((input.hdcr & NOT_THE_PAIRS) === 0 || registerNamed(input.register)?.pair == null) && isTrapped(input),
    dscrForGuest: moeOfCpu,
  },
  slots: switchPairs,
  answers: WAIVED,
})

/** The same on a CPU that exists. */
export const designAWithoutTda: Variant = patch({
  id: 'armv7/design-a-without-tda',
  summary:
    'the first proposal with the traps that there are: TDA off lets the guest at its breakpoints, and at DBGDSCR',
  base: ideal,
  cites: [armv7Thread.firstReview, armv7Thread.conclusion],
  rules: {
    enterHdcr: ({ hdcr, passThrough }) => [
      u32(hdcr | MONITORS | (passThrough ? bits.TDRA | bits.TDOSA : ALL_TRAPS)),
    ],
    dscrForGuest: moeOfCpu,
  },
  slots: switchPairs,
  answers: WAIVED,
})

/** The guest’s enabled ones over what the CPU holds. */
const overlay = (guest: Pairs, hardware: Pairs): Pairs => {
  const list = (name: keyof Pairs) =>
    guest[name].map((pair, n) => ((pair.control & control.E) !== 0 ? pair : hardware[name][n]!))
  return { breakpoints: list('breakpoints'), watchpoints: list('watchpoints') }
}

/** The design that the review ended with, as it was posted. */
export const designB: Variant = patch({
  id: 'armv7/design-b',
  summary:
    'the conclusion of the review: always trap, program the hardware directly in monitor mode, never switch DBGDSCR',
  base: ideal,
  cites: [armv7Thread.conclusion],
  rules: {
    enterHdcr: trapping(ALL_TRAPS),
    dscrForGuest: moeOfCpu,
    // The host’s are not looked at: they belong to processes, and the process that runs is the vCPU’s.
    pairsInForce: (input, context) => {
      const { guest, hardware } = input
      return idealRules.pairsInForce(input, context) === guest ? overlay(guest, hardware) : hardware
    },
  },
  answers: WAIVED,
})

/** The conclusion without what it waives. */
export const designBWithoutWaiver: Variant = patch({
  id: 'armv7/design-b-without-waiver',
  summary: 'the conclusion of the review where gdb does sit on the thread of a vCPU, which it waives',
  base: designB,
  cites: [armv7Thread.conclusion],
  answers: { vcpuThreadBreakpoints: 'allowed' },
})

const razWiAccess: Rules['emulateAccess'] = ({ direction, transfer }): GuestSees =>
  transfer === 'memory' ? 'undefined' : direction === 'read' ? 'zero' : 'ignored'

/** What Linux got in the end. */
export const razWi: Variant = kernel({
  id: 'armv7/raz-wi',
  summary: 'KVM from about 4.12 on: every debug register traps, reads as zero and ignores writes; no state',
  base: ideal,
  cites: [kvmArm32, hwBreakpointC],
  rules: {
    enterHdcr: trapping(ALL_TRAPS),
    emulateAccess: razWiAccess,
    dscrForGuest: moeOfCpu,
    pairsInForce: ({ hardware }) => hardware,
    pairsAfterExit: ({ before }) => before,
  },
  answers: WAIVED,
})

/** The same where gdb sits on the thread of a vCPU: KVM looks at no debug register, and the host’s stay in force. */
export const razWiWithoutWaiver: Variant = kernel({
  id: 'armv7/raz-wi-without-waiver',
  summary: 'KVM from about 4.12 on where gdb sits on the thread of a vCPU: what it set can hit in the guest',
  base: razWi,
  cites: [kvmArm32, armv7Thread.conclusion],
  answers: { vcpuThreadBreakpoints: 'allowed' },
})

/** All designs, in the order of their history. */
export const designVariants: readonly Variant[] = [
  noTraps,
  v4Patch,
  designA,
  designAWithoutTda,
  designB,
  designBWithoutWaiver,
  razWi,
  razWiWithoutWaiver,
]
