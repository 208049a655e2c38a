/**
 * Host actions, by what they are interesting for.
 */
import fc, { type Arbitrary } from 'fast-check'
import { type Action, type OneRegister, STATE_INTERFACES, type Value } from '../../../model/arm64/index.ts'
import { GUESTDBG } from '../../../model/kvm/guest-debug.ts'
import { codePlace, instructionPlace, mdscr, pstate, slotsBeyond, slotValues, weigh } from './values.ts'

const { ENABLE, SINGLESTEP, USE_SW_BP, USE_HW_BP } = GUESTDBG
const control = (value: number): string => `0x${value.toString(16)}`
const plain = (...controls: number[]): Arbitrary<Action> =>
  fc.constantFrom(...controls).map((value): Action => ({ do: 'set-guest-debug', control: control(value) }))

export const stepOn = plain(ENABLE | SINGLESTEP)
export const detach = plain(0)
export const enableOnly = plain(ENABLE)
export const otherControl = plain(
  ENABLE | USE_SW_BP,
  ENABLE | USE_SW_BP | SINGLESTEP,
  SINGLESTEP,
  USE_HW_BP,
  0x40001,
  0x4,
  0x80000001,
)

export const hardware: Arbitrary<Action> = fc
  .tuple(
    fc.constantFrom(ENABLE | USE_HW_BP, ENABLE | USE_HW_BP, ENABLE | USE_HW_BP | SINGLESTEP),
    weigh([
      [12, slotValues],
      [1, slotsBeyond],
      [1, fc.constant({})],
    ]),
  )
  .map(([value, slots]): Action => ({ do: 'set-guest-debug', control: control(value), ...slots }))

const oneRegister = fc.constantFrom<OneRegister>(
  'mdscr_el1',
  'pstate',
  'pc',
  'spsr_el1',
  'dbgbcr0_el1',
  'dbgbvr3_el1',
  'dbgwvr0_el1',
  'oslsr_el1',
)
export const read: Arbitrary<Action> = oneRegister.map(
  (register): Action => ({ do: 'get-one-reg', register }),
)

const set = (register: OneRegister, values: Arbitrary<Value>): Arbitrary<Action> =>
  values.map((value): Action => ({ do: 'set-one-reg', register, value }))

export const write: Arbitrary<Action> = weigh<Action>([
  [3, set('pstate', pstate)],
  [2, set('pc', instructionPlace)],
  [2, set('mdscr_el1', mdscr)],
  [1, set('oslsr_el1', fc.constantFrom('0xa', '0x8', '0x9'))],
  [1, set('dbgbvr3_el1', codePlace)],
  [1, set('x1', fc.constantFrom('0x0', '0x2001'))],
])

export const neutral: Arbitrary<Action> = weigh<Action>([
  [3, fc.constantFrom(...STATE_INTERFACES).map((state): Action => ({ do: 'write-back', state }))],
  [1, fc.constant<Action>({ do: 'save-restore' })],
  [1, fc.constant<Action>({ do: 'immediate-exit' })],
])

export const preempt: Arbitrary<Action> = fc
  .nat({ max: 2 })
  .map((after): Action => ({ do: 'preempt', after }))

export const interrupt: Arbitrary<Action> = fc.constantFrom<Action>(
  { do: 'interrupt', level: true },
  { do: 'interrupt', level: true },
  { do: 'interrupt', level: false },
)

export const mmio: Arbitrary<Action> = weigh<Action>([
  [3, fc.constant<Action>({ do: 'fault-mmio' })],
  [2, fc.constantFrom('0x1234', '0x0').map((value): Action => ({ do: 'answer-mmio', value }))],
])

export const plant: Arbitrary<Action> = fc
  .tuple(fc.constantFrom('plant' as const, 'plant' as const, 'unplant' as const), instructionPlace)
  .map(([kind, at]): Action => ({ do: kind, at }))
