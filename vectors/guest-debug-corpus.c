// SPDX-License-Identifier: MIT
/*
 * 273 programs for KVM's guest debugging (KVM_SET_GUEST_DEBUG,
 * KVM_SET_DEBUGREGS), with the runs that the manuals and the KVM API allow for
 * each.
 *
 * Made by guest-debug-oracle 0.1.0; do not edit. There each program can be
 * looked at, and the rules behind what is expected.
 *
 *   cc -O2 -Wall -o guest-debug-corpus guest-debug-corpus.c && ./guest-debug-corpus
 *
 * It needs /dev/kvm on x86-64, libc and the headers of the kernel (5.15 or
 * newer). Built with -static it is an init as well, with channel=DEVICE for its
 * output and modules=NAME,... (from /modules, in this order) on the kernel's
 * command line; it then switches the computer off.
 *
 * The output is KTAP, the exit codes are those of kselftest: 0 if everything is
 * as expected or known, 1 if something is not, 4 if nothing can be run here.
 * XFAIL is what the kernel is known to do otherwise, in exactly this way; a
 * difference that is nobody's bug, but a policy, passes.
 *
 * Left out: the guest does not end on x86/linux-6.18-pvm (1), the guest does
 * not end on x86/linux-7.2-svm (2), an instruction that programs do not have
 * (1).
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
#include <sys/io.h>
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
 * The x86 vCPU: its state as words, and what a fresh one has to be told. No
 * interrupt controller in the kernel.
 */
#ifdef __x86_64__

#define CR4_DE			0x8
#define MSR_SYSENTER_CS		0x174
#define MAX_CPUID		8
#define MAX_MSRS		16
#define FORCED_EMULATION	"/sys/module/kvm/parameters/force_emulation_prefix"
#define EPT			"/sys/module/kvm_intel/parameters/ept"
#define UNRESTRICTED_GUEST	"/sys/module/kvm_intel/parameters/unrestricted_guest"
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

/* The first character of a module's parameter; EOF if there is none. */
static int parameter(const char *path)
{
	FILE *file = fopen(path, "re");
	int value = file ? fgetc(file) : EOF;

	if (file)
		fclose(file);
	return value;
}

/* A bit mask or a bool: Y or N. */
static bool is_set(int value)
{
	return value != EOF && value != 'N' && value != '0';
}

void arch_say_hello(int kvm)
{
	const char *emulator = getenv("emulator");
	int ept = parameter(EPT);

	(void)kvm;
	say(" forced-emulation=%d", is_set(parameter(FORCED_EMULATION)));
	if (ept != EOF)
		say(" ept=%d unrestricted-guest=%d", is_set(ept), is_set(parameter(UNRESTRICTED_GUEST)));
	if (emulator)
		say(" emulator=%s", emulator);
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

/*
 * Bochs's CPU sets RF in the frame of an event whose delivery is the first to
 * touch a page of the VM, and a VM costs it 25 times as much as a vCPU
 * (measured with Bochs 3.0, Linux 6.1).
 */
bool arch_keeps_vm(void)
{
	return ports_are_open();
}

int arch_touch_ram(struct machine *m)
{
	static const uint8_t code[] = {
		0x8a, 0x07,			/* mov al, [bx] */
		0x88, 0x07,			/* mov [bx], al */
		0x81, 0xc3, 0x00, 0x10,		/* add bx, 0x1000 */
		0xe2, 0xf6,			/* loop to the first */
		0xf4,				/* hlt */
	};
	struct kvm_regs regs = { .rcx = RAM_SIZE / 0x1000, .rflags = 2 };
	uint8_t before[sizeof(code)];
	bool halted;

	memcpy(before, m->ram, sizeof(code));
	memcpy(m->ram, code, sizeof(code));
	halted = !ioctl(m->vcpu, KVM_SET_REGS, &regs) && !ioctl(m->vcpu, KVM_RUN, 0) &&
		 m->run->exit_reason == KVM_EXIT_HLT;
	memcpy(m->ram, before, sizeof(code));
	return halted ? 0 : complain("touching RAM: exit reason %u", m->run->exit_reason);
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
		 * Written, it may have been a negative int.
		 */
		if ((debug.dr7 >> 32 == 0 || debug.dr7 >> 32 == 0xffffffff) && debug.pad == POISON * 0x01010101U)
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
 * A channel by I/O ports alone, for an emulator whose fastest serial line takes
 * some 10 us for each byte: lines come in through the sectors of an IDE disk
 * that the other end writes to while it is read, and go out through port 0xe9,
 * whose bytes the emulator prints.
 *
 * Sector n of the input, counted without end, lies in sector n % SECTORS of the
 * disk: n + 1 and the count of its bytes, 32 bits each, then the bytes. It is
 * there as soon as its number is.
 */
#ifdef __x86_64__

#define DEBUG_PORT	0xe9

/* The master of the second IDE channel, which no driver has claimed. */
#define IDE		0x170
#define IDE_DATA	(IDE + 0)
#define IDE_COUNT	(IDE + 2)
#define IDE_LBA		(IDE + 3)
#define IDE_DEVICE	(IDE + 6)
#define IDE_COMMAND	(IDE + 7)
#define IDE_STATUS	(IDE + 7)
#define IDE_CONTROL	0x376
#define NO_INTERRUPTS	0x02
#define DEVICE_LBA	0xe0
#define READ_SECTORS	0x20
#define BUSY		0x80
#define READY		0x08
#define FAILED		0x01

#define SECTORS		2048

/* Bochs ends when it reads its name for that here. */
#define SHUTDOWN_PORT	0x8900
#define SHUTDOWN	"Shutdown"

static struct {
	uint32_t number, size;
	char bytes[504];
} sector;

/* What is read already of the sector that is there. */
static uint32_t taken;
static uint32_t sectors_read;
static bool is_open;

/* The compiler cannot know that insw and outsb of <sys/io.h> touch memory. */
#define barrier()	__asm__ volatile("" : : : "memory")

static int read_sector(uint32_t lba)
{
	uint8_t status;

	outb(DEVICE_LBA | lba >> 24, IDE_DEVICE);
	outb(1, IDE_COUNT);
	for (int i = 0; i < 3; i++)
		outb(lba >> (8 * i), IDE_LBA + i);
	outb(READ_SECTORS, IDE_COMMAND);
	do {
		status = inb(IDE_STATUS);
		if (!(status & BUSY) && (status & FAILED))
			return -1;
	} while ((status & BUSY) || !(status & READY));
	insw(IDE_DATA, &sector, sizeof(sector) / 2);
	barrier();
	return 0;
}

static ssize_t read_ports(void *cookie, char *to, size_t size)
{
	(void)cookie;
	while (taken == sector.size) {
		do {
			if (read_sector(sectors_read % SECTORS))
				return -1;
		} while (sector.number != sectors_read + 1);
		sectors_read++;
		taken = 0;
	}
	if (size > sector.size - taken)
		size = sector.size - taken;
	memcpy(to, sector.bytes + taken, size);
	taken += size;
	return size;
}

static ssize_t write_ports(void *cookie, const char *from, size_t size)
{
	(void)cookie;
	barrier();
	outsb(DEBUG_PORT, from, size);
	return size;
}

int open_ports(void)
{
	FILE *in, *out;

	if (iopl(3))
		return -1;
	outb(NO_INTERRUPTS, IDE_CONTROL);
	in = fopencookie(NULL, "r", (cookie_io_functions_t){ .read = read_ports });
	out = fopencookie(NULL, "w", (cookie_io_functions_t){ .write = write_ports });
	if (!in || !out)
		return -1;
	setvbuf(out, NULL, _IOFBF, 1 << 16);
	stdin = in;
	stdout = out;
	is_open = true;
	return 0;
}

bool ports_are_open(void)
{
	return is_open;
}

void close_ports(void)
{
	if (is_open)
		outsb(SHUTDOWN_PORT, SHUTDOWN, strlen(SHUTDOWN));
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

#define KINDS		10
#define FIELDS		47
/* So many of them belong to the record of an exit. */
#define RECORD_FIELDS	10

/*
 * What the tables of the x86 corpus and the judge's part for x86 know of each
 * other.
 */
#ifndef X86_JUDGE_H
#define X86_JUDGE_H

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
	"exception",
	"pc",
	"exit-dr6",
	"exit-dr7",
	"direction",
	"port",
	"address",
	"size",
	"count",
	"data",
	"rip",
	"rflags",
	"rax",
	"rcx",
	"rdx",
	"rbx",
	"rsp",
	"rbp",
	"rsi",
	"rdi",
	"r8",
	"r9",
	"r10",
	"r11",
	"r12",
	"r13",
	"r14",
	"r15",
	"cs",
	"ds",
	"es",
	"ss",
	"cr2",
	"cr4de",
	"db0",
	"db1",
	"db2",
	"db3",
	"dr6",
	"dr7",
	"shadow",
	"pending",
	"injected",
	"error",
	"payload",
	"interrupt",
	"nmi",
};

/* Those that the runner writes as one with commas. */
static const struct list lists[] = {
	{ "db", 4 },
};

static const char pc_field[] = "rip";

static const struct kind kinds[KINDS] = {
	{
		.title = "kvm-amd on QEMU's CPU, as in Linux 7.2",
		.variant = "x86/linux-7.2-svm",
		.measured = "7.2.",
		.module = "kvm_amd",
		.from = 7000,
		.cpu_name = "QEMU-TCG",
		.cpu = QEMU_CPU,
	},
	{
		.title = "kvm-amd on QEMU's CPU, as in Linux 6.1",
		.variant = "x86/linux-6.1-svm",
		.measured = "6.1.",
		.module = "kvm_amd",
		.cpu_name = "QEMU-TCG",
		.cpu = QEMU_CPU,
	},
	{
		.title = "kvm-amd, as in Linux 7.2",
		.variant = "x86/linux-7.2-svm",
		.measured = "7.2.",
		.module = "kvm_amd",
		.from = 7000,
	},
	{
		.title = "kvm-amd, as in Linux 6.1",
		.variant = "x86/linux-6.1-svm",
		.measured = "6.1.",
		.module = "kvm_amd",
	},
	{
		.title = "kvm-intel on Bochs's CPU, as in Linux 7.2",
		.variant = "x86/linux-7.2-vmx",
		.measured = "7.2.",
		.module = "kvm_intel",
		.from = 7000,
		.emulator = "Bochs",
		.cpu = BOCHS_CPU,
	},
	{
		.title = "kvm-intel on Bochs's CPU, as in Linux 6.1",
		.variant = "x86/linux-6.1-vmx",
		.measured = "6.1.",
		.module = "kvm_intel",
		.emulator = "Bochs",
		.cpu = BOCHS_CPU,
	},
	{
		.title = "kvm-intel, as in Linux 7.2",
		.variant = "x86/linux-7.2-vmx",
		.measured = "7.2.",
		.module = "kvm_intel",
		.from = 7000,
	},
	{
		.title = "kvm-intel, as in Linux 6.1",
		.variant = "x86/linux-6.1-vmx",
		.measured = "6.1.",
		.module = "kvm_intel",
	},
	{
		.title = "the PVM flavour of KVM",
		.variant = "x86/linux-6.18-pvm",
		.measured = "6.18.",
		.emulates = true,
	},
	{
		.title = "another KVM",
	},
};

/* In real mode and in long mode. */
static const struct log_layout log_layouts[] = {
	{ 16, 0, 2, 2, 2, 4, 8 },
	{ 32, 0, 8, 8, 8, 16, 20 },
};

/* The vectors that are faults. */
static const uint32_t faults = 0xfffbfee1;

/* Memory that programs start from. */
static const char *const image_words[] = {
	"image 0 "
	"mem=1,"
	"6000004060000080600000c0600000006100004061000080610000c0610000006200004062000080620000c062"
	"0000006300004063000080630000c0630000006400004064000080640000c06400000065000040650000806500"
	"00c0650000006600004066000080660000c0660000006700004067000080670000c06700000068000040680000"
	"80680000c0680000006900004069000080690000c0690000006a0000406a0000806a0000c06a0000006b000040"
	"6b0000806b0000c06b0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c"
	"0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c00"
	"00006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000"
	"006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c000000"
	"6c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c"
	"0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c00"
	"00006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000"
	"006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c000000"
	"6c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c"
	"0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c00"
	"00006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000"
	"006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c000000"
	"6c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c"
	"0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c00"
	"00006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000"
	"006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c000000"
	"6c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c"
	"0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c00"
	"00006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c "
	"mem=1000,"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4 "
	"mem=6000,"
	"67ff34248f460067ff7424048f4602c64604008d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f466500f21f066894608665867ff34248f460067ff7424048f4602"
	"c64604018d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f4600"
	"67ff7424048f4602c64604028d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604038d6e10cff4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f46"
	"02c64604048d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f467ff34248f460067ff7424048f4602c64604058d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604068d6e"
	"10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff"
	"34248f460067ff7424048f4602c64604078d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604088d6e10f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff"
	"7424048f4602c64604098d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c646040a8d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c6"
	"46040b8d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f467ff34248f460067ff7424048f4602c646040c8d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c646040d8d6e10f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff3424"
	"8f460067ff7424048f4602c646040e8d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c646040f8d6e10f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424"
	"048f4602c64604108d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604118d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604"
	"128d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f467ff34248f460067ff7424048f4602c64604138d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604148d6e10f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f46"
	"0067ff7424048f4602c64604158d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604168d6e10f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f"
	"4602c64604178d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604188d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604198d"
	"6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467"
	"ff34248f460067ff7424048f4602c646041a8d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c646041b8d6e10f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067"
	"ff7424048f4602c646041c8d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c646041d8d6e10f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602"
	"c646041e8d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f467ff34248f460067ff7424048f4602c646041f8d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604208d6e10"
	"cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34"
	"248f460067ff7424048f4602c64604218d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604228d6e10cff4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff74"
	"24048f4602c64604238d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604248d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c646"
	"04258d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f467ff34248f460067ff7424048f4602c64604268d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604278d6e10cff4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f"
	"460067ff7424048f4602c64604288d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604298d6e10cff4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff742404"
	"8f4602c646042a8d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c646042b8d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c646042c"
	"8d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"67ff34248f460067ff7424048f4602c646042d8d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c646042e8d6e10cff4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f4600"
	"67ff7424048f4602c646042f8d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604ff8d6e10cff4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4",
	"image 1 "
	"mem=1,"
	"6000004060000080600000c0600000006100004061000080610000c0610000006200004062000080620000c062"
	"0000006300004063000080630000c0630000006400004064000080640000c06400000065000040650000806500"
	"00c0650000006600004066000080660000c0660000006700004067000080670000c06700000068000040680000"
	"80680000c0680000006900004069000080690000c0690000006a0000406a0000806a0000c06a0000006b000040"
	"6b0000806b0000c06b0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c"
	"0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c00"
	"00006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000"
	"006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c000000"
	"6c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c"
	"0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c00"
	"00006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000"
	"006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c000000"
	"6c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c"
	"0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c00"
	"00006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000"
	"006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c000000"
	"6c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c"
	"0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c00"
	"00006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000"
	"006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c000000"
	"6c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c"
	"0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c00"
	"00006c0000006c0000006c0000006c0000006c0000006c0000006c0000006c "
	"mem=1000,"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4 "
	"mem=6000,"
	"67ff34248f460067ff7424048f4602c64604008d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f466500f21f0668946086631c00f23f8665867ff34248f460067ff"
	"7424048f4602c64604018d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f4600"
	"67ff7424048f4602c64604028d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604038d6e10cff4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f46"
	"02c64604048d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f467ff34248f460067ff7424048f4602c64604058d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604068d6e"
	"10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff"
	"34248f460067ff7424048f4602c64604078d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604088d6e10f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff"
	"7424048f4602c64604098d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c646040a8d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c6"
	"46040b8d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f467ff34248f460067ff7424048f4602c646040c8d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c646040d8d6e10f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff3424"
	"8f460067ff7424048f4602c646040e8d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c646040f8d6e10f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424"
	"048f4602c64604108d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604118d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604"
	"128d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f467ff34248f460067ff7424048f4602c64604138d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604148d6e10f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f46"
	"0067ff7424048f4602c64604158d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604168d6e10f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f"
	"4602c64604178d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604188d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604198d"
	"6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467"
	"ff34248f460067ff7424048f4602c646041a8d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c646041b8d6e10f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067"
	"ff7424048f4602c646041c8d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c646041d8d6e10f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602"
	"c646041e8d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f467ff34248f460067ff7424048f4602c646041f8d6e10f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604208d6e10"
	"cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34"
	"248f460067ff7424048f4602c64604218d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604228d6e10cff4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff74"
	"24048f4602c64604238d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604248d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c646"
	"04258d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f467ff34248f460067ff7424048f4602c64604268d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604278d6e10cff4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f"
	"460067ff7424048f4602c64604288d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604298d6e10cff4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff742404"
	"8f4602c646042a8d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c646042b8d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c646042c"
	"8d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"67ff34248f460067ff7424048f4602c646042d8d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c646042e8d6e10cff4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f467ff34248f4600"
	"67ff7424048f4602c646042f8d6e10cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f467ff34248f460067ff7424048f4602c64604ff8d6e10cff4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4",
	"image 2 "
	"mem=1000,"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4 "
	"mem=6000,"
	"ff34248f4500ff7424108f4508c6451000488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4500f21f089451458ff34248f4500ff7424108f4508c645100148"
	"8d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff"
	"7424108f4508c6451002488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451003488d6d2048cff4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6"
	"451004488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4ff34248f4500ff7424108f4508c6451005488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451006488d6d20"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34"
	"248f4500ff7424108f4508c6451007488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f48f4518ff34248f4500ff7424108f4508c6451008488d6d20f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424"
	"108f4508c6451009488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f48f4518ff34248f4500ff7424108f4508c645100a488d6d20f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f48f4518ff34248f4500ff7424108f4508"
	"c645100b488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f48f4518ff34248f4500ff7424108f4508c645100c488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f48f4518ff34248f4500ff7424108f4508c645100d488d6d"
	"20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f48f4518ff"
	"34248f4500ff7424108f4508c645100e488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c645100f488d6d20f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f"
	"4508c6451010488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f48f4518ff34248f4500ff7424108f4508c6451011488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c645101248"
	"8d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4ff34248f4500ff7424108f4508c6451013488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451014488d6d20f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f48f4518ff3424"
	"8f4500ff7424108f4508c6451015488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451016488d6d20f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508"
	"c6451017488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451018488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451019488d6d"
	"20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff"
	"34248f4500ff7424108f4508c645101a488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c645101b488d6d20f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff74"
	"24108f4508c645101c488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f48f4518ff34248f4500ff7424108f4508c645101d488d6d20f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f48f4518ff34248f4500ff7424108f45"
	"08c645101e488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4ff34248f4500ff7424108f4508c645101f488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451020488d6d2048"
	"cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff3424"
	"8f4500ff7424108f4508c6451021488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451022488d6d2048cff4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff742410"
	"8f4508c6451023488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451024488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451025"
	"488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4ff34248f4500ff7424108f4508c6451026488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451027488d6d2048cff4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f45"
	"00ff7424108f4508c6451028488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451029488d6d2048cff4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f45"
	"08c645102a488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c645102b488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c645102c488d"
	"6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"ff34248f4500ff7424108f4508c645102d488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c645102e488d6d2048cff4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c64510ff488d6d2048cff4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f448894d004c895d08c64510fe488d"
	"6d20480f07f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4 mem=8000,2790 mem=9000,27a0 mem=a000,e7 "
	"mem=b001,"
	"600800008e0000000000000000000040600800008e0000000000000000000080600800008e0000000000000000"
	"0000c060080000ee000000000000000000000061080000ee0000000000000000000040610800008e0000000000"
	"000000000080610800008e00000000000000000000c0610800008e0000000000000000000000620800008e0000"
	"000000000000000040620800008e0000000000000000000080620800008e00000000000000000000c062080000"
	"8e0000000000000000000000630800008e0000000000000000000040630800008e000000000000000000008063"
	"0800008e00000000000000000000c0630800008e0000000000000000000000640800008e000000000000000000"
	"0040640800008e0000000000000000000080640800008e00000000000000000000c0640800008e000000000000"
	"0000000000650800008e0000000000000000000040650800008e0000000000000000000080650800008e000000"
	"00000000000000c0650800008e0000000000000000000000660800008e0000000000000000000040660800008e"
	"0000000000000000000080660800008e00000000000000000000c0660800008e00000000000000000000006708"
	"00008e0000000000000000000040670800008e0000000000000000000080670800008e00000000000000000000"
	"c0670800008e000000000000000000000068080000ee000000000000000000004068080000ee00000000000000"
	"0000008068080000ee00000000000000000000c068080000ee000000000000000000000069080000ee00000000"
	"0000000000004069080000ee000000000000000000008069080000ee00000000000000000000c069080000ee00"
	"000000000000000000006a080000ee00000000000000000000406a080000ee00000000000000000000806a0800"
	"00ee00000000000000000000c06a080000ee00000000000000000000006b080000ee0000000000000000000040"
	"6b080000ee00000000000000000000806b080000ee00000000000000000000c06b080000ee0000000000000000"
	"0000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000"
	"0000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000"
	"0000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000"
	"ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c"
	"080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000000000000000"
	"00006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000000000"
	"00000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000"
	"00000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee"
	"00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c08"
	"0000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000"
	"006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000"
	"000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000"
	"000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00"
	"000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c0800"
	"00ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000000000000000"
	"6c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000000000"
	"0000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000"
	"0000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000"
	"0000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000"
	"ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c"
	"080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000000000000000"
	"00006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000000000"
	"00000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000"
	"00000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee"
	"00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c08"
	"0000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000"
	"006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000"
	"000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000"
	"000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00"
	"000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c0800"
	"00ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000000000000000"
	"6c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000000000"
	"0000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000"
	"0000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000"
	"0000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000"
	"ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c"
	"080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000000000000000"
	"00006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000000000"
	"00000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000"
	"00000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee"
	"00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c08"
	"0000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000"
	"006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000"
	"000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000"
	"000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00"
	"000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c0800"
	"00ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000000000000000"
	"6c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000000000"
	"0000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000"
	"0000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000"
	"0000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000"
	"ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c"
	"080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000000000000000"
	"00006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000000000"
	"00000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000"
	"00000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee"
	"00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c08"
	"0000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000"
	"006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000"
	"000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000"
	"000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00"
	"000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c0800"
	"00ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000000000000000"
	"6c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000000000"
	"0000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000"
	"0000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000"
	"0000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000"
	"ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c"
	"080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000000000000000"
	"00006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000000000"
	"00000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000"
	"00000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee"
	"00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c08"
	"0000ee00000000000000000000006c080000ee00000000000000000000006c080000ee "
	"mem=c008,ffff0000009baf00ffff00000093cf "
	"mem=c028,ffff000000f3cf00ffff000000fbaf000000000000000000670000c1008b mem=c105,60 "
	"mem=c166,68",
	"image 3 "
	"mem=1000,"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4 "
	"mem=6000,"
	"ff34248f4500ff7424108f4508c6451000488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4500f21f089451431c00f23f858ff34248f4500ff7424108f4508"
	"c6451001488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff"
	"7424108f4508c6451002488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451003488d6d2048cff4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6"
	"451004488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4ff34248f4500ff7424108f4508c6451005488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451006488d6d20"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34"
	"248f4500ff7424108f4508c6451007488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f48f4518ff34248f4500ff7424108f4508c6451008488d6d20f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424"
	"108f4508c6451009488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f48f4518ff34248f4500ff7424108f4508c645100a488d6d20f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f48f4518ff34248f4500ff7424108f4508"
	"c645100b488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f48f4518ff34248f4500ff7424108f4508c645100c488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f48f4518ff34248f4500ff7424108f4508c645100d488d6d"
	"20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f48f4518ff"
	"34248f4500ff7424108f4508c645100e488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c645100f488d6d20f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f"
	"4508c6451010488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f48f4518ff34248f4500ff7424108f4508c6451011488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c645101248"
	"8d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4ff34248f4500ff7424108f4508c6451013488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451014488d6d20f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f48f4518ff3424"
	"8f4500ff7424108f4508c6451015488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451016488d6d20f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508"
	"c6451017488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451018488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451019488d6d"
	"20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff"
	"34248f4500ff7424108f4508c645101a488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c645101b488d6d20f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff74"
	"24108f4508c645101c488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f48f4518ff34248f4500ff7424108f4508c645101d488d6d20f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f48f4518ff34248f4500ff7424108f45"
	"08c645101e488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4ff34248f4500ff7424108f4508c645101f488d6d20f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451020488d6d2048"
	"cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff3424"
	"8f4500ff7424108f4508c6451021488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451022488d6d2048cff4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff742410"
	"8f4508c6451023488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451024488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451025"
	"488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4ff34248f4500ff7424108f4508c6451026488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451027488d6d2048cff4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f45"
	"00ff7424108f4508c6451028488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c6451029488d6d2048cff4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f45"
	"08c645102a488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c645102b488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c645102c488d"
	"6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"ff34248f4500ff7424108f4508c645102d488d6d2048cff4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c645102e488d6d2048cff4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4ff34248f4500ff7424108f4508c64510ff488d6d2048cff4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f448894d004c895d08c64510fe488d"
	"6d20480f07f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4"
	"f4f4f4f4f4 mem=8000,2790 mem=9000,27a0 mem=a000,e7 "
	"mem=b001,"
	"600800008e0000000000000000000040600800008e0000000000000000000080600800008e0000000000000000"
	"0000c060080000ee000000000000000000000061080000ee0000000000000000000040610800008e0000000000"
	"000000000080610800008e00000000000000000000c0610800008e0000000000000000000000620800008e0000"
	"000000000000000040620800008e0000000000000000000080620800008e00000000000000000000c062080000"
	"8e0000000000000000000000630800008e0000000000000000000040630800008e000000000000000000008063"
	"0800008e00000000000000000000c0630800008e0000000000000000000000640800008e000000000000000000"
	"0040640800008e0000000000000000000080640800008e00000000000000000000c0640800008e000000000000"
	"0000000000650800008e0000000000000000000040650800008e0000000000000000000080650800008e000000"
	"00000000000000c0650800008e0000000000000000000000660800008e0000000000000000000040660800008e"
	"0000000000000000000080660800008e00000000000000000000c0660800008e00000000000000000000006708"
	"00008e0000000000000000000040670800008e0000000000000000000080670800008e00000000000000000000"
	"c0670800008e000000000000000000000068080000ee000000000000000000004068080000ee00000000000000"
	"0000008068080000ee00000000000000000000c068080000ee000000000000000000000069080000ee00000000"
	"0000000000004069080000ee000000000000000000008069080000ee00000000000000000000c069080000ee00"
	"000000000000000000006a080000ee00000000000000000000406a080000ee00000000000000000000806a0800"
	"00ee00000000000000000000c06a080000ee00000000000000000000006b080000ee0000000000000000000040"
	"6b080000ee00000000000000000000806b080000ee00000000000000000000c06b080000ee0000000000000000"
	"0000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000"
	"0000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000"
	"0000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000"
	"ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c"
	"080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000000000000000"
	"00006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000000000"
	"00000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000"
	"00000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee"
	"00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c08"
	"0000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000"
	"006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000"
	"000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000"
	"000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00"
	"000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c0800"
	"00ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000000000000000"
	"6c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000000000"
	"0000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000"
	"0000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000"
	"0000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000"
	"ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c"
	"080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000000000000000"
	"00006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000000000"
	"00000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000"
	"00000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee"
	"00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c08"
	"0000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000"
	"006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000"
	"000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000"
	"000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00"
	"000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c0800"
	"00ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000000000000000"
	"6c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000000000"
	"0000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000"
	"0000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000"
	"0000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000"
	"ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c"
	"080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000000000000000"
	"00006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000000000"
	"00000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000"
	"00000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee"
	"00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c08"
	"0000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000"
	"006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000"
	"000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000"
	"000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00"
	"000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c0800"
	"00ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000000000000000"
	"6c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000000000"
	"0000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000"
	"0000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000"
	"0000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000"
	"ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c"
	"080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000000000000000"
	"00006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000000000"
	"00000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000"
	"00000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee"
	"00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c08"
	"0000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000"
	"006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000"
	"000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000"
	"000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee00"
	"000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c0800"
	"00ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000000000000000"
	"6c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000000000"
	"0000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000000000"
	"0000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee0000"
	"0000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000"
	"ee00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c"
	"080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000000000000000"
	"00006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000000000"
	"00000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee000000"
	"00000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c080000ee"
	"00000000000000000000006c080000ee00000000000000000000006c080000ee00000000000000000000006c08"
	"0000ee00000000000000000000006c080000ee00000000000000000000006c080000ee "
	"mem=c008,ffff0000009baf00ffff00000093cf "
	"mem=c028,ffff000000f3cf00ffff000000fbaf000000000000000000670000c1008b mem=c105,60 "
	"mem=c166,68",
};

static const struct start starts[] = {
	{
		.words = "run image=0 runs=10 log=7000 stop=fault,6017,6040 stop=fault,6157,6180 "
			 "stop=fault,6197,61c0 stop=fault,61d7,6200 stop=fault,6217,6240 stop=fault,6257,6280 "
			 "stop=fault,6297,62c0 stop=fault,62d7,6300 stop=fault,6317,6340 stop=fault,6357,6380 "
			 "stop=fault,6397,63c0 stop=fault,63d7,6400 stop=fault,6417,6440 stop=fault,6457,6480 "
			 "stop=fault,6497,64c0 stop=fault,64d7,6500 stop=fault,6517,6540 stop=fault,6557,6580 "
			 "stop=fault,6597,65c0 stop=fault,65d7,6600 stop=fault,6617,6640 stop=fault,6657,6680 "
			 "stop=fault,6697,66c0 stop=fault,66d7,6700 stop=fault,6717,6740 stop=fault,6757,6780 "
			 "stop=fault,6797,67c0 stop=fault,67d7,6800 "
			 "cpuid=0,1,756e6547,6c65746e,49656e69,1,0,0,0,1026c,80000000,80000008,0,0,0,80000001,0,0,0,"
			 "20000800,80000008,3024,0,0,0 sregs=cs:0,ds:0,es:0,ss:0,cr4:0 "
			 "regs=rax:0,rcx:0,rdx:0,rbx:0,rsp:4f00,rbp:7000,rsi:0,rdi:0,r11:0,rip:1000,rflags:2,r8:0,"
			 "r9:0,r10:0,r12:0,r13:0,r14:0,r15:0 dregs=db0:0,db1:0,db2:0,db3:0,dr6:ffff0ff0,dr7:400",
		.state = "rax=0 rcx=0 rdx=0 rbx=0 rsp=4f00 rbp=7000 rsi=0 rdi=0 r11=0 r8=0 r9=0 r10=0 r12=0 r13=0 "
			 "r14=0 r15=0 rip=1001 rflags=2 cs=0 ds=0 es=0 ss=0 cr2=0 cr4de=0 db=0,0,0,0 dr6=ffff0ff0 "
			 "dr7=400 shadow=0",
	},
	{
		.words = "run image=1 runs=10 log=7000 stop=fault,6017,6040 stop=fault,6157,6180 "
			 "stop=fault,6197,61c0 stop=fault,61d7,6200 stop=fault,6217,6240 stop=fault,6257,6280 "
			 "stop=fault,6297,62c0 stop=fault,62d7,6300 stop=fault,6317,6340 stop=fault,6357,6380 "
			 "stop=fault,6397,63c0 stop=fault,63d7,6400 stop=fault,6417,6440 stop=fault,6457,6480 "
			 "stop=fault,6497,64c0 stop=fault,64d7,6500 stop=fault,6517,6540 stop=fault,6557,6580 "
			 "stop=fault,6597,65c0 stop=fault,65d7,6600 stop=fault,6617,6640 stop=fault,6657,6680 "
			 "stop=fault,6697,66c0 stop=fault,66d7,6700 stop=fault,6717,6740 stop=fault,6757,6780 "
			 "stop=fault,6797,67c0 stop=fault,67d7,6800 "
			 "cpuid=0,1,756e6547,6c65746e,49656e69,1,0,0,0,1026c,80000000,80000008,0,0,0,80000001,0,0,0,"
			 "20000800,80000008,3024,0,0,0 sregs=cs:0,ds:0,es:0,ss:0,cr4:0 "
			 "regs=rax:0,rcx:0,rdx:0,rbx:0,rsp:4f00,rbp:7000,rsi:0,rdi:0,r11:0,rip:1000,rflags:2,r8:0,"
			 "r9:0,r10:0,r12:0,r13:0,r14:0,r15:0 dregs=db0:0,db1:0,db2:0,db3:0,dr6:ffff0ff0,dr7:400",
		.state = "rax=0 rcx=0 rdx=0 rbx=0 rsp=4f00 rbp=7000 rsi=0 rdi=0 r11=0 r8=0 r9=0 r10=0 r12=0 r13=0 "
			 "r14=0 r15=0 rip=1001 rflags=2 cs=0 ds=0 es=0 ss=0 cr2=0 cr4de=0 db=0,0,0,0 dr6=ffff0ff0 "
			 "dr7=400 shadow=0",
	},
	{
		.words = "run image=2 runs=10 log=7000 stop=fault,6016,6040 stop=fault,6156,6180 "
			 "stop=fault,6196,61c0 stop=fault,61d6,6200 stop=fault,6219,6240 stop=fault,6256,6280 "
			 "stop=fault,6299,62c0 stop=fault,62d9,6300 stop=fault,6319,6340 stop=fault,6359,6380 "
			 "stop=fault,6399,63c0 stop=fault,63d6,6400 stop=fault,6416,6440 stop=fault,6459,6480 "
			 "stop=fault,6496,64c0 stop=fault,64d6,6500 stop=fault,6516,6540 stop=fault,6559,6580 "
			 "stop=fault,6596,65c0 stop=fault,65d6,6600 stop=fault,6616,6640 stop=fault,6656,6680 "
			 "stop=fault,6696,66c0 stop=fault,66d6,6700 stop=fault,6716,6740 stop=fault,6759,6780 "
			 "stop=fault,6799,67c0 stop=fault,67d6,6800 "
			 "cpuid=0,1,756e6547,6c65746e,49656e69,1,0,0,0,1026c,80000000,80000008,0,0,0,80000001,0,0,0,"
			 "20000800,80000008,3024,0,0,0 msrs=c0000081:23000800000000,c0000082:6c40,c0000084:47700 "
			 "sregs=cr0:80010033,cr3:8000,cr4:20,efer:501,cs.selector:8,cs.base:0,cs.limit:ffffffff,"
			 "cs.rights:a09b,ds.selector:10,ds.base:0,ds.limit:ffffffff,ds.rights:c093,es.selector:10,"
			 "es.base:0,es.limit:ffffffff,es.rights:c093,ss.selector:10,ss.base:0,ss.limit:ffffffff,"
			 "ss.rights:c093,fs.selector:10,fs.base:0,fs.limit:ffffffff,fs.rights:c093,gs.selector:10,"
			 "gs.base:0,gs.limit:ffffffff,gs.rights:c093,tr.selector:40,tr.base:c100,tr.limit:67,"
			 "tr.rights:8b,ldt.selector:0,ldt.base:0,ldt.limit:0,ldt.rights:0,gdt.base:c000,gdt.limit:4f,"
			 "idt.base:b000,idt.limit:fff "
			 "regs=rax:0,rcx:0,rdx:0,rbx:0,rsp:4f00,rbp:7000,rsi:0,rdi:0,r11:0,rip:1000,rflags:2,r8:0,"
			 "r9:0,r10:0,r12:0,r13:0,r14:0,r15:0 dregs=db0:0,db1:0,db2:0,db3:0,dr6:ffff0ff0,dr7:400",
		.state = "rax=0 rcx=0 rdx=0 rbx=0 rsp=4f00 rbp=7000 rsi=0 rdi=0 r11=0 r8=0 r9=0 r10=0 r12=0 r13=0 "
			 "r14=0 r15=0 rip=1001 rflags=2 cs=8 ds=10 es=10 ss=10 cr2=0 cr4de=0 db=0,0,0,0 dr6=ffff0ff0 "
			 "dr7=400 shadow=0",
		.mode = 1,
	},
	{
		.words = "run image=3 runs=10 log=7000 stop=fault,6016,6040 stop=fault,6156,6180 "
			 "stop=fault,6196,61c0 stop=fault,61d6,6200 stop=fault,6219,6240 stop=fault,6256,6280 "
			 "stop=fault,6299,62c0 stop=fault,62d9,6300 stop=fault,6319,6340 stop=fault,6359,6380 "
			 "stop=fault,6399,63c0 stop=fault,63d6,6400 stop=fault,6416,6440 stop=fault,6459,6480 "
			 "stop=fault,6496,64c0 stop=fault,64d6,6500 stop=fault,6516,6540 stop=fault,6559,6580 "
			 "stop=fault,6596,65c0 stop=fault,65d6,6600 stop=fault,6616,6640 stop=fault,6656,6680 "
			 "stop=fault,6696,66c0 stop=fault,66d6,6700 stop=fault,6716,6740 stop=fault,6759,6780 "
			 "stop=fault,6799,67c0 stop=fault,67d6,6800 "
			 "cpuid=0,1,756e6547,6c65746e,49656e69,1,0,0,0,1026c,80000000,80000008,0,0,0,80000001,0,0,0,"
			 "20000800,80000008,3024,0,0,0 msrs=c0000081:23000800000000,c0000082:6c40,c0000084:47700 "
			 "sregs=cr0:80010033,cr3:8000,cr4:20,efer:501,cs.selector:8,cs.base:0,cs.limit:ffffffff,"
			 "cs.rights:a09b,ds.selector:10,ds.base:0,ds.limit:ffffffff,ds.rights:c093,es.selector:10,"
			 "es.base:0,es.limit:ffffffff,es.rights:c093,ss.selector:10,ss.base:0,ss.limit:ffffffff,"
			 "ss.rights:c093,fs.selector:10,fs.base:0,fs.limit:ffffffff,fs.rights:c093,gs.selector:10,"
			 "gs.base:0,gs.limit:ffffffff,gs.rights:c093,tr.selector:40,tr.base:c100,tr.limit:67,"
			 "tr.rights:8b,ldt.selector:0,ldt.base:0,ldt.limit:0,ldt.rights:0,gdt.base:c000,gdt.limit:4f,"
			 "idt.base:b000,idt.limit:fff "
			 "regs=rax:0,rcx:0,rdx:0,rbx:0,rsp:4f00,rbp:7000,rsi:0,rdi:0,r11:0,rip:1000,rflags:2,r8:0,"
			 "r9:0,r10:0,r12:0,r13:0,r14:0,r15:0 dregs=db0:0,db1:0,db2:0,db3:0,dr6:ffff0ff0,dr7:400",
		.state = "rax=0 rcx=0 rdx=0 rbx=0 rsp=4f00 rbp=7000 rsi=0 rdi=0 r11=0 r8=0 r9=0 r10=0 r12=0 r13=0 "
			 "r14=0 r15=0 rip=1001 rflags=2 cs=8 ds=10 es=10 ss=10 cr2=0 cr4de=0 db=0,0,0,0 dr6=ffff0ff0 "
			 "dr7=400 shadow=0",
		.mode = 1,
	},
	{
		.words = "run image=2 runs=10 log=7000 stop=fault,6016,6040 stop=fault,6156,6180 "
			 "stop=fault,6196,61c0 stop=fault,61d6,6200 stop=fault,6219,6240 stop=fault,6256,6280 "
			 "stop=fault,6299,62c0 stop=fault,62d9,6300 stop=fault,6319,6340 stop=fault,6359,6380 "
			 "stop=fault,6399,63c0 stop=fault,63d6,6400 stop=fault,6416,6440 stop=fault,6459,6480 "
			 "stop=fault,6496,64c0 stop=fault,64d6,6500 stop=fault,6516,6540 stop=fault,6559,6580 "
			 "stop=fault,6596,65c0 stop=fault,65d6,6600 stop=fault,6616,6640 stop=fault,6656,6680 "
			 "stop=fault,6696,66c0 stop=fault,66d6,6700 stop=fault,6716,6740 stop=fault,6759,6780 "
			 "stop=fault,6799,67c0 stop=fault,67d6,6800 "
			 "cpuid=0,1,756e6547,6c65746e,49656e69,1,0,0,0,1026c,80000000,80000008,0,0,0,80000001,0,0,0,"
			 "20000800,80000008,3024,0,0,0 msrs=c0000081:23000800000000,c0000082:6c40,c0000084:47700 "
			 "sregs=cr0:80010033,cr3:8000,cr4:20,efer:501,cs.selector:33,cs.base:0,cs.limit:ffffffff,"
			 "cs.rights:a0fb,ds.selector:2b,ds.base:0,ds.limit:ffffffff,ds.rights:c0f3,es.selector:2b,"
			 "es.base:0,es.limit:ffffffff,es.rights:c0f3,ss.selector:2b,ss.base:0,ss.limit:ffffffff,"
			 "ss.rights:c0f3,fs.selector:2b,fs.base:0,fs.limit:ffffffff,fs.rights:c0f3,gs.selector:2b,"
			 "gs.base:0,gs.limit:ffffffff,gs.rights:c0f3,tr.selector:40,tr.base:c100,tr.limit:67,"
			 "tr.rights:8b,ldt.selector:0,ldt.base:0,ldt.limit:0,ldt.rights:0,gdt.base:c000,gdt.limit:4f,"
			 "idt.base:b000,idt.limit:fff "
			 "regs=rax:0,rcx:0,rdx:0,rbx:0,rsp:4f00,rbp:7000,rsi:0,rdi:0,r11:0,rip:1000,rflags:2,r8:0,"
			 "r9:0,r10:0,r12:0,r13:0,r14:0,r15:0 dregs=db0:0,db1:0,db2:0,db3:0,dr6:ffff0ff0,dr7:400",
		.state = "rax=0 rcx=0 rdx=0 rbx=0 rsp=5fd8 rbp=7000 rsi=0 rdi=0 r11=0 r8=0 r9=0 r10=0 r12=0 r13=0 "
			 "r14=0 r15=0 rip=6bc1 rflags=2 cs=8 ds=2b es=2b ss=0 cr2=0 cr4de=0 db=0,0,0,0 dr6=ffff0ff0 "
			 "dr7=400 shadow=0",
		.mode = 1,
	},
};

/* What kinds of /dev/kvm are told apart by, beside the words of the hello; NULL if by nothing. */
static const char *const probe = "mem=1000,f1 stop=end,1002,2001";

static const char corpus_title[] = "guest-debug-oracle 0.1.0: 273 programs";

static const char skip_0[] =
	"ICEBP is not intercepted on QEMU's CPU";
static const char skip_1[] =
	"an injected #BP may not arrive on QEMU's CPU";
static const char skip_2[] =
	"QEMU's CPU does not offer INT3 to the intercept of #BP";
static const char skip_3[] =
	"an interrupt or NMI waits, and a tick of the host decides when it comes";
static const char skip_4[] =
	"QEMU's CPU leaves the type of the last event in EXITINTINFO, and this kernel takes it for "
	"one under way";
static const char skip_5[] =
	"QEMU ends, or traps at once, where POP SS meets a data breakpoint";
static const char skip_6[] =
	"Bochs's CPU steps SYSCALL and SYSRET by the TF that they begin with";
static const char skip_7[] =
	"64-bit CPL3 code runs natively there, without guest debugging";
static const char skip_8[] =
	"with reserved bits of DR6 cleared KVM's result depends on when the guest last exited";
static const char skip_9[] =
	"QEMU's CPU does not mask the address of a data breakpoint to its length";
static const char skip_10[] =
	"QEMU's CPU compares breakpoints with the offset where CS.base is not 0";
static const char skip_11[] =
	"interrupt windows are never reported";
static const char skip_12[] =
	"QEMU's CPU reports a data breakpoint in a REP string instruction at its end";
static const char skip_13[] =
	"QEMU's CPU reports one data breakpoint of several that an instruction meets";

static const struct known knowns[] = {
	{
		.text = "vector 33 is delivered at 0x1000 (x86/blockirq-blocks)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "vector 33 is delivered at 0x1000 (x86/blockirq-blocks)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ABI,
	},
	{
		.text = "the frame of vector 6 shows TF, which is not the guest's own (x86/host-step-flag-hidden; "
			"x86/step-is-one-instruction)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "RF is 1 when the instruction at 0x6180 begins, it should be 0 "
			"(x86/resume-flag-lasts-one-instruction)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ARCH,
	},
	{
		.text = "exit 0: dr7 is not written (x86/exit-record-complete)",
		.range = "in Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "mov-from-dr at 0x1000 completes though GD is set (x86/general-detect)",
		.range = "in Linux 6.1, not in Linux 7.2 (between them: 00b6520669bc, 51543660c521 and 6d79302b0834)",
		.layer = ARCH,
	},
	{
		.text = "exit 0: dr7 is 0xffffffff80002400, in force is 0x80002400 (x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "mov-from-dr at 0x1000 completes though GD is set (x86/general-detect)",
		.range = "in Linux 6.18 with PVM, fixed by 00b6520669bc, 51543660c521 and 6d79302b0834 (2026)",
		.layer = ARCH,
	},
	{
		.text = "exit 0: dr7 is not written (x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "the frame of vector 1 shows TF, which is not the guest's own (x86/host-step-flag-hidden; "
			"x86/step-is-one-instruction; x86/exit-record-complete)",
		.range = "in Linux 6.1, not in Linux 7.2 (between them: 00b6520669bc, 51543660c521 and 6d79302b0834)",
		.layer = ABI,
	},
	{
		.text = "exit 1: the guest's own TF is gone (x86/guest-step-flag-kept; "
			"x86/guest-step-flag-shown-while-stepping; x86/host-step-flag-hidden; "
			"x86/step-is-one-instruction; x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "the frame of vector 1 shows TF, which is not the guest's own (x86/host-step-flag-hidden; "
			"x86/exit-record-complete)",
		.range = "in Linux 6.18 with PVM, fixed by 00b6520669bc, 51543660c521 and 6d79302b0834 (2026)",
		.layer = ABI,
	},
	{
		.text = "the guest gets a #DB at 0x1002, DR6 0xffff4ff0 "
			"(x86/guest-suppressed-under-host-breakpoints)",
		.range = "in Linux 6.1, not in Linux 7.2 (between them: 00b6520669bc, 51543660c521 and 6d79302b0834)",
		.layer = ABI,
	},
	{
		.text = "the guest gets a #DB at 0x1002, DR6 0xffff4ff0 "
			"(x86/guest-suppressed-under-host-breakpoints)",
		.range = "in Linux 6.18 with PVM, fixed by 00b6520669bc, 51543660c521 and 6d79302b0834 (2026)",
		.layer = ABI,
	},
	{
		.text = "the #DB of the ICEBP at 0x1000 has its own address (x86/icebp-is-a-trap)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ARCH,
	},
	{
		.text = "not as x86/ideal allows, by x86/can-execute",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = OPEN,
	},
	{
		.text = "not as x86/ideal allows, by x86/injected-return-ip",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "not as x86/ideal allows, by how guest entry and exit are handled",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "not as x86/ideal allows, by x86/injected-return-ip",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ABI,
	},
	{
		.text = "exit 1: the guest's own TF is gone (x86/guest-step-flag-kept; "
			"x86/guest-step-flag-shown-while-stepping; x86/host-step-flag-hidden; "
			"x86/step-is-one-instruction)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "the frame of vector 33 shows TF, which is not the guest's own (x86/host-step-flag-hidden; "
			"x86/exit-record-complete)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ABI,
	},
	{
		.text = "exit 0: KVM_GET_REGS hides the guest's own TF (x86/guest-step-flag-shown-while-stepping; "
			"x86/host-step-flag-hidden; x86/step-is-one-instruction)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "exit 0: dr7 is not written (x86/exit-record-complete)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ABI,
	},
	{
		.text = "not as x86/ideal allows, by x86/shadow-after",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "exit 1 reports a step, though nothing ran (x86/step-reported-once)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "a step trap comes directly after mov-ss at 0x1000 (x86/no-trap-directly-after-mov-ss)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ARCH,
	},
	{
		.text = "not as x86/ideal allows, by x86/debug-exit",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = OPEN,
	},
	{
		.text = "int3 at 0x1000 does not exit to userspace "
			"(x86/software-breakpoint-exits-only-with-use-sw-bp)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ABI,
	},
	{
		.text = "vector 33 is delivered with IF clear (x86/interrupts-wait-for-if-and-shadow)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ARCH,
	},
	{
		.text = "vector 33 is delivered with IF clear (x86/interrupts-wait-for-if-and-shadow)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ARCH,
	},
	{
		.text = "no step trap follows the instruction at 0x1003, for which TF counts "
			"(x86/guest-step-not-lost)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ARCH,
	},
	{
		.text = "no step trap follows the instruction at 0x1003, for which TF counts "
			"(x86/guest-step-not-lost; x86/resume-flag-lasts-one-instruction)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ARCH,
	},
	{
		.text = "no step trap follows the instruction at 0x1003, for which TF counts "
			"(x86/guest-step-not-lost)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ARCH,
	},
	{
		.text = "exit 2: the instruction at 0x1003 is done, yet the run goes on for 1 more "
			"(x86/step-is-one-instruction; x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "RF is 1 when the instruction at 0x1000 begins, it should be 0 "
			"(x86/resume-flag-lasts-one-instruction)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ARCH,
	},
	{
		.text = "exit 1: dr7 is not written (x86/exit-record-complete)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ABI,
	},
	{
		.text = "exit 1: the access that userspace answered is done, yet the run goes on for 2 more "
			"(x86/step-is-one-instruction)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "exit 1: the access that userspace answered is done, yet the run goes on for 1 more "
			"(x86/step-is-one-instruction; x86/exit-record-complete)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ABI,
	},
	{
		.text = "#DB at 0x1000: B0 set, though that slot matches nothing here "
			"(x86/breakpoint-bits-have-causes)",
		.range = "in Linux 6.1, not in Linux 7.2 (between them: 00b6520669bc, 51543660c521 and 6d79302b0834)",
		.layer = ARCH,
	},
	{
		.text = "#DB at 0x1000: B0 set, though that slot matches nothing here "
			"(x86/breakpoint-bits-have-causes)",
		.range = "in Linux 6.18 with PVM, fixed by 00b6520669bc, 51543660c521 and 6d79302b0834 (2026)",
		.layer = ARCH,
	},
	{
		.text = "#DB at 0x1000: B0 hits although RF is set (x86/resume-flag-suppresses-guest-breakpoint)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ARCH,
	},
	{
		.text = "exit 1 reports a step, though nothing ran (x86/step-reported-once; "
			"x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "no step trap follows the instruction at 0x1000, for which TF counts "
			"(x86/guest-step-not-lost; x86/resume-flag-lasts-one-instruction)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ARCH,
	},
	{
		.text = "exit 1: dr7 is 0x402, in force is 0x2 (x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "not as x86/ideal allows, by how guest entry and exit are handled",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = OPEN,
	},
	{
		.text = "exit 1: the instruction at 0x1001 is done, yet the run goes on for 1 more "
			"(x86/step-is-one-instruction)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "PUSHF shows TF, which is not the guest's own (x86/host-step-flag-hidden)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "RF is 0 when the instruction at 0x1002 begins, it should be 1 "
			"(x86/resume-flag-lasts-one-instruction)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ARCH,
	},
	{
		.text = "no step trap follows the instruction at 0x6096, for which TF counts "
			"(x86/guest-step-not-lost; x86/resume-flag-lasts-one-instruction)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ARCH,
	},
	{
		.text = "not as x86/ideal allows, by how guest entry and exit are handled",
		.range = "in Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "not as x86/ideal allows, by how guest entry and exit are handled",
		.range = "in Linux 6.1, not in Linux 7.2 (between them: 00b6520669bc, 51543660c521 and 6d79302b0834)",
		.layer = ABI,
	},
	{
		.text = "exit 0: KVM_GET_REGS hides the guest's own TF (x86/guest-step-flag-shown-while-stepping; "
			"x86/step-is-one-instruction)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "exit 0: the guest's DR6 is 0xffff4ff0, its own value is 0xffff0ff0 "
			"(x86/exit-leaves-debug-registers)",
		.range = "in Linux 6.1, not in Linux 7.2 (between them: 00b6520669bc, 51543660c521 and 6d79302b0834)",
		.layer = ABI,
	},
	{
		.text = "exit 0: dr7 is 0x402, in force is 0x2 (x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "not as x86/ideal allows, by x86/debug-exception-owner",
		.range = "in Linux 6.18 with PVM, fixed by 00b6520669bc, 51543660c521 and 6d79302b0834 (2026)",
		.layer = OPEN,
	},
	{
		.text = "no step trap follows the instruction at 0x1000, for which TF counts "
			"(x86/guest-step-not-lost)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ARCH,
	},
	{
		.text = "#DB at 0x1000: B1 left from an earlier #DB (x86/breakpoint-bits-are-replaced; "
			"x86/breakpoint-bits-have-causes)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ARCH,
	},
	{
		.text = "not as x86/ideal allows, by x86/match-io-breakpoints",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = OPEN,
	},
	{
		.text = "nothing reports B0, met by the instruction at 0x1000 (x86/io-breakpoint-not-missed)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ARCH,
	},
	{
		.text = "mov-to-dr at 0x1000 completes though GD is set (x86/general-detect)",
		.range = "in Linux 6.1, not in Linux 7.2 (between them: 00b6520669bc, 51543660c521 and 6d79302b0834)",
		.layer = ARCH,
	},
	{
		.text = "exit 0: dr7 is 0x2400, in force is 0x2000 (x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "mov-to-dr at 0x1000 completes though GD is set (x86/general-detect)",
		.range = "in Linux 6.18 with PVM, fixed by 00b6520669bc, 51543660c521 and 6d79302b0834 (2026)",
		.layer = ARCH,
	},
	{
		.text = "nothing reports B3, met by the instruction at 0x1000 (x86/data-breakpoint-not-missed)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ARCH,
	},
	{
		.text = "exit 1: dr7 is not written (x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "no step trap follows the instruction at 0x1000, for which TF counts "
			"(x86/guest-step-not-lost)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ARCH,
	},
	{
		.text = "exit 2: the access that userspace answered is done, yet the run goes on for 2 more "
			"(x86/step-is-one-instruction)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "exit 2: the access that userspace answered is done, yet the run goes on for 1 more "
			"(x86/step-is-one-instruction; x86/exit-record-complete)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ABI,
	},
	{
		.text = "exit 1: the instruction at 0x1003 is done, yet the run goes on for 1 more "
			"(x86/step-is-one-instruction; x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "exit 1: the instruction at 0x1002 is done, yet the run goes on for 1 more "
			"(x86/step-is-one-instruction)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "exit 0: a code breakpoint hits directly after mov-ss "
			"(x86/pop-ss-suppresses-code-breakpoint)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ARCH,
	},
	{
		.text = "exit 0: a code breakpoint hits directly after mov-ss "
			"(x86/pop-ss-suppresses-code-breakpoint)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ARCH,
	},
	{
		.text = "not as x86/ideal allows, by x86/code-breakpoint-inhibited",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = OPEN,
	},
	{
		.text = "a step trap comes directly after pop-ss at 0x1000 (x86/no-trap-directly-after-mov-ss)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ARCH,
	},
	{
		.text = "exit 0: a code breakpoint hits directly after pop-ss "
			"(x86/pop-ss-suppresses-code-breakpoint)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ARCH,
	},
	{
		.text = "exit 0: a code breakpoint hits directly after pop-ss "
			"(x86/pop-ss-suppresses-code-breakpoint)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ARCH,
	},
	{
		.text = "not as x86/ideal allows, by x86/code-breakpoint-inhibited, x86/shadow-after",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = OPEN,
	},
	{
		.text = "not as x86/ideal allows, by x86/single-step-due",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ABI,
	},
	{
		.text = "not as x86/ideal allows, by x86/debug-exception-owner, x86/can-execute",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = OPEN,
	},
	{
		.text = "exit 0: the instruction at 0x1000 is done, yet the run goes on for 10 more "
			"(x86/step-is-one-instruction)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "not as x86/ideal allows, by x86/repeat",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "rep-stosb at 0x1000 does 2 iterations in one step (x86/repeat-step-is-one-iteration)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ARCH,
	},
	{
		.text = "not as x86/ideal allows, by x86/repeat",
		.range = "in Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "not as x86/ideal allows, by x86/repeat",
		.range = "in Linux 6.1, not in Linux 7.2 (between them: 00b6520669bc, 51543660c521 and 6d79302b0834)",
		.layer = ABI,
	},
	{
		.text = "rep-insb at 0x1000 does 2 iterations in one step (x86/repeat-step-is-one-iteration)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ARCH,
	},
	{
		.text = "rep-insb at 0x1000 does 2 iterations in one step (x86/repeat-step-is-one-iteration)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ARCH,
	},
	{
		.text = "rep-insb at 0x1000 does 2 iterations in one step (x86/repeat-step-is-one-iteration; "
			"x86/resume-flag-lasts-one-instruction)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ARCH,
	},
	{
		.text = "exit 0: dr7 is 0x482, in force is 0x82 (x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "exit 0: dr7 is 0x428, in force is 0x28 (x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "not as x86/ideal allows, by x86/match-io-breakpoints",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = OPEN,
	},
	{
		.text = "exit 0: dr7 is 0x480, in force is 0x80 (x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "exit 0: dr7 is 0x10402, in force is 0x10002 (x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "nothing reports B0, met by the instruction at 0x1000 (x86/data-breakpoint-not-missed)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ARCH,
	},
	{
		.text = "exit 0: dr7 is 0x1000420, in force is 0x1000020 (x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "nothing reports B2, met by the instruction at 0x1000 (x86/data-breakpoint-not-missed)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ARCH,
	},
	{
		.text = "exit 0: dr7 is 0x408, in force is 0x8 (x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "not as x86/ideal allows, by x86/match-data-breakpoints",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = OPEN,
	},
	{
		.text = "exit 0: dr7 is 0x409, in force is 0x9 (x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "exit 0: dr7 is 0x422, in force is 0x22 (x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "exit 1: the guest's DR6 is 0xffff4ff0, its own value is 0xffff0ff0 "
			"(x86/exit-leaves-debug-registers; x86/exit-record-complete)",
		.range = "in Linux 6.1, not in Linux 7.2 (between them: 00b6520669bc, 51543660c521 and 6d79302b0834)",
		.layer = ABI,
	},
	{
		.text = "the guest gets a #DB at 0x1001, DR6 0xffff4ff0 "
			"(x86/guest-suppressed-under-host-breakpoints; x86/exit-record-complete)",
		.range = "in Linux 6.18 with PVM, fixed by 00b6520669bc, 51543660c521 and 6d79302b0834 (2026)",
		.layer = ABI,
	},
	{
		.text = "not as x86/ideal allows, by x86/move-debug-register",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = OPEN,
	},
	{
		.text = "exit 0: dr7 is 0x10000480, in force is 0x10000080 (x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "exit 0: dr7 is 0x330304a2, in force is 0x330300a2 (x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "nothing reports B0, B2, B3, met by the instruction at 0x6052 "
			"(x86/data-breakpoint-not-missed)",
		.range = "in Linux 6.18 with PVM, fixed by 00b6520669bc, 51543660c521 and 6d79302b0834 (2026)",
		.layer = ARCH,
	},
	{
		.text = "exit 0: dr7 is 0x11010461, in force is 0x11010061 (x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "exit 0: dr7 is 0x3000420, in force is 0x3000020 (x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "exit 0: dr7 is 0x3033048a, in force is 0x3033008a (x86/exit-record-complete)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
	{
		.text = "nothing reports B0, B1, B3, met by the instruction at 0x1000 "
			"(x86/data-breakpoint-not-missed)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ARCH,
	},
	{
		.text = "exit 0: B1, B2, B3 set, though that slot matches nothing here "
			"(x86/breakpoint-bits-have-causes)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ARCH,
	},
	{
		.text = "nothing reports B1, met by the instruction at 0x1005 (x86/data-breakpoint-not-missed)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ARCH,
	},
	{
		.text = "nothing reports B1, met by the instruction at 0x1005 (x86/data-breakpoint-not-missed; "
			"x86/resume-flag-lasts-one-instruction)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ARCH,
	},
	{
		.text = "nothing reports B1, met by the instruction at 0x1005 (x86/data-breakpoint-not-missed)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ARCH,
	},
	{
		.text = "#DB at 0x1006: B1 left from an earlier #DB (x86/breakpoint-bits-are-replaced; "
			"x86/breakpoint-bits-have-causes)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ARCH,
	},
	{
		.text = "RF is 1 when the instruction at 0x1005 begins, it should be 0 "
			"(x86/resume-flag-lasts-one-instruction)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ARCH,
	},
	{
		.text = "mov-from-dr at 0x1005 completes though GD is set (x86/general-detect)",
		.range = "in Linux 6.1, not in Linux 7.2 (between them: 00b6520669bc, 51543660c521 and 6d79302b0834)",
		.layer = ARCH,
	},
	{
		.text = "mov-from-dr at 0x1005 completes though GD is set (x86/general-detect; "
			"x86/resume-flag-lasts-one-instruction)",
		.range = "in Linux 6.1, not in Linux 7.2 (between them: 00b6520669bc, 51543660c521 and 6d79302b0834)",
		.layer = ARCH,
	},
	{
		.text = "mov-from-dr at 0x1005 completes though GD is set (x86/general-detect)",
		.range = "in Linux 6.18 with PVM, fixed by 00b6520669bc, 51543660c521 and 6d79302b0834 (2026)",
		.layer = ARCH,
	},
	{
		.text = "#DB at 0x1000: B3 set, though that slot matches nothing here "
			"(x86/breakpoint-bits-have-causes)",
		.range = "in Linux 6.18 with PVM, fixed by 00b6520669bc, 51543660c521 and 6d79302b0834 (2026)",
		.layer = ARCH,
	},
	{
		.text = "#DB at 0x1000: B1 set, though that slot matches nothing here "
			"(x86/breakpoint-bits-have-causes; x86/resume-flag-lasts-one-instruction)",
		.range = "in Linux 6.18 with PVM, fixed by 00b6520669bc, 51543660c521 and 6d79302b0834 (2026)",
		.layer = ARCH,
	},
	{
		.text = "a step trap comes directly after mov-ss at 0x1005 (x86/no-trap-directly-after-mov-ss)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ARCH,
	},
	{
		.text = "a step trap comes directly after mov-ss at 0x1005 (x86/no-trap-directly-after-mov-ss; "
			"x86/resume-flag-lasts-one-instruction)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ARCH,
	},
	{
		.text = "a step trap comes directly after mov-ss at 0x1005 (x86/no-trap-directly-after-mov-ss)",
		.range = "in Linux 6.18 with PVM, no fix known",
		.layer = ARCH,
	},
	{
		.text = "exit 1: KVM_GET_REGS hides the guest's own TF (x86/guest-step-flag-shown-while-stepping; "
			"x86/host-step-flag-hidden; x86/step-is-one-instruction)",
		.range = "in Linux 6.1 and Linux 7.2, no fix known",
		.layer = ABI,
	},
};

static const char *const runs[] = {
	"action ok\n"
	"action ok\n"
	"exit hlt rip=1002 rflags=202 interrupt=21\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit hlt rbp=7010 rip=1002 rflags=202\n"
	"log 00100202210000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=6180 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efa rip=6180\n"
	"exit debug exception=1 pc=6184 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4ef8 rip=6184\n"
	"exit debug exception=1 pc=6187 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efa rip=6187\n"
	"exit debug exception=1 pc=618c exit-dr6=ffff4ff0 exit-dr7=400 rsp=4ef8 rip=618c\n"
	"exit debug exception=1 pc=618f exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efa rip=618f\n"
	"exit debug exception=1 pc=6193 exit-dr6=ffff4ff0 exit-dr7=400 rip=6193\n"
	"exit debug exception=1 pc=6196 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7010 rip=6196\n"
	"exit hlt rip=6197\n"
	"log 00100200060000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit debug exception=1 pc=6184 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4ef8 rip=6184\n"
	"exit debug exception=1 pc=6187 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efa rip=6187\n"
	"exit debug exception=1 pc=618c exit-dr6=ffff4ff0 exit-dr7=400 rsp=4ef8 rip=618c\n"
	"exit debug exception=1 pc=618f exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efa rip=618f\n"
	"exit debug exception=1 pc=6193 exit-dr6=ffff4ff0 exit-dr7=400 rip=6193\n"
	"exit debug exception=1 pc=6196 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7010 rip=6196\n"
	"exit hlt rip=6197\n"
	"log 00100200060000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit hlt rsp=4efa rbp=7010 rip=6197\n"
	"log 00100201060000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit debug exception=1 pc=6184 exit-dr6=ffff4ff0 rsp=4ef8 rip=6184\n"
	"exit debug exception=1 pc=6187 exit-dr6=ffff4ff0 rsp=4efa rip=6187\n"
	"exit debug exception=1 pc=618c exit-dr6=ffff4ff0 rsp=4ef8 rip=618c\n"
	"exit debug exception=1 pc=618f exit-dr6=ffff4ff0 rsp=4efa rip=618f\n"
	"exit debug exception=1 pc=6193 exit-dr6=ffff4ff0 rip=6193\n"
	"exit debug exception=1 pc=6196 exit-dr6=ffff4ff0 rbp=7010 rip=6196\n"
	"exit debug exception=1 pc=6197 exit-dr6=ffff4ff0 rip=6197\n"
	"log 00100201060000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=80002400 rip=1000\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 rip=1000\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=ffffffff80002400 rip=1000\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2400 rip=1000 dr7=2400\n"
	"action ok\n"
	"exit hlt rbp=7010 rip=1004 dr6=ffff2ff0 dr7=400\n"
	"log 0010020001000000f02fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 rip=1000 dr7=2400\n"
	"action ok\n"
	"exit hlt rbp=7010 rip=1004 dr6=ffff2ff0 dr7=400\n"
	"log 0010020001000000f02fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=6045 exit-dr6=ffff4ff0 rax=ffff2ff0 rsp=4ef6 rip=6045 "
	"dr6=ffff2ff0\n"
	"action ok\n"
	"exit hlt rax=0 rsp=4f00 rbp=7020 rip=1004 rflags=102 dr6=ffff6ff0 pending=1\n"
	"log 0010020101000000f02fffff000000000310020101000000f06fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rbp=7010 rip=1003 dr6=ffff2ff0\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"log 0010020101000000f02fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=6042 exit-dr6=ffff4ff0 rsp=4ef6 rip=6042 dr6=ffff2ff0\n"
	"action ok\n"
	"exit hlt rsp=4f00 rbp=7020 rip=1004 rflags=102 dr6=ffff6ff0 pending=1 payload=4000\n"
	"log 0010020101000000f02fffff000000000310020101000000f06fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=0 rax=1 rcx=6c65746e "
	"rdx=49656e69 rbx=756e6547 rip=1002 rflags=102\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rax=1 rcx=6c65746e rdx=49656e69 "
	"rbx=756e6547 rip=1002 rflags=102\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rax=1 rcx=6c65746e rdx=49656e69 rbx=756e6547 rbp=7010 rip=1003 rflags=102 "
	"dr6=ffff4ff0 pending=1\n"
	"log 0210020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rax=1 rcx=6c65746e rdx=49656e69 rbx=756e6547 rbp=7010 rip=1003 rflags=102 "
	"dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0210020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff0 exit-dr7=400\n"
	"action ok\n"
	"exit hlt rip=1002\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff0 exit-dr7=400 rip=1000\n"
	"action ok\n"
	"exit hlt rbp=7010 rip=1002\n"
	"log 0110020001000000f00fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit internal-error rip=1000\n"
	"ending internal-error\n",
	"action ok\n"
	"exit hlt rbp=7010 rip=1002\n"
	"log 01100200030000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rbp=7010\n"
	"log 00100200030000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit debug exception=1 pc=6840 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efa rip=6840\n"
	"action ok\n"
	"exit hlt rsp=4f00 rbp=7010 rip=1002 rflags=202\n"
	"log 00100202210000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit debug exception=1 pc=6844 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4ef8 rip=6844\n"
	"action ok\n"
	"exit hlt rsp=4f00 rbp=7010 rip=1002 rflags=202\n"
	"log 00100202210000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7010 rflags=202\n"
	"action ok\n"
	"exit hlt rip=1002\n"
	"log 00100203210000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit debug exception=1 pc=6844 exit-dr6=ffff4ff0 rsp=4ef8 rip=6844\n"
	"action ok\n"
	"exit hlt rsp=4f00 rbp=7020 rip=1002 rflags=302 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 001002032100000000000000000000000110020301000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=6840 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efa rip=6840\n"
	"exit debug exception=1 pc=6844 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4ef8 rip=6844\n"
	"exit debug exception=1 pc=6847 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efa rip=6847\n"
	"exit debug exception=1 pc=684c exit-dr6=ffff4ff0 exit-dr7=400 rsp=4ef8 rip=684c\n"
	"exit debug exception=1 pc=684f exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efa rip=684f\n"
	"exit debug exception=1 pc=6853 exit-dr6=ffff4ff0 exit-dr7=400 rip=6853\n"
	"exit debug exception=1 pc=6856 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7010 rip=6856\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4f00 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"log 02100200210000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7010 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"log 02100200210000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7010 rip=1003\n"
	"exit hlt rip=1004\n"
	"log 02100201210000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=6840 exit-dr6=ffff4ff0 rsp=4efa rip=6840\n"
	"exit debug exception=1 pc=6844 exit-dr6=ffff4ff0 rsp=4ef8 rip=6844\n"
	"exit debug exception=1 pc=6847 exit-dr6=ffff4ff0 rsp=4efa rip=6847\n"
	"exit debug exception=1 pc=684c exit-dr6=ffff4ff0 rsp=4ef8 rip=684c\n"
	"exit debug exception=1 pc=684f exit-dr6=ffff4ff0 rsp=4efa rip=684f\n"
	"exit debug exception=1 pc=6853 exit-dr6=ffff4ff0 rip=6853\n"
	"exit debug exception=1 pc=6856 exit-dr6=ffff4ff0 rbp=7010 rip=6856\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rsp=4f00 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rip=1004\n"
	"log 02100200210000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit debug exception=3 pc=1002 exit-dr6=ffff0ff0 exit-dr7=400 rip=1002 shadow=1\n"
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003 shadow=0\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit debug exception=3 pc=1002 exit-dr6=ffff0ff0 exit-dr7=400 rip=1002 shadow=3\n"
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003 shadow=0\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit debug exception=3 pc=1002 exit-dr6=ffff0ff0 rip=1002 shadow=1\n"
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 shadow=0\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rip=1002 shadow=1\n"
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003 shadow=0\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=3 pc=1000 exit-dr6=ffff0ff0 exit-dr7=400 rip=1000\n"
	"action ok\n"
	"exit hlt rbp=7010 rip=1002\n"
	"log 01100200030000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=3 pc=1000 exit-dr6=ffff0ff0 rip=1000\n"
	"action ok\n"
	"exit hlt rbp=7010 rip=1002\n"
	"log 01100200030000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit hlt rbp=7020 rip=1002 rflags=202\n"
	"log 0010020201000000f00fffff0000000000100202210000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit hlt rbp=7010 rip=1002 rflags=202\n"
	"log 0010020201000000f00fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit hlt interrupt=21\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rbp=7010\n"
	"log 00100200210000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit internal-error rip=1000 interrupt=21\n"
	"ending internal-error\n",
	"exit mmio direction=write address=e000 size=1 data=00 rbp=7020 rip=1003 rflags=102 "
	"dr6=ffff4ff0\n"
	"exit hlt rbp=7030 rip=1007 pending=1 payload=4000\n"
	"log "
	"0110020101000000f04fffff00000000031002012100000000000000000000000610020101000000f04fffff00"
	"000000\n"
	"ending end\n",
	"exit mmio direction=write address=e000 size=1 data=00 rbp=7020 rip=1006 rflags=102 "
	"dr6=ffff4ff0\n"
	"exit hlt rbp=7030 rip=1007 pending=1 payload=4000\n"
	"log "
	"0110020101000000f04fffff00000000031002012100000000000000000000000610020101000000f04fffff00"
	"000000\n"
	"ending end\n",
	"exit mmio direction=write address=e000 size=1 data=00 rbp=7020 rip=1006 rflags=102 "
	"dr6=ffff4ff0\n"
	"exit hlt rip=1007 pending=1\n"
	"log 0110020101000000f04fffff0000000003100201210000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=e000 size=1 data=00 rbp=7020 rip=1006 rflags=102 "
	"dr6=ffff4ff0\n"
	"exit hlt rip=1007 pending=1 payload=4000\n"
	"log 0110020101000000f04fffff0000000003100201210000000000000000000000\n"
	"ending end\n",
	"exit mmio direction=write address=e000 size=1 data=00 rbp=7030 rip=1006 rflags=102 "
	"dr6=ffff4ff0\n"
	"exit hlt rip=1007 pending=1 payload=4000\n"
	"log "
	"0110020101000000f04fffff000000004068020001000000f04fffff0000000003100201210000000000000000"
	"000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=e000 size=1 rip=1000\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rax=5a rip=1003\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 exit-dr7=400 rip=1004\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=e000 size=1 rip=1000\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rax=5a rip=1003\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=e000 size=1 rip=1000 rflags=10002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rax=5a rip=1003 rflags=2\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=e000 size=1 rip=1000\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rax=5a rip=1003\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rip=1004\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff4ff0 rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=e000 size=1 data=00 rip=1000\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 exit-dr7=400 rip=1004\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=e000 size=1 data=00 rip=1003\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 exit-dr7=400 rip=1004\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=e000 size=1 data=00 rip=1003\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=e000 size=1 data=00 rip=1003\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rip=1004\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff4ff0 rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rax=ffff0ff0 rip=1004 db=1000,0,0,0 dr7=2\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rax=ffff0ff0 rip=1004 db=1000,0,0,0 dr7=402\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rax=ffff0ff1 rbp=7010 rip=1004 db=1000,0,0,0 dr6=ffff0ff1\n"
	"log 0010020001000000f10fffff00000000\n"
	"ending end\n",
	"exit hlt rax=1000 rip=1004 db=1000,0,0,0 dr7=402\n"
	"ending end\n",
	"exit hlt rax=1000 rbp=7010 rip=1004 db=1000,0,0,0 dr6=ffff0ff1\n"
	"log 0010020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 exit-dr7=400 rax=1 rcx=6c65746e "
	"rdx=49656e69 rbx=756e6547 rip=1004\n"
	"action ok\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rax=1 rcx=6c65746e rdx=49656e69 "
	"rbx=756e6547 rip=1004\n"
	"action ok\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rax=1 rcx=6c65746e rdx=49656e69 "
	"rbx=756e6547 rip=1004\n"
	"action ok\n"
	"exit hlt rbp=7010 rip=1005 dr6=ffff4ff0\n"
	"log 0410020001000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rip=1002 shadow=1\n"
	"action ok\n"
	"exit hlt rax=1 rcx=6c65746e rdx=49656e69 rbx=756e6547 rip=1005 shadow=0\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 exit-dr7=400 rax=1 rcx=6c65746e "
	"rdx=49656e69 rbx=756e6547 rip=1004\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rax=1 rcx=6c65746e rdx=49656e69 "
	"rbx=756e6547 rip=1004\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rax=1 rcx=6c65746e rdx=49656e69 "
	"rbx=756e6547 rip=1004\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 exit-dr7=400\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rip=1002 shadow=1\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rax=1 rcx=6c65746e rdx=49656e69 "
	"rbx=756e6547 rip=1004 shadow=0\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff4ff0 rip=1005\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"action ok\n"
	"exit hlt rbp=7010 rip=1002\n"
	"log 00100200020000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=400 nmi=1\n"
	"exit hlt rbp=7010 rip=1002 nmi=-\n"
	"log 01100200020000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"action ok\n"
	"exit internal-error rip=1000 shadow=2 nmi=1\n"
	"ending internal-error\n",
	"action ok\n"
	"action ok\n"
	"exit hlt rbp=7020 rip=1002 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 001002010200000000000000000000000110020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit hlt rbp=7010 rip=1002 rflags=102 pending=1 payload=4000\n"
	"log 01100201020000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit hlt rbp=7010 rip=1002 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log 01100201020000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit internal-error rip=1000 rflags=102 shadow=2 nmi=1\n"
	"ending internal-error\n",
	"action ok\n"
	"exit io direction=out port=7e size=1 count=1 data=00 rip=1000\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rip=1002\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=out port=7e size=1 count=1 data=00 rip=1002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rip=1002\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=out port=7e size=1 count=1 data=00 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1000 rflags=10002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2 rip=1002 rflags=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"ending cap\n",
	"action ok\n"
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1002 rflags=10002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2 rflags=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"ending cap\n",
	"action ok\n"
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1000 rflags=10002\n"
	"exit hlt rip=1004 rflags=2\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1000\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402 rip=1002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"ending cap\n",
	"action ok\n"
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"ending cap\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rcx=1 rdx=10 rip=1000 rflags=10002 "
	"db=1000,0,0,0 dr7=402\n"
	"exit hlt rcx=0 rsi=1 rip=1003 rflags=2\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rdx=10 rsi=1 rip=1000 rflags=10002 "
	"db=1000,0,0,0 dr7=402\n"
	"exit hlt rip=1003 rflags=2\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rdx=10 rbp=7010 rsi=1 rip=1000 "
	"rflags=10002 db=1000,0,0,0 dr6=ffff0ff1\n"
	"exit hlt rip=1003 rflags=2\n"
	"log 0010020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4f02\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rip=1002\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4f02\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 rsp=4f02\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efe\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4f00 rip=1002 ds=2\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efe\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4f00 rip=1002 ds=102\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 rsp=4efe\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rsp=4f00 rip=1002 ds=2\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=400\n"
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rip=1002\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=400\n"
	"action ok\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0\n"
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rsp=4f02 db=4f00,0,0,0 dr7=70002 "
	"shadow=1\n"
	"action ok\n"
	"exit hlt rbp=7020 rip=1004 dr6=ffff0ff1 dr7=400 shadow=0\n"
	"log 4060020001000000f10fffff000000000310020001000000f10fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rsp=4f02 db=4f00,0,0,0 dr7=70402 "
	"shadow=1\n"
	"action ok\n"
	"exit hlt rbp=7020 rip=1004 dr6=ffff0ff1 dr7=400 shadow=0\n"
	"log 4060020001000000f10fffff000000000310020001000000f10fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rsp=4f02 rip=1003 db=4f00,0,0,0 "
	"dr7=70002 shadow=1\n"
	"action ok\n"
	"exit hlt rbp=7020 rip=1004 dr6=ffff0ff1 dr7=400 shadow=0\n"
	"log 4060020001000000f10fffff000000000310020001000000f10fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rsp=4f02 rip=1003 db=4f00,0,0,0 "
	"dr7=70402 shadow=1\n"
	"action ok\n"
	"exit hlt rbp=7020 rip=1004 dr6=ffff0ff1 dr7=400 shadow=0\n"
	"log 4060020001000000f10fffff000000000310020001000000f10fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rsp=4f02 db=4f00,0,0,0 dr7=70002 "
	"shadow=3\n"
	"action ok\n"
	"exit hlt rip=1004 shadow=0\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rsp=4f02 db=4f00,0,0,0 dr7=70002 "
	"shadow=1\n"
	"action ok\n"
	"exit hlt rip=1004 shadow=0\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rsp=4f02 rip=1003 db=4f00,0,0,0 "
	"dr7=70002\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rax=1 rcx=6c65746e "
	"rdx=49656e69 rbx=756e6547 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rax=1 rcx=6c65746e rdx=49656e69 "
	"rbx=756e6547 rip=1002\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rax=1 rcx=6c65746e rdx=49656e69 "
	"rbx=756e6547 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rax=1 rcx=6c65746e rdx=49656e69 "
	"rbx=756e6547 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rip=1004\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit hlt rbp=7020 rip=1002\n"
	"log 0010020102000000000000000000000000100200020000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit hlt rbp=7030 rip=1002 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log "
	"00100201020000000000000000000000001002010200000000000000000000000110020101000000f04fffff00"
	"000000\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit hlt rbp=7030 rip=1002 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log "
	"00100201020000000000000000000000001002010200000000000000000000000110020101000000f04fffff00"
	"000000\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=out port=10 size=1 count=1 data=00 rcx=1 rdx=10 rsi=2000 rip=1000 "
	"db=1000,0,0,0 dr7=2\n"
	"exit hlt rcx=0 rsi=2001 rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=out port=10 size=1 count=1 data=00 rcx=1 rdx=10 rsi=2000 rip=1000 "
	"db=1000,0,0,0 dr7=402\n"
	"exit hlt rcx=0 rsi=2001 rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=out port=10 size=1 count=1 data=00 rdx=10 rsi=2001 rip=1000 rflags=10002 "
	"db=1000,0,0,0 dr7=2\n"
	"exit hlt rip=1003 rflags=2\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=out port=10 size=1 count=1 data=00 rdx=10 rbp=7010 rsi=2001 rip=1000 "
	"rflags=10002 db=1000,0,0,0 dr6=ffff0ff1\n"
	"exit hlt rip=1003 rflags=2\n"
	"log 0010020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=6c40 exit-dr6=ffff4ff0 exit-dr7=400 rcx=1002 r11=2 rip=6c40\n"
	"exit debug exception=1 pc=6c44 exit-dr6=ffff4ff0 exit-dr7=400 rip=6c44\n"
	"exit debug exception=1 pc=6c48 exit-dr6=ffff4ff0 exit-dr7=400 rip=6c48\n"
	"exit debug exception=1 pc=6c4c exit-dr6=ffff4ff0 exit-dr7=400 rip=6c4c\n"
	"exit debug exception=1 pc=6c50 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7020 rip=6c50\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rip=1002 cs=33 ss=2b\n"
	"exit debug exception=1 pc=6340 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=6340 cs=8 ss=0\n"
	"exit debug exception=1 pc=6343 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6343\n"
	"exit debug exception=1 pc=6346 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=6346\n"
	"exit debug exception=1 pc=6349 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6349\n"
	"exit debug exception=1 pc=634d exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=634d\n"
	"exit debug exception=1 pc=6350 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6350\n"
	"exit debug exception=1 pc=6354 exit-dr6=ffff4ff0 exit-dr7=400 rip=6354\n"
	"exit debug exception=1 pc=6358 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7040 rip=6358\n"
	"exit hlt rip=6359\n"
	"log "
	"02100000000000000200000000000000fe00000000000000000000000000000002100000000000000200010000"
	"0000000d000000000000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit debug exception=1 pc=6c40 exit-dr6=ffff4ff0 exit-dr7=400 rcx=1002 r11=2 rip=6c40\n"
	"exit debug exception=1 pc=6c44 exit-dr6=ffff4ff0 exit-dr7=400 rip=6c44\n"
	"exit debug exception=1 pc=6c48 exit-dr6=ffff4ff0 exit-dr7=400 rip=6c48\n"
	"exit debug exception=1 pc=6c4c exit-dr6=ffff4ff0 exit-dr7=400 rip=6c4c\n"
	"exit debug exception=1 pc=6c50 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7020 rip=6c50\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rip=1002 cs=33 ss=2b\n"
	"exit debug exception=1 pc=6343 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6343 cs=8 ss=0\n"
	"exit debug exception=1 pc=6346 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=6346\n"
	"exit debug exception=1 pc=6349 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6349\n"
	"exit debug exception=1 pc=634d exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=634d\n"
	"exit debug exception=1 pc=6350 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6350\n"
	"exit debug exception=1 pc=6354 exit-dr6=ffff4ff0 exit-dr7=400 rip=6354\n"
	"exit debug exception=1 pc=6358 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7040 rip=6358\n"
	"exit hlt rip=6359\n"
	"log "
	"02100000000000000200000000000000fe00000000000000000000000000000002100000000000000200010000"
	"0000000d000000000000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rcx=1002 rbp=7020 r11=2 "
	"rip=1002 cs=33 ss=2b\n"
	"exit debug exception=1 pc=6340 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=6340 cs=8 ss=0\n"
	"exit debug exception=1 pc=6343 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6343\n"
	"exit debug exception=1 pc=6346 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=6346\n"
	"exit debug exception=1 pc=6349 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6349\n"
	"exit debug exception=1 pc=634d exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=634d\n"
	"exit debug exception=1 pc=6350 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6350\n"
	"exit debug exception=1 pc=6354 exit-dr6=ffff4ff0 exit-dr7=400 rip=6354\n"
	"exit debug exception=1 pc=6358 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7040 rip=6358\n"
	"exit hlt rip=6359\n"
	"log "
	"02100000000000000200000000000000fe00000000000000000000000000000002100000000000000200010000"
	"0000000d000000000000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rcx=1002 rbp=7020 r11=2 "
	"rip=1002 cs=33 ss=2b\n"
	"exit debug exception=1 pc=6343 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6343 cs=8 ss=0\n"
	"exit debug exception=1 pc=6346 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=6346\n"
	"exit debug exception=1 pc=6349 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6349\n"
	"exit debug exception=1 pc=634d exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=634d\n"
	"exit debug exception=1 pc=6350 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6350\n"
	"exit debug exception=1 pc=6354 exit-dr6=ffff4ff0 exit-dr7=400 rip=6354\n"
	"exit debug exception=1 pc=6358 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7040 rip=6358\n"
	"exit hlt rip=6359\n"
	"log "
	"02100000000000000200000000000000fe00000000000000000000000000000002100000000000000200010000"
	"0000000d000000000000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rcx=1002 rbp=7020 r11=102 "
	"rip=1002 cs=33 ss=2b\n"
	"exit hlt rsp=5fd8 rbp=7040 rip=6359 cs=8 ss=0\n"
	"log "
	"02100000000000000201000000000000fe00000000000000000000000000000002100000000000000201010000"
	"0000000d000000000000000000000000000000\n"
	"ending fault\n",
	"exit hlt rflags=102 pending=1 payload=4000\n"
	"ending end\n",
	"exit hlt rflags=102 dr6=ffff4ff0 pending=1\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1000\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1002\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1000\n"
	"exit hlt rax=5a rip=1004\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1000 rflags=10002\n"
	"exit hlt rax=5a rip=1004 rflags=2\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1002\n"
	"log 0110020001000000f00fffff00000000\n"
	"ending end\n",
	"exit internal-error rip=1000\n"
	"ending internal-error\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2 rip=1000\n"
	"action ok\n"
	"exit hlt rip=1001\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402 rip=1000\n"
	"action ok\n"
	"exit hlt rip=1001\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 rip=1000\n"
	"action ok\n"
	"exit hlt rip=1001\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rflags=102\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rflags=102 dr6=ffff4ff0 pending=1\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rflags=102 pending=1 payload=4000\n"
	"ending end\n",
	"exit hlt rbp=7010 db=1000,0,0,0 dr6=ffff0ff1\n"
	"log 0010020001000000f10fffff00000000\n"
	"ending end\n",
	"exit mmio direction=write address=e000 size=1 data=00 rip=1000\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"exit mmio direction=write address=e000 size=1 data=00 rip=1003\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit hlt nmi=1\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1000 rflags=102\n"
	"exit hlt rbp=7010 rip=1003 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0210020101000000f04fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1002 rflags=102\n"
	"exit hlt rbp=7010 rip=1003 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0210020101000000f04fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1000 rflags=102\n"
	"exit hlt rbp=7010 rip=1003 dr6=ffff4ff0 pending=1\n"
	"log 0210020101000000f04fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1002 rflags=102\n"
	"exit hlt rip=1003 pending=1 payload=4000\n"
	"ending end\n",
	"exit hlt rip=1003 rflags=102 pending=1 payload=4000\n"
	"ending end\n",
	"exit hlt rip=1003 rflags=102 dr6=ffff4ff0 pending=1\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1003 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0210020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2 rip=1000 db=1000,0,0,0 dr7=2\n"
	"action ok\n"
	"exit hlt rbp=7010 rip=1001 dr6=ffff0ff1 dr7=400\n"
	"log 0010020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402 rip=1000 db=1000,0,0,0 "
	"dr7=402\n"
	"action ok\n"
	"exit hlt rbp=7010 rip=1001 dr6=ffff0ff1 dr7=400\n"
	"log 0010020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402 rip=1000 db=1000,0,0,0 "
	"dr7=2\n"
	"action ok\n"
	"exit hlt rbp=7010 rip=1001 dr6=ffff0ff1 dr7=400\n"
	"log 0010020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=6042 exit-dr6=ffff4ff0 rsp=4ef6 rip=6042 db=1000,0,0,0 "
	"dr6=ffff0ff1 dr7=2\n"
	"action ok\n"
	"exit hlt rsp=4f00 rbp=7010 rip=1001 rflags=102 dr7=400 pending=1 payload=4000\n"
	"log 0010020101000000f10fffff00000000\n"
	"ending end\n",
	"exit hlt rsp=4efa rbp=7010 rip=6197 db=1000,0,0,0 dr7=2\n"
	"log 00100200060000000000000000000000\n"
	"ending fault\n",
	"exit hlt rsp=4efa rbp=7010 rip=6197 db=1000,0,0,0 dr7=402\n"
	"log 00100200060000000000000000000000\n"
	"ending fault\n",
	"exit hlt rbp=7010 rip=1004 dr6=ffff6ff0\n"
	"log 0010020001000000f06fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1004 dr6=ffff2ff0\n"
	"log 0010020001000000f02fffff00000000\n"
	"ending end\n",
	"exit hlt rbx=ffff2ff0 rbp=7010 rip=1004 dr6=ffff2ff0 dr7=0\n"
	"log 0010020001000000f02fffff00000000\n"
	"ending end\n",
	"exit hlt rbx=ffff2ff0 rbp=7010 rip=1004 dr6=ffff2ff0\n"
	"log 0010020001000000f02fffff00000000\n"
	"ending end\n",
	"exit hlt rbx=ffff2ff2 rbp=7010 rip=1004 dr6=ffff2ff2\n"
	"log 0010020001000000f22fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1000 cr4de=1 db=10,0,0,0 "
	"dr7=20002\n"
	"exit hlt rbp=7010 rip=1003 dr6=ffff0ff1\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1000 cr4de=1 db=10,0,0,0 "
	"dr7=20402\n"
	"exit hlt rbp=7010 rip=1003 dr6=ffff0ff1\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1002 cr4de=1 db=10,0,0,0 "
	"dr7=20002\n"
	"exit hlt rbp=7010 rip=1003 dr6=ffff0ff1\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1002 cr4de=1 db=10,0,0,0 "
	"dr7=20402\n"
	"exit hlt rbp=7010 rip=1003 dr6=ffff0ff1\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1000 cr4de=1 db=10,0,0,0 "
	"dr7=20002\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1002 cr4de=1 db=10,0,0,0 "
	"dr7=20002\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"exit hlt rsp=4efa rbp=7010 rip=6197 cr4de=1\n"
	"log 00100200060000000000000000000000\n"
	"ending fault\n",
	"exit hlt rcx=1002 rsp=5fd8 rbp=7060 r11=102 rip=6359 ds=0 es=0 ss=0 dr6=ffff4ff0\n"
	"log "
	"02100000000000000201000000000000fe00000000000000000000000000000002100000000000000201000000"
	"00000001000000f04fffff0000000000000000021000000000000002010100000000000d000000000000000000"
	"000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=400\n"
	"exit hlt rip=1002\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rip=1002\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2000 rip=1000\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2400 rip=1000\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4f02\n"
	"exit hlt rip=1002\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 rsp=4f02\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rip=1002\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rcx=174 rip=1002\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rcx=174 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"ending end\n",
	"exit hlt rbp=7030 rip=1005 db=4ef6,0,0,2000 dr6=ffff0ff1 dr7=10090082\n"
	"log "
	"4060020001000000f10fffff000000004260020001000000f10fffff000000000410020001000000f10fffff00"
	"000000\n"
	"ending end\n",
	"exit hlt rbp=7030 rip=1005 db=4ef6,0,0,2000 dr6=ffff0ff1 dr7=10090482\n"
	"log "
	"4060020001000000f10fffff000000004260020001000000f10fffff000000000410020001000000f10fffff00"
	"000000\n"
	"ending end\n",
	"exit hlt rip=1005 db=4ef6,0,0,2000 dr7=10090082\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rip=1 cs=100\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=400\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rip=1002\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"ending end\n",
	"exit hlt rbp=7020 rip=1003 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0110020101000000f04fffff000000000210020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7020 rip=1003 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log 0110020101000000f04fffff000000000210020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1\n"
	"action ok\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1003 db=1001,0,0,0 dr6=ffff0ff1\n"
	"log 0110020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1000\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1000\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rip=1004\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1000 rflags=102\n"
	"exit hlt rbp=7020 rip=1004 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0210020101000000f04fffff000000000310020101000000f04fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1002 rflags=102\n"
	"exit hlt rbp=7020 rip=1004 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0210020101000000f04fffff000000000310020101000000f04fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1000 rflags=102\n"
	"exit hlt rbp=7020 rip=1004 dr6=ffff4ff0 pending=1\n"
	"log 0210020101000000f04fffff000000000310020101000000f04fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1002 rflags=102\n"
	"exit hlt rbp=7010 rip=1004 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0310020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1000\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402 rip=1002\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1000 db=1002,0,0,0 dr7=402\n"
	"exit hlt rbp=7010 rip=1004 dr6=ffff0ff1 dr7=400\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=10 size=1 count=1 data=00 rip=1002 db=1002,0,0,0 dr7=402\n"
	"exit hlt rbp=7010 rip=1004 dr6=ffff0ff1 dr7=400\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=in port=10 size=1 count=1 rip=1000\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rax=5a rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=in port=10 size=1 count=1 rip=1000\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rax=5a rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=in port=10 size=1 count=1 rip=1000\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rax=5a rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rip=1004\n"
	"ending end\n",
	"exit io direction=in port=10 size=1 count=1 rip=1000 rflags=102\n"
	"exit hlt rax=5a rbp=7020 rip=1004 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0210020101000000f04fffff000000000310020101000000f04fffff00000000\n"
	"ending end\n",
	"exit io direction=in port=10 size=1 count=1 rip=1000 rflags=102\n"
	"exit hlt rax=5a rbp=7020 rip=1004 dr6=ffff4ff0 pending=1\n"
	"log 0210020101000000f04fffff000000000310020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=in port=10 size=1 count=1 rip=1000\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402 rax=5a rip=1002\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=in port=10 size=1 count=1 rip=1000\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 rax=5a rip=1002\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"exit io direction=in port=10 size=1 count=1 rip=1000 db=1002,0,0,0 dr7=402\n"
	"exit hlt rax=5a rbp=7010 rip=1004 dr6=ffff0ff1 dr7=400\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"exit mmio direction=write address=e000 size=1 data=00 rip=1000 rflags=102\n"
	"exit hlt rbp=7020 rip=1005 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0310020101000000f04fffff000000000410020101000000f04fffff00000000\n"
	"ending end\n",
	"exit mmio direction=write address=e000 size=1 data=00 rip=1003 rflags=102\n"
	"exit hlt rbp=7020 rip=1005 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0310020101000000f04fffff000000000410020101000000f04fffff00000000\n"
	"ending end\n",
	"exit mmio direction=write address=e000 size=1 data=00 rip=1003 rflags=102\n"
	"exit hlt rbp=7010 rip=1005 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0410020101000000f04fffff00000000\n"
	"ending end\n",
	"exit mmio direction=write address=e000 size=1 data=00 rip=1003 rflags=102\n"
	"exit hlt rbp=7010 rip=1005 dr6=ffff4ff0 pending=1\n"
	"log 0410020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=e000 size=1 data=00 rip=1000\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff0ff1 exit-dr7=402 rip=1003\n"
	"action ok\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=e000 size=1 data=00 rip=1003\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=write address=e000 size=1 data=00 rip=1003\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff0ff1\n"
	"action ok\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"exit mmio direction=write address=e000 size=1 data=00 rip=1000 db=1003,0,0,0 dr7=402\n"
	"exit hlt rbp=7010 rip=1005 dr6=ffff0ff1 dr7=400\n"
	"log 0310020001000000f10fffff00000000\n"
	"ending end\n",
	"exit mmio direction=write address=e000 size=1 data=00 rip=1003 db=1003,0,0,0 dr7=402\n"
	"exit hlt rbp=7010 rip=1005 dr6=ffff0ff1 dr7=400\n"
	"log 0310020001000000f10fffff00000000\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1000 rflags=102\n"
	"exit hlt rax=5a rbp=7020 rip=1005 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0310020101000000f04fffff000000000410020101000000f04fffff00000000\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1000 rflags=102\n"
	"exit hlt rax=5a rbp=7020 rip=1005 dr6=ffff4ff0 pending=1\n"
	"log 0310020101000000f04fffff000000000410020101000000f04fffff00000000\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1000 rflags=10102\n"
	"exit hlt rax=5a rbp=7020 rip=1005 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0310020101000000f04fffff000000000410020101000000f04fffff00000000\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1000 rflags=10102\n"
	"exit hlt rax=5a rbp=7020 rip=1005 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log 0310020101000000f04fffff000000000410020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=e000 size=1 rip=1000\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff0ff1 exit-dr7=402 rax=5a rip=1003\n"
	"action ok\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=e000 size=1 rip=1000 rflags=10002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff0ff1 exit-dr7=402 rax=5a rip=1003 rflags=2\n"
	"action ok\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=e000 size=1 rip=1000\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff0ff1 rax=5a rip=1003\n"
	"action ok\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1000 db=1003,0,0,0 dr7=402\n"
	"exit hlt rax=5a rbp=7010 rip=1005 dr6=ffff0ff1 dr7=400\n"
	"log 0310020001000000f10fffff00000000\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1000 rflags=10002 db=1003,0,0,0 dr7=402\n"
	"exit hlt rax=5a rbp=7010 rip=1005 rflags=2 dr6=ffff0ff1 dr7=400\n"
	"log 0310020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=e000 size=1 rip=1000\n"
	"exit mmio direction=write address=e000 size=1 data=5b\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 exit-dr7=400 rip=1004\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff4ff0 exit-dr7=400 rip=1005\n"
	"exit hlt rip=1006\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=e000 size=1 rip=1000\n"
	"exit mmio direction=write address=e000 size=1 data=5b rip=1004\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 exit-dr7=400\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff4ff0 exit-dr7=400 rip=1005\n"
	"exit hlt rip=1006\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=e000 size=1 rip=1000\n"
	"exit mmio direction=write address=e000 size=1 data=5b rip=1004\n"
	"exit hlt rip=1006\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=e000 size=1 rip=1000 rflags=10002\n"
	"exit mmio direction=write address=e000 size=1 data=5b rip=1004 rflags=2\n"
	"exit hlt rip=1006\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=e000 size=1 rip=1000\n"
	"exit mmio direction=write address=e000 size=1 data=5b rip=1004\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff4ff0 rip=1005\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff4ff0 rip=1006\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1000 rflags=102\n"
	"exit mmio direction=write address=e000 size=1 data=5b\n"
	"exit hlt rbp=7020 rip=1006 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0410020101000000f04fffff000000000510020101000000f04fffff00000000\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1000 rflags=102\n"
	"exit mmio direction=write address=e000 size=1 data=5b rip=1004\n"
	"exit hlt rbp=7020 rip=1006 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0410020101000000f04fffff000000000510020101000000f04fffff00000000\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1000 rflags=102\n"
	"exit mmio direction=write address=e000 size=1 data=5b rip=1004\n"
	"exit hlt rbp=7010 rip=1006 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0510020101000000f04fffff00000000\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1000 rflags=102\n"
	"exit mmio direction=write address=e000 size=1 data=5b rip=1004\n"
	"exit hlt rbp=7010 rip=1006 dr6=ffff4ff0 pending=1\n"
	"log 0510020101000000f04fffff00000000\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1000 rflags=10102\n"
	"exit mmio direction=write address=e000 size=1 data=5b rip=1004 rflags=102\n"
	"exit hlt rbp=7010 rip=1006 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0510020101000000f04fffff00000000\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1000 rflags=10102\n"
	"exit mmio direction=write address=e000 size=1 data=5b rip=1004 rflags=102\n"
	"exit hlt rbp=7010 rip=1006 dr6=ffff4ff0 pending=1\n"
	"log 0510020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=e000 size=1 rip=1000\n"
	"exit mmio direction=write address=e000 size=1 data=5b\n"
	"action ok\n"
	"exit hlt rip=1006\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=e000 size=1 rip=1000\n"
	"exit mmio direction=write address=e000 size=1 data=5b rip=1004\n"
	"action ok\n"
	"exit hlt rip=1006\n"
	"ending end\n",
	"action ok\n"
	"exit mmio direction=read address=e000 size=1 rip=1000 rflags=10002\n"
	"exit mmio direction=write address=e000 size=1 data=5b rip=1004 rflags=2\n"
	"action ok\n"
	"exit hlt rip=1006\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1000 db=1004,0,0,0 dr7=402\n"
	"exit mmio direction=write address=e000 size=1 data=5b\n"
	"exit hlt rbp=7010 rip=1006 dr6=ffff0ff1 dr7=400\n"
	"log 0410020001000000f10fffff00000000\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1000 db=1004,0,0,0 dr7=402\n"
	"exit mmio direction=write address=e000 size=1 data=5b rip=1004\n"
	"exit hlt rbp=7010 rip=1006 dr6=ffff0ff1 dr7=400\n"
	"log 0410020001000000f10fffff00000000\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1000 rflags=10002 db=1004,0,0,0 dr7=402\n"
	"exit mmio direction=write address=e000 size=1 data=5b rip=1004 rflags=2\n"
	"exit hlt rbp=7010 rip=1006 dr6=ffff0ff1 dr7=400\n"
	"log 0410020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 exit-dr7=400 rip=1004\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rip=1004\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff4ff0 rip=1005\n"
	"ending end\n",
	"exit hlt rbp=7020 rip=1005 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0310020101000000f04fffff000000000410020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7020 rip=1005 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log 0310020101000000f04fffff000000000410020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff0ff1 exit-dr7=402 rip=1003\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff0ff1 rip=1003\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff0ff1\n"
	"action ok\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1005 db=1003,0,0,0 dr6=ffff0ff1\n"
	"log 0310020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 exit-dr7=400 rip=1004\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"exit hlt rip=1005 db=1003,0,0,0\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rbx=ffff0ff0 rip=1003\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 exit-dr7=400 rip=1004\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rbx=ffff0ff0 rip=1003\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rbx=ffff0ff0 rip=1003\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 exit-dr7=400 rip=1004\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rbx=ffff0ff0 rip=1003\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rip=1004\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff4ff0 rip=1005\n"
	"ending end\n",
	"exit hlt rbx=ffff0ff0 rbp=7020 rip=1005 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0310020101000000f04fffff000000000410020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rbx=ffff0ff0 rbp=7020 rip=1005 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log 0310020101000000f04fffff000000000410020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff0ff1 exit-dr7=402 rbx=ffff0ff0 rip=1003\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff0ff1 rbx=ffff0ff0 rip=1003\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff0ff1\n"
	"action ok\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"exit hlt rbx=ffff0ff0 rbp=7010 rip=1005 db=1003,0,0,0 dr6=ffff0ff1\n"
	"log 0310020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efe\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rip=1002\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 rsp=4efe\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"ending end\n",
	"exit hlt rsp=4efe rbp=7020 rip=1003 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0110020101000000f04fffff000000000210020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rsp=4efe rbp=7020 rip=1003 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log 0110020101000000f04fffff000000000210020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 exit-dr7=402 rsp=4efe\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 rsp=4efe\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1\n"
	"action ok\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"exit hlt rsp=4efe rbp=7010 rip=1003 db=1001,0,0,0 dr6=ffff0ff1\n"
	"log 0110020001000000f10fffff00000000\n"
	"ending end\n",
	"exit hlt rsp=4f02 rbp=7010 rip=1003 dr6=ffff4ff0\n"
	"log 0110020001000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 exit-dr7=402 rsp=4f02\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 rsp=4f02\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1\n"
	"action ok\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"exit hlt rsp=4f02 rbp=7010 rip=1003 db=1001,0,0,0 dr6=ffff0ff1\n"
	"log 0110020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4f04 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4f04 rip=1002\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rsp=4f04 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rip=1004\n"
	"ending end\n",
	"exit hlt rsp=4f04 rbp=7010 rip=1004 dr6=ffff4ff0\n"
	"log 0210020001000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402 rsp=4f04 rip=1002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 rsp=4f04 rip=1002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"exit hlt rsp=4f04 rbp=7010 rip=1004 db=1002,0,0,0 dr6=ffff0ff1\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4f06\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rip=1002\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4f06\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 rsp=4f06\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"ending end\n",
	"exit hlt rsp=4f06 rbp=7010 rip=1003 dr6=ffff4ff0\n"
	"log 0110020001000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 exit-dr7=402 rsp=4f06\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 rsp=4f06\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1\n"
	"action ok\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"exit hlt rsp=4f06 rbp=7010 rip=1003 db=1001,0,0,0 dr6=ffff0ff1\n"
	"log 0110020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4f0c rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4f0c rip=1002\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rsp=4f0c rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rip=1004\n"
	"ending end\n",
	"exit hlt rsp=4f0c rbp=7010 rip=1004 dr6=ffff4ff0\n"
	"log 0210020001000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402 rsp=4f0c rip=1002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 rsp=4f0c rip=1002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"exit hlt rsp=4f0c rbp=7010 rip=1004 db=1002,0,0,0 dr6=ffff0ff1\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rip=1002 shadow=1\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003 shadow=0\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rip=1004\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1004 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0310020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1004 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log 0310020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7020 rip=1004 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0210020101000000f04fffff000000000310020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402 rip=1002 shadow=3\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rip=1004 shadow=0\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 rip=1002 shadow=1\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"action ok\n"
	"exit hlt rip=1004 shadow=0\n"
	"ending end\n",
	"exit hlt rip=1004 db=1002,0,0,0 dr7=402\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1004 db=1002,0,0,0 dr6=ffff0ff1\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4f02 rip=1002\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 rsp=4f02 shadow=1\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rip=1002 shadow=0\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"ending end\n",
	"exit hlt rsp=4f02 rbp=7010 rip=1003 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0210020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rsp=4f02 rbp=7010 rip=1003 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log 0210020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rsp=4f02 rbp=7020 rip=1003 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0110020101000000f04fffff000000000210020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rsp=4f02 rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 exit-dr7=402 rsp=4f02 shadow=3\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rip=1003 shadow=0\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 rsp=4f02 shadow=1\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1\n"
	"action ok\n"
	"exit hlt rip=1003 shadow=0\n"
	"ending end\n",
	"exit hlt rsp=4f02 rip=1003 db=1001,0,0,0 dr7=402\n"
	"ending end\n",
	"exit hlt rsp=4f02 rbp=7020 rip=1003 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log 0110020101000000f04fffff000000000210020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=400 rflags=202 shadow=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rip=1002 shadow=0\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=400 rflags=202 shadow=3\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rip=1002 shadow=0\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 rflags=202 shadow=2\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rip=1002 shadow=0\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"ending end\n",
	"exit hlt rbp=7020 rip=1003 rflags=302 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0110020301000000f04fffff000000000210020301000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7020 rip=1003 rflags=302 dr6=ffff4ff0 pending=1\n"
	"log 0110020301000000f04fffff000000000210020301000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 exit-dr7=402 rflags=202 shadow=2\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rip=1003 shadow=0\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 exit-dr7=402 rflags=202 shadow=3\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rip=1003 shadow=0\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 rflags=202 shadow=2\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1\n"
	"action ok\n"
	"exit hlt rip=1003 shadow=0\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1003 rflags=202 db=1001,0,0,0 dr6=ffff0ff1\n"
	"log 0110020201000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=60c0 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efa rip=60c0\n"
	"exit debug exception=1 pc=60c4 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4ef8 rip=60c4\n"
	"exit debug exception=1 pc=60c7 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efa rip=60c7\n"
	"exit debug exception=1 pc=60cc exit-dr6=ffff4ff0 exit-dr7=400 rsp=4ef8 rip=60cc\n"
	"exit debug exception=1 pc=60cf exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efa rip=60cf\n"
	"exit debug exception=1 pc=60d3 exit-dr6=ffff4ff0 exit-dr7=400 rip=60d3\n"
	"exit debug exception=1 pc=60d6 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7010 rip=60d6\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4f00 rip=1001\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rip=1002\n"
	"exit hlt rip=1003\n"
	"log 01100200030000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7010\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rip=1002\n"
	"exit hlt rip=1003\n"
	"log 01100200030000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7010 rip=1002\n"
	"exit hlt rip=1003\n"
	"log 01100201030000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=60c0 exit-dr6=ffff4ff0 rsp=4efa rip=60c0\n"
	"exit debug exception=1 pc=60c4 exit-dr6=ffff4ff0 rsp=4ef8 rip=60c4\n"
	"exit debug exception=1 pc=60c7 exit-dr6=ffff4ff0 rsp=4efa rip=60c7\n"
	"exit debug exception=1 pc=60cc exit-dr6=ffff4ff0 rsp=4ef8 rip=60cc\n"
	"exit debug exception=1 pc=60cf exit-dr6=ffff4ff0 rsp=4efa rip=60cf\n"
	"exit debug exception=1 pc=60d3 exit-dr6=ffff4ff0 rip=60d3\n"
	"exit debug exception=1 pc=60d6 exit-dr6=ffff4ff0 rbp=7010 rip=60d6\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 rsp=4f00 rip=1001\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"log 01100200030000000000000000000000\n"
	"ending end\n",
	"exit hlt rbp=7020 rip=1003 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 011002010300000000000000000000000210020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7020 rip=1003 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log 011002010300000000000000000000000210020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7030 rip=1003 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log "
	"c060020001000000f04fffff00000000011002010300000000000000000000000210020101000000f04fffff00"
	"000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 exit-dr7=402 rbp=7010\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rip=1003\n"
	"log 01100200030000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 rbp=7010\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1\n"
	"action ok\n"
	"exit hlt rip=1003\n"
	"log 01100200030000000000000000000000\n"
	"ending end\n",
	"exit hlt rbp=7020 rip=1003 db=1001,0,0,0 dr6=ffff0ff1\n"
	"log 011002000300000000000000000000000110020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=6800 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efa rip=6800\n"
	"exit debug exception=1 pc=6804 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4ef8 rip=6804\n"
	"exit debug exception=1 pc=6807 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efa rip=6807\n"
	"exit debug exception=1 pc=680c exit-dr6=ffff4ff0 exit-dr7=400 rsp=4ef8 rip=680c\n"
	"exit debug exception=1 pc=680f exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efa rip=680f\n"
	"exit debug exception=1 pc=6813 exit-dr6=ffff4ff0 exit-dr7=400 rip=6813\n"
	"exit debug exception=1 pc=6816 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7010 rip=6816\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4f00 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"log 02100200200000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7010 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"log 02100200200000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7010 rip=1003\n"
	"exit hlt rip=1004\n"
	"log 02100201200000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=6800 exit-dr6=ffff4ff0 rsp=4efa rip=6800\n"
	"exit debug exception=1 pc=6804 exit-dr6=ffff4ff0 rsp=4ef8 rip=6804\n"
	"exit debug exception=1 pc=6807 exit-dr6=ffff4ff0 rsp=4efa rip=6807\n"
	"exit debug exception=1 pc=680c exit-dr6=ffff4ff0 rsp=4ef8 rip=680c\n"
	"exit debug exception=1 pc=680f exit-dr6=ffff4ff0 rsp=4efa rip=680f\n"
	"exit debug exception=1 pc=6813 exit-dr6=ffff4ff0 rip=6813\n"
	"exit debug exception=1 pc=6816 exit-dr6=ffff4ff0 rbp=7010 rip=6816\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rsp=4f00 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rip=1004\n"
	"log 02100200200000000000000000000000\n"
	"ending end\n",
	"exit hlt rbp=7020 rip=1004 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 021002012000000000000000000000000310020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7020 rip=1004 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log 021002012000000000000000000000000310020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7030 rip=1004 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log "
	"0068020001000000f04fffff00000000021002012000000000000000000000000310020101000000f04fffff00"
	"000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402 rbp=7010 rip=1002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"log 02100200200000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 rbp=7010 rip=1002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"log 02100200200000000000000000000000\n"
	"ending end\n",
	"exit hlt rbp=7020 rip=1004 db=1002,0,0,0 dr6=ffff0ff1\n"
	"log 021002002000000000000000000000000210020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=60c0 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efa rip=60c0\n"
	"exit debug exception=1 pc=60c4 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4ef8 rip=60c4\n"
	"exit debug exception=1 pc=60c7 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efa rip=60c7\n"
	"exit debug exception=1 pc=60cc exit-dr6=ffff4ff0 exit-dr7=400 rsp=4ef8 rip=60cc\n"
	"exit debug exception=1 pc=60cf exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efa rip=60cf\n"
	"exit debug exception=1 pc=60d3 exit-dr6=ffff4ff0 exit-dr7=400 rip=60d3\n"
	"exit debug exception=1 pc=60d6 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7010 rip=60d6\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4f00 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"log 02100200030000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7010 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"log 02100200030000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7010 rip=1003\n"
	"exit hlt rip=1004\n"
	"log 02100201030000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=60c0 exit-dr6=ffff4ff0 rsp=4efa rip=60c0\n"
	"exit debug exception=1 pc=60c4 exit-dr6=ffff4ff0 rsp=4ef8 rip=60c4\n"
	"exit debug exception=1 pc=60c7 exit-dr6=ffff4ff0 rsp=4efa rip=60c7\n"
	"exit debug exception=1 pc=60cc exit-dr6=ffff4ff0 rsp=4ef8 rip=60cc\n"
	"exit debug exception=1 pc=60cf exit-dr6=ffff4ff0 rsp=4efa rip=60cf\n"
	"exit debug exception=1 pc=60d3 exit-dr6=ffff4ff0 rip=60d3\n"
	"exit debug exception=1 pc=60d6 exit-dr6=ffff4ff0 rbp=7010 rip=60d6\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rsp=4f00 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rip=1004\n"
	"log 02100200030000000000000000000000\n"
	"ending end\n",
	"exit hlt rbp=7020 rip=1004 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 021002010300000000000000000000000310020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7020 rip=1004 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log 021002010300000000000000000000000310020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7030 rip=1004 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log "
	"c060020001000000f04fffff00000000021002010300000000000000000000000310020101000000f04fffff00"
	"000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402 rbp=7010 rip=1002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"log 02100200030000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 rbp=7010 rip=1002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"log 02100200030000000000000000000000\n"
	"ending end\n",
	"exit hlt rbp=7020 rip=1004 db=1002,0,0,0 dr6=ffff0ff1\n"
	"log 021002000300000000000000000000000210020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff0 exit-dr7=400\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rip=1002\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff0 exit-dr7=400 rip=1000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff0 exit-dr7=400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff0 exit-dr7=400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff0 exit-dr7=400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff0 exit-dr7=400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff0 exit-dr7=400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff0 exit-dr7=400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff0 exit-dr7=400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff0 exit-dr7=400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff0 exit-dr7=400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff0 exit-dr7=400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff0 exit-dr7=400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff0 exit-dr7=400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff0 exit-dr7=400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff0 exit-dr7=400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff0 exit-dr7=400\n"
	"ending cap\n",
	"exit hlt rbp=7020 rip=1003 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0110020101000000f00fffff000000000210020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7020 rip=1003 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log 0110020101000000f00fffff000000000210020101000000f04fffff00000000\n"
	"ending end\n",
	"exit internal-error rip=1000 rflags=102\n"
	"ending internal-error\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff0 exit-dr7=402\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff0 exit-dr7=402 rip=1000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff0 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rbp=7010 rip=1003\n"
	"log 0110020001000000f00fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1003 db=1001,0,0,0\n"
	"log 0110020001000000f00fffff00000000\n"
	"ending end\n",
	"exit internal-error rip=1000 db=1001,0,0,0 dr7=402\n"
	"ending internal-error\n",
	"exit hlt rsp=4efa rbp=7010 rip=6197\n"
	"log 00100201060000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit hlt rsp=4efa rbp=7010 rip=6197\n"
	"log 00100200060000000000000000000000\n"
	"ending fault\n",
	"exit hlt rsp=4efa rbp=7010 rip=6197 db=1002,0,0,0 dr7=402\n"
	"log 00100200060000000000000000000000\n"
	"ending fault\n",
	"exit hlt rax=1 rcx=6c65746e rdx=49656e69 rbx=756e6547 rbp=7020 rip=1004 rflags=102 "
	"dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0210020101000000f04fffff000000000310020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rax=1 rcx=6c65746e rdx=49656e69 rbx=756e6547 rbp=7020 rip=1004 rflags=102 "
	"dr6=ffff4ff0 pending=1\n"
	"log 0210020101000000f04fffff000000000310020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402 rax=1 rcx=6c65746e "
	"rdx=49656e69 rbx=756e6547 rip=1002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 rax=1 rcx=6c65746e rdx=49656e69 "
	"rbx=756e6547 rip=1002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"exit hlt rax=1 rcx=6c65746e rdx=49656e69 rbx=756e6547 rbp=7010 rip=1004 db=1002,0,0,0 "
	"dr6=ffff0ff1\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rcx=174 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rcx=174 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rip=1004\n"
	"ending end\n",
	"exit hlt rcx=174 rbp=7020 rip=1004 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0210020101000000f04fffff000000000310020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rcx=174 rbp=7020 rip=1004 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log 0210020101000000f04fffff000000000310020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402 rcx=174 rip=1002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 rcx=174 rip=1002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"exit hlt rcx=174 rbp=7010 rip=1004 db=1002,0,0,0 dr6=ffff0ff1\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=6c40 exit-dr6=ffff4ff0 exit-dr7=400 rcx=1002 r11=2 rip=6c40\n"
	"exit debug exception=1 pc=6c44 exit-dr6=ffff4ff0 exit-dr7=400 rip=6c44\n"
	"exit debug exception=1 pc=6c48 exit-dr6=ffff4ff0 exit-dr7=400 rip=6c48\n"
	"exit debug exception=1 pc=6c4c exit-dr6=ffff4ff0 exit-dr7=400 rip=6c4c\n"
	"exit debug exception=1 pc=6c50 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7020 rip=6c50\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rip=1002 cs=33 ss=2b\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit debug exception=1 pc=6340 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=6340 cs=8 ss=0\n"
	"exit debug exception=1 pc=6343 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6343\n"
	"exit debug exception=1 pc=6346 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=6346\n"
	"exit debug exception=1 pc=6349 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6349\n"
	"exit debug exception=1 pc=634d exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=634d\n"
	"exit debug exception=1 pc=6350 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6350\n"
	"exit debug exception=1 pc=6354 exit-dr6=ffff4ff0 exit-dr7=400 rip=6354\n"
	"exit debug exception=1 pc=6358 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7040 rip=6358\n"
	"exit hlt rip=6359\n"
	"log "
	"02100000000000000200000000000000fe00000000000000000000000000000003100000000000000200010000"
	"0000000d000000000000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit debug exception=1 pc=6c40 exit-dr6=ffff4ff0 exit-dr7=400 rcx=1002 r11=2 rip=6c40\n"
	"exit debug exception=1 pc=6c44 exit-dr6=ffff4ff0 exit-dr7=400 rip=6c44\n"
	"exit debug exception=1 pc=6c48 exit-dr6=ffff4ff0 exit-dr7=400 rip=6c48\n"
	"exit debug exception=1 pc=6c4c exit-dr6=ffff4ff0 exit-dr7=400 rip=6c4c\n"
	"exit debug exception=1 pc=6c50 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7020 rip=6c50\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rip=1002 cs=33 ss=2b\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit debug exception=1 pc=6343 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6343 cs=8 ss=0\n"
	"exit debug exception=1 pc=6346 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=6346\n"
	"exit debug exception=1 pc=6349 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6349\n"
	"exit debug exception=1 pc=634d exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=634d\n"
	"exit debug exception=1 pc=6350 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6350\n"
	"exit debug exception=1 pc=6354 exit-dr6=ffff4ff0 exit-dr7=400 rip=6354\n"
	"exit debug exception=1 pc=6358 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7040 rip=6358\n"
	"exit hlt rip=6359\n"
	"log "
	"02100000000000000200000000000000fe00000000000000000000000000000003100000000000000200010000"
	"0000000d000000000000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rcx=1002 rbp=7020 r11=2 "
	"rip=1002 cs=33 ss=2b\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit debug exception=1 pc=6340 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=6340 cs=8 ss=0\n"
	"exit debug exception=1 pc=6343 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6343\n"
	"exit debug exception=1 pc=6346 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=6346\n"
	"exit debug exception=1 pc=6349 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6349\n"
	"exit debug exception=1 pc=634d exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=634d\n"
	"exit debug exception=1 pc=6350 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6350\n"
	"exit debug exception=1 pc=6354 exit-dr6=ffff4ff0 exit-dr7=400 rip=6354\n"
	"exit debug exception=1 pc=6358 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7040 rip=6358\n"
	"exit hlt rip=6359\n"
	"log "
	"02100000000000000200000000000000fe00000000000000000000000000000003100000000000000200010000"
	"0000000d000000000000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rcx=1002 rbp=7020 r11=2 "
	"rip=1002 cs=33 ss=2b\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit debug exception=1 pc=6343 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6343 cs=8 ss=0\n"
	"exit debug exception=1 pc=6346 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=6346\n"
	"exit debug exception=1 pc=6349 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6349\n"
	"exit debug exception=1 pc=634d exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=634d\n"
	"exit debug exception=1 pc=6350 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6350\n"
	"exit debug exception=1 pc=6354 exit-dr6=ffff4ff0 exit-dr7=400 rip=6354\n"
	"exit debug exception=1 pc=6358 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7040 rip=6358\n"
	"exit hlt rip=6359\n"
	"log "
	"02100000000000000200000000000000fe00000000000000000000000000000003100000000000000200010000"
	"0000000d000000000000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rcx=1002 rbp=7020 r11=102 "
	"rip=1002 cs=33 ss=2b\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rsp=5fd8 rbp=7040 rip=6359 cs=8 ss=0\n"
	"log "
	"02100000000000000201000000000000fe00000000000000000000000000000003100000000000000201010000"
	"0000000d000000000000000000000000000000\n"
	"ending fault\n",
	"exit hlt rcx=1002 rsp=5fd8 rbp=7080 r11=102 rip=6359 ds=0 es=0 ss=0 dr6=ffff4ff0\n"
	"log "
	"02100000000000000201000000000000fe00000000000000000000000000000002100000000000000201000000"
	"00000001000000f04fffff00000000000000000310000000000000020100000000000001000000f04fffff0000"
	"000000000000031000000000000002010100000000000d000000000000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402 rcx=1002 rbp=7020 r11=2 "
	"rip=1002 cs=33 ss=2b\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rsp=5fd8 rbp=7040 rip=6359 cs=8 ss=0\n"
	"log "
	"02100000000000000200000000000000fe00000000000000000000000000000003100000000000000200010000"
	"0000000d000000000000000000000000000000\n"
	"ending fault\n",
	"exit hlt rcx=1002 rsp=5fd8 rbp=7060 r11=2 rip=6359 ds=0 es=0 ss=0 db=1002,0,0,0 "
	"dr6=ffff0ff1\n"
	"log "
	"02100000000000000200000000000000fe00000000000000000000000000000002100000000000000200000000"
	"00000001000000f10fffff0000000000000000031000000000000002000100000000000d000000000000000000"
	"000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rcx=1003 r11=2 rip=1003 "
	"cs=33 ss=2b\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 exit-dr7=400 rip=1004\n"
	"exit debug exception=1 pc=6340 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=6340 cs=8 ss=0\n"
	"exit debug exception=1 pc=6343 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6343\n"
	"exit debug exception=1 pc=6346 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=6346\n"
	"exit debug exception=1 pc=6349 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6349\n"
	"exit debug exception=1 pc=634d exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=634d\n"
	"exit debug exception=1 pc=6350 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6350\n"
	"exit debug exception=1 pc=6354 exit-dr6=ffff4ff0 exit-dr7=400 rip=6354\n"
	"exit debug exception=1 pc=6358 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7020 rip=6358\n"
	"exit hlt rip=6359\n"
	"log 041000000000000002000100000000000d000000000000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rcx=1003 r11=2 rip=1003 "
	"cs=33 ss=2b\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 exit-dr7=400 rip=1004\n"
	"exit debug exception=1 pc=6343 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6343 cs=8 ss=0\n"
	"exit debug exception=1 pc=6346 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=6346\n"
	"exit debug exception=1 pc=6349 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6349\n"
	"exit debug exception=1 pc=634d exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd0 rip=634d\n"
	"exit debug exception=1 pc=6350 exit-dr6=ffff4ff0 exit-dr7=400 rsp=5fd8 rip=6350\n"
	"exit debug exception=1 pc=6354 exit-dr6=ffff4ff0 exit-dr7=400 rip=6354\n"
	"exit debug exception=1 pc=6358 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7020 rip=6358\n"
	"exit hlt rip=6359\n"
	"log 041000000000000002000100000000000d000000000000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit hlt rcx=1003 rsp=5fd8 rbp=7020 r11=2 rip=6359 ss=0\n"
	"log 041000000000000002000100000000000d000000000000000000000000000000\n"
	"ending fault\n",
	"exit hlt rcx=1003 rsp=5fd8 rbp=7020 r11=2 rip=6359 ss=0\n"
	"log 041000000000000002000100000000000d000000000000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff0ff1 exit-dr7=402 rcx=1003 r11=2 rip=1003 "
	"cs=33 ss=2b\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rsp=5fd8 rbp=7020 rip=6359 cs=8 ss=0\n"
	"log 041000000000000002000100000000000d000000000000000000000000000000\n"
	"ending fault\n",
	"exit hlt rcx=1003 rsp=5fd8 rbp=7040 r11=2 rip=6359 ds=0 es=0 ss=0 db=1003,0,0,0 "
	"dr6=ffff0ff1\n"
	"log "
	"0310000000000000020000000000000001000000f10fffff000000000000000004100000000000000200010000"
	"0000000d000000000000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff4ff0 exit-dr7=400 rcx=1 rdi=2001 rip=1000 "
	"rflags=10002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rcx=0 rdi=2002 rip=1002 "
	"rflags=2\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff4ff0 exit-dr7=400 rcx=1 rdi=2001 rip=1000\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rcx=0 rdi=2002 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff4ff0 exit-dr7=400 rcx=1 rdi=2001 rip=1000 "
	"rflags=10002\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff4ff0 exit-dr7=400 rcx=0 rdi=2002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rip=1002 rflags=2\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff4ff0 rdi=2002 rip=1000 rflags=10002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rip=1002 rflags=2\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rip=1004\n"
	"ending end\n",
	"exit hlt rbp=7030 rdi=2002 rip=1004 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log "
	"0010020101000000f04fffff000000000210020101000000f04fffff000000000310020101000000f04fffff00"
	"000000\n"
	"ending end\n",
	"exit hlt rbp=7040 rdi=2002 rip=1004 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log "
	"0010020101000000f04fffff000000000010020101000000f04fffff000000000210020101000000f04fffff00"
	"0000000310020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7040 rdi=2002 rip=1004 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log "
	"0010020101000000f04fffff000000000010020101000000f04fffff000000000210020101000000f04fffff00"
	"0000000310020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7030 rdi=2002 rip=1004 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log "
	"0010020101000000f04fffff000000000210020101000000f04fffff000000000310020101000000f04fffff00"
	"000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402 rdi=2002 rip=1002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 rdi=2002 rip=1002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"exit hlt rbp=7010 rdi=2002 rip=1004 db=1002,0,0,0 dr6=ffff0ff1\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=in port=10 size=1 count=1 rcx=2 rdx=10 rdi=2000 rip=1000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff4ff0 exit-dr7=400 rcx=1 rdi=2001 rflags=10002\n"
	"exit io direction=in port=10 size=1 count=1\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rcx=0 rdi=2002 rip=1002 "
	"rflags=2\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=in port=10 size=1 count=1 rcx=2 rdx=10 rdi=2000 rip=1000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff4ff0 exit-dr7=400 rcx=1 rdi=2001\n"
	"exit io direction=in port=10 size=1 count=1\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rcx=0 rdi=2002 rip=1002\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=in port=10 size=1 count=2 rcx=2 rdx=10 rdi=2000 rip=1000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff4ff0 rcx=0 rdi=2002 rflags=10002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rip=1002 rflags=2\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=in port=10 size=1 count=2 rcx=2 rdx=10 rdi=2000 rip=1000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff4ff0 rcx=0 rdi=2002 rflags=10002\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rip=1002 rflags=2\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rip=1004\n"
	"ending end\n",
	"exit io direction=in port=10 size=1 count=1 rcx=2 rdx=10 rdi=2000 rip=1000 rflags=102\n"
	"exit io direction=in port=10 size=1 count=1 rcx=1 rbp=7010 rdi=2001 dr6=ffff4ff0\n"
	"exit hlt rcx=0 rbp=7030 rdi=2002 rip=1004 pending=1 payload=4000\n"
	"log "
	"0010020101000000f04fffff000000000210020101000000f04fffff000000000310020101000000f04fffff00"
	"000000\n"
	"ending end\n",
	"exit io direction=in port=10 size=1 count=2 rcx=2 rdx=10 rdi=2000 rip=1000 rflags=102\n"
	"exit hlt rcx=0 rbp=7030 rdi=2002 rip=1004 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log "
	"0010020101000000f04fffff000000000210020101000000f04fffff000000000310020101000000f04fffff00"
	"000000\n"
	"ending end\n",
	"exit io direction=in port=10 size=1 count=2 rcx=2 rdx=10 rdi=2000 rip=1000 rflags=102\n"
	"exit hlt rcx=0 rbp=7030 rdi=2002 rip=1004 dr6=ffff4ff0 pending=1\n"
	"log "
	"0010020101000000f04fffff000000000210020101000000f04fffff000000000310020101000000f04fffff00"
	"000000\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=in port=10 size=1 count=1 rcx=2 rdx=10 rdi=2000 rip=1000\n"
	"exit io direction=in port=10 size=1 count=1 rcx=1 rdi=2001 rflags=10002\n"
	"action ok\n"
	"exit hlt rcx=0 rdi=2002 rip=1004 rflags=2\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=in port=10 size=1 count=2 rcx=2 rdx=10 rdi=2000 rip=1000\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 exit-dr7=402 rcx=0 rdi=2002 rip=1002\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=in port=10 size=1 count=1 rcx=2 rdx=10 rdi=2000 rip=1000\n"
	"exit io direction=in port=10 size=1 count=1 rcx=1 rdi=2001\n"
	"action ok\n"
	"exit hlt rcx=0 rdi=2002 rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit io direction=in port=10 size=1 count=2 rcx=2 rdx=10 rdi=2000 rip=1000\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff1 rcx=0 rdi=2002 rip=1002\n"
	"action ok\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"exit io direction=in port=10 size=1 count=1 rcx=2 rdx=10 rdi=2000 rip=1000 db=1002,0,0,0 "
	"dr7=402\n"
	"exit io direction=in port=10 size=1 count=1 rcx=1 rdi=2001 rflags=10002\n"
	"exit hlt rcx=0 rbp=7010 rdi=2002 rip=1004 rflags=2 dr6=ffff0ff1 dr7=400\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"exit io direction=in port=10 size=1 count=2 rcx=2 rdx=10 rdi=2000 rip=1000 db=1002,0,0,0 "
	"dr7=402\n"
	"exit hlt rcx=0 rbp=7010 rdi=2002 rip=1004 dr6=ffff0ff1 dr7=400\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"exit io direction=in port=10 size=1 count=1 rcx=2 rdx=10 rdi=2000 rip=1000 db=1002,0,0,0 "
	"dr7=402\n"
	"exit io direction=in port=10 size=1 count=1 rcx=1 rdi=2001\n"
	"exit hlt rcx=0 rbp=7010 rdi=2002 rip=1004 dr6=ffff0ff1 dr7=400\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit hlt\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 exit-dr7=400 rip=1002\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"exit hlt rflags=102 pending=1 payload=4000\n"
	"exit hlt rbp=7020 rip=1003 dr6=ffff4ff0\n"
	"log 0110020101000000f04fffff000000000210020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rflags=102 dr6=ffff4ff0 pending=1\n"
	"exit hlt rbp=7020 rip=1003\n"
	"log 0110020101000000f04fffff000000000210020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit hlt\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"action ok\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"action ok\n"
	"exit hlt\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff1\n"
	"action ok\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"exit hlt db=1001,0,0,0 dr7=402\n"
	"exit hlt rbp=7010 rip=1003 dr6=ffff0ff1 dr7=400\n"
	"log 0110020001000000f10fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rbp=7010\n"
	"log 0010020001000000f00fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rbp=7010\n"
	"log 00100200020000000000000000000000\n"
	"ending end\n",
	"exit hlt\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff9 exit-dr7=82 rip=1000\n"
	"action ok\n"
	"exit hlt rip=1001\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff9 exit-dr7=482 rip=1000\n"
	"action ok\n"
	"exit hlt rip=1001\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff9 rip=1000\n"
	"action ok\n"
	"exit hlt rip=1001\n"
	"ending end\n",
	"action ok\n"
	"exit hlt\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff6 exit-dr7=28 rip=1000\n"
	"action ok\n"
	"exit hlt rip=1001\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff6 exit-dr7=428 rip=1000\n"
	"action ok\n"
	"exit hlt rip=1001\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff6 rip=1000\n"
	"action ok\n"
	"exit hlt rip=1001\n"
	"ending end\n",
	"action EINVAL\n"
	"exit hlt\n"
	"ending end\n",
	"exit hlt rip=1004\n"
	"ending end\n",
	"exit hlt rbp=7010 db=1000,1000,0,0 dr6=ffff0ff1\n"
	"log 0010020001000000f10fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7010 db=1000,1000,0,0 dr6=ffff0ff3\n"
	"log 0010020001000000f30fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1003\n"
	"log 02100200210000000000000000000000\n"
	"ending end\n",
	"exit hlt rsp=4ed8 rbp=7020 rip=6399 cr2=ffff800000000000\n"
	"log 001000000000000002000100000000000e000000000000000200000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit hlt\n"
	"ending end\n",
	"action EINVAL\n"
	"exit hlt\n"
	"ending end\n",
	"exit io direction=out port=f size=2 count=1 data=0000 rip=1000 cr4de=1 db=10,1002,0,0 "
	"dr7=2000a\n"
	"exit hlt rbp=7010 rip=1003 dr6=ffff0ff3 dr7=400\n"
	"log 0210020001000000f30fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=f size=2 count=1 data=0000 rip=1000 cr4de=1 db=10,1002,0,0 "
	"dr7=2040a\n"
	"exit hlt rbp=7010 rip=1003 dr6=ffff0ff3 dr7=400\n"
	"log 0210020001000000f30fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=f size=2 count=1 data=0000 rip=1002 cr4de=1 db=10,1002,0,0 "
	"dr7=2000a\n"
	"exit hlt rbp=7010 rip=1003 dr6=ffff0ff3 dr7=400\n"
	"log 0210020001000000f30fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=f size=2 count=1 data=0000 rip=1002 cr4de=1 db=10,1002,0,0 "
	"dr7=2040a\n"
	"exit hlt rbp=7010 rip=1003 dr6=ffff0ff3 dr7=400\n"
	"log 0210020001000000f30fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=f size=2 count=1 data=0000 rip=1000 cr4de=1 db=10,1002,0,0 "
	"dr7=2000a\n"
	"exit hlt rbp=7010 rip=1003 dr6=ffff0ff1 dr7=400\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=f size=2 count=1 data=0000 rip=1000 cr4de=1 db=10,1002,0,0 "
	"dr7=2040a\n"
	"exit hlt rbp=7010 rip=1003 dr6=ffff0ff1 dr7=400\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=f size=2 count=1 data=0000 rip=1002 cr4de=1 db=10,1002,0,0 "
	"dr7=2000a\n"
	"exit hlt rbp=7010 rip=1003 dr6=ffff0ff1 dr7=400\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=f size=2 count=1 data=0000 rip=1002 cr4de=1 db=10,1002,0,0 "
	"dr7=2040a\n"
	"exit hlt rbp=7010 rip=1003 dr6=ffff0ff1 dr7=400\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=f size=2 count=1 data=0000 rip=1000 cr4de=1 db=10,1002,0,0 "
	"dr7=2000a\n"
	"exit hlt rbp=7010 rip=1003 dr6=ffff0ff2 dr7=400\n"
	"log 0210020001000000f20fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=f size=2 count=1 data=0000 rip=1002 cr4de=1 db=10,1002,0,0 "
	"dr7=2000a\n"
	"exit hlt rbp=7010 rip=1003 dr6=ffff0ff2 dr7=400\n"
	"log 0210020001000000f20fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1003\n"
	"log 0210020001000000f00fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1002 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0110020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1002 rflags=102 dr6=ffff4ff1 pending=1 payload=4000\n"
	"log 0110020101000000f14fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1002 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log 0110020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff8 exit-dr7=80 rip=1000 db=0,0,0,1000 "
	"dr7=80\n"
	"action ok\n"
	"exit hlt rbp=7010 rip=1001 dr6=ffff0ff8 dr7=400\n"
	"log 0010020001000000f80fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff8 exit-dr7=480 rip=1000 db=0,0,0,1000 "
	"dr7=480\n"
	"action ok\n"
	"exit hlt rbp=7010 rip=1001 dr6=ffff0ff8 dr7=400\n"
	"log 0010020001000000f80fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff8 exit-dr7=480 rip=1000 db=0,0,0,1000 "
	"dr7=80\n"
	"action ok\n"
	"exit hlt rbp=7010 rip=1001 dr6=ffff0ff8 dr7=400\n"
	"log 0010020001000000f80fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=6042 exit-dr6=ffff4ff0 rsp=4ef6 rip=6042 db=0,0,0,1000 "
	"dr6=ffff0ff8 dr7=80\n"
	"action ok\n"
	"exit hlt rsp=4f00 rbp=7010 rip=1001 rflags=102 dr7=400 pending=1 payload=4000\n"
	"log 0010020101000000f80fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff1 exit-dr7=10002 rip=1003\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff1 exit-dr7=10402 rip=1003\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff0ff4 exit-dr7=1000020 rip=1003\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff0ff4 exit-dr7=1000420 rip=1003\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff2 exit-dr7=8 db=0,1001,0,0 dr7=8\n"
	"action ok\n"
	"exit hlt rip=1002 dr7=0\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff2 exit-dr7=408 db=0,1001,0,0 dr7=408\n"
	"action ok\n"
	"exit hlt rip=1002 dr7=400\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=8 db=0,1001,0,0 dr7=8\n"
	"action ok\n"
	"exit hlt rip=1002 dr7=0\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=408 db=0,1001,0,0 dr7=408\n"
	"action ok\n"
	"exit hlt rip=1002 dr7=400\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff2 exit-dr7=408 db=0,1001,0,0 dr7=8\n"
	"action ok\n"
	"exit hlt rip=1002 dr7=0\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 db=0,1001,0,0 dr7=8\n"
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rip=1002 dr7=0\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff2 exit-dr7=8 rip=1000\n"
	"action ok\n"
	"exit hlt rip=1001\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff2 exit-dr7=408 rip=1000\n"
	"action ok\n"
	"exit hlt rip=1001\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff2 rip=1000\n"
	"action ok\n"
	"exit hlt rip=1001\n"
	"ending end\n",
	"exit hlt rbp=7010 rdi=2002 rip=1003 db=0,2000,0,0 dr6=ffff0ff2 dr7=100004\n"
	"log 0010020001000000f20fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7010 rdi=2002 rip=1003 db=0,2000,0,0 dr6=ffff0ff2 dr7=100404\n"
	"log 0010020001000000f20fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7010 rdi=2002 rip=1003 db=0,2000,0,0 dr6=ffff0ff2 dr7=100004\n"
	"log 0210020001000000f20fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7010 rdi=2002 rip=1003 db=0,2000,0,0 dr6=ffff0ff2 dr7=100404\n"
	"log 0210020001000000f20fffff00000000\n"
	"ending end\n",
	"exit hlt rdi=2002 rip=1003 db=0,2000,0,0 dr7=100004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff3 exit-dr7=9 rip=1000\n"
	"action ok\n"
	"exit hlt rip=1001\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff3 exit-dr7=409 rip=1000\n"
	"action ok\n"
	"exit hlt rip=1001\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff3 rip=1000\n"
	"action ok\n"
	"exit hlt rip=1001\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff5 exit-dr7=22 rflags=102\n"
	"action ok\n"
	"exit hlt rip=1002 pending=1 payload=4000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=22 rflags=102\n"
	"action ok\n"
	"exit hlt rip=1002 pending=1 payload=4000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff5 exit-dr7=422 rflags=102\n"
	"action ok\n"
	"exit hlt rip=1002 pending=1 payload=4000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff5 exit-dr7=422 rflags=102\n"
	"action ok\n"
	"exit hlt rip=1002 dr6=ffff4ff0 pending=1\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ff5 rbp=7010 rflags=102 dr6=ffff4ff0\n"
	"action ok\n"
	"exit hlt rip=1002 pending=1 payload=4000\n"
	"log 0110020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit hlt rbp=7010\n"
	"log 0010020001000000f00fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit hlt\n"
	"ending end\n",
	"action ok\n"
	"action EBUSY\n"
	"exit hlt rbp=7010\n"
	"log 0010020001000000f00fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rsp=4efa rbp=7010 rip=6357\n"
	"log 001002000d0000000000000000000000\n"
	"ending fault\n",
	"exit hlt rbp=7010 rip=1004 dr6=ffff2ff0 dr7=0\n"
	"log 0010020001000000f02fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1004 dr6=ffff2ff0\n"
	"log 0010020001000000f02fffff00000000\n"
	"ending end\n",
	"exit hlt rax=100000000 rsp=4ed8 rbp=7020 rip=6359\n"
	"log 0a1000000000000002000100000000000d000000000000000000000000000000\n"
	"ending fault\n",
	"exit hlt rax=100000000 rip=100e\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit debug exception=3 pc=1000 exit-dr6=ffff0ff0 exit-dr7=400 rip=1000\n"
	"action ok\n"
	"exit hlt rbp=7010 rip=1002\n"
	"log 01100200030000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit debug exception=3 pc=1000 exit-dr6=ffff0ff0 rip=1000\n"
	"action ok\n"
	"exit hlt rbp=7010 rip=1002\n"
	"log 01100200030000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit hlt rbp=7010 rip=1002\n"
	"log 01100200030000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit hlt\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4 exit-dr7=20 rip=1000 rflags=10002\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4 exit-dr7=20\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4 exit-dr7=20\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4 exit-dr7=20\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4 exit-dr7=20\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4 exit-dr7=20\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4 exit-dr7=20\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4 exit-dr7=20\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4 exit-dr7=20\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4 exit-dr7=20\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4 exit-dr7=20\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4 exit-dr7=20\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4 exit-dr7=20\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4 exit-dr7=20\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4 exit-dr7=20\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4 exit-dr7=20\n"
	"ending cap\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4 rip=1000 rflags=10002\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff4\n"
	"ending cap\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff8 exit-dr7=10000080 rip=1003 db=0,0,0,2003 "
	"dr7=10000080\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff8 exit-dr7=10000480 rip=1003 db=0,0,0,2003 "
	"dr7=10000480\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff8 exit-dr7=10000480 rip=1003 db=0,0,0,2003 "
	"dr7=10000080\n"
	"exit hlt rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003 db=0,0,0,2003 dr7=10000080\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rip=1004\n"
	"ending end\n",
	"exit hlt rbp=7020 rip=6359\n"
	"log 001000000000000002000100000000000d000000000000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ffd exit-dr7=330300a2 rsp=4f02 rflags=102\n"
	"exit hlt rip=1002\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ffd exit-dr7=330304a2 rsp=4f02 rflags=102\n"
	"exit hlt rip=1002\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ffd exit-dr7=330304a2 rsp=4f02 rflags=102\n"
	"exit hlt rip=1002 dr6=ffff4ff0 pending=1\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rsp=4f02 rbp=7010 rip=1002 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0110020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rbp=7010 rflags=202\n"
	"log 00100202210000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit debug exception=1 pc=60c0 exit-dr6=ffff0ffd exit-dr7=11010061 rsp=4efc rip=60c0\n"
	"exit hlt rsp=4f02 rbp=7010 rip=1003\n"
	"log 02100200030000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit debug exception=1 pc=60c0 exit-dr6=ffff0ffd exit-dr7=11010461 rsp=4efc rip=60c0 "
	"shadow=3\n"
	"exit hlt rsp=4f02 rbp=7010 rip=1003 shadow=0\n"
	"log 02100200030000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit debug exception=1 pc=60c0 exit-dr6=ffff0ffd exit-dr7=11010461 rsp=4efc rip=60c0\n"
	"exit hlt rsp=4f02 rbp=7010 rip=1003\n"
	"log 02100200030000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit hlt rsp=4f02 rbp=7010 rip=1003\n"
	"log 02100200030000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff4 exit-dr7=3000020 rsp=4f02 db=0,0,4f00,0 "
	"dr7=3000020\n"
	"exit hlt rip=1002\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff4 exit-dr7=3000420 rsp=4f02 db=0,0,4f00,0 "
	"dr7=3000420\n"
	"exit hlt rip=1002\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff4 exit-dr7=3000420 rsp=4f02 db=0,0,4f00,0 "
	"dr7=3000020\n"
	"exit hlt rip=1002\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 rsp=4f02 db=0,0,4f00,0 dr7=3000020\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rip=1002\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ffb exit-dr7=3033008a rsp=4f02\n"
	"exit hlt rip=1002\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff0ffb exit-dr7=3033048a rsp=4f02\n"
	"exit hlt rip=1002\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rsp=4f02 rip=1002\n"
	"ending end\n",
	"exit hlt rip=7 cs=100 dr7=20\n"
	"ending end\n",
	"exit hlt rip=7 cs=100 dr7=420\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2 rip=0 cs=100\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"ending cap\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0fff exit-dr7=402 rip=0 cs=100\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0fff exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0fff exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0fff exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0fff exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0fff exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0fff exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0fff exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0fff exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0fff exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0fff exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0fff exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0fff exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0fff exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0fff exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0fff exit-dr7=402\n"
	"ending cap\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402 rip=0 cs=100\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"ending cap\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 rip=0 cs=100\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"ending cap\n",
	"action ok\n"
	"exit hlt rip=1006\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff2 exit-dr7=408 rip=1002 shadow=3\n"
	"action ok\n"
	"exit hlt rip=1006 shadow=0\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff0ff2 rip=1002 shadow=1\n"
	"action ok\n"
	"exit hlt rip=1006 shadow=0\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1007 db=0,1000,0,0 dr6=ffff0ff2\n"
	"log 0010020001000000f20fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2 rip=1000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2\n"
	"ending cap\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402 rip=1000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402\n"
	"ending cap\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 rip=1000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1\n"
	"ending cap\n",
	"exit hlt rbp=7010 rip=100a db=0,2003,0,0 dr6=ffff0ff2 dr7=900008\n"
	"log 0910020001000000f20fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=100a db=0,2003,0,0 dr6=ffff0ff2 dr7=900408\n"
	"log 0910020001000000f20fffff00000000\n"
	"ending end\n",
	"exit hlt rip=100a db=0,2003,0,0 dr7=900008\n"
	"ending end\n",
	"action ok\n"
	"action ok\n"
	"exit hlt rbp=7010 rip=1003\n"
	"log 00100200020000000000000000000000\n"
	"ending end\n",
	"exit hlt rsp=4efa rbp=7010 rip=6197 cr4de=1\n"
	"log 05100200060000000000000000000000\n"
	"ending fault\n",
	"exit hlt rax=2000 rdx=400 rbp=7020 rip=100a db=2000,1000,0,0 dr6=ffff2ff0\n"
	"log 0010020001000000f20fffff000000000610020001000000f02fffff00000000\n"
	"ending end\n",
	"exit hlt rax=2000 rdx=400 rbp=7020 rip=100a db=2000,1000,0,0 dr6=ffff2ff2\n"
	"log 0010020001000000f20fffff000000000610020001000000f22fffff00000000\n"
	"ending end\n",
	"exit hlt rdx=ffff0ff4 rbp=7010 rip=1004 db=0,0,1000,0 dr6=ffff0ff4\n"
	"log 0010020001000000f40fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1007 rflags=102 dr6=ffff6ff0 pending=1 payload=4000\n"
	"log 0610020101000000f06fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1007 rflags=102 dr6=ffff6ff0 pending=1\n"
	"log 0610020101000000f06fffff00000000\n"
	"ending end\n",
	"exit io direction=in port=f size=1 count=1 rip=1000 rflags=102 dr6=2000\n"
	"exit hlt rax=5a rbp=7010 rip=1003 dr6=ffff6ff0 pending=1 payload=4000\n"
	"log 0210020101000000f06fffff00000000\n"
	"ending end\n",
	"exit io direction=in port=f size=1 count=1 rip=1000 rflags=102 dr6=ffff2ff0\n"
	"exit hlt rax=5a rbp=7010 rip=1003 dr6=ffff6ff0 pending=1 payload=4000\n"
	"log 0210020101000000f06fffff00000000\n"
	"ending end\n",
	"exit io direction=in port=f size=1 count=1 rip=1000 rflags=102 dr6=2000\n"
	"exit hlt rax=5a rbp=7010 rip=1003 dr6=ffff6ff0 pending=1\n"
	"log 0210020101000000f06fffff00000000\n"
	"ending end\n",
	"exit hlt rip=100a\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1003 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log 0210020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff4ff0 exit-dr7=400 rip=1006\n"
	"exit hlt rip=1007\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff4ff0 rip=1006\n"
	"exit hlt rip=1007\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff4ff0 rip=1006\n"
	"exit debug exception=1 pc=1007 exit-dr6=ffff4ff0 rip=1007\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=2 rip=1000\n"
	"action ok\n"
	"exit hlt rax=ffff0ff0 rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 exit-dr7=402 rip=1000\n"
	"action ok\n"
	"exit hlt rax=ffff0ff0 rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff0ff1 rip=1000\n"
	"action ok\n"
	"exit hlt rax=ffff0ff0 rip=1004\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2000 rip=1005\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"ending cap\n",
	"action ok\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 rip=1005\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0\n"
	"ending cap\n",
	"action ok\n"
	"exit hlt rdx=ffff0ff0 rip=1009\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 rip=1005 rflags=10002\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2400 rflags=2\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"ending cap\n",
	"exit hlt rbp=7020 rip=1006 dr6=ffff2ff0 dr7=0\n"
	"log 4260020001000000f02fffff000000000210020001000000f02fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7020 rip=1006 dr6=ffff2ff0\n"
	"log 4260020001000000f02fffff000000000210020001000000f02fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rip=1007 db=0,0,0,1000 dr7=40\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rip=1007 db=0,0,0,1000 dr7=440\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rbp=7010 rip=1007 db=0,0,0,1000 dr6=ffff0ff8\n"
	"log 0010020001000000f80fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit hlt rsp=4efa rbp=7010 rip=6357 db=0,1000,0,0 dr7=8\n"
	"log 001002000d0000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit hlt rsp=4efa rbp=7010 rip=6357 db=0,1000,0,0 dr7=408\n"
	"log 001002000d0000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit hlt rsp=4efa rbp=7020 rip=6357 db=0,1000,0,0 dr6=ffff0ff2\n"
	"log 0010020001000000f20fffff00000000001002000d0000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2000 rip=1000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2000\n"
	"ending cap\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 rip=1000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0\n"
	"ending cap\n",
	"action ok\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2400 rip=1000\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"exit debug exception=1 pc=1000 exit-dr6=ffff2ff0 exit-dr7=2400\n"
	"ending cap\n",
	"exit io direction=out port=f size=2 count=1 data=0000 rip=1000 cr4de=1 db=10,0,0,0 "
	"dr7=20002\n"
	"exit hlt rbp=7010 rip=1003 dr6=ffff0ff1\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=f size=2 count=1 data=0000 rip=1000 cr4de=1 db=10,0,0,0 "
	"dr7=20402\n"
	"exit hlt rbp=7010 rip=1003 dr6=ffff0ff1\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=f size=2 count=1 data=0000 rip=1002 cr4de=1 db=10,0,0,0 "
	"dr7=20002\n"
	"exit hlt rbp=7010 rip=1003 dr6=ffff0ff1\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=f size=2 count=1 data=0000 rip=1002 cr4de=1 db=10,0,0,0 "
	"dr7=20402\n"
	"exit hlt rbp=7010 rip=1003 dr6=ffff0ff1\n"
	"log 0210020001000000f10fffff00000000\n"
	"ending end\n",
	"exit io direction=out port=f size=2 count=1 data=0000 rip=1000 cr4de=1 db=10,0,0,0 "
	"dr7=20002\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"exit io direction=out port=f size=2 count=1 data=0000 rip=1002 cr4de=1 db=10,0,0,0 "
	"dr7=20002\n"
	"exit hlt rip=1003\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1005\n"
	"exit mmio direction=write address=e000 size=1 data=5b\n"
	"exit hlt rip=100a\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1005\n"
	"exit mmio direction=write address=e000 size=1 data=5b rip=1009\n"
	"exit hlt rip=100a\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1005 rflags=10002\n"
	"exit mmio direction=write address=e000 size=1 data=5b rip=1009 rflags=2\n"
	"exit hlt rip=100a\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=8 rsp=4f02 rip=1006\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=8\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=8\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=8\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=8\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=8\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=8\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=8\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=8\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=8\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=8\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=8\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=8\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=8\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=8\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=8\n"
	"ending cap\n",
	"action ok\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=408 rsp=4f02 rip=1006\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=408\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=408\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=408\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=408\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=408\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=408\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=408\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=408\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=408\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=408\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=408\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=408\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=408\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=408\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 exit-dr7=408\n"
	"ending cap\n",
	"action ok\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2 rsp=4f02 rip=1006\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff0ff2\n"
	"ending cap\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4f02\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 exit-dr7=400 rip=1004\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4f02\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rip=1004\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1001 exit-dr6=ffff4ff0 rsp=4f02\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rip=1004\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff4ff0 rip=1005\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1009 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0810020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1009 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log 0810020101000000f04fffff00000000\n"
	"ending end\n",
	"exit io direction=in port=10 size=1 count=1 rip=1000 rflags=102\n"
	"exit hlt rax=5a rbp=7010 rip=1003 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0210020101000000f04fffff00000000\n"
	"ending end\n",
	"exit io direction=in port=10 size=1 count=1 rip=1000 rflags=102\n"
	"exit hlt rax=5a rbp=7010 rip=1003 dr6=ffff4ff0 pending=1\n"
	"log 0210020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 exit-dr7=400 rip=1004\n"
	"exit hlt rip=1005\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1004 exit-dr6=ffff4ff0 rip=1004\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff4ff0 rip=1005\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1005 rflags=102\n"
	"exit hlt rax=5a rbp=7010 rip=1009 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0810020101000000f04fffff00000000\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1005 rflags=102\n"
	"exit hlt rax=5a rbp=7010 rip=1009 dr6=ffff4ff0 pending=1\n"
	"log 0810020101000000f04fffff00000000\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1005 rflags=10102\n"
	"exit hlt rax=5a rbp=7010 rip=1009 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0810020101000000f04fffff00000000\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1005 rflags=10102\n"
	"exit hlt rax=5a rbp=7010 rip=1009 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log 0810020101000000f04fffff00000000\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1000 rflags=102\n"
	"exit hlt rax=5a rbp=7010 rip=1004 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0310020101000000f04fffff00000000\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1000 rflags=102\n"
	"exit hlt rax=5a rbp=7010 rip=1004 dr6=ffff4ff0 pending=1\n"
	"log 0310020101000000f04fffff00000000\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1000 rflags=10102\n"
	"exit hlt rax=5a rbp=7010 rip=1004 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0310020101000000f04fffff00000000\n"
	"ending end\n",
	"exit mmio direction=read address=e000 size=1 rip=1000 rflags=10102\n"
	"exit hlt rax=5a rbp=7010 rip=1004 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log 0310020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rip=1008 rflags=102 pending=1 payload=4000\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1008 rflags=102 dr6=ffff4ff0 pending=1 payload=4000\n"
	"log 0710020101000000f04fffff00000000\n"
	"ending end\n",
	"exit hlt rbp=7010 rip=1008 rflags=102 dr6=ffff4ff0 pending=1\n"
	"log 0710020101000000f04fffff00000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff4ff0 exit-dr7=400 rdx=400 rip=1005\n"
	"exit hlt rip=1006\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff4ff0 rdx=400 rip=1005\n"
	"exit hlt rip=1006\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff4ff0 rdx=400 rip=1005\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff4ff0 exit-dr7=400\n"
	"exit hlt rip=1006\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1002 exit-dr6=ffff4ff0 rip=1002 shadow=1\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff4ff0 rdx=400 rip=1005 shadow=0\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff4ff0 rip=1006\n"
	"ending end\n",
	"exit hlt rcx=1007 rsp=5fd8 rbp=7060 r11=102 rip=6359 ds=0 es=0 ss=0 dr6=ffff4ff0\n"
	"log "
	"07100000000000000201000000000000fe00000000000000000000000000000007100000000000000201000000"
	"00000001000000f04fffff0000000000000000071000000000000002010100000000000d000000000000000000"
	"000000000000\n"
	"ending fault\n",
	"exit hlt rcx=1005 rsp=5fd8 rbp=7080 r11=102 rip=6359 ds=0 es=0 ss=0 dr6=ffff4ff0\n"
	"log "
	"0310000000000000020100000000000001000000f04fffff000000000000000005100000000000000201000000"
	"000000fe0000000000000000000000000000000510000000000000020100000000000001000000f04fffff0000"
	"000000000000051000000000000002010100000000000d000000000000000000000000000000\n"
	"ending fault\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit debug exception=1 pc=6840 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efa rip=6840\n"
	"exit debug exception=1 pc=6844 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4ef8 rip=6844\n"
	"exit debug exception=1 pc=6847 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efa rip=6847\n"
	"exit debug exception=1 pc=684c exit-dr6=ffff4ff0 exit-dr7=400 rsp=4ef8 rip=684c\n"
	"exit debug exception=1 pc=684f exit-dr6=ffff4ff0 exit-dr7=400 rsp=4efa rip=684f\n"
	"exit debug exception=1 pc=6853 exit-dr6=ffff4ff0 exit-dr7=400 rip=6853\n"
	"exit debug exception=1 pc=6856 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7010 rip=6856\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff4ff0 exit-dr7=400 rsp=4f00 rip=1005\n"
	"exit hlt rip=1006\n"
	"log 05100200210000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff4ff0 exit-dr7=400 rbp=7010 rip=1005\n"
	"exit hlt rip=1006\n"
	"log 05100200210000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 exit-dr7=400 rip=1003\n"
	"exit hlt rbp=7010 rip=1006\n"
	"log 05100201210000000000000000000000\n"
	"ending end\n",
	"action ok\n"
	"exit debug exception=1 pc=1003 exit-dr6=ffff4ff0 rip=1003\n"
	"exit debug exception=1 pc=6840 exit-dr6=ffff4ff0 rsp=4efa rip=6840\n"
	"exit debug exception=1 pc=6844 exit-dr6=ffff4ff0 rsp=4ef8 rip=6844\n"
	"exit debug exception=1 pc=6847 exit-dr6=ffff4ff0 rsp=4efa rip=6847\n"
	"exit debug exception=1 pc=684c exit-dr6=ffff4ff0 rsp=4ef8 rip=684c\n"
	"exit debug exception=1 pc=684f exit-dr6=ffff4ff0 rsp=4efa rip=684f\n"
	"exit debug exception=1 pc=6853 exit-dr6=ffff4ff0 rip=6853\n"
	"exit debug exception=1 pc=6856 exit-dr6=ffff4ff0 rbp=7010 rip=6856\n"
	"exit debug exception=1 pc=1005 exit-dr6=ffff4ff0 rsp=4f00 rip=1005\n"
	"exit debug exception=1 pc=1006 exit-dr6=ffff4ff0 rip=1006\n"
	"log 05100200210000000000000000000000\n"
	"ending end\n",
};

static const struct program programs[] = {
	{
		.name = "finding-blockirq-passes-kvm-interrupt",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode, rflags=0x202 (IF):\n"
			"  1000  90                  nop\n"
			"  1001  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|BLOCKIRQ\n"
			"                KVM_INTERRUPT 0x21\n",
		.start = &starts[0],
		.words = "mem=1000,90 stop=end,1002,2001 regs=rflags:202 group gd=100001,0,0,0,0,0 interrupt=21",
		.first = 0, .count = 1,
		.needs = { .blockirq = true },
		.on = {
			[0] = { .known = &knowns[0], .first = 1, .count = 1 },
			[1] = { .known = &knowns[0], .first = 1, .count = 1 },
			[2] = { .known = &knowns[0], .first = 1, .count = 1 },
			[3] = { .known = &knowns[0], .first = 1, .count = 1 },
			[4] = { .known = &knowns[0], .first = 1, .count = 1 },
			[5] = { .known = &knowns[0], .first = 1, .count = 1 },
			[6] = { .known = &knowns[0], .first = 1, .count = 1 },
			[7] = { .known = &knowns[0], .first = 1, .count = 1 },
			[8] = { .known = &knowns[1], .first = 1, .count = 1 },
		},
	},
	{
		.name = "finding-fault-ends-stepping",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode:\n"
			"  1000  0f 0b               ud2\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,0f0b stop=end,1003,2001 group gd=3,0,0,0,0,0",
		.first = 2, .count = 2,
		.on = {
			[0] = { .known = &knowns[2], .first = 4, .count = 1 },
			[1] = { .known = &knowns[2], .first = 4, .count = 1 },
			[2] = { .known = &knowns[2], .first = 4, .count = 1 },
			[3] = { .known = &knowns[2], .first = 4, .count = 1 },
			[4] = { .known = &knowns[2], .first = 4, .count = 1 },
			[5] = { .known = &knowns[2], .first = 4, .count = 1 },
			[6] = { .known = &knowns[2], .first = 4, .count = 1 },
			[7] = { .known = &knowns[2], .first = 4, .count = 1 },
			[8] = { .known = &knowns[3], .first = 5, .count = 1 },
		},
	},
	{
		.name = "finding-general-detect-dr7-sign-extended",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode:\n"
			"  1000  0f 21 c0            mov eax, dr0\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR7=0x80002400 (GD)\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,0f21c0 stop=end,1004,2001 group gd=20001,0,0,0,0,80002400 group gd=0,0,0,0,0,0",
		.first = 6, .count = 1,
		.on = {
			[0] = { .known = &knowns[4], .first = 7, .count = 1 },
			[1] = { .known = &knowns[5], .first = 8, .count = 1 },
			[2] = { .known = &knowns[4], .first = 7, .count = 1 },
			[3] = { .known = &knowns[5], .first = 8, .count = 1 },
			[4] = { .known = &knowns[6], .first = 9, .count = 1 },
			[5] = { .known = &knowns[6], .first = 9, .count = 1 },
			[6] = { .known = &knowns[6], .first = 9, .count = 1 },
			[7] = { .known = &knowns[6], .first = 9, .count = 1 },
			[8] = { .known = &knowns[7], .first = 8, .count = 1 },
		},
	},
	{
		.name = "finding-general-detect-under-step-is-the-guests",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode, DR7=0x2400 (GD):\n"
			"  1000  0f 21 c0            mov eax, dr0\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,0f21c0 stop=end,1004,2001 dregs=dr7:2400 group gd=3,0,0,0,0,0 group "
			 "gd=0,0,0,0,0,0",
		.first = 10, .count = 1,
		.on = {
			[0] = { .known = &knowns[8], .first = 11, .count = 1 },
			[1] = { .known = &knowns[9], .first = 12, .count = 1 },
			[2] = { .known = &knowns[8], .first = 11, .count = 1 },
			[3] = { .known = &knowns[9], .first = 12, .count = 1 },
			[4] = { .known = &knowns[10], .first = 13, .count = 1 },
			[5] = { .known = &knowns[10], .first = 13, .count = 1 },
			[6] = { .known = &knowns[10], .first = 13, .count = 1 },
			[7] = { .known = &knowns[10], .first = 13, .count = 1 },
			[8] = { .known = &knowns[11], .first = 14, .count = 1 },
		},
	},
	{
		.name = "finding-guest-tf-over-cpuid",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode, rflags=0x100 (TF):\n"
			"  1000  0f a2               cpuid\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP\n",
		.start = &starts[0],
		.words = "mem=1000,0fa2 stop=end,1003,2001 regs=rflags:102 group gd=20001,0,0,0,0,0",
		.first = 15, .count = 1,
		.needs = { .vendor = INTEL },
		.on = {
			[0] = { .known = &knowns[4], .first = 16, .count = 1 },
			[1] = { .known = &knowns[12], .first = 17, .count = 1 },
			[2] = { .known = &knowns[4], .first = 16, .count = 1 },
			[3] = { .known = &knowns[12], .first = 17, .count = 1 },
			[4] = { .known = &knowns[4], .first = 16, .count = 1 },
			[5] = { .known = &knowns[12], .first = 17, .count = 1 },
			[6] = { .known = &knowns[4], .first = 16, .count = 1 },
			[7] = { .known = &knowns[12], .first = 17, .count = 1 },
			[8] = { .known = &knowns[13], .first = 18, .count = 1 },
		},
	},
	{
		.name = "finding-icebp-exit-at-itself",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode:\n"
			"  1000  f1                  icebp\n"
			"  1001  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,f1 stop=end,1002,2001 group gd=3,0,0,0,0,0 group gd=0,0,0,0,0,0",
		.first = 19, .count = 1,
		.on = {
			[0] = { .skip = skip_0 },
			[1] = { .skip = skip_0 },
			[4] = { .known = &knowns[14], .first = 20, .count = 1 },
			[5] = { .known = &knowns[14], .first = 20, .count = 1 },
			[6] = { .known = &knowns[14], .first = 20, .count = 1 },
			[7] = { .known = &knowns[14], .first = 20, .count = 1 },
			[8] = { .known = &knowns[15], .first = 21, .count = 1 },
		},
	},
	{
		.name = "finding-injected-bp-refused-by-vm-entry",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|INJECT_BP\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group gd=80001,0,0,0,0,0",
		.first = 22, .count = 1,
		.on = {
			[0] = { .skip = skip_1 },
			[1] = { .skip = skip_1 },
			[2] = { .known = &knowns[16], .first = 23, .count = 1 },
			[3] = { .known = &knowns[16], .first = 23, .count = 1 },
			[4] = { .known = &knowns[17], .first = 21, .count = 1 },
			[5] = { .known = &knowns[17], .first = 21, .count = 1 },
			[6] = { .known = &knowns[17], .first = 21, .count = 1 },
			[7] = { .known = &knowns[17], .first = 21, .count = 1 },
			[8] = { .known = &knowns[18], .first = 23, .count = 1 },
		},
	},
	{
		.name = "finding-injected-frame-has-host-tf",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode, rflags=0x202 (IF):\n"
			"  1000  90                  nop\n"
			"  1001  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"                KVM_INTERRUPT 0x21\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,90 stop=end,1002,2001 regs=rflags:202 group gd=3,0,0,0,0,0 interrupt=21 group "
			 "gd=0,0,0,0,0,0",
		.first = 24, .count = 2,
		.on = {
			[0] = { .known = &knowns[19], .first = 26, .count = 1 },
			[1] = { .known = &knowns[19], .first = 26, .count = 1 },
			[2] = { .known = &knowns[19], .first = 26, .count = 1 },
			[3] = { .known = &knowns[19], .first = 26, .count = 1 },
			[4] = { .known = &knowns[19], .first = 26, .count = 1 },
			[5] = { .known = &knowns[19], .first = 26, .count = 1 },
			[6] = { .known = &knowns[19], .first = 26, .count = 1 },
			[7] = { .known = &knowns[19], .first = 26, .count = 1 },
			[8] = { .known = &knowns[20], .first = 27, .count = 1 },
		},
	},
	{
		.name = "finding-int-n-stops-late",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode:\n"
			"  1000  cd 21               int 0x21\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,cd2190 stop=end,1004,2001 group gd=3,0,0,0,0,0",
		.first = 28, .count = 2,
		.on = {
			[0] = { .known = &knowns[21], .first = 30, .count = 1 },
			[1] = { .known = &knowns[21], .first = 30, .count = 1 },
			[2] = { .known = &knowns[21], .first = 30, .count = 1 },
			[3] = { .known = &knowns[21], .first = 30, .count = 1 },
			[4] = { .known = &knowns[21], .first = 30, .count = 1 },
			[5] = { .known = &knowns[21], .first = 30, .count = 1 },
			[6] = { .known = &knowns[21], .first = 30, .count = 1 },
			[7] = { .known = &knowns[21], .first = 30, .count = 1 },
			[8] = { .known = &knowns[22], .first = 31, .count = 1 },
		},
	},
	{
		.name = "finding-int3-behind-mov-ss-phantom-step",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode:\n"
			"  1000  8e d2               mov ss, dx\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: writes cc at 0x1002\n"
			"                KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP|USE_SW_BP\n"
			"  before run 1: writes 90 at 0x1002\n",
		.start = &starts[0],
		.words = "mem=1000,8ed290 stop=end,1004,2001 group write=1002,cc gd=10003,0,0,0,0,0 group "
			 "write=1002,90",
		.first = 32, .count = 1,
		.on = {
			[0] = { .skip = skip_2 },
			[1] = { .skip = skip_2 },
			[2] = { .known = &knowns[23], .first = 33, .count = 1 },
			[3] = { .known = &knowns[23], .first = 33, .count = 1 },
			[4] = { .known = &knowns[24], .first = 34, .count = 1 },
			[5] = { .known = &knowns[24], .first = 34, .count = 1 },
			[6] = { .known = &knowns[24], .first = 34, .count = 1 },
			[7] = { .known = &knowns[24], .first = 34, .count = 1 },
			[8] = { .known = &knowns[25], .first = 35, .count = 1 },
		},
	},
	{
		.name = "finding-int3-exit-without-dr7",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode:\n"
			"  1000  cc                  int3\n"
			"  1001  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_SW_BP\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,cc stop=end,1002,2001 group gd=10001,0,0,0,0,0 group gd=0,0,0,0,0,0",
		.first = 36, .count = 1,
		.on = {
			[0] = { .skip = skip_2 },
			[1] = { .skip = skip_2 },
			[4] = { .known = &knowns[26], .first = 37, .count = 1 },
			[5] = { .known = &knowns[26], .first = 37, .count = 1 },
			[6] = { .known = &knowns[26], .first = 37, .count = 1 },
			[7] = { .known = &knowns[26], .first = 37, .count = 1 },
			[8] = { .known = &knowns[27], .first = 22, .count = 1 },
		},
	},
	{
		.name = "finding-interrupt-behind-exception-is-lost",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode, rflags=0x202 (IF):\n"
			"  1000  90                  nop\n"
			"  1001  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG INJECT_DB\n"
			"                KVM_INTERRUPT 0x21\n",
		.start = &starts[0],
		.words = "mem=1000,90 stop=end,1002,2001 regs=rflags:202 group gd=40000,0,0,0,0,0 interrupt=21",
		.first = 38, .count = 1,
		.on = {
			[0] = { .known = &knowns[17], .first = 39, .count = 1 },
			[1] = { .known = &knowns[17], .first = 39, .count = 1 },
			[2] = { .known = &knowns[17], .first = 39, .count = 1 },
			[3] = { .known = &knowns[17], .first = 39, .count = 1 },
			[4] = { .known = &knowns[17], .first = 39, .count = 1 },
			[5] = { .known = &knowns[17], .first = 39, .count = 1 },
			[6] = { .known = &knowns[17], .first = 39, .count = 1 },
			[7] = { .known = &knowns[17], .first = 39, .count = 1 },
			[8] = { .skip = skip_3 },
		},
	},
	{
		.name = "finding-interrupt-refused-by-vm-entry",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what. The simplest program found that shows the host's action interrupt: ok.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_INTERRUPT 0x21\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group interrupt=21",
		.first = 40, .count = 1,
		.on = {
			[0] = { .known = &knowns[28], .first = 41, .count = 1 },
			[1] = { .known = &knowns[28], .first = 41, .count = 1 },
			[2] = { .known = &knowns[28], .first = 41, .count = 1 },
			[3] = { .known = &knowns[28], .first = 41, .count = 1 },
			[4] = { .known = &knowns[17], .first = 42, .count = 1 },
			[5] = { .known = &knowns[17], .first = 42, .count = 1 },
			[6] = { .known = &knowns[17], .first = 42, .count = 1 },
			[7] = { .known = &knowns[17], .first = 42, .count = 1 },
			[8] = { .known = &knowns[29], .first = 41, .count = 1 },
		},
	},
	{
		.name = "finding-mmio-behind-event-is-internal-error",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  90                  nop\n"
			"  1001  cd 21               int 0x21\n"
			"  1003  a2 00 e0            mov [0xe000], al\n"
			"  1006  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,90cd21a200e0 stop=end,1007,2001 regs=rflags:102",
		.first = 43, .count = 2,
		.on = {
			[0] = { .skip = skip_4 },
			[1] = { .known = &knowns[30], .first = 45, .count = 1 },
			[2] = { .skip = skip_4 },
			[3] = { .known = &knowns[30], .first = 45, .count = 1 },
			[4] = { .known = &knowns[31], .first = 46, .count = 1 },
			[5] = { .known = &knowns[31], .first = 45, .count = 1 },
			[6] = { .known = &knowns[31], .first = 46, .count = 1 },
			[7] = { .known = &knowns[31], .first = 45, .count = 1 },
			[8] = { .known = &knowns[32], .first = 47, .count = 1 },
		},
	},
	{
		.name = "finding-mmio-load-ends-stepping",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what. load stepped by the host.",
		.text = "In real mode:\n"
			"  1000  a0 00 e0            mov al, [0xe000]\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,a000e090 stop=end,1005,2001 group gd=3,0,0,0,0,0",
		.first = 48, .count = 1,
		.on = {
			[0] = { .known = &knowns[33], .first = 49, .count = 1 },
			[1] = { .known = &knowns[33], .first = 49, .count = 1 },
			[2] = { .known = &knowns[33], .first = 49, .count = 1 },
			[3] = { .known = &knowns[33], .first = 49, .count = 1 },
			[4] = { .known = &knowns[34], .first = 50, .count = 1 },
			[5] = { .known = &knowns[34], .first = 50, .count = 1 },
			[6] = { .known = &knowns[34], .first = 50, .count = 1 },
			[7] = { .known = &knowns[34], .first = 50, .count = 1 },
			[8] = { .known = &knowns[35], .first = 51, .count = 1 },
		},
	},
	{
		.name = "finding-mmio-store-ends-stepping",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what. store stepped by the host.",
		.text = "In real mode:\n"
			"  1000  a2 00 e0            mov [0xe000], al\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,a200e090 stop=end,1005,2001 group gd=3,0,0,0,0,0",
		.first = 52, .count = 2,
		.on = {
			[0] = { .known = &knowns[36], .first = 54, .count = 1 },
			[1] = { .known = &knowns[36], .first = 54, .count = 1 },
			[2] = { .known = &knowns[36], .first = 54, .count = 1 },
			[3] = { .known = &knowns[36], .first = 54, .count = 1 },
			[4] = { .known = &knowns[34], .first = 54, .count = 1 },
			[5] = { .known = &knowns[34], .first = 54, .count = 1 },
			[6] = { .known = &knowns[34], .first = 54, .count = 1 },
			[7] = { .known = &knowns[34], .first = 54, .count = 1 },
			[8] = { .known = &knowns[37], .first = 55, .count = 1 },
		},
	},
	{
		.name = "finding-mov-dr-guest-breakpoint-under-host",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode, DR0=0x1000, DR7=0x2 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  0f 21 f0            mov eax, dr6\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP\n",
		.start = &starts[1],
		.words = "mem=1000,0f21f0 stop=end,1004,2001 dregs=db0:1000,dr7:2 group gd=20001,0,0,0,0,0",
		.first = 56, .count = 2,
		.on = {
			[1] = { .known = &knowns[38], .first = 58, .count = 1 },
			[3] = { .known = &knowns[38], .first = 58, .count = 1 },
			[8] = { .known = &knowns[39], .first = 58, .count = 1 },
		},
	},
	{
		.name = "finding-mov-dr-loses-resume-flag",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode, rflags=0x10000 (RF), DR0=0x1000, DR7=0x402 (DR0 execute), the #DB handler\n"
			"clears DR7:\n"
			"  1000  0f 21 c0            mov eax, dr0\n"
			"  1003  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,0f21c0 stop=end,1004,2001 regs=rflags:10002 dregs=db0:1000,dr7:402",
		.first = 59, .count = 1,
		.on = {
			[4] = { .known = &knowns[40], .first = 60, .count = 1 },
			[5] = { .known = &knowns[40], .first = 60, .count = 1 },
			[6] = { .known = &knowns[40], .first = 60, .count = 1 },
			[7] = { .known = &knowns[40], .first = 60, .count = 1 },
		},
	},
	{
		.name = "finding-mov-ss-step-reaches-guest",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode:\n"
			"  1000  8e d2               mov ss, dx\n"
			"  1002  0f a2               cpuid\n"
			"  1004  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,8ed20fa2 stop=end,1005,2001 group gd=3,0,0,0,0,0 group gd=0,0,0,0,0,0",
		.first = 61, .count = 1,
		.needs = { .vendor = INTEL },
		.on = {
			[0] = { .known = &knowns[8], .first = 62, .count = 1 },
			[1] = { .known = &knowns[8], .first = 62, .count = 1 },
			[2] = { .known = &knowns[8], .first = 62, .count = 1 },
			[3] = { .known = &knowns[8], .first = 62, .count = 1 },
			[4] = { .known = &knowns[8], .first = 63, .count = 1 },
			[5] = { .known = &knowns[8], .first = 63, .count = 1 },
			[6] = { .known = &knowns[8], .first = 63, .count = 1 },
			[7] = { .known = &knowns[8], .first = 63, .count = 1 },
			[8] = { .known = &knowns[25], .first = 64, .count = 1 },
		},
	},
	{
		.name = "finding-mov-ss-stepped-twice",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode:\n"
			"  1000  8e d2               mov ss, dx\n"
			"  1002  0f a2               cpuid\n"
			"  1004  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,8ed20fa2 stop=end,1005,2001 group gd=3,0,0,0,0,0",
		.first = 65, .count = 1,
		.needs = { .vendor = INTEL },
		.on = {
			[0] = { .known = &knowns[8], .first = 66, .count = 1 },
			[1] = { .known = &knowns[8], .first = 66, .count = 1 },
			[2] = { .known = &knowns[8], .first = 66, .count = 1 },
			[3] = { .known = &knowns[8], .first = 66, .count = 1 },
			[4] = { .known = &knowns[41], .first = 67, .count = 1 },
			[5] = { .known = &knowns[41], .first = 67, .count = 1 },
			[6] = { .known = &knowns[41], .first = 67, .count = 1 },
			[7] = { .known = &knowns[41], .first = 67, .count = 1 },
			[8] = { .known = &knowns[25], .first = 68, .count = 1 },
		},
	},
	{
		.name = "finding-nmi-in-shadow-phantom-step",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode:\n"
			"  1000  90                  nop\n"
			"  1001  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP\n"
			"                KVM_SET_VCPU_EVENTS shadow sti\n"
			"                KVM_NMI\n",
		.start = &starts[0],
		.words = "mem=1000,90 stop=end,1002,2001 group gd=20001,0,0,0,0,0 events=shadow:2 nmi",
		.first = 69, .count = 1,
		.on = {
			[0] = { .known = &knowns[34], .first = 70, .count = 1 },
			[1] = { .known = &knowns[34], .first = 70, .count = 1 },
			[2] = { .known = &knowns[34], .first = 70, .count = 1 },
			[3] = { .known = &knowns[34], .first = 70, .count = 1 },
			[4] = { .known = &knowns[17], .first = 71, .count = 1 },
			[5] = { .known = &knowns[17], .first = 71, .count = 1 },
			[6] = { .known = &knowns[17], .first = 71, .count = 1 },
			[7] = { .known = &knowns[17], .first = 71, .count = 1 },
			[8] = { .skip = skip_3 },
		},
	},
	{
		.name = "finding-nmi-in-shadow-swallows-guest-trap",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode, rflags=0x100 (TF):\n"
			"  1000  90                  nop\n"
			"  1001  f4                  hlt\n"
			"  before run 0: KVM_SET_VCPU_EVENTS shadow sti\n"
			"                KVM_NMI\n",
		.start = &starts[0],
		.words = "mem=1000,90 stop=end,1002,2001 regs=rflags:102 group events=shadow:2 nmi",
		.first = 72, .count = 1,
		.on = {
			[0] = { .known = &knowns[42], .first = 73, .count = 1 },
			[1] = { .known = &knowns[42], .first = 74, .count = 1 },
			[2] = { .known = &knowns[42], .first = 73, .count = 1 },
			[3] = { .known = &knowns[42], .first = 74, .count = 1 },
			[4] = { .known = &knowns[17], .first = 75, .count = 1 },
			[5] = { .known = &knowns[17], .first = 75, .count = 1 },
			[6] = { .known = &knowns[17], .first = 75, .count = 1 },
			[7] = { .known = &knowns[17], .first = 75, .count = 1 },
			[8] = { .skip = skip_3 },
		},
	},
	{
		.name = "finding-out-7e-lost-under-step",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode:\n"
			"  1000  e6 7e               out 0x7e, al\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,e67e stop=end,1003,2001 group gd=3,0,0,0,0,0",
		.first = 76, .count = 2,
		.on = {
			[0] = { .known = &knowns[8], .first = 78, .count = 1 },
			[1] = { .known = &knowns[8], .first = 78, .count = 1 },
			[2] = { .known = &knowns[8], .first = 78, .count = 1 },
			[3] = { .known = &knowns[8], .first = 78, .count = 1 },
			[4] = { .known = &knowns[8], .first = 78, .count = 1 },
			[5] = { .known = &knowns[8], .first = 78, .count = 1 },
			[6] = { .known = &knowns[8], .first = 78, .count = 1 },
			[7] = { .known = &knowns[8], .first = 78, .count = 1 },
			[8] = { .known = &knowns[37], .first = 79, .count = 1 },
		},
	},
	{
		.name = "finding-out-keeps-resume-flag",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode, rflags=0x10000 (RF):\n"
			"  1000  e6 10               out 0x10, al\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1002, DR7=0x2 (DR0 execute)\n",
		.start = &starts[0],
		.words = "mem=1000,e61090 stop=end,1004,2001 regs=rflags:10002 group gd=20001,1002,0,0,0,2",
		.first = 80, .count = 2,
		.on = {
			[0] = { .known = &knowns[17], .first = 82, .count = 1 },
			[1] = { .known = &knowns[17], .first = 82, .count = 1 },
			[2] = { .known = &knowns[17], .first = 82, .count = 1 },
			[3] = { .known = &knowns[17], .first = 82, .count = 1 },
			[4] = { .known = &knowns[43], .first = 83, .count = 1 },
			[5] = { .known = &knowns[43], .first = 83, .count = 1 },
			[6] = { .known = &knowns[43], .first = 83, .count = 1 },
			[7] = { .known = &knowns[43], .first = 83, .count = 1 },
			[8] = { .known = &knowns[35], .first = 84, .count = 1 },
		},
	},
	{
		.name = "finding-outsb-loses-resume-flag",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode, rflags=0x10000 (RF), ecx=0x1, edx=0x10, DR0=0x1000, DR7=0x402 (DR0 "
			"execute),\n"
			"the #DB handler clears DR7:\n"
			"  1000  f3 6e               rep outsb\n"
			"  1002  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,f36e stop=end,1003,2001 regs=rcx:1,rdx:10,rflags:10002 dregs=db0:1000,dr7:402",
		.first = 85, .count = 1,
		.on = {
			[0] = { .known = &knowns[17], .first = 86, .count = 1 },
			[1] = { .known = &knowns[17], .first = 86, .count = 1 },
			[2] = { .known = &knowns[17], .first = 86, .count = 1 },
			[3] = { .known = &knowns[17], .first = 86, .count = 1 },
			[4] = { .known = &knowns[40], .first = 87, .count = 1 },
			[5] = { .known = &knowns[40], .first = 87, .count = 1 },
			[6] = { .known = &knowns[40], .first = 87, .count = 1 },
			[7] = { .known = &knowns[40], .first = 87, .count = 1 },
			[8] = { .known = &knowns[44], .first = 86, .count = 1 },
		},
	},
	{
		.name = "finding-popf-ends-stepping",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what. popf stepped by the host.",
		.text = "In real mode, stack 0x2:\n"
			"  1000  9d                  popf\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,9d90 mem=4f00,0200 stop=end,1003,2001 group gd=3,0,0,0,0,0",
		.first = 88, .count = 1,
		.on = {
			[0] = { .known = &knowns[45], .first = 89, .count = 1 },
			[1] = { .known = &knowns[45], .first = 89, .count = 1 },
			[2] = { .known = &knowns[45], .first = 89, .count = 1 },
			[3] = { .known = &knowns[45], .first = 89, .count = 1 },
			[4] = { .known = &knowns[45], .first = 89, .count = 1 },
			[5] = { .known = &knowns[45], .first = 89, .count = 1 },
			[6] = { .known = &knowns[45], .first = 89, .count = 1 },
			[7] = { .known = &knowns[45], .first = 89, .count = 1 },
			[8] = { .known = &knowns[22], .first = 90, .count = 1 },
		},
	},
	{
		.name = "finding-pushf-shows-host-tf",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode:\n"
			"  1000  9c                  pushf\n"
			"  1001  1f                  pop ds\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,9c1f stop=end,1003,2001 group gd=3,0,0,0,0,0",
		.first = 91, .count = 1,
		.on = {
			[0] = { .known = &knowns[46], .first = 92, .count = 1 },
			[1] = { .known = &knowns[46], .first = 92, .count = 1 },
			[2] = { .known = &knowns[46], .first = 92, .count = 1 },
			[3] = { .known = &knowns[46], .first = 92, .count = 1 },
			[4] = { .known = &knowns[46], .first = 92, .count = 1 },
			[5] = { .known = &knowns[46], .first = 92, .count = 1 },
			[6] = { .known = &knowns[46], .first = 92, .count = 1 },
			[7] = { .known = &knowns[46], .first = 92, .count = 1 },
			[8] = { .known = &knowns[22], .first = 93, .count = 1 },
		},
	},
	{
		.name = "finding-register-write-ends-stepping",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode:\n"
			"  1000  90                  nop\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 1: KVM_SET_REGS of what KVM_GET_REGS gives\n",
		.start = &starts[0],
		.words = "mem=1000,9090 stop=end,1003,2001 group gd=3,0,0,0,0,0 group write-back=regs",
		.first = 94, .count = 1,
		.on = {
			[0] = { .known = &knowns[45], .first = 95, .count = 1 },
			[1] = { .known = &knowns[45], .first = 95, .count = 1 },
			[2] = { .known = &knowns[45], .first = 95, .count = 1 },
			[3] = { .known = &knowns[45], .first = 95, .count = 1 },
			[4] = { .known = &knowns[45], .first = 95, .count = 1 },
			[5] = { .known = &knowns[45], .first = 95, .count = 1 },
			[6] = { .known = &knowns[45], .first = 95, .count = 1 },
			[7] = { .known = &knowns[45], .first = 95, .count = 1 },
			[8] = { .known = &knowns[22], .first = 96, .count = 1 },
		},
	},
	{
		.name = "finding-restored-vcpu-loses-held-trap",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode, DR0=0x4f00, DR7=0x70002 (DR0 access 2), the #DB handler clears DR7:\n"
			"  1000  17                  pop ss\n"
			"  1001  e6 10               out 0x10, al\n"
			"  1003  f4                  hlt\n"
			"  before run 1: saves everything, restores it into a fresh vCPU\n",
		.start = &starts[1],
		.words = "mem=1000,17e610 stop=end,1004,2001 dregs=db0:4f00,dr7:70002 group group save-restore",
		.first = 97, .count = 4,
		.on = {
			[0] = { .skip = skip_5 },
			[1] = { .skip = skip_5 },
			[2] = { .known = &knowns[23], .first = 101, .count = 1 },
			[3] = { .known = &knowns[23], .first = 101, .count = 1 },
			[4] = { .known = &knowns[17], .first = 102, .count = 1 },
			[5] = { .known = &knowns[17], .first = 102, .count = 1 },
			[6] = { .known = &knowns[17], .first = 102, .count = 1 },
			[7] = { .known = &knowns[17], .first = 102, .count = 1 },
			[8] = { .known = &knowns[44], .first = 103, .count = 1 },
		},
	},
	{
		.name = "finding-resume-flag-ends-stepping",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode, rflags=0x10000 (RF):\n"
			"  1000  0f a2               cpuid\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,0fa290 stop=end,1004,2001 regs=rflags:10002 group gd=3,0,0,0,0,0",
		.first = 104, .count = 1,
		.needs = { .vendor = INTEL },
		.on = {
			[0] = { .known = &knowns[47], .first = 105, .count = 1 },
			[1] = { .known = &knowns[47], .first = 105, .count = 1 },
			[2] = { .known = &knowns[47], .first = 105, .count = 1 },
			[3] = { .known = &knowns[47], .first = 105, .count = 1 },
			[4] = { .known = &knowns[47], .first = 106, .count = 1 },
			[5] = { .known = &knowns[47], .first = 106, .count = 1 },
			[6] = { .known = &knowns[47], .first = 106, .count = 1 },
			[7] = { .known = &knowns[47], .first = 106, .count = 1 },
			[8] = { .known = &knowns[22], .first = 107, .count = 1 },
		},
	},
	{
		.name = "finding-second-nmi-clears-guest-tf",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode, rflags=0x100 (TF):\n"
			"  1000  90                  nop\n"
			"  1001  f4                  hlt\n"
			"  before run 0: KVM_NMI\n"
			"                KVM_NMI\n",
		.start = &starts[0],
		.words = "mem=1000,90 stop=end,1002,2001 regs=rflags:102 group nmi nmi",
		.first = 72, .count = 1,
		.on = {
			[0] = { .known = &knowns[48], .first = 108, .count = 1 },
			[1] = { .known = &knowns[48], .first = 108, .count = 1 },
			[2] = { .known = &knowns[48], .first = 108, .count = 1 },
			[3] = { .known = &knowns[48], .first = 108, .count = 1 },
			[4] = { .known = &knowns[49], .first = 109, .count = 1 },
			[5] = { .known = &knowns[50], .first = 110, .count = 1 },
			[6] = { .known = &knowns[49], .first = 109, .count = 1 },
			[7] = { .known = &knowns[50], .first = 110, .count = 1 },
			[8] = { .skip = skip_3 },
		},
	},
	{
		.name = "finding-string-io-guest-breakpoint-under-host",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In real mode, ecx=0x1, edx=0x10, esi=0x2000, DR0=0x1000, DR7=0x2 (DR0 execute), the #DB\n"
			"handler clears DR7:\n"
			"  1000  f3 6e               rep outsb\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP\n",
		.start = &starts[1],
		.words = "mem=1000,f36e stop=end,1003,2001 regs=rcx:1,rdx:10,rsi:2000 dregs=db0:1000,dr7:2 group "
			 "gd=20001,0,0,0,0,0",
		.first = 111, .count = 2,
		.on = {
			[0] = { .known = &knowns[49], .first = 113, .count = 1 },
			[1] = { .known = &knowns[38], .first = 114, .count = 1 },
			[2] = { .known = &knowns[49], .first = 113, .count = 1 },
			[3] = { .known = &knowns[38], .first = 114, .count = 1 },
			[4] = { .known = &knowns[49], .first = 113, .count = 1 },
			[5] = { .known = &knowns[38], .first = 114, .count = 1 },
			[6] = { .known = &knowns[49], .first = 113, .count = 1 },
			[7] = { .known = &knowns[38], .first = 114, .count = 1 },
			[8] = { .known = &knowns[39], .first = 114, .count = 1 },
		},
	},
	{
		.name = "finding-syscall-shows-host-tf",
		.why = "A real kernel was found to do something else here; FINDINGS.md of guest-debug-oracle says "
			"what.",
		.text = "In long mode at CPL0:\n"
			"  1000  0f 05               syscall\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[2],
		.words = "mem=1000,0f05 stop=end,6bc1,6c00 stop=end,1003,2001 group gd=3,0,0,0,0,0",
		.first = 115, .count = 4,
		.on = {
			[0] = { .known = &knowns[51], .first = 119, .count = 1 },
			[1] = { .known = &knowns[51], .first = 119, .count = 1 },
			[2] = { .known = &knowns[51], .first = 119, .count = 1 },
			[3] = { .known = &knowns[51], .first = 119, .count = 1 },
			[4] = { .skip = skip_6 },
			[5] = { .skip = skip_6 },
			[6] = { .known = &knowns[51], .first = 119, .count = 1 },
			[7] = { .known = &knowns[51], .first = 119, .count = 1 },
			[8] = { .skip = skip_7 },
		},
	},
	{
		.name = "ideal-or-linux-6.1-svm",
		.why = "The shortest program that tells x86/ideal from x86/linux-6.1-svm, x86/ideal from "
			"x86/linux-6.1-vmx, x86/patch-2013 from x86/linux-6.1-svm, x86/patch-2013 from "
			"x86/linux-6.1-vmx, x86/linux-6.18-pvm from x86/linux-6.1-svm, x86/linux-6.18-pvm from "
			"x86/linux-6.1-vmx, x86/linux-6.1-svm from x86/linux-7.2-svm, x86/linux-6.1-svm from "
			"x86/linux-7.2-vmx, x86/linux-6.1-svm from x86/effective-2026, x86/linux-7.2-svm from "
			"x86/linux-6.1-vmx, x86/linux-6.1-vmx from x86/linux-7.2-vmx, x86/linux-6.1-vmx from "
			"x86/effective-2026.",
		.text = "In real mode, rflags=0x100 (TF):\n"
			"  1000  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 regs=rflags:102",
		.first = 120, .count = 1,
		.on = {
			[1] = { .known = &knowns[52], .first = 121, .count = 1 },
			[3] = { .known = &knowns[52], .first = 121, .count = 1 },
			[5] = { .known = &knowns[52], .first = 121, .count = 1 },
			[7] = { .known = &knowns[52], .first = 121, .count = 1 },
		},
	},
	{
		.name = "linux-6.18-pvm-or-linux-7.2-svm",
		.why = "The shortest program that tells x86/linux-6.18-pvm from x86/linux-7.2-svm, "
			"x86/linux-6.18-pvm from x86/linux-7.2-vmx, x86/linux-7.2-svm from x86/effective-2026, "
			"x86/linux-7.2-vmx from x86/effective-2026.",
		.text = "In real mode:\n"
			"  1000  e6 10               out 0x10, al\n"
			"  1002  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,e610 stop=end,1003,2001",
		.first = 122, .count = 2,
	},
	{
		.name = "ideal-or-linux-7.2-vmx",
		.why = "The shortest program that tells x86/ideal from x86/linux-7.2-vmx, x86/patch-2013 from "
			"x86/linux-7.2-vmx, x86/linux-6.1-svm from x86/linux-6.1-vmx, x86/linux-7.2-svm from "
			"x86/linux-7.2-vmx.",
		.text = "In real mode:\n"
			"  1000  a0 00 e0            mov al, [0xe000]\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,a000e0 stop=end,1004,2001",
		.first = 124, .count = 1,
		.on = {
			[4] = { .known = &knowns[34], .first = 125, .count = 1 },
			[5] = { .known = &knowns[34], .first = 125, .count = 1 },
			[6] = { .known = &knowns[34], .first = 125, .count = 1 },
			[7] = { .known = &knowns[34], .first = 125, .count = 1 },
		},
	},
	{
		.name = "ideal-or-linux-6.18-pvm",
		.why = "The shortest program that tells x86/ideal from x86/linux-6.18-pvm, x86/ideal from "
			"x86/effective-2026, x86/patch-2013 from x86/linux-6.18-pvm, x86/patch-2013 from "
			"x86/effective-2026. The shortest program that shows the bug icebp-not-skipped: the #DB of "
			"ICEBP is delivered with the address of the ICEBP itself.",
		.text = "In real mode:\n"
			"  1000  f1                  icebp\n"
			"  1001  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,f1 stop=end,1002,2001",
		.first = 126, .count = 1,
		.on = {
			[0] = { .skip = skip_0 },
			[1] = { .skip = skip_0 },
			[8] = { .known = &knowns[15], .first = 127, .count = 1 },
		},
	},
	{
		.name = "ideal-or-patch-2013",
		.why = "The shortest program found (not proved minimal) that tells x86/ideal from x86/patch-2013, "
			"x86/patch-2013 from x86/linux-7.2-svm. The shortest program found (not proved minimal) "
			"that shows the bug exit-dr6-without-rtm: DR6 of the exit record lacks bit 16 (0xfffe4ff0), "
			"as if the #DB came from an RTM region.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1000, DR7=0x2 (DR0 execute)\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group gd=20001,1000,0,0,0,2 group gd=0,0,0,0,0,0",
		.first = 128, .count = 1,
		.on = {
			[0] = { .known = &knowns[53], .first = 129, .count = 1 },
			[1] = { .known = &knowns[53], .first = 129, .count = 1 },
			[2] = { .known = &knowns[53], .first = 129, .count = 1 },
			[3] = { .known = &knowns[53], .first = 129, .count = 1 },
			[4] = { .known = &knowns[53], .first = 129, .count = 1 },
			[5] = { .known = &knowns[53], .first = 129, .count = 1 },
			[6] = { .known = &knowns[53], .first = 129, .count = 1 },
			[7] = { .known = &knowns[53], .first = 129, .count = 1 },
			[8] = { .known = &knowns[22], .first = 130, .count = 1 },
		},
	},
	{
		.name = "ideal-or-linux-7.2-svm",
		.why = "The shortest program that tells x86/ideal from x86/linux-7.2-svm.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG INJECT_BP\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group gd=80000,0,0,0,0,0",
		.first = 22, .count = 1,
		.on = {
			[0] = { .skip = skip_1 },
			[1] = { .skip = skip_1 },
			[2] = { .known = &knowns[16], .first = 23, .count = 1 },
			[3] = { .known = &knowns[16], .first = 23, .count = 1 },
			[4] = { .known = &knowns[17], .first = 21, .count = 1 },
			[5] = { .known = &knowns[17], .first = 21, .count = 1 },
			[6] = { .known = &knowns[17], .first = 21, .count = 1 },
			[7] = { .known = &knowns[17], .first = 21, .count = 1 },
			[8] = { .known = &knowns[18], .first = 23, .count = 1 },
		},
	},
	{
		.name = "linux-6.18-pvm-or-effective-2026",
		.why = "The shortest program that tells x86/linux-6.18-pvm from x86/effective-2026.",
		.text = "In real mode, rflags=0x100 (TF):\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 regs=rflags:102 group gd=20001,0,0,0,0,0",
		.first = 131, .count = 1,
		.on = {
			[1] = { .known = &knowns[52], .first = 132, .count = 1 },
			[3] = { .known = &knowns[52], .first = 132, .count = 1 },
			[5] = { .known = &knowns[52], .first = 132, .count = 1 },
			[7] = { .known = &knowns[52], .first = 132, .count = 1 },
			[8] = { .known = &knowns[54], .first = 133, .count = 1 },
		},
	},
	{
		.name = "code-breakpoint-missed-in-emulation",
		.why = "The shortest program that shows the bug code-breakpoint-missed-in-emulation: code "
			"breakpoints are not looked at when an instruction is emulated. The shortest program that "
			"shows the bug dr6-lost-on-code-breakpoint: the #DB of a code breakpoint is delivered "
			"without its cause in DR6. The shortest program that shows the bug dr7-bit-10-clearable: a "
			"MOV to DR7 can clear bit 10, which is fixed 1.",
		.text = "In real mode, DR0=0x1000, DR7=0x2 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000, stop=end,1001,2001 dregs=db0:1000,dr7:2",
		.first = 134, .count = 1,
	},
	{
		.name = "phantom-step",
		.why = "The shortest program that shows the bug phantom-step: an emulated store to a device ends "
			"in a step trap that nobody asked for. Shows the bug phantom-step with an instruction that "
			"a hypervisor intercepts: an emulated store to a device ends in a step trap that nobody "
			"asked for (Linux 5cc244a20b86 (KVM: x86: fix single-step debugging, 2019)).",
		.text = "In real mode:\n"
			"  1000  a2 00 e0            mov [0xe000], al\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,a200e0 stop=end,1004,2001",
		.first = 135, .count = 2,
	},
	{
		.name = "no-blockirq",
		.why = "The shortest program that shows the bug no-blockirq: BLOCKIRQ holds nothing back: a step "
			"with an interrupt waiting goes to the handler.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|BLOCKIRQ\n"
			"                KVM_NMI\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group gd=100001,0,0,0,0,0 nmi",
		.first = 137, .count = 1,
		.needs = { .blockirq = true },
		.on = {
			[8] = { .skip = skip_3 },
		},
	},
	{
		.name = "step-missed-in-emulation",
		.why = "The shortest program that shows the bug step-missed-in-emulation: an emulated instruction "
			"(CPUID, RDMSR, I/O, MMIO) ends without its step trap. The shortest program that shows the "
			"bug skip-loses-guest-step: an intercepted instruction that KVM skips ends without the "
			"guest's own step trap.",
		.text = "In real mode, rflags=0x100 (TF):\n"
			"  1000  e6 10               out 0x10, al\n"
			"  1002  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,e610 stop=end,1003,2001 regs=rflags:102",
		.first = 138, .count = 2,
		.on = {
			[1] = { .known = &knowns[50], .first = 140, .count = 1 },
			[3] = { .known = &knowns[50], .first = 140, .count = 1 },
			[5] = { .known = &knowns[50], .first = 140, .count = 1 },
			[7] = { .known = &knowns[50], .first = 140, .count = 1 },
			[8] = { .known = &knowns[55], .first = 141, .count = 1 },
		},
	},
	{
		.name = "step-trap-after-mov-ss",
		.why = "The shortest program that shows the bug step-trap-after-mov-ss: the step trap of MOV SS is "
			"taken directly after it.",
		.text = "In real mode, rflags=0x100 (TF):\n"
			"  1000  8e d2               mov ss, dx\n"
			"  1002  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,8ed2 stop=end,1003,2001 regs=rflags:102",
		.first = 142, .count = 1,
		.on = {
			[1] = { .known = &knowns[52], .first = 143, .count = 1 },
			[3] = { .known = &knowns[52], .first = 143, .count = 1 },
			[5] = { .known = &knowns[52], .first = 143, .count = 1 },
			[7] = { .known = &knowns[52], .first = 143, .count = 1 },
			[8] = { .known = &knowns[25], .first = 144, .count = 1 },
		},
	},
	{
		.name = "exit-clobbers-guest-dr6",
		.why = "The shortest program found (not proved minimal) that shows the bug "
			"exit-clobbers-guest-dr6: a KVM_EXIT_DEBUG overwrites the guest's own DR6 with its causes.",
		.text = "In real mode, DR0=0x1000, DR7=0x2 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=1000, stop=end,1001,2001 dregs=db0:1000,dr7:2 group gd=3,0,0,0,0,0 group "
			 "gd=0,0,0,0,0,0",
		.first = 145, .count = 2,
		.on = {
			[0] = { .known = &knowns[53], .first = 147, .count = 1 },
			[1] = { .known = &knowns[53], .first = 147, .count = 1 },
			[2] = { .known = &knowns[53], .first = 147, .count = 1 },
			[3] = { .known = &knowns[53], .first = 147, .count = 1 },
			[4] = { .known = &knowns[53], .first = 147, .count = 1 },
			[5] = { .known = &knowns[53], .first = 147, .count = 1 },
			[6] = { .known = &knowns[53], .first = 147, .count = 1 },
			[7] = { .known = &knowns[53], .first = 147, .count = 1 },
			[8] = { .known = &knowns[11], .first = 148, .count = 1 },
		},
	},
	{
		.name = "code-breakpoint-checked-again-on-fault",
		.why = "The shortest program that shows the bug code-breakpoint-checked-again-on-fault: a fault of "
			"an instruction that RF let pass is answered with its code breakpoint a second time.",
		.text = "In real mode, rflags=0x10000 (RF), DR0=0x1000, DR7=0x2 (DR0 execute):\n"
			"  1000  0f 0b               ud2\n"
			"  1002  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f0b stop=end,1003,2001 regs=rflags:10002 dregs=db0:1000,dr7:2",
		.first = 149, .count = 2,
	},
	{
		.name = "dr6-overwritten",
		.why = "The shortest program that shows the bug dr6-overwritten: delivering a #DB overwrites the "
			"whole of DR6.",
		.text = "In real mode, DR6=0x4000 (BLD, BS, RTM), DR7=0x2000 (GD):\n"
			"  1000  0f 23 f8            mov dr7, eax\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f23f8 stop=end,1004,2001 dregs=dr6:4000,dr7:2000",
		.first = 151, .count = 1,
		.on = {
			[0] = { .skip = skip_8 },
			[1] = { .skip = skip_8 },
		},
	},
	{
		.name = "general-detect-without-bd",
		.why = "The shortest program that shows the bug general-detect-without-bd: a general-detect #DB "
			"does not set DR6.BD. The shortest program that shows the bug general-detect-missing: "
			"DR7.GD has no effect.",
		.text = "In real mode, DR7=0x2000 (GD):\n"
			"  1000  0f 23 f8            mov dr7, eax\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f23f8 stop=end,1004,2001 dregs=dr7:2000",
		.first = 152, .count = 1,
	},
	{
		.name = "dr6-breakpoint-bits-kept-on-general-detect",
		.why = "The shortest program that shows the bug dr6-breakpoint-bits-kept-on-general-detect: B0-B3 "
			"of an earlier #DB stay in DR6 on a general-detect #DB.",
		.text = "In real mode, DR6=0x2 (B1, BLD, RTM), DR7=0x2000 (GD):\n"
			"  1000  0f 21 f3            mov ebx, dr6\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f21f3 stop=end,1004,2001 dregs=dr6:2,dr7:2000",
		.first = 153, .count = 2,
		.on = {
			[0] = { .skip = skip_8 },
			[1] = { .skip = skip_8 },
			[2] = { .known = &knowns[56], .first = 155, .count = 1 },
			[3] = { .known = &knowns[56], .first = 155, .count = 1 },
		},
	},
	{
		.name = "io-breakpoints-missing",
		.why = "The shortest program that shows the bug io-breakpoints-missing: I/O breakpoints never hit.",
		.text = "In real mode, CR4.DE=1, DR0=0x10, DR7=0x20002 (DR0 io 1):\n"
			"  1000  e6 10               out 0x10, al\n"
			"  1002  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,e610 stop=end,1003,2001 sregs=cr4:8 dregs=db0:10,dr7:20002",
		.first = 156, .count = 4,
		.on = {
			[0] = { .known = &knowns[57], .first = 160, .count = 1 },
			[1] = { .known = &knowns[57], .first = 160, .count = 1 },
			[2] = { .known = &knowns[57], .first = 160, .count = 1 },
			[3] = { .known = &knowns[57], .first = 160, .count = 1 },
			[4] = { .known = &knowns[57], .first = 160, .count = 1 },
			[5] = { .known = &knowns[57], .first = 160, .count = 1 },
			[6] = { .known = &knowns[57], .first = 160, .count = 1 },
			[7] = { .known = &knowns[57], .first = 160, .count = 1 },
			[8] = { .known = &knowns[58], .first = 161, .count = 1 },
		},
	},
	{
		.name = "dr45-alias-despite-de",
		.why = "The shortest program that shows the bug dr45-alias-despite-de: DR4 and DR5 alias DR6 and "
			"DR7 although CR4.DE is set.",
		.text = "In real mode, CR4.DE=1:\n"
			"  1000  0f 23 e0            mov dr4, eax\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f23e0 stop=end,1004,2001 sregs=cr4:8",
		.first = 162, .count = 1,
	},
	{
		.name = "syscall-steps-into-kernel",
		.why = "The shortest program that shows the bug syscall-steps-into-kernel: SYSCALL with TF ends in "
			"a #DB in the kernel although IA32_FMASK clears TF (CVE-2017-7518).",
		.text = "In long mode at CPL0, rflags=0x100 (TF):\n"
			"  1000  0f 05               syscall\n"
			"  1002  f4                  hlt\n",
		.start = &starts[2],
		.words = "mem=1000,0f05 stop=end,6bc1,6c00 stop=end,1003,2001 regs=rflags:102",
		.first = 163, .count = 1,
		.on = {
			[4] = { .skip = skip_6 },
			[5] = { .skip = skip_6 },
			[8] = { .skip = skip_7 },
		},
	},
	{
		.name = "step-exit-with-stale-pc",
		.why = "The shortest program that shows the bug step-exit-with-stale-pc: pc of a step exit is "
			"where stepping was switched on, not where it stopped.",
		.text = "In real mode:\n"
			"  1000  90                  nop\n"
			"  1001  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,90 stop=end,1002,2001 group gd=3,0,0,0,0,0",
		.first = 164, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 165, .count = 1 },
		},
	},
	{
		.name = "general-detect-exit-with-guest-dr6",
		.why = "The shortest program found (not proved minimal) that shows the bug "
			"general-detect-exit-with-guest-dr6: the exit for the host's general detect reports the "
			"guest's DR6 instead of BD. The shortest program found (not proved minimal) that shows the "
			"bug host-general-detect-ignored: the host's DR7.GD has no effect when MOV DR is emulated. "
			"The shortest program found (not proved minimal) that shows the bug "
			"guest-general-detect-under-host-breakpoints: the guest's DR7.GD faults although the host's "
			"registers are in force.",
		.text = "In real mode:\n"
			"  1000  0f 23 f8            mov dr7, eax\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR7=0x2000 (GD)\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,0f23f8 stop=end,1004,2001 group gd=20001,0,0,0,0,2000 group gd=0,0,0,0,0,0",
		.first = 166, .count = 1,
		.on = {
			[0] = { .known = &knowns[4], .first = 7, .count = 1 },
			[1] = { .known = &knowns[59], .first = 8, .count = 1 },
			[2] = { .known = &knowns[4], .first = 7, .count = 1 },
			[3] = { .known = &knowns[59], .first = 8, .count = 1 },
			[4] = { .known = &knowns[60], .first = 167, .count = 1 },
			[5] = { .known = &knowns[60], .first = 167, .count = 1 },
			[6] = { .known = &knowns[60], .first = 167, .count = 1 },
			[7] = { .known = &knowns[60], .first = 167, .count = 1 },
			[8] = { .known = &knowns[61], .first = 8, .count = 1 },
		},
	},
	{
		.name = "tf-forced-on-flag-writes",
		.why = "The shortest program that shows the bug tf-forced-on-flag-writes: while the host steps, "
			"every write of the flags sets the guest's TF, in handlers too.",
		.text = "In real mode:\n"
			"  1000  9d                  popf\n"
			"  1001  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,9d stop=end,1002,2001 group gd=3,0,0,0,0,0",
		.first = 168, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 169, .count = 1 },
		},
	},
	{
		.name = "wrmsr-swallows-step",
		.why = "The shortest program that shows the bug wrmsr-swallows-step: a WRMSR that KVM handles "
			"early ends without the host's step exit.",
		.text = "In real mode, eax=0x0, ecx=0x174:\n"
			"  1000  0f 30               wrmsr\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,0f30 stop=end,1003,2001 regs=rcx:174 group gd=3,0,0,0,0,0",
		.first = 170, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 171, .count = 1 },
		},
	},
	{
		.name = "data-breakpoint-address-not-masked",
		.why = "The shortest program found (not proved minimal) that shows the bug "
			"data-breakpoint-address-not-masked: a data breakpoint watches from DRi on, without "
			"ignoring the low bits that LEN covers.",
		.text = "In real mode, DR0=0x4ef6, DR3=0x2000, DR7=0x10090082 (DR0 write 8, DR3 write 1):\n"
			"  1000  fe 06 00 20         inc byte [0x2000]\n"
			"  1004  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,fe060020 stop=end,1005,2001 dregs=db0:4ef6,db3:2000,dr7:10090082",
		.first = 172, .count = 2,
		.on = {
			[0] = { .skip = skip_9 },
			[1] = { .skip = skip_9 },
			[8] = { .known = &knowns[62], .first = 174, .count = 1 },
		},
	},
	{
		.name = "breakpoint-ignores-cs-base",
		.why = "The shortest program found (not proved minimal) that shows the bug "
			"breakpoint-ignores-cs-base: the offset (RIP) is compared with the breakpoint address, not "
			"the linear address.",
		.text = "In real mode, CS=0x100:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR7=0x2 (DR0 execute)\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 sregs=cs:100 regs=rip:0 group gd=20001,0,0,0,0,2",
		.first = 175, .count = 1,
		.on = {
			[0] = { .skip = skip_10 },
			[1] = { .skip = skip_10 },
		},
	},
	{
		.name = "nop-host-step",
		.why = "nop stepped by the host.",
		.text = "In real mode:\n"
			"  1000  90                  nop\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,9090 stop=end,1003,2001 group gd=3,0,0,0,0,0",
		.first = 176, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 177, .count = 1 },
		},
	},
	{
		.name = "nop-guest-step",
		.why = "nop with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  90                  nop\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,9090 stop=end,1003,2001 regs=rflags:102",
		.first = 178, .count = 1,
		.on = {
			[1] = { .known = &knowns[50], .first = 179, .count = 1 },
			[3] = { .known = &knowns[50], .first = 179, .count = 1 },
			[5] = { .known = &knowns[50], .first = 179, .count = 1 },
			[7] = { .known = &knowns[50], .first = 179, .count = 1 },
		},
	},
	{
		.name = "nop-host-breakpoint",
		.why = "nop with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode:\n"
			"  1000  90                  nop\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1001, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,9090 stop=end,1003,2001 group gd=20001,1001,0,0,0,402 group group gd=0,0,0,0,0,0",
		.first = 180, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 181, .count = 1 },
		},
	},
	{
		.name = "nop-guest-breakpoint",
		.why = "nop with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1001, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  90                  nop\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,9090 stop=end,1003,2001 dregs=db0:1001,dr7:402",
		.first = 182, .count = 1,
	},
	{
		.name = "out-host-step",
		.why = "out stepped by the host.",
		.text = "In real mode:\n"
			"  1000  e6 10               out 0x10, al\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,e61090 stop=end,1004,2001 group gd=3,0,0,0,0,0",
		.first = 183, .count = 2,
		.on = {
			[0] = { .known = &knowns[63], .first = 185, .count = 1 },
			[1] = { .known = &knowns[63], .first = 185, .count = 1 },
			[2] = { .known = &knowns[63], .first = 185, .count = 1 },
			[3] = { .known = &knowns[63], .first = 185, .count = 1 },
			[4] = { .known = &knowns[63], .first = 185, .count = 1 },
			[5] = { .known = &knowns[63], .first = 185, .count = 1 },
			[6] = { .known = &knowns[63], .first = 185, .count = 1 },
			[7] = { .known = &knowns[63], .first = 185, .count = 1 },
			[8] = { .known = &knowns[37], .first = 186, .count = 1 },
		},
	},
	{
		.name = "out-guest-step",
		.why = "out with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  e6 10               out 0x10, al\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,e61090 stop=end,1004,2001 regs=rflags:102",
		.first = 187, .count = 2,
		.on = {
			[1] = { .known = &knowns[50], .first = 189, .count = 1 },
			[3] = { .known = &knowns[50], .first = 189, .count = 1 },
			[5] = { .known = &knowns[50], .first = 189, .count = 1 },
			[7] = { .known = &knowns[50], .first = 189, .count = 1 },
			[8] = { .known = &knowns[55], .first = 190, .count = 1 },
		},
	},
	{
		.name = "out-host-breakpoint",
		.why = "out with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode:\n"
			"  1000  e6 10               out 0x10, al\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1002, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,e61090 stop=end,1004,2001 group gd=20001,1002,0,0,0,402 group group "
			 "gd=0,0,0,0,0,0",
		.first = 191, .count = 2,
		.on = {
			[8] = { .known = &knowns[35], .first = 193, .count = 1 },
		},
	},
	{
		.name = "out-guest-breakpoint",
		.why = "out with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1002, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  e6 10               out 0x10, al\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,e61090 stop=end,1004,2001 dregs=db0:1002,dr7:402",
		.first = 194, .count = 2,
	},
	{
		.name = "in-host-step",
		.why = "in stepped by the host.",
		.text = "In real mode:\n"
			"  1000  e4 10               in al, 0x10\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,e41090 stop=end,1004,2001 group gd=3,0,0,0,0,0",
		.first = 196, .count = 1,
		.on = {
			[0] = { .known = &knowns[63], .first = 197, .count = 1 },
			[1] = { .known = &knowns[63], .first = 197, .count = 1 },
			[2] = { .known = &knowns[63], .first = 197, .count = 1 },
			[3] = { .known = &knowns[63], .first = 197, .count = 1 },
			[4] = { .known = &knowns[63], .first = 197, .count = 1 },
			[5] = { .known = &knowns[63], .first = 197, .count = 1 },
			[6] = { .known = &knowns[63], .first = 197, .count = 1 },
			[7] = { .known = &knowns[63], .first = 197, .count = 1 },
			[8] = { .known = &knowns[35], .first = 198, .count = 1 },
		},
	},
	{
		.name = "in-guest-step",
		.why = "in with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  e4 10               in al, 0x10\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,e41090 stop=end,1004,2001 regs=rflags:102",
		.first = 199, .count = 1,
		.on = {
			[1] = { .known = &knowns[50], .first = 200, .count = 1 },
			[3] = { .known = &knowns[50], .first = 200, .count = 1 },
			[5] = { .known = &knowns[50], .first = 200, .count = 1 },
			[7] = { .known = &knowns[50], .first = 200, .count = 1 },
		},
	},
	{
		.name = "in-host-breakpoint",
		.why = "in with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode:\n"
			"  1000  e4 10               in al, 0x10\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1002, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,e41090 stop=end,1004,2001 group gd=20001,1002,0,0,0,402 group group "
			 "gd=0,0,0,0,0,0",
		.first = 201, .count = 1,
		.on = {
			[8] = { .known = &knowns[35], .first = 202, .count = 1 },
		},
	},
	{
		.name = "in-guest-breakpoint",
		.why = "in with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1002, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  e4 10               in al, 0x10\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,e41090 stop=end,1004,2001 dregs=db0:1002,dr7:402",
		.first = 203, .count = 1,
	},
	{
		.name = "store-mmio-guest-step",
		.why = "store with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  a2 00 e0            mov [0xe000], al\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,a200e090 stop=end,1005,2001 regs=rflags:102",
		.first = 204, .count = 2,
		.on = {
			[0] = { .known = &knowns[64], .first = 206, .count = 1 },
			[1] = { .known = &knowns[64], .first = 207, .count = 1 },
			[2] = { .known = &knowns[64], .first = 206, .count = 1 },
			[3] = { .known = &knowns[64], .first = 207, .count = 1 },
			[4] = { .known = &knowns[42], .first = 206, .count = 1 },
			[5] = { .known = &knowns[42], .first = 207, .count = 1 },
			[6] = { .known = &knowns[42], .first = 206, .count = 1 },
			[7] = { .known = &knowns[42], .first = 207, .count = 1 },
			[8] = { .known = &knowns[55], .first = 206, .count = 1 },
		},
	},
	{
		.name = "store-mmio-host-breakpoint",
		.why = "store with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode:\n"
			"  1000  a2 00 e0            mov [0xe000], al\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1003, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,a200e090 stop=end,1005,2001 group gd=20001,1003,0,0,0,402 group group "
			 "gd=0,0,0,0,0,0",
		.first = 208, .count = 2,
		.on = {
			[8] = { .known = &knowns[35], .first = 210, .count = 1 },
		},
	},
	{
		.name = "store-mmio-guest-breakpoint",
		.why = "store with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1003, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  a2 00 e0            mov [0xe000], al\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,a200e090 stop=end,1005,2001 dregs=db0:1003,dr7:402",
		.first = 211, .count = 2,
	},
	{
		.name = "load-mmio-guest-step",
		.why = "load with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  a0 00 e0            mov al, [0xe000]\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,a000e090 stop=end,1005,2001 regs=rflags:102",
		.first = 213, .count = 1,
		.on = {
			[1] = { .known = &knowns[50], .first = 214, .count = 1 },
			[3] = { .known = &knowns[50], .first = 214, .count = 1 },
			[4] = { .known = &knowns[34], .first = 215, .count = 1 },
			[5] = { .known = &knowns[34], .first = 216, .count = 1 },
			[6] = { .known = &knowns[34], .first = 215, .count = 1 },
			[7] = { .known = &knowns[34], .first = 216, .count = 1 },
		},
	},
	{
		.name = "load-mmio-host-breakpoint",
		.why = "load with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode:\n"
			"  1000  a0 00 e0            mov al, [0xe000]\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1003, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,a000e090 stop=end,1005,2001 group gd=20001,1003,0,0,0,402 group group "
			 "gd=0,0,0,0,0,0",
		.first = 217, .count = 1,
		.on = {
			[4] = { .known = &knowns[34], .first = 218, .count = 1 },
			[5] = { .known = &knowns[34], .first = 218, .count = 1 },
			[6] = { .known = &knowns[34], .first = 218, .count = 1 },
			[7] = { .known = &knowns[34], .first = 218, .count = 1 },
			[8] = { .known = &knowns[35], .first = 219, .count = 1 },
		},
	},
	{
		.name = "load-mmio-guest-breakpoint",
		.why = "load with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1003, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  a0 00 e0            mov al, [0xe000]\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,a000e090 stop=end,1005,2001 dregs=db0:1003,dr7:402",
		.first = 220, .count = 1,
		.on = {
			[4] = { .known = &knowns[34], .first = 221, .count = 1 },
			[5] = { .known = &knowns[34], .first = 221, .count = 1 },
			[6] = { .known = &knowns[34], .first = 221, .count = 1 },
			[7] = { .known = &knowns[34], .first = 221, .count = 1 },
		},
	},
	{
		.name = "inc-mmio-host-step",
		.why = "inc stepped by the host.",
		.text = "In real mode:\n"
			"  1000  fe 06 00 e0         inc byte [0xe000]\n"
			"  1004  90                  nop\n"
			"  1005  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,fe0600e090 stop=end,1006,2001 group gd=3,0,0,0,0,0",
		.first = 222, .count = 2,
		.on = {
			[0] = { .known = &knowns[65], .first = 224, .count = 1 },
			[1] = { .known = &knowns[65], .first = 224, .count = 1 },
			[2] = { .known = &knowns[65], .first = 224, .count = 1 },
			[3] = { .known = &knowns[65], .first = 224, .count = 1 },
			[4] = { .known = &knowns[34], .first = 225, .count = 1 },
			[5] = { .known = &knowns[34], .first = 225, .count = 1 },
			[6] = { .known = &knowns[34], .first = 225, .count = 1 },
			[7] = { .known = &knowns[34], .first = 225, .count = 1 },
			[8] = { .known = &knowns[66], .first = 226, .count = 1 },
		},
	},
	{
		.name = "inc-mmio-guest-step",
		.why = "inc with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  fe 06 00 e0         inc byte [0xe000]\n"
			"  1004  90                  nop\n"
			"  1005  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,fe0600e090 stop=end,1006,2001 regs=rflags:102",
		.first = 227, .count = 2,
		.on = {
			[0] = { .known = &knowns[64], .first = 229, .count = 1 },
			[1] = { .known = &knowns[64], .first = 230, .count = 1 },
			[2] = { .known = &knowns[64], .first = 229, .count = 1 },
			[3] = { .known = &knowns[64], .first = 230, .count = 1 },
			[4] = { .known = &knowns[42], .first = 231, .count = 1 },
			[5] = { .known = &knowns[42], .first = 232, .count = 1 },
			[6] = { .known = &knowns[42], .first = 231, .count = 1 },
			[7] = { .known = &knowns[42], .first = 232, .count = 1 },
			[8] = { .known = &knowns[55], .first = 229, .count = 1 },
		},
	},
	{
		.name = "inc-mmio-host-breakpoint",
		.why = "inc with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode:\n"
			"  1000  fe 06 00 e0         inc byte [0xe000]\n"
			"  1004  90                  nop\n"
			"  1005  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1004, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,fe0600e090 stop=end,1006,2001 group gd=20001,1004,0,0,0,402 group group "
			 "gd=0,0,0,0,0,0",
		.first = 233, .count = 2,
		.on = {
			[4] = { .known = &knowns[34], .first = 235, .count = 1 },
			[5] = { .known = &knowns[34], .first = 235, .count = 1 },
			[6] = { .known = &knowns[34], .first = 235, .count = 1 },
			[7] = { .known = &knowns[34], .first = 235, .count = 1 },
		},
	},
	{
		.name = "inc-mmio-guest-breakpoint",
		.why = "inc with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1004, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  fe 06 00 e0         inc byte [0xe000]\n"
			"  1004  90                  nop\n"
			"  1005  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,fe0600e090 stop=end,1006,2001 dregs=db0:1004,dr7:402",
		.first = 236, .count = 2,
		.on = {
			[4] = { .known = &knowns[34], .first = 238, .count = 1 },
			[5] = { .known = &knowns[34], .first = 238, .count = 1 },
			[6] = { .known = &knowns[34], .first = 238, .count = 1 },
			[7] = { .known = &knowns[34], .first = 238, .count = 1 },
		},
	},
	{
		.name = "store-data-host-step",
		.why = "store stepped by the host.",
		.text = "In real mode:\n"
			"  1000  a3 00 20            mov [0x2000], ax\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,a3002090 stop=end,1005,2001 group gd=3,0,0,0,0,0",
		.first = 239, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 240, .count = 1 },
		},
	},
	{
		.name = "store-data-guest-step",
		.why = "store with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  a3 00 20            mov [0x2000], ax\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,a3002090 stop=end,1005,2001 regs=rflags:102",
		.first = 241, .count = 1,
		.on = {
			[1] = { .known = &knowns[50], .first = 242, .count = 1 },
			[3] = { .known = &knowns[50], .first = 242, .count = 1 },
			[5] = { .known = &knowns[50], .first = 242, .count = 1 },
			[7] = { .known = &knowns[50], .first = 242, .count = 1 },
		},
	},
	{
		.name = "store-data-host-breakpoint",
		.why = "store with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode:\n"
			"  1000  a3 00 20            mov [0x2000], ax\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1003, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,a3002090 stop=end,1005,2001 group gd=20001,1003,0,0,0,402 group group "
			 "gd=0,0,0,0,0,0",
		.first = 243, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 244, .count = 1 },
		},
	},
	{
		.name = "store-data-guest-breakpoint",
		.why = "store with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1003, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  a3 00 20            mov [0x2000], ax\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,a3002090 stop=end,1005,2001 dregs=db0:1003,dr7:402",
		.first = 245, .count = 1,
	},
	{
		.name = "load-data-host-step",
		.why = "load stepped by the host.",
		.text = "In real mode:\n"
			"  1000  a1 00 20            mov ax, [0x2000]\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,a1002090 stop=end,1005,2001 group gd=3,0,0,0,0,0",
		.first = 239, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 240, .count = 1 },
		},
	},
	{
		.name = "load-data-guest-step",
		.why = "load with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  a1 00 20            mov ax, [0x2000]\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,a1002090 stop=end,1005,2001 regs=rflags:102",
		.first = 241, .count = 1,
		.on = {
			[1] = { .known = &knowns[50], .first = 242, .count = 1 },
			[3] = { .known = &knowns[50], .first = 242, .count = 1 },
			[5] = { .known = &knowns[50], .first = 242, .count = 1 },
			[7] = { .known = &knowns[50], .first = 242, .count = 1 },
		},
	},
	{
		.name = "load-data-host-breakpoint",
		.why = "load with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode:\n"
			"  1000  a1 00 20            mov ax, [0x2000]\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1003, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,a1002090 stop=end,1005,2001 group gd=20001,1003,0,0,0,402 group group "
			 "gd=0,0,0,0,0,0",
		.first = 243, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 244, .count = 1 },
		},
	},
	{
		.name = "load-data-guest-breakpoint",
		.why = "load with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1003, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  a1 00 20            mov ax, [0x2000]\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,a1002090 stop=end,1005,2001 dregs=db0:1003,dr7:402",
		.first = 245, .count = 1,
	},
	{
		.name = "mov-to-dr7-host-step",
		.why = "mov-to-dr stepped by the host.",
		.text = "In real mode:\n"
			"  1000  0f 23 f8            mov dr7, eax\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,0f23f890 stop=end,1005,2001 group gd=3,0,0,0,0,0",
		.first = 239, .count = 1,
		.on = {
			[0] = { .known = &knowns[67], .first = 246, .count = 1 },
			[1] = { .known = &knowns[67], .first = 246, .count = 1 },
			[2] = { .known = &knowns[67], .first = 246, .count = 1 },
			[3] = { .known = &knowns[67], .first = 246, .count = 1 },
			[4] = { .known = &knowns[8], .first = 247, .count = 1 },
			[5] = { .known = &knowns[8], .first = 247, .count = 1 },
			[6] = { .known = &knowns[8], .first = 247, .count = 1 },
			[7] = { .known = &knowns[8], .first = 247, .count = 1 },
			[8] = { .known = &knowns[22], .first = 240, .count = 1 },
		},
	},
	{
		.name = "mov-to-dr7-guest-step",
		.why = "mov-to-dr with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  0f 23 f8            mov dr7, eax\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f23f890 stop=end,1005,2001 regs=rflags:102",
		.first = 241, .count = 1,
		.on = {
			[1] = { .known = &knowns[50], .first = 242, .count = 1 },
			[3] = { .known = &knowns[50], .first = 242, .count = 1 },
			[5] = { .known = &knowns[50], .first = 242, .count = 1 },
			[7] = { .known = &knowns[50], .first = 242, .count = 1 },
		},
	},
	{
		.name = "mov-to-dr7-host-breakpoint",
		.why = "mov-to-dr with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode:\n"
			"  1000  0f 23 f8            mov dr7, eax\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1003, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,0f23f890 stop=end,1005,2001 group gd=20001,1003,0,0,0,402 group group "
			 "gd=0,0,0,0,0,0",
		.first = 243, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 244, .count = 1 },
		},
	},
	{
		.name = "mov-to-dr7-guest-breakpoint",
		.why = "mov-to-dr with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1003, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  0f 23 f8            mov dr7, eax\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,0f23f890 stop=end,1005,2001 dregs=db0:1003,dr7:402",
		.first = 248, .count = 1,
	},
	{
		.name = "mov-to-dr4-host-step",
		.why = "mov-to-dr stepped by the host.",
		.text = "In real mode:\n"
			"  1000  0f 23 e0            mov dr4, eax\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,0f23e090 stop=end,1005,2001 group gd=3,0,0,0,0,0",
		.first = 239, .count = 1,
		.on = {
			[0] = { .known = &knowns[67], .first = 246, .count = 1 },
			[1] = { .known = &knowns[67], .first = 246, .count = 1 },
			[2] = { .known = &knowns[67], .first = 246, .count = 1 },
			[3] = { .known = &knowns[67], .first = 246, .count = 1 },
			[4] = { .known = &knowns[8], .first = 247, .count = 1 },
			[5] = { .known = &knowns[8], .first = 247, .count = 1 },
			[6] = { .known = &knowns[8], .first = 247, .count = 1 },
			[7] = { .known = &knowns[8], .first = 247, .count = 1 },
			[8] = { .known = &knowns[22], .first = 240, .count = 1 },
		},
	},
	{
		.name = "mov-to-dr4-guest-step",
		.why = "mov-to-dr with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  0f 23 e0            mov dr4, eax\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f23e090 stop=end,1005,2001 regs=rflags:102",
		.first = 241, .count = 1,
		.on = {
			[1] = { .known = &knowns[50], .first = 242, .count = 1 },
			[3] = { .known = &knowns[50], .first = 242, .count = 1 },
			[5] = { .known = &knowns[50], .first = 242, .count = 1 },
			[7] = { .known = &knowns[50], .first = 242, .count = 1 },
		},
	},
	{
		.name = "mov-to-dr4-host-breakpoint",
		.why = "mov-to-dr with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode:\n"
			"  1000  0f 23 e0            mov dr4, eax\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1003, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,0f23e090 stop=end,1005,2001 group gd=20001,1003,0,0,0,402 group group "
			 "gd=0,0,0,0,0,0",
		.first = 243, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 244, .count = 1 },
		},
	},
	{
		.name = "mov-to-dr4-guest-breakpoint",
		.why = "mov-to-dr with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1003, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  0f 23 e0            mov dr4, eax\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,0f23e090 stop=end,1005,2001 dregs=db0:1003,dr7:402",
		.first = 245, .count = 1,
	},
	{
		.name = "mov-from-dr6-host-step",
		.why = "mov-from-dr stepped by the host.",
		.text = "In real mode:\n"
			"  1000  0f 21 f3            mov ebx, dr6\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,0f21f390 stop=end,1005,2001 group gd=3,0,0,0,0,0",
		.first = 249, .count = 1,
		.on = {
			[0] = { .known = &knowns[67], .first = 250, .count = 1 },
			[1] = { .known = &knowns[67], .first = 250, .count = 1 },
			[2] = { .known = &knowns[67], .first = 250, .count = 1 },
			[3] = { .known = &knowns[67], .first = 250, .count = 1 },
			[4] = { .known = &knowns[8], .first = 251, .count = 1 },
			[5] = { .known = &knowns[8], .first = 251, .count = 1 },
			[6] = { .known = &knowns[8], .first = 251, .count = 1 },
			[7] = { .known = &knowns[8], .first = 251, .count = 1 },
			[8] = { .known = &knowns[22], .first = 252, .count = 1 },
		},
	},
	{
		.name = "mov-from-dr6-guest-step",
		.why = "mov-from-dr with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  0f 21 f3            mov ebx, dr6\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f21f390 stop=end,1005,2001 regs=rflags:102",
		.first = 253, .count = 1,
		.on = {
			[1] = { .known = &knowns[50], .first = 254, .count = 1 },
			[3] = { .known = &knowns[50], .first = 254, .count = 1 },
			[5] = { .known = &knowns[50], .first = 254, .count = 1 },
			[7] = { .known = &knowns[50], .first = 254, .count = 1 },
		},
	},
	{
		.name = "mov-from-dr6-host-breakpoint",
		.why = "mov-from-dr with a code breakpoint of the host behind it, which is removed when it has "
			"hit.",
		.text = "In real mode:\n"
			"  1000  0f 21 f3            mov ebx, dr6\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1003, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,0f21f390 stop=end,1005,2001 group gd=20001,1003,0,0,0,402 group group "
			 "gd=0,0,0,0,0,0",
		.first = 255, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 256, .count = 1 },
		},
	},
	{
		.name = "mov-from-dr6-guest-breakpoint",
		.why = "mov-from-dr with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1003, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  0f 21 f3            mov ebx, dr6\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,0f21f390 stop=end,1005,2001 dregs=db0:1003,dr7:402",
		.first = 257, .count = 1,
	},
	{
		.name = "pushf-host-step",
		.why = "pushf stepped by the host.",
		.text = "In real mode:\n"
			"  1000  9c                  pushf\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,9c90 stop=end,1003,2001 group gd=3,0,0,0,0,0",
		.first = 258, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 259, .count = 1 },
		},
	},
	{
		.name = "pushf-guest-step",
		.why = "pushf with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  9c                  pushf\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,9c90 stop=end,1003,2001 regs=rflags:102",
		.first = 260, .count = 1,
		.on = {
			[1] = { .known = &knowns[50], .first = 261, .count = 1 },
			[3] = { .known = &knowns[50], .first = 261, .count = 1 },
			[5] = { .known = &knowns[50], .first = 261, .count = 1 },
			[7] = { .known = &knowns[50], .first = 261, .count = 1 },
		},
	},
	{
		.name = "pushf-host-breakpoint",
		.why = "pushf with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode:\n"
			"  1000  9c                  pushf\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1001, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,9c90 stop=end,1003,2001 group gd=20001,1001,0,0,0,402 group group gd=0,0,0,0,0,0",
		.first = 262, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 263, .count = 1 },
		},
	},
	{
		.name = "pushf-guest-breakpoint",
		.why = "pushf with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1001, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  9c                  pushf\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,9c90 stop=end,1003,2001 dregs=db0:1001,dr7:402",
		.first = 264, .count = 1,
	},
	{
		.name = "popf-guest-step",
		.why = "popf with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF), stack 0x2:\n"
			"  1000  9d                  popf\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,9d90 mem=4f00,0200 stop=end,1003,2001 regs=rflags:102",
		.first = 265, .count = 1,
	},
	{
		.name = "popf-host-breakpoint",
		.why = "popf with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode, stack 0x2:\n"
			"  1000  9d                  popf\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1001, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,9d90 mem=4f00,0200 stop=end,1003,2001 group gd=20001,1001,0,0,0,402 group group "
			 "gd=0,0,0,0,0,0",
		.first = 266, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 267, .count = 1 },
		},
	},
	{
		.name = "popf-guest-breakpoint",
		.why = "popf with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1001, DR7=0x402 (DR0 execute), stack 0x2, the #DB handler clears DR7:\n"
			"  1000  9d                  popf\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,9d90 mem=4f00,0200 stop=end,1003,2001 dregs=db0:1001,dr7:402",
		.first = 268, .count = 1,
	},
	{
		.name = "popfd-host-step",
		.why = "popfd stepped by the host.",
		.text = "In real mode, stack 0x2 0x0:\n"
			"  1000  66 9d               popfd\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,669d90 mem=4f00,02000000 stop=end,1004,2001 group gd=3,0,0,0,0,0",
		.first = 269, .count = 1,
		.on = {
			[0] = { .known = &knowns[68], .first = 270, .count = 1 },
			[1] = { .known = &knowns[68], .first = 270, .count = 1 },
			[2] = { .known = &knowns[68], .first = 270, .count = 1 },
			[3] = { .known = &knowns[68], .first = 270, .count = 1 },
			[4] = { .known = &knowns[68], .first = 270, .count = 1 },
			[5] = { .known = &knowns[68], .first = 270, .count = 1 },
			[6] = { .known = &knowns[68], .first = 270, .count = 1 },
			[7] = { .known = &knowns[68], .first = 270, .count = 1 },
			[8] = { .known = &knowns[22], .first = 271, .count = 1 },
		},
	},
	{
		.name = "popfd-guest-step",
		.why = "popfd with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF), stack 0x2 0x0:\n"
			"  1000  66 9d               popfd\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,669d90 mem=4f00,02000000 stop=end,1004,2001 regs=rflags:102",
		.first = 272, .count = 1,
	},
	{
		.name = "popfd-host-breakpoint",
		.why = "popfd with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode, stack 0x2 0x0:\n"
			"  1000  66 9d               popfd\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1002, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,669d90 mem=4f00,02000000 stop=end,1004,2001 group gd=20001,1002,0,0,0,402 group "
			 "group gd=0,0,0,0,0,0",
		.first = 273, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 274, .count = 1 },
		},
	},
	{
		.name = "popfd-guest-breakpoint",
		.why = "popfd with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1002, DR7=0x402 (DR0 execute), stack 0x2 0x0, the #DB handler clears\n"
			"DR7:\n"
			"  1000  66 9d               popfd\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,669d90 mem=4f00,02000000 stop=end,1004,2001 dregs=db0:1002,dr7:402",
		.first = 275, .count = 1,
	},
	{
		.name = "iret-host-step",
		.why = "iret stepped by the host.",
		.text = "In real mode, stack instruction 1 0x0 0x2:\n"
			"  1000  cf                  iret\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,cf90 mem=4f00,011000000200 stop=end,1003,2001 group gd=3,0,0,0,0,0",
		.first = 276, .count = 1,
		.on = {
			[0] = { .known = &knowns[45], .first = 277, .count = 1 },
			[1] = { .known = &knowns[45], .first = 277, .count = 1 },
			[2] = { .known = &knowns[45], .first = 277, .count = 1 },
			[3] = { .known = &knowns[45], .first = 277, .count = 1 },
			[4] = { .known = &knowns[45], .first = 277, .count = 1 },
			[5] = { .known = &knowns[45], .first = 277, .count = 1 },
			[6] = { .known = &knowns[45], .first = 277, .count = 1 },
			[7] = { .known = &knowns[45], .first = 277, .count = 1 },
			[8] = { .known = &knowns[22], .first = 278, .count = 1 },
		},
	},
	{
		.name = "iret-guest-step",
		.why = "iret with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF), stack instruction 1 0x0 0x2:\n"
			"  1000  cf                  iret\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,cf90 mem=4f00,011000000200 stop=end,1003,2001 regs=rflags:102",
		.first = 279, .count = 1,
	},
	{
		.name = "iret-host-breakpoint",
		.why = "iret with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode, stack instruction 1 0x0 0x2:\n"
			"  1000  cf                  iret\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1001, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,cf90 mem=4f00,011000000200 stop=end,1003,2001 group gd=20001,1001,0,0,0,402 group "
			 "group gd=0,0,0,0,0,0",
		.first = 280, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 281, .count = 1 },
		},
	},
	{
		.name = "iret-guest-breakpoint",
		.why = "iret with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1001, DR7=0x402 (DR0 execute), stack instruction 1 0x0 0x2, the #DB\n"
			"handler clears DR7:\n"
			"  1000  cf                  iret\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,cf90 mem=4f00,011000000200 stop=end,1003,2001 dregs=db0:1001,dr7:402",
		.first = 282, .count = 1,
	},
	{
		.name = "iretd-host-step",
		.why = "iretd stepped by the host.",
		.text = "In real mode, stack instruction 1 0x0 0x0 0x0 0x2 0x0:\n"
			"  1000  66 cf               iretd\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,66cf90 mem=4f00,021000000000000002000000 stop=end,1004,2001 group gd=3,0,0,0,0,0",
		.first = 283, .count = 1,
		.on = {
			[0] = { .known = &knowns[68], .first = 284, .count = 1 },
			[1] = { .known = &knowns[68], .first = 284, .count = 1 },
			[2] = { .known = &knowns[68], .first = 284, .count = 1 },
			[3] = { .known = &knowns[68], .first = 284, .count = 1 },
			[4] = { .known = &knowns[68], .first = 284, .count = 1 },
			[5] = { .known = &knowns[68], .first = 284, .count = 1 },
			[6] = { .known = &knowns[68], .first = 284, .count = 1 },
			[7] = { .known = &knowns[68], .first = 284, .count = 1 },
			[8] = { .known = &knowns[22], .first = 285, .count = 1 },
		},
	},
	{
		.name = "iretd-guest-step",
		.why = "iretd with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF), stack instruction 1 0x0 0x0 0x0 0x2 0x0:\n"
			"  1000  66 cf               iretd\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,66cf90 mem=4f00,021000000000000002000000 stop=end,1004,2001 regs=rflags:102",
		.first = 286, .count = 1,
	},
	{
		.name = "iretd-host-breakpoint",
		.why = "iretd with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode, stack instruction 1 0x0 0x0 0x0 0x2 0x0:\n"
			"  1000  66 cf               iretd\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1002, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,66cf90 mem=4f00,021000000000000002000000 stop=end,1004,2001 group "
			 "gd=20001,1002,0,0,0,402 group group gd=0,0,0,0,0,0",
		.first = 287, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 288, .count = 1 },
		},
	},
	{
		.name = "iretd-guest-breakpoint",
		.why = "iretd with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1002, DR7=0x402 (DR0 execute), stack instruction 1 0x0 0x0 0x0 0x2\n"
			"0x0, the #DB handler clears DR7:\n"
			"  1000  66 cf               iretd\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,66cf90 mem=4f00,021000000000000002000000 stop=end,1004,2001 "
			 "dregs=db0:1002,dr7:402",
		.first = 289, .count = 1,
	},
	{
		.name = "mov-ss-host-step",
		.why = "mov-ss stepped by the host.",
		.text = "In real mode:\n"
			"  1000  8e d2               mov ss, dx\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,8ed290 stop=end,1004,2001 group gd=3,0,0,0,0,0",
		.first = 290, .count = 1,
		.on = {
			[8] = { .known = &knowns[25], .first = 291, .count = 1 },
		},
	},
	{
		.name = "mov-ss-guest-step",
		.why = "mov-ss with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  8e d2               mov ss, dx\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,8ed290 stop=end,1004,2001 regs=rflags:102",
		.first = 292, .count = 1,
		.on = {
			[1] = { .known = &knowns[50], .first = 293, .count = 1 },
			[3] = { .known = &knowns[50], .first = 293, .count = 1 },
			[5] = { .known = &knowns[50], .first = 293, .count = 1 },
			[7] = { .known = &knowns[50], .first = 293, .count = 1 },
			[8] = { .known = &knowns[25], .first = 294, .count = 1 },
		},
	},
	{
		.name = "mov-ss-host-breakpoint",
		.why = "mov-ss with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode:\n"
			"  1000  8e d2               mov ss, dx\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1002, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,8ed290 stop=end,1004,2001 group gd=20001,1002,0,0,0,402 group group "
			 "gd=0,0,0,0,0,0",
		.first = 8, .count = 1,
		.needs = { .vendor = INTEL },
		.on = {
			[0] = { .known = &knowns[69], .first = 295, .count = 1 },
			[1] = { .known = &knowns[69], .first = 295, .count = 1 },
			[2] = { .known = &knowns[69], .first = 295, .count = 1 },
			[3] = { .known = &knowns[69], .first = 295, .count = 1 },
			[8] = { .known = &knowns[70], .first = 296, .count = 1 },
		},
	},
	{
		.name = "mov-ss-guest-breakpoint",
		.why = "mov-ss with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1002, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  8e d2               mov ss, dx\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,8ed290 stop=end,1004,2001 dregs=db0:1002,dr7:402",
		.first = 297, .count = 1,
		.needs = { .vendor = INTEL },
		.on = {
			[0] = { .known = &knowns[71], .first = 298, .count = 1 },
			[1] = { .known = &knowns[71], .first = 298, .count = 1 },
			[2] = { .known = &knowns[71], .first = 298, .count = 1 },
			[3] = { .known = &knowns[71], .first = 298, .count = 1 },
		},
	},
	{
		.name = "pop-ss-host-step",
		.why = "pop-ss stepped by the host.",
		.text = "In real mode:\n"
			"  1000  17                  pop ss\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,1790 stop=end,1003,2001 group gd=3,0,0,0,0,0",
		.first = 299, .count = 1,
		.on = {
			[8] = { .known = &knowns[72], .first = 300, .count = 1 },
		},
	},
	{
		.name = "pop-ss-guest-step",
		.why = "pop-ss with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  17                  pop ss\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,1790 stop=end,1003,2001 regs=rflags:102",
		.first = 301, .count = 1,
		.on = {
			[1] = { .known = &knowns[50], .first = 302, .count = 1 },
			[3] = { .known = &knowns[50], .first = 302, .count = 1 },
			[5] = { .known = &knowns[50], .first = 302, .count = 1 },
			[7] = { .known = &knowns[50], .first = 302, .count = 1 },
			[8] = { .known = &knowns[72], .first = 303, .count = 1 },
		},
	},
	{
		.name = "pop-ss-host-breakpoint",
		.why = "pop-ss with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode:\n"
			"  1000  17                  pop ss\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1001, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,1790 stop=end,1003,2001 group gd=20001,1001,0,0,0,402 group group gd=0,0,0,0,0,0",
		.first = 304, .count = 1,
		.needs = { .vendor = INTEL },
		.on = {
			[0] = { .known = &knowns[73], .first = 305, .count = 1 },
			[1] = { .known = &knowns[73], .first = 305, .count = 1 },
			[2] = { .known = &knowns[73], .first = 305, .count = 1 },
			[3] = { .known = &knowns[73], .first = 305, .count = 1 },
			[8] = { .known = &knowns[74], .first = 306, .count = 1 },
		},
	},
	{
		.name = "pop-ss-guest-breakpoint",
		.why = "pop-ss with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1001, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  17                  pop ss\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,1790 stop=end,1003,2001 dregs=db0:1001,dr7:402",
		.first = 307, .count = 1,
		.needs = { .vendor = INTEL },
		.on = {
			[0] = { .known = &knowns[71], .first = 268, .count = 1 },
			[1] = { .known = &knowns[71], .first = 268, .count = 1 },
			[2] = { .known = &knowns[71], .first = 268, .count = 1 },
			[3] = { .known = &knowns[71], .first = 268, .count = 1 },
		},
	},
	{
		.name = "pop-ds-host-step",
		.why = "pop-ds stepped by the host.",
		.text = "In real mode:\n"
			"  1000  1f                  pop ds\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,1f90 stop=end,1003,2001 group gd=3,0,0,0,0,0",
		.first = 88, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 90, .count = 1 },
		},
	},
	{
		.name = "pop-ds-guest-step",
		.why = "pop-ds with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  1f                  pop ds\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,1f90 stop=end,1003,2001 regs=rflags:102",
		.first = 303, .count = 1,
		.on = {
			[1] = { .known = &knowns[50], .first = 308, .count = 1 },
			[3] = { .known = &knowns[50], .first = 308, .count = 1 },
			[5] = { .known = &knowns[50], .first = 308, .count = 1 },
			[7] = { .known = &knowns[50], .first = 308, .count = 1 },
		},
	},
	{
		.name = "pop-ds-host-breakpoint",
		.why = "pop-ds with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode:\n"
			"  1000  1f                  pop ds\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1001, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,1f90 stop=end,1003,2001 group gd=20001,1001,0,0,0,402 group group gd=0,0,0,0,0,0",
		.first = 266, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 267, .count = 1 },
		},
	},
	{
		.name = "pop-ds-guest-breakpoint",
		.why = "pop-ds with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1001, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  1f                  pop ds\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,1f90 stop=end,1003,2001 dregs=db0:1001,dr7:402",
		.first = 268, .count = 1,
	},
	{
		.name = "sti-host-step",
		.why = "sti stepped by the host.",
		.text = "In real mode:\n"
			"  1000  fb                  sti\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,fb90 stop=end,1003,2001 group gd=3,0,0,0,0,0",
		.first = 309, .count = 1,
		.on = {
			[0] = { .known = &knowns[23], .first = 310, .count = 1 },
			[1] = { .known = &knowns[23], .first = 310, .count = 1 },
			[2] = { .known = &knowns[23], .first = 310, .count = 1 },
			[3] = { .known = &knowns[23], .first = 310, .count = 1 },
			[8] = { .known = &knowns[22], .first = 311, .count = 1 },
		},
	},
	{
		.name = "sti-guest-step",
		.why = "sti with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  fb                  sti\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,fb90 stop=end,1003,2001 regs=rflags:102",
		.first = 312, .count = 1,
		.on = {
			[1] = { .known = &knowns[50], .first = 313, .count = 1 },
			[3] = { .known = &knowns[50], .first = 313, .count = 1 },
			[5] = { .known = &knowns[50], .first = 313, .count = 1 },
			[7] = { .known = &knowns[50], .first = 313, .count = 1 },
		},
	},
	{
		.name = "sti-host-breakpoint",
		.why = "sti with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode:\n"
			"  1000  fb                  sti\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1001, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,fb90 stop=end,1003,2001 group gd=20001,1001,0,0,0,402 group group gd=0,0,0,0,0,0",
		.first = 314, .count = 1,
		.on = {
			[0] = { .known = &knowns[75], .first = 315, .count = 1 },
			[1] = { .known = &knowns[75], .first = 315, .count = 1 },
			[2] = { .known = &knowns[75], .first = 315, .count = 1 },
			[3] = { .known = &knowns[75], .first = 315, .count = 1 },
			[8] = { .known = &knowns[22], .first = 316, .count = 1 },
		},
	},
	{
		.name = "sti-guest-breakpoint",
		.why = "sti with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1001, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  fb                  sti\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,fb90 stop=end,1003,2001 dregs=db0:1001,dr7:402",
		.first = 317, .count = 1,
	},
	{
		.name = "int3-host-step",
		.why = "int3 stepped by the host.",
		.text = "In real mode:\n"
			"  1000  cc                  int3\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,cc90 stop=end,1003,2001 group gd=3,0,0,0,0,0",
		.first = 318, .count = 2,
		.on = {
			[0] = { .skip = skip_2 },
			[1] = { .skip = skip_2 },
			[2] = { .known = &knowns[21], .first = 320, .count = 1 },
			[3] = { .known = &knowns[21], .first = 320, .count = 1 },
			[4] = { .known = &knowns[21], .first = 320, .count = 1 },
			[5] = { .known = &knowns[21], .first = 320, .count = 1 },
			[6] = { .known = &knowns[21], .first = 320, .count = 1 },
			[7] = { .known = &knowns[21], .first = 320, .count = 1 },
			[8] = { .known = &knowns[22], .first = 321, .count = 1 },
		},
	},
	{
		.name = "int3-guest-step",
		.why = "int3 with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  cc                  int3\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,cc90 stop=end,1003,2001 regs=rflags:102",
		.first = 322, .count = 1,
		.on = {
			[0] = { .skip = skip_2 },
			[1] = { .skip = skip_2 },
			[3] = { .known = &knowns[50], .first = 323, .count = 1 },
			[5] = { .known = &knowns[50], .first = 323, .count = 1 },
			[7] = { .known = &knowns[50], .first = 323, .count = 1 },
			[8] = { .known = &knowns[76], .first = 324, .count = 1 },
		},
	},
	{
		.name = "int3-host-breakpoint",
		.why = "int3 with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode:\n"
			"  1000  cc                  int3\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1001, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,cc90 stop=end,1003,2001 group gd=20001,1001,0,0,0,402 group group gd=0,0,0,0,0,0",
		.first = 325, .count = 1,
		.on = {
			[0] = { .skip = skip_2 },
			[1] = { .skip = skip_2 },
			[8] = { .known = &knowns[22], .first = 326, .count = 1 },
		},
	},
	{
		.name = "int3-guest-breakpoint",
		.why = "int3 with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1001, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  cc                  int3\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,cc90 stop=end,1003,2001 dregs=db0:1001,dr7:402",
		.first = 327, .count = 1,
		.on = {
			[0] = { .skip = skip_2 },
			[1] = { .skip = skip_2 },
		},
	},
	{
		.name = "int-32-host-step",
		.why = "int stepped by the host.",
		.text = "In real mode:\n"
			"  1000  cd 20               int 0x20\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,cd2090 stop=end,1004,2001 group gd=3,0,0,0,0,0",
		.first = 328, .count = 2,
		.on = {
			[0] = { .known = &knowns[21], .first = 330, .count = 1 },
			[1] = { .known = &knowns[21], .first = 330, .count = 1 },
			[2] = { .known = &knowns[21], .first = 330, .count = 1 },
			[3] = { .known = &knowns[21], .first = 330, .count = 1 },
			[4] = { .known = &knowns[21], .first = 330, .count = 1 },
			[5] = { .known = &knowns[21], .first = 330, .count = 1 },
			[6] = { .known = &knowns[21], .first = 330, .count = 1 },
			[7] = { .known = &knowns[21], .first = 330, .count = 1 },
			[8] = { .known = &knowns[22], .first = 331, .count = 1 },
		},
	},
	{
		.name = "int-32-guest-step",
		.why = "int with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  cd 20               int 0x20\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,cd2090 stop=end,1004,2001 regs=rflags:102",
		.first = 332, .count = 1,
		.on = {
			[1] = { .known = &knowns[50], .first = 333, .count = 1 },
			[3] = { .known = &knowns[50], .first = 333, .count = 1 },
			[5] = { .known = &knowns[50], .first = 333, .count = 1 },
			[7] = { .known = &knowns[50], .first = 333, .count = 1 },
			[8] = { .known = &knowns[76], .first = 334, .count = 1 },
		},
	},
	{
		.name = "int-32-host-breakpoint",
		.why = "int with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode:\n"
			"  1000  cd 20               int 0x20\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1002, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,cd2090 stop=end,1004,2001 group gd=20001,1002,0,0,0,402 group group "
			 "gd=0,0,0,0,0,0",
		.first = 335, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 336, .count = 1 },
		},
	},
	{
		.name = "int-32-guest-breakpoint",
		.why = "int with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1002, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  cd 20               int 0x20\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,cd2090 stop=end,1004,2001 dregs=db0:1002,dr7:402",
		.first = 337, .count = 1,
	},
	{
		.name = "int-3-host-step",
		.why = "int stepped by the host.",
		.text = "In real mode:\n"
			"  1000  cd 03               int 0x3\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,cd0390 stop=end,1004,2001 group gd=3,0,0,0,0,0",
		.first = 338, .count = 2,
		.on = {
			[0] = { .known = &knowns[21], .first = 340, .count = 1 },
			[1] = { .known = &knowns[21], .first = 340, .count = 1 },
			[2] = { .known = &knowns[21], .first = 340, .count = 1 },
			[3] = { .known = &knowns[21], .first = 340, .count = 1 },
			[4] = { .known = &knowns[21], .first = 340, .count = 1 },
			[5] = { .known = &knowns[21], .first = 340, .count = 1 },
			[6] = { .known = &knowns[21], .first = 340, .count = 1 },
			[7] = { .known = &knowns[21], .first = 340, .count = 1 },
			[8] = { .known = &knowns[22], .first = 341, .count = 1 },
		},
	},
	{
		.name = "int-3-guest-step",
		.why = "int with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  cd 03               int 0x3\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,cd0390 stop=end,1004,2001 regs=rflags:102",
		.first = 342, .count = 1,
		.on = {
			[1] = { .known = &knowns[50], .first = 343, .count = 1 },
			[3] = { .known = &knowns[50], .first = 343, .count = 1 },
			[5] = { .known = &knowns[50], .first = 343, .count = 1 },
			[7] = { .known = &knowns[50], .first = 343, .count = 1 },
			[8] = { .known = &knowns[76], .first = 344, .count = 1 },
		},
	},
	{
		.name = "int-3-host-breakpoint",
		.why = "int with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode:\n"
			"  1000  cd 03               int 0x3\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1002, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,cd0390 stop=end,1004,2001 group gd=20001,1002,0,0,0,402 group group "
			 "gd=0,0,0,0,0,0",
		.first = 345, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 346, .count = 1 },
		},
	},
	{
		.name = "int-3-guest-breakpoint",
		.why = "int with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1002, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  cd 03               int 0x3\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,cd0390 stop=end,1004,2001 dregs=db0:1002,dr7:402",
		.first = 347, .count = 1,
	},
	{
		.name = "icebp-host-step",
		.why = "icebp stepped by the host.",
		.text = "In real mode:\n"
			"  1000  f1                  icebp\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,f190 stop=end,1003,2001 group gd=3,0,0,0,0,0",
		.first = 348, .count = 1,
		.on = {
			[0] = { .skip = skip_0 },
			[1] = { .skip = skip_0 },
			[4] = { .known = &knowns[14], .first = 349, .count = 1 },
			[5] = { .known = &knowns[14], .first = 349, .count = 1 },
			[6] = { .known = &knowns[14], .first = 349, .count = 1 },
			[7] = { .known = &knowns[14], .first = 349, .count = 1 },
			[8] = { .known = &knowns[15], .first = 21, .count = 1 },
		},
	},
	{
		.name = "icebp-guest-step",
		.why = "icebp with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  f1                  icebp\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,f190 stop=end,1003,2001 regs=rflags:102",
		.first = 350, .count = 1,
		.on = {
			[0] = { .skip = skip_0 },
			[1] = { .skip = skip_0 },
			[3] = { .known = &knowns[50], .first = 351, .count = 1 },
			[5] = { .known = &knowns[50], .first = 351, .count = 1 },
			[7] = { .known = &knowns[50], .first = 351, .count = 1 },
			[8] = { .known = &knowns[15], .first = 352, .count = 1 },
		},
	},
	{
		.name = "icebp-host-breakpoint",
		.why = "icebp with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode:\n"
			"  1000  f1                  icebp\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1001, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,f190 stop=end,1003,2001 group gd=20001,1001,0,0,0,402 group group gd=0,0,0,0,0,0",
		.first = 353, .count = 1,
		.on = {
			[0] = { .skip = skip_0 },
			[1] = { .skip = skip_0 },
			[4] = { .known = &knowns[14], .first = 354, .count = 1 },
			[5] = { .known = &knowns[14], .first = 354, .count = 1 },
			[6] = { .known = &knowns[14], .first = 354, .count = 1 },
			[7] = { .known = &knowns[14], .first = 354, .count = 1 },
			[8] = { .known = &knowns[77], .first = 21, .count = 1 },
		},
	},
	{
		.name = "icebp-guest-breakpoint",
		.why = "icebp with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1001, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  f1                  icebp\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,f190 stop=end,1003,2001 dregs=db0:1001,dr7:402",
		.first = 355, .count = 1,
		.on = {
			[0] = { .skip = skip_0 },
			[1] = { .skip = skip_0 },
			[8] = { .known = &knowns[15], .first = 356, .count = 1 },
		},
	},
	{
		.name = "ud2-host-step",
		.why = "ud2 stepped by the host.",
		.text = "In real mode:\n"
			"  1000  0f 0b               ud2\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,0f0b90 stop=end,1004,2001 group gd=3,0,0,0,0,0",
		.first = 2, .count = 2,
		.on = {
			[0] = { .known = &knowns[2], .first = 4, .count = 1 },
			[1] = { .known = &knowns[2], .first = 4, .count = 1 },
			[2] = { .known = &knowns[2], .first = 4, .count = 1 },
			[3] = { .known = &knowns[2], .first = 4, .count = 1 },
			[4] = { .known = &knowns[2], .first = 4, .count = 1 },
			[5] = { .known = &knowns[2], .first = 4, .count = 1 },
			[6] = { .known = &knowns[2], .first = 4, .count = 1 },
			[7] = { .known = &knowns[2], .first = 4, .count = 1 },
			[8] = { .known = &knowns[3], .first = 5, .count = 1 },
		},
	},
	{
		.name = "ud2-guest-step",
		.why = "ud2 with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  0f 0b               ud2\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f0b90 stop=end,1004,2001 regs=rflags:102",
		.first = 357, .count = 1,
	},
	{
		.name = "ud2-host-breakpoint",
		.why = "ud2 with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode:\n"
			"  1000  0f 0b               ud2\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1002, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,0f0b90 stop=end,1004,2001 group gd=20001,1002,0,0,0,402 group group "
			 "gd=0,0,0,0,0,0",
		.first = 358, .count = 1,
	},
	{
		.name = "ud2-guest-breakpoint",
		.why = "ud2 with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1002, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  0f 0b               ud2\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,0f0b90 stop=end,1004,2001 dregs=db0:1002,dr7:402",
		.first = 359, .count = 1,
	},
	{
		.name = "cpuid-host-step",
		.why = "cpuid stepped by the host.",
		.text = "In real mode:\n"
			"  1000  0f a2               cpuid\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,0fa290 stop=end,1004,2001 group gd=3,0,0,0,0,0",
		.first = 104, .count = 1,
		.needs = { .vendor = INTEL },
		.on = {
			[0] = { .known = &knowns[8], .first = 106, .count = 1 },
			[1] = { .known = &knowns[8], .first = 106, .count = 1 },
			[2] = { .known = &knowns[8], .first = 106, .count = 1 },
			[3] = { .known = &knowns[8], .first = 106, .count = 1 },
			[4] = { .known = &knowns[8], .first = 106, .count = 1 },
			[5] = { .known = &knowns[8], .first = 106, .count = 1 },
			[6] = { .known = &knowns[8], .first = 106, .count = 1 },
			[7] = { .known = &knowns[8], .first = 106, .count = 1 },
			[8] = { .known = &knowns[22], .first = 107, .count = 1 },
		},
	},
	{
		.name = "cpuid-guest-step",
		.why = "cpuid with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  0f a2               cpuid\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0fa290 stop=end,1004,2001 regs=rflags:102",
		.first = 360, .count = 1,
		.needs = { .vendor = INTEL },
		.on = {
			[1] = { .known = &knowns[50], .first = 361, .count = 1 },
			[3] = { .known = &knowns[50], .first = 361, .count = 1 },
			[5] = { .known = &knowns[50], .first = 361, .count = 1 },
			[7] = { .known = &knowns[50], .first = 361, .count = 1 },
		},
	},
	{
		.name = "cpuid-host-breakpoint",
		.why = "cpuid with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode:\n"
			"  1000  0f a2               cpuid\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1002, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,0fa290 stop=end,1004,2001 group gd=20001,1002,0,0,0,402 group group "
			 "gd=0,0,0,0,0,0",
		.first = 362, .count = 1,
		.needs = { .vendor = INTEL },
		.on = {
			[8] = { .known = &knowns[22], .first = 363, .count = 1 },
		},
	},
	{
		.name = "cpuid-guest-breakpoint",
		.why = "cpuid with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1002, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  0f a2               cpuid\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,0fa290 stop=end,1004,2001 dregs=db0:1002,dr7:402",
		.first = 364, .count = 1,
		.needs = { .vendor = INTEL },
	},
	{
		.name = "wrmsr-host-step",
		.why = "wrmsr stepped by the host.",
		.text = "In real mode, ecx=0x174:\n"
			"  1000  0f 30               wrmsr\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,0f3090 stop=end,1004,2001 regs=rcx:174 group gd=3,0,0,0,0,0",
		.first = 365, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 366, .count = 1 },
		},
	},
	{
		.name = "wrmsr-guest-step",
		.why = "wrmsr with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF), ecx=0x174:\n"
			"  1000  0f 30               wrmsr\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f3090 stop=end,1004,2001 regs=rcx:174,rflags:102",
		.first = 367, .count = 1,
		.on = {
			[1] = { .known = &knowns[50], .first = 368, .count = 1 },
			[3] = { .known = &knowns[50], .first = 368, .count = 1 },
			[5] = { .known = &knowns[50], .first = 368, .count = 1 },
			[7] = { .known = &knowns[50], .first = 368, .count = 1 },
		},
	},
	{
		.name = "wrmsr-host-breakpoint",
		.why = "wrmsr with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode, ecx=0x174:\n"
			"  1000  0f 30               wrmsr\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1002, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,0f3090 stop=end,1004,2001 regs=rcx:174 group gd=20001,1002,0,0,0,402 group group "
			 "gd=0,0,0,0,0,0",
		.first = 369, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 370, .count = 1 },
		},
	},
	{
		.name = "wrmsr-guest-breakpoint",
		.why = "wrmsr with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, ecx=0x174, DR0=0x1002, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  0f 30               wrmsr\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,0f3090 stop=end,1004,2001 regs=rcx:174 dregs=db0:1002,dr7:402",
		.first = 371, .count = 1,
	},
	{
		.name = "syscall-host-step",
		.why = "syscall stepped by the host.",
		.text = "In long mode at CPL0:\n"
			"  1000  0f 05               syscall\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[2],
		.words = "mem=1000,0f0590 stop=end,6bc1,6c00 stop=end,1004,2001 group gd=3,0,0,0,0,0",
		.first = 372, .count = 4,
		.on = {
			[0] = { .known = &knowns[51], .first = 376, .count = 1 },
			[1] = { .known = &knowns[51], .first = 376, .count = 1 },
			[2] = { .known = &knowns[51], .first = 376, .count = 1 },
			[3] = { .known = &knowns[51], .first = 376, .count = 1 },
			[4] = { .skip = skip_6 },
			[5] = { .skip = skip_6 },
			[6] = { .known = &knowns[51], .first = 376, .count = 1 },
			[7] = { .known = &knowns[51], .first = 376, .count = 1 },
			[8] = { .skip = skip_7 },
		},
	},
	{
		.name = "syscall-guest-step",
		.why = "syscall with the guest's own TF.",
		.text = "In long mode at CPL0, rflags=0x102 (TF):\n"
			"  1000  0f 05               syscall\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[2],
		.words = "mem=1000,0f0590 stop=end,6bc1,6c00 stop=end,1004,2001 regs=rflags:102",
		.first = 377, .count = 1,
		.on = {
			[4] = { .skip = skip_6 },
			[5] = { .skip = skip_6 },
			[8] = { .skip = skip_7 },
		},
	},
	{
		.name = "syscall-host-breakpoint",
		.why = "syscall with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In long mode at CPL0:\n"
			"  1000  0f 05               syscall\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1002, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[2],
		.words = "mem=1000,0f0590 stop=end,6bc1,6c00 stop=end,1004,2001 group gd=20001,1002,0,0,0,402 group "
			 "group gd=0,0,0,0,0,0",
		.first = 378, .count = 1,
		.on = {
			[8] = { .skip = skip_7 },
		},
	},
	{
		.name = "syscall-guest-breakpoint",
		.why = "syscall with a code breakpoint of the guest's own behind it.",
		.text = "In long mode at CPL0, DR0=0x1002, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  0f 05               syscall\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[3],
		.words = "mem=1000,0f0590 stop=end,6bc1,6c00 stop=end,1004,2001 dregs=db0:1002,dr7:402",
		.first = 379, .count = 1,
		.on = {
			[8] = { .skip = skip_7 },
		},
	},
	{
		.name = "sysret-host-step",
		.why = "sysret stepped by the host.",
		.text = "In long mode at CPL0, rcx=0x1003, r11=0x2:\n"
			"  1000  48 0f 07            sysretq\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[2],
		.words = "mem=1000,480f0790 stop=end,6bc1,6c00 stop=end,1005,2001 regs=rcx:1003,r11:2 group "
			 "gd=3,0,0,0,0,0",
		.first = 380, .count = 2,
		.on = {
			[0] = { .known = &knowns[78], .first = 382, .count = 1 },
			[1] = { .known = &knowns[78], .first = 382, .count = 1 },
			[2] = { .known = &knowns[78], .first = 382, .count = 1 },
			[3] = { .known = &knowns[78], .first = 382, .count = 1 },
			[4] = { .skip = skip_6 },
			[5] = { .skip = skip_6 },
			[6] = { .known = &knowns[78], .first = 382, .count = 1 },
			[7] = { .known = &knowns[78], .first = 382, .count = 1 },
			[8] = { .skip = skip_7 },
		},
	},
	{
		.name = "sysret-guest-step",
		.why = "sysret with the guest's own TF.",
		.text = "In long mode at CPL0, rflags=0x102 (TF), rcx=0x1003, r11=0x2:\n"
			"  1000  48 0f 07            sysretq\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n",
		.start = &starts[2],
		.words = "mem=1000,480f0790 stop=end,6bc1,6c00 stop=end,1005,2001 regs=rcx:1003,r11:2,rflags:102",
		.first = 383, .count = 1,
		.on = {
			[4] = { .skip = skip_6 },
			[5] = { .skip = skip_6 },
			[8] = { .skip = skip_7 },
		},
	},
	{
		.name = "sysret-host-breakpoint",
		.why = "sysret with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In long mode at CPL0, rcx=0x1003, r11=0x2:\n"
			"  1000  48 0f 07            sysretq\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1003, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[2],
		.words = "mem=1000,480f0790 stop=end,6bc1,6c00 stop=end,1005,2001 regs=rcx:1003,r11:2 group "
			 "gd=20001,1003,0,0,0,402 group group gd=0,0,0,0,0,0",
		.first = 384, .count = 1,
		.on = {
			[8] = { .skip = skip_7 },
		},
	},
	{
		.name = "sysret-guest-breakpoint",
		.why = "sysret with a code breakpoint of the guest's own behind it.",
		.text = "In long mode at CPL0, rcx=0x1003, r11=0x2, DR0=0x1003, DR7=0x402 (DR0 execute), the #DB\n"
			"handler clears DR7:\n"
			"  1000  48 0f 07            sysretq\n"
			"  1003  90                  nop\n"
			"  1004  f4                  hlt\n",
		.start = &starts[3],
		.words = "mem=1000,480f0790 stop=end,6bc1,6c00 stop=end,1005,2001 regs=rcx:1003,r11:2 "
			 "dregs=db0:1003,dr7:402",
		.first = 385, .count = 1,
		.on = {
			[8] = { .skip = skip_7 },
		},
	},
	{
		.name = "rep-stosb-host-step",
		.why = "rep-stosb stepped by the host.",
		.text = "In real mode, ecx=0x2, edi=0x2000:\n"
			"  1000  f3 aa               rep stosb\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,f3aa90 stop=end,1004,2001 regs=rcx:2,rdi:2000 group gd=3,0,0,0,0,0",
		.first = 386, .count = 2,
		.on = {
			[0] = { .known = &knowns[79], .first = 388, .count = 1 },
			[1] = { .known = &knowns[79], .first = 388, .count = 1 },
			[2] = { .known = &knowns[79], .first = 388, .count = 1 },
			[3] = { .known = &knowns[79], .first = 388, .count = 1 },
			[8] = { .known = &knowns[80], .first = 389, .count = 1 },
		},
	},
	{
		.name = "rep-stosb-guest-step",
		.why = "rep-stosb with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF), ecx=0x2, edi=0x2000:\n"
			"  1000  f3 aa               rep stosb\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,f3aa90 stop=end,1004,2001 regs=rcx:2,rdi:2000,rflags:102",
		.first = 390, .count = 1,
		.on = {
			[0] = { .known = &knowns[81], .first = 391, .count = 1 },
			[1] = { .known = &knowns[82], .first = 392, .count = 1 },
			[2] = { .known = &knowns[81], .first = 391, .count = 1 },
			[3] = { .known = &knowns[82], .first = 392, .count = 1 },
			[5] = { .known = &knowns[50], .first = 393, .count = 1 },
			[7] = { .known = &knowns[50], .first = 393, .count = 1 },
		},
	},
	{
		.name = "rep-stosb-host-breakpoint",
		.why = "rep-stosb with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode, ecx=0x2, edi=0x2000:\n"
			"  1000  f3 aa               rep stosb\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1002, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,f3aa90 stop=end,1004,2001 regs=rcx:2,rdi:2000 group gd=20001,1002,0,0,0,402 group "
			 "group gd=0,0,0,0,0,0",
		.first = 394, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 395, .count = 1 },
		},
	},
	{
		.name = "rep-stosb-guest-breakpoint",
		.why = "rep-stosb with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, ecx=0x2, edi=0x2000, DR0=0x1002, DR7=0x402 (DR0 execute), the #DB handler\n"
			"clears DR7:\n"
			"  1000  f3 aa               rep stosb\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,f3aa90 stop=end,1004,2001 regs=rcx:2,rdi:2000 dregs=db0:1002,dr7:402",
		.first = 396, .count = 1,
	},
	{
		.name = "rep-insb-host-step",
		.why = "rep-insb stepped by the host.",
		.text = "In real mode, ecx=0x2, edx=0x10, edi=0x2000:\n"
			"  1000  f3 6c               rep insb\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,f36c90 stop=end,1004,2001 regs=rcx:2,rdx:10,rdi:2000 group gd=3,0,0,0,0,0",
		.first = 397, .count = 2,
		.on = {
			[0] = { .known = &knowns[83], .first = 399, .count = 1 },
			[1] = { .known = &knowns[83], .first = 399, .count = 1 },
			[2] = { .known = &knowns[83], .first = 399, .count = 1 },
			[3] = { .known = &knowns[83], .first = 399, .count = 1 },
			[4] = { .known = &knowns[83], .first = 399, .count = 1 },
			[5] = { .known = &knowns[83], .first = 399, .count = 1 },
			[6] = { .known = &knowns[83], .first = 399, .count = 1 },
			[7] = { .known = &knowns[83], .first = 399, .count = 1 },
			[8] = { .known = &knowns[84], .first = 400, .count = 1 },
		},
	},
	{
		.name = "rep-insb-guest-step",
		.why = "rep-insb with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF), ecx=0x2, edx=0x10, edi=0x2000:\n"
			"  1000  f3 6c               rep insb\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,f36c90 stop=end,1004,2001 regs=rcx:2,rdx:10,rdi:2000,rflags:102",
		.first = 401, .count = 1,
		.on = {
			[0] = { .known = &knowns[83], .first = 402, .count = 1 },
			[1] = { .known = &knowns[83], .first = 403, .count = 1 },
			[2] = { .known = &knowns[83], .first = 402, .count = 1 },
			[3] = { .known = &knowns[83], .first = 403, .count = 1 },
			[4] = { .known = &knowns[83], .first = 402, .count = 1 },
			[5] = { .known = &knowns[83], .first = 403, .count = 1 },
			[6] = { .known = &knowns[83], .first = 402, .count = 1 },
			[7] = { .known = &knowns[83], .first = 403, .count = 1 },
			[8] = { .known = &knowns[85], .first = 402, .count = 1 },
		},
	},
	{
		.name = "rep-insb-host-breakpoint",
		.why = "rep-insb with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode, ecx=0x2, edx=0x10, edi=0x2000:\n"
			"  1000  f3 6c               rep insb\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1002, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,f36c90 stop=end,1004,2001 regs=rcx:2,rdx:10,rdi:2000 group "
			 "gd=20001,1002,0,0,0,402 group group gd=0,0,0,0,0,0",
		.first = 404, .count = 3,
		.on = {
			[8] = { .known = &knowns[35], .first = 407, .count = 1 },
		},
	},
	{
		.name = "rep-insb-guest-breakpoint",
		.why = "rep-insb with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, ecx=0x2, edx=0x10, edi=0x2000, DR0=0x1002, DR7=0x402 (DR0 execute), the #DB\n"
			"handler clears DR7:\n"
			"  1000  f3 6c               rep insb\n"
			"  1002  90                  nop\n"
			"  1003  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,f36c90 stop=end,1004,2001 regs=rcx:2,rdx:10,rdi:2000 dregs=db0:1002,dr7:402",
		.first = 408, .count = 3,
	},
	{
		.name = "hlt-host-step",
		.why = "hlt stepped by the host.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,f490 stop=end,1003,2001 group gd=3,0,0,0,0,0",
		.first = 411, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 177, .count = 1 },
		},
	},
	{
		.name = "hlt-guest-step",
		.why = "hlt with the guest's own TF.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  f4                  hlt\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,f490 stop=end,1003,2001 regs=rflags:102",
		.first = 412, .count = 1,
		.on = {
			[1] = { .known = &knowns[52], .first = 413, .count = 1 },
			[3] = { .known = &knowns[52], .first = 413, .count = 1 },
			[5] = { .known = &knowns[52], .first = 413, .count = 1 },
			[7] = { .known = &knowns[52], .first = 413, .count = 1 },
		},
	},
	{
		.name = "hlt-host-breakpoint",
		.why = "hlt with a code breakpoint of the host behind it, which is removed when it has hit.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1001, DR7=0x402 (DR0 execute)\n"
			"  before run 2: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,f490 stop=end,1003,2001 group gd=20001,1001,0,0,0,402 group group gd=0,0,0,0,0,0",
		.first = 414, .count = 1,
		.on = {
			[8] = { .known = &knowns[35], .first = 415, .count = 1 },
		},
	},
	{
		.name = "hlt-guest-breakpoint",
		.why = "hlt with a code breakpoint of the guest's own behind it.",
		.text = "In real mode, DR0=0x1001, DR7=0x402 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  f4                  hlt\n"
			"  1001  90                  nop\n"
			"  1002  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,f490 stop=end,1003,2001 dregs=db0:1001,dr7:402",
		.first = 416, .count = 1,
	},
	{
		.name = "action-set-vcpu-events",
		.why = "The simplest program found that shows the host's action set-vcpu-events: ok.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_VCPU_EVENTS #DB injected\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group events=injected:1",
		.first = 417, .count = 1,
	},
	{
		.name = "delivers-nmi-2",
		.why = "The simplest program found that shows vector 2 delivered (nmi).",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_VCPU_EVENTS NMI pending\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group events=nmi:1",
		.first = 418, .count = 1,
	},
	{
		.name = "delivers-software-47",
		.why = "The simplest program found that shows vector 47 delivered (software).",
		.text = "In long mode at CPL3:\n"
			"  1000  cd 2f               int 0x2f\n",
		.start = &starts[4],
		.words = "mem=1000,cd2f stop=end,6bc1,6c00",
		.first = 419, .count = 1,
		.on = {
			[8] = { .skip = skip_7 },
		},
	},
	{
		.name = "exit-db-b0-b3",
		.why = "The simplest program found that shows an exit for #DB with B0, B3.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1000, DR3=0x1000, DR7=0x82\n"
			"    (DR0 execute, DR3 execute)\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group gd=20001,1000,0,0,1000,82 group gd=0,0,0,0,0,0",
		.first = 420, .count = 1,
		.on = {
			[0] = { .known = &knowns[86], .first = 421, .count = 1 },
			[1] = { .known = &knowns[86], .first = 421, .count = 1 },
			[2] = { .known = &knowns[86], .first = 421, .count = 1 },
			[3] = { .known = &knowns[86], .first = 421, .count = 1 },
			[4] = { .known = &knowns[86], .first = 421, .count = 1 },
			[5] = { .known = &knowns[86], .first = 421, .count = 1 },
			[6] = { .known = &knowns[86], .first = 421, .count = 1 },
			[7] = { .known = &knowns[86], .first = 421, .count = 1 },
			[8] = { .known = &knowns[22], .first = 422, .count = 1 },
		},
	},
	{
		.name = "action-set-registers",
		.why = "The simplest program found that shows the host's action set-registers: ok.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_REGS\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group regs=",
		.first = 423, .count = 1,
	},
	{
		.name = "exit-db-b1-b2",
		.why = "The simplest program found that shows an exit for #DB with B1, B2.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR1=0x1000, DR2=0x1000, DR7=0x28\n"
			"    (DR1 execute, DR2 execute)\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group gd=20001,0,1000,1000,0,28 group gd=0,0,0,0,0,0",
		.first = 424, .count = 1,
		.on = {
			[0] = { .known = &knowns[87], .first = 425, .count = 1 },
			[1] = { .known = &knowns[87], .first = 425, .count = 1 },
			[2] = { .known = &knowns[87], .first = 425, .count = 1 },
			[3] = { .known = &knowns[87], .first = 425, .count = 1 },
			[4] = { .known = &knowns[87], .first = 425, .count = 1 },
			[5] = { .known = &knowns[87], .first = 425, .count = 1 },
			[6] = { .known = &knowns[87], .first = 425, .count = 1 },
			[7] = { .known = &knowns[87], .first = 425, .count = 1 },
			[8] = { .known = &knowns[22], .first = 426, .count = 1 },
		},
	},
	{
		.name = "action-set-special-registers",
		.why = "The simplest program found that shows the host's action set-special-registers: ok.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_SREGS CR4.DE=0\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group sregs=cr4:0",
		.first = 423, .count = 1,
	},
	{
		.name = "action-set-debug-registers-einval",
		.why = "The simplest program found that shows the host's action set-debug-registers: EINVAL.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_DEBUGREGS flags=0x1\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group dregs=flags:1",
		.first = 427, .count = 1,
	},
	{
		.name = "guest-write-dr5-written",
		.why = "The simplest program found that shows a MOV to DR5: written.",
		.text = "In real mode:\n"
			"  1000  0f 23 eb            mov dr5, ebx\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f23eb stop=end,1004,2001",
		.first = 428, .count = 1,
	},
	{
		.name = "meets-disabled-slot-bits",
		.why = "The simplest program found that shows the choice x86/disabled-slot-bits.",
		.text = "In real mode, DR0=0x1000, DR1=0x1000, DR7=0x2 (DR0 execute), the #DB handler clears DR7:\n"
			"  1000  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000, stop=end,1001,2001 dregs=db0:1000,db1:1000,dr7:2",
		.first = 429, .count = 2,
	},
	{
		.name = "action-save-restore",
		.why = "The simplest program found that shows the host's action save-restore: ok.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: saves everything, restores it into a fresh vCPU\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group save-restore",
		.first = 423, .count = 1,
	},
	{
		.name = "guest-write-dr1-written",
		.why = "The simplest program found that shows a MOV to DR1: written.",
		.text = "In real mode:\n"
			"  1000  0f 23 cb            mov dr1, ebx\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f23cb stop=end,1004,2001",
		.first = 428, .count = 1,
	},
	{
		.name = "delivers-software-33",
		.why = "The simplest program found that shows vector 33 delivered (software).",
		.text = "In real mode:\n"
			"  1000  cd 21               int 0x21\n"
			"  1002  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,cd21 stop=end,1003,2001",
		.first = 431, .count = 1,
	},
	{
		.name = "delivers-raised-14",
		.why = "The simplest program found that shows vector 14 delivered (raised).",
		.text = "In long mode at CPL0:\n"
			"  1000  a2 00 00 00 00 00 80 ff ff  mov [0xffff800000000000], al\n"
			"  1009  f4                  hlt\n",
		.start = &starts[2],
		.words = "mem=1000,a2000000000080ffff stop=end,6bc1,6c00 stop=end,100a,2001",
		.first = 432, .count = 1,
	},
	{
		.name = "action-write-back",
		.why = "The simplest program found that shows the host's action write-back: ok.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_VCPU_EVENTS of what KVM_GET_VCPU_EVENTS gives\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group write-back=events",
		.first = 423, .count = 1,
	},
	{
		.name = "meets-unknown-control-bits",
		.why = "The simplest program found that shows the choice x86/unknown-control-bits.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG 0x8\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group gd=8,0,0,0,0,0",
		.first = 433, .count = 2,
	},
	{
		.name = "guest-write-dr6-written",
		.why = "The simplest program found that shows a MOV to DR6: written.",
		.text = "In real mode:\n"
			"  1000  0f 23 f0            mov dr6, eax\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f23f0 stop=end,1004,2001",
		.first = 428, .count = 1,
	},
	{
		.name = "meets-coincident-causes",
		.why = "The simplest program found that shows the choice x86/coincident-causes.",
		.text = "In real mode, CR4.DE=1, DR0=0x10, DR1=0x1002, DR7=0x2000a (DR0 io 1, DR1 execute), the "
			"#DB\n"
			"handler clears DR7:\n"
			"  1000  e7 0f               out 0xf, ax\n"
			"  1002  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,e70f stop=end,1003,2001 sregs=cr4:8 dregs=db0:10,db1:1002,dr7:2000a",
		.first = 435, .count = 8,
		.on = {
			[0] = { .known = &knowns[57], .first = 443, .count = 1 },
			[1] = { .known = &knowns[57], .first = 443, .count = 1 },
			[2] = { .known = &knowns[57], .first = 443, .count = 1 },
			[3] = { .known = &knowns[57], .first = 443, .count = 1 },
			[4] = { .known = &knowns[57], .first = 443, .count = 1 },
			[5] = { .known = &knowns[57], .first = 443, .count = 1 },
			[6] = { .known = &knowns[57], .first = 443, .count = 1 },
			[7] = { .known = &knowns[57], .first = 443, .count = 1 },
			[8] = { .known = &knowns[88], .first = 444, .count = 1 },
		},
	},
	{
		.name = "delivers-software-1",
		.why = "The simplest program found that shows vector 1 delivered (software).",
		.text = "In real mode:\n"
			"  1000  cd 01               int 0x1\n"
			"  1002  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,cd01 stop=end,1003,2001",
		.first = 445, .count = 1,
	},
	{
		.name = "meets-breakpoint-bits-on-step",
		.why = "The simplest program found that shows the choice x86/breakpoint-bits-on-step.",
		.text = "In real mode, rflags=0x100 (TF), DR6=0x1 (B0, BLD, RTM):\n"
			"  1000  90                  nop\n"
			"  1001  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,90 stop=end,1002,2001 regs=rflags:102 dregs=dr6:1",
		.first = 446, .count = 2,
		.on = {
			[1] = { .known = &knowns[50], .first = 448, .count = 1 },
			[3] = { .known = &knowns[50], .first = 448, .count = 1 },
			[5] = { .known = &knowns[50], .first = 448, .count = 1 },
			[7] = { .known = &knowns[50], .first = 448, .count = 1 },
		},
	},
	{
		.name = "guest-write-dr5-ud",
		.why = "The simplest program found that shows a MOV to DR5: #UD.",
		.text = "In real mode, CR4.DE=1:\n"
			"  1000  0f 23 e8            mov dr5, eax\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f23e8 stop=end,1004,2001 sregs=cr4:8",
		.first = 162, .count = 1,
	},
	{
		.name = "action-write-memory",
		.why = "The simplest program found that shows the host's action write-memory: ok.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: writes cc at 0x0\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group write=0,cc",
		.first = 423, .count = 1,
	},
	{
		.name = "action-set-debug-registers",
		.why = "The simplest program found that shows the host's action set-debug-registers: ok.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_DEBUGREGS\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group dregs=",
		.first = 423, .count = 1,
	},
	{
		.name = "guest-write-dr0-written",
		.why = "The simplest program found that shows a MOV to DR0: written.",
		.text = "In real mode:\n"
			"  1000  0f 23 c3            mov dr0, ebx\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f23c3 stop=end,1004,2001",
		.first = 428, .count = 1,
	},
	{
		.name = "action-interrupt-window",
		.why = "The simplest program found that shows the host's action interrupt-window: ok.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: kvm_run.request_interrupt_window = 0\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group window=0",
		.first = 423, .count = 1,
		.on = {
			[8] = { .skip = skip_11 },
		},
	},
	{
		.name = "delivers-injected-6",
		.why = "The simplest program found that shows vector 6 delivered (injected).",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_VCPU_EVENTS #UD pending\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group events=pending:6",
		.first = 358, .count = 1,
	},
	{
		.name = "exit-db-b3",
		.why = "The simplest program found that shows an exit for #DB with B3.",
		.text = "In real mode, DR3=0x1000, DR7=0x80 (DR3 execute), the #DB handler clears DR7:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[1],
		.words = "mem=1000, stop=end,1001,2001 dregs=db3:1000,dr7:80 group gd=3,0,0,0,0,0 group "
			 "gd=0,0,0,0,0,0",
		.first = 449, .count = 2,
		.on = {
			[0] = { .known = &knowns[89], .first = 451, .count = 1 },
			[1] = { .known = &knowns[89], .first = 451, .count = 1 },
			[2] = { .known = &knowns[89], .first = 451, .count = 1 },
			[3] = { .known = &knowns[89], .first = 451, .count = 1 },
			[4] = { .known = &knowns[89], .first = 451, .count = 1 },
			[5] = { .known = &knowns[89], .first = 451, .count = 1 },
			[6] = { .known = &knowns[89], .first = 451, .count = 1 },
			[7] = { .known = &knowns[89], .first = 451, .count = 1 },
			[8] = { .known = &knowns[11], .first = 452, .count = 1 },
		},
	},
	{
		.name = "exit-db-b0-bs",
		.why = "The simplest program found that shows an exit for #DB with B0, BS.",
		.text = "In real mode:\n"
			"  1000  a2 01 20            mov [0x2001], al\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP|USE_HW_BP, DR0=0x2001, DR7=0x10002\n"
			"    (DR0 write 1)\n",
		.start = &starts[0],
		.words = "mem=1000,a20120 stop=end,1004,2001 group gd=20003,2001,0,0,0,10002",
		.first = 453, .count = 1,
		.on = {
			[0] = { .known = &knowns[90], .first = 454, .count = 1 },
			[1] = { .known = &knowns[90], .first = 454, .count = 1 },
			[2] = { .known = &knowns[90], .first = 454, .count = 1 },
			[3] = { .known = &knowns[90], .first = 454, .count = 1 },
			[4] = { .known = &knowns[90], .first = 454, .count = 1 },
			[5] = { .known = &knowns[90], .first = 454, .count = 1 },
			[6] = { .known = &knowns[90], .first = 454, .count = 1 },
			[7] = { .known = &knowns[90], .first = 454, .count = 1 },
			[8] = { .known = &knowns[91], .first = 455, .count = 1 },
		},
	},
	{
		.name = "exit-db-b2",
		.why = "The simplest program found that shows an exit for #DB with B2.",
		.text = "In real mode:\n"
			"  1000  a2 04 20            mov [0x2004], al\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR2=0x2004, DR7=0x1000020 (DR2 "
			"write\n"
			"    1)\n",
		.start = &starts[0],
		.words = "mem=1000,a20420 stop=end,1004,2001 group gd=20001,0,0,2004,0,1000020",
		.first = 456, .count = 1,
		.on = {
			[0] = { .known = &knowns[92], .first = 457, .count = 1 },
			[1] = { .known = &knowns[92], .first = 457, .count = 1 },
			[2] = { .known = &knowns[92], .first = 457, .count = 1 },
			[3] = { .known = &knowns[92], .first = 457, .count = 1 },
			[4] = { .known = &knowns[92], .first = 457, .count = 1 },
			[5] = { .known = &knowns[92], .first = 457, .count = 1 },
			[6] = { .known = &knowns[92], .first = 457, .count = 1 },
			[7] = { .known = &knowns[92], .first = 457, .count = 1 },
			[8] = { .known = &knowns[93], .first = 8, .count = 1 },
		},
	},
	{
		.name = "exit-db-b1-bs",
		.why = "The simplest program found that shows an exit for #DB with B1, BS.",
		.text = "In real mode, DR1=0x1001, DR7=0x8 (DR1 execute):\n"
			"  1000  90                  nop\n"
			"  1001  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n"
			"  before run 1: KVM_SET_DEBUGREGS DR7=0x0\n",
		.start = &starts[0],
		.words = "mem=1000,90 stop=end,1002,2001 dregs=db1:1001,dr7:8 group gd=3,0,0,0,0,0 group dregs=dr7:0",
		.first = 458, .count = 4,
		.on = {
			[0] = { .known = &knowns[94], .first = 462, .count = 1 },
			[1] = { .known = &knowns[94], .first = 462, .count = 1 },
			[2] = { .known = &knowns[94], .first = 462, .count = 1 },
			[3] = { .known = &knowns[94], .first = 462, .count = 1 },
			[4] = { .known = &knowns[94], .first = 462, .count = 1 },
			[5] = { .known = &knowns[94], .first = 462, .count = 1 },
			[6] = { .known = &knowns[94], .first = 462, .count = 1 },
			[7] = { .known = &knowns[94], .first = 462, .count = 1 },
			[8] = { .known = &knowns[22], .first = 463, .count = 1 },
		},
	},
	{
		.name = "exit-db-b1",
		.why = "The simplest program found that shows an exit for #DB with B1.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR1=0x1000, DR7=0x8 (DR1 execute)\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group gd=20001,0,1000,0,0,8 group gd=0,0,0,0,0,0",
		.first = 464, .count = 1,
		.on = {
			[0] = { .known = &knowns[94], .first = 465, .count = 1 },
			[1] = { .known = &knowns[94], .first = 465, .count = 1 },
			[2] = { .known = &knowns[94], .first = 465, .count = 1 },
			[3] = { .known = &knowns[94], .first = 465, .count = 1 },
			[4] = { .known = &knowns[94], .first = 465, .count = 1 },
			[5] = { .known = &knowns[94], .first = 465, .count = 1 },
			[6] = { .known = &knowns[94], .first = 465, .count = 1 },
			[7] = { .known = &knowns[94], .first = 465, .count = 1 },
			[8] = { .known = &knowns[22], .first = 466, .count = 1 },
		},
	},
	{
		.name = "meets-rep-data-breakpoint",
		.why = "The simplest program found that shows the choice x86/rep-data-breakpoint.",
		.text = "In real mode, ecx=0x2, edi=0x2000, DR1=0x2000, DR7=0x100004 (DR1 write 1):\n"
			"  1000  f3 aa               rep stosb\n"
			"  1002  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,f3aa stop=end,1003,2001 regs=rcx:2,rdi:2000 dregs=db1:2000,dr7:100004",
		.first = 467, .count = 4,
		.on = {
			[0] = { .skip = skip_12 },
			[1] = { .skip = skip_12 },
			[8] = { .known = &knowns[95], .first = 471, .count = 1 },
		},
	},
	{
		.name = "exit-db-b0-b1",
		.why = "The simplest program found that shows an exit for #DB with B0, B1.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1000, DR1=0x1000, DR7=0x9 "
			"(DR0\n"
			"    execute, DR1 execute)\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group gd=20001,1000,1000,0,0,9 group gd=0,0,0,0,0,0",
		.first = 472, .count = 1,
		.on = {
			[0] = { .known = &knowns[96], .first = 473, .count = 1 },
			[1] = { .known = &knowns[96], .first = 473, .count = 1 },
			[2] = { .known = &knowns[96], .first = 473, .count = 1 },
			[3] = { .known = &knowns[96], .first = 473, .count = 1 },
			[4] = { .known = &knowns[96], .first = 473, .count = 1 },
			[5] = { .known = &knowns[96], .first = 473, .count = 1 },
			[6] = { .known = &knowns[96], .first = 473, .count = 1 },
			[7] = { .known = &knowns[96], .first = 473, .count = 1 },
			[8] = { .known = &knowns[22], .first = 474, .count = 1 },
		},
	},
	{
		.name = "exit-db-b0-b2-bs",
		.why = "The simplest program found that shows an exit for #DB with B0, B2, BS.",
		.text = "In real mode, rflags=0x102 (TF):\n"
			"  1000  90                  nop\n"
			"  1001  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1001, DR2=0x1001, DR7=0x22\n"
			"    (DR0 execute, DR2 execute)\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,90 stop=end,1002,2001 regs=rflags:102 group gd=20001,1001,0,1001,0,22 group "
			 "gd=0,0,0,0,0,0",
		.first = 475, .count = 2,
		.on = {
			[0] = { .known = &knowns[97], .first = 477, .count = 1 },
			[1] = { .known = &knowns[98], .first = 478, .count = 1 },
			[2] = { .known = &knowns[97], .first = 477, .count = 1 },
			[3] = { .known = &knowns[98], .first = 478, .count = 1 },
			[4] = { .known = &knowns[97], .first = 477, .count = 1 },
			[5] = { .known = &knowns[98], .first = 478, .count = 1 },
			[6] = { .known = &knowns[97], .first = 477, .count = 1 },
			[7] = { .known = &knowns[98], .first = 478, .count = 1 },
			[8] = { .known = &knowns[99], .first = 479, .count = 1 },
		},
	},
	{
		.name = "meets-register-write-after-injection",
		.why = "The simplest program found that shows the choice x86/register-write-after-injection.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG INJECT_DB\n"
			"                KVM_SET_REGS\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group gd=40000,0,0,0,0,0 regs=",
		.first = 480, .count = 2,
	},
	{
		.name = "action-set-guest-debug-ebusy",
		.why = "The simplest program found that shows the host's action set-guest-debug: EBUSY.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG INJECT_DB\n"
			"                KVM_SET_GUEST_DEBUG INJECT_DB\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group gd=40000,0,0,0,0,0 gd=40000,0,0,0,0,0",
		.first = 482, .count = 1,
	},
	{
		.name = "delivers-injected-13",
		.why = "The simplest program found that shows vector 13 delivered (injected).",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_VCPU_EVENTS #GP injected\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group events=injected:d",
		.first = 483, .count = 1,
	},
	{
		.name = "guest-write-dr1-db",
		.why = "The simplest program found that shows a MOV to DR1: #DB.",
		.text = "In real mode, DR7=0x2000 (GD):\n"
			"  1000  0f 23 cb            mov dr1, ebx\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f23cb stop=end,1004,2001 dregs=dr7:2000",
		.first = 484, .count = 2,
	},
	{
		.name = "guest-write-dr4-gp",
		.why = "The simplest program found that shows a MOV to DR4: #GP.",
		.text = "In long mode at CPL0:\n"
			"  1000  48 b8 00 00 00 00 01 00 00 00  mov rax, 0x100000000\n"
			"  100a  0f 23 e0            mov dr4, rax\n"
			"  100d  f4                  hlt\n",
		.start = &starts[2],
		.words = "mem=1000,48b800000000010000000f23e0 stop=end,6bc1,6c00 stop=end,100e,2001",
		.first = 486, .count = 1,
		.on = {
			[8] = { .known = &knowns[100], .first = 487, .count = 1 },
		},
	},
	{
		.name = "guest-write-dr5-db",
		.why = "The simplest program found that shows a MOV to DR5: #DB.",
		.text = "In real mode, DR7=0x2000 (GD):\n"
			"  1000  0f 23 e8            mov dr5, eax\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f23e8 stop=end,1004,2001 dregs=dr7:2000",
		.first = 152, .count = 1,
	},
	{
		.name = "exit-bp",
		.why = "The simplest program found that shows an exit for #BP.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_SW_BP\n"
			"                writes cc at 0x1000\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group gd=10001,0,0,0,0,0 write=1000,cc group gd=0,0,0,0,0,0",
		.first = 488, .count = 1,
		.on = {
			[0] = { .skip = skip_2 },
			[1] = { .skip = skip_2 },
			[4] = { .known = &knowns[26], .first = 489, .count = 1 },
			[5] = { .known = &knowns[26], .first = 489, .count = 1 },
			[6] = { .known = &knowns[26], .first = 489, .count = 1 },
			[7] = { .known = &knowns[26], .first = 489, .count = 1 },
			[8] = { .known = &knowns[27], .first = 490, .count = 1 },
		},
	},
	{
		.name = "meets-resume-flag-on-host-breakpoint",
		.why = "The simplest program found that shows the choice x86/resume-flag-on-host-breakpoint.",
		.text = "In real mode, rflags=0x10000 (RF):\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR2=0x1000, DR7=0x20 (DR2 execute)\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 regs=rflags:10002 group gd=20001,0,0,1000,0,20",
		.first = 491, .count = 2,
		.on = {
			[8] = { .known = &knowns[22], .first = 493, .count = 1 },
		},
	},
	{
		.name = "action-immediate-exit",
		.why = "The simplest program found that shows the host's action immediate-exit: ok.",
		.text = "In real mode:\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_RUN with kvm_run.immediate_exit\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 group immediate-exit",
		.first = 423, .count = 1,
	},
	{
		.name = "exit-db-b3-bs",
		.why = "The simplest program found that shows an exit for #DB with B3, BS.",
		.text = "In real mode, DR3=0x2003, DR7=0x10000080 (DR3 write 1):\n"
			"  1000  a2 03 20            mov [0x2003], al\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,a20320 stop=end,1004,2001 dregs=db3:2003,dr7:10000080 group gd=3,0,0,0,0,0",
		.first = 494, .count = 2,
		.on = {
			[0] = { .known = &knowns[101], .first = 496, .count = 1 },
			[1] = { .known = &knowns[101], .first = 496, .count = 1 },
			[2] = { .known = &knowns[101], .first = 496, .count = 1 },
			[3] = { .known = &knowns[101], .first = 496, .count = 1 },
			[4] = { .known = &knowns[101], .first = 496, .count = 1 },
			[5] = { .known = &knowns[101], .first = 496, .count = 1 },
			[6] = { .known = &knowns[101], .first = 496, .count = 1 },
			[7] = { .known = &knowns[101], .first = 496, .count = 1 },
			[8] = { .known = &knowns[62], .first = 497, .count = 1 },
		},
	},
	{
		.name = "guest-write-dr1-gp",
		.why = "The simplest program found that shows a MOV to DR1: #GP.",
		.text = "In long mode at CPL3:\n"
			"  1000  0f 23 c8            mov dr1, rax\n"
			"  1003  cd 2f               int 0x2f\n",
		.start = &starts[4],
		.words = "mem=1000,0f23c8cd2f stop=end,6bc1,6c00",
		.first = 498, .count = 1,
		.on = {
			[8] = { .skip = skip_7 },
		},
	},
	{
		.name = "exit-db-b0-b2-b3-bs",
		.why = "The simplest program found that shows an exit for #DB with B0, B2, B3, BS.",
		.text = "In real mode, rflags=0x100 (TF):\n"
			"  1000  1f                  pop ds\n"
			"  1001  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x4f00, DR2=0x4f00, DR3=0x4f00,\n"
			"    DR7=0x330300a2 (DR0 access 1, DR2 access 1, DR3 access 1)\n",
		.start = &starts[0],
		.words = "mem=1000,1f stop=end,1002,2001 regs=rflags:102 group gd=20001,4f00,0,4f00,4f00,330300a2",
		.first = 499, .count = 1,
		.on = {
			[0] = { .skip = skip_13 },
			[1] = { .skip = skip_13 },
			[2] = { .known = &knowns[102], .first = 500, .count = 1 },
			[3] = { .known = &knowns[98], .first = 501, .count = 1 },
			[4] = { .known = &knowns[102], .first = 500, .count = 1 },
			[5] = { .known = &knowns[98], .first = 501, .count = 1 },
			[6] = { .known = &knowns[102], .first = 500, .count = 1 },
			[7] = { .known = &knowns[98], .first = 501, .count = 1 },
			[8] = { .known = &knowns[103], .first = 502, .count = 1 },
		},
	},
	{
		.name = "guest-write-dr6-gp",
		.why = "The simplest program found that shows a MOV to DR6: #GP.",
		.text = "In long mode at CPL3:\n"
			"  1000  0f 23 f0            mov dr6, rax\n"
			"  1003  cd 2f               int 0x2f\n",
		.start = &starts[4],
		.words = "mem=1000,0f23f0cd2f stop=end,6bc1,6c00",
		.first = 498, .count = 1,
		.on = {
			[8] = { .skip = skip_7 },
		},
	},
	{
		.name = "delivers-interrupt-33",
		.why = "The simplest program found that shows vector 33 delivered (interrupt).",
		.text = "In real mode, rflags=0x200 (IF):\n"
			"  1000  f4                  hlt\n"
			"  before run 0: KVM_INTERRUPT 0x21\n",
		.start = &starts[0],
		.words = "mem=1000, stop=end,1001,2001 regs=rflags:202 group interrupt=21",
		.first = 503, .count = 1,
	},
	{
		.name = "exit-db-b0-b2-b3",
		.why = "The simplest program found that shows an exit for #DB with B0, B2, B3.",
		.text = "In real mode:\n"
			"  1000  17                  pop ss\n"
			"  1001  f4                  hlt\n"
			"  before run 0: writes cc at 0x1001\n"
			"                KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x4f00, DR2=0x4f00, DR3=0x4f00,\n"
			"    DR7=0x11010061 (DR0 write 1, DR2 write 1, DR3 write 1)\n",
		.start = &starts[0],
		.words = "mem=1000,17 stop=end,1002,2001 group write=1001,cc gd=20001,4f00,0,4f00,4f00,11010061",
		.first = 504, .count = 1,
		.on = {
			[0] = { .skip = skip_5 },
			[1] = { .skip = skip_5 },
			[2] = { .known = &knowns[104], .first = 505, .count = 1 },
			[3] = { .known = &knowns[104], .first = 505, .count = 1 },
			[4] = { .known = &knowns[104], .first = 506, .count = 1 },
			[5] = { .known = &knowns[104], .first = 506, .count = 1 },
			[6] = { .known = &knowns[104], .first = 506, .count = 1 },
			[7] = { .known = &knowns[104], .first = 506, .count = 1 },
			[8] = { .known = &knowns[95], .first = 507, .count = 1 },
		},
	},
	{
		.name = "guest-write-dr7-gp",
		.why = "The simplest program found that shows a MOV to DR7: #GP.",
		.text = "In long mode at CPL3:\n"
			"  1000  0f 23 f8            mov dr7, rax\n"
			"  1003  cd 2f               int 0x2f\n",
		.start = &starts[4],
		.words = "mem=1000,0f23f8cd2f stop=end,6bc1,6c00",
		.first = 498, .count = 1,
		.on = {
			[8] = { .skip = skip_7 },
		},
	},
	{
		.name = "exit-db-b2-bs",
		.why = "The simplest program found that shows an exit for #DB with B2, BS.",
		.text = "In real mode, DR2=0x4f00, DR7=0x3000020 (DR2 access 1):\n"
			"  1000  1f                  pop ds\n"
			"  1001  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,1f stop=end,1002,2001 dregs=db2:4f00,dr7:3000020 group gd=3,0,0,0,0,0",
		.first = 508, .count = 2,
		.on = {
			[0] = { .known = &knowns[105], .first = 510, .count = 1 },
			[1] = { .known = &knowns[105], .first = 510, .count = 1 },
			[2] = { .known = &knowns[105], .first = 510, .count = 1 },
			[3] = { .known = &knowns[105], .first = 510, .count = 1 },
			[4] = { .known = &knowns[105], .first = 510, .count = 1 },
			[5] = { .known = &knowns[105], .first = 510, .count = 1 },
			[6] = { .known = &knowns[105], .first = 510, .count = 1 },
			[7] = { .known = &knowns[105], .first = 510, .count = 1 },
			[8] = { .known = &knowns[93], .first = 511, .count = 1 },
		},
	},
	{
		.name = "exit-db-b0-b1-b3",
		.why = "The simplest program found that shows an exit for #DB with B0, B1, B3.",
		.text = "In real mode:\n"
			"  1000  1f                  pop ds\n"
			"  1001  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x4f00, DR1=0x4f00, DR3=0x4f00,\n"
			"    DR7=0x3033008a (DR0 access 1, DR1 access 1, DR3 access 1)\n",
		.start = &starts[0],
		.words = "mem=1000,1f stop=end,1002,2001 group gd=20001,4f00,4f00,0,4f00,3033008a",
		.first = 512, .count = 1,
		.on = {
			[0] = { .skip = skip_13 },
			[1] = { .skip = skip_13 },
			[2] = { .known = &knowns[106], .first = 513, .count = 1 },
			[3] = { .known = &knowns[106], .first = 513, .count = 1 },
			[4] = { .known = &knowns[106], .first = 513, .count = 1 },
			[5] = { .known = &knowns[106], .first = 513, .count = 1 },
			[6] = { .known = &knowns[106], .first = 513, .count = 1 },
			[7] = { .known = &knowns[106], .first = 513, .count = 1 },
			[8] = { .known = &knowns[107], .first = 514, .count = 1 },
		},
	},
	{
		.name = "breakpoint-ignores-cs-base-forced",
		.why = "Shows the bug breakpoint-ignores-cs-base behind the forced-emulation prefix: the offset "
			"(RIP) is compared with the breakpoint address, not the linear address (Linux 82b32774c2d0 "
			"(KVM: x86: breakpoints do not consider CS.base, 2014)).",
		.text = "In real mode, CS=0x100, DR7=0x20 (DR2 execute), the #DB handler clears DR7:\n"
			"  1000  0f 0b 6b 76 6d      force-emulation\n"
			"  1005  90                  nop\n"
			"  1006  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,0f0b6b766d90 stop=end,1007,2001 sregs=cs:100 regs=rip:0 dregs=dr7:20",
		.first = 515, .count = 2,
		.needs = { .prefix = true },
		.on = {
			[0] = { .skip = skip_10 },
			[1] = { .skip = skip_10 },
		},
	},
	{
		.name = "breakpoint-ignores-cs-base-intercepted",
		.why = "Shows the bug breakpoint-ignores-cs-base with an instruction that a hypervisor intercepts: "
			"the offset (RIP) is compared with the breakpoint address, not the linear address (Linux "
			"82b32774c2d0 (KVM: x86: breakpoints do not consider CS.base, 2014)).",
		.text = "In real mode, CS=0x100:\n"
			"  1000  0f 23 f0            mov dr6, eax\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1000, DR7=0x2 (DR0 execute)\n",
		.start = &starts[0],
		.words = "mem=1000,0f23f0 stop=end,1004,2001 sregs=cs:100 regs=rip:0 group gd=20001,1000,0,0,0,2",
		.first = 517, .count = 1,
		.on = {
			[0] = { .skip = skip_10 },
			[1] = { .skip = skip_10 },
			[2] = { .known = &knowns[108], .first = 518, .count = 1 },
			[3] = { .known = &knowns[108], .first = 518, .count = 1 },
			[4] = { .known = &knowns[53], .first = 519, .count = 1 },
			[5] = { .known = &knowns[53], .first = 519, .count = 1 },
			[6] = { .known = &knowns[53], .first = 519, .count = 1 },
			[7] = { .known = &knowns[53], .first = 519, .count = 1 },
			[8] = { .known = &knowns[22], .first = 520, .count = 1 },
		},
	},
	{
		.name = "code-breakpoint-in-mov-ss-shadow-intercepted",
		.why = "Shows the bug code-breakpoint-in-mov-ss-shadow with an instruction that a hypervisor "
			"intercepts: a code breakpoint directly after MOV SS hits on an Intel guest (Linux "
			"baf67ca8e545 (KVM: x86: suppress code #DBs on Intel if MOV/POP SS blocking is active, "
			"2022)).",
		.text = "In real mode:\n"
			"  1000  8e d2               mov ss, dx\n"
			"  1002  a2 00 00            mov [0x0], al\n"
			"  1005  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR1=0x1002, DR7=0x8 (DR1 execute)\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,8ed2a20000 stop=end,1006,2001 group gd=20001,0,1002,0,0,8 group gd=0,0,0,0,0,0",
		.first = 521, .count = 1,
		.needs = { .vendor = INTEL },
		.on = {
			[0] = { .known = &knowns[69], .first = 522, .count = 1 },
			[1] = { .known = &knowns[69], .first = 522, .count = 1 },
			[2] = { .known = &knowns[69], .first = 522, .count = 1 },
			[3] = { .known = &knowns[69], .first = 522, .count = 1 },
			[8] = { .known = &knowns[70], .first = 523, .count = 1 },
		},
	},
	{
		.name = "code-breakpoint-missed-in-emulation-forced",
		.why = "Shows the bug code-breakpoint-missed-in-emulation behind the forced-emulation prefix: code "
			"breakpoints are not looked at when an instruction is emulated (Linux 4a1e10d5b5d8 (KVM: "
			"x86: handle hardware breakpoints during emulation, 2013)). Shows the bug "
			"dr6-lost-on-code-breakpoint behind the forced-emulation prefix: the #DB of a code "
			"breakpoint is delivered without its cause in DR6 (2020 series of Paolo Bonzini and Peter "
			"Xu on DR6 and guest debugging).",
		.text = "In real mode, DR1=0x1000, DR7=0x8 (DR1 execute), the #DB handler clears DR7:\n"
			"  1000  0f 0b 6b 76 6d      force-emulation\n"
			"  1005  90                  nop\n"
			"  1006  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,0f0b6b766d90 stop=end,1007,2001 dregs=db1:1000,dr7:8",
		.first = 524, .count = 1,
		.needs = { .prefix = true },
	},
	{
		.name = "code-breakpoint-missed-in-emulation-intercepted",
		.why = "Shows the bug code-breakpoint-missed-in-emulation with an instruction that a hypervisor "
			"intercepts: code breakpoints are not looked at when an instruction is emulated (Linux "
			"4a1e10d5b5d8 (KVM: x86: handle hardware breakpoints during emulation, 2013)).",
		.text = "In real mode:\n"
			"  1000  0f 21 f0            mov eax, dr6\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1000, DR7=0x2 (DR0 execute)\n",
		.start = &starts[0],
		.words = "mem=1000,0f21f0 stop=end,1004,2001 group gd=20001,1000,0,0,0,2",
		.first = 525, .count = 1,
		.on = {
			[0] = { .known = &knowns[53], .first = 526, .count = 1 },
			[1] = { .known = &knowns[53], .first = 526, .count = 1 },
			[2] = { .known = &knowns[53], .first = 526, .count = 1 },
			[3] = { .known = &knowns[53], .first = 526, .count = 1 },
			[4] = { .known = &knowns[53], .first = 526, .count = 1 },
			[5] = { .known = &knowns[53], .first = 526, .count = 1 },
			[6] = { .known = &knowns[53], .first = 526, .count = 1 },
			[7] = { .known = &knowns[53], .first = 526, .count = 1 },
			[8] = { .known = &knowns[22], .first = 527, .count = 1 },
		},
	},
	{
		.name = "data-breakpoint-address-not-masked-forced",
		.why = "Shows the bug data-breakpoint-address-not-masked behind the forced-emulation prefix: a "
			"data breakpoint watches from DRi on, without ignoring the low bits that LEN covers (407 "
			"hits missed and 984 spurious among 5168 unaligned cases - measured on QEMU 7.2 TCG).",
		.text = "In real mode, DR1=0x2003, DR7=0x900008 (DR1 write 8):\n"
			"  1000  0f 0b 6b 76 6d      force-emulation\n"
			"  1005  fe 06 00 20         inc byte [0x2000]\n"
			"  1009  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f0b6b766dfe060020 stop=end,100a,2001 dregs=db1:2003,dr7:900008",
		.first = 528, .count = 2,
		.needs = { .prefix = true },
		.on = {
			[0] = { .skip = skip_9 },
			[1] = { .skip = skip_9 },
			[2] = { .known = &knowns[109], .first = 530, .count = 1 },
			[3] = { .known = &knowns[109], .first = 530, .count = 1 },
			[4] = { .known = &knowns[110], .first = 530, .count = 1 },
			[5] = { .known = &knowns[110], .first = 530, .count = 1 },
			[6] = { .known = &knowns[110], .first = 530, .count = 1 },
			[7] = { .known = &knowns[110], .first = 530, .count = 1 },
			[8] = { .known = &knowns[111], .first = 530, .count = 1 },
		},
	},
	{
		.name = "data-breakpoint-address-not-masked-intercepted",
		.why = "Shows the bug data-breakpoint-address-not-masked with an instruction that a hypervisor "
			"intercepts: a data breakpoint watches from DRi on, without ignoring the low bits that LEN "
			"covers (407 hits missed and 984 spurious among 5168 unaligned cases - measured on QEMU 7.2 "
			"TCG).",
		.text = "In real mode:\n"
			"  1000  f3 6e               rep outsb\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_VCPU_EVENTS NMI pending\n"
			"                KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR3=0x4ef6, DR7=0x90000080 (DR3\n"
			"    write 8)\n",
		.start = &starts[0],
		.words = "mem=1000,f36e stop=end,1003,2001 group events=nmi:1 gd=20001,0,0,0,4ef6,90000080",
		.first = 531, .count = 1,
		.on = {
			[0] = { .skip = skip_9 },
			[1] = { .skip = skip_9 },
		},
	},
	{
		.name = "dr45-alias-despite-de-forced",
		.why = "Shows the bug dr45-alias-despite-de behind the forced-emulation prefix: DR4 and DR5 alias "
			"DR6 and DR7 although CR4.DE is set (QEMU target-i386: check CR4.DE for DR4 and DR5, 2015).",
		.text = "In real mode, CR4.DE=1:\n"
			"  1000  0f 0b 6b 76 6d      force-emulation\n"
			"  1005  0f 21 e0            mov eax, dr4\n"
			"  1008  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f0b6b766d0f21e0 stop=end,1009,2001 sregs=cr4:8",
		.first = 532, .count = 1,
		.needs = { .prefix = true },
	},
	{
		.name = "dr45-alias-despite-de-intercepted",
		.why = "Shows the bug dr45-alias-despite-de with an instruction that a hypervisor intercepts: DR4 "
			"and DR5 alias DR6 and DR7 although CR4.DE is set (QEMU target-i386: check CR4.DE for DR4 "
			"and DR5, 2015).",
		.text = "In real mode, CR4.DE=1:\n"
			"  1000  0f 21 e0            mov eax, dr4\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f21e0 stop=end,1004,2001 sregs=cr4:8",
		.first = 162, .count = 1,
	},
	{
		.name = "dr6-breakpoint-bits-kept-on-general-detect-intercepted",
		.why = "Shows the bug dr6-breakpoint-bits-kept-on-general-detect with an instruction that a "
			"hypervisor intercepts: B0-B3 of an earlier #DB stay in DR6 on a general-detect #DB (Linux "
			"16f8a6f9798a (KVM: vmx: DR6[3:0] not cleared on #DB for general detect, 2014)).",
		.text = "In real mode, DR0=0x2000, DR1=0x1000, DR7=0x8 (DR1 execute), the #DB handler clears DR7:\n"
			"  1000  0f 21 c0            mov eax, dr0\n"
			"  1003  0f 23 f8            mov dr7, eax\n"
			"  1006  0f 21 ea            mov edx, dr5\n"
			"  1009  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,0f21c00f23f80f21ea stop=end,100a,2001 dregs=db0:2000,db1:1000,dr7:8",
		.first = 533, .count = 1,
		.on = {
			[0] = { .known = &knowns[112], .first = 534, .count = 1 },
			[1] = { .known = &knowns[112], .first = 534, .count = 1 },
			[2] = { .known = &knowns[112], .first = 534, .count = 1 },
			[3] = { .known = &knowns[112], .first = 534, .count = 1 },
		},
	},
	{
		.name = "dr6-lost-on-code-breakpoint-intercepted",
		.why = "Shows the bug dr6-lost-on-code-breakpoint with an instruction that a hypervisor "
			"intercepts: the #DB of a code breakpoint is delivered without its cause in DR6 (2020 "
			"series of Paolo Bonzini and Peter Xu on DR6 and guest debugging).",
		.text = "In real mode, DR2=0x1000, DR7=0x20 (DR2 execute), the #DB handler clears DR7:\n"
			"  1000  0f 21 e2            mov edx, dr4\n"
			"  1003  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,0f21e2 stop=end,1004,2001 dregs=db2:1000,dr7:20",
		.first = 535, .count = 1,
	},
	{
		.name = "dr6-overwritten-forced",
		.why = "Shows the bug dr6-overwritten behind the forced-emulation prefix: delivering a #DB "
			"overwrites the whole of DR6 (Linux 8246bf52c75a (KVM: vmx: DR6 is overwritten on #DB, "
			"2014)).",
		.text = "In real mode, rflags=0x100 (TF), DR6=0x2000 (BLD, BD, RTM):\n"
			"  1000  0f 0b 6b 76 6d      force-emulation\n"
			"  1005  90                  nop\n"
			"  1006  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f0b6b766d90 stop=end,1007,2001 regs=rflags:102 dregs=dr6:2000",
		.first = 536, .count = 1,
		.needs = { .prefix = true },
		.on = {
			[1] = { .known = &knowns[50], .first = 537, .count = 1 },
			[3] = { .known = &knowns[50], .first = 537, .count = 1 },
			[5] = { .known = &knowns[113], .first = 537, .count = 1 },
			[7] = { .known = &knowns[113], .first = 537, .count = 1 },
		},
	},
	{
		.name = "dr6-overwritten-intercepted",
		.why = "Shows the bug dr6-overwritten with an instruction that a hypervisor intercepts: delivering "
			"a #DB overwrites the whole of DR6 (Linux 8246bf52c75a (KVM: vmx: DR6 is overwritten on "
			"#DB, 2014)).",
		.text = "In real mode, rflags=0x100 (TF), DR6=0x2000 (BLD, BD, RTM):\n"
			"  1000  e4 0f               in al, 0xf\n"
			"  1002  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,e40f stop=end,1003,2001 regs=rflags:102 dregs=dr6:2000",
		.first = 538, .count = 2,
		.on = {
			[1] = { .known = &knowns[50], .first = 540, .count = 1 },
			[3] = { .known = &knowns[50], .first = 540, .count = 1 },
			[5] = { .known = &knowns[50], .first = 540, .count = 1 },
			[7] = { .known = &knowns[50], .first = 540, .count = 1 },
		},
	},
	{
		.name = "dr7-bit-10-clearable-forced",
		.why = "Shows the bug dr7-bit-10-clearable behind the forced-emulation prefix: a MOV to DR7 can "
			"clear bit 10, which is fixed 1 (QEMU 462f8ed1f146: target-i386: DR7 bit 10 is fixed, "
			"2015).",
		.text = "In real mode:\n"
			"  1000  0f 23 fb            mov dr7, ebx\n"
			"  1003  0f 0b 6b 76 6d      force-emulation\n"
			"  1008  90                  nop\n"
			"  1009  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f23fb0f0b6b766d90 stop=end,100a,2001",
		.first = 541, .count = 1,
		.needs = { .prefix = true },
	},
	{
		.name = "dr7-bit-10-clearable-intercepted",
		.why = "Shows the bug dr7-bit-10-clearable with an instruction that a hypervisor intercepts: a MOV "
			"to DR7 can clear bit 10, which is fixed 1 (QEMU 462f8ed1f146: target-i386: DR7 bit 10 is "
			"fixed, 2015).",
		.text = "In real mode, rflags=0x100 (TF), the #DB handler clears DR7:\n"
			"  1000  f3 6e               rep outsb\n"
			"  1002  f4                  hlt\n",
		.start = &starts[1],
		.words = "mem=1000,f36e stop=end,1003,2001 regs=rflags:102",
		.first = 144, .count = 1,
		.on = {
			[1] = { .known = &knowns[50], .first = 542, .count = 1 },
			[3] = { .known = &knowns[50], .first = 542, .count = 1 },
			[5] = { .known = &knowns[50], .first = 542, .count = 1 },
			[7] = { .known = &knowns[50], .first = 542, .count = 1 },
		},
	},
	{
		.name = "exit-clobbers-guest-dr6-forced",
		.why = "Shows the bug exit-clobbers-guest-dr6 behind the forced-emulation prefix: a KVM_EXIT_DEBUG "
			"overwrites the guest's own DR6 with its causes (2020 series of Paolo Bonzini and Peter Xu "
			"on DR6 and guest debugging: SVM). Shows the bug exit-dr6-without-rtm behind the "
			"forced-emulation prefix: DR6 of the exit record lacks bit 16 (0xfffe4ff0), as if the #DB "
			"came from an RTM region (Linux 6f43ed01e87c (KVM: x86: DR6/7.RTM cannot be written, "
			"2014)). Shows the bug step-exit-with-stale-pc behind the forced-emulation prefix: pc of a "
			"step exit is where stepping was switched on, not where it stopped (2020 series of Paolo "
			"Bonzini and Peter Xu on DR6 and guest debugging).",
		.text = "In real mode:\n"
			"  1000  0f 0b 6b 76 6d      force-emulation\n"
			"  1005  90                  nop\n"
			"  1006  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,0f0b6b766d90 stop=end,1007,2001 group gd=3,0,0,0,0,0",
		.first = 543, .count = 1,
		.needs = { .prefix = true },
		.on = {
			[0] = { .known = &knowns[8], .first = 544, .count = 1 },
			[1] = { .known = &knowns[8], .first = 544, .count = 1 },
			[2] = { .known = &knowns[8], .first = 544, .count = 1 },
			[3] = { .known = &knowns[8], .first = 544, .count = 1 },
			[4] = { .known = &knowns[113], .first = 544, .count = 1 },
			[5] = { .known = &knowns[113], .first = 544, .count = 1 },
			[6] = { .known = &knowns[113], .first = 544, .count = 1 },
			[7] = { .known = &knowns[113], .first = 544, .count = 1 },
			[8] = { .known = &knowns[22], .first = 545, .count = 1 },
		},
	},
	{
		.name = "exit-clobbers-guest-dr6-intercepted",
		.why = "Shows the bug exit-clobbers-guest-dr6 with an instruction that a hypervisor intercepts: a "
			"KVM_EXIT_DEBUG overwrites the guest's own DR6 with its causes (2020 series of Paolo "
			"Bonzini and Peter Xu on DR6 and guest debugging: SVM). Shows the bug exit-dr6-without-rtm "
			"with an instruction that a hypervisor intercepts: DR6 of the exit record lacks bit 16 "
			"(0xfffe4ff0), as if the #DB came from an RTM region (Linux 6f43ed01e87c (KVM: x86: "
			"DR6/7.RTM cannot be written, 2014)).",
		.text = "In real mode:\n"
			"  1000  0f 21 f0            mov eax, dr6\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1000, DR7=0x2 (DR0 execute)\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,0f21f0 stop=end,1004,2001 group gd=20001,1000,0,0,0,2 group gd=0,0,0,0,0,0",
		.first = 546, .count = 1,
		.on = {
			[0] = { .known = &knowns[53], .first = 547, .count = 1 },
			[1] = { .known = &knowns[53], .first = 547, .count = 1 },
			[2] = { .known = &knowns[53], .first = 547, .count = 1 },
			[3] = { .known = &knowns[53], .first = 547, .count = 1 },
			[4] = { .known = &knowns[53], .first = 547, .count = 1 },
			[5] = { .known = &knowns[53], .first = 547, .count = 1 },
			[6] = { .known = &knowns[53], .first = 547, .count = 1 },
			[7] = { .known = &knowns[53], .first = 547, .count = 1 },
			[8] = { .known = &knowns[22], .first = 548, .count = 1 },
		},
	},
	{
		.name = "general-detect-exit-with-guest-dr6-intercepted",
		.why = "Shows the bug general-detect-exit-with-guest-dr6 with an instruction that a hypervisor "
			"intercepts: the exit for the host's general detect reports the guest's DR6 instead of BD "
			"(2020 series of Paolo Bonzini and Peter Xu on DR6 and guest debugging).",
		.text = "In real mode:\n"
			"  1000  0f 23 f3            mov dr6, ebx\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR7=0x2000 (GD)\n"
			"  before run 1: KVM_SET_GUEST_DEBUG 0\n",
		.start = &starts[0],
		.words = "mem=1000,0f23f3 stop=end,1004,2001 group gd=20001,0,0,0,0,2000 group gd=0,0,0,0,0,0",
		.first = 166, .count = 1,
		.on = {
			[0] = { .known = &knowns[4], .first = 7, .count = 1 },
			[1] = { .known = &knowns[59], .first = 8, .count = 1 },
			[2] = { .known = &knowns[4], .first = 7, .count = 1 },
			[3] = { .known = &knowns[59], .first = 8, .count = 1 },
			[4] = { .known = &knowns[60], .first = 167, .count = 1 },
			[5] = { .known = &knowns[60], .first = 167, .count = 1 },
			[6] = { .known = &knowns[60], .first = 167, .count = 1 },
			[7] = { .known = &knowns[60], .first = 167, .count = 1 },
			[8] = { .known = &knowns[61], .first = 8, .count = 1 },
		},
	},
	{
		.name = "general-detect-missing-forced",
		.why = "Shows the bug general-detect-missing behind the forced-emulation prefix: DR7.GD has no "
			"effect (MOV DR with GD set runs on - measured on QEMU 7.2 TCG). Shows the bug "
			"guest-general-detect-under-host-breakpoints behind the forced-emulation prefix: the "
			"guest's DR7.GD faults although the host's registers are in force (Hou Wenlong, \"[PATCH v2 "
			"0/9] KVM: x86: Improve the handling of debug exceptions during instruction emulation\", 18 "
			"Dec 2025; Linux 6.1 and 6.12 - measured on kvm-amd of Linux 6.1, 6.12 and 7.2 under QEMU "
			"11.1 in software). Shows the bug host-general-detect-ignored behind the forced-emulation "
			"prefix: the host's DR7.GD has no effect when MOV DR is emulated (Hou Wenlong, \"[PATCH v2 "
			"0/9] KVM: x86: Improve the handling of debug exceptions during instruction emulation\", 18 "
			"Dec 2025; Linux 6.1 and 6.12 - measured on kvm-amd of Linux 6.1, 6.12 and 7.2 under QEMU "
			"11.1 in software).",
		.text = "In real mode:\n"
			"  1000  0f 0b 6b 76 6d      force-emulation\n"
			"  1005  0f 21 f2            mov edx, dr6\n"
			"  1008  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR7=0x2000 (GD)\n",
		.start = &starts[0],
		.words = "mem=1000,0f0b6b766d0f21f2 stop=end,1009,2001 group gd=20001,0,0,0,0,2000",
		.first = 549, .count = 1,
		.needs = { .prefix = true },
		.on = {
			[0] = { .known = &knowns[4], .first = 550, .count = 1 },
			[1] = { .known = &knowns[114], .first = 551, .count = 1 },
			[2] = { .known = &knowns[4], .first = 550, .count = 1 },
			[3] = { .known = &knowns[114], .first = 551, .count = 1 },
			[4] = { .known = &knowns[113], .first = 552, .count = 1 },
			[5] = { .known = &knowns[115], .first = 551, .count = 1 },
			[6] = { .known = &knowns[113], .first = 552, .count = 1 },
			[7] = { .known = &knowns[115], .first = 551, .count = 1 },
			[8] = { .known = &knowns[116], .first = 551, .count = 1 },
		},
	},
	{
		.name = "general-detect-missing-intercepted",
		.why = "Shows the bug general-detect-missing with an instruction that a hypervisor intercepts: "
			"DR7.GD has no effect (MOV DR with GD set runs on - measured on QEMU 7.2 TCG). Shows the "
			"bug general-detect-without-bd with an instruction that a hypervisor intercepts: a "
			"general-detect #DB does not set DR6.BD (Linux 3b88e41a4134 (KVM: SVM/x86: BD is set on "
			"general detect in emulation, 2014)).",
		.text = "In real mode, DR7=0x2000 (GD):\n"
			"  1000  cd 01               int 0x1\n"
			"  1002  a2 00 00            mov [0x0], al\n"
			"  1005  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,cd01a20000 stop=end,1006,2001 dregs=dr7:2000",
		.first = 553, .count = 2,
	},
	{
		.name = "guest-breakpoints-under-host-breakpoints-forced",
		.why = "Shows the bug guest-breakpoints-under-host-breakpoints behind the forced-emulation prefix: "
			"the guest's code breakpoints hit in the emulator although the host's registers are in "
			"force (Hou Wenlong, \"[PATCH v2 0/9] KVM: x86: Improve the handling of debug exceptions "
			"during instruction emulation\", 18 Dec 2025; Linux 00b6520669bc (the fix, which names "
			"4a1e10d5b5d8 as the origin)).",
		.text = "In real mode, DR3=0x1000, DR7=0x40 (DR3 execute), the #DB handler clears DR7:\n"
			"  1000  0f 0b 6b 76 6d      force-emulation\n"
			"  1005  90                  nop\n"
			"  1006  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP\n",
		.start = &starts[1],
		.words = "mem=1000,0f0b6b766d90 stop=end,1007,2001 dregs=db3:1000,dr7:40 group gd=20001,0,0,0,0,0",
		.first = 555, .count = 2,
		.needs = { .prefix = true },
		.on = {
			[8] = { .known = &knowns[117], .first = 557, .count = 1 },
		},
	},
	{
		.name = "guest-breakpoints-under-host-breakpoints-intercepted",
		.why = "Shows the bug guest-breakpoints-under-host-breakpoints with an instruction that a "
			"hypervisor intercepts: the guest's code breakpoints hit in the emulator although the "
			"host's registers are in force (Hou Wenlong, \"[PATCH v2 0/9] KVM: x86: Improve the handling "
			"of debug exceptions during instruction emulation\", 18 Dec 2025; Linux 00b6520669bc (the "
			"fix, which names 4a1e10d5b5d8 as the origin)).",
		.text = "In real mode, DR1=0x1000, DR7=0x8 (DR1 execute), the #DB handler clears DR7:\n"
			"  1000  0f 32               rdmsr\n"
			"  1002  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP\n",
		.start = &starts[1],
		.words = "mem=1000,0f32 stop=end,1003,2001 dregs=db1:1000,dr7:8 group gd=20001,0,0,0,0,0",
		.first = 558, .count = 2,
		.on = {
			[8] = { .known = &knowns[118], .first = 560, .count = 1 },
		},
	},
	{
		.name = "guest-general-detect-under-host-breakpoints-intercepted",
		.why = "Shows the bug guest-general-detect-under-host-breakpoints with an instruction that a "
			"hypervisor intercepts: the guest's DR7.GD faults although the host's registers are in "
			"force (Hou Wenlong, \"[PATCH v2 0/9] KVM: x86: Improve the handling of debug exceptions "
			"during instruction emulation\", 18 Dec 2025; Linux 6.1 and 6.12 - measured on kvm-amd of "
			"Linux 6.1, 6.12 and 7.2 under QEMU 11.1 in software). Shows the bug "
			"host-general-detect-ignored with an instruction that a hypervisor intercepts: the host's "
			"DR7.GD has no effect when MOV DR is emulated (Hou Wenlong, \"[PATCH v2 0/9] KVM: x86: "
			"Improve the handling of debug exceptions during instruction emulation\", 18 Dec 2025; Linux "
			"6.1 and 6.12 - measured on kvm-amd of Linux 6.1, 6.12 and 7.2 under QEMU 11.1 in "
			"software).",
		.text = "In real mode:\n"
			"  1000  0f 23 f3            mov dr6, ebx\n"
			"  1003  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR7=0x2000 (GD)\n",
		.start = &starts[0],
		.words = "mem=1000,0f23f3 stop=end,1004,2001 group gd=20001,0,0,0,0,2000",
		.first = 561, .count = 1,
		.on = {
			[0] = { .known = &knowns[4], .first = 562, .count = 1 },
			[1] = { .known = &knowns[59], .first = 8, .count = 1 },
			[2] = { .known = &knowns[4], .first = 562, .count = 1 },
			[3] = { .known = &knowns[59], .first = 8, .count = 1 },
			[4] = { .known = &knowns[60], .first = 563, .count = 1 },
			[5] = { .known = &knowns[60], .first = 563, .count = 1 },
			[6] = { .known = &knowns[60], .first = 563, .count = 1 },
			[7] = { .known = &knowns[60], .first = 563, .count = 1 },
			[8] = { .known = &knowns[61], .first = 8, .count = 1 },
		},
	},
	{
		.name = "io-breakpoints-missing-intercepted",
		.why = "Shows the bug io-breakpoints-missing with an instruction that a hypervisor intercepts: I/O "
			"breakpoints never hit (QEMU 5223a9423c5f: target-i386: I/O breakpoints, 2015).",
		.text = "In real mode, CR4.DE=1, DR0=0x10, DR7=0x20002 (DR0 io 1):\n"
			"  1000  e7 0f               out 0xf, ax\n"
			"  1002  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,e70f stop=end,1003,2001 sregs=cr4:8 dregs=db0:10,dr7:20002",
		.first = 564, .count = 4,
		.on = {
			[0] = { .known = &knowns[57], .first = 568, .count = 1 },
			[1] = { .known = &knowns[57], .first = 568, .count = 1 },
			[2] = { .known = &knowns[57], .first = 568, .count = 1 },
			[3] = { .known = &knowns[57], .first = 568, .count = 1 },
			[4] = { .known = &knowns[57], .first = 568, .count = 1 },
			[5] = { .known = &knowns[57], .first = 568, .count = 1 },
			[6] = { .known = &knowns[57], .first = 568, .count = 1 },
			[7] = { .known = &knowns[57], .first = 568, .count = 1 },
			[8] = { .known = &knowns[58], .first = 569, .count = 1 },
		},
	},
	{
		.name = "phantom-step-forced",
		.why = "Shows the bug phantom-step behind the forced-emulation prefix: an emulated store to a "
			"device ends in a step trap that nobody asked for (Linux 5cc244a20b86 (KVM: x86: fix "
			"single-step debugging, 2019)).",
		.text = "In real mode:\n"
			"  1000  0f 0b 6b 76 6d      force-emulation\n"
			"  1005  fe 06 00 e0         inc byte [0xe000]\n"
			"  1009  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f0b6b766dfe0600e0 stop=end,100a,2001",
		.first = 570, .count = 2,
		.needs = { .prefix = true },
		.on = {
			[4] = { .known = &knowns[113], .first = 572, .count = 1 },
			[5] = { .known = &knowns[113], .first = 572, .count = 1 },
			[6] = { .known = &knowns[113], .first = 572, .count = 1 },
			[7] = { .known = &knowns[113], .first = 572, .count = 1 },
		},
	},
	{
		.name = "pop-ss-shadow-on-wrong-segment-forced",
		.why = "Shows the bug pop-ss-shadow-on-wrong-segment behind the forced-emulation prefix: POP DS "
			"leaves the shadow that POP SS should leave (Linux 6aa5c47c351b (KVM: x86: POP SS triggers "
			"a MOV SS shadow, 2022)).",
		.text = "In real mode:\n"
			"  1000  0f 0b 6b 76 6d      force-emulation\n"
			"  1005  1f                  pop ds\n"
			"  1006  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR1=0x1006, DR7=0x8 (DR1 execute)\n",
		.start = &starts[0],
		.words = "mem=1000,0f0b6b766d1f stop=end,1007,2001 group gd=20001,0,1006,0,0,8",
		.first = 573, .count = 1,
		.needs = { .prefix = true },
		.on = {
			[0] = { .known = &knowns[94], .first = 574, .count = 1 },
			[1] = { .known = &knowns[94], .first = 574, .count = 1 },
			[2] = { .known = &knowns[94], .first = 574, .count = 1 },
			[3] = { .known = &knowns[94], .first = 574, .count = 1 },
			[4] = { .known = &knowns[113], .first = 574, .count = 1 },
			[5] = { .known = &knowns[113], .first = 574, .count = 1 },
			[6] = { .known = &knowns[113], .first = 574, .count = 1 },
			[7] = { .known = &knowns[113], .first = 574, .count = 1 },
			[8] = { .known = &knowns[22], .first = 575, .count = 1 },
		},
	},
	{
		.name = "pop-ss-shadow-on-wrong-segment-intercepted",
		.why = "Shows the bug pop-ss-shadow-on-wrong-segment with an instruction that a hypervisor "
			"intercepts: POP DS leaves the shadow that POP SS should leave (Linux 6aa5c47c351b (KVM: "
			"x86: POP SS triggers a MOV SS shadow, 2022)).",
		.text = "In real mode:\n"
			"  1000  1f                  pop ds\n"
			"  1001  0f 23 f0            mov dr6, eax\n"
			"  1004  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,1f0f23f0 stop=end,1005,2001 group gd=3,0,0,0,0,0",
		.first = 576, .count = 1,
		.on = {
			[0] = { .known = &knowns[63], .first = 577, .count = 1 },
			[1] = { .known = &knowns[63], .first = 577, .count = 1 },
			[2] = { .known = &knowns[63], .first = 577, .count = 1 },
			[3] = { .known = &knowns[63], .first = 577, .count = 1 },
			[4] = { .known = &knowns[63], .first = 577, .count = 1 },
			[5] = { .known = &knowns[63], .first = 577, .count = 1 },
			[6] = { .known = &knowns[63], .first = 577, .count = 1 },
			[7] = { .known = &knowns[63], .first = 577, .count = 1 },
			[8] = { .known = &knowns[22], .first = 578, .count = 1 },
		},
	},
	{
		.name = "skip-loses-guest-step-forced",
		.why = "Shows the bug skip-loses-guest-step behind the forced-emulation prefix: an intercepted "
			"instruction that KVM skips ends without the guest's own step trap (Linux 6affcbedcac7 "
			"(KVM: x86: add kvm_skip_emulated_instruction and use it, 2016)).",
		.text = "In real mode, rflags=0x100 (TF):\n"
			"  1000  0f 0b 6b 76 6d      force-emulation\n"
			"  1005  0f 23 f8            mov dr7, eax\n"
			"  1008  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f0b6b766d0f23f8 stop=end,1009,2001 regs=rflags:102",
		.first = 579, .count = 1,
		.needs = { .prefix = true },
		.on = {
			[1] = { .known = &knowns[50], .first = 580, .count = 1 },
			[3] = { .known = &knowns[50], .first = 580, .count = 1 },
			[5] = { .known = &knowns[113], .first = 580, .count = 1 },
			[7] = { .known = &knowns[113], .first = 580, .count = 1 },
		},
	},
	{
		.name = "skip-loses-guest-step-intercepted",
		.why = "Shows the bug skip-loses-guest-step with an instruction that a hypervisor intercepts: an "
			"intercepted instruction that KVM skips ends without the guest's own step trap (Linux "
			"6affcbedcac7 (KVM: x86: add kvm_skip_emulated_instruction and use it, 2016)).",
		.text = "In real mode, rflags=0x100 (TF):\n"
			"  1000  e4 10               in al, 0x10\n"
			"  1002  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,e410 stop=end,1003,2001 regs=rflags:102",
		.first = 581, .count = 1,
		.on = {
			[1] = { .known = &knowns[50], .first = 582, .count = 1 },
			[3] = { .known = &knowns[50], .first = 582, .count = 1 },
			[5] = { .known = &knowns[50], .first = 582, .count = 1 },
			[7] = { .known = &knowns[50], .first = 582, .count = 1 },
		},
	},
	{
		.name = "step-exit-with-stale-pc-intercepted",
		.why = "Shows the bug step-exit-with-stale-pc with an instruction that a hypervisor intercepts: pc "
			"of a step exit is where stepping was switched on, not where it stopped (2020 series of "
			"Paolo Bonzini and Peter Xu on DR6 and guest debugging).",
		.text = "In real mode:\n"
			"  1000  fe 06 00 00         inc byte [0x0]\n"
			"  1004  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,fe060000 stop=end,1005,2001 group gd=3,0,0,0,0,0",
		.first = 583, .count = 1,
		.on = {
			[8] = { .known = &knowns[22], .first = 584, .count = 1 },
		},
	},
	{
		.name = "step-missed-in-emulation-forced",
		.why = "Shows the bug step-missed-in-emulation behind the forced-emulation prefix: an emulated "
			"instruction (CPUID, RDMSR, I/O, MMIO) ends without its step trap (Linux 663f4c61b803 (KVM: "
			"x86: handle singlestep during emulation, 2013)).",
		.text = "In real mode, rflags=0x100 (TF):\n"
			"  1000  0f 0b 6b 76 6d      force-emulation\n"
			"  1005  a0 00 e0            mov al, [0xe000]\n"
			"  1008  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f0b6b766da000e0 stop=end,1009,2001 regs=rflags:102",
		.first = 585, .count = 1,
		.needs = { .prefix = true },
		.on = {
			[1] = { .known = &knowns[50], .first = 586, .count = 1 },
			[3] = { .known = &knowns[50], .first = 586, .count = 1 },
			[4] = { .known = &knowns[113], .first = 587, .count = 1 },
			[5] = { .known = &knowns[113], .first = 588, .count = 1 },
			[6] = { .known = &knowns[113], .first = 587, .count = 1 },
			[7] = { .known = &knowns[113], .first = 588, .count = 1 },
		},
	},
	{
		.name = "step-missed-in-emulation-intercepted",
		.why = "Shows the bug step-missed-in-emulation with an instruction that a hypervisor intercepts: "
			"an emulated instruction (CPUID, RDMSR, I/O, MMIO) ends without its step trap (Linux "
			"663f4c61b803 (KVM: x86: handle singlestep during emulation, 2013)).",
		.text = "In real mode, rflags=0x100 (TF):\n"
			"  1000  a0 00 e0            mov al, [0xe000]\n"
			"  1003  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,a000e0 stop=end,1004,2001 regs=rflags:102",
		.first = 589, .count = 1,
		.on = {
			[1] = { .known = &knowns[50], .first = 590, .count = 1 },
			[3] = { .known = &knowns[50], .first = 590, .count = 1 },
			[4] = { .known = &knowns[34], .first = 591, .count = 1 },
			[5] = { .known = &knowns[34], .first = 592, .count = 1 },
			[6] = { .known = &knowns[34], .first = 591, .count = 1 },
			[7] = { .known = &knowns[34], .first = 592, .count = 1 },
		},
	},
	{
		.name = "step-trap-after-mov-ss-forced",
		.why = "Shows the bug step-trap-after-mov-ss behind the forced-emulation prefix: the step trap of "
			"MOV SS is taken directly after it (QEMU f0f0136abba6: target/i386: no single step "
			"exception after MOV or POP SS, 2024).",
		.text = "In real mode, rflags=0x100 (TF):\n"
			"  1000  0f 0b 6b 76 6d      force-emulation\n"
			"  1005  8e d2               mov ss, dx\n"
			"  1007  f4                  hlt\n",
		.start = &starts[0],
		.words = "mem=1000,0f0b6b766d8ed2 stop=end,1008,2001 regs=rflags:102",
		.first = 593, .count = 1,
		.needs = { .prefix = true },
		.on = {
			[0] = { .known = &knowns[119], .first = 594, .count = 1 },
			[1] = { .known = &knowns[119], .first = 595, .count = 1 },
			[2] = { .known = &knowns[119], .first = 594, .count = 1 },
			[3] = { .known = &knowns[119], .first = 595, .count = 1 },
			[4] = { .known = &knowns[120], .first = 594, .count = 1 },
			[5] = { .known = &knowns[120], .first = 595, .count = 1 },
			[6] = { .known = &knowns[120], .first = 594, .count = 1 },
			[7] = { .known = &knowns[120], .first = 595, .count = 1 },
			[8] = { .known = &knowns[121], .first = 594, .count = 1 },
		},
	},
	{
		.name = "step-trap-after-mov-ss-intercepted",
		.why = "Shows the bug step-trap-after-mov-ss with an instruction that a hypervisor intercepts: the "
			"step trap of MOV SS is taken directly after it (QEMU f0f0136abba6: target/i386: no single "
			"step exception after MOV or POP SS, 2024).",
		.text = "In real mode:\n"
			"  1000  8e d2               mov ss, dx\n"
			"  1002  0f 21 ea            mov edx, dr5\n"
			"  1005  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,8ed20f21ea stop=end,1006,2001 group gd=3,0,0,0,0,0",
		.first = 596, .count = 1,
		.on = {
			[0] = { .known = &knowns[8], .first = 597, .count = 1 },
			[1] = { .known = &knowns[8], .first = 597, .count = 1 },
			[2] = { .known = &knowns[8], .first = 597, .count = 1 },
			[3] = { .known = &knowns[8], .first = 597, .count = 1 },
			[4] = { .known = &knowns[41], .first = 598, .count = 1 },
			[5] = { .known = &knowns[41], .first = 598, .count = 1 },
			[6] = { .known = &knowns[41], .first = 598, .count = 1 },
			[7] = { .known = &knowns[41], .first = 598, .count = 1 },
			[8] = { .known = &knowns[25], .first = 599, .count = 1 },
		},
	},
	{
		.name = "syscall-steps-into-kernel-forced",
		.why = "Shows the bug syscall-steps-into-kernel behind the forced-emulation prefix: SYSCALL with "
			"TF ends in a #DB in the kernel although IA32_FMASK clears TF (CVE-2017-7518) (Linux "
			"c8401dda2f0a (KVM: x86: fix singlestepping over syscall, 2017)).",
		.text = "In long mode at CPL0, rflags=0x100 (TF):\n"
			"  1000  0f 0b 6b 76 6d      force-emulation\n"
			"  1005  0f 05               syscall\n"
			"  1007  f4                  hlt\n",
		.start = &starts[2],
		.words = "mem=1000,0f0b6b766d0f05 stop=end,6bc1,6c00 stop=end,1008,2001 regs=rflags:102",
		.first = 600, .count = 1,
		.needs = { .prefix = true },
		.on = {
			[4] = { .skip = skip_6 },
			[5] = { .skip = skip_6 },
			[8] = { .skip = skip_7 },
		},
	},
	{
		.name = "syscall-steps-into-kernel-intercepted",
		.why = "Shows the bug syscall-steps-into-kernel with an instruction that a hypervisor intercepts: "
			"SYSCALL with TF ends in a #DB in the kernel although IA32_FMASK clears TF (CVE-2017-7518) "
			"(Linux c8401dda2f0a (KVM: x86: fix singlestepping over syscall, 2017)).",
		.text = "In long mode at CPL0, rflags=0x100 (TF):\n"
			"  1000  0f 23 f3            mov dr6, rbx\n"
			"  1003  0f 05               syscall\n"
			"  1005  f4                  hlt\n",
		.start = &starts[2],
		.words = "mem=1000,0f23f30f05 stop=end,6bc1,6c00 stop=end,1006,2001 regs=rflags:102",
		.first = 601, .count = 1,
		.on = {
			[4] = { .skip = skip_6 },
			[5] = { .skip = skip_6 },
			[8] = { .skip = skip_7 },
		},
	},
	{
		.name = "tf-forced-on-flag-writes-intercepted",
		.why = "Shows the bug tf-forced-on-flag-writes with an instruction that a hypervisor intercepts: "
			"while the host steps, every write of the flags sets the guest's TF, in handlers too (Linux "
			"94fe45da48f9 (KVM: x86: fix guest single-stepping while interruptible, 2009)).",
		.text = "In real mode:\n"
			"  1000  a0 00 00            mov al, [0x0]\n"
			"  1003  cd 21               int 0x21\n"
			"  1005  f4                  hlt\n"
			"  before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP\n",
		.start = &starts[0],
		.words = "mem=1000,a00000cd21 stop=end,1006,2001 group gd=3,0,0,0,0,0",
		.first = 602, .count = 2,
		.on = {
			[0] = { .known = &knowns[122], .first = 604, .count = 1 },
			[1] = { .known = &knowns[122], .first = 604, .count = 1 },
			[2] = { .known = &knowns[122], .first = 604, .count = 1 },
			[3] = { .known = &knowns[122], .first = 604, .count = 1 },
			[4] = { .known = &knowns[122], .first = 604, .count = 1 },
			[5] = { .known = &knowns[122], .first = 604, .count = 1 },
			[6] = { .known = &knowns[122], .first = 604, .count = 1 },
			[7] = { .known = &knowns[122], .first = 604, .count = 1 },
			[8] = { .known = &knowns[22], .first = 605, .count = 1 },
		},
	},
};

/*
 * The judge's part for x86: what a CPU in software does by itself, the records
 * of the guest's log, and what programs need.
 */

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
