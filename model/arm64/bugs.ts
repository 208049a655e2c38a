/**
 * Bugs of KVM/arm64 and QEMU that the project knows, each with what shows it or why this machine does not.
 */
import { type Bug, decision, outOfScope, program } from '../bug.ts'
import { linux, measured, source, targets, threads } from '../citations.ts'

const series2017 = source('Alex Bennée, 2017: handle single-stepping trapped instructions', 'recalled')

export const bugs: readonly Bug[] = [
  {
    summary: 'the guest’s MDSCR_EL1.SS and PSTATE.SS were lost for good once the host had debugged',
    cites: [threads.arm64SingleStep],
    shownBy: program('arm64/guest-step-bits-not-restored', 'arm64/v1-patch', 'arm64/bic-review'),
  },
  {
    summary: '`eor` without `orr` toggles the SS bits instead of clearing them',
    cites: [threads.arm64SingleStep],
    shownBy: program('arm64/eor-without-orr'),
  },
  {
    summary: 'a host step over an emulated instruction stopped one instruction late',
    cites: [threads.arm64EmulatedStep, series2017],
    shownBy: program(
      'arm64/step-over-emulated-late',
      'arm64/step-over-userspace-mmio-late',
      'arm64/step-over-kernel-emulation-late',
      'arm64/v1-patch',
      'arm64/linux-4.3',
    ),
  },
  {
    summary: 'a guest’s own step over an emulated instruction stopped one instruction late',
    cites: [linux('bd7d95cafb49', '2018')],
    shownBy: program('arm64/guest-step-over-emulated-late', 'arm64/linux-4.15'),
  },
  {
    summary: 'a step exit that was made up lacked IL and the fault code in its syndrome',
    cites: [source('Linux 4.15–4.20 arch/arm64/kvm/debug.c')],
    shownBy: program('arm64/fake-step-syndrome', 'arm64/linux-4.15'),
  },
  {
    summary: 'the PC was advanced before the exit for MMIO',
    cites: [linux('0d640732dbeb', 'arm64: KVM: Skip MMIO insn after emulation, 2018', 'recalled')],
    shownBy: program('arm64/pc-advanced-before-mmio-exit', 'arm64/linux-4.3', 'arm64/linux-4.15'),
  },
  {
    summary: 'the guest’s PSTATE.SS was not preserved while the host stepped',
    cites: [linux('34fbdee086cf', '2022')],
    shownBy: program('arm64/guest-step-bit-not-preserved', 'arm64/linux-5.11'),
  },
  {
    summary: 'PSTATE.SS was set at every entry, although the instruction of the step was done',
    cites: [linux('370531d1e95b', '2022')],
    shownBy: program('arm64/step-armed-at-every-entry', 'arm64/linux-5.11'),
  },
  {
    summary: 'a trapped access to any breakpoint or watchpoint register went to number 0',
    cites: [linux('cb853ded1d25', '2021')],
    shownBy: program('arm64/debug-register-index-0'),
  },
  {
    summary: 'the first entry ran with MDCR_EL2 clear',
    cites: [linux('263d6287da14', '2021')],
    shownBy: program('arm64/first-entry-without-traps'),
  },
  {
    summary: 'MDCR_EL2.HPMN of the host was cached wrongly',
    cites: [linux('da5a3ce66b8b', '2018', 'recalled')],
    shownBy: outOfScope('the performance monitors are not modelled'),
  },
  {
    summary: 'the guest’s OS lock was not emulated',
    cites: [linux('7dabf02f43a1', '2022', 'recalled')],
    shownBy: program('arm64/os-lock-not-emulated', 'arm64/linux-5.11'),
  },
  {
    summary: 'a write to OSLSR_EL1 did not fault',
    cites: [linux('e2ffceaae508', '2022', 'recalled')],
    shownBy: program('arm64/oslsr-writable'),
  },
  {
    summary: 'a PAC trap corrupted SPSR_EL2 on Cortex-A510 (erratum 2077057)',
    cites: [source('Linux 6.1 arch/arm64/kvm/hyp/include/hyp/switch.h')],
    shownBy: outOfScope('pointer authentication is not modelled'),
  },
  {
    summary: 'clearing SS at the skip did not help a host step: the next entry set it again',
    cites: [source('Linux 5.0–5.10 arch/arm64/kvm: the order of skip and set-up', 'derived')],
    shownBy: program('arm64/linux-5.0', 'arm64/bic-review'),
  },
  {
    summary: 'MMIO that EL2 handles without leaving swallowed the step',
    cites: [source('Alex Bennée, 2017: handle single-stepping hyp emulated MMIO', 'recalled')],
    shownBy: outOfScope('the contract has no interrupt controller; what the kernel emulates stands for it'),
  },
  {
    summary: 'the guest’s breakpoints could act in the host until the registers were synchronised',
    cites: [linux('cade3d57e456', 'KVM: arm64: VHE: Synchronize restore of host debug registers, 2025')],
    shownBy: outOfScope('the host’s own execution is not modelled'),
  },
  {
    summary: 'the guest’s MDE and KDE stayed in force while the host owned the debug registers',
    cites: [source('Linux around 6.14 arch/arm64/kvm/debug.c, setup_external_mdscr()')],
    shownBy: program('arm64/linux-6.14-mde-kept'),
  },
  {
    summary: 'QEMU: the OS lock does not stop debug exceptions',
    cites: [measured(targets.arm64El2, 'a step and a breakpoint with OSLSR_EL1.OSLK set')],
    shownBy: decision('arm64/generate-debug-exceptions', 'arm64/os-lock-ignored'),
  },
  {
    summary: 'QEMU: exceptions were entered without the big lock when userspace handed them back',
    cites: [source('QEMU fd7549ee13, 2018', 'recalled')],
    shownBy: outOfScope('the inside of a VMM is not modelled'),
  },
  {
    summary: 'QEMU: a breakpoint was reported in the place of a pending step',
    cites: [source('QEMU, 2021')],
    shownBy: program('arm64/breakpoint-before-pending-step'),
  },
  {
    summary: 'QEMU: gdb’s breakpoints against those of the CPU at one address',
    cites: [source('QEMU, 2015', 'recalled')],
    shownBy: outOfScope('gdb’s breakpoints belong to the VMM'),
  },
  {
    summary: 'QEMU: a breakpoint at an address that is not canonical is inserted and not found again',
    cites: [source('QEMU, as read')],
    shownBy: outOfScope('the bookkeeping of breakpoints belongs to the VMM'),
  },
  {
    summary: 'QEMU: SVC did not advance the step before its exception',
    cites: [source('QEMU, 2014', 'recalled')],
    shownBy: program('arm64/svc-without-advance'),
  },
  {
    summary: 'QEMU: LDTR and STTR counted for watchpoints as accesses from EL1',
    cites: [source('QEMU, as read')],
    shownBy: decision('arm64/match-watchpoint', 'arm64/unprivileged-access-as-el1'),
  },
]
