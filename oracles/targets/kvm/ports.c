// SPDX-License-Identifier: MIT
/*
 * A channel by I/O ports alone, for an emulator whose fastest serial line takes
 * some 10 us for each byte: lines come in through the sectors of an IDE disk
 * that the other end writes to while it is read, and go out through port 0xe9,
 * whose bytes the emulator prints.
 *
 * Sector n of the input, counted without end, lies in sector n % SECTORS of the
 * disk: n + 1 and the count of its bytes, 32 bits each, then the bytes. It is
 * there as soon as its number is.
 */
#ifdef __x86_64__
#define _GNU_SOURCE
#include "runner.h"

#include <stdio.h>
#include <string.h>
#include <sys/io.h>

#define DEBUG_PORT	0xe9

/* The master of the second IDE channel, which no driver has claimed. */
#define IDE		0x170
#define IDE_DATA	(IDE + 0)
#define IDE_COUNT	(IDE + 2)
#define IDE_LBA		(IDE + 3)
#define IDE_DEVICE	(IDE + 6)
#define IDE_COMMAND	(IDE + 7)
#define IDE_STATUS	(IDE + 7)
#define IDE_CONTROL	0x376
#define NO_INTERRUPTS	0x02
#define DEVICE_LBA	0xe0
#define READ_SECTORS	0x20
#define BUSY		0x80
#define READY		0x08
#define FAILED		0x01

#define SECTORS		2048

/* Bochs ends when it reads its name for that here. */
#define SHUTDOWN_PORT	0x8900
#define SHUTDOWN	"Shutdown"

static struct {
	uint32_t number, size;
	char bytes[504];
} sector;

/* What is read already of the sector that is there. */
static uint32_t taken;
static uint32_t sectors_read;
static bool is_open;

/* The compiler cannot know that insw and outsb of <sys/io.h> touch memory. */
#define barrier()	__asm__ volatile("" : : : "memory")

static int read_sector(uint32_t lba)
{
	uint8_t status;

	outb(DEVICE_LBA | lba >> 24, IDE_DEVICE);
	outb(1, IDE_COUNT);
	for (int i = 0; i < 3; i++)
		outb(lba >> (8 * i), IDE_LBA + i);
	outb(READ_SECTORS, IDE_COMMAND);
	do {
		status = inb(IDE_STATUS);
		if (!(status & BUSY) && (status & FAILED))
			return -1;
	} while ((status & BUSY) || !(status & READY));
	insw(IDE_DATA, &sector, sizeof(sector) / 2);
	barrier();
	return 0;
}

static ssize_t read_ports(void *cookie, char *to, size_t size)
{
	(void)cookie;
	while (taken == sector.size) {
		do {
			if (read_sector(sectors_read % SECTORS))
				return -1;
		} while (sector.number != sectors_read + 1);
		sectors_read++;
		taken = 0;
	}
	if (size > sector.size - taken)
		size = sector.size - taken;
	memcpy(to, sector.bytes + taken, size);
	taken += size;
	return size;
}

static ssize_t write_ports(void *cookie, const char *from, size_t size)
{
	(void)cookie;
	barrier();
	outsb(DEBUG_PORT, from, size);
	return size;
}

int open_ports(void)
{
	FILE *in, *out;

	if (iopl(3))
		return -1;
	outb(NO_INTERRUPTS, IDE_CONTROL);
	in = fopencookie(NULL, "r", (cookie_io_functions_t){ .read = read_ports });
	out = fopencookie(NULL, "w", (cookie_io_functions_t){ .write = write_ports });
	if (!in || !out)
		return -1;
	setvbuf(out, NULL, _IOFBF, 1 << 16);
	stdin = in;
	stdout = out;
	is_open = true;
	return 0;
}

bool ports_are_open(void)
{
	return is_open;
}

void close_ports(void)
{
	if (is_open)
		outsb(SHUTDOWN_PORT, SHUTDOWN, strlen(SHUTDOWN));
}
#endif
