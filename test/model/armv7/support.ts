/**
 * Programs for tests of the armv7 machine, and what the guest reads in them.
 */
import {
  type Action,
  type Instruction,
  makeProgram,
  type Program,
  type Run,
  type Setup,
} from '../../../model/armv7/index.ts'
import { variants } from '../../../model/armv7/variants/index.ts'
import type { Variant } from '../../../model/armv7/variants/variant.ts'

/** A program from its parts. */
export const programOf = (
  code: readonly Instruction[],
  script: readonly (readonly Action[])[] = [],
  setup: Setup = {},
): Program => makeProgram(setup, code, script)

export const variant = (id: string): Variant => variants.find((each) => each.id === `armv7/${id}`)!

export const read = (from: string): Instruction => ({ op: 'mrc', from })
export const write = (to: string, value: Extract<Instruction, { op: 'mcr' }>['value']): Instruction => ({
  op: 'mcr',
  to,
  value,
})
export const NOP: Instruction = { op: 'nop' }
export const BKPT: Instruction = { op: 'bkpt' }
export const WFI: Instruction = { op: 'wfi' }

/** Arms breakpoint 0 on an instruction of the program. */
export const arm = (instruction: number): Instruction[] => [
  write('DBGBVR0', { instruction }),
  write('DBGBCR0', '0x1e7'),
]

/** What the guest’s reads got, in order. */
export const reads = (run: Run): (number | null)[] =>
  run.events.flatMap((event) =>
    event.kind === 'access' && event.direction === 'read' && event.passed ? [event.value] : [],
  )

/** The guest’s exceptions, in order. */
export const exceptions = (run: Run): string[] =>
  run.events.flatMap((event) => (event.kind === 'delivery' ? [event.cause ?? event.exception] : []))
