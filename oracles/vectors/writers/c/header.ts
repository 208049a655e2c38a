/**
 * The text of a C header: types, tables and a function that runs them. Freestanding C99, and C++11.
 */
import { blockComment, commentText } from '../../../reports/c/format.ts'
import { headOf, noteText } from '../tables/head.ts'
import { type Item, type Member, pathText, type Type } from '../tables/layout.ts'
import { upper } from '../tables/names.ts'
import { type AllowedRow, type Row, rowsOf, type Table } from '../tables/rows.ts'
import { CNames, cString, factText } from './names.ts'

/** What the headers of all decisions have in common; whichever is included first brings it. */
const COMMON = `#ifndef GDO_TABLES_1
#define GDO_TABLES_1

/* A value of an answer is allowed if (seen ^ value) & mask is 0. */
struct gdo_fact {
	uint64_t value;
	uint64_t mask;
};

/* A value of an answer: its path, the index of the one that says whether it is
 * there (or -1): it is if that one is above a number; and its names if it is an
 * enum or a bool. */
struct gdo_field {
	const char *path;
	int parent;
	uint32_t above;
	uint32_t names;
	const char *const *name;
};

/* What it means to fail. */
struct gdo_note {
	const char *name;
	const char *meaning;
};

/* A value that is not allowed. */
struct gdo_mismatch {
	const char *id;			/* of the vector */
	const char *why;		/* it is there */
	const char *notes;		/* names of notes, joined by commas */
	const char *field;
	uint64_t expected;
	uint64_t mask;			/* the bits that are compared */
	uint64_t actual;
	const char *expected_name;	/* of an enum or a bool, else NULL */
	const char *actual_name;
};

typedef void (*gdo_report)(void *context, const struct gdo_mismatch *mismatch);

/* Whether value i differs. What is not there is judged by its parent. */
static inline bool gdo_differs(const struct gdo_field *fields,
			       const struct gdo_fact *facts,
			       const uint64_t *seen, size_t i)
{
	if (fields[i].parent >= 0 && seen[fields[i].parent] <= fields[i].above)
		return false;
	return ((seen[i] ^ facts[i].value) & facts[i].mask) != 0;
}

static inline size_t gdo_differences(const struct gdo_field *fields,
				     const struct gdo_fact *facts,
				     const uint64_t *seen, size_t count)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		n += gdo_differs(fields, facts, seen, i);
	return n;
}

static inline const char *gdo_name(const struct gdo_field *field,
				   uint64_t value)
{
	return value < field->names ? field->name[value] : NULL;
}

#endif /* GDO_TABLES_1 */`

const usage = (names: CNames, { layout }: Table): string[] => {
  const { prefix } = names
  const [input, answer] = [layout.inputs[0]!, layout.answer[0]!]
  return [
    `#include "${prefix}.h"`,
    `static void mine(void *context, const struct ${prefix}_input *input, struct ${prefix}_answer *answer)`,
    `{ answer->${names.member('answer', answer.name)} = my_function(input->${names.member('input', input.name)}, ...); }`,
    'static void report(void *context, const struct gdo_mismatch *m)',
    '{ printf("%s: %s is %#" PRIx64 ", not %#" PRIx64 ": %s\\n", m->id, m->field, m->actual, m->expected, m->notes); }',
    `failed = ${prefix}_run(${names.variant(0)}, mine, report, NULL);`,
  ]
}

const itemType = (names: CNames, name: string, type: Item): string => {
  switch (type.kind) {
    case 'register':
      return 'uint64_t '
    case 'count':
      return 'uint32_t '
    case 'flag':
      return 'bool '
    case 'byte':
      return 'uint8_t '
    case 'name':
      return `enum ${names.tag(name, type)} `
    case 'bytes':
    case 'record':
      return `struct ${names.tag(name, type)} `
  }
}

const declaration = (names: CNames, record: string, name: string, type: Type): string[] => {
  switch (type.kind) {
    case 'option':
      return [`\tbool ${names.presence(record, name)};`, ...declaration(names, record, name, type.of)]
    case 'array':
      return [`\t${itemType(names, name, type.of)}${names.member(record, name)}[${type.length}];`]
    case 'list':
      return [
        `\tuint32_t ${names.length(record, name)};`,
        `\t${itemType(names, name, type.of)}${names.member(record, name)}[${type.most}];`,
      ]
    default:
      return [`\t${itemType(names, name, type)}${names.member(record, name)};`]
  }
}

