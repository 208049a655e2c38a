/**
 * What the command line and the reports need to know of a machine. Everything outside of the files of the machines
 * takes it as a value.
 */
import type { Bug } from '../../model/bug.ts'
import type { Layer } from '../../model/variant.ts'
import type { MachineOf, MachineTypes } from '../../properties/machine.ts'
import type { Property } from '../../properties/property.ts'
import type { Codec, JsonRecord } from '../codec.ts'
import type { ObservedLine } from '../reports/observed-line.ts'
import type { Row, RowOptions } from '../reports/run-rows.ts'
import type { CounterexampleSubject, FindingSubject } from '../reports/subject.ts'
import type { Difference, Observation } from '../targets/kvm/observation.ts'
import type { ProtocolOf } from '../targets/protocol.ts'

/** A choice as the machine declares it. */
export interface ChoiceText {
  readonly layer: Layer
  readonly question: string
  /** The first is the default. */
  readonly answers: readonly string[]
}

/** Programs and runs of a machine in words. */
export interface Words<T extends MachineTypes> {
  /** The guest that a program begins with, as the beginning of a sentence: `In real mode`. */
  readonly guest: (program: T['Program']) => string
  /** The parts of the setup that are not as the contract has them; empty if there are none. */
  readonly setup: (program: T['Program']) => string
  /** What the host does: the ioctl, with its arguments decoded. */
  readonly action: (action: T['Action'], program: T['Program']) => string
  /** Every instruction on a line, with its address and encoding, and what ends the program. */
  readonly disassembly: (program: T['Program']) => readonly string[]
  /** The lines of a run's table. */
  readonly rows: (program: T['Program'], run: T['Run'], options?: RowOptions) => readonly Row[]
  /** How a run ended, as the end of a sentence. */
  readonly ending: (run: T['Run']) => string
  /** A run with every value as it is written to a file. */
  readonly json: (run: T['Run']) => JsonRecord
  /** What an event shows to somebody, as a line that can be compared; `null` if nobody sees it. */
  readonly observation: (event: T['Run']['events'][number]) => string | null
  /**
   * What a target showed, as lines: each event, and what the guest's handlers have logged. `extra` is a field to show at
   * the event with that index.
   */
  readonly observed: (
    observation: Observation,
    program: T['Program'],
    extra: Pick<Difference, 'event' | 'field'> | null,
  ) => readonly ObservedLine[]
  /** The first difference of two observations, in a sentence. */
  readonly difference: (
    difference: Difference,
    expected: Observation,
    observed: Observation,
    program: T['Program'],
  ) => string
}

/** Something that `gdo explain` can show beside the parts of the machine: worked out when it is asked for. */
export interface Topic {
  /** `machine/kebab-case-name` */
  readonly id: string
  readonly record: () => JsonRecord
  readonly text: () => string
}

/** A machine that is built on others. */
export interface LayerOf<T extends MachineTypes> {
  /** A variant on one of a machine beneath, both by name: `vmm/qemu,x86/linux-6.1-svm`; `null` if it does not run on that. */
  readonly on: (variant: T['Variant'], beneath: MachineTypes['Variant']) => T['Variant'] | null
  /** Name of the machine beneath that a program runs on. */
  readonly beneath: (program: T['Program']) => string
  /** The program of the machine beneath that a run makes: what the host there does, action by action. */
  readonly lower: (program: T['Program'], variant: T['Variant']) => MachineTypes['Program']
}

export interface Machine<T extends MachineTypes = MachineTypes> {
  /** The first half of its identifiers. */
  readonly name: string
  readonly summary: string
  /** The ideal machine first. */
  readonly variants: readonly T['Variant'][]
  readonly ruleNames: readonly string[]
  readonly choices: { readonly [name: string]: ChoiceText }
  readonly bugs: readonly Bug[]
  readonly topics: readonly Topic[]
  /** The bug, and the property that it breaks, whose counterexample is shown to whoever sees the machine first. */
  readonly telling: { readonly variant: string; readonly property: string }
  readonly programCodec: Codec<T['Program']>
  readonly runProgram: MachineOf<T>['runProgram']
  readonly allowedRuns: MachineOf<T>['allowedRuns']
  readonly words: Words<T>
  /** How it is built on other machines; `null` where it stands for itself. */
  readonly layer: LayerOf<T> | null
  /** What the host observes of a run. */
  readonly observationOf: (run: T['Run']) => Observation
  /** How its programs go to targets; `null` where no target runs programs of it. */
  readonly protocol: ProtocolOf<T> | null
  /** The properties; only who asks for them pays for them. */
  readonly properties: () => Promise<readonly Property<T>[]>
  /** The machine with the programs that it is tried on. */
  readonly tried: () => Promise<MachineOf<T>>
  /** A counterexample or finding as a C file; `null` where nothing runs C files. */
  readonly cReport:
    | ((subject: CounterexampleSubject<T> | FindingSubject<T>, version: string) => Promise<string>)
    | null
}

/** A machine whose programs run on targets. */
export interface TargetMachine<T extends MachineTypes = MachineTypes> extends Machine<T> {
  readonly protocol: ProtocolOf<T>
}

/** A machine for those who do not care which: its own types are given up. */
export const anyMachine = <T extends MachineTypes>(machine: Machine<T>): Machine =>
  machine as unknown as Machine
