/**
 * What a CPU needs to run 64-bit code, as the contract sets it up: page tables, descriptor tables, control registers.
 * Source: Intel SDM vol. 3, "4-Level Paging", "Segment Descriptors", "64-Bit IDT Gate Descriptors", "64-Bit
 * Task-State Segment"; the selectors are those that SYSCALL and SYSRET of Linux imply.
 */
import { HANDLER_STACK, handlerAddress, RAM_SIZE, TABLES } from './contract.ts'

const PML4 = TABLES
const PDPT = TABLES + 0x1000
const PAGE_DIRECTORY = TABLES + 0x2000
const IDT = TABLES + 0x3000
const GDT = TABLES + 0x4000
const TSS = TABLES + 0x4100

/** Selectors of the segments: code and stack of CPL0 and CPL3, and the TSS. */
export const SELECTORS = {
  kernelCode: 0x08,
  kernelData: 0x10,
  userData: 0x2b,
  userCode: 0x33,
  tss: 0x40,
} as const

/** A segment descriptor: bits 40–47 and 52–55; base 0, limit 4 GiB, already marked as accessed. */
const descriptor = (type: bigint, attributes: bigint): bigint =>
  0x000f_0000_0000_ffffn | (type << 40n) | (attributes << 52n)
const CODE_64 = 0xan
const DATA = 0xcn
/** Present, accessed; code that can be read, or data that can be written. */
const CODE_TYPE = 0x9bn
const DATA_TYPE = 0x93n
const DPL3 = 0x60n

/** A 64-bit TSS that is in use. */
const TSS_TYPE = 0x8bn
const TSS_LIMIT = 0x67

const gdt: readonly bigint[] = [
  0n,
  descriptor(CODE_TYPE, CODE_64),
  descriptor(DATA_TYPE, DATA),
  0n,
  0n,
  descriptor(DATA_TYPE | DPL3, DATA),
  descriptor(CODE_TYPE | DPL3, CODE_64),
  0n,
  BigInt(TSS_LIMIT) | (BigInt(TSS & 0xffffff) << 16n) | (TSS_TYPE << 40n) | (BigInt(TSS >>> 24) << 56n),
  0n,
]

/** Whether INT n of this vector is allowed at CPL3: the gate has DPL 3. */
export const isUserGate = (vector: number): boolean => vector === 3 || vector === 4 || vector >= 32

/** An interrupt gate: IST 0, to CPL0. */
const gate = (vector: number): readonly bigint[] => {
  const to = BigInt(handlerAddress(vector))
  const type = isUserGate(vector) ? 0xeen : 0x8en
  return [(to & 0xffffn) | (BigInt(SELECTORS.kernelCode) << 16n) | (type << 40n) | ((to >> 16n) << 48n), 0n]
}

/** Present, writable, for CPL3 too, accessed; so that no table is ever written by the CPU. */
const PAGE = 0x27n
/** And dirty, and of 2 MiB. */
const LARGE_PAGE = PAGE | 0x40n | 0x80n

const qwords = (at: number, ...values: readonly bigint[]): readonly (readonly [number, bigint])[] =>
  values.map((value, i) => [at + 8 * i, value])

/** The tables, 64 bits at a time with their addresses. */
const contents = [
  ...qwords(PML4, BigInt(PDPT) | PAGE),
  ...qwords(PDPT, BigInt(PAGE_DIRECTORY) | PAGE),
  ...qwords(PAGE_DIRECTORY, LARGE_PAGE),
  ...qwords(IDT, ...Array.from({ length: 256 }, (_, vector) => gate(vector)).flat()),
  ...qwords(GDT, ...gdt),
  // RSP0 lies at 4, the offset of the I/O permission bitmap at 102: behind the limit, so there is none.
  ...qwords(TSS, BigInt(HANDLER_STACK) << 32n),
  ...qwords(TSS + 96, BigInt(TSS_LIMIT + 1) << 48n),
]

/** Stores the tables into an image of RAM. */
export const writeTables = (ram: Uint8Array): void => {
  const view = new DataView(ram.buffer, ram.byteOffset, RAM_SIZE)
  for (const [at, value] of contents) view.setBigUint64(at, value, true)
}

const CR0 = { PE: 0x1, MP: 0x2, ET: 0x10, NE: 0x20, WP: 0x10000, PG: 0x80000000 } as const
const CR4_PAE = 0x20
const EFER = { SCE: 0x1, LME: 0x100, LMA: 0x400 } as const

const sum = (flags: { readonly [name: string]: number }): number =>
  Object.values(flags).reduce((all, flag) => all + flag, 0)

/** A segment register: selector, base, limit, and access rights as VMX has them (bits 0–7 and 12–15). */
export interface SegmentRegister {
  readonly selector: number
  readonly base: number
  readonly limit: number
  readonly rights: number
}

const flat = (selector: number): SegmentRegister => {
  const { [selector >> 3]: entry = 0n } = gdt
  const rights = Number((entry >> 40n) & 0xf0ffn)
  return { selector, base: 0, limit: 0xffffffff, rights }
}

/** The registers with which a vCPU starts in long mode, but for what the setup names. */
export interface LongModeRegisters {
  readonly control: {
    readonly cr0: number
    readonly cr3: number
    readonly cr4: number
    readonly efer: number
  }
  readonly segments: {
    readonly [name in 'cs' | 'ds' | 'es' | 'ss' | 'fs' | 'gs' | 'tr' | 'ldt']: SegmentRegister
  }
  readonly tables: { readonly [name in 'gdt' | 'idt']: { readonly base: number; readonly limit: number } }
}

const registers = (cs: SegmentRegister, data: SegmentRegister): LongModeRegisters => ({
  control: { cr0: sum(CR0), cr3: PML4, cr4: CR4_PAE, efer: sum(EFER) },
  segments: {
    cs,
    ds: data,
    es: data,
    ss: data,
    fs: data,
    gs: data,
    tr: { selector: SELECTORS.tss, base: TSS, limit: TSS_LIMIT, rights: Number(TSS_TYPE) },
    // There is none: whatever selects from it is #GP.
    ldt: { selector: 0, base: 0, limit: 0, rights: 0 },
  },
  tables: { gdt: { base: GDT, limit: 8 * gdt.length - 1 }, idt: { base: IDT, limit: 16 * 256 - 1 } },
})

/** Those registers, by privilege level. */
export const LONG_MODE_REGISTERS: { readonly [cpl in 0 | 3]: LongModeRegisters } = {
  0: registers(flat(SELECTORS.kernelCode), flat(SELECTORS.kernelData)),
  3: registers(flat(SELECTORS.userCode), flat(SELECTORS.userData)),
}

/** Indices of the MSRs that SYSCALL and SYSRET use. */
export const MSR = { STAR: 0xc0000081, LSTAR: 0xc0000082, FMASK: 0xc0000084 } as const

/** The values of those that do not come with the setup. SYSRET adds 8 for SS and 16 for CS. */
export const SYSCALL_MSRS: readonly (readonly [number, bigint])[] = [
  [MSR.STAR, (BigInt(SELECTORS.userCode - 16) << 48n) | (BigInt(SELECTORS.kernelCode) << 32n)],
  [MSR.LSTAR, BigInt(handlerAddress('syscall'))],
]
