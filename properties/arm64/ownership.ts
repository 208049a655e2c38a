/**
 * Whose the debug registers and their events are.
 */

import {
  BREAKPOINTS,
  classOf,
  type DebugRegisters,
  EC,
  elOf,
  layOut,
  mdcr,
  NO_REGISTERS,
  type Program,
  type Run,
  type Slot,
  WATCHPOINTS,
  watchpointFar,
} from '../../model/arm64/index.ts'
import { any } from '../../model/bits.ts'
import { api, armArm, linux, measured, source, targets } from '../../model/citations.ts'
import type { Property } from '../property.ts'
import {
  exitClass,
  hexOf,
  hostDebugs,
  hsrOf,
  isGuestStep,
  isLocked,
  type Of,
  ofKind,
  segments,
  usesHardware,
} from './history.ts'
import { isFollowed, ownValue, visit } from './own.ts'
import { type Arm64, property, relation, ruleProperty } from './types.ts'

const guestDebug = api('KVM_SET_GUEST_DEBUG')

const isEnabled = ({ control }: Slot): boolean => (control & 1n) === 1n

/** Whether one of the implemented breakpoints is on an address, or compares something else. */
const coversBreakpoint = ({ breakpoints }: DebugRegisters, address: bigint): boolean =>
  breakpoints
    .slice(0, BREAKPOINTS)
    .some(
      (slot) => isEnabled(slot) && ((slot.control >> 20n) & 0xen ? true : slot.value >> 2n === address >> 2n),
    )

const coversWatchpoint = ({ watchpoints }: DebugRegisters, far: bigint): boolean =>
  watchpoints.slice(0, WATCHPOINTS).some((slot) => {
    const mask = (slot.control >> 24n) & 31n
    const span = mask < 3n ? 3n : mask
    return isEnabled(slot) && slot.value >> span <= (far + 8n) >> span && far >> span <= slot.value >> span
  })

const covers = (registers: DebugRegisters, ec: number, address: bigint): boolean =>
  (ec & ~1) === EC.breakpointLower
    ? coversBreakpoint(registers, address)
    : coversWatchpoint(registers, address)

const isHardware = (ec: number): boolean =>
  (ec & ~1) === EC.breakpointLower || (ec & ~1) === EC.watchpointLower

const belongs = property({
  id: 'arm64/one-set-in-force',
  layer: 'abi',
  statement:
    'A breakpoint or watchpoint that hits is one of the set in force: the host’s with USE_HW, else the guest’s; and one that the CPU has.',
  cites: [
    guestDebug,
    measured(targets.arm64, 'host and guest with breakpoints and watchpoints in the same slots'),
    measured(targets.arm64, 'slots 6 and 15, beyond the 6 that are reported, never hit'),
  ],
  programs: 'breakpoints',
  witness: (run) => ofKind(run, 'exit').some((event) => isHardware(exitClass(event) ?? 0)),
  holds: (run) => {
    for (const event of run.events) {
      if (event.kind === 'exit' && event.exit.reason === 'debug') {
        const ec = exitClass(event)!
        const set = usesHardware(event.view) ? event.view.host : event.view.registers
        const address = event.exit.debug.far ?? event.state.pc
        if (isHardware(ec) && !covers(set, ec, address))
          return `exit ${event.run} for ${hexOf(address)}, where no slot in force is`
      }
      if (event.kind === 'delivery' && event.esr !== null && isHardware(classOf(event.esr))) {
        const address = event.far ?? event.elr
        if (!covers(event.view.registers, classOf(event.esr), address))
          return `the guest gets an exception for ${hexOf(address)}, where it has no slot`
      }
    }
    return true
  },
})

const hits = property({
  id: 'arm64/host-breakpoint-hits',
  layer: 'abi',
  statement:
    'No instruction begins at an address where the host has an unlinked breakpoint in force, whatever the guest’s KDE, D or OS lock.',
  cites: [guestDebug, armArm('Breakpoint exceptions')],
  programs: 'breakpoints',
  witness: (run) =>
    ofKind(run, 'exit').some((event) => exitClass(event) === EC.breakpointLower && usesHardware(event.view)),
  holds: (run) => {
    for (const event of ofKind(run, 'instruction')) {
      if (!usesHardware(event.view) || elOf(event.pstate) > 1) continue
      const level = elOf(event.pstate) === 1 ? 2n : 4n
      const missed = event.view.host.breakpoints
        .slice(0, BREAKPOINTS)
        .some(
          ({ control, value }) =>
            (control & ~6n) === 0x1e1n && any(control, level) && value === event.address,
        )
      if (missed) return `${event.op} at ${hexOf(event.address)} begins in spite of the host’s breakpoint`
    }
    return true
  },
})

