/**
 * The designs: how the debug registers of a guest were, should have been, or are shared with the host.
 *
 * What follows from the thread alone is derived from it: of the patch series only one macro is quoted there, and its
 * world switch is taken to be that of the same authors’ series for arm64.
 */
import { u32 } from '../../bits.ts'
import { cpuOf, inMonitorMode, loadPairs, type Slots, vcpuOf, writeHdcr } from '../machine.ts'
import { hdcr as bits, control, type Pairs, registerNamed } from '../registers.ts'
import { isTrapped } from '../rules/access.ts'
import type { GuestSees } from '../rules/emulation.ts'
import { idealRules, type Rules } from '../rules.ts'
import { idealSlots, restorePairs } from '../slots.ts'
import { armv7Thread, hwBreakpointC, kvmArm32 } from '../sources.ts'
import { ideal } from './ideal.ts'
import { ALL_TRAPS, MONITORS, moeOfCpu, trapping, WAIVED } from './parts.ts'
import { kernel, patch, type Variant } from './variant.ts'
import { arm64Host, v4Patch } from './world-switch.ts'

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
    exitHdcr: ({ hdcr }, context) => idealRules.exitHdcr({ hdcr: u32(hdcr & ~NOT_THE_PAIRS) }, context),
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
  arm64Host,
]
