/* SPDX-License-Identifier: MIT */
/*
 * What the tables of the x86 corpus and the judge's part for x86 know of each
 * other.
 */
#ifndef X86_JUDGE_H
#define X86_JUDGE_H

#include <stdbool.h>
#include <stdint.h>

/* Where the fields of a record of the guest's log lie. */
struct log_layout {
	uint8_t size, ip, ip_size, flags, flags_size, vector, dr6;
};

enum vendor { ANY_VENDOR, INTEL, AMD };

/* What a program needs. */
struct needs {
	/* Whose CPU, if that makes a difference. */
	enum vendor vendor;
	/* KVM's forced-emulation prefix; KVM_GUESTDBG_BLOCKIRQ. */
	bool prefix, blockirq;
};

#endif
