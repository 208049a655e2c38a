/**
 * Why a deviation from the ideal machine is one: which properties it breaks, and which part of the variant that
 * describes the target makes it.
 */

import type { Layer } from '../../model/variant.ts'
import { Checker } from '../../properties/check.ts'
import type { MachineOf, MachineTypes } from '../../properties/machine.ts'
import { idOf } from '../ids.ts'
import type { Machine } from '../machines/machine.ts'
import type { Explanation } from '../reports/finding.ts'
import { type Mask, masked } from '../targets/kvm/masks.ts'
import type { Observation } from '../targets/kvm/observation.ts'
import { differingParts, type Part, withPart } from './compare.ts'
import { Allowed, judge } from './judge.ts'
import { isSameSymptom, type Signature, signatureOf } from './signature.ts'

const STRONGEST: readonly Layer[] = ['arch', 'abi', 'policy']

/** The strongest of some layers. */
export const strongest = (layers: readonly Layer[]): Layer | null =>
  STRONGEST.find((layer) => layers.includes(layer)) ?? null

/** The catch-all says no more than that there is a deviation. */
export const SAYS_NOTHING = 'allowed-by-ideal'

/** Properties that `base` keeps on a program and `other` breaks. */
const brokenOnly = <T extends MachineTypes>(
  tried: MachineOf<T>,
  program: T['Program'],
  base: T['Variant'],
  other: T['Variant'],
) => {
  const { examine } = new Checker(tried)
  return tried.properties.flatMap((property) => {
    if (property.kind !== 'program' || property.id === idOf(tried.name, SAYS_NOTHING)) return []
    const breaks = (variant: T['Variant']): boolean =>
      examine(property, variant, program, {}).violation !== null
    return breaks(other) && !breaks(base) ? [{ id: property.id, layer: property.layer }] : []
  })
}

/** How the base does not allow an observation; `null` if it does. */
const deviationOf = <T extends MachineTypes>(
  machine: Machine<T>,
  base: T['Variant'],
  program: T['Program'],
  observed: Observation,
  masks: readonly Mask<T>[],
): Signature | null => {
  const verdict = judge(new Allowed(machine, program, base, masks), observed)
  return verdict.result === 'same'
    ? null
    : signatureOf(machine.protocol, verdict.expected, observed, verdict.difference)
}

const allows = <T extends MachineTypes>(
  machine: Machine<T>,
  variant: T['Variant'],
  program: T['Program'],
  observed: Observation,
  masks: readonly Mask<T>[],
): boolean => judge(new Allowed(machine, program, variant, masks), observed).result === 'same'

/** Slots share their state and are swapped together: one of them stands for all. */
const isSameSwap = (a: Part, b: Part): boolean => a === b || (a.kind === 'slot' && b.kind === 'slot')

/** How an explanation names the slots. */
export const SLOTS = 'slots'

const partId = (machine: string, { kind, name }: Part): string =>
  kind === 'slot' ? SLOTS : idOf(machine, name)

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
 * @param tried the machine, with its properties.
 * @param base the variant that does not allow what was observed.
 * @param describing the variant that describes the target.
 * @param masks what of `observed` is not compared.
 */
export const explain = <T extends MachineTypes>(
  machine: Machine<T>,
  tried: MachineOf<T>,
  program: T['Program'],
  observed: Observation,
  base: T['Variant'],
  describing: T['Variant'],
  masks: readonly Mask<T>[],
): Explanation => {
  const broken = brokenOnly(tried, program, base, describing)
  const differing = differingParts(base, describing).filter(
    (part, i, all) => all.findIndex((other) => isSameSwap(part, other)) === i,
  )
  const alone = differing.filter((part) =>
    allows(machine, withPart(base, describing, part), program, observed, masks),
  )
  // What else differs in the same run belongs to other deviations: only what changes the symptom counts.
  const needed = (): Part[] => {
    const shown = deviationOf(machine, base, program, observed, masks)
    return differing.filter((part) => {
      const run = machine.runProgram(program, withPart(describing, base, part))
      const without = masked(machine.observationOf(run), masks, program)
      const left = deviationOf(machine, base, program, without, masks)
      return !shown || !left || !isSameSymptom(left, shown)
    })
  }
  const described = allows(machine, describing, program, observed, masks)
  const parts = withoutSlots(alone.length === 0 && described ? needed() : alone)
  const ofChoices = parts.flatMap(({ kind, name }) =>
    kind === 'choice' ? [machine.choices[name]!.layer] : [],
  )
  return {
    layer: strongest(broken.length > 0 ? broken.map(({ layer }) => layer) : ofChoices),
    properties: broken,
    parts: parts.map((part) => partId(machine.name, part)),
    alone: alone.length > 0,
    described,
  }
}
