/**
 * Bugs that kernels and emulators once had, each as the fewest rules that make it, on the ideal machine.
 */
import { bic, u64 } from '../../bits.ts'
import { linux, measured, source, targets, threads } from '../../citations.ts'
import { GUESTDBG, inForce } from '../../kvm/guest-debug.ts'
import { checkInput, type Machine, raise, type Slots } from '../machine.ts'
import { dr6, dr7, flags, legaliseDr7, SLOT_NUMBERS, slotsOf } from '../registers.ts'
import { proceed } from '../rules/check-before-emulation.ts'
import { dr6OfCauses } from '../rules/dr6.ts'
import { idealRules } from '../rules.ts'
import type { Exit } from '../run.ts'
import { idealSlots } from '../slots.ts'
import { ideal } from './ideal.ts'
import { historical, type Variant } from './variant.ts'

/** Changes the exit that a slot returns. */
const changeExit =
  (slot: Slots['step'], change: (m: Machine, exit: Exit) => Exit): Slots['step'] =>
  (m) => {
    const exit = slot(m)
    return exit && change(m, exit)
  }

const isDebug = (exit: Exit | null): exit is Extract<Exit, { reason: 'debug' }> =>
  exit !== null && exit.reason === 'debug' && exit.debug.exception === 1

const codeBreakpointMissed = historical({
  id: 'x86/code-breakpoint-missed-in-emulation',
  summary: 'code breakpoints are not looked at when an instruction is emulated',
  base: ideal,
  cites: [linux('4a1e10d5b5d8', 'KVM: x86: handle hardware breakpoints during emulation, 2013')],
  rules: { checkBeforeEmulation: ({ guestDr6 }) => proceed(guestDr6) },
})

const stepMissed = historical({
  id: 'x86/step-missed-in-emulation',
  summary: 'an emulated instruction (CPUID, RDMSR, I/O, MMIO) ends without its step trap',
  base: ideal,
  cites: [linux('663f4c61b803', 'KVM: x86: handle singlestep during emulation, 2013', 'recalled')],
  rules: {
    singleStepDue: (input, context) =>
      input.userspace === 'none' &&
      !['cpuid', 'rdmsr', 'wrmsr'].includes(input.instruction) &&
      idealRules.singleStepDue(input, context),
  },
})

const offsetCompared = historical({
  id: 'x86/breakpoint-ignores-cs-base',
  summary: 'the offset (RIP) is compared with the breakpoint address, not the linear address',
  base: ideal,
  cites: [linux('82b32774c2d0', 'KVM: x86: breakpoints do not consider CS.base, 2014', 'recalled')],
  rules: {
    checkBeforeEmulation: (input, context) =>
      idealRules.checkBeforeEmulation(input, {
        ...context,
        rules: { ...context.rules, linearAddress: ({ rip }) => rip },
      }),
  },
})

const tfForced: Slots['retire'] = (m, how) => {
  const loadsFlags = ['popf', 'popfd', 'iret', 'iretd'].includes(how.instruction.op)
  if (loadsFlags && inForce(m.v.control, GUESTDBG.SINGLESTEP)) m.v.rflags |= flags.TF
  return idealSlots.retire(m, how)
}

const tfForcedOnFlagWrites = historical({
  id: 'x86/tf-forced-on-flag-writes',
  summary: 'while the host steps, every write of the flags sets the guest’s TF, in handlers too',
  base: ideal,
  cites: [linux('94fe45da48f9', 'KVM: x86: fix guest single-stepping while interruptible, 2009')],
  slots: { retire: tfForced },
})

const initOverwritesHostDr7 = historical({
  id: 'x86/init-overwrites-host-dr7',
  summary: 'INIT overwrites the DR7 in force, so that the host’s breakpoints are gone',
  base: ideal,
  cites: [linux('c863901075a4', 'KVM: x86: fix guest debugging across INIT, 2012')],
  rules: {
    resetDebugRegisters: (input, context) => ({
      ...idealRules.resetDebugRegisters(input, context),
      effectiveDr7: 0x400n,
    }),
  },
})

