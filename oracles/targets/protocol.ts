/**
 * How the programs of one machine go over the line protocol of `kvm/README.md`, and what is known of the targets that
 * run them. Everything outside of the folders of the machines takes it as a value.
 */
import type { MachineTypes } from '../../properties/machine.ts'
import type { Mask } from './kvm/masks.ts'
import type { Observation } from './kvm/observation.ts'
import type { HostWords } from './process.ts'
import type { Signs } from './signs.ts'

/** Something that a target cannot do of the contract, or that is not the hypervisor's doing there. */
export interface Limit<T extends MachineTypes = MachineTypes> {
  /** What the report counts. */
  readonly reason: string
  /** Whether it concerns a program as it stands. */
  readonly program?: (program: T['Program']) => boolean
  /** Whether it concerns what a run of the model has become. */
  readonly run?: (run: T['Run'], variant: T['Variant']) => boolean
}

/** What is known of a target. */
export interface Description<T extends MachineTypes = MachineTypes> {
  readonly variant: T['Variant']
  /** The variant was measured on this very path; otherwise it is only the nearest that there is. */
  readonly exact: boolean
  /** Programs that say nothing there. */
  readonly limits: readonly Limit<T>[]
  /** What of its observations says nothing. */
  readonly masks: readonly Mask<T>[]
}

/** Runs a program on a target; `null` if the target does not answer it. */
export type Probe<T extends MachineTypes> = (program: T['Program']) => Promise<Observation | null>

export interface ProtocolOf<T extends MachineTypes = MachineTypes> {
  /** The lines that give a target the memory that programs have in common; sent once, before any program. */
  readonly imageLines: () => readonly string[]
  /**
   * The line that makes a target run a program.
   *
   * @throws InputError if the program cannot be laid out.
   */
  readonly lower: (program: T['Program']) => string
  /**
   * Which variant describes a target: by the words of its hello, and where these do not tell, by what it does.
   *
   * @param variants of this machine that are known.
   */
  readonly describe: (
    words: HostWords,
    probe: Probe<T>,
    variants: readonly T['Variant'][],
  ) => Promise<Description<T>>
  /** Whether a target is there for a program at all; what is random is made for it. */
  readonly isFor: (words: HostWords, program: T['Program']) => boolean
  /** The classes whose programs a target can run. */
  readonly classes: (words: HostWords, all: readonly T['ProgramClass'][]) => readonly T['ProgramClass'][]
  /**
   * Why the run of a program under a variant cannot be compared with that of the target, or `null`.
   *
   * @throws InputError if the program cannot be laid out.
   */
  readonly unsupportedOn: (
    program: T['Program'],
    variant: T['Variant'],
    limits: readonly Limit<T>[],
  ) => string | null
  /** The choice that is met where the manual leaves undefined what a program does. */
  readonly undefinedChoice: string
  readonly signs: Signs<T['Run']>
  /**
   * The run of a program as far as its target shows it, in the form in which properties look at runs; `null` where what a
   * target shows is too little for any of them.
   */
  readonly visibleRun: ((program: T['Program'], observed: Observation) => T['Run']) | null
  /** Properties over one run whose verdict on what a target shows is never a false one. */
  readonly visibleProperties: ReadonlySet<string>
  /** A program that loops where its handlers return, with handlers that switch off what made it. */
  readonly disarmed: (program: T['Program']) => T['Program']
  /** A host breakpoint: where debugging works at all, it hits. */
  readonly selfTest: { readonly program: T['Program']; readonly passes: (observed: Observation) => boolean }
  /** Words of the hello of a model in a kernel's place, beside its own. */
  readonly servedWords: string
  /**
   * A server of the protocol: answers one line after another with the lines of its answer, `done` among them; `null` where
   * nothing takes the model for a target.
   *
   * @param answers to the choices that the variant leaves open; defaults for the rest.
   */
  readonly serve:
    | ((variant: T['Variant'], answers?: T['Answers']) => (line: string) => readonly string[])
    | null
}
