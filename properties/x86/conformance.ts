/**
 * The catch-all: what is observed is among what the ideal machine allows, for programs and for each rule alone.
 */
import type { Arbitrary } from 'fast-check'
import { allowedRuns as allowedRunsOf, consult } from '../../model/choices.ts'
import { api, sdm } from '../../model/citations.ts'
import {
  allowedRuns,
  type Context,
  choices,
  chooseFrom,
  ideal,
  idealRules,
  type RuleName,
  type Rules,
  runProgram,
} from '../../model/x86/index.ts'
import {
  type FastCheck,
  isUnpredictable,
  ofOneRun,
  type ProgramProperty,
  type RuleProperty,
  ruleProperty,
  type Verdict,
} from '../property.ts'
import { firstDifference } from './observations.ts'

/** More combinations of answers than any program of the generators meets. */
const MOST_RUNS = 256

/** Every run is one that the ideal machine allows, under some combination of answers to its choices. */
const allowedByIdeal: ProgramProperty = ofOneRun({
  id: 'x86/allowed-by-ideal',
  layer: 'abi',
  statement:
    'Everything observed, by the host and by the guest, is among the runs that the ideal machine allows.',
  cites: [api('KVM_SET_GUEST_DEBUG'), sdm('Debug Exceptions')],
  programs: 'any',
  examine: ({ program, run, variant, answers }): Verdict => {
    if (isUnpredictable(run)) return { exercised: false, violation: null }
    // Most often the ideal machine with the same answers does the same.
    const same = runProgram(program, ideal, { ...answers, ...variant.answers })
    if (firstDifference(same, run) === null) return { exercised: true, violation: null }
    let closest: string | null = null
    let tried = 0
    for (const allowed of allowedRuns(program, ideal)) {
      if (isUnpredictable(allowed.run)) return { exercised: false, violation: null }
      const difference = firstDifference(allowed.run, run)
      if (difference === null) return { exercised: true, violation: null }
      closest ??= difference
      tried += 1
      if (tried === MOST_RUNS) throw new Error(`more than ${MOST_RUNS} runs are allowed`)
    }
    return { exercised: true, violation: closest }
  },
})

type Inputs = { readonly [Name in RuleName]?: Arbitrary<Parameters<Rules[Name]>[0]> }

