/**
 * Programs for tests, and runs as short lines: what each of the two observers sees, in order.
 */
import { PROGRAM_FORMAT, PROGRAM_VERSION } from '../../model/program.ts'
import {
  type Action,
  type BreakpointAddresses,
  HANDLERS,
  type Instruction,
  type Place,
  type Program,
  type Run,
  type RunEvent,
  type Setup,
} from '../../model/x86/index.ts'

/** A program from its parts. */
export const programOf = (
  code: readonly Instruction[],
  setup: Setup = {},
  ...script: (readonly Action[])[]
): Program => ({ format: PROGRAM_FORMAT, version: PROGRAM_VERSION, machine: 'x86', setup, code, script })

type Without<Operands> = Operands extends { readonly op: infer Op } ? ('nop' extends Op ? Op : never) : never
/** The instructions without operands, of which NOP is one. */
type PlainOp = Without<Instruction>

/** An instruction without operands. */
export const op = (name: PlainOp): Instruction => ({ op: name })
export const NOP = op('nop')
export const nops = (count: number): Instruction[] => Array.from({ length: count }, () => NOP)

export const at = (instruction: number, offset = 0): Place =>
  offset === 0 ? { instruction } : { instruction, offset }
export const ip = (instruction: number): Place => ({ instruction, as: 'ip' })

/** KVM_SET_GUEST_DEBUG. */
export const debug = (control: string, dr7?: string, ...db: BreakpointAddresses): Action => ({
  do: 'set-guest-debug',
  control,
  ...(dr7 === undefined ? {} : { dr7 }),
  ...(db.length === 0 ? {} : { db }),
})

const VECTORS: { readonly [vector: number]: string } = {
  1: '#DB',
  2: 'NMI',
  3: '#BP',
  4: '#OF',
  6: '#UD',
  12: '#SS',
  13: '#GP',
  14: '#PF',
}

const digits = (value: bigint | number): string => value.toString(16)

/** What a line may say beside where and why. */
export type Detail = 'cx' | 'rip' | 'rflags' | 'dr6' | 'dr7' | 'exit-dr7' | 'shadow'

const details = (event: Extract<RunEvent, { kind: 'exit' }>, show: readonly Detail[]): string => {
  const { state, exit } = event
  const text: { readonly [D in Detail]: () => string } = {
    cx: () => `cx=${state.gpr[1]}`,
    rip: () => `rip=${digits(state.rip)}`,
    rflags: () => `rflags=${digits(state.rflags)}`,
    dr6: () => `dr6=${digits(state.dr6)}`,
    dr7: () => `dr7=${digits(state.dr7)}`,
    'exit-dr7': () =>
      exit.reason === 'debug' ? `dr7=${exit.debug.dr7 === null ? 'unset' : digits(exit.debug.dr7)}` : '',
    shadow: () => `shadow=${state.shadow}`,
  }
  return show
    .map((detail) => text[detail]())
    .filter((shown) => shown !== '')
    .map((shown) => ` ${shown}`)
    .join('')
}

const exitText = (event: Extract<RunEvent, { kind: 'exit' }>): string => {
  const { exit, state } = event
  const address = digits(state.csBase + state.rip)
  switch (exit.reason) {
    case 'debug': {
      const { exception, pc, dr6 } = exit.debug
      return exception === 3 ? `debug #BP ${digits(pc)}` : `debug ${digits(pc)} ${digits(dr6)}`
    }
    case 'io':
      return exit.count === 1 ? `io ${address}` : `io ${address} x${exit.count}`
    case 'mmio':
      return `mmio ${exit.direction} ${address}`
    default:
      return exit.reason
  }
}

const line = (event: RunEvent, show: readonly Detail[]): string[] => {
  switch (event.kind) {
    case 'exit':
      return [exitText(event) + details(event, show)]
    case 'delivery': {
      const name = VECTORS[event.vector] ?? `vector ${digits(event.vector)}`
      const status = event.vector === 1 ? ` ${digits(event.dr6)}` : ''
      const flags = show.includes('rflags') ? ` flags=${digits(event.flags)}` : ''
      const control = show.includes('dr7') && event.vector === 1 ? ` dr7=${digits(event.dr7)}` : ''
      return [`guest ${name} ${digits(event.ip)}${status}${flags}${control}`]
    }
    case 'guest-read':
      return [`reads ${event.what} ${digits(event.value)}`]
    case 'action':
      return event.result === 'ok' ? [] : [event.result]
    default:
      return []
  }
}

/**
 * A run as lines: `debug 1001 ffff4ff0` (pc and dr6 of the exit record), `debug #BP 1001`, `io 1001`, `mmio read 1001`
 * (where RIP is), `hlt`; `guest #DB 1001 ffff0ff1` (IP pushed, DR6 for the handler), `reads dr0 0`, `EBUSY`.
 */
export const stops = (run: Run, show: readonly Detail[] = []): string[] => {
  let inHandler = false
  return run.events.flatMap((event) => {
    if (event.kind === 'instruction') inHandler = event.address >= BigInt(HANDLERS)
    // What the handler of #DB reads is in the line of its delivery.
    return event.kind === 'guest-read' && inHandler ? [] : line(event, show)
  })
}

/** The same as one text; of a run that never ends as many stops as `like` has before its `…`. */
export const stopsLike = (like: string, run: Run, show: readonly Detail[] = []): string => {
  const seen = stops(run, show)
  const wanted = like.split(', ')
  return wanted.at(-1) === '…' && seen.length >= wanted.length
    ? [...seen.slice(0, wanted.length - 1), '…'].join(', ')
    : seen.join(', ')
}
