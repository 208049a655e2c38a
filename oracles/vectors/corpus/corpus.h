/* SPDX-License-Identifier: MIT */
/*
 * What the tables of the corpus, the judge and its part for the architecture
 * know of each other. With the tables come KINDS, how many kinds of /dev/kvm are
 * told apart, of which the last is any that nothing describes, and FIELDS, how
 * many fields an exit has; with the architecture struct needs.
 */
#ifndef CORPUS_H
#define CORPUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MAX_EVENTS	64
/* No value of a field. */
#define ABSENT		(~0ULL)

#define COUNT(array)	(sizeof(array) / sizeof((array)[0]))

/* The CPU that the guest sees: the computer's own, or one in software of which something is known. */
enum cpu { OWN_CPU, QEMU_CPU, BOCHS_CPU };

/* A kind of /dev/kvm, in the order in which they are tried. */
struct kind {
	const char *title;
	/* What describes it, and how the releases that it was measured on begin; NULL without any. */
	const char *variant, *measured;
	/* KVM's vendor module, the first release, how the CPU's name begins; NULL and 0 for any. */
	const char *module;
	int from;
	const char *cpu_name;
	/* The emulator that the CPU does not name; NULL for any. */
	const char *emulator;
	/* KVM emulates the guest's code. */
	bool emulates;
	enum cpu cpu;
};

/* A word of the runner that stands for so many fields: NAME0, NAME1 and so on. */
struct list {
	const char *name;
	int count;
};

/* What programs start from. */
struct start {
	const char *words;
	/* The state that expectations leave unsaid at the first exit. */
	const char *state;
	/* Which of the architecture's modes it is in. */
	uint8_t mode;
};

enum layer { POLICY, ABI, ARCH, OPEN };

/* What a kernel is known to do otherwise. */
struct known {
	const char *text, *range;
	enum layer layer;
};

/* What a kind of /dev/kvm has to say about a program. */
struct special {
	/* Why it is skipped; NULL if it is not. */
	const char *skip;
	/* What is known, and the runs in which it shows; NULL if nothing is. */
	const struct known *known;
	uint16_t first, count;
};

struct program {
	const char *name, *why, *text;
	const struct start *start;
	const char *words;
	/* The runs that are allowed. */
	uint16_t first, count;
	struct needs needs;
	struct special on[KINDS];
};

struct event {
	/* "exit debug", "action EBUSY" */
	char what[40];
	uint64_t field[FIELDS];
};

struct observation {
	struct event events[MAX_EVENTS];
	size_t count;
	char ending[20];
	uint8_t log[RAM_SIZE];
	size_t log_size;
};

/* A capability that nothing runs without. */
struct cap {
	int number;
	const char *text;
};

/* What kind of /dev/kvm this is. */
static const struct kind *kind;

/* The judge. */
static int field_named(const char *name, size_t length);
static bool is_exit(const struct event *event);
static uint64_t read_le(const uint8_t *bytes, int size);
static void write_le(uint8_t *bytes, int size, uint64_t value);
/* The value of a word NAME=VALUE, up to a blank. */
static void word_of(const char *line, const char *name, char *value, size_t size);

#endif
