/**
 * Small wrong forms of the ideal machine that the properties must reject: for every property at least one.
 */
import { any, bic, u64 } from '../../bits.ts'
import { GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import { debugExit, raise } from '../machine.ts'
import { dr6, dr7, flags } from '../registers.ts'
import { idealRules } from '../rules.ts'
import { idealSlots } from '../slots.ts'
import { ideal } from './ideal.ts'
import { mutant, type Variant, type X86Changes } from './variant.ts'

const ofIdeal = (id: string, summary: string, changes: Pick<X86Changes, 'rules' | 'slots'>): Variant =>
  mutant({ id: `x86/${id}`, summary, base: ideal, cites: [], ...changes })

const setFlag = (rflags: number, flag: number): number => (rflags | flag) >>> 0

/** Mutants of the ideal machine. */
export const mutantsOfIdeal: readonly Variant[] = [
  ofIdeal('host-tf-visible', 'the TF that the host steps with shows in the flags that the guest pushes', {
    rules: {
      visibleFlags: ({ rflags, control }) =>
        inForce(control, GUESTDBG.SINGLESTEP) ? setFlag(rflags, flags.TF) : rflags,
    },
  }),
  ofIdeal('guest-tf-lost', 'switching the host’s step off takes the guest’s own TF with it', {
    rules: {
      flagsAfterControlChange: ({ rflags, controlBefore }) =>
        inForce(controlBefore, GUESTDBG.SINGLESTEP) ? rflags & ~flags.TF : rflags,
    },
  }),
  ofIdeal('guest-tf-hidden', 'the guest’s own TF is hidden in the flags it pushes while the host steps', {
    rules: {
      visibleFlags: ({ rflags, control }) =>
        inForce(control, GUESTDBG.SINGLESTEP) ? rflags & ~flags.TF : rflags,
      flagsAfterControlChange: idealRules.flagsAfterControlChange,
    },
  }),
  ofIdeal('guest-step-delivered', 'the guest gets its own step traps while the host steps', {
    slots: {
      takeTrap: (m, payload) => {
        const guestTf = (m.v.rflags & flags.TF) !== 0
        return guestTf && any(payload, dr6.BS) ? raise(m, 1, payload) : idealSlots.takeTrap(m, payload)
      },
    },
  }),
  ofIdeal('step-lost-after-output', 'the step over an OUT or a store to MMIO is lost', {
    rules: {
      singleStepDue: (input, context) =>
        !input.userspace.endsWith('write') && idealRules.singleStepDue(input, context),
    },
  }),
  ofIdeal('step-stops-late', 'a host step stops two instructions later where userspace answered a read', {
    rules: {
      singleStepDue: (input, context) =>
        !input.userspace.endsWith('read') && idealRules.singleStepDue(input, context),
    },
  }),
  ofIdeal('step-over-hlt-reported', 'the step over HLT is reported after its exit', {
    slots: {
      enterGuest: (m) => {
        const last = m.events.findLast((event) => event.kind === 'exit' || event.kind === 'instruction')
        const halted = last?.kind === 'exit' && last.exit.reason === 'hlt'
        if (halted && inForce(last.view.control & m.v.control, GUESTDBG.SINGLESTEP))
          return debugExit(m, dr6.BS, 'trap')
        return idealSlots.enterGuest(m)
      },
    },
  }),
  ofIdeal('host-general-detect-consumed', 'a #DB delivered to the guest clears the host’s GD too', {
    slots: {
      deliver: (m, event) => {
        if (event.vector === 1) m.v.hostDr7 = bic(m.v.hostDr7, dr7.GD)
        return idealSlots.deliver(m, event)
      },
    },
  }),
  ofIdeal('general-detect-not-consumed', 'a #DB delivered to the guest leaves its GD set', {
    rules: { dr7AtDelivery: ({ dr7: value }) => value },
  }),
  ofIdeal(
    'guest-write-reaches-host-registers',
    'a guest’s MOV to DR7 is put in force over the host’s registers',
    {
      slots: {
        retire: (m, how) => {
          if (how.instruction.op === 'mov-to-dr' && how.instruction.dr === 7) m.v.hostDr7 = m.v.dr7
          return idealSlots.retire(m, how)
        },
      },
    },
  ),
  ofIdeal('guest-reads-host-registers', 'the guest’s MOV from DR0–DR3 reads the registers in force', {
    slots: {
      step: (m) => {
        const { v } = m
        const own = v.db
        if (!inForce(v.control, GUESTDBG.USE_HW_BP)) return idealSlots.step(m)
        v.db = v.hostDb
        const exit = idealSlots.step(m)
        if (v.db === v.hostDb) v.db = own
        return exit
      },
    },
  }),
  ofIdeal('resume-flag-ignored', 'RF does not suppress the guest’s code breakpoint', {
    rules: {
      codeBreakpointInhibited: (input, context) =>
        idealRules.codeBreakpointInhibited({ ...input, rf: input.owner === 'host' && input.rf }, context),
    },
  }),
  ofIdeal('resume-flag-stays', 'RF is not cleared when an instruction completes', {
    rules: { flagsAfterRetire: ({ rflags }) => rflags },
  }),
  ofIdeal('popfd-sets-resume-flag', 'POPFD can set RF', {
    rules: {
      loadFlags: (input, context) => {
        const loaded = idealRules.loadFlags(input, context)
        return input.instruction === 'popfd' ? setFlag(loaded, input.image & flags.RF) : loaded
      },
    },
  }),
  ofIdeal('iretd-loses-resume-flag', 'IRETD does not load RF', {
    rules: {
      loadFlags: (input, context) => idealRules.loadFlags(input, context) & ~flags.RF,
    },
  }),
  ofIdeal('sti-delays-step', 'STI delays the step trap as MOV SS does', {
    rules: {
      trapsHeld: (input, context) => input.instruction === 'sti' || idealRules.trapsHeld(input, context),
    },
  }),
  ofIdeal('pop-ds-delays-step', 'POP DS delays the step trap as POP SS does', {
    rules: {
      trapsHeld: (input, context) => input.instruction === 'pop-ds' || idealRules.trapsHeld(input, context),
    },
  }),
  ofIdeal('amd-shadow-suppresses', 'a code breakpoint after MOV SS is suppressed on an AMD guest too', {
    rules: {
      codeBreakpointInhibited: (input, context) =>
        idealRules.codeBreakpointInhibited({ ...input, vendor: 'intel' }, context),
    },
  }),
  ofIdeal('injection-despite-pending', 'an injection request replaces the exception that waits', {
    rules: {
      setGuestDebug: (input, context) =>
        idealRules.setGuestDebug({ ...input, exceptionPending: false, exceptionInjected: false }, context),
    },
  }),
  ofIdeal('busy-ignores-injected', 'EBUSY covers a pending exception but not an injected one', {
    rules: {
      setGuestDebug: (input, context) =>
        idealRules.setGuestDebug({ ...input, exceptionInjected: false }, context),
    },
  }),
  ofIdeal('refused-call-changes-control', 'a refused KVM_SET_GUEST_DEBUG puts its control word in force', {
    rules: {
      setGuestDebug: (input, context) => {
        const decision = idealRules.setGuestDebug(input, context)
        return decision.result === 'ok' ? decision : { ...decision, control: input.control }
      },
    },
  }),
  ofIdeal('injection-sets-dr6', 'an injected #DB sets DR6.BS', {
    slots: {
      deliver: (m, event) =>
        idealSlots.deliver(
          m,
          event.source === 'injected' && event.vector === 1 && event.payload === null
            ? { ...event, payload: dr6.BS }
            : event,
        ),
    },
  }),
  ofIdeal('injected-bp-at-instruction', 'an injected #BP pushes the address of the INT3 itself', {
    rules: { injectedReturnIp: ({ rip }) => rip },
  }),
  ofIdeal('bp-before-db', 'with both injection bits #BP wins', {
    rules: {
      setGuestDebug: (input, context) => {
        const decision = idealRules.setGuestDebug(input, context)
        return decision.inject !== null && input.control & GUESTDBG.INJECT_BP
          ? { ...decision, inject: 3 }
          : decision
      },
    },
  }),
  ofIdeal('sw-bp-without-flag', 'INT3 exits to userspace whenever debugging is enabled', {
    rules: {
      breakpointInstructionOwner: ({ control, instruction }) =>
        instruction === 'int3' && inForce(control, GUESTDBG.ENABLE) ? 'userspace' : 'guest',
    },
  }),
  ofIdeal('sw-bp-ignored', 'INT3 goes to the guest although USE_SW_BP is in force', {
    rules: { breakpointInstructionOwner: () => 'guest' },
  }),
  ofIdeal('sw-bp-claims-int-3', 'USE_SW_BP claims the two-byte INT 3 and INTO as well', {
    rules: {
      breakpointInstructionOwner: ({ control }) =>
        inForce(control, GUESTDBG.USE_SW_BP) ? 'userspace' : 'guest',
    },
  }),
  ofIdeal('enable-alone-claims-debug-exceptions', 'ENABLE alone claims every #DB', {
    rules: {
      debugExceptionOwner: ({ control }) => (inForce(control, GUESTDBG.ENABLE) ? 'userspace' : 'guest'),
    },
  }),
  ofIdeal('guest-trap-under-host-breakpoints', 'the guest’s own step traps are delivered under USE_HW_BP', {
    rules: {
      debugExceptionOwner: ({ control }) => (inForce(control, GUESTDBG.SINGLESTEP) ? 'userspace' : 'guest'),
    },
  }),
  ofIdeal('exit-dr7-unwritten', 'dr7 of the exit record is not written', {
    rules: { debugExit: (input, context) => ({ ...idealRules.debugExit(input, context), dr7: null }) },
  }),
  ofIdeal('exit-pc-is-offset', 'pc of the exit record is RIP, not a linear address', {
    slots: {
      step: (m) => {
        const exit = idealSlots.step(m)
        return exit?.reason === 'debug' ? { reason: 'debug', debug: { ...exit.debug, pc: m.v.rip } } : exit
      },
    },
  }),
  ofIdeal('sticky-bits-cleared', 'BD, BS and BT of an earlier #DB are cleared by the next one', {
    rules: {
      mergeDr6: (input, context) =>
        idealRules.mergeDr6({ ...input, dr6: bic(input.dr6, dr6.BD | dr6.BS | dr6.BT) }, context),
    },
  }),
  ofIdeal('bus-lock-bit-reset', 'a #DB without a bus lock sets BLD to 1', {
    rules: {
      mergeDr6: (input, context) => idealRules.mergeDr6({ ...input, dr6: input.dr6 | dr6.BLD }, context),
    },
  }),
  ofIdeal('dr6-raw-write', 'MOV to DR6 stores reserved bits', {
    rules: {
      moveDebugRegister: (input, context) => {
        const moved = idealRules.moveDebugRegister(input, context)
        return moved.result === 'written' && moved.register === 6 ? { ...moved, value: input.value } : moved
      },
    },
  }),
  ofIdeal('upper-half-accepted', 'KVM_SET_DEBUGREGS accepts DR6 and DR7 wider than 32 bits', {
    rules: {
      setDebugRegisters: (input, context) =>
        idealRules.setDebugRegisters(
          { ...input, dr6: BigInt.asUintN(32, input.dr6), dr7: BigInt.asUintN(32, input.dr7) },
          context,
        ),
    },
  }),
  ofIdeal('write-only-watchpoints-on-reads', 'a write watchpoint hits on reads', {
    rules: {
      matchDataBreakpoints: (input, context) =>
        idealRules.matchDataBreakpoints({ ...input, access: 'write' }, context),
    },
  }),
  ofIdeal('watchpoint-first-byte-only', 'only the first byte of an access is compared', {
    rules: {
      matchDataBreakpoints: (input, context) =>
        idealRules.matchDataBreakpoints({ ...input, size: 1 }, context),
    },
  }),
  ofIdeal('io-breakpoint-first-port-only', 'only the first port of an access is compared', {
    rules: {
      matchIoBreakpoints: (input, context) => idealRules.matchIoBreakpoints({ ...input, size: 1 }, context),
    },
  }),
  ofIdeal('interrupt-in-sti-shadow', 'an interrupt is delivered directly after STI', {
    rules: {
      eventDeliverable: (input, context) =>
        idealRules.eventDeliverable({ ...input, shadow: 'none' }, context),
    },
  }),
  ofIdeal(
    'step-lost-on-immediate-exit',
    'the step of an access that a run with immediate_exit completes is lost',
    {
      slots: {
        completeAccess: (m) => {
          const exit = idealSlots.completeAccess(m)
          return m.v.immediateExit && exit?.reason === 'debug' ? null : exit
        },
      },
    },
  ),
  ofIdeal('host-dr7-with-guest-addresses', 'the host’s DR7 is in force with the guest’s addresses', {
    rules: {
      effectiveDebugRegisters: (input, context) => ({
        ...idealRules.effectiveDebugRegisters(input, context),
        db: input.guestDb,
      }),
    },
  }),
  ofIdeal('linear-address-not-truncated', 'CS.base + RIP is not truncated to 32 bits outside 64-bit mode', {
    rules: {
      linearAddress: ({ mode, csBase, rip }) => u64(mode === 'long' ? rip : csBase + rip),
    },
  }),
  ofIdeal('repeat-batch', 'a step over a REP string instruction covers all of its iterations', {
    rules: { repeat: ({ remaining }) => ({ iterations: remaining, ends: true }) },
  }),
]
