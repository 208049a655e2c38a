// SPDX-License-Identifier: MIT
/*
 * 158 programs for KVM's guest debugging on arm64 (KVM_SET_GUEST_DEBUG), with
 * the runs that the manuals and the KVM API allow for each.
 *
 * Made by guest-debug-oracle 0.1.0; do not edit. There each program can be
 * looked at, and the rules behind what is expected.
 *
 *   cc -O2 -Wall -o guest-debug-corpus-arm64 guest-debug-corpus-arm64.c && ./guest-debug-corpus-arm64
 *
 * It needs /dev/kvm on arm64 with pages of 4 or 16 KiB, libc and the headers of
 * the kernel (6.0 or newer). Built with -static it is an init as well, with
 * channel=DEVICE for its output and modules=NAME,... (from /modules, in this
 * order) on the kernel's command line; it then switches the computer off.
 *
 * The output is KTAP, the exit codes are those of kselftest: 0 if everything is
 * as expected or known, 1 if something is not, 4 if nothing can be run here.
 * XFAIL is what the kernel is known to do otherwise, in exactly this way; a
 * difference that is nobody's bug, but a policy, passes.
 *
 * Left out: a value that stands for none (6).
 */

#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/kvm.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/utsname.h>
#include <termios.h>
#include <unistd.h>

/*
 * What runner.c (lines), run.c (run loop) and the architecture's file (state,
 * actions) know of each other.
 */
#ifndef RUNNER_H
#define RUNNER_H

/* Guest RAM: one slot. */
#ifdef __aarch64__
#define RAM_BASE	0x40000000
#define RAM_SIZE	0x8000
#else
#define RAM_BASE	0
#define RAM_SIZE	0xd000
#endif
/* What a read of a port or of MMIO returns, in every byte. */
#define READ_BYTE	0x5a
/* Fills what KVM_RUN may leave unwritten, so that stale values are told apart. */
#define POISON		0xa5

struct machine {
	int kvm, vm, vcpu;
	struct kvm_run *run;
	size_t run_size;
	uint8_t *ram;
	/* What the action that is under way has read, if it is one that reads. */
	bool has_value;
	uint64_t value;
	struct arch *arch;
};

/* runner.c, or who else runs programs: where the answer goes. */
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* run.c */
/* /dev/kvm, and the size of struct kvm_run; -1 with errno. */
int open_kvm(size_t *run_size);
/*
 * The words of a program behind "run", and of an image that programs start from
 * behind "image", by strtok_r. NULL, or why the line was not carried out.
 */
