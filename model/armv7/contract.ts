/**
 * The contract of the armv7 machine: everything a program may rely on.
 *
 * Two CPUs in Hyp-capable ARMv7 with the debug registers of a Cortex-A15 (6 breakpoints, 4 watchpoints; the DIDR says so),
 * two vCPUs of one guest, and a host whose Linux has brought its hw_breakpoint support up on both CPUs before the program
 * begins. The guest's stage 1 is off, TTBCR.EAE is 0.
 *
 * | address    | what                                                              |
 * |------------|-------------------------------------------------------------------|
 * | 0x40080000 | the program's instructions (A32), of either vCPU, 8 bytes apart   |
 * | 0x40080800 | the guest's data                                                  |
 * | 0xb6f00000 | code of the host's tasks, in the same address space to a register |
 * | 0xb6f01000 | data of the host's tasks                                          |
 *
 * Between two instructions lies what ends the first one where a real CPU executes it (HVC, SVC): a breakpoint on an
 * instruction never hits what belongs to another one.
 *
 * The instructions of a program are executed in order, each by the vCPU that is running, at its own address: a program is
 * what happens, one thing after the other. Before an instruction the contract loads what it needs into r0. One with
 * `user` is executed in user mode, all others in Supervisor mode. WFI leaves the guest, as does the end of the program.
 * The guest's handlers do nothing but return behind the instruction that caused the exception.
 *
 * The host runs on the CPU of the current vCPU unless an action says otherwise. Its tasks are the thread of the vCPU, and
 * `debugged`, a process that a debugger has put breakpoints on; they run in user mode. Group k of the script is done
 * before the k-th entry. When the code is used up, what is left of the script is done, with an entry behind each group.
 */
export const CODE = 0x40080000
/** Bytes from one instruction to the next. */
export const SPACING = 8
export const DATA = 0x40080800
export const HOST_CODE = 0xb6f00000
export const HOST_DATA = 0xb6f01000

export const CPUS = 2
export const VCPUS = 2

/** Most instructions of a program. */
export const CODE_CAP = 256
/** Entries after which a program is ended. */
export const ENTRY_CAP = 32