const struct = (names: CNames, tag: string, record: string, members: readonly Member[]): string[] => [
  `struct ${tag} {`,
  ...members.flatMap(({ name, type }) => declaration(names, record, name, type)),
  '};',
  '',
]

/** Enums, their names, and structs inside of others, each once. */
class Declarations {
  readonly #names: CNames
  readonly #seen = new Set<string>()

  constructor(names: CNames) {
    this.#names = names
  }

  of(record: string, members: readonly Member[]): string[] {
    return members.flatMap(({ name, type }) => this.#type(record, name, type))
  }

  #type(record: string, name: string, type: Type): string[] {
    if (type.kind === 'option') return this.#type(record, name, type.of)
    if (type.kind === 'array' || type.kind === 'list') return this.#type(record, name, type.of)
    if (type.kind !== 'record' && type.kind !== 'name' && type.kind !== 'bytes') return []
    const tag = this.#names.tag(name, type)
    if (this.#seen.has(tag)) return []
    this.#seen.add(tag)
    if (type.kind === 'name')
      return [
        `enum ${tag} {`,
        ...type.values.map(
          (value, i) => `\t${this.#names.enumerator(name, type, i)}, /* ${commentText(value)} */`,
        ),
        '};',
        '',
      ]
    if (type.kind === 'bytes')
      return [
        `struct ${tag} { /* ${type.written === 'ascii' ? 'text without the 0 at its end' : 'in the order of memory'} */`,
        '\tuint32_t count;',
        `\tuint8_t bytes[${type.most}];`,
        '};',
        '',
      ]
    const path = `${record}.${name}`
    return [...this.of(path, type.members), ...struct(this.#names, tag, path, type.members)]
  }
}

const types = (names: CNames, { source, layout, alternatives, count }: Table): string[] => {
  const { prefix, macro } = names
  const declarations = new Declarations(names)
  return [
    `/* Whose answers are expected. */`,
    `enum ${prefix}_variant {`,
    ...source.header.variants.map(({ id }, i) => `\t${names.variant(i)}, /* ${commentText(id)} */`),
    '};',
    '',
    ...declarations.of('input', layout.inputs),
    ...declarations.of('answer', layout.answer),
    ...struct(names, `${prefix}_input`, 'input', layout.inputs),
    ...struct(names, `${prefix}_answer`, 'answer', layout.answer),
    '/* An answer that some variants allow: bit n of variants stands for variant n. */',
    `struct ${prefix}_allowed {`,
    '\tuint32_t variants;',
    `\tstruct gdo_fact facts[${layout.answerLeaves.length}]; /* as in ${prefix}_fields */`,
    '};',
    '',
    '/* A question, and all answers that are allowed; those behind the last are allowed by no variant. */',
    `struct ${prefix}_vector {`,
    '\tconst char *id;',
    '\tconst char *why;',
    '\tconst char *notes;',
    `\tstruct ${prefix}_input input;`,
    `\tstruct ${prefix}_allowed allowed[${alternatives}];`,
    '};',
    '',
    '/* The function that is tried; answer is zero, and the first of every enum, before it is called. */',
    `typedef void (*${prefix}_function)(void *context,`,
    `\t\t\t\t   const struct ${prefix}_input *input,`,
    `\t\t\t\t   struct ${prefix}_answer *answer);`,
    '',
    `#define ${macro}_VECTORS ${count}`,
  ]
}

const fieldTable = (names: CNames, { layout }: Table): string[] => {
  const lists: string[] = []
  const nameOf = (values: readonly string[]): string => {
    const line = `{ ${values.map(cString).join(', ')} }`
    const known = lists.indexOf(line)
    const index = known < 0 ? lists.push(line) - 1 : known
    return `${values.length}, ${names.prefix}_names_${index}`
  }
  const rows = layout.answerLeaves.map(({ path, type, is, parent, above }) => {
    const listed =
      is === 'presence'
        ? nameOf(['null', 'present'])
        : type.kind === 'flag'
          ? nameOf(['false', 'true'])
          : type.kind === 'name'
            ? nameOf(type.values)
            : '0, NULL'
    return `\t{ ${cString(pathText(path))}, ${parent ?? -1}, ${above}, ${listed} },`
  })
  return [
    ...lists.map((line, i) => `static const char *const ${names.prefix}_names_${i}[] = ${line};`),
    ...(lists.length > 0 ? [''] : []),
    `static const struct gdo_field ${names.prefix}_fields[${rows.length}] = {`,
    ...rows,
    '};',
    '',
  ]
}

const noteTable = (names: CNames, { source }: Table): string[] => {
  const notes = Object.entries(source.header.notes)
  if (notes.length === 0) return []
  return [
    '/* What the names in notes mean. */',
    `static const struct gdo_note ${names.prefix}_notes[${notes.length}] = {`,
    ...notes.map(([name, note]) => `\t{ ${cString(name)}, ${cString(noteText(note))} },`),
    '};',
    '',
  ]
}

const allowedLines = ({ layout }: Table, { variants, facts, remarks }: AllowedRow): string[] => [
  ...(remarks.length === 0 ? [] : [`\t    /* ${commentText(remarks.join(', '))} */`]),
  `\t    { 0x${variants.toString(16)}, { ${facts.map((fact, i) => factText(layout.answerLeaves[i]!, fact)).join(', ')} } },`,
]

const vectorText = (names: CNames, table: Table, { id, why, notes, input, allowed }: Row): string =>
  [
    `\t{ ${cString(id)},`,
    `\t  ${cString(why)},`,
    `\t  ${cString(notes)},`,
    `\t  ${names.record(table.layout.inputs, input.values())},`,
    '\t  {',
    ...allowed.flatMap((answer) => allowedLines(table, answer)),
    '\t  } },',
    '',
  ].join('\n')

const runner = (names: CNames, { layout, alternatives }: Table): string[] => {
  const { prefix, macro } = names
  const count = layout.answerLeaves.length
  const nothing = names.record(layout.answer, layout.answerLeaves.map(() => 0n).values())
  return `/* The values of an answer, as in ${prefix}_fields. */
static inline void ${prefix}_read(const struct ${prefix}_answer *answer, uint64_t *seen)
{
${layout.answerLeaves.map((leaf, i) => `\tseen[${i}] = ${names.number('answer', layout.answerLeaves, leaf)};`).join('\n')}
}

/*
 * Asks function every question, and calls report (unless it is NULL) for each
 * value that is not as in the allowed answer that comes nearest.
 *
 * Returns how many vectors failed.
 */
static inline size_t ${prefix}_run(enum ${prefix}_variant variant, ${prefix}_function function, gdo_report report,
\t\t\t\t   void *context)
{
	size_t failed = 0;

	for (size_t i = 0; i < ${macro}_VECTORS; i++) {
		const struct ${prefix}_vector *vector = &${prefix}_vectors[i];
		struct ${prefix}_answer answer = ${nothing};
		const struct gdo_fact *nearest = NULL;
		size_t fewest = ${count + 1};
		uint64_t seen[${count}];

		function(context, &vector->input, &answer);
		${prefix}_read(&answer, seen);
		for (size_t k = 0; k < ${alternatives}; k++) {
			const struct ${prefix}_allowed *allowed = &vector->allowed[k];
			size_t n;

			if (!(allowed->variants & (UINT32_C(1) << variant)))
				continue;
			n = gdo_differences(${prefix}_fields, allowed->facts, seen, ${count});
			if (n < fewest) {
				fewest = n;
				nearest = allowed->facts;
			}
		}
		if (fewest == 0)
			continue;
		failed++;
		for (size_t f = 0; report && nearest && f < ${count}; f++) {
			const struct gdo_field *field = &${prefix}_fields[f];

			if (gdo_differs(${prefix}_fields, nearest, seen, f)) {
				const struct gdo_mismatch mismatch = {
					vector->id, vector->why, vector->notes, field->path,
					nearest[f].value, nearest[f].mask, seen[f],
					gdo_name(field, nearest[f].value), gdo_name(field, seen[f]),
				};

				report(context, &mismatch);
			}
		}
	}
	return failed;
}
`.split('\n')
}

/** The header, piece by piece. */
export function* headerText(table: Table): Generator<string> {
  const names = new CNames(table)
  const { prefix } = names
  const guard = `GDO_${upper(prefix)}_H`
  const lines = (text: readonly string[]): string => `${text.join('\n')}\n`
  yield lines([
    '/* SPDX-License-Identifier: MIT */',
    ...blockComment(headOf(table, usage(names, table))),
    `#ifndef ${guard}`,
    `#define ${guard}`,
    '',
    '#include <stdbool.h>',
    '#include <stddef.h>',
    '#include <stdint.h>',
    '',
    COMMON,
    '',
    ...types(names, table),
    '',
    ...fieldTable(names, table),
    ...noteTable(names, table),
    `static const struct ${prefix}_vector ${prefix}_vectors[${names.macro}_VECTORS] = {`,
  ])
  for (const row of rowsOf(table)) yield vectorText(names, table, row)
  yield lines(['};', '', ...runner(names, table), `#endif /* ${guard} */`])
}
