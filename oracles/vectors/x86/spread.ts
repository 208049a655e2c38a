/**
 * Programs of the x86 machine that have nothing to prove: every instruction under each debugger; and what events show.
 */
import {
  type Exit,
  existsIn,
  type Instruction,
  makeProgram,
  type Program,
  type RunEvent,
  type Setup,
} from '../../../model/x86/index.ts'
import { DR6 } from '../../../model/x86/registers.ts'
import { alphabet } from '../../../properties/x86/alphabet.ts'
import type { X86 } from '../../../properties/x86/types.ts'
import type { Feature, SpreadProgram } from '../programs/machine.ts'

const NOP: Instruction = { op: 'nop' }
const STEP = [[{ do: 'set-guest-debug', control: '0x3' }]] as const
const NEXT = [{ instruction: 1 }]

/** Both debuggers' ways to stop at the instruction behind the one that is looked at. */
const SITUATIONS: readonly {
  readonly name: string
  readonly text: string
  readonly setup: Setup
  readonly script: Program['script']
}[] = [
  { name: 'host-step', text: 'stepped by the host', setup: {}, script: STEP },
  { name: 'guest-step', text: 'with the guest’s own TF', setup: { rflags: '0x102' }, script: [] },
  {
    name: 'host-breakpoint',
    text: 'with a code breakpoint of the host behind it, which is removed when it has hit',
    setup: {},
    script: [
      [{ do: 'set-guest-debug', control: '0x20001', db: NEXT, dr7: '0x402' }],
      [],
      [{ do: 'set-guest-debug', control: '0x0' }],
    ],
  },
  {
    name: 'guest-breakpoint',
    text: 'with a code breakpoint of the guest’s own behind it',
    setup: { db: NEXT, dr7: '0x402', onDebugException: 'disarm' },
    script: [],
  },
]

const nameOf = (instruction: Instruction): string => {
  if (instruction.op === 'int') return `int-${instruction.vector}`
  if (instruction.op === 'mov-to-dr' || instruction.op === 'mov-from-dr')
    return `${instruction.op}${instruction.dr}`
  const place = 'at' in instruction && typeof instruction.at === 'object' && 'place' in instruction.at
  return place ? `${instruction.op}-${(instruction.at as { place: string }).place}` : instruction.op
}

/** Registers and stack with which an instruction does something ordinary. */
const ORDINARY: { readonly [op: string]: Setup } = {
  popf: { stack: ['0x2'] },
  popfd: { stack: ['0x2', '0x0'] },
  iret: { stack: [{ instruction: 1, as: 'ip' }, '0x0', '0x2'] },
  iretd: { stack: [{ instruction: 1, as: 'ip' }, '0x0', '0x0', '0x0', '0x2', '0x0'] },
  wrmsr: { registers: { ecx: '0x174' } },
  'rep-stosb': { registers: { ecx: '0x2', edi: { place: 'data' } } },
  'rep-insb': { registers: { ecx: '0x2', edi: { place: 'data' }, edx: '0x10' } },
  sysret: { registers: { ecx: { instruction: 1 }, r11: '0x2' } },
}

const LONG_ONLY: readonly string[] = ['syscall', 'sysret']

/** Every instruction of the alphabet in every situation. */
export const systematic = (): SpreadProgram<X86>[] =>
  alphabet.instructions.flatMap((instruction) =>
    SITUATIONS.flatMap(({ name, text, setup, script }): SpreadProgram<X86>[] => {
      const mode = LONG_ONLY.includes(instruction.op) ? 'long' : 'real'
      if (!existsIn(instruction, mode)) return []
      const whole: Setup = { ...ORDINARY[instruction.op], ...setup, ...(mode === 'long' ? { mode } : {}) }
      return [
        {
          id: `${nameOf(instruction)}-${name}`,
          why: `${instruction.op} ${text}.`,
          program: makeProgram(whole, [instruction, NOP], script),
        },
      ]
    }),
  )

/** Causes in DR6, by their names. */
const causesOf = (value: bigint): string[] =>
  DR6.fields.flatMap(({ name, lsb, access }) =>
    access === 'rw' && (value >> BigInt(lsb)) & 1n ? [name] : [],
  )

const exitFeature = (exit: Exit): Feature => {
  if (exit.reason === 'debug') {
    if (exit.debug.exception === 3) return { slug: 'bp', text: '#BP' }
    const causes = causesOf(exit.debug.dr6)
    return {
      slug: ['db', ...causes.map((name) => name.toLowerCase())].join('-'),
      text: `#DB with ${causes.join(', ') || 'no cause'}`,
    }
  }
  const direction = 'direction' in exit ? exit.direction : null
  return direction === null
    ? { slug: exit.reason, text: exit.reason }
    : { slug: `${exit.reason}-${direction}`, text: `${exit.reason} ${direction}` }
}

/** What an event shows. */
export const features = (event: RunEvent): Feature[] => {
  switch (event.kind) {
    case 'action': {
      const { action, result } = event
      const slug = result === 'ok' ? '' : `-${result.toLowerCase()}`
      return [{ slug: `action-${action.do}${slug}`, text: `the host’s action ${action.do}: ${result}` }]
    }
    case 'exit': {
      const { slug, text } = exitFeature(event.exit)
      return [{ slug: `exit-${slug}`, text: `an exit for ${text}` }]
    }
    case 'delivery':
      return [
        {
          slug: `delivers-${event.source}-${event.vector}`,
          text: `vector ${event.vector} delivered (${event.source})`,
        },
      ]
    case 'guest-write':
      return [
        {
          slug: `guest-write-dr${event.dr}-${event.result.replace('#', '').toLowerCase()}`,
          text: `a MOV to DR${event.dr}: ${event.result}`,
        },
      ]
    default:
      return []
  }
}
