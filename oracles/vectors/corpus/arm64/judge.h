/* SPDX-License-Identifier: MIT */
/*
 * What the tables of the arm64 corpus and the judge's part for arm64 know of
 * each other.
 */
#ifndef ARM64_JUDGE_H
#define ARM64_JUDGE_H

#include <stdbool.h>

/* What a program needs. */
struct needs {
	/* As many breakpoints and watchpoints as the contract has; KVM_CAP_ARM_INJECT_EXT_DABT. */
	bool slots, aborts;
};

#endif
