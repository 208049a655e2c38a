/**
 * What the corpus needs to know of a machine. Everything here beside the files of the machines is the same for all.
 */
import type { MachineOf, MachineTypes } from '../../../properties/machine.ts'
import type { TargetMachine } from '../../machines/machine.ts'
import type { HostWords } from '../../targets/process.ts'
import type { Description, Limit } from '../../targets/protocol.ts'
import type { Tool } from '../writers/tables/tool.ts'

/** The CPUs in software of which something is known. */
export type SoftwareCpu = 'qemu' | 'bochs'

/** How a kind of /dev/kvm is recognised, by the words of the runner's hello and by what it does. */
export interface Signs {
  /** For people. */
  readonly title: string
  /** KVM's vendor module, if only one is meant. */
  readonly module?: string
  /** The first release that is nearer to this kind than to the next one. */
  readonly from?: readonly [number, number]
  /** How the CPU's name begins. */
  readonly cpuName?: string
  /** The emulator that the CPU does not name. */
  readonly emulator?: string
  /** KVM emulates the guest's code. */
  readonly emulates?: true
  /** How the releases begin that its variant was measured on; `null` if it was read in the source and never measured. */
  readonly measured: string | null
}

/** A kind of /dev/kvm. */
export interface Kind<T extends MachineTypes = MachineTypes> extends Signs {
  readonly description: Description<T>
  /** `null` if the guest sees the computer's own. */
  readonly cpu: SoftwareCpu | null
}

/** The words of a hello by which a kind is recognised. */
export const wordsOf = ({ module, from, cpuName, emulator }: Signs): HostWords => ({
  ...(module === undefined ? {} : { module }),
  kernel: from?.join('.') ?? '0.0',
  ...(cpuName === undefined ? {} : { 'cpu-name': cpuName }),
  ...(emulator === undefined ? {} : { emulator }),
})

/** The fields of an exit that are compared; any other one is none. */
export interface FieldNames {
  /** Of its record, in the order in which they are shown. */
  readonly record: readonly string[]
  /** Of the guest's state, as the runner writes them. */
  readonly state: readonly string[]
  /** Those of the state that can be absent. */
  readonly optional: readonly string[]
  /** Those of the state that are lists, and of how many values. */
  readonly lists: { readonly [name: string]: number }
  /** The one that is always shown. */
  readonly pc: string
}

/** How the lines of programs begin: what many have in common is written once. */
export interface SetupWords<T extends MachineTypes> {
  /** An empty program that starts as this one does. */
  readonly plain: (program: T['Program']) => T['Program']
  /** Whether a word of the set-up is the same for programs that start alike. */
  readonly isCommon: (word: string) => boolean
  /** Words of registers: of one that has them too only what is different is repeated. */
  readonly registers: readonly string[]
  /** Registers that no program sets, with their values: a fresh vCPU may have something in them. */
  readonly unset: readonly string[]
}

/** What a program needs of /dev/kvm: fields of `struct needs` in C, with their values. */
export type Needs = { readonly [field: string]: string }

export interface CorpusMachine<T extends MachineTypes = MachineTypes> {
  readonly machine: TargetMachine<T>
  readonly tried: MachineOf<T>
  /** The file's name, wherever it is written. */
  readonly file: string
  /** The ioctls that it is about, and what it needs: sentences of the file's head. */
  readonly about: { readonly ioctls: string; readonly needs: string }
  /**
   * The C compiler that the file is checked with.
   *
   * @throws Unavailable if there is none.
   */
  readonly compiler: () => Promise<Tool>
  /** `process.arch` of the computers that can run it. */
  readonly runsOn: string
  /** Sources of the runner, in the order in which they follow each other. */
  readonly runner: readonly string[]
  /** The machine's part of the judge: a header and a source in this folder. */
  readonly judge: { readonly header: string; readonly source: string }
  /** In the order in which they are tried; the last is any other. */
  readonly kinds: readonly Kind<T>[]
  readonly fields: FieldNames
  readonly words: SetupWords<T>
  /** Programs that say nothing on any kind. */
  readonly limits: readonly Limit<T>[]
  /** Why the corpus cannot judge a program; `null` if it can. */
  readonly refuses: (program: T['Program']) => string | null
  /** @param isAllowedAlike whether another program may do exactly the same. */
  readonly needs: (program: T['Program'], isAllowedAlike: (other: T['Program']) => boolean) => Needs
  /** By the mode that a program starts in: an index into a table of its own. */
  readonly mode: (program: T['Program']) => number
  /** Tables in C that only this machine has. */
  readonly tables: () => string
  /** A program by which a kind that emulates is known; `null` where none is told apart by what it does. */
  readonly probe: T['Program'] | null
  /**
   * In which kernels a deviation is, and what ended it.
   *
   * @param shows whether a variant shows it too.
   */
  readonly range: (variant: T['Variant'], shows: (other: T['Variant']) => boolean) => string
  /** Programs that are in every corpus beside the findings. */
  readonly programs: () => readonly Candidate<T>[]
}

/** A program of the corpus, by a name that keeps its meaning. */
export interface Candidate<T extends MachineTypes = MachineTypes> {
  /** Letters, digits, dots and dashes. */
  readonly name: string
  /** Why it is in the corpus, in a phrase. */
  readonly why: string
  readonly program: T['Program']
}

/** The same for those who do not care which machine it is. */
export const anyCorpus = <T extends MachineTypes>(machine: CorpusMachine<T>): CorpusMachine =>
  machine as unknown as CorpusMachine
