/**
 * Random programs, weighted towards what is interesting: a guest that steps itself, both debuggers at work, control words
 * that change between exits, and the instructions that the hypervisor executes.
 */
import fc, { type Arbitrary } from 'fast-check'
import { type Action, type Instruction, makeProgram, type Program } from '../../model/arm64/index.ts'
import * as actions from './arbitraries/actions.ts'
import * as instructions from './arbitraries/instructions.ts'
import { MAX_CODE, type SetupWeights, setupOf, weigh } from './arbitraries/values.ts'

/** The classes of programs that properties are tried on. */
export const PROGRAM_CLASSES = ['any', 'stepping', 'self-stepping', 'breakpoints', 'emulated'] as const
export type ProgramClass = (typeof PROGRAM_CLASSES)[number]

interface Profile extends SetupWeights {
  readonly action: Arbitrary<Action>
  readonly instruction: Arbitrary<Instruction>
}

const PROFILES: { readonly [Class in ProgramClass]: Profile } = {
  any: {
    selfSteppingOneIn: 4,
    guestSlotsOneIn: 5,
    instruction: instructions.instruction,
    action: weigh<Action>([
      [6, actions.stepOn],
      [4, actions.hardware],
      [4, actions.detach],
      [3, actions.enableOnly],
      [3, actions.otherControl],
      [2, actions.write],
      [2, actions.read],
      [2, actions.mmio],
      [2, actions.plant],
      [1, actions.preempt],
      [2, actions.interrupt],
      [1, actions.neutral],
    ]),
  },
  stepping: {
    selfSteppingOneIn: 8,
    guestSlotsOneIn: 12,
    instruction: instructions.instruction,
    action: weigh<Action>([
      [10, actions.stepOn],
      [3, actions.detach],
      [2, actions.enableOnly],
      [2, actions.preempt],
      [1, actions.otherControl],
      [1, actions.hardware],
      [2, actions.interrupt],
      [1, actions.mmio],
    ]),
  },
  'self-stepping': {
    selfSteppingOneIn: 1,
    guestSlotsOneIn: 12,
    instruction: weigh<Instruction>([
      [4, instructions.plainWork],
      [4, instructions.emulated],
      [3, instructions.exceptionReturn],
      [2, instructions.debugRegisterMove],
      [2, instructions.masking],
      [1, instructions.instruction],
    ]),
    action: weigh<Action>([
      [5, actions.stepOn],
      [5, actions.enableOnly],
      [5, actions.detach],
      [2, actions.hardware],
      [2, actions.otherControl],
      [1, actions.read],
      [1, actions.preempt],
      [1, actions.interrupt],
    ]),
  },
  breakpoints: {
    selfSteppingOneIn: 10,
    guestSlotsOneIn: 2,
    instruction: weigh<Instruction>([
      [6, instructions.plainWork],
      [6, instructions.dataAccess],
      [2, instructions.memoryAccess],
      [3, instructions.debugRegisterMove],
      [2, instructions.instruction],
      [1, instructions.exclusive],
      [1, instructions.masking],
    ]),
    action: weigh<Action>([
      [8, actions.hardware],
      [3, actions.detach],
      [3, actions.enableOnly],
      [2, actions.stepOn],
      [1, actions.otherControl],
      [1, actions.write],
      [1, actions.read],
    ]),
  },
  emulated: {
    selfSteppingOneIn: 3,
    guestSlotsOneIn: 12,
    instruction: weigh<Instruction>([
      [8, instructions.emulated],
      [3, instructions.plainWork],
      [2, instructions.injecting],
      [1, instructions.instruction],
    ]),
    action: weigh<Action>([
      [7, actions.stepOn],
      [7, actions.mmio],
      [2, actions.detach],
      [2, actions.enableOnly],
      [2, actions.read],
      [1, actions.neutral],
      [1, actions.write],
      [1, actions.interrupt],
    ]),
  },
}

/** Random programs of a class. */
export const programs = (programClass: ProgramClass): Arbitrary<Program> => {
  const { action, instruction, ...weights } = PROFILES[programClass]
  return fc
    .record({
      setup: setupOf(weights),
      code: fc.array(instruction, { maxLength: MAX_CODE, size: 'max' }),
      // Most programs end in their first run unless something is done before it.
      first: fc.array(action, { minLength: 1, maxLength: 2, size: 'max' }),
      rest: fc.array(fc.array(action, { maxLength: 2, size: 'max' }), { maxLength: 5, size: 'max' }),
      attaches: fc.nat({ max: 3 }),
    })
    .map(
      ({ setup, code, first, rest, attaches }): Program =>
        makeProgram(setup, code, attaches > 0 ? [first, ...rest] : rest),
    )
}
