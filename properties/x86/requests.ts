/**
 * What the VMM asks for: injection, control words, register values, and what a refusal leaves unchanged.
 */
import { u64 } from '../../model/bits.ts'
import { api, measured, sdm, source, targets } from '../../model/citations.ts'
import { GUESTDBG } from '../../model/kvm/guest-debug.ts'
import { parseHex, type Run, type RunEvent } from '../../model/x86/index.ts'
import { type ProgramProperty, property } from '../property.ts'
import { segments } from './history.ts'

const hexOf = (value: bigint): string => `0x${value.toString(16)}`
const INJECTS = GUESTDBG.INJECT_DB | GUESTDBG.INJECT_BP

type ActionEvent = Extract<RunEvent, { kind: 'action' }>

const controlOf = (event: ActionEvent): number | null =>
  event.action.do === 'set-guest-debug' ? Number(parseHex(event.action.control)) : null

/** Follows what waits for delivery through the actions of a run; a register write may drop it, and then nothing is known. */
const eachRequest = (
  run: Run,
  look: (event: ActionEvent, waits: boolean) => string | null,
): string | true => {
  let waits: boolean | null = false
  for (const event of run.events) {
    if (event.kind === 'exit') waits = event.state.exception !== null
    if (event.kind !== 'action') continue
    if (waits !== null) {
      const found = look(event, waits)
      if (found !== null) return found
    }
    const { action, result } = event
    if (result !== 'ok') continue
    if (action.do === 'set-vcpu-events' && action.exception) waits = true
    if (((controlOf(event) ?? 0) & INJECTS) !== 0) waits = true
    // A register write may drop it; completing an answered access may raise another.
    const writesRegisters =
      action.do === 'set-registers' || action.do === 'save-restore' || action.do === 'write-back'
    if ((writesRegisters && waits) || action.do === 'save-restore' || action.do === 'immediate-exit')
      waits = null
  }
  return true
}

const busy = property({
  id: 'x86/injection-is-busy-while-an-exception-waits',
  layer: 'abi',
  statement: 'A request to inject fails with EBUSY exactly while an exception waits, pending or injected.',
  cites: [api('KVM_SET_GUEST_DEBUG'), measured(targets.svm, 'EBUSY for an injected exception: Linux 7.2')],
  programs: 'injection',
  witness: (run) => run.events.some((event) => event.kind === 'action' && event.result === 'EBUSY'),
  holds: (run) =>
    eachRequest(run, (event, waits) => {
      const control = controlOf(event)
      if (control === null || !(control & INJECTS) || event.result === 'EINVAL') return null
      if ((event.result === 'EBUSY') === waits) return null
      return waits
        ? 'a request to inject is accepted while an exception waits'
        : 'EBUSY though no exception waits'
    }),
})

const refusedChangesNothing = property({
  id: 'x86/refused-call-changes-nothing',
  layer: 'abi',
  statement:
    'A KVM_SET_GUEST_DEBUG that fails leaves the control word and the host’s registers as they were.',
  cites: [api('KVM_SET_GUEST_DEBUG')],
  programs: 'injection',
  witness: (run) => run.events.some((event) => event.kind === 'action' && event.result === 'EBUSY'),
  holds: (run) => {
    for (const segment of segments(run)) {
      const calls = segment.actions.filter((event) => controlOf(event) !== null)
      const last = calls.findLast((event) => event.result === 'ok')
      if (!calls.some((event) => event.result !== 'ok')) continue
      const asked = last ? (controlOf(last) ?? 0) : (segment.before?.view.control ?? 0)
      const expected = asked & GUESTDBG.ENABLE ? asked : 0
      if (segment.exit.view.control >>> 0 !== expected >>> 0)
        return `after a refused call control is ${hexOf(BigInt(segment.exit.view.control))}, it was ${hexOf(BigInt(expected))}`
    }
    return true
  },
})

const deliversFirst = property({
  id: 'x86/injection-delivers-once',
  layer: 'abi',
  statement:
    'An accepted request delivers its one exception, #DB before #BP, before the guest’s next instruction.',
  cites: [api('KVM_SET_GUEST_DEBUG')],
  programs: 'injection',
  witness: (run) => run.events.some((event) => event.kind === 'delivery' && event.source === 'injected'),
  holds: (run) => {
    if (run.consulted.get('registerWriteAfterInjection') === 'dropped') return true
    for (const segment of segments(run)) {
      const request = segment.actions.findLast(
        (event) => event.result === 'ok' && ((controlOf(event) ?? 0) & INJECTS) !== 0,
      )
      const replaced = segment.actions.some(
        (event) => event.action.do === 'set-vcpu-events' && event.action.exception !== undefined,
      )
      const ran = segment.exit.exit.reason !== 'interrupted' && segment.before?.exit.reason !== 'io'
      const answered = segment.before?.exit.reason === 'mmio'
      if (!request || replaced || !ran || answered || segment.exit.exit.reason === 'internal-error') continue
      const vector = (controlOf(request) ?? 0) & GUESTDBG.INJECT_DB ? 1 : 3
      const first = segment.events.find((event) => event.kind === 'delivery' || event.kind === 'instruction')
      if (first?.kind !== 'delivery' || first.vector !== vector || first.source !== 'injected')
        return `exit ${segment.exit.run}: vector ${vector} was requested and is not delivered first`
      const injected = segment.events.filter(
        (event) => event.kind === 'delivery' && event.source === 'injected',
      )
      if (injected.length > 1)
        return `exit ${segment.exit.run}: a request is delivered ${injected.length} times`
    }
    return true
  },
})

