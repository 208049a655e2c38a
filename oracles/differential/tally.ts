/**
 * What a campaign has come to: counts, and findings grouped by their signatures.
 */
import type { MachineTypes } from '../../properties/machine.ts'
import { programSize } from '../../properties/shrink.ts'
import type { StoredFinding } from '../reports/finding.ts'

type Program = MachineTypes['Program']

/** Counts of programs, by how they fared; every program is in exactly one. */
export interface Counts {
  agreed: number
  /** Of those that agreed: only what came before a cap, or before what is undefined, was compared. */
  cut: number
  different: number
  /** Differences that were not there again. */
  unstable: number
  /** The target fails at them each time. */
  failed: number
  /** Not compared, by the reason. */
  unsupported: { [reason: string]: number }
  /** Events that were compared, of the programs that agreed. */
  events: number
}

export const noCounts = (): Counts => ({
  agreed: 0,
  cut: 0,
  different: 0,
  unstable: 0,
  failed: 0,
  unsupported: {},
  events: 0,
})

/** A signature as it was seen before shrinking, and the finding that it came to. */
interface Alias {
  readonly finding: number
  instances: number
}

/** Every so many instances of what looks like a known finding, one is investigated all the same. */
const isLookedAtAgain = (instance: number): boolean => Number.isInteger(Math.log2(instance) / 2)

export class Findings {
  readonly list: StoredFinding[] = []
  readonly #aliases = new Map<string, Alias>()

  /**
   * Looks an instance up by its signature as it was seen before shrinking, and counts it.
   *
   * @returns the index of its finding; `null` if it has to be investigated, because it is new or because it is time to
   * see whether a second cause hides behind the same signature.
   */
  known(signature: string): number | null {
    const alias = this.#aliases.get(signature)
    if (!alias || isLookedAtAgain(alias.instances + 1)) return null
    this.#count(signature, alias.finding)
    return alias.finding
  }

  #count(signature: string, finding: number): void {
    const alias = this.#aliases.get(signature)
    if (alias) alias.instances += 1
    else this.#aliases.set(signature, { finding, instances: 1 })
    this.#counted(finding)
  }

  #counted(index: number): void {
    const finding = this.list[index]!
    const { provenance } = finding
    this.list[index] = { ...finding, provenance: { ...provenance, instances: provenance.instances + 1 } }
  }

  /**
   * Adds what an investigation came to.
   *
   * @param signature as it was seen before shrinking.
   * @param found with no instances yet.
   * @returns the index of its finding.
   */
  add(signature: string, found: StoredFinding): number {
    let index = this.list.findIndex((each) => each.signature === found.signature)
    const known = this.list[index]
    if (!known) index = this.list.push(found) - 1
    else if (isSmaller(found.program, known.program))
      this.list[index] = { ...found, provenance: known.provenance }
    this.#count(signature, index)
    return index
  }

  /** Puts back what was known before an interruption: the findings, and the instances in their order. */
  restore(
    list: readonly StoredFinding[],
    instances: readonly { signature: string; finding: number }[],
  ): void {
    for (const finding of list)
      this.list.push({ ...finding, provenance: { ...finding.provenance, instances: 0 } })
    for (const { signature, finding } of instances) this.#count(signature, finding)
  }
}

const isSmaller = (a: Program, b: Program): boolean => {
  const growth = programSize(a) - programSize(b)
  return growth < 0 || (growth === 0 && JSON.stringify(a) < JSON.stringify(b))
}
