/**
 * Bugs of Linux, KVM, QEMU and others around the debug registers of ARMv7, each with what shows it or why this machine
 * does not.
 */
import { type Bug, outOfScope, decision as shownByDecision, program as shownByPrograms } from '../bug.ts'
import { linux, source } from '../citations.ts'
import { armv7Thread, hwBreakpointC, kvmArm32, onQemu } from './sources.ts'

const program = (...ids: string[]): Bug['shownBy'] => shownByPrograms(...ids.map((id) => `armv7/${id}`))
const decision = (id: string, variant: string): Bug['shownBy'] =>
  shownByDecision(`armv7/${id}`, `armv7/${variant}`)

export const bugs: readonly Bug[] = [
  {
    summary: 'the guest’s debug registers were not trapped: it could switch monitor mode of the host off',
    cites: [kvmArm32, source('KVM: arm: plug potential guest hardware debug leakage, 4.12', 'recalled')],
    shownBy: program('no-traps'),
  },
  {
    summary: 'the patch series switched DBGDSCR with every entry and exit',
    cites: [armv7Thread.firstReview],
    shownBy: program('v4-patch'),
  },
  {
    summary: 'the conclusion of the review shows the guest a cause that is not its own',
    cites: [armv7Thread.conclusion],
    shownBy: program('design-b'),
  },
  {
    summary: 'DBGDSCRext, DBGVCR and DBGDCCINT of an AArch32 guest on arm64 were one register',
    cites: [linux('bdfb4b389c8d', 'introduced it', 'recalled')],
    shownBy: decision('shadow-slot', 'aliased-control-registers'),
  },
  {
    summary: 'hw_breakpoint wrote its control registers with the OS lock set',
    cites: [linux('ac88e07122d2', '2012')],
    shownBy: program('os-lock-not-cleared'),
  },
  {
    summary: 'hw_breakpoint enabled monitor mode with control registers that were never written',
    cites: [hwBreakpointC],
    shownBy: program('monitor-mode-before-reset'),
  },
  {
    summary: 'hw_breakpoint accepted breakpoints that v7 cannot compare',
    cites: [linux('6ee33c2712fc', '2012')],
    shownBy: decision('encode-host-breakpoint', 'sparse-byte-select'),
  },
  {
    summary: 'stepping over a watchpoint allocated memory with preemption off',
    cites: [
      linux('93a04a3416da', 'ARM: hw_breakpoint: do not allocate new breakpoints with preemption disabled'),
    ],
    shownBy: outOfScope('the memory management of the host is not modelled'),
  },
  {
    summary: 'breakpoints were registered although monitor mode could not be enabled',
    cites: [source('linux-arm-kernel, OMAP4460, 13 Sep 2012')],
    shownBy: program('slots-without-monitor-mode'),
  },
  {
    summary: 'QEMU: BKPT in user mode was not routed by HDCR.TDE',
    cites: [source('QEMU c900a2e62d')],
    shownBy: decision('debug-event', 'tde-ignored-from-user-mode'),
  },
  {
    summary: 'QEMU: the OS lock suppresses no debug exception',
    cites: [onQemu('a breakpoint with the OS lock set')],
    shownBy: decision('debug-event', 'os-lock-suppresses-nothing'),
  },
  {
    summary: 'QEMU: the double lock suppressed no debug exception',
    cites: [source('QEMU f94a6df5dd')],
    shownBy: program('double-lock-ignored'),
  },
  {
    summary: 'QEMU: the communication channel was at a wrong encoding',
    cites: [source('QEMU 655659a74a')],
    shownBy: decision('register-at', 'dcc-not-encoded'),
  },
  {
    summary: 'QEMU: DBGDEVID is at a wrong encoding',
    cites: [onQemu('DBGDEVID')],
    shownBy: decision('register-at', 'devid-at-wrong-encoding'),
  },
  {
    summary: 'QEMU: the 64-bit forms of DBGDRAR and DBGDSAR do not trap',
    cites: [onQemu('MRRC DBGDRAR')],
    shownBy: decision('is-trapped', 'rom-address-pair-not-trapped'),
  },
  {
    summary: 'QEMU: DBGVCR keeps nothing',
    cites: [onQemu('DBGVCR')],
    shownBy: decision('store-register', 'vector-catch-register-lost'),
  },
  {
    summary: 'KVM emulates registers that do not exist as RAZ/WI, and relies on the CPU to refuse them',
    cites: [kvmArm32],
    shownBy: program('invalid-access-emulated'),
  },
  {
    summary: 'KVM injected every abort with the fault status of a debug event',
    cites: [kvmArm32],
    shownBy: decision('fault-status', 'injected-abort-is-debug-event'),
  },
  {
    summary: 'Cortex-A9 erratum 764319: reading DBGPRSR or DBGOSLSR is UNDEFINED',
    cites: [hwBreakpointC],
    shownBy: outOfScope('the Cortex-A9 has no virtualisation extensions'),
  },
  {
    summary: 'FreeBSD wrote DBGWCR before it had enabled monitor mode, on v6',
    cites: [source('FreeBSD r300968')],
    shownBy: outOfScope('the debug registers of v6 are not modelled'),
  },
  {
    summary: 'firmware did not clear HDCR where Hyp mode is skipped',
    cites: [source('Trusted Firmware, pull request 754')],
    shownBy: decision('boot-hdcr', 'hdcr-not-reset'),
  },
]
