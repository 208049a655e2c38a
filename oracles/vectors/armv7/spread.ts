/**
 * Programs of the armv7 machine that have nothing to prove: every instruction in each situation; and what events show.
 */
import {
  type Instruction,
  makeProgram,
  type RunEvent,
  registerNamed,
  type Setup,
} from '../../../model/armv7/index.ts'
import { alphabet } from '../../../properties/armv7/alphabet.ts'
import type { Armv7 } from '../../../properties/armv7/types.ts'
import type { Feature, SpreadProgram } from '../programs/machine.ts'

/** What an instruction may meet. */
const SITUATIONS: readonly {
  readonly name: string
  readonly text: string
  readonly setup: Setup
  readonly before: readonly Instruction[]
}[] = [
  { name: 'plain', text: 'with the CPU in monitor mode', setup: {}, before: [] },
  {
    name: 'no-monitor-mode',
    text: 'with the CPU not in monitor mode, and the guest’s own breakpoint at it',
    setup: { dbgen: [false, false] },
    before: [
      { op: 'mcr', to: 'DBGBVR1', value: { instruction: 2 } },
      { op: 'mcr', to: 'DBGBCR1', value: '0x1e7' },
    ],
  },
  {
    name: 'breakpoint',
    text: 'with the guest’s own breakpoint at it',
    setup: {},
    before: [
      { op: 'mcr', to: 'DBGBVR1', value: { instruction: 2 } },
      { op: 'mcr', to: 'DBGBCR1', value: '0x1e7' },
    ],
  },
  {
    name: 'watchpoint',
    text: 'with a watchpoint of the guest on its data',
    setup: {},
    before: [
      { op: 'mcr', to: 'DBGWVR1', value: { place: 'data' } },
      { op: 'mcr', to: 'DBGWCR1', value: '0x1ff' },
    ],
  },
]

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

const nameOf = (instruction: Instruction): string => {
  const parts = Object.entries(instruction).map(([name, value]) => {
    if (value === true) return name
    return typeof value === 'object' ? Object.values(value).join(' ') : String(value)
  })
  return slug(parts.join(' '))
}

/** Every instruction of the alphabet in every situation. */
export const systematic = (): SpreadProgram<Armv7>[] =>
  alphabet.instructions.flatMap((instruction) =>
    SITUATIONS.map(({ name, text, setup, before }) => ({
      id: `${nameOf(instruction)}-${name}`,
      why: `${instruction.op} ${text}.`,
      program: makeProgram(setup, [...before, instruction, { op: 'mrc', from: 'DBGDSCRint' }], []),
    })),
  )

/** A register, whatever its number. */
const kindOf = (name: string): string => registerNamed(name)?.row.name ?? name

/** What an event shows. */
export const features = (event: RunEvent): Feature[] => {
  switch (event.kind) {
    case 'action': {
      const { action, result } = event
      const end = result === 'ok' ? '' : `-${result.toLowerCase()}`
      return [{ slug: `action-${action.do}${end}`, text: `the host’s action ${action.do}: ${result}` }]
    }
    case 'access': {
      const { register, direction, transfer, outcome, sees } = event
      const end = sees === null ? outcome : `${outcome}-${sees}`
      const what = `${direction} of ${kindOf(register)}`
      return [
        {
          slug: `${direction}-${slug(kindOf(register))}-${transfer}-${end}`,
          text: `a ${what} (${transfer}): ${end.replaceAll('-', ' ')}`,
        },
      ]
    }
    case 'delivery': {
      const { exception, cause, injected } = event
      const how = injected ? 'injects' : 'raises'
      return [
        {
          slug: `${how}-${exception}-${cause ?? 'undefined'}`,
          text: `${exception} (${cause ?? 'undefined'}) that the ${injected ? 'hypervisor injects' : 'guest takes'}`,
        },
      ]
    }
    case 'host-exception':
      return [
        {
          slug: `host-takes-${event.cause}`,
          text: `a debug exception of the host’s own task, ${event.cause}`,
        },
      ]
    case 'start-up':
      return [
        {
          slug: `linux-${slug(event.outcome.reason)}`,
          text: `a Linux guest’s start-up: ${event.outcome.reason}`,
        },
      ]
    case 'halt':
      return [{ slug: 'debug-state', text: 'debug state' }]
    default:
      return []
  }
}
