/**
 * The bugs of guest debugging on x86 that kernels and emulators are known to have had.
 */
import { type Bug, decision, outOfScope, program } from '../bug.ts'
import { linux, source } from '../citations.ts'

const series2020 = source('2020 series of Paolo Bonzini and Peter Xu on DR6 and guest debugging')

export const bugs: readonly Bug[] = [
  {
    summary: 'code breakpoints were missed when an instruction was emulated',
    cites: [linux('4a1e10d5b5d8', '2013')],
    shownBy: program('x86/code-breakpoint-missed-in-emulation'),
  },
  {
    summary: 'an emulated instruction ended without its step trap',
    cites: [linux('663f4c61b803', '2013', 'recalled')],
    shownBy: program('x86/step-missed-in-emulation'),
  },
  {
    summary: 'the breakpoint check ignored CS.base',
    cites: [linux('82b32774c2d0', '2014', 'recalled')],
    shownBy: program('x86/breakpoint-ignores-cs-base', 'x86/patch-2013'),
  },
  {
    summary: 'TF was forced on every flag write while the host stepped, in handlers too',
    cites: [linux('94fe45da48f9', '2009')],
    shownBy: program('x86/tf-forced-on-flag-writes'),
  },
  {
    summary: 'INIT overwrote the host’s DR7',
    cites: [linux('c863901075a4', '2012')],
    shownBy: decision('x86/reset-debug-registers', 'x86/init-overwrites-host-dr7'),
  },
  {
    summary: 'a #DB overwrote the whole of DR6',
    cites: [linux('8246bf52c75a', '2014')],
    shownBy: program('x86/dr6-overwritten'),
  },
  {
    summary: 'B0–B3 were not cleared on a general-detect #DB',
    cites: [linux('16f8a6f9798a', '2014', 'recalled')],
    shownBy: program('x86/dr6-breakpoint-bits-kept-on-general-detect'),
  },
  {
    summary: 'general detect in the emulator did not set BD',
    cites: [linux('3b88e41a4134', '2014', 'recalled')],
    shownBy: program('x86/general-detect-without-bd'),
  },
  {
    summary: 'DR0–DR3 survived a reset',
    cites: [linux('ae561edeb421', '2015')],
    shownBy: decision('x86/reset-debug-registers', 'x86/dr0-3-survive-reset'),
  },
  {
    summary: 'DR6.RTM was clear in the exit record',
    cites: [linux('6f43ed01e87c', '2014', 'recalled')],
    shownBy: program('x86/exit-dr6-without-rtm'),
  },
  {
    summary: 'skipping an intercepted instruction lost the guest’s step trap',
    cites: [linux('6affcbedcac7', '2016', 'recalled')],
    shownBy: program('x86/skip-loses-guest-step'),
  },
  {
    summary: 'SYSCALL raised a step #DB in the guest’s kernel although IA32_FMASK clears TF (CVE-2017-7518)',
    cites: [linux('c8401dda2f0a', '2017')],
    shownBy: program('x86/syscall-steps-into-kernel'),
  },
  {
    summary: 'a step was reported that nobody had asked for',
    cites: [linux('5cc244a20b86', '2019', 'recalled')],
    shownBy: program('x86/phantom-step'),
  },
  {
    summary: 'ICEBP was not skipped: its #DB had its own address',
    cites: [linux('32d43cd391ba', '2018', 'recalled')],
    shownBy: program('x86/icebp-not-skipped'),
  },
  {
    summary: 'DR6 was lost for code breakpoints',
    cites: [series2020],
    shownBy: program('x86/dr6-lost-on-code-breakpoint'),
  },
  {
    summary: 'pc of a step exit was stale',
    cites: [series2020],
    shownBy: program('x86/step-exit-with-stale-pc'),
  },
  {
    summary: 'the exit for general detect reported the guest’s DR6',
    cites: [series2020],
    shownBy: program('x86/general-detect-exit-with-guest-dr6'),
  },
  {
    summary: 'on SVM an exit clobbered the guest’s DR6',
    cites: [series2020],
    shownBy: program('x86/exit-clobbers-guest-dr6'),
  },
  {
    summary: 'nested SVM did not give #DB and #BP to userspace',
    cites: [series2020],
    shownBy: outOfScope('the machine has one level of virtualisation'),
  },
  {
    summary: 'on SVM the TF and RF of the NMI window were visible to the guest',
    cites: [linux('9b61174793c9', '2017', 'recalled')],
    shownBy: outOfScope(
      'NMI blocking until IRET is not modelled; x86/host-tf-visible shows the same leak under a step',
    ),
  },
  {
    summary: 'TF with an STI or MOV SS shadow made the VM entry fail without PENDING_DBG.BS',
    cites: [linux('b9bed78e2fa9', '2022'), linux('c5bad4fa2d5d', '2026')],
    shownBy: outOfScope('the VMCS and its consistency checks are below the ioctl boundary'),
  },
  {
    summary: 'a code breakpoint was checked again when an intercepted fault was emulated',
    cites: [linux('750f8fcb261a', '2022')],
    shownBy: program('x86/code-breakpoint-checked-again-on-fault'),
  },
  {
    summary: 'a code breakpoint after MOV SS was not suppressed on Intel',
    cites: [linux('baf67ca8e545', '2022')],
    shownBy: program('x86/code-breakpoint-in-mov-ss-shadow'),
  },
  {
    summary: 'the POP SS shadow was set for the wrong segment',
    cites: [linux('6aa5c47c351b', '2022', 'recalled')],
    shownBy: program('x86/pop-ss-shadow-on-wrong-segment'),
  },
  {
    summary: 'the WRMSR fast path swallowed the step exit',
    cites: [linux('f7f39c50edb9', '2024')],
    shownBy: program('x86/wrmsr-swallows-step'),
  },
  {
    summary:
      'without BLOCKIRQ, resuming from a breakpoint with an interrupt waiting goes to the handler for ever',
    cites: [linux('61e5f69ef083', '2021')],
    shownBy: program('x86/no-blockirq'),
  },
  {
    summary: 'the emulator ignored the host’s DR7.GD',
    cites: [linux('51543660c521', '2026')],
    shownBy: program('x86/host-general-detect-ignored'),
  },
  {
    summary: 'the guest’s breakpoints and GD were active in the emulator under USE_HW_BP',
    cites: [linux('00b6520669bc', '2026'), linux('51543660c521', '2026')],
    shownBy: program(
      'x86/guest-breakpoints-under-host-breakpoints',
      'x86/guest-general-detect-under-host-breakpoints',
      'x86/linux-6.18-pvm',
    ),
  },
  {
    summary: 'QEMU: I/O breakpoints did not exist',
    cites: [source('QEMU 5223a9423c5f, 2015', 'recalled')],
    shownBy: program('x86/io-breakpoints-missing'),
  },
  {
    summary: 'QEMU: CR4.DE was not checked for DR4 and DR5',
    cites: [source('QEMU, 2015', 'recalled')],
    shownBy: program('x86/dr45-alias-despite-de'),
  },
  {
    summary: 'QEMU: DR7 bit 10 could be cleared',
    cites: [source('QEMU 462f8ed1f146, 2015', 'recalled')],
    shownBy: program('x86/dr7-bit-10-clearable'),
  },
  {
    summary: 'QEMU: the step trap after MOV SS was not suppressed',
    cites: [source('QEMU f0f0136abba6, 2024', 'recalled')],
    shownBy: program('x86/step-trap-after-mov-ss'),
  },
  {
    summary: 'QEMU: RF in pushed EFLAGS was wrong',
    cites: [source('QEMU, 2024', 'recalled')],
    shownBy: outOfScope('which frames had the wrong RF is not known'),
  },
  {
    summary: 'QEMU 7.2: the address of a data breakpoint is not masked to its length',
    cites: [source('measured on QEMU 7.2 TCG')],
    shownBy: program('x86/data-breakpoint-address-not-masked'),
  },
  {
    summary: 'QEMU 7.2: R/W=10 is an I/O breakpoint although CR4.DE is clear',
    cites: [source('measured on QEMU 7.2 TCG')],
    shownBy: outOfScope('the manual leaves that encoding undefined: no behaviour of it is wrong'),
  },
  {
    summary: 'QEMU 7.2: DR7.GD has no effect',
    cites: [source('measured on QEMU 7.2 TCG')],
    shownBy: program('x86/general-detect-missing'),
  },
]
