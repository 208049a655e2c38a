// SPDX-License-Identifier: MIT
/*
 * An emulator in C tries its DR6 with the vectors of x86/merge-dr6:
 *
 *     gdo export x86/merge-dr6 --format c-header --out vectors
 *     cc -Ivectors -o dr6_test dr6_test.c && ./dr6_test
 *
 * With an argument it tries the DR6 that KVM had until 2014 (Linux 8246bf52c75a).
 */
#include <inttypes.h>
#include <stdio.h>

#include "x86_merge_dr6.h"

#define B	0xfULL			/* B0-B3 */
#define BLD	(1ULL << 11)		/* 0: a bus lock */
#define BD	(1ULL << 13)
#define BS	(1ULL << 14)
#define BT	(1ULL << 15)
#define RTM	(1ULL << 16)		/* 0: in a transaction */
#define FIXED	0xfffe07f0ULL

/* In a payload a set BLD or RTM is a cause; in DR6 it is the other way round. */
static uint64_t merge(uint64_t dr6, uint64_t payload, bool rtm, bool bld)
{
	uint64_t merged = FIXED;

	merged |= (dr6 | payload) & (BD | BS | BT);	/* only software clears them */
	merged |= payload & B;
	if (!rtm || !(payload & RTM))
		merged |= RTM;
	if (!bld || (!(payload & BLD) && (dr6 & BLD)))
		merged |= BLD;
	return merged;
}

static uint64_t overwrite(uint64_t payload)
{
	return (FIXED | BLD | RTM) ^ payload;
}

static void right(void *context, const struct x86_merge_dr6_input *input, struct x86_merge_dr6_answer *answer)
{
	(void)context;
	answer->dr6 = merge(input->dr6, input->payload, input->rtm, input->bus_lock_detect);
}

static void wrong(void *context, const struct x86_merge_dr6_input *input, struct x86_merge_dr6_answer *answer)
{
	(void)context;
	answer->dr6 = overwrite(input->payload);
}

static void report(void *context, const struct gdo_mismatch *m)
{
	(void)context;
	printf("not ok %s: %s is %#" PRIx64 ", not %#" PRIx64 " (compared: %#" PRIx64 "): %s\n", m->id, m->field,
	       m->actual, m->expected, m->mask, m->notes);
}

int main(int argc, char **argv)
{
	size_t failed = x86_merge_dr6_run(X86_MERGE_DR6_VARIANT_IDEAL, argc > 1 ? wrong : right, report, NULL);

	(void)argv;
	printf("%zu of %d failed\n", failed, X86_MERGE_DR6_VECTORS);
	return failed != 0;
}
