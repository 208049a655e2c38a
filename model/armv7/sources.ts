/**
 * Citations of the armv7 machine.
 */
import { type Citation, type Confidence, mail, measured, source } from '../citations.ts'

/** A section of the Cortex-A15 Technical Reference Manual, by title. */
export const trm = (section: string, confidence: Confidence = 'read'): Citation => ({
  kind: 'manual',
  text: `Cortex-A15 TRM, “${section}”`,
  confidence,
})

/** A section of the Arm ARM for ARMv7-A, issue B. */
export const armv7Arm = (section: string, confidence: Confidence = 'read'): Citation => ({
  kind: 'manual',
  text: `ARM ARM v7-A and v7-R, issue B, “${section}”`,
  confidence,
})

const SUBJECT = 'Re: [PATCH v4 10/15] KVM: arm: implement world switch for debug registers'

/** The thread that the machine is about. */
export const armv7Thread = {
  patch: mail(
    'Zhichao Huang',
    '[PATCH v4 10/15] KVM: arm: implement world switch for debug registers',
    'August 2015',
  ),
  firstReview: mail('Christoffer Dall', SUBJECT, '2 Sep 2015'),
  conclusion: mail('Christoffer Dall', SUBJECT, '29 Sep 2015'),
} as const

/** What was observed on QEMU. */
export const onQemu = (what: string): Citation =>
  measured('QEMU 7.2.22, cortex-a15 in Hyp mode, in software', what)

/** Linux’s driver, as read. */
export const hwBreakpointC: Citation = source('Linux arch/arm/kernel/hw_breakpoint.c')
/** 32-bit KVM, as read. */
export const kvmArm32: Citation = source(
  'Linux 4.x arch/arm/kvm: interrupts_head.S, hyp/, coproc.c, handle_exit.c',
)
