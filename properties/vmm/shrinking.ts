/**
 * How programs of the vmm machine are made smaller: as those of the guest’s machine, and by simpler commands.
 */
import { type Command, guestProgram, type Program } from '../../model/vmm/index.ts'
import { shrinking as arm64 } from '../arm64/shrinking.ts'
import type { MachineTypes, ShrinkingOf } from '../machine.ts'
import { simplerParts } from '../smaller.ts'
import { shrinking as x86 } from '../x86/shrinking.ts'
import type { Vmm } from './types.ts'

/** The passes of the guest’s machine leave alone what they do not know: they take the debugger’s commands as they are. */
const guests = { x86, arm64 } as unknown as {
  readonly [G in Program['setup']['guest']]: ShrinkingOf<MachineTypes>
}

function* byGuest(program: Program, pass: keyof ShrinkingOf<Vmm>): Generator<Program> {
  const { guest } = program.setup
  const { script } = program
  for (const smaller of guests[guest][pass]({ ...guestProgram(program), script }))
    yield { ...smaller, machine: 'vmm', setup: { guest, ...smaller.setup } } as Program
}

function* simplerCommand(command: Command): Generator<Command> {
  if (command.do === 'step-over' || command.do === 'step') yield { do: 'continue' }
  if (command.do === 'step-over') yield { do: 'step' }
  if (command.do !== 'insert' && command.do !== 'remove') return
  const { length, ...rest } = command
  if (length !== undefined) yield rest
  if (command.kind !== 'software') yield { ...rest, kind: 'software' }
  if (command.kind.startsWith('watch-') && command.kind !== 'watch-write')
    yield { ...command, kind: 'watch-write' }
}

function* simplified(program: Program): Generator<Program> {
  yield* byGuest(program, 'simplified')
  yield* simplerParts(program, () => [], simplerCommand)
}

/** The passes over programs of the vmm machine. */
export const shrinking: ShrinkingOf<Vmm> = {
  dropped: (program) => byGuest(program, 'dropped'),
  simplified,
}
