/**
 * Compares programs with a variant: each goes to the target while the model works out what is allowed; a difference is
 * shrunk on the target itself.
 */
import { InputError } from '../../model/program.ts'
import type { MachineOf, MachineTypes } from '../../properties/machine.ts'
import { answersById } from '../ids.ts'
import type { Machine } from '../machines/machine.ts'
import type { Observation } from '../targets/kvm/observation.ts'
import type { Description } from '../targets/protocol.ts'
import type { Session } from '../targets/session.ts'
import { ask } from './ask.ts'
import { deviationSignature, explain } from './explain.ts'
import { Allowed, judge, type Verdict } from './judge.ts'
import { type Oracle, Shrinker } from './shrinker.ts'
import { isSameSymptom, type Signature, signatureOf, signatureText } from './signature.ts'
import type { Programs } from './stream.ts'
import type { Found, Outcome, Sighting, Trials } from './trial.ts'

type Program = MachineTypes['Program']
type Variant = MachineTypes['Variant']

/** A difference as it was seen. */
interface Difference {
  readonly program: Program
  readonly observed: Observation
  readonly verdict: Extract<Verdict, { result: 'different' }>
  readonly signature: Signature
}

const loops = ({ ending }: Observation): boolean => ending === 'cap'

export class Comparer implements Trials {
  readonly session: Session
  readonly count: number
  readonly #machine: Machine
  readonly #tried: MachineOf<MachineTypes>
  readonly #description: Description
  readonly #variant: Variant
  readonly #programs: Programs
  readonly #shrinker: Shrinker

  /**
   * @param machine that of the target.
   * @param tried the same, with its properties and what makes programs smaller.
   * @param variant the one whose runs are expected.
   * @param count programs to be tried.
   */
  constructor(
    session: Session,
    machine: Machine,
    tried: MachineOf<MachineTypes>,
    description: Description,
    variant: Variant,
    programs: Programs,
    count: number,
  ) {
    this.session = session
    this.count = count
    this.#machine = machine
    this.#tried = tried
    this.#description = description
    this.#variant = variant
    this.#programs = programs
    this.#shrinker = new Shrinker(session, machine, tried, description.masks)
  }

  start(n: number): { readonly program: Program; readonly outcome: Promise<Outcome> } {
    const program = this.#programs.at(n)
    return { program, outcome: this.#try(program) }
  }

  /**
   * Why nothing can be said of a program: the target cannot run it, or the expected run goes where the model ends.
   *
   * @throws InputError if it cannot be laid out.
   */
  #unsupported(program: Program): string | null {
    const { variant, limits } = this.#description
    const { unsupportedOn } = this.#machine.protocol
    const reason = unsupportedOn(program, variant, limits)
    if (reason !== null || this.#variant === variant) return reason
    return unsupportedOn(program, this.#variant, [])
  }

  #differenceOf(program: Program, observed: Observation, verdict: Verdict): Difference | null {
    if (verdict.result === 'same') return null
    const { protocol } = this.#machine
    const signature = signatureOf(protocol, verdict.expected, observed, verdict.difference)
    return { program, observed, verdict, signature }
  }

  async #try(program: Program): Promise<Outcome> {
    try {
      const reason = this.#unsupported(program)
      if (reason !== null) return { kind: 'unsupported', reason }
    } catch (error) {
      if (error instanceof InputError) return { kind: 'unsupported', reason: error.message }
      throw error
    }
    const answer = ask(this.session, this.#machine, program, this.#description.masks)
    // The target is at work meanwhile.
    const allowed = new Allowed(this.#machine, program, this.#variant, this.#description.masks)
    const result = await answer
    if (result.kind !== 'ran') return result
    const { observation, faults } = result
    const verdict = judge(allowed, observation)
    const difference = this.#differenceOf(program, observation, verdict)
    return {
      kind: 'done',
      sightings: difference ? [this.#sighting(difference)] : [],
      events: verdict.result === 'same' ? verdict.events : 0,
      cut: verdict.result === 'same' && verdict.cut,
      faults,
    }
  }

  #sighting(difference: Difference): Sighting {
    const { program, signature } = difference
    const isSame = (found: Difference): boolean => isSameSymptom(found.signature, signature)
    const isClose = (found: Difference): boolean => isSame(found) && found.signature.at === signature.at
    return {
      signature: signatureText(signature),
      again: async () => {
        const oracle = this.#oracle(() => true)
        return (await this.#shrinker.again(program, difference, oracle)).seen
      },
      found: () => this.#found(difference),
      investigate: async () => {
        // First it keeps the instruction at which it happens, so that in a long program it does not slip to something
        // else; then only what differs counts.
        const closest = await this.#shrinker.shrink(program, difference, this.#oracle(isClose))
        const shrunk = await this.#shrinker.shrink(closest.program, closest.shown, this.#oracle(isSame))
        const smallest = await this.#disarmed(shrunk.shown, isSame)
        const { shown, seen } = await this.#shrinker.confirm(
          { program: smallest.program, shown: smallest },
          { program, shown: difference },
          this.#oracle(isSame),
        )
        return { ...this.#found(shown), seen }
      },
    }
  }

  /**
   * What a program shows on the target, if it is wanted. One that would loop is not even asked for unless the first
   * one did: nobody wants to read it, and it takes its time.
   */
  #oracle(wanted: (found: Difference) => boolean, mayLoop = true): Oracle<Difference> {
    return {
      loops: ({ observed, verdict }) => loops(observed) || loops(verdict.expected.observation),
      withoutLoops: () => this.#oracle(wanted, false),
      show: async (program, run) => {
        if (this.#unsupported(program) !== null) return null
        const allowed = new Allowed(this.#machine, program, this.#variant, this.#description.masks)
        if (!mayLoop && loops(allowed.first.observation)) return null
        const observed = await run(program)
        if (observed === null || (!mayLoop && loops(observed))) return null
        const difference = this.#differenceOf(program, observed, judge(allowed, observed))
        return difference && wanted(difference) ? difference : null
      },
    }
  }

  /** Where a handler that only returns makes a loop, one that disarms the breakpoint may show the same. */
  async #disarmed(difference: Difference, isSame: (found: Difference) => boolean): Promise<Difference> {
    const oracle = this.#oracle(isSame)
    if (!oracle.loops(difference)) return difference
    const { program } = difference
    const disarming = this.#machine.protocol.disarmed(program)
    const found = await this.#shrinker.look(disarming, oracle.withoutLoops())
    return found ? (await this.#shrinker.shrink(disarming, found, oracle)).shown : difference
  }

  #found({ program, observed, verdict, signature }: Difference): Omit<Found, 'seen'> {
    const { expected, difference } = verdict
    const { variant: describing, masks } = this.#description
    const variant = this.#variant
    const explanation =
      variant === describing
        ? null
        : explain(this.#machine, this.#tried, program, observed, variant, describing, masks)
    const open = [...expected.run.consulted].filter(([name]) => variant.answers[name] === undefined)
    return {
      kind: explanation ? 'deviation' : 'divergence',
      variant: variant.id,
      property: null,
      signature: (explanation && deviationSignature(explanation)) ?? signatureText(signature),
      program,
      answers: answersById(this.#machine.name, new Map(open)),
      difference,
      expected: expected.observation,
      observed,
      ...(explanation ? { explanation } : {}),
    }
  }
}
