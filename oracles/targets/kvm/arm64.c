// SPDX-License-Identifier: MIT
/*
 * The arm64 vCPU: its registers as words, and what a fresh one has to be told.
 * No interrupt controller in the kernel, no PMU, PSCI 0.2.
 */
#ifdef __aarch64__
#include "runner.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define COALESCED	0x10000800
#define COALESCED_SIZE	0x800
/* What the guest is to read of its ID register, where KVM lets it be set. */
#define ID_AA64DFR0	0x10305006

#define BREAKPOINTS	6
#define WATCHPOINTS	4
#define MOST_SLOTS	16
#define MAX_REGS	1024
/* Bytes; without SVE the largest are 16. */
#define LARGEST_REG	16

#define EC_WATCHPOINT	0x34

const char arch_name[] = "arm64";

/* What a fresh vCPU has to be told again, because no ioctl returns it, and what one KVM_RUN leaves for the next. */
struct arch {
	struct kvm_guest_debug debug;
	bool debugged;
	uint32_t irq_level;
	/* An access to MMIO waits for the VMM's answer. */
	bool waiting;
	/* kvm_run.debug.arch.far as it was before KVM_RUN. */
	uint64_t far;
	struct kvm_coalesced_mmio_ring *ring;
};

struct reg {
	const char *name;
	uint64_t id;
};

#define CORE(field) \
	(KVM_REG_ARM64 | KVM_REG_SIZE_U64 | KVM_REG_ARM_CORE | KVM_REG_ARM_CORE_REG(field))
#define SYS(op0, op1, crn, crm, op2)	ARM64_SYS_REG(op0, op1, crn, crm, op2)

/* The kinds of registers that are written back together, each ended by an empty name. */
static const struct reg core_regs[] = {
	{ "pc", CORE(regs.pc) }, { "pstate", CORE(regs.pstate) },
	{ "sp_el0", CORE(regs.sp) }, { "sp_el1", CORE(sp_el1) }, { NULL, 0 },
};

static const struct reg system_regs[] = {
	{ "elr_el1", CORE(elr_el1) }, { "spsr_el1", CORE(spsr[KVM_SPSR_EL1]) },
	{ "esr_el1", SYS(3, 0, 5, 2, 0) }, { "far_el1", SYS(3, 0, 6, 0, 0) },
	{ "contextidr_el1", SYS(3, 0, 13, 0, 1) }, { "vbar_el1", SYS(3, 0, 12, 0, 0) }, { NULL, 0 },
};

static const struct reg debug_regs[] = {
	{ "mdscr_el1", SYS(2, 0, 0, 2, 2) }, { "oslsr_el1", SYS(2, 0, 1, 1, 4) }, { NULL, 0 },
};

/* Registers of breakpoints and watchpoints: the name's letters behind "dbg", and op2. */
static const struct {
	const char *name;
	int op2, shown;
	size_t offset;
} slots[] = {
	{ "bcr", 5, BREAKPOINTS, offsetof(struct kvm_guest_debug_arch, dbg_bcr) },
	{ "bvr", 4, BREAKPOINTS, offsetof(struct kvm_guest_debug_arch, dbg_bvr) },
	{ "wcr", 7, WATCHPOINTS, offsetof(struct kvm_guest_debug_arch, dbg_wcr) },
	{ "wvr", 6, WATCHPOINTS, offsetof(struct kvm_guest_debug_arch, dbg_wvr) },
};
#define SLOT_KINDS	(sizeof(slots) / sizeof(slots[0]))

static uint64_t gpr_id(unsigned int n)
{
	return CORE(regs.regs[0]) + 2 * n;
}

static uint64_t slot_id(unsigned int kind, unsigned int n)
{
	return SYS(2, 0, 0, n, slots[kind].op2);
}

static int move_reg(struct machine *m, unsigned long request, uint64_t id, uint64_t *value)
{
	struct kvm_one_reg reg = { .id = id, .addr = (uintptr_t)value };

	return result_of(ioctl(m->vcpu, request, &reg));
}

static uint64_t get_reg(struct machine *m, uint64_t id)
{
	uint64_t value = 0;

	if (move_reg(m, KVM_GET_ONE_REG, id, &value))
		complain("KVM_GET_ONE_REG %llx: %s", (unsigned long long)id, strerror(errno));
	return value;
}

