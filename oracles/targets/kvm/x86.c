// SPDX-License-Identifier: MIT
/*
 * The x86 vCPU: its state as words, and what a fresh one has to be told. No
 * interrupt controller in the kernel.
 */
#ifdef __x86_64__
#include "runner.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

#define CR4_DE			0x8
#define MSR_SYSENTER_CS		0x174
#define MAX_CPUID		8
#define MAX_MSRS		16
#define FORCED_EMULATION	"/sys/module/kvm/parameters/force_emulation_prefix"
#define GUESTDBG_INJECT		(KVM_GUESTDBG_INJECT_DB | KVM_GUESTDBG_INJECT_BP)

const char arch_name[] = "x86";

/* What a fresh vCPU has to be told again, because no ioctl returns it. */
struct arch {
	struct kvm_guest_debug debug;
	bool debugged;
	/* As struct kvm_cpuid2, whose array has no size. */
	struct {
		uint32_t nent, padding;
		struct kvm_cpuid_entry2 entries[MAX_CPUID];
	} cpuid;
	/* As struct kvm_msrs: the MSRs that the guest or the program may have written. */
	struct {
		uint32_t nmsrs, pad;
		struct kvm_msr_entry entries[MAX_MSRS];
	} msrs;
};

struct field {
	const char *name;
	size_t offset;
};

#define REG(name)	{ #name, offsetof(struct kvm_regs, name) }
#define DREG(name, member)	{ name, offsetof(struct kvm_debugregs, member) }

static const struct field regs_fields[] = {
	REG(rax), REG(rcx), REG(rdx), REG(rbx), REG(rsp), REG(rbp), REG(rsi), REG(rdi),
	REG(r8), REG(r9), REG(r10), REG(r11), REG(r12), REG(r13), REG(r14), REG(r15),
	REG(rip), REG(rflags), { NULL, 0 },
};

#define SREG(name)	{ #name, offsetof(struct kvm_sregs, name) }

static const struct field sregs_fields[] = {
	SREG(cr0), SREG(cr2), SREG(cr3), SREG(cr4), SREG(efer), { NULL, 0 },
};

static const struct field segments[] = {
	SREG(cs), SREG(ds), SREG(es), SREG(ss), SREG(fs), SREG(gs), SREG(tr), SREG(ldt), { NULL, 0 },
};

static const struct field tables[] = {
	SREG(gdt), SREG(idt), { NULL, 0 },
};

static const struct field debugregs_fields[] = {
	DREG("db0", db[0]), DREG("db1", db[1]), DREG("db2", db[2]), DREG("db3", db[3]),
	DREG("dr6", dr6), DREG("dr7", dr7), DREG("flags", flags), { NULL, 0 },
};

struct arch *arch_alloc(void)
{
	struct arch *arch = calloc(1, sizeof(struct arch));

	if (arch) {
		arch->msrs.nmsrs = 1;
		arch->msrs.entries[0].index = MSR_SYSENTER_CS;
	}
	return arch;
}

/* A bit mask; Y or N in kernels that have it as a bool. */
static bool has_forced_emulation(void)
{
	FILE *file = fopen(FORCED_EMULATION, "re");
	int value = file ? fgetc(file) : EOF;

	if (file)
		fclose(file);
	return value != EOF && value != 'N' && value != '0';
}

void arch_say_hello(int kvm)
{
	(void)kvm;
	say(" forced-emulation=%d", has_forced_emulation());
}

void arch_memory_written(void *from, size_t size)
{
	(void)from;
	(void)size;
}

void arch_before_run(struct machine *m)
{
	(void)m;
}

int arch_init_vm(struct machine *m)
{
	struct kvm_enable_cap payload = { .cap = KVM_CAP_EXCEPTION_PAYLOAD, .args = { 1 } };
	uint8_t allowed = 1;
	struct kvm_msr_filter filter = {
		.flags = KVM_MSR_FILTER_DEFAULT_DENY,
		.ranges[0] = {
			.flags = KVM_MSR_FILTER_READ | KVM_MSR_FILTER_WRITE,
			.nmsrs = 1,
			.base = MSR_SYSENTER_CS,
			.bitmap = &allowed,
		},
	};

	/* Only VMX without unrestricted guest needs it; others may refuse. */
	ioctl(m->vm, KVM_SET_TSS_ADDR, 0xfffbd000UL);
	if (ioctl(m->vm, KVM_ENABLE_CAP, &payload))
		return complain("KVM_CAP_EXCEPTION_PAYLOAD: %s", strerror(errno));
	/* Which MSRs exist is the host's matter; programs know one. */
	if (ioctl(m->vm, KVM_X86_SET_MSR_FILTER, &filter))
		return complain("KVM_X86_SET_MSR_FILTER: %s", strerror(errno));
	return 0;
}

