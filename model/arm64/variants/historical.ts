/**
 * Bugs that KVM/arm64 and QEMU once had, each as the fewest rules that make it, on the ideal machine.
 */
import { bic, u64 } from '../../bits.ts'
import { linux, measured, source, targets, threads } from '../../citations.ts'
import type { Machine } from '../machine.ts'
import { mdscr as mdscrBits, oslsr as oslsrBits, ssOf, withSs } from '../registers.ts'
import type { PendingStepInput } from '../rules/emulation.ts'
import { idealRules, type Rules } from '../rules.ts'
import { idealSlots } from '../slots.ts'
import { ideal } from './ideal.ts'
import { FAKE_STEP, hostDebugs } from './kvm-state.ts'
import { externalMdscr, linux614, ownerSlots } from './linux-6.14.ts'
import { type Arm64Changes, historical, type Variant } from './variant.ts'

const once = (
  id: string,
  summary: string,
  cites: Arm64Changes['cites'],
  changes: Pick<Arm64Changes, 'rules' | 'slots'>,
): Variant => historical({ id: `arm64/${id}`, summary, base: ideal, cites, ...changes })

/** A host's step that is done in one of these ways is not reported: the guest goes on, and the step is armed again. */
export const forgetting =
  (...ways: readonly PendingStepInput['done'][]): Rules['pendingStep'] =>
  (input, context) =>
    ways.includes(input.done) ? 'enter' : idealRules.pendingStep(input, context)

/** The SS bits that the hardware has while the guest runs become the guest's own. */
export const notRestored: Pick<Rules, 'guestMdscr' | 'guestStepBit'> = {
  guestMdscr: ({ own, hardware }) => bic(own, mdscrBits.SS) | (hardware & mdscrBits.SS),
  guestStepBit: ({ hardware }) => hardware,
}

/** Skipping an instruction leaves PSTATE.SS as it is. */
export const skipKeepsSs: Rules['retireEmulated'] = (input, context) => ({
  ...idealRules.retireEmulated(input, context),
  pstate: input.pstate,
})

/** The PC is advanced before the exit for MMIO, and an abort returns behind the instruction. */
export const advancedBeforeExit: Pick<Rules, 'mmioExitPc' | 'mmioAbortPc'> = {
  mmioExitPc: ({ pc }) => u64(pc + 4n),
  mmioAbortPc: ({ exitPc }) => exitPc,
}

const entered = new WeakSet<Machine>()

