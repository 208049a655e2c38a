/**
 * The tables of the corpus in C.
 */
import { isFault, LOG_RECORD, type ProgramMode } from '../../../model/x86/index.ts'
import { commentText } from '../../reports/c/format.ts'
import { EMULATION_PROBE } from '../../targets/x86/describe.ts'
import { LOG_LAYOUT } from '../../targets/x86/log.ts'
import { imageLines } from '../../targets/x86/lower.ts'
import { FIELDS, RECORD, wordsOf } from './encode.ts'
import type { Entry, Special } from './entries.ts'
import { type Kind, kinds } from './kinds.ts'
import { type Known, KnownTexts } from './known.ts'

/** Columns of a string literal before the next one begins. */
const LITERAL = 90

const quoted = (text: string): string =>
  `"${commentText(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`

/** A text as string literals, which end at line ends or between words. */
const literals = (text: string, indent: string): string => {
  const pieces: string[] = []
  for (const line of text.split(/(?<=\n)/)) {
    let rest = line
    while (rest.length > LITERAL) {
      const blank = rest.lastIndexOf(' ', LITERAL) + 1
      const comma = rest.lastIndexOf(',', LITERAL) + 1
      const end = blank || comma || LITERAL
      pieces.push(rest.slice(0, end))
      rest = rest.slice(end)
    }
    pieces.push(rest)
  }
  return pieces.map(quoted).join(`\n${indent}`)
}

/** Values that are written once and referred to by number. */
class Table<T> {
  readonly #key: (value: T) => string
  readonly #numbers = new Map<string, number>()
  readonly values: T[] = []

  constructor(key: (value: T) => string) {
    this.#key = key
  }

  add(value: T): number {
    const key = this.#key(value)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.values.length)
    return this.values.push(value) - 1
  }
}

const text = (value: string): string => value

/** Sequences of runs in one table, each sequence once. */
class Runs {
  readonly #sequences = new Map<string, number>()
  readonly all: string[] = []

  first(runs: readonly string[]): number {
    const key = runs.join('\0')
    const known = this.#sequences.get(key)
    if (known !== undefined) return known
    const first = this.all.length
    this.#sequences.set(key, first)
    this.all.push(...runs)
    return first
  }
}

const kindRow = ({ title, description, measured, module, from, cpuName, emulates, ownCpu }: Kind): string => {
  const [major, minor] = from ?? [0, 0]
  const isDescribed = description.variant.base !== null
  return [
    `\t{\n\t\t.title = ${quoted(title)},`,
    ...(isDescribed
      ? [`\t\t.variant = ${quoted(description.variant.id)}, .measured = ${quoted(measured)},`]
      : []),
    ...(module === undefined ? [] : [`\t\t.module = ${quoted(module)},`]),
    ...(from === undefined ? [] : [`\t\t.from = ${1000 * major + minor},`]),
    ...(cpuName === undefined ? [] : [`\t\t.cpu_name = ${quoted(cpuName)},`]),
    ...(emulates ? ['\t\t.emulates = true,'] : []),
    ...(ownCpu ? ['\t\t.own_cpu = true,'] : []),
    ...(description.masks.length === 0 ? [] : ['\t\t.qemu_cpu = true,']),
    '\t},',
  ].join('\n')
}

const layoutRow = (mode: ProgramMode): string => {
  const { ip, flags, vector, dr6 } = LOG_LAYOUT[mode]
  return `\t{ ${[LOG_RECORD[mode], ...ip, ...flags, vector[0], dr6[0]].join(', ')} },`
}

const faultBits = (): number =>
  Array.from({ length: 32 }, (_, vector) => vector)
    .filter(isFault)
    .reduce((bits, vector) => (bits | (1 << vector)) >>> 0, 0)

const LAYERS = { policy: 'POLICY', abi: 'ABI', arch: 'ARCH' } as const

const knownRow = ({ range, layer }: Known, what: string): string =>
  [
    '\t{',
    `\t\t.text = ${literals(what, '\t\t\t')},`,
    `\t\t.range = ${literals(range, '\t\t\t')},`,
    `\t\t.layer = ${layer === null ? 'OPEN' : LAYERS[layer]},`,
    '\t},',
  ].join('\n')