static void real_mode_segment(struct kvm_segment *segment, uint16_t selector)
{
	segment->selector = selector;
	segment->base = (uint64_t)selector << 4;
}

int arch_init_vcpu(struct machine *m)
{
	struct kvm_sregs sregs;

	if (ioctl(m->vcpu, KVM_GET_SREGS, &sregs))
		return complain("KVM_GET_SREGS: %s", strerror(errno));
	real_mode_segment(&sregs.cs, 0);
	if (ioctl(m->vcpu, KVM_SET_SREGS, &sregs))
		return complain("KVM_SET_SREGS: %s", strerror(errno));
	memset(&m->run->debug.arch, POISON, sizeof(m->run->debug.arch));
	return 0;
}

/* The field of that name in a structure, or NULL. */
static void *find_field(const struct field *fields, void *structure, const char *name)
{
	for (; fields->name; fields++)
		if (!strcmp(fields->name, name))
			return (char *)structure + fields->offset;
	return NULL;
}

/* Sets the named 64-bit fields of a structure. */
static int set_fields(const struct field *fields, void *structure, char *text)
{
	uint64_t value;
	char *name;

	while (next_pair(&text, &name, &value)) {
		void *field = find_field(fields, structure, name);

		if (!field)
			return complain("no such field: %s", name);
		memcpy(field, &value, sizeof(value));
	}
	return text ? 0 : -1;
}

static int set_cpuid(struct machine *m, char *text)
{
	struct arch *arch = m->arch;
	uint64_t word[5];

	while (text && *text && arch->cpuid.nent < MAX_CPUID) {
		for (int i = 0; i < 5; i++)
			if (!next_number(&text, &word[i]))
				return complain("cpuid: expected leaf,eax,ebx,ecx,edx");
		arch->cpuid.entries[arch->cpuid.nent++] = (struct kvm_cpuid_entry2) {
			.function = word[0],
			.flags = word[0] == 7 ? KVM_CPUID_FLAG_SIGNIFCANT_INDEX : 0,
			.eax = word[1], .ebx = word[2], .ecx = word[3], .edx = word[4],
		};
	}
	return result_of(ioctl(m->vcpu, KVM_SET_CPUID2, &arch->cpuid));
}

static int set_regs(struct machine *m, char *text)
{
	struct kvm_regs regs;

	if (ioctl(m->vcpu, KVM_GET_REGS, &regs))
		return -errno;
	if (set_fields(regs_fields, &regs, text))
		return -1;
	return result_of(ioctl(m->vcpu, KVM_SET_REGS, &regs));
}

static int set_debugregs(struct machine *m, char *text)
{
	struct kvm_debugregs regs;

	if (ioctl(m->vcpu, KVM_GET_DEBUGREGS, &regs))
		return -errno;
	if (set_fields(debugregs_fields, &regs, text))
		return -1;
	return result_of(ioctl(m->vcpu, KVM_SET_DEBUGREGS, &regs));
}

/* Access rights as in a VMX segment: type, S, DPL, P in bits 0-7; AVL, L, D/B, G in 12-15. */
static void set_rights(struct kvm_segment *segment, uint64_t rights)
{
	segment->type = rights & 15;
	segment->s = rights >> 4 & 1;
	segment->dpl = rights >> 5 & 3;
	segment->present = rights >> 7 & 1;
	segment->avl = rights >> 12 & 1;
	segment->l = rights >> 13 & 1;
	segment->db = rights >> 14 & 1;
	segment->g = rights >> 15 & 1;
	segment->unusable = !segment->present;
}

static int set_segment(struct kvm_segment *segment, const char *part, uint64_t value)
{
	if (!strcmp(part, "selector"))
		segment->selector = value;
	else if (!strcmp(part, "base"))
		segment->base = value;
	else if (!strcmp(part, "limit"))
		segment->limit = value;
	else if (!strcmp(part, "rights"))
		set_rights(segment, value);
	else
		return -1;
	return 0;
}

static int set_table(struct kvm_dtable *table, const char *part, uint64_t value)
{
	if (!strcmp(part, "base"))
		table->base = value;
	else if (!strcmp(part, "limit"))
		table->limit = value;
	else
		return -1;
	return 0;
}