const dr6Overwritten = historical({
  id: 'x86/dr6-overwritten',
  summary: 'delivering a #DB overwrites the whole of DR6',
  base: ideal,
  cites: [linux('8246bf52c75a', 'KVM: vmx: DR6 is overwritten on #DB, 2014')],
  rules: { mergeDr6: ({ payload }) => dr6OfCauses(payload) },
})

const staleBitsOnGeneralDetect = historical({
  id: 'x86/dr6-breakpoint-bits-kept-on-general-detect',
  summary: 'B0–B3 of an earlier #DB stay in DR6 on a general-detect #DB',
  base: ideal,
  cites: [
    linux('16f8a6f9798a', 'KVM: vmx: DR6[3:0] not cleared on #DB for general detect, 2014', 'recalled'),
  ],
  rules: {
    mergeDr6: (input, context) =>
      idealRules.mergeDr6(input, context) | (input.payload === dr6.BD ? input.dr6 & dr6.B : 0n),
  },
})

const generalDetectWithoutBd = historical({
  id: 'x86/general-detect-without-bd',
  summary: 'a general-detect #DB does not set DR6.BD',
  base: ideal,
  cites: [linux('3b88e41a4134', 'KVM: SVM/x86: BD is set on general detect in emulation, 2014', 'recalled')],
  rules: {
    mergeDr6: (input, context) =>
      idealRules.mergeDr6({ ...input, payload: bic(input.payload, dr6.BD) }, context),
  },
})

const addressesSurviveReset = historical({
  id: 'x86/dr0-3-survive-reset',
  summary: 'DR0–DR3 keep their values over a reset',
  base: ideal,
  cites: [linux('ae561edeb421', 'KVM: x86: DR0–DR3 are not cleared on reset, 2015')],
  rules: {
    resetDebugRegisters: (input, context) => ({
      ...idealRules.resetDebugRegisters(input, context),
      db: input.hostDb,
    }),
  },
})

const rtmClearInExit = historical({
  id: 'x86/exit-dr6-without-rtm',
  summary: 'DR6 of the exit record lacks bit 16 (0xfffe4ff0), as if the #DB came from an RTM region',
  base: ideal,
  cites: [linux('6f43ed01e87c', 'KVM: x86: DR6/7.RTM cannot be written, 2014', 'recalled')],
  rules: {
    debugExit: (input, context) => {
      const record = idealRules.debugExit(input, context)
      return { ...record, dr6: bic(record.dr6, dr6.RTM) }
    },
  },
})

const SKIPPED = ['cpuid', 'rdmsr', 'wrmsr', 'mov-to-dr', 'mov-from-dr', 'in', 'out']

const skipLosesGuestStep = historical({
  id: 'x86/skip-loses-guest-step',
  summary: 'an intercepted instruction that KVM skips ends without the guest’s own step trap',
  base: ideal,
  cites: [linux('6affcbedcac7', 'KVM: x86: add kvm_skip_emulated_instruction and use it, 2016', 'recalled')],
  rules: {
    singleStepDue: (input, context) =>
      idealRules.singleStepDue(
        { ...input, guestTf: input.guestTf && !SKIPPED.includes(input.instruction) },
        context,
      ),
  },
})

const syscallSteps = historical({
  id: 'x86/syscall-steps-into-kernel',
  summary: 'SYSCALL with TF ends in a #DB in the kernel although IA32_FMASK clears TF (CVE-2017-7518)',
  base: ideal,
  cites: [linux('c8401dda2f0a', 'KVM: x86: fix singlestepping over syscall, 2017')],
  rules: { singleStepAfterSyscall: ({ tf }) => tf },
})

const phantomStep = historical({
  id: 'x86/phantom-step',
  summary: 'an emulated store to a device ends in a step trap that nobody asked for',
  base: ideal,
  cites: [linux('5cc244a20b86', 'KVM: x86: fix single-step debugging, 2019', 'recalled')],
  rules: {
    singleStepDue: (input, context) =>
      input.userspace === 'mmio-write' || idealRules.singleStepDue(input, context),
  },
})

