/**
 * What a vector file says: one file per machine and subject. `vectors/README.md` explains it to whoever finds one;
 * `schemas/vectors.schema.json` is the same for programs.
 *
 * Register values are hex strings of the register's full width; counts, indices, sizes, ports, vectors and slot masks
 * are numbers.
 */
import type { Citation } from '../../model/citations.ts'
import type { MachineTypes } from '../../properties/machine.ts'
import type { Fields, Json, JsonRecord } from '../codec.ts'

/** Names the format of a vector file. */
export const VECTORS_FORMAT = 'guest-debug-oracle/vectors'
/** Version of the format; a file of another version is refused. */
export const VECTORS_VERSION = 1

/** `decision`: a record in, a record out. `program`: a guest program, and what its VMM and its guest see. */
export type VectorKind = 'decision' | 'program'

/**
 * What one field may be; anything but an exact value is an object with a `mask`, `notChecked` or `unpredictable`, and a
 * `reason`, a name in the header's reasons.
 */
export type Fact =
  /** Exactly this. */
  Json | LooseFact

/** A field that is not compared, or not all of it. */
export type LooseFact =
  /** `(seen ^ value) & mask` is zero; both are hex strings, or numbers for slot masks. */
  | { readonly value: string | number; readonly mask: string | number; readonly reason: string }
  /** Anything: it cannot be seen, or lies outside of the model. */
  | { readonly notChecked: true; readonly reason: string }
  /** Anything, but neither a crash nor a leak: the manual says so. */
  | { readonly unpredictable: true; readonly reason: string }

/** The answers to choices with which the specification gives an alternative: the first set found, by id. */
export type ChoicesTaken = { readonly [choice: string]: string }

/** One answer that is allowed. */
export interface AllowedAnswer {
  /** Only where there are several alternatives. */
  readonly choices?: ChoicesTaken
  readonly output: { readonly [field: string]: Fact }
}

/** Something the VMM sees, in order. */
export type ExpectedEvent =
  | {
      readonly kind: 'action'
      /** The ioctl, or the debugger's request, in words. */
      readonly action: string
      readonly result: string
      /** The register that it gave. */
      readonly value?: string
      /** The memory that it gave. */
      readonly bytes?: string
    }
  | {
      readonly kind: 'exit'
      /** Why KVM_RUN returned: `debug`, `io`, `mmio`, `hlt`, `shutdown`, … */
      readonly reason: string
      /** The part of `kvm_run` that belongs to the reason. */
      readonly record?: JsonRecord
      /** What the VMM reads, where it is not as in the vector's `start`. */
      readonly state: JsonRecord
    }

/** A run that is allowed. */
export interface AllowedRun {
  /** Only where there are several alternatives. */
  readonly choices?: ChoicesTaken
  readonly events: readonly ExpectedEvent[]
  /** How the program ends; absent where `then` says why nothing is expected. */
  readonly ending?: string
  /** What the guest's handlers have logged, as bytes of memory; absent with `ending`. */
  readonly log?: string
  /** The records of `log`, decoded. */
  readonly guest?: readonly JsonRecord[]
  /** Nothing after the last event is compared, or not in every case. */
  readonly then?: Extract<LooseFact, { readonly notChecked: true } | { readonly unpredictable: true }>
}

/** Everything that one variant allows: whatever is seen must be one of the alternatives. */
export interface Expectation<Alternative> {
  readonly allowed: readonly Alternative[]
}

/** What the vectors of both kinds have in common. */
interface VectorBase<Alternative> {
  /** A slug, unique in the file; it keeps its meaning in later releases. */
  readonly id: string
  /** SHA-256 of the vector without this field, in canonical JSON (RFC 8785), as hex digits. */
  readonly hash: string
  /** Name of its group in the header. */
  readonly group: string
  /** Why it is in the file, in a sentence. */
  readonly why: string
  /** Names of notes in the header: what it means if this vector fails. */
  readonly notes: readonly string[]
  /**
   * What each variant of the header allows. The first variant is always there; one that is left out allows the same
   * as the first.
   */
  readonly expect: { readonly [variant: string]: Expectation<Alternative> }
}

/** A question to a decision. */
export interface DecisionVector extends VectorBase<AllowedAnswer> {
  /** Every field of the decision, those with defaults too. */
  readonly input: JsonRecord
}

/** What a target needs beyond the header's. */
export interface Requirements {
  readonly capabilities?: readonly string[]
  /** The vendor that the guest's CPUID must name. */
  readonly vendor?: 'intel' | 'amd'
  /** CPUID bits that the guest must have. */
  readonly cpuid?: readonly string[]
  /** Anything else, in words. */
  readonly other?: readonly string[]
}

/** One guest instruction as it lies in memory. */
export interface CodeLine {
  readonly address: string
  /** Hex digits in memory order. */
  readonly bytes: string
  /** x86 in Intel syntax. */
  readonly assembly: string
}

