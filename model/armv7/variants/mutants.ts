/**
 * Small wrong forms that the properties must reject: for every property at least one.
 */
import { u32 } from '../../bits.ts'
import { cpuOf, hypervisorWrite, type Machine, vcpuOf, visibleDscr, writeHdcr } from '../machine.ts'
import {
  hdcr as bits,
  control,
  dscr as dscrBits,
  enabledPairs,
  HDCR_DEBUG,
  moeOf,
  registerNamed,
  STORED,
} from '../registers.ts'
import { idealRules, type Rules } from '../rules.ts'
import { idealSlots, restorePairs } from '../slots.ts'
import { designB, razWi, trapping } from './designs.ts'
import { ideal } from './ideal.ts'
import { type Armv7Changes, mutant, type Variant } from './variant.ts'

type Wrong = Pick<Armv7Changes, 'rules' | 'slots'>
const wrong = (id: string, summary: string, changes: Wrong, base: Variant = ideal): Variant =>
  mutant({ id: `armv7/${id}`, summary, base, cites: [], ...changes })

/** With one rule that answers otherwise where `when` says so. */
const emulating = (
  when: (input: Parameters<Rules['emulateAccess']>[0]) => ReturnType<Rules['emulateAccess']> | null,
): Pick<Rules, 'emulateAccess'> => ({
  emulateAccess: (input, context) => when(input) ?? idealRules.emulateAccess(input, context),
})

const MONITORS = bits.TPM | bits.TPMCR

/** DBGDSCR of the CPU that a vCPU was on when it was first entered. */
const firstDscr = new WeakMap<object, number>()

const exitWith =
  (before: (m: Machine) => void): typeof idealSlots.exitGuest =>
  (m, hostRuns) => {
    before(m)
    idealSlots.exitGuest(m, hostRuns)
  }

const trapMutants: readonly Variant[] = [
  wrong(
    'trapped-when-active',
    'the debug registers are trapped only while the guest has a breakpoint enabled',
    {
      slots: {
        enterGuest: (m) => {
          idealSlots.enterGuest(m)
          if (enabledPairs(vcpuOf(m).pairs).length === 0) writeHdcr(m, [u32(cpuOf(m).hdcr & ~HDCR_DEBUG)])
        },
      },
    },
  ),
  wrong('tda-alone', 'HDCR.TDA is set without TDRA and TDOSA', { rules: { enterHdcr: trapping(bits.TDA) } }),
  wrong('tda-first', 'HDCR is written twice, TDA first', {
    rules: {
      enterHdcr: (input) => [u32(input.hdcr | MONITORS | bits.TDA), u32(input.hdcr | MONITORS | HDCR_DEBUG)],
    },
  }),
  wrong('traps-left-on', 'HDCR.TDRA stays set when the guest is left', {
    rules: { exitHdcr: ({ hdcr }) => [u32((hdcr & ~(MONITORS | HDCR_DEBUG)) | bits.TDRA)] },
  }),
  wrong('tde-left-on', 'HDCR is not written when the guest is left', { rules: { exitHdcr: () => [] } }),
  wrong('hdcr-constant', 'HDCR is written with a constant: HPMN is lost', {
    rules: { enterHdcr: () => [MONITORS | HDCR_DEBUG], exitHdcr: () => [0] },
  }),
  wrong('os-lock-not-trapped', 'HDCR.TDOSA is left clear: the guest locks the CPU’s own OS lock', {
    rules: { enterHdcr: trapping(bits.TDRA | bits.TDA) },
  }),
  wrong('os-lock-written', 'a trapped write to DBGOSLAR is carried out', {
    rules: emulating(({ register, direction }) =>
      register === 'DBGOSLAR' && direction === 'write' ? 'host' : null,
    ),
  }),
  wrong('double-lock-written', 'a trapped write to DBGOSDLR is carried out', {
    rules: emulating(({ register, direction }) =>
      register === 'DBGOSDLR' && direction === 'write' ? 'host' : null,
    ),
  }),
  wrong('v8-lattice', 'TDA is called legal without TDRA and TDOSA, as in v8', {
    rules: { hdcrLegal: ({ hdcr }) => hdcr >>> 12 === 0 },
  }),
]

