/*
 * Four designs for the debug registers of a guest, as small as they can be had: what HDCR traps, what becomes of a
 * trapped access, and who handles the guest's debug exceptions. What each is to do says model/armv7/variants; this is
 * written anew, so that two readings of one design meet on a CPU.
 */
#include "image.h"

enum design design;

const char *design_name(void)
{
	static const char *const names[] = { "", "no-traps", "raz-wi", "design-b", "ideal" };

	return names[design];
}

enum { TPMCR = 1 << 5, TPM = 1 << 6, TDE = 1 << 8, TDA = 1 << 9, TDOSA = 1 << 10, TDRA = 1 << 11 };
#define ALL_TRAPS (TDRA | TDOSA | TDA)
#define MOE (15u << 2)

static struct {
	struct pair pairs[PAIRS];
	/* DBGDSCR.MOE of the guest's own last debug exception, in its place. */
	u32 moe;
} vcpus[2];

/* The CPU's breakpoints and watchpoints before the entry. */
static struct pair before[PAIRS];

struct pair read_pair(u32 n)
{
	if (n < BREAKPOINTS)
		return (struct pair){ read_bvr(n), read_bcr(n) };
	return (struct pair){ read_wvr(n - BREAKPOINTS), read_wcr(n - BREAKPOINTS) };
}

/* Disabled while its address changes. */
void write_pair(u32 n, struct pair pair)
{
	if (n < BREAKPOINTS) {
		write_bcr(n, 0);
		write_bvr(n, pair.value);
		write_bcr(n, pair.control);
	} else {
		write_wcr(n - BREAKPOINTS, 0);
		write_wvr(n - BREAKPOINTS, pair.value);
		write_wcr(n - BREAKPOINTS, pair.control);
	}
}

void reset_vcpus(void)
{
	for (u32 vcpu = 0; vcpu < 2; vcpu++) {
		for (u32 n = 0; n < PAIRS; n++)
			vcpus[vcpu].pairs[n] = (struct pair){ 0, 0 };
		vcpus[vcpu].moe = 0;
	}
}

static int programs_pairs(void)
{
	return design == DESIGN_B || design == IDEAL;
}

void enter_guest(u32 vcpu)
{
	u32 traps = design == NO_TRAPS ? 0 : design == IDEAL ? ALL_TRAPS | TDE : ALL_TRAPS;

	for (u32 n = 0; n < PAIRS; n++)
		before[n] = read_pair(n);
	if (programs_pairs() && in_monitor_mode())
		for (u32 n = 0; n < PAIRS; n++)
			write_pair(n, vcpus[vcpu].pairs[n]);
	WRITE(p15, 4, READ(p15, 4, c1, c1, 1) | TPM | TPMCR | traps, c1, c1, 1);
}

void exit_guest(void)
{
	if (design != NO_TRAPS)
		for (u32 n = 0; n < PAIRS; n++)
			write_pair(n, before[n]);
	WRITE(p15, 4, READ(p15, 4, c1, c1, 1) & ~(u32)(TPM | TPMCR | ALL_TRAPS | TDE), c1, c1, 1);
}

/* The place of a register in HSR: opc2, CRn, CRm. */
#define REGISTER(crn, crm, opc2) ((opc2) << 17 | (crn) << 10 | (crm) << 1)
#define REGISTER_MASK REGISTER(15, 15, 7)
#define DBGDIDR REGISTER(0, 0, 0)
#define DBGDSCRint REGISTER(0, 1, 0)
#define DBGDSCRext REGISTER(0, 2, 2)
#define DBGOSLSR REGISTER(1, 1, 4)

/* What the CPU may get of what the guest writes: nothing of HMC and SSC, no type that compares a VMID. */
static u32 sanitised(u32 opc2, u32 value)
{
	if (opc2 == 4 || opc2 == 6)
		return value & ~3u;
	if (opc2 == 7)
		return value & 0x1f1f1fff;
	value &= 0x00ff01e7;
	return value >> 20 > 5 ? value & 0x000f01e7 : value;
}

/* DBGBVR, DBGBCR, DBGWVR and DBGWCR are opc2 4 to 7 of c0; CRm is the number. */
static u32 access_pair(u32 vcpu, u32 hsr, u32 value)
{
	u32 opc2 = (hsr >> 17) & 7, crm = (hsr >> 1) & 15, n = opc2 < 6 ? crm : BREAKPOINTS + crm;
	struct pair *pair = &vcpus[vcpu].pairs[n];
	u32 *half = opc2 & 1 ? &pair->control : &pair->value;

	if (!in_monitor_mode())
		return 0;
	if (hsr & 1)
		return *half;
	*half = sanitised(opc2, value);
	write_pair(n, *pair);
	return 0;
}

/* What a read gets; a write is carried out here. */
static u32 answer(u32 vcpu, u32 hsr, u32 value)
{
	u32 which = hsr & REGISTER_MASK;

	if (!programs_pairs())
		return 0;
	if (!((hsr >> 10) & 15) && (hsr >> 17) & 4)
		return access_pair(vcpu, hsr, value);
	if (!(hsr & 1))
		return 0;
	if (which == DBGDIDR)
		return READ(p14, 0, c0, c0, 0);
	if (which == DBGDSCRint || which == DBGDSCRext) {
		u32 dscr = READ(p14, 0, c0, c1, 0);
		return design == IDEAL ? (dscr & ~MOE) | vcpus[vcpu].moe : dscr;
	}
	return which == DBGOSLSR ? 8 : 0;
}

/* A trapped access; whether it is one that is known. */
int handle_access(u32 vcpu, u32 hsr)
{
	u32 rt = (hsr >> 5) & 15, value;

	if (hsr >> 26 != EC_CP14 || (rt > 12 && rt != 15))
		return 0;
	value = answer(vcpu, hsr, rt < 13 ? context.r[rt] : 0);
	if (hsr & 1) {
		if (rt == 15)
			context.spsr = (context.spsr & 0x0fffffff) | (value & 0xf0000000);
		else
			context.r[rt] = value;
	}
	context.elr += 4;
	return 1;
}

/* A debug exception of the guest that was routed here: the guest's own, so it gets it, and its cause is kept for it. */
void handle_debug_exception(u32 vcpu, u32 hsr)
{
	int is_data = hsr >> 26 == EC_DATA_ABORT;

	vcpus[vcpu].moe = READ(p14, 0, c0, c1, 0) & MOE;
	if (is_data) {
		WRITE(p15, 0, 2, c5, c0, 0); /* DFSR: debug event */
		WRITE(p15, 0, READ(p15, 4, c6, c0, 0), c6, c0, 0); /* DFAR := HDFAR */
	} else
		WRITE(p15, 0, 2, c5, c0, 1); /* IFSR */
	context.elr = (u32)&guest_vectors[is_data ? DATA_ABORT : PREFETCH_ABORT];
	context.spsr = 0x1d7; /* Abort mode */
}