const icebpNotSkipped = historical({
  id: 'x86/icebp-not-skipped',
  summary: 'the #DB of ICEBP is delivered with the address of the ICEBP itself',
  base: ideal,
  cites: [linux('32d43cd391ba', 'KVM: x86: fix icebp instruction handling, 2018', 'recalled')],
  rules: { icebpIp: ({ rip }) => rip },
})

const dr6Lost = historical({
  id: 'x86/dr6-lost-on-code-breakpoint',
  summary: 'the #DB of a code breakpoint is delivered without its cause in DR6',
  base: ideal,
  cites: [source('2020 series of Paolo Bonzini and Peter Xu on DR6 and guest debugging')],
  rules: {
    checkBeforeEmulation: (input, context) => {
      const check = idealRules.checkBeforeEmulation(input, context)
      return check.result === 'deliver-to-guest'
        ? { ...check, payload: null, guestDr6: input.guestDr6 }
        : check
    },
  },
})

// The RIP that KVM_SET_GUEST_DEBUG saw: a state of this variant's own.
const armedAt = new WeakMap<Machine, { control: number; rip: bigint }>()

const stalePc = historical({
  id: 'x86/step-exit-with-stale-pc',
  summary: 'pc of a step exit is where stepping was switched on, not where it stopped',
  base: ideal,
  cites: [source('2020 series of Paolo Bonzini and Peter Xu on DR6 and guest debugging')],
  slots: {
    enterGuest: (m) => {
      if (armedAt.get(m)?.control !== m.v.control) armedAt.set(m, { control: m.v.control, rip: m.v.rip })
      return idealSlots.enterGuest(m)
    },
    takeTrap: (m, payload) => {
      const exit = idealSlots.takeTrap(m, payload)
      const armed = armedAt.get(m)
      if (!isDebug(exit) || !armed || (payload & dr6.BS) === 0n) return exit
      return { reason: 'debug', debug: { ...exit.debug, pc: armed.rip + m.v.cs.base } }
    },
  },
})

const generalDetectExitWithGuestDr6 = historical({
  id: 'x86/general-detect-exit-with-guest-dr6',
  summary: 'the exit for the host’s general detect reports the guest’s DR6 instead of BD',
  base: ideal,
  cites: [source('2020 series of Paolo Bonzini and Peter Xu on DR6 and guest debugging')],
  slots: {
    step: changeExit(idealSlots.step, (m, exit) =>
      isDebug(exit) && (exit.debug.dr6 & dr6.BD) !== 0n
        ? { reason: 'debug', debug: { ...exit.debug, dr6: m.v.dr6 } }
        : exit,
    ),
  },
})

const clobber = (m: Machine, exit: Exit): Exit => {
  if (isDebug(exit)) m.v.dr6 = exit.debug.dr6
  return exit
}

const exitClobbersDr6 = historical({
  id: 'x86/exit-clobbers-guest-dr6',
  summary: 'a KVM_EXIT_DEBUG overwrites the guest’s own DR6 with its causes',
  base: ideal,
  cites: [source('2020 series of Paolo Bonzini and Peter Xu on DR6 and guest debugging: SVM')],
  slots: { step: changeExit(idealSlots.step, clobber) },
})

const checkedAgainOnFault: Slots['step'] = (m) => {
  const { v, rules, context } = m
  const waitingFault = () => v.exception !== null && v.exception.vector !== 1
  const exit = idealSlots.step(m)
  if (exit || !waitingFault()) return exit
  const again = rules.checkBeforeEmulation({ ...checkInput(m), rflags: v.rflags & ~flags.RF }, context)
  return again.result === 'deliver-to-guest' ? raise(m, 1, again.payload) : null
}

const breakpointCheckedOnFault = historical({
  id: 'x86/code-breakpoint-checked-again-on-fault',
  summary: 'a fault of an instruction that RF let pass is answered with its code breakpoint a second time',
  base: ideal,
  cites: [linux('750f8fcb261a', 'KVM: x86: do not check for code breakpoints when emulating on fault, 2022')],
  slots: { step: checkedAgainOnFault },
})

