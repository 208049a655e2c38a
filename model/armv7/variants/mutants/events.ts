/**
 * Mutants of debug events, and of the host’s use of them.
 */
import { u32 } from '../../../bits.ts'
import { dscr as dscrBits, moeOf } from '../../registers.ts'
import { idealRules } from '../../rules.ts'
import type { Variant } from '../variant.ts'
import { wrong } from './wrong.ts'

export const eventMutants: readonly Variant[] = [
  wrong('bkpt-needs-monitor-mode', 'BKPT does nothing without monitor mode', {
    rules: {
      debugEvent: (input, context) =>
        input.event === 'bkpt' && (input.dscr & dscrBits.MDBGen) === 0
          ? { taken: false, to: null, vector: null, moe: null, hsr: null }
          : idealRules.debugEvent(input, context),
    },
  }),
  wrong('monitor-before-halting', 'with HDBGen and MDBGen set a debug event is an exception', {
    rules: {
      debugEvent: (input, context) =>
        idealRules.debugEvent(
          (input.dscr & dscrBits.MDBGen) === 0
            ? input
            : { ...input, dscr: u32(input.dscr & ~dscrBits.HDBGen) },
          context,
        ),
    },
  }),
  wrong('breakpoint-without-monitor-mode', 'MDBGen is not asked for', {
    rules: {
      debugEvent: (input, context) =>
        idealRules.debugEvent({ ...input, dscr: u32(input.dscr | dscrBits.MDBGen) }, context),
    },
  }),
  wrong('moe-of-watchpoints', 'a synchronous watchpoint says that it was an asynchronous one', {
    rules: {
      debugEvent: (input, context) => {
        const result = idealRules.debugEvent(input, context)
        return input.event === 'watchpoint' && result.moe !== null ? { ...result, moe: 2 } : result
      },
    },
  }),
  wrong('routed-as-aarch64', 'a debug exception that is routed to Hyp mode has the class of an AArch64 EL2', {
    rules: {
      debugEvent: (input, context) => {
        const result = idealRules.debugEvent(input, context)
        if (result.vector !== 'hyp-trap') return result
        return { ...result, hsr: u32((input.event === 'bkpt' ? 0x38 : 0x30) << 26) }
      },
    },
  }),
  wrong('privilege-ignored', 'PMC is not compared with the mode', {
    rules: {
      matchBreakpoint: (input, context) =>
        idealRules.matchBreakpoint({ ...input, control: u32(input.control | 6) }, context),
    },
  }),
  wrong('mismatch-as-match', 'an address mismatch breakpoint compares for equality', {
    rules: {
      matchBreakpoint: (input, context) =>
        idealRules.matchBreakpoint({ ...input, control: u32(input.control & ~(4 << 20)) }, context),
    },
  }),
  wrong('loads-and-stores-swapped', 'LSC 1 watches stores, LSC 2 loads', {
    rules: {
      matchWatchpoint: (input, context) =>
        idealRules.matchWatchpoint({ ...input, access: input.access === 'read' ? 'write' : 'read' }, context),
    },
  }),
  wrong('far-is-the-access', 'DFAR of a watchpoint is the first byte of the access', {
    rules: {
      matchWatchpoint: (input, context) => {
        const result = idealRules.matchWatchpoint(input, context)
        return result.far === null ? result : { ...result, far: input.address }
      },
    },
  }),
  wrong(
    'short-status-with-lpae',
    'the fault status of a debug exception has the short form with TTBCR.EAE set',
    {
      rules: { faultStatus: (input, context) => idealRules.faultStatus({ ...input, lpae: false }, context) },
    },
  ),
  wrong('debug-status-of-abort', 'a debug exception has the fault status of an external abort', {
    rules: { faultStatus: ({ lpae }) => (lpae ? 0x210 : 0x8) },
  }),
  wrong('watchpoints-unhandled', 'the host’s handler does not know MOE 10', {
    rules: {
      dispatchHostException: (input, context) =>
        moeOf(input.dscr) === 10 ? 'unhandled' : idealRules.dispatchHostException(input, context),
    },
  }),
  wrong('didr-without-plus-one', 'the fields of DBGDIDR are taken for the counts', {
    rules: {
      usableSlots: (input, context) => {
        const slots = idealRules.usableSlots(input, context)
        const { breakpoints, watchpoints } = slots
        return slots.supported
          ? { ...slots, breakpoints: breakpoints - 1, watchpoints: watchpoints - 1 }
          : slots
      },
    },
  }),
  wrong('halting-taken-for-monitor', 'HDBGen is taken for monitor mode', {
    rules: { monitorModeEnabled: ({ dscr }) => (dscr & (dscrBits.MDBGen | dscrBits.HDBGen)) !== 0 },
  }),
  wrong('monitor-mode-assumed', 'a refused MDBGen is not noticed', {
    rules: { enableMonitorMode: () => 'ok' },
  }),
]
