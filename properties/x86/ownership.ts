/**
 * Whose an event is, and what the exit record says.
 */
import { api, linux, measured, sdm, selftest, source, targets } from '../../model/citations.ts'
import { GUESTDBG, inForce } from '../../model/kvm/guest-debug.ts'
import { dr6, dr7, effectiveDebugRegisters, flags, legaliseDr6, type Run } from '../../model/x86/index.ts'
import { type ProgramProperty, property } from '../property.ts'
import { linearRip } from './history.ts'

const hexOf = (value: bigint): string => `0x${value.toString(16)}`

const debugExits = (run: Run) =>
  run.events.flatMap((event) =>
    event.kind === 'exit' && event.exit.reason === 'debug' ? [{ event, debug: event.exit.debug }] : [],
  )

const exitsBelongToHost = property({
  id: 'x86/debug-exit-only-while-owned',
  layer: 'abi',
  statement:
    'Without SINGLESTEP and USE_HW_BP no #DB exits to userspace: ENABLE or USE_SW_BP alone claim none.',
  cites: [api('KVM_SET_GUEST_DEBUG'), measured(targets.svm, 'ENABLE alone and USE_SW_BP alone')],
  programs: 'breakpoints',
  witness: (run) =>
    run.events.some(
      (event) =>
        event.kind === 'delivery' && event.vector === 1 && inForce(event.view.control, GUESTDBG.ENABLE),
    ),
  holds: (run) => {
    for (const { event, debug } of debugExits(run)) {
      const { control } = event.view
      const owned = inForce(control, GUESTDBG.SINGLESTEP) || inForce(control, GUESTDBG.USE_HW_BP)
      if (debug.exception === 1 && !owned)
        return `exit ${event.run}: a #DB exits, though the host asked for none`
    }
    return true
  },
})

const softwareBreakpoints = property({
  id: 'x86/software-breakpoint-exits-only-with-use-sw-bp',
  layer: 'abi',
  statement:
    'INT3 exits with exception 3, pc and RIP at it, when USE_SW_BP is in force, and reaches the guest otherwise; INT 3 (CD 03) and INTO always reach the guest.',
  cites: [api('KVM_SET_GUEST_DEBUG'), measured(targets.vmx, 'INT3 with and without USE_SW_BP')],
  programs: 'any',
  witness: (run) => run.events.some((event) => event.kind === 'instruction' && event.op === 'int3'),
  holds: (run) => {
    for (const [i, event] of run.events.entries()) {
      if (event.kind !== 'instruction') continue
      const next = run.events[i + 1]
      const exits = next?.kind === 'exit' && next.exit.reason === 'debug' && next.exit.debug.exception === 3
      const claimed = event.op === 'int3' && inForce(event.view.control, GUESTDBG.USE_SW_BP)
      if (exits !== claimed) {
        const where = `${event.op} at ${hexOf(event.address)}`
        return exits ? `${where} exits to userspace` : `${where} does not exit to userspace`
      }
      if (exits && (next.exit.debug.pc !== event.address || linearRip(next.state) !== event.address))
        return `exit ${next.run}: pc is ${hexOf(next.exit.debug.pc)}, the INT3 is at ${hexOf(event.address)}`
    }
    return true
  },
})

const pcIsLinear = property({
  id: 'x86/exit-pc-is-linear-rip',
  layer: 'abi',
  statement: 'pc of every debug exit is the linear address of RIP: CS.base added, and the RIP of the stop.',
  cites: [
    api('KVM_RUN, KVM_EXIT_DEBUG'),
    linux('82b32774c2d0', 'KVM: x86: breakpoints do not consider CS.base, 2014', 'recalled'),
  ],
  programs: 'any',
  witness: (run) => debugExits(run).some(({ event }) => event.state.csBase !== 0n),
  holds: (run) => {
    for (const { event, debug } of debugExits(run))
      if (debug.pc !== linearRip(event.state))
        return `exit ${event.run}: pc is ${hexOf(debug.pc)}, linear RIP is ${hexOf(linearRip(event.state))}`
    return true
  },
})