/* One field of the special registers: a register, a real-mode selector, or SEGMENT.PART, TABLE.PART. */
static int set_sreg(struct kvm_sregs *sregs, char *name, uint64_t value)
{
	char *part = strchr(name, '.');
	void *field;

	if (!part) {
		field = find_field(sregs_fields, sregs, name);
		if (field)
			memcpy(field, &value, sizeof(value));
		else if ((field = find_field(segments, sregs, name)))
			real_mode_segment(field, value);
		return field ? 0 : -1;
	}
	*part++ = 0;
	field = find_field(segments, sregs, name);
	if (field)
		return set_segment(field, part, value);
	field = find_field(tables, sregs, name);
	return field ? set_table(field, part, value) : -1;
}

static int set_sregs(struct machine *m, char *text)
{
	struct kvm_sregs sregs;
	uint64_t value;
	char *name;

	if (ioctl(m->vcpu, KVM_GET_SREGS, &sregs))
		return -errno;
	while (next_pair(&text, &name, &value))
		if (set_sreg(&sregs, name, value))
			return complain("no such field: %s", name);
	return text ? result_of(ioctl(m->vcpu, KVM_SET_SREGS, &sregs)) : -1;
}

/* The entry of an MSR in the list of those that a save has to carry. */
static struct kvm_msr_entry *known_msr(struct arch *arch, uint32_t index)
{
	uint32_t i = 0;

	while (i < arch->msrs.nmsrs && arch->msrs.entries[i].index != index)
		i++;
	if (i == MAX_MSRS)
		return NULL;
	if (i == arch->msrs.nmsrs)
		arch->msrs.entries[arch->msrs.nmsrs++].index = index;
	return &arch->msrs.entries[i];
}

static int move_msrs(struct machine *m, unsigned long request)
{
	int done = ioctl(m->vcpu, request, &m->arch->msrs);

	if (done >= 0 && done != (int)m->arch->msrs.nmsrs)
		return complain("MSR %x: not taken", m->arch->msrs.entries[done].index);
	return result_of(done);
}

static int set_msrs(struct machine *m, char *text)
{
	uint64_t index, value;
	char *name;

	if (move_msrs(m, KVM_GET_MSRS))
		return -1;
	while (next_pair(&text, &name, &value)) {
		struct kvm_msr_entry *entry;

		if (!next_number(&name, &index))
			return complain("msrs: expected index:value");
		entry = known_msr(m->arch, index);
		if (!entry)
			return complain("msrs: more than %d", MAX_MSRS);
		entry->data = value;
	}
	return text ? move_msrs(m, KVM_SET_MSRS) : -1;
}

static int set_events(struct machine *m, char *text)
{
	struct kvm_vcpu_events events;
	uint64_t value;
	char *name;

	if (ioctl(m->vcpu, KVM_GET_VCPU_EVENTS, &events))
		return -errno;
	while (next_pair(&text, &name, &value)) {
		if (!strcmp(name, "pending") || !strcmp(name, "injected")) {
			events.exception.pending = name[0] == 'p';
			events.exception.injected = name[0] == 'i';
			events.exception.nr = value;
			events.exception.has_error_code = 0;
			events.exception.error_code = 0;
			events.exception_has_payload = 0;
			events.exception_payload = 0;
			events.flags |= KVM_VCPUEVENT_VALID_PAYLOAD;
		} else if (!strcmp(name, "payload")) {
			events.exception_has_payload = 1;
			events.exception_payload = value;
		} else if (!strcmp(name, "error")) {
			events.exception.has_error_code = 1;
			events.exception.error_code = value;
		} else if (!strcmp(name, "shadow")) {
			events.interrupt.shadow = value;
			events.flags |= KVM_VCPUEVENT_VALID_SHADOW;
		} else if (!strcmp(name, "nmi")) {
			events.nmi.pending = value;
			events.flags |= KVM_VCPUEVENT_VALID_NMI_PENDING;
		} else {
			return complain("no such field: %s", name);
		}
	}
	return text ? result_of(ioctl(m->vcpu, KVM_SET_VCPU_EVENTS, &events)) : -1;
}

