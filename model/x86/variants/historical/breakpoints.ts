/**
 * Bugs of the past in which breakpoints match, and when they are looked at.
 */
import { linux, measured, source, threads } from '../../../citations.ts'
import { GUESTDBG, inForce } from '../../../kvm/guest-debug.ts'
import { checkInput, raise, type Slots } from '../../machine.ts'
import { flags, SLOT_NUMBERS, slotsOf } from '../../registers.ts'
import { proceed } from '../../rules/check-before-emulation.ts'
import { idealRules } from '../../rules.ts'
import { idealSlots } from '../../slots.ts'
import { ideal } from '../ideal.ts'
import { historical } from '../variant.ts'

export const codeBreakpointMissed = historical({
  id: 'x86/code-breakpoint-missed-in-emulation',
  summary: 'code breakpoints are not looked at when an instruction is emulated',
  base: ideal,
  cites: [linux('4a1e10d5b5d8', 'KVM: x86: handle hardware breakpoints during emulation, 2013')],
  rules: { checkBeforeEmulation: ({ guestDr6 }) => proceed(guestDr6) },
})

export const offsetCompared = historical({
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

const checkedAgainOnFault: Slots['step'] = (m) => {
  const { v, rules, context } = m
  const waitingFault = () => v.exception !== null && v.exception.vector !== 1
  const exit = idealSlots.step(m)
  if (exit || !waitingFault()) return exit
  const again = rules.checkBeforeEmulation({ ...checkInput(m), rflags: v.rflags & ~flags.RF }, context)
  return again.result === 'deliver-to-guest' ? raise(m, 1, again.payload) : null
}

export const breakpointCheckedOnFault = historical({
  id: 'x86/code-breakpoint-checked-again-on-fault',
  summary: 'a fault of an instruction that RF let pass is answered with its code breakpoint a second time',
  base: ideal,
  cites: [linux('750f8fcb261a', 'KVM: x86: do not check for code breakpoints when emulating on fault, 2022')],
  slots: { step: checkedAgainOnFault },
})

export const movSsIgnored = historical({
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

export const popSsWrongSegment = historical({
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

export const guestBreakpointsActive = historical({
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

export const ioMissing = historical({
  id: 'x86/io-breakpoints-missing',
  summary: 'I/O breakpoints never hit',
  base: ideal,
  cites: [source('QEMU 5223a9423c5f: target-i386: I/O breakpoints, 2015', 'recalled')],
  rules: { matchIoBreakpoints: () => ({ hits: 0, mayHit: 0 }) },
})

export const rawAddress = historical({
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
