/**
 * Random programs, weighted towards what is interesting: guests that debug themselves, and a debugger whose breakpoints lie
 * where the guest comes by.
 */
import fc, { type Arbitrary } from 'fast-check'
import {
  type BreakpointKind,
  type Command,
  HARDWARE_KINDS,
  type Instruction,
  makeProgram,
  type Program,
  type Setup,
  type Value,
} from '../../model/vmm/index.ts'
import * as arm64Instructions from '../arm64/arbitraries/instructions.ts'
import { setupOf as arm64Setup } from '../arm64/arbitraries/values.ts'
import { breakpoints } from '../x86/arbitraries/breakpoints.ts'
import { instructionSets } from '../x86/arbitraries/instructions.ts'
import { type Level, weigh } from '../x86/arbitraries/places.ts'
import { setupOf as x86Setup } from '../x86/arbitraries/setups.ts'

/** The classes of programs that properties are tried on. */
export const PROGRAM_CLASSES = ['any', 'software', 'hardware', 'stepping'] as const
export type ProgramClass = (typeof PROGRAM_CLASSES)[number]

const MAX_CODE = 6

const instructionPlace: Arbitrary<Value> = fc
  .nat({ max: MAX_CODE - 1 })
  .map((instruction): Value => ({ instruction }))
const dataPlace: Arbitrary<Value> = fc
  .constantFrom(0, 0, 0, 0, 1, 2, 4, 8)
  .map((offset): Value => (offset === 0 ? { place: 'data' } : { place: 'data', offset }))

const length = fc.constantFrom(1, 2, 4, 4, 8, 3, 16)

/** A breakpoint where the guest may come by; `length` only where it says something. */
const breakpoint = (kind: BreakpointKind): Arbitrary<Omit<Extract<Command, { do: 'insert' }>, 'do'>> =>
  kind === 'software' || kind === 'execute'
    ? weigh<Value>([
        [12, instructionPlace],
        [1, dataPlace],
      ]).map((at) => ({ kind, at }))
    : fc.tuple(dataPlace, fc.option(length)).map(([at, bytes]) => ({
        kind,
        at,
        ...(bytes === null ? {} : { length: bytes }),
      }))

const softwareBreakpoint = breakpoint('software')
const hardwareBreakpoint = weigh(
  HARDWARE_KINDS.map(
    (kind) => [kind === 'execute' ? 4 : kind === 'watch-read' ? 1 : 2, breakpoint(kind)] as const,
  ),
)

const inserts = (of: typeof softwareBreakpoint): Arbitrary<Command> =>
  of.map((each): Command => ({ do: 'insert', ...each }))
const removes = (of: typeof softwareBreakpoint): Arbitrary<Command> =>
  of.map((each): Command => ({ do: 'remove', ...each }))
const plain = (what: 'step' | 'continue' | 'step-over' | 'detach'): Arbitrary<Command> =>
  fc.constant({ do: what })
const memoryPlace = weigh<Value>([
  [4, instructionPlace],
  [1, dataPlace],
])
const reads: Arbitrary<Command> = fc
  .tuple(memoryPlace, fc.constantFrom(1, 4, 8))
  .map(([at, bytes]): Command => ({ do: 'read-memory', at, length: bytes }))
/** NOP and the breakpoint instruction of either machine; which one the guest is of is not known yet. */
const writes: Arbitrary<Command> = fc
  .tuple(memoryPlace, fc.boolean())
  .map(([at, traps]): Command => ({ do: 'write-memory', at, bytes: traps ? 'cc' : '90' }))

const ON_ARM64: { readonly [bytes: string]: string } = { cc: '000020d4', 90: '1f2003d5' }
const forArm64 = (command: Command): Command =>
  command.do === 'write-memory' ? { ...command, bytes: ON_ARM64[command.bytes]! } : command