const recordComplete = property({
  id: 'x86/exit-record-complete',
  layer: 'abi',
  statement: 'dr7 of every exit for a #DB is the DR7 in force.',
  cites: [api('KVM_RUN, KVM_EXIT_DEBUG'), measured(targets.pvm, 'dr7 of the exit record is never written')],
  programs: 'any',
  witness: (run) => debugExits(run).some(({ debug }) => debug.exception === 1),
  holds: (run) => {
    for (const { event, debug } of debugExits(run)) {
      if (debug.exception !== 1) continue
      const { view } = event
      const expected = effectiveDebugRegisters({ ...view, guestDb: view.db, guestDr7: view.dr7 }).dr7
      if (debug.dr7 === null) return `exit ${event.run}: dr7 is not written`
      if (debug.dr7 !== expected)
        return `exit ${event.run}: dr7 is ${hexOf(debug.dr7)}, in force is ${hexOf(expected)}`
    }
    return true
  },
})

const recordDr6 = property({
  id: 'x86/exit-dr6-has-fixed-bits',
  layer: 'abi',
  statement:
    'dr6 of every exit for a #DB is 0xffff0ff0 with its causes added, and names a cause (ICEBP has none).',
  cites: [
    selftest('KVM selftest x86/debug_regs'),
    linux('6f43ed01e87c', 'KVM: x86: DR6/7.RTM cannot be written, 2014', 'recalled'),
  ],
  programs: 'any',
  witness: (run) => debugExits(run).some(({ debug }) => debug.exception === 1),
  holds: (run) => {
    for (const { event, debug } of debugExits(run)) {
      if (debug.exception !== 1) continue
      const causes = debug.dr6 & (dr6.B | dr6.BD | dr6.BS | dr6.BT)
      if (debug.dr6 !== (dr6.INIT | causes)) return `exit ${event.run}: dr6 is ${hexOf(debug.dr6)}`
      const last = run.events.findLast((e, i) => e.kind === 'instruction' && i < run.events.indexOf(event))
      if (causes === 0n && !(last?.kind === 'instruction' && last.op === 'icebp'))
        return `exit ${event.run}: dr6 names no cause`
    }
    return true
  },
})

const dr6Accumulates = property({
  id: 'x86/dr6-accumulates',
  layer: 'arch',
  statement:
    'A #DB sets its causes in the guest’s DR6, leaves BD, BS and BT that are set, replaces B0–B3 (on a mere step they may stay), and does not touch BLD.',
  cites: [
    sdm('Debug Status Register (DR6)'),
    linux('8246bf52c75a', 'KVM: vmx: DR6 is overwritten on #DB, 2014'),
  ],
  programs: 'debug-registers',
  witness: (run) =>
    run.events.some(
      (event) =>
        event.kind === 'delivery' &&
        event.payload !== null &&
        (event.view.dr6 & (dr6.BD | dr6.BS | dr6.B)) !== 0n,
    ),
  holds: (run, program) => {
    const { rtm = false, busLockDetect = false } = program.setup
    for (const event of run.events) {
      if (event.kind !== 'delivery' || event.vector !== 1 || event.payload === null) continue
      const { payload } = event
      const before = event.view.dr6
      const where = `#DB at ${hexOf(event.ip)}: DR6 ${hexOf(before)} becomes ${hexOf(event.dr6)}`
      const sticky = (before | payload) & (dr6.BD | dr6.BS | dr6.BT)
      if ((event.dr6 & (dr6.BD | dr6.BS | dr6.BT)) !== sticky)
        return `${where}, BD, BS, BT should be ${hexOf(sticky)}`
      const onlyStep = (payload & (dr6.B | dr6.BD)) === 0n
      const b = event.dr6 & dr6.B
      if (b !== (payload & dr6.B) && !(onlyStep && b === (before & dr6.B)))
        return `${where}, B0–B3 should be ${hexOf(payload & dr6.B)}`
      if (legaliseDr6(event.dr6, { rtm, busLockDetect }) !== event.dr6) return `${where}: reserved bits`
      const bld = payload & dr6.BLD ? 0n : before & dr6.BLD
      if (busLockDetect && (event.dr6 & dr6.BLD) !== bld) return `${where}: BLD is touched`
    }
    return true
  },
})