const char *run_program(int kvm, size_t run_size, char **line);
const char *store_image(char **line);
/* Records the first complaint about the line or the host; always returns -1. */
int complain(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* The next hex number of a comma-separated list, moving *text; false at its end. */
bool next_number(char **text, uint64_t *value);
/* The next name:value of a comma-separated list. */
bool next_pair(char **text, char **name, uint64_t *value);
/* 0, or -errno. */
int result_of(int ioctl_return);
/* "address,bytes" into RAM. -EINVAL if it does not fit. */
int write_memory(struct machine *m, char *argument);
int create_vm(struct machine *m);
void destroy_vm(struct machine *m);

/* hello.c: the first line, which says what runs here. */
void say_hello(int kvm);
/* init.c: what PID 1 does before it serves, and after. */
void init_system(void);
void power_off(void);
/* ports.c: makes I/O ports the standard input and output; -1 with errno. */
int open_ports(void);
bool ports_are_open(void);
/* Ends the emulator, if the ports are open. */
void close_ports(void);

/* The architecture. Functions return 0, -errno of the ioctl, or -1 after complain(). */
#define BAD_LINE	(-10000)

extern const char arch_name[];
struct arch *arch_alloc(void);
/* After the VM exists: capabilities. After the vCPU exists: what does not come from the program. */
int arch_init_vm(struct machine *m);
int arch_init_vcpu(struct machine *m);
/* Whether programs get a fresh vCPU of a VM that is kept, and what touches all of its RAM before the first of them. */
bool arch_keeps_vm(void);
int arch_touch_ram(struct machine *m);
/* One action other than the generic ones: BAD_LINE if there is no such word. */
int arch_action(struct machine *m, const char *word, char *argument);
/* Words of the hello that only this architecture has, each with a blank before it. */
void arch_say_hello(int kvm);
/* RAM was written: instructions that were fetched from it are stale. */
void arch_memory_written(void *from, size_t size);
/* KVM_RUN is about to be called. */
void arch_before_run(struct machine *m);
/* Everything the guest has, into a fresh VM around the same RAM. */
int arch_save_restore(struct machine *m);
/* Prints the architecture's part of an exit; answers what the exit asks for. */
void arch_print_exit(struct machine *m);
void arch_print_state(struct machine *m);
/* Linear address of the next instruction. */
uint64_t arch_linear_pc(struct machine *m);
/* Where the guest's log ends. */
uint64_t arch_log_end(struct machine *m);

#endif

/*
 * Runs one program on KVM: its set-up, then group by group what the host does
 * and one KVM_RUN each, until it has ended.
 *
 * It knows nothing about what is right. All addresses come with the program;
 * README.md has the words. A fresh VM for each program, so that nothing is
 * inherited from the one before; where the architecture keeps its VM, a fresh
 * vCPU in it, with all of RAM as a fresh VM has it.
 */

#define TICK_MS		300
#define IMAGES		8
#define STOPS		40
/* A vCPU's memory stays with its VM. */
#define MOST_VCPUS	128

static uint8_t images[IMAGES][RAM_SIZE];
static char complaint[200];
static volatile sig_atomic_t ticked;

/* A program while it runs. */
struct run_state {
	struct machine m;
	/* Where it has ended: at an exit with PC in [from, to), or that writes to MMIO there. */
	struct {
		const char *ending;
		uint64_t from, to;
		bool writes;
	} stops[STOPS];
	int stop_count;
	uint64_t log, run_cap;
	unsigned int runs;
	const char *ending;
	/* The last action ran the vCPU, and that counts as the group's run. */
	bool stands;
};

int complain(const char *format, ...)
{
	va_list args;

	if (!complaint[0]) {
		va_start(args, format);
		vsnprintf(complaint, sizeof(complaint), format, args);
		va_end(args);
	}
	return -1;
}

int result_of(int ioctl_return)
{
	return ioctl_return < 0 ? -errno : 0;
}

bool next_number(char **text, uint64_t *value)
{
	char *end;

	if (!*text || !**text)
		return false;
	errno = 0;
	*value = strtoull(*text, &end, 16);
	if (end == *text || errno || (*end && *end != ',')) {
		complain("not a hex number: %.40s", *text);
		*text = NULL;
		return false;
	}
	*text = *end ? end + 1 : end;
	return true;
}

bool next_pair(char **text, char **name, uint64_t *value)
{
	char *colon;

	if (!*text || !**text)
		return false;
	colon = strchr(*text, ':');
	if (!colon) {
		complain("not name:value: %.40s", *text);
		*text = NULL;
		return false;
	}
	*colon = 0;
	*name = *text;
	*text = colon + 1;
	return next_number(text, value);
}

/* The same into RAM or an image. */
static int write_bytes(uint8_t *ram, char *argument)
{
	char *comma = argument ? strchr(argument, ',') : NULL;
	uint64_t at;
	size_t count;

	if (!comma)
		return complain("memory: expected address,bytes");
	*comma = 0;
	if (!next_number(&argument, &at))
		return -1;
	count = strlen(comma + 1) / 2;
	if (strspn(comma + 1, "0123456789abcdefABCDEF") != 2 * count)
		return complain("memory: not bytes: %.40s", comma + 1);
	at -= RAM_BASE;
	if (at > RAM_SIZE || count > RAM_SIZE - at)
		return -EINVAL;
	for (size_t i = 0; i < count; i++) {
		char digits[3] = { comma[1 + 2 * i], comma[2 + 2 * i], 0 };

		ram[at + i] = strtoul(digits, NULL, 16);
	}
	arch_memory_written(ram + at, count);
	return 0;
}

int write_memory(struct machine *m, char *argument)
{
	return write_bytes(m->ram, argument);
}

/* The VM that is kept from program to program, the vCPUs that it has had, and its RAM. */
static struct {
	int vm;
	unsigned int vcpus;
	uint8_t *ram;
} kept = { .vm = -1 };

static uint8_t *map_ram(void)
{
	void *ram = mmap(NULL, RAM_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	return ram == MAP_FAILED ? NULL : ram;
}

/* Zeroed RAM for a program. */
static uint8_t *take_ram(void)
{
	if (!arch_keeps_vm())
		return map_ram();
	if (kept.ram)
		memset(kept.ram, 0, RAM_SIZE);
	else
		kept.ram = map_ram();
	return kept.ram;
}

static void return_ram(uint8_t *ram)
{
	if (ram && ram != kept.ram)
		munmap(ram, RAM_SIZE);
}

/* A VM without a vCPU. */
static int create_empty_vm(struct machine *m)
{
	struct kvm_userspace_memory_region slot = {
		.guest_phys_addr = RAM_BASE,
		.memory_size = RAM_SIZE,
		.userspace_addr = (uintptr_t)m->ram,
	};

	m->vm = ioctl(m->kvm, KVM_CREATE_VM, 0);
	if (m->vm < 0)
		return complain("KVM_CREATE_VM: %s", strerror(errno));
	if (arch_init_vm(m))
		return -1;
	if (ioctl(m->vm, KVM_SET_USER_MEMORY_REGION, &slot))
		return complain("KVM_SET_USER_MEMORY_REGION: %s", strerror(errno));
	return 0;
}

static int create_vcpu(struct machine *m, unsigned int id)
{
	m->vcpu = ioctl(m->vm, KVM_CREATE_VCPU, id);
	if (m->vcpu < 0)
		return complain("KVM_CREATE_VCPU: %s", strerror(errno));
	m->run = mmap(NULL, m->run_size, PROT_READ | PROT_WRITE, MAP_SHARED, m->vcpu, 0);
	if (m->run == MAP_FAILED)
		return complain("mmap of kvm_run: %s", strerror(errno));
	return arch_init_vcpu(m);
}

static void destroy_vcpu(struct machine *m)
{
	if (m->run != MAP_FAILED)
		munmap(m->run, m->run_size);
	if (m->vcpu >= 0)
		close(m->vcpu);
	m->run = MAP_FAILED;
	m->vcpu = -1;
}

/* A kept VM whose pages have all been touched, in the place of one that has had its vCPUs. */
static int renew_kept_vm(struct machine *m)
{
	if (kept.vm >= 0)
		close(kept.vm);
	kept.vm = -1;
	if (create_empty_vm(m))
		return -1;
	kept.vm = m->vm;
	kept.vcpus = 1;
	if (create_vcpu(m, 0) || arch_touch_ram(m))
		return -1;
	destroy_vcpu(m);
	return 0;
}

int create_vm(struct machine *m)
{
	m->run = MAP_FAILED;
	m->vcpu = -1;
	if (!arch_keeps_vm())
		return create_empty_vm(m) || create_vcpu(m, 0) ? -1 : 0;
	m->vm = kept.vm;
	if ((kept.vm < 0 || kept.vcpus == MOST_VCPUS) && renew_kept_vm(m))
		return -1;
	return create_vcpu(m, kept.vcpus++);
}

void destroy_vm(struct machine *m)
{
	destroy_vcpu(m);
	if (m->vm >= 0 && m->vm != kept.vm)
		close(m->vm);
}

static void on_tick(int signal)
{
	(void)signal;
	ticked = 1;
}

/* The tick repeats: one that comes just before KVM_RUN is not the last. */
static void set_tick(int ms)
{
	struct itimerval timer = {
		.it_interval.tv_usec = 1000 * ms,
		.it_value.tv_usec = 1000 * ms,
	};

	ticked = 0;
	setitimer(ITIMER_REAL, &timer, NULL);
}

/* What an exit means for the program; written is the address of a write to MMIO, or NULL. */
static const char *ending_of(struct run_state *s, const char *reason, const uint64_t *written)
{
	uint64_t at = arch_linear_pc(&s->m);

	if (!strcmp(reason, "internal-error") || !strcmp(reason, "shutdown"))
		return reason;
	for (int i = 0; i < s->stop_count; i++) {
		const uint64_t *where = s->stops[i].writes ? written : &at;

		if (where && *where >= s->stops[i].from && *where < s->stops[i].to)
			return s->stops[i].ending;
	}
	return !strcmp(reason, "interrupted") || s->runs >= s->run_cap ? "cap" : NULL;
}

static const char *reason_of(const struct kvm_run *run)
{
	switch (run->exit_reason) {
	case KVM_EXIT_DEBUG:
		return "debug";
	case KVM_EXIT_IO:
		return "io";
	case KVM_EXIT_MMIO:
		return "mmio";
	case KVM_EXIT_HLT:
		return "hlt";
	case KVM_EXIT_IRQ_WINDOW_OPEN:
		return "interrupt-window";
	case KVM_EXIT_SHUTDOWN:
		return "shutdown";
	default:
		return "internal-error";
	}
}

/* KVM_RUN once. False if immediate_exit ended it and there is nothing to report. */
static bool run_once(struct run_state *s, bool immediate)
{
	struct machine *m = &s->m;
	uint64_t address;
	const char *reason;
	bool writes;
	int result;

	m->run->immediate_exit = immediate;
	arch_before_run(m);
	set_tick(TICK_MS);
	do {
		result = result_of(ioctl(m->vcpu, KVM_RUN, 0));
	} while (result == -EINTR && !immediate && !ticked);
	set_tick(0);
	if (result == -EINTR && immediate)
		return false;

	reason = result == -EINTR ? "interrupted" : result ? "internal-error" : reason_of(m->run);
	/* Printing the exit makes room for the next one. */
	writes = !strcmp(reason, "mmio") && m->run->mmio.is_write;
	address = m->run->mmio.phys_addr;
	say("exit %s", reason);
	if (result && result != -EINTR)
		say(" errno=%x", -result);
	else if (!result)
		arch_print_exit(m);
	arch_print_state(m);
	say("\n");
	s->runs++;
	s->ending = ending_of(s, reason, writes ? &address : NULL);
	return true;
}

/* Finishes accesses that userspace has answered; an exit on the way stands for a run. */
static bool settle(struct run_state *s)
{
	unsigned int before = s->runs;

	while (!s->ending && run_once(s, true))
		;
	return s->runs > before;
}

/* Words of the set-up that are not actions of the architecture. */
static int set_up(struct run_state *s, const char *word, char *argument)
{
	uint64_t value;

	if (!strcmp(word, "mem"))
		return write_memory(&s->m, argument);
	if (!strcmp(word, "stop") || !strcmp(word, "stop-write")) {
		char *comma = argument ? strchr(argument, ',') : NULL;
		int i = s->stop_count;

		if (!comma || i == STOPS)
			return complain("%s: expected ending,from,to", word);
		*comma++ = 0;
		s->stops[i].ending = argument;
		s->stops[i].writes = word[4] == '-';
		if (!next_number(&comma, &s->stops[i].from) || !next_number(&comma, &s->stops[i].to))
			return complain("%s: expected ending,from,to", word);
		s->stop_count++;
		return 0;
	}
	if (!strcmp(word, "log") || !strcmp(word, "runs") || !strcmp(word, "image")) {
		if (!next_number(&argument, &value))
			return complain("%s: expected a number", word);
		if (word[0] == 'l')
			s->log = value;
		else if (word[0] == 'r')
			s->run_cap = value;
		else if (value >= IMAGES)
			return complain("image: no such image");
		else
			memcpy(s->m.ram, images[value], RAM_SIZE);
		if (word[0] == 'i')
			arch_memory_written(s->m.ram, RAM_SIZE);
		return 0;
	}
	return arch_action(&s->m, word, argument);
}

static int act(struct run_state *s, const char *word, char *argument)
{
	uint64_t value = 0;

	s->stands = false;
	s->m.has_value = false;
	if (!strcmp(word, "write"))
		return write_memory(&s->m, argument);
	if (!strcmp(word, "window")) {
		if (!next_number(&argument, &value))
			return complain("window: expected 0 or 1");
		s->m.run->request_interrupt_window = value;
		return 0;
	}
	if (!strcmp(word, "immediate-exit")) {
		s->stands = run_once(s, true);
		return 0;
	}
	if (!strcmp(word, "save-restore")) {
		s->stands = settle(s);
		return s->ending ? 0 : arch_save_restore(&s->m);
	}
	return arch_action(&s->m, word, argument);
}

static void print_result(const struct machine *m, int result)
{
	switch (-result) {
	case 0:
		say("action ok");
		break;
	case EBUSY:
		say("action EBUSY");
		break;
	case EINVAL:
		say("action EINVAL");
		break;
	default:
		say("action errno-%d", -result);
	}
	if (!result && m->has_value)
		say(" value=%llx", (unsigned long long)m->value);
	say("\n");
}

/* Takes the next word off the line; its argument is what follows '='. */
static char *next_word(char **line, char **argument)
{
	char *word = strtok_r(NULL, " \r\n", line);

	*argument = word ? strchr(word, '=') : NULL;
	if (*argument)
		*(*argument)++ = 0;
	return word;
}

static int run_words(struct run_state *s, char **line)
{
	char *argument, *word;
	int result;

	while ((word = next_word(line, &argument)) && strcmp(word, "group")) {
		result = set_up(s, word, argument);
		if (result)
			return complain("set-up: %s: %s", word,
					result == BAD_LINE ? "unknown word" : strerror(-result));
	}
	while (!s->ending) {
		s->stands = false;
		while (word && (word = next_word(line, &argument)) && strcmp(word, "group")) {
			result = act(s, word, argument);
			if (complaint[0])
				return -1;
			if (result == BAD_LINE)
				return complain("unknown word: %s", word);
			if (s->ending)
				break;
			print_result(&s->m, result);
		}
		if (!s->ending && !s->stands)
			run_once(s, false);
	}
	return 0;
}

static void print_log(struct run_state *s)
{
	uint64_t end = arch_log_end(&s->m);

	if (end > RAM_BASE + RAM_SIZE)
		end = RAM_BASE + RAM_SIZE;
	say("log ");
	for (uint64_t at = s->log; at < end; at++)
		say("%02x", s->m.ram[at - RAM_BASE]);
	say("\nending %s\n", s->ending);
}

const char *run_program(int kvm, size_t run_size, char **line)
{
	struct run_state s = {
		.m = { .kvm = kvm, .run_size = run_size, .vm = -1, .vcpu = -1 },
		.run_cap = 64,
	};

	complaint[0] = 0;
	s.m.arch = arch_alloc();
	s.m.run = MAP_FAILED;
	s.m.ram = take_ram();
	if (!s.m.arch || !s.m.ram)
		complain("out of memory");
	else if (!create_vm(&s.m) && !run_words(&s, line))
		print_log(&s);
	destroy_vm(&s.m);
	return_ram(s.m.ram);
	free(s.m.arch);
	return complaint[0] ? complaint : NULL;
}

const char *store_image(char **line)
{
	char *argument, *word = next_word(line, &argument);
	uint64_t number;

	complaint[0] = 0;
	if (!next_number(&word, &number) || number >= IMAGES) {
		complain("image: expected a number below %d", IMAGES);
		return complaint;
	}
	memset(images[number], 0, RAM_SIZE);
	while ((word = next_word(line, &argument)))
		if (strcmp(word, "mem") || write_bytes(images[number], argument))
			complain("image: bad word %s", word);
	return complaint[0] ? complaint : NULL;
}

/*
 * With a VM that lives as long as the runner, KVM need not switch the CPUs'
 * virtualisation and patch its static keys for every program (measured under
 * QEMU's TCG, Linux 6.1: 10 ms of each).
 */
static void keep_a_vm(int kvm)
{
	int vm = ioctl(kvm, KVM_CREATE_VM, 0);

	if (vm >= 0)
		ioctl(vm, KVM_CREATE_VCPU, 0);
}

int open_kvm(size_t *run_size)
{
	struct sigaction action = { .sa_handler = on_tick };
	int kvm = open("/dev/kvm", O_RDWR | O_CLOEXEC);
	int size = kvm < 0 ? -1 : ioctl(kvm, KVM_GET_VCPU_MMAP_SIZE, 0);

	if (size < 0)
		return -1;
	*run_size = size;
	/* Without SA_RESTART a tick ends KVM_RUN. */
	sigaction(SIGALRM, &action, NULL);
	keep_a_vm(kvm);
	return kvm;
}

/*
 * The arm64 vCPU: its registers as words, and what a fresh one has to be told.
 * No interrupt controller in the kernel, no PMU, PSCI 0.2.
 */
#ifdef __aarch64__

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
		return complain("gd: expected control,bcr0:value,...");
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
bool arch_keeps_vm(void)
{
	return false;
}

int arch_touch_ram(struct machine *m)
{
	(void)m;
	return 0;
}

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

/*
 * The runner's first line: its protocol, and what a description of this target
 * has to go by.
 */

#define PROTOCOL	2

/*
 * As /proc/cpuinfo has them: CPUID's vendor string and name, or implementer and
 * part number of MIDR_EL1. Blanks become dashes.
 */
static void read_cpu(char vendor[64], char name[64])
{
	char line[256];
	FILE *file = fopen("/proc/cpuinfo", "re");

	strcpy(vendor, "unknown");
	strcpy(name, "unknown");
	while (file && fgets(line, sizeof(line), file)) {
		sscanf(line, "vendor_id : %63s", vendor);
		sscanf(line, "CPU implementer : %63s", vendor);
		if (sscanf(line, "model name : %63[ -~]", name) == 1 ||
		    sscanf(line, "CPU part : %63s", name) == 1)
			break;
	}
	for (char *blank = name; (blank = strchr(blank, ' ')); )
		*blank = '-';
	if (file)
		fclose(file);
}

/*
 * KVM's vendor module: the kvm_* of /sys/module. A kernel with several built in
 * shows them all; the CPU decides which of them it uses.
 */
static void read_module(char module[64], const char *vendor)
{
	const char *other = strstr(vendor, "Intel") ? "kvm_amd" : "kvm_intel";
	DIR *folder = opendir("/sys/module");
	struct dirent *entry;

	strcpy(module, "none");
	while (folder && (entry = readdir(folder))) {
		const char *name = entry->d_name;

		if (strncmp(name, "kvm_", 4) || strlen(name) > 63)
			continue;
		if (!strcmp(module, "none") || strcmp(name, other))
			strcpy(module, name);
	}
	if (folder)
		closedir(folder);
}

void say_hello(int kvm)
{
	struct utsname host = { 0 };
	char vendor[64], name[64], module[64];

	uname(&host);
	read_cpu(vendor, name);
	read_module(module, vendor);
	say("hello guest-debug-oracle/runner %d arch=%s kernel=%s module=%s cpu=%s cpu-name=%s",
	    PROTOCOL, arch_name, host.release, module, vendor, name);
	arch_say_hello(kvm);
	say("\n");
}

/*
 * Where there are no I/O ports, none can be a channel: what ports.c has.
 */
#ifndef __x86_64__

int open_ports(void)
{
	errno = ENOSYS;
	return -1;
}

bool ports_are_open(void)
{
	return false;
}

void close_ports(void)
{
}
#endif

/*
 * The runner as PID 1 of a kernel that was booted for it alone: file systems,
 * KVM's modules, the channel to the other end; at the end, power off.
 *
 * The kernel's command line says what to do. channel=DEVICE, or channel=ports
 * for the channel of ports.c, and modules=NAME,...
 * reach PID 1 as environment; NAME.PARAMETER=VALUE is read from /proc/cmdline,
 * as modprobe does, so that one command line serves modules and a built-in KVM.
 */

#define CHANNEL_MS	5000

static char cmdline[4096];

static void read_cmdline(void)
{
	int fd = open("/proc/cmdline", O_RDONLY | O_CLOEXEC);
	ssize_t size = fd < 0 ? 0 : read(fd, cmdline, sizeof(cmdline) - 1);

	cmdline[size > 0 ? size : 0] = 0;
	close(fd);
}

/* What the command line says about a module: "PARAMETER=VALUE ...". In names '-' and '_' are the same. */
static void parameters_of(const char *module, char *parameters)
{
	size_t length = strlen(module);

	*parameters = 0;
	for (char *at = cmdline; *at; at += strspn(at, " \n")) {
		size_t i = 0, size = strcspn(at, " \n");

		while (i < length && (at[i] == module[i] || (at[i] == '_' && module[i] == '-')))
			i++;
		if (i == length && at[i] == '.')
			sprintf(parameters + strlen(parameters), "%.*s ", (int)(size - i - 1), at + i + 1);
		at += size;
	}
}

static int load_module(const char *name)
{
	char path[256], parameters[sizeof(cmdline) + 1];
	int fd, result;

	snprintf(path, sizeof(path), "/modules/%s.ko", name);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return -1;
	parameters_of(name, parameters);
	result = syscall(SYS_finit_module, fd, parameters, 0);
	close(fd);
	return result;
}

/* Every byte as it is. */
static void make_raw(int fd)
{
	struct termios line;

	if (tcgetattr(fd, &line))
		return;
	cfmakeraw(&line);
	/* A UART reports the end of a burst after four character times: keep them short. */
	cfsetspeed(&line, B115200);
	tcsetattr(fd, TCSANOW, &line);
}

/*
 * A virtio port appears some time after its driver is loaded, hung up until
 * the other end is known to be there; a serial line is there at once.
 */
static int open_channel(const char *device)
{
	for (int ms = 0; ms < CHANNEL_MS; ms += 10) {
		int fd = open(device, O_RDWR | O_NOCTTY | O_CLOEXEC);
		struct pollfd port = { .fd = fd, .events = POLLOUT };

		if (fd >= 0 && poll(&port, 1, 0) >= 0 && !(port.revents & POLLHUP)) {
			make_raw(fd);
			for (int i = 0; i < 3; i++)
				dup2(fd, i);
			return 0;
		}
		if (fd >= 0)
			close(fd);
		usleep(10000);
	}
	return -1;
}

void power_off(void)
{
	fflush(stdout);
	close_ports();
	/* What is still in a UART would be lost. */
	tcdrain(STDOUT_FILENO);
	reboot(RB_POWER_OFF);
}

static void give_up(const char *what, const char *name)
{
	printf("error %s %s: %s\n", what, name, strerror(errno));
	power_off();
}

void init_system(void)
{
	const char *channel = getenv("channel"), *modules = getenv("modules");
	char *list = strdup(modules ? modules : ""), *name, *rest;

	mount("devtmpfs", "/dev", "devtmpfs", 0, NULL);
	mount("proc", "/proc", "proc", 0, NULL);
	mount("sysfs", "/sys", "sysfs", 0, NULL);
	read_cmdline();
	for (name = strtok_r(list, ",", &rest); name; name = strtok_r(NULL, ",", &rest))
		if (load_module(name))
			give_up("loading module", name);
	free(list);
	if (channel && (strcmp(channel, "ports") ? open_channel(channel) : open_ports()))
		give_up("opening", channel);
}

#define KINDS		16
#define FIELDS		44
/* So many of them belong to the record of an exit. */
#define RECORD_FIELDS	7

/*
 * What the tables of the arm64 corpus and the judge's part for arm64 know of
 * each other.
 */
#ifndef ARM64_JUDGE_H
#define ARM64_JUDGE_H

/* What a program needs. */
struct needs {
	/* As many breakpoints and watchpoints as the contract has; KVM_CAP_ARM_INJECT_EXT_DABT. */
	bool slots, aborts;
};

#endif

/*
 * What the tables of the corpus, the judge and its part for the architecture
 * know of each other. With the tables come KINDS, how many kinds of /dev/kvm are
 * told apart, of which the last is any that nothing describes, and FIELDS, how
 * many fields an exit has; with the architecture struct needs.
 */
#ifndef CORPUS_H
#define CORPUS_H

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

/* The fields of an exit: of its record, then of the guest's state. */
static const char *const fields[FIELDS] = {
	"hsr",
	"hsr-high",
	"exit-far",
	"direction",
	"address",
	"size",
	"data",
	"pc",
	"pstate",
	"x0",
	"x1",
	"x2",
	"x3",
	"x4",
	"x5",
	"x6",
	"x7",
	"elr",
	"spsr",
	"esr",
	"far",
	"contextidr",
	"mdscr",
	"oslsr",
	"bcr0",
	"bcr1",
	"bcr2",
	"bcr3",
	"bcr4",
	"bcr5",
	"bvr0",
	"bvr1",
	"bvr2",
	"bvr3",
	"bvr4",
	"bvr5",
	"wcr0",
	"wcr1",
	"wcr2",
	"wcr3",
	"wvr0",
	"wvr1",
	"wvr2",
	"wvr3",
};

/* Those that the runner writes as one with commas. */
static const struct list lists[] = {
	{ "bcr", 6 },
	{ "bvr", 6 },
	{ "wcr", 4 },
	{ "wvr", 4 },
};

static const char pc_field[] = "pc";

static const struct kind kinds[KINDS] = {
	{
		.title = "KVM/arm64 on QEMU's CPU, as in Linux 7.2",
		.variant = "arm64/linux-7.2",
		.measured = "7.2.",
		.from = 6017,
		.emulator = "QEMU-TCG",
		.cpu = QEMU_CPU,
	},
	{
		.title = "KVM/arm64 on QEMU's CPU, as in Linux 6.14",
		.variant = "arm64/linux-6.14",
		.from = 6014,
		.emulator = "QEMU-TCG",
		.cpu = QEMU_CPU,
	},
	{
		.title = "KVM/arm64 on QEMU's CPU, as in Linux 6.12",
		.variant = "arm64/linux-6.12",
		.measured = "6.12.",
		.from = 6012,
		.emulator = "QEMU-TCG",
		.cpu = QEMU_CPU,
	},
	{
		.title = "KVM/arm64 on QEMU's CPU, as in Linux 6.1",
		.variant = "arm64/linux-6.1",
		.measured = "6.1.",
		.from = 6001,
		.emulator = "QEMU-TCG",
		.cpu = QEMU_CPU,
	},
	{
		.title = "KVM/arm64 on QEMU's CPU, as in Linux 5.11",
		.variant = "arm64/linux-5.11",
		.from = 5011,
		.emulator = "QEMU-TCG",
		.cpu = QEMU_CPU,
	},
	{
		.title = "KVM/arm64 on QEMU's CPU, as in Linux 5.0",
		.variant = "arm64/linux-5.0",
		.from = 5000,
		.emulator = "QEMU-TCG",
		.cpu = QEMU_CPU,
	},
	{
		.title = "KVM/arm64 on QEMU's CPU, as in Linux 4.15",
		.variant = "arm64/linux-4.15",
		.from = 4015,
		.emulator = "QEMU-TCG",
		.cpu = QEMU_CPU,
	},
	{
		.title = "KVM/arm64 on QEMU's CPU, as in Linux 4.3",
		.variant = "arm64/linux-4.3",
		.from = 0,
		.emulator = "QEMU-TCG",
		.cpu = QEMU_CPU,
	},
	{
		.title = "KVM/arm64, as in Linux 7.2",
		.variant = "arm64/linux-7.2",
		.measured = "7.2.",
		.from = 6017,
	},
	{
		.title = "KVM/arm64, as in Linux 6.14",
		.variant = "arm64/linux-6.14",
		.from = 6014,
	},
	{
		.title = "KVM/arm64, as in Linux 6.12",
		.variant = "arm64/linux-6.12",
		.measured = "6.12.",
		.from = 6012,
	},
	{
		.title = "KVM/arm64, as in Linux 6.1",
		.variant = "arm64/linux-6.1",
		.measured = "6.1.",
		.from = 6001,
	},
	{
		.title = "KVM/arm64, as in Linux 5.11",
		.variant = "arm64/linux-5.11",
		.from = 5011,
	},
	{
		.title = "KVM/arm64, as in Linux 5.0",
		.variant = "arm64/linux-5.0",
		.from = 5000,
	},
	{
		.title = "KVM/arm64, as in Linux 4.15",
		.variant = "arm64/linux-4.15",
		.from = 4015,
	},
	{
		.title = "KVM/arm64, as in Linux 4.3",
		.variant = "arm64/linux-4.3",
		.from = 0,
	},
};

/* Bytes of a record of the guest's log: ESR_EL1, ELR_EL1, SPSR_EL1, FAR_EL1. */
#define LOG_RECORD	32

/* Memory that programs start from. */
static const char *const image_words[] = {
	"image 0 mem=40004000,9f0a00f9ffffff17 mem=40004080,9f0a00f9ffffff17 "
	"mem=40004100,9f0a00f9ffffff17 mem=40004180,9f0a00f9ffffff17 "
	"mem=40004200,"
	"165238d5374038d5b65e82a8184038d5196038d5b8663fa9d6fe5bd3d96600d1d90000b4d92a00d1790000b4f7"
	"120091374018d5e0039fd618036bb2184018d5e0039fd6 "
	"mem=40004280,165080d2374038d5b65e82a8184038d5b87e3fa9180379b2184018d5e0039fd6 "
	"mem=40004300,9f0a00f9ffffff17 mem=40004380,9f0a00f9ffffff17 "
	"mem=40004400,"
	"165238d5374038d5b65e82a8184038d5196038d5b8663fa9d6fe5bd3d96600d1d90000b4d92a00d1790000b4f7"
	"120091374018d5e0039fd618036bb2184018d5e0039fd6 "
	"mem=40004480,169080d2374038d5b65e82a8184038d5b87e3fa9180379b2184018d5e0039fd6 "
	"mem=40004500,9f0a00f9ffffff17 mem=40004580,9f0a00f9ffffff17 mem=40004600,9f0a00f9ffffff17 "
	"mem=40004680,9f0a00f9ffffff17 mem=40004700,9f0a00f9ffffff17 mem=40004780,9f0a00f9ffffff17",
	"image 1 mem=40004000,9f0a00f9ffffff17 mem=40004080,9f0a00f9ffffff17 "
	"mem=40004100,9f0a00f9ffffff17 mem=40004180,9f0a00f9ffffff17 "
	"mem=40004200,"
	"165238d5374038d5b65e82a8184038d5196038d5b8663fa9d6fe5bd3d96600d1590100b4d96200d1190100b4d9"
	"6a00d1d90000b4d92a00d1790000b4f7120091374018d5e0039fd65f0210d5e0039fd6 "
	"mem=40004280,165080d2374038d5b65e82a8184038d5b87e3fa9180379b2184018d5e0039fd6 "
	"mem=40004300,9f0a00f9ffffff17 mem=40004380,9f0a00f9ffffff17 "
	"mem=40004400,"
	"165238d5374038d5b65e82a8184038d5196038d5b8663fa9d6fe5bd3d96600d1590100b4d96200d1190100b4d9"
	"6a00d1d90000b4d92a00d1790000b4f7120091374018d5e0039fd65f0210d5e0039fd6 "
	"mem=40004480,169080d2374038d5b65e82a8184038d5b87e3fa9180379b2184018d5e0039fd6 "
	"mem=40004500,9f0a00f9ffffff17 mem=40004580,9f0a00f9ffffff17 mem=40004600,9f0a00f9ffffff17 "
	"mem=40004680,9f0a00f9ffffff17 mem=40004700,9f0a00f9ffffff17 mem=40004780,9f0a00f9ffffff17",
};

static const struct start starts[] = {
	{
		.words = "run image=0 runs=18 log=40005000 stop-write=end,10000008,10000009 "
			 "stop-write=fault,10000010,10000011 "
			 "regs=x0:0,x1:0,x2:0,x3:0,x4:0,x5:0,x6:0,x7:0,x18:10000800,x19:40002000,x20:10000000,"
			 "x21:40005000,esr_el1:0,far_el1:0,vbar_el1:40004000,elr_el1:40001000,spsr_el1:3c5,"
			 "contextidr_el1:0,mdscr_el1:0,oslsr_el1:8,pc:40001000,pstate:3c5",
		.state = "x0=0 x1=0 x2=0 x3=0 x4=0 x5=0 x6=0 x7=0 pc=40001000 pstate=3c5 elr=40001000 spsr=3c5 esr=0 "
			 "far=0 contextidr=0 mdscr=0 oslsr=8 bcr=0,0,0,0,0,0 bvr=0,0,0,0,0,0 wcr=0,0,0,0 wvr=0,0,0,0",
	},
	{
		.words = "run image=1 runs=18 log=40005000 stop-write=end,10000008,10000009 "
			 "stop-write=fault,10000010,10000011 "
			 "regs=x0:0,x1:0,x2:0,x3:0,x4:0,x5:0,x6:0,x7:0,x18:10000800,x19:40002000,x20:10000000,"
			 "x21:40005000,esr_el1:0,far_el1:0,vbar_el1:40004000,elr_el1:40001000,spsr_el1:3c5,"
			 "contextidr_el1:0,mdscr_el1:0,oslsr_el1:8,pc:40001000,pstate:3c5",
		.state = "x0=0 x1=0 x2=0 x3=0 x4=0 x5=0 x6=0 x7=0 pc=40001000 pstate=3c5 elr=40001000 spsr=3c5 esr=0 "
			 "far=0 contextidr=0 mdscr=0 oslsr=8 bcr=0,0,0,0,0,0 bvr=0,0,0,0,0,0 wcr=0,0,0,0 wvr=0,0,0,0",
	},
};

/* What kinds of /dev/kvm are told apart by, beside the words of the hello; NULL if by nothing. */
static const char *const probe = NULL;

static const char corpus_title[] = "guest-debug-oracle 0.1.0: 158 programs";

static const char skip_0[] =
	"QEMU's CPU takes the step exception of an instruction that clears MDSCR_EL1.SS";
static const char skip_1[] =
	"QEMU's CPU makes BAS[3] and BAS[1] of DBGBCR copies of BAS[2] and BAS[0]";
static const char skip_2[] =
	"QEMU's CPU does not trap a write to OSLSR_EL1: it is UNDEFINED without KVM";
static const char skip_3[] =
	"QEMU's CPU takes the step exception of an instruction that sets PSTATE.D";
static const char skip_4[] =
	"QEMU's CPU exchanges op1 and op2 in the syndrome of MSR DAIFSet and DAIFClr at EL0";

static const struct known knowns[] = {
	{
		.text = "the guest reads ESR_EL1 = 0xffffffff96000010 at 0x40001000 "
			"(arm64/guest-syndrome-as-architected)",
		.range = "in Linux 6.1 (measured on 6.1), not in Linux 6.12",
		.layer = ARCH,
	},
	{
		.text = "not as arm64/ideal allows, by how guest entry and exit are handled",
		.range = "in Linux 5.0 (by its source), not in Linux 5.11",
		.layer = OPEN,
	},
	{
		.text = "ldr at 0x40001000 exits with PC 0x40001004 (arm64/mmio-exit-shows-instruction)",
		.range = "in Linux 4.3 to 4.15 (by its source), not in Linux 5.0 (between them: bd7d95cafb49)",
		.layer = ABI,
	},
	{
		.text = "x0 is written although the access failed (arm64/faulted-load-leaves-register)",
		.range = "in Linux 6.1 to 6.12 (measured on 6.1, 6.12), not in Linux 6.14",
		.layer = ABI,
	},
	{
		.text = "the guest reads SPSR_EL1 = 0x2003c5 at 0x40001000 (arm64/host-step-hidden-in-spsr)",
		.range = "in Linux 4.3 to 7.2 (measured on 6.1, 6.12, 7.2), no fix known",
		.layer = ABI,
	},
	{
		.text = "the guest reads SPSR_EL1 = 0x2003c5 at 0x40001000 (arm64/host-step-hidden-in-spsr; "
			"arm64/guest-step-bit-kept)",
		.range = "in Linux 4.3 to 7.2 (measured on 6.1, 6.12, 7.2), no fix known",
		.layer = ABI,
	},
	{
		.text = "the guest reads SPSR_EL1 = 0x2003c5 at 0x40001000 (arm64/host-step-hidden-in-spsr; "
			"arm64/guest-step-bit-kept; arm64/mmio-exit-shows-instruction)",
		.range = "in Linux 4.3 to 7.2 (measured on 6.1, 6.12, 7.2), no fix known",
		.layer = ABI,
	},
	{
		.text = "run 1 goes on to 0x40001004 after the access is done (arm64/step-is-one-instruction)",
		.range = "in Linux 6.1 to 6.12 (measured on 6.1, 6.12), not in Linux 6.14",
		.layer = ABI,
	},
	{
		.text = "PSTATE.SS 0->1 at exit 2 (arm64/guest-step-bit-kept)",
		.range = "in Linux 5.11 (by its source), not in Linux 6.1 (between them: 34fbdee086cf and "
			"370531d1e95b)",
		.layer = ABI,
	},
	{
		.text = "run 1 goes on to 0x40001004 after the access is done (arm64/step-is-one-instruction)",
		.range = "in Linux 5.0 (by its source), not in Linux 5.11",
		.layer = ABI,
	},
	{
		.text = "exit 1 has the syndrome 0xc8000000 (arm64/exit-syndrome; arm64/guest-step-bit-kept; "
			"arm64/mmio-exit-shows-instruction)",
		.range = "in Linux 4.15 (by its source), not in Linux 5.0 (between them: bd7d95cafb49)",
		.layer = ABI,
	},
	{
		.text = "run 1 goes on to 0x40001004 after the access is done (arm64/step-is-one-instruction; "
			"arm64/mmio-exit-shows-instruction)",
		.range = "in Linux 4.3 (by its source), not in Linux 4.15",
		.layer = ABI,
	},
	{
		.text = "the VMM reads mdscr_el1 = 0x0, 0x100000000 was written (arm64/guest-registers-read-back)",
		.range = "in Linux 6.1 to 6.12 (measured on 6.1, 6.12), not in Linux 6.14",
		.layer = ABI,
	},
	{
		.text = "str at 0x40001000 exits with PC 0x40001004 (arm64/mmio-exit-shows-instruction)",
		.range = "in Linux 4.3 to 4.15 (by its source), not in Linux 5.0 (between them: bd7d95cafb49)",
		.layer = ABI,
	},
	{
		.text = "the guest reads mdscr_el1 = 0x0, 0x100000000 was written (arm64/guest-registers-read-back)",
		.range = "in Linux 6.1 to 6.12 (measured on 6.1, 6.12), not in Linux 6.14",
		.layer = ABI,
	},
	{
		.text = "the VMM reads oslsr_el1 = 0x8, 0xa was written (arm64/guest-registers-read-back)",
		.range = "in Linux 4.3 to 5.11 (by its source), not in Linux 6.1 (between them: 34fbdee086cf and "
			"370531d1e95b)",
		.layer = ABI,
	},
	{
		.text = "the VMM reads oslsr_el1 = 0x8, 0xa was written (arm64/guest-registers-read-back; "
			"arm64/mmio-exit-shows-instruction)",
		.range = "in Linux 4.3 to 5.11 (by its source), not in Linux 6.1 (between them: 34fbdee086cf and "
			"370531d1e95b)",
		.layer = ABI,
	},
	{
		.text = "run 1 goes on to 0x40001004 after the access is done (arm64/step-is-one-instruction)",
		.range = "in Linux 6.1 to 7.2 (measured on 6.1, 6.12, 7.2), no fix known",
		.layer = ABI,
	},
	{
		.text = "run 1 goes on to 0x40001000 after the access is done (arm64/step-is-one-instruction; "
			"arm64/guest-step-bit-kept)",
		.range = "in Linux 5.11 (by its source), not in Linux 6.1 (between them: 34fbdee086cf and "
			"370531d1e95b)",
		.layer = ABI,
	},
	{
		.text = "exit 1 has the syndrome 0xc8000000 (arm64/exit-syndrome; "
			"arm64/mmio-exit-shows-instruction)",
		.range = "in Linux 4.15 (by its source), not in Linux 5.0 (between them: bd7d95cafb49)",
		.layer = ABI,
	},
	{
		.text = "after an exception the step stops at 0x40004204, not at a vector "
			"(arm64/step-stops-where-it-went; arm64/step-is-one-instruction)",
		.range = "in Linux 7.2 (measured on 7.2), no fix known",
		.layer = ABI,
	},
	{
		.text = "the guest reads SPSR_EL1 = 0x2003c5 at 0x40001000 (arm64/host-step-hidden-in-spsr)",
		.range = "in Linux 5.11 to 6.14 (measured on 6.1, 6.12), not in Linux 7.2",
		.layer = ABI,
	},
	{
		.text = "the guest reads SPSR_EL1 = 0x2003c5 at 0x40001000 (arm64/host-step-hidden-in-spsr; "
			"arm64/guest-step-bit-kept)",
		.range = "in Linux 5.11 to 6.14 (measured on 6.1, 6.12), not in Linux 7.2",
		.layer = ABI,
	},
	{
		.text = "a locked guest gets a debug exception at 0x40001000 (arm64/os-lock-stops-guest-debugging)",
		.range = "in Linux 4.3 to 5.11 (by its source), not in Linux 6.1 (between them: 34fbdee086cf and "
			"370531d1e95b)",
		.layer = ARCH,
	},
	{
		.text = "not as arm64/ideal allows, by how guest entry and exit are handled",
		.range = "in Linux 6.1 to 6.12 (measured on 6.1, 6.12), not in Linux 6.14",
		.layer = OPEN,
	},
	{
		.text = "not as arm64/ideal allows, by how guest entry and exit are handled",
		.range = "in Linux 5.0 to 5.11 (by its source), not in Linux 6.1 (between them: 34fbdee086cf and "
			"370531d1e95b)",
		.layer = OPEN,
	},
	{
		.text = "str at 0x40001004 exits with PC 0x40001008 (arm64/mmio-exit-shows-instruction)",
		.range = "in Linux 4.3 to 4.15 (by its source), not in Linux 5.0 (between them: bd7d95cafb49)",
		.layer = ABI,
	},
	{
		.text = "not as arm64/ideal allows, by how guest entry and exit are handled",
		.range = "in Linux 6.14 to 7.2 (measured on 7.2), no fix known",
		.layer = OPEN,
	},
	{
		.text = "the guest reads SPSR_EL1 = 0x2003c5 at 0x40001000 (arm64/host-step-hidden-in-spsr)",
		.range = "in Linux 6.1 to 6.14 (measured on 6.1, 6.12), not in Linux 7.2",
		.layer = ABI,
	},
	{
		.text = "PSTATE.SS 0->1 at exit 16 (arm64/guest-step-bit-kept)",
		.range = "in Linux 5.11 (by its source), not in Linux 6.1 (between them: 34fbdee086cf and "
			"370531d1e95b)",
		.layer = ABI,
	},
	{
		.text = "ldr at 0x40001000 is not followed by the guest's step exception (arm64/guest-steps-itself)",
		.range = "in Linux 4.3 to 4.15 (by its source), not in Linux 5.0 (between them: bd7d95cafb49)",
		.layer = ARCH,
	},
	{
		.text = "not as arm64/ideal allows, by arm64/debug-exit",
		.range = "in Linux 5.0 to 5.11 (by its source), not in Linux 6.1 (between them: 34fbdee086cf and "
			"370531d1e95b)",
		.layer = ABI,
	},
	{
		.text = "PSTATE.SS 0->1 at exit 1 (arm64/guest-step-bit-kept)",
		.range = "in Linux 5.11 (by its source), not in Linux 6.1 (between them: 34fbdee086cf and "
			"370531d1e95b)",
		.layer = ABI,
	},
	{
		.text = "run 0 goes on to str at 0x40001004 (arm64/step-is-one-instruction)",
		.range = "in Linux 5.0 (by its source), not in Linux 5.11",
		.layer = ABI,
	},
	{
		.text = "exit 0 has the syndrome 0xc8000000 (arm64/exit-syndrome; "
			"arm64/mmio-exit-shows-instruction)",
		.range = "in Linux 4.15 (by its source), not in Linux 5.0 (between them: bd7d95cafb49)",
		.layer = ABI,
	},
	{
		.text = "run 0 goes on to str at 0x40001004 (arm64/step-is-one-instruction; "
			"arm64/mmio-exit-shows-instruction)",
		.range = "in Linux 4.3 (by its source), not in Linux 4.15",
		.layer = ABI,
	},
	{
		.text = "not as arm64/ideal allows, by how guest entry and exit are handled",
		.range = "in Linux 6.1 to 7.2 (measured on 6.1, 6.12, 7.2), no fix known",
		.layer = OPEN,
	},
	{
		.text = "PSTATE.SS 0->1 at exit 15 (arm64/guest-step-bit-kept)",
		.range = "in Linux 4.3 to 5.11 (by its source), not in Linux 6.1 (between them: 34fbdee086cf and "
			"370531d1e95b)",
		.layer = ABI,
	},
	{
		.text = "PSTATE.SS 0->1 at exit 15 (arm64/guest-step-bit-kept; arm64/mmio-exit-shows-instruction)",
		.range = "in Linux 4.3 to 5.11 (by its source), not in Linux 6.1 (between them: 34fbdee086cf and "
			"370531d1e95b)",
		.layer = ABI,
	},
	{
		.text = "PSTATE.SS 0->1 at exit 2 (arm64/guest-step-bit-kept)",
		.range = "in Linux 4.3 to 5.11 (by its source), not in Linux 6.1 (between them: 34fbdee086cf and "
			"370531d1e95b)",
		.layer = ABI,
	},
	{
		.text = "PSTATE.SS 0->1 at exit 2 (arm64/guest-step-bit-kept; arm64/mmio-exit-shows-instruction)",
		.range = "in Linux 4.3 to 5.11 (by its source), not in Linux 6.1 (between them: 34fbdee086cf and "
			"370531d1e95b)",
		.layer = ABI,
	},
	{
		.text = "str at 0x40001008 exits with PC 0x4000100c (arm64/mmio-exit-shows-instruction)",
		.range = "in Linux 4.3 to 4.15 (by its source), not in Linux 5.0 (between them: bd7d95cafb49)",
		.layer = ABI,
	},
	{
		.text = "PSTATE.SS 0->1 at exit 3 (arm64/guest-step-bit-kept)",
		.range = "in Linux 5.11 (by its source), not in Linux 6.1 (between them: 34fbdee086cf and "
			"370531d1e95b)",
		.layer = ABI,
	},
	{
		.text = "run 1 goes on to 0x40001004 after the access is done (arm64/step-is-one-instruction; "
			"arm64/guest-step-bit-kept)",
		.range = "in Linux 5.0 (by its source), not in Linux 5.11",
		.layer = ABI,
	},
	{
		.text = "run 1 goes on to 0x40001004 after the access is done (arm64/step-is-one-instruction; "
			"arm64/guest-step-bit-kept; arm64/mmio-exit-shows-instruction)",
		.range = "in Linux 4.3 (by its source), not in Linux 4.15",
		.layer = ABI,
	},
	{
		.text = "str at 0x40001000 is not followed by the guest's step exception (arm64/guest-steps-itself)",
		.range = "in Linux 4.3 to 4.15 (by its source), not in Linux 5.0 (between them: bd7d95cafb49)",
		.layer = ARCH,
	},
	{
		.text = "not as arm64/ideal allows, by arm64/debug-exit",
		.range = "in Linux 5.11 (by its source), not in Linux 6.1 (between them: 34fbdee086cf and "
			"370531d1e95b)",
		.layer = ABI,
	},
	{
		.text = "str goes to 0x40001004, and the step stops at 0x40001008 (arm64/step-stops-where-it-went; "
			"arm64/step-is-one-instruction; arm64/guest-step-bit-kept)",
		.range = "in Linux 5.0 (by its source), not in Linux 5.11",
		.layer = ABI,
	},
	{
		.text = "exit 0 has the syndrome 0xc8000000 (arm64/exit-syndrome; arm64/guest-step-bit-kept; "
			"arm64/mmio-exit-shows-instruction)",
		.range = "in Linux 4.15 (by its source), not in Linux 5.0 (between them: bd7d95cafb49)",
		.layer = ABI,
	},
	{
		.text = "str goes to 0x40001004, and the step stops at 0x40001008 (arm64/step-stops-where-it-went; "
			"arm64/step-is-one-instruction; arm64/guest-step-bit-kept; "
			"arm64/mmio-exit-shows-instruction)",
		.range = "in Linux 4.3 (by its source), not in Linux 4.15",
		.layer = ABI,
	},
	{
		.text = "mrs goes to 0x40001004, and the step stops at 0x40001008 (arm64/step-stops-where-it-went; "
			"arm64/step-is-one-instruction; arm64/guest-step-bit-kept)",
		.range = "in Linux 5.0 (by its source), not in Linux 5.11",
		.layer = ABI,
	},
	{
		.text = "mrs goes to 0x40001004, and the step stops at 0x40001008 (arm64/step-stops-where-it-went; "
			"arm64/step-is-one-instruction; arm64/guest-step-bit-kept; "
			"arm64/mmio-exit-shows-instruction)",
		.range = "in Linux 4.3 (by its source), not in Linux 4.15",
		.layer = ABI,
	},
	{
		.text = "mrs at 0x40001000 is not followed by the guest's step exception (arm64/guest-steps-itself)",
		.range = "in Linux 4.3 to 4.15 (by its source), not in Linux 5.0 (between them: bd7d95cafb49)",
		.layer = ARCH,
	},
	{
		.text = "msr goes to 0x40001004, and the step stops at 0x40001008 (arm64/step-stops-where-it-went; "
			"arm64/step-is-one-instruction; arm64/guest-step-bit-kept)",
		.range = "in Linux 5.0 (by its source), not in Linux 5.11",
		.layer = ABI,
	},
	{
		.text = "msr goes to 0x40001004, and the step stops at 0x40001008 (arm64/step-stops-where-it-went; "
			"arm64/step-is-one-instruction; arm64/guest-step-bit-kept; "
			"arm64/mmio-exit-shows-instruction)",
		.range = "in Linux 4.3 (by its source), not in Linux 4.15",
		.layer = ABI,
	},
	{
		.text = "nop at 0x40001004 is not followed by the guest's step exception (arm64/guest-steps-itself)",
		.range = "in Linux 6.14 to 7.2 (measured on 7.2), no fix known",
		.layer = ARCH,
	},
	{
		.text = "after an exception the step stops at 0x40004204, not at a vector "
			"(arm64/step-stops-where-it-went; arm64/host-step-hidden-in-spsr; "
			"arm64/step-is-one-instruction; arm64/guest-step-bit-kept)",
		.range = "in Linux 5.0 (by its source), not in Linux 5.11",
		.layer = ABI,
	},
	{
		.text = "exit 0 has the syndrome 0xc8000000 (arm64/exit-syndrome; arm64/host-step-hidden-in-spsr; "
			"arm64/guest-step-bit-kept; arm64/mmio-exit-shows-instruction)",
		.range = "in Linux 4.15 (by its source), not in Linux 5.0 (between them: bd7d95cafb49)",
		.layer = ABI,
	},
	{
		.text = "after an exception the step stops at 0x40004204, not at a vector "
			"(arm64/step-stops-where-it-went; arm64/host-step-hidden-in-spsr; "
			"arm64/step-is-one-instruction; arm64/guest-step-bit-kept; "
			"arm64/mmio-exit-shows-instruction)",
		.range = "in Linux 4.3 (by its source), not in Linux 4.15",
		.layer = ABI,
	},
	{
		.text = "after an exception the step stops at 0x40004204, not at a vector "
			"(arm64/step-stops-where-it-went; arm64/step-is-one-instruction)",
		.range = "in Linux 5.0 (by its source), not in Linux 5.11",
		.layer = ABI,
	},
	{
		.text = "after an exception the step stops at 0x40004204, not at a vector "
			"(arm64/step-stops-where-it-went; arm64/step-is-one-instruction; "
			"arm64/mmio-exit-shows-instruction)",
		.range = "in Linux 4.3 (by its source), not in Linux 4.15",
		.layer = ABI,
	},
	{
		.text = "PSTATE.SS 0->1 at exit 14 (arm64/guest-step-bit-kept)",
		.range = "in Linux 4.3 to 5.11 (by its source), not in Linux 6.1 (between them: 34fbdee086cf and "
			"370531d1e95b)",
		.layer = ABI,
	},
	{
		.text = "PSTATE.SS 0->1 at exit 14 (arm64/guest-step-bit-kept; arm64/mmio-exit-shows-instruction)",
		.range = "in Linux 4.3 to 5.11 (by its source), not in Linux 6.1 (between them: 34fbdee086cf and "
			"370531d1e95b)",
		.layer = ABI,
	},
	{
		.text = "the guest reads ESR_EL1 = 0xffffffff92000010 at 0x40001000 "
			"(arm64/guest-syndrome-as-architected)",
		.range = "in Linux 6.1 (measured on 6.1), not in Linux 6.12",
		.layer = ARCH,
	},
};

static const char *const runs[] = {
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"esr=96000010 far=10000000\n"
	"log 10000096000000000010004000000000c5030000000000000000001000000000\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"esr=ffffffff96000010 far=10000000\n"
	"log 10000096ffffffff0010004000000000c5030000000000000000001000000000\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action EINVAL\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x0=5a pc=40001004\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 pc=40001004 elr=40001004\n"
	"action EINVAL\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x0=5a pc=40001008\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action ok\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"esr=96000010 far=10000000\n"
	"log 10000096000000000010004000000000c5030000000000000000001000000000\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action ok\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x0=5a pc=40001004 "
	"esr=96000010 far=10000000\n"
	"log 00000000000000000010004000000000c5030000000000000000001000000000\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action ok\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x0=5a pc=40001004 "
	"esr=ffffffff96000010 far=10000000\n"
	"log 00000000000000000010004000000000c5030000000000000000001000000000\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action EINVAL\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x0=5a pc=40001004\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 pc=40001004 elr=40001004\n"
	"action EINVAL\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x0=5a pc=40001008\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004200 esr=2000000\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004204\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004208\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000420c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004210\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004214\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004218\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000421c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004220\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004224\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004228\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000422c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004230\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004234 elr=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"log 00000002000000000010004000000000c5030000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004200 spsr=2003c5 esr=2000000\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004204\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004208\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000420c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004210\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004214\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004218\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000421c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004220\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004224\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004228\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000422c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004230\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004234 elr=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"log 00000002000000000010004000000000c5032000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40004200 spsr=2003c5 esr=2000000\n"
	"exit debug hsr=ca000022 pc=40004204\n"
	"exit debug hsr=ca000022 pc=40004208\n"
	"exit debug hsr=ca000022 pc=4000420c\n"
	"exit debug hsr=ca000022 pc=40004210\n"
	"exit debug hsr=ca000022 pc=40004214\n"
	"exit debug hsr=ca000022 pc=40004218\n"
	"exit debug hsr=ca000022 pc=4000421c\n"
	"exit debug hsr=ca000022 pc=40004220\n"
	"exit debug hsr=ca000022 pc=40004224\n"
	"exit debug hsr=ca000022 pc=40004228\n"
	"exit debug hsr=ca000022 pc=4000422c\n"
	"exit debug hsr=ca000022 pc=40004230\n"
	"exit debug hsr=ca000022 pc=40004234 elr=40001004\n"
	"exit debug hsr=ca000022 pc=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2003c5\n"
	"log 00000002000000000010004000000000c5032000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40004200 spsr=2003c5 esr=2000000\n"
	"exit debug hsr=ca000022 pc=40004204\n"
	"exit debug hsr=ca000022 pc=40004208\n"
	"exit debug hsr=ca000022 pc=4000420c\n"
	"exit debug hsr=ca000022 pc=40004210\n"
	"exit debug hsr=ca000022 pc=40004214\n"
	"exit debug hsr=ca000022 pc=40004218\n"
	"exit debug hsr=ca000022 pc=4000421c\n"
	"exit debug hsr=ca000022 pc=40004220\n"
	"exit debug hsr=ca000022 pc=40004224\n"
	"exit debug hsr=ca000022 pc=40004228\n"
	"exit debug hsr=ca000022 pc=4000422c\n"
	"exit debug hsr=ca000022 pc=40004230\n"
	"exit debug hsr=ca000022 pc=40004234 elr=40001004\n"
	"exit debug hsr=ca000022 pc=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=2003c5\n"
	"log 00000002000000000010004000000000c5032000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 x0=5a pc=40001004\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action ok\n"
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 x0=5a pc=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action ok\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x0=5a pc=40001004\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action ok\n"
	"action ok\n"
	"exit debug hsr=ca000022 x0=5a pc=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2003c5\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action ok\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x0=5a pc=40001004 "
	"pstate=2003c5\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 pc=40001004 elr=40001004\n"
	"action ok\n"
	"exit debug hsr=c8000000 x0=5a\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=2003c5\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 pc=40001004 elr=40001004\n"
	"action ok\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x0=5a pc=40001008 "
	"pstate=2003c5\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 mdscr=100000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"mdscr=100000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x1=100000000 x2=1 "
	"x3=100000000 pc=40001014 elr=40001014 mdscr=100000000 oslsr=a\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x1=100000000 x2=1 "
	"pc=40001014 elr=40001014 oslsr=a\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x1=100000000 x2=1 "
	"x3=100000000 pc=40001014 elr=40001014 mdscr=100000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x1=100000000 x2=1 "
	"x3=100000000 pc=40001018 elr=40001014 mdscr=100000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 x0=5a pc=40001004\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 x0=5a pc=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x0=5a pc=40001004\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=1 pstate=2003c5 elr=40001004\n"
	"action ok\n"
	"exit mmio direction=read address=10000000 size=1 x0=5a\n"
	"exit debug hsr=ca000022 pc=40001004 pstate=3c5\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2003c5\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=1 pstate=2003c5 elr=40001004\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x0=5a pc=40001004\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=1 pc=40001004 pstate=2003c5 elr=40001004\n"
	"exit debug hsr=c8000000 x0=5a\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=1 pc=40001004 pstate=2003c5 elr=40001004\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x0=5a pc=40001008\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action ok\n"
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004200 elr=40001000 esr=96000010 far=10000000\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004204\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004208\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000420c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004210\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004214\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004218\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000421c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004220\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004224\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004228\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000422c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004230\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004234 elr=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"log 10000096000000000010004000000000c5030000000000000000001000000000\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action ok\n"
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004204 elr=40001000 esr=96000010 far=10000000\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004208\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000420c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004210\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004214\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004218\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000421c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004220\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004224\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004228\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000422c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004230\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004234 elr=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"log 10000096000000000010004000000000c5030000000000000000001000000000\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action ok\n"
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004200 elr=40001000 spsr=2003c5 esr=96000010 "
	"far=10000000\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004204\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004208\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000420c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004210\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004214\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004218\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000421c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004220\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004224\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004228\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000422c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004230\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004234 elr=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"log 10000096000000000010004000000000c5032000000000000000001000000000\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action ok\n"
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004200 elr=40001000 spsr=2003c5 "
	"esr=ffffffff96000010 far=10000000\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004204\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004208\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000420c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004210\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004214\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004218\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000421c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004220\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004224\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004228\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000422c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004230\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004234 elr=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"log 10000096ffffffff0010004000000000c5032000000000000000001000000000\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action ok\n"
	"action ok\n"
	"exit debug hsr=ca000022 pc=40004200 elr=40001000 spsr=2003c5 esr=96000010 far=10000000\n"
	"exit debug hsr=ca000022 pc=40004204\n"
	"exit debug hsr=ca000022 pc=40004208\n"
	"exit debug hsr=ca000022 pc=4000420c\n"
	"exit debug hsr=ca000022 pc=40004210\n"
	"exit debug hsr=ca000022 pc=40004214\n"
	"exit debug hsr=ca000022 pc=40004218\n"
	"exit debug hsr=ca000022 pc=4000421c\n"
	"exit debug hsr=ca000022 pc=40004220\n"
	"exit debug hsr=ca000022 pc=40004224\n"
	"exit debug hsr=ca000022 pc=40004228\n"
	"exit debug hsr=ca000022 pc=4000422c\n"
	"exit debug hsr=ca000022 pc=40004230\n"
	"exit debug hsr=ca000022 pc=40004234 elr=40001004\n"
	"exit debug hsr=ca000022 pc=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2003c5\n"
	"log 10000096000000000010004000000000c5032000000000000000001000000000\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action EINVAL\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x0=5a pc=40001004 "
	"pstate=2003c5\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 pc=40001004 elr=40001004\n"
	"action EINVAL\n"
	"action ok\n"
	"exit debug hsr=c8000000 x0=5a\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=2003c5\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 pc=40001004 elr=40001004\n"
	"action EINVAL\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x0=5a pc=40001008 "
	"pstate=2003c5\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=0 mdscr=1 "
	"oslsr=a\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=200000 "
	"spsr=200000 esr=ca000022 mdscr=1 oslsr=a\n"
	"log 220000ca00000000001000400000000000000000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"pstate=200000 spsr=200000 esr=ca000022 mdscr=1 oslsr=a\n"
	"log 220000ca00000000001000400000000000000000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=0 oslsr=a\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=200000 "
	"oslsr=a\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"pstate=0 oslsr=a\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2003c5\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"pstate=2003c5\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"pstate=5 spsr=200005 esr=ce000022\n"
	"log 220000ce00000000001000400000000005000000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=5 spsr=200005 esr=ce000022\n"
	"log 220000ce00000000001000400000000005000000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"pstate=200005 spsr=200005 esr=ce000022\n"
	"log 220000ce00000000001000400000000005000000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 x0=5a pc=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=1 pstate=2003c5 elr=40001004\n"
	"exit debug hsr=ca000022 x0=5a pc=40001004 pstate=3c5\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2003c5\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=1 pstate=2003c5 elr=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x0=5a pc=40001004\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=1 pc=40001004 pstate=2003c5 elr=40001004\n"
	"exit debug hsr=c8000000 x0=5a\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=1 pc=40001004 pstate=2003c5 elr=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x0=5a pc=40001008\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004200 elr=40001000 esr=96000010 far=10000000\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004204\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004208\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000420c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004210\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004214\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004218\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000421c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004220\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004224\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004228\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000422c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004230\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004234 elr=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"log 10000096000000000010004000000000c5030000000000000000001000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004204 elr=40001000 esr=96000010 far=10000000\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004208\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000420c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004210\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004214\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004218\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000421c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004220\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004224\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004228\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000422c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004230\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004234 elr=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"log 10000096000000000010004000000000c5030000000000000000001000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004200 elr=40001000 spsr=2003c5 esr=96000010 "
	"far=10000000\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004204\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004208\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000420c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004210\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004214\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004218\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000421c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004220\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004224\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004228\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000422c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004230\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004234 elr=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"log 10000096000000000010004000000000c5032000000000000000001000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004200 elr=40001000 spsr=2003c5 "
	"esr=ffffffff96000010 far=10000000\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004204\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004208\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000420c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004210\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004214\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004218\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000421c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004220\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004224\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004228\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000422c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004230\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004234 elr=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"log 10000096ffffffff0010004000000000c5032000000000000000001000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=1 pstate=2003c5 elr=40001004\n"
	"action ok\n"
	"exit debug hsr=ca000022 pc=40004200 pstate=3c5 elr=40001000 spsr=2003c5 esr=96000010 "
	"far=10000000\n"
	"exit debug hsr=ca000022 pc=40004204\n"
	"exit debug hsr=ca000022 pc=40004208\n"
	"exit debug hsr=ca000022 pc=4000420c\n"
	"exit debug hsr=ca000022 pc=40004210\n"
	"exit debug hsr=ca000022 pc=40004214\n"
	"exit debug hsr=ca000022 pc=40004218\n"
	"exit debug hsr=ca000022 pc=4000421c\n"
	"exit debug hsr=ca000022 pc=40004220\n"
	"exit debug hsr=ca000022 pc=40004224\n"
	"exit debug hsr=ca000022 pc=40004228\n"
	"exit debug hsr=ca000022 pc=4000422c\n"
	"exit debug hsr=ca000022 pc=40004230\n"
	"exit debug hsr=ca000022 pc=40004234 elr=40001004\n"
	"exit debug hsr=ca000022 pc=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2003c5\n"
	"log 10000096000000000010004000000000c5032000000000000000001000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=1 pstate=2003c5 elr=40001004\n"
	"action EINVAL\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x0=5a pc=40001004\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=1 pc=40001004 pstate=2003c5 elr=40001004\n"
	"action EINVAL\n"
	"exit debug hsr=c8000000 x0=5a\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=1 pc=40001004 pstate=2003c5 elr=40001004\n"
	"action EINVAL\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x0=5a pc=40001008\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=0 spsr=0 "
	"esr=c2000022 bcr=25,0,0,0,0,0 bvr=40001000,0,0,0,0,0\n"
	"log 220000c200000000001000400000000000000000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"pstate=0 spsr=0 esr=c2000022 bcr=25,0,0,0,0,0 bvr=40001000,0,0,0,0,0\n"
	"log 220000c200000000001000400000000000000000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"elr=40001004 esr=2000000\n"
	"log 00000002000000000010004000000000c5030000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"elr=40001004 esr=2000000\n"
	"log 00000002000000000010004000000000c5030000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 pstate=200000 spsr=200000 esr=ca000022 "
	"mdscr=1\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x0=5a pc=40001004 "
	"elr=40001004\n"
	"log "
	"220000ca00000000001000400000000000000000000000000000000000000000220000ca000000000410004000"
	"00000000000000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 pc=40001004 pstate=200000 spsr=200000 "
	"esr=ca000022 mdscr=1\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x0=5a pc=40001008\n"
	"log 220000ca00000000001000400000000000000000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"pstate=200000 elr=40001004 spsr=200000 esr=ca000022 mdscr=1\n"
	"log "
	"220000ca0000000000100040000000000000000000000000000000000000000000000056000000000410004000"
	"00000000000000000000000000000000000000220000ca00000000041000400000000000000000000000000000"
	"000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=200000 elr=40001004 spsr=200000 esr=ca000022 mdscr=1\n"
	"log "
	"220000ca0000000000100040000000000000000000000000000000000000000000000056000000000410004000"
	"00000000000000000000000000000000000000220000ca00000000041000400000000000000000000000000000"
	"000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x1=1 pc=40001004 "
	"elr=40001004 bvr=0,0,0,1,0,0\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x1=1 pc=40001008 "
	"elr=40001004 bvr=0,0,0,1,0,0\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004 elr=40001004\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40001004 elr=40001004\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40001004 elr=40001004\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004 elr=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40001004 elr=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2003c5\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"pstate=2003c5 elr=40001004\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c8000000 pc=40001004 pstate=2003c5 elr=40001004\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=2003c5 elr=40001004\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004400 pstate=2003c5 spsr=0 esr=2000000 mdscr=1 "
	"oslsr=a\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004404\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004408\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000440c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004410\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004414\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004418\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000441c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004420\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004424\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004428\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000442c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004430\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004434 elr=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004 pstate=200000\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"log 0000000200000000001000400000000000000000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004400 spsr=0 esr=2000000 mdscr=1 oslsr=a\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004404\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004408\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000440c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004410\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004414\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004418\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000441c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004420\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004424\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004428\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000442c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004430\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004434 elr=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004 pstate=0\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"log 0000000200000000001000400000000000000000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004400 pstate=2003c5 spsr=200000 esr=2000000 "
	"mdscr=1 oslsr=a\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004404\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004408\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000440c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004410\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004414\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004418\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000441c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004420\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004424\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004428\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000442c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004430\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004434 elr=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004 pstate=200000\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"log 0000000200000000001000400000000000002000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40004400 spsr=200000 esr=2000000 mdscr=1 oslsr=a\n"
	"exit debug hsr=ca000022 pc=40004404\n"
	"exit debug hsr=ca000022 pc=40004408\n"
	"exit debug hsr=ca000022 pc=4000440c\n"
	"exit debug hsr=ca000022 pc=40004410\n"
	"exit debug hsr=ca000022 pc=40004414\n"
	"exit debug hsr=ca000022 pc=40004418\n"
	"exit debug hsr=ca000022 pc=4000441c\n"
	"exit debug hsr=ca000022 pc=40004420\n"
	"exit debug hsr=ca000022 pc=40004424\n"
	"exit debug hsr=ca000022 pc=40004428\n"
	"exit debug hsr=ca000022 pc=4000442c\n"
	"exit debug hsr=ca000022 pc=40004430\n"
	"exit debug hsr=ca000022 pc=40004434 elr=40001004\n"
	"exit debug hsr=ca000022 pc=40001004 pstate=0\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=200000\n"
	"log 0000000200000000001000400000000000002000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40004400 spsr=200000 esr=2000000 mdscr=1 oslsr=a\n"
	"exit debug hsr=ca000022 pc=40004404\n"
	"exit debug hsr=ca000022 pc=40004408\n"
	"exit debug hsr=ca000022 pc=4000440c\n"
	"exit debug hsr=ca000022 pc=40004410\n"
	"exit debug hsr=ca000022 pc=40004414\n"
	"exit debug hsr=ca000022 pc=40004418\n"
	"exit debug hsr=ca000022 pc=4000441c\n"
	"exit debug hsr=ca000022 pc=40004420\n"
	"exit debug hsr=ca000022 pc=40004424\n"
	"exit debug hsr=ca000022 pc=40004428\n"
	"exit debug hsr=ca000022 pc=4000442c\n"
	"exit debug hsr=ca000022 pc=40004430\n"
	"exit debug hsr=ca000022 pc=40004434 elr=40001004\n"
	"exit debug hsr=ca000022 pc=40001004 pstate=0\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=200000\n"
	"log 0000000200000000001000400000000000002000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004 elr=40001008\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40001004 elr=40001008\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2003c5\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40001004 elr=40001008\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=2003c5\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 elr=40001004 spsr=1c5 esr=ce000022\n"
	"log 220000ce000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=1c5 elr=40001004 spsr=1c5 esr=ce000022\n"
	"log 220000ce000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004 pstate=2001c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004 pstate=1c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 spsr=1c5 "
	"esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40001004 pstate=1c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 spsr=1c5 "
	"esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40001004 pstate=1c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"spsr=1c5 esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c2000022 hsr-high=0 pc=40001004 elr=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c2000022 pc=40001004 elr=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c2000022 pc=40001004 elr=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 elr=40001004 spsr=1c5 esr=c6000022 bcr=1e7,0,0,0,0,0 bvr=40001004,0,0,0,0,0\n"
	"log 220000c6000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=1c5 elr=40001004 spsr=1c5 esr=c6000022 bcr=1e7,0,0,0,0,0 bvr=40001004,0,0,0,0,0\n"
	"log 220000c6000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000000 size=8 data=0000000000000000 elr=40001008\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000000 size=8 data=0000000000000000 pstate=2003c5 "
	"elr=40001008\n"
	"exit debug hsr=ca000022 pc=40001004 pstate=3c5\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2003c5\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000000 size=8 data=0000000000000000 pstate=2003c5 "
	"elr=40001008\n"
	"exit debug hsr=ca000022 pc=40001008 pstate=3c5\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2003c5\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000000 size=8 data=0000000000000000 pc=40001004 "
	"pstate=2003c5 elr=40001008\n"
	"exit debug hsr=c8000000\n"
	"exit debug hsr=ca000022 pc=40001008 pstate=3c5\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=2003c5\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000000 size=8 data=0000000000000000 pc=40001004 "
	"pstate=2003c5 elr=40001008\n"
	"exit debug hsr=ca000022 pc=40001008 pstate=3c5\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=2003c5\n"
	"ending end\n",
	"exit mmio direction=write address=10000000 size=8 data=0000000000000000 pstate=2001c5 "
	"elr=40001008 mdscr=2001\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 elr=40001004 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log 220000ce000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000000 size=8 data=0000000000000000 pc=40001004 "
	"pstate=2001c5 elr=40001008 mdscr=2001\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=1c5 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000000 size=8 data=0000000000000000 pstate=2001c5 "
	"elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000000 size=8 data=0000000000000000 pstate=2001c5 "
	"elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004 pstate=1c5\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"elr=40001004 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log 220000ce000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000000 size=8 data=0000000000000000 pstate=2001c5 "
	"elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 pc=40001004 pstate=1c5\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"elr=40001004 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log 220000ce000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000000 size=8 data=0000000000000000 pstate=2001c5 "
	"elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 pc=40001008 pstate=1c5\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 spsr=1c5 "
	"esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000000 size=8 data=0000000000000000 pc=40001004 "
	"pstate=2001c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=c8000000\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=1c5 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000000 size=8 data=0000000000000000 pc=40001004 "
	"pstate=2001c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 pc=40001008 pstate=1c5\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"spsr=1c5 esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000000 size=8 data=0000000000000000 elr=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000000 size=8 data=0000000000000000 pc=40001004 "
	"elr=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c\n"
	"ending end\n",
	"exit mmio direction=write address=10000000 size=8 data=0000000000000000 pstate=1c5 "
	"elr=40001008 mdscr=a000 bcr=1e7,0,0,0,0,0 bvr=40001004,0,0,0,0,0\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"elr=40001004 spsr=1c5 esr=c6000022 mdscr=0\n"
	"log 220000c6000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000000 size=8 data=0000000000000000 pc=40001004 "
	"pstate=1c5 elr=40001008 mdscr=a000 bcr=1e7,0,0,0,0,0 bvr=40001004,0,0,0,0,0\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"elr=40001004 spsr=1c5 esr=c6000022 mdscr=0\n"
	"log 220000c6000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=8 elr=40001008\n"
	"exit debug hsr=ca000022 hsr-high=0 x1=5a5a5a5a5a5a5a5a pc=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=8 pstate=2003c5 elr=40001008\n"
	"exit debug hsr=ca000022 x1=5a5a5a5a5a5a5a5a pc=40001004 pstate=3c5\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2003c5\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=8 pstate=2003c5 elr=40001008\n"
	"exit debug hsr=ca000022 x1=5a5a5a5a5a5a5a5a pc=40001008 pstate=3c5\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2003c5\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=8 pc=40001004 pstate=2003c5 elr=40001008\n"
	"exit debug hsr=c8000000 x1=5a5a5a5a5a5a5a5a\n"
	"exit debug hsr=ca000022 pc=40001008 pstate=3c5\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=2003c5\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=8 pc=40001004 pstate=2003c5 elr=40001008\n"
	"exit debug hsr=ca000022 x1=5a5a5a5a5a5a5a5a pc=40001008 pstate=3c5\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=2003c5\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=8 pstate=2001c5 elr=40001008 mdscr=2001\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 "
	"x1=5a5a5a5a5a5a5a5a pc=40001008 pstate=1c5 elr=40001004 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log 220000ce000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=8 pc=40001004 pstate=2001c5 elr=40001008 "
	"mdscr=2001\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 "
	"x1=5a5a5a5a5a5a5a5a pc=4000100c pstate=1c5 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=8 pstate=2001c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 hsr-high=0 x1=5a5a5a5a5a5a5a5a pc=40001004\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=8 pstate=2001c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 hsr-high=0 x1=5a5a5a5a5a5a5a5a pc=40001004 pstate=1c5\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"elr=40001004 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log 220000ce000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=8 pstate=2001c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 x1=5a5a5a5a5a5a5a5a pc=40001004 pstate=1c5\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"elr=40001004 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log 220000ce000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=8 pstate=2001c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 x1=5a5a5a5a5a5a5a5a pc=40001008 pstate=1c5\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 spsr=1c5 "
	"esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=8 pc=40001004 pstate=2001c5 elr=40001008 "
	"mdscr=2001\n"
	"exit debug hsr=c8000000 x1=5a5a5a5a5a5a5a5a\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=1c5 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=8 pc=40001004 pstate=2001c5 elr=40001008 "
	"mdscr=2001\n"
	"exit debug hsr=ca000022 x1=5a5a5a5a5a5a5a5a pc=40001008 pstate=1c5\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"spsr=1c5 esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=8 elr=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 "
	"x1=5a5a5a5a5a5a5a5a pc=40001008\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=10000000 size=8 pc=40001004 elr=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 "
	"x1=5a5a5a5a5a5a5a5a pc=4000100c\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=8 pstate=1c5 elr=40001008 mdscr=a000 "
	"bcr=1e7,0,0,0,0,0 bvr=40001004,0,0,0,0,0\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 "
	"x1=5a5a5a5a5a5a5a5a pc=40001008 elr=40001004 spsr=1c5 esr=c6000022 mdscr=0\n"
	"log 220000c6000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=8 pc=40001004 pstate=1c5 elr=40001008 "
	"mdscr=a000 bcr=1e7,0,0,0,0,0 bvr=40001004,0,0,0,0,0\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 "
	"x1=5a5a5a5a5a5a5a5a pc=4000100c elr=40001004 spsr=1c5 esr=c6000022 mdscr=0\n"
	"log 220000c6000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40001008 elr=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2003c5\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c8000000 pc=40001004 pstate=2003c5 elr=40001008\n"
	"exit debug hsr=ca000022 pc=40001008 pstate=3c5\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=2003c5\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40001008 elr=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=2003c5\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=1c5 elr=40001008 spsr=1c5 esr=ce000022\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40001008 pstate=1c5 elr=40001008 mdscr=2001\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2001c5\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c8000000 pc=40001004 pstate=2001c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 pc=40001008 pstate=1c5\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"spsr=1c5 esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40001008 pstate=1c5 elr=40001008 mdscr=2001\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=2001c5\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 x2=1 pc=40001004 elr=40001008\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 x2=1 pc=40001004 elr=40001008\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2003c5\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 x2=1 pc=40001004 elr=40001008\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=2003c5\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x2=1 pc=40001008 "
	"pstate=1c5 elr=40001004 spsr=1c5 esr=ce000022\n"
	"log 220000ce000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x2=1 pc=4000100c "
	"pstate=1c5 elr=40001004 spsr=1c5 esr=ce000022\n"
	"log 220000ce000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 x2=1 pc=40001004 pstate=2001c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 x2=1 pc=40001004 pstate=1c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 spsr=1c5 "
	"esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 x2=1 pc=40001004 pstate=1c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 spsr=1c5 "
	"esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 x2=1 pc=40001004 pstate=1c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"spsr=1c5 esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c2000022 hsr-high=0 x2=1 pc=40001004 elr=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c2000022 x2=1 pc=40001004 elr=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c2000022 x2=1 pc=40001004 elr=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x2=1 pc=40001008 "
	"pstate=1c5 elr=40001004 spsr=1c5 esr=c6000022 bcr=1e7,0,0,0,0,0 bvr=40001004,0,0,0,0,0\n"
	"log 220000c6000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x2=1 pc=4000100c "
	"pstate=1c5 elr=40001004 spsr=1c5 esr=c6000022 bcr=1e7,0,0,0,0,0 bvr=40001004,0,0,0,0,0\n"
	"log 220000c6000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x2=2001 "
	"pc=40001008 pstate=1c5 elr=40001004 spsr=1c5 esr=ce000022\n"
	"log 220000ce000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x2=2001 "
	"pc=4000100c pstate=1c5 elr=40001008 spsr=1c5 esr=ce000022\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 x2=2001 pc=40001004 pstate=2001c5 elr=40001008 "
	"mdscr=2001\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 x2=2001 pc=40001004 pstate=1c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 spsr=1c5 "
	"esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 x2=2001 pc=40001004 pstate=1c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 spsr=1c5 "
	"esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 x2=2001 pc=40001008 pstate=1c5 elr=40001008 mdscr=2001\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2001c5\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c8000000 x2=2001 pc=40001004 pstate=2001c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 pc=40001008 pstate=1c5\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"spsr=1c5 esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 x2=2001 pc=40001008 pstate=1c5 elr=40001008 mdscr=2001\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=2001c5\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x2=a000 "
	"pc=40001008 pstate=1c5 elr=40001004 spsr=1c5 esr=c6000022 bcr=1e7,0,0,0,0,0 "
	"bvr=40001004,0,0,0,0,0\n"
	"log 220000c6000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x2=a000 "
	"pc=4000100c pstate=1c5 elr=40001004 spsr=1c5 esr=c6000022 bcr=1e7,0,0,0,0,0 "
	"bvr=40001004,0,0,0,0,0\n"
	"log 220000c6000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 elr=40001008\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=1c5 elr=40001008\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=2001c5 elr=40001008\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004 pstate=2001c5 elr=40001008\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=1c5\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004 pstate=1c5 elr=40001008\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40001004 pstate=1c5 elr=40001008\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40001008 pstate=1c5 elr=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2001c5\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c8000000 pc=40001004 pstate=2001c5 elr=40001008\n"
	"exit debug hsr=ca000022 pc=40001008 pstate=1c5\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40001008 pstate=1c5 elr=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=2001c5\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 elr=40001008 bcr=1e7,0,0,0,0,0 bvr=40001004,0,0,0,0,0\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=1c5 elr=40001008 bcr=1e7,0,0,0,0,0 bvr=40001004,0,0,0,0,0\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004200 esr=2000000\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004204\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004208\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000420c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004210\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004214\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004218\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000421c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004220\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004224\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004228\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000422c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004230\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004234 elr=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"log 00000002000000000010004000000000c5030000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004200 spsr=2003c5 esr=2000000\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004204\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004208\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000420c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004210\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004214\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004218\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000421c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004220\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004224\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004228\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000422c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004230\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004234 elr=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"log 00000002000000000010004000000000c5032000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40004200 spsr=2003c5 esr=2000000\n"
	"exit debug hsr=ca000022 pc=40004204\n"
	"exit debug hsr=ca000022 pc=40004208\n"
	"exit debug hsr=ca000022 pc=4000420c\n"
	"exit debug hsr=ca000022 pc=40004210\n"
	"exit debug hsr=ca000022 pc=40004214\n"
	"exit debug hsr=ca000022 pc=40004218\n"
	"exit debug hsr=ca000022 pc=4000421c\n"
	"exit debug hsr=ca000022 pc=40004220\n"
	"exit debug hsr=ca000022 pc=40004224\n"
	"exit debug hsr=ca000022 pc=40004228\n"
	"exit debug hsr=ca000022 pc=4000422c\n"
	"exit debug hsr=ca000022 pc=40004230\n"
	"exit debug hsr=ca000022 pc=40004234 elr=40001004\n"
	"exit debug hsr=ca000022 pc=40001004\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2003c5\n"
	"log 00000002000000000010004000000000c5032000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40004204 spsr=2003c5 esr=2000000\n"
	"exit debug hsr=ca000022 pc=40004208\n"
	"exit debug hsr=ca000022 pc=4000420c\n"
	"exit debug hsr=ca000022 pc=40004210\n"
	"exit debug hsr=ca000022 pc=40004214\n"
	"exit debug hsr=ca000022 pc=40004218\n"
	"exit debug hsr=ca000022 pc=4000421c\n"
	"exit debug hsr=ca000022 pc=40004220\n"
	"exit debug hsr=ca000022 pc=40004224\n"
	"exit debug hsr=ca000022 pc=40004228\n"
	"exit debug hsr=ca000022 pc=4000422c\n"
	"exit debug hsr=ca000022 pc=40004230\n"
	"exit debug hsr=ca000022 pc=40004234 elr=40001004\n"
	"exit debug hsr=ca000022 pc=40001004\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2003c5\n"
	"log 00000002000000000010004000000000c5032000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c8000000 pc=40004200 spsr=2003c5 esr=2000000\n"
	"exit debug hsr=ca000022 pc=40004204\n"
	"exit debug hsr=ca000022 pc=40004208\n"
	"exit debug hsr=ca000022 pc=4000420c\n"
	"exit debug hsr=ca000022 pc=40004210\n"
	"exit debug hsr=ca000022 pc=40004214\n"
	"exit debug hsr=ca000022 pc=40004218\n"
	"exit debug hsr=ca000022 pc=4000421c\n"
	"exit debug hsr=ca000022 pc=40004220\n"
	"exit debug hsr=ca000022 pc=40004224\n"
	"exit debug hsr=ca000022 pc=40004228\n"
	"exit debug hsr=ca000022 pc=4000422c\n"
	"exit debug hsr=ca000022 pc=40004230\n"
	"exit debug hsr=ca000022 pc=40004234 elr=40001004\n"
	"exit debug hsr=ca000022 pc=40001004\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=2003c5\n"
	"log 00000002000000000010004000000000c5032000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40004204 spsr=2003c5 esr=2000000\n"
	"exit debug hsr=ca000022 pc=40004208\n"
	"exit debug hsr=ca000022 pc=4000420c\n"
	"exit debug hsr=ca000022 pc=40004210\n"
	"exit debug hsr=ca000022 pc=40004214\n"
	"exit debug hsr=ca000022 pc=40004218\n"
	"exit debug hsr=ca000022 pc=4000421c\n"
	"exit debug hsr=ca000022 pc=40004220\n"
	"exit debug hsr=ca000022 pc=40004224\n"
	"exit debug hsr=ca000022 pc=40004228\n"
	"exit debug hsr=ca000022 pc=4000422c\n"
	"exit debug hsr=ca000022 pc=40004230\n"
	"exit debug hsr=ca000022 pc=40004234 elr=40001004\n"
	"exit debug hsr=ca000022 pc=40001004\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=2003c5\n"
	"log 00000002000000000010004000000000c5032000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 elr=40001008 spsr=1c5 esr=ce000022\n"
	"log "
	"00000002000000000010004000000000c5012000000000000000000000000000220000ce000000000810004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=1c5 elr=40001008 spsr=1c5 esr=ce000022\n"
	"log "
	"00000002000000000010004000000000c5012000000000000000000000000000220000ce000000000810004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004200 pstate=2003c5 spsr=2001c5 esr=2000000 "
	"mdscr=2001\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004204\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 elr=40001008 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log "
	"00000002000000000010004000000000c5012000000000000000000000000000220000ce000000000810004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004200 spsr=2001c5 esr=2000000 mdscr=2001\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004204\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 elr=40001008 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log "
	"00000002000000000010004000000000c5012000000000000000000000000000220000ce000000000810004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40004200 spsr=2001c5 esr=2000000 mdscr=2001\n"
	"exit debug hsr=ca000022 pc=40004204\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 elr=40001008 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log "
	"00000002000000000010004000000000c5012000000000000000000000000000220000ce000000000810004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40004204 spsr=2001c5 esr=2000000 mdscr=2001\n"
	"exit debug hsr=ca000022 pc=40004208\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 elr=40001008 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log "
	"00000002000000000010004000000000c5012000000000000000000000000000220000ce000000000810004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c8000000 pc=40004200 spsr=2001c5 esr=2000000 mdscr=2001\n"
	"exit debug hsr=ca000022 pc=40004204\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=1c5 elr=40001008 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log "
	"00000002000000000010004000000000c5012000000000000000000000000000220000ce000000000810004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40004204 spsr=2001c5 esr=2000000 mdscr=2001\n"
	"exit debug hsr=ca000022 pc=40004208\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=1c5 elr=40001008 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log "
	"00000002000000000010004000000000c5012000000000000000000000000000220000ce000000000810004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c2000022 hsr-high=0 pc=40001004 elr=40001004 esr=2000000\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"log 00000002000000000010004000000000c5030000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c2000022 pc=40001004 elr=40001004 esr=2000000\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"log 00000002000000000010004000000000c5030000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c2000022 pc=40001004 elr=40001004 esr=2000000\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c\n"
	"log 00000002000000000010004000000000c5030000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 elr=40001004 spsr=1c5 esr=c6000022 bcr=1e7,0,0,0,0,0 bvr=40001004,0,0,0,0,0\n"
	"log "
	"00000002000000000010004000000000c5010000000000000000000000000000220000c6000000000410004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=1c5 elr=40001004 spsr=1c5 esr=c6000022 bcr=1e7,0,0,0,0,0 bvr=40001004,0,0,0,0,0\n"
	"log "
	"00000002000000000010004000000000c5010000000000000000000000000000220000c6000000000410004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 x2=3c5 pc=40001004 elr=40001008\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 x2=3c5 pc=40001004 elr=40001008\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2003c5\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 x2=3c5 pc=40001004 elr=40001008\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=2003c5\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x2=3c5 pc=40001008 "
	"pstate=1c5 elr=40001004 spsr=1c5 esr=ce000022\n"
	"log 220000ce000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x2=3c5 pc=4000100c "
	"pstate=1c5 elr=40001004 spsr=1c5 esr=ce000022\n"
	"log 220000ce000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 x2=3c5 pc=40001004 pstate=2001c5 elr=40001008 "
	"mdscr=2001\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 x2=3c5 pc=40001004 pstate=1c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 spsr=1c5 "
	"esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 x2=3c5 pc=40001004 pstate=1c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 spsr=1c5 "
	"esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 x2=3c5 pc=40001004 pstate=1c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"spsr=1c5 esr=ce000022 mdscr=0\n"
	"log 220000ce000000000810004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c2000022 hsr-high=0 x2=3c5 pc=40001004 elr=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c2000022 x2=3c5 pc=40001004 elr=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c2000022 x2=3c5 pc=40001004 elr=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x2=3c5 pc=40001008 "
	"pstate=1c5 elr=40001004 spsr=1c5 esr=c6000022 bcr=1e7,0,0,0,0,0 bvr=40001004,0,0,0,0,0\n"
	"log 220000c6000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x2=3c5 pc=4000100c "
	"pstate=1c5 elr=40001004 spsr=1c5 esr=c6000022 bcr=1e7,0,0,0,0,0 bvr=40001004,0,0,0,0,0\n"
	"log 220000c6000000000410004000000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004 pstate=1c5 elr=40001008\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40001004 pstate=1c5 elr=40001008\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2001c5\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40001004 pstate=1c5 elr=40001008\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=2001c5\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c2000022 hsr-high=0 pc=40001004 pstate=1c5 elr=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c2000022 pc=40001004 pstate=1c5 elr=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c2000022 pc=40001004 pstate=1c5 elr=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004200 elr=40001004 esr=56000000\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004204\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004208\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000420c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004210\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004214\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004218\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=4000421c\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004220\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004224\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004228\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004234\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"log 00000056000000000410004000000000c5030000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40004200 elr=40001004 esr=56000000\n"
	"exit debug hsr=ca000022 pc=40004204\n"
	"exit debug hsr=ca000022 pc=40004208\n"
	"exit debug hsr=ca000022 pc=4000420c\n"
	"exit debug hsr=ca000022 pc=40004210\n"
	"exit debug hsr=ca000022 pc=40004214\n"
	"exit debug hsr=ca000022 pc=40004218\n"
	"exit debug hsr=ca000022 pc=4000421c\n"
	"exit debug hsr=ca000022 pc=40004220\n"
	"exit debug hsr=ca000022 pc=40004224\n"
	"exit debug hsr=ca000022 pc=40004228\n"
	"exit debug hsr=ca000022 pc=40004234\n"
	"exit debug hsr=ca000022 pc=40001004\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2003c5\n"
	"log 00000056000000000410004000000000c5030000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40004200 elr=40001004 esr=56000000\n"
	"exit debug hsr=ca000022 pc=40004204\n"
	"exit debug hsr=ca000022 pc=40004208\n"
	"exit debug hsr=ca000022 pc=4000420c\n"
	"exit debug hsr=ca000022 pc=40004210\n"
	"exit debug hsr=ca000022 pc=40004214\n"
	"exit debug hsr=ca000022 pc=40004218\n"
	"exit debug hsr=ca000022 pc=4000421c\n"
	"exit debug hsr=ca000022 pc=40004220\n"
	"exit debug hsr=ca000022 pc=40004224\n"
	"exit debug hsr=ca000022 pc=40004228\n"
	"exit debug hsr=ca000022 pc=40004234\n"
	"exit debug hsr=ca000022 pc=40001004\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=2003c5\n"
	"log 00000056000000000410004000000000c5030000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 elr=40001004 spsr=1c5 esr=ce000022\n"
	"log "
	"00000056000000000410004000000000c5010000000000000000000000000000220000ce000000000410004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=1c5 elr=40001004 spsr=1c5 esr=ce000022\n"
	"log "
	"00000056000000000410004000000000c5010000000000000000000000000000220000ce000000000410004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004200 pstate=2003c5 elr=40001004 spsr=1c5 "
	"esr=56000000 mdscr=2001\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004204\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 esr=ce000022 mdscr=0\n"
	"log "
	"00000056000000000410004000000000c5010000000000000000000000000000220000ce000000000410004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004200 elr=40001004 spsr=1c5 esr=56000000 "
	"mdscr=2001\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004204\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 esr=ce000022 mdscr=0\n"
	"log "
	"00000056000000000410004000000000c5010000000000000000000000000000220000ce000000000410004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40004200 elr=40001004 spsr=1c5 esr=56000000 mdscr=2001\n"
	"exit debug hsr=ca000022 pc=40004204\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 esr=ce000022 mdscr=0\n"
	"log "
	"00000056000000000410004000000000c5010000000000000000000000000000220000ce000000000410004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40004200 elr=40001004 spsr=1c5 esr=56000000 mdscr=2001\n"
	"exit debug hsr=ca000022 pc=40004204\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=1c5 esr=ce000022 mdscr=0\n"
	"log "
	"00000056000000000410004000000000c5010000000000000000000000000000220000ce000000000410004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c2000022 hsr-high=0 pc=40001004 elr=40001004 esr=56000000\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"log 00000056000000000410004000000000c5030000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c2000022 pc=40001004 elr=40001004 esr=56000000\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"log 00000056000000000410004000000000c5030000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c2000022 pc=40001004 elr=40001004 esr=56000000\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c\n"
	"log 00000056000000000410004000000000c5030000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 elr=40001004 spsr=1c5 esr=c6000022 bcr=1e7,0,0,0,0,0 bvr=40001004,0,0,0,0,0\n"
	"log "
	"00000056000000000410004000000000c5010000000000000000000000000000220000c6000000000410004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=1c5 elr=40001004 spsr=1c5 esr=c6000022 bcr=1e7,0,0,0,0,0 bvr=40001004,0,0,0,0,0\n"
	"log "
	"00000056000000000410004000000000c5010000000000000000000000000000220000c6000000000410004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 elr=40001008 spsr=1c5 esr=ce000022\n"
	"log "
	"050000f2000000000010004000000000c5012000000000000000000000000000220000ce000000000810004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=1c5 elr=40001008 spsr=1c5 esr=ce000022\n"
	"log "
	"050000f2000000000010004000000000c5012000000000000000000000000000220000ce000000000810004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=f2000005 hsr-high=0 pstate=2001c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=f2000005 hsr-high=0\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log "
	"050000f2000000000010004000000000c5012000000000000000000000000000220000ce000000000810004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004200 pstate=2003c5 spsr=2001c5 esr=f2000005 "
	"mdscr=2001\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004204\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 elr=40001008 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log "
	"050000f2000000000010004000000000c5012000000000000000000000000000220000ce000000000810004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004200 spsr=2001c5 esr=f2000005 mdscr=2001\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40004204\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 elr=40001008 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log "
	"050000f2000000000010004000000000c5012000000000000000000000000000220000ce000000000810004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=f2000005 pstate=2001c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=f2000005\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log "
	"050000f2000000000010004000000000c5012000000000000000000000000000220000ce000000000810004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=f2000005 pstate=2001c5 elr=40001008 mdscr=2001\n"
	"exit debug hsr=f2000005\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=1c5 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log "
	"050000f2000000000010004000000000c5012000000000000000000000000000220000ce000000000810004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=f2000005 hsr-high=0 elr=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"elr=40001004 esr=f2000005\n"
	"log 050000f2000000000010004000000000c5030000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c2000022 hsr-high=0 pc=40001004 elr=40001004 esr=f2000005\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"log 050000f2000000000010004000000000c5030000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=f2000005 elr=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"elr=40001004 esr=f2000005\n"
	"log 050000f2000000000010004000000000c5030000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=f2000005 elr=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"elr=40001004 esr=f2000005\n"
	"log 050000f2000000000010004000000000c5030000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=1c5 elr=40001004 spsr=1c5 esr=c6000022 bcr=1e7,0,0,0,0,0 bvr=40001004,0,0,0,0,0\n"
	"log "
	"050000f2000000000010004000000000c5010000000000000000000000000000220000c6000000000410004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=1c5 elr=40001004 spsr=1c5 esr=c6000022 bcr=1e7,0,0,0,0,0 bvr=40001004,0,0,0,0,0\n"
	"log "
	"050000f2000000000010004000000000c5010000000000000000000000000000220000c6000000000410004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40004200 spsr=2003c5 esr=2000000\n"
	"exit debug hsr=ca000022 pc=40004204\n"
	"exit debug hsr=ca000022 pc=40004208\n"
	"exit debug hsr=ca000022 pc=4000420c\n"
	"exit debug hsr=ca000022 pc=40004210\n"
	"exit debug hsr=ca000022 pc=40004214\n"
	"exit debug hsr=ca000022 pc=40004218\n"
	"exit debug hsr=ca000022 pc=4000421c\n"
	"exit debug hsr=ca000022 pc=40004220\n"
	"exit debug hsr=ca000022 pc=40004224\n"
	"exit debug hsr=ca000022 pc=40004228\n"
	"exit debug hsr=ca000022 pc=4000422c\n"
	"exit debug hsr=ca000022 pc=40004230\n"
	"exit debug hsr=ca000022 pc=40004234 elr=40001004\n"
	"exit debug hsr=ca000022 pc=40001004\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=2003c5\n"
	"log 00000002000000000010004000000000c5032000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40004200 spsr=2001c5 esr=2000000 mdscr=2001\n"
	"exit debug hsr=ca000022 pc=40004204\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=1c5 elr=40001008 spsr=1c5 esr=ce000022 mdscr=0\n"
	"log "
	"00000002000000000010004000000000c5012000000000000000000000000000220000ce000000000810004000"
	"000000c5010000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004 elr=40001004\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40001004 elr=40001004\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=2003c5\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40001004 elr=40001004\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"pstate=2003c5\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"elr=40001004 mdscr=2001\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"elr=40001004 mdscr=2001\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004 pstate=2003c5 elr=40001004 mdscr=2001\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=3c5\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001004 elr=40001004 mdscr=2001\n"
	"exit debug hsr=ca000022 hsr-high=0 pc=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40001004 elr=40001004 mdscr=2001\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=ca000022 pc=40001004 elr=40001004 mdscr=2001\n"
	"exit debug hsr=ca000022 pc=40001008\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c2000022 hsr-high=0 pc=40001004 elr=40001004\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c2000022 pc=40001004 elr=40001004\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=c2000022 pc=40001004 elr=40001004\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"elr=40001004 mdscr=a000 bcr=1e7,0,0,0,0,0 bvr=40001004,0,0,0,0,0\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=4000100c "
	"elr=40001004 mdscr=a000 bcr=1e7,0,0,0,0,0 bvr=40001004,0,0,0,0,0\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"elr=40001004\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"elr=40001004\n"
	"ending end\n",
	"action EINVAL\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action EINVAL\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004\n"
	"ending end\n",
	"action ok value=0\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action ok value=0\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 mdscr=8000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"mdscr=8000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"pstate=0 elr=40001004 spsr=0 esr=620ed3e0\n"
	"log e0d30e6200000000001000400000000000000000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=0 elr=40001004 spsr=0 esr=620ed3e0\n"
	"log e0d30e6200000000001000400000000000000000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"elr=40001004 esr=f2000000\n"
	"log 000000f2000000000010004000000000c5030000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"elr=40001004 esr=f2000000\n"
	"log 000000f2000000000010004000000000c5030000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=80 spsr=80\n"
	"log 8004000000000000001000400000000000000000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"pstate=80 spsr=80\n"
	"log 8004000000000000001000400000000000000000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=200080 "
	"spsr=200080 esr=ca000022 mdscr=1\n"
	"log "
	"220000ca0000000000100040000000000000000000000000000000000000000080040000000000000010004000"
	"00000000002000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=200080 "
	"spsr=200080 esr=ca000022 mdscr=1\n"
	"log "
	"8004000000000000001000400000000000000000000000000000000000000000220000ca000000000010004000"
	"00000080000000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"pstate=200080 spsr=200080 esr=ca000022 mdscr=1\n"
	"log "
	"220000ca0000000000100040000000000000000000000000000000000000000080040000000000000010004000"
	"00000000002000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"pstate=200080 spsr=200080 esr=ca000022 mdscr=1\n"
	"log "
	"8004000000000000001000400000000000000000000000000000000000000000220000ca000000000010004000"
	"00000080000000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"action EINVAL\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"pstate=0 elr=40001004 spsr=0 esr=f2000000\n"
	"log 000000f200000000001000400000000000000000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=0 elr=40001004 spsr=0 esr=f2000000\n"
	"log 000000f200000000001000400000000000000000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"elr=40001004\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"elr=40001004\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=d2000022 hsr-high=0 exit-far=40002000 elr=40001004\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=d2000022 exit-far=40002000 elr=40001004\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004\n"
	"ending end\n",
	"action ok\n"
	"exit debug hsr=d2000022 exit-far=40002000 elr=40001004\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"pstate=5 elr=40001004 spsr=5 esr=d6000022 far=40002008 mdscr=a000 wcr=0,0,0,2b "
	"wvr=0,0,0,40002008\n"
	"log 220000d600000000001000400000000005000000000000000820004000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=5 elr=40001004 spsr=5 esr=d6000022 far=40002008 mdscr=a000 wcr=0,0,0,2b "
	"wvr=0,0,0,40002008\n"
	"log 220000d600000000001000400000000005000000000000000820004000000000\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 pstate=0 elr=40001004\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 spsr=0 "
	"esr=92000010 far=10000000\n"
	"log 1000009200000000001000400000000000000000000000000000001000000000\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 pstate=0 elr=40001004\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 spsr=0 "
	"esr=ffffffff92000010 far=10000000\n"
	"log 10000092ffffffff001000400000000000000000000000000000001000000000\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 pstate=0 elr=40001004\n"
	"action EINVAL\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x0=5a pc=40001004\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 pc=40001004 pstate=0 elr=40001004\n"
	"action EINVAL\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 x0=5a pc=40001008\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pstate=85 spsr=85\n"
	"log 8002000000000000001000400000000005000000000000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"pstate=85 spsr=85\n"
	"log 8002000000000000001000400000000005000000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004 "
	"pstate=0 elr=40001004 spsr=0 esr=2000000\n"
	"log 0000000200000000001000400000000000000000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008 "
	"pstate=0 elr=40001004 spsr=0 esr=2000000\n"
	"log 0000000200000000001000400000000000000000000000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 elr=40001004\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001004\n"
	"ending end\n",
	"exit mmio direction=read address=10000000 size=1 pc=40001004 elr=40001004\n"
	"action ok\n"
	"exit mmio direction=write address=10000008 size=8 data=0000000000000000 pc=40001008\n"
	"ending end\n",
};

static const struct program programs[] = {
	{
		.name = "finding-arm64-abort-syndrome-sign-extended",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what. The shortest program that tells arm64/linux-6.1 from arm64/linux-6.12.",
		.text = "As the contract has it:\n"
			"  40001000  39400280  ldrb w0, [mmio]\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 1: KVM_SET_VCPU_EVENTS ext_dabt_pending\n",
		.start = &starts[0],
		.words = "mem=40001000,800240399f0600f9ffffff17 regs=elr_el1:40001004 group group abort",
		.first = 0, .count = 1,
		.needs = { .aborts = true },
		.on = {
			[3] = { .known = &knowns[0], .first = 1, .count = 1 },
			[5] = { .known = &knowns[1], .first = 2, .count = 1 },
			[6] = { .known = &knowns[2], .first = 3, .count = 1 },
			[7] = { .known = &knowns[2], .first = 3, .count = 1 },
			[11] = { .known = &knowns[0], .first = 1, .count = 1 },
			[13] = { .known = &knowns[1], .first = 2, .count = 1 },
			[14] = { .known = &knowns[2], .first = 3, .count = 1 },
			[15] = { .known = &knowns[2], .first = 3, .count = 1 },
		},
	},
	{
		.name = "finding-arm64-aborted-load-completed",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "As the contract has it:\n"
			"  40001000  39400280  ldrb w0, [mmio]\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 1: KVM_SET_VCPU_EVENTS ext_dabt_pending\n"
			"                KVM_RUN with kvm_run.immediate_exit\n",
		.start = &starts[0],
		.words = "mem=40001000,800240399f0600f9ffffff17 regs=elr_el1:40001004 group group abort "
			 "immediate-exit",
		.first = 4, .count = 1,
		.needs = { .aborts = true },
		.on = {
			[2] = { .known = &knowns[3], .first = 5, .count = 1 },
			[3] = { .known = &knowns[0], .first = 6, .count = 1 },
			[5] = { .known = &knowns[1], .first = 7, .count = 1 },
			[6] = { .known = &knowns[2], .first = 8, .count = 1 },
			[7] = { .known = &knowns[2], .first = 8, .count = 1 },
			[10] = { .known = &knowns[3], .first = 5, .count = 1 },
			[11] = { .known = &knowns[0], .first = 6, .count = 1 },
			[13] = { .known = &knowns[1], .first = 7, .count = 1 },
			[14] = { .known = &knowns[2], .first = 8, .count = 1 },
			[15] = { .known = &knowns[2], .first = 8, .count = 1 },
		},
	},
	{
		.name = "finding-arm64-host-step-in-spsr",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "As the contract has it:\n"
			"  40001000  00000000  udf\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,000000009f0600f9ffffff17 regs=elr_el1:40001004 group gd=3",
		.first = 9, .count = 1,
		.on = {
			[0] = { .known = &knowns[4], .first = 10, .count = 1 },
			[1] = { .known = &knowns[4], .first = 10, .count = 1 },
			[2] = { .known = &knowns[4], .first = 10, .count = 1 },
			[3] = { .known = &knowns[4], .first = 10, .count = 1 },
			[4] = { .known = &knowns[5], .first = 11, .count = 1 },
			[5] = { .known = &knowns[5], .first = 11, .count = 1 },
			[6] = { .known = &knowns[6], .first = 12, .count = 1 },
			[7] = { .known = &knowns[6], .first = 12, .count = 1 },
			[8] = { .known = &knowns[4], .first = 10, .count = 1 },
			[9] = { .known = &knowns[4], .first = 10, .count = 1 },
			[10] = { .known = &knowns[4], .first = 10, .count = 1 },
			[11] = { .known = &knowns[4], .first = 10, .count = 1 },
			[12] = { .known = &knowns[5], .first = 11, .count = 1 },
			[13] = { .known = &knowns[5], .first = 11, .count = 1 },
			[14] = { .known = &knowns[6], .first = 12, .count = 1 },
			[15] = { .known = &knowns[6], .first = 12, .count = 1 },
		},
	},
	{
		.name = "finding-arm64-immediate-exit-loses-step",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "As the contract has it:\n"
			"  40001000  39400280  ldrb w0, [mmio]\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 1: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"                KVM_RUN with kvm_run.immediate_exit\n",
		.start = &starts[0],
		.words = "mem=40001000,800240399f0600f9ffffff17 regs=elr_el1:40001004 group group gd=3 "
			 "immediate-exit",
		.first = 13, .count = 2,
		.on = {
			[2] = { .known = &knowns[7], .first = 15, .count = 1 },
			[3] = { .known = &knowns[7], .first = 15, .count = 1 },
			[4] = { .known = &knowns[8], .first = 16, .count = 1 },
			[5] = { .known = &knowns[9], .first = 17, .count = 1 },
			[6] = { .known = &knowns[10], .first = 18, .count = 1 },
			[7] = { .known = &knowns[11], .first = 19, .count = 1 },
			[10] = { .known = &knowns[7], .first = 15, .count = 1 },
			[11] = { .known = &knowns[7], .first = 15, .count = 1 },
			[12] = { .known = &knowns[8], .first = 16, .count = 1 },
			[13] = { .known = &knowns[9], .first = 17, .count = 1 },
			[14] = { .known = &knowns[10], .first = 18, .count = 1 },
			[15] = { .known = &knowns[11], .first = 19, .count = 1 },
		},
	},
	{
		.name = "finding-arm64-mdscr-upper-half-lost",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In MDSCR_EL1=0x100000000:\n"
			"  40001000  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE\n",
		.start = &starts[0],
		.words = "mem=40001000,9f0600f9ffffff17 regs=mdscr_el1:100000000 group gd=1",
		.first = 20, .count = 1,
		.on = {
			[2] = { .known = &knowns[12], .first = 21, .count = 1 },
			[3] = { .known = &knowns[12], .first = 21, .count = 1 },
			[6] = { .known = &knowns[13], .first = 22, .count = 1 },
			[7] = { .known = &knowns[13], .first = 22, .count = 1 },
			[10] = { .known = &knowns[12], .first = 21, .count = 1 },
			[11] = { .known = &knowns[12], .first = 21, .count = 1 },
			[14] = { .known = &knowns[13], .first = 22, .count = 1 },
			[15] = { .known = &knowns[13], .first = 22, .count = 1 },
		},
	},
	{
		.name = "finding-arm64-os-lock-truncates-mdscr",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "As the contract has it:\n"
			"  40001000  d2c00021  mov x1, #0x100000000\n"
			"  40001004  d5100241  msr mdscr_el1, x1\n"
			"  40001008  d2800022  mov x2, #0x1\n"
			"  4000100c  d5101082  msr oslar_el1, x2\n"
			"  40001010  d5300243  mrs x3, mdscr_el1\n"
			"  40001014  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[0],
		.words = "mem=40001000,2100c0d2410210d5220080d2821010d5430230d59f0600f9ffffff17 "
			 "regs=elr_el1:40001014",
		.first = 23, .count = 1,
		.on = {
			[2] = { .known = &knowns[14], .first = 24, .count = 1 },
			[3] = { .known = &knowns[14], .first = 24, .count = 1 },
			[4] = { .known = &knowns[15], .first = 25, .count = 1 },
			[5] = { .known = &knowns[15], .first = 25, .count = 1 },
			[6] = { .known = &knowns[16], .first = 26, .count = 1 },
			[7] = { .known = &knowns[16], .first = 26, .count = 1 },
			[10] = { .known = &knowns[14], .first = 24, .count = 1 },
			[11] = { .known = &knowns[14], .first = 24, .count = 1 },
			[12] = { .known = &knowns[15], .first = 25, .count = 1 },
			[13] = { .known = &knowns[15], .first = 25, .count = 1 },
			[14] = { .known = &knowns[16], .first = 26, .count = 1 },
			[15] = { .known = &knowns[16], .first = 26, .count = 1 },
		},
	},
	{
		.name = "finding-arm64-save-restore-loses-step",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "As the contract has it:\n"
			"  40001000  39400280  ldrb w0, [mmio]\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 1: saves everything, restores it into a fresh vCPU\n",
		.start = &starts[0],
		.words = "mem=40001000,800240399f0600f9ffffff17 regs=elr_el1:40001004 group gd=3 group save-restore",
		.first = 27, .count = 2,
		.on = {
			[0] = { .known = &knowns[17], .first = 29, .count = 1 },
			[1] = { .known = &knowns[17], .first = 29, .count = 1 },
			[2] = { .known = &knowns[17], .first = 29, .count = 1 },
			[3] = { .known = &knowns[17], .first = 29, .count = 1 },
			[4] = { .known = &knowns[18], .first = 30, .count = 1 },
			[5] = { .known = &knowns[9], .first = 31, .count = 1 },
			[6] = { .known = &knowns[19], .first = 32, .count = 1 },
			[7] = { .known = &knowns[11], .first = 33, .count = 1 },
			[8] = { .known = &knowns[17], .first = 29, .count = 1 },
			[9] = { .known = &knowns[17], .first = 29, .count = 1 },
			[10] = { .known = &knowns[17], .first = 29, .count = 1 },
			[11] = { .known = &knowns[17], .first = 29, .count = 1 },
			[12] = { .known = &knowns[18], .first = 30, .count = 1 },
			[13] = { .known = &knowns[9], .first = 31, .count = 1 },
			[14] = { .known = &knowns[19], .first = 32, .count = 1 },
			[15] = { .known = &knowns[11], .first = 33, .count = 1 },
		},
	},
	{
		.name = "finding-arm64-step-behind-vector-after-abort",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "As the contract has it:\n"
			"  40001000  39400280  ldrb w0, [mmio]\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 1: KVM_SET_VCPU_EVENTS ext_dabt_pending\n"
			"                KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,800240399f0600f9ffffff17 regs=elr_el1:40001004 group group abort gd=3",
		.first = 34, .count = 1,
		.needs = { .aborts = true },
		.on = {
			[0] = { .known = &knowns[20], .first = 35, .count = 1 },
			[1] = { .known = &knowns[21], .first = 36, .count = 1 },
			[2] = { .known = &knowns[21], .first = 36, .count = 1 },
			[3] = { .known = &knowns[0], .first = 37, .count = 1 },
			[4] = { .known = &knowns[22], .first = 38, .count = 1 },
			[5] = { .known = &knowns[9], .first = 39, .count = 1 },
			[6] = { .known = &knowns[10], .first = 40, .count = 1 },
			[7] = { .known = &knowns[11], .first = 41, .count = 1 },
			[8] = { .known = &knowns[20], .first = 35, .count = 1 },
			[9] = { .known = &knowns[21], .first = 36, .count = 1 },
			[10] = { .known = &knowns[21], .first = 36, .count = 1 },
			[11] = { .known = &knowns[0], .first = 37, .count = 1 },
			[12] = { .known = &knowns[22], .first = 38, .count = 1 },
			[13] = { .known = &knowns[9], .first = 39, .count = 1 },
			[14] = { .known = &knowns[10], .first = 40, .count = 1 },
			[15] = { .known = &knowns[11], .first = 41, .count = 1 },
		},
	},
	{
		.name = "ideal-or-v1-patch",
		.why = "The shortest program that tells arm64/ideal from arm64/v1-patch, arm64/ideal from "
			"arm64/linux-4.3, arm64/ideal from arm64/linux-4.15, arm64/v1-patch from arm64/bic-review, "
			"arm64/v1-patch from arm64/linux-5.0, arm64/v1-patch from arm64/linux-5.11, arm64/v1-patch "
			"from arm64/linux-6.1, arm64/v1-patch from arm64/linux-6.12, arm64/v1-patch from "
			"arm64/linux-6.14, arm64/v1-patch from arm64/linux-7.2, arm64/bic-review from "
			"arm64/linux-4.3, arm64/bic-review from arm64/linux-4.15, arm64/linux-4.3 from "
			"arm64/linux-5.0, arm64/linux-4.3 from arm64/linux-5.11, arm64/linux-4.3 from "
			"arm64/linux-6.1, arm64/linux-4.3 from arm64/linux-6.12, arm64/linux-4.3 from "
			"arm64/linux-6.14, arm64/linux-4.3 from arm64/linux-7.2, arm64/linux-4.15 from "
			"arm64/linux-5.0, arm64/linux-4.15 from arm64/linux-5.11, arm64/linux-4.15 from "
			"arm64/linux-6.1, arm64/linux-4.15 from arm64/linux-6.12, arm64/linux-4.15 from "
			"arm64/linux-6.14, arm64/linux-4.15 from arm64/linux-7.2. The shortest program that shows "
			"the bug pc-advanced-before-mmio-exit: the PC is advanced before userspace completes an "
			"access: it shows the next instruction, and a fault belongs to that. The shortest program "
			"that shows the bug eor-without-orr: the patch of 2014 with `eor` alone: an SS bit that was "
			"clear is set.",
		.text = "As the contract has it:\n"
			"  40001000  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[0],
		.words = "mem=40001000,9f0600f9ffffff17",
		.first = 42, .count = 1,
		.on = {
			[6] = { .known = &knowns[13], .first = 43, .count = 1 },
			[7] = { .known = &knowns[13], .first = 43, .count = 1 },
			[14] = { .known = &knowns[13], .first = 43, .count = 1 },
			[15] = { .known = &knowns[13], .first = 43, .count = 1 },
		},
	},
	{
		.name = "ideal-or-linux-5.0",
		.why = "The shortest program that tells arm64/ideal from arm64/linux-5.0, arm64/ideal from "
			"arm64/linux-5.11, arm64/v1-patch from arm64/linux-4.3, arm64/v1-patch from "
			"arm64/linux-4.15, arm64/bic-review from arm64/linux-5.0, arm64/bic-review from "
			"arm64/linux-5.11, arm64/linux-5.0 from arm64/linux-6.14, arm64/linux-5.0 from "
			"arm64/linux-7.2, arm64/linux-5.11 from arm64/linux-6.14, arm64/linux-5.11 from "
			"arm64/linux-7.2. The shortest program that shows the bug os-lock-not-emulated: a write to "
			"OSLAR_EL1 is ignored: the guest's lock stops nothing.",
		.text = "In PSTATE=0x0 (EL0t), MDSCR_EL1=0x1 (SS), OS lock set:\n"
			"  40001000  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[0],
		.words = "mem=40001000,9f0600f9ffffff17 regs=mdscr_el1:1,oslsr_el1:a,pstate:0",
		.first = 44, .count = 1,
		.on = {
			[4] = { .known = &knowns[23], .first = 45, .count = 1 },
			[5] = { .known = &knowns[23], .first = 45, .count = 1 },
			[6] = { .known = &knowns[23], .first = 46, .count = 1 },
			[7] = { .known = &knowns[23], .first = 46, .count = 1 },
			[12] = { .known = &knowns[23], .first = 45, .count = 1 },
			[13] = { .known = &knowns[23], .first = 45, .count = 1 },
			[14] = { .known = &knowns[23], .first = 46, .count = 1 },
			[15] = { .known = &knowns[23], .first = 46, .count = 1 },
		},
	},
	{
		.name = "ideal-or-linux-6.1",
		.why = "The shortest program that tells arm64/ideal from arm64/linux-6.1, arm64/ideal from "
			"arm64/linux-6.12, arm64/bic-review from arm64/linux-6.1, arm64/bic-review from "
			"arm64/linux-6.12, arm64/linux-6.1 from arm64/linux-6.14, arm64/linux-6.1 from "
			"arm64/linux-7.2, arm64/linux-6.12 from arm64/linux-6.14, arm64/linux-6.12 from "
			"arm64/linux-7.2.",
		.text = "In PSTATE=0x200000 (EL0t, SS), OS lock set:\n"
			"  40001000  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[0],
		.words = "mem=40001000,9f0600f9ffffff17 regs=oslsr_el1:a,pstate:200000",
		.first = 47, .count = 1,
		.on = {
			[2] = { .known = &knowns[24], .first = 48, .count = 1 },
			[3] = { .known = &knowns[24], .first = 48, .count = 1 },
			[6] = { .known = &knowns[13], .first = 49, .count = 1 },
			[7] = { .known = &knowns[13], .first = 49, .count = 1 },
			[10] = { .known = &knowns[24], .first = 48, .count = 1 },
			[11] = { .known = &knowns[24], .first = 48, .count = 1 },
			[14] = { .known = &knowns[13], .first = 49, .count = 1 },
			[15] = { .known = &knowns[13], .first = 49, .count = 1 },
		},
	},
	{
		.name = "ideal-or-bic-review",
		.why = "The shortest program that tells arm64/ideal from arm64/bic-review, arm64/bic-review from "
			"arm64/linux-6.14, arm64/bic-review from arm64/linux-7.2, arm64/linux-5.0 from "
			"arm64/linux-6.1, arm64/linux-5.0 from arm64/linux-6.12, arm64/linux-5.11 from "
			"arm64/linux-6.1, arm64/linux-5.11 from arm64/linux-6.12. The shortest program that shows "
			"the bug guest-step-bits-not-restored: MDSCR_EL1.SS and PSTATE.SS that the host's debugging "
			"put into the hardware stay in the guest's registers. The shortest program that shows the "
			"bug guest-step-bit-not-preserved: PSTATE.SS that the host steps with replaces the guest's "
			"own.",
		.text = "As the contract has it:\n"
			"  40001000  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,9f0600f9ffffff17 group gd=3",
		.first = 21, .count = 1,
		.on = {
			[4] = { .known = &knowns[25], .first = 50, .count = 1 },
			[5] = { .known = &knowns[25], .first = 50, .count = 1 },
			[6] = { .known = &knowns[13], .first = 51, .count = 1 },
			[7] = { .known = &knowns[13], .first = 51, .count = 1 },
			[12] = { .known = &knowns[25], .first = 50, .count = 1 },
			[13] = { .known = &knowns[25], .first = 50, .count = 1 },
			[14] = { .known = &knowns[13], .first = 51, .count = 1 },
			[15] = { .known = &knowns[13], .first = 51, .count = 1 },
		},
	},
	{
		.name = "ideal-or-linux-6.14",
		.why = "The shortest program that tells arm64/ideal from arm64/linux-6.14, arm64/ideal from "
			"arm64/linux-7.2. The shortest program that shows the bug linux-6.14-mde-kept: while the "
			"host owns the debug registers the guest's MDE and KDE stay in force with the host's "
			"registers.",
		.text = "In PSTATE=0x5 (EL1h), MDSCR_EL1=0x2001 (SS, KDE):\n"
			"  40001000  d5100240  msr mdscr_el1, x0\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[0],
		.words = "mem=40001000,400210d59f0600f9ffffff17 regs=elr_el1:40001004,mdscr_el1:2001,pstate:5",
		.first = 52, .count = 1,
		.on = {
			[0] = { .skip = skip_0 },
			[1] = { .skip = skip_0 },
			[6] = { .known = &knowns[26], .first = 53, .count = 1 },
			[7] = { .known = &knowns[26], .first = 53, .count = 1 },
			[8] = { .known = &knowns[27], .first = 54, .count = 1 },
			[9] = { .known = &knowns[27], .first = 54, .count = 1 },
			[14] = { .known = &knowns[26], .first = 53, .count = 1 },
			[15] = { .known = &knowns[26], .first = 53, .count = 1 },
		},
	},
	{
		.name = "linux-4.3-or-linux-4.15",
		.why = "The shortest program that tells arm64/linux-4.3 from arm64/linux-4.15, arm64/linux-5.0 "
			"from arm64/linux-5.11. The shortest program that shows the bug "
			"step-over-userspace-mmio-late: a step over an access that userspace completes ends one "
			"instruction late. The shortest program that shows the bug fake-step-syndrome: the exit "
			"made up for a step over an emulated instruction has the class in hsr, and not IL and IFSC.",
		.text = "As the contract has it:\n"
			"  40001000  39400280  ldrb w0, [mmio]\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,800240399f0600f9ffffff17 regs=elr_el1:40001004 group gd=3",
		.first = 55, .count = 1,
		.on = {
			[4] = { .known = &knowns[8], .first = 56, .count = 1 },
			[5] = { .known = &knowns[9], .first = 57, .count = 1 },
			[6] = { .known = &knowns[19], .first = 58, .count = 1 },
			[7] = { .known = &knowns[11], .first = 59, .count = 1 },
			[12] = { .known = &knowns[8], .first = 56, .count = 1 },
			[13] = { .known = &knowns[9], .first = 57, .count = 1 },
			[14] = { .known = &knowns[19], .first = 58, .count = 1 },
			[15] = { .known = &knowns[11], .first = 59, .count = 1 },
		},
	},
	{
		.name = "linux-6.14-or-linux-7.2",
		.why = "The shortest program found (not proved minimal) that tells arm64/linux-6.14 from "
			"arm64/linux-7.2.",
		.text = "As the contract has it:\n"
			"  40001000  39400280  ldrb w0, [mmio]\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 1: KVM_SET_VCPU_EVENTS ext_dabt_pending\n",
		.start = &starts[0],
		.words = "mem=40001000,800240399f0600f9ffffff17 regs=elr_el1:40001004 group gd=3 group abort",
		.first = 60, .count = 1,
		.needs = { .aborts = true },
		.on = {
			[0] = { .known = &knowns[20], .first = 61, .count = 1 },
			[1] = { .known = &knowns[28], .first = 62, .count = 1 },
			[2] = { .known = &knowns[28], .first = 62, .count = 1 },
			[3] = { .known = &knowns[0], .first = 63, .count = 1 },
			[4] = { .known = &knowns[29], .first = 64, .count = 1 },
			[5] = { .known = &knowns[9], .first = 65, .count = 1 },
			[6] = { .known = &knowns[19], .first = 66, .count = 1 },
			[7] = { .known = &knowns[11], .first = 67, .count = 1 },
			[8] = { .known = &knowns[20], .first = 61, .count = 1 },
			[9] = { .known = &knowns[28], .first = 62, .count = 1 },
			[10] = { .known = &knowns[28], .first = 62, .count = 1 },
			[11] = { .known = &knowns[0], .first = 63, .count = 1 },
			[12] = { .known = &knowns[29], .first = 64, .count = 1 },
			[13] = { .known = &knowns[9], .first = 65, .count = 1 },
			[14] = { .known = &knowns[19], .first = 66, .count = 1 },
			[15] = { .known = &knowns[11], .first = 67, .count = 1 },
		},
	},
	{
		.name = "first-entry-without-traps",
		.why = "The shortest program that shows the bug first-entry-without-traps: the guest is entered "
			"for the first time with MDCR_EL2 clear: nothing of its debugging traps.",
		.text = "In PSTATE=0x0 (EL0t), MDSCR_EL1=0x8000 (MDE), DBGBCR0=0x25, DBGBVR0=0x40001000, the\n"
			"handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,9f0600f9ffffff17 "
			 "regs=mdscr_el1:8000,dbgbvr0_el1:40001000,dbgbcr0_el1:25,pstate:0",
		.first = 68, .count = 1,
		.needs = { .slots = true },
		.on = {
			[0] = { .skip = skip_1 },
			[1] = { .skip = skip_1 },
			[2] = { .skip = skip_1 },
			[3] = { .skip = skip_1 },
			[4] = { .skip = skip_1 },
			[5] = { .skip = skip_1 },
			[6] = { .skip = skip_1 },
			[7] = { .skip = skip_1 },
			[14] = { .known = &knowns[13], .first = 69, .count = 1 },
			[15] = { .known = &knowns[13], .first = 69, .count = 1 },
		},
	},
	{
		.name = "oslsr-writable",
		.why = "The shortest program that shows the bug oslsr-writable: a write to OSLSR_EL1, which is "
			"read-only, does not fault.",
		.text = "As the contract has it:\n"
			"  40001000  d5101180  msr oslsr_el1, x0\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[0],
		.words = "mem=40001000,801110d59f0600f9ffffff17 regs=elr_el1:40001004",
		.first = 70, .count = 1,
		.on = {
			[0] = { .skip = skip_2 },
			[1] = { .skip = skip_2 },
			[2] = { .skip = skip_2 },
			[3] = { .skip = skip_2 },
			[4] = { .skip = skip_2 },
			[5] = { .skip = skip_2 },
			[6] = { .skip = skip_2 },
			[7] = { .skip = skip_2 },
			[14] = { .known = &knowns[26], .first = 71, .count = 1 },
			[15] = { .known = &knowns[26], .first = 71, .count = 1 },
		},
	},
	{
		.name = "step-over-emulated-late",
		.why = "The shortest program that shows the bug step-over-emulated-late: skipping an emulated "
			"instruction does not clear PSTATE.SS: a step ends one instruction late. The shortest "
			"program that shows the bug guest-step-over-emulated-late: a guest that steps itself over "
			"an emulated instruction stops one instruction late.",
		.text = "In PSTATE=0x0 (EL0t), MDSCR_EL1=0x1 (SS):\n"
			"  40001000  39400280  ldrb w0, [mmio]\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[0],
		.words = "mem=40001000,800240399f0600f9ffffff17 regs=elr_el1:40001004,mdscr_el1:1,pstate:0",
		.first = 72, .count = 1,
		.on = {
			[6] = { .known = &knowns[30], .first = 73, .count = 1 },
			[7] = { .known = &knowns[30], .first = 73, .count = 1 },
			[14] = { .known = &knowns[30], .first = 73, .count = 1 },
			[15] = { .known = &knowns[30], .first = 73, .count = 1 },
		},
	},
	{
		.name = "svc-without-advance",
		.why = "The shortest program that shows the bug svc-without-advance: QEMU: SVC and HVC do not "
			"advance software step before the exception is taken.",
		.text = "In PSTATE=0x0 (EL0t), MDSCR_EL1=0x1 (SS):\n"
			"  40001000  d4000001  svc #0x0\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[0],
		.words = "mem=40001000,010000d49f0600f9ffffff17 regs=elr_el1:40001004,mdscr_el1:1,pstate:0",
		.first = 74, .count = 1,
		.on = {
			[6] = { .known = &knowns[26], .first = 75, .count = 1 },
			[7] = { .known = &knowns[26], .first = 75, .count = 1 },
			[14] = { .known = &knowns[26], .first = 75, .count = 1 },
			[15] = { .known = &knowns[26], .first = 75, .count = 1 },
		},
	},
	{
		.name = "debug-register-index-0",
		.why = "The shortest program that shows the bug debug-register-index-0: a trapped access to a "
			"register of any breakpoint or watchpoint means that of number 0.",
		.text = "In x1=0x1:\n"
			"  40001000  d5100381  msr dbgbvr3_el1, x1\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[0],
		.words = "mem=40001000,810310d59f0600f9ffffff17 regs=x1:1,elr_el1:40001004",
		.first = 76, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[26], .first = 77, .count = 1 },
			[7] = { .known = &knowns[26], .first = 77, .count = 1 },
			[14] = { .known = &knowns[26], .first = 77, .count = 1 },
			[15] = { .known = &knowns[26], .first = 77, .count = 1 },
		},
	},
	{
		.name = "breakpoint-before-pending-step",
		.why = "The shortest program found (not proved minimal) that shows the bug "
			"breakpoint-before-pending-step: QEMU: a breakpoint is reported although a step is pending "
			"at the same instruction.",
		.text = "As the contract has it:\n"
			"  40001000  d503201f  nop\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP|USE_HW, DBGBCR0=0x23,\n"
			"    DBGBVR0=0x40001004\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,1f2003d59f0600f9ffffff17 regs=elr_el1:40001004 group "
			 "gd=20003,bvr0:40001004,bcr0:23 group gd=0",
		.first = 78, .count = 1,
		.needs = { .slots = true },
		.on = {
			[0] = { .skip = skip_1 },
			[1] = { .skip = skip_1 },
			[2] = { .skip = skip_1 },
			[3] = { .skip = skip_1 },
			[4] = { .skip = skip_1 },
			[5] = { .skip = skip_1 },
			[6] = { .skip = skip_1 },
			[7] = { .skip = skip_1 },
			[12] = { .known = &knowns[31], .first = 79, .count = 1 },
			[13] = { .known = &knowns[31], .first = 79, .count = 1 },
			[14] = { .known = &knowns[26], .first = 80, .count = 1 },
			[15] = { .known = &knowns[26], .first = 80, .count = 1 },
		},
	},
	{
		.name = "step-over-kernel-emulation-late",
		.why = "The shortest program that shows the bug step-over-kernel-emulation-late: a step over what "
			"the kernel emulates (system registers, MMIO, WFI) ends one instruction late.",
		.text = "As the contract has it:\n"
			"  40001000  39000240  strb w0, [coalesced]\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,400200399f0600f9ffffff17 regs=elr_el1:40001004 group gd=3",
		.first = 81, .count = 1,
		.on = {
			[4] = { .known = &knowns[32], .first = 82, .count = 1 },
			[5] = { .known = &knowns[33], .first = 83, .count = 1 },
			[6] = { .known = &knowns[34], .first = 84, .count = 1 },
			[7] = { .known = &knowns[35], .first = 85, .count = 1 },
			[12] = { .known = &knowns[32], .first = 82, .count = 1 },
			[13] = { .known = &knowns[33], .first = 83, .count = 1 },
			[14] = { .known = &knowns[34], .first = 84, .count = 1 },
			[15] = { .known = &knowns[35], .first = 85, .count = 1 },
		},
	},
	{
		.name = "os-lock-ignored",
		.why = "The shortest program that shows the bug os-lock-ignored: QEMU: the OS lock does not stop "
			"software step, breakpoints and watchpoints: bit 0 of OSLSR is tested, not OSLK.",
		.text = "In PSTATE=0x200000 (EL0t, SS), MDSCR_EL1=0x1 (SS), OS lock set:\n"
			"  40001000  d5101180  msr oslsr_el1, x0\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,801110d59f0600f9ffffff17 "
			 "regs=elr_el1:40001004,mdscr_el1:1,oslsr_el1:a,pstate:200000 group gd=3",
		.first = 86, .count = 2,
		.on = {
			[0] = { .skip = skip_2 },
			[1] = { .skip = skip_2 },
			[2] = { .skip = skip_2 },
			[3] = { .skip = skip_2 },
			[4] = { .skip = skip_2 },
			[5] = { .skip = skip_2 },
			[6] = { .skip = skip_2 },
			[7] = { .skip = skip_2 },
			[8] = { .known = &knowns[36], .first = 88, .count = 1 },
			[9] = { .known = &knowns[36], .first = 88, .count = 1 },
			[10] = { .known = &knowns[36], .first = 88, .count = 1 },
			[11] = { .known = &knowns[36], .first = 88, .count = 1 },
			[12] = { .known = &knowns[37], .first = 89, .count = 1 },
			[13] = { .known = &knowns[37], .first = 89, .count = 1 },
			[14] = { .known = &knowns[38], .first = 90, .count = 1 },
			[15] = { .known = &knowns[38], .first = 90, .count = 1 },
		},
	},
	{
		.name = "nop-host-step",
		.why = "nop stepped by the host.",
		.text = "As the contract has it:\n"
			"  40001000  d503201f  nop\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,1f2003d51f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group gd=3",
		.first = 91, .count = 1,
		.on = {
			[4] = { .known = &knowns[39], .first = 92, .count = 1 },
			[5] = { .known = &knowns[39], .first = 92, .count = 1 },
			[6] = { .known = &knowns[40], .first = 93, .count = 1 },
			[7] = { .known = &knowns[40], .first = 93, .count = 1 },
			[12] = { .known = &knowns[39], .first = 92, .count = 1 },
			[13] = { .known = &knowns[39], .first = 92, .count = 1 },
			[14] = { .known = &knowns[40], .first = 93, .count = 1 },
			[15] = { .known = &knowns[40], .first = 93, .count = 1 },
		},
	},
	{
		.name = "nop-guest-step",
		.why = "nop stepped by the guest itself.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d503201f  nop\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,1f2003d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5",
		.first = 94, .count = 1,
		.on = {
			[6] = { .known = &knowns[41], .first = 95, .count = 1 },
			[7] = { .known = &knowns[41], .first = 95, .count = 1 },
			[14] = { .known = &knowns[41], .first = 95, .count = 1 },
			[15] = { .known = &knowns[41], .first = 95, .count = 1 },
		},
	},
	{
		.name = "nop-both-step",
		.why = "nop stepped by the guest itself and by the host.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d503201f  nop\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=40001000,1f2003d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5 group gd=3 group group gd=0",
		.first = 96, .count = 2,
		.on = {
			[4] = { .known = &knowns[31], .first = 98, .count = 1 },
			[5] = { .known = &knowns[31], .first = 98, .count = 1 },
			[6] = { .known = &knowns[41], .first = 99, .count = 1 },
			[7] = { .known = &knowns[41], .first = 99, .count = 1 },
			[12] = { .known = &knowns[31], .first = 98, .count = 1 },
			[13] = { .known = &knowns[31], .first = 98, .count = 1 },
			[14] = { .known = &knowns[41], .first = 99, .count = 1 },
			[15] = { .known = &knowns[41], .first = 99, .count = 1 },
		},
	},
	{
		.name = "nop-host-breakpoint",
		.why = "nop with a breakpoint of the host behind it, which is removed when it has hit.",
		.text = "As the contract has it:\n"
			"  40001000  d503201f  nop\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGBCR0=0x1e7, DBGBVR0=0x40001004\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,1f2003d51f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group "
			 "gd=20001,bvr0:40001004,bcr0:1e7 group gd=0",
		.first = 100, .count = 1,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[31], .first = 101, .count = 1 },
			[5] = { .known = &knowns[31], .first = 101, .count = 1 },
			[6] = { .known = &knowns[41], .first = 102, .count = 1 },
			[7] = { .known = &knowns[41], .first = 102, .count = 1 },
			[12] = { .known = &knowns[31], .first = 101, .count = 1 },
			[13] = { .known = &knowns[31], .first = 101, .count = 1 },
			[14] = { .known = &knowns[41], .first = 102, .count = 1 },
			[15] = { .known = &knowns[41], .first = 102, .count = 1 },
		},
	},
	{
		.name = "nop-guest-breakpoint",
		.why = "nop with a breakpoint of the guest's own behind it.",
		.text = "In PSTATE=0x1c5 (EL1h, AIF), MDSCR_EL1=0xa000 (KDE, MDE), DBGBCR0=0x1e7,\n"
			"DBGBVR0=0x40001004, the handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d503201f  nop\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,1f2003d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:a000,dbgbvr0_el1:40001004,dbgbcr0_el1:1e7,pstate:1c5",
		.first = 103, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[41], .first = 104, .count = 1 },
			[7] = { .known = &knowns[41], .first = 104, .count = 1 },
			[14] = { .known = &knowns[41], .first = 104, .count = 1 },
			[15] = { .known = &knowns[41], .first = 104, .count = 1 },
		},
	},
	{
		.name = "str-mmio-host-step",
		.why = "str stepped by the host.",
		.text = "As the contract has it:\n"
			"  40001000  f9000281  str x1, [mmio]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,810200f91f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group gd=3",
		.first = 105, .count = 1,
		.on = {
			[4] = { .known = &knowns[42], .first = 106, .count = 1 },
			[5] = { .known = &knowns[43], .first = 107, .count = 1 },
			[6] = { .known = &knowns[10], .first = 108, .count = 1 },
			[7] = { .known = &knowns[44], .first = 109, .count = 1 },
			[12] = { .known = &knowns[42], .first = 106, .count = 1 },
			[13] = { .known = &knowns[43], .first = 107, .count = 1 },
			[14] = { .known = &knowns[10], .first = 108, .count = 1 },
			[15] = { .known = &knowns[44], .first = 109, .count = 1 },
		},
	},
	{
		.name = "str-mmio-guest-step",
		.why = "str stepped by the guest itself.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  f9000281  str x1, [mmio]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,810200f91f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5",
		.first = 110, .count = 1,
		.on = {
			[6] = { .known = &knowns[45], .first = 111, .count = 1 },
			[7] = { .known = &knowns[45], .first = 111, .count = 1 },
			[14] = { .known = &knowns[45], .first = 111, .count = 1 },
			[15] = { .known = &knowns[45], .first = 111, .count = 1 },
		},
	},
	{
		.name = "str-mmio-both-step",
		.why = "str stepped by the guest itself and by the host.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  f9000281  str x1, [mmio]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=40001000,810200f91f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5 group gd=3 group group gd=0",
		.first = 112, .count = 2,
		.on = {
			[4] = { .known = &knowns[46], .first = 114, .count = 1 },
			[5] = { .known = &knowns[9], .first = 115, .count = 1 },
			[6] = { .known = &knowns[19], .first = 116, .count = 1 },
			[7] = { .known = &knowns[11], .first = 117, .count = 1 },
			[12] = { .known = &knowns[46], .first = 114, .count = 1 },
			[13] = { .known = &knowns[9], .first = 115, .count = 1 },
			[14] = { .known = &knowns[19], .first = 116, .count = 1 },
			[15] = { .known = &knowns[11], .first = 117, .count = 1 },
		},
	},
	{
		.name = "str-mmio-host-breakpoint",
		.why = "str with a breakpoint of the host behind it, which is removed when it has hit.",
		.text = "As the contract has it:\n"
			"  40001000  f9000281  str x1, [mmio]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGBCR0=0x1e7, DBGBVR0=0x40001004\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,810200f91f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group "
			 "gd=20001,bvr0:40001004,bcr0:1e7 group gd=0",
		.first = 118, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[13], .first = 119, .count = 1 },
			[7] = { .known = &knowns[13], .first = 119, .count = 1 },
			[14] = { .known = &knowns[13], .first = 119, .count = 1 },
			[15] = { .known = &knowns[13], .first = 119, .count = 1 },
		},
	},
	{
		.name = "str-mmio-guest-breakpoint",
		.why = "str with a breakpoint of the guest's own behind it.",
		.text = "In PSTATE=0x1c5 (EL1h, AIF), MDSCR_EL1=0xa000 (KDE, MDE), DBGBCR0=0x1e7,\n"
			"DBGBVR0=0x40001004, the handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  f9000281  str x1, [mmio]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,810200f91f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:a000,dbgbvr0_el1:40001004,dbgbcr0_el1:1e7,pstate:1c5",
		.first = 120, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[13], .first = 121, .count = 1 },
			[7] = { .known = &knowns[13], .first = 121, .count = 1 },
			[14] = { .known = &knowns[13], .first = 121, .count = 1 },
			[15] = { .known = &knowns[13], .first = 121, .count = 1 },
		},
	},
	{
		.name = "ldr-mmio-host-step",
		.why = "ldr stepped by the host.",
		.text = "As the contract has it:\n"
			"  40001000  f9400281  ldr x1, [mmio]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,810240f91f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group gd=3",
		.first = 122, .count = 1,
		.on = {
			[4] = { .known = &knowns[42], .first = 123, .count = 1 },
			[5] = { .known = &knowns[43], .first = 124, .count = 1 },
			[6] = { .known = &knowns[10], .first = 125, .count = 1 },
			[7] = { .known = &knowns[44], .first = 126, .count = 1 },
			[12] = { .known = &knowns[42], .first = 123, .count = 1 },
			[13] = { .known = &knowns[43], .first = 124, .count = 1 },
			[14] = { .known = &knowns[10], .first = 125, .count = 1 },
			[15] = { .known = &knowns[44], .first = 126, .count = 1 },
		},
	},
	{
		.name = "ldr-mmio-guest-step",
		.why = "ldr stepped by the guest itself.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  f9400281  ldr x1, [mmio]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,810240f91f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5",
		.first = 127, .count = 1,
		.on = {
			[6] = { .known = &knowns[30], .first = 128, .count = 1 },
			[7] = { .known = &knowns[30], .first = 128, .count = 1 },
			[14] = { .known = &knowns[30], .first = 128, .count = 1 },
			[15] = { .known = &knowns[30], .first = 128, .count = 1 },
		},
	},
	{
		.name = "ldr-mmio-both-step",
		.why = "ldr stepped by the guest itself and by the host.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  f9400281  ldr x1, [mmio]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=40001000,810240f91f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5 group gd=3 group group gd=0",
		.first = 129, .count = 2,
		.on = {
			[4] = { .known = &knowns[46], .first = 131, .count = 1 },
			[5] = { .known = &knowns[9], .first = 132, .count = 1 },
			[6] = { .known = &knowns[19], .first = 133, .count = 1 },
			[7] = { .known = &knowns[11], .first = 134, .count = 1 },
			[12] = { .known = &knowns[46], .first = 131, .count = 1 },
			[13] = { .known = &knowns[9], .first = 132, .count = 1 },
			[14] = { .known = &knowns[19], .first = 133, .count = 1 },
			[15] = { .known = &knowns[11], .first = 134, .count = 1 },
		},
	},
	{
		.name = "ldr-mmio-host-breakpoint",
		.why = "ldr with a breakpoint of the host behind it, which is removed when it has hit.",
		.text = "As the contract has it:\n"
			"  40001000  f9400281  ldr x1, [mmio]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGBCR0=0x1e7, DBGBVR0=0x40001004\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,810240f91f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group "
			 "gd=20001,bvr0:40001004,bcr0:1e7 group gd=0",
		.first = 135, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[2], .first = 136, .count = 1 },
			[7] = { .known = &knowns[2], .first = 136, .count = 1 },
			[14] = { .known = &knowns[2], .first = 136, .count = 1 },
			[15] = { .known = &knowns[2], .first = 136, .count = 1 },
		},
	},
	{
		.name = "ldr-mmio-guest-breakpoint",
		.why = "ldr with a breakpoint of the guest's own behind it.",
		.text = "In PSTATE=0x1c5 (EL1h, AIF), MDSCR_EL1=0xa000 (KDE, MDE), DBGBCR0=0x1e7,\n"
			"DBGBVR0=0x40001004, the handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  f9400281  ldr x1, [mmio]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,810240f91f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:a000,dbgbvr0_el1:40001004,dbgbcr0_el1:1e7,pstate:1c5",
		.first = 137, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[2], .first = 138, .count = 1 },
			[7] = { .known = &knowns[2], .first = 138, .count = 1 },
			[14] = { .known = &knowns[2], .first = 138, .count = 1 },
			[15] = { .known = &knowns[2], .first = 138, .count = 1 },
		},
	},
	{
		.name = "str-coalesced-host-step",
		.why = "str stepped by the host.",
		.text = "As the contract has it:\n"
			"  40001000  f9000241  str x1, [coalesced]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,410200f91f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group gd=3",
		.first = 91, .count = 1,
		.on = {
			[4] = { .known = &knowns[8], .first = 92, .count = 1 },
			[5] = { .known = &knowns[47], .first = 139, .count = 1 },
			[6] = { .known = &knowns[48], .first = 140, .count = 1 },
			[7] = { .known = &knowns[49], .first = 141, .count = 1 },
			[12] = { .known = &knowns[8], .first = 92, .count = 1 },
			[13] = { .known = &knowns[47], .first = 139, .count = 1 },
			[14] = { .known = &knowns[48], .first = 140, .count = 1 },
			[15] = { .known = &knowns[49], .first = 141, .count = 1 },
		},
	},
	{
		.name = "str-coalesced-guest-step",
		.why = "str stepped by the guest itself.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  f9000241  str x1, [coalesced]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,410200f91f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5",
		.first = 94, .count = 1,
		.on = {
			[6] = { .known = &knowns[45], .first = 142, .count = 1 },
			[7] = { .known = &knowns[45], .first = 142, .count = 1 },
			[14] = { .known = &knowns[45], .first = 142, .count = 1 },
			[15] = { .known = &knowns[45], .first = 142, .count = 1 },
		},
	},
	{
		.name = "str-coalesced-both-step",
		.why = "str stepped by the guest itself and by the host.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  f9000241  str x1, [coalesced]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=40001000,410200f91f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5 group gd=3 group group gd=0",
		.first = 96, .count = 2,
		.on = {
			[4] = { .known = &knowns[46], .first = 98, .count = 1 },
			[5] = { .known = &knowns[47], .first = 143, .count = 1 },
			[6] = { .known = &knowns[34], .first = 144, .count = 1 },
			[7] = { .known = &knowns[49], .first = 145, .count = 1 },
			[12] = { .known = &knowns[46], .first = 98, .count = 1 },
			[13] = { .known = &knowns[47], .first = 143, .count = 1 },
			[14] = { .known = &knowns[34], .first = 144, .count = 1 },
			[15] = { .known = &knowns[49], .first = 145, .count = 1 },
		},
	},
	{
		.name = "str-coalesced-host-breakpoint",
		.why = "str with a breakpoint of the host behind it, which is removed when it has hit.",
		.text = "As the contract has it:\n"
			"  40001000  f9000241  str x1, [coalesced]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGBCR0=0x1e7, DBGBVR0=0x40001004\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,410200f91f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group "
			 "gd=20001,bvr0:40001004,bcr0:1e7 group gd=0",
		.first = 100, .count = 1,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[31], .first = 101, .count = 1 },
			[5] = { .known = &knowns[31], .first = 101, .count = 1 },
			[6] = { .known = &knowns[41], .first = 102, .count = 1 },
			[7] = { .known = &knowns[41], .first = 102, .count = 1 },
			[12] = { .known = &knowns[31], .first = 101, .count = 1 },
			[13] = { .known = &knowns[31], .first = 101, .count = 1 },
			[14] = { .known = &knowns[41], .first = 102, .count = 1 },
			[15] = { .known = &knowns[41], .first = 102, .count = 1 },
		},
	},
	{
		.name = "str-coalesced-guest-breakpoint",
		.why = "str with a breakpoint of the guest's own behind it.",
		.text = "In PSTATE=0x1c5 (EL1h, AIF), MDSCR_EL1=0xa000 (KDE, MDE), DBGBCR0=0x1e7,\n"
			"DBGBVR0=0x40001004, the handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  f9000241  str x1, [coalesced]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,410200f91f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:a000,dbgbvr0_el1:40001004,dbgbcr0_el1:1e7,pstate:1c5",
		.first = 103, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[41], .first = 104, .count = 1 },
			[7] = { .known = &knowns[41], .first = 104, .count = 1 },
			[14] = { .known = &knowns[41], .first = 104, .count = 1 },
			[15] = { .known = &knowns[41], .first = 104, .count = 1 },
		},
	},
	{
		.name = "str-data-host-step",
		.why = "str stepped by the host.",
		.text = "As the contract has it:\n"
			"  40001000  f9000261  str x1, [data]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,610200f91f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group gd=3",
		.first = 91, .count = 1,
		.on = {
			[4] = { .known = &knowns[39], .first = 92, .count = 1 },
			[5] = { .known = &knowns[39], .first = 92, .count = 1 },
			[6] = { .known = &knowns[40], .first = 93, .count = 1 },
			[7] = { .known = &knowns[40], .first = 93, .count = 1 },
			[12] = { .known = &knowns[39], .first = 92, .count = 1 },
			[13] = { .known = &knowns[39], .first = 92, .count = 1 },
			[14] = { .known = &knowns[40], .first = 93, .count = 1 },
			[15] = { .known = &knowns[40], .first = 93, .count = 1 },
		},
	},
	{
		.name = "str-data-guest-step",
		.why = "str stepped by the guest itself.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  f9000261  str x1, [data]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,610200f91f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5",
		.first = 94, .count = 1,
		.on = {
			[6] = { .known = &knowns[41], .first = 95, .count = 1 },
			[7] = { .known = &knowns[41], .first = 95, .count = 1 },
			[14] = { .known = &knowns[41], .first = 95, .count = 1 },
			[15] = { .known = &knowns[41], .first = 95, .count = 1 },
		},
	},
	{
		.name = "str-data-both-step",
		.why = "str stepped by the guest itself and by the host.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  f9000261  str x1, [data]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=40001000,610200f91f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5 group gd=3 group group gd=0",
		.first = 96, .count = 2,
		.on = {
			[4] = { .known = &knowns[31], .first = 98, .count = 1 },
			[5] = { .known = &knowns[31], .first = 98, .count = 1 },
			[6] = { .known = &knowns[41], .first = 99, .count = 1 },
			[7] = { .known = &knowns[41], .first = 99, .count = 1 },
			[12] = { .known = &knowns[31], .first = 98, .count = 1 },
			[13] = { .known = &knowns[31], .first = 98, .count = 1 },
			[14] = { .known = &knowns[41], .first = 99, .count = 1 },
			[15] = { .known = &knowns[41], .first = 99, .count = 1 },
		},
	},
	{
		.name = "str-data-host-breakpoint",
		.why = "str with a breakpoint of the host behind it, which is removed when it has hit.",
		.text = "As the contract has it:\n"
			"  40001000  f9000261  str x1, [data]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGBCR0=0x1e7, DBGBVR0=0x40001004\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,610200f91f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group "
			 "gd=20001,bvr0:40001004,bcr0:1e7 group gd=0",
		.first = 100, .count = 1,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[31], .first = 101, .count = 1 },
			[5] = { .known = &knowns[31], .first = 101, .count = 1 },
			[6] = { .known = &knowns[41], .first = 102, .count = 1 },
			[7] = { .known = &knowns[41], .first = 102, .count = 1 },
			[12] = { .known = &knowns[31], .first = 101, .count = 1 },
			[13] = { .known = &knowns[31], .first = 101, .count = 1 },
			[14] = { .known = &knowns[41], .first = 102, .count = 1 },
			[15] = { .known = &knowns[41], .first = 102, .count = 1 },
		},
	},
	{
		.name = "str-data-guest-breakpoint",
		.why = "str with a breakpoint of the guest's own behind it.",
		.text = "In PSTATE=0x1c5 (EL1h, AIF), MDSCR_EL1=0xa000 (KDE, MDE), DBGBCR0=0x1e7,\n"
			"DBGBVR0=0x40001004, the handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  f9000261  str x1, [data]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,610200f91f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:a000,dbgbvr0_el1:40001004,dbgbcr0_el1:1e7,pstate:1c5",
		.first = 103, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[41], .first = 104, .count = 1 },
			[7] = { .known = &knowns[41], .first = 104, .count = 1 },
			[14] = { .known = &knowns[41], .first = 104, .count = 1 },
			[15] = { .known = &knowns[41], .first = 104, .count = 1 },
		},
	},
	{
		.name = "ldr-data-host-step",
		.why = "ldr stepped by the host.",
		.text = "As the contract has it:\n"
			"  40001000  b8400a62  ldtr w2, [data]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,620a40b81f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group gd=3",
		.first = 91, .count = 1,
		.on = {
			[4] = { .known = &knowns[39], .first = 92, .count = 1 },
			[5] = { .known = &knowns[39], .first = 92, .count = 1 },
			[6] = { .known = &knowns[40], .first = 93, .count = 1 },
			[7] = { .known = &knowns[40], .first = 93, .count = 1 },
			[12] = { .known = &knowns[39], .first = 92, .count = 1 },
			[13] = { .known = &knowns[39], .first = 92, .count = 1 },
			[14] = { .known = &knowns[40], .first = 93, .count = 1 },
			[15] = { .known = &knowns[40], .first = 93, .count = 1 },
		},
	},
	{
		.name = "ldr-data-guest-step",
		.why = "ldr stepped by the guest itself.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  b8400a62  ldtr w2, [data]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,620a40b81f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5",
		.first = 94, .count = 1,
		.on = {
			[6] = { .known = &knowns[41], .first = 95, .count = 1 },
			[7] = { .known = &knowns[41], .first = 95, .count = 1 },
			[14] = { .known = &knowns[41], .first = 95, .count = 1 },
			[15] = { .known = &knowns[41], .first = 95, .count = 1 },
		},
	},
	{
		.name = "ldr-data-both-step",
		.why = "ldr stepped by the guest itself and by the host.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  b8400a62  ldtr w2, [data]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=40001000,620a40b81f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5 group gd=3 group group gd=0",
		.first = 96, .count = 2,
		.on = {
			[4] = { .known = &knowns[31], .first = 98, .count = 1 },
			[5] = { .known = &knowns[31], .first = 98, .count = 1 },
			[6] = { .known = &knowns[41], .first = 99, .count = 1 },
			[7] = { .known = &knowns[41], .first = 99, .count = 1 },
			[12] = { .known = &knowns[31], .first = 98, .count = 1 },
			[13] = { .known = &knowns[31], .first = 98, .count = 1 },
			[14] = { .known = &knowns[41], .first = 99, .count = 1 },
			[15] = { .known = &knowns[41], .first = 99, .count = 1 },
		},
	},
	{
		.name = "ldr-data-host-breakpoint",
		.why = "ldr with a breakpoint of the host behind it, which is removed when it has hit.",
		.text = "As the contract has it:\n"
			"  40001000  b8400a62  ldtr w2, [data]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGBCR0=0x1e7, DBGBVR0=0x40001004\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,620a40b81f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group "
			 "gd=20001,bvr0:40001004,bcr0:1e7 group gd=0",
		.first = 100, .count = 1,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[31], .first = 101, .count = 1 },
			[5] = { .known = &knowns[31], .first = 101, .count = 1 },
			[6] = { .known = &knowns[41], .first = 102, .count = 1 },
			[7] = { .known = &knowns[41], .first = 102, .count = 1 },
			[12] = { .known = &knowns[31], .first = 101, .count = 1 },
			[13] = { .known = &knowns[31], .first = 101, .count = 1 },
			[14] = { .known = &knowns[41], .first = 102, .count = 1 },
			[15] = { .known = &knowns[41], .first = 102, .count = 1 },
		},
	},
	{
		.name = "ldr-data-guest-breakpoint",
		.why = "ldr with a breakpoint of the guest's own behind it.",
		.text = "In PSTATE=0x1c5 (EL1h, AIF), MDSCR_EL1=0xa000 (KDE, MDE), DBGBCR0=0x1e7,\n"
			"DBGBVR0=0x40001004, the handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  b8400a62  ldtr w2, [data]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,620a40b81f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:a000,dbgbvr0_el1:40001004,dbgbcr0_el1:1e7,pstate:1c5",
		.first = 103, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[41], .first = 104, .count = 1 },
			[7] = { .known = &knowns[41], .first = 104, .count = 1 },
			[14] = { .known = &knowns[41], .first = 104, .count = 1 },
			[15] = { .known = &knowns[41], .first = 104, .count = 1 },
		},
	},
	{
		.name = "ldxr-host-step",
		.why = "ldxr stepped by the host.",
		.text = "As the contract has it:\n"
			"  40001000  c85f7e61  ldxr x1, [data]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,617e5fc81f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group gd=3",
		.first = 91, .count = 1,
		.on = {
			[4] = { .known = &knowns[39], .first = 92, .count = 1 },
			[5] = { .known = &knowns[39], .first = 92, .count = 1 },
			[6] = { .known = &knowns[40], .first = 93, .count = 1 },
			[7] = { .known = &knowns[40], .first = 93, .count = 1 },
			[12] = { .known = &knowns[39], .first = 92, .count = 1 },
			[13] = { .known = &knowns[39], .first = 92, .count = 1 },
			[14] = { .known = &knowns[40], .first = 93, .count = 1 },
			[15] = { .known = &knowns[40], .first = 93, .count = 1 },
		},
	},
	{
		.name = "ldxr-guest-step",
		.why = "ldxr stepped by the guest itself.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  c85f7e61  ldxr x1, [data]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,617e5fc81f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5",
		.first = 94, .count = 1,
		.on = {
			[6] = { .known = &knowns[41], .first = 95, .count = 1 },
			[7] = { .known = &knowns[41], .first = 95, .count = 1 },
			[14] = { .known = &knowns[41], .first = 95, .count = 1 },
			[15] = { .known = &knowns[41], .first = 95, .count = 1 },
		},
	},
	{
		.name = "ldxr-both-step",
		.why = "ldxr stepped by the guest itself and by the host.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  c85f7e61  ldxr x1, [data]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=40001000,617e5fc81f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5 group gd=3 group group gd=0",
		.first = 96, .count = 2,
		.on = {
			[4] = { .known = &knowns[31], .first = 98, .count = 1 },
			[5] = { .known = &knowns[31], .first = 98, .count = 1 },
			[6] = { .known = &knowns[41], .first = 99, .count = 1 },
			[7] = { .known = &knowns[41], .first = 99, .count = 1 },
			[12] = { .known = &knowns[31], .first = 98, .count = 1 },
			[13] = { .known = &knowns[31], .first = 98, .count = 1 },
			[14] = { .known = &knowns[41], .first = 99, .count = 1 },
			[15] = { .known = &knowns[41], .first = 99, .count = 1 },
		},
	},
	{
		.name = "ldxr-host-breakpoint",
		.why = "ldxr with a breakpoint of the host behind it, which is removed when it has hit.",
		.text = "As the contract has it:\n"
			"  40001000  c85f7e61  ldxr x1, [data]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGBCR0=0x1e7, DBGBVR0=0x40001004\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,617e5fc81f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group "
			 "gd=20001,bvr0:40001004,bcr0:1e7 group gd=0",
		.first = 100, .count = 1,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[31], .first = 101, .count = 1 },
			[5] = { .known = &knowns[31], .first = 101, .count = 1 },
			[6] = { .known = &knowns[41], .first = 102, .count = 1 },
			[7] = { .known = &knowns[41], .first = 102, .count = 1 },
			[12] = { .known = &knowns[31], .first = 101, .count = 1 },
			[13] = { .known = &knowns[31], .first = 101, .count = 1 },
			[14] = { .known = &knowns[41], .first = 102, .count = 1 },
			[15] = { .known = &knowns[41], .first = 102, .count = 1 },
		},
	},
	{
		.name = "ldxr-guest-breakpoint",
		.why = "ldxr with a breakpoint of the guest's own behind it.",
		.text = "In PSTATE=0x1c5 (EL1h, AIF), MDSCR_EL1=0xa000 (KDE, MDE), DBGBCR0=0x1e7,\n"
			"DBGBVR0=0x40001004, the handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  c85f7e61  ldxr x1, [data]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,617e5fc81f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:a000,dbgbvr0_el1:40001004,dbgbcr0_el1:1e7,pstate:1c5",
		.first = 103, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[41], .first = 104, .count = 1 },
			[7] = { .known = &knowns[41], .first = 104, .count = 1 },
			[14] = { .known = &knowns[41], .first = 104, .count = 1 },
			[15] = { .known = &knowns[41], .first = 104, .count = 1 },
		},
	},
	{
		.name = "stxr-host-step",
		.why = "stxr stepped by the host.",
		.text = "As the contract has it:\n"
			"  40001000  c8027e61  stxr w2, x1, [data]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,617e02c81f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group gd=3",
		.first = 146, .count = 1,
		.on = {
			[4] = { .known = &knowns[39], .first = 147, .count = 1 },
			[5] = { .known = &knowns[39], .first = 147, .count = 1 },
			[6] = { .known = &knowns[40], .first = 148, .count = 1 },
			[7] = { .known = &knowns[40], .first = 148, .count = 1 },
			[12] = { .known = &knowns[39], .first = 147, .count = 1 },
			[13] = { .known = &knowns[39], .first = 147, .count = 1 },
			[14] = { .known = &knowns[40], .first = 148, .count = 1 },
			[15] = { .known = &knowns[40], .first = 148, .count = 1 },
		},
	},
	{
		.name = "stxr-guest-step",
		.why = "stxr stepped by the guest itself.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  c8027e61  stxr w2, x1, [data]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,617e02c81f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5",
		.first = 149, .count = 1,
		.on = {
			[6] = { .known = &knowns[41], .first = 150, .count = 1 },
			[7] = { .known = &knowns[41], .first = 150, .count = 1 },
			[14] = { .known = &knowns[41], .first = 150, .count = 1 },
			[15] = { .known = &knowns[41], .first = 150, .count = 1 },
		},
	},
	{
		.name = "stxr-both-step",
		.why = "stxr stepped by the guest itself and by the host.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  c8027e61  stxr w2, x1, [data]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=40001000,617e02c81f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5 group gd=3 group group gd=0",
		.first = 151, .count = 2,
		.on = {
			[4] = { .known = &knowns[31], .first = 153, .count = 1 },
			[5] = { .known = &knowns[31], .first = 153, .count = 1 },
			[6] = { .known = &knowns[41], .first = 154, .count = 1 },
			[7] = { .known = &knowns[41], .first = 154, .count = 1 },
			[12] = { .known = &knowns[31], .first = 153, .count = 1 },
			[13] = { .known = &knowns[31], .first = 153, .count = 1 },
			[14] = { .known = &knowns[41], .first = 154, .count = 1 },
			[15] = { .known = &knowns[41], .first = 154, .count = 1 },
		},
	},
	{
		.name = "stxr-host-breakpoint",
		.why = "stxr with a breakpoint of the host behind it, which is removed when it has hit.",
		.text = "As the contract has it:\n"
			"  40001000  c8027e61  stxr w2, x1, [data]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGBCR0=0x1e7, DBGBVR0=0x40001004\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,617e02c81f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group "
			 "gd=20001,bvr0:40001004,bcr0:1e7 group gd=0",
		.first = 155, .count = 1,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[31], .first = 156, .count = 1 },
			[5] = { .known = &knowns[31], .first = 156, .count = 1 },
			[6] = { .known = &knowns[41], .first = 157, .count = 1 },
			[7] = { .known = &knowns[41], .first = 157, .count = 1 },
			[12] = { .known = &knowns[31], .first = 156, .count = 1 },
			[13] = { .known = &knowns[31], .first = 156, .count = 1 },
			[14] = { .known = &knowns[41], .first = 157, .count = 1 },
			[15] = { .known = &knowns[41], .first = 157, .count = 1 },
		},
	},
	{
		.name = "stxr-guest-breakpoint",
		.why = "stxr with a breakpoint of the guest's own behind it.",
		.text = "In PSTATE=0x1c5 (EL1h, AIF), MDSCR_EL1=0xa000 (KDE, MDE), DBGBCR0=0x1e7,\n"
			"DBGBVR0=0x40001004, the handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  c8027e61  stxr w2, x1, [data]\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,617e02c81f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:a000,dbgbvr0_el1:40001004,dbgbcr0_el1:1e7,pstate:1c5",
		.first = 158, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[41], .first = 159, .count = 1 },
			[7] = { .known = &knowns[41], .first = 159, .count = 1 },
			[14] = { .known = &knowns[41], .first = 159, .count = 1 },
			[15] = { .known = &knowns[41], .first = 159, .count = 1 },
		},
	},
	{
		.name = "mrs-mdscr-el1-host-step",
		.why = "mrs stepped by the host.",
		.text = "As the contract has it:\n"
			"  40001000  d5300242  mrs x2, mdscr_el1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,420230d51f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group gd=3",
		.first = 91, .count = 1,
		.on = {
			[4] = { .known = &knowns[8], .first = 92, .count = 1 },
			[5] = { .known = &knowns[50], .first = 139, .count = 1 },
			[6] = { .known = &knowns[48], .first = 140, .count = 1 },
			[7] = { .known = &knowns[51], .first = 141, .count = 1 },
			[12] = { .known = &knowns[8], .first = 92, .count = 1 },
			[13] = { .known = &knowns[50], .first = 139, .count = 1 },
			[14] = { .known = &knowns[48], .first = 140, .count = 1 },
			[15] = { .known = &knowns[51], .first = 141, .count = 1 },
		},
	},
	{
		.name = "mrs-mdscr-el1-guest-step",
		.why = "mrs stepped by the guest itself.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d5300242  mrs x2, mdscr_el1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,420230d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5",
		.first = 160, .count = 1,
		.on = {
			[6] = { .known = &knowns[52], .first = 161, .count = 1 },
			[7] = { .known = &knowns[52], .first = 161, .count = 1 },
			[14] = { .known = &knowns[52], .first = 161, .count = 1 },
			[15] = { .known = &knowns[52], .first = 161, .count = 1 },
		},
	},
	{
		.name = "mrs-mdscr-el1-both-step",
		.why = "mrs stepped by the guest itself and by the host.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d5300242  mrs x2, mdscr_el1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=40001000,420230d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5 group gd=3 group group gd=0",
		.first = 162, .count = 2,
		.on = {
			[4] = { .known = &knowns[46], .first = 164, .count = 1 },
			[5] = { .known = &knowns[50], .first = 165, .count = 1 },
			[6] = { .known = &knowns[34], .first = 166, .count = 1 },
			[7] = { .known = &knowns[51], .first = 167, .count = 1 },
			[12] = { .known = &knowns[46], .first = 164, .count = 1 },
			[13] = { .known = &knowns[50], .first = 165, .count = 1 },
			[14] = { .known = &knowns[34], .first = 166, .count = 1 },
			[15] = { .known = &knowns[51], .first = 167, .count = 1 },
		},
	},
	{
		.name = "mrs-mdscr-el1-host-breakpoint",
		.why = "mrs with a breakpoint of the host behind it, which is removed when it has hit.",
		.text = "As the contract has it:\n"
			"  40001000  d5300242  mrs x2, mdscr_el1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGBCR0=0x1e7, DBGBVR0=0x40001004\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,420230d51f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group "
			 "gd=20001,bvr0:40001004,bcr0:1e7 group gd=0",
		.first = 100, .count = 1,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[31], .first = 101, .count = 1 },
			[5] = { .known = &knowns[31], .first = 101, .count = 1 },
			[6] = { .known = &knowns[41], .first = 102, .count = 1 },
			[7] = { .known = &knowns[41], .first = 102, .count = 1 },
			[12] = { .known = &knowns[31], .first = 101, .count = 1 },
			[13] = { .known = &knowns[31], .first = 101, .count = 1 },
			[14] = { .known = &knowns[41], .first = 102, .count = 1 },
			[15] = { .known = &knowns[41], .first = 102, .count = 1 },
		},
	},
	{
		.name = "mrs-mdscr-el1-guest-breakpoint",
		.why = "mrs with a breakpoint of the guest's own behind it.",
		.text = "In PSTATE=0x1c5 (EL1h, AIF), MDSCR_EL1=0xa000 (KDE, MDE), DBGBCR0=0x1e7,\n"
			"DBGBVR0=0x40001004, the handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d5300242  mrs x2, mdscr_el1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,420230d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:a000,dbgbvr0_el1:40001004,dbgbcr0_el1:1e7,pstate:1c5",
		.first = 168, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[41], .first = 169, .count = 1 },
			[7] = { .known = &knowns[41], .first = 169, .count = 1 },
			[14] = { .known = &knowns[41], .first = 169, .count = 1 },
			[15] = { .known = &knowns[41], .first = 169, .count = 1 },
		},
	},
	{
		.name = "msr-mdscr-el1-host-step",
		.why = "msr stepped by the host.",
		.text = "As the contract has it:\n"
			"  40001000  d5100241  msr mdscr_el1, x1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,410210d51f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group gd=3",
		.first = 91, .count = 1,
		.on = {
			[4] = { .known = &knowns[8], .first = 92, .count = 1 },
			[5] = { .known = &knowns[53], .first = 139, .count = 1 },
			[6] = { .known = &knowns[48], .first = 140, .count = 1 },
			[7] = { .known = &knowns[54], .first = 141, .count = 1 },
			[12] = { .known = &knowns[8], .first = 92, .count = 1 },
			[13] = { .known = &knowns[53], .first = 139, .count = 1 },
			[14] = { .known = &knowns[48], .first = 140, .count = 1 },
			[15] = { .known = &knowns[54], .first = 141, .count = 1 },
		},
	},
	{
		.name = "msr-mdscr-el1-guest-step",
		.why = "msr stepped by the guest itself.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d5100241  msr mdscr_el1, x1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,410210d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5",
		.first = 170, .count = 1,
		.on = {
			[0] = { .skip = skip_0 },
			[1] = { .skip = skip_0 },
			[6] = { .known = &knowns[41], .first = 171, .count = 1 },
			[7] = { .known = &knowns[41], .first = 171, .count = 1 },
			[8] = { .known = &knowns[55], .first = 172, .count = 1 },
			[9] = { .known = &knowns[55], .first = 172, .count = 1 },
			[14] = { .known = &knowns[41], .first = 171, .count = 1 },
			[15] = { .known = &knowns[41], .first = 171, .count = 1 },
		},
	},
	{
		.name = "msr-mdscr-el1-both-step",
		.why = "msr stepped by the guest itself and by the host.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d5100241  msr mdscr_el1, x1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=40001000,410210d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5 group gd=3 group group gd=0",
		.first = 173, .count = 2,
		.on = {
			[4] = { .known = &knowns[46], .first = 175, .count = 1 },
			[5] = { .known = &knowns[53], .first = 176, .count = 1 },
			[6] = { .known = &knowns[34], .first = 177, .count = 1 },
			[7] = { .known = &knowns[54], .first = 178, .count = 1 },
			[12] = { .known = &knowns[46], .first = 175, .count = 1 },
			[13] = { .known = &knowns[53], .first = 176, .count = 1 },
			[14] = { .known = &knowns[34], .first = 177, .count = 1 },
			[15] = { .known = &knowns[54], .first = 178, .count = 1 },
		},
	},
	{
		.name = "msr-mdscr-el1-host-breakpoint",
		.why = "msr with a breakpoint of the host behind it, which is removed when it has hit.",
		.text = "As the contract has it:\n"
			"  40001000  d5100241  msr mdscr_el1, x1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGBCR0=0x1e7, DBGBVR0=0x40001004\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,410210d51f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group "
			 "gd=20001,bvr0:40001004,bcr0:1e7 group gd=0",
		.first = 100, .count = 1,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[31], .first = 101, .count = 1 },
			[5] = { .known = &knowns[31], .first = 101, .count = 1 },
			[6] = { .known = &knowns[41], .first = 102, .count = 1 },
			[7] = { .known = &knowns[41], .first = 102, .count = 1 },
			[12] = { .known = &knowns[31], .first = 101, .count = 1 },
			[13] = { .known = &knowns[31], .first = 101, .count = 1 },
			[14] = { .known = &knowns[41], .first = 102, .count = 1 },
			[15] = { .known = &knowns[41], .first = 102, .count = 1 },
		},
	},
	{
		.name = "msr-mdscr-el1-guest-breakpoint",
		.why = "msr with a breakpoint of the guest's own behind it.",
		.text = "In PSTATE=0x1c5 (EL1h, AIF), MDSCR_EL1=0xa000 (KDE, MDE), DBGBCR0=0x1e7,\n"
			"DBGBVR0=0x40001004, the handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d5100241  msr mdscr_el1, x1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,410210d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:a000,dbgbvr0_el1:40001004,dbgbcr0_el1:1e7,pstate:1c5",
		.first = 179, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[41], .first = 180, .count = 1 },
			[7] = { .known = &knowns[41], .first = 180, .count = 1 },
			[14] = { .known = &knowns[41], .first = 180, .count = 1 },
			[15] = { .known = &knowns[41], .first = 180, .count = 1 },
		},
	},
	{
		.name = "mrs-dbgbvr3-el1-host-step",
		.why = "mrs stepped by the host.",
		.text = "As the contract has it:\n"
			"  40001000  d5300382  mrs x2, dbgbvr3_el1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,820330d51f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group gd=3",
		.first = 91, .count = 1,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[8], .first = 92, .count = 1 },
			[5] = { .known = &knowns[50], .first = 139, .count = 1 },
			[6] = { .known = &knowns[48], .first = 140, .count = 1 },
			[7] = { .known = &knowns[51], .first = 141, .count = 1 },
			[12] = { .known = &knowns[8], .first = 92, .count = 1 },
			[13] = { .known = &knowns[50], .first = 139, .count = 1 },
			[14] = { .known = &knowns[48], .first = 140, .count = 1 },
			[15] = { .known = &knowns[51], .first = 141, .count = 1 },
		},
	},
	{
		.name = "mrs-dbgbvr3-el1-guest-step",
		.why = "mrs stepped by the guest itself.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d5300382  mrs x2, dbgbvr3_el1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,820330d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5",
		.first = 94, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[52], .first = 142, .count = 1 },
			[7] = { .known = &knowns[52], .first = 142, .count = 1 },
			[14] = { .known = &knowns[52], .first = 142, .count = 1 },
			[15] = { .known = &knowns[52], .first = 142, .count = 1 },
		},
	},
	{
		.name = "mrs-dbgbvr3-el1-both-step",
		.why = "mrs stepped by the guest itself and by the host.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d5300382  mrs x2, dbgbvr3_el1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=40001000,820330d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5 group gd=3 group group gd=0",
		.first = 96, .count = 2,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[46], .first = 98, .count = 1 },
			[5] = { .known = &knowns[50], .first = 143, .count = 1 },
			[6] = { .known = &knowns[34], .first = 144, .count = 1 },
			[7] = { .known = &knowns[51], .first = 145, .count = 1 },
			[12] = { .known = &knowns[46], .first = 98, .count = 1 },
			[13] = { .known = &knowns[50], .first = 143, .count = 1 },
			[14] = { .known = &knowns[34], .first = 144, .count = 1 },
			[15] = { .known = &knowns[51], .first = 145, .count = 1 },
		},
	},
	{
		.name = "mrs-dbgbvr3-el1-host-breakpoint",
		.why = "mrs with a breakpoint of the host behind it, which is removed when it has hit.",
		.text = "As the contract has it:\n"
			"  40001000  d5300382  mrs x2, dbgbvr3_el1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGBCR0=0x1e7, DBGBVR0=0x40001004\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,820330d51f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group "
			 "gd=20001,bvr0:40001004,bcr0:1e7 group gd=0",
		.first = 100, .count = 1,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[31], .first = 101, .count = 1 },
			[5] = { .known = &knowns[31], .first = 101, .count = 1 },
			[6] = { .known = &knowns[41], .first = 102, .count = 1 },
			[7] = { .known = &knowns[41], .first = 102, .count = 1 },
			[12] = { .known = &knowns[31], .first = 101, .count = 1 },
			[13] = { .known = &knowns[31], .first = 101, .count = 1 },
			[14] = { .known = &knowns[41], .first = 102, .count = 1 },
			[15] = { .known = &knowns[41], .first = 102, .count = 1 },
		},
	},
	{
		.name = "mrs-dbgbvr3-el1-guest-breakpoint",
		.why = "mrs with a breakpoint of the guest's own behind it.",
		.text = "In PSTATE=0x1c5 (EL1h, AIF), MDSCR_EL1=0xa000 (KDE, MDE), DBGBCR0=0x1e7,\n"
			"DBGBVR0=0x40001004, the handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d5300382  mrs x2, dbgbvr3_el1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,820330d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:a000,dbgbvr0_el1:40001004,dbgbcr0_el1:1e7,pstate:1c5",
		.first = 103, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[41], .first = 104, .count = 1 },
			[7] = { .known = &knowns[41], .first = 104, .count = 1 },
			[14] = { .known = &knowns[41], .first = 104, .count = 1 },
			[15] = { .known = &knowns[41], .first = 104, .count = 1 },
		},
	},
	{
		.name = "msr-dbgbvr3-el1-host-step",
		.why = "msr stepped by the host.",
		.text = "As the contract has it:\n"
			"  40001000  d5100381  msr dbgbvr3_el1, x1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,810310d51f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group gd=3",
		.first = 91, .count = 1,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[8], .first = 92, .count = 1 },
			[5] = { .known = &knowns[53], .first = 139, .count = 1 },
			[6] = { .known = &knowns[48], .first = 140, .count = 1 },
			[7] = { .known = &knowns[54], .first = 141, .count = 1 },
			[12] = { .known = &knowns[8], .first = 92, .count = 1 },
			[13] = { .known = &knowns[53], .first = 139, .count = 1 },
			[14] = { .known = &knowns[48], .first = 140, .count = 1 },
			[15] = { .known = &knowns[54], .first = 141, .count = 1 },
		},
	},
	{
		.name = "msr-dbgbvr3-el1-guest-step",
		.why = "msr stepped by the guest itself.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d5100381  msr dbgbvr3_el1, x1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,810310d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5",
		.first = 94, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[41], .first = 142, .count = 1 },
			[7] = { .known = &knowns[41], .first = 142, .count = 1 },
			[14] = { .known = &knowns[41], .first = 142, .count = 1 },
			[15] = { .known = &knowns[41], .first = 142, .count = 1 },
		},
	},
	{
		.name = "msr-dbgbvr3-el1-both-step",
		.why = "msr stepped by the guest itself and by the host.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d5100381  msr dbgbvr3_el1, x1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=40001000,810310d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5 group gd=3 group group gd=0",
		.first = 96, .count = 2,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[46], .first = 98, .count = 1 },
			[5] = { .known = &knowns[53], .first = 143, .count = 1 },
			[6] = { .known = &knowns[34], .first = 144, .count = 1 },
			[7] = { .known = &knowns[54], .first = 145, .count = 1 },
			[12] = { .known = &knowns[46], .first = 98, .count = 1 },
			[13] = { .known = &knowns[53], .first = 143, .count = 1 },
			[14] = { .known = &knowns[34], .first = 144, .count = 1 },
			[15] = { .known = &knowns[54], .first = 145, .count = 1 },
		},
	},
	{
		.name = "msr-dbgbvr3-el1-host-breakpoint",
		.why = "msr with a breakpoint of the host behind it, which is removed when it has hit.",
		.text = "As the contract has it:\n"
			"  40001000  d5100381  msr dbgbvr3_el1, x1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGBCR0=0x1e7, DBGBVR0=0x40001004\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,810310d51f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group "
			 "gd=20001,bvr0:40001004,bcr0:1e7 group gd=0",
		.first = 100, .count = 1,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[31], .first = 101, .count = 1 },
			[5] = { .known = &knowns[31], .first = 101, .count = 1 },
			[6] = { .known = &knowns[41], .first = 102, .count = 1 },
			[7] = { .known = &knowns[41], .first = 102, .count = 1 },
			[12] = { .known = &knowns[31], .first = 101, .count = 1 },
			[13] = { .known = &knowns[31], .first = 101, .count = 1 },
			[14] = { .known = &knowns[41], .first = 102, .count = 1 },
			[15] = { .known = &knowns[41], .first = 102, .count = 1 },
		},
	},
	{
		.name = "msr-dbgbvr3-el1-guest-breakpoint",
		.why = "msr with a breakpoint of the guest's own behind it.",
		.text = "In PSTATE=0x1c5 (EL1h, AIF), MDSCR_EL1=0xa000 (KDE, MDE), DBGBCR0=0x1e7,\n"
			"DBGBVR0=0x40001004, the handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d5100381  msr dbgbvr3_el1, x1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,810310d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:a000,dbgbvr0_el1:40001004,dbgbcr0_el1:1e7,pstate:1c5",
		.first = 103, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[41], .first = 104, .count = 1 },
			[7] = { .known = &knowns[41], .first = 104, .count = 1 },
			[14] = { .known = &knowns[41], .first = 104, .count = 1 },
			[15] = { .known = &knowns[41], .first = 104, .count = 1 },
		},
	},
	{
		.name = "msr-oslar-el1-host-step",
		.why = "msr stepped by the host.",
		.text = "As the contract has it:\n"
			"  40001000  d5101081  msr oslar_el1, x1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,811010d51f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group gd=3",
		.first = 91, .count = 1,
		.on = {
			[4] = { .known = &knowns[8], .first = 92, .count = 1 },
			[5] = { .known = &knowns[53], .first = 139, .count = 1 },
			[6] = { .known = &knowns[48], .first = 140, .count = 1 },
			[7] = { .known = &knowns[54], .first = 141, .count = 1 },
			[12] = { .known = &knowns[8], .first = 92, .count = 1 },
			[13] = { .known = &knowns[53], .first = 139, .count = 1 },
			[14] = { .known = &knowns[48], .first = 140, .count = 1 },
			[15] = { .known = &knowns[54], .first = 141, .count = 1 },
		},
	},
	{
		.name = "msr-oslar-el1-guest-step",
		.why = "msr stepped by the guest itself.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d5101081  msr oslar_el1, x1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,811010d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5",
		.first = 94, .count = 1,
		.on = {
			[6] = { .known = &knowns[41], .first = 142, .count = 1 },
			[7] = { .known = &knowns[41], .first = 142, .count = 1 },
			[14] = { .known = &knowns[41], .first = 142, .count = 1 },
			[15] = { .known = &knowns[41], .first = 142, .count = 1 },
		},
	},
	{
		.name = "msr-oslar-el1-both-step",
		.why = "msr stepped by the guest itself and by the host.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d5101081  msr oslar_el1, x1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=40001000,811010d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5 group gd=3 group group gd=0",
		.first = 96, .count = 2,
		.on = {
			[4] = { .known = &knowns[46], .first = 98, .count = 1 },
			[5] = { .known = &knowns[53], .first = 143, .count = 1 },
			[6] = { .known = &knowns[34], .first = 144, .count = 1 },
			[7] = { .known = &knowns[54], .first = 145, .count = 1 },
			[12] = { .known = &knowns[46], .first = 98, .count = 1 },
			[13] = { .known = &knowns[53], .first = 143, .count = 1 },
			[14] = { .known = &knowns[34], .first = 144, .count = 1 },
			[15] = { .known = &knowns[54], .first = 145, .count = 1 },
		},
	},
	{
		.name = "msr-oslar-el1-host-breakpoint",
		.why = "msr with a breakpoint of the host behind it, which is removed when it has hit.",
		.text = "As the contract has it:\n"
			"  40001000  d5101081  msr oslar_el1, x1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGBCR0=0x1e7, DBGBVR0=0x40001004\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,811010d51f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group "
			 "gd=20001,bvr0:40001004,bcr0:1e7 group gd=0",
		.first = 100, .count = 1,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[31], .first = 101, .count = 1 },
			[5] = { .known = &knowns[31], .first = 101, .count = 1 },
			[6] = { .known = &knowns[41], .first = 102, .count = 1 },
			[7] = { .known = &knowns[41], .first = 102, .count = 1 },
			[12] = { .known = &knowns[31], .first = 101, .count = 1 },
			[13] = { .known = &knowns[31], .first = 101, .count = 1 },
			[14] = { .known = &knowns[41], .first = 102, .count = 1 },
			[15] = { .known = &knowns[41], .first = 102, .count = 1 },
		},
	},
	{
		.name = "msr-oslar-el1-guest-breakpoint",
		.why = "msr with a breakpoint of the guest's own behind it.",
		.text = "In PSTATE=0x1c5 (EL1h, AIF), MDSCR_EL1=0xa000 (KDE, MDE), DBGBCR0=0x1e7,\n"
			"DBGBVR0=0x40001004, the handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d5101081  msr oslar_el1, x1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,811010d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:a000,dbgbvr0_el1:40001004,dbgbcr0_el1:1e7,pstate:1c5",
		.first = 103, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[41], .first = 104, .count = 1 },
			[7] = { .known = &knowns[41], .first = 104, .count = 1 },
			[14] = { .known = &knowns[41], .first = 104, .count = 1 },
			[15] = { .known = &knowns[41], .first = 104, .count = 1 },
		},
	},
	{
		.name = "msr-oslsr-el1-host-step",
		.why = "msr stepped by the host.",
		.text = "As the contract has it:\n"
			"  40001000  d5101181  msr oslsr_el1, x1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,811110d51f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group gd=3",
		.first = 181, .count = 1,
		.on = {
			[0] = { .skip = skip_2 },
			[1] = { .skip = skip_2 },
			[2] = { .skip = skip_2 },
			[3] = { .skip = skip_2 },
			[4] = { .skip = skip_2 },
			[5] = { .skip = skip_2 },
			[6] = { .skip = skip_2 },
			[7] = { .skip = skip_2 },
			[8] = { .known = &knowns[4], .first = 182, .count = 1 },
			[9] = { .known = &knowns[4], .first = 182, .count = 1 },
			[10] = { .known = &knowns[4], .first = 182, .count = 1 },
			[11] = { .known = &knowns[4], .first = 182, .count = 1 },
			[12] = { .known = &knowns[5], .first = 183, .count = 1 },
			[13] = { .known = &knowns[56], .first = 184, .count = 1 },
			[14] = { .known = &knowns[57], .first = 185, .count = 1 },
			[15] = { .known = &knowns[58], .first = 186, .count = 1 },
		},
	},
	{
		.name = "msr-oslsr-el1-guest-step",
		.why = "msr stepped by the guest itself.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d5101181  msr oslsr_el1, x1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,811110d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5",
		.first = 187, .count = 1,
		.on = {
			[0] = { .skip = skip_2 },
			[1] = { .skip = skip_2 },
			[2] = { .skip = skip_2 },
			[3] = { .skip = skip_2 },
			[4] = { .skip = skip_2 },
			[5] = { .skip = skip_2 },
			[6] = { .skip = skip_2 },
			[7] = { .skip = skip_2 },
			[14] = { .known = &knowns[41], .first = 188, .count = 1 },
			[15] = { .known = &knowns[41], .first = 188, .count = 1 },
		},
	},
	{
		.name = "msr-oslsr-el1-both-step",
		.why = "msr stepped by the guest itself and by the host.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d5101181  msr oslsr_el1, x1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=40001000,811110d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5 group gd=3 group group gd=0",
		.first = 189, .count = 2,
		.on = {
			[0] = { .skip = skip_2 },
			[1] = { .skip = skip_2 },
			[2] = { .skip = skip_2 },
			[3] = { .skip = skip_2 },
			[4] = { .skip = skip_2 },
			[5] = { .skip = skip_2 },
			[6] = { .skip = skip_2 },
			[7] = { .skip = skip_2 },
			[12] = { .known = &knowns[46], .first = 191, .count = 1 },
			[13] = { .known = &knowns[59], .first = 192, .count = 1 },
			[14] = { .known = &knowns[34], .first = 193, .count = 1 },
			[15] = { .known = &knowns[60], .first = 194, .count = 1 },
		},
	},
	{
		.name = "msr-oslsr-el1-host-breakpoint",
		.why = "msr with a breakpoint of the host behind it, which is removed when it has hit.",
		.text = "As the contract has it:\n"
			"  40001000  d5101181  msr oslsr_el1, x1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGBCR0=0x1e7, DBGBVR0=0x40001004\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,811110d51f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group "
			 "gd=20001,bvr0:40001004,bcr0:1e7 group gd=0",
		.first = 195, .count = 1,
		.needs = { .slots = true },
		.on = {
			[0] = { .skip = skip_2 },
			[1] = { .skip = skip_2 },
			[2] = { .skip = skip_2 },
			[3] = { .skip = skip_2 },
			[4] = { .skip = skip_2 },
			[5] = { .skip = skip_2 },
			[6] = { .skip = skip_2 },
			[7] = { .skip = skip_2 },
			[12] = { .known = &knowns[31], .first = 196, .count = 1 },
			[13] = { .known = &knowns[31], .first = 196, .count = 1 },
			[14] = { .known = &knowns[41], .first = 197, .count = 1 },
			[15] = { .known = &knowns[41], .first = 197, .count = 1 },
		},
	},
	{
		.name = "msr-oslsr-el1-guest-breakpoint",
		.why = "msr with a breakpoint of the guest's own behind it.",
		.text = "In PSTATE=0x1c5 (EL1h, AIF), MDSCR_EL1=0xa000 (KDE, MDE), DBGBCR0=0x1e7,\n"
			"DBGBVR0=0x40001004, the handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d5101181  msr oslsr_el1, x1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,811110d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:a000,dbgbvr0_el1:40001004,dbgbcr0_el1:1e7,pstate:1c5",
		.first = 198, .count = 1,
		.needs = { .slots = true },
		.on = {
			[0] = { .skip = skip_2 },
			[1] = { .skip = skip_2 },
			[2] = { .skip = skip_2 },
			[3] = { .skip = skip_2 },
			[4] = { .skip = skip_2 },
			[5] = { .skip = skip_2 },
			[6] = { .skip = skip_2 },
			[7] = { .skip = skip_2 },
			[14] = { .known = &knowns[41], .first = 199, .count = 1 },
			[15] = { .known = &knowns[41], .first = 199, .count = 1 },
		},
	},
	{
		.name = "mrs-pmcr-el0-host-step",
		.why = "mrs stepped by the host.",
		.text = "As the contract has it:\n"
			"  40001000  d53b9c02  mrs x2, pmcr_el0\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,029c3bd51f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group gd=3",
		.first = 181, .count = 1,
		.on = {
			[0] = { .known = &knowns[4], .first = 182, .count = 1 },
			[1] = { .known = &knowns[4], .first = 182, .count = 1 },
			[2] = { .known = &knowns[4], .first = 182, .count = 1 },
			[3] = { .known = &knowns[4], .first = 182, .count = 1 },
			[4] = { .known = &knowns[5], .first = 183, .count = 1 },
			[5] = { .known = &knowns[56], .first = 184, .count = 1 },
			[6] = { .known = &knowns[57], .first = 185, .count = 1 },
			[7] = { .known = &knowns[58], .first = 186, .count = 1 },
			[8] = { .known = &knowns[4], .first = 182, .count = 1 },
			[9] = { .known = &knowns[4], .first = 182, .count = 1 },
			[10] = { .known = &knowns[4], .first = 182, .count = 1 },
			[11] = { .known = &knowns[4], .first = 182, .count = 1 },
			[12] = { .known = &knowns[5], .first = 183, .count = 1 },
			[13] = { .known = &knowns[56], .first = 184, .count = 1 },
			[14] = { .known = &knowns[57], .first = 185, .count = 1 },
			[15] = { .known = &knowns[58], .first = 186, .count = 1 },
		},
	},
	{
		.name = "mrs-pmcr-el0-guest-step",
		.why = "mrs stepped by the guest itself.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d53b9c02  mrs x2, pmcr_el0\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,029c3bd51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5",
		.first = 187, .count = 1,
		.on = {
			[6] = { .known = &knowns[41], .first = 188, .count = 1 },
			[7] = { .known = &knowns[41], .first = 188, .count = 1 },
			[14] = { .known = &knowns[41], .first = 188, .count = 1 },
			[15] = { .known = &knowns[41], .first = 188, .count = 1 },
		},
	},
	{
		.name = "mrs-pmcr-el0-both-step",
		.why = "mrs stepped by the guest itself and by the host.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d53b9c02  mrs x2, pmcr_el0\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=40001000,029c3bd51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5 group gd=3 group group gd=0",
		.first = 189, .count = 2,
		.on = {
			[4] = { .known = &knowns[46], .first = 191, .count = 1 },
			[5] = { .known = &knowns[59], .first = 192, .count = 1 },
			[6] = { .known = &knowns[34], .first = 193, .count = 1 },
			[7] = { .known = &knowns[60], .first = 194, .count = 1 },
			[12] = { .known = &knowns[46], .first = 191, .count = 1 },
			[13] = { .known = &knowns[59], .first = 192, .count = 1 },
			[14] = { .known = &knowns[34], .first = 193, .count = 1 },
			[15] = { .known = &knowns[60], .first = 194, .count = 1 },
		},
	},
	{
		.name = "mrs-pmcr-el0-host-breakpoint",
		.why = "mrs with a breakpoint of the host behind it, which is removed when it has hit.",
		.text = "As the contract has it:\n"
			"  40001000  d53b9c02  mrs x2, pmcr_el0\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGBCR0=0x1e7, DBGBVR0=0x40001004\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,029c3bd51f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group "
			 "gd=20001,bvr0:40001004,bcr0:1e7 group gd=0",
		.first = 195, .count = 1,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[31], .first = 196, .count = 1 },
			[5] = { .known = &knowns[31], .first = 196, .count = 1 },
			[6] = { .known = &knowns[41], .first = 197, .count = 1 },
			[7] = { .known = &knowns[41], .first = 197, .count = 1 },
			[12] = { .known = &knowns[31], .first = 196, .count = 1 },
			[13] = { .known = &knowns[31], .first = 196, .count = 1 },
			[14] = { .known = &knowns[41], .first = 197, .count = 1 },
			[15] = { .known = &knowns[41], .first = 197, .count = 1 },
		},
	},
	{
		.name = "mrs-pmcr-el0-guest-breakpoint",
		.why = "mrs with a breakpoint of the guest's own behind it.",
		.text = "In PSTATE=0x1c5 (EL1h, AIF), MDSCR_EL1=0xa000 (KDE, MDE), DBGBCR0=0x1e7,\n"
			"DBGBVR0=0x40001004, the handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d53b9c02  mrs x2, pmcr_el0\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,029c3bd51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:a000,dbgbvr0_el1:40001004,dbgbcr0_el1:1e7,pstate:1c5",
		.first = 198, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[41], .first = 199, .count = 1 },
			[7] = { .known = &knowns[41], .first = 199, .count = 1 },
			[14] = { .known = &knowns[41], .first = 199, .count = 1 },
			[15] = { .known = &knowns[41], .first = 199, .count = 1 },
		},
	},
	{
		.name = "mrs-spsr-el1-host-step",
		.why = "mrs stepped by the host.",
		.text = "As the contract has it:\n"
			"  40001000  d5384002  mrs x2, spsr_el1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,024038d51f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group gd=3",
		.first = 200, .count = 1,
		.on = {
			[4] = { .known = &knowns[39], .first = 201, .count = 1 },
			[5] = { .known = &knowns[39], .first = 201, .count = 1 },
			[6] = { .known = &knowns[40], .first = 202, .count = 1 },
			[7] = { .known = &knowns[40], .first = 202, .count = 1 },
			[12] = { .known = &knowns[39], .first = 201, .count = 1 },
			[13] = { .known = &knowns[39], .first = 201, .count = 1 },
			[14] = { .known = &knowns[40], .first = 202, .count = 1 },
			[15] = { .known = &knowns[40], .first = 202, .count = 1 },
		},
	},
	{
		.name = "mrs-spsr-el1-guest-step",
		.why = "mrs stepped by the guest itself.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d5384002  mrs x2, spsr_el1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,024038d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5",
		.first = 203, .count = 1,
		.on = {
			[6] = { .known = &knowns[41], .first = 204, .count = 1 },
			[7] = { .known = &knowns[41], .first = 204, .count = 1 },
			[14] = { .known = &knowns[41], .first = 204, .count = 1 },
			[15] = { .known = &knowns[41], .first = 204, .count = 1 },
		},
	},
	{
		.name = "mrs-spsr-el1-both-step",
		.why = "mrs stepped by the guest itself and by the host.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d5384002  mrs x2, spsr_el1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=40001000,024038d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5 group gd=3 group group gd=0",
		.first = 205, .count = 2,
		.on = {
			[4] = { .known = &knowns[31], .first = 207, .count = 1 },
			[5] = { .known = &knowns[31], .first = 207, .count = 1 },
			[6] = { .known = &knowns[41], .first = 208, .count = 1 },
			[7] = { .known = &knowns[41], .first = 208, .count = 1 },
			[12] = { .known = &knowns[31], .first = 207, .count = 1 },
			[13] = { .known = &knowns[31], .first = 207, .count = 1 },
			[14] = { .known = &knowns[41], .first = 208, .count = 1 },
			[15] = { .known = &knowns[41], .first = 208, .count = 1 },
		},
	},
	{
		.name = "mrs-spsr-el1-host-breakpoint",
		.why = "mrs with a breakpoint of the host behind it, which is removed when it has hit.",
		.text = "As the contract has it:\n"
			"  40001000  d5384002  mrs x2, spsr_el1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGBCR0=0x1e7, DBGBVR0=0x40001004\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,024038d51f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group "
			 "gd=20001,bvr0:40001004,bcr0:1e7 group gd=0",
		.first = 209, .count = 1,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[31], .first = 210, .count = 1 },
			[5] = { .known = &knowns[31], .first = 210, .count = 1 },
			[6] = { .known = &knowns[41], .first = 211, .count = 1 },
			[7] = { .known = &knowns[41], .first = 211, .count = 1 },
			[12] = { .known = &knowns[31], .first = 210, .count = 1 },
			[13] = { .known = &knowns[31], .first = 210, .count = 1 },
			[14] = { .known = &knowns[41], .first = 211, .count = 1 },
			[15] = { .known = &knowns[41], .first = 211, .count = 1 },
		},
	},
	{
		.name = "mrs-spsr-el1-guest-breakpoint",
		.why = "mrs with a breakpoint of the guest's own behind it.",
		.text = "In PSTATE=0x1c5 (EL1h, AIF), MDSCR_EL1=0xa000 (KDE, MDE), DBGBCR0=0x1e7,\n"
			"DBGBVR0=0x40001004, the handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d5384002  mrs x2, spsr_el1\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,024038d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:a000,dbgbvr0_el1:40001004,dbgbcr0_el1:1e7,pstate:1c5",
		.first = 212, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[41], .first = 213, .count = 1 },
			[7] = { .known = &knowns[41], .first = 213, .count = 1 },
			[14] = { .known = &knowns[41], .first = 213, .count = 1 },
			[15] = { .known = &knowns[41], .first = 213, .count = 1 },
		},
	},
	{
		.name = "daifclr-host-step",
		.why = "daifclr stepped by the host.",
		.text = "As the contract has it:\n"
			"  40001000  d50348ff  msr daifclr, #8\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,ff4803d51f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group gd=3",
		.first = 214, .count = 1,
		.on = {
			[4] = { .known = &knowns[39], .first = 215, .count = 1 },
			[5] = { .known = &knowns[39], .first = 215, .count = 1 },
			[6] = { .known = &knowns[40], .first = 216, .count = 1 },
			[7] = { .known = &knowns[40], .first = 216, .count = 1 },
			[12] = { .known = &knowns[39], .first = 215, .count = 1 },
			[13] = { .known = &knowns[39], .first = 215, .count = 1 },
			[14] = { .known = &knowns[40], .first = 216, .count = 1 },
			[15] = { .known = &knowns[40], .first = 216, .count = 1 },
		},
	},
	{
		.name = "daifclr-guest-step",
		.why = "daifclr stepped by the guest itself.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d50348ff  msr daifclr, #8\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,ff4803d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5",
		.first = 94, .count = 1,
		.on = {
			[6] = { .known = &knowns[41], .first = 95, .count = 1 },
			[7] = { .known = &knowns[41], .first = 95, .count = 1 },
			[14] = { .known = &knowns[41], .first = 95, .count = 1 },
			[15] = { .known = &knowns[41], .first = 95, .count = 1 },
		},
	},
	{
		.name = "daifclr-both-step",
		.why = "daifclr stepped by the guest itself and by the host.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d50348ff  msr daifclr, #8\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=40001000,ff4803d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5 group gd=3 group group gd=0",
		.first = 96, .count = 2,
		.on = {
			[4] = { .known = &knowns[31], .first = 98, .count = 1 },
			[5] = { .known = &knowns[31], .first = 98, .count = 1 },
			[6] = { .known = &knowns[41], .first = 99, .count = 1 },
			[7] = { .known = &knowns[41], .first = 99, .count = 1 },
			[12] = { .known = &knowns[31], .first = 98, .count = 1 },
			[13] = { .known = &knowns[31], .first = 98, .count = 1 },
			[14] = { .known = &knowns[41], .first = 99, .count = 1 },
			[15] = { .known = &knowns[41], .first = 99, .count = 1 },
		},
	},
	{
		.name = "daifclr-host-breakpoint",
		.why = "daifclr with a breakpoint of the host behind it, which is removed when it has hit.",
		.text = "As the contract has it:\n"
			"  40001000  d50348ff  msr daifclr, #8\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGBCR0=0x1e7, DBGBVR0=0x40001004\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,ff4803d51f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group "
			 "gd=20001,bvr0:40001004,bcr0:1e7 group gd=0",
		.first = 217, .count = 1,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[31], .first = 218, .count = 1 },
			[5] = { .known = &knowns[31], .first = 218, .count = 1 },
			[6] = { .known = &knowns[41], .first = 219, .count = 1 },
			[7] = { .known = &knowns[41], .first = 219, .count = 1 },
			[12] = { .known = &knowns[31], .first = 218, .count = 1 },
			[13] = { .known = &knowns[31], .first = 218, .count = 1 },
			[14] = { .known = &knowns[41], .first = 219, .count = 1 },
			[15] = { .known = &knowns[41], .first = 219, .count = 1 },
		},
	},
	{
		.name = "daifclr-guest-breakpoint",
		.why = "daifclr with a breakpoint of the guest's own behind it.",
		.text = "In PSTATE=0x1c5 (EL1h, AIF), MDSCR_EL1=0xa000 (KDE, MDE), DBGBCR0=0x1e7,\n"
			"DBGBVR0=0x40001004, the handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d50348ff  msr daifclr, #8\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,ff4803d51f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:a000,dbgbvr0_el1:40001004,dbgbcr0_el1:1e7,pstate:1c5",
		.first = 103, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[41], .first = 104, .count = 1 },
			[7] = { .known = &knowns[41], .first = 104, .count = 1 },
			[14] = { .known = &knowns[41], .first = 104, .count = 1 },
			[15] = { .known = &knowns[41], .first = 104, .count = 1 },
		},
	},
	{
		.name = "svc-host-step",
		.why = "svc stepped by the host.",
		.text = "As the contract has it:\n"
			"  40001000  d4000001  svc #0x0\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,010000d41f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group gd=3",
		.first = 220, .count = 1,
		.on = {
			[4] = { .known = &knowns[61], .first = 221, .count = 1 },
			[5] = { .known = &knowns[61], .first = 221, .count = 1 },
			[6] = { .known = &knowns[62], .first = 222, .count = 1 },
			[7] = { .known = &knowns[62], .first = 222, .count = 1 },
			[12] = { .known = &knowns[61], .first = 221, .count = 1 },
			[13] = { .known = &knowns[61], .first = 221, .count = 1 },
			[14] = { .known = &knowns[62], .first = 222, .count = 1 },
			[15] = { .known = &knowns[62], .first = 222, .count = 1 },
		},
	},
	{
		.name = "svc-guest-step",
		.why = "svc stepped by the guest itself.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d4000001  svc #0x0\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,010000d41f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5",
		.first = 223, .count = 1,
		.on = {
			[6] = { .known = &knowns[41], .first = 224, .count = 1 },
			[7] = { .known = &knowns[41], .first = 224, .count = 1 },
			[14] = { .known = &knowns[41], .first = 224, .count = 1 },
			[15] = { .known = &knowns[41], .first = 224, .count = 1 },
		},
	},
	{
		.name = "svc-both-step",
		.why = "svc stepped by the guest itself and by the host.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d4000001  svc #0x0\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=40001000,010000d41f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5 group gd=3 group group gd=0",
		.first = 225, .count = 2,
		.on = {
			[4] = { .known = &knowns[31], .first = 227, .count = 1 },
			[5] = { .known = &knowns[31], .first = 227, .count = 1 },
			[6] = { .known = &knowns[41], .first = 228, .count = 1 },
			[7] = { .known = &knowns[41], .first = 228, .count = 1 },
			[12] = { .known = &knowns[31], .first = 227, .count = 1 },
			[13] = { .known = &knowns[31], .first = 227, .count = 1 },
			[14] = { .known = &knowns[41], .first = 228, .count = 1 },
			[15] = { .known = &knowns[41], .first = 228, .count = 1 },
		},
	},
	{
		.name = "svc-host-breakpoint",
		.why = "svc with a breakpoint of the host behind it, which is removed when it has hit.",
		.text = "As the contract has it:\n"
			"  40001000  d4000001  svc #0x0\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGBCR0=0x1e7, DBGBVR0=0x40001004\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,010000d41f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group "
			 "gd=20001,bvr0:40001004,bcr0:1e7 group gd=0",
		.first = 229, .count = 1,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[31], .first = 230, .count = 1 },
			[5] = { .known = &knowns[31], .first = 230, .count = 1 },
			[6] = { .known = &knowns[41], .first = 231, .count = 1 },
			[7] = { .known = &knowns[41], .first = 231, .count = 1 },
			[12] = { .known = &knowns[31], .first = 230, .count = 1 },
			[13] = { .known = &knowns[31], .first = 230, .count = 1 },
			[14] = { .known = &knowns[41], .first = 231, .count = 1 },
			[15] = { .known = &knowns[41], .first = 231, .count = 1 },
		},
	},
	{
		.name = "svc-guest-breakpoint",
		.why = "svc with a breakpoint of the guest's own behind it.",
		.text = "In PSTATE=0x1c5 (EL1h, AIF), MDSCR_EL1=0xa000 (KDE, MDE), DBGBCR0=0x1e7,\n"
			"DBGBVR0=0x40001004, the handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d4000001  svc #0x0\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,010000d41f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:a000,dbgbvr0_el1:40001004,dbgbcr0_el1:1e7,pstate:1c5",
		.first = 232, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[41], .first = 233, .count = 1 },
			[7] = { .known = &knowns[41], .first = 233, .count = 1 },
			[14] = { .known = &knowns[41], .first = 233, .count = 1 },
			[15] = { .known = &knowns[41], .first = 233, .count = 1 },
		},
	},
	{
		.name = "brk-guest-step",
		.why = "brk stepped by the guest itself.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d42000a0  brk #0x5\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,a00020d41f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5",
		.first = 234, .count = 1,
		.on = {
			[6] = { .known = &knowns[41], .first = 235, .count = 1 },
			[7] = { .known = &knowns[41], .first = 235, .count = 1 },
			[14] = { .known = &knowns[41], .first = 235, .count = 1 },
			[15] = { .known = &knowns[41], .first = 235, .count = 1 },
		},
	},
	{
		.name = "brk-both-step",
		.why = "brk stepped by the guest itself and by the host.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d42000a0  brk #0x5\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=40001000,a00020d41f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5 group gd=3 group group gd=0",
		.first = 236, .count = 3,
		.on = {
			[4] = { .known = &knowns[31], .first = 239, .count = 1 },
			[5] = { .known = &knowns[31], .first = 239, .count = 1 },
			[6] = { .known = &knowns[41], .first = 240, .count = 1 },
			[7] = { .known = &knowns[41], .first = 240, .count = 1 },
			[12] = { .known = &knowns[31], .first = 239, .count = 1 },
			[13] = { .known = &knowns[31], .first = 239, .count = 1 },
			[14] = { .known = &knowns[41], .first = 240, .count = 1 },
			[15] = { .known = &knowns[41], .first = 240, .count = 1 },
		},
	},
	{
		.name = "brk-host-breakpoint",
		.why = "brk with a breakpoint of the host behind it, which is removed when it has hit.",
		.text = "As the contract has it:\n"
			"  40001000  d42000a0  brk #0x5\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGBCR0=0x1e7, DBGBVR0=0x40001004\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,a00020d41f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group "
			 "gd=20001,bvr0:40001004,bcr0:1e7 group gd=0",
		.first = 241, .count = 2,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[31], .first = 243, .count = 1 },
			[5] = { .known = &knowns[31], .first = 243, .count = 1 },
			[6] = { .known = &knowns[41], .first = 244, .count = 1 },
			[7] = { .known = &knowns[41], .first = 244, .count = 1 },
			[12] = { .known = &knowns[31], .first = 243, .count = 1 },
			[13] = { .known = &knowns[31], .first = 243, .count = 1 },
			[14] = { .known = &knowns[41], .first = 244, .count = 1 },
			[15] = { .known = &knowns[41], .first = 244, .count = 1 },
		},
	},
	{
		.name = "brk-guest-breakpoint",
		.why = "brk with a breakpoint of the guest's own behind it.",
		.text = "In PSTATE=0x1c5 (EL1h, AIF), MDSCR_EL1=0xa000 (KDE, MDE), DBGBCR0=0x1e7,\n"
			"DBGBVR0=0x40001004, the handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d42000a0  brk #0x5\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,a00020d41f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:a000,dbgbvr0_el1:40001004,dbgbcr0_el1:1e7,pstate:1c5",
		.first = 245, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[41], .first = 246, .count = 1 },
			[7] = { .known = &knowns[41], .first = 246, .count = 1 },
			[14] = { .known = &knowns[41], .first = 246, .count = 1 },
			[15] = { .known = &knowns[41], .first = 246, .count = 1 },
		},
	},
	{
		.name = "udf-host-step",
		.why = "udf stepped by the host.",
		.text = "As the contract has it:\n"
			"  40001000  00000000  udf\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,000000001f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group gd=3",
		.first = 181, .count = 1,
		.on = {
			[0] = { .known = &knowns[4], .first = 182, .count = 1 },
			[1] = { .known = &knowns[4], .first = 182, .count = 1 },
			[2] = { .known = &knowns[4], .first = 182, .count = 1 },
			[3] = { .known = &knowns[4], .first = 182, .count = 1 },
			[4] = { .known = &knowns[5], .first = 183, .count = 1 },
			[5] = { .known = &knowns[5], .first = 183, .count = 1 },
			[6] = { .known = &knowns[6], .first = 247, .count = 1 },
			[7] = { .known = &knowns[6], .first = 247, .count = 1 },
			[8] = { .known = &knowns[4], .first = 182, .count = 1 },
			[9] = { .known = &knowns[4], .first = 182, .count = 1 },
			[10] = { .known = &knowns[4], .first = 182, .count = 1 },
			[11] = { .known = &knowns[4], .first = 182, .count = 1 },
			[12] = { .known = &knowns[5], .first = 183, .count = 1 },
			[13] = { .known = &knowns[5], .first = 183, .count = 1 },
			[14] = { .known = &knowns[6], .first = 247, .count = 1 },
			[15] = { .known = &knowns[6], .first = 247, .count = 1 },
		},
	},
	{
		.name = "udf-guest-step",
		.why = "udf stepped by the guest itself.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  00000000  udf\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,000000001f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5",
		.first = 187, .count = 1,
		.on = {
			[6] = { .known = &knowns[41], .first = 188, .count = 1 },
			[7] = { .known = &knowns[41], .first = 188, .count = 1 },
			[14] = { .known = &knowns[41], .first = 188, .count = 1 },
			[15] = { .known = &knowns[41], .first = 188, .count = 1 },
		},
	},
	{
		.name = "udf-both-step",
		.why = "udf stepped by the guest itself and by the host.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  00000000  udf\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=40001000,000000001f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:2001,pstate:2001c5 group gd=3 group group gd=0",
		.first = 189, .count = 2,
		.on = {
			[4] = { .known = &knowns[31], .first = 191, .count = 1 },
			[5] = { .known = &knowns[31], .first = 191, .count = 1 },
			[6] = { .known = &knowns[41], .first = 248, .count = 1 },
			[7] = { .known = &knowns[41], .first = 248, .count = 1 },
			[12] = { .known = &knowns[31], .first = 191, .count = 1 },
			[13] = { .known = &knowns[31], .first = 191, .count = 1 },
			[14] = { .known = &knowns[41], .first = 248, .count = 1 },
			[15] = { .known = &knowns[41], .first = 248, .count = 1 },
		},
	},
	{
		.name = "udf-host-breakpoint",
		.why = "udf with a breakpoint of the host behind it, which is removed when it has hit.",
		.text = "As the contract has it:\n"
			"  40001000  00000000  udf\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGBCR0=0x1e7, DBGBVR0=0x40001004\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,000000001f2003d59f0600f9ffffff17 regs=elr_el1:40001008 group "
			 "gd=20001,bvr0:40001004,bcr0:1e7 group gd=0",
		.first = 195, .count = 1,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[31], .first = 196, .count = 1 },
			[5] = { .known = &knowns[31], .first = 196, .count = 1 },
			[6] = { .known = &knowns[41], .first = 197, .count = 1 },
			[7] = { .known = &knowns[41], .first = 197, .count = 1 },
			[12] = { .known = &knowns[31], .first = 196, .count = 1 },
			[13] = { .known = &knowns[31], .first = 196, .count = 1 },
			[14] = { .known = &knowns[41], .first = 197, .count = 1 },
			[15] = { .known = &knowns[41], .first = 197, .count = 1 },
		},
	},
	{
		.name = "udf-guest-breakpoint",
		.why = "udf with a breakpoint of the guest's own behind it.",
		.text = "In PSTATE=0x1c5 (EL1h, AIF), MDSCR_EL1=0xa000 (KDE, MDE), DBGBCR0=0x1e7,\n"
			"DBGBVR0=0x40001004, the handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  00000000  udf\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,000000001f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001008,mdscr_el1:a000,dbgbvr0_el1:40001004,dbgbcr0_el1:1e7,pstate:1c5",
		.first = 198, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[41], .first = 199, .count = 1 },
			[7] = { .known = &knowns[41], .first = 199, .count = 1 },
			[14] = { .known = &knowns[41], .first = 199, .count = 1 },
			[15] = { .known = &knowns[41], .first = 199, .count = 1 },
		},
	},
	{
		.name = "eret-host-step",
		.why = "eret stepped by the host.",
		.text = "In ELR_EL1=0x40001004, SPSR_EL1=0x3c5 (EL1h, DAIF):\n"
			"  40001000  d69f03e0  eret\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=40001000,e0039fd61f2003d59f0600f9ffffff17 regs=elr_el1:40001004 group gd=3",
		.first = 249, .count = 1,
		.on = {
			[4] = { .known = &knowns[39], .first = 250, .count = 1 },
			[5] = { .known = &knowns[39], .first = 250, .count = 1 },
			[6] = { .known = &knowns[40], .first = 251, .count = 1 },
			[7] = { .known = &knowns[40], .first = 251, .count = 1 },
			[12] = { .known = &knowns[39], .first = 250, .count = 1 },
			[13] = { .known = &knowns[39], .first = 250, .count = 1 },
			[14] = { .known = &knowns[40], .first = 251, .count = 1 },
			[15] = { .known = &knowns[40], .first = 251, .count = 1 },
		},
	},
	{
		.name = "eret-guest-step",
		.why = "eret stepped by the guest itself.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), ELR_EL1=0x40001004,\n"
			"SPSR_EL1=0x3c5 (EL1h, DAIF), the handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d69f03e0  eret\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,e0039fd61f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001004,mdscr_el1:2001,pstate:2001c5",
		.first = 252, .count = 1,
		.on = {
			[0] = { .skip = skip_3 },
			[1] = { .skip = skip_3 },
			[2] = { .skip = skip_3 },
			[3] = { .skip = skip_3 },
			[4] = { .skip = skip_3 },
			[5] = { .skip = skip_3 },
			[6] = { .skip = skip_3 },
			[7] = { .skip = skip_3 },
			[14] = { .known = &knowns[41], .first = 253, .count = 1 },
			[15] = { .known = &knowns[41], .first = 253, .count = 1 },
		},
	},
	{
		.name = "eret-both-step",
		.why = "eret stepped by the guest itself and by the host.",
		.text = "In PSTATE=0x2001c5 (EL1h, SS, AIF), MDSCR_EL1=0x2001 (SS, KDE), ELR_EL1=0x40001004,\n"
			"SPSR_EL1=0x3c5 (EL1h, DAIF), the handler clears MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d69f03e0  eret\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=40001000,e0039fd61f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001004,mdscr_el1:2001,pstate:2001c5 group gd=3 group group gd=0",
		.first = 254, .count = 2,
		.on = {
			[4] = { .known = &knowns[31], .first = 256, .count = 1 },
			[5] = { .known = &knowns[31], .first = 256, .count = 1 },
			[6] = { .known = &knowns[41], .first = 257, .count = 1 },
			[7] = { .known = &knowns[41], .first = 257, .count = 1 },
			[12] = { .known = &knowns[31], .first = 256, .count = 1 },
			[13] = { .known = &knowns[31], .first = 256, .count = 1 },
			[14] = { .known = &knowns[41], .first = 257, .count = 1 },
			[15] = { .known = &knowns[41], .first = 257, .count = 1 },
		},
	},
	{
		.name = "eret-host-breakpoint",
		.why = "eret with a breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In ELR_EL1=0x40001004, SPSR_EL1=0x3c5 (EL1h, DAIF):\n"
			"  40001000  d69f03e0  eret\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGBCR0=0x1e7, DBGBVR0=0x40001004\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,e0039fd61f2003d59f0600f9ffffff17 regs=elr_el1:40001004 group "
			 "gd=20001,bvr0:40001004,bcr0:1e7 group gd=0",
		.first = 258, .count = 1,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[31], .first = 259, .count = 1 },
			[5] = { .known = &knowns[31], .first = 259, .count = 1 },
			[6] = { .known = &knowns[41], .first = 260, .count = 1 },
			[7] = { .known = &knowns[41], .first = 260, .count = 1 },
			[12] = { .known = &knowns[31], .first = 259, .count = 1 },
			[13] = { .known = &knowns[31], .first = 259, .count = 1 },
			[14] = { .known = &knowns[41], .first = 260, .count = 1 },
			[15] = { .known = &knowns[41], .first = 260, .count = 1 },
		},
	},
	{
		.name = "eret-guest-breakpoint",
		.why = "eret with a breakpoint of the guest's own behind it.",
		.text = "In PSTATE=0x1c5 (EL1h, AIF), MDSCR_EL1=0xa000 (KDE, MDE), DBGBCR0=0x1e7,\n"
			"DBGBVR0=0x40001004, ELR_EL1=0x40001004, SPSR_EL1=0x3c5 (EL1h, DAIF), the handler clears\n"
			"MDSCR_EL1 on debug exceptions:\n"
			"  40001000  d69f03e0  eret\n"
			"  40001004  d503201f  nop\n"
			"  40001008  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[1],
		.words = "mem=40001000,e0039fd61f2003d59f0600f9ffffff17 "
			 "regs=elr_el1:40001004,mdscr_el1:a000,dbgbvr0_el1:40001004,dbgbcr0_el1:1e7,pstate:1c5",
		.first = 261, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[41], .first = 262, .count = 1 },
			[7] = { .known = &knowns[41], .first = 262, .count = 1 },
			[14] = { .known = &knowns[41], .first = 262, .count = 1 },
			[15] = { .known = &knowns[41], .first = 262, .count = 1 },
		},
	},
	{
		.name = "guest-write-dbgwvr0-el1",
		.why = "The simplest program found that shows a write of dbgwvr0_el1.",
		.text = "As the contract has it:\n"
			"  40001000  d51000c0  msr dbgwvr0_el1, x0\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[0],
		.words = "mem=40001000,c00010d59f0600f9ffffff17 regs=elr_el1:40001004",
		.first = 263, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[26], .first = 264, .count = 1 },
			[7] = { .known = &knowns[26], .first = 264, .count = 1 },
			[14] = { .known = &knowns[26], .first = 264, .count = 1 },
			[15] = { .known = &knowns[26], .first = 264, .count = 1 },
		},
	},
	{
		.name = "action-set-guest-debug-einval",
		.why = "The simplest program found that shows the host's action set-guest-debug: EINVAL.",
		.text = "As the contract has it:\n"
			"  40001000  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG 0x4\n",
		.start = &starts[0],
		.words = "mem=40001000,9f0600f9ffffff17 group gd=4",
		.first = 265, .count = 1,
		.on = {
			[6] = { .known = &knowns[13], .first = 266, .count = 1 },
			[7] = { .known = &knowns[13], .first = 266, .count = 1 },
			[14] = { .known = &knowns[13], .first = 266, .count = 1 },
			[15] = { .known = &knowns[13], .first = 266, .count = 1 },
		},
	},
	{
		.name = "action-get-one-reg",
		.why = "The simplest program found that shows the host's action get-one-reg: ok.",
		.text = "As the contract has it:\n"
			"  40001000  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_GET_ONE_REG dbgbcr0_el1\n",
		.start = &starts[0],
		.words = "mem=40001000,9f0600f9ffffff17 group get=dbgbcr0_el1",
		.first = 267, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[13], .first = 268, .count = 1 },
			[7] = { .known = &knowns[13], .first = 268, .count = 1 },
			[14] = { .known = &knowns[13], .first = 268, .count = 1 },
			[15] = { .known = &knowns[13], .first = 268, .count = 1 },
		},
	},
	{
		.name = "action-write-back",
		.why = "The simplest program found that shows the host's action write-back: ok.",
		.text = "As the contract has it:\n"
			"  40001000  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_ONE_REG of the debug registers with what KVM_GET_ONE_REG gives\n",
		.start = &starts[0],
		.words = "mem=40001000,9f0600f9ffffff17 group write-back=debug",
		.first = 21, .count = 1,
		.on = {
			[6] = { .known = &knowns[13], .first = 269, .count = 1 },
			[7] = { .known = &knowns[13], .first = 269, .count = 1 },
			[14] = { .known = &knowns[13], .first = 269, .count = 1 },
			[15] = { .known = &knowns[13], .first = 269, .count = 1 },
		},
	},
	{
		.name = "action-answer-mmio-einval",
		.why = "The simplest program found that shows the host's action answer-mmio: EINVAL.",
		.text = "As the contract has it:\n"
			"  40001000  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: answers the MMIO read with 0x0\n",
		.start = &starts[0],
		.words = "mem=40001000,9f0600f9ffffff17 group answer=0",
		.first = 265, .count = 1,
		.on = {
			[6] = { .known = &knowns[13], .first = 266, .count = 1 },
			[7] = { .known = &knowns[13], .first = 266, .count = 1 },
			[14] = { .known = &knowns[13], .first = 266, .count = 1 },
			[15] = { .known = &knowns[13], .first = 266, .count = 1 },
		},
	},
	{
		.name = "action-set-one-reg",
		.why = "The simplest program found that shows the host's action set-one-reg: ok.",
		.text = "As the contract has it:\n"
			"  40001000  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_ONE_REG pc = 0x40001000\n",
		.start = &starts[0],
		.words = "mem=40001000,9f0600f9ffffff17 group regs=pc:40001000",
		.first = 21, .count = 1,
		.on = {
			[6] = { .known = &knowns[13], .first = 269, .count = 1 },
			[7] = { .known = &knowns[13], .first = 269, .count = 1 },
			[14] = { .known = &knowns[13], .first = 269, .count = 1 },
			[15] = { .known = &knowns[13], .first = 269, .count = 1 },
		},
	},
	{
		.name = "meets-guest-breakpoints-without-use-hw",
		.why = "The simplest program found that shows the choice arm64/guest-breakpoints-without-use-hw.",
		.text = "In MDSCR_EL1=0x8000 (MDE):\n"
			"  40001000  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE\n",
		.start = &starts[0],
		.words = "mem=40001000,9f0600f9ffffff17 regs=mdscr_el1:8000 group gd=1",
		.first = 270, .count = 1,
		.on = {
			[6] = { .known = &knowns[13], .first = 271, .count = 1 },
			[7] = { .known = &knowns[13], .first = 271, .count = 1 },
			[14] = { .known = &knowns[13], .first = 271, .count = 1 },
			[15] = { .known = &knowns[13], .first = 271, .count = 1 },
		},
	},
	{
		.name = "delivers-raised-system-register-sync-el0",
		.why = "The simplest program found that shows system register taken to sync-el0 (raised).",
		.text = "In PSTATE=0x0 (EL0t):\n"
			"  40001000  d50340ff  msr daifclr, #0\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[0],
		.words = "mem=40001000,ff4003d59f0600f9ffffff17 regs=elr_el1:40001004,pstate:0",
		.first = 272, .count = 1,
		.on = {
			[0] = { .skip = skip_4 },
			[1] = { .skip = skip_4 },
			[2] = { .skip = skip_4 },
			[3] = { .skip = skip_4 },
			[4] = { .skip = skip_4 },
			[5] = { .skip = skip_4 },
			[6] = { .skip = skip_4 },
			[7] = { .skip = skip_4 },
			[14] = { .known = &knowns[26], .first = 273, .count = 1 },
			[15] = { .known = &knowns[26], .first = 273, .count = 1 },
		},
	},
	{
		.name = "action-fault-mmio-einval",
		.why = "The simplest program found that shows the host's action fault-mmio: EINVAL.",
		.text = "As the contract has it:\n"
			"  40001000  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_VCPU_EVENTS ext_dabt_pending\n",
		.start = &starts[0],
		.words = "mem=40001000,9f0600f9ffffff17 group abort",
		.first = 265, .count = 1,
		.needs = { .aborts = true },
		.on = {
			[6] = { .known = &knowns[13], .first = 266, .count = 1 },
			[7] = { .known = &knowns[13], .first = 266, .count = 1 },
			[14] = { .known = &knowns[13], .first = 266, .count = 1 },
			[15] = { .known = &knowns[13], .first = 266, .count = 1 },
		},
	},
	{
		.name = "action-interrupt",
		.why = "The simplest program found that shows the host's action interrupt: ok.",
		.text = "As the contract has it:\n"
			"  40001000  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_IRQ_LINE, level 1\n",
		.start = &starts[0],
		.words = "mem=40001000,9f0600f9ffffff17 group irq=1",
		.first = 21, .count = 1,
		.on = {
			[6] = { .known = &knowns[13], .first = 269, .count = 1 },
			[7] = { .known = &knowns[13], .first = 269, .count = 1 },
			[14] = { .known = &knowns[13], .first = 269, .count = 1 },
			[15] = { .known = &knowns[13], .first = 269, .count = 1 },
		},
	},
	{
		.name = "action-set-one-reg-einval",
		.why = "The simplest program found that shows the host's action set-one-reg: EINVAL.",
		.text = "As the contract has it:\n"
			"  40001000  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_ONE_REG oslsr_el1 = 0x0\n",
		.start = &starts[0],
		.words = "mem=40001000,9f0600f9ffffff17 group regs=oslsr_el1:0",
		.first = 265, .count = 1,
		.on = {
			[6] = { .known = &knowns[13], .first = 266, .count = 1 },
			[7] = { .known = &knowns[13], .first = 266, .count = 1 },
			[14] = { .known = &knowns[13], .first = 266, .count = 1 },
			[15] = { .known = &knowns[13], .first = 266, .count = 1 },
		},
	},
	{
		.name = "guest-write-dbgwcr0-el1",
		.why = "The simplest program found that shows a write of dbgwcr0_el1.",
		.text = "As the contract has it:\n"
			"  40001000  d51000e0  msr dbgwcr0_el1, x0\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[0],
		.words = "mem=40001000,e00010d59f0600f9ffffff17 regs=elr_el1:40001004",
		.first = 263, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[26], .first = 264, .count = 1 },
			[7] = { .known = &knowns[26], .first = 264, .count = 1 },
			[14] = { .known = &knowns[26], .first = 264, .count = 1 },
			[15] = { .known = &knowns[26], .first = 264, .count = 1 },
		},
	},
	{
		.name = "action-plant",
		.why = "The simplest program found that shows the host's action plant: ok.",
		.text = "As the contract has it:\n"
			"  40001000  d503201f  nop\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: writes BRK #0 over 0x40001000\n",
		.start = &starts[0],
		.words = "mem=40001000,1f2003d59f0600f9ffffff17 regs=elr_el1:40001004 group write=40001000,000020d4",
		.first = 274, .count = 1,
		.on = {
			[6] = { .known = &knowns[26], .first = 275, .count = 1 },
			[7] = { .known = &knowns[26], .first = 275, .count = 1 },
			[14] = { .known = &knowns[26], .first = 275, .count = 1 },
			[15] = { .known = &knowns[26], .first = 275, .count = 1 },
		},
	},
	{
		.name = "delivers-interrupt-irq-irq-el0",
		.why = "The simplest program found that shows IRQ taken to irq-el0 (interrupt).",
		.text = "In PSTATE=0x0 (EL0t):\n"
			"  40001000  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_IRQ_LINE, level 1\n",
		.start = &starts[0],
		.words = "mem=40001000,9f0600f9ffffff17 regs=pstate:0 group irq=1",
		.first = 276, .count = 1,
		.on = {
			[6] = { .known = &knowns[13], .first = 277, .count = 1 },
			[7] = { .known = &knowns[13], .first = 277, .count = 1 },
			[14] = { .known = &knowns[13], .first = 277, .count = 1 },
			[15] = { .known = &knowns[13], .first = 277, .count = 1 },
		},
	},
	{
		.name = "meets-interrupt-against-step",
		.why = "The simplest program found that shows the choice arm64/interrupt-against-step.",
		.text = "In PSTATE=0x0 (EL0t), MDSCR_EL1=0x1 (SS):\n"
			"  40001000  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_IRQ_LINE, level 1\n",
		.start = &starts[0],
		.words = "mem=40001000,9f0600f9ffffff17 regs=mdscr_el1:1,pstate:0 group irq=1",
		.first = 278, .count = 2,
		.on = {
			[6] = { .known = &knowns[13], .first = 280, .count = 2 },
			[7] = { .known = &knowns[13], .first = 280, .count = 2 },
			[14] = { .known = &knowns[13], .first = 280, .count = 2 },
			[15] = { .known = &knowns[13], .first = 280, .count = 2 },
		},
	},
	{
		.name = "guest-write-dbgbcr5-el1",
		.why = "The simplest program found that shows a write of dbgbcr5_el1.",
		.text = "As the contract has it:\n"
			"  40001000  d51005a0  msr dbgbcr5_el1, x0\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[0],
		.words = "mem=40001000,a00510d59f0600f9ffffff17 regs=elr_el1:40001004",
		.first = 263, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[26], .first = 264, .count = 1 },
			[7] = { .known = &knowns[26], .first = 264, .count = 1 },
			[14] = { .known = &knowns[26], .first = 264, .count = 1 },
			[15] = { .known = &knowns[26], .first = 264, .count = 1 },
		},
	},
	{
		.name = "action-unplant",
		.why = "The simplest program found that shows the host's action unplant: ok.",
		.text = "As the contract has it:\n"
			"  40001000  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: writes the instruction at 0x40001000 back\n",
		.start = &starts[0],
		.words = "mem=40001000,9f0600f9ffffff17 group write=40001000,9f0600f9",
		.first = 21, .count = 1,
		.on = {
			[6] = { .known = &knowns[13], .first = 269, .count = 1 },
			[7] = { .known = &knowns[13], .first = 269, .count = 1 },
			[14] = { .known = &knowns[13], .first = 269, .count = 1 },
			[15] = { .known = &knowns[13], .first = 269, .count = 1 },
		},
	},
	{
		.name = "guest-write-dbgwvr3-el1",
		.why = "The simplest program found that shows a write of dbgwvr3_el1.",
		.text = "As the contract has it:\n"
			"  40001000  d51003c0  msr dbgwvr3_el1, x0\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[0],
		.words = "mem=40001000,c00310d59f0600f9ffffff17 regs=elr_el1:40001004",
		.first = 263, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[26], .first = 264, .count = 1 },
			[7] = { .known = &knowns[26], .first = 264, .count = 1 },
			[14] = { .known = &knowns[26], .first = 264, .count = 1 },
			[15] = { .known = &knowns[26], .first = 264, .count = 1 },
		},
	},
	{
		.name = "action-save-restore",
		.why = "The simplest program found that shows the host's action save-restore: ok.",
		.text = "As the contract has it:\n"
			"  40001000  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: saves everything, restores it into a fresh vCPU\n",
		.start = &starts[0],
		.words = "mem=40001000,9f0600f9ffffff17 group save-restore",
		.first = 21, .count = 1,
		.on = {
			[6] = { .known = &knowns[13], .first = 269, .count = 1 },
			[7] = { .known = &knowns[13], .first = 269, .count = 1 },
			[14] = { .known = &knowns[13], .first = 269, .count = 1 },
			[15] = { .known = &knowns[13], .first = 269, .count = 1 },
		},
	},
	{
		.name = "action-immediate-exit",
		.why = "The simplest program found that shows the host's action immediate-exit: ok.",
		.text = "As the contract has it:\n"
			"  40001000  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_RUN with kvm_run.immediate_exit\n",
		.start = &starts[0],
		.words = "mem=40001000,9f0600f9ffffff17 group immediate-exit",
		.first = 21, .count = 1,
		.on = {
			[6] = { .known = &knowns[13], .first = 269, .count = 1 },
			[7] = { .known = &knowns[13], .first = 269, .count = 1 },
			[14] = { .known = &knowns[13], .first = 269, .count = 1 },
			[15] = { .known = &knowns[13], .first = 269, .count = 1 },
		},
	},
	{
		.name = "meets-slots-beyond-capability",
		.why = "The simplest program found that shows the choice arm64/slots-beyond-capability.",
		.text = "As the contract has it:\n"
			"  40001000  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGBCR15=0x1\n",
		.start = &starts[0],
		.words = "mem=40001000,9f0600f9ffffff17 group gd=20001,bcr15:1",
		.first = 282, .count = 2,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[13], .first = 269, .count = 1 },
			[7] = { .known = &knowns[13], .first = 269, .count = 1 },
			[14] = { .known = &knowns[13], .first = 269, .count = 1 },
			[15] = { .known = &knowns[13], .first = 269, .count = 1 },
		},
	},
	{
		.name = "delivers-raised-brk-sync-el0",
		.why = "The simplest program found that shows BRK taken to sync-el0 (raised).",
		.text = "In PSTATE=0x0 (EL0t):\n"
			"  40001000  d4200000  brk #0x0\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[0],
		.words = "mem=40001000,000020d49f0600f9ffffff17 regs=elr_el1:40001004,pstate:0",
		.first = 284, .count = 1,
		.on = {
			[6] = { .known = &knowns[26], .first = 285, .count = 1 },
			[7] = { .known = &knowns[26], .first = 285, .count = 1 },
			[14] = { .known = &knowns[26], .first = 285, .count = 1 },
			[15] = { .known = &knowns[26], .first = 285, .count = 1 },
		},
	},
	{
		.name = "guest-write-dbgbvr0-el1",
		.why = "The simplest program found that shows a write of dbgbvr0_el1.",
		.text = "As the contract has it:\n"
			"  40001000  d5100080  msr dbgbvr0_el1, x0\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[0],
		.words = "mem=40001000,800010d59f0600f9ffffff17 regs=elr_el1:40001004",
		.first = 263, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[26], .first = 264, .count = 1 },
			[7] = { .known = &knowns[26], .first = 264, .count = 1 },
			[14] = { .known = &knowns[26], .first = 264, .count = 1 },
			[15] = { .known = &knowns[26], .first = 264, .count = 1 },
		},
	},
	{
		.name = "meets-wait-for-interrupt",
		.why = "The simplest program found that shows the choice arm64/wait-for-interrupt.",
		.text = "As the contract has it:\n"
			"  40001000  d503207f  wfi\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_IRQ_LINE, level 1\n",
		.start = &starts[0],
		.words = "mem=40001000,7f2003d59f0600f9ffffff17 regs=elr_el1:40001004 group irq=1",
		.first = 286, .count = 1,
		.on = {
			[6] = { .known = &knowns[26], .first = 287, .count = 1 },
			[7] = { .known = &knowns[26], .first = 287, .count = 1 },
			[14] = { .known = &knowns[26], .first = 287, .count = 1 },
			[15] = { .known = &knowns[26], .first = 287, .count = 1 },
		},
	},
	{
		.name = "exit-debug-watchpoint",
		.why = "The simplest program found that shows an exit for watchpoint.",
		.text = "As the contract has it:\n"
			"  40001000  39400260  ldrb w0, [data]\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW, DBGWCR0=0x2b, DBGWVR0=0x40002000\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=40001000,600240399f0600f9ffffff17 regs=elr_el1:40001004 group "
			 "gd=20001,wvr0:40002000,wcr0:2b group gd=0",
		.first = 288, .count = 1,
		.needs = { .slots = true },
		.on = {
			[4] = { .known = &knowns[31], .first = 289, .count = 1 },
			[5] = { .known = &knowns[31], .first = 289, .count = 1 },
			[6] = { .known = &knowns[26], .first = 290, .count = 1 },
			[7] = { .known = &knowns[26], .first = 290, .count = 1 },
			[12] = { .known = &knowns[31], .first = 289, .count = 1 },
			[13] = { .known = &knowns[31], .first = 289, .count = 1 },
			[14] = { .known = &knowns[26], .first = 290, .count = 1 },
			[15] = { .known = &knowns[26], .first = 290, .count = 1 },
		},
	},
	{
		.name = "delivers-raised-watchpoint-sync-el1",
		.why = "The simplest program found that shows watchpoint taken to sync-el1 (raised).",
		.text = "In PSTATE=0x5 (EL1h), MDSCR_EL1=0xa000 (KDE, MDE), DBGWCR3=0x2b, DBGWVR3=0x40002008:\n"
			"  40001000  39402260  ldrb w0, [data+0x8]\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[0],
		.words = "mem=40001000,602240399f0600f9ffffff17 "
			 "regs=elr_el1:40001004,mdscr_el1:a000,dbgwvr3_el1:40002008,dbgwcr3_el1:2b,pstate:5",
		.first = 291, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[26], .first = 292, .count = 1 },
			[7] = { .known = &knowns[26], .first = 292, .count = 1 },
			[14] = { .known = &knowns[26], .first = 292, .count = 1 },
			[15] = { .known = &knowns[26], .first = 292, .count = 1 },
		},
	},
	{
		.name = "guest-write-dbgbcr0-el1",
		.why = "The simplest program found that shows a write of dbgbcr0_el1.",
		.text = "As the contract has it:\n"
			"  40001000  d51000a0  msr dbgbcr0_el1, x0\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[0],
		.words = "mem=40001000,a00010d59f0600f9ffffff17 regs=elr_el1:40001004",
		.first = 263, .count = 1,
		.needs = { .slots = true },
		.on = {
			[6] = { .known = &knowns[26], .first = 264, .count = 1 },
			[7] = { .known = &knowns[26], .first = 264, .count = 1 },
			[14] = { .known = &knowns[26], .first = 264, .count = 1 },
			[15] = { .known = &knowns[26], .first = 264, .count = 1 },
		},
	},
	{
		.name = "delivers-injected-data-abort-sync-el0",
		.why = "The simplest program found that shows data abort taken to sync-el0 (injected).",
		.text = "In PSTATE=0x0 (EL0t):\n"
			"  40001000  39400280  ldrb w0, [mmio]\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 1: KVM_SET_VCPU_EVENTS ext_dabt_pending\n",
		.start = &starts[0],
		.words = "mem=40001000,800240399f0600f9ffffff17 regs=elr_el1:40001004,pstate:0 group group abort",
		.first = 293, .count = 1,
		.needs = { .aborts = true },
		.on = {
			[3] = { .known = &knowns[63], .first = 294, .count = 1 },
			[5] = { .known = &knowns[1], .first = 295, .count = 1 },
			[6] = { .known = &knowns[2], .first = 296, .count = 1 },
			[7] = { .known = &knowns[2], .first = 296, .count = 1 },
			[11] = { .known = &knowns[63], .first = 294, .count = 1 },
			[13] = { .known = &knowns[1], .first = 295, .count = 1 },
			[14] = { .known = &knowns[2], .first = 296, .count = 1 },
			[15] = { .known = &knowns[2], .first = 296, .count = 1 },
		},
	},
	{
		.name = "delivers-interrupt-irq-irq-el1",
		.why = "The simplest program found that shows IRQ taken to irq-el1 (interrupt).",
		.text = "In PSTATE=0x5 (EL1h):\n"
			"  40001000  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 0: KVM_IRQ_LINE, level 1\n",
		.start = &starts[0],
		.words = "mem=40001000,9f0600f9ffffff17 regs=pstate:5 group irq=1",
		.first = 297, .count = 1,
		.on = {
			[6] = { .known = &knowns[13], .first = 298, .count = 1 },
			[7] = { .known = &knowns[13], .first = 298, .count = 1 },
			[14] = { .known = &knowns[13], .first = 298, .count = 1 },
			[15] = { .known = &knowns[13], .first = 298, .count = 1 },
		},
	},
	{
		.name = "delivers-injected-undefined-sync-el0",
		.why = "The simplest program found that shows undefined taken to sync-el0 (injected).",
		.text = "In PSTATE=0x0 (EL0t):\n"
			"  40001000  d53b9c00  mrs x0, pmcr_el0\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n",
		.start = &starts[0],
		.words = "mem=40001000,009c3bd59f0600f9ffffff17 regs=elr_el1:40001004,pstate:0",
		.first = 299, .count = 1,
		.on = {
			[6] = { .known = &knowns[26], .first = 300, .count = 1 },
			[7] = { .known = &knowns[26], .first = 300, .count = 1 },
			[14] = { .known = &knowns[26], .first = 300, .count = 1 },
			[15] = { .known = &knowns[26], .first = 300, .count = 1 },
		},
	},
	{
		.name = "action-answer-mmio",
		.why = "The simplest program found that shows the host's action answer-mmio: ok.",
		.text = "As the contract has it:\n"
			"  40001000  39400280  ldrb w0, [mmio]\n"
			"  40001004  f900069f  str xzr, [mmio+0x8]\n"
			"  before run 1: answers the MMIO read with 0x0\n",
		.start = &starts[0],
		.words = "mem=40001000,800240399f0600f9ffffff17 regs=elr_el1:40001004 group group answer=0",
		.first = 301, .count = 1,
		.on = {
			[6] = { .known = &knowns[2], .first = 302, .count = 1 },
			[7] = { .known = &knowns[2], .first = 302, .count = 1 },
			[14] = { .known = &knowns[2], .first = 302, .count = 1 },
			[15] = { .known = &knowns[2], .first = 302, .count = 1 },
		},
	},
};

