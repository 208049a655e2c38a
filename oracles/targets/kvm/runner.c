// SPDX-License-Identifier: MIT
/*
 * The runner: one line in, one program; lines out, what the VMM saw. README.md
 * has the protocol.
 */
#define _GNU_SOURCE
#include "runner.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void say(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vprintf(format, args);
	va_end(args);
}

static int serve(void)
{
	char *line = NULL;
	size_t size = 0, run_size;
	int kvm = open_kvm(&run_size);

	if (kvm < 0) {
		printf("error /dev/kvm: %s\n", strerror(errno));
		return 1;
	}
	say_hello(kvm);
	fflush(stdout);
	while (getline(&line, &size, stdin) > 0) {
		char *rest, *word = strtok_r(line, " \r\n", &rest), *id = NULL;
		const char *complaint = NULL;

		if (!word)
			continue;
		if (rest && !strncmp(rest, "id=", 3))
			id = strtok_r(NULL, " \r\n", &rest) + 3;
		if (!strcmp(word, "run"))
			complaint = run_program(kvm, run_size, &rest);
		else if (!strcmp(word, "image"))
			complaint = store_image(&rest);
		else if (!strcmp(word, "quit"))
			break;
		else
			complaint = "expected run, image or quit";
		if (complaint)
			say("error %s\n", complaint);
		say("done%s%s\n", id ? " " : "", id ? id : "");
		fflush(stdout);
	}
	free(line);
	return 0;
}

int main(void)
{
	bool init = getpid() == 1;
	int status;

	/* A whole answer in one piece: a terminal, which a serial line is, would be written line by line. */
	setvbuf(stdout, NULL, _IOFBF, 1 << 16);
	if (init)
		init_system();
	status = serve();
	if (init)
		power_off();
	return status;
}
