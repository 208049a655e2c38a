// SPDX-License-Identifier: MIT
/*
 * The judge's part for x86: what a CPU in software does by itself, the records
 * of the guest's log, and what programs need.
 */
#include "../corpus.h"
#include "judge.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>

#define DR6_B		0xfULL
#define DR6_BS		0x4000ULL
#define RFLAGS_RF	0x10000ULL

static const struct cap caps[] = {
	{ KVM_CAP_SET_GUEST_DEBUG, "KVM_CAP_SET_GUEST_DEBUG" },
	{ KVM_CAP_DEBUGREGS, "KVM_CAP_DEBUGREGS" },
	{ KVM_CAP_VCPU_EVENTS, "KVM_CAP_VCPU_EVENTS" },
	{ KVM_CAP_IMMEDIATE_EXIT, "KVM_CAP_IMMEDIATE_EXIT (Linux 4.13 has it)" },
	{ KVM_CAP_EXCEPTION_PAYLOAD, "KVM_CAP_EXCEPTION_PAYLOAD (Linux 4.20 has it)" },
	{ KVM_CAP_X86_MSR_FILTER, "KVM_CAP_X86_MSR_FILTER (Linux 5.10 has it)" },
};

static uint64_t without_b(uint64_t dr6)
{
	return dr6 != ABSENT && dr6 & DR6_BS ? dr6 & ~DR6_B : dr6;
}

/*
 * What is QEMU's own: B0-B3 beside BS, which its CPU sets for disabled slots
 * too, RF, and RF in the frames of what is no fault.
 */
static void mask_qemu(struct observation *o, const struct log_layout *layout)
{
	int exit_dr6 = field_named("exit-dr6", 8), dr6 = field_named("dr6", 3);
	int rflags = field_named("rflags", 6);

	for (size_t i = 0; i < o->count; i++) {
		uint64_t *field = o->events[i].field;

		if (!is_exit(&o->events[i]))
			continue;
		field[exit_dr6] = without_b(field[exit_dr6]);
		field[dr6] = without_b(field[dr6]);
		field[rflags] &= ~RFLAGS_RF;
	}
	for (size_t at = 0; at + layout->size <= o->log_size; at += layout->size) {
		uint8_t *record = o->log + at, vector = record[layout->vector];
		uint8_t *flags = record + layout->flags;

		if (vector == 1)
			write_le(record + layout->dr6, 4, without_b(read_le(record + layout->dr6, 4)));
		if (vector >= 32 || !(faults >> vector & 1))
			write_le(flags, layout->flags_size,
				 read_le(flags, layout->flags_size) & ~RFLAGS_RF);
	}
}

/* KVM does not write dr6 of an exit for INT3. */
static void mask_int3(struct observation *o)
{
	int exception = field_named("exception", 9), exit_dr6 = field_named("exit-dr6", 8);

	for (size_t i = 0; i < o->count; i++)
		if (!strcmp(o->events[i].what, "exit debug") && o->events[i].field[exception] == 3)
			o->events[i].field[exit_dr6] = 0;
}

/* Takes out what is not compared. */
static void mask(struct observation *o, const struct start *start)
{
	if (kind->cpu == QEMU_CPU)
		mask_qemu(o, &log_layouts[start->mode]);
	if (kind->cpu == BOCHS_CPU)
		mask_int3(o);
}

static size_t record_size(const struct start *start)
{
	return log_layouts[start->mode].size;
}

static void print_record(const uint8_t *record, const struct start *start)
{
	const struct log_layout *layout = &log_layouts[start->mode];

	printf("vector %d, ip=0x%llx flags=0x%llx", record[layout->vector],
	       (unsigned long long)read_le(record + layout->ip, layout->ip_size),
	       (unsigned long long)read_le(record + layout->flags, layout->flags_size));
	if (record[layout->vector] == 1)
		printf(" dr6=0x%llx", (unsigned long long)read_le(record + layout->dr6, 4));
	printf("\n");
}

/* What a program needs and is not here; NULL if all of it is. */
static const char *missing_need(const struct needs *needs, int kvm, const char *hello)
{
	bool own_cpu = kind->cpu == OWN_CPU && !kind->emulates;
	char vendor[64], forced[64];

	word_of(hello, "forced-emulation", forced, sizeof(forced));
	if (needs->prefix && strcmp(forced, "1"))
		return "kvm.ko was loaded without force_emulation_prefix=1";
	if (needs->blockirq &&
	    !(ioctl(kvm, KVM_CHECK_EXTENSION, KVM_CAP_SET_GUEST_DEBUG2) & KVM_GUESTDBG_BLOCKIRQ))
		return "KVM_GUESTDBG_BLOCKIRQ is missing (Linux 5.15 has it)";
	word_of(hello, "cpu", vendor, sizeof(vendor));
	if (own_cpu && needs->vendor == INTEL && strcmp(vendor, "GenuineIntel"))
		return "what is allowed is that of an Intel CPU";
	if (own_cpu && needs->vendor == AMD && strcmp(vendor, "AuthenticAMD"))
		return "what is allowed is that of an AMD CPU";
	return NULL;
}
