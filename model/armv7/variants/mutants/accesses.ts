/**
 * Mutants of accesses: routing, syndromes, emulation.
 */
import { u32 } from '../../../bits.ts'
import { hdcr as bits, dscr as dscrBits, moeOf, registerNamed } from '../../registers.ts'
import { idealRules } from '../../rules.ts'
import { idealSlots } from '../../slots.ts'
import { razWi } from '../designs.ts'
import type { Variant } from '../variant.ts'
import { emulating, wrong } from './wrong.ts'

export const accessMutants: readonly Variant[] = [
  wrong('condition-not-checked', 'a trapped access whose condition fails is carried out', {
    rules: {
      completeAccess: (input, context) =>
        idealRules.completeAccess({ ...input, conditionPassed: true }, context),
    },
  }),
  wrong('advanced-by-two', 'a trapped Thumb instruction is skipped as if it were two bytes long', {
    rules: {
      completeAccess: (input, context) => ({
        ...idealRules.completeAccess(input, context),
        pc: u32(input.pc + (input.itState === 0 ? 4 : 2)),
      }),
    },
  }),
  wrong('it-state-kept', 'ITSTATE does not advance over an emulated access', {
    rules: {
      completeAccess: (input, context) => ({
        ...idealRules.completeAccess(input, context),
        itState: input.itState,
      }),
    },
  }),
  wrong('second-register-kept', 'an emulated MRRC writes the first register alone', {
    rules: {
      completeAccess: (input, context) => {
        const done = idealRules.completeAccess(input, context)
        return { ...done, written: done.written.slice(0, 1) }
      },
    },
  }),
  wrong('ldc-as-mrc', 'LDC and STC read as zero and write nothing, as MRC and MCR do', {
    rules: emulating(({ transfer, direction }) =>
      transfer === 'memory' ? (direction === 'read' ? 'zero' : 'ignored') : null,
    ),
  }),
  wrong('user-access-trapped', 'an access from user mode that is UNDEFINED goes to Hyp mode instead', {
    rules: {
      routeAccess: (input, context) => idealRules.routeAccess({ ...input, privilege: 'pl1' }, context),
    },
  }),
  wrong('trapped-without-il', 'HSR.IL is clear for a trapped access', {
    rules: {
      accessSyndrome: (input, context) => u32(idealRules.accessSyndrome(input, context) & ~(1 << 25)),
    },
  }),
  wrong('drar-under-tda', 'DBGDRAR and DBGDSAR trap with TDA instead of TDRA', {
    rules: {
      isTrapped: ({ register, hdcr }) =>
        (hdcr &
          bits[
            registerNamed(register)?.row.trap === 'TDRA'
              ? 'TDA'
              : (registerNamed(register)?.row.trap ?? 'TDA')
          ]) !==
        0,
    },
  }),
  wrong('sixteen-slots', 'accesses to breakpoints that the CPU does not have trap, up to 16', {
    rules: {
      routeAccess: (input, context) => {
        const outcome = idealRules.routeAccess(input, context)
        const isSlot = /^DBG[BW][VC]R\d+$/.test(input.register) && input.privilege === 'pl1'
        return outcome === 'undefined' && isSlot && (input.hdcr & bits.TDA) !== 0 ? 'hyp-trap' : outcome
      },
    },
  }),
  wrong('lock-hides-nothing', 'v7: a set OS lock leaves the breakpoints accessible', {
    rules: { routeAccess: (input, context) => idealRules.routeAccess({ ...input, osLock: false }, context) },
  }),
  wrong('any-key-locks', 'whatever is written to DBGOSLAR sets the OS lock', {
    rules: {
      storeRegister: (input, context) =>
        input.register === 'DBGOSLAR' ? 1 : idealRules.storeRegister(input, context),
    },
  }),
  wrong('status-written', 'a write to DBGDSCRext changes MOE although the OS lock is clear', {
    rules: {
      storeRegister: (input, context) => {
        const stored = idealRules.storeRegister(input, context)
        return input.register === 'DBGDSCRext'
          ? u32((stored & ~dscrBits.MOE) | (moeOf(input.value) << 2))
          : stored
      },
    },
  }),
  wrong('locks-reported-set', 'DBGOSDLR reads as 1: a guest takes its debug registers for powered down', {
    slots: {
      handleAccess: (m, access) => {
        const answer = idealSlots.handleAccess(m, access)
        return access.register === 'DBGOSDLR' && access.direction === 'read'
          ? { ...answer, value: 1 }
          : answer
      },
    },
  }),
  wrong('breakpoints-undefined', 'DBGDIDR is the host’s, but a guest’s write to DBGBCRn is UNDEFINED', {
    rules: emulating(({ register, direction }) =>
      direction === 'write' && registerNamed(register)?.pair === 'DBGBCR' ? 'undefined' : null,
    ),
  }),
  wrong(
    'forgotten-register',
    'RAZ/WI, with one register that was forgotten: it keeps what was written',
    {
      rules: {
        emulateAccess: (input, context) =>
          input.register === 'DBGCLAIMSET' ? 'own' : razWi.rules.emulateAccess(input, context),
      },
    },
    razWi,
  ),
  wrong('forgotten-claim', 'DBGCLAIMSET keeps what the guest wrote', {
    rules: emulating(({ register }) => (register === 'DBGCLAIMSET' ? 'own' : null)),
  }),
]
