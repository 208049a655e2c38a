/**
 * The decision itself: every cause of a debug exit reaches exactly one side, and the guest’s record is that of the exit.
 */
import type { Arbitrary } from 'fast-check'
import { classOf, EC, elOf, hasTwoClasses, syndrome } from '../../model/arm64/index.ts'
import { any, bit } from '../../model/bits.ts'
import { api, armArm, sdm, threads } from '../../model/citations.ts'
import { GUESTDBG } from '../../model/kvm/guest-debug.ts'
import {
  type Arm64OwnerInput,
  encodeX86Breakpoints,
  type Hardware,
  type X86OwnerInput,
} from '../../model/vmm/index.ts'
import { dr6 } from '../../model/x86/registers.ts'
import { dr6OfCauses } from '../../model/x86/rules/dr6.ts'
import type { FastCheck, Property } from '../property.ts'
import { ruleProperty, type Vmm } from './types.ts'

const KINDS = ['execute', 'watch-write', 'watch-access'] as const

const x86Exits = (fc: FastCheck): Arbitrary<X86OwnerInput> =>
  fc
    .record({
      exception: fc.constantFrom(1, 1, 1, 3),
      pc: fc.constantFrom(0x1000n, 0x1001n, 0x2000n),
      causes: fc.constantFrom(
        ...[0n, 1n, 2n, 4n, 8n, 3n, 9n].flatMap((b) => [
          b,
          b | dr6.BS,
          b | dr6.RTM,
          b | dr6.BS | dr6.RTM,
          b | dr6.BD,
        ]),
      ),
      stepping: fc.boolean(),
      planted: fc.subarray([0x1000n, 0x1001n]),
      kinds: fc.array(fc.constantFrom(...KINDS), { maxLength: 4 }),
      guestDr7: fc.constantFrom(0x400n, 0x402n, 0xd0402n),
      payloadCapability: fc.boolean(),
    })
    .map(({ kinds, causes, guestDr7, pc, ...rest }): X86OwnerInput => {
      const hardware = kinds.map(
        (kind, n): Hardware => ({
          kind,
          address: kind === 'execute' ? pc : 0x2000n + 8n * BigInt(n),
          length: kind === 'execute' ? 1 : 4,
        }),
      )
      const { dr7: own } = encodeX86Breakpoints({ requests: hardware })
      // What hits is enabled: with the debugger's registers in force, one of its own.
      const possible =
        hardware.length > 0 ? (causes & ~dr6.B) | (causes & (bit(hardware.length) - 1n)) : causes
      return {
        ...rest,
        pc,
        dr6: rest.exception === 1 ? dr6OfCauses(possible) : dr6.INIT,
        dr7: hardware.length > 0 ? own : guestDr7,
        hardware,
      }
    })

/** The causes that the debugger is entitled to: its step, and its registers while they are in force. */
const entitled = ({ stepping, hardware }: X86OwnerInput): bigint =>
  (stepping ? dr6.BS : 0n) | (hardware.length > 0 ? dr6.B : 0n)

const x86Sides = ruleProperty({
  id: 'vmm/x86-each-cause-has-one-owner',
  layer: 'abi',
  statement:
    'On x86 the debugger is stopped iff a cause of the exit is its own, and the guest gets a #DB iff a cause is not; a #BP is the debugger’s iff it has a breakpoint inserted there.',
  cites: [threads.hostDebugCapabilities, threads.softwareBreakpointOwner],
  rule: 'x86Owner',
  inputs: x86Exits,
  holds: ({ stop, inject }, input) => {
    if (input.exception === 3) {
      const own = input.planted.includes(input.pc)
      if ((stop !== null) !== own) return `stop ${stop?.reason ?? 'none'}`
      return (inject?.vector === 3) !== own || 'both get the #BP'
    }
    const reported = input.dr6 & (dr6.B | dr6.BD | dr6.BS | dr6.BT)
    const debuggers = reported & entitled(input)
    const guests = reported & ~entitled(input)
    if ((stop !== null) !== (debuggers !== 0n)) return `stop ${stop?.reason ?? 'none'}`
    const due = guests !== 0n || debuggers === 0n
    return (inject !== null) === due || (due ? 'the guest gets nothing' : 'the guest gets a #DB')
  },
})

const x86Record = ruleProperty({
  id: 'vmm/x86-handed-back-in-payload-polarity',
  layer: 'abi',
  statement:
    'The #DB that the guest gets has the causes of the exit that are its own, RTM and BLD inverted; what it then reads in DR6 is what the exit reported of them.',
  cites: [api('KVM_CAP_EXCEPTION_PAYLOAD'), sdm('Debug Status Register (DR6)')],
  rule: 'x86Owner',
  inputs: x86Exits,
  witness: ({ exception }) => exception === 1,
  holds: ({ inject }, input) => {
    if (inject === null || input.exception !== 1) return true
    const mine = entitled(input) & ~(input.hardware.length > 0 ? 0n : dr6.B)
    const expected = input.dr6 & ~mine
    if (inject.vector !== 1) return `vector ${inject.vector}`
    if (inject.dr6 !== null && (inject.dr6 ^ expected) !== 0n) return `DR6 0x${inject.dr6.toString(16)}`
    const payload = input.payloadCapability ? inject.payload : null
    if (payload === null) return inject.payload === null || 'a payload without the capability'
    return (dr6OfCauses(payload) === expected && payload >> 17n === 0n) || `payload 0x${payload.toString(16)}`
  },
})

const CLASSES = [EC.stepLower, EC.brk, EC.breakpointLower, EC.watchpointLower] as const

