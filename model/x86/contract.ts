/**
 * The virtual machine's contract: everything a program may rely on, in one place. A target that runs programs sets
 * up exactly this; nothing is inherited from whoever created the vCPU.
 *
 * One vCPU in real mode or in 64-bit code of long mode, no interrupt controller in the kernel, capabilities
 * KVM_CAP_SET_GUEST_DEBUG, KVM_CAP_EXCEPTION_PAYLOAD, KVM_CAP_IMMEDIATE_EXIT and KVM_CAP_DEBUGREGS.
 *
 * | linear address   | what                                                                  |
 * |------------------|-----------------------------------------------------------------------|
 * | 0x0000–0x03ff    | real mode: interrupt vector table, vector v points to handler v       |
 * | 0x1000–0x1fff    | the program's code, then what ends it                                 |
 * | 0x2000–0x2fff    | data, all zero                                                        |
 * | 0x3000–0x4eff    | stack, growing down from 0x4f00; `setup.stack` lies at 0x4f00         |
 * | 0x5000–0x5fff    | long mode: stack of handlers that interrupt CPL3, growing down        |
 * | 0x6000–0x6fff    | handlers, 64 bytes each                                               |
 * | 0x7000–0x7fff    | the handlers' log, written in order from 0x7000                       |
 * | 0x8000–0xcfff    | long mode: page tables, IDT, GDT and TSS, see `long-mode-setup.ts`;   |
 * |                  | a program that writes there is not carried out                        |
 * | 0xd000 and above | no memory: MMIO; in long mode nothing is mapped from 0x200000 on      |
 *
 * The code is followed by HLT; at CPL3, where HLT is #GP, by INT 0x2f, whose handler is a HLT. The program ends when
 * RIP at an exit is behind that HLT, or behind the HLT of a handler that does not return; or when it leaves RAM, or a
 * cap is reached.
 *
 * Log record in real mode, 16 bytes: IP (2 bytes), FLAGS (2), vector (1), unused (3), DR6 (4, #DB only), unused (4).
 * Log record in long mode, 32 bytes: RIP (8), RFLAGS (8), vector (1), unused (3), DR6 (4, #DB only), error code (8,
 * of the vectors that have one). SYSCALL is logged like a vector, 0xfe. EBP points to the next record.
 */
import type { Setup } from './program.ts'

/** The modes that programs run in. */
export type ProgramMode = NonNullable<Setup['mode']>

/** Bytes of RAM, one slot from address 0. Everything above is MMIO. */
export const RAM_SIZE = 0xd000
export const CODE = 0x1000
export const CODE_SIZE = 0x1000
export const DATA = 0x2000
/** Initial stack pointer. */
export const STACK = 0x4f00
/** Where the words of `setup.stack` must end. */
export const STACK_LIMIT = 0x5000
/** Where the stack begins that a handler gets when it interrupts CPL3. */
export const HANDLER_STACK = 0x6000
export const HANDLERS = 0x6000
export const HANDLER_SIZE = 0x40
export const LOG = 0x7000
/** Bytes of a log record, by mode. */
export const LOG_RECORD = { real: 16, long: 32 } as const
/** Page tables and descriptor tables of long mode, up to the end of RAM. */
export const TABLES = 0x8000
export const MMIO = 0xe000
/** Where the page tables of long mode end. */
export const MAPPED_SIZE = 0x200000

/** Vectors from here on share one handler, which logs 0xff. */
export const LAST_VECTOR = 0x2f
/** The vector of the INT n that ends a program at CPL3. */
export const END_VECTOR = 0x2f

/** What a read of an I/O port or of MMIO returns, in every byte. */
export const READ_BYTE = 0x5a

/** The MSR that programs may access; every other MSR is #GP. */
export const MSR_SYSENTER_CS = 0x174

/** Guest instructions with deliveries, and runs of the vCPU, after which a program is ended. */
export const STEP_CAP = 64
export const RUN_CAP = 16

/**
 * CPUID leaves that exist beside 0: EAX, EBX, ECX, EDX. Leaf 1 names DE, PSE, MSR, PAE, PAT and APIC in EDX, of which
 * APIC is there whatever a VMM asks for; the extended leaves SYSCALL, long mode, and addresses of 48 and 36 bits.
 */
export const CPUID_LEAVES: ReadonlyMap<number, readonly [number, number, number, number]> = new Map([
  [0x1, [0, 0, 0, 0x1026c]],
  [0x80000000, [0x80000008, 0, 0, 0]],
  [0x80000001, [0, 0, 0, 0x20000800]],
  [0x80000008, [0x3024, 0, 0, 0]],
])
/** The highest leaf of the basic ones. */
export const CPUID_HIGHEST = 1

const vendorWords = (name: string): readonly [number, number, number] => {
  const word = (at: number): number =>
    [...name.slice(at, at + 4)].reduce((value, c, i) => value | (c.charCodeAt(0) << (8 * i)), 0) >>> 0
  return [word(0), word(4), word(8)]
}

/** EBX, EDX, ECX of CPUID leaf 0, by vendor. */
export const CPUID_VENDOR = {
  intel: vendorWords('GenuineIntel'),
  amd: vendorWords('AuthenticAMD'),
} as const

/** Linear address of the handler of a vector, or of what SYSCALL enters. */
export const handlerAddress = (vector: number | 'syscall'): number =>
  HANDLERS + HANDLER_SIZE * (vector === 'syscall' ? LAST_VECTOR + 2 : Math.min(vector, LAST_VECTOR + 1))

/**
 * Vectors whose handler returns: #DB, NMI, #BP, #OF and everything from 32 on. The others are faults whose return
 * would loop: their handler logs and ends the program.
 */
export const handlerReturns = (vector: number): boolean => vector >= 32 || (vector >= 1 && vector <= 4)

/** Exceptions that push an error code, outside of real mode: #DF, #TS, #NP, #SS, #GP, #PF, #AC, #CP, #VC, #SX. */
export const hasErrorCode = (vector: number): boolean => ERROR_CODES.has(vector)

/** Exceptions of the fault class: all below 32 but the NMI, the aborts, and #DB, #BP and #OF, which can be traps. */
export const isFault = (vector: number): boolean => vector < 32 && ![1, 2, 3, 4, 8, 18].includes(vector)

const ERROR_CODES: ReadonlySet<number> = new Set([8, 10, 11, 12, 13, 14, 17, 21, 29, 30])
