/**
 * Neither debugger may notice the other: the guest's own registers and flags, and the host's settings.
 */
import { api, selftest, source, threads } from '../../model/citations.ts'
import { GUESTDBG, inForce } from '../../model/kvm/guest-debug.ts'
import { flags, legaliseDr7, parseHex, slotsOf } from '../../model/x86/index.ts'
import { type ProgramProperty, property } from '../property.ts'
import { awaitsAnswer, normalDr6, visit } from './history.ts'

const shown = (value: bigint | number): string => `0x${value.toString(16)}`
const low32 = (value: bigint): bigint => BigInt.asUintN(32, value)

const guestReadsItsOwn = property({
  id: 'x86/guest-reads-its-own-debug-registers',
  layer: 'abi',
  statement:
    'MOV from a debug register returns what the guest last had there, whatever the host has in force.',
  cites: [threads.hostDebugCapabilities, api('KVM_SET_GUEST_DEBUG')],
  programs: 'debug-registers',
  witness: (run) =>
    run.events.some((event, i) => {
      const before = run.events[i - 1]
      return (
        event.kind === 'guest-read' &&
        before?.kind === 'instruction' &&
        inForce(before.view.control, GUESTDBG.USE_HW_BP)
      )
    }),
  holds: (run, program) =>
    visit(run, program, (event, own) => {
      if (event.kind !== 'guest-read' || event.what === 'flags') return null
      const n = Number(event.what.slice(2))
      const register = n === 4 || n === 5 ? n + 2 : n
      const expected =
        register === 6
          ? normalDr6(own.dr6, program)
          : register === 7
            ? legaliseDr7(own.dr7)
            : own.db[register]!
      const actual =
        register === 6
          ? normalDr6(event.value, program)
          : register === 7
            ? legaliseDr7(event.value)
            : event.value
      const { mode } = program.setup
      return (mode === 'long' ? expected : low32(expected)) === actual
        ? null
        : `the guest reads ${shown(event.value)} from ${event.what}, its own value is ${shown(expected)}`
    }),
})

const exitLeavesGuestUntouched = property({
  id: 'x86/exit-leaves-debug-registers',
  layer: 'abi',
  statement: 'No exit changes the guest’s own DR0–DR3, DR6 or DR7.',
  cites: [
    api('KVM_GET_DEBUGREGS'),
    source('2020 series of Paolo Bonzini and Peter Xu on DR6 and guest debugging'),
  ],
  programs: 'any',
  witness: (run) => run.events.some((event) => event.kind === 'exit' && event.exit.reason === 'debug'),
  holds: (run, program) =>
    visit(run, program, (event, own) => {
      // A cap may end a program between a #DB and its delivery.
      if (event.kind !== 'exit' || event.exit.reason === 'interrupted') return null
      const { state } = event
      if (normalDr6(state.dr6, program) !== normalDr6(own.dr6, program))
        return `exit ${event.run}: the guest’s DR6 is ${shown(state.dr6)}, its own value is ${shown(own.dr6)}`
      if (legaliseDr7(state.dr7) !== legaliseDr7(own.dr7))
        return `exit ${event.run}: the guest’s DR7 is ${shown(state.dr7)}, its own value is ${shown(own.dr7)}`
      const i = state.db.findIndex((value, n) => value !== own.db[n])
      return i < 0
        ? null
        : `exit ${event.run}: the guest’s DR${i} is ${shown(state.db[i]!)}, its own value is ${shown(own.db[i]!)}`
    }),
})

const hostSettingsImmune = property({
  id: 'x86/guest-cannot-change-host-settings',
  layer: 'abi',
  statement: 'Nothing the guest does changes the control word or the host’s registers.',
  cites: [api('KVM_SET_GUEST_DEBUG')],
  programs: 'debug-registers',
  witness: (run) =>
    run.events.some((event) => event.kind === 'exit' && inForce(event.view.control, GUESTDBG.USE_HW_BP)),
  holds: (run) => {
    let hostDr7 = 0n
    let control = 0
    for (const event of run.events) {
      if (event.kind === 'action' && event.action.do === 'set-guest-debug' && event.result === 'ok') {
        control = Number(parseHex(event.action.control))
        if (!(control & GUESTDBG.ENABLE)) control = 0
        hostDr7 = low32(parseHex(event.action.dr7 ?? '0x0'))
      }
      if (event.kind !== 'exit') continue
      if (event.view.hostDr7 !== hostDr7)
        return `exit ${event.run}: the host’s DR7 is ${shown(event.view.hostDr7)}, it was set to ${shown(hostDr7)}`
      if (event.view.control >>> 0 !== control >>> 0)
        return `exit ${event.run}: control is ${shown(event.view.control)}, it was set to ${shown(control)}`
    }
    return true
  },
})

const stepsAndOwnsTf = (control: number): boolean => inForce(control, GUESTDBG.SINGLESTEP)

