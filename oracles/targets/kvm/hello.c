// SPDX-License-Identifier: MIT
/*
 * The runner's first line: its protocol, and what a description of this target
 * has to go by.
 */
#include "runner.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/utsname.h>

#define PROTOCOL	2
#define FORCED_EMULATION	"/sys/module/kvm/parameters/force_emulation_prefix"

/* The CPUID vendor string, as /proc/cpuinfo has it. */
static void read_cpu_vendor(char vendor[64])
{
	char line[256];
	FILE *file = fopen("/proc/cpuinfo", "re");

	strcpy(vendor, "unknown");
	while (file && fgets(line, sizeof(line), file))
		if (sscanf(line, "vendor_id : %63s", vendor) == 1)
			break;
	if (file)
		fclose(file);
}

/*
 * KVM's vendor module: the kvm_* of /sys/module. A kernel with several built in
 * shows them all; the CPU decides which of them it uses.
 */
static void read_module(char module[64], const char *vendor)
{
	const char *other = strstr(vendor, "Intel") ? "kvm_amd" : "kvm_intel";
	DIR *folder = opendir("/sys/module");
	struct dirent *entry;

	strcpy(module, "none");
	while (folder && (entry = readdir(folder))) {
		const char *name = entry->d_name;

		if (strncmp(name, "kvm_", 4) || strlen(name) > 63)
			continue;
		if (!strcmp(module, "none") || strcmp(name, other))
			strcpy(module, name);
	}
	if (folder)
		closedir(folder);
}

/* A bit mask; Y or N in kernels that have it as a bool. */
static bool has_forced_emulation(void)
{
	FILE *file = fopen(FORCED_EMULATION, "re");
	int value = file ? fgetc(file) : EOF;

	if (file)
		fclose(file);
	return value != EOF && value != 'N' && value != '0';
}

void say_hello(void)
{
	struct utsname host = { 0 };
	char vendor[64], module[64];

	uname(&host);
	read_cpu_vendor(vendor);
	read_module(module, vendor);
	say("hello guest-debug-oracle/runner %d arch=%s kernel=%s module=%s cpu=%s forced-emulation=%d\n",
	    PROTOCOL, arch_name, host.release, module, vendor, has_forced_emulation());
}
