/**
 * Programs for tests of the arm64 machine, and runs as short lines: what each of the two observers sees, in order.
 */
import {
  type Action,
  CODE,
  classOf,
  type DataPlace,
  DONE,
  type GprName,
  type Instruction,
  isStep,
  makeProgram,
  type Place,
  type Program,
  type Run,
  type RunEvent,
  type Setup,
  type Size,
  type SystemRegister,
  ssOf,
  VECTORS,
} from '../../../model/arm64/index.ts'

/** A program from its parts. */
export const programOf = (
  code: readonly Instruction[],
  setup: Setup = {},
  ...script: (readonly Action[])[]
): Program => makeProgram(setup, code, script)

type Plain = Extract<Instruction, { op: 'nop' | 'isb' | 'wfi' | 'eret' | 'udf' }>['op']
export const op = (name: Plain): Instruction => ({ op: name })
export const NOP = op('nop')
export const nops = (count: number): Instruction[] => Array.from({ length: count }, () => NOP)
export const at = (instruction: number): Place => ({ instruction })

const access =
  (name: 'ldr' | 'str') =>
  (place: DataPlace['place'], offset = 0, size: Size = 8, register: GprName = 'x1'): Instruction => ({
    op: name,
    register,
    at: offset === 0 ? { place } : { place, offset },
    size,
  })
export const ldr = access('ldr')
export const str = access('str')
export const mrs = (from: SystemRegister, to: GprName = 'x1'): Instruction => ({ op: 'mrs', to, from })
export const msr = (to: SystemRegister, from: GprName = 'x1'): Instruction => ({ op: 'msr', to, from })
export const mov = (value: string, to: GprName = 'x1'): Instruction => ({ op: 'mov', to, value })

/** KVM_SET_GUEST_DEBUG. */
export const debug = (
  control: string,
  values: Omit<Extract<Action, { do: 'set-guest-debug' }>, 'do' | 'control'> = {},
): Action => ({ do: 'set-guest-debug', control, ...values })

const digits = (value: bigint): string => value.toString(16)

/** An address as a reader sees it: instructions by their number, vectors by their offset, else digits. */
const where = (address: bigint): string => {
  const code = Number(address) - CODE
  if (code >= 0 && code < 0x1000) return `#${code / 4}`
  const vector = Number(address) - VECTORS
  return vector >= 0 && vector < 0x800 ? `vector+${vector.toString(16)}` : digits(address)
}

const syndromeText = (esr: bigint): string => {
  const name = classOf(esr).toString(16)
  if (!isStep(esr)) return `EC${name}`
  return `EC${name}${(esr >> 24n) & 1n ? ' ISV' : ''}${(esr >> 6n) & 1n ? ' EX' : ''}`
}

const ss = (value: bigint): string => (ssOf(value) === 1 ? ' SS' : '')

const exitText = ({ exit, state }: Extract<RunEvent, { kind: 'exit' }>): string => {
  const pc = where(state.pc)
  switch (exit.reason) {
    case 'debug': {
      const far = exit.debug.far === null ? '' : ` far=${digits(exit.debug.far)}`
      return `debug ${syndromeText(BigInt(exit.debug.hsr))} ${pc}${far}${ss(state.pstate)}`
    }
    case 'mmio':
      return exit.address === BigInt(DONE)
        ? `end${ss(state.pstate)}`
        : `mmio ${exit.direction} ${pc}${ss(state.pstate)}`
    default:
      return `${exit.reason} ${pc}${ss(state.pstate)}`
  }
}

const line = (event: RunEvent): string[] => {
  switch (event.kind) {
    case 'exit':
      return [exitText(event)]
    case 'delivery': {
      const esr = event.esr === null ? event.vector : syndromeText(event.esr)
      return [`guest ${esr} ${where(event.elr)}${ss(event.spsr)}`]
    }
    case 'guest-read':
      return [`reads ${event.what} ${digits(event.value)}`]
    case 'action':
      if (event.value !== null) return [`get ${digits(event.value)}`]
      return event.result === 'ok' ? [] : [event.result]
    default:
      return []
  }
}

/**
 * A run as lines: `debug EC32 ISV #1` (where PC is, ` SS` if the PSTATE that the VMM reads has it), `mmio write #0`,
 * `guest EC33 #1` (ELR, ` SS` if SPSR has it), `reads mdscr_el1 2001`, `EINVAL`, and `end` for the store that ends the program.
 * What the handlers read is left out: it is in the line of their exception.
 */
export const stops = (run: Run): string[] => {
  let inHandler = false
  return run.events.flatMap((event) => {
    if (event.kind === 'instruction') inHandler = event.address >= BigInt(VECTORS)
    return event.kind === 'guest-read' && inHandler ? [] : line(event)
  })
}
