/**
 * `npm run bench`: what the requirements on speed ask for, as ratios and differences within one run. It only reports:
 * the exit code is 0 whatever it finds.
 */
import { arm64 } from '../../properties/arm64/machine.ts'
import type { MachineOf, MachineTypes } from '../../properties/machine.ts'
import { x86 } from '../../properties/x86/machine.ts'
import { BOOTED, type BootTimes, bootTimes } from './boot.ts'
import { decisionCosts } from './decision.ts'
import { diffRate } from './diff.ts'
import { median, table, thousands } from './measure.ts'
import { machineRates, programsUntilFound, propertyRates } from './rates.ts'
import { startUps } from './start-up.ts'
import { exportCost, verifyPublished } from './vectors.ts'

/** Checking a property end to end reaches at least this part of the rate of generation alone. */
const LEAST_RATIO = 0.5
/** A bug that must be found within so many random programs, in the median over so many seeds. */
const KNOWN_BUG = {
  variant: 'arm64/step-over-userspace-mmio-late',
  property: 'arm64/step-is-one-instruction',
  most: 100,
  seeds: 50,
} as const
/** Through `gdo diff`, a target reaches at least this part of the rate that it reaches alone. */
const LEAST_DIFF_RATIO = 0.7
/** Targets, and the programs of one measurement. */
const TARGETS = [
  ['model:x86/ideal', 4000],
  ['kvm', 600],
  ['kvm-svm', 400],
  ['model:arm64/linux-6.1', 4000],
  ['kvm-arm64', 200],
] as const
/** Milliseconds of CPU time that `gdo --help` and `gdo list` may cost over an empty script. */
const MOST_START_UP = 40

/** Milliseconds from the start of QEMU to the first answer. */
const MOST_BOOT = 10_000

/** Decisions of which many vectors are exported: a small one, a middle one, the largest. */
const EXPORTED = ['x86/merge-dr6', 'x86/match-code-breakpoints', 'x86/check-before-emulation']
/** Exporting reaches at least this part of the rate of evaluating the decision alone, within so many MB. */
const LEAST_EXPORT_RATIO = 1 / 3
const MOST_EXPORT_MEMORY = 150
/** Seconds for verifying the published set. */
const MOST_VERIFY = 5

const write = (text: string): void => {
  process.stdout.write(text)
}
const signed = (milliseconds: number): string =>
  `${milliseconds < 0 ? '−' : '+'}${Math.abs(milliseconds).toFixed(1)} ms`
const verdict = (reached: boolean): string => (reached ? 'reached' : 'NOT reached')

/** The rates of one machine's properties; their ratios, and how many are high enough. */
const writePropertyRates = <T extends MachineTypes>(machine: MachineOf<T>): readonly number[] => {
  write(
    `${machine.name}: properties over one run, end to end, beside generating the same programs with an empty property\n`,
  )
  const classes = propertyRates(machine)
  const ratios: number[] = []
  for (const { programClass, generated, properties, broken } of classes) {
    ratios.push(...properties.map(({ ratio }) => ratio))
    write(`\n${programClass}: ${thousands(generated)} programs per second generated\n`)
    write(
      table([
        ['property', 'per second', 'ratio'],
        ...properties.map(({ id, perSecond, ratio }) => [id, thousands(perSecond), ratio.toFixed(2)]),
      ]),
    )
    for (const id of broken) write(`  ${id}: the ideal machine breaks it, not measured\n`)
  }
  write('\nMedians\n')
  write(
    table([
      ['class', 'lowest', 'median'],
      ...classes.map(({ programClass, properties }) => {
        const all = properties.map(({ ratio }) => ratio)
        return [programClass, Math.min(...all).toFixed(2), median(all).toFixed(2)]
      }),
      ['all', Math.min(...ratios).toFixed(2), median(ratios).toFixed(2)],
    ]),
  )
  const { runsPerSecond, instructionsPerSecond } = machineRates(machine)
  write('\nThe machine\n')
  write(
    table([
      ['programs run per second', thousands(runsPerSecond)],
      ['machine steps (instructions begun) per second', thousands(instructionsPerSecond)],
    ]),
  )
  write('\n')
  return ratios
}

const ratiosOf = [
  { name: x86.name, ratios: writePropertyRates(x86) },
  { name: arm64.name, ratios: writePropertyRates(arm64) },
]
const untilFound = programsUntilFound(arm64, KNOWN_BUG.variant, KNOWN_BUG.property, KNOWN_BUG.seeds)

write('One decision\n')
const { rule, json, c } = decisionCosts()
write(
  table([
    ['x86/match-code-breakpoints, the rule', `${rule.toFixed(1)} ns`],
    ['x86/match-code-breakpoints, a JSON record decided', `${json.toFixed(0)} ns`],
    ['the same function in C, cc -O2', typeof c === 'string' ? `skipped: ${c}` : `${c.toFixed(1)} ns`],
    ...(typeof c === 'string' ? [] : [['the rule beside C', `${(rule / c).toFixed(1)} ×`]]),
  ]),
)

