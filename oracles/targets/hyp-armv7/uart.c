/*
 * The UART, a PL011: lines in, lines out.
 */
#include "image.h"

#define UART ((volatile u32 *)0x09000000)
#define RECEIVE_EMPTY 0x10
#define RECEIVE_INTERRUPT 0x10
/* GICv2 of QEMU's `virt`; the UART is SPI 1, INTID 33. */
#define DISTRIBUTOR ((volatile u32 *)0x08000000)
#define CPU_INTERFACE ((volatile u32 *)0x08010000)

/* Lets the UART wake the CPU. No interrupt is ever taken: PL1 has them masked, and Hyp mode is not their target. */
void set_up_uart(void)
{
	UART[11] = 0x70; /* 8 bits, with the FIFO */
	UART[12] = 0x301;
	((volatile unsigned char *)DISTRIBUTOR)[0x800 + 33] = 1; /* GICD_ITARGETSR: CPU 0 */
	DISTRIBUTOR[0x104 / 4] = 1 << 1; /* GICD_ISENABLER1 */
	DISTRIBUTOR[0] = 1;
	CPU_INTERFACE[1] = 0xff; /* GICC_PMR */
	CPU_INTERFACE[0] = 1;
}

/*
 * Waiting costs nothing. The interrupt is enabled for no longer than that: with one pending a WFI of the guest would be
 * a NOP, and not trap.
 */
int get(void)
{
	while (UART[6] & RECEIVE_EMPTY) {
		UART[14] = RECEIVE_INTERRUPT;
		__asm__ volatile("dsb\n wfi" ::: "memory");
		UART[14] = 0;
	}
	return UART[0] & 0xff;
}

void put(char c)
{
	UART[0] = (u32)c;
}

void say(const char *text)
{
	while (*text)
		put(*text++);
}

/* Lower-case, without leading zeros. */
void put_hex(u32 value)
{
	int shift = 28;

	while (shift > 0 && !(value >> shift))
		shift -= 4;
	for (; shift >= 0; shift -= 4)
		put("0123456789abcdef"[(value >> shift) & 15]);
}
