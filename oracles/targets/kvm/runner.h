/* SPDX-License-Identifier: MIT */
/*
 * What runner.c (lines), run.c (run loop) and the architecture's file (state,
 * actions) know of each other.
 */
#ifndef RUNNER_H
#define RUNNER_H

#include <linux/kvm.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define RAM_SIZE	0xd000
/* What a read of a port or of MMIO returns, in every byte. */
#define READ_BYTE	0x5a
/* Fills what KVM_RUN may leave unwritten, so that stale values are told apart. */
#define POISON		0xa5

struct machine {
	int kvm, vm, vcpu;
	struct kvm_run *run;
	size_t run_size;
	uint8_t *ram;
	struct arch *arch;
};

/* runner.c, or who else runs programs: where the answer goes. */
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* run.c */
/* /dev/kvm, and the size of struct kvm_run; -1 with errno. */
int open_kvm(size_t *run_size);
/*
 * The words of a program behind "run", and of an image that programs start from
 * behind "image", by strtok_r. NULL, or why the line was not carried out.
 */
const char *run_program(int kvm, size_t run_size, char **line);
const char *store_image(char **line);
/* Records the first complaint about the line or the host; always returns -1. */
int complain(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* The next hex number of a comma-separated list, moving *text; false at its end. */
bool next_number(char **text, uint64_t *value);
/* The next name:value of a comma-separated list. */
bool next_pair(char **text, char **name, uint64_t *value);
/* 0, or -errno. */
int result_of(int ioctl_return);
int create_vm(struct machine *m);
void destroy_vm(struct machine *m);

/* hello.c: the first line, which says what runs here. */
void say_hello(void);
/* init.c: what PID 1 does before it serves, and after. */
void init_system(void);
void power_off(void);

/* The architecture. Functions return 0, -errno of the ioctl, or -1 after complain(). */
#define BAD_LINE	(-10000)

extern const char arch_name[];
struct arch *arch_alloc(void);
/* After the VM exists: capabilities. After the vCPU exists: what does not come from the program. */
int arch_init_vm(struct machine *m);
int arch_init_vcpu(struct machine *m);
/* One action other than the generic ones: BAD_LINE if there is no such word. */
int arch_action(struct machine *m, const char *word, char *argument);
/* Everything the guest has, into a fresh VM around the same RAM. */
int arch_save_restore(struct machine *m);
/* Prints the architecture's part of an exit; answers what the exit asks for. */
void arch_print_exit(struct machine *m);
void arch_print_state(struct machine *m);
/* Linear address of the next instruction. */
uint64_t arch_linear_pc(struct machine *m);
/* Where the guest's log ends. */
uint64_t arch_log_end(struct machine *m);

#endif