static int set_guest_debug(struct machine *m, char *text)
{
	struct kvm_guest_debug debug = { 0 };
	uint64_t word[6];
	int result;

	for (int i = 0; i < 6; i++)
		if (!next_number(&text, &word[i]))
			return complain("gd: expected control,db0,db1,db2,db3,dr7");
	debug.control = word[0];
	for (int i = 0; i < 4; i++)
		debug.arch.debugreg[i] = word[1 + i];
	debug.arch.debugreg[7] = word[5];
	result = result_of(ioctl(m->vcpu, KVM_SET_GUEST_DEBUG, &debug));
	if (!result) {
		debug.control &= ~GUESTDBG_INJECT;
		m->arch->debug = debug;
		m->arch->debugged = true;
	}
	return result;
}

static int write_back(struct machine *m, const char *state)
{
	char nothing[] = "";

	if (!strcmp(state, "regs"))
		return set_regs(m, nothing);
	if (!strcmp(state, "sregs"))
		return set_sregs(m, nothing);
	if (!strcmp(state, "dregs"))
		return set_debugregs(m, nothing);
	if (!strcmp(state, "events"))
		return set_events(m, nothing);
	return complain("write-back: no such state: %s", state);
}

int arch_action(struct machine *m, const char *word, char *argument)
{
	char nothing[] = "";
	uint64_t vector;

	if (!argument)
		argument = nothing;
	if (!strcmp(word, "cpuid"))
		return set_cpuid(m, argument);
	if (!strcmp(word, "regs"))
		return set_regs(m, argument);
	if (!strcmp(word, "sregs"))
		return set_sregs(m, argument);
	if (!strcmp(word, "msrs"))
		return set_msrs(m, argument);
	if (!strcmp(word, "dregs"))
		return set_debugregs(m, argument);
	if (!strcmp(word, "events"))
		return set_events(m, argument);
	if (!strcmp(word, "gd"))
		return set_guest_debug(m, argument);
	if (!strcmp(word, "write-back"))
		return write_back(m, argument);
	if (!strcmp(word, "nmi"))
		return result_of(ioctl(m->vcpu, KVM_NMI));
	if (!strcmp(word, "interrupt")) {
		struct kvm_interrupt interrupt;

		if (!next_number(&argument, &vector))
			return complain("interrupt: expected a vector");
		interrupt.irq = vector;
		return result_of(ioctl(m->vcpu, KVM_INTERRUPT, &interrupt));
	}
	return BAD_LINE;
}

/*
 * In the order of the set-up. KVM_SET_REGS forgets a pending exception, so the
 * events come after it; guest debugging comes last, as a VMM does it.
 */
int arch_save_restore(struct machine *m)
{
	struct kvm_vcpu_events events;
	struct kvm_debugregs debugregs;
	struct kvm_sregs sregs;
	struct kvm_regs regs;
	bool window = m->run->request_interrupt_window;

	if (ioctl(m->vcpu, KVM_GET_REGS, &regs) || ioctl(m->vcpu, KVM_GET_SREGS, &sregs) ||
	    move_msrs(m, KVM_GET_MSRS) || ioctl(m->vcpu, KVM_GET_DEBUGREGS, &debugregs) ||
	    ioctl(m->vcpu, KVM_GET_VCPU_EVENTS, &events))
		return complain("saving: %s", strerror(errno));
	destroy_vm(m);
	if (create_vm(m))
		return -1;
	m->run->request_interrupt_window = window;
	if ((m->arch->cpuid.nent && ioctl(m->vcpu, KVM_SET_CPUID2, &m->arch->cpuid)) ||
	    ioctl(m->vcpu, KVM_SET_REGS, &regs) || ioctl(m->vcpu, KVM_SET_SREGS, &sregs) ||
	    move_msrs(m, KVM_SET_MSRS) || ioctl(m->vcpu, KVM_SET_DEBUGREGS, &debugregs) ||
	    ioctl(m->vcpu, KVM_SET_VCPU_EVENTS, &events) ||
	    (m->arch->debugged && ioctl(m->vcpu, KVM_SET_GUEST_DEBUG, &m->arch->debug)))
		return complain("restoring: %s", strerror(errno));
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
	uint8_t *io;
	size_t size;

	switch (run->exit_reason) {
	case KVM_EXIT_DEBUG:
		say(" exception=%x pc=%llx exit-dr6=%llx", debug.exception, debug.pc, debug.dr6);
		/*
		 * Unwritten, it is the poison or the rest of another exit that
		 * KVM had begun to fill in: that one wrote to the padding too.
		 */
		if (debug.dr7 >> 32 == 0 && debug.pad == POISON * 0x01010101U)
			say(" exit-dr7=%llx", debug.dr7);
		break;
	case KVM_EXIT_IO:
		io = (uint8_t *)run + run->io.data_offset;
		size = (size_t)run->io.size * run->io.count;
		say(" direction=%s port=%x size=%x count=%x",
		    run->io.direction == KVM_EXIT_IO_IN ? "in" : "out",
		    run->io.port, run->io.size, run->io.count);
		if (run->io.direction == KVM_EXIT_IO_IN)
			memset(io, READ_BYTE, size);
		else
			print_data(io, size);
		break;
	case KVM_EXIT_MMIO:
		say(" direction=%s address=%llx size=%x", run->mmio.is_write ? "write" : "read",
		    run->mmio.phys_addr, run->mmio.len);
		if (run->mmio.is_write)
			print_data(run->mmio.data, run->mmio.len);
		break;
	case KVM_EXIT_INTERNAL_ERROR:
		say(" suberror=%x", run->internal.suberror);
		break;
	case KVM_EXIT_HLT:
	case KVM_EXIT_IRQ_WINDOW_OPEN:
	case KVM_EXIT_SHUTDOWN:
		break;
	default:
		say(" exit-reason=%x", run->exit_reason);
	}
	/* The answer to an MMIO read lies in the area that is poisoned. */
	memset(&run->debug.arch, POISON, sizeof(run->debug.arch));
	if (run->exit_reason == KVM_EXIT_MMIO)
		memset(run->mmio.data, READ_BYTE, sizeof(run->mmio.data));
}