/*
 * The judge's part for arm64: what a CPU may say as it likes, the records of the
 * guest's log, and what programs need.
 */

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

/*
 * The judge: runs every program of the corpus, compares what it shows with what
 * is allowed, and reports in KTAP with the exit codes of kselftest.
 *
 * Everything lies in static tables: nothing is allocated here.
 */

/* As in tools/testing/selftests/kselftest.h. */
#define KSFT_PASS	0
#define KSFT_FAIL	1
#define KSFT_SKIP	4

/* A tick of the host can decide when an event that waits is delivered. */
#define TRIES		3
/* Lines that are shown behind the one in which two runs part. */
#define LINES_BEHIND	3

/* Where two observations part. */
struct place {
	size_t event;
	bool parts;
};

enum result { AGREES, IS_KNOWN, DIFFERS, BROKEN };

static char answer[1 << 18];
static size_t answered;
static struct observation expected, nearest, seen;
static bool verbose;
static unsigned int passed, failed, xfailed, skipped, gone;

void say(const char *format, ...)
{
	size_t left = sizeof(answer) - answered;
	va_list args;
	int size;

	va_start(args, format);
	size = vsnprintf(answer + answered, left, format, args);
	va_end(args);
	answered += size < 0 ? 0 : (size_t)size < left ? (size_t)size : left - 1;
}

