/*
 * The UART, a PL011: lines in, lines out.
 */
#include "image.h"

#define UART ((volatile u32 *)0x09000000)
#define RECEIVE_EMPTY 0x10

int get(void)
{
	while (UART[6] & RECEIVE_EMPTY)
		;
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
