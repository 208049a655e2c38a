// SPDX-License-Identifier: MIT
/*
 * The judge's part for arm64: what a CPU may say as it likes, the records of the
 * guest's log, and what programs need.
 */
#include "../corpus.h"
#include "judge.h"

#include <stdio.h>
#include <sys/ioctl.h>

#define ESR_EC(esr)	((esr) >> 26 & 0x3f)
/* A Software Step exception from a lower level, or with the lowest bit from the same. */
#define EC_STEP		0x32
#define ESR_ISV		(1ULL << 24)
#define ESR_EX		(1ULL << 6)

/* The handler of an interrupt logs the offset of its vector in the place of a syndrome, which has IL set. */
#define ESR_IL		(1ULL << 25)

static const struct cap caps[] = {
	{ KVM_CAP_SET_GUEST_DEBUG, "KVM_CAP_SET_GUEST_DEBUG" },
	{ KVM_CAP_ARM_PSCI_0_2, "KVM_CAP_ARM_PSCI_0_2" },
	{ KVM_CAP_VCPU_EVENTS, "KVM_CAP_VCPU_EVENTS (Linux 4.19 has it)" },
	{ KVM_CAP_IMMEDIATE_EXIT, "KVM_CAP_IMMEDIATE_EXIT (Linux 4.13 has it)" },
	{ KVM_CAP_COALESCED_MMIO, "KVM_CAP_COALESCED_MMIO" },
};

static uint64_t without_step_hints(uint64_t esr)
{
	return esr != ABSENT && (ESR_EC(esr) | 1) == (EC_STEP | 1) ? esr & ~(ESR_ISV | ESR_EX) : esr;
}

/*
 * Takes out what is not compared: ISV and EX of a step's syndrome, and of QEMU's
 * CPU bits 63:32 of CONTEXTIDR_EL1, which it keeps.
 */
static void mask(struct observation *o, const struct start *start)
{
	int hsr = field_named("hsr", 3), esr = field_named("esr", 3);
	int contextidr = field_named("contextidr", 10);

	(void)start;
	for (size_t i = 0; i < o->count; i++) {
		uint64_t *field = o->events[i].field;

		if (!is_exit(&o->events[i]))
			continue;
		field[hsr] = without_step_hints(field[hsr]);
		field[esr] = without_step_hints(field[esr]);
		if (kind->cpu == QEMU_CPU)
			field[contextidr] = (uint32_t)field[contextidr];
	}
	for (size_t at = 0; at + LOG_RECORD <= o->log_size; at += LOG_RECORD)
		write_le(o->log + at, 8, without_step_hints(read_le(o->log + at, 8)));
}

static size_t record_size(const struct start *start)
{
	(void)start;
	return LOG_RECORD;
}

static void print_record(const uint8_t *record, const struct start *start)
{
	unsigned long long esr = read_le(record, 8), elr = read_le(record + 8, 8);
	unsigned long long spsr = read_le(record + 16, 8), far = read_le(record + 24, 8);

	(void)start;
	if (esr & ESR_IL)
		printf("esr=0x%llx (EC %llx) elr=0x%llx spsr=0x%llx far=0x%llx\n", esr, ESR_EC(esr),
		       elr, spsr, far);
	else
		printf("interrupt at vector 0x%llx, elr=0x%llx spsr=0x%llx\n", esr, elr, spsr);
}

/* What a program needs and is not here; NULL if all of it is. */
static const char *missing_need(const struct needs *needs, int kvm, const char *hello)
{
	(void)hello;
	if (needs->slots &&
	    (ioctl(kvm, KVM_CHECK_EXTENSION, KVM_CAP_GUEST_DEBUG_HW_BPS) != BREAKPOINTS ||
	     ioctl(kvm, KVM_CHECK_EXTENSION, KVM_CAP_GUEST_DEBUG_HW_WPS) != WATCHPOINTS))
		return "this CPU has another number of breakpoints or watchpoints";
	if (needs->aborts && ioctl(kvm, KVM_CHECK_EXTENSION, KVM_CAP_ARM_INJECT_EXT_DABT) <= 0)
		return "KVM_CAP_ARM_INJECT_EXT_DABT is missing (Linux 5.5 has it)";
	return NULL;
}
