/**
 * KVM_SET_GUEST_DEBUG, and the values that are put into the hardware for it.
 */

import { GUESTDBG_VALID_MASK, mdscr, pstate } from '../../model/arm64/index.ts'
import { bic } from '../../model/bits.ts'
import { api, measured, targets, threads } from '../../model/citations.ts'
import type { Property } from '../property.ts'
import { controlOf, ofKind } from './history.ts'
import { firstDifference } from './observations.ts'
import { type Arm64, property, relation, ruleProperty } from './types.ts'

const guestDebug = api('KVM_SET_GUEST_DEBUG')

const CONTROLS = [
  0, 1, 2, 3, 0x10000, 0x10001, 0x10003, 0x20000, 0x20001, 0x20003, 0x30003, 4, 5, 0x40001, 0x80001, 0x100001,
  0x40000000, 0x80000001,
]

const accepted = ruleProperty({
  id: 'arm64/control-word',
  layer: 'abi',
  statement:
    'A control word with a bit outside of 0x30003 is EINVAL, with or without ENABLE, and changes nothing; without ENABLE the rest is switched off, else the word replaces the one before.',
  cites: [guestDebug, measured(targets.arm64, 'the result of 16 control words')],
  rule: 'setGuestDebug',
  inputs: (f) =>
    f.record({
      control: f.constantFrom(...CONTROLS),
      controlInForce: f.constantFrom(0, 1, 3, 0x20001),
      slotBeyond: f.constant(false),
    }),
  holds: ({ result, control: after }, { control, controlInForce }) => {
    if ((control & ~GUESTDBG_VALID_MASK) !== 0) return result === 'EINVAL' && after === controlInForce
    return result === 'ok' && after === ((control & 1) === 1 ? control : 0)
  },
})

const followed = property({
  id: 'arm64/control-in-force',
  layer: 'abi',
  statement: 'The control word in force is that of the last call that succeeded, and 0 if it lacked ENABLE.',
  cites: [guestDebug],
  programs: 'any',
  witness: (run) => ofKind(run, 'action').some(({ action }) => action.do === 'set-guest-debug'),
  holds: (run) => {
    let control = 0
    for (const event of run.events) {
      if (event.kind === 'action' && event.action.do === 'set-guest-debug' && event.result === 'ok') {
        const asked = controlOf(event.action.control)
        control = (asked & 1) === 1 ? asked : 0
      }
      if (event.kind === 'exit' && event.view.control !== control)
        return `0x${event.view.control.toString(16)} is in force, 0x${control.toString(16)} was asked for`
    }
    return true
  },
})

const idempotent = relation({
  id: 'arm64/guest-debug-idempotent',
  layer: 'abi',
  statement: 'Calling KVM_SET_GUEST_DEBUG twice with the same arguments is the same as once.',
  cites: [guestDebug],
  programs: 'any',
  *related(program) {
    for (const [k, group] of program.script.entries())
      for (const [i, action] of group.entries()) {
        if (action.do !== 'set-guest-debug') continue
        const twice = [...group.slice(0, i), action, ...group.slice(i)]
        const script = program.script.map((each, n) => (n === k ? twice : each))
        yield { program: { ...program, script }, how: `called twice before run ${k}` }
      }
  },
  holds: (run, other) => firstDifference(run, other) ?? true,
})

const masking = ruleProperty({
  id: 'arm64/mask-software-step',
  layer: 'abi',
  statement:
    'At guest entry the SS bits of MDSCR_EL1 and SPSR_EL2 are both set with SINGLESTEP, both clear with ENABLE alone, untouched without; every other bit is as it was.',
  cites: [threads.arm64SingleStep, threads.arm64MaskingReview],
  rule: 'maskSoftwareStep',
  inputs: (f) =>
    f.record({
      control: f.constantFrom(0, 1, 2, 3, 0x10001, 0x20001, 0x20003),
      mdscr: f.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
      spsr: f.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
    }),
  witness: ({ control }) => (control & 1) === 1,
  holds: (output, input) => {
    const { control } = input
    if (bic(output.mdscr ^ input.mdscr, mdscr.SS) !== 0n || bic(output.spsr ^ input.spsr, pstate.SS) !== 0n)
      return 'another bit is changed'
    if ((control & 1) === 0) return output.mdscr === input.mdscr && output.spsr === input.spsr
    const set = (control & 2) !== 0
    const inMdscr = (output.mdscr & mdscr.SS) !== 0n
    const inSpsr = (output.spsr & pstate.SS) !== 0n
    return (
      (inMdscr === set && inSpsr === set) || `MDSCR.SS=${inMdscr} SPSR.SS=${inSpsr} with control ${control}`
    )
  },
})

const events = ruleProperty({
  id: 'arm64/enable-debug-events',
  layer: 'abi',
  statement:
    'With USE_HW MDSCR_EL1.MDE is set; without ENABLE it is the guest’s, and SS with it, both clear while the guest’s OS lock is set; nothing else is changed.',
  cites: [guestDebug, measured(targets.arm64, 'a guest’s OS lock and its own step')],
  rule: 'enableDebugEvents',
  inputs: (f) =>
    f.record({
      control: f.constantFrom(0, 1, 3, 0x20001, 0x20003),
      mdscr: f.constantFrom(0n, mdscr.MDE, mdscr.KDE, mdscr.MDE | mdscr.KDE, mdscr.SS, mdscr.SS | mdscr.KDE),
      osLock: f.boolean(),
    }),
  holds: (value, { control, mdscr: before, osLock }) => {
    if ((control & 0x20001) === 0x20001) return value === (before | mdscr.MDE)
    if ((control & 1) === 0) return value === (osLock ? bic(before, mdscr.MDE | mdscr.SS) : before)
    const kept = osLock ? bic(before, mdscr.MDE) : before
    return value === kept || value === bic(before, mdscr.MDE)
  },
})

export const requestProperties: readonly Property<Arm64>[] = [accepted, followed, idempotent, masking, events]
