/**
 * Small wrong forms of the ideal VMM, each wrong in one place: the properties must reject every one of them.
 */
import { dr6 as bits } from '../../x86/registers.ts'
import { arm64Owner } from '../rules/arm64-owner.ts'
import { encodeArm64Breakpoints } from '../rules/arm64-registers.ts'
import { guestDebugControl } from '../rules/guest-debug.ts'
import { breakpointSlot } from '../rules/hardware.ts'
import { removeUse } from '../rules/planting.ts'
import { x86Owner } from '../rules/x86-owner.ts'
import { encodeX86Breakpoints } from '../rules/x86-registers.ts'
import type { Rules } from '../rules.ts'
import type { Arm64Injection } from '../run.ts'
import { idealSlots } from '../slots.ts'
import type { Slots } from '../vmm.ts'
import { ideal } from './ideal.ts'
import { mutant, type Variant } from './variant.ts'

const wrong = (name: string, summary: string, rules: Partial<Rules>, slots: Partial<Slots> = {}): Variant =>
  mutant({ id: `vmm/${name}`, summary, base: ideal, cites: [], rules, slots })

/** The ideal decision on arm64 with another record for the guest. */
const otherArm64Record = (
  change: (inject: Arm64Injection, hsr: number) => Arm64Injection,
): Partial<Rules> => ({
  arm64Owner: (input, context) => {
    const result = arm64Owner(input, context)
    return { ...result, inject: result.inject && change(result.inject, input.hsr) }
  },
})

