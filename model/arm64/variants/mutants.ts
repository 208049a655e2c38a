/**
 * Small wrong forms of the ideal machine that the properties must reject: for every property at least one.
 */
import { any, bic, ones, u64 } from '../../bits.ts'
import { GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import { mdcr, mdscr as mdscrBits, NO_REGISTERS, pstate as pstateBits, ssOf, withSs } from '../registers.ts'
import { idealRules } from '../rules.ts'
import { idealSlots } from '../slots.ts'
import { classOf, debugIss, EC, isStep, syndrome } from '../syndrome.ts'
import { forgetting } from './historical.ts'
import { ideal } from './ideal.ts'
import { enterException, hostDebugs, hostSteps } from './kvm-state.ts'
import { type Arm64Changes, mutant, type Variant } from './variant.ts'

/** DBGBCR.BAS */
const BAS = ones(5, 4)

const ofIdeal = (id: string, summary: string, changes: Pick<Arm64Changes, 'rules' | 'slots'>): Variant =>
  mutant({ id: `arm64/${id}`, summary, base: ideal, cites: [], ...changes })

/** Mutants of the ideal machine. */
export const mutantsOfIdeal: readonly Variant[] = [
  ofIdeal('debug-exceptions-not-routed', 'debug exceptions stay with the guest while the host debugs', {
    rules: { debugTraps: (input, context) => bic(idealRules.debugTraps(input, context), mdcr.TDE) },
  }),
  ofIdeal('routed-after-detach', 'debug exceptions go to EL2 although nobody debugs', {
    rules: { debugTraps: (input, context) => u64(idealRules.debugTraps(input, context) | mdcr.TDE) },
  }),
  ofIdeal(
    'guest-step-not-suppressed',
    'the guest’s MDSCR_EL1.SS and PSTATE.SS stay in force with ENABLE alone',
    {
      rules: {
        maskSoftwareStep: (input, context) =>
          inForce(input.control, GUESTDBG.SINGLESTEP)
            ? idealRules.maskSoftwareStep(input, context)
            : { mdscr: input.mdscr, spsr: input.spsr },
      },
    },
  ),
  ofIdeal('guest-step-delivered', 'the guest gets its own step exceptions while the host debugs', {
    slots: {
      debugExit: (m, esr, far) => {
        if (isStep(esr) && any(m.v.mdscr, mdscrBits.SS)) enterException(m, { esr, far: null })
        return idealSlots.debugExit(m, esr, far)
      },
    },
  }),
  ofIdeal('mask-clears-kde', 'masking the SS bits takes MDSCR_EL1.KDE with them for good', {
    slots: {
      enterGuest: (m) => {
        if (hostDebugs(m)) m.v.mdscr = bic(m.v.mdscr, mdscrBits.KDE)
        idealSlots.enterGuest(m)
      },
    },
  }),
  ofIdeal('host-step-visible-in-spsr', 'SPSR_EL1 shows the SS that the host steps with', {
    rules: { spsrSeenByGuest: ({ spsr }) => spsr },
  }),
  ofIdeal('btype-kept-by-emulation', 'skipping an emulated instruction keeps PSTATE.BTYPE', {
    rules: {
      retireEmulated: (input, context) => {
        const after = idealRules.retireEmulated(input, context)
        return { ...after, pstate: after.pstate | (input.pstate & 0xc00n) }
      },
    },
  }),
  ofIdeal(
    'step-over-emulated-early',
    'a step over an access for userspace is reported before the access is made',
    {
      slots: {
        exitForMmio: (m, exit, rt) => {
          const mmio = idealSlots.exitForMmio(m, exit, rt)
          if (!hostSteps(m)) return mmio
          m.v.mmio = null
          return idealSlots.retire(m, 'userspace') ?? mmio
        },
      },
    },
  ),
  ofIdeal(
    'step-reported-twice',
    'the step over an access for userspace is reported once more at the next run',
    {
      slots: {
        run: (m, immediateExit) => {
          const [last, before] = m.events
            .filter((event) => event.kind === 'exit')
            .slice(-2)
            .reverse()
          const wasStep = last?.exit.reason === 'debug' && before?.exit.reason === 'mmio'
          return wasStep && hostSteps(m)
            ? m.slots.debugExit(m, syndrome(EC.stepLower, debugIss()), 0n)
            : idealSlots.run(m, immediateExit)
        },
      },
    },
  ),
  ofIdeal('abort-after-completion', 'an access that userspace faults writes its register all the same', {
    slots: {
      completeAccess: (m) => {
        const { mmio, abort } = m.v
        if (mmio && abort !== null && mmio.direction === 'read') m.v.gpr[mmio.rt] = mmio.data
        return idealSlots.completeAccess(m)
      },
    },
  }),
  ofIdeal(
    'abort-with-next-elr',
    'an access that userspace faults is taken as an exception of the next instruction',
    {
      slots: {
        completeAccess: (m) => {
          const { mmio, abort } = m.v
          if (mmio && abort !== null) m.v.mmio = { ...mmio, pc: u64(mmio.pc + 4n) }
          return idealSlots.completeAccess(m)
        },
      },
    },
  ),
  ofIdeal(
    'guest-registers-under-use-hw',
    'with USE_HW the guest’s breakpoints and watchpoints stay in force',
    {
      rules: { registersInForce: ({ guest }) => guest },
    },
  ),
  ofIdeal('host-registers-after-detach', 'the host’s breakpoints stay in force after it has detached', {
    rules: {
      registersInForce: ({ host, guest }) => (host === NO_REGISTERS ? guest : host),
    },
  }),
  ofIdeal('guest-reads-host-registers', 'the guest’s registers are overwritten with those in force', {
    slots: {
      exitGuest: (m, trap) => {
        if (inForce(m.v.control, GUESTDBG.USE_HW_BP)) m.v.registers = m.hw.registers
        idealSlots.exitGuest(m, trap)
      },
    },
  }),
  ofIdeal('guest-lock-stops-host', 'the guest’s OS lock stops the host’s debugging too', {
    slots: {
      enterGuest: (m) => {
        m.hw.oslsr = m.v.oslsr
        idealSlots.enterGuest(m)
      },
    },
  }),
  ofIdeal('brk-advances', 'the PC is advanced past a BRK before it exits', {
    slots: {
      debugExit: (m, esr, far) => {
        if (classOf(esr) === EC.brk) m.v.pc = u64(m.v.pc + 4n)
        return idealSlots.debugExit(m, esr, far)
      },
    },
  }),
  ofIdeal('far-in-every-exit', 'the exit record has FAR_EL2 for every class', {
    rules: { debugExit: (input, context) => ({ ...idealRules.debugExit(input, context), far: input.far }) },
  }),
  ofIdeal('one-class-for-both-levels', 'debug exceptions from the same level have the class of a lower one', {
    rules: { exceptionClass: ({ ec }) => ec },
  }),
  ofIdeal('kde-not-needed', 'debug exceptions from EL1 to EL1 do not need KDE', {
    rules: {
      generateDebugExceptions: (input, context) =>
        idealRules.generateDebugExceptions({ ...input, mdscr: u64(input.mdscr | mdscrBits.KDE) }, context),
    },
  }),
  ofIdeal('mask-bit-ignored', 'PSTATE.D does not mask debug exceptions', {
    rules: {
      generateDebugExceptions: (input, context) =>
        idealRules.generateDebugExceptions({ ...input, masked: false }, context),
    },
  }),
  ofIdeal(
    'kde-needed-for-el2',
    'debug exceptions routed to EL2 need KDE and PSTATE.D clear like those at EL1',
    {
      rules: {
        generateDebugExceptions: (input, context) =>
          idealRules.generateDebugExceptions(input, context) &&
          (input.el !== 1 || (any(input.mdscr, mdscrBits.KDE) && !input.masked)),
      },
    },
  ),
  ofIdeal(
    'return-ignores-destination',
    'an exception return takes SPSR.SS although step is not enabled there',
    {
      rules: {
        exceptionReturnSs: ({ mdscr, spsr }) => (any(mdscr, mdscrBits.SS) ? ssOf(spsr) : 0),
      },
    },
  ),
  ofIdeal('return-loses-step', 'an exception return always clears PSTATE.SS', {
    rules: {
      exceptionReturnSs: (input, context) =>
        input.fromEl === 2 ? idealRules.exceptionReturnSs(input, context) : 0,
    },
  }),
  ofIdeal('step-never-advances', 'PSTATE.SS stays set when an instruction completes', {
    rules: { softwareStepAdvance: ({ pstate }) => pstate },
  }),
  ofIdeal(
    'advance-before-every-exception',
    'an exception that retires nothing clears SS before it is saved',
    {
      rules: {
        savedSpsr: (input, context) => idealRules.softwareStepAdvance(input, context),
      },
    },
  ),
  ofIdeal('watchpoint-after-access', 'a watchpoint is reported after its access, as on x86', {
    slots: {
      debugExit: (m, esr, far) => {
        if (classOf(esr) === EC.watchpointLower) m.v.pc = u64(m.v.pc + 4n)
        return idealSlots.debugExit(m, esr, far)
      },
    },
  }),
  ofIdeal('far-of-last-byte', 'FAR of a watchpoint is taken from the end of the access', {
    rules: {
      watchpointFar: (input) => {
        const end = u64(input.address + BigInt(input.size))
        return { lowest: end, highest: end }
      },
    },
  }),
  ofIdeal('watchpoint-first-byte-only', 'a watchpoint compares the first byte of an access only', {
    rules: {
      matchWatchpoint: (input, context) => idealRules.matchWatchpoint({ ...input, size: 1 }, context),
    },
  }),
  ofIdeal('breakpoint-ignores-privilege', 'breakpoints match at every exception level', {
    rules: { stateMatch: () => ({ matches: true }) },
  }),
  ofIdeal('breakpoint-ignores-byte-select', 'a breakpoint matches whatever BAS selects', {
    rules: {
      matchBreakpoint: (input, context) =>
        idealRules.matchBreakpoint({ ...input, bcr: input.bcr | BAS }, context),
    },
  }),
  ofIdeal('context-id-cut-off', 'a context breakpoint compares with bits 15:0 of CONTEXTIDR_EL1', {
    rules: {
      matchBreakpoint: (input, context) =>
        idealRules.matchBreakpoint({ ...input, contextId: input.contextId & 0xffffn }, context),
    },
  }),
  ofIdeal('context-aware-from-0', 'a link to a breakpoint that is not context-aware matches', {
    rules: {
      matchBreakpoint: (input, context) =>
        idealRules.matchBreakpoint(
          { ...input, linked: input.linked && { ...input.linked, contextAware: true } },
          context,
        ),
    },
  }),
  ofIdeal('one-slot-too-many', 'there is one breakpoint and one watchpoint more than the ID register says', {
    rules: {
      capabilities: (input, context) => {
        const known = idealRules.capabilities(input, context)
        return { ...known, breakpoints: known.breakpoints + 1, watchpoints: known.watchpoints + 1 }
      },
    },
  }),
  ofIdeal('invalid-control-takes-effect', 'a refused control word is put in force', {
    rules: {
      setGuestDebug: (input, context) => {
        const decision = idealRules.setGuestDebug(input, context)
        return decision.result === 'ok' ? decision : { ...decision, control: input.control & 0x30003 }
      },
    },
  }),
  ofIdeal('control-merged', 'a new control word is added to the one in force', {
    rules: {
      setGuestDebug: (input, context) => {
        const decision = idealRules.setGuestDebug(input, context)
        return decision.control === 0
          ? decision
          : { ...decision, control: decision.control | input.controlInForce }
      },
    },
  }),
  ofIdeal('unknown-bits-accepted', 'control bits without meaning are accepted', {
    rules: {
      setGuestDebug: (input, context) =>
        idealRules.setGuestDebug({ ...input, control: input.control & 0x30003 }, context),
    },
  }),
  ofIdeal('same-control-detaches', 'KVM_SET_GUEST_DEBUG with the control word in force switches it off', {
    rules: {
      setGuestDebug: (input, context) => {
        const decision = idealRules.setGuestDebug(input, context)
        return input.control === input.controlInForce ? { ...decision, control: 0 } : decision
      },
    },
  }),
  ofIdeal('tge-ignored', 'HCR_EL2.TGE does not route debug exceptions', {
    rules: { debugTarget: ({ mdcr: value }) => (any(value, mdcr.TDE) ? 2 : 1) },
  }),
  ofIdeal('entry-keeps-mask', 'an exception to EL1 leaves PSTATE.D as it was', {
    rules: {
      enterException: (input, context) => {
        const entered = idealRules.enterException(input, context)
        return { ...entered, pstate: bic(entered.pstate, pstateBits.D) | (input.pstate & pstateBits.D) }
      },
    },
  }),
  ofIdeal('attach-clears-guest-step', 'KVM_SET_GUEST_DEBUG clears the guest’s PSTATE.SS', {
    slots: {
      perform: (m, action, layout) => {
        const result = idealSlots.perform(m, action, layout)
        if (action.do === 'set-guest-debug' && result.result === 'ok') m.v.pstate = withSs(m.v.pstate, 0)
        return result
      },
    },
  }),
  ofIdeal('immediate-exit-drops-access', 'a run that returns at once forgets the access that was answered', {
    slots: {
      run: (m, immediateExit) => {
        if (immediateExit && m.v.mmio) {
          m.v.pc = u64(m.v.mmio.pc + 4n)
          m.v.mmio = null
          return { reason: 'interrupted' }
        }
        return idealSlots.run(m, immediateExit)
      },
    },
  }),
  ofIdeal('write-back-locks', 'writing back the debug registers sets the OS lock', {
    slots: {
      perform: (m, action, layout) => {
        const result = idealSlots.perform(m, action, layout)
        if (action.do === 'write-back' && action.state === 'debug') m.v.oslsr |= 2n
        return result
      },
    },
  }),
  ofIdeal('restore-loses-registers', 'a vCPU that everything is restored into lacks the host’s breakpoints', {
    slots: {
      perform: (m, action, layout) => {
        const result = idealSlots.perform(m, action, layout)
        if (action.do === 'save-restore') m.v.host = NO_REGISTERS
        return result
      },
    },
  }),
  ofIdeal('preemption-loses-step', 'an interrupt of the host ends its own step unreported', {
    rules: { pendingStep: forgetting('host-interrupt') },
  }),
]