const dscrMutants: readonly Variant[] = [
  wrong('dscr-switched', 'DBGDSCR is restored when the guest is left', {
    slots: {
      exitGuest: exitWith((m) => {
        hypervisorWrite(m, 'DBGDSCRext', visibleDscr(m.before))
      }),
    },
  }),
  wrong('monitor-mode-forced', 'the hypervisor sets MDBGen when a guest writes a breakpoint', {
    slots: {
      handleAccess: (m, access) => {
        if (access.direction === 'write' && registerNamed(access.register)?.pair)
          hypervisorWrite(m, 'DBGDSCRext', visibleDscr(cpuOf(m)) | dscrBits.MDBGen)
        return idealSlots.handleAccess(m, access)
      },
    },
  }),
  wrong('dscr-written-through', 'a trapped write to DBGDSCRext is carried out', {
    rules: emulating(({ register, direction }) =>
      register === 'DBGDSCRext' && direction === 'write' ? 'host' : null,
    ),
  }),
  wrong('dscr-from-shadow', 'the guest reads a DBGDSCR of its own', {
    rules: emulating(({ register, direction }) =>
      direction === 'read' && (register === 'DBGDSCRint' || register === 'DBGDSCRext') ? 'own' : null,
    ),
  }),
  wrong('monitor-mode-cached', 'the guest reads MDBGen of the CPU that its vCPU was first entered on', {
    slots: {
      enterGuest: (m) => {
        const vcpu = vcpuOf(m)
        if (!firstDscr.has(vcpu)) firstDscr.set(vcpu, visibleDscr(cpuOf(m)))
        idealSlots.enterGuest(m)
      },
      handleAccess: (m, access) => {
        const answer = idealSlots.handleAccess(m, access)
        if (access.direction === 'write' || !access.register.startsWith('DBGDSCR')) return answer
        const cached = firstDscr.get(vcpuOf(m))! & dscrBits.MDBGen
        return { ...answer, value: u32((answer.value & ~dscrBits.MDBGen) | cached) }
      },
    },
  }),
  wrong('moe-cleared-at-exit', 'the guest’s MOE is forgotten when the guest is left', {
    slots: {
      exitGuest: exitWith((m) => {
        vcpuOf(m).moe = 0
      }),
    },
  }),
  wrong('routed-not-handed-back', 'debug exceptions are routed to Hyp mode, and dropped there', {
    slots: { handleDebugException: () => {} },
  }),
  wrong('moe-at-last-read', 'MOE is taken from the CPU when the guest reads it, as in design B', {
    rules: { dscrForGuest: ({ dscr }) => dscr },
  }),
]

/** Programs the hardware with what a trapped access wrote, whatever DBGDSCR says. */
const programmed = (m: Machine, register: string): void => {
  const named = registerNamed(register)
  if (!named?.pair) return
  const { pairs } = vcpuOf(m)
  const list = named.pair.startsWith('DBGB') ? 'breakpoints' : 'watchpoints'
  const pair = pairs[list][named.index!]
  if (pair) hypervisorWrite(m, register, named.pair.endsWith('VR') ? pair.value : pair.control)
}

