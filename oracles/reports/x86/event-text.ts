/**
 * Events of a run in the words of a kernel developer: ioctls with their flags, exits with their records, assembly.
 */
import { any, shortHex } from '../../../model/bits.ts'
import { controlText } from '../../../model/kvm/guest-debug.ts'
import { HANDLER_SIZE, HANDLERS, handlerAddress, LAST_VECTOR } from '../../../model/x86/contract.ts'
import { registerText, valueText } from '../../../model/x86/instructions.ts'
import type { Layout } from '../../../model/x86/layout.ts'
import type { Action, Setup, Value } from '../../../model/x86/program.ts'
import { DR6, flags, slotsOf } from '../../../model/x86/registers.ts'
import type { DebugExitRecord } from '../../../model/x86/rules/ownership.ts'
import type {
  DeliveryEvent,
  Ending,
  Exit,
  ExitEvent,
  GuestReadEvent,
  GuestWriteEvent,
} from '../../../model/x86/run.ts'

const EXCEPTIONS: { readonly [vector: number]: string } = {
  0: '#DE',
  1: '#DB',
  2: 'NMI',
  3: '#BP',
  4: '#OF',
  5: '#BR',
  6: '#UD',
  7: '#NM',
  8: '#DF',
  10: '#TS',
  11: '#NP',
  12: '#SS',
  13: '#GP',
  14: '#PF',
  16: '#MF',
  17: '#AC',
  18: '#MC',
  19: '#XM',
}

/** `#DB`, or `vector 0x21`. */
export const vectorText = (vector: number): string => EXCEPTIONS[vector] ?? `vector ${shortHex(vector)}`

/** The handler that an address on the handlers' page belongs to: `#DB`. */
export const handlerName = (address: bigint): string => {
  if (address >= handlerAddress('syscall')) return 'SYSCALL'
  const vector = Math.floor((Number(address) - HANDLERS) / HANDLER_SIZE)
  return vector > LAST_VECTOR ? 'shared' : vectorText(vector)
}

/** The flags that take part in debugging, by name. */
export const DEBUG_FLAGS = [
  ['TF', flags.TF],
  ['IF', flags.IF],
  ['RF', flags.RF],
] as const

const withNames = (value: bigint | number, names: readonly string[]): string =>
  names.length === 0 ? shortHex(value) : `${shortHex(value)} (${names.join(', ')})`

/** `0x102 (TF)` */
export const flagsText = (rflags: number): string =>
  withNames(
    rflags,
    DEBUG_FLAGS.flatMap(([name, flag]) => (rflags & flag ? [name] : [])),
  )

/** `0xffff4ff1 (B0, BS)`: the causes that are present, the active-low ones when their bit is 0. */
export const dr6Text = (value: bigint): string =>
  withNames(
    value,
    DR6.fields.flatMap((field) => {
      const set = any(value, 1n << BigInt(field.lsb))
      if (field.access === 'rw') return set ? [field.name] : []
      return field.access === 'active-low' && !set ? [field.name] : []
    }),
  )

/** The causes of a #DB in pending-debug-exceptions polarity: `B0, BS`. */
const payloadText = (payload: bigint): string =>
  DR6.fields
    .flatMap((field) =>
      field.access !== 'fixed-1' && any(payload, 1n << BigInt(field.lsb)) ? [field.name] : [],
    )
    .join(', ') || 'no cause'

/** `0x402 (DR0 execute)`: the slots that are enabled. */
export const dr7Text = (value: bigint): string => {
  const slots = slotsOf(value).flatMap(({ enabled, kind, length }, i) =>
    enabled ? [`DR${i} ${kind}${kind === 'execute' && length === 1 ? '' : ` ${length}`}`] : [],
  )
  return withNames(value, any(value, 1n << 13n) ? [...slots, 'GD'] : slots)
}

const list = (...parts: readonly (string | false | undefined)[]): string =>
  parts.filter((part) => part).join(', ')

const addressesText = (db: readonly Value[] | undefined, layout: Layout): readonly string[] =>
  (db ?? []).flatMap((value, i) => {
    const address = layout.value(value)
    return address === 0n ? [] : [`DR${i}=${shortHex(address)}`]
  })