const readBack = property({
  id: 'arm64/guest-registers-read-back',
  layer: 'abi',
  statement:
    'The guest and the VMM read from the guest’s debug registers what was last written to each, whoever debugs.',
  cites: [
    guestDebug,
    linux('cb853ded1d25', 'KVM: arm64: Fix debug register indexing, 2021'),
    measured(
      targets.arm64,
      'MDSCR_EL1, DBGBVR0 and DBGWVR0 read by the guest and by KVM_GET_ONE_REG under USE_HW',
    ),
  ],
  programs: 'any',
  witness: (run) => run.events.some((event) => event.kind === 'guest-read' && isFollowed(event.what)),
  holds: (run, program) =>
    visit(run, program, (event, own) => {
      const wrong = (who: string, register: string, value: bigint): string | null =>
        isFollowed(register) && value !== ownValue(own, register)
          ? `${who} reads ${register} = ${hexOf(value)}, ${hexOf(ownValue(own, register))} was written`
          : null
      if (event.kind === 'guest-read') return wrong('the guest', event.what, event.value)
      if (event.kind === 'action' && event.action.do === 'get-one-reg')
        return wrong('the VMM', event.action.register, event.value!)
      if (event.kind !== 'exit') return null
      const { mdscr, oslsr } = event.state
      return wrong('the VMM', 'mdscr_el1', mdscr) ?? wrong('the VMM', 'oslsr_el1', oslsr)
    }),
})

const notWithoutEnable = property({
  id: 'arm64/no-debug-exit-without-enable',
  layer: 'abi',
  statement:
    'While nobody debugs from outside there is no KVM_EXIT_DEBUG: the guest’s BRK, breakpoints and steps are its own.',
  cites: [guestDebug, measured(targets.arm64, 'BRK, breakpoints and steps of the guest with control word 0')],
  programs: 'breakpoints',
  witness: (run) =>
    run.events.some(
      (event) =>
        event.kind === 'delivery' &&
        event.esr !== null &&
        !hostDebugs(event.view) &&
        (isHardware(classOf(event.esr)) || classOf(event.esr) === EC.brk || isGuestStep(event)),
    ),
  holds: (run) => {
    const exit = ofKind(run, 'exit').find((event) => hsrOf(event) !== null && !hostDebugs(event.view))
    return exit === undefined || `exit ${exit.run} is for debugging`
  },
})

/** The numbers of the BRKs that may be at an address: the host's is 0. */
const numbersAt = (program: Program, address: bigint): readonly number[] => {
  const own = program.code[layOut(program).addresses.indexOf(address)]
  return own?.op === 'brk' ? [own.imm ?? 0, 0] : [0]
}

const brkExits = property({
  id: 'arm64/brk-exits',
  layer: 'abi',
  statement:
    'With USE_SW_BP a BRK exits to userspace: the PC is its own address, the syndrome has its number, and it retires nothing.',
  cites: [guestDebug, measured(targets.arm64, 'BRK of host and guest')],
  programs: 'any',
  witness: (run) => ofKind(run, 'instruction').some(({ op, view }) => op === 'brk' && usesSoftware(view)),
  holds: (run, program) => {
    for (const { events, exit } of segments(run)) {
      const brk = events.find((event) => event.kind === 'instruction' && event.op === 'brk')
      if (brk?.kind !== 'instruction' || !usesSoftware(brk.view)) continue
      if (exitClass(exit) !== EC.brk) return `BRK at ${hexOf(brk.address)} does not exit`
      if (exit.state.pc !== brk.address)
        return `BRK at ${hexOf(brk.address)} exits with PC ${hexOf(exit.state.pc)}`
      const number = Number(hsrOf(exit)! & 0xffffn)
      if (!numbersAt(program, brk.address).includes(number))
        return `BRK at ${hexOf(brk.address)} exits with number ${number}`
    }
    return true
  },
})

const usesSoftware = ({ control }: { readonly control: number }): boolean => (control & 0x10001) === 0x10001