/** Bugs that were in kernels or in QEMU. */
export const historicalVariants: readonly Variant[] = [
  once(
    'guest-step-bits-not-restored',
    'MDSCR_EL1.SS and PSTATE.SS that the host’s debugging put into the hardware stay in the guest’s registers',
    [threads.arm64SingleStep],
    { rules: notRestored },
  ),
  once(
    'step-over-emulated-late',
    'skipping an emulated instruction does not clear PSTATE.SS: a step ends one instruction late',
    [
      threads.arm64EmulatedStep,
      source('Alex Bennée, 2017: handle single-stepping trapped instructions', 'recalled'),
    ],
    { rules: { retireEmulated: skipKeepsSs, pendingStep: forgetting('kernel', 'userspace') } },
  ),
  once(
    'step-over-userspace-mmio-late',
    'a step over an access that userspace completes ends one instruction late',
    [
      threads.arm64EmulatedStep,
      source('Alex Bennée, 2017: handle single-stepping userspace MMIO', 'recalled'),
    ],
    { rules: { pendingStep: forgetting('userspace') } },
  ),
  once(
    'step-over-kernel-emulation-late',
    'a step over what the kernel emulates (system registers, MMIO, WFI) ends one instruction late',
    [source('Alex Bennée, 2017: handle single-stepping hyp emulated MMIO', 'recalled')],
    { rules: { pendingStep: forgetting('kernel') } },
  ),
  once(
    'guest-step-over-emulated-late',
    'a guest that steps itself over an emulated instruction stops one instruction late',
    [linux('bd7d95cafb49', 'arm64: KVM: Consistently advance singlestep when emulating instructions, 2018')],
    {
      slots: {
        retire: (m, doneBy) => {
          const own = ssOf(m.v.pstate)
          const exit = idealSlots.retire(m, doneBy)
          if (!hostDebugs(m)) m.v.pstate = withSs(m.v.pstate, own)
          return exit
        },
      },
    },
  ),
  once(
    'fake-step-syndrome',
    'the exit made up for a step over an emulated instruction has the class in hsr, and not IL and IFSC',
    [source('Linux 4.15–4.20 arch/arm64/kvm/debug.c, kvm_arm_handle_step_debug()')],
    {
      slots: {
        retire: (m, doneBy) => {
          const exit = idealSlots.retire(m, doneBy)
          return exit?.reason === 'debug' ? m.slots.debugExit(m, FAKE_STEP, 0n) : exit
        },
      },
    },
  ),
  once(
    'pc-advanced-before-mmio-exit',
    'the PC is advanced before userspace completes an access: it shows the next instruction, and a fault belongs to that',
    [
      threads.arm64EmulatedStep,
      source('Mark Rutland, arm64: KVM: Skip MMIO insn after emulation, November 2018'),
    ],
    { rules: advancedBeforeExit },
  ),
  once(
    'guest-step-bit-not-preserved',
    'PSTATE.SS that the host steps with replaces the guest’s own',
    [
      linux(
        '34fbdee086cf',
        'KVM: arm64: Preserve PSTATE.SS for the guest while single-step is enabled, 2022',
      ),
    ],
    { rules: { guestStepBit: notRestored.guestStepBit } },
  ),
  once(
    'step-armed-at-every-entry',
    'PSTATE.SS is set at every entry, although the instruction of the step is already done (HVC, an interrupt of the host)',
    [
      linux(
        '370531d1e95b',
        'KVM: arm64: Clear PSTATE.SS when the Software Step state was Active-pending, 2022',
      ),
    ],
    { rules: { pendingStep: forgetting('host-interrupt', 'call') } },
  ),
  once(
    'debug-register-index-0',
    'a trapped access to a register of any breakpoint or watchpoint means that of number 0',
    [linux('cb853ded1d25', 'KVM: arm64: Fix debug register indexing, 2021')],
    { rules: { debugRegisterIndex: () => 0 } },
  ),
  once(
    'first-entry-without-traps',
    'the guest is entered for the first time with MDCR_EL2 clear: nothing of its debugging traps',
    [linux('263d6287da14', 'KVM: arm64: Initialize VCPU mdcr_el2 before loading it, 2021')],
    {
      slots: {
        enterGuest: (m) => {
          idealSlots.enterGuest(m)
          if (!entered.has(m)) m.hw.mdcr = 0n
          entered.add(m)
        },
      },
    },
  ),
  once(
    'os-lock-not-emulated',
    'a write to OSLAR_EL1 is ignored: the guest’s lock stops nothing',
    [linux('7dabf02f43a1', 'KVM: arm64: Emulate the OS Lock, 2022', 'recalled')],
    {
      rules: {
        accessOsLock: (input, context) => ({
          ...idealRules.accessOsLock(input, context),
          oslsr: input.oslsr,
        }),
        enableDebugEvents: (input, context) =>
          idealRules.enableDebugEvents({ ...input, osLock: false }, context),
      },
    },
  ),
  once(
    'oslsr-writable',
    'a write to OSLSR_EL1, which is read-only, does not fault',
    [linux('e2ffceaae508', 'KVM: arm64: writing OSLSR_EL1 is UNDEFINED, 2022', 'recalled')],
    {
      rules: {
        accessOsLock: (input, context) =>
          input.register === 'oslsr_el1' && input.direction === 'write'
            ? { result: 'done', oslsr: bic(input.oslsr, oslsrBits.OSLK) | (input.value & oslsrBits.OSLK) }
            : idealRules.accessOsLock(input, context),
      },
    },
  ),
  historical({
    id: 'arm64/linux-6.14-mde-kept',
    summary:
      'while the host owns the debug registers the guest’s MDE and KDE stay in force with the host’s registers',
    base: linux614,
    cites: [source('Linux around 6.14 arch/arm64/kvm/debug.c, setup_external_mdscr()')],
    slots: ownerSlots((m) => u64(externalMdscr(m) | (m.v.mdscr & (mdscrBits.MDE | mdscrBits.KDE)))),
  }),
  once(
    'os-lock-ignored',
    'QEMU: the OS lock does not stop software step, breakpoints and watchpoints: bit 0 of OSLSR is tested, not OSLK',
    [measured(targets.arm64El2, 'with OSLSR_EL1.OSLK set a step and a breakpoint are still taken')],
    {
      rules: {
        generateDebugExceptions: (input, context) =>
          idealRules.generateDebugExceptions({ ...input, osLock: false }, context),
      },
    },
  ),
  once(
    'breakpoint-before-pending-step',
    'QEMU: a breakpoint is reported although a step is pending at the same instruction',
    [source('QEMU: target/arm: Suppress bp for exceptions with more priority, 2021')],
    {
      rules: {
        nextException: (input, context) =>
          input.breakpoint ? 'breakpoint' : idealRules.nextException(input, context),
      },
    },
  ),
  once(
    'svc-without-advance',
    'QEMU: SVC and HVC do not advance software step before the exception is taken',
    [source('QEMU, 2014: the step advances before SVC is taken', 'recalled')],
    { rules: { savedSpsr: ({ pstate }) => pstate } },
  ),
  once(
    'unprivileged-access-as-el1',
    'QEMU: LDTR and STTR count for watchpoints as accesses from EL1',
    [source('QEMU: a comment on the privilege of LDTR and STTR for watchpoints')],
    {
      rules: {
        matchWatchpoint: (input, context) =>
          idealRules.matchWatchpoint({ ...input, unprivileged: false }, context),
      },
    },
  ),
]
