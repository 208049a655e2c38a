/*
 * Programs, as lines of the protocol of ../kvm/README.md in the words of ../armv7: a guest under a hypervisor of one
 * design (hypervisor.c), and a host that does something between its entries (host.c).
 *
 * Each instruction is executed at its own address, and ends behind itself. Every vector of the guest is an HVC: its
 * handlers do nothing but return behind the instruction. WFI traps.
 */
#include "image.h"

enum { MOST_INSTRUCTIONS = 256, MOST_ACTIONS = 256, MOST_ENTRIES = 32, MOST_RECORDS = 2048, LONGEST_WORD = 64 };

#define WFI 0xe320f003u
#define TWI (1u << 13)
#define HVC_OF_VECTOR 0xe0u
#define Z (1u << 30)

static struct {
	u32 opcode, r0;
	int is_user;
} code[MOST_INSTRUCTIONS];
static u32 instructions;

/* `|` begins a group; p, c, t, v, d and l are what the host does. */
static struct {
	char what;
	u32 value;
} actions[MOST_ACTIONS];
static u32 count;

static struct {
	u32 what, address, value, far;
} records[MOST_RECORDS];
static u32 logged;

static const char *wrong;
static const char *ending;

void log_exception(u32 what, u32 address, u32 value, u32 far)
{
	if (logged == MOST_RECORDS)
		return;
	records[logged].what = what;
	records[logged].address = address;
	records[logged].value = value;
	records[logged++].far = far;
}

static int is(const char *text, const char *name)
{
	while (*text && *text == *name)
		text++, name++;
	return *text == *name;
}

/* What stands behind a name; 0 if the word has another one. */
static const char *behind(const char *text, const char *name)
{
	while (*name)
		if (*text++ != *name++)
			return 0;
	return text;
}

static u32 number(const char **text)
{
	u32 value = 0;

	for (; **text && **text != ','; (*text)++)
		value = value << 4 | (u32)(**text <= '9' ? **text - '0' : **text - 'a' + 10);
	if (**text == ',')
		(*text)++;
	return value;
}

static void add_instruction(const char *text, int is_user)
{
	if (instructions == MOST_INSTRUCTIONS) {
		wrong = "too many instructions";
		return;
	}
	code[instructions].opcode = number(&text);
	code[instructions].r0 = number(&text);
	code[instructions++].is_user = is_user;
}

static void add_action(char what, u32 value)
{
	if (count == MOST_ACTIONS) {
		wrong = "too many actions";
		return;
	}
	actions[count].what = what;
	actions[count++].value = value;
}

/* The host's part of a line; what there is one CPU for, and what QEMU's has not, is refused. */
static void read_action(const char *word)
{
	const char *text;

	if (is(word, "group"))
		add_action('|', 0);
	else if ((text = behind(word, "perf=debugged,")))
		add_action('p', *text == 'w');
	else if (behind(word, "perf=vcpu-thread,"))
		add_action('n', 0);
	else if (is(word, "perf-clear=debugged"))
		add_action('c', 0);
	else if (is(word, "perf-clear=vcpu-thread") || is(word, "migrate=0"))
		add_action('o', 0);
	else if ((text = behind(word, "task=")))
		add_action('t', (u32)*text);
	else if ((text = behind(word, "vcpu=")))
		add_action('v', number(&text));
	else if ((text = behind(word, "dbgdscrext=")))
		add_action('d', number(&text));
	else if ((text = behind(word, "dbgosdlr=")))
		add_action('l', number(&text));
	else
		wrong = "an action that needs another CPU, power control or an external debugger";
}

/* What becomes of one instruction; whether it leaves the guest. */
static int execute(u32 vcpu, u32 index)
{
	u32 opcode = code[index].opcode, address = GUEST_CODE + 8 * index;
	u32 mode = code[index].is_user ? USER : SUPERVISOR;
	/* MRC of CP14 whose condition is true. */
	int reads = (opcode & 0xff100f10) == 0xee100e10;

	context.r[0] = code[index].r0;
	context.elr = address;
	/* NE fails. */
	context.spsr = 0x1c0 | Z | mode;
	place(address, opcode, mode);
	for (;;) {
		run_guest();
		u32 hsr = READ(p15, 4, c5, c2, 0), ec = hsr >> 26, vector = (hsr & 0xffff) - HVC_OF_VECTOR;
		if (context.vector == HYP_TRAP && (ec == EC_PREFETCH_ABORT || ec == EC_DATA_ABORT)) {
			log_exception(0x100 | HYP_TRAP, address, hsr, 0);
			handle_debug_exception(vcpu, hsr);
		} else if (context.vector == HYP_TRAP && ec == EC_WFI)
			return 1;
		else if (context.vector == HYP_TRAP && ec == EC_HVC && is_end(hsr, mode)) {
			if (reads)
				log_exception(0, address, (opcode >> 12 & 15) == 15 ? context.spsr & 0xf0000000 : context.r[0], 0);
			return 0;
		} else if (context.vector == HYP_TRAP && ec == EC_HVC) {
			u32 status = vector == DATA_ABORT ? READ(p15, 0, c5, c0, 0) : READ(p15, 0, c5, c0, 1);
			log_exception(vector, address, vector == UNDEFINED ? 0 : status,
				      vector == DATA_ABORT ? READ(p15, 0, c6, c0, 0) : 0);
			return opcode == WFI;
		} else {
			if (context.vector == HYP_TRAP)
				log_exception(0x100 | HYP_TRAP, address, hsr, 0);
			if (context.vector != HYP_TRAP || !handle_access(vcpu, hsr)) {
				ending = "hyp-panic";
				return 1;
			}
		}
	}
}