const farOnly = property({
  id: 'arm64/far-of-watchpoints-only',
  layer: 'abi',
  statement:
    'An exit record has a FAR for a watchpoint and for nothing else, and it lies where the manual allows it.',
  cites: [
    api('KVM_RUN, KVM_EXIT_DEBUG'),
    measured(targets.arm64El2, 'an 8-byte store of which byte 4 is watched'),
  ],
  programs: 'breakpoints',
  witness: (run) => ofKind(run, 'exit').some((event) => exitClass(event) === EC.watchpointLower),
  holds: (run) => {
    for (const { events, exit } of segments(run)) {
      if (exit.exit.reason !== 'debug') continue
      const { far } = exit.exit.debug
      const isWatchpoint = exitClass(exit) === EC.watchpointLower
      if ((far !== null) !== isWatchpoint) return `exit ${exit.run} ${far === null ? 'lacks' : 'has'} a FAR`
      if (far !== null && !isAllowed(far, events, exit)) return `exit ${exit.run} has the FAR ${hexOf(far)}`
    }
    return true
  },
})

const isAllowed = (far: bigint, events: Run['events'], { view, state }: Of<'exit'>): boolean => {
  const made = events.findLast((event) => event.kind === 'instruction')
  if (made?.kind !== 'instruction' || made.access === null) return false
  const { address, size, kind, unprivileged } = made.access
  const set = usesHardware(view) ? view.host : view.registers
  return set.watchpoints.slice(0, WATCHPOINTS).some(({ control: wcr, value: wvr }) => {
    const input = { wcr, wvr, address, size, access: kind, el: elOf(state.pstate), unprivileged }
    const { lowest, highest } = watchpointFar(input)
    return (wcr & 1n) === 1n && lowest <= far && far <= highest
  })
}

const beforeAccess = property({
  id: 'arm64/hit-before-execution',
  layer: 'arch',
  statement:
    'A breakpoint or watchpoint is reported with the PC at its instruction, which has not been executed.',
  cites: [armArm('Breakpoint exceptions'), armArm('Watchpoint exceptions')],
  programs: 'breakpoints',
  witness: (run) => ofKind(run, 'exit').some((event) => isHardware(exitClass(event) ?? 0)),
  holds: (run) => {
    for (const { events, exit } of segments(run)) {
      const ec = exitClass(exit)
      if (ec !== EC.watchpointLower) continue
      const made = events.findLast((event) => event.kind === 'instruction')
      if (made?.kind !== 'instruction') continue
      if (made.next !== null || made.address !== exit.state.pc)
        return `the access at ${hexOf(made.address)} is reported at ${hexOf(exit.state.pc)}`
    }
    return true
  },
})

const lockStops = property({
  id: 'arm64/os-lock-stops-guest-debugging',
  layer: 'arch',
  statement:
    'A guest with its OS lock set gets no step, breakpoint or watchpoint exception; BRK is not stopped.',
  cites: [
    armArm('OS Lock'),
    linux('7dabf02f43a1', 'KVM: arm64: Emulate the OS Lock, 2022', 'recalled'),
    measured(targets.arm64, 'a locked guest’s step'),
  ],
  programs: 'self-stepping',
  witness: (run) => ofKind(run, 'instruction').some(({ view }) => isLocked(view) && !hostDebugs(view)),
  holds: (run) => {
    for (const event of ofKind(run, 'delivery')) {
      const { esr, view } = event
      if (esr === null || hostDebugs(view) || !isLocked(view)) continue
      if (isGuestStep(event) || isHardware(classOf(esr)))
        return `a locked guest gets a debug exception at ${hexOf(event.elr)}`
    }
    for (const [i, event] of run.events.entries()) {
      if (event.kind !== 'instruction' || event.op !== 'brk' || hostDebugs(event.view)) continue
      const then = run.events.slice(i + 1).find(({ kind }) => kind === 'delivery' || kind === 'exit')
      if (then?.kind !== 'delivery' || then.esr === null || classOf(then.esr) !== EC.brk)
        return `BRK at ${hexOf(event.address)} is not taken`
    }
    return true
  },
})

/** The host's side of a run: its debug exits. */
const hostSide = (run: Run): string[] =>
  ofKind(run, 'exit').flatMap((event) => {
    const hsr = hsrOf(event)
    return hsr === null ? [] : [`class ${hexOf(classOf(hsr))} at ${hexOf(event.state.pc)}`]
  })

