/**
 * Some rules a second time, as tables: an independent formulation for readers, cross-checked against the rules over
 * all of their inputs by the tests. The rules themselves are plain code, because they run at every boundary.
 */
import { match, P } from 'ts-pattern'
import { type Errno, GUESTDBG, GUESTDBG_VALID_MASK, inForce } from '../kvm/guest-debug.ts'
import type { MoveDebugRegisterInput, MoveDebugRegisterResult } from './rules/debug-registers.ts'
import type { BreakpointInstructionOwnerInput, DebugExceptionOwnerInput } from './rules/ownership.ts'
import type { SetGuestDebugInput } from './rules/set-guest-debug.ts'
import type { Context } from './rules.ts'

const { ENABLE, SINGLESTEP, USE_SW_BP, USE_HW_BP, INJECT_DB, INJECT_BP } = GUESTDBG

/** How KVM_SET_GUEST_DEBUG ends: the first row that fits. */
export const setGuestDebugTable = (input: SetGuestDebugInput, { choose }: Context): Errno =>
  match({
    protectedGuest: input.protectedGuest,
    unknownBits: (input.control & ~GUESTDBG_VALID_MASK) !== 0 || input.wideDr7,
    unknownBitsAre: choose('unknownControlBits'),
    injects: (input.control & (INJECT_DB | INJECT_BP)) !== 0,
    exceptionWaits: input.exceptionPending || input.exceptionInjected,
  })
    .returnType<Errno>()
    .with({ protectedGuest: true }, () => 'EINVAL')
    .with({ unknownBits: true, unknownBitsAre: 'EINVAL' }, () => 'EINVAL')
    .with({ injects: true, exceptionWaits: true }, () => 'EBUSY')
    .with(P._, () => 'ok')
    .exhaustive()

/** Who gets a #DB. */
export const debugExceptionOwnerTable = ({ control }: DebugExceptionOwnerInput): 'userspace' | 'guest' =>
  match([(control & ENABLE) !== 0, (control & SINGLESTEP) !== 0, (control & USE_HW_BP) !== 0])
    .returnType<'userspace' | 'guest'>()
    .with([true, true, P._], [true, P._, true], () => 'userspace')
    .with(P._, () => 'guest')
    .exhaustive()

/** Who gets a breakpoint instruction. */
export const breakpointInstructionOwnerTable = ({
  control,
  instruction,
}: BreakpointInstructionOwnerInput): 'userspace' | 'guest' =>
  match([instruction, inForce(control, USE_SW_BP)] as const)
    .returnType<'userspace' | 'guest'>()
    .with(['int3', true], () => 'userspace')
    .with(P._, () => 'guest')
    .exhaustive()

/** How a MOV DR ends: the first row that fits. */
export const moveDebugRegisterTable = (input: MoveDebugRegisterInput): MoveDebugRegisterResult['result'] =>
  match({
    register: input.register,
    cr4De: input.cr4De,
    user: input.cpl > 0,
    generalDetect: (input.dr7 & 0x2000n) !== 0n,
    reads: input.value === null,
    wide: input.value !== null && input.value >= 0x1_0000_0000n,
  })
    .returnType<MoveDebugRegisterResult['result']>()
    .with({ register: P.number.gte(8) }, { register: P.union(4, 5), cr4De: true }, () => '#UD')
    .with({ user: true }, () => '#GP')
    .with({ generalDetect: true }, () => '#DB')
    .with({ reads: true }, () => 'read')
    .with({ register: P.number.gte(4), wide: true }, () => '#GP')
    .with(P._, () => 'written')
    .exhaustive()
