/*
 * The image in Hyp mode. With a design it is a hypervisor that runs programs (program.c). Without one it is an
 * interpreter of records: it reads one a line from the UART, executes its instruction in the mode that it names, and says
 * what came of it. Nothing is decided here: what is executed is data.
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
#include "image.h"

/* Behind the guest's code and data. */
#define HYP_CODE 0x40081000u

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

/* Puts an instruction in its place, and behind it what ends it: HVC #1, SVC #0 where there is no HVC, or a return. */
void place(u32 address, u32 opcode, u32 mode)
{
	volatile u32 *code = (volatile u32 *)address;

	code[0] = opcode;
	code[1] = mode == HYP ? 0xe12fff1e : mode == USER ? 0xef000000 : 0xe1400071;
	__asm__ volatile("dsb" ::: "memory");
	WRITE(p15, 0, 0, c7, c5, 0); /* ICIALLU */
	WRITE(p15, 0, 0, c7, c5, 6); /* BPIALL */
	__asm__ volatile("dsb\n isb" ::: "memory");
}

/* Whether an HVC is that of `place`, or of the vector that its SVC was taken to. */
int is_end(u32 hsr, u32 mode)
{
	u32 immediate = hsr & 0xffff;

	return immediate == 1 || (mode == USER && immediate == 0xe2);
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

static void put_field(u32 value)
{
	put_hex(value);
	put(' ');
}

static void execute(u32 opcode, u32 mode, u32 r0)
{
	u32 traps = 0, first_vector = NO_VECTOR, first_hsr = 0, guest = NO_VECTOR, hsr = 0;

	for (u32 n = 0; n < 13; n++)
		context.r[n] = 0xc0de0000 + n;
	context.r[0] = r0;
	context.r[12] = GUEST_DATA;
	if (mode == HYP) {
		place(HYP_CODE, opcode, mode);
		call_hyp();
		hsr = context.vector == NO_VECTOR ? 0 : READ(p15, 4, c5, c2, 0);
	} else {
		place(GUEST_CODE, opcode, mode);
		context.elr = GUEST_CODE;
		context.spsr = 0x1c0 | mode;
		for (;;) {
			run_guest();
			hsr = READ(p15, 4, c5, c2, 0);
			u32 ec = hsr >> 26;
			if (context.vector != HYP_TRAP ||
			    (ec != EC_CP15 && ec != EC_CP14 && ec != EC_CP14_MEMORY && ec != EC_CP14_PAIR))
				break;
			if (!traps++) {
				first_vector = context.vector;
				first_hsr = hsr;
			}
			give_zero(hsr);
			context.elr += 4;
		}
		if (context.vector == HYP_TRAP && hsr >> 26 == EC_HVC) {
			guest = is_end(hsr, mode) ? NO_VECTOR : (hsr & 0xffff) - 0xe0;
			context.vector = NO_VECTOR;
			hsr = 0;
		}
	}
	put_field(context.vector);
	put_field(hsr);
	put_field(traps);
	put_field(first_vector);
	put_field(first_hsr);
	put_field(guest);
	put_field(READ(p15, 0, c5, c0, 1)); /* IFSR */
	put_field(READ(p15, 0, c5, c0, 0)); /* DFSR */
	put_field(READ(p15, 0, c6, c0, 0)); /* DFAR */
	put_field(READ(p15, 4, c6, c0, 0)); /* HDFAR */
	put_field(READ(p14, 0, c0, c1, 0)); /* DBGDSCRint */
	put_field(context.r[0]);
	put_field(context.r[1]);
	put('\n');
}

/* Puts registers as a record wants them; what goes wrong is no line of an answer. */
static void prepare(u32 opcode, u32 r0)
{
	context.r[0] = r0;
	place(HYP_CODE, opcode, HYP);
	call_hyp();
	if (context.vector == NO_VECTOR)
		return;
	put('!');
	put_hex(opcode);
	put('\n');
}

void power_off(void)
{
	register u32 function __asm__("r0") = 0x84000008; /* PSCI SYSTEM_OFF */

	__asm__ volatile(".arch_extension sec\n smc #0" ::"r"(function));
}

static void run_records(void)
{
	int end;

	say("hello ");
	put_field(READ(p14, 0, c0, c0, 0)); /* DBGDIDR */
	put_field(READ(p15, 4, c1, c1, 1)); /* HDCR */
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

void main(void)
{
	set_up_uart();
	design = (enum design)*DESIGN_WORD;
	if (design)
		run_programs();
	else
		run_records();
}