static int field_named(const char *name, size_t length)
{
	for (size_t i = 0; i < FIELDS; i++)
		if (strlen(fields[i]) == length && !memcmp(fields[i], name, length))
			return i;
	return -1;
}

/* How many fields a name stands for, and the first of them; 0 if nobody compares it. */
static int fields_named(const char *name, size_t length, int *first)
{
	char numbered[16];

	for (size_t i = 0; i < COUNT(lists); i++) {
		if (strlen(lists[i].name) != length || memcmp(lists[i].name, name, length))
			continue;
		*first = field_named(numbered, snprintf(numbered, sizeof(numbered), "%s0", lists[i].name));
		return lists[i].count;
	}
	*first = field_named(name, length);
	return *first >= 0;
}

/* "name=value ..." up to the end of the line; names that nobody compares are passed over. */
static void parse_fields(const char *text, uint64_t *field)
{
	for (text += strspn(text, " "); *text && *text != '\n'; text += strspn(text, " ")) {
		size_t length = strcspn(text, "= \n");
		const char *value = text + length + (text[length] == '=');
		int first, count = fields_named(text, length, &first);
		char *end;

		for (int i = first; i < first + count; i++, value = end + (*end == ',')) {
			end = (char *)value;
			/* Each of in, out, read, write has a letter of its own. */
			if (!strcmp(fields[i], "direction"))
				field[i] = *value;
			else
				field[i] = *value == '-' ? ABSENT : strtoull(value, &end, 16);
		}
		text += strcspn(text, " \n");
	}
}