const pairMutants: readonly Variant[] = [
  wrong('gate-missing', 'breakpoints are programmed without a look at monitor mode', {
    rules: emulating(({ register }) => (registerNamed(register)?.pair ? 'own' : null)),
    slots: {
      handleAccess: (m, access) => {
        const answer = idealSlots.handleAccess(m, access)
        if (access.direction === 'write') programmed(m, access.register)
        return answer
      },
    },
  }),
  wrong(
    'ignored-writes-return',
    'what the guest wrote without monitor mode is in force once there is monitor mode',
    {
      rules: emulating(({ register, direction }) =>
        direction === 'write' && registerNamed(register)?.pair ? 'own' : null,
      ),
    },
  ),
  wrong('guest-pairs-left', 'the guest’s breakpoints stay in the CPU when it is left', {
    rules: { pairsAfterExit: ({ hardware }) => hardware },
  }),
  wrong('disarmed-late', 'the host is interrupted before the guest’s breakpoints are out of the CPU', {
    slots: {
      exitGuest: (m, hostRuns) => {
        writeHdcr(m, m.rules.exitHdcr({ hdcr: cpuOf(m).hdcr }, m.context))
        hostRuns()
        restorePairs(m)
      },
    },
  }),
  wrong('address-before-control', 'the address of an enabled breakpoint is changed before it is disabled', {
    rules: {
      pairWrites: ({ to }) => [
        { half: 'value', value: to.value },
        { half: 'control', value: to.control },
      ],
    },
  }),
  wrong(
    'host-pairs-not-masked',
    'what the host has on the vCPU’s thread stays in the CPU beside the guest’s',
    {
      rules: { pairsInForce: designB.rules.pairsInForce },
    },
  ),
  wrong('previous-vcpu-left', 'a vCPU is entered with the breakpoints of the one that ran before', {
    rules: { pairsInForce: designB.rules.pairsInForce, pairsAfterExit: ({ hardware }) => hardware },
  }),
  wrong('shadow-not-updated', 'a write of the guest goes to the CPU and not to its own registers', {
    slots: {
      handleAccess: (m, access) => {
        const { pairs } = vcpuOf(m)
        const answer = idealSlots.handleAccess(m, access)
        vcpuOf(m).pairs = pairs
        return answer
      },
    },
  }),
  wrong('not-loaded-at-entry', 'the guest’s breakpoints are not put back into the CPU at entry', {
    rules: { pairsInForce: ({ hardware }) => hardware },
  }),
  wrong('value-and-control-swapped', 'a trapped access to DBGBVRn is taken for one to DBGBCRn', {
    rules: {
      decodeSyndrome: (input, context) => {
        const access = idealRules.decodeSyndrome(input, context)
        const register = access.register?.startsWith('DBGBVR')
          ? access.register.replace('DBGBVR', 'DBGBCR')
          : access.register
        return { ...access, register }
      },
    },
  }),
  wrong('index-from-opc2', 'a trapped access to any breakpoint or watchpoint means that of number 0', {
    rules: {
      decodeSyndrome: (input, context) => {
        const access = idealRules.decodeSyndrome(input, context)
        return { ...access, register: access.register?.replace(/^(DBG[BW][VC]R)\d+$/, '$10') ?? null }
      },
    },
  }),
  wrong('one-shadow-for-all-vcpus', 'the guest’s breakpoints are kept once, not for each vCPU', {
    slots: {
      handleAccess: (m, access) => {
        const answer = idealSlots.handleAccess(m, access)
        for (const vcpu of m.vcpus) vcpu.pairs = vcpuOf(m).pairs
        return answer
      },
    },
  }),
  wrong('hyp-breakpoints-allowed', 'the guest’s HMC, SSC and breakpoint types go into the CPU as they are', {
    rules: { sanitisePair: ({ register, value }) => u32(value & STORED[register]) },
  }),
  wrong('breakpoints-forced-off', 'the enable bit of what the guest writes is dropped', {
    rules: {
      sanitisePair: (input, context) => {
        const value = idealRules.sanitisePair(input, context)
        return input.register.endsWith('CR') ? u32(value & ~control.E) : value
      },
    },
  }),
  wrong('guest-uses-perf', 'a breakpoint of the guest takes a slot of the host’s accounting', {
    slots: {
      handleAccess: (m, access) => {
        const { taken } = m.host
        if (
          access.direction === 'write' &&
          /^DBGBCR/.test(access.register) &&
          (access.value & control.E) !== 0
        )
          m.host.taken = { ...taken, breakpoints: taken.breakpoints + 1 }
        return idealSlots.handleAccess(m, access)
      },
    },
  }),
]

const accessMutants: readonly Variant[] = [
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

const eventMutants: readonly Variant[] = [
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

/** All mutants. */
export const mutantsOfIdeal: readonly Variant[] = [
  ...trapMutants,
  ...dscrMutants,
  ...pairMutants,
  ...accessMutants,
  ...eventMutants,
]
