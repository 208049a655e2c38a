/**
 * Instructions that the hypervisor executes, and those that userspace completes.
 */

import { classOf, EC, type Op, pstate, VECTORS } from '../../model/arm64/index.ts'
import { api, armArm, linux, measured, source, targets, threads } from '../../model/citations.ts'
import type { Property } from '../property.ts'
import { awaitsAnswer, hexOf, type Of, ofKind, type Segment, segments } from './history.ts'
import { type Arm64, property, ruleProperty } from './types.ts'

const retired = ruleProperty({
  id: 'arm64/emulated-retirement',
  layer: 'abi',
  statement:
    'Skipping an emulated instruction advances the PC by 4 and clears PSTATE.SS and BTYPE, and nothing else.',
  cites: [
    threads.arm64EmulatedStep,
    linux('bd7d95cafb49', 'arm64: KVM: Consistently advance singlestep when emulating instructions, 2018'),
  ],
  rule: 'retireEmulated',
  inputs: (f) =>
    f.record({
      pc: f.constantFrom(0x40001000n, 0xffff_ffff_ffff_fffcn),
      pstate: f
        .tuple(
          f.constantFrom(0x3c5n, 0x3c0n),
          f.constantFrom(0n, pstate.SS),
          f.constantFrom(0n, pstate.BTYPE),
        )
        .map(([value, ss, btype]) => value | ss | btype),
    }),
  holds: (after, before) =>
    after.pc === BigInt.asUintN(64, before.pc + 4n) &&
    after.pstate === (before.pstate & ~(pstate.SS | pstate.BTYPE)),
})

/** The instruction that an exit for MMIO belongs to. */
const accessOf = ({ events }: Segment): Of<'instruction'> | undefined =>
  events.findLast((event) => event.kind === 'instruction')

const exitPc = property({
  id: 'arm64/mmio-exit-shows-instruction',
  layer: 'abi',
  statement: 'At an exit for MMIO the PC is the address of the instruction that makes the access.',
  cites: [
    threads.arm64MaskingReview,
    source('Mark Rutland, arm64: KVM: Skip MMIO insn after emulation, November 2018'),
    measured(targets.arm64, 'GET_ONE_REG of PC at MMIO exits'),
  ],
  programs: 'emulated',
  witness: (run) => ofKind(run, 'exit').some((event) => awaitsAnswer(event)),
  holds: (run) => {
    for (const segment of segments(run)) {
      if (!awaitsAnswer(segment.exit)) continue
      const access = accessOf(segment)
      const { pc } = segment.exit.state
      if (access && pc !== access.address)
        return `${access.op} at ${hexOf(access.address)} exits with PC ${hexOf(pc)}`
    }
    return true
  },
})

/** The runs that begin with an access that userspace has faulted, with the exit before. */
const faulted = (all: readonly Segment[]): { segment: Segment; access: Of<'instruction'> }[] =>
  all.flatMap((segment, i) => {
    const asked = segment.actions.some(({ action, result }) => action.do === 'fault-mmio' && result === 'ok')
    const moved = segment.actions.some(
      ({ action }) => action.do === 'set-one-reg' || action.do === 'save-restore',
    )
    const access = i > 0 ? accessOf(all[i - 1]!) : undefined
    return asked && !moved && access && awaitsAnswer(segment.before) ? [{ segment, access }] : []
  })

const faultIsTaken = property({
  id: 'arm64/faulted-access-is-not-done',
  layer: 'abi',
  statement:
    'An access that userspace faults is taken by the guest as an external abort of that instruction: ELR is its address.',
  cites: [
    api('KVM_SET_VCPU_EVENTS, ext_dabt_pending'),
    threads.arm64EmulatedStep,
    source('Linux 6.1 arch/arm64/kvm/mmio.c: nothing is completed while an exception is pending'),
  ],
  programs: 'emulated',
  witness: (run) => faulted(segments(run)).length > 0,
  holds: (run) => {
    for (const { segment, access } of faulted(segments(run))) {
      const abort = segment.events.find((event) => event.kind === 'delivery')
      if (abort?.kind !== 'delivery' || abort.esr === null || (classOf(abort.esr) & ~1) !== EC.dataAbortLower)
        return `the access at ${hexOf(access.address)} does not abort`
      if (abort.elr !== access.address)
        return `the abort of ${hexOf(access.address)} has ELR ${hexOf(abort.elr)}`
    }
    return true
  },
})

