/**
 * What the model says of two kernels, on both of them. Skipped, with the reason and the remedy, where they are not
 * fetched.
 */
import { expect, test } from 'vitest'
import { type Program, runProgram, type Variant } from '../../model/arm64/index.ts'
import { linux61 } from '../../model/arm64/variants/linux-6.1.ts'
import { linux612 } from '../../model/arm64/variants/linux-6.12.ts'
import { linux72 } from '../../model/arm64/variants/linux-7.2.ts'
import { Separator } from '../../oracles/differential/compare.ts'
import { Allowed, judge } from '../../oracles/differential/judge.ts'
import { arm64 } from '../../oracles/machines/arm64.ts'
import { observationOf, STEP_HINTS } from '../../oracles/targets/arm64/observation.ts'
import { QEMU_CPU_LIMITS, QEMU_CPU_MASKS } from '../../oracles/targets/arm64/qemu-cpu.ts'
import { KVM_LIMITS, unsupportedOn } from '../../oracles/targets/arm64/unsupported.ts'
import { masked } from '../../oracles/targets/kvm/masks.ts'
import type { Observation } from '../../oracles/targets/kvm/observation.ts'
import { kvmArm64 } from '../../oracles/targets/qemu/arm64.ts'
import { arm64 as tried } from '../../properties/arm64/machine.ts'
import { Checker } from '../../properties/check.ts'
import { BOOTS_WITHIN, bootOf } from './boot.ts'

const boot = bootOf(kvmArm64)

const KERNELS = {
  stable: linux61,
  '6.12': linux612,
  newest: linux72,
} as const
type Release = keyof typeof KERNELS
const RELEASES = Object.keys(KERNELS) as Release[]
const PAIRS = RELEASES.flatMap((a, i) => RELEASES.slice(i + 1).map((b) => [a, b] as const))

const LIMITS = [...KVM_LIMITS, ...QEMU_CPU_LIMITS]
const MASKS = [STEP_HINTS, ...QEMU_CPU_MASKS]

const allows = (variant: Variant, program: Program, observed: Observation): boolean =>
  judge(new Allowed(arm64, program, variant, MASKS), masked(observed, MASKS, program)).result === 'same'

/** What gdo compare finds of two variants, and some random programs on which they differ. */
const telling = (a: Variant, b: Variant): Program[] => {
  const { program } = new Separator(tried).separate(a, b, { runs: 500, seed: 1 })!
  const random = tried.programClasses
    .flatMap((programClass) => new Checker(tried).samplePrograms(programClass, 400, 3))
    .filter((each) => unsupportedOn(each, a, LIMITS) === null && unsupportedOn(each, b, LIMITS) === null)
    .filter((each) => !allows(a, each, observationOf(runProgram(each, b))))
  return [program, ...random.slice(0, 12)]
}

/** On a computer that is very busy the runner's tick may end a run before its time. */
const TRIES = 3

test(
  'what tells two kernels apart in the model does so on both',
  async (ctx) => {
    const programs = new Map(PAIRS.map(([a, b]) => [`${a} ${b}`, telling(KERNELS[a], KERNELS[b])]))
    const all = [...programs.values()].flat()
    const seen = new Map<Release, readonly Observation[]>()
    const often = Array.from({ length: TRIES }, () => all).flat()
    for (const release of RELEASES) seen.set(release, (await boot(ctx, { release }, often)).observations)
    for (const [a, b] of PAIRS)
      for (const program of programs.get(`${a} ${b}`)!) {
        const n = all.indexOf(program)
        const verdicts = [a, b].flatMap((on) =>
          [a, b].map((by) =>
            seen.get(on)!.some((each, i) => i % all.length === n && allows(KERNELS[by], program, each)),
          ),
        )
        expect(verdicts, `${a} ${b} ${JSON.stringify(program)}`).toEqual([true, false, false, true])
      }
  },
  3 * BOOTS_WITHIN,
)
