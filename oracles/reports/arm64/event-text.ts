/**
 * Events of a run on arm64 in the words of a kernel developer: ioctls with their flags, exits with their syndromes.
 */
import {
  type Action,
  CONTROL_FLAGS,
  classOf,
  EC,
  type Ending,
  EX,
  type Exit,
  elOf,
  type GuestReadEvent,
  type GuestWriteEvent,
  ISV,
  isStep,
  type Layout,
  MDSCR_EL1,
  mdscr,
  pstate,
  type Setup,
  type SlotValues,
  type Value,
  VECTOR_OFFSETS,
  VECTORS,
  type Vector,
  WNR,
} from '../../../model/arm64/index.ts'
import type { DeliveryEvent, EntryEvent, ExitEvent } from '../../../model/arm64/run.ts'
import { any, changedFields, hex, shortHex } from '../../../model/bits.ts'
import { controlText } from '../../../model/kvm/guest-debug.ts'

const list = (...parts: readonly (string | false | undefined)[]): string =>
  parts.filter((part) => part).join(', ')

const withNames = (value: bigint, names: readonly string[]): string =>
  names.length === 0 ? shortHex(value) : `${shortHex(value)} (${names.join(', ')})`

/** `0x2001 (SS, KDE)` */
export const mdscrText = (value: bigint): string =>
  withNames(
    value,
    Object.entries(mdscr).flatMap(([name, mask]) => (any(value, mask) ? [name] : [])),
  )

const MASKS = [
  ['D', pstate.D],
  ['A', pstate.A],
  ['I', pstate.I],
  ['F', pstate.F],
] as const

/** `0x2003c5 (EL1h, SS, DAIF)`: level and stack pointer, step, and what is masked. */
export const pstateText = (value: bigint): string => {
  const masked = MASKS.flatMap(([name, mask]) => (any(value, mask) ? [name] : [])).join('')
  const mode = any(value, pstate.nRW) ? 'AArch32' : `EL${elOf(value)}${any(value, pstate.SP) ? 'h' : 't'}`
  return withNames(value, [
    mode,
    ...(any(value, pstate.SS) ? ['SS'] : []),
    ...(any(value, pstate.IL) ? ['IL'] : []),
    ...(masked === '' ? [] : [masked]),
  ])
}

const CLASSES: { readonly [ec: number]: string } = {
  [EC.unknown]: 'undefined',
  [EC.wfx]: 'WFI',
  [EC.illegal]: 'illegal state',
  [EC.svc]: 'SVC',
  [EC.hvc]: 'HVC',
  [EC.sysreg]: 'system register',
  [EC.dataAbortLower]: 'data abort',
  [EC.breakpointLower]: 'breakpoint',
  [EC.stepLower]: 'Software Step',
  [EC.watchpointLower]: 'watchpoint',
  [EC.brk]: 'BRK',
}

/** `Software Step`, for both classes of an exception. */
export const className = (ec: number): string => CLASSES[ec] ?? CLASSES[ec & ~1] ?? 'unknown class'

/** `0xca000022 (EC 32, Software Step)` */
export const esrText = (esr: bigint): string => {
  const ec = classOf(esr)
  const isWatchpoint = (ec & ~1) === EC.watchpointLower
  return withNames(esr, [
    `EC ${hex(ec, 8).slice(2)}`,
    ec === EC.brk ? `BRK #${shortHex(esr & 0xffffn)}` : className(ec),
    ...(isStep(esr) && any(esr, ISV) ? [any(esr, EX) ? 'ISV, EX' : 'ISV'] : []),
    ...(isWatchpoint ? [any(esr, WNR) ? 'write' : 'read'] : []),
  ])
}

const VECTOR_NAMES = new Map<number, Vector>(
  Object.entries(VECTOR_OFFSETS).map(([name, offset]) => [offset, name as Vector]),
)

/** The vector whose handler an address is in: `sync-el1`; `null` outside of the vectors' page. */
export const handlerAt = (address: bigint): string | null => {
  const offset = Number(address) - VECTORS
  if (offset < 0 || offset >= 0x800) return null
  return VECTOR_NAMES.get(offset - (offset % 0x80)) ?? 'unexpected'
}

/** An address, with the name of the vector it is at or in. */
export const addressText = (address: bigint): string => {
  const handler = handlerAt(address)
  if (handler === null) return shortHex(address)
  return `${shortHex(address)} (${(Number(address) - VECTORS) % 0x80 === 0 ? 'vector' : 'in the handler of'} ${handler})`
}

const SLOT_NAMES = { bcr: 'DBGBCR', bvr: 'DBGBVR', wcr: 'DBGWCR', wvr: 'DBGWVR' } as const

/** The registers of breakpoints and watchpoints that are not 0: `DBGBVR0=0x40001004`. */
const slotTexts = (values: SlotValues, layout: Layout): readonly string[] =>
  Object.entries(SLOT_NAMES).flatMap(([name, text]) =>
    ((values[name as keyof SlotValues] ?? []) as readonly Value[]).flatMap((each, n) => {
      const value = layout.value(each)
      return value === 0n ? [] : [`${text}${n}=${shortHex(value)}`]
    }),
  )

/** The parts of a setup that are not as the contract has them. */
export const setupText = (setup: Setup, layout: Layout): string =>
  list(
    setup.pstate !== undefined && `PSTATE=${pstateText(BigInt(setup.pstate))}`,
    setup.mdscr !== undefined && `MDSCR_EL1=${mdscrText(BigInt(setup.mdscr))}`,
    setup.osLock && 'OS lock set',
    ...Object.entries(setup.registers ?? {}).map(
      ([name, value]) => `${name}=${shortHex(layout.value(value as Value))}`,
    ),
    ...slotTexts(setup, layout),
    setup.elr !== undefined && `ELR_EL1=${shortHex(layout.value(setup.elr))}`,
    setup.spsr !== undefined && `SPSR_EL1=${pstateText(BigInt(setup.spsr))}`,
    setup.contextId !== undefined && `CONTEXTIDR_EL1=${setup.contextId}`,
    setup.onDebugException === 'disarm' && 'the handler clears MDSCR_EL1 on debug exceptions',
  )

