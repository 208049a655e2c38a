/**
 * The virtual machine's contract: everything a program may rely on, in one place. A target that runs programs sets
 * up exactly this; nothing is inherited from whoever created the vCPU.
 *
 * One vCPU in real mode, no interrupt controller in the kernel, capabilities KVM_CAP_SET_GUEST_DEBUG,
 * KVM_CAP_EXCEPTION_PAYLOAD, KVM_CAP_IMMEDIATE_EXIT and KVM_CAP_DEBUGREGS.
 *
 * | linear address   | what                                                                  |
 * |------------------|-----------------------------------------------------------------------|
 * | 0x0000–0x03ff    | interrupt vector table: vector v points to handler v                  |
 * | 0x1000–0x1fff    | the program's code, then HLT                                          |
 * | 0x2000–0x2fff    | data, all zero                                                        |
 * | 0x3000–0x4eff    | stack, growing down from 0x4f00; `setup.stack` lies at 0x4f00         |
 * | 0x6000–0x6fff    | handlers, 64 bytes each                                               |
 * | 0x7000–0x7fff    | the handlers' log, 16 bytes a record, written in order from 0x7000    |
 * | 0x8000 and above | no memory: MMIO                                                       |
 *
 * The program ends when RIP at an exit is behind the HLT that follows its code, or behind the HLT of a handler that
 * does not return; or when it leaves RAM, or a cap is reached.
 *
 * Log record: IP (2 bytes), FLAGS (2), vector (1), unused (3), DR6 (4, #DB only), unused (4).
 * EBP points to the next record.
 */

/** Bytes of RAM, one slot from address 0. Everything above is MMIO. */
export const RAM_SIZE = 0x8000
export const CODE = 0x1000
export const CODE_SIZE = 0x1000
export const DATA = 0x2000
/** Initial stack pointer. */
export const STACK = 0x4f00
/** Where the words of `setup.stack` must end. */
export const STACK_LIMIT = 0x5000
export const HANDLERS = 0x6000
export const HANDLER_SIZE = 0x40
export const LOG = 0x7000
export const LOG_RECORD = 16
export const MMIO = 0x9000

/** Vectors from here on share one handler, which logs 0xff. */
export const LAST_VECTOR = 0x2f

/** What a read of an I/O port or of MMIO returns, in every byte. */
export const READ_BYTE = 0x5a

/** The MSR that programs may access; every other MSR is #GP. */
export const MSR_SYSENTER_CS = 0x174

/** Guest instructions with deliveries, and runs of the vCPU, after which a program is ended. */
export const STEP_CAP = 64
export const RUN_CAP = 16

/** CPUID leaves that exist: 0 and 1. Leaf 1 names DE, MSR, PAT and APIC in EDX; APIC is there whatever a VMM asks for. */
export const CPUID_LEAF1_EDX = 0x10224

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

/** Linear address of the handler of a vector. */
export const handlerAddress = (vector: number): number =>
  HANDLERS + HANDLER_SIZE * Math.min(vector, LAST_VECTOR + 1)

/**
 * Vectors whose handler returns: #DB, NMI, #BP, #OF and everything from 32 on. The others are faults whose return
 * would loop: their handler logs and ends the program.
 */
export const handlerReturns = (vector: number): boolean => vector >= 32 || (vector >= 1 && vector <= 4)

const bytes = (text: string): number[] => text.split(' ').map((byte) => Number.parseInt(byte, 16))

/** Copies IP and FLAGS of the frame at the top of the stack into the log, and the vector. */
const logFrame = (vector: number): number[] => [
  ...bytes('67 ff 34 24'), // push word [esp]
  ...bytes('8f 46 00'), // pop word [bp]
  ...bytes('67 ff 74 24 04'), // push word [esp + 4]
  ...bytes('8f 46 02'), // pop word [bp + 2]
  ...[...bytes('c6 46 04'), vector], // mov byte [bp + 4], vector
]

const NEXT_RECORD = bytes('8d 6e 10') // lea bp, [bp + 16]
const HLT = 0xf4
const IRET = 0xcf

/**
 * The machine code of one handler. It changes no register but EBP and no flag that IRET does not restore, so that
 * the guest goes on as if nobody had looked; one that is itself interrupted loses at most its own log record.
 */
export const handlerCode = (vector: number, onDebugException: 'return' | 'disarm'): number[] => {
  if (vector === 1)
    return [
      ...bytes('66 50'), // push eax
      ...bytes('0f 21 f0'), // mov eax, dr6
      ...bytes('66 89 46 08'), // mov [bp + 8], eax
      ...(onDebugException === 'disarm' ? bytes('66 31 c0 0f 23 f8') : []), // xor eax, eax; mov dr7, eax
      ...bytes('66 58'), // pop eax
      ...logFrame(1),
      ...NEXT_RECORD,
      IRET,
    ]
  const logged = vector > LAST_VECTOR ? 0xff : vector
  return [...logFrame(logged), ...NEXT_RECORD, handlerReturns(vector) ? IRET : HLT]
}

// A handler that ends the program is as long for every vector.
const FAULT_HANDLER_LENGTH = handlerCode(13, 'return').length

/** Whether a linear address lies behind the HLT of a handler that ends the program. */
export const isBehindFaultHandler = (address: number): boolean => {
  const vector = Math.floor((address - 1 - HANDLERS) / HANDLER_SIZE)
  if (vector < 0 || vector > 31 || handlerReturns(vector)) return false
  const offset = address - handlerAddress(vector)
  return offset >= FAULT_HANDLER_LENGTH && offset < HANDLER_SIZE
}