const arm64Exits = (fc: FastCheck): Arbitrary<Arm64OwnerInput> =>
  fc
    .record({
      ec: fc.constantFrom(...CLASSES, EC.watchpointLower),
      iss: fc.constantFrom(0x22n, 0x7n, 0n),
      far: fc.constantFrom(0x40002000n, 0x40002003n, 0x40002004n, 0x40002010n, 0x40003000n),
      farBlock: fc.constantFrom(1, 64),
      pc: fc.constantFrom(0x40001000n, 0x40001004n),
      pstate: fc.constantFrom(0x3c5n, 0x1c5n, 0x3c0n, 0x3c4n, 0x600003c5n),
      stepping: fc.boolean(),
      planted: fc.subarray([0x40001000n]),
      breakpoints: fc.subarray([0x40001004n]),
      watchpoints: fc.subarray<Hardware>([
        { kind: 'watch-write', address: 0x40002000n, length: 4 },
        { kind: 'watch-access', address: 0x40002004n, length: 1 },
      ]),
    })
    .map(({ ec, iss, ...rest }) => ({ ...rest, hsr: Number(syndrome(ec, iss)) }))

/** Whether an exit is of something that the debugger has. */
const isDebuggers = (input: Arm64OwnerInput): boolean => {
  const { hsr, far, farBlock, pc, stepping, planted, breakpoints, watchpoints } = input
  const block = far / BigInt(farBlock)
  switch (classOf(BigInt(hsr))) {
    case EC.stepLower:
      return stepping
    case EC.brk:
      return planted.includes(pc)
    case EC.breakpointLower:
      return breakpoints.includes(pc)
    default:
      return watchpoints.some(({ address, length }) =>
        Array.from({ length }, (_, n) => (address + BigInt(n)) / BigInt(farBlock)).includes(block),
      )
  }
}

const arm64Sides = ruleProperty({
  id: 'vmm/arm64-each-event-has-one-owner',
  layer: 'abi',
  statement:
    'On arm64 an exit is the debugger’s iff it steps, or has a breakpoint or watchpoint there; otherwise the guest gets it, but for a step that may be dropped.',
  cites: [threads.softwareBreakpointOwner],
  rule: 'arm64Owner',
  inputs: arm64Exits,
  holds: ({ stop, inject, owner }, input) => {
    const own = isDebuggers(input)
    if ((stop !== null) !== own) return `stop ${stop?.reason ?? 'none'}`
    if (own) return inject === null || 'both get it'
    return (
      inject !== null ||
      (owner === 'nobody' && classOf(BigInt(input.hsr)) === EC.stepLower) ||
      'the guest gets nothing'
    )
  },
})

const arm64Record = ruleProperty({
  id: 'vmm/arm64-handed-back-as-taken',
  layer: 'abi',
  statement:
    'What the guest gets on arm64 is the exception as the CPU would have taken it to EL1: syndrome with the class of its level, FAR of a watchpoint, ELR and SPSR of the exit, vector by the level and stack it came from.',
  cites: [armArm('Exception entry'), armArm('ESR_ELx')],
  rule: 'arm64Owner',
  inputs: arm64Exits,
  witness: (input) => !isDebuggers(input),
  holds: ({ inject }, { hsr, far, pc, pstate }) => {
    if (inject === null) return true
    const ec = classOf(BigInt(hsr))
    const el = elOf(pstate)
    const expected = {
      esr: BigInt(hsr) + (el === 1 && hasTwoClasses(ec) ? 1n << 26n : 0n),
      far: ec === EC.watchpointLower ? far : null,
      elr: pc,
      spsr: pstate,
      vectorOffset: el === 0 ? 0x400 : any(pstate, 1n) ? 0x200 : 0,
    }
    const wrong = (Object.keys(expected) as (keyof typeof expected)[]).find(
      (name) => expected[name] !== inject[name],
    )
    return (
      wrong === undefined ||
      `${wrong} ${inject[wrong]?.toString(16)}, expected ${expected[wrong]?.toString(16)}`
    )
  },
})

const control = ruleProperty({
  id: 'vmm/control-says-what-is-wanted',
  layer: 'abi',
  statement:
    'The control word asks for a step iff the debugger steps, for software and hardware breakpoints iff it has some, and is 0 otherwise: the guest’s own debug registers are then in force.',
  cites: [api('KVM_SET_GUEST_DEBUG')],
  rule: 'guestDebugControl',
  inputs: (fc) =>
    fc.record({
      stepping: fc.boolean(),
      softwareBreakpoints: fc.constantFrom(0, 0, 1, 40),
      hardwareBreakpoints: fc.constantFrom(0, 0, 1, 4),
      blockIrq: fc.boolean(),
    }),
  holds: (word, { stepping, softwareBreakpoints, hardwareBreakpoints, blockIrq }) => {
    const wanted =
      (stepping ? GUESTDBG.SINGLESTEP : 0) |
      (softwareBreakpoints > 0 ? GUESTDBG.USE_SW_BP : 0) |
      (hardwareBreakpoints > 0 ? GUESTDBG.USE_HW_BP : 0)
    const may = blockIrq ? GUESTDBG.BLOCKIRQ : 0
    const expected = wanted === 0 ? 0 : wanted | GUESTDBG.ENABLE
    return (word & ~may) === expected || `0x${word.toString(16)}, expected 0x${expected.toString(16)}`
  },
})

export const ownershipProperties: readonly Property<Vmm>[] = [
  x86Sides,
  x86Record,
  arm64Sides,
  arm64Record,
  control,
]