const injectedLeavesDr6 = property({
  id: 'x86/injected-db-leaves-dr6',
  layer: 'abi',
  statement: 'A #DB without payload leaves DR6 as the VMM set it up.',
  cites: [api('KVM_SET_GUEST_DEBUG'), measured(targets.pvm, 'INJECT_DB')],
  programs: 'injection',
  witness: (run) =>
    run.events.some(
      (event) => event.kind === 'delivery' && event.source === 'injected' && event.vector === 1,
    ),
  holds: (run) => {
    const requested = (event: ActionEvent) => ((controlOf(event) ?? 0) & INJECTS) !== 0
    for (const segment of segments(run)) {
      const request = segment.actions.findLast(
        (event) => event.result === 'ok' && (requested(event) || event.action.do === 'set-vcpu-events'),
      )
      if (request && !requested(request)) continue
      const first = segment.events.find((event) => event.kind === 'delivery')
      if (!request || first?.kind !== 'delivery' || first.source !== 'injected' || first.vector !== 1)
        continue
      if (first.dr6 !== first.view.dr6)
        return `DR6 ${hexOf(first.view.dr6)} becomes ${hexOf(first.dr6)} with a request that has no causes`
    }
    return true
  },
})

const injectedReturnAddress = property({
  id: 'x86/injected-return-address',
  layer: 'abi',
  statement:
    'The address pushed with a requested #DB is RIP, with a requested #BP the address after the one-byte INT3.',
  cites: [api('KVM_SET_GUEST_DEBUG'), source('Linux 6.1 VMX: saved exit instruction length')],
  programs: 'injection',
  witness: (run) =>
    run.events.some(
      (event) => event.kind === 'delivery' && event.source === 'injected' && event.vector === 3,
    ),
  holds: (run) => {
    for (const segment of segments(run)) {
      const first = segment.events.find((event) => event.kind === 'delivery' || event.kind === 'instruction')
      if (first?.kind !== 'delivery' || first.source !== 'injected' || !segment.before) continue
      const moved = segment.actions.some((event) => event.action.do === 'set-registers')
      const answered = ['io', 'mmio'].includes(segment.before.exit.reason)
      if (moved || answered) continue
      const expected = segment.before.state.rip + (first.vector === 3 || first.vector === 4 ? 1n : 0n)
      const { mode } = segment.before.state
      if (first.ip !== (mode === 'real' ? BigInt.asUintN(16, expected) : u64(expected)))
        return `vector ${first.vector} pushes ${hexOf(first.ip)}, RIP was ${hexOf(segment.before.state.rip)}`
    }
    return true
  },
})

const registersValidated = property({
  id: 'x86/set-debug-registers-validates',
  layer: 'abi',
  statement:
    'KVM_SET_DEBUGREGS refuses flags and upper halves of DR6 and DR7 with EINVAL, and accepts everything else.',
  cites: [api('KVM_SET_DEBUGREGS')],
  programs: 'debug-registers',
  witness: (run) =>
    run.events.some(
      (event) =>
        event.kind === 'action' && event.action.do === 'set-debug-registers' && event.result === 'EINVAL',
    ),
  holds: (run) => {
    for (const event of run.events) {
      if (event.kind !== 'action' || event.action.do !== 'set-debug-registers') continue
      const { dr6, dr7, flags } = event.action
      const wide = [dr6, dr7].some((value) => value !== undefined && parseHex(value) >> 32n !== 0n)
      const expected = wide || (flags ?? 0) !== 0 ? 'EINVAL' : 'ok'
      if (event.result !== expected) return `KVM_SET_DEBUGREGS returns ${event.result}, expected ${expected}`
    }
    return true
  },
})

const aliases = property({
  id: 'x86/dr4-dr5-alias-without-de',
  layer: 'arch',
  statement: 'DR4 and DR5 are DR6 and DR7 while CR4.DE is clear, and #UD while it is set.',
  cites: [sdm('Debug Registers DR4 and DR5')],
  programs: 'debug-registers',
  witness: (run) =>
    run.events.some((event) => event.kind === 'guest-write' && (event.dr === 4 || event.dr === 5)),
  holds: (run, program) => {
    let cr4De = program.setup.cr4De ?? false
    for (const event of run.events) {
      if (event.kind === 'action' && event.action.do === 'set-special-registers')
        cr4De = event.action.cr4De ?? cr4De
      if (event.kind !== 'guest-write') continue
      const undefinedRegister = (event.dr === 4 || event.dr === 5) && cr4De
      if ((event.result === '#UD') !== undefinedRegister)
        return `MOV to DR${event.dr} with CR4.DE=${cr4De ? 1 : 0} ends in ${event.result}`
    }
    return true
  },
})

export const requestProperties: readonly ProgramProperty[] = [
  busy,
  refusedChangesNothing,
  deliversFirst,
  injectedLeavesDr6,
  injectedReturnAddress,
  registersValidated,
  aliases,
]
