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

/* Guest RAM: one slot. */
#ifdef __aarch64__
#define RAM_BASE	0x40000000
#define RAM_SIZE	0x8000
#else
#define RAM_BASE	0
#define RAM_SIZE	0xd000
#endif
/* What a read of a port or of MMIO returns, in every byte. */
#define READ_BYTE	0x5a
/* Fills what KVM_RUN may leave unwritten, so that stale values are told apart. */
#define POISON		0xa5

struct machine {
	int kvm, vm, vcpu;
	struct kvm_run *run;
	size_t run_size;
	uint8_t *ram;
	/* What the action that is under way has read, if it is one that reads. */
	bool has_value;
	uint64_t value;
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
/* "address,bytes" into RAM. -EINVAL if it does not fit. */
int write_memory(struct machine *m, char *argument);
int create_vm(struct machine *m);
void destroy_vm(struct machine *m);

/* hello.c: the first line, which says what runs here. */
void say_hello(int kvm);
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
/* Words of the hello that only this architecture has, each with a blank before it. */
void arch_say_hello(int kvm);
/* RAM was written: instructions that were fetched from it are stale. */
void arch_memory_written(void *from, size_t size);
/* KVM_RUN is about to be called. */
void arch_before_run(struct machine *m);
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
