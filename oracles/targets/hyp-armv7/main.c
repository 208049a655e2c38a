/*
 * The record interpreter in Hyp mode: reads one record a line from the UART, executes its instruction in the mode that it
 * names, and says what came of it. Nothing is decided here: what is executed is data.
 *
 *   x OPCODE MODE R0   executes one A32 instruction (MODE as in CPSR: 13 Supervisor, 10 User, 12 IRQ, 1f System, 1a Hyp)
 *   w OPCODE R0        the same in Hyp mode, with no answer unless it ends in an exception: sets registers up
 *   h VALUE            writes HDCR
 *   q                  ends
 *
 * Numbers are hexadecimal. An answer to x is one line of numbers: the vector of Hyp mode that ended it (ff: none), HSR, how
 * many traps came before, vector and HSR of the first, the vector of the guest (ff: none), IFSR, DFSR, DFAR, HDFAR,
 * DBGDSCR, r0, r1. The answer to h is HDCR.
 */
typedef unsigned int u32;

#define UART ((volatile u32 *)0x09000000)
#define GUEST_CODE ((volatile u32 *)0x40080000)
#define HYP_CODE ((volatile u32 *)0x40080800)

extern struct {
	u32 r[13], elr, spsr, vector;
} context;

void run_guest(void);
void call_hyp(void);

enum { NONE = 0xff, HYP = 0x1a, USER = 0x10 };
enum { EC_CP15 = 0x03, EC_CP14 = 0x05, EC_CP14_MEMORY = 0x06, EC_CP14_PAIR = 0x0c, EC_HVC = 0x12 };

#define READ(coprocessor, opc1, crn, crm, opc2) \
	({ \
		u32 value_; \
		__asm__ volatile("mrc " #coprocessor ", " #opc1 ", %0, " #crn ", " #crm ", " #opc2 : "=r"(value_)); \
		value_; \
	})
#define WRITE(coprocessor, opc1, value, crn, crm, opc2) \
	__asm__ volatile("mcr " #coprocessor ", " #opc1 ", %0, " #crn ", " #crm ", " #opc2 ::"r"(value) : "memory")

static int get(void)
{
	while (UART[6] & 0x10)
		;
	return UART[0] & 0xff;
}

static void put(char c)
{
	UART[0] = (u32)c;
}

static void put_hex(u32 value)
{
	int shift = 28;

	while (shift > 0 && !(value >> shift))
		shift -= 4;
	for (; shift >= 0; shift -= 4)
		put("0123456789abcdef"[(value >> shift) & 15]);
	put(' ');
}

/* The next number of the line; `*end` is what followed it. */
static u32 get_hex(int *end)
{
	u32 value = 0;
	int c;

	while ((c = get()) > ' ')
		value = value << 4 | (u32)(c <= '9' ? c - '0' : c - 'a' + 10);
	*end = c;
	return value;
}

static void place(volatile u32 *code, u32 opcode, u32 terminator)
{
	code[0] = opcode;
	code[1] = terminator;
	__asm__ volatile("dsb" ::: "memory");
	WRITE(p15, 0, 0, c7, c5, 0); /* ICIALLU */
	WRITE(p15, 0, 0, c7, c5, 6); /* BPIALL */
	__asm__ volatile("dsb\n isb" ::: "memory");
}

/* A read that trapped gets zero. */
static void give_zero(u32 hsr)
{
	u32 rt = (hsr >> 5) & 15, rt2 = (hsr >> 10) & 15;

	if (!(hsr & 1))
		return;
	if (rt < 13)
		context.r[rt] = 0;
	if (hsr >> 26 == EC_CP14_PAIR && rt2 < 13)
		context.r[rt2] = 0;
}

static void execute(u32 opcode, u32 mode, u32 r0)
{
	u32 traps = 0, first_vector = NONE, first_hsr = 0, guest = NONE, hsr = 0;

	for (u32 n = 0; n < 13; n++)
		context.r[n] = 0xc0de0000 + n;
	context.r[0] = r0;
	context.r[12] = 0x40080400;
	if (mode == HYP) {
		place(HYP_CODE, opcode, 0xe12fff1e); /* bx lr */
		call_hyp();
		hsr = context.vector == NONE ? 0 : READ(p15, 4, c5, c2, 0);
	} else {
		/* hvc #1, or svc #0 where there is no HVC. */
		place(GUEST_CODE, opcode, mode == USER ? 0xef000000 : 0xe1400071);
		context.elr = (u32)GUEST_CODE;
		context.spsr = 0x1c0 | mode;
		for (;;) {
			run_guest();
			hsr = READ(p15, 4, c5, c2, 0);
			u32 ec = hsr >> 26;
			if (context.vector != 5 ||
			    (ec != EC_CP15 && ec != EC_CP14 && ec != EC_CP14_MEMORY && ec != EC_CP14_PAIR))
				break;
			if (!traps++) {
				first_vector = context.vector;
				first_hsr = hsr;
			}
			give_zero(hsr);
			context.elr += 4;
		}
		if (context.vector == 5 && hsr >> 26 == EC_HVC) {
			guest = hsr & 0xffff;
			guest = guest == 1 || (mode == USER && guest == 0xe2) ? NONE : guest - 0xe0;
			context.vector = NONE;
			hsr = 0;
		}
	}
	put_hex(context.vector);
	put_hex(hsr);
	put_hex(traps);
	put_hex(first_vector);
	put_hex(first_hsr);
	put_hex(guest);
	put_hex(READ(p15, 0, c5, c0, 1)); /* IFSR */
	put_hex(READ(p15, 0, c5, c0, 0)); /* DFSR */
	put_hex(READ(p15, 0, c6, c0, 0)); /* DFAR */
	put_hex(READ(p15, 4, c6, c0, 0)); /* HDFAR */
	put_hex(READ(p14, 0, c0, c1, 0)); /* DBGDSCRint */
	put_hex(context.r[0]);
	put_hex(context.r[1]);
	put('\n');
}

/* Puts registers as a record wants them; what goes wrong is no line of an answer. */
static void prepare(u32 opcode, u32 r0)
{
	context.r[0] = r0;
	place(HYP_CODE, opcode, 0xe12fff1e); /* bx lr */
	call_hyp();
	if (context.vector == NONE)
		return;
	put('!');
	put_hex(opcode);
	put('\n');
}

static void say(const char *text)
{
	while (*text)
		put(*text++);
}

static void power_off(void)
{
	register u32 function __asm__("r0") = 0x84000008; /* PSCI SYSTEM_OFF */

	__asm__ volatile(".arch_extension sec\n smc #0" ::"r"(function));
}

void main(void)
{
	int end;

	UART[11] = 0x70; /* 8 bits, with the FIFO */
	UART[12] = 0x301;
	say("hello ");
	put_hex(READ(p14, 0, c0, c0, 0)); /* DBGDIDR */
	put_hex(READ(p15, 4, c1, c1, 1)); /* HDCR */
	put('\n');
	for (;;) {
		int what = get();
		if (what <= ' ')
			continue;
		end = get();
		if (what == 'q')
			power_off();
		else if (what == 'h') {
			WRITE(p15, 4, get_hex(&end), c1, c1, 1);
			put_hex(READ(p15, 4, c1, c1, 1));
			put('\n');
		} else if (what == 'w') {
			u32 opcode = get_hex(&end);
			prepare(opcode, get_hex(&end));
		} else if (what == 'x') {
			u32 opcode = get_hex(&end), mode = get_hex(&end);
			execute(opcode, mode, get_hex(&end));
		}
	}
}
