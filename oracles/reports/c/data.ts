/**
 * The data of the C file: the guest's code and handlers, the vCPU's set-up, and what is expected.
 */

import { handlers } from '../../../model/x86/handlers.ts'
import {
  CODE,
  HANDLER_SIZE,
  HANDLERS,
  handlerReturns,
  hasErrorCode,
  LAST_VECTOR,
  layOut,
  MSR_SYSENTER_CS,
  type Program,
  RAM_SIZE,
  type Setup,
  TABLES,
} from '../../../model/x86/index.ts'
import { Memory } from '../../../model/x86/memory.ts'
import { endOf, resolvedAssembly } from '../x86/disassembly.ts'
import { dr6Text } from '../x86/event-text.ts'
import { byteEntries, cNumber, entries, noted } from './format.ts'
import { type Lowered, number, setupWord, setupWords } from './lowered.ts'
import type { Needs } from './needs.ts'
import { STATES } from './script.ts'

const NOTES = 48

/** The code, an instruction a line. */
export const codeTable = (program: Program): string[] => {
  const layout = layOut(program)
  const { code, addresses } = layout
  const end = endOf(layout)
  const address = (i: number): string => addresses[i]!.toString(16)
  return [
    `/* The guest's code, at 0x${CODE.toString(16)} in ${layout.setup.mode} mode. */`,
    'static const uint8_t code[] = {',
    ...program.code.map((instruction, i) => {
      const bytes = code.slice(addresses[i]! - CODE, addresses[i + 1]! - CODE)
      const text = `${address(i)}: ${resolvedAssembly(instruction, layout)}`
      return noted(`\t${byteEntries(bytes).join(', ')},`, text, NOTES)
    }),
    noted(`\t${byteEntries(end.bytes).join(', ')},`, `${address(program.code.length)}: ${end.text}`, NOTES),
    '};',
  ]
}

/** What a handler is and does; they are numbered by their addresses. */
const handlerText = (handler: number, { mode, onDebugException }: Required<Setup>): string => {
  const [log, iret] = mode === 'real' ? ['EBP', 'IRET'] : ['RBP', 'IRETQ']
  if (handler > LAST_VECTOR + 1) return `SYSCALL: logs RCX and R11 at ${log}, then SYSRET`
  const disarms = onDebugException === 'disarm' ? 'clears DR7, ' : ''
  if (handler === 1) return `#DB: logs IP, FLAGS and DR6 at ${log}, ${disarms}then ${iret}`
  const name = handler > LAST_VECTOR ? `Vector ${LAST_VECTOR + 1} and above` : `Vector ${handler}`
  const error = mode === 'long' && hasErrorCode(handler) ? ', the error code' : ''
  return `${name}: logs IP, FLAGS${error} at ${log}, then ${handlerReturns(handler) ? iret : 'HLT'}`
}

export const handlerTable = (program: Program, handler: number): string[] => {
  const { setup } = layOut(program)
  const address = HANDLERS + HANDLER_SIZE * handler
  const found = handlers(setup.mode, setup.onDebugException).find((each) => each.address === address)
  return [
    `/* ${handlerText(handler, setup)}. */`,
    `static const uint8_t handler_${handler}[] = {`,
    ...entries(byteEntries(found!.code), '\t'),
    '};',
  ]
}

/** Where the IDT of long mode lies; `null` in real mode, whose vectors lie at 0. */
export const idtOf = (line: Lowered): number | null => {
  const base = setupWord(line, 'sregs').fields.get('idt.base')
  return base === undefined ? null : Number(base)
}

/** Page tables, GDT and TSS of long mode; nothing in real mode. */
export const systemTable = ({ setup }: Program, line: Lowered): string[] => {
  const idt = idtOf(line)
  if (idt === null) return []
  const { ram } = new Memory('long', setup.onDebugException ?? 'return')
  const view = new DataView(ram.buffer, ram.byteOffset, ram.byteLength)
  const rows: string[] = []
  for (let at = TABLES; at < RAM_SIZE; at += 8) {
    const value = view.getBigUint64(at, true)
    if (value !== 0n && (at < idt || at >= idt + 0x1000)) rows.push(`{ ${cNumber(at)}, ${cNumber(value)} }`)
  }
  return [
    '/* Page tables, GDT and TSS, by address. */',
    'static const uint64_t tables[][2] = {',
    ...entries(rows, '\t'),
    '};',
  ]
}

