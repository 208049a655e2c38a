/**
 * Programs of the vmm machine in few words, and what the debugger was told in them.
 */
import {
  type Command,
  type Instruction,
  ideal,
  makeProgram,
  type Run,
  runProgram,
  type Setup,
  type Value,
  type Variant,
} from '../../../model/vmm/index.ts'

export const nop: Instruction = { op: 'nop' }
export const at = (instruction: number): Value => ({ instruction })
export const data = (offset = 0): Value => ({ place: 'data', offset })

type Kind = Extract<Command, { do: 'insert' }>['kind']
const request =
  (what: 'insert' | 'remove') =>
  (kind: Kind, where: Value, length?: number): Command => ({
    do: what,
    kind,
    at: where,
    ...(length === undefined ? {} : { length }),
  })
export const insert = request('insert')
export const remove = request('remove')
export const step: Command = { do: 'step' }
export const stepOver: Command = { do: 'step-over' }
export const read = (where: Value, length: number): Command => ({ do: 'read-memory', at: where, length })

export const run = (
  setup: Setup,
  code: readonly Instruction[],
  script: readonly (readonly Command[])[],
  variant: Variant = ideal,
): Run => runProgram(makeProgram(setup, code, script), variant)

/** Replies and stops, in order: `OK`, `T05 1001`. */
export const told = ({ events }: Run): string[] =>
  events.flatMap((event) => {
    if (event.kind === 'command' && event.command.do !== 'step-over') return [event.reply]
    return event.kind === 'stop' ? [`${event.reply} ${event.pc.toString(16)}`] : []
  })

/** The guest's log as words of 4 bytes, those of a record of 16 or 32 bytes on a line. */
export const logOf = ({ machine }: Run): string => Buffer.from(machine.log).toString('hex')
