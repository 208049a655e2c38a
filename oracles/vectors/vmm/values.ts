/**
 * Values of the fields of decisions of the vmm machine that are worth trying.
 */
import { SPSR } from '../../../model/arm64/index.ts'
import { DR6, DR7 } from '../../../model/x86/registers.ts'
import {
  type BitNames,
  type DecisionValues,
  type Kind,
  namesOfFields,
  WIDE,
  WORD,
} from '../decisions/values.ts'

/** Within a doubleword, between them, in the block that FAR may point into, and at the ends of an address. */
const ADDRESS_BITS: readonly number[] = [0, 1, 2, 3, 4, 6, 12, 32, 52, 63]

/** The exception class of a syndrome, and its IL. */
const SYNDROME: BitNames = new Map([
  [25, 'IL'],
  ...[0, 1, 2, 3, 4, 5].map((n) => [26 + n, `EC[${n}]`] as const),
])

const kinds: readonly Kind[] = [
  {
    // B0, BS, both, B1 of two, nothing, BD, RTM.
    field: /dr6$/i,
    typical: [0xffff0ff1n, 0xffff4ff0n, 0xffff4ff1n, 0xffff0ff3n, 0xffff0ff0n, 0xffff2ff0n, 0xfffe0ff1n],
    bits: WORD,
    written: WIDE,
    names: namesOfFields(DR6.fields),
  },
  {
    field: /dr7$/i,
    typical: [0x602n, 0x400n, 0x401n, 0xd0602n, 0x60an],
    bits: WORD,
    written: WIDE,
    names: namesOfFields(DR7.fields),
  },
  {
    // Of lower exception levels: BRK, Software Step, breakpoint, watchpoint, one of a cache maintenance; and HVC.
    field: /^hsr$/,
    typical: [0xf2000123n, 0xf2000000n, 0xca000022n, 0xc2000022n, 0xd2000022n, 0xd2000162n, 0x5a000001n],
    bits: [...SYNDROME.keys(), 0, 6, 8],
    written: WORD,
    names: SYNDROME,
  },
  {
    // EL1 and EL0, stepped or not, EL1 on SP_EL0; AArch32 User mode.
    field: /^pstate$/,
    typical: [0x3c5n, 0x3c0n, 0x2003c5n, 0x3c4n, 0x600001c5n, 0x1d0n],
    bits: [...namesOfFields(SPSR.fields).keys()],
    written: WIDE,
    names: namesOfFields(SPSR.fields),
  },
  {
    // Code of x86 and its data, the same of arm64, and an address that is not canonical.
    field: /^pc$|^far$|^planted$|^breakpoints$|address$/,
    typical: [
      0x1000n,
      0x1001n,
      0x1002n,
      0x2000n,
      0x2004n,
      0x40080010n,
      0x40080800n,
      0x40080806n,
      0xffff_ffff_ffff_fff8n,
      0n,
    ],
    bits: ADDRESS_BITS,
    written: ADDRESS_BITS,
    names: new Map(),
  },
]

const execute = (address: string) => ({ address, kind: 'execute', length: 1 })
const watch = (address: string, kind = 'watch-write', length = 4) => ({ address, kind, length })
const software = (address: string) => ({ kind: 'software', address, length: 1 })
const WATCHED = [watch('0x40080800')]

const bases: DecisionValues['bases'] = {
  'vmm/x86-owner': [
    { exception: 3, planted: ['0x1002'] },
    { exception: 3, dr6: '0xffff0ff0', planted: [] },
    // The debugger's step, one of each, a watchpoint beside a breakpoint, and what the guest programmed.
    { dr6: '0xffff4ff0', stepping: true, hardware: [] },
    { dr6: '0xffff4ff1' },
    { dr6: '0xffff4ff1', stepping: true },
    { dr6: '0xffff0ff3', hardware: [watch('0x2000'), execute('0x1002')] },
    { hardware: [], payloadCapability: false },
    { dr6: '0xfffe0ff0' },
  ],
  'vmm/arm64-owner': [
    { planted: ['0x40080010'] },
    { hsr: '0xca000022', stepping: true },
    { hsr: '0xc2000022', breakpoints: ['0x40080010'] },
    { hsr: '0xd2000022', far: '0x40080802', watchpoints: WATCHED },
    { hsr: '0xd2000022', far: '0x40080804', watchpoints: WATCHED, farBlock: 16 },
    { hsr: '0xd2000022', far: '0x40080800', watchpoints: [watch('0x40080810', 'watch-read'), ...WATCHED] },
    { pstate: '0x3c0' },
    { pstate: '0x1d0' },
  ],
  'vmm/unplant': [{ guestWrote: true }, { current: '90' }, { current: null }],
  'vmm/memory-shown': [{ bytes: '909090' }, { address: '0x1001', bytes: 'cc' }],
  'vmm/memory-written': [{ address: '0x1001', bytes: 'cc' }, { address: '0x1004' }],
  'vmm/step-over': [
    { stop: null },
    { guest: 'arm64', inserted: [software('0x1000'), { ...execute('0x1000'), length: 4 }] },
    { guest: 'arm64', inserted: [watch('0x2000')], stop: { reason: 'write-watchpoint', address: '0x2000' } },
    { inserted: [execute('0x1000')], stop: { reason: 'hardware-breakpoint', address: '0x1000' } },
  ],
  'vmm/update-vcpus': [{ failing: [] }, { inForce: [1, 3, 1], failing: [2] }],
  'vmm/vcpus-resumed': [{ stepped: null }, { steppingOver: false }, { vcpus: 3 }],
  'vmm/encode-x86-breakpoints': [
    { requests: [watch('0x2000'), watch('0x2000')] },
    { requests: [watch('0x2000', 'watch-access', 8), execute('0x1000')] },
    { requests: ['0x1000', '0x1001', '0x1002', '0x1003', '0x1004'].map(execute) },
  ],
  'vmm/encode-arm64-breakpoints': [
    { requests: [watch('0x40080800', 'watch-access', 16)] },
    { requests: [watch('0x40080800', 'watch-read', 8), { ...execute('0x40080010'), length: 4 }] },
    { requests: WATCHED, watchpoints: 0 },
    { requests: [execute('0x40080010'), execute('0x40080014')], breakpoints: 1 },
    { requests: [execute('0x40080012')] },
  ],
  'vmm/hardware-capacity': [{ guest: 'x86' }, { reportedBreakpoints: 6 }, { reportedWatchpoints: 0 }],
  'vmm/breakpoint-slot': [
    { context: true },
    { inUse: 0x3f },
    { inUse: 0xf },
    { inUse: 0x30, context: true },
    { contextAware: 0, context: true },
  ],
}

export const values: DecisionValues = { kinds, written: {}, bases }
