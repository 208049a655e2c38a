/**
 * The machine code of the handlers. A handler changes no register but EBP and no flag that its return does not
 * restore, so that the guest goes on as if nobody had looked; one that is itself interrupted loses at most its own
 * log record.
 */
import {
  END_VECTOR,
  HANDLER_SIZE,
  HANDLERS,
  handlerAddress,
  handlerReturns,
  hasErrorCode,
  LAST_VECTOR,
  LOG,
  type ProgramMode,
} from './contract.ts'

/** What the handler of #DB does before it returns: nothing more, or clear DR7. */
export type DebugHandler = 'return' | 'disarm'

/** How SYSCALL stands in the log. */
export const SYSCALL_LOGGED = 0xfe
/** How the vectors that share a handler stand in the log. */
export const SHARED_LOGGED = 0xff

const bytes = (text: string): number[] => text.split(' ').map((byte) => Number.parseInt(byte, 16))

const HLT = bytes('f4')

/** The parts that handlers are made of, in one mode. */
interface Parts {
  /** Copies IP and FLAGS of the frame at the top of the stack into the log, and the vector. */
  readonly logFrame: (vector: number) => number[]
  /** Moves the error code from the stack into the log. */
  readonly logErrorCode: number[]
  /** Copies DR6 into the log, and clears DR7 if it shall. */
  readonly logDr6: (disarm: boolean) => number[]
  readonly nextRecord: number[]
  readonly return: number[]
}

const REAL: Parts = {
  logFrame: (vector) => [
    ...bytes('67 ff 34 24'), // push word [esp]
    ...bytes('8f 46 00'), // pop word [bp]
    ...bytes('67 ff 74 24 04'), // push word [esp + 4]
    ...bytes('8f 46 02'), // pop word [bp + 2]
    ...[...bytes('c6 46 04'), vector], // mov byte [bp + 4], vector
  ],
  logErrorCode: [],
  logDr6: (disarm) => [
    ...bytes('66 50'), // push eax
    ...bytes('0f 21 f0'), // mov eax, dr6
    ...bytes('66 89 46 08'), // mov [bp + 8], eax
    ...(disarm ? bytes('66 31 c0 0f 23 f8') : []), // xor eax, eax; mov dr7, eax
    ...bytes('66 58'), // pop eax
  ],
  nextRecord: bytes('8d 6e 10'), // lea bp, [bp + 16]
  return: bytes('cf'), // iret
}

const LONG: Parts = {
  logFrame: (vector) => [
    ...bytes('ff 34 24'), // push qword [rsp]
    ...bytes('8f 45 00'), // pop qword [rbp]
    ...bytes('ff 74 24 10'), // push qword [rsp + 16]
    ...bytes('8f 45 08'), // pop qword [rbp + 8]
    ...[...bytes('c6 45 10'), vector], // mov byte [rbp + 16], vector
  ],
  logErrorCode: bytes('8f 45 18'), // pop qword [rbp + 24]
  logDr6: (disarm) => [
    ...bytes('50'), // push rax
    ...bytes('0f 21 f0'), // mov rax, dr6
    ...bytes('89 45 14'), // mov [rbp + 20], eax
    ...(disarm ? bytes('31 c0 0f 23 f8') : []), // xor eax, eax; mov dr7, rax
    ...bytes('58'), // pop rax
  ],
  nextRecord: bytes('48 8d 6d 20'), // lea rbp, [rbp + 32]
  return: bytes('48 cf'), // iretq
}

/** A handler: what writes its record of the log, and how it ends. */
interface Handler {
  /** What stands in the log for it. */
  readonly logged: number
  readonly log: readonly number[]
  readonly leave: readonly number[]
}

/** What SYSCALL enters: it logs RCX, R11 and itself, and returns. */
const SYSCALL_HANDLER: Handler = {
  logged: SYSCALL_LOGGED,
  log: [
    ...bytes('48 89 4d 00'), // mov [rbp], rcx
    ...bytes('4c 89 5d 08'), // mov [rbp + 8], r11
    ...[...bytes('c6 45 10'), SYSCALL_LOGGED], // mov byte [rbp + 16], 0xfe
    ...LONG.nextRecord,
  ],
  leave: bytes('48 0f 07'), // sysretq
}

