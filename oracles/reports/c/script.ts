/**
 * The host's actions as C statements: the words of the line protocol, one ioctl each.
 */
import { GUESTDBG } from '../../../model/kvm/guest-debug.ts'
import { byteString, cNumber } from './format.ts'
import { number, type Word } from './lowered.ts'

/** `KVM_GUESTDBG_ENABLE | KVM_GUESTDBG_SINGLESTEP`, unknown bits as a number. */
const controlFlags = (control: bigint): string => {
  const flags = Object.entries(GUESTDBG).filter(([, flag]) => control & BigInt(flag))
  const unknown = flags.reduce((rest, [, flag]) => rest & ~BigInt(flag), control)
  const names = flags.map(([name]) => `KVM_GUESTDBG_${name}`)
  return [...names, ...(unknown === 0n && names.length > 0 ? [] : [cNumber(unknown)])].join(' | ')
}

/** Members of the structures by the names of the protocol. */
const REGISTER = (name: string): string => `regs.${name}`

const debugRegister = (name: string): string =>
  name.startsWith('db') ? `debugregs.db[${name.slice(2)}]` : `debugregs.${name}`

const assignments = (word: Word, member: (name: string) => string): string[] =>
  [...word.fields].map(([name, value]) => `${member(name)} = ${cNumber(value)};`)

/** In real mode a segment's base follows its selector. */
export const segment = (name: string, selector: bigint): string[] => [
  `sregs.${name}.selector = ${cNumber(selector)};`,
  `sregs.${name}.base = ${cNumber(selector << 4n)};`,
]

/** One field of the special registers; a segment without a part is one of real mode. */
export const specialRegister = (name: string, value: bigint): string[] =>
  /^[c-gs]s$/.test(name) ? segment(name, value) : [`sregs.${name} = ${cNumber(value)};`]

const specialRegisters = (word: Word): string[] =>
  [...word.fields].flatMap(([name, value]) => specialRegister(name, value))

const vcpuEvents = (word: Word): string[] => {
  const { fields } = word
  const exception = (['pending', 'injected'] as const).find((state) => fields.has(state))
  const payload = fields.get('payload')
  return [
    ...(exception === undefined
      ? []
      : [
          `events.exception.pending = ${Number(exception === 'pending')};`,
          `events.exception.injected = ${Number(exception === 'injected')};`,
          `events.exception.nr = ${cNumber(fields.get(exception)!)};`,
          `events.exception.has_error_code = ${Number(fields.has('error'))};`,
          ...(fields.has('error') ? [`events.exception.error_code = ${cNumber(fields.get('error')!)};`] : []),
          `events.exception_has_payload = ${Number(payload !== undefined)};`,
          `events.exception_payload = ${cNumber(payload ?? 0n)};`,
          'events.flags |= KVM_VCPUEVENT_VALID_PAYLOAD;',
        ]),
    ...(exception === undefined && payload !== undefined
      ? ['events.exception_has_payload = 1;', `events.exception_payload = ${cNumber(payload)};`]
      : []),
    ...(fields.has('shadow')
      ? [
          `events.interrupt.shadow = ${cNumber(fields.get('shadow')!)};`,
          'events.flags |= KVM_VCPUEVENT_VALID_SHADOW;',
        ]
      : []),
    ...(fields.has('nmi')
      ? [
          `events.nmi.pending = ${cNumber(fields.get('nmi')!)};`,
          'events.flags |= KVM_VCPUEVENT_VALID_NMI_PENDING;',
        ]
      : []),
  ]
}

/** A state interface: GET, change, SET. */
interface State {
  readonly get: string
  readonly set: string
  readonly variable: string
  readonly change: (word: Word) => string[]
}

/** The state interfaces by the words of the protocol. */
export const STATES: { readonly [name: string]: State } = {
  regs: {
    get: 'KVM_GET_REGS',
    set: 'KVM_SET_REGS',
    variable: 'regs',
    change: (word) => assignments(word, REGISTER),
  },
  sregs: { get: 'KVM_GET_SREGS', set: 'KVM_SET_SREGS', variable: 'sregs', change: specialRegisters },
  dregs: {
    get: 'KVM_GET_DEBUGREGS',
    set: 'KVM_SET_DEBUGREGS',
    variable: 'debugregs',
    change: (word) => assignments(word, debugRegister),
  },
  events: { get: 'KVM_GET_VCPU_EVENTS', set: 'KVM_SET_VCPU_EVENTS', variable: 'events', change: vcpuEvents },
}

const getAndSet = ({ get, set, variable }: State, changes: readonly string[]): string[] => [
  `MUST(ioctl(vcpu, ${get}, &${variable}));`,
  ...changes,
  `ACT(${set}, &${variable});`,
]

/** A call with a `struct kvm_guest_debug`. */
const guestDebug = (head: string, word: Word): string[] => {
  const [control, ...registers] = word.values.map(number)
  const slots = registers.flatMap((value, i) =>
    value === 0n ? [] : [`[${i === 4 ? 7 : i}] = ${cNumber(value)}`],
  )
  return [
    `${head}&(struct kvm_guest_debug){`,
    `\t.control = ${controlFlags(control!)},`,
    ...(slots.length === 0 ? [] : [`\t.arch.debugreg = { ${slots.join(', ')} },`]),
    '});',
  ]
}

/**
 * The statements of an action.
 *
 * @param debugging the last KVM_SET_GUEST_DEBUG, which a fresh vCPU has to be told again
 */
export const statements = (word: Word, ramSize: number, debugging: Word | null): string[] => {
  const { name, argument, values } = word
  if (STATES[name]) return getAndSet(STATES[name], STATES[name].change(word))
  switch (name) {
    case 'gd':
      return guestDebug('ACT(KVM_SET_GUEST_DEBUG, ', word)
    case 'write-back':
      return getAndSet(STATES[argument]!, [])
    case 'interrupt':
      return [`ACT(KVM_INTERRUPT, &(struct kvm_interrupt){ ${cNumber(number(values[0]!))} });`]
    case 'nmi':
      return ['ACT(KVM_NMI, 0);']
    case 'window':
      return [`run->request_interrupt_window = ${cNumber(number(values[0]!))};`]
    case 'write': {
      const at = number(values[0]!)
      const length = values[1]!.length / 2
      if (at + BigInt(length) > BigInt(ramSize)) return ['/* A write to where no RAM is: nothing. */']
      return [`memcpy(ram + ${cNumber(at)}, ${byteString(values[1]!)}, ${length});`]
    }
    case 'save-restore':
      return debugging === null ? ['save_restore(NULL);'] : guestDebug('save_restore(', debugging)
    case 'immediate-exit':
      return ['run_vcpu(1);']
    default:
      throw new Error(`no C statement for the action ${name}`)
  }
}