/** Inputs of rules, wider than any program of this machine can make them. */
const makeInputs = (fc: FastCheck): Inputs => {
  const bits = (width: number): Arbitrary<bigint> => fc.bigInt({ min: 0n, max: (1n << BigInt(width)) - 1n })
  const near = (base: bigint): Arbitrary<bigint> =>
    fc.integer({ min: 0, max: 16 }).map((n) => base + BigInt(n))
  const address = fc.oneof(
    near(0x1000n),
    near(0xffff_ffff_ffff_fff8n).map((v) => BigInt.asUintN(64, v)),
    bits(64),
  )
  const db = fc.tuple(near(0x1000n), near(0x1000n), address, near(0x10n))
  const dr7 = fc.oneof(
    bits(32),
    fc.tuple(bits(8), bits(16)).map(([e, k]) => e | 0x400n | (k << 16n)),
  )
  const dr6 = fc.oneof(
    fc.constantFrom(0xffff0ff0n, 0xffff4ff1n, 0xffff07f0n, 0xfffe0ff0n, 0xffffeff5n),
    bits(32),
  )
  const control = fc.oneof(
    fc.constantFrom(0, 1, 2, 3, 0x20001, 0x20003, 0x20000, 0x10001, 0x40001, 0x80000, 0xc0001, 0x100003),
    fc.nat({ max: 0x1fffff }),
  )
  const features = { rtm: fc.boolean(), busLockDetect: fc.boolean() }
  const both = { control, hostDb: db, hostDr7: dr7, guestDb: db, guestDr7: dr7 }
  const op = fc.constantFrom(
    ...([
      'nop',
      'mov-ss',
      'pop-ss',
      'pop-ds',
      'sti',
      'int3',
      'int',
      'into',
      'hlt',
      'out',
      'cpuid',
      'iretd',
      'wrmsr',
    ] as const),
  )
  const rflags = fc.constantFrom(0x2, 0x102, 0x202, 0x302, 0x10002, 0x10102, 0x3202)

  return {
    matchCodeBreakpoints: fc.record({ dr7, db, address }),
    matchDataBreakpoints: fc.record({
      dr7,
      db,
      address,
      size: fc.constantFrom(1, 2, 4, 8, 16),
      access: fc.constantFrom('read' as const, 'write' as const),
    }),
    matchIoBreakpoints: fc.record({
      dr7,
      db,
      port: fc.nat({ max: 0x20 }),
      size: fc.constantFrom(1, 2, 4),
      cr4De: fc.boolean(),
    }),
    mergeDr6: fc.record({
      dr6,
      payload: fc
        .oneof(fc.constantFrom(0x1n, 0x4000n, 0x2000n, 0x4001n, 0x800n, 0x10001n, 0xdn), bits(17))
        .map(
          // The manual gives causes to these bits only.
          (payload) => payload & 0x1e80fn,
        ),
      ...features,
    }),
    moveDebugRegister: fc.record({
      register: fc.nat({ max: 15 }),
      value: fc.oneof(fc.constant(null), bits(32), bits(64)),
      cpl: fc.constantFrom(0, 0, 0, 3),
      cr4De: fc.boolean(),
      dr7: fc.constantFrom(0x400n, 0x402n, 0x2400n),
      dr6,
      ...features,
    }),
    setDebugRegisters: fc.record({
      dr6: fc.oneof(dr6, bits(33)),
      dr7: fc.oneof(dr7, bits(33)),
      flags: fc.constantFrom(0, 0, 0, 1),
      ...features,
    }),
    effectiveDebugRegisters: fc.record(both),
    generalDetectDr7: fc.record({ control, hostDr7: dr7, guestDr7: dr7 }).map((input) => input),
    linearAddress: fc.record({
      mode: fc.constantFrom('real' as const, 'protected' as const, 'long' as const),
      csBase: fc.oneof(fc.constantFrom(0n, 0x1000n, 0xffff_f000n), bits(32)),
      rip: address,
    }),
    codeBreakpointInhibited: fc.record({
      rf: fc.boolean(),
      movSsShadow: fc.boolean(),
      vendor: fc.constantFrom('intel' as const, 'amd' as const),
      owner: fc.constantFrom('host' as const, 'guest' as const),
    }),
    checkBeforeEmulation: fc.record({
      ...both,
      ...features,
      rip: near(0x1000n),
      csBase: fc.constantFrom(0n, 0n, 0x10n),
      rflags,
      guestDr6: dr6,
      mode: fc.constantFrom('real' as const, 'protected' as const, 'long' as const),
      movSsShadow: fc.constantFrom(false, false, true),
      vendor: fc.constantFrom('intel' as const, 'amd' as const),
    }),
    debugExceptionOwner: fc.record({
      control,
      cause: fc.constantFrom('code-breakpoint' as const, 'general-detect' as const, 'trap' as const),
    }),
    breakpointInstructionOwner: fc.record({
      control,
      instruction: fc.constantFrom('int3' as const, 'int' as const, 'into' as const),
    }),
    setGuestDebug: fc.record({
      control: fc.oneof(control, fc.nat({ max: 0x7fffffff })),
      controlInForce: control,
      wideDr7: fc.boolean(),
      exceptionPending: fc.boolean(),
      exceptionInjected: fc.boolean(),
      protectedGuest: fc.constantFrom(false, false, true),
    }),
    singleStepDue: fc.record({
      guestTf: fc.boolean(),
      hostStep: fc.boolean(),
      instruction: op,
      taken: fc.boolean(),
      mode: fc.constantFrom('real' as const, 'long' as const),
      userspace: fc.constantFrom(
        'none' as const,
        'io-read' as const,
        'io-write' as const,
        'mmio-write' as const,
      ),
    }),
    shadowAfter: fc.record({ instruction: op, interruptFlag: fc.boolean() }),
    trapsHeld: fc.record({ instruction: op }),
    eventDeliverable: fc.record({
      event: fc.constantFrom('interrupt' as const, 'nmi' as const),
      interruptFlag: fc.boolean(),
      shadow: fc.constantFrom('none' as const, 'sti' as const, 'mov-ss' as const),
      control,
    }),
    loadFlags: fc.record({
      rflags,
      image: bits(22).map(Number),
      instruction: fc.constantFrom(...(['popf', 'popfd', 'popfq', 'iret', 'iretd', 'iretq'] as const)),
      cpl: fc.constantFrom(0, 0, 3),
    }),
    resetDebugRegisters: fc.record({ control, hostDb: db, hostDr7: dr7 }),
    singleStepAfterSyscall: fc.record({ tf: fc.boolean(), fmaskTf: fc.boolean() }),
  }
}

