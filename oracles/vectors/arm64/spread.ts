/**
 * Programs of the arm64 machine that have nothing to prove: every instruction under each debugger; and what events show.
 */
import {
  classOf,
  type Exit,
  type Instruction,
  makeProgram,
  type Program,
  type RunEvent,
  type Setup,
} from '../../../model/arm64/index.ts'
import { alphabet } from '../../../properties/arm64/alphabet.ts'
import type { Arm64 } from '../../../properties/arm64/types.ts'
import { className } from '../../reports/arm64/event-text.ts'
import type { Feature, SpreadProgram } from '../programs/machine.ts'

const NOP: Instruction = { op: 'nop' }
const NEXT = [{ instruction: 1 }]
const EXECUTE = '0x1e7'

/** Both debuggers' ways to stop at the instruction behind the one that is looked at. */
const SITUATIONS: readonly {
  readonly name: string
  readonly text: string
  readonly setup: Setup
  readonly script: Program['script']
}[] = [
  {
    name: 'host-step',
    text: 'stepped by the host',
    setup: {},
    script: [[{ do: 'set-guest-debug', control: '0x3' }]],
  },
  {
    name: 'guest-step',
    text: 'stepped by the guest itself',
    setup: { mdscr: '0x2001', pstate: '0x2001c5', onDebugException: 'disarm' },
    script: [],
  },
  {
    name: 'both-step',
    text: 'stepped by the guest itself and by the host',
    setup: { mdscr: '0x2001', pstate: '0x2001c5', onDebugException: 'disarm' },
    script: [[{ do: 'set-guest-debug', control: '0x3' }], [], [{ do: 'set-guest-debug', control: '0x0' }]],
  },
  {
    name: 'host-breakpoint',
    text: 'with a breakpoint of the host behind it, which is removed when it has hit',
    setup: {},
    script: [
      [{ do: 'set-guest-debug', control: '0x20001', bcr: [EXECUTE], bvr: NEXT }],
      [{ do: 'set-guest-debug', control: '0x0' }],
    ],
  },
  {
    name: 'guest-breakpoint',
    text: 'with a breakpoint of the guest’s own behind it',
    setup: { mdscr: '0xa000', pstate: '0x1c5', bcr: [EXECUTE], bvr: NEXT, onDebugException: 'disarm' },
    script: [],
  },
]

const slug = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

const nameOf = (instruction: Instruction): string => {
  const { op } = instruction
  if (op === 'mrs') return `${op}-${slug(instruction.from)}`
  if (op === 'msr') return `${op}-${slug(instruction.to)}`
  const place = 'at' in instruction && typeof instruction.at === 'object' && 'place' in instruction.at
  return place ? `${op}-${(instruction.at as { place: string }).place}` : op
}

/** Registers with which an instruction does something ordinary. */
const ORDINARY: { readonly [op: string]: Setup } = {
  eret: { elr: { instruction: 1 }, spsr: '0x3c5' },
}

/** Every instruction of the alphabet in every situation. */
export const systematic = (): SpreadProgram<Arm64>[] =>
  alphabet.instructions.flatMap((instruction) =>
    SITUATIONS.map(({ name, text, setup, script }) => ({
      id: `${nameOf(instruction)}-${name}`,
      why: `${instruction.op} ${text}.`,
      program: makeProgram({ ...ORDINARY[instruction.op], ...setup }, [instruction, NOP], script),
    })),
  )

const exitFeature = (exit: Exit): Feature => {
  if (exit.reason === 'debug') {
    const name = className(classOf(BigInt(exit.debug.hsr)))
    return { slug: `debug-${slug(name)}`, text: name }
  }
  if (exit.reason === 'mmio') return { slug: `mmio-${exit.direction}`, text: `MMIO ${exit.direction}` }
  return { slug: exit.reason, text: exit.reason }
}

/** What an event shows. */
export const features = (event: RunEvent): Feature[] => {
  switch (event.kind) {
    case 'action': {
      const { action, result } = event
      const end = result === 'ok' ? '' : `-${result.toLowerCase()}`
      return [{ slug: `action-${action.do}${end}`, text: `the host’s action ${action.do}: ${result}` }]
    }
    case 'exit': {
      const { slug: of, text } = exitFeature(event.exit)
      return [{ slug: `exit-${of}`, text: `an exit for ${text}` }]
    }
    case 'delivery': {
      const { source, vector, esr } = event
      const name = esr === null ? 'IRQ' : className(classOf(esr))
      return [
        {
          slug: `delivers-${source}-${slug(name)}-${vector}`,
          text: `${name} taken to ${vector} (${source})`,
        },
      ]
    }
    case 'guest-write':
      return [{ slug: `guest-write-${slug(event.what)}`, text: `a write of ${event.what}` }]
    default:
      return []
  }
}