/** A guest program. */
export interface ProgramVector extends VectorBase<AllowedRun> {
  readonly requires: Requirements
  /** The program as data: `gdo run` and `gdo diff --program` take it. */
  readonly program: MachineTypes['Program']
  /** The setup in words. */
  readonly setup: string
  /** The code, and what ends it. */
  readonly code: readonly CodeLine[]
  /** The host's part in words: group k is done before run k. */
  readonly script: readonly (readonly string[])[]
  /** All that the VMM sets before the first run, and reads at every exit. */
  readonly start: JsonRecord
  /** The same and the script as one line of the KVM runner's protocol (`oracles/targets/kvm/README.md`). */
  readonly line: string
}

export type Vector = DecisionVector | ProgramVector

/** What a failure means. */
export interface Note {
  /**
   * `bug`: some kernel or emulator did this. `mutant`: an implementation that is wrong in this way would. `deviation`:
   * the kernels and patches named do something else than the ideal machine here.
   */
  readonly kind: 'bug' | 'mutant' | 'deviation'
  readonly meaning: string
  /** The strongest layer of the properties that are broken; `null` if none says anything. */
  readonly layer: 'arch' | 'abi' | 'policy' | null
  readonly cites: readonly Citation[]
  /** Commits that introduced it and that fixed it, as far as they are known. */
  readonly commits: { readonly introduced: readonly string[]; readonly fixed: readonly string[] }
}

/** A field of a decision's records, for readers and for writers of other formats. */
export interface FieldText {
  readonly name: string
  readonly meaning: string
  /** What it can be, in words. */
  readonly type: string
}

/** A variant whose expectations the file has. */
export interface VariantText {
  readonly id: string
  readonly status: string
  readonly summary: string
  readonly cites: readonly Citation[]
}

/** Everything of a file but its vectors. */
export interface Header {
  readonly format: typeof VECTORS_FORMAT
  readonly version: typeof VECTORS_VERSION
  readonly kind: VectorKind
  readonly machine: string
  /** Id of the decision; `machine/programs` for programs. */
  readonly subject: string
  readonly title: string
  /** How the file is read: a few sentences. */
  readonly about: readonly string[]
  readonly generator: {
    readonly name: string
    readonly version: string
    readonly seed: number
  }
  /** The first is the reference. */
  readonly variants: readonly VariantText[]
  /** What every vector needs. */
  readonly requires: Requirements
  /** The freedoms that alternatives come from, by id. */
  readonly choices: {
    readonly [id: string]: { readonly question: string; readonly layer: string }
  }
  /** Why something is not compared exactly, by the name that facts have. */
  readonly reasons: { readonly [reason: string]: string }
  /** In the order of the file. */
  readonly groups: readonly { readonly name: string; readonly meaning: string }[]
  readonly notes: { readonly [name: string]: Note }
  /** For decisions. */
  readonly decision?: {
    readonly meaning: string
    readonly inputs: readonly FieldText[]
    readonly outputs: readonly FieldText[]
    readonly cites: readonly Citation[]
  }
  /** For programs: what they all rely on. */
  readonly contract?: {
    /** The memory map, the handlers' log and the answers to reads, in words. */
    readonly about: readonly string[]
    /** Memory that `image=N` of a vector's line stands for: lines of the KVM runner's protocol. */
    readonly images: readonly string[]
  }
}

/** A file as JSON; as NDJSON the header, each vector and the end are lines. */
export interface VectorFile extends Header {
  readonly tests: readonly Vector[]
  readonly numberOfTests: number
  /** SHA-256 of the header and the vectors as lines of canonical JSON: of the NDJSON form without its last line. */
  readonly digest: string
}

/** What is exported: a header, and vectors that are made while they are written. */
export interface VectorSource<T extends Vector = Vector> {
  /** Name of its file, without extension: `x86-merge-dr6`. */
  readonly name: string
  readonly header: Header
  /** The variants of the header themselves. */
  readonly variants: readonly MachineTypes['Variant'][]
  /** Of a decision: what its fields can be, for formats with types. */
  readonly fields?: { readonly inputs: Fields; readonly outputs: Fields }
  /** The same vectors each time; none of them need be kept. */
  readonly tests: () => Iterable<T>
}

/** What a variant of the header allows. */
export const expectationOf = <Alternative>(
  { variants }: Pick<Header, 'variants'>,
  { expect }: { readonly expect: { readonly [variant: string]: Expectation<Alternative> } },
  variant: string,
): Expectation<Alternative> => expect[variant] ?? expect[variants[0]!.id]!

/** Whether a fact is anything but an exact value. */
export const isLoose = (fact: Fact | undefined): fact is LooseFact =>
  typeof fact === 'object' &&
  fact !== null &&
  Object.hasOwn(fact, 'reason') &&
  ['mask', 'notChecked', 'unpredictable'].some((name) => Object.hasOwn(fact, name))
