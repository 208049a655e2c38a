/**
 * An x86 guest on QEMU's pc machine. A debugger reaches neither the debug registers nor the descriptor tables nor the
 * MSRs, so code that runs before the guest sets them; the rest is the debugger's to write.
 * Source: Intel SDM vol. 2 for the encodings; QEMU gdb-xml/i386-64bit.xml for the registers and their numbers.
 */
import { RAM_SIZE } from '../../../model/x86/index.ts'
import { field, type Guest, type GuestMachine, SetUpFailed } from './guest.ts'
import type { Stub } from './stub.ts'

/** RAM in QEMU ends at a multiple of 8 KiB: behind that of the contract there is a page for the code that prepares. */
export const QEMU_RAM = 0xe000
const PREPARATION = RAM_SIZE
const TABLES = PREPARATION + 0x800

const GENERAL = [
  ...['rax', 'rbx', 'rcx', 'rdx', 'rsi', 'rdi', 'rbp', 'rsp'],
  ...['r8', 'r9', 'r10', 'r11', 'r12', 'r13', 'r14', 'r15'],
]
const SEGMENTS = ['cs', 'ss', 'ds', 'es', 'fs', 'gs']

const bytes = (value: bigint | number, size: number): number[] =>
  Array.from({ length: size }, (_, i) => Number((BigInt(value) >> BigInt(8 * i)) & 0xffn))

/** MOV to ECX, EAX or EDX of 32 bits in real mode. */
const load16 = { eax: [0x66, 0xb8], ecx: [0x66, 0xb9], edx: [0x66, 0xba] } as const

/** Instructions of real mode that put a value into a control register or an MSR. */
const toControlRegister = (n: number, value: bigint): number[] => [
  ...[...load16.eax, ...bytes(value, 4)],
  ...[0x0f, 0x22, 0xc0 | (n << 3)], // mov crN, eax
]
const toMsr = (index: bigint | number, value: bigint): number[] => [
  ...[...load16.ecx, ...bytes(index, 4)],
  ...[...load16.eax, ...bytes(value, 4)],
  ...[...load16.edx, ...bytes(value >> 32n, 4)],
  ...[0x0f, 0x30], // wrmsr
]

const EFER = 0xc0000080
const SPIN = [0xeb, 0xfe]
const LONG_CODE = 0x08

/** What is loaded before the mode is left, and the mode itself. */
const prepareMode = (guest: Guest): number[] => {
  const { sregs, msrs } = guest.state
  const code = [
    ...[0x66, 0x0f, 0x01, 0x16, ...bytes(TABLES - PREPARATION, 2)], // lgdt
    ...[0x66, 0x0f, 0x01, 0x1e, ...bytes(TABLES - PREPARATION + 8, 2)], // lidt
    ...[...msrs].flatMap(([index, value]) => toMsr(BigInt(`0x${index}`), value)),
    ...toControlRegister(4, field(sregs, 'cr4')),
  ]
  if (!isLong(guest)) return code
  code.push(
    ...toControlRegister(3, field(sregs, 'cr3')),
    ...toMsr(EFER, field(sregs, 'efer')),
    ...toControlRegister(0, field(sregs, 'cr0')),
  )
  const target = PREPARATION + code.length + 8
  return [
    ...code,
    ...[0x66, 0xea, ...bytes(target, 4), ...bytes(LONG_CODE, 2)], // jmp far
    ...[0xb8, ...bytes(field(sregs, 'tr.selector'), 4)], // mov eax, tr
    ...[0x0f, 0x00, 0xd8], // ltr ax
  ]
}

/** The debug registers, DR7 last. */
const prepareDebugRegisters = (guest: Guest): number[] => {
  const { dregs } = guest.state
  const load = isLong(guest) ? [0x48, 0xb8] : load16.eax
  return ['db0', 'db1', 'db2', 'db3', 'dr6', 'dr7'].flatMap((name) => [
    ...[...load, ...bytes(field(dregs, name), isLong(guest) ? 8 : 4)],
    ...[0x0f, 0x23, 0xc0 | (Number(name[2]) << 3)], // mov drN, rax
  ])
}

const isLong = ({ state }: Guest): boolean => field(state.sregs, 'efer') !== 0n