static void parse_log(const char *text, struct observation *o)
{
	size_t most = strcspn(text, "\n") / 2;

	for (o->log_size = 0; o->log_size < most && o->log_size < sizeof(o->log); text += 2) {
		char digits[3] = { text[0], text[1], 0 };

		o->log[o->log_size++] = strtoul(digits, NULL, 16);
	}
}

/*
 * An answer of the runner, which is whole, or a run as it is stored: there an
 * exit has only those fields of the state that are not as they were at the exit
 * before.
 */
static void parse(const char *text, bool is_whole, const struct start *start,
		  struct observation *o)
{
	uint64_t state[FIELDS];

	memset(state, 0xff, sizeof(state));
	parse_fields(start->state, state);
	o->count = 0;
	o->log_size = 0;
	o->ending[0] = 0;
	for (; *text; text += strcspn(text, "\n"), text += *text == '\n') {
		struct event *event = &o->events[o->count];
		size_t length = strcspn(text, " \n");

		if (!strncmp(text, "log ", 4)) {
			parse_log(text + 4, o);
		} else if (!strncmp(text, "ending ", 7)) {
			snprintf(o->ending, sizeof(o->ending), "%.*s",
				 (int)strcspn(text + 7, "\n"), text + 7);
		} else if (o->count < MAX_EVENTS) {
			length += 1 + strcspn(text + length + 1, " \n");
			snprintf(event->what, sizeof(event->what), "%.*s", (int)length, text);
			if (!strncmp(text, "exit ", 5)) {
				for (size_t i = 0; i < (is_whole ? FIELDS : RECORD_FIELDS); i++)
					state[i] = ABSENT;
				parse_fields(text + length, state);
				memcpy(event->field, state, sizeof(state));
			}
			o->count++;
		}
	}
}

