/**
 * Values of the fields of decisions of the x86 machine that are worth trying.
 */
import { GUESTDBG } from '../../../model/kvm/guest-debug.ts'
import { DR6, DR7, flags } from '../../../model/x86/registers.ts'
import {
  type DecisionValues,
  type Kind,
  namesOfFields,
  namesOfMasks,
  range,
  WIDE,
  WORD,
} from '../decisions/values.ts'

const CONTROL = namesOfMasks(GUESTDBG)
const FLAGS = namesOfMasks(flags)
const PENDING = namesOfFields(DR6.fields)
const RESERVED_FLAGS: readonly number[] = [1, 3, 5, 15]

const kinds: readonly Kind[] = [
  {
    field: /dr7$/i,
    typical: [0x400n, 0x402n, 0x401n, 0x2400n, 0xd0402n, 0x20401n, 0x4aan, 0x30402n, 0x4fffffn],
    bits: WORD,
    written: WIDE,
    names: namesOfFields(DR7.fields),
  },
  {
    field: /dr6$/i,
    typical: [0xffff0ff0n, 0xffff4ff0n, 0xffff4ff1n, 0xffff2ff0n, 0xffff0ff2n, 0n],
    bits: WORD,
    written: WIDE,
    names: namesOfFields(DR6.fields),
  },
  {
    field: /payload$/i,
    typical: [0x1n, 0x4000n, 0x2000n, 0x4001n, 0x800n, 0x10000n, 0xdn, 0n],
    bits: [...PENDING.keys()],
    written: WIDE,
    names: PENDING,
  },
  {
    field: /control/i,
    typical: [0x0n, 0x1n, 0x2n, 0x3n, 0x10001n, 0x20001n, 0x20003n, 0x40001n, 0x80001n, 0x100003n],
    bits: [...CONTROL.keys()],
    written: WORD,
    names: CONTROL,
  },
  {
    field: /flags$|^image$/i,
    typical: [0x2n, 0x102n, 0x202n, 0x302n, 0x10002n, 0x10102n],
    bits: range(0, 22).filter((n) => !RESERVED_FLAGS.includes(n)),
    written: WORD,
    names: FLAGS,
  },
  {
    field: /db$|address$|^rip$|^pc$|base$|^value$/i,
    typical: [0x1000n, 0x1001n, 0x1004n, 0x1008n, 0x10n, 0x2000n, 0xffff_ffff_ffff_fff8n, 0n],
    bits: [0, 1, 2, 3, 12, 31, 32, 47, 63],
    written: [0, 1, 2, 3, 12, 31, 32, 47, 63],
    names: new Map(),
  },
]

/** With every bit that can be written. */
const written: DecisionValues['written'] = {
  'x86/set-guest-debug': ['control'],
  'x86/set-debug-registers': ['dr6', 'dr7'],
  'x86/match-code-breakpoints': ['dr7'],
  'x86/match-data-breakpoints': ['dr7'],
  'x86/match-io-breakpoints': ['dr7'],
  'x86/load-flags': ['image'],
}

export const values: DecisionValues = { kinds, written, bases: {} }
