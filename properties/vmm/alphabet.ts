/**
 * The alphabet of exhaustive search: few setups, instructions and groups of commands, chosen so that small programs made of
 * them meet every rule from both sides.
 */
import type { Command, Instruction, Setup } from '../../model/vmm/index.ts'
import type { AlphabetOf } from '../machine.ts'
import type { Vmm } from './types.ts'

const EXECUTE = '0x402'
const WRITE_4 = '0xd0402'
const at1 = [{ instruction: 1 }]

const setups: readonly Setup[] = [
  { guest: 'x86' },
  { guest: 'arm64' },
  { guest: 'x86', rflags: '0x102' },
  { guest: 'x86', rtm: true, db: at1, dr7: EXECUTE, onDebugException: 'disarm' },
  { guest: 'x86', db: [{ place: 'data' }], dr7: WRITE_4, onDebugException: 'disarm' },
  {
    guest: 'arm64',
    mdscr: '0xa000',
    pstate: '0x1c5',
    bcr: ['0x1e7'],
    bvr: at1,
    onDebugException: 'disarm',
  },
  {
    guest: 'arm64',
    mdscr: '0xa000',
    pstate: '0x1c5',
    wcr: ['0x1fff'],
    wvr: [{ place: 'data' }],
    onDebugException: 'disarm',
  },
  { guest: 'arm64', pstate: '0x3c0' },
  { guest: 'arm64', mdscr: '0x2001', pstate: '0x2001c5', onDebugException: 'disarm' },
]

const instructions: readonly Instruction[] = [
  { op: 'nop' },
  { op: 'int3' },
  { op: 'icebp' },
  { op: 'pushf' },
  { op: 'store', at: { place: 'data' }, size: 4 },
  { op: 'store', at: { instruction: 1 }, size: 1 },
  { op: 'load', at: { instruction: 1 }, size: 1 },
  { op: 'brk', imm: 7 },
  { op: 'brk' },
  { op: 'str', register: 'x1', at: { place: 'data' }, size: 8 },
  { op: 'ldr', register: 'x1', at: { place: 'data', offset: 4 }, size: 4 },
]

const insert = (kind: Extract<Command, { do: 'insert' }>['kind'], instruction: number): Command => ({
  do: 'insert',
  kind,
  at: { instruction },
})
const watch: Command = { do: 'insert', kind: 'watch-write', at: { place: 'data' }, length: 4 }

const groups: readonly (readonly Command[])[] = [
  [insert('software', 0)],
  [insert('software', 1)],
  [insert('software', 1), insert('software', 1), { do: 'remove', kind: 'software', at: { instruction: 1 } }],
  [insert('execute', 1)],
  // More than x86 has, and fewer than arm64.
  Array.from({ length: 5 }, (_, n) => insert('execute', n % 2)),
  [insert('execute', 0), { do: 'remove', kind: 'execute', at: { instruction: 0 } }],
  [watch],
  [{ do: 'insert', kind: 'watch-access', at: { place: 'data', offset: 4 }, length: 1 }],
  [{ do: 'step' }],
  [insert('software', 1), { do: 'step' }],
  [{ do: 'step-over' }],
  [{ do: 'remove', kind: 'software', at: { instruction: 1 } }],
  [insert('software', 1), { do: 'detach' }],
  [insert('execute', 1), { do: 'detach' }],
]

/** The alphabet that the package searches when nothing else is asked for. */
export const alphabet: AlphabetOf<Vmm> = { setups, instructions, groups }

const OF_X86: ReadonlySet<string> = new Set(['int3', 'icebp', 'pushf', 'store', 'load'])
const OF_ARM64: ReadonlySet<string> = new Set(['brk', 'str', 'ldr'])

/** Whether an instruction of the alphabet is one of the guest’s machine. */
export const existsIn = ({ op }: Instruction, { guest }: Setup): boolean =>
  !(guest === 'x86' ? OF_ARM64 : OF_X86).has(op)
