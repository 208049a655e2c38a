/**
 * The architecture: which breakpoints and watchpoints match, told byte by byte.
 */

import { type MatchWatchpointInput, watchedBytes } from '../../model/arm64/index.ts'
import { armArm, measured, targets } from '../../model/citations.ts'
import type { FastCheck, RuleProperty } from '../property.ts'
import { type Arm64, ruleProperty } from './types.ts'

const BREAKPOINTS = armArm('Breakpoint exceptions')
const WATCHPOINTS = armArm('Watchpoint exceptions')

const state = ruleProperty({
  id: 'arm64/match-by-level',
  layer: 'arch',
  statement: 'With SSC and HMC clear, bit 0 of PMC allows EL1 and bit 1 EL0.',
  cites: [BREAKPOINTS],
  rule: 'stateMatch',
  inputs: (f) =>
    f.record({
      ssc: f.constant(0),
      hmc: f.constant(0),
      pmc: f.integer({ min: 1, max: 3 }),
      el: f.constantFrom(0, 1, 2),
    }),
  holds: ({ matches }, { pmc, el }) => matches === (el < 2 && (pmc & (el === 1 ? 1 : 2)) !== 0),
})

const CODE = 0x40001000n
const address = (f: FastCheck) => f.constantFrom(CODE, CODE, CODE + 2n, CODE + 4n, CODE - 4n, CODE + 0x1000n)

const breakpoint = ruleProperty({
  id: 'arm64/address-breakpoint',
  layer: 'arch',
  statement:
    'An unlinked address breakpoint matches iff it is enabled, for this level, and the address is its own, in the half of the word that BAS selects.',
  cites: [BREAKPOINTS],
  rule: 'matchBreakpoint',
  inputs: (f) =>
    f.record({
      bcr: f
        .tuple(f.constantFrom(0n, 1n, 1n), f.constantFrom(1n, 2n, 3n), f.constantFrom(0xfn, 0xfn, 0x3n, 0xcn))
        .map(([e, pmc, bas]) => (bas << 5n) | (pmc << 1n) | e),
      bvr: f.constant(CODE),
      address: address(f),
      el: f.constantFrom(0, 1),
      contextId: f.constant(0n),
      linked: f.constant(null),
    }),
  witness: ({ address: at, bvr }) => at >> 2n === bvr >> 2n,
  holds: ({ matches }, { bcr, bvr, address: at, el }) => {
    const level = ((bcr >> 1n) & (el === 1 ? 1n : 2n)) !== 0n
    const selected = ((bcr >> (5n + (at & 3n))) & 1n) === 1n
    return matches === ((bcr & 1n) === 1n && level && at >> 2n === bvr >> 2n && selected)
  },
})

const linked = ruleProperty({
  id: 'arm64/linked-breakpoint',
  layer: 'arch',
  statement:
    'A linked address breakpoint matches only together with an enabled linked context breakpoint, which must be context-aware; such a one never matches by itself.',
  cites: [
    BREAKPOINTS,
    measured(targets.arm64El2, 'links to context breakpoints that match, do not match, are none'),
  ],
  rule: 'matchBreakpoint',
  inputs: (f) =>
    f.record({
      bcr: f.constantFrom(0x1401e7n, 0x1401e7n, 0x3001e7n),
      bvr: f.constant(CODE),
      address: f.constant(CODE),
      el: f.constantFrom(0, 1),
      contextId: f.constantFrom(7n, 7n, 8n, 0x10007n, 0x8000_0007n),
      linked: f.record({
        bcr: f.constantFrom(0x3001e7n, 0x3001e7n, 0x3001e6n, 0x1e7n),
        bvr: f.constantFrom(CODE, 7n),
        contextAware: f.boolean(),
      }),
    }),
  holds: ({ matches }, input) => {
    if (input.bcr === 0x3001e7n) return matches === false
    const { linked: link, contextId } = input
    if (!link?.contextAware || link.bcr === 0x1e7n) return matches === 'unpredictable'
    return matches === (link.bcr === 0x3001e7n && link.bvr === contextId)
  },
})