/** Whether a handler is the HLT that ends a program at CPL3. */
const isEnd = (vector: number, mode: ProgramMode): boolean => mode === 'long' && vector === END_VECTOR

const handlerOf = (vector: number, mode: ProgramMode, onDebugException: DebugHandler): Handler => {
  const logged = vector > LAST_VECTOR ? SHARED_LOGGED : vector
  if (isEnd(vector, mode)) return { logged, log: [], leave: HLT }
  const parts = mode === 'real' ? REAL : LONG
  return {
    logged,
    log: [
      ...(vector === 1 ? parts.logDr6(onDebugException === 'disarm') : []),
      ...(hasErrorCode(vector) ? parts.logErrorCode : []),
      ...parts.logFrame(logged),
      ...parts.nextRecord,
    ],
    leave: handlerReturns(vector) ? parts.return : HLT,
  }
}

/** The machine code of the handler of one vector. */
export const handlerCode = (vector: number, mode: ProgramMode, onDebugException: DebugHandler): number[] => {
  const { log, leave } = handlerOf(vector, mode, onDebugException)
  return [...log, ...leave]
}

/** All handlers of one mode in the order of their addresses, which are `HANDLER_SIZE` apart. */
const handlersOf = (mode: ProgramMode, onDebugException: DebugHandler): Handler[] => [
  ...Array.from({ length: LAST_VECTOR + 2 }, (_, vector) => handlerOf(vector, mode, onDebugException)),
  ...(mode === 'long' ? [SYSCALL_HANDLER] : []),
]

/** All handlers of one mode with their addresses. */
export const handlers = (
  mode: ProgramMode,
  onDebugException: DebugHandler,
): readonly { readonly address: number; readonly code: readonly number[] }[] =>
  handlersOf(mode, onDebugException).map(({ log, leave }, n) => ({
    address: HANDLERS + HANDLER_SIZE * n,
    code: [...log, ...leave],
  }))

const handlerEnding = (address: number, mode: ProgramMode): 'end' | 'fault' | null => {
  const vector = Math.floor((address - 1 - HANDLERS) / HANDLER_SIZE)
  if (vector < 0 || vector > LAST_VECTOR) return null
  if (handlerReturns(vector) && !isEnd(vector, mode)) return null
  const offset = address - handlerAddress(vector)
  if (offset < handlerCode(vector, mode, 'return').length || offset >= HANDLER_SIZE) return null
  return isEnd(vector, mode) ? 'end' : 'fault'
}

// Asked at every exit.
const endings = (mode: ProgramMode): readonly ('end' | 'fault' | null)[] =>
  Array.from({ length: HANDLER_SIZE * (LAST_VECTOR + 2) }, (_, n) => handlerEnding(HANDLERS + n, mode))
const ENDINGS = { real: endings('real'), long: endings('long') } as const

/** How a program has ended if RIP at an exit has this linear address in a handler; `null` if it goes on. */
export const endingInHandler = (address: number, mode: ProgramMode): 'end' | 'fault' | null =>
  address < HANDLERS || address >= LOG ? null : (ENDINGS[mode][address - HANDLERS] ?? null)

const openRecords = (mode: ProgramMode, onDebugException: DebugHandler): readonly (number | null)[] =>
  handlersOf(mode, onDebugException).flatMap(({ logged, log }) =>
    Array.from({ length: HANDLER_SIZE }, (_, offset) => (offset < log.length ? logged : null)),
  )
const OPEN_RECORDS = {
  real: { return: openRecords('real', 'return'), disarm: openRecords('real', 'disarm') },
  long: { return: openRecords('long', 'return'), disarm: openRecords('long', 'disarm') },
} as const

/** What stands in the log for the handler that has begun, but not finished its record, at a linear address, or `null`. */
export const openRecordAt = (
  address: number,
  mode: ProgramMode,
  onDebugException: DebugHandler,
): number | null => OPEN_RECORDS[mode][onDebugException][address - HANDLERS] ?? null
