/**
 * The architecture: the software-step state machine and the exceptions around it, rule by rule.
 */
import type { Arbitrary } from 'fast-check'
import {
  EC,
  elOf,
  hasTwoClasses,
  hcr,
  mdcr,
  mdscr,
  pstate,
  ssOf,
  VECTORS,
  withSs,
} from '../../model/arm64/index.ts'
import { bic } from '../../model/bits.ts'
import { armArm, measured, targets } from '../../model/citations.ts'
import type { FastCheck, RuleProperty } from '../property.ts'
import { type Arm64, ruleProperty } from './types.ts'

const STEP = armArm('Software Step exceptions')

const bitsOf = (f: FastCheck, bits: readonly bigint[]): Arbitrary<bigint> =>
  f.subarray([...bits]).map((set) => set.reduce((value, bit) => value | bit, 0n))
const anyPstate = (f: FastCheck): Arbitrary<bigint> =>
  f
    .tuple(
      f.constantFrom(0x0n, 0x4n, 0x5n),
      bitsOf(f, [pstate.D, pstate.I, pstate.SS, pstate.BTYPE, 1n << 30n]),
    )
    .map(([level, rest]) => level | rest)
const anyMdscr = (f: FastCheck): Arbitrary<bigint> => bitsOf(f, [mdscr.SS, mdscr.KDE, mdscr.MDE, 1n << 12n])
const controls = (f: FastCheck) => ({
  mdscr: anyMdscr(f),
  mdcr: f.constantFrom(0n, mdcr.TDE, mdcr.TDA),
  hcr: f.constantFrom(0n, 0n, hcr.TGE),
  osLock: f.constantFrom(false, false, true),
  doubleLock: f.constantFrom(false, false, false, true),
})

const target = ruleProperty({
  id: 'arm64/debug-target',
  layer: 'arch',
  statement: 'Debug exceptions go to EL2 with MDCR_EL2.TDE or HCR_EL2.TGE, else to EL1.',
  cites: [armArm('Routing debug exceptions')],
  rule: 'debugTarget',
  inputs: (f) => f.record({ mdcr: f.constantFrom(0n, mdcr.TDE, mdcr.TDA), hcr: f.constantFrom(0n, hcr.TGE) }),
  holds: (to, input) => (to === 2) === ((input.mdcr & mdcr.TDE) !== 0n || (input.hcr & hcr.TGE) !== 0n),
})

const generated = ruleProperty({
  id: 'arm64/generate-debug-exceptions',
  layer: 'arch',
  statement:
    'While the OS lock or the double lock is set no debug exception is generated; else always from below the level that they go to, from that level only with KDE set and D clear, from above never.',
  cites: [armArm('Enabling debug exceptions from the current Exception level')],
  rule: 'generateDebugExceptions',
  inputs: (f) => f.record({ ...controls(f), el: f.constantFrom(0, 1, 1, 2), masked: f.boolean() }),
  holds: (output, input) => {
    if (input.osLock || input.doubleLock) return !output
    const routed = (input.mdcr & mdcr.TDE) !== 0n || (input.hcr & hcr.TGE) !== 0n
    const own = (input.mdscr & mdscr.KDE) !== 0n && !input.masked
    const expected = routed ? input.el < 2 || own : input.el === 0 || (input.el === 1 && own)
    return output === expected || `${output} at EL${input.el}${routed ? ', routed to EL2' : ''}`
  },
})

const independence = ruleProperty({
  id: 'arm64/routed-step-is-independent',
  layer: 'arch',
  statement:
    'With debug exceptions routed to EL2, a step of EL0 or EL1 depends neither on KDE nor on PSTATE.D.',
  cites: [STEP, measured(targets.arm64El2, 'D and KDE make no difference under TDE')],
  rule: 'stepState',
  inputs: (f) =>
    f.record({ ...controls(f), mdcr: f.constant(mdcr.TDE), el: f.constantFrom(0, 1), pstate: anyPstate(f) }),
  witness: (input) => (input.mdscr & mdscr.SS) !== 0n && !input.osLock && !input.doubleLock,
  holds: ({ state, target: to }, input, context) => {
    if (to !== 2) return `a step goes to EL${to}`
    const others = [pstate.D, 0n].flatMap((d) =>
      [mdscr.KDE, 0n].map((kde) => ({
        ...input,
        pstate: bic(input.pstate, pstate.D) | d,
        mdscr: bic(input.mdscr, mdscr.KDE) | kde,
      })),
    )
    return others.every((other) => context.rules.stepState(other, context).state === state)
  },
})

const localStep = ruleProperty({
  id: 'arm64/local-step-needs-kde',
  layer: 'arch',
  statement:
    'A guest steps its own EL1 only with MDSCR_EL1.SS and KDE set and PSTATE.D and its locks clear; PSTATE.SS says whether the exception is pending.',
  cites: [STEP, measured(targets.arm64El2, 'EL1 stepping itself with KDE and D')],
  rule: 'stepState',
  inputs: (f) =>
    f.record({
      ...controls(f),
      mdcr: f.constant(0n),
      hcr: f.constant(0n),
      el: f.constant(1),
      pstate: anyPstate(f),
    }),
  holds: ({ state }, input) => {
    const active =
      (input.mdscr & (mdscr.SS | mdscr.KDE)) === (mdscr.SS | mdscr.KDE) &&
      (input.pstate & pstate.D) === 0n &&
      !input.osLock &&
      !input.doubleLock
    const expected = !active ? 'inactive' : ssOf(input.pstate) === 1 ? 'active-not-pending' : 'active-pending'
    return state === expected || `${state}, expected ${expected}`
  },
})

