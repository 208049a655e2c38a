/* SPDX-License-Identifier: MIT */
/*
 * What the tables of the corpus and the judge know of each other. KINDS, how many
 * kinds of /dev/kvm are told apart, comes with the tables; the last kind is any
 * that nothing describes.
 */
#ifndef CORPUS_H
#define CORPUS_H

#include <stdbool.h>
#include <stdint.h>

/* A kind of /dev/kvm, in the order in which they are tried. */
struct kind {
	const char *title;
	/* What describes it, and how the releases that it was measured on begin. */
	const char *variant, *measured;
	/* KVM's vendor module, the first release, how the CPU's name begins; NULL and 0 for any. */
	const char *module;
	int from;
	const char *cpu_name;
	/* The emulator that the CPU does not name; NULL for any. */
	const char *emulator;
	/* KVM emulates the guest's code. */
	bool emulates;
	/* What the guest sees is the computer's own CPU. */
	bool own_cpu;
	/* What QEMU's CPU does by itself is not compared. */
	bool qemu_cpu;
	/* The same of the target with Bochs's CPU. */
	bool bochs_cpu;
};

/* What programs start from. */
struct start {
	const char *words;
	/* The state that expectations leave unsaid at the first exit. */
	const char *state;
	bool is_long;
};

/* Where the fields of a record of the guest's log lie. */
struct log_layout {
	uint8_t size, ip, ip_size, flags, flags_size, vector, dr6;
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

enum vendor { ANY_VENDOR, INTEL, AMD };

struct program {
	const char *name, *why, *text;
	const struct start *start;
	const char *words;
	/* The runs that are allowed. */
	uint16_t first, count;
	enum vendor vendor;
	bool needs_prefix, needs_blockirq;
	struct special on[KINDS];
};

#endif
