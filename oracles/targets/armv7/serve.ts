/**
 * The other end of the line protocol, served by the model's armv7 machine: a line is read back into a program.
 */
import {
  type Action,
  type Answers,
  CODE,
  DATA,
  encode,
  HOST_CODE,
  HOST_DATA,
  type Instruction,
  makeProgram,
  type Place,
  type Program,
  REGISTER_NAMES,
  runProgram,
  type Setup,
  SPACING,
  type Variant,
} from '../../../model/armv7/index.ts'
import { InputError } from '../../../model/program.ts'
import { eventLine } from '../kvm/observation.ts'
import { bad, hex, lineServer, number, numbers, pairs, type Word } from '../model/words.ts'
import { observationOf } from './observation.ts'

const ZERO = '0x0'
const ANYWHERE: Place = { place: 'data' }

/** Every instruction that a program can have, without its operand and mode, by its word. */
const INSTRUCTIONS: ReadonlyMap<number, Instruction> = new Map(
  [
    ...(['nop', 'bkpt', 'wfi', 'ldc', 'stc'] as const).map((op): Instruction => ({ op })),
    ...(['ldr', 'str'] as const).map((op): Instruction => ({ op, at: ANYWHERE })),
    ...(['DBGDRAR', 'DBGDSAR'] as const).map((from): Instruction => ({ op: 'mrrc', from })),
    ...REGISTER_NAMES.flatMap((name): Instruction[] => [
      { op: 'mrc', from: name },
      { op: 'mrc', from: name, flags: true },
      { op: 'mrc', from: name, fails: true },
      { op: 'mrc', from: name, flags: true, fails: true },
      { op: 'mcr', to: name, value: ZERO },
      { op: 'mcr', to: name, value: ZERO, fails: true },
    ]),
  ].map((instruction) => [encode(instruction), instruction]),
)

const PLACES: readonly (readonly [number, Place])[] = [
  [DATA, { place: 'data' }],
  [HOST_CODE, { place: 'host-code' }],
  [HOST_DATA, { place: 'host-data' }],
]

const placeAt = (address: number): Place =>
  PLACES.find(([at]) => at === address)?.[1] ?? { instruction: (address - CODE) / SPACING }

const instructionOf = ([name, argument]: Word): Instruction => {
  const [word = 0n, r0 = 0n] = numbers(argument, name)
  const found = INSTRUCTIONS.get(Number(word)) ?? bad(`${name}: no such instruction: ${argument}`)
  const user = name === 'u' ? { user: true } : {}
  if (found.op === 'mcr') return { ...found, ...user, value: hex(r0) } as Instruction
  if (found.op === 'ldr' || found.op === 'str')
    return { ...found, ...user, at: placeAt(Number(r0)) } as Instruction
  return { ...found, ...user } as Instruction
}

const oneOf = <T extends string>(text: string | undefined, what: string, ...known: readonly T[]): T =>
  known.find((each) => each === text) ?? bad(`${what}: ${text} is none`)

const either = (argument: string, what: string): 0 | 1 => (number(argument, what) === 0n ? 0 : 1)

const TASKS = ['vcpu-thread', 'debugged'] as const

const actionOf = ([name, argument]: Word): Action => {
  switch (name) {
    case 'perf': {
      const [task, kind] = argument.split(',')
      return {
        do: 'set-host-breakpoint',
        task: oneOf(task, name, ...TASKS),
        kind: oneOf(kind, name, 'execute', 'write'),
      }
    }
    case 'perf-clear':
      return { do: 'clear-host-breakpoints', task: oneOf(argument, name, ...TASKS) }
    case 'task':
      return { do: 'run-task', what: oneOf(argument, name, 'code', 'store', 'bkpt') }
    case 'migrate':
    case 'idle':
      return { do: name, cpu: either(argument, name) }
    case 'vcpu':
      return { do: 'switch-vcpu', vcpu: either(argument, name) }
    case 'dbgdscrext':
    case 'dbgosdlr': {
      const register = name === 'dbgosdlr' ? 'DBGOSDLR' : 'DBGDSCRext'
      return { do: 'host-write', register, value: hex(number(argument, name)) }
    }
    case 'external':
      return {
        do: 'external-debugger',
        ...Object.fromEntries(
          pairs(argument, name).map(([signal, level]) => [
            oneOf(signal, name, 'halting', 'dbgen'),
            level !== 0n,
          ]),
        ),
      }
    default:
      return bad(`unknown word: ${name}`)
  }
}

const setUp = ([name, argument]: Word): Setup => {
  switch (name) {
    case 'debug':
      return { debugArchitecture: oneOf(argument, name, 'v7', 'v7.1') }
    case 'dbgen': {
      const [one = 1n, other = 1n] = numbers(argument, name)
      return { dbgen: [one !== 0n, other !== 0n] }
    }
    case 'unknown':
      return { unknown: oneOf(argument, name, 'clear', 'enabled') }
    case 'locked-at-reset':
      return { lockedAtReset: either(argument, name) === 1 }
    case 'hw-breakpoint':
      return { hwBreakpoint: either(argument, name) === 1 }
    default:
      return bad(`set-up: ${name}: unknown word`)
  }
}

const programOf = (words: readonly Word[], groups: readonly (readonly Word[])[]): Program => {
  const code = words.flatMap((word): Instruction[] => {
    if (word[0] === 'start-up') return [{ op: 'linux-start-up' }]
    return word[0] === 'i' || word[0] === 'u' ? [instructionOf(word)] : []
  })
  const setup: Setup = Object.assign(
    {},
    ...words.filter(([name]) => !['start-up', 'i', 'u'].includes(name)).map(setUp),
  )
  return makeProgram(
    setup,
    code,
    groups.map((group) => group.map(actionOf)),
  )
}

/**
 * A server of the protocol, of the model's armv7 machine.
 *
 * @param answers to the choices that the variant leaves open; defaults for the rest.
 */
export const modelServer = (variant: Variant, answers: Answers = {}): ((line: string) => readonly string[]) =>
  lineServer<never>({
    imageOf: () => bad('programs of armv7 have no memory in common'),
    run: (setup, groups) => {
      try {
        const { events, log, ending } = observationOf(runProgram(programOf(setup, groups), variant, answers))
        return [...events.map(eventLine), `log ${log}`, `ending ${ending}`]
      } catch (error) {
        if (error instanceof InputError) return bad(error.message)
        throw error
      }
    },
  })