const DATA = 0x40002000n
/** Contiguous byte selections, and masks of 8 and 16 bytes. */
const watchpoints = (f: FastCheck) =>
  f
    .tuple(
      f.constantFrom(0n, 1n, 1n, 1n),
      f.constantFrom(1n, 2n, 3n),
      f.constantFrom(1n, 2n, 3n),
      f.constantFrom(0xffn, 0xffn, 0x1n, 0xf0n, 0x10n, 0x3cn, 0xfn),
      f.constantFrom(0n, 0n, 0n, 3n, 4n),
    )
    .map(
      ([e, pac, lsc, bas, mask]) =>
        (mask << 24n) | ((mask === 0n ? bas : 0xffn) << 5n) | (lsc << 3n) | (pac << 1n) | e,
    )

const accesses = (f: FastCheck) =>
  f.record({
    wcr: watchpoints(f),
    wvr: f.constantFrom(DATA, DATA, DATA + 16n),
    address: f.integer({ min: -8, max: 32 }).map((n) => DATA + BigInt(n)),
    size: f.constantFrom(1, 2, 4, 8, 16),
    access: f.constantFrom('read' as const, 'write' as const),
    el: f.constantFrom(0, 1),
    unprivileged: f.boolean(),
  })

/** Byte by byte, as the pseudo-code has it. */
const matchesByBytes = ({
  wcr,
  wvr,
  address: at,
  size,
  access,
  el,
  unprivileged,
}: MatchWatchpointInput): boolean => {
  const level = el === 0 || unprivileged ? 2n : 1n
  const kind = access === 'read' ? 1n : 2n
  if ((wcr & 1n) === 0n || ((wcr >> 1n) & level) === 0n || ((wcr >> 3n) & kind) === 0n) return false
  const mask = (wcr >> 24n) & 31n
  for (let byte = at; byte < at + BigInt(size); byte++) {
    if (
      mask > 0n ? byte >> mask === wvr >> mask : byte >> 3n === wvr >> 3n && (wcr >> (5n + (byte & 7n))) & 1n
    )
      return true
  }
  return false
}

const watchpoint = ruleProperty({
  id: 'arm64/watchpoint-by-byte',
  layer: 'arch',
  statement:
    'A watchpoint matches iff it is enabled, for this kind of access and its level, LDTR and STTR counting as EL0, and watches one of the bytes.',
  cites: [WATCHPOINTS],
  rule: 'matchWatchpoint',
  inputs: accesses,
  witness: matchesByBytes,
  holds: ({ matches }, input) => matches === matchesByBytes(input) || `${matches}`,
})

const far = ruleProperty({
  id: 'arm64/watchpoint-far',
  layer: 'arch',
  statement:
    'FAR of a watchpoint lies between the block of the lowest address accessed and the highest address both accessed and watched.',
  cites: [armArm('Determining the memory location that caused a Watchpoint exception', 'recalled')],
  rule: 'watchpointFar',
  inputs: accesses,
  witness: matchesByBytes,
  holds: ({ lowest, highest }, input) => {
    const watched = watchedBytes(input.wcr, input.wvr)
    if (!matchesByBytes(input) || !watched) return true
    const end = input.address + BigInt(input.size) - 1n
    return (
      lowest <= input.address && highest <= end && highest <= watched.last && input.address - lowest < 64n
    )
  },
})

const capabilities = ruleProperty({
  id: 'arm64/capabilities',
  layer: 'abi',
  statement:
    'There is one breakpoint and one watchpoint more than the fields of ID_AA64DFR0_EL1 say; the highest are context-aware.',
  cites: [armArm('ID_AA64DFR0_EL1'), measured(targets.arm64, 'KVM_CAP_GUEST_DEBUG_HW_BPS 6, HW_WPS 4')],
  rule: 'capabilities',
  inputs: (f) =>
    f
      .tuple(f.integer({ min: 1, max: 15 }), f.integer({ min: 1, max: 15 }), f.integer({ min: 0, max: 1 }))
      .map(([b, w, c]) => ({ idAa64dfr0: (BigInt(b) << 12n) | (BigInt(w) << 20n) | (BigInt(c) << 28n) })),
  holds: ({ breakpoints, watchpoints: wps, firstContextAware }, { idAa64dfr0 }) =>
    breakpoints === Number((idAa64dfr0 >> 12n) & 15n) + 1 &&
    wps === Number((idAa64dfr0 >> 20n) & 15n) + 1 &&
    firstContextAware === breakpoints - 1 - Number((idAa64dfr0 >> 28n) & 15n),
})

export const matchingProperties: readonly RuleProperty<Arm64>[] = [
  state,
  breakpoint,
  linked,
  watchpoint,
  far,
  capabilities,
]