const advance = ruleProperty({
  id: 'arm64/completion-advances-step',
  layer: 'arch',
  statement:
    'An instruction that completes clears PSTATE.SS if MDSCR_EL1.SS is set, and changes nothing else.',
  cites: [armArm('SSAdvance')],
  rule: 'softwareStepAdvance',
  inputs: (f) => f.record({ pstate: anyPstate(f), mdscr: anyMdscr(f) }),
  witness: (input) => ssOf(input.pstate) === 1,
  holds: (output, { pstate: before, mdscr: control }) =>
    output === ((control & mdscr.SS) === 0n ? before : withSs(before, 0)),
})

const returns = ruleProperty({
  id: 'arm64/return-keeps-step',
  layer: 'arch',
  statement:
    'An exception return takes PSTATE.SS from SPSR exactly if software step is enabled at its destination and was not where it was executed; else PSTATE.SS is 0.',
  cites: [armArm('DebugExceptionReturnSS')],
  rule: 'exceptionReturnSs',
  inputs: (f) =>
    f.record({
      ...controls(f),
      fromEl: f.constantFrom(1, 1, 2),
      toEl: f.constantFrom(0, 1),
      pstate: anyPstate(f),
      spsr: anyPstate(f).map((value) => value | pstate.SS),
    }),
  holds: (ss, input, context) => {
    const generates = (el: number, value: bigint): boolean =>
      context.rules.generateDebugExceptions({ ...input, el, masked: (value & pstate.D) !== 0n }, context)
    const expected =
      (input.mdscr & mdscr.SS) !== 0n &&
      ssOf(input.spsr) === 1 &&
      !generates(input.fromEl, input.pstate) &&
      generates(input.toEl, input.spsr)
    return (ss === 1) === expected || `SS=${ss} after a return from EL${input.fromEl} to EL${input.toEl}`
  },
})

const saved = ruleProperty({
  id: 'arm64/saved-step-bit',
  layer: 'arch',
  statement:
    'SVC, HVC and SMC save PSTATE as the completed instruction leaves it; every other exception saves it as it is.',
  cites: [
    armArm('AArch64.TakeException'),
    measured(targets.arm64El2, 'SPSR.SS after SVC, HVC, UDF, BRK and traps'),
  ],
  rule: 'savedSpsr',
  inputs: (f) =>
    f.record({
      pstate: anyPstate(f),
      mdscr: anyMdscr(f),
      exception: f.constantFrom('call', 'synchronous', 'interrupt', 'software-step'),
    }),
  witness: (input) => ssOf(input.pstate) === 1 && (input.mdscr & mdscr.SS) !== 0n,
  holds: (output, { exception, pstate: before, mdscr: control }) => {
    const advances = exception === 'call' && (control & mdscr.SS) !== 0n
    return output === (advances ? withSs(before, 0) : before)
  },
})

const entry = ruleProperty({
  id: 'arm64/exception-entry',
  layer: 'arch',
  statement:
    'An exception to EL1 is taken with DAIF set and SS and IL clear, at the vector of the level that it comes from.',
  cites: [armArm('AArch64.TakeException')],
  rule: 'enterException',
  inputs: (f) =>
    f.record({
      pc: f.constantFrom(0x40001000n, 0x40001004n),
      pstate: anyPstate(f),
      vbar: f.constant(BigInt(VECTORS)),
      exception: f.constantFrom('synchronous', 'interrupt'),
    }),
  holds: (output, input) => {
    const lower = elOf(input.pstate) === 0
    const offset =
      (lower ? 0x400n : input.pstate & 1n ? 0x200n : 0n) + (input.exception === 'interrupt' ? 0x80n : 0n)
    return (
      output.pc === input.vbar + offset &&
      output.elr === input.pc &&
      output.spsr === input.pstate &&
      (output.pstate & 0x3cfn) === 0x3c5n &&
      (output.pstate & (pstate.SS | pstate.IL)) === 0n
    )
  },
})

const priority = ruleProperty({
  id: 'arm64/pending-step-first',
  layer: 'arch',
  statement:
    'A pending step is taken before a breakpoint at the same instruction, and a breakpoint before the instruction.',
  cites: [
    armArm('Synchronous exception prioritization'),
    measured(targets.arm64El2, 'breakpoint and step at one PC'),
  ],
  rule: 'nextException',
  inputs: (f) => f.record({ interrupt: f.boolean(), stepPending: f.boolean(), breakpoint: f.boolean() }),
  holds: (next, { interrupt, stepPending, breakpoint }) => {
    if (interrupt && !stepPending) return next === 'interrupt'
    if (stepPending) return next === 'software-step' || (interrupt && next === 'interrupt')
    return next === (breakpoint ? 'breakpoint' : 'none')
  },
})

const parity = ruleProperty({
  id: 'arm64/exception-class-parity',
  layer: 'arch',
  statement:
    'Debug exceptions and data aborts have an odd class if they are taken from the level they go to, else an even one.',
  cites: [armArm('ESR_EL1')],
  rule: 'exceptionClass',
  inputs: (f) =>
    f.record({
      ec: f.constantFrom(
        EC.stepLower,
        EC.breakpointLower,
        EC.watchpointLower,
        EC.dataAbortLower,
        EC.brk,
        EC.svc,
      ),
      fromEl: f.constantFrom(0, 1),
      targetEl: f.constantFrom(1, 2),
    }),
  holds: (ec, input) =>
    ec === input.ec + (hasTwoClasses(input.ec) && input.fromEl === input.targetEl ? 1 : 0),
})

export const softwareStepProperties: readonly RuleProperty<Arm64>[] = [
  target,
  generated,
  independence,
  localStep,
  advance,
  returns,
  saved,
  entry,
  priority,
  parity,
]