/** Access rights as VMX has them, as KVM has them. */
const rights = (value: bigint): string[] =>
  (
    [
      ['type', 0n, 15n],
      ['s', 4n, 1n],
      ['dpl', 5n, 3n],
      ['present', 7n, 1n],
      ['l', 13n, 1n],
      ['db', 14n, 1n],
      ['g', 15n, 1n],
    ] as const
  ).flatMap(([name, shift, mask]) => {
    const part = (value >> shift) & mask
    return part === 0n ? [] : [`.${name} = ${cNumber(part)}`]
  })

/** The segments of long mode by name, each with the name of its table. */
export const segmentsOf = (line: Lowered): ReadonlyMap<string, string> => {
  const selectors = [...setupWord(line, 'sregs').fields].filter(([name]) => name.endsWith('.selector'))
  return new Map(selectors.map(([name, value]) => [name.split('.')[0]!, `segment_${value.toString(16)}`]))
}

export const segmentTables = (line: Lowered): string[] => {
  const { fields } = setupWord(line, 'sregs')
  const tables = new Map([...segmentsOf(line)].map(([name, table]) => [table, name]))
  return [...tables].flatMap(([table, name]) => [
    `static const struct kvm_segment ${table} = {`,
    ...entries(
      [
        ...['base', 'limit', 'selector'].flatMap((part) => {
          const value = fields.get(`${name}.${part}`)!
          return value === 0n ? [] : [`.${part} = ${cNumber(value)}`]
        }),
        ...rights(fields.get(`${name}.rights`)!),
      ],
      '\t',
    ),
    '};',
  ])
}

/** The MSRs of SYSCALL, and the one that the guest may write. */
export const msrTable = (line: Lowered, { msrs, syscalls, saveRestore }: Needs): string[] => {
  const given = syscalls ? [...setupWords(line, 'msrs')].flatMap(({ fields }) => [...fields]) : []
  const saved = msrs && saveRestore ? [`{ .index = ${cNumber(MSR_SYSENTER_CS)} }`] : []
  const rows = [
    ...given.map(([index, value]) => `{ .index = 0x${index}, .data = ${cNumber(value)} }`),
    ...saved,
  ]
  if (rows.length === 0) return []
  return [
    'static struct {',
    '\tuint32_t nmsrs, pad;',
    `\tstruct kvm_msr_entry entries[${rows.length}];`,
    `} msrs = { .nmsrs = ${rows.length}, .entries = {`,
    ...rows.map((row) => `\t${row},`),
    '} };',
  ]
}

const CPUID_REGISTERS = ['eax', 'ebx', 'ecx', 'edx']

export const cpuidTable = (line: Lowered): string[] => {
  const values = setupWord(line, 'cpuid').values.map(number)
  const leaves = Array.from({ length: values.length / 5 }, (_, i) => values.slice(5 * i, 5 * i + 5))
  return [
    'static const struct {',
    '\tuint32_t nent, padding;',
    `\tstruct kvm_cpuid_entry2 entries[${leaves.length}];`,
    `} cpuid = { ${leaves.length}, 0, {`,
    ...leaves.map(([leaf, ...registers]) => {
      const given = registers.flatMap((value, i) =>
        value === 0n ? [] : [`.${CPUID_REGISTERS[i]} = ${cNumber(value)}`],
      )
      // Leaf 7 is the only one of them that has subleaves.
      const flags = leaf === 7n ? ['.flags = KVM_CPUID_FLAG_SIGNIFCANT_INDEX'] : []
      const lines = entries([`.function = ${cNumber(leaf!)}`, ...flags, ...given], '\t  ')
      return lines.join('\n').replace('\t  ', '\t{ ').replace(/,$/, ' },')
    }),
    '} };',
  ]
}

