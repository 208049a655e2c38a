/**
 * Host actions, by what they are interesting for.
 */
import fc, { type Arbitrary } from 'fast-check'
import { GUESTDBG } from '../../../model/kvm/guest-debug.ts'
import { type Action, type Place, STATE_INTERFACES } from '../../../model/x86/index.ts'
import { breakpoints, stackBreakpoints } from './breakpoints.ts'
import { hex32, instructionPlace, rflags } from './places.ts'
import { chance } from './setups.ts'

const { ENABLE, SINGLESTEP, USE_SW_BP, USE_HW_BP, INJECT_DB, INJECT_BP, BLOCKIRQ } = GUESTDBG
const control = (value: number): string => hex32(BigInt(value))

const withBreakpoints = (controls: readonly number[], registers = breakpoints): Arbitrary<Action> =>
  fc
    .tuple(fc.constantFrom(...controls), registers)
    .map(([value, { db, dr7 }]): Action => ({ do: 'set-guest-debug', control: control(value), db, dr7 }))
const withoutBreakpoints = (...controls: number[]): Arbitrary<Action> =>
  fc.constantFrom(...controls).map((value): Action => ({ do: 'set-guest-debug', control: control(value) }))

export const stepOn = withoutBreakpoints(ENABLE | SINGLESTEP)
export const detach = withoutBreakpoints(0)
export const otherControl = withoutBreakpoints(
  ENABLE,
  ENABLE | USE_SW_BP,
  ENABLE | USE_SW_BP | SINGLESTEP,
  ENABLE | BLOCKIRQ,
  ENABLE | SINGLESTEP | BLOCKIRQ,
  SINGLESTEP,
  0x8,
)
export const hardware = withBreakpoints([
  ENABLE | USE_HW_BP,
  ENABLE | USE_HW_BP,
  ENABLE | USE_HW_BP | SINGLESTEP,
  ENABLE | USE_HW_BP | USE_SW_BP,
  USE_HW_BP,
])
/** Breakpoints of the host on what POP SS reads. */
export const hardwareOnStack = withBreakpoints(
  [ENABLE | USE_HW_BP, ENABLE | USE_HW_BP, ENABLE | USE_HW_BP | SINGLESTEP, ENABLE | USE_HW_BP | USE_SW_BP],
  stackBreakpoints,
)
/** Software breakpoints, alone or with other debugging of the host. */
export const software = fc.oneof(
  { weight: 3, arbitrary: withoutBreakpoints(ENABLE | USE_SW_BP) },
  { weight: 1, arbitrary: withoutBreakpoints(ENABLE | USE_SW_BP | SINGLESTEP) },
  { weight: 1, arbitrary: withBreakpoints([ENABLE | USE_SW_BP | USE_HW_BP]) },
)
/** An INT3 that the host has reported is the guest's after all. */
export const handBack = withoutBreakpoints(ENABLE | USE_SW_BP | INJECT_BP, INJECT_BP)
export const inject = withoutBreakpoints(
  ENABLE | INJECT_DB,
  INJECT_DB,
  ENABLE | INJECT_BP,
  ENABLE | INJECT_DB | INJECT_BP,
  ENABLE | SINGLESTEP | INJECT_DB,
)
export const events: Arbitrary<Action> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('pending' as const, 'injected' as const),
      fc.constantFrom(1, 3, 13, 6),
      chance(2, fc.constantFrom('0x1', '0x4000', '0x2000', '0x800')),
    )
    .map(
      ([state, vector, payload]): Action => ({
        do: 'set-vcpu-events',
        exception:
          payload !== undefined && vector === 1 && state === 'pending'
            ? { state, vector, payload }
            : { state, vector },
      }),
    ),
  fc.constant<Action>({ do: 'set-vcpu-events', nmiPending: true }),
)
export const interrupts = fc.constantFrom<Action>(
  { do: 'interrupt', vector: 0x21 },
  { do: 'interrupt', vector: 0x21 },
  { do: 'interrupt', vector: 0x21 },
  { do: 'nmi' },
  { do: 'interrupt-window', request: true },
  { do: 'interrupt-window', request: false },
)
export const registers: Arbitrary<Action> = fc.oneof(
  rflags.map((value): Action => ({ do: 'set-registers', rflags: hex32(BigInt(value)) })),
  instructionPlace.map((rip): Action => ({ do: 'set-registers', rip: { ...rip, as: 'ip' } as Place })),
  fc.constant<Action>({ do: 'set-registers', registers: { ebx: '0x5' } }),
  fc.constantFrom<Action>(
    { do: 'set-special-registers', cr4De: true },
    { do: 'set-special-registers', cr4De: false },
  ),
)
export const debugRegisters: Arbitrary<Action> = fc.oneof(
  breakpoints.map(({ db, dr7 }): Action => ({ do: 'set-debug-registers', db, dr7 })),
  fc
    .constantFrom('0xffff0ff0', '0xffff4ff2', '0x0', '0x1ffff0ff0')
    .map((dr6): Action => ({ do: 'set-debug-registers', dr6 })),
  fc.constantFrom('0x0', '0xf000', '0x100000400').map((dr7): Action => ({ do: 'set-debug-registers', dr7 })),
  fc.constant<Action>({ do: 'set-debug-registers', flags: 1 }),
)
export const neutral: Arbitrary<Action> = fc.oneof(
  fc.constantFrom(...STATE_INTERFACES).map((state): Action => ({ do: 'write-back', state })),
  fc.constantFrom<Action>({ do: 'save-restore' }, { do: 'immediate-exit' }),
)
export const plant: Arbitrary<Action> = fc
  .tuple(instructionPlace, fc.constantFrom('cc', '90'))
  .map(([at, bytes]): Action => ({ do: 'write-memory', at, bytes }))
