/**
 * Values of the fields of decisions of the arm64 machine that are worth trying.
 */
import {
  CONTROL_FLAGS,
  DBGBCR_EL1,
  DBGWCR_EL1,
  EX,
  hcr,
  ID_AA64DFR0_EL1,
  ISV,
  MDCR_EL2,
  MDSCR_EL1,
  OSLSR_EL1,
  SPSR,
} from '../../../model/arm64/index.ts'
import type { Register } from '../../../model/bits.ts'
import {
  type BitNames,
  type DecisionValues,
  type Kind,
  namesOfFields,
  namesOfMasks,
  WIDE,
  WORD,
} from '../decisions/values.ts'

/** The number of a single bit. */
const numberOf = (mask: bigint): number => mask.toString(2).length - 1

const ofRegister = ({ fields }: Register): Pick<Kind, 'bits' | 'written' | 'names'> => {
  const names = namesOfFields(fields)
  return { bits: [...names.keys()], written: WIDE, names }
}

const CONTROL = namesOfMasks(CONTROL_FLAGS)
const TGE: BitNames = new Map([[numberOf(hcr.TGE), 'TGE']])
const HINTS: BitNames = new Map([
  [numberOf(EX), 'EX'],
  [numberOf(ISV), 'ISV'],
])
const LOCK: BitNames = new Map([[0, 'OSLK']])

/** Within a word, between words, in the block of 64 bytes that FAR may point into, and at the ends of a virtual address. */
const ADDRESS_BITS: readonly number[] = [0, 1, 2, 3, 5, 6, 12, 31, 32, 47, 48, 63]

const kinds: readonly Kind[] = [
  {
    // Of `arm64/guest-mdscr` both inputs are MDSCR_EL1.
    field: /mdscr$|^own$|^hardware$/i,
    typical: [0x1n, 0x0n, 0x2000n, 0x2001n, 0x8000n, 0x8001n, 0xa000n, 0xa001n],
    ...ofRegister(MDSCR_EL1),
  },
  {
    // EL1 and EL0, stepped or not, with and without PSTATE.D; EL2.
    field: /pstate$|spsr$/i,
    typical: [0x3c5n, 0x2003c5n, 0x1c5n, 0x2001c5n, 0x3c0n, 0x2003c0n, 0x3c9n, 0x2003c9n, 0x60000145n],
    ...ofRegister(SPSR),
  },
  { field: /mdcr$/i, typical: [0x100n, 0x0n, 0xe00n, 0xf00n], ...ofRegister(MDCR_EL2) },
  {
    field: /hcr$/i,
    typical: [0x0n, 0x8000000n, 0x80000000n, 0x88000000n],
    bits: [0, 26, 27, 28, 31, 34],
    written: WIDE,
    names: TGE,
  },
  {
    field: /^control(InForce)?$/,
    typical: [0x0n, 0x1n, 0x2n, 0x3n, 0x10001n, 0x10003n, 0x20001n, 0x20003n, 0x30003n, 0x40001n],
    bits: [...CONTROL.keys()],
    written: WORD,
    names: CONTROL,
  },
  {
    // Of a linked context breakpoint, most of the time.
    field: /^linked\.bcr$/,
    typical: [0x3001e7n, 0x3001e6n, 0x1e7n, 0x7001e7n, 0x9001e7n],
    ...ofRegister(DBGBCR_EL1),
  },
  {
    // At an address, linked to a context, of a context, T32 halves, disabled; for EL1, EL0, both.
    field: /bcr$|breakpoints\.control$/i,
    typical: [0x1e7n, 0x1001e7n, 0x2001e7n, 0x3001e7n, 0x1e3n, 0x1e5n, 0x67n, 0x1e6n, 0x0n],
    ...ofRegister(DBGBCR_EL1),
  },
  {
    // Stores and loads, one byte, a gap, MASK, linked, disabled; for EL1, EL0, both.
    field: /wcr$|watchpoints\.control$/i,
    typical: [0x1fffn, 0x1ff7n, 0x1fefn, 0x3fn, 0x1bfn, 0x3001fffn, 0x1001fffn, 0x101fffn, 0x1ffen, 0x1ffbn],
    ...ofRegister(DBGWCR_EL1),
  },
  {
    // Software Step, breakpoint, watchpoint and BRK; the first with something in ISS2.
    field: /esr$/i,
    typical: [0xca000022n, 0xcb000062n, 0xc2000022n, 0xd2000062n, 0xd2000022n, 0xf2000000n, 0x1ca000022n],
    bits: [...WORD, 32, 36, 55],
    written: WIDE,
    names: HINTS,
  },
  {
    field: /idAa64dfr0$/i,
    typical: [0x10305106n, 0x10305408n, 0x110305106n, 0xf0f0f006n, 0x6n],
    ...ofRegister(ID_AA64DFR0_EL1),
  },
  { field: /oslsr$/i, typical: [0x8n, 0xan], ...ofRegister(OSLSR_EL1) },
  // OSLAR_EL1.
  { field: /^value$/, typical: [0x1n, 0x0n, 0x2n, 0x3n], bits: WIDE, written: WIDE, names: LOCK },
  {
    field: /contextId$|^linked\.bvr$/,
    typical: [0x7n, 0x8n, 0x0n, 0x100000007n, 0xffffffffn],
    bits: [0, 3, 31, 32],
    written: WIDE,
    names: new Map(),
  },
  {
    field: /bvr$|wvr$|points\.value$|address$|pc$|^far$|^vbar$/i,
    typical: [0x40080000n, 0x40080003n, 0x40080004n, 0x40080008n, 0x40080040n, 0xffff000040080000n, 0x0n],
    bits: ADDRESS_BITS,
    written: ADDRESS_BITS,
    names: new Map(),
  },
]