export const mutants: readonly Variant[] = [
  wrong(
    'breakpoint-bits-lost-on-step',
    'a step and a breakpoint of the guest at once: only the step counts',
    {
      x86Owner: (input) =>
        x86Owner(
          input.stepping && (input.dr6 & bits.BS) !== 0n ? { ...input, dr6: input.dr6 & ~bits.B } : input,
        ),
    },
  ),
  wrong('step-always-the-debuggers', 'BS is the debugger’s, though it does not step', {
    x86Owner: (input) => x86Owner({ ...input, stepping: true }),
  }),
  wrong('icebp-dropped', 'a #DB without any cause is nobody’s', {
    x86Owner: (input) => {
      const result = x86Owner(input)
      const isEmpty = input.exception === 1 && (input.dr6 & (bits.B | bits.BS | bits.BD)) === 0n
      return isEmpty ? { ...result, owner: 'nobody', inject: null } : result
    },
  }),
  wrong('guest-breakpoint-as-debug-exception', 'the guest’s #BP comes back as a #DB', {
    x86Owner: (input) => {
      const result = x86Owner(input)
      return { ...result, inject: result.inject && { ...result.inject, vector: 1 } }
    },
  }),
  wrong('debug-exception-without-causes', 'the guest’s #DB comes back without its causes', {
    x86Owner: (input) => {
      const result = x86Owner(input)
      return { ...result, inject: result.inject && { ...result.inject, payload: null, dr6: null } }
    },
  }),
  wrong('class-of-the-lower-level', 'the guest at EL1 gets the exception class of a lower level', {
    ...otherArm64Record((inject, hsr) => ({ ...inject, esr: BigInt(hsr) })),
  }),
  wrong('return-behind-brk', 'ELR of a BRK that is handed back is the next instruction', {
    ...otherArm64Record((inject) => ({ ...inject, elr: inject.elr + 4n })),
  }),
  wrong('far-forgotten', 'a watchpoint that is handed back does not set FAR', {
    ...otherArm64Record((inject) => ({ ...inject, far: null })),
  }),
  wrong('always-the-vector-of-el1', 'what comes from EL0 enters the vector of EL1', {
    ...otherArm64Record((inject) => ({ ...inject, vectorOffset: 0x200 })),
  }),
  wrong('watchpoint-by-its-base', 'a watchpoint is the debugger’s only if FAR is its first byte', {
    arm64Owner: (input, context) =>
      arm64Owner(
        { ...input, farBlock: 1, watchpoints: input.watchpoints.map((each) => ({ ...each, length: 1 })) },
        context,
      ),
  }),
  wrong('length-codes-in-order', 'LEN counts 1, 2, 4, 8, as the manual does not', {
    encodeX86Breakpoints: (input) => {
      const encoded = encodeX86Breakpoints(input)
      const swapped = [0n, 1n, 2n, 3n].reduce((dr7, n) => {
        const length = (dr7 >> (18n + 4n * n)) & 3n
        return length < 2n ? dr7 : dr7 ^ (1n << (18n + 4n * n))
      }, encoded.dr7)
      return { ...encoded, dr7: swapped }
    },
  }),
  wrong('fifth-request-accepted', 'a fifth hardware breakpoint is accepted and not programmed', {
    encodeX86Breakpoints: (input) => {
      const encoded = encodeX86Breakpoints(input)
      return { ...encoded, results: encoded.results.map((each) => (each === 'capacity' ? 'ok' : each)) }
    },
  }),
  wrong('three-registers', 'a fourth hardware breakpoint is refused', {
    encodeX86Breakpoints: (input) => {
      let used = 0
      const { requests } = input
      const { results } = encodeX86Breakpoints(input)
      const fewer = results.map((each) => (each === 'ok' && used++ >= 3 ? 'capacity' : each))
      const kept = requests.filter((_, n) => fewer[n] === 'ok')
      return { ...encodeX86Breakpoints({ requests: kept }), results: fewer }
    },
  }),
  wrong(
    'byte-select-from-zero',
    'BAS selects the lowest bytes of the doubleword, wherever the watchpoint begins',
    {
      encodeArm64Breakpoints: (input) => {
        const encoded = encodeArm64Breakpoints(input)
        const moved = encoded.wcr.map((wcr) => {
          const select = (wcr >> 5n) & 0xffn
          const lowest = select & -select
          return lowest === 0n ? wcr : (wcr & ~(0xffn << 5n)) | ((select / lowest) << 5n)
        })
        return { ...encoded, wcr: moved }
      },
    },
  ),
  wrong('one-pool-on-arm64', 'breakpoints and watchpoints of arm64 share the breakpoints’ pool', {
    encodeArm64Breakpoints: ({ requests, breakpoints, watchpoints }) => {
      let used = 0
      const { results } = encodeArm64Breakpoints({ requests, breakpoints, watchpoints })
      const shared = results.map((each) => (each === 'ok' && used++ >= watchpoints ? 'capacity' : each))
      const kept = requests.filter((_, n) => shared[n] === 'ok')
      return { ...encodeArm64Breakpoints({ requests: kept, breakpoints, watchpoints }), results: shared }
    },
  }),
  wrong('zero-means-none', 'where KVM reports no number there are no hardware breakpoints', {
    hardwareCapacity: ({ guest, reportedBreakpoints, reportedWatchpoints }) => ({
      breakpoints: reportedBreakpoints,
      watchpoints: reportedWatchpoints,
      shared: guest === 'x86',
    }),
  }),
  wrong('context-aware-first', 'ordinary requests take the context-aware breakpoints', {
    breakpointSlot: ({ breakpoints, inUse }) => {
      for (let n = breakpoints - 1; n >= 0; n--) if ((inUse & (1 << n)) === 0) return n
      return null
    },
  }),
  wrong('context-anywhere', 'a context is compared by a breakpoint that cannot', {
    breakpointSlot: (input) => breakpointSlot({ ...input, context: false }),
  }),
  wrong('control-without-enable', 'the control word has no ENABLE', {
    guestDebugControl: (input) => guestDebugControl(input) & ~1,
  }),
  wrong('hardware-not-asked-for', 'hardware breakpoints are programmed without USE_HW_BP', {
    guestDebugControl: (input) => guestDebugControl({ ...input, hardwareBreakpoints: 0 }),
  }),
  wrong('step-only', 'breakpoints are not in force while the debugger steps', {
    guestDebugControl: (input) =>
      guestDebugControl(
        input.stepping ? { ...input, softwareBreakpoints: 0, hardwareBreakpoints: 0 } : input,
      ),
  }),
  wrong('stale-restore', 'the saved bytes come back over whatever is there', {
    unplant: ({ saved }) => ({ result: 'ok', restore: saved }),
  }),
  wrong('trap-left-behind', 'the trap instruction stays when its breakpoint goes', {
    unplant: () => ({ result: 'ok', restore: null }),
  }),
  wrong('first-remove-unplants', 'a breakpoint that was inserted twice is gone when it is removed once', {
    removeUse: ({ uses }) =>
      uses === 0 ? removeUse({ uses }) : { result: 'ok', uses: uses - 1, unplant: true },
  }),
  wrong('absent-is-fine', 'removing what is not inserted is answered with OK', {
    removeUse: ({ uses }) => ({ ...removeUse({ uses }), result: 'ok' }),
  }),
  wrong('refusal-is-ok', 'every request is answered with OK', { requestReply: () => 'OK' }),
  wrong(
    'detach-leaves-sites',
    'detach switches guest debugging off and leaves the trap instructions',
    {},
    {
      detach: (state, vmm) => idealSlots.detach({ ...state, planted: [] }, vmm),
    },
  ),
  wrong(
    'detach-leaves-guest-debug',
    'detach takes the trap instructions away and leaves guest debugging on',
    {},
    {
      detach: (state, vmm) => {
        const { actions, ...rest } = idealSlots.detach(state, vmm)
        return { ...rest, actions: actions.filter((action) => action.do !== 'set-guest-debug') }
      },
    },
  ),
  wrong(
    'removed-but-in-force',
    'a hardware breakpoint that was removed stays in the registers until something else changes',
    {},
    {
      remove: (state, request, vmm) => {
        const removed = idealSlots.remove(state, request, vmm)
        return request.kind === 'software' ? removed : { ...removed, actions: [] }
      },
    },
  ),
]