const dr6HasCauses = property({
  id: 'x86/guest-dr6-names-the-cause',
  layer: 'arch',
  statement:
    'The guest’s handler finds the cause of its #DB in DR6: BD, BS or Bn (ICEBP and requests have none).',
  cites: [
    sdm('Debug Status Register (DR6)'),
    source('2020 series of Paolo Bonzini and Peter Xu on DR6 and guest debugging'),
  ],
  programs: 'debug-registers',
  witness: (run) =>
    run.events.some((event) => event.kind === 'delivery' && event.vector === 1 && event.source === 'raised'),
  holds: (run) => {
    let last = ''
    for (const event of run.events) {
      if (event.kind === 'instruction') last = event.op
      if (event.kind !== 'delivery' || event.vector !== 1 || event.source !== 'raised' || last === 'icebp')
        continue
      if ((event.dr6 & (dr6.B | dr6.BD | dr6.BS | dr6.BT)) === 0n)
        return `#DB at ${hexOf(event.ip)}: DR6 is ${hexOf(event.dr6)}`
    }
    return true
  },
})

const generalDetect = property({
  id: 'x86/general-detect',
  layer: 'arch',
  statement:
    'While the DR7 in force has GD, no MOV DR completes: it ends in a #DB with BD, before anything of it has happened.',
  cites: [sdm('General-Detect Exception Condition'), linux('51543660c521', 'KVM: x86: MOV DR in emulation')],
  programs: 'debug-registers',
  witness: (run) =>
    run.events.some(
      (event) =>
        (event.kind === 'delivery' && ((event.payload ?? 0n) & dr6.BD) !== 0n) ||
        (event.kind === 'exit' && event.exit.reason === 'debug' && (event.exit.debug.dr6 & dr6.BD) !== 0n),
    ),
  holds: (run) => {
    for (const event of run.events) {
      if (event.kind !== 'instruction') continue
      if ((event.op !== 'mov-to-dr' && event.op !== 'mov-from-dr') || event.next === null) continue
      const { view } = event
      const set = effectiveDebugRegisters({ ...view, guestDb: view.db, guestDr7: view.dr7 })
      if (set.dr7 & dr7.GD) return `${event.op} at ${hexOf(event.address)} completes though GD is set`
    }
    for (const event of run.events) {
      if (event.kind !== 'delivery' || event.source !== 'raised' || !((event.payload ?? 0n) & dr6.BD))
        continue
      if (!(event.dr6 & dr6.BD)) return `#DB at ${hexOf(event.ip)}: DR6 is ${hexOf(event.dr6)}, without BD`
    }
    return true
  },
})

const generalDetectOnce = property({
  id: 'x86/general-detect-is-one-shot',
  layer: 'arch',
  statement: 'Every #DB delivered to the guest clears GD in the guest’s DR7, and nothing else of it.',
  cites: [sdm('General-Detect Exception Condition')],
  programs: 'debug-registers',
  witness: (run) =>
    run.events.some(
      (event) => event.kind === 'delivery' && event.vector === 1 && (event.view.dr7 & dr7.GD) !== 0n,
    ),
  holds: (run) => {
    for (const event of run.events) {
      if (event.kind !== 'delivery' || event.vector !== 1 || event.source === 'software') continue
      if (event.dr7 !== (event.view.dr7 & ~dr7.GD))
        return `#DB at ${hexOf(event.ip)}: DR7 ${hexOf(event.view.dr7)} becomes ${hexOf(event.dr7)}`
    }
    return true
  },
})