/* "bcr5" as kind and number; what follows the number is in *rest. False if it is none. */
static bool find_slot(const char *name, unsigned int *kind, unsigned int *n, char **rest)
{
	for (*kind = 0; *kind < SLOT_KINDS; (*kind)++) {
		if (strncmp(name, slots[*kind].name, 3))
			continue;
		*n = strtoul(name + 3, rest, 10);
		return *rest != name + 3 && *n < MOST_SLOTS;
	}
	return false;
}

static uint64_t find_reg(const char *name)
{
	static const struct reg *const kinds[] = { core_regs, system_regs, debug_regs };
	unsigned int kind, n;
	char *rest;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		for (const struct reg *reg = kinds[i]; reg->name; reg++)
			if (!strcmp(reg->name, name))
				return reg->id;
	if (name[0] == 'x') {
		n = strtoul(name + 1, &rest, 10);
		return rest != name + 1 && !*rest && n < 31 ? gpr_id(n) : 0;
	}
	if (!strncmp(name, "dbg", 3) && find_slot(name + 3, &kind, &n, &rest) && !strcmp(rest, "_el1"))
		return slot_id(kind, n);
	return 0;
}

struct arch *arch_alloc(void)
{
	return calloc(1, sizeof(struct arch));
}

void arch_say_hello(int kvm)
{
	const char *emulator = getenv("emulator");

	/* As PID 1 of a kernel that was booted for it: from the command line. */
	if (emulator)
		say(" emulator=%s", emulator);
	say(" breakpoints=%d watchpoints=%d", ioctl(kvm, KVM_CHECK_EXTENSION, KVM_CAP_GUEST_DEBUG_HW_BPS),
	    ioctl(kvm, KVM_CHECK_EXTENSION, KVM_CAP_GUEST_DEBUG_HW_WPS));
}

void arch_memory_written(void *from, size_t size)
{
	__builtin___clear_cache(from, (char *)from + size);
}

void arch_before_run(struct machine *m)
{
	m->arch->waiting = false;
}

int arch_init_vm(struct machine *m)
{
	struct kvm_coalesced_mmio_zone zone = { .addr = COALESCED, .size = COALESCED_SIZE };

	if (ioctl(m->vm, KVM_REGISTER_COALESCED_MMIO, &zone))
		return complain("KVM_REGISTER_COALESCED_MMIO: %s", strerror(errno));
	return 0;
}

int arch_init_vcpu(struct machine *m)
{
	long page = ioctl(m->kvm, KVM_CHECK_EXTENSION, KVM_CAP_COALESCED_MMIO);
	uint64_t id_aa64dfr0 = ID_AA64DFR0;
	struct kvm_vcpu_init init;

	if (ioctl(m->vm, KVM_ARM_PREFERRED_TARGET, &init))
		return complain("KVM_ARM_PREFERRED_TARGET: %s", strerror(errno));
	init.features[0] |= 1 << KVM_ARM_VCPU_PSCI_0_2;
	if (ioctl(m->vcpu, KVM_ARM_VCPU_INIT, &init))
		return complain("KVM_ARM_VCPU_INIT: %s", strerror(errno));
	/* Kernels that do not let it be set show their own. */
	move_reg(m, KVM_SET_ONE_REG, SYS(3, 0, 0, 5, 0), &id_aa64dfr0);
	m->arch->ring = (void *)((char *)m->run + page * sysconf(_SC_PAGESIZE));
	memset(&m->run->debug.arch, POISON, sizeof(m->run->debug.arch));
	m->arch->far = m->run->debug.arch.far;
	return 0;
}

static int set_regs(struct machine *m, char *text)
{
	uint64_t value;
	char *name;

	while (next_pair(&text, &name, &value)) {
		uint64_t id = find_reg(name);
		int result;

		if (!id)
			return complain("no such register: %s", name);
		result = move_reg(m, KVM_SET_ONE_REG, id, &value);
		if (result)
			return result;
	}
	return text ? 0 : -1;
}

static int read_reg(struct machine *m, const char *name)
{
	uint64_t id = find_reg(name);

	if (!id)
		return complain("no such register: %s", name);
	m->has_value = true;
	return move_reg(m, KVM_GET_ONE_REG, id, &m->value);
}

