/**
 * A C program that says what the headers hold, as `tables/readback.ts` has it.
 */
import type { Leaf } from '../tables/layout.ts'
import { leafModulus } from '../tables/readback.ts'
import type { Table } from '../tables/rows.ts'
import { CNames } from './names.ts'

/** An answer's leaf from a number. */
const cast = (names: CNames, { path, type }: Leaf, value: string): string => {
  switch (type.kind) {
    case 'register':
      return value
    case 'count':
      return `(uint32_t)${value}`
    case 'byte':
      return `(uint8_t)${value}`
    case 'flag':
      return `${value} != 0`
    case 'name':
      return `(enum ${names.tag(path.findLast((step) => typeof step === 'string') as string, type)})${value}`
  }
}

/** Statements that set an answer's leaves from numbers. */
const assignments = (names: CNames, { layout }: Table): string[] =>
  layout.answerLeaves.map(
    (leaf, i) => `\t${names.access('answer', leaf)} = ${cast(names, leaf, `leaf[${i}]`)};`,
  )

const ofTable = (table: Table): string => {
  const names = new CNames(table)
  const { prefix, macro } = names
  const { layout, alternatives, source } = table
  const { inputLeaves, answerLeaves } = layout
  const variants = source.header.variants.length
  return `
static const uint64_t ${prefix}_moduli[] = { ${answerLeaves.map(leafModulus).join(', ')} };

static void ${prefix}_give(void *context, const struct ${prefix}_input *input, struct ${prefix}_answer *answer)
{
	struct asked *asked = (struct asked *)context;
	const struct ${prefix}_vector *vector = &${prefix}_vectors[asked->next++];
	const struct ${prefix}_allowed *allowed = vector->allowed;
	uint64_t leaf[${answerLeaves.length}];

	if (input != &vector->input)
		exit(1);
	while (!(allowed->variants & (UINT32_C(1) << asked->variant)))
		allowed++;
	for (size_t i = 0; i < ${answerLeaves.length}; i++) {
		const struct gdo_fact *fact = &allowed->facts[i];

		leaf[i] = fact->value;
		if (i == asked->changed)
			leaf[i] = change(fact, ${prefix}_moduli[i]);
	}
${assignments(names, table).join('\n')}
}

static void ${prefix}_print(void)
{
	for (size_t i = 0; i < ${macro}_VECTORS; i++) {
		const struct ${prefix}_vector *vector = &${prefix}_vectors[i];
		const struct ${prefix}_input *input = &vector->input;
		const uint64_t leaf[] = {
${inputLeaves.map((each) => `\t\t\t${names.number('input', inputLeaves, each)},`).join('\n')}
		};

		printf("%s|%s|%s|", vector->id, vector->why, vector->notes);
		for (size_t k = 0; k < ${inputLeaves.length}; k++)
			printf("%s%" PRIx64, k ? " " : "", leaf[k]);
		for (size_t k = 0; k < ${alternatives} && vector->allowed[k].variants; k++)
			print_allowed(vector->allowed[k].variants, vector->allowed[k].facts, ${answerLeaves.length});
		puts("");
	}
	for (uint32_t i = 0; i < ${variants}; i++) {
		struct asked asked = { 0, i, SIZE_MAX };

		printf("variant %" PRIu32 ": %zu\\n", i,
		       ${prefix}_run((enum ${prefix}_variant)i, ${prefix}_give, NULL, &asked));
	}
	for (size_t i = 0; i < ${answerLeaves.length}; i++) {
		struct asked asked = { 0, 0, i };

		printf("field %zu: %zu\\n", i, ${prefix}_run(${names.variant(0)}, ${prefix}_give, NULL, &asked));
	}
}
`
}

/** The program for some headers, all included together. */
export const readbackProgram = (tables: readonly Table[]): string => {
  const prefixes = tables.map((table) => new CNames(table).prefix)
  return `${prefixes.map((prefix) => `#include "${prefix}.h"`).join('\n')}

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

struct asked {
	size_t next;
	uint32_t variant;
	size_t changed;
};

static uint64_t change(const struct gdo_fact *fact, uint64_t modulus)
{
	if (modulus)
		return (fact->value + 1) % modulus;
	return fact->value ^ (fact->mask ? fact->mask & (~fact->mask + 1) : 1);
}

static void print_allowed(uint32_t variants, const struct gdo_fact *facts, size_t count)
{
	printf("|%" PRIx32 ":", variants);
	for (size_t i = 0; i < count; i++)
		printf("%s%" PRIx64 "/%" PRIx64, i ? " " : "", facts[i].value, facts[i].mask);
}
${tables.map(ofTable).join('')}
int main(void)
{
${prefixes.map((prefix) => `\t${prefix}_print();`).join('\n')}
	return 0;
}
`
}
