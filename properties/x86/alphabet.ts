/**
 * The alphabet of exhaustive search: few setups, instructions and groups of actions, chosen so that small programs
 * made of them meet every rule from both sides.
 */
import type { Action, Instruction, Setup } from '../../model/x86/index.ts'

export interface Alphabet {
  readonly setups: readonly Setup[]
  readonly instructions: readonly Instruction[]
  readonly groups: readonly (readonly Action[])[]
}

const at0 = [{ instruction: 0 }]
const at1 = [{ instruction: 1 }]
const EXECUTE_0 = '0x402'
const WRITE_4_0 = '0xd0402'
const IO_0 = '0x20402'

const setups: readonly Setup[] = [
  {},
  { rflags: '0x102', registers: { ecx: '0x2', edi: { place: 'data' } } },
  { rflags: '0x202' },
  { db: at1, dr7: EXECUTE_0 },
  { db: at1, dr7: EXECUTE_0, vendor: 'amd', onDebugException: 'disarm' },
  { rflags: '0x10002', db: at0, dr7: EXECUTE_0 },
  { rflags: '0x102', db: at1, dr7: EXECUTE_0, onDebugException: 'disarm' },
  { dr7: '0x2400', dr6: '0xffff4ff2' },
  { db: [{ place: 'data', offset: 1 }], dr7: WRITE_4_0, dr6: '0xffff0ff2' },
  { db: ['0x10'], dr7: IO_0, cr4De: true },
  { cs: '0x80', db: at1, dr7: EXECUTE_0 },
  { stack: [{ instruction: 1, as: 'ip' }, '0x0', '0x102'], registers: { ecx: '0x174', eax: '0x402' } },
  {
    stack: [{ instruction: 1, as: 'ip' }, '0x0', '0x0', '0x0', '0x2', '0x1'],
    db: at1,
    dr7: EXECUTE_0,
    registers: { ecx: '0x2' },
  },
  { stack: ['0x2', '0x1'], db: at1, dr7: EXECUTE_0, rflags: '0x802' },
  { mode: 'long', cpl: 3, rflags: '0x102' },
  { mode: 'long', cpl: 3, rflags: '0x102', fmask: '0x0' },
  { mode: 'long', registers: { ecx: at1[0]!, r11: '0x102' } },
  {
    mode: 'long',
    stack: [at1[0]!, '0x8', '0x10002', { place: 'stack' }, '0x10'],
    db: at1,
    dr7: EXECUTE_0,
    registers: { ecx: '0x174', eax: '0x100000402' },
  },
]

const plain = (op: 'nop' | 'ud2' | 'hlt'): Instruction => ({ op })

const instructions: readonly Instruction[] = [
  plain('nop'),
  { op: 'out', port: 0x10, size: 1 },
  { op: 'in', port: 0x10, size: 1 },
  { op: 'store', at: { place: 'mmio' }, size: 1 },
  { op: 'load', at: { place: 'mmio' }, size: 1 },
  { op: 'inc', at: { place: 'mmio' }, size: 1 },
  { op: 'store', at: { place: 'data' }, size: 2 },
  { op: 'load', at: { place: 'data' }, size: 2 },
  { op: 'mov-to-dr', dr: 7, from: 'eax' },
  { op: 'mov-to-dr', dr: 4, from: 'eax' },
  { op: 'mov-from-dr', dr: 6, to: 'ebx' },
  { op: 'pushf' },
  { op: 'popf' },
  { op: 'popfd' },
  { op: 'iret' },
  { op: 'iretd' },
  { op: 'mov-ss', from: 'edx' },
  { op: 'pop-ss' },
  { op: 'pop-ds' },
  { op: 'sti' },
  { op: 'int3' },
  { op: 'int', vector: 0x20 },
  { op: 'int', vector: 3 },
  { op: 'icebp' },
  plain('ud2'),
  { op: 'cpuid' },
  { op: 'wrmsr' },
  { op: 'syscall' },
  { op: 'sysret' },
  { op: 'rep-stosb' },
  { op: 'rep-insb' },
  plain('hlt'),
]

const groups: readonly (readonly Action[])[] = [
  [{ do: 'set-guest-debug', control: '0x3' }],
  [{ do: 'set-guest-debug', control: '0x20001', db: at0, dr7: EXECUTE_0 }],
  [{ do: 'set-guest-debug', control: '0x20001', db: at1, dr7: EXECUTE_0 }],
  [{ do: 'set-guest-debug', control: '0x20001', dr7: '0x2400' }],
  [{ do: 'set-guest-debug', control: '0x20003', db: at1, dr7: EXECUTE_0 }],
  [{ do: 'set-guest-debug', control: '0x10001' }],
  [{ do: 'set-guest-debug', control: '0x1' }],
  [{ do: 'set-guest-debug', control: '0x0' }],
  [{ do: 'set-guest-debug', control: '0x40001' }],
  [{ do: 'set-guest-debug', control: '0x80001' }],
  [{ do: 'set-guest-debug', control: '0xc0000' }],
  [
    { do: 'set-guest-debug', control: '0x40001' },
    { do: 'set-guest-debug', control: '0x40003' },
  ],
  [
    { do: 'set-vcpu-events', exception: { state: 'injected', vector: 13 } },
    { do: 'set-guest-debug', control: '0x40001' },
  ],
  [{ do: 'set-guest-debug', control: '0x100001' }, { do: 'nmi' }],
  [{ do: 'interrupt', vector: 0x21 }],
  [{ do: 'set-registers', rflags: '0x10002' }],
  [{ do: 'set-debug-registers', dr6: '0x1ffff0ff0' }],
  [{ do: 'save-restore' }],
  [{ do: 'immediate-exit' }],
]

/** The alphabet that the package searches when nothing else is asked for. */
export const alphabet: Alphabet = { setups, instructions, groups }