let made: Inputs | null = null

/** The inputs of one rule; all are made when the first is asked for. */
const inputsOf =
  (name: RuleName) =>
  (fc: FastCheck): Arbitrary<never> => {
    made ??= makeInputs(fc)
    return made[name] as Arbitrary<never>
  }

const asText = (value: unknown): string =>
  JSON.stringify(value, (_, v: unknown) => (typeof v === 'bigint' ? `0x${v.toString(16)}` : v))

/** Everything that the ideal rule may answer: one answer for each combination of the choices that it consults. */
function* idealAnswers(name: RuleName, input: unknown): Generator<unknown> {
  const rule = idealRules[name] as (input: unknown, context: Context) => unknown
  for (const { run } of allowedRunsOf(choices, { answers: {} }, (answers) => {
    const { choose, consulted } = consult(choices, chooseFrom(answers), [])
    return { consulted, answer: rule(input, { rules: idealRules, choose }) }
  }))
    yield run.answer
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The rules that decide something. */
const DECIDING: readonly RuleName[] = [
  'matchCodeBreakpoints',
  'matchDataBreakpoints',
  'matchIoBreakpoints',
  'mergeDr6',
  'moveDebugRegister',
  'setDebugRegisters',
  'effectiveDebugRegisters',
  'generalDetectDr7',
  'linearAddress',
  'codeBreakpointInhibited',
  'checkBeforeEmulation',
  'debugExceptionOwner',
  'breakpointInstructionOwner',
  'setGuestDebug',
  'singleStepDue',
  'shadowAfter',
  'trapsHeld',
  'eventDeliverable',
  'loadFlags',
]

/** For each of them: its answer is one that the ideal rule may give. */
const rulesWithinIdeal: readonly RuleProperty[] = DECIDING.map((name) =>
  ruleProperty({
    id: `x86/rule-${kebab(name)}-within-ideal`,
    layer: 'arch',
    statement: `The rule ${name} answers what the ideal rule may answer.`,
    cites: ideal.cites,
    rule: name,
    inputs: inputsOf(name),
    holds: (output, input) => {
      const allowed = [...idealAnswers(name, input)].map(asText)
      const actual = asText(output)
      return allowed.includes(actual) || `${asText(input)} gives ${actual}, allowed: ${allowed.join(' or ')}`
    },
  }),
)

const resetKeepsHost = ruleProperty({
  id: 'x86/reset-keeps-host-breakpoints',
  layer: 'abi',
  statement: 'RESET and INIT leave the host’s registers in force and clear the guest’s DR0–DR3.',
  cites: [api('KVM_SET_GUEST_DEBUG'), sdm('Processor State After Reset')],
  rule: 'resetDebugRegisters',
  inputs: inputsOf('resetDebugRegisters'),
  witness: ({ control: word }) => (word & 0x20001) === 0x20001,
  holds: (output, { control: word, hostDb, hostDr7 }) => {
    if (output.db.some((value) => value !== 0n)) return 'a DR0–DR3 of the guest survives'
    if (output.dr6 !== 0xffff0ff0n || output.dr7 !== 0x400n) return 'the guest’s DR6 or DR7 is not reset'
    if ((word & 0x20001) !== 0x20001) return true
    if (output.effectiveDr7 !== hostDr7) return `DR7 in force is 0x${output.effectiveDr7.toString(16)}`
    return asText(output.effectiveDb) === asText(hostDb) || 'the host’s addresses are gone'
  },
})

const syscallStep = ruleProperty({
  id: 'x86/syscall-step-follows-fmask',
  layer: 'arch',
  statement: 'SYSCALL with TF set ends in a step trap exactly if IA32_FMASK leaves TF set.',
  cites: [sdm('Single-Step Exception Condition')],
  rule: 'singleStepAfterSyscall',
  inputs: inputsOf('singleStepAfterSyscall'),
  holds: (due, { tf, fmaskTf }) => due === (tf && !fmaskTf),
})

export const conformanceProperties: readonly (ProgramProperty | RuleProperty)[] = [
  allowedByIdeal,
  resetKeepsHost,
  syscallStep,
  ...rulesWithinIdeal,
]
