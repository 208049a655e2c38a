/**
 * The tables of the corpus in C.
 */

import type { MachineTypes } from '../../../properties/machine.ts'
import { commentText } from '../../reports/c/format.ts'
import { fieldsOf, lineOf } from './encode.ts'
import type { Entry, Special } from './entries.ts'
import { type Known, KnownTexts } from './known.ts'
import type { CorpusMachine, Kind, Needs } from './machine.ts'

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

const CPUS = { qemu: 'QEMU_CPU', bochs: 'BOCHS_CPU' } as const

const kindRow = <T extends MachineTypes>(kind: Kind<T>): string => {
  const { title, description, measured, module, from, cpuName, emulator, emulates, cpu } = kind
  const [major, minor] = from ?? [0, 0]
  const isDescribed = description.variant.base !== null
  return [
    `\t{\n\t\t.title = ${quoted(title)},`,
    ...(isDescribed ? [`\t\t.variant = ${quoted(description.variant.id)},`] : []),
    ...(measured === null ? [] : [`\t\t.measured = ${quoted(measured)},`]),
    ...(module === undefined ? [] : [`\t\t.module = ${quoted(module)},`]),
    ...(from === undefined ? [] : [`\t\t.from = ${1000 * major + minor},`]),
    ...(cpuName === undefined ? [] : [`\t\t.cpu_name = ${quoted(cpuName)},`]),
    ...(emulator === undefined ? [] : [`\t\t.emulator = ${quoted(emulator)},`]),
    ...(emulates ? ['\t\t.emulates = true,'] : []),
    ...(cpu === null ? [] : [`\t\t.cpu = ${CPUS[cpu]},`]),
    '\t},',
  ].join('\n')
}

const LAYERS = { policy: 'POLICY', abi: 'ABI', arch: 'ARCH' } as const

/** A known deviation in words. */
interface KnownText {
  readonly text: string
  readonly range: string
  readonly layer: Known['layer']
}

const knownRow = ({ text: what, range, layer }: KnownText): string =>
  [
    '\t{',
    `\t\t.text = ${literals(what, '\t\t\t')},`,
    `\t\t.range = ${literals(range, '\t\t\t')},`,
    `\t\t.layer = ${layer === null ? 'OPEN' : LAYERS[layer]},`,
    '\t},',
  ].join('\n')

const needsRow = (needs: Needs): string[] => {
  const fields = Object.entries(needs).map(([name, value]) => `.${name} = ${value}`)
  return fields.length === 0 ? [] : [`\t\t.needs = { ${fields.join(', ')} },`]
}

/** How many values the tables of a machine have room for. */
export const corpusSizes = <T extends MachineTypes>({ kinds, fields }: CorpusMachine<T>): string =>
  [
    `#define KINDS\t\t${kinds.length}`,
    `#define FIELDS\t\t${fieldsOf(fields).length}`,
    '/* So many of them belong to the record of an exit. */',
    `#define RECORD_FIELDS\t${fields.record.length}`,
  ].join('\n')

/** The tables, and the title of the whole. */
export const corpusData = <T extends MachineTypes>(
  of: CorpusMachine<T>,
  entries: readonly Entry<T>[],
  title: string,
): string => {
  const { machine, kinds, fields, probe, tables } = of
  const starts = new Table<{ common: string; start: string; mode: number }>(({ common }) => common)
  const skips = new Table<string>(text)
  const knownTexts = new KnownTexts(
    machine.variants[0]!.id,
    entries.flatMap(({ specials }) =>
      [...specials.values()].flatMap((special) => ('known' in special ? [special.known] : [])),
    ),
  )
  const knowns = new Table<KnownText>(({ text: what, range }) => `${what}\0${range}`)
  const runs = new Runs()

  const specialRow = ([kind, special]: readonly [number, Special]): string => {
    if ('skip' in special) return `\t\t\t[${kind}] = { .skip = skip_${skips.add(special.skip)} },`
    const known = knowns.add({ ...knownTexts.of(special.known), layer: special.known.layer })
    const first = runs.first(special.runs)
    return `\t\t\t[${kind}] = { .known = &knowns[${known}], .first = ${first}, .count = ${special.runs.length} },`
  }
  // It begins where the first program does.
  if (probe !== null) starts.add({ common: lineOf(of, probe).common, start: '', mode: 0 })

  const programRow = (entry: Entry<T>): string => {
    const { name, why, words, start, mode, needs, specials } = entry
    const number = starts.add({ common: words.common, start, mode })
    if (starts.values[number]!.start === '') starts.values[number] = { ...starts.values[number]!, start }
    return [
      '\t{',
      `\t\t.name = ${quoted(name)},`,
      `\t\t.why = ${literals(why, '\t\t\t')},`,
      `\t\t.text = ${literals(entry.text.map((line) => `${line}\n`).join(''), '\t\t\t')},`,
      `\t\t.start = &starts[${number}],`,
      `\t\t.words = ${literals(words.own, '\t\t\t ')},`,
      `\t\t.first = ${runs.first(entry.runs)}, .count = ${entry.runs.length},`,
      ...needsRow(needs),
      ...(specials.size === 0 ? [] : ['\t\t.on = {', ...[...specials].map(specialRow), '\t\t},']),
      '\t},',
    ].join('\n')
  }

  const programs = entries.map(programRow)
  return `${[
    `/* The fields of an exit: of its record, then of the guest's state. */
static const char *const fields[FIELDS] = {
${fieldsOf(fields)
  .map((name) => `\t${quoted(name)},`)
  .join('\n')}
};

/* Those that the runner writes as one with commas. */
static const struct list lists[] = {
${Object.entries(fields.lists)
  .map(([name, count]) => `\t{ ${quoted(name)}, ${count} },`)
  .join('\n')}
};

static const char pc_field[] = ${quoted(fields.pc)};`,
    `static const struct kind kinds[KINDS] = {
${kinds.map(kindRow).join('\n')}
};`,
    tables(),
    `/* Memory that programs start from. */
static const char *const image_words[] = {
${machine.protocol
  .imageLines()
  .map((line) => `\t${literals(line, '\t')},`)
  .join('\n')}
};`,
    `static const struct start starts[] = {
${starts.values
  .map(
    ({ common, start, mode }) =>
      `\t{\n\t\t.words = ${literals(common, '\t\t\t ')},\n\t\t.state = ${literals(start, '\t\t\t ')},\n${mode === 0 ? '' : `\t\t.mode = ${mode},\n`}\t},`,
  )
  .join('\n')}
};

/* What kinds of /dev/kvm are told apart by, beside the words of the hello; NULL if by nothing. */
static const char *const probe = ${probe === null ? 'NULL' : quoted(lineOf(of, probe).own)};

static const char corpus_title[] = ${quoted(title)};`,
    skips.values
      .map((reason, i) => `static const char skip_${i}[] =\n\t${literals(reason, '\t')};`)
      .join('\n'),
    `static const struct known knowns[] = {
${knowns.values.map(knownRow).join('\n')}
};`,
    `static const char *const runs[] = {
${runs.all.map((run) => `\t${literals(run, '\t')},`).join('\n')}
};`,
    `static const struct program programs[] = {
${programs.join('\n')}
};`,
  ].join('\n\n')}\n`
}
