/**
 * Values of the fields of decisions of the armv7 machine that are worth trying.
 */
import { DBGDSCR, DIDR, HDCR, OSLAR_KEY } from '../../../model/armv7/index.ts'
import type { Register } from '../../../model/bits.ts'
import { type BitNames, type DecisionValues, type Kind, namesOfFields, WORD } from '../decisions/values.ts'

const NONE: BitNames = new Map()

const ofRegister = ({ fields }: Register): Pick<Kind, 'bits' | 'written' | 'names'> => {
  const names = namesOfFields(fields)
  return { bits: [...names.keys()], written: WORD, names }
}

/** What DBGBCR and DBGWCR have in common. */
const CONTROL: BitNames = new Map([
  [0, 'E'],
  [13, 'HMC'],
  [14, 'SSC[0]'],
  [15, 'SSC[1]'],
])

/** Within a word, between words, and the end of the address space. */
const ADDRESS_BITS: readonly number[] = [0, 1, 2, 3, 5, 12, 31]

const kinds: readonly Kind[] = [
  {
    // The six legal values, and what is none on v7.
    field: /hdcr$/i,
    typical: [0xe66n, 0xf66n, 0x66n, 0x466n, 0x866n, 0xc66n, 0x6n, 0x266n, 0x166n],
    ...ofRegister(HDCR),
  },
  {
    // Monitor mode, none, MOE of a breakpoint, BKPT and watchpoint, halting debug, UDCCdis.
    field: /dscr$|^before$|^after$/i,
    typical: [0x8000n, 0x0n, 0x8004n, 0x800cn, 0x8028n, 0xc000n, 0x4000n, 0x9000n],
    ...ofRegister(DBGDSCR),
  },
  {
    // MRC and MCR of several registers, MRRC, LDC, and what is no access to CP14.
    field: /^hsr$/,
    typical: [0x17e00003n, 0x17e80000n, 0x17ee0001n, 0x33e00402n, 0x1be00195n, 0x0fe00000n, 0x17e001e3n],
    bits: WORD,
    written: WORD,
    names: new Map([[25, 'IL']]),
  },
  {
    // v7.1, v7, memory-mapped, none, one breakpoint, v6.
    field: /didr$/i,
    typical: [BigInt(DIDR['v7.1']), BigInt(DIDR.v7), 0x35141000n, 0x0n, 0x00050000n, 0x35110000n],
    bits: WORD,
    written: WORD,
    names: new Map([[16, 'Version[0]']]),
  },
  {
    // Ten of them in a set: whether one is enabled, and where, says all.
    field: /points\.control$/,
    typical: [0x1e7n, 0x1e6n, 0x0n],
    bits: [0],
    written: WORD,
    names: CONTROL,
  },
  {
    field: /points\.value$/,
    typical: [0x40080000n, 0x40080200n],
    bits: [12],
    written: WORD,
    names: new Map([[12, 'VA[12]']]),
  },
  {
    // All bytes, for one mode or access, half a word, disabled, mismatch, a context, a VMID; a range.
    field: /control$/,
    typical: [0x1e7n, 0x1ffn, 0x1e5n, 0x1f7n, 0x67n, 0x1e6n, 0x4001e7n, 0x3001e7n, 0x8001e7n, 0x3001fffn],
    bits: WORD,
    written: WORD,
    names: CONTROL,
  },
  {
    field: /contextId$/,
    typical: [0x40080000n, 0x7n, 0x0n],
    bits: [0, 3, 31],
    written: WORD,
    names: NONE,
  },
  {
    // Addresses, and what else is written to registers: the key of DBGOSLAR, MDBGen, a control register.
    field: /^value$|^old$/,
    typical: [0x40080000n, 0x40080200n, BigInt(OSLAR_KEY), 0x8000n, 0x1e7n, 0xffffffffn, 0x0n, 0x1n],
    bits: ADDRESS_BITS,
    written: WORD,
    names: NONE,
  },
  {
    field: /\.value$|address$|^pc$/,
    typical: [0x40080000n, 0x40080002n, 0x40080004n, 0x40080200n, 0x0n, 0xfffffffcn],
    bits: ADDRESS_BITS,
    written: ADDRESS_BITS,
    names: NONE,
  },
]

/** With every bit that can be written. */
const written: DecisionValues['written'] = {
  'armv7/sanitise-pair': ['value'],
  'armv7/store-register': ['value'],
}

const access = (register: string, more: object = {}) => ({ register, direction: 'read', ...more })

const bases: DecisionValues['bases'] = {
  'armv7/cp14-access': [
    { register: 'DBGBVR0', direction: 'write' },
    { register: 'DBGBVR0', direction: 'write', monitorMode: false },
    { register: 'DBGOSLAR', direction: 'write' },
    access('DBGDIDR', { privilege: 'pl0' }),
  ],
  'armv7/emulate-access': [
    { register: 'DBGBCR0', direction: 'write', monitorMode: false },
    access('DBGDTRint', { transfer: 'memory' }),
    access('DBGDRAR', { transfer: 'pair' }),
  ],
  'armv7/route-access': [
    access('DBGDRAR', { transfer: 'pair' }),
    access('DBGBCR0', { osLock: true, architecture: 'v7' }),
    access('DBGDSCRint', { privilege: 'pl0', udccDisabled: true }),
  ],
  // DBGDTRRXint and DBGDTRTXint.
  'armv7/register-at': [{ crn: 0, crm: 5, opc2: 0 }],
  'armv7/store-register': [
    { register: 'DBGDSCRext', value: '0xffffffff', old: '0x8000', osLock: true },
    { register: 'DBGBCR0', value: '0xffffffff' },
    { register: 'DBGVCR', value: '0xffffffff' },
  ],
  'armv7/debug-event': [
    { event: 'watchpoint', hdcr: '0xf66' },
    { event: 'bkpt', dscr: '0x0', hdcr: '0xf66' },
    { event: 'bkpt', from: 'hyp' },
  ],
  'armv7/match-breakpoint': [
    { control: '0x301e7', value: '0x7', contextId: '0x7', linkedMatches: true },
    { control: '0x2001e7', value: '0x7', contextId: '0x7' },
    { control: '0x4001e7', address: '0x40080004' },
    { control: '0x1867', thumb: true, address: '0x40080002' },
  ],
  'armv7/match-watchpoint': [
    { control: '0x3001fff', address: '0x40080204' },
    { control: '0x5f', address: '0x40080200' },
    { control: '0x1fff', address: '0x40080204' },
  ],
}

export const values: DecisionValues = { kinds, written, bases }
