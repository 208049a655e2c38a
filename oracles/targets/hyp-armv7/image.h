/*
 * What the parts of the image have in common.
 */
#ifndef IMAGE_H
#define IMAGE_H

typedef unsigned int u32;

/* The memory that the image uses beside its own (`image.ld`): as model/armv7/contract.ts has it. */
#define GUEST_CODE 0x40080000u
#define GUEST_DATA 0x40080800u
#define TASK_CODE 0xb6f00000u
#define TASK_DATA 0xb6f01000u
/* Which design the hypervisor has: a word that QEMU's loader leaves here; 0 for none. */
#define DESIGN_WORD ((volatile u32 *)0x40070000)

enum { USER = 0x10, SUPERVISOR = 0x13, HYP = 0x1a };
enum { NO_VECTOR = 0xff, UNDEFINED = 1, PREFETCH_ABORT = 3, DATA_ABORT = 4, HYP_TRAP = 5 };
enum {
	EC_WFI = 0x01,
	EC_CP15 = 0x03,
	EC_CP14 = 0x05,
	EC_CP14_MEMORY = 0x06,
	EC_CP14_PAIR = 0x0c,
	EC_HVC = 0x12,
	EC_PREFETCH_ABORT = 0x20,
	EC_DATA_ABORT = 0x24,
};

#define READ(coprocessor, opc1, crn, crm, opc2) \
	({ \
		u32 value_; \
		__asm__ volatile("mrc " #coprocessor ", " #opc1 ", %0, " #crn ", " #crm ", " #opc2 : "=r"(value_)); \
		value_; \
	})
#define WRITE(coprocessor, opc1, value, crn, crm, opc2) \
	__asm__ volatile("mcr " #coprocessor ", " #opc1 ", %0, " #crn ", " #crm ", " #opc2 "\n isb" ::"r"(value) : "memory")

/* start.S: what was taken while an instruction ran, and what it is run with. */
extern struct {
	u32 r[13], elr, spsr, vector;
} context;
extern u32 guest_vectors[8];
void run_guest(void);
void call_hyp(void);

/* Breakpoints (DBGBVR, DBGBCR) and watchpoints (DBGWVR, DBGWCR) of the CPU by number. */
u32 read_bvr(u32 n);
u32 read_bcr(u32 n);
u32 read_wvr(u32 n);
u32 read_wcr(u32 n);
void write_bvr(u32 n, u32 value);
void write_bcr(u32 n, u32 value);
void write_wvr(u32 n, u32 value);
void write_wcr(u32 n, u32 value);

/* uart.c */
void set_up_uart(void);
int get(void);
void put(char c);
void say(const char *text);
void put_hex(u32 value);

/* main.c */
void place(u32 address, u32 opcode, u32 mode);
int is_end(u32 hsr, u32 mode);
void power_off(void);

/* hypervisor.c */
enum design { NO_TRAPS = 1, RAZ_WI, DESIGN_B, IDEAL };

struct pair {
	u32 value, control;
};
enum { BREAKPOINTS = 6, WATCHPOINTS = 4, PAIRS = BREAKPOINTS + WATCHPOINTS };

/* Breakpoints first; `n` counts through both. */
struct pair read_pair(u32 n);
void write_pair(u32 n, struct pair pair);

extern enum design design;
const char *design_name(void);
void reset_vcpus(void);
void enter_guest(u32 vcpu);
void exit_guest(void);
int handle_access(u32 vcpu, u32 hsr);
void handle_debug_exception(u32 vcpu, u32 hsr);

/* host.c */
void power_up(int locked);
void start_up(void);
void write_dscr(u32 value);
const char *set_breakpoint(int is_write);
void clear_breakpoints(void);
int run_task(char what);
int in_monitor_mode(void);

/* program.c */
void run_programs(void);
void log_exception(u32 what, u32 address, u32 value, u32 far);

#endif