/** Instructions of a program that write none of x0–x7; the handlers write none of them at all. */
const WRITES_NOTHING: ReadonlySet<Op> = new Set([
  ...(['nop', 'isb', 'wfi', 'eret', 'udf', 'svc', 'brk', 'b', 'cbnz', 'str', 'msr'] as const),
  ...(['daifset', 'daifclr'] as const),
])

const unchanged = property({
  id: 'arm64/faulted-load-leaves-register',
  layer: 'abi',
  statement: 'A load that userspace faults leaves its register as it was.',
  cites: [api('KVM_SET_VCPU_EVENTS, ext_dabt_pending')],
  programs: 'emulated',
  witness: (run) => faulted(segments(run)).some(({ access }) => access.op === 'ldr'),
  holds: (run) => {
    for (const { segment, access } of faulted(segments(run))) {
      const overwrites = segment.events.some(
        (event) =>
          event.kind === 'instruction' && event.address < BigInt(VECTORS) && !WRITES_NOTHING.has(event.op),
      )
      if (access.op !== 'ldr' || overwrites) continue
      const { exit, before } = segment
      const changed = exit.state.gpr.findIndex((value, i) => value !== before!.state.gpr[i])
      if (changed >= 0) return `x${changed} is written although the access failed`
    }
    return true
  },
})

/** ISS2 ends at bit 36. */
const RESERVED_SYNDROME = 37n

const syndromeOfGuest = property({
  id: 'arm64/guest-syndrome-as-architected',
  layer: 'arch',
  statement: 'ESR_EL1 has nothing in its reserved bits 63:37, whoever wrote it.',
  cites: [armArm('ESR_EL1'), measured(targets.arm64Campaigns, 'aborts that userspace asked for, on 6.12')],
  programs: 'emulated',
  witness: (run) => ofKind(run, 'delivery').some(({ esr }) => esr !== null),
  holds: (run) => {
    const wrong = ofKind(run, 'delivery').find(({ esr }) => esr !== null && esr >> RESERVED_SYNDROME !== 0n)
    return wrong === undefined || `the guest reads ESR_EL1 = ${hexOf(wrong.esr!)} at ${hexOf(wrong.elr)}`
  },
})

const undefinedWrite = property({
  id: 'arm64/refused-access-is-undefined',
  layer: 'arch',
  statement:
    'A write to OSLSR_EL1, and an access to a PMU that does not exist, is UNDEFINED: ELR is its own address.',
  cites: [armArm('OSLSR_EL1'), measured(targets.arm64, 'MRS PMCR_EL0 without a PMU')],
  programs: 'emulated',
  witness: (run) =>
    ofKind(run, 'delivery').some(
      ({ source: by, esr }) => by === 'injected' && esr !== null && classOf(esr) === 0,
    ),
  holds: (run, program) => {
    for (const { events } of segments(run)) {
      const last = events.findLast((event) => event.kind === 'instruction')
      for (const [i, event] of events.entries()) {
        if (event.kind !== 'instruction' || event === last) continue
        const code = program.code[Number(event.address - 0x40001000n) / 4]
        const refused =
          (code?.op === 'msr' && code.to === 'oslsr_el1') || (code?.op === 'mrs' && code.from === 'pmcr_el0')
        if (!refused || event.op !== code?.op) continue
        const then = events.slice(i + 1).find(({ kind }) => kind === 'delivery' || kind === 'instruction')
        if (then?.kind !== 'delivery' || then.elr !== event.address)
          return `${event.op} at ${hexOf(event.address)} does not fault`
      }
    }
    return true
  },
})

export const emulationProperties: readonly Property<Arm64>[] = [
  retired,
  exitPc,
  faultIsTaken,
  unchanged,
  syndromeOfGuest,
  undefinedWrite,
]