static void say_action(const char *result)
{
	say("action ");
	say(result);
	put('\n');
}

static u32 running;

static void perform(u32 n, int has_hw_breakpoint)
{
	u32 value = actions[n].value;

	switch (actions[n].what) {
	case 'p':
		say_action(set_breakpoint((int)value));
		return;
	case 'n': /* Nobody debugs the thread of a vCPU here. */
		say_action("none");
		return;
	case 'c':
		clear_breakpoints();
		break;
	case 't':
		if (!run_task((char)value)) {
			ending = "host-livelock";
			return;
		}
		break;
	case 'v':
		running = value;
		break;
	case 'd':
	case 'l':
		/* A kernel that has not taken the debug registers over leaves them alone. */
		if (!has_hw_breakpoint) {
			say_action("none");
			return;
		}
		if (actions[n].what == 'd')
			write_dscr(value);
		else
			WRITE(p14, 0, value, c1, c3, 4);
		break;
	}
	say_action("ok");
}

static void field(const char *name, u32 value)
{
	put(' ');
	say(name);
	put('=');
	put_hex(value);
}

static void pair_fields(char kind, u32 first, u32 slots)
{
	char control[] = "dbg?cr?", value[] = "dbg?vr?";

	control[3] = value[3] = kind;
	for (u32 n = 0; n < slots; n++) {
		struct pair pair = read_pair(first + n);
		control[6] = value[6] = (char)('0' + n);
		field(control, pair.control);
		field(value, pair.value);
	}
}

static void say_exit(int waits)
{
	say(waits ? "exit wfi" : "exit end");
	field("hdcr", READ(p15, 4, c1, c1, 1));
	field("dscr", READ(p14, 0, c0, c1, 0));
	field("oslk", READ(p14, 0, c1, c1, 4) >> 1 & 1);
	field("dlk", READ(p14, 0, c1, c3, 4) & 1);
	pair_fields('b', 0, BREAKPOINTS);
	pair_fields('w', BREAKPOINTS, WATCHPOINTS);
	put('\n');
}

static void say_log(void)
{
	say("log ");
	for (u32 n = 0; n < logged; n++) {
		const unsigned char *byte = (const unsigned char *)&records[n];
		for (u32 i = 0; i < 16; i++) {
			put("0123456789abcdef"[byte[i] >> 4]);
			put("0123456789abcdef"[byte[i] & 15]);
		}
	}
	say("\nending ");
	say(ending);
	put('\n');
}

static void run(int locked, int has_hw_breakpoint)
{
	u32 next = 0, at = 0, entries = 0;
	int has_groups = count > 0;

	logged = 0;
	running = 0;
	ending = 0;
	power_up(locked);
	if (has_hw_breakpoint)
		start_up();
	while (!ending && (!entries || next < instructions || has_groups)) {
		if (entries == MOST_ENTRIES) {
			ending = "cap";
			break;
		}
		for (at += has_groups; !ending && at < count && actions[at].what != '|'; at++)
			perform(at, has_hw_breakpoint);
		has_groups = at < count;
		if (ending)
			break;
		enter_guest(running);
		int waits = 0;
		while (!waits && next < instructions)
			waits = execute(running, next++);
		if (ending)
			break;
		exit_guest();
		say_exit(waits);
		entries++;
	}
	if (!ending)
		ending = "end";
	say_log();
	/* Without a trap, whatever ended it. */
	power_up(0);
}

/* The next word of the line; false if it was the last one. */
static int get_word(char *word)
{
	u32 length = 0;
	int c;

	while ((c = get()) == ' ')
		;
	for (; c > ' '; c = get())
		if (length < LONGEST_WORD - 1)
			word[length++] = (char)c;
	word[length] = 0;
	return c == ' ';
}

static void read_program(void)
{
	char word[LONGEST_WORD], id[LONGEST_WORD];
	int more = 1, locked = 1, has_hw_breakpoint = 1;

	id[0] = 0;
	instructions = count = 0;
	wrong = 0;
	while (more) {
		const char *text;
		more = get_word(word);
		if ((text = behind(word, "id=")))
			for (u32 i = 0; (id[i] = text[i]); i++)
				;
		else if ((text = behind(word, "i=")))
			add_instruction(text, 0);
		else if ((text = behind(word, "u=")))
			add_instruction(text, 1);
		else if ((text = behind(word, "locked-at-reset=")))
			locked = *text == '1';
		else if ((text = behind(word, "hw-breakpoint=")))
			has_hw_breakpoint = *text == '1';
		else if (count || is(word, "group"))
			read_action(word);
		else if (*word)
			wrong = "a setup that QEMU's CPU does not have";
	}
	if (wrong) {
		say("error ");
		say(wrong);
		put('\n');
	} else
		run(locked, has_hw_breakpoint);
	say("done");
	if (*id) {
		put(' ');
		say(id);
	}
	put('\n');
}

void run_programs(void)
{
	char word[LONGEST_WORD];

	WRITE(p15, 4, TWI, c1, c1, 0); /* HCR */
	say("hello guest-debug-oracle/runner 2 arch=armv7 design=armv7/");
	say(design_name());
	say(" emulator=QEMU-TCG cpu-name=cortex-a15\n");
	for (;;) {
		int more = get_word(word);
		if (is(word, "quit"))
			power_off();
		else if (is(word, "run") && more)
			read_program();
		else if (*word) {
			while (more)
				more = get_word(word);
			say("error expected run or quit\ndone\n");
		}
	}
}