/** The tables, and the title of the whole. */
export const corpusData = (entries: readonly Entry[], title: string): string => {
  const starts = new Table<{ common: string; start: string; isLong: boolean }>(({ common }) => common)
  const skips = new Table<string>(text)
  const knownTexts = new KnownTexts(
    entries.flatMap(({ specials }) =>
      [...specials.values()].flatMap((special) => ('known' in special ? [special.known] : [])),
    ),
  )
  const knowns = new Table<Known>((known) => `${knownTexts.of(known)}\0${known.range}`)
  const runs = new Runs()

  const specialRow = ([kind, special]: readonly [number, Special]): string => {
    if ('skip' in special) return `\t\t\t[${kind}] = { .skip = skip_${skips.add(special.skip)} },`
    const known = knowns.add(special.known)
    const first = runs.first(special.runs)
    return `\t\t\t[${kind}] = { .known = &knowns[${known}], .first = ${first}, .count = ${special.runs.length} },`
  }
  // The first kind's start is where the probe begins.
  starts.add({ common: wordsOf(EMULATION_PROBE).common, start: '', isLong: false })

  const programRow = (entry: Entry): string => {
    const { name, why, words, start, needsPrefix, needsBlockIrq, vendor, specials } = entry
    const number = starts.add({ common: words.common, start, isLong: entry.program.setup.mode === 'long' })
    if (starts.values[number]!.start === '') starts.values[number] = { ...starts.values[number]!, start }
    return [
      '\t{',
      `\t\t.name = ${quoted(name)},`,
      `\t\t.why = ${literals(why, '\t\t\t')},`,
      `\t\t.text = ${literals(entry.text.map((line) => `${line}\n`).join(''), '\t\t\t')},`,
      `\t\t.start = &starts[${number}],`,
      `\t\t.words = ${literals(words.own, '\t\t\t ')},`,
      `\t\t.first = ${runs.first(entry.runs)}, .count = ${entry.runs.length},`,
      ...(vendor === null ? [] : [`\t\t.vendor = ${vendor.toUpperCase()},`]),
      ...(needsPrefix ? ['\t\t.needs_prefix = true,'] : []),
      ...(needsBlockIrq ? ['\t\t.needs_blockirq = true,'] : []),
      ...(specials.size === 0 ? [] : ['\t\t.on = {', ...[...specials].map(specialRow), '\t\t},']),
      '\t},',
    ].join('\n')
  }

  const programs = entries.map(programRow)
  return `${[
    `/* The fields of an exit: of its record, then of the guest's state. */
static const char *const fields[] = {
${FIELDS.map((name) => `\t${quoted(name)},`).join('\n')}
};

/* So many of them belong to the record. */
#define RECORD_FIELDS\t${RECORD.length}`,
    `static const struct kind kinds[KINDS] = {
${kinds.map(kindRow).join('\n')}
};`,
    `/* In real mode and in long mode. */
static const struct log_layout log_layouts[] = {
${(['real', 'long'] as const).map(layoutRow).join('\n')}
};

/* The vectors that are faults. */
static const uint32_t faults = 0x${faultBits().toString(16)};`,
    `/* Memory that programs start from. */
static const char *const image_words[] = {
${imageLines()
  .map((line) => `\t${literals(line, '\t')},`)
  .join('\n')}
};`,
    `static const struct start starts[] = {
${starts.values
  .map(
    ({ common, start, isLong }) =>
      `\t{\n\t\t.words = ${literals(common, '\t\t\t ')},\n\t\t.state = ${literals(start, '\t\t\t ')},\n${isLong ? '\t\t.is_long = true,\n' : ''}\t},`,
  )
  .join('\n')}
};

/* KVM's own emulator does not execute it. */
static const char emulation_probe[] = ${quoted(wordsOf(EMULATION_PROBE).own)};

static const char corpus_title[] = ${quoted(title)};`,
    skips.values
      .map((reason, i) => `static const char skip_${i}[] =\n\t${literals(reason, '\t')};`)
      .join('\n'),
    `static const struct known knowns[] = {
${knowns.values.map((known) => knownRow(known, knownTexts.of(known))).join('\n')}
};`,
    `static const char *const runs[] = {
${runs.all.map((run) => `\t${literals(run, '\t')},`).join('\n')}
};`,
    `static const struct program programs[] = {
${programs.join('\n')}
};`,
  ].join('\n\n')}\n`
}