const REGISTERS = ['rax', 'rbx', 'rcx', 'rdx', 'rsi', 'rdi', 'r11', 'rsp', 'rbp', 'rip', 'rflags']

/** The registers before the first run; those that are left out are 0. */
export const registerTable = (line: Lowered): string[] => {
  const { fields } = setupWord(line, 'regs')
  const given = REGISTERS.filter((name) => (fields.get(name) ?? 0n) !== 0n)
  return [
    'static struct kvm_regs regs = {',
    ...entries(
      given.map((name) => `.${name} = ${cNumber(fields.get(name)!)}`),
      '\t',
    ),
    '};',
  ]
}

/** The guest's debug registers before the first run. */
export const debugRegisterTable = (line: Lowered): string[] => {
  const { fields } = setupWord(line, 'dregs')
  const given = [...fields].filter(([, value]) => value !== 0n)
  return [
    'static struct kvm_debugregs debugregs = {',
    ...entries(
      given.map(([name, value]) => `.${name.replace(/^db(\d)/, 'db[$1]')} = ${cNumber(value)}`),
      '\t',
    ),
    '};',
  ]
}

/** RAM, and the arguments of the ioctls that make the VM. */
export const vmTables = (msrs: boolean): string[] => [
  `static uint8_t ram[${cNumber(RAM_SIZE)}] __attribute__((aligned(4096)));`,
  'static struct kvm_userspace_memory_region slot = {',
  '\t.memory_size = sizeof(ram), .userspace_addr = (uintptr_t)ram,',
  '};',
  'static struct kvm_enable_cap payload = {',
  '\t.cap = KVM_CAP_EXCEPTION_PAYLOAD, .args = { 1 },',
  '};',
  ...(msrs
    ? [
        '/* Every MSR but SYSENTER_CS is #GP, whatever the host has. */',
        'static uint8_t allowed = 1;',
        'static struct kvm_msr_filter filter = {',
        '\t.flags = KVM_MSR_FILTER_DEFAULT_DENY,',
        '\t.ranges[0] = {',
        '\t\t.flags = KVM_MSR_FILTER_READ | KVM_MSR_FILTER_WRITE,',
        `\t\t.nmsrs = 1, .base = ${cNumber(MSR_SYSENTER_CS)}, .bitmap = &allowed,`,
        '\t},',
        '};',
      ]
    : []),
]

/** The state interfaces, for saving and restoring. */
export const stateTable = (msrs: boolean): string[] => [
  'static const struct {',
  '\tunsigned long get, set;',
  '\tvoid *state;',
  '} states[] = {',
  ...Object.values(STATES).map(({ get, set, variable }) => `\t{ ${get}, ${set}, &${variable} },`),
  ...(msrs ? ['\t{ KVM_GET_MSRS, KVM_SET_MSRS, &msrs },'] : []),
  '};',
]

/** A line with the causes that its DR6 names. */
const withCauses = (line: string): string => {
  const dr6 = / dr6=(0x[0-9a-f]+)/.exec(line)?.[1]
  const causes = dr6 === undefined ? undefined : /\((.*)\)/.exec(dr6Text(BigInt(dr6)))?.[1]
  return causes === undefined ? line : `${line} /* ${causes} */`
}

/** The lines that must be seen, or the several sequences of them that may be. */
export const expectedTable = (expected: readonly (readonly string[])[]): string[] => {
  const strings = (lines: readonly string[], indent: string): string[] => [
    ...lines.map((text) => withCauses(`${indent}"${text}",`)),
    `${indent}NULL`,
  ]
  if (expected.length === 1)
    return [
      '/* What must be seen; all that comes after it is another matter. */',
      'static const char *const expected[] = {',
      ...strings(expected[0]!, '\t'),
      '};',
    ]
  const longest = Math.max(...expected.map((lines) => lines.length))
  return [
    '/* Any of these must be seen; all that comes after it is another matter. */',
    `static const char *const allowed_runs[${expected.length}][${longest + 1}] = {`,
    ...expected.flatMap((lines) => ['\t{', ...strings(lines, '\t\t'), '\t},']),
    '};',
  ]
}
