/*
 * The host around the guest: it brings the debug registers up as Linux does, and has one process that is debugged.
 * Linux arch/arm/kernel/hw_breakpoint.c: reset_ctrl_regs(), enable_monitor_mode(), arch_install_hw_breakpoint(),
 * hw_breakpoint_pending().
 */
#include "image.h"

#define UDCCdis (1u << 12)
#define MDBGen (1u << 15)
#define OSLK 2u
#define LOCK_KEY 0xc5acce55u
#define HDCR_RESET 6

/* What the debugger has put on the process; a control of 0 is no breakpoint. */
static struct pair own[PAIRS];
/* Slots for users: one breakpoint is kept for stepping over others. */
static u32 breakpoints, watchpoints;

int in_monitor_mode(void)
{
	return (READ(p14, 0, c0, c1, 0) & MDBGen) != 0;
}

/* What software can change of DBGDSCRext: QEMU would store every bit. While the OS lock is set it restores all status. */
void write_dscr(u32 value)
{
	u32 mask = READ(p14, 0, c1, c1, 4) & OSLK ? 0x6000fffc : MDBGen | UDCCdis;

	WRITE(p14, 0, (READ(p14, 0, c0, c1, 0) & ~mask) | (value & mask), c0, c2, 2);
}

/* The debug registers of a CPU that was just powered. */
void power_up(int locked)
{
	WRITE(p15, 4, HDCR_RESET, c1, c1, 1);
	WRITE(p14, 0, 0, c1, c3, 4); /* DBGOSDLR */
	WRITE(p14, 0, 0, c0, c2, 2); /* DBGDSCRext */
	for (u32 n = 0; n < PAIRS; n++) {
		write_pair(n, (struct pair){ 0, 0 });
		own[n].control = 0;
	}
	WRITE(p14, 0, locked ? LOCK_KEY : 0, c1, c0, 4); /* DBGOSLAR */
	breakpoints = watchpoints = 0;
	reset_vcpus();
}

void start_up(void)
{
	WRITE(p14, 0, ~LOCK_KEY, c1, c0, 4);
	WRITE(p14, 0, 0, c0, c7, 0); /* DBGVCR */
	for (u32 n = 0; n < PAIRS; n++)
		write_pair(n, (struct pair){ 0, 0 });
	write_dscr(READ(p14, 0, c0, c1, 0) | MDBGen);
	if (!in_monitor_mode())
		return;
	breakpoints = BREAKPOINTS - 1;
	watchpoints = WATCHPOINTS;
}

/* perf: user mode, all four bytes; a watchpoint for stores. */
const char *set_breakpoint(int is_write)
{
	u32 first = is_write ? BREAKPOINTS : 0, slots = is_write ? watchpoints : breakpoints;

	if (!in_monitor_mode())
		return "ENODEV";
	for (u32 n = first; n < first + slots; n++)
		if (!own[n].control) {
			own[n] = is_write ? (struct pair){ TASK_DATA, 0x1f5 } : (struct pair){ TASK_CODE, 0x1e5 };
			return "ok";
		}
	return "ENOSPC";
}

void clear_breakpoints(void)
{
	for (u32 n = 0; n < PAIRS; n++)
		own[n].control = 0;
}

/* The scheduler: only what the process has is touched, and leaving it disables that. */
static void schedule(int in)
{
	for (u32 n = 0; n < PAIRS; n++) {
		if (!own[n].control)
			continue;
		if (in)
			write_pair(n, own[n]);
		else if (n < BREAKPOINTS)
			write_bcr(n, 0);
		else
			write_wcr(n - BREAKPOINTS, 0);
	}
}

/* Whether what hits at an address is the debugger's. */
static int is_own(u32 first, u32 count, u32 address)
{
	for (u32 n = first; n < first + count; n++) {
		struct pair pair = read_pair(n);
		if (pair.control & 1 && pair.value == address)
			return own[n].control == pair.control && own[n].value == pair.value;
	}
	return 0;
}

/*
 * The process executes its code, stores to its data, or executes BKPT. False where the kernel finds nothing that stands
 * for the exception: the instruction would be hit for ever.
 */
int run_task(char what)
{
	u32 address = TASK_CODE + (what == 'c' ? 0 : what == 's' ? 0x100 : 0x200), vector;
	int goes_on = 1;

	schedule(1);
	place(address, what == 'c' ? 0xe320f000 : what == 's' ? 0xe5801000 : 0xe1200070, USER);
	context.r[0] = TASK_DATA;
	context.elr = address;
	context.spsr = 0x1c0 | USER;
	run_guest();
	vector = (READ(p15, 4, c5, c2, 0) & 0xffff) - 0xe0;
	if (vector == PREFETCH_ABORT || vector == DATA_ABORT) {
		log_exception(0x200 | vector, 0, (READ(p14, 0, c0, c1, 0) >> 2) & 15, 0);
		goes_on = what == 'b' || (what == 'c' ? is_own(0, BREAKPOINTS, address)
						      : is_own(BREAKPOINTS, WATCHPOINTS, TASK_DATA));
	}
	schedule(0);
	return goes_on;
}
