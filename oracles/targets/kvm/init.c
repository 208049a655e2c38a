// SPDX-License-Identifier: MIT
/*
 * The runner as PID 1 of a kernel that was booted for it alone: file systems,
 * KVM's modules, the channel to the other end; at the end, power off.
 *
 * The kernel's command line says what to do. channel=DEVICE, or channel=ports
 * for the channel of ports.c, and modules=NAME,…
 * reach PID 1 as environment; NAME.PARAMETER=VALUE is read from /proc/cmdline,
 * as modprobe does, so that one command line serves modules and a built-in KVM.
 */
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>

#define CHANNEL_MS	5000

static char cmdline[4096];

static void read_cmdline(void)
{
	int fd = open("/proc/cmdline", O_RDONLY | O_CLOEXEC);
	ssize_t size = fd < 0 ? 0 : read(fd, cmdline, sizeof(cmdline) - 1);

	cmdline[size > 0 ? size : 0] = 0;
	close(fd);
}

/* What the command line says about a module: "PARAMETER=VALUE …". In names '-' and '_' are the same. */
static void parameters_of(const char *module, char *parameters)
{
	size_t length = strlen(module);

	*parameters = 0;
	for (char *at = cmdline; *at; at += strspn(at, " \n")) {
		size_t i = 0, size = strcspn(at, " \n");

		while (i < length && (at[i] == module[i] || (at[i] == '_' && module[i] == '-')))
			i++;
		if (i == length && at[i] == '.')
			sprintf(parameters + strlen(parameters), "%.*s ", (int)(size - i - 1), at + i + 1);
		at += size;
	}
}

static int load_module(const char *name)
{
	char path[256], parameters[sizeof(cmdline) + 1];
	int fd, result;

	snprintf(path, sizeof(path), "/modules/%s.ko", name);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return -1;
	parameters_of(name, parameters);
	result = syscall(SYS_finit_module, fd, parameters, 0);
	close(fd);
	return result;
}

/* Every byte as it is. */
static void make_raw(int fd)
{
	struct termios line;

	if (tcgetattr(fd, &line))
		return;
	cfmakeraw(&line);
	/* A UART reports the end of a burst after four character times: keep them short. */
	cfsetspeed(&line, B115200);
	tcsetattr(fd, TCSANOW, &line);
}

/*
 * A virtio port appears some time after its driver is loaded, hung up until
 * the other end is known to be there; a serial line is there at once.
 */
static int open_channel(const char *device)
{
	for (int ms = 0; ms < CHANNEL_MS; ms += 10) {
		int fd = open(device, O_RDWR | O_NOCTTY | O_CLOEXEC);
		struct pollfd port = { .fd = fd, .events = POLLOUT };

		if (fd >= 0 && poll(&port, 1, 0) >= 0 && !(port.revents & POLLHUP)) {
			make_raw(fd);
			for (int i = 0; i < 3; i++)
				dup2(fd, i);
			return 0;
		}
		if (fd >= 0)
			close(fd);
		usleep(10000);
	}
	return -1;
}

void power_off(void)
{
	fflush(stdout);
	close_ports();
	/* What is still in a UART would be lost. */
	tcdrain(STDOUT_FILENO);
	reboot(RB_POWER_OFF);
}

static void give_up(const char *what, const char *name)
{
	printf("error %s %s: %s\n", what, name, strerror(errno));
	power_off();
}

void init_system(void)
{
	const char *channel = getenv("channel"), *modules = getenv("modules");
	char *list = strdup(modules ? modules : ""), *name, *rest;

	mount("devtmpfs", "/dev", "devtmpfs", 0, NULL);
	mount("proc", "/proc", "proc", 0, NULL);
	mount("sysfs", "/sys", "sysfs", 0, NULL);
	read_cmdline();
	for (name = strtok_r(list, ",", &rest); name; name = strtok_r(NULL, ",", &rest))
		if (load_module(name))
			give_up("loading module", name);
	free(list);
	if (channel && (strcmp(channel, "ports") ? open_channel(channel) : open_ports()))
		give_up("opening", channel);
}
