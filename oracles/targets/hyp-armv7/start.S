/*
 * The record interpreter in Hyp mode: entry, the vectors of Hyp mode and of the guest, and the two ways to run one
 * instruction. ARM ARM v7-A: exception entry, ERET, the banked registers of Hyp mode.
 */
	.arch armv7ve
	.syntax unified
	.arm

	.section .text.start
	.global _start
_start:
	ldr	sp, =0x40090000
	ldr	r0, =hyp_vectors
	mcr	p15, 4, r0, c12, c0, 0		/* HVBAR */
	ldr	r0, =guest_vectors
	mcr	p15, 0, r0, c12, c0, 0		/* VBAR */
	isb
	bl	main
1:	b	1b

/*
 * What was taken while an instruction ran is kept in `context`: r0-r12, ELR_hyp, SPSR_hyp, the number of the vector.
 * Both run_guest and call_hyp leave r4-r12 and lr on the stack; an exception to Hyp mode returns to their caller.
 */
	.set	ELR, 52
	.set	SPSR, 56
	.set	VECTOR, 60

	.text
	.macro	vector number
	push	{r0, r1}
	mov	r0, #\number
	b	taken
	.endm

vector0: vector 0
vector1: vector 1
vector2: vector 2
vector3: vector 3
vector4: vector 4
vector5: vector 5
vector6: vector 6
vector7: vector 7

taken:
	ldr	r1, =context
	str	r0, [r1, #VECTOR]
	add	r0, r1, #8
	stmia	r0, {r2-r12}
	pop	{r2, r3}
	stmia	r1, {r2, r3}
	mrs	r2, elr_hyp
	str	r2, [r1, #ELR]
	mrs	r2, spsr
	str	r2, [r1, #SPSR]
	pop	{r4-r12, pc}

	.balign	32
hyp_vectors:
	b	vector0
	b	vector1
	b	vector2
	b	vector3
	b	vector4
	b	vector5
	b	vector6
	b	vector7

	.balign	32
	.global guest_vectors
guest_vectors:
	hvc	#0xe0
	hvc	#0xe1
	hvc	#0xe2
	hvc	#0xe3
	hvc	#0xe4
	hvc	#0xe5
	hvc	#0xe6
	hvc	#0xe7

	/* Into the guest, with what `context` says. */
	.global run_guest
run_guest:
	push	{r4-r12, lr}
	ldr	lr, =context
	ldr	r0, [lr, #ELR]
	msr	elr_hyp, r0
	ldr	r0, [lr, #SPSR]
	msr	spsr_cxsf, r0
	ldmia	lr, {r0-r12}
	eret

	/* The code at 0x40081000, in Hyp mode. */
	.global call_hyp
call_hyp:
	push	{r4-r12, lr}
	ldr	lr, =context
	ldmia	lr, {r0-r12}
	ldr	lr, =0x40081000
	blx	lr
	ldr	r2, =context
	stmia	r2, {r0, r1}
	mov	r0, #0xff
	str	r0, [r2, #VECTOR]
	pop	{r4-r12, pc}

/*
 * A breakpoint or watchpoint register by its number: its instruction has the number in it, so that there is one for each,
 * 8 bytes apart. PC reads as 8 bytes ahead.
 */
	.macro	numbered name, opc2, numbers:vararg
	.global	read_\name
read_\name:
	add	pc, pc, r0, lsl #3
	nop
	.irp	n, \numbers
	mrc	p14, 0, r0, c0, c\n, \opc2
	bx	lr
	.endr
	.global	write_\name
write_\name:
	add	pc, pc, r0, lsl #3
	nop
	.irp	n, \numbers
	mcr	p14, 0, r1, c0, c\n, \opc2
	bx	lr
	.endr
	.endm

	numbered bvr, 4, 0, 1, 2, 3, 4, 5
	numbered bcr, 5, 0, 1, 2, 3, 4, 5
	numbered wvr, 6, 0, 1, 2, 3
	numbered wcr, 7, 0, 1, 2, 3

	.bss
	.balign	8
	.global context
context:
	.space	64
