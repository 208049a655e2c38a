/**
 * Random programs, weighted towards what is interesting: addresses near the code, enabled slots, both debuggers at
 * work, and the instructions around which implementations go wrong.
 */
import fc, { type Arbitrary } from 'fast-check'
import { type Action, type Instruction, makeProgram, type Program } from '../../model/x86/index.ts'
import * as actions from './arbitraries/actions.ts'
import { type Breakpoints, breakpoints, stackBreakpoints } from './arbitraries/breakpoints.ts'
import { breakpoint, type InstructionSet, instructionSets } from './arbitraries/instructions.ts'
import { type Level, MAX_CODE, weigh } from './arbitraries/places.ts'
import { setupOf } from './arbitraries/setups.ts'

/** The classes of programs that properties are tried on. */
export const PROGRAM_CLASSES = [
  'any',
  'stepping',
  'breakpoints',
  'injection',
  'debug-registers',
  'forced-emulation',
  'software-breakpoints',
  'long-mode',
  'shadows',
] as const
export type ProgramClass = (typeof PROGRAM_CLASSES)[number]

interface Profile {
  /** How often programs are for each mode and privilege level; default: as `LEVELS`. */
  readonly levels?: { readonly [L in Level]: number }
  /** One setup in so many has breakpoints of the guest’s own. */
  readonly guestBreakpointsOneIn: number
  readonly guestBreakpoints?: Arbitrary<Breakpoints>
  readonly action: Arbitrary<Action>
  /** What the host does before anything else. */
  readonly firstAction?: Arbitrary<Action>
  readonly instruction: (set: InstructionSet) => Arbitrary<Instruction>
}

/** Most programs are for real mode: there they are the shortest, and everything but a few rules can be met. */
const LEVELS = { real: 8, kernel: 1, user: 1 } as const

const anything = (set: InstructionSet): Arbitrary<Instruction> => set.instruction