static int set_guest_debug(struct machine *m, char *text)
{
	struct kvm_guest_debug debug = { 0 };
	unsigned int kind, n;
	uint64_t value;
	char *name, *rest;
	int result;

	if (!next_number(&text, &value))
		return complain("gd: expected control,bcr0:value,…");
	debug.control = value;
	while (next_pair(&text, &name, &value)) {
		if (!find_slot(name, &kind, &n, &rest) || *rest)
			return complain("gd: no such register: %s", name);
		((uint64_t *)((char *)&debug.arch + slots[kind].offset))[n] = value;
	}
	if (!text)
		return -1;
	result = result_of(ioctl(m->vcpu, KVM_SET_GUEST_DEBUG, &debug));
	if (!result) {
		m->arch->debug = debug;
		m->arch->debugged = true;
	}
	return result;
}

static int write_back_reg(struct machine *m, uint64_t id)
{
	uint64_t value;
	int result = move_reg(m, KVM_GET_ONE_REG, id, &value);

	return result ? result : move_reg(m, KVM_SET_ONE_REG, id, &value);
}

static int write_back_regs(struct machine *m, const struct reg *reg)
{
	int result = 0;

	for (; reg->name && !result; reg++)
		result = write_back_reg(m, reg->id);
	return result;
}

static int write_back(struct machine *m, const char *state)
{
	int result;

	if (!strcmp(state, "core")) {
		result = write_back_regs(m, core_regs);
		for (int n = 0; n < 31 && !result; n++)
			result = write_back_reg(m, gpr_id(n));
		return result;
	}
	if (!strcmp(state, "system"))
		return write_back_regs(m, system_regs);
	if (strcmp(state, "debug"))
		return complain("write-back: no such state: %s", state);
	result = write_back_regs(m, debug_regs);
	for (unsigned int kind = 0; kind < SLOT_KINDS; kind++)
		for (int n = 0; n < MOST_SLOTS && !result; n++)
			result = write_back_reg(m, slot_id(kind, n));
	return result;
}

/* The line of the vCPU's IRQ, without an interrupt controller. */
static int set_irq(struct machine *m, uint32_t level)
{
	struct kvm_irq_level irq = {
		.irq = KVM_ARM_IRQ_TYPE_CPU << KVM_ARM_IRQ_TYPE_SHIFT | KVM_ARM_IRQ_CPU_IRQ,
		.level = level,
	};

	m->arch->irq_level = level;
	return result_of(ioctl(m->vm, KVM_IRQ_LINE, &irq));
}

/* What the guest's read that waits is answered with. */
static int answer_read(struct machine *m, uint64_t value)
{
	if (!m->arch->waiting || m->run->mmio.is_write)
		return -EINVAL;
	memcpy(m->run->mmio.data, &value, sizeof(value));
	m->arch->far = m->run->debug.arch.far;
	return 0;
}

/* The access that waits ends in an external abort. Without one it would be the VMM's mistake. */
static int abort_access(struct machine *m)
{
	struct kvm_vcpu_events events = { .exception.ext_dabt_pending = 1 };

	if (!m->arch->waiting)
		return -EINVAL;
	m->arch->waiting = false;
	return result_of(ioctl(m->vcpu, KVM_SET_VCPU_EVENTS, &events));
}

int arch_action(struct machine *m, const char *word, char *argument)
{
	char nothing[] = "";
	uint64_t value;

	if (!argument)
		argument = nothing;
	if (!strcmp(word, "regs"))
		return set_regs(m, argument);
	if (!strcmp(word, "get"))
		return read_reg(m, argument);
	if (!strcmp(word, "gd"))
		return set_guest_debug(m, argument);
	if (!strcmp(word, "write-back"))
		return write_back(m, argument);
	if (!strcmp(word, "abort"))
		return abort_access(m);
	if (!strcmp(word, "irq") || !strcmp(word, "answer")) {
		if (!next_number(&argument, &value))
			return complain("%s: expected a number", word);
		return word[0] == 'i' ? set_irq(m, !!value) : answer_read(m, value);
	}
	return BAD_LINE;
}