const valuesText = (
  values: { readonly [name: string]: Value | undefined } | undefined,
  layout: Layout,
): readonly string[] =>
  Object.entries(values ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [`${registerText(name, layout.setup.mode)}=${shortHex(layout.value(value))}`],
  )

const bytesText = (size: number): string => (size === 1 ? '1 byte' : `${size} bytes`)

const INTERFACES = {
  registers: 'REGS',
  'special-registers': 'SREGS',
  'debug-registers': 'DEBUGREGS',
  'vcpu-events': 'VCPU_EVENTS',
} as const

/** What the host does: the ioctl, with its arguments decoded. */
export const actionText = (action: Action, layout: Layout): string => {
  switch (action.do) {
    case 'set-guest-debug':
      return `KVM_SET_GUEST_DEBUG ${list(
        controlText(Number(action.control)),
        ...addressesText(action.db, layout),
        action.dr7 !== undefined && `DR7=${dr7Text(BigInt(action.dr7))}`,
      )}`
    case 'set-registers':
      return `KVM_SET_REGS ${list(
        ...valuesText(action.registers, layout),
        ...valuesText({ rip: action.rip }, layout),
        action.rflags !== undefined && `rflags=${flagsText(Number(action.rflags))}`,
      )}`
    case 'set-special-registers':
      return `KVM_SET_SREGS ${list(
        action.cr4De !== undefined && `CR4.DE=${Number(action.cr4De)}`,
        action.ds !== undefined && `DS=${action.ds}`,
      )}`
    case 'set-debug-registers':
      return `KVM_SET_DEBUGREGS ${list(
        ...addressesText(action.db, layout),
        action.dr6 !== undefined && `DR6=${dr6Text(BigInt(action.dr6))}`,
        action.dr7 !== undefined && `DR7=${dr7Text(BigInt(action.dr7))}`,
        action.flags !== undefined && `flags=${shortHex(action.flags)}`,
      )}`
    case 'set-vcpu-events': {
      const { exception, shadow, nmiPending } = action
      const payload =
        exception?.payload === undefined ? '' : ` with ${payloadText(BigInt(exception.payload))}`
      return `KVM_SET_VCPU_EVENTS ${list(
        exception && `${vectorText(exception.vector)} ${exception.state}${payload}`,
        shadow !== undefined && `shadow ${shadow}`,
        nmiPending !== undefined && (nmiPending ? 'NMI pending' : 'no NMI'),
      )}`
    }
    case 'write-back':
      return `KVM_SET_${INTERFACES[action.state]} of what KVM_GET_${INTERFACES[action.state]} gives`
    case 'save-restore':
      return 'saves everything, restores it into a fresh vCPU'
    case 'interrupt':
      return `KVM_INTERRUPT ${shortHex(action.vector)}`
    case 'nmi':
      return 'KVM_NMI'
    case 'interrupt-window':
      return `kvm_run.request_interrupt_window = ${Number(action.request)}`
    case 'immediate-exit':
      return 'KVM_RUN with kvm_run.immediate_exit'
    case 'write-memory':
      return `writes ${action.bytes} at ${shortHex(layout.value(action.at))}`
  }
}

/** `struct kvm_debug_exit_arch` */
const debugText = ({ exception, pc, dr6, dr7: enabled }: DebugExitRecord): string => {
  if (exception === 3) return `#BP, pc=${shortHex(pc)}`
  const dr7 = enabled === null ? 'DR7 not written' : `DR7=${dr7Text(enabled)}`
  return `#DB, pc=${shortHex(pc)}, DR6=${dr6Text(dr6)}, ${dr7}`
}

/** As much of an exit as its text needs. */
export interface ShownExit {
  readonly exit: Exit
  readonly state: { readonly rip: bigint }
}

