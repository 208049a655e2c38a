/** Decisions: whose a debug exit is, what the guest gets, and the control word. */
import { api, armArm, sdm, threads } from '../../../model/citations.ts'
import {
  arrayOf,
  boolean,
  type Codec,
  field,
  hex32,
  hex64,
  integer,
  isObject,
  nullable,
  record,
  withDefault,
} from '../../codec.ts'
import { addresses, count, decision, hardware, ownerOutputs } from './declare.ts'

const threadsOfOwnership = [threads.hostDebugCapabilities, threads.softwareBreakpointOwner]
const guestDebug = api('KVM_SET_GUEST_DEBUG')

const steppingField = field(boolean, 'the debugger steps this vCPU')
const plantedField = field(addresses, 'where its software breakpoints are inserted now')

export const x86Owner = decision({
  id: 'vmm/x86-owner',
  rule: 'x86Owner',
  meaning: 'Whose a KVM_EXIT_DEBUG is on x86, and the exception that the guest gets.',
  inputs: {
    exception: field(integer(0, 31), 'of the exit record: 1 for #DB, 3 for #BP'),
    pc: field(hex64, 'linear address of the next instruction'),
    dr6: field(hex64, 'DR6 of the exit record'),
    dr7: field(nullable(hex64), 'DR7 of the exit record; null where it was left unwritten'),
    stepping: steppingField,
    planted: plantedField,
    hardware: field(
      arrayOf(hardware, 0, 4),
      'its hardware breakpoints in the order of DR0–DR3; in force if any',
    ),
    payloadCapability: withDefault(boolean, true, 'KVM_CAP_EXCEPTION_PAYLOAD is enabled'),
  },
  outputs: {
    ...ownerOutputs,
    inject: field(
      nullable(
        record({
          vector: field(integer(0, 31), 'the exception'),
          payload: field(nullable(hex64), 'its causes for KVM_SET_VCPU_EVENTS, if it carries any'),
          dr6: field(nullable(hex64), 'DR6 as the guest reads it afterwards; null if it stays'),
        }),
      ),
      'what the guest gets; null if nothing',
    ),
  },
  example: {
    exception: 1,
    pc: '0x1002',
    dr6: '0xffff0ff1',
    dr7: '0x602',
    stepping: false,
    planted: [],
    hardware: [{ address: '0x1002', kind: 'execute', length: 1 }],
  },
  cites: [...threadsOfOwnership, sdm('Debug Status Register (DR6)'), api('KVM_CAP_EXCEPTION_PAYLOAD')],
  ask: (input, context) => context.rules.x86Owner(input, context),
})

const addressOrRequest = `${hex64.expects}, or ${hardware.expects}`
/** A hardware breakpoint on an instruction: all that counts is where. */
const breakpoint: Codec<bigint> = {
  shape: { kind: 'hex', bits: 64 },
  expects: addressOrRequest,
  decode: (json) => (isObject(json) ? hardware.decode(json).address : hex64.decode(json)),
  encode: hex64.encode,
}

export const arm64Owner = decision({
  id: 'vmm/arm64-owner',
  rule: 'arm64Owner',
  meaning: 'Whose a KVM_EXIT_DEBUG is on arm64, and the exception entry that the guest gets.',
  inputs: {
    hsr: field(hex32, 'of the exit record'),
    far: field(hex64, 'of the exit record; counts for a watchpoint'),
    pc: field(hex64, 'the vCPU’s PC'),
    pstate: field(hex64, 'the vCPU’s PSTATE, laid out as in SPSR_ELx'),
    stepping: steppingField,
    planted: plantedField,
    breakpoints: field(arrayOf(breakpoint, 0, 16), 'addresses of its hardware breakpoints'),
    watchpoints: field(arrayOf(hardware, 0, 16), 'its watchpoints'),
    farBlock: withDefault(
      integer(1, 4096),
      1,
      'bytes of the aligned block within which FAR is known; 1 if it is the watched byte',
    ),
  },
  outputs: {
    ...ownerOutputs,
    inject: field(
      nullable(
        record({
          esr: field(hex64, 'ESR_EL1'),
          far: field(nullable(hex64), 'FAR_EL1; null if it stays'),
          elr: field(hex64, 'ELR_EL1'),
          spsr: field(hex64, 'SPSR_EL1'),
          vectorOffset: field(integer(0, 0x7ff), 'of the vector from VBAR_EL1'),
        }),
      ),
      'what the guest gets; null if nothing',
    ),
  },
  choices: ['stepWhileNotStepping'],
  example: {
    hsr: '0xf2000123',
    far: '0x0',
    pc: '0x40080010',
    pstate: '0x3c5',
    stepping: false,
    planted: [],
    breakpoints: [],
    watchpoints: [],
  },
  cites: [...threadsOfOwnership, armArm('Exception entry'), armArm('ESR_ELx')],
  ask: (input, context) => context.rules.arm64Owner(input, context),
})

export const guestDebugControl = decision({
  id: 'vmm/guest-debug-control',
  rule: 'guestDebugControl',
  meaning: 'The control word of KVM_SET_GUEST_DEBUG, from all that the debugger has at the moment.',
  inputs: {
    stepping: steppingField,
    softwareBreakpoints: field(count, 'software breakpoints that are inserted'),
    hardwareBreakpoints: field(count, 'hardware breakpoints and watchpoints that are inserted'),
    blockIrq: withDefault(boolean, false, 'KVM_CAP_SET_GUEST_DEBUG2 has BLOCKIRQ'),
  },
  outputs: { control: field(hex32, 'the control word') },
  example: { stepping: true, softwareBreakpoints: 1, hardwareBreakpoints: 0 },
  cites: [guestDebug],
  ask: (input, context) => ({ control: context.rules.guestDebugControl(input, context) }),
})
