/**
 * What vectors of programs need to know of a machine.
 */
import type { MachineOf, MachineTypes } from '../../../properties/machine.ts'
import type { JsonRecord } from '../../codec.ts'
import type { TargetMachine } from '../../machines/machine.ts'
import type { Fields } from '../../targets/kvm/observation.ts'
import type { Limit } from '../../targets/protocol.ts'
import type { CodeLine, Requirements } from '../envelope.ts'
import type { EventForms } from './forms.ts'
import type { Wording } from './wording.ts'

/** A program with its reason. */
export interface SpreadProgram<T extends MachineTypes = MachineTypes> {
  readonly id: string
  readonly why: string
  readonly program: T['Program']
}

/** Something that a run shows. */
export interface Feature {
  readonly slug: string
  /** Behind “shows”. */
  readonly text: string
}

export interface ProgramsOf<T extends MachineTypes = MachineTypes> {
  readonly machine: TargetMachine<T>
  /** The machine with the programs that it is tried on. */
  readonly tried: MachineOf<T>
  readonly wording: Wording
  /** What programs rely on, in words. */
  readonly contract: readonly string[]
  /** Capabilities that every program needs. */
  readonly capabilities: readonly string[]
  readonly requirements: (program: T['Program']) => Requirements
  /** What the VMM reads before the first run. */
  readonly start: (program: T['Program'], variant: T['Variant']) => Fields
  /** Every instruction, and what ends the program. */
  readonly code: (program: T['Program']) => readonly CodeLine[]
  /** What the host did in a run, in the order of the events that tell how it ended. */
  readonly performed: (program: T['Program'], run: T['Run']) => readonly T['Action'][]
  readonly forms: EventForms
  /** The records of a log for readers. */
  readonly guest: (log: string, program: T['Program']) => readonly JsonRecord[]
  /** What the kernel that a variant stands for was not measured on, or cannot be asked for. */
  readonly limits: (variant: T['Variant']) => readonly Limit<T>[]
  /** Why nothing is said of what comes after the protocol's undefined choice. */
  readonly undefinedReason: { readonly name: string; readonly text: string }
  /** Why parts of values are not compared, by name. */
  readonly reasons: { readonly [name: string]: string }
  /** Classes of programs that every target can run. */
  readonly classes: readonly T['ProgramClass'][]
  /** Every instruction under each debugger. */
  readonly systematic: () => readonly SpreadProgram<T>[]
  /** What an event shows. */
  readonly features: (event: T['Run']['events'][number]) => readonly Feature[]
  /** What a host that debugs would do last. */
  readonly detach: readonly T['Action'][]
}

/** Of machines whose every action is one of the script. */
export const inScriptOrder = <Action>({
  script,
}: {
  readonly script: readonly (readonly Action[])[]
}): readonly Action[] => script.flat()

/** The same for those who do not care which machine it is. */
export const anyPrograms = <T extends MachineTypes>(programs: ProgramsOf<T>): ProgramsOf =>
  programs as unknown as ProgramsOf

/** Id of a machine's programs among the oracles. */
export const programsId = ({ machine }: { readonly machine: { readonly name: string } }): string =>
  `${machine.name}/programs`
