/**
 * Bugs of the past about what a debug exit tells the VMM.
 */
import { bic } from '../../../bits.ts'
import { linux, source } from '../../../citations.ts'
import type { Machine, Slots } from '../../machine.ts'
import { dr6 } from '../../registers.ts'
import { idealRules } from '../../rules.ts'
import type { Exit } from '../../run.ts'
import { idealSlots } from '../../slots.ts'
import { ideal } from '../ideal.ts'
import { historical } from '../variant.ts'

/** Changes the exit that a slot returns. */
const changeExit =
  (slot: Slots['step'], change: (m: Machine, exit: Exit) => Exit): Slots['step'] =>
  (m) => {
    const exit = slot(m)
    return exit && change(m, exit)
  }

const isDebug = (exit: Exit | null): exit is Extract<Exit, { reason: 'debug' }> =>
  exit !== null && exit.reason === 'debug' && exit.debug.exception === 1

export const rtmClearInExit = historical({
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

export const dr6Lost = historical({
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

export const stalePc = historical({
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

export const generalDetectExitWithGuestDr6 = historical({
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

export const exitClobbersDr6 = historical({
  id: 'x86/exit-clobbers-guest-dr6',
  summary: 'a KVM_EXIT_DEBUG overwrites the guest’s own DR6 with its causes',
  base: ideal,
  cites: [source('2020 series of Paolo Bonzini and Peter Xu on DR6 and guest debugging: SVM')],
  slots: { step: changeExit(idealSlots.step, clobber) },
})