static uint64_t read_le(const uint8_t *bytes, int size)
{
	uint64_t value = 0;

	while (size--)
		value = value << 8 | bytes[size];
	return value;
}

static void write_le(uint8_t *bytes, int size, uint64_t value)
{
	for (int i = 0; i < size; i++, value >>= 8)
		bytes[i] = value;
}

static void observe(const char *text, bool is_whole, const struct start *start,
		    struct observation *o)
{
	parse(text, is_whole, start, o);
	mask(o, start);
}

static bool is_exit(const struct event *event)
{
	return !strncmp(event->what, "exit ", 5);
}

static bool same_event(const struct event *a, const struct event *b)
{
	return !strcmp(a->what, b->what) &&
	       (!is_exit(a) || !memcmp(a->field, b->field, sizeof(a->field)));
}

/*
 * Where a run that is allowed and what was seen part: in an event, or behind
 * them all. One that a cap has cut off says nothing about what comes later.
 */
static struct place compare(const struct observation *a, const struct observation *b)
{
	struct place place = { 0, true };

	for (; place.event < a->count && place.event < b->count; place.event++)
		if (!same_event(&a->events[place.event], &b->events[place.event]))
			return place;
	if (!strcmp(a->ending, "cap") && b->count > a->count)
		place.parts = false;
	else
		place.parts = a->count != b->count || strcmp(a->ending, b->ending) ||
			      a->log_size != b->log_size ||
			      memcmp(a->log, b->log, a->log_size);
	return place;
}