const movSsIgnored = historical({
  id: 'x86/code-breakpoint-in-mov-ss-shadow',
  summary: 'a code breakpoint directly after MOV SS hits on an Intel guest',
  base: ideal,
  cites: [
    linux('baf67ca8e545', 'KVM: x86: suppress code #DBs on Intel if MOV/POP SS blocking is active, 2022'),
  ],
  rules: {
    codeBreakpointInhibited: (input, context) =>
      idealRules.codeBreakpointInhibited({ ...input, movSsShadow: false }, context),
  },
})

const popSsWrongSegment = historical({
  id: 'x86/pop-ss-shadow-on-wrong-segment',
  summary: 'POP DS leaves the shadow that POP SS should leave',
  base: ideal,
  cites: [linux('6aa5c47c351b', 'KVM: x86: POP SS triggers a MOV SS shadow, 2022', 'recalled')],
  rules: {
    shadowAfter: (input, context) => {
      if (input.instruction === 'pop-ss') return 'none'
      return input.instruction === 'pop-ds' ? 'mov-ss' : idealRules.shadowAfter(input, context)
    },
  },
})

const wrmsrSwallowsStep = historical({
  id: 'x86/wrmsr-swallows-step',
  summary: 'a WRMSR that KVM handles early ends without the host’s step exit',
  base: ideal,
  cites: [
    linux('f7f39c50edb9', 'KVM: x86: exit to userspace if fastpath triggers one on instruction skip, 2024'),
  ],
  rules: {
    singleStepDue: (input, context) =>
      input.instruction !== 'wrmsr' && idealRules.singleStepDue(input, context),
  },
})

const blockIrqMissing = historical({
  id: 'x86/no-blockirq',
  summary: 'BLOCKIRQ holds nothing back: a step with an interrupt waiting goes to the handler',
  base: ideal,
  cites: [linux('61e5f69ef083', 'KVM: x86: implement KVM_GUESTDBG_BLOCKIRQ, 2021')],
  rules: {
    eventDeliverable: (input, context) => idealRules.eventDeliverable({ ...input, control: 0 }, context),
  },
})

const hostGeneralDetectIgnored = historical({
  id: 'x86/host-general-detect-ignored',
  summary: 'the host’s DR7.GD has no effect when MOV DR is emulated',
  base: ideal,
  cites: [threads.debugExceptionsDuringEmulation, measured(targets.svm, 'Linux 6.1 and 6.12')],
  rules: {
    generalDetectDr7: (input, context) =>
      inForce(input.control, GUESTDBG.USE_HW_BP) ? 0n : idealRules.generalDetectDr7(input, context),
  },
})

const guestGeneralDetectActive = historical({
  id: 'x86/guest-general-detect-under-host-breakpoints',
  summary: 'the guest’s DR7.GD faults although the host’s registers are in force',
  base: ideal,
  cites: [threads.debugExceptionsDuringEmulation, measured(targets.svm, 'Linux 6.1 and 6.12')],
  rules: {
    generalDetectDr7: ({ guestDr7 }) => guestDr7,
    debugExceptionOwner: (input, context) =>
      input.cause === 'general-detect' ? 'guest' : idealRules.debugExceptionOwner(input, context),
  },
})

const guestBreakpointsActive = historical({
  id: 'x86/guest-breakpoints-under-host-breakpoints',
  summary: 'the guest’s code breakpoints hit in the emulator although the host’s registers are in force',
  base: ideal,
  cites: [
    threads.debugExceptionsDuringEmulation,
    linux('00b6520669bc', 'the fix, which names 4a1e10d5b5d8 as the origin'),
  ],
  rules: {
    checkBeforeEmulation: (input, context) => {
      const host = idealRules.checkBeforeEmulation(input, context)
      const hostSet = inForce(input.control, GUESTDBG.USE_HW_BP)
      return host.result === 'proceed' && hostSet
        ? idealRules.checkBeforeEmulation({ ...input, control: 0 }, context)
        : host
    },
  },
})