const PROFILES: { readonly [Class in ProgramClass]: Profile } = {
  any: {
    guestBreakpointsOneIn: 4,
    instruction: anything,
    action: weigh<Action>([
      [5, actions.stepOn],
      [5, actions.hardware],
      [3, actions.detach],
      [3, actions.otherControl],
      [2, actions.inject],
      [1, actions.events],
      [2, actions.interrupts],
      [2, actions.registers],
      [1, actions.debugRegisters],
      [1, actions.neutral],
      [1, actions.plant],
    ]),
  },
  stepping: {
    guestBreakpointsOneIn: 8,
    instruction: anything,
    action: weigh<Action>([
      [10, actions.stepOn],
      [3, actions.detach],
      [2, actions.otherControl],
      [1, actions.hardware],
      [1, actions.interrupts],
      [1, actions.registers],
    ]),
  },
  breakpoints: {
    guestBreakpointsOneIn: 2,
    instruction: (set) =>
      weigh<Instruction>([
        [8, set.nop],
        [3, set.memoryAccess],
        [2, set.portAccess],
        [2, set.shadowed],
        [2, set.flagMove],
        [1, set.trapping],
        [1, set.instruction],
        [1, set.repeated],
      ]),
    action: weigh<Action>([
      [8, actions.hardware],
      [3, actions.detach],
      [2, actions.stepOn],
      [1, actions.otherControl],
      [2, actions.registers],
      [2, actions.debugRegisters],
    ]),
  },
  injection: {
    guestBreakpointsOneIn: 4,
    instruction: anything,
    action: weigh<Action>([
      [6, actions.inject],
      [4, actions.events],
      [3, actions.interrupts],
      [2, actions.stepOn],
      [2, actions.hardware],
      [2, actions.otherControl],
      [2, actions.registers],
      [1, actions.detach],
      [1, actions.neutral],
    ]),
  },
  'debug-registers': {
    guestBreakpointsOneIn: 2,
    // Above CPL0 every MOV DR is a #GP.
    levels: { real: 8, kernel: 2, user: 0 },
    instruction: (set) =>
      weigh<Instruction>([
        [10, set.debugRegisterMove],
        [4, set.move],
        [4, set.nop],
        [2, set.instruction],
      ]),
    action: weigh<Action>([
      [6, actions.hardware],
      [4, actions.debugRegisters],
      [2, actions.stepOn],
      [2, actions.detach],
      [2, actions.otherControl],
      [1, actions.inject],
      [1, actions.registers],
    ]),
  },
  'forced-emulation': {
    guestBreakpointsOneIn: 3,
    instruction: (set) =>
      weigh<Instruction>([
        [5, set.prefix],
        [7, set.instruction],
        [2, set.debugRegisterMove],
        [2, set.nop],
      ]),
    action: weigh<Action>([
      [5, actions.hardware],
      [5, actions.stepOn],
      [3, actions.detach],
      [2, actions.otherControl],
      [1, actions.inject],
      [1, actions.interrupts],
      [1, actions.registers],
    ]),
  },
  'software-breakpoints': {
    guestBreakpointsOneIn: 6,
    instruction: (set) =>
      weigh<Instruction>([
        [6, set.nop],
        [1, breakpoint],
        [1, set.trapping],
        [3, set.instruction],
      ]),
    firstAction: actions.software,
    action: weigh<Action>([
      [3, actions.software],
      [9, actions.detach],
      [5, actions.plant],
      [3, actions.handBack],
      [3, actions.registers],
      [1, actions.stepOn],
    ]),
  },
  // What waits behind MOV SS, POP SS and STI when the next instruction does not simply complete.
  shadows: {
    levels: { real: 4, kernel: 1, user: 1 },
    guestBreakpointsOneIn: 2,
    guestBreakpoints: stackBreakpoints,
    instruction: (set) =>
      weigh<Instruction>([
        [10, set.shadowed],
        [4, set.emulated],
        [3, set.portAccess],
        [3, set.memoryAccess],
        [3, set.trapping],
        [2, set.debugRegisterMove],
        [2, breakpoint],
        [2, set.nop],
        [1, set.repeated],
        [3, set.instruction],
      ]),
    action: weigh<Action>([
      [5, actions.stepOn],
      [5, actions.hardwareOnStack],
      [3, actions.software],
      [3, actions.detach],
      [1, actions.otherControl],
      [1, actions.interrupts],
      [1, actions.registers],
      [1, actions.neutral],
      [1, actions.plant],
    ]),
  },
  'long-mode': {
    levels: { real: 0, kernel: 1, user: 1 },
    guestBreakpointsOneIn: 4,
    instruction: (set) =>
      weigh<Instruction>([
        [20, set.instruction],
        [1, breakpoint],
      ]),
    action: weigh<Action>([
      [5, actions.stepOn],
      [5, actions.hardware],
      [2, actions.software],
      [3, actions.detach],
      [2, actions.otherControl],
      [2, actions.inject],
      [1, actions.events],
      [2, actions.interrupts],
      [2, actions.registers],
      [1, actions.debugRegisters],
      [1, actions.neutral],
      [1, actions.plant],
      [1, actions.handBack],
    ]),
  },
}

/** Random programs of a class. */
export const programs = (programClass: ProgramClass): Arbitrary<Program> => {
  const {
    levels = LEVELS,
    guestBreakpointsOneIn,
    action,
    firstAction,
    instruction,
    ...profile
  } = PROFILES[programClass]
  const guestBreakpoints = {
    oneIn: guestBreakpointsOneIn,
    registers: profile.guestBreakpoints ?? breakpoints,
  }
  const groups = fc.array(fc.array(action, { maxLength: 2, size: 'max' }), { maxLength: 6, size: 'max' })
  const script = firstAction
    ? fc.tuple(firstAction, groups).map(([first, [group = [], ...rest]]) => [[first, ...group], ...rest])
    : groups
  const ofLevel = (level: Level): Arbitrary<Program> =>
    fc
      .record({
        setup: setupOf(level, guestBreakpoints),
        code: fc.array(instruction(instructionSets[level]), { maxLength: MAX_CODE, size: 'max' }),
        script,
      })
      .map(({ setup, code, script }): Program => makeProgram(setup, code, script))
  return weigh(
    (['real', 'kernel', 'user'] as const)
      .filter((level) => levels[level] > 0)
      .map((level) => [levels[level], ofLevel(level)] as const),
  )
}