write('\nStart-up, CPU time over an empty script\n')
const { empty, commands } = startUps([['--help'], ['list']])
write(
  table([
    ['an empty script', `${empty.toFixed(1)} ms`],
    ...commands.map(({ command, over }) => [command, signed(over)]),
  ]),
)

write('\nPrograms per second on targets, through gdo diff beside the target alone\n')
const rates = []
for (const [name, count] of TARGETS) {
  const rate = await diffRate(name, count)
  if (typeof rate === 'string') write(`  ${name}: skipped, ${rate}\n`)
  else rates.push(rate)
}
write(
  table([
    ['target', 'alone', 'gdo diff', 'ratio'],
    ...rates.map(({ target, alone, through, ratio }) => [
      target,
      thousands(alone),
      thousands(through),
      ratio.toFixed(2),
    ]),
  ]),
)
const boots: (BootTimes & { readonly target: string })[] = []
for (const booted of BOOTED) {
  const { target, kernels } = booted.platform
  write(`\n${target}, from the start of QEMU\n`)
  for (const release of Object.keys(kernels.releases)) {
    const times = await bootTimes(booted, release)
    if (typeof times === 'string') {
      write(`  ${release}: skipped: ${times}\n`)
      continue
    }
    boots.push({ target, ...times })
    write(
      table([
        [`${release}: ${times.kernel}`, ''],
        ['  ready', `${(times.toHello / 1000).toFixed(1)} s`],
        ['  first program answered', `${(times.toAnswer / 1000).toFixed(1)} s`],
        ['  then programs per second', thousands(times.programsPerSecond)],
      ]),
    )
  }
}

write('\n100 000 vectors of a decision as NDJSON, for all exported variants: microseconds of CPU for each\n')
const exports = EXPORTED.map(exportCost)
write(
  table([
    ['decision', 'decision alone', 'export', 'ratio', 'with reading back', 'ratio', 'peak memory'],
    ...exports.map(({ decision, alone, exported, checked, memory }) => [
      decision,
      alone.toFixed(1),
      exported.toFixed(1),
      (alone / exported).toFixed(2),
      checked.toFixed(1),
      (alone / checked).toFixed(2),
      `${memory.toFixed(0)} MB`,
    ]),
  ]),
)
const verifying = verifyPublished()

const ratioText = ({ name, ratios }: (typeof ratiosOf)[number]): string => {
  const enough = ratios.filter((ratio) => ratio >= LEAST_RATIO).length
  return `${name} ${verdict(median(ratios) >= LEAST_RATIO)} by the median property (${median(ratios).toFixed(2)}), by ${enough} of ${ratios.length}, the lowest has ${Math.min(...ratios).toFixed(2)}`
}
const slowest = Math.max(...commands.map(({ over }) => over))
for (const { target, kernel, toAnswer } of boots)
  write(
    `\n${target} with Linux ${kernel} answers its first program within ${MOST_BOOT / 1000} s: ${verdict(toAnswer <= MOST_BOOT)} (${(toAnswer / 1000).toFixed(1)} s).`,
  )
write(`
Checking reaches at least ${LEAST_RATIO} of the rate of generation: ${ratiosOf.map(ratioText).join('; ')}.
${KNOWN_BUG.variant} is found within ${KNOWN_BUG.most} random programs in the median over ${KNOWN_BUG.seeds} seeds: ${verdict(untilFound <= KNOWN_BUG.most)} (${untilFound}).
Through gdo diff a target reaches at least ${LEAST_DIFF_RATIO} of its own rate: \
${rates.map(({ target, ratio }) => `${target} ${verdict(ratio >= LEAST_DIFF_RATIO)} (${ratio.toFixed(2)})`).join(', ')}.
Exporting, with reading back, reaches at least ${LEAST_EXPORT_RATIO.toFixed(2)} of the rate of the decision alone: \
${exports.map(({ decision, alone, checked }) => `${decision} ${verdict(alone / checked >= LEAST_EXPORT_RATIO)} (${(alone / checked).toFixed(2)})`).join(', ')}; \
within ${MOST_EXPORT_MEMORY} MB: ${verdict(exports.every(({ memory }) => memory < MOST_EXPORT_MEMORY))}.
gdo verify of the published set takes at most ${MOST_VERIFY} s: ${verdict(verifying <= MOST_VERIFY)} (${verifying.toFixed(1)} s of CPU).
gdo --help and gdo list cost at most ${MOST_START_UP} ms over an empty script: ${verdict(slowest <= MOST_START_UP)} (${signed(slowest)}).
`)
