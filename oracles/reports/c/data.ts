/**
 * The data of the C file: the guest's code and handlers, the vCPU's set-up, and what is expected.
 */
import {
  CODE,
  handlerCode,
  handlerReturns,
  LAST_VECTOR,
  layOut,
  MSR_SYSENTER_CS,
  type Program,
  RAM_SIZE,
} from '../../../model/x86/index.ts'
import { resolvedAssembly } from '../disassembly.ts'
import { dr6Text } from '../event-text.ts'
import { byteEntries, cNumber, entries, noted } from './format.ts'
import { type Lowered, number, setupWord } from './lowered.ts'
import { STATES } from './script.ts'

const NOTES = 48

/** The code, an instruction a line. */
export const codeTable = (program: Program): string[] => {
  const layout = layOut(program)
  const { code, addresses } = layout
  const address = (i: number): string => addresses[i]!.toString(16)
  return [
    `/* The guest's code, at 0x${CODE.toString(16)} in real mode. */`,
    'static const uint8_t code[] = {',
    ...program.code.map((instruction, i) => {
      const bytes = code.slice(addresses[i]! - CODE, addresses[i + 1]! - CODE)
      const text = `${address(i)}: ${resolvedAssembly(instruction, layout)}`
      return noted(`\t${byteEntries(bytes).join(', ')},`, text, NOTES)
    }),
    noted('\t0xf4,', `${address(program.code.length)}: hlt`, NOTES),
    '};',
  ]
}

/** What a handler is and does. */
const handlerText = (vector: number, disarms: boolean): string => {
  if (vector === 1) return `#DB: logs IP, FLAGS and DR6 at EBP, ${disarms ? 'clears DR7, ' : ''}then IRET`
  const name = vector > LAST_VECTOR ? `Vector ${LAST_VECTOR + 1} and above` : `Vector ${vector}`
  return `${name}: logs IP and FLAGS at EBP, then ${handlerReturns(vector) ? 'IRET' : 'HLT'}`
}

export const handlerTable = ({ setup }: Program, vector: number): string[] => {
  const onDebugException = setup.onDebugException ?? 'return'
  return [
    `/* ${handlerText(vector, onDebugException === 'disarm')}. */`,
    `static const uint8_t handler_${vector}[] = {`,
    ...entries(byteEntries(handlerCode(vector, 'real', onDebugException)), '\t'),
    '};',
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

const REGISTERS = ['rax', 'rbx', 'rcx', 'rdx', 'rsi', 'rdi', 'rsp', 'rbp', 'rip', 'rflags']

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
  ...(msrs
    ? [
        'static struct {',
        '\tuint32_t nmsrs, pad;',
        '\tstruct kvm_msr_entry entry;',
        `} msrs = { .nmsrs = 1, .entry.index = ${cNumber(MSR_SYSENTER_CS)} };`,
      ]
    : []),
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