const ioMissing = historical({
  id: 'x86/io-breakpoints-missing',
  summary: 'I/O breakpoints never hit',
  base: ideal,
  cites: [source('QEMU 5223a9423c5f: target-i386: I/O breakpoints, 2015', 'recalled')],
  rules: { matchIoBreakpoints: () => ({ hits: 0, mayHit: 0 }) },
})

const aliasWithDe = historical({
  id: 'x86/dr45-alias-despite-de',
  summary: 'DR4 and DR5 alias DR6 and DR7 although CR4.DE is set',
  base: ideal,
  cites: [source('QEMU target-i386: check CR4.DE for DR4 and DR5, 2015', 'recalled')],
  rules: {
    moveDebugRegister: (input, context) => idealRules.moveDebugRegister({ ...input, cr4De: false }, context),
  },
})

const dr7Bit10 = historical({
  id: 'x86/dr7-bit-10-clearable',
  summary: 'a MOV to DR7 can clear bit 10, which is fixed 1',
  base: ideal,
  cites: [source('QEMU 462f8ed1f146: target-i386: DR7 bit 10 is fixed, 2015', 'recalled')],
  rules: {
    moveDebugRegister: (input, context) => {
      const moved = idealRules.moveDebugRegister(input, context)
      if (moved.result !== 'written' || moved.register !== 7 || input.value === null) return moved
      return { ...moved, value: u64(bic(legaliseDr7(input.value), 0x400n) | (input.value & 0x400n)) }
    },
  },
})

const stepAfterMovSs = historical({
  id: 'x86/step-trap-after-mov-ss',
  summary: 'the step trap of MOV SS is taken directly after it',
  base: ideal,
  cites: [
    source('QEMU f0f0136abba6: target/i386: no single step exception after MOV or POP SS, 2024', 'recalled'),
  ],
  rules: { trapsHeld: () => false },
})

const rawAddress = historical({
  id: 'x86/data-breakpoint-address-not-masked',
  summary: 'a data breakpoint watches from DRi on, without ignoring the low bits that LEN covers',
  base: ideal,
  cites: [measured('QEMU 7.2 TCG', '407 hits missed and 984 spurious among 5168 unaligned cases')],
  rules: {
    matchDataBreakpoints: ({ dr7: value, db, address, size, access }) => {
      let hits = 0
      for (const i of SLOT_NUMBERS) {
        const { enabled, kind, length } = slotsOf(value)[i]!
        const covers = kind === 'access' || (kind === 'write' && access === 'write')
        const inRange = address < db[i]! + BigInt(length) && db[i]! < address + BigInt(size)
        if (enabled && covers && inRange) hits |= 1 << i
      }
      return { hits, mayHit: hits }
    },
  },
})

const generalDetectMissing = historical({
  id: 'x86/general-detect-missing',
  summary: 'DR7.GD has no effect',
  base: ideal,
  cites: [measured('QEMU 7.2 TCG', 'MOV DR with GD set runs on')],
  rules: { generalDetectDr7: (input, context) => bic(idealRules.generalDetectDr7(input, context), dr7.GD) },
})

/** Every historical bug that a program or a decision shows. */
export const historicalVariants: readonly Variant[] = [
  codeBreakpointMissed,
  stepMissed,
  offsetCompared,
  tfForcedOnFlagWrites,
  initOverwritesHostDr7,
  dr6Overwritten,
  staleBitsOnGeneralDetect,
  generalDetectWithoutBd,
  addressesSurviveReset,
  rtmClearInExit,
  skipLosesGuestStep,
  syscallSteps,
  phantomStep,
  icebpNotSkipped,
  dr6Lost,
  stalePc,
  generalDetectExitWithGuestDr6,
  exitClobbersDr6,
  breakpointCheckedOnFault,
  movSsIgnored,
  popSsWrongSegment,
  wrmsrSwallowsStep,
  blockIrqMissing,
  hostGeneralDetectIgnored,
  guestGeneralDetectActive,
  guestBreakpointsActive,
  ioMissing,
  aliasWithDe,
  dr7Bit10,
  stepAfterMovSs,
  rawAddress,
  generalDetectMissing,
]