/** With every bit that can be written. */
const written: DecisionValues['written'] = {
  'arm64/access-os-lock': ['value'],
  'arm64/set-guest-debug': ['control'],
}

const LINK = { bcr: '0x3001e7', bvr: '0x7', contextAware: true }
const SET = { breakpoints: [{ control: '0x1e7', value: '0x40080000' }], watchpoints: [] }
const OTHER_SET = {
  breakpoints: [],
  watchpoints: [{ control: '0x1fff', value: '0x40081000' }],
}

const watchedFrom = (wcr: string, wvr: string, address: string) => ({ wcr, wvr, address })
const WATCHED = [
  // One byte of four; a gap; the second word; ranges by MASK, one of them with bits below it.
  watchedFrom('0x3f', '0x40080000', '0x40080000'),
  watchedFrom('0xbf', '0x40080000', '0x40080002'),
  watchedFrom('0x1ff', '0x40080004', '0x40080004'),
  watchedFrom('0x3001fff', '0x40080000', '0x40080004'),
  watchedFrom('0x6001fff', '0x40080000', '0x40080020'),
  watchedFrom('0x6001fff', '0x40080010', '0x40080020'),
]

const bases: DecisionValues['bases'] = {
  'arm64/match-breakpoint': [
    { bcr: '0x1001e7', contextId: '0x7', linked: LINK },
    { bcr: '0x2001e7', bvr: '0x7', contextId: '0x7' },
  ],
  'arm64/match-watchpoint': WATCHED,
  'arm64/watchpoint-far': WATCHED,
  'arm64/registers-in-force': [{ control: '0x1', host: SET, guest: OTHER_SET }],
  'arm64/generate-debug-exceptions': [
    // The guest's own, at EL1 with KDE and at EL0.
    { el: 1, masked: false, mdscr: '0x2001', mdcr: '0x0' },
    { el: 0, masked: true, mdscr: '0x1', mdcr: '0x0' },
  ],
  'arm64/step-state': [
    { pstate: '0x2001c5', mdscr: '0x2001', mdcr: '0x0' },
    { el: 0, pstate: '0x2003c0', mdscr: '0x1', mdcr: '0x0' },
  ],
  'arm64/exception-return-ss': [
    { fromEl: 1, toEl: 1, pstate: '0x3c5', spsr: '0x2001c5', mdscr: '0x2001', mdcr: '0x0' },
    { fromEl: 1, toEl: 0, pstate: '0x3c5', spsr: '0x2003c0', mdscr: '0x1', mdcr: '0x0' },
    { fromEl: 1, toEl: 1, pstate: '0x1c5', spsr: '0x2001c5', mdscr: '0x2001', mdcr: '0x0' },
  ],
}

export const values: DecisionValues = { kinds, written, bases }