const hostFlagHidden = property({
  id: 'x86/host-step-flag-hidden',
  layer: 'abi',
  statement:
    'The TF that the host steps with shows in no flags that the guest pushes and in no KVM_GET_REGS.',
  cites: [api('KVM_SET_GUEST_DEBUG'), selftest('KVM selftest x86/debug_regs')],
  programs: 'stepping',
  witness: (run) =>
    run.events.some(
      (event) =>
        (event.kind === 'delivery' && stepsAndOwnsTf(event.view.control)) ||
        (event.kind === 'guest-read' && event.what === 'flags'),
    ),
  holds: (run, program) =>
    visit(run, program, (event, own) => {
      if (own.tf) return null
      if (event.kind === 'guest-read' && event.what === 'flags' && Number(event.value) & flags.TF)
        return `PUSHF shows TF, which is not the guest’s own`
      if (event.kind === 'delivery' && event.flags & flags.TF)
        return `the frame of vector ${event.vector} shows TF, which is not the guest’s own`
      if (event.kind === 'exit' && event.state.rflags & flags.TF && !awaitsAnswer(event))
        return `exit ${event.run}: KVM_GET_REGS shows TF, which is not the guest’s own`
      return null
    }),
})

const guestFlagKept = property({
  id: 'x86/guest-step-flag-kept',
  layer: 'abi',
  statement:
    'The guest’s own TF is as its instructions left it, however often the host attached and stepped.',
  cites: [api('KVM_SET_GUEST_DEBUG')],
  programs: 'stepping',
  witness: (run) =>
    run.events.some((event) => event.kind === 'action' && event.action.do === 'set-guest-debug') &&
    run.events.some((event) => event.kind === 'exit' && (event.state.rflags & flags.TF) !== 0),
  holds: (run, program) =>
    visit(run, program, (event, own) => {
      const lost =
        event.kind === 'exit' &&
        own.tf &&
        !awaitsAnswer(event) &&
        !stepsAndOwnsTf(event.view.control) &&
        !(event.state.rflags & flags.TF)
      return lost ? `exit ${event.run}: the guest’s own TF is gone` : null
    }),
})

const guestFlagShown = property({
  id: 'x86/guest-step-flag-shown-while-stepping',
  layer: 'abi',
  statement:
    'While the host steps, the flags that the guest pushes and KVM_GET_REGS show the guest’s own TF.',
  cites: [api('KVM_SET_GUEST_DEBUG')],
  programs: 'stepping',
  witness: (run) =>
    run.events.some(
      (event) =>
        event.kind === 'exit' && stepsAndOwnsTf(event.view.control) && (event.state.rflags & flags.TF) !== 0,
    ),
  holds: (run, program) =>
    visit(run, program, (event, own, index) => {
      if (!own.tf) return null
      const before = run.events[index - 1]
      if (event.kind === 'guest-read' && event.what === 'flags') {
        const steps = before?.kind === 'instruction' && stepsAndOwnsTf(before.view.control)
        return steps && !(Number(event.value) & flags.TF) ? 'PUSHF hides the guest’s own TF' : null
      }
      if (event.kind === 'delivery' && stepsAndOwnsTf(event.view.control) && !(event.flags & flags.TF))
        return `the frame of vector ${event.vector} hides the guest’s own TF`
      const hidden =
        event.kind === 'exit' &&
        !awaitsAnswer(event) &&
        stepsAndOwnsTf(event.view.control) &&
        !(event.state.rflags & flags.TF)
      return hidden ? `exit ${event.run}: KVM_GET_REGS hides the guest’s own TF` : null
    }),
})

const resumeFlagCleared = property({
  id: 'x86/resume-flag-lasts-one-instruction',
  layer: 'arch',
  statement:
    'RF is set by IRETD and IRETQ (and by who writes RFLAGS), never by POPF, and lasts one instruction.',
  cites: [source('Intel SDM vol. 3, “Instruction-Breakpoint Exception Condition”', 'recalled')],
  programs: 'breakpoints',
  witness: (run) =>
    run.events.some((event) => event.kind === 'instruction' && (event.rflags & flags.RF) !== 0),
  holds: (run, program) =>
    visit(run, program, (event, own) => {
      if (event.kind !== 'instruction' || own.rf === null) return null
      const rf = (event.rflags & flags.RF) !== 0
      if (rf === own.rf) return null
      return `RF is ${rf ? 1 : 0} when the instruction at ${shown(event.address)} begins, it should be ${own.rf ? 1 : 0}`
    }),
})

/** Whether any slot of a DR7 value is enabled. */
export const anyEnabled = (dr7: bigint): boolean => slotsOf(dr7).some((slot) => slot.enabled)

export const transparency: readonly ProgramProperty[] = [
  guestReadsItsOwn,
  exitLeavesGuestUntouched,
  hostSettingsImmune,
  hostFlagHidden,
  guestFlagKept,
  guestFlagShown,
  resumeFlagCleared,
]
