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

/*
 * As /proc/cpuinfo has them: CPUID's vendor string and name, or implementer and
 * part number of MIDR_EL1. Blanks become dashes.
 */
static void read_cpu(char vendor[64], char name[64])
{
	char line[256];
	FILE *file = fopen("/proc/cpuinfo", "re");

	strcpy(vendor, "unknown");
	strcpy(name, "unknown");
	while (file && fgets(line, sizeof(line), file)) {
		sscanf(line, "vendor_id : %63s", vendor);
		sscanf(line, "CPU implementer : %63s", vendor);
		if (sscanf(line, "model name : %63[ -~]", name) == 1 ||
		    sscanf(line, "CPU part : %63s", name) == 1)
			break;
	}
	for (char *blank = name; (blank = strchr(blank, ' ')); )
		*blank = '-';
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

void say_hello(int kvm)
{
	struct utsname host = { 0 };
	char vendor[64], name[64], module[64];

	uname(&host);
	read_cpu(vendor, name);
	read_module(module, vendor);
	say("hello guest-debug-oracle/runner %d arch=%s kernel=%s module=%s cpu=%s cpu-name=%s",
	    PROTOCOL, arch_name, host.release, module, vendor, name);
	arch_say_hello(kvm);
	say("\n");
}