const COMMANDS: { readonly [C in ProgramClass]: Arbitrary<Command> } = {
  any: weigh<Command>([
    [5, inserts(softwareBreakpoint)],
    [5, inserts(hardwareBreakpoint)],
    [2, removes(softwareBreakpoint)],
    [2, removes(hardwareBreakpoint)],
    [4, plain('step')],
    [3, plain('step-over')],
    [1, plain('continue')],
    [1, plain('detach')],
    [1, reads],
    [1, writes],
  ]),
  software: weigh<Command>([
    [8, inserts(softwareBreakpoint)],
    [3, removes(softwareBreakpoint)],
    [2, plain('step-over')],
    [2, plain('continue')],
    [1, plain('detach')],
    [2, reads],
  ]),
  hardware: weigh<Command>([
    [9, inserts(hardwareBreakpoint)],
    [3, removes(hardwareBreakpoint)],
    [1, inserts(softwareBreakpoint)],
    [2, plain('step-over')],
    [1, plain('step')],
    [1, plain('detach')],
  ]),
  stepping: weigh<Command>([
    [9, plain('step')],
    [3, plain('step-over')],
    [2, inserts(softwareBreakpoint)],
    [2, inserts(hardwareBreakpoint)],
    [1, plain('detach')],
  ]),
}

/** Accesses where watchpoints are put. */
const x86DataAccess = fc
  .tuple(fc.constantFrom('store' as const, 'store' as const, 'load' as const), fc.constantFrom(0, 0, 1, 4))
  .chain(([op, offset]) =>
    fc.constantFrom(1 as const, 2 as const, 4 as const).map(
      (size): Instruction => ({
        op,
        at: { place: 'data', offset },
        size,
      }),
    ),
  )

/** Instructions of x86 guests: those that debug themselves often, and plain work. */
const x86Instruction = (level: Level): Arbitrary<Instruction> => {
  const set = instructionSets[level]
  return weigh<Instruction>([
    [8, set.nop],
    [2, set.memoryAccess],
    [4, x86DataAccess],
    [2, fc.constant<Instruction>({ op: 'int3' })],
    [1, set.trapping],
    [1, set.debugRegisterMove],
    [1, set.flagMove],
    [1, set.portAccess],
    [
      1,
      fc.tuple(instructionPlace, fc.constantFrom(1 as const, 2 as const)).map(([at, size]) => ({
        op: 'store' as const,
        at: at as { readonly instruction: number },
        size,
      })),
    ],
    [3, set.instruction],
  ])
}

const arm64Instruction = weigh<Instruction>([
  [6, arm64Instructions.plainWork],
  [5, arm64Instructions.dataAccess],
  [3, fc.constantFrom<Instruction>({ op: 'brk' }, { op: 'brk', imm: 7 })],
  [1, arm64Instructions.debugRegisterMove],
  [1, arm64Instructions.emulated],
  [3, arm64Instructions.instruction],
])

const guests: Arbitrary<Pick<Program, 'setup' | 'code'>> = weigh(
  (
    [
      [4, 'real'],
      [2, 'kernel'],
      [1, 'user'],
    ] as const
  )
    .map(([weight, level]) => {
      const guest: Arbitrary<Pick<Program, 'setup' | 'code'>> = fc.record({
        setup: x86Setup(level, { oneIn: 3, registers: breakpoints }).map(
          (setup): Setup => ({ guest: 'x86', ...setup }),
        ),
        code: fc.array(x86Instruction(level), { maxLength: MAX_CODE, size: 'max' }),
      })
      return [weight, guest] as const
    })
    .concat([
      [
        7,
        fc.record({
          setup: arm64Setup({ selfSteppingOneIn: 8, guestSlotsOneIn: 3 }).map(
            (setup): Setup => ({ guest: 'arm64', ...setup }),
          ),
          code: fc.array(arm64Instruction, { maxLength: MAX_CODE, size: 'max' }),
        }),
      ],
    ] as never),
)

/** Three in four removals are of what was inserted last. */
const aimed = (
  script: readonly (readonly { readonly command: Command; readonly aim: number }[])[],
): Program['script'] => {
  let last: Extract<Command, { do: 'insert' }> | null = null
  return script.map((group) =>
    group.map(({ command, aim }): Command => {
      if (command.do === 'insert') last = command
      return command.do === 'remove' && last && aim > 0 ? { ...last, do: 'remove' } : command
    }),
  )
}

/** Random programs of a class. */
export const programs = (programClass: ProgramClass): Arbitrary<Program> => {
  const command = fc.record({ command: COMMANDS[programClass], aim: fc.nat({ max: 3 }) })
  const script = fc.array(fc.array(command, { maxLength: 3, size: 'max' }), { maxLength: 4, size: 'max' })
  return fc
    .tuple(guests, script.map(aimed))
    .map(([{ setup, code }, commands]) =>
      makeProgram(
        setup,
        code,
        setup.guest === 'x86' ? commands : commands.map((group) => group.map(forArm64)),
      ),
    )
}