const registerValue = (register: string, value: bigint): string => {
  if (register === 'pstate' || register === 'spsr_el1') return pstateText(value)
  if (register === 'mdscr_el1') return mdscrText(value)
  if (register === 'esr_el1') return esrText(value)
  return shortHex(value)
}

const KINDS = { core: 'core registers', system: 'system registers', debug: 'debug registers' } as const

/** What the host does: the ioctl, with its arguments decoded. */
export const actionText = (action: Action, layout: Layout): string => {
  switch (action.do) {
    case 'set-guest-debug': {
      const control = Number(BigInt.asUintN(32, BigInt(action.control)))
      return `KVM_SET_GUEST_DEBUG ${list(controlText(control, CONTROL_FLAGS), ...slotTexts(action, layout))}`
    }
    case 'get-one-reg':
      return `KVM_GET_ONE_REG ${action.register}`
    case 'set-one-reg':
      return `KVM_SET_ONE_REG ${action.register} = ${registerValue(action.register, layout.value(action.value))}`
    case 'write-back':
      return `KVM_SET_ONE_REG of the ${KINDS[action.state]} with what KVM_GET_ONE_REG gives`
    case 'save-restore':
      return 'saves everything, restores it into a fresh vCPU'
    case 'interrupt':
      return `KVM_IRQ_LINE, level ${Number(action.level)}`
    case 'immediate-exit':
      return 'KVM_RUN with kvm_run.immediate_exit'
    case 'preempt':
      return `an interrupt of the host comes after ${action.after} of the guest’s instructions`
    case 'answer-mmio':
      return `answers the MMIO read with ${shortHex(BigInt(action.value))}`
    case 'fault-mmio':
      return 'KVM_SET_VCPU_EVENTS ext_dabt_pending'
    case 'plant':
      return `writes BRK #0 over ${shortHex(layout.value(action.at))}`
    case 'unplant':
      return `writes the instruction at ${shortHex(layout.value(action.at))} back`
    case 'write-memory':
      return `writes ${action.bytes} to ${shortHex(layout.value(action.at))}`
  }
}

/** What an action returned: an error, or the value of a register. */
export const resultText = (action: Action, result: string, value: bigint | null): string => {
  if (result !== 'ok') return ` → ${result}`
  return value === null || action.do !== 'get-one-reg' ? '' : ` → ${registerValue(action.register, value)}`
}

const bytesText = (size: number): string => (size === 1 ? '1 byte' : `${size} bytes`)

const reasonText = (exit: Exit): string => {
  switch (exit.reason) {
    case 'debug': {
      const { hsr, far } = exit.debug
      return `KVM_EXIT_DEBUG hsr=${esrText(BigInt(hsr))}${far === null ? '' : `, far=${shortHex(far)}`}`
    }
    case 'mmio': {
      const { direction, address, size, data } = exit
      const written = data === null ? '' : `, data ${shortHex(data)}`
      return `KVM_EXIT_MMIO ${direction} ${shortHex(address)}, ${bytesText(size)}${written}`
    }
    case 'interrupted':
      return 'KVM_RUN fails with EINTR'
    case 'internal-error':
      return `KVM_EXIT_INTERNAL_ERROR: ${exit.detail}`
  }
}

/** Why KVM_RUN returned, the record decoded, and where the guest stands. */
export const exitText = ({
  exit,
  state,
}: {
  readonly exit: Exit
  readonly state: Pick<ExitEvent['state'], 'pc'>
}): string => `${reasonText(exit)}, PC ${addressText(state.pc)}`

/** What the hardware has when the guest is entered. */
export const entryText = ({ pc, mdscr: value, pstate: state }: EntryEvent): string =>
  `enters at ${addressText(pc)}: MDSCR_EL1=${mdscrText(value)}, PSTATE=${pstateText(state)}`

/** What the guest finds in its handler. */
export const deliveryText = ({ source, esr, far, elr, spsr }: DeliveryEvent): string => {
  const verb = source === 'injected' ? 'injects' : 'takes'
  const what = esr === null ? 'IRQ' : className(classOf(esr))
  return `${verb} ${what}: ${list(
    esr !== null && `ESR_EL1=${esrText(esr)}`,
    far !== null && `FAR_EL1=${shortHex(far)}`,
    `ELR_EL1=${shortHex(elr)}`,
    `SPSR_EL1=${pstateText(spsr)}`,
  )}`
}

/** What the guest learns of its own registers, or writes there. */
export const guestText = ({ kind, what, value }: GuestReadEvent | GuestWriteEvent): string =>
  `${kind === 'guest-read' ? 'reads' : 'writes'} ${what}=${registerValue(what, value)}`

/** `SS 0→1` of MDSCR_EL1. */
export const mdscrChanges = (before: bigint, after: bigint): readonly string[] =>
  changedFields(MDSCR_EL1, before, after).map((text) => `MDSCR_EL1.${text}`)

/** How a run ended, as the end of a sentence. */
export const ENDINGS: { readonly [E in Ending]: string } = {
  end: 'with the store behind the program',
  fault: 'at a vector where nothing is expected',
  'internal-error': 'because the guest has left its RAM',
  cap: 'at the cap on instructions and runs',
}
