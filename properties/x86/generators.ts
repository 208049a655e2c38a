/**
 * Random programs, weighted towards what is interesting: addresses near the code, enabled slots, both debuggers at
 * work, and the instructions around which implementations go wrong.
 */
import fc, { type Arbitrary } from 'fast-check'
import {
  type Action,
  type Instruction,
  makeProgram,
  type Program,
  type Setup,
} from '../../model/x86/index.ts'
import * as actions from './arbitraries/actions.ts'
import * as instructions from './arbitraries/instructions.ts'
import { MAX_CODE, weigh } from './arbitraries/places.ts'
import { setupOf } from './arbitraries/setups.ts'

/** The classes of programs that properties are tried on. */
export const PROGRAM_CLASSES = ['any', 'stepping', 'breakpoints', 'injection', 'debug-registers'] as const
export type ProgramClass = (typeof PROGRAM_CLASSES)[number]

interface Profile {
  readonly setup: Arbitrary<Setup>
  readonly action: Arbitrary<Action>
  readonly instruction: Arbitrary<Instruction>
}

const PROFILES: { readonly [Class in ProgramClass]: Profile } = {
  any: {
    setup: setupOf(4),
    instruction: instructions.instruction,
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
    setup: setupOf(8),
    instruction: instructions.instruction,
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
    setup: setupOf(2),
    instruction: weigh<Instruction>([
      [8, instructions.nop],
      [3, instructions.memoryAccess],
      [2, instructions.portAccess],
      [2, instructions.shadowed],
      [2, instructions.flagMove],
      [1, instructions.trapping],
      [1, instructions.instruction],
      [1, instructions.repeated],
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
    setup: setupOf(4),
    instruction: instructions.instruction,
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
    setup: setupOf(2),
    instruction: weigh<Instruction>([
      [10, instructions.debugRegisterMove],
      [4, instructions.move],
      [4, instructions.nop],
      [2, instructions.instruction],
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
}

/** Random programs of a class. */
export const programs = (programClass: ProgramClass): Arbitrary<Program> => {
  const profile = PROFILES[programClass]
  return fc
    .record({
      setup: profile.setup,
      code: fc.array(profile.instruction, { maxLength: MAX_CODE, size: 'max' }),
      script: fc.array(fc.array(profile.action, { maxLength: 2, size: 'max' }), {
        maxLength: 6,
        size: 'max',
      }),
    })
    .map(({ setup, code, script }): Program => makeProgram(setup, code, script))
}