/** The operands of LGDT and LIDT; in real mode the interrupt vector table is where it is after a reset. */
const tables = ({ state: { sregs } }: Guest): number[] =>
  ['gdt', 'idt'].flatMap((name) => [
    ...bytes(sregs.get(`${name}.limit`) ?? 0xffffn, 2),
    ...bytes(field(sregs, `${name}.base`), 4),
    ...[0, 0],
  ])

/** The type of the TSS in its descriptor: LTR takes one that is available, and makes it busy. */
const TSS_BUSY = 0x02

const memoryWithPreparation = (guest: Guest, code: readonly number[]): Uint8Array => {
  const memory = new Uint8Array(QEMU_RAM)
  memory.set(guest.memory)
  memory.set(code, PREPARATION)
  memory.set(tables(guest), TABLES)
  const { sregs } = guest.state
  const type = Number(field(sregs, 'gdt.base') + field(sregs, 'tr.selector')) + 5
  if (isLong(guest)) memory[type]! &= ~TSS_BUSY
  return memory
}

/** The selector of a segment register: in real mode alone, otherwise with the rest of the register. */
const selector = ({ state: { sregs } }: Guest, name: string): bigint =>
  sregs.get(`${name}.selector`) ?? field(sregs, name)

/** Milliseconds that the preparation takes at most. */
const PREPARED_WITHIN = 1000

const RF = 0x10000n

/**
 * A breakpoint of the debugger at the guest's first instruction, which stops it before that: with it KVM has the registers
 * that were written. A step that begins before KVM knows where is lost (`singlestep_rip` in arch/x86/kvm/x86.c). RF, with
 * which it would not stop, comes afterwards.
 */
const settle = async (stub: Stub, guest: Guest): Promise<void> => {
  const at = pcOf(await stub.registers(), guest)
  await stub.breakpoint('insert', 'execute', at, 1)
  await stub.resume('continue', PREPARED_WITHIN)
  await stub.breakpoint('remove', 'execute', at, 1)
  if (pcOf(await stub.registers(), guest) !== at) throw new SetUpFailed('the guest does not wait to begin')
}

const enter = async (stub: Stub, guest: Guest, usesKvm: boolean): Promise<void> => {
  const code = [...prepareMode(guest), ...prepareDebugRegisters(guest), ...SPIN]
  const ready = code.length - SPIN.length
  await stub.writeMemory(0, memoryWithPreparation(guest, code))
  await stub.writeRegisters([
    ['cs', BigInt(PREPARATION >> 4)],
    ['ds', BigInt(PREPARATION >> 4)],
    ['rip', 0n],
  ])
  const at = BigInt(PREPARATION + ready)
  await stub.breakpoint('insert', 'execute', at, 1)
  const stop = await stub.resume('continue', PREPARED_WITHIN)
  const registers = await stub.registers()
  const rip = isLong(guest) ? at : BigInt(ready)
  if (stop === null || registers.get('rip') !== rip)
    throw new SetUpFailed(`the set-up ends at RIP 0x${registers.get('rip')!.toString(16)}`)
  await stub.breakpoint('remove', 'execute', at, 1)
  const { regs } = guest.state
  await stub.writeRegisters([
    // SS before CS: it is the one that brings the privilege level with it.
    ...['ss', 'ds', 'es', 'fs', 'gs', 'cs'].map((name) => [name, selector(guest, name)] as const),
    ...GENERAL.map((name) => [name, field(regs, name)] as const),
    ['eflags', field(regs, 'rflags') & ~RF],
    ['rip', field(regs, 'rip')],
  ])
  if (usesKvm) await settle(stub, guest)
  await stub.writeRegisters([['eflags', field(regs, 'rflags')]])
}

const pcOf: GuestMachine['pcOf'] = (registers, guest) =>
  registers.get('rip')! + (isLong(guest) ? 0n : registers.get('cs')! << 4n)

export const x86Guest: GuestMachine = {
  ram: { base: 0, size: RAM_SIZE },
  registers: [
    ...[...GENERAL, 'rip'].map((name) => ({ name, size: 8 })),
    ...['eflags', ...SEGMENTS].map((name) => ({ name, size: 4 })),
  ],
  pc: { name: 'rip', afterReset: 0xfff0n },
  pcOf,
  endsInLoop: false,
  logPointer: 'rbp',
  enter,
}
