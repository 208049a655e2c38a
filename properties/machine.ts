/**
 * What checking, shrinking and exhaustive search need to know of a machine. Everything else in `properties/` beside the
 * folders of the machines is the same for all of them.
 */
import type { Arbitrary } from 'fast-check'
import type { Choices } from '../model/choices.ts'
import type { ProgramEnvelope } from '../model/program.ts'
import type { VariantOf } from '../model/variant.ts'
import type { Property } from './property.ts'

/** A run, as far as all machines have the same. */
export interface AnyRun {
  readonly events: readonly { readonly kind: string }[]
  readonly ending: string
  /** Every choice that was consulted, with the answer taken. */
  readonly consulted: ReadonlyMap<string, string>
}

/** The types of one machine, under one name: `interface X86 extends MachineTypes { Program: Program, … }`. */
export interface MachineTypes {
  Setup: object
  Instruction: { readonly op: string }
  Action: { readonly do: string }
  Program: ProgramEnvelope<string, object, { readonly op: string }, { readonly do: string }>
  Run: AnyRun
  Rules: object
  Context: object
  Answers: object
  // biome-ignore lint/suspicious/noExplicitAny: slots take the machine that they belong to.
  Variant: VariantOf<any, any, any>
  ProgramClass: string
}

/** The alphabet of exhaustive search: few setups, instructions and groups of actions. */
export interface AlphabetOf<T extends MachineTypes> {
  readonly setups: readonly T['Setup'][]
  readonly instructions: readonly T['Instruction'][]
  readonly groups: readonly (readonly T['Action'][])[]
}

/** How the programs of a machine are made smaller; each pass yields programs to try, the boldest first. */
export interface ShrinkingOf<T extends MachineTypes> {
  /** Programs with something left out. */
  readonly dropped: (program: T['Program']) => Iterable<T['Program']>
  /** Programs with something simpler. */
  readonly simplified: (program: T['Program']) => Iterable<T['Program']>
}

/** One machine. */
export interface MachineOf<T extends MachineTypes> {
  /** The first half of its identifiers. */
  readonly name: string
  readonly variants: readonly T['Variant'][]
  readonly properties: readonly Property<T>[]
  readonly choices: Choices
  readonly programClasses: readonly T['ProgramClass'][]
  /** Random programs of a class. */
  readonly programs: (programClass: T['ProgramClass']) => Arbitrary<T['Program']>
  readonly alphabet: AlphabetOf<T>
  readonly shrinking: ShrinkingOf<T>
  readonly makeProgram: (
    setup: T['Setup'],
    code: T['Program']['code'],
    script: T['Program']['script'],
  ) => T['Program']
  /** Whether an instruction can be used with a setup. */
  readonly existsIn: (instruction: T['Instruction'], setup: T['Setup']) => boolean
  /** @throws InputError if the program cannot be laid out. */
  readonly layOut: (program: T['Program']) => unknown
  readonly runProgram: (program: T['Program'], variant: T['Variant'], answers?: T['Answers']) => T['Run']
  /** All runs that a program may produce, one for each combination of answers to the choices that it meets. */
  readonly allowedRuns: (
    program: T['Program'],
    variant: T['Variant'],
  ) => Iterable<{ readonly run: T['Run']; readonly answers: T['Answers'] }>
  /** The first thing in which two runs differ to their observers, as a sentence; `null` if they do not. */
  readonly firstDifference: (expected: T['Run'], actual: T['Run']) => string | null
}
