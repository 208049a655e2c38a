/**
 * Bugs of the past about what the debug registers hold: DR6, DR7, and general detect.
 */
import { bic, u64 } from '../../../bits.ts'
import { linux, measured, source, targets, threads } from '../../../citations.ts'
import { GUESTDBG, inForce } from '../../../kvm/guest-debug.ts'
import { dr6, dr7, legaliseDr7 } from '../../registers.ts'
import { dr6OfCauses } from '../../rules/dr6.ts'
import { idealRules } from '../../rules.ts'
import { ideal } from '../ideal.ts'
import { historical } from '../variant.ts'

export const initOverwritesHostDr7 = historical({
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

export const dr6Overwritten = historical({
  id: 'x86/dr6-overwritten',
  summary: 'delivering a #DB overwrites the whole of DR6',
  base: ideal,
  cites: [linux('8246bf52c75a', 'KVM: vmx: DR6 is overwritten on #DB, 2014')],
  rules: { mergeDr6: ({ payload }) => dr6OfCauses(payload) },
})

export const staleBitsOnGeneralDetect = historical({
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

export const generalDetectWithoutBd = historical({
  id: 'x86/general-detect-without-bd',
  summary: 'a general-detect #DB does not set DR6.BD',
  base: ideal,
  cites: [linux('3b88e41a4134', 'KVM: SVM/x86: BD is set on general detect in emulation, 2014', 'recalled')],
  rules: {
    mergeDr6: (input, context) =>
      idealRules.mergeDr6({ ...input, payload: bic(input.payload, dr6.BD) }, context),
  },
})

export const addressesSurviveReset = historical({
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

export const hostGeneralDetectIgnored = historical({
  id: 'x86/host-general-detect-ignored',
  summary: 'the host’s DR7.GD has no effect when MOV DR is emulated',
  base: ideal,
  cites: [threads.debugExceptionsDuringEmulation, measured(targets.svm, 'Linux 6.1 and 6.12')],
  rules: {
    generalDetectDr7: (input, context) =>
      inForce(input.control, GUESTDBG.USE_HW_BP) ? 0n : idealRules.generalDetectDr7(input, context),
  },
})

export const guestGeneralDetectActive = historical({
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

export const aliasWithDe = historical({
  id: 'x86/dr45-alias-despite-de',
  summary: 'DR4 and DR5 alias DR6 and DR7 although CR4.DE is set',
  base: ideal,
  cites: [source('QEMU target-i386: check CR4.DE for DR4 and DR5, 2015', 'recalled')],
  rules: {
    moveDebugRegister: (input, context) => idealRules.moveDebugRegister({ ...input, cr4De: false }, context),
  },
})

export const dr7Bit10 = historical({
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

export const generalDetectMissing = historical({
  id: 'x86/general-detect-missing',
  summary: 'DR7.GD has no effect',
  base: ideal,
  cites: [measured('QEMU 7.2 TCG', 'MOV DR with GD set runs on')],
  rules: { generalDetectDr7: (input, context) => bic(idealRules.generalDetectDr7(input, context), dr7.GD) },
})