const lockNotHosts = relation({
  id: 'arm64/os-lock-not-for-host',
  layer: 'abi',
  statement: 'The guest’s OS lock makes no difference to the host’s debugging.',
  cites: [guestDebug, measured(targets.arm64, 'a host step of a guest with its OS lock set')],
  programs: 'stepping',
  *related(program) {
    const { setup, code, script } = program
    const attached = script[0]?.some(
      (action) =>
        action.do === 'set-guest-debug' && (action.control === '0x3' || action.control === '0x20001'),
    )
    const debugsItself =
      setup.mdscr !== undefined || code.some(({ op }) => op === 'msr' || op === 'brk' || op === 'mrs')
    const changes = script.flat().some((action) => action.do === 'set-one-reg' || action.do === 'write-back')
    if (!attached || debugsItself || changes) return
    yield {
      program: { ...program, setup: { ...setup, osLock: !setup.osLock } },
      how: 'with the lock the other way',
    }
  },
  holds: (run, other) => {
    const one = hostSide(run)
    const two = hostSide(other)
    const at = Array.from({ length: Math.max(one.length, two.length) }, (_, i) => i).find(
      (i) => one[i] !== two[i],
    )
    return at === undefined || `“${one[at] ?? 'nothing more'}” becomes “${two[at] ?? 'nothing more'}”`
  },
})

const lockAccess = ruleProperty({
  id: 'arm64/os-lock-access',
  layer: 'arch',
  statement:
    'OSLAR_EL1 is write-only and OSLSR_EL1 read-only; bit 0 of what is written to OSLAR becomes OSLSR.OSLK.',
  cites: [
    armArm('OSLAR_EL1'),
    linux('e2ffceaae508', 'KVM: arm64: writing OSLSR_EL1 is UNDEFINED, 2022', 'recalled'),
  ],
  rule: 'accessOsLock',
  inputs: (f) =>
    f.record({
      register: f.constantFrom('oslar_el1' as const, 'oslsr_el1' as const),
      direction: f.constantFrom('read' as const, 'write' as const),
      oslsr: f.constantFrom(0x8n, 0xan),
      value: f.constantFrom(0n, 1n, 2n, 3n),
    }),
  holds: ({ result, oslsr }, { register, direction, oslsr: before, value }) => {
    if ((register === 'oslar_el1') !== (direction === 'write'))
      return result === 'undefined' && oslsr === before
    const expected = direction === 'read' ? before : 0x8n | ((value & 1n) << 1n)
    return result === 'done' && oslsr === expected
  },
})

const index = ruleProperty({
  id: 'arm64/debug-register-index',
  layer: 'arch',
  statement: 'The number of a breakpoint or watchpoint register is CRm of its encoding.',
  cites: [armArm('DBGBVR<n>_EL1'), linux('cb853ded1d25', 'KVM: arm64: Fix debug register indexing, 2021')],
  rule: 'debugRegisterIndex',
  inputs: (f) => f.record({ crm: f.integer({ min: 0, max: 15 }) }),
  holds: (n, { crm }) => n === crm,
})

const HOST: DebugRegisters = { breakpoints: [{ control: 0x1e7n, value: 0x40001000n }], watchpoints: [] }

const inForce = ruleProperty({
  id: 'arm64/registers-in-force',
  layer: 'abi',
  statement: 'With USE_HW the host’s registers are in force, without it, or without ENABLE, the guest’s.',
  cites: [guestDebug],
  rule: 'registersInForce',
  inputs: (f) =>
    f.record({
      control: f.constantFrom(0, 1, 3, 0x10001, 0x20000, 0x20001, 0x20003),
      host: f.constant(HOST),
      guest: f.constant(NO_REGISTERS),
    }),
  holds: (set, { control, host, guest }) => set === ((control & 0x20001) === 0x20001 ? host : guest),
})

const routed = ruleProperty({
  id: 'arm64/routed-while-host-debugs',
  layer: 'abi',
  statement:
    'Debug exceptions go to EL2 exactly while the host debugs, and the guest’s accesses to its debug registers trap then.',
  cites: [guestDebug, source('Linux 6.1 arch/arm64/kvm/debug.c, kvm_arm_setup_mdcr_el2()')],
  rule: 'debugTraps',
  inputs: (f) => f.record({ control: f.constantFrom(0, 1, 2, 3, 0x10001, 0x20001, 0x20003) }),
  holds: (value, { control }) => any(value, mdcr.TDE) === ((control & 1) === 1),
})

export const ownershipProperties: readonly Property<Arm64>[] = [
  belongs,
  hits,
  readBack,
  notWithoutEnable,
  brkExits,
  farOnly,
  beforeAccess,
  lockStops,
  lockNotHosts,
  lockAccess,
  index,
  inForce,
  routed,
]