/* Everything that KVM_GET_REG_LIST names, as a VMM that migrates does it. */
int arch_save_restore(struct machine *m)
{
	static struct {
		uint64_t n, reg[MAX_REGS];
	} list;
	static uint8_t values[MAX_REGS][LARGEST_REG];
	uint64_t i;

	list.n = MAX_REGS;
	if (ioctl(m->vcpu, KVM_GET_REG_LIST, &list))
		return complain("KVM_GET_REG_LIST: %s", strerror(errno));
	for (i = 0; i < list.n; i++) {
		struct kvm_one_reg reg = { .id = list.reg[i], .addr = (uintptr_t)values[i] };

		if (ioctl(m->vcpu, KVM_GET_ONE_REG, &reg))
			return complain("saving %llx: %s", (unsigned long long)reg.id, strerror(errno));
	}
	destroy_vm(m);
	if (create_vm(m))
		return -1;
	for (i = 0; i < list.n; i++) {
		struct kvm_one_reg reg = { .id = list.reg[i], .addr = (uintptr_t)values[i] };

		if (ioctl(m->vcpu, KVM_SET_ONE_REG, &reg))
			return complain("restoring %llx: %s", (unsigned long long)reg.id, strerror(errno));
	}
	if (m->arch->irq_level && set_irq(m, m->arch->irq_level))
		return complain("KVM_IRQ_LINE: %s", strerror(errno));
	if (m->arch->debugged && ioctl(m->vcpu, KVM_SET_GUEST_DEBUG, &m->arch->debug))
		return complain("KVM_SET_GUEST_DEBUG: %s", strerror(errno));
	return 0;
}

static void print_data(const uint8_t *data, size_t size)
{
	say(" data=");
	for (size_t i = 0; i < size; i++)
		say("%02x", data[i]);
}

void arch_print_exit(struct machine *m)
{
	struct kvm_run *run = m->run;
	struct kvm_debug_exit_arch debug = run->debug.arch;

	switch (run->exit_reason) {
	case KVM_EXIT_DEBUG:
		say(" hsr=%x", debug.hsr);
		if (run->flags & KVM_DEBUG_ARCH_HSR_HIGH_VALID)
			say(" hsr-high=%x", debug.hsr_high);
		/* Unwritten, it is what lay there before KVM_RUN. */
		if (debug.hsr >> 26 == EC_WATCHPOINT || debug.far != m->arch->far)
			say(" exit-far=%llx", (unsigned long long)debug.far);
		break;
	case KVM_EXIT_MMIO:
		say(" direction=%s address=%llx size=%x", run->mmio.is_write ? "write" : "read",
		    (unsigned long long)run->mmio.phys_addr, run->mmio.len);
		if (run->mmio.is_write)
			print_data(run->mmio.data, run->mmio.len);
		break;
	default:
		say(" exit-reason=%x", run->exit_reason);
	}
	/* Accesses that the kernel has put aside are nobody's business, but there is room for so many. */
	m->arch->ring->first = m->arch->ring->last;
	memset(&run->debug.arch, POISON, sizeof(run->debug.arch));
	if (run->exit_reason == KVM_EXIT_MMIO) {
		m->arch->waiting = true;
		/* The answer to a read lies in the area that is poisoned. */
		memset(run->mmio.data, READ_BYTE, sizeof(run->mmio.data));
	}
	m->arch->far = run->debug.arch.far;
}

void arch_print_state(struct machine *m)
{
	for (unsigned int n = 0; n < 8; n++)
		say(" x%u=%llx", n, (unsigned long long)get_reg(m, gpr_id(n)));
	for (const struct reg *reg = core_regs; reg < core_regs + 2; reg++)
		say(" %s=%llx", reg->name, (unsigned long long)get_reg(m, reg->id));
	for (const struct reg *reg = system_regs; reg < system_regs + 5; reg++)
		say(" %.*s=%llx", (int)strcspn(reg->name, "_"), reg->name,
		    (unsigned long long)get_reg(m, reg->id));
	for (const struct reg *reg = debug_regs; reg->name; reg++)
		say(" %.*s=%llx", (int)strcspn(reg->name, "_"), reg->name,
		    (unsigned long long)get_reg(m, reg->id));
	for (unsigned int kind = 0; kind < SLOT_KINDS; kind++) {
		say(" %s=", slots[kind].name);
		for (int n = 0; n < slots[kind].shown; n++)
			say("%s%llx", n ? "," : "", (unsigned long long)get_reg(m, slot_id(kind, n)));
	}
}

uint64_t arch_linear_pc(struct machine *m)
{
	return get_reg(m, CORE(regs.pc));
}

uint64_t arch_log_end(struct machine *m)
{
	return get_reg(m, gpr_id(21));
}
#endif