static int waiting_interrupt(const struct kvm_sregs *sregs)
{
	for (int vector = 0; vector < 256; vector++)
		if (sregs->interrupt_bitmap[vector / 64] >> (vector % 64) & 1)
			return vector;
	return -1;
}

void arch_print_state(struct machine *m)
{
	struct kvm_debugregs debugregs = { 0 };
	struct kvm_vcpu_events events = { 0 };
	struct kvm_sregs sregs = { 0 };
	struct kvm_regs regs = { 0 };
	int interrupt;

	if (ioctl(m->vcpu, KVM_GET_REGS, &regs) || ioctl(m->vcpu, KVM_GET_SREGS, &sregs) ||
	    ioctl(m->vcpu, KVM_GET_DEBUGREGS, &debugregs) || ioctl(m->vcpu, KVM_GET_VCPU_EVENTS, &events))
		complain("reading the state: %s", strerror(errno));
	for (const struct field *field = regs_fields; field->name; field++)
		say(" %s=%llx", field->name, *(unsigned long long *)((char *)&regs + field->offset));
	say(" cs=%x ds=%x es=%x ss=%x cr2=%llx cr4de=%d", sregs.cs.selector, sregs.ds.selector,
	    sregs.es.selector, sregs.ss.selector, sregs.cr2, !!(sregs.cr4 & CR4_DE));
	say(" db=%llx,%llx,%llx,%llx dr6=%llx dr7=%llx", debugregs.db[0], debugregs.db[1],
	    debugregs.db[2], debugregs.db[3], debugregs.dr6, debugregs.dr7);
	say(" shadow=%x", events.interrupt.shadow);
	if (events.exception.pending || events.exception.injected) {
		say(" %s=%x", events.exception.pending ? "pending" : "injected", events.exception.nr);
		if (events.exception.has_error_code)
			say(" error=%x", events.exception.error_code);
		if (events.exception_has_payload)
			say(" payload=%llx", events.exception_payload);
	}
	interrupt = waiting_interrupt(&sregs);
	if (interrupt >= 0)
		say(" interrupt=%x", interrupt);
	if (events.nmi.pending || events.nmi.injected)
		say(" nmi=1");
	if (events.nmi.masked)
		say(" nmi-masked=1");
	say(" ready=%d", m->run->ready_for_interrupt_injection);
}

uint64_t arch_linear_pc(struct machine *m)
{
	struct kvm_sregs sregs = { 0 };
	struct kvm_regs regs = { 0 };

	ioctl(m->vcpu, KVM_GET_REGS, &regs);
	ioctl(m->vcpu, KVM_GET_SREGS, &sregs);
	return sregs.cs.base + regs.rip;
}

uint64_t arch_log_end(struct machine *m)
{
	struct kvm_regs regs = { 0 };

	ioctl(m->vcpu, KVM_GET_REGS, &regs);
	return regs.rbp;
}
#endif
