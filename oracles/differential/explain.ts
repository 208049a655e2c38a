/**
 * Why a deviation from the ideal machine is one: which properties it breaks, and which part of the variant that
 * describes the target makes it.
 */

import type { Layer } from '../../model/variant.ts'
import { choices, type Program, runProgram, type Variant } from '../../model/x86/index.ts'
import { examine } from '../../properties/check.ts'
import { properties } from '../../properties/x86/properties.ts'
import { idOf } from '../ids.ts'
import { x86 } from '../machines/x86.ts'
import type { Explanation } from '../reports/finding.ts'
import { type Mask, masked, modeOf } from '../targets/kvm/masks.ts'
import { type Observation, observationOf } from '../targets/kvm/observation.ts'
import { differingParts, type Part, withPart } from './compare.ts'
import { Allowed, judge } from './judge.ts'
import { isSameSymptom, type Signature, signatureOf } from './signature.ts'

const STRONGEST: readonly Layer[] = ['arch', 'abi', 'policy']

/** The strongest of some layers. */
export const strongest = (layers: readonly Layer[]): Layer | null =>
  STRONGEST.find((layer) => layers.includes(layer)) ?? null

/** The catch-all says no more than that there is a deviation. */
export const SAYS_NOTHING = 'x86/allowed-by-ideal'

/** Properties that `base` keeps on a program and `other` breaks. */
const brokenOnly = (program: Program, base: Variant, other: Variant) =>
  properties.flatMap((property) => {
    if (property.kind !== 'program' || property.id === SAYS_NOTHING) return []
    const breaks = (variant: Variant): boolean =>
      examine(property, variant, program, {}, runProgram(program, variant)).violation !== null
    return breaks(other) && !breaks(base) ? [{ id: property.id, layer: property.layer }] : []
  })

/** How the base does not allow an observation; `null` if it does. */
const deviationOf = (
  base: Variant,
  program: Program,
  observed: Observation,
  masks: readonly Mask[],
): Signature | null => {
  const verdict = judge(new Allowed(program, base, masks), observed)
  return verdict.result === 'same' ? null : signatureOf(verdict.expected, observed, verdict.difference)
}

const allows = (variant: Variant, program: Program, observed: Observation, masks: readonly Mask[]): boolean =>
  judge(new Allowed(program, variant, masks), observed).result === 'same'

/** Slots share their state and are swapped together: one of them stands for all. */
const isSameSwap = (a: Part, b: Part): boolean => a === b || (a.kind === 'slot' && b.kind === 'slot')

/** How an explanation names the slots. */
export const SLOTS = 'slots'

const partId = ({ kind, name }: Part): string => (kind === 'slot' ? SLOTS : idOf(x86.name, name))

/** Slots use the rules: where a rule says it, they say nothing more. */
const withoutSlots = (parts: readonly Part[]): readonly Part[] => {
  const others = parts.filter(({ kind }) => kind !== 'slot')
  return others.length > 0 ? others : parts
}

/** What deviations of the same rules and choices have in common; `null` where no rule or choice makes it. */
export const deviationSignature = ({ parts }: Explanation): string | null => {
  const named = parts.filter((part) => part !== SLOTS)
  return named.length === 0 ? null : named.join(' ')
}

/**
 * @param base the variant that does not allow what was observed.
 * @param describing the variant that describes the target.
 * @param masks what of `observed` is not compared.
 */
export const explain = (
  program: Program,
  observed: Observation,
  base: Variant,
  describing: Variant,
  masks: readonly Mask[],
): Explanation => {
  const broken = brokenOnly(program, base, describing)
  const differing = differingParts(base, describing).filter(
    (part, i, all) => all.findIndex((other) => isSameSwap(part, other)) === i,
  )
  const alone = differing.filter((part) => allows(withPart(base, describing, part), program, observed, masks))
  // What else differs in the same run belongs to other deviations: only what changes the symptom counts.
  const needed = (): Part[] => {
    const shown = deviationOf(base, program, observed, masks)
    return differing.filter((part) => {
      const without = masked(
        observationOf(runProgram(program, withPart(describing, base, part))),
        masks,
        modeOf(program),
      )
      const left = deviationOf(base, program, without, masks)
      return !shown || !left || !isSameSymptom(left, shown)
    })
  }
  const described = allows(describing, program, observed, masks)
  const parts = withoutSlots(alone.length === 0 && described ? needed() : alone)
  const ofChoices = parts.flatMap(({ kind, name }) =>
    kind === 'choice' ? [choices[name as keyof typeof choices].layer] : [],
  )
  return {
    layer: strongest(broken.length > 0 ? broken.map(({ layer }) => layer) : ofChoices),
    properties: broken,
    parts: parts.map(partId),
    alone: alone.length > 0,
    described,
  }
}