/* Whether what was seen is one of some runs; else the nearest of them, if that is asked for. */
static bool is_one_of(const struct program *program, uint16_t first, uint16_t count,
		      struct place *place)
{
	for (int i = first; i < first + count; i++) {
		struct place here;

		observe(runs[i], false, program->start, &expected);
		here = compare(&expected, &seen);
		if (!here.parts)
			return true;
		if (place && (i == first || here.event > place->event)) {
			*place = here;
			nearest = expected;
		}
	}
	return false;
}

/* The value of a word NAME=VALUE, up to a blank. */
static void word_of(const char *line, const char *name, char *value, size_t size)
{
	size_t length = strlen(name);

	snprintf(value, size, "unknown");
	for (const char *at = line; (at = strchr(at, ' ')); )
		if (!strncmp(++at, name, length) && at[length] == '=')
			snprintf(value, size, "%.*s", (int)strcspn(at + length + 1, " \n"),
				 at + length + 1);
}

static const char *run_words_of(int kvm, size_t run_size, const struct start *start,
				const char *words)
{
	static char line[1 << 14];
	char *rest;

	if (snprintf(line, sizeof(line), "%s %s", start->words, words) >= (int)sizeof(line))
		return "the program is too long";
	answered = 0;
	answer[0] = 0;
	strtok_r(line, " ", &rest);
	return run_program(kvm, run_size, &rest);
}

