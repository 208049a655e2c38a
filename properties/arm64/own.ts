/**
 * What the guest itself owns, followed through a run independently of the machine: its debug registers as its setup, its
 * own writes and KVM_SET_ONE_REG leave them.
 */
import {
  layOut,
  OSLSR_EL1,
  oslsr,
  type Program,
  parseHex,
  type Run,
  type RunEvent,
} from '../../model/arm64/index.ts'

/** Values by the name of the register, as MRS and KVM_GET_ONE_REG name it; what was never written is 0. */
export type Own = Map<string, bigint>

const initial = (program: Program): Own => {
  const { setup } = program
  const { registers } = layOut(program)
  const own: Own = new Map([['mdscr_el1', parseHex(setup.mdscr ?? '0x0')]])
  own.set('oslsr_el1', setup.osLock ? OSLSR_EL1.reset | oslsr.OSLK : OSLSR_EL1.reset)
  const { breakpoints, watchpoints } = registers(setup)
  for (const [n, { control, value }] of breakpoints.entries()) {
    own.set(`dbgbcr${n}_el1`, control)
    own.set(`dbgbvr${n}_el1`, value)
  }
  for (const [n, { control, value }] of watchpoints.entries()) {
    own.set(`dbgwcr${n}_el1`, control)
    own.set(`dbgwvr${n}_el1`, value)
  }
  return own
}

const isFollowed = (register: string): boolean =>
  register === 'mdscr_el1' || register === 'oslsr_el1' || register.startsWith('dbg')

const advance = (own: Own, event: RunEvent, program: Program): void => {
  if (event.kind === 'guest-write') {
    if (event.what === 'oslar_el1')
      own.set('oslsr_el1', OSLSR_EL1.reset | (event.value & 1n ? oslsr.OSLK : 0n))
    else if (isFollowed(event.what) && event.what !== 'oslsr_el1') own.set(event.what, event.value)
  }
  if (event.kind === 'action' && event.action.do === 'set-one-reg' && event.result === 'ok') {
    const { register, value } = event.action
    if (isFollowed(register)) own.set(register, layOut(program).value(value))
  }
}

/** Visits every event with what the guest owned before it. A visitor returns a sentence to stop. */
export const visit = (
  run: Run,
  program: Program,
  visitor: (event: RunEvent, own: ReadonlyMap<string, bigint>) => string | null,
): string | true => {
  const own = initial(program)
  for (const event of run.events) {
    const found = visitor(event, own)
    if (found !== null) return found
    advance(own, event, program)
  }
  return true
}

/** The value of a followed register. */
export const ownValue = (own: ReadonlyMap<string, bigint>, register: string): bigint =>
  own.get(register) ?? 0n

export { isFollowed }
