// SPDX-License-Identifier: MIT
/*
 * Runs one program on KVM: its set-up, then group by group what the host does
 * and one KVM_RUN each, until it has ended.
 *
 * It knows nothing about what is right. All addresses come with the program;
 * README.md has the words. A fresh VM for each program, so that nothing is
 * inherited from the one before.
 */
#define _GNU_SOURCE
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <unistd.h>

#define TICK_MS		300
#define IMAGES		8
#define STOPS		40

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

int create_vm(struct machine *m)
{
	struct kvm_userspace_memory_region slot = {
		.guest_phys_addr = RAM_BASE,
		.memory_size = RAM_SIZE,
		.userspace_addr = (uintptr_t)m->ram,
	};

	m->run = MAP_FAILED;
	m->vcpu = -1;
	m->vm = ioctl(m->kvm, KVM_CREATE_VM, 0);
	if (m->vm < 0)
		return complain("KVM_CREATE_VM: %s", strerror(errno));
	if (arch_init_vm(m))
		return -1;
	if (ioctl(m->vm, KVM_SET_USER_MEMORY_REGION, &slot))
		return complain("KVM_SET_USER_MEMORY_REGION: %s", strerror(errno));
	m->vcpu = ioctl(m->vm, KVM_CREATE_VCPU, 0);
	if (m->vcpu < 0)
		return complain("KVM_CREATE_VCPU: %s", strerror(errno));
	m->run = mmap(NULL, m->run_size, PROT_READ | PROT_WRITE, MAP_SHARED, m->vcpu, 0);
	if (m->run == MAP_FAILED)
		return complain("mmap of kvm_run: %s", strerror(errno));
	return arch_init_vcpu(m);
}

void destroy_vm(struct machine *m)
{
	if (m->run != MAP_FAILED)
		munmap(m->run, m->run_size);
	if (m->vcpu >= 0)
		close(m->vcpu);
	if (m->vm >= 0)
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
	s.m.ram = mmap(NULL, RAM_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (!s.m.arch || s.m.ram == MAP_FAILED)
		complain("out of memory");
	else if (!create_vm(&s.m) && !run_words(&s, line))
		print_log(&s);
	destroy_vm(&s.m);
	if (s.m.ram != MAP_FAILED)
		munmap(s.m.ram, RAM_SIZE);
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
