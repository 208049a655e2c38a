// SPDX-License-Identifier: MIT
/*
 * The judge: runs every program of the corpus, compares what it shows with what
 * is allowed, and reports in KTAP with the exit codes of kselftest.
 *
 * Everything lies in static tables: nothing is allocated here.
 */
#define _GNU_SOURCE
#include "corpus.h"
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

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

/* "name=value …" up to the end of the line; names that nobody compares are passed over. */
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
