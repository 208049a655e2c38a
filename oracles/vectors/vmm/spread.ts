/**
 * Programs of the vmm machine that have nothing to prove: every instruction under each way of debugging; and what events
 * show.
 */
import {
  type Command,
  GUESTS,
  type Instruction,
  makeProgram,
  type Program,
  type RunEvent,
} from '../../../model/vmm/index.ts'
import { alphabet, existsIn } from '../../../properties/vmm/alphabet.ts'
import type { Vmm } from '../../../properties/vmm/types.ts'
import type { Feature, SpreadProgram } from '../programs/machine.ts'

const NOP: Instruction = { op: 'nop' }

const insert = (kind: 'software' | 'execute', instruction: number): Command => ({
  do: 'insert',
  kind,
  at: { instruction },
})
const STEP: Command = { do: 'step' }
const OVER: Command = { do: 'step-over' }
const GO: Command = { do: 'continue' }

/** What a debugger does about the first of two instructions. */
const SITUATIONS: readonly {
  readonly name: string
  readonly text: string
  readonly script: Program['script']
}[] = [
  { name: 'step', text: 'stepped', script: [[STEP], [STEP]] },
  {
    name: 'software-breakpoint',
    text: 'with a software breakpoint at it, which is looked at, stepped over, and removed',
    script: [
      [insert('software', 0), { do: 'read-memory', at: { instruction: 0 }, length: 4 }, GO],
      [OVER],
      [{ ...insert('software', 0), do: 'remove' } as Command],
    ],
  },
  {
    name: 'hardware-breakpoint',
    text: 'with a hardware breakpoint behind it',
    script: [[insert('execute', 1), GO], [OVER]],
  },
  {
    name: 'watchpoint',
    text: 'with a watchpoint on its data',
    script: [[{ do: 'insert', kind: 'watch-access', at: { place: 'data' }, length: 4 }, GO], [OVER]],
  },
]

const nameOf = (instruction: Instruction): string => {
  const { op } = instruction
  if (op === 'brk') return 'imm' in instruction ? `${op}-${instruction.imm}` : op
  if (!('at' in instruction) || typeof instruction.at !== 'object') return op
  return `${op}-${'place' in instruction.at ? instruction.at.place : 'code'}`
}

/** Every instruction of the alphabet in every situation, on each machine that has it. */
export const systematic = (): SpreadProgram<Vmm>[] =>
  GUESTS.flatMap((guest) =>
    alphabet.instructions
      .filter((instruction) => existsIn(instruction, { guest }))
      .flatMap((instruction) =>
        SITUATIONS.map(({ name, text, script }) => ({
          id: `${guest}-${nameOf(instruction)}-${name}`,
          why: `${instruction.op} on ${guest} ${text}.`,
          program: makeProgram({ guest }, [instruction, NOP], script),
        })),
      ),
  )

const answerOf = (reply: string): string =>
  reply === '' ? 'unsupported' : /^(OK|E\d+)$/.test(reply) ? reply : 'data'

/** What an event shows. What the guest's own machine does is shown by its own vectors. */
export const features = (event: RunEvent): Feature[] => {
  switch (event.kind) {
    case 'command': {
      const { command, reply } = event
      if (command.do === 'step-over')
        return [{ slug: 'steps-over', text: 'a debugger that steps over its own breakpoints' }]
      const kind = 'kind' in command ? ` ${command.kind}` : ''
      const what = `${command.do}${kind}`
      const answer = answerOf(reply)
      return [
        {
          slug: `${what.replace(' ', '-')}-${answer.toLowerCase()}`,
          text: `the debugger’s ${what}: ${answer}`,
        },
      ]
    }
    case 'resume':
      return [{ slug: `resumes-by-${event.how}`, text: `a debugger that resumes by ${event.how}` }]
    case 'stop':
      return [
        { slug: `stop-${event.stop.reason}`, text: `a stop for ${event.stop.reason.replace('-', ' ')}` },
      ]
    case 'owned': {
      const { owner, inject } = event
      const end = inject === null ? '' : '-injected'
      return [
        {
          slug: `exit-of-${owner}${end}`,
          text: `a debug exit that is ${owner === 'both' ? 'both sides’' : `the ${owner}’s`}`,
        },
      ]
    }
    default:
      return []
  }
}