const icebp = property({
  id: 'x86/icebp-is-a-trap',
  layer: 'arch',
  statement:
    'The #DB of ICEBP comes after it: the address pushed, or reported, is that of the next instruction.',
  cites: [
    source('Intel SDM vol. 2, “INT n/INTO/INT3/INT1”', 'recalled'),
    linux('32d43cd391ba', 'KVM: x86: fix icebp instruction handling, 2018', 'recalled'),
  ],
  programs: 'any',
  witness: (run) => run.events.some((event) => event.kind === 'instruction' && event.op === 'icebp'),
  holds: (run) => {
    for (const [i, event] of run.events.entries()) {
      if (event.kind !== 'instruction' || event.op !== 'icebp') continue
      const next = run.events[i + 1]
      const at =
        next?.kind === 'delivery' && next.vector === 1
          ? next.address
          : next?.kind === 'exit' && next.exit.reason === 'debug'
            ? next.exit.debug.pc
            : null
      if (at === event.address) return `the #DB of the ICEBP at ${hexOf(event.address)} has its own address`
    }
    return true
  },
})

const interruptsRespectFlags = property({
  id: 'x86/interrupts-wait-for-if-and-shadow',
  layer: 'arch',
  statement:
    'An interrupt is delivered only with IF set, and not directly after MOV SS, POP SS or the STI that set IF.',
  cites: [sdm('Masking Maskable Hardware Interrupts')],
  programs: 'injection',
  witness: (run) => run.events.some((event) => event.kind === 'delivery' && event.source === 'interrupt'),
  holds: (run) => {
    let shadow = false
    for (const event of run.events) {
      if (event.kind === 'delivery' && event.source === 'interrupt') {
        if (!(event.flags & flags.IF)) return `vector ${event.vector} is delivered with IF clear`
        if (shadow) return `vector ${event.vector} is delivered at ${hexOf(event.ip)}, in an interrupt shadow`
      }
      if (event.kind === 'delivery' || event.kind === 'action') shadow = false
      if (event.kind === 'instruction')
        shadow =
          event.op === 'mov-ss' || event.op === 'pop-ss' || (event.op === 'sti' && !(event.rflags & flags.IF))
    }
    return true
  },
})

const blockIrq = property({
  id: 'x86/blockirq-blocks',
  layer: 'abi',
  statement: 'While BLOCKIRQ is in force no interrupt and no NMI is delivered.',
  cites: [
    api('KVM_SET_GUEST_DEBUG, KVM_GUESTDBG_BLOCKIRQ'),
    linux('61e5f69ef083', 'KVM: x86: implement KVM_GUESTDBG_BLOCKIRQ, 2021'),
  ],
  programs: 'injection',
  witness: (run) =>
    run.events.some(
      (event) =>
        event.kind === 'exit' &&
        inForce(event.view.control, GUESTDBG.BLOCKIRQ) &&
        (event.state.nmiPending || event.state.interrupt !== null),
    ),
  holds: (run) => {
    for (const event of run.events) {
      if (event.kind !== 'delivery' || (event.source !== 'interrupt' && event.source !== 'nmi')) continue
      if (inForce(event.view.control, GUESTDBG.BLOCKIRQ))
        return `vector ${event.vector} is delivered at ${hexOf(event.ip)}`
    }
    return true
  },
})

export const ownershipProperties: readonly ProgramProperty[] = [
  exitsBelongToHost,
  softwareBreakpoints,
  pcIsLinear,
  recordComplete,
  recordDr6,
  dr6Accumulates,
  dr6HasCauses,
  generalDetect,
  generalDetectOnce,
  icebp,
  interruptsRespectFlags,
  blockIrq,
]