/* What the probe is for: KVM's own emulator runs into what a CPU executes. */
static bool emulates(int kvm, size_t run_size)
{
	return probe && !run_words_of(kvm, run_size, &starts[0], probe) &&
	       strstr(answer, "\nending internal-error\n");
}

static const struct kind *recognise(const char *hello, bool is_emulating)
{
	char module[64], release[64], cpu_name[64], emulator[64];
	int version, major = 0, minor = 0;

	word_of(hello, "module", module, sizeof(module));
	word_of(hello, "kernel", release, sizeof(release));
	word_of(hello, "cpu-name", cpu_name, sizeof(cpu_name));
	word_of(hello, "emulator", emulator, sizeof(emulator));
	sscanf(release, "%d.%d", &major, &minor);
	version = 1000 * major + minor;
	for (const struct kind *k = kinds; k < kinds + KINDS; k++)
		if ((!k->module || !strcmp(k->module, module)) && version >= k->from &&
		    (!k->cpu_name || !strncmp(k->cpu_name, cpu_name, strlen(k->cpu_name))) &&
		    (!k->emulator || !strcmp(k->emulator, emulator)) &&
		    (!k->emulates || is_emulating))
			return k;
	return &kinds[KINDS - 1];
}

static void print_lines(const char *head, const char *text)
{
	while (*text) {
		int length = strcspn(text, "\n");

		printf("# %s%.*s\n", head, length, text);
		text += length + (text[length] == '\n');
	}
}

/* An event: its record, and what of the state has changed or differs from another one's. */
static void print_event(char mark, const struct observation *o, size_t at,
			const struct observation *other)
{
	const struct event *event = &o->events[at], *before = NULL;

	for (size_t i = 0; i < at; i++)
		if (is_exit(&o->events[i]))
			before = &o->events[i];
	printf("#   %c %s", mark, event->what);
	for (size_t i = 0; is_exit(event) && i < FIELDS; i++) {
		uint64_t value = event->field[i];
		bool differs = at < other->count && !strcmp(event->what, other->events[at].what) &&
			       other->events[at].field[i] != value;
		bool shown = differs || (i < RECORD_FIELDS ? value != ABSENT :
			     !strcmp(fields[i], pc_field) || (before && before->field[i] != value));

		if (!shown)
			continue;
		if (value == ABSENT)
			printf(" %s=-", fields[i]);
		else if (!strcmp(fields[i], "direction"))
			printf(" %s", value == 'i' ? "in" : value == 'o' ? "out" :
			       value == 'r' ? "read" : "write");
		else
			printf(" %s=0x%llx", fields[i], (unsigned long long)value);
	}
	printf("\n");
}

/* What the guest's handlers have logged, record by record. */
static void print_logs(const struct observation *a, const struct observation *b,
		       const struct start *start)
{
	size_t size = record_size(start);

	for (size_t at = 0; at < a->log_size || at < b->log_size; at += size) {
		bool in_a = at + size <= a->log_size;
		bool in_b = at + size <= b->log_size;
		bool same = in_a && in_b && !memcmp(a->log + at, b->log + at, size);

		if (in_a) {
			printf("#   %c guest: ", same ? ' ' : '-');
			print_record(a->log + at, start);
		}
		if (in_b && !same) {
			printf("#   + guest: ");
			print_record(b->log + at, start);
		}
	}
}

/* Both runs, up to a little behind the place where they part. */
static void print_runs(const struct observation *a, const struct observation *b,
		       struct place place, const struct start *start)
{
	size_t end = place.event + 1 + LINES_BEHIND;
	size_t most = a->count > b->count ? a->count : b->count;

	for (size_t i = 0; i < most && i < end; i++) {
		bool same = i < a->count && i < b->count &&
			    same_event(&a->events[i], &b->events[i]);

		if (i < a->count)
			print_event(same ? ' ' : '-', a, i, b);
		if (i < b->count && !same)
			print_event('+', b, i, a);
	}
	if (most > end)
		printf("#     ...\n");
	print_logs(a, b, start);
	if (!strcmp(a->ending, b->ending))
		printf("#     ends: %s\n", a->ending);
	else
		printf("#   - ends: %s\n#   + ends: %s\n", a->ending, b->ending);
}

static void print_program(const struct program *program)
{
	printf("# %s: %s\n", program->name, program->why);
	print_lines("  ", program->text);
}

static void print_difference(const struct program *program, struct place place)
{
	printf("# - %s, + what was seen:\n", program->count > 1 ?
	       "the nearest of the runs that are allowed" : "the only run that is allowed");
	print_runs(&nearest, &seen, place, program->start);
}

/* Runs a program until it does what is allowed or known, and no more than TRIES times. */
static enum result try_program(int kvm, size_t run_size, const struct program *program,
			       struct place *place, unsigned int *tries, const char **complaint)
{
	const struct special *special = &program->on[kind - kinds];

	for (*tries = 1; ; ++*tries) {
		*complaint = run_words_of(kvm, run_size, program->start, program->words);
		if (*complaint)
			return BROKEN;
		observe(answer, true, program->start, &seen);
		if (is_one_of(program, program->first, program->count, place))
			return AGREES;
		if (is_one_of(program, special->first, special->count, NULL))
			return IS_KNOWN;
		if (*tries == TRIES)
			return DIFFERS;
	}
}

static void judge(int kvm, size_t run_size, const struct program *program, unsigned int number)
{
	const struct known *known = program->on[kind - kinds].known;
	const char *complaint = NULL;
	struct place place = { 0, false };
	unsigned int tries;
	enum result result = try_program(kvm, run_size, program, &place, &tries, &complaint);

	if (verbose || result == DIFFERS || result == BROKEN)
		print_program(program);
	if (result == DIFFERS || (verbose && result == IS_KNOWN))
		print_difference(program, place);
	if (result != DIFFERS && tries > 1)
		printf("# %s: not before the %s try\n", program->name, tries == 2 ? "2nd" : "3rd");
	switch (result) {
	case AGREES:
		passed++;
		if (known && known->layer != POLICY) {
			printf("# %s: a known deviation is not seen any more: %s\n",
			       program->name, known->text);
			gone++;
		}
		printf("ok %u %s\n", number, program->name);
		break;
	case IS_KNOWN:
		if (known->layer == POLICY) {
			passed++;
			printf("# %s: a policy of this kernel: %s\n", program->name, known->text);
			printf("ok %u %s\n", number, program->name);
		} else {
			xfailed++;
			printf("ok %u %s # XFAIL %s; %s\n", number, program->name, known->text,
			       known->range);
		}
		break;
	case DIFFERS:
		failed++;
		printf("not ok %u %s\n", number, program->name);
		break;
	case BROKEN:
		failed++;
		printf("not ok %u %s # ERROR %s\n", number, program->name, complaint);
	}
}

static const char *missing_cap(int kvm)
{
	for (size_t i = 0; i < COUNT(caps); i++)
		if (ioctl(kvm, KVM_CHECK_EXTENSION, caps[i].number) <= 0)
			return caps[i].text;
	return NULL;
}

static bool is_chosen(const struct program *program, char **names)
{
	if (!*names)
		return true;
	for (; *names; names++)
		if (!strcmp(program->name, *names))
			return true;
	return false;
}

/* Prepares /dev/kvm; -1 if nothing can be run, after saying so. */
static int prepare(size_t *run_size)
{
	int kvm = open_kvm(run_size);
	const char *missing;

	if (kvm < 0) {
		printf("1..0 # SKIP /dev/kvm: %s\n", strerror(errno));
		return -1;
	}
	missing = missing_cap(kvm);
	if (missing) {
		printf("1..0 # SKIP %s is missing\n", missing);
		return -1;
	}
	for (size_t i = 0; i < COUNT(image_words); i++) {
		static char line[1 << 15];
		const char *complaint;
		char *rest;

		snprintf(line, sizeof(line), "%s", image_words[i]);
		strtok_r(line, " ", &rest);
		complaint = store_image(&rest);
		if (complaint) {
			printf("Bail out! image %zu: %s\n", i, complaint);
			failed++;
			return -1;
		}
	}
	return kvm;
}

static int run_corpus(char **names)
{
	static char hello[1024];
	unsigned int plan = 0, number = 0;
	size_t run_size;
	int kvm;

	printf("KTAP version 1\n");
	kvm = prepare(&run_size);
	if (kvm < 0)
		return failed ? KSFT_FAIL : KSFT_SKIP;
	say_hello(kvm);
	snprintf(hello, sizeof(hello), "%.*s", (int)strcspn(answer, "\n"), answer);
	kind = recognise(hello, emulates(kvm, run_size));
	for (size_t i = 0; i < COUNT(programs); i++)
		plan += is_chosen(&programs[i], names);
	printf("1..%u\n", plan);
	printf("# %s\n# %s\n", corpus_title, strchr(hello, '=') ? strstr(hello, "kernel=") : hello);
	if (kind->variant) {
		char release[64];

		word_of(hello, "kernel", release, sizeof(release));
		printf("# %s: known deviations are those of %s%s\n", kind->title, kind->variant,
		       !kind->measured ? ", which follows from its source and was not measured" :
		       strncmp(release, kind->measured, strlen(kind->measured)) ?
		       ", which was measured on another kernel" : "");
	} else {
		printf("# %s: nothing is known of it, every deviation fails\n", kind->title);
	}
	for (size_t i = 0; i < COUNT(programs); i++) {
		const struct program *program = &programs[i];
		const char *reason;

		if (!is_chosen(program, names))
			continue;
		reason = missing_need(&program->needs, kvm, hello);
		if (!reason)
			reason = program->on[kind - kinds].skip;
		number++;
		if (reason) {
			skipped++;
			printf("ok %u %s # SKIP %s\n", number, program->name, reason);
		} else {
			judge(kvm, run_size, program, number);
		}
	}
	if (gone)
		printf("# %u known deviation%s not seen any more\n", gone, gone > 1 ? "s are" : " is");
	printf("# Totals: pass:%u fail:%u xfail:%u xpass:0 skip:%u error:0\n",
	       passed, failed, xfailed, skipped);
	if (failed)
		return KSFT_FAIL;
	return passed + xfailed ? KSFT_PASS : KSFT_SKIP;
}

static int usage(void)
{
	fprintf(stderr,
		"usage: guest-debug-corpus [-l] [-v] [PROGRAM...]\n"
		"  -l  lists the programs\n"
		"  -v  shows each program, and how known deviations show\n"
		"exits with 0 if all that fails is known, 1 if something else fails, 4 if nothing can be run\n");
	return KSFT_FAIL;
}

static int list(void)
{
	for (size_t i = 0; i < COUNT(programs); i++)
		printf("%s: %s\n", programs[i].name, programs[i].why);
	return KSFT_PASS;
}

static bool is_program(const char *name)
{
	for (size_t i = 0; i < COUNT(programs); i++)
		if (!strcmp(programs[i].name, name))
			return true;
	fprintf(stderr, "guest-debug-corpus: no such program: %s (-l lists them)\n", name);
	return false;
}

static int run_with(int argc, char **argv)
{
	bool lists = false;
	int option;

	while ((option = getopt(argc, argv, "lv")) >= 0) {
		if (option == 'l')
			lists = true;
		else if (option == 'v')
			verbose = true;
		else
			return usage();
	}
	for (char **name = argv + optind; *name; name++)
		if (!is_program(*name))
			return KSFT_FAIL;
	return lists ? list() : run_corpus(argv + optind);
}

int main(int argc, char **argv)
{
	bool init = getpid() == 1;
	int code;

	/* /dev/kvm must not become the standard output. */
	if (fcntl(STDOUT_FILENO, F_GETFD) < 0 && !init) {
		perror("guest-debug-corpus: standard output");
		return KSFT_FAIL;
	}
	/* What a program does to the kernel is seen by the last line before it. */
	setvbuf(stdout, NULL, _IOLBF, 1 << 14);
	if (init)
		init_system();
	code = init ? run_corpus(argv + argc) : run_with(argc, argv);
	if (init) {
		printf("# exit code %d\n", code);
		power_off();
	}
	if (fflush(stdout) || ferror(stdout)) {
		perror("guest-debug-corpus: standard output");
		return KSFT_FAIL;
	}
	return code;
}