/** Why KVM_RUN returned, the record decoded. */
export const exitText = ({ exit, state }: ExitEvent | ShownExit): string => {
  const rip = `RIP ${shortHex(state.rip)}`
  switch (exit.reason) {
    case 'debug':
      return `KVM_EXIT_DEBUG ${debugText(exit.debug)}`
    case 'io': {
      const data = exit.data === null ? '' : `, data ${shortHex(exit.data)}`
      const times = exit.count === 1 ? '' : `, ${exit.count} times`
      return `KVM_EXIT_IO ${exit.direction} ${shortHex(exit.port)}, ${bytesText(exit.size)}${times}${data}, ${rip}`
    }
    case 'mmio': {
      const data = exit.data === null ? '' : `, data ${shortHex(exit.data)}`
      return `KVM_EXIT_MMIO ${exit.direction} ${shortHex(exit.address)}, ${bytesText(exit.size)}${data}, ${rip}`
    }
    case 'hlt':
      return `KVM_EXIT_HLT, ${rip}`
    case 'interrupt-window':
      return `KVM_EXIT_IRQ_WINDOW_OPEN, ${rip}`
    case 'shutdown':
      return 'KVM_EXIT_SHUTDOWN'
    case 'interrupted':
      return `KVM_RUN fails with EINTR, ${rip}`
    case 'internal-error':
      return `KVM_EXIT_INTERNAL_ERROR: ${exit.detail}`
  }
}

const SOURCES = {
  raised: '',
  injected: ' injected by the VMM',
  software: ' of the instruction',
  interrupt: '',
  nmi: '',
} as const

/** What the guest finds in its handler. */
export const deliveryText = (event: DeliveryEvent): string => {
  const { source, vector, ip, flags: image, errorCode, payload, dr6: left } = event
  const name = source === 'interrupt' ? `interrupt ${shortHex(vector)}` : vectorText(vector)
  const causes = payload === null ? '' : `, DR6=${dr6Text(left)}`
  const error = errorCode === null ? '' : `, error code ${shortHex(errorCode)}`
  return `delivers ${name}${SOURCES[source]}: IP=${shortHex(ip)}, FLAGS=${flagsText(image)}${error}${causes}`
}

/** What the guest learns of its own registers. */
export const guestText = (event: GuestReadEvent | GuestWriteEvent): string => {
  if (event.kind === 'guest-write') {
    const result = event.result === 'written' ? '' : `: ${event.result}`
    return `writes ${shortHex(event.value)} to DR${event.dr}${result}`
  }
  if (event.what === 'flags') return `pushes FLAGS=${flagsText(Number(event.value))}`
  const text =
    event.what === 'dr6'
      ? dr6Text(event.value)
      : event.what === 'dr7'
        ? dr7Text(event.value)
        : shortHex(event.value)
  return `reads ${event.what.toUpperCase()}=${text}`
}

/** The parts of a setup that are not as the contract has them. */
export const setupText = (setup: Setup, layout: Layout): string =>
  list(
    setup.mode === 'long' && `long mode at CPL${setup.cpl ?? 0}`,
    setup.vendor !== undefined && setup.vendor,
    setup.rtm && 'RTM',
    setup.busLockDetect && 'BUS_LOCK_DETECT',
    setup.cr4De && 'CR4.DE=1',
    setup.rflags !== undefined && `rflags=${flagsText(Number(setup.rflags))}`,
    setup.cs !== undefined && `CS=${setup.cs}`,
    setup.ds !== undefined && `DS=${setup.ds}`,
    setup.fmask !== undefined && `IA32_FMASK=${flagsText(Number(setup.fmask))}`,
    ...valuesText(setup.registers, layout),
    ...addressesText(setup.db, layout),
    setup.dr6 !== undefined && `DR6=${dr6Text(BigInt(setup.dr6))}`,
    setup.dr7 !== undefined && `DR7=${dr7Text(BigInt(setup.dr7))}`,
    setup.stack !== undefined && setup.stack.length > 0 && `stack ${setup.stack.map(valueText).join(' ')}`,
    setup.onDebugException === 'disarm' && 'the #DB handler clears DR7',
  )

/** How a run ended, as the end of a sentence. */
export const ENDINGS: { readonly [E in Ending]: string } = {
  end: 'at the HLT behind the program',
  fault: 'in a fault handler, whose return would loop',
  shutdown: 'with the shutdown of the guest',
  'internal-error': 'because the instruction or access cannot be carried out',
  cap: 'at the cap on instructions and runs',
}
