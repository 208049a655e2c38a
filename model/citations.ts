/**
 * Citations are data: what a rule, variant or property rests on, and how sure it is.
 */

/** `measured` beats `read`, `read` beats `derived`, `derived` beats `recalled`. */
export type Confidence = 'measured' | 'read' | 'derived' | 'recalled'

export interface Citation {
  readonly kind: 'manual' | 'documentation' | 'commit' | 'thread' | 'measurement' | 'selftest' | 'source'
  readonly text: string
  readonly confidence: Confidence
}

/** A section of the Intel SDM, volume 3 unless said, by title: titles outlive numbers. */
export const sdm = (section: string, confidence: Confidence = 'recalled'): Citation => ({
  kind: 'manual',
  text: `Intel SDM vol. 3, “${section}”`,
  confidence,
})

/** A section of the AMD APM, volume 2, by title. */
export const apm = (section: string, confidence: Confidence = 'recalled'): Citation => ({
  kind: 'manual',
  text: `AMD APM vol. 2, “${section}”`,
  confidence,
})

/** A section of the Arm Architecture Reference Manual (A-profile), by title, as Arm's machine-readable model has it. */
export const armArm = (section: string, confidence: Confidence = 'read'): Citation => ({
  kind: 'manual',
  text: `Arm ARM, “${section}”`,
  confidence,
})

/** The KVM API documentation. */
export const api = (ioctl: string): Citation => ({
  kind: 'documentation',
  text: `Linux Documentation/virt/kvm/api.rst, ${ioctl}`,
  confidence: 'read',
})

/** A Linux commit; a hash that nobody has checked against a repository is `recalled`. */
export const linux = (hash: string, subject: string, confidence: Confidence = 'read'): Citation => ({
  kind: 'commit',
  text: `Linux ${hash} (${subject})`,
  confidence,
})

/** A mail on a list: author, subject, date. */
export const mail = (author: string, subject: string, date: string): Citation => ({
  kind: 'thread',
  text: `${author}, “${subject}”, ${date}`,
  confidence: 'read',
})

/** Something observed on a real target. */
export const measured = (on: string, what: string): Citation => ({
  kind: 'measurement',
  text: `${what} — measured on ${on}`,
  confidence: 'measured',
})

/** The source text of an implementation, as read. */
export const source = (what: string, confidence: Confidence = 'read'): Citation => ({
  kind: 'source',
  text: what,
  confidence,
})

/** A test that ships with the kernel or beside it. */
export const selftest = (name: string): Citation => ({ kind: 'selftest', text: name, confidence: 'read' })

/** Targets that facts were measured on. */
export const targets = {
  pvm: 'Linux 6.18 KVM, PVM flavour: guest code runs in KVM’s instruction emulator',
  svm: 'kvm-amd of Linux 6.1, 6.12 and 7.2 under QEMU 11.1 in software',
  vmx: 'kvm-intel of Linux 6.1, 6.12 and 7.2 under Bochs 3.0 in software',
  amd: 'AMD Zen 4 through ptrace, under an outer hypervisor',
  arm64: 'KVM/arm64 of Linux 6.1, 6.12 and 7.2 under QEMU 7.2 in software',
  arm64Campaigns: 'KVM/arm64 of Linux 6.1, 6.12 and 7.2 under QEMU 11.1 in software, Neoverse N1',
  qemuStub: 'the gdbstub of QEMU 11.1 in software, x86-64 and Cortex-A57',
  arm64El2: 'a bare-metal program at EL2 on QEMU 7.2’s cortex-a57',
} as const

/** The threads that the project was created from. */
export const threads = {
  hwBreakpointsDuringEmulation: mail(
    'Paolo Bonzini',
    '[PATCH 1/2] KVM: x86: handle hardware breakpoints during emulation',
    '30 May 2013',
  ),
  reviewOfTheCheck: mail(
    'Gleb Natapov',
    'Re: [PATCH 1/2] KVM: x86: handle hardware breakpoints during emulation',
    '4 Jun 2013',
  ),
  hostDebugCapabilities: mail(
    'Paolo Bonzini, quoted by Alexander Graf',
    'Re: Exposing host debug capabilities to userspace',
    '25 Nov 2014',
  ),
  softwareBreakpointOwner: mail(
    'Alex Bennée',
    'Re: [PATCH v2 06/10] KVM: arm64: guest debug, add SW break point support',
    '29 Apr 2015',
  ),
  arm64SingleStep: mail(
    'Alex Bennée',
    'This adds support for single-stepping the guest (KVM/arm64)',
    '25 Nov 2014',
  ),
  arm64EmulatedStep: mail('Peter Maydell', 'Re: single-stepping the guest (KVM/arm64)', '26 and 30 Nov 2014'),
  arm64MaskingReview: mail(
    'Christoffer Dall',
    'Re: single-stepping the guest (KVM/arm64)',
    'Nov and Dec 2014',
  ),
  debugExceptionsDuringEmulation: mail(
    'Hou Wenlong',
    '[PATCH v2 0/9] KVM: x86: Improve the handling of debug exceptions during instruction emulation',
    '18 Dec 2025',
  ),
} as const
