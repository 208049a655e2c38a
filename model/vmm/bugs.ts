/**
 * Bugs of VMMs, emulators and debuggers around whose a debug event is, each with what shows it or why this machine does not.
 */
import { type Bug, outOfScope, decision as shownByDecision, program as shownByPrograms } from '../bug.ts'
import * as sources from './variants/sources.ts'

const { issue } = sources
const program = (...ids: string[]): Bug['shownBy'] => shownByPrograms(...ids.map((id) => `vmm/${id}`))
const decision = (id: string, variant: string): Bug['shownBy'] =>
  shownByDecision(`vmm/${id}`, `vmm/${variant}`)
const cpu = outOfScope('it is the CPU’s or the hypervisor’s doing: the x86 machine has it')

export const bugs: readonly Bug[] = [
  {
    summary: 'a breakpoint that the guest programmed stops the debugger, with a stale address',
    cites: [sources.qemuX86],
    shownBy: program('breakpoint-bits-without-owner'),
  },
  {
    summary: 'DR6 with its fixed bits goes back to the guest as an exception payload',
    cites: [sources.qemuX86],
    shownBy: program('dr6-as-payload'),
  },
  {
    summary: 'a watchpoint across two doublewords is accepted and watches one of them',
    cites: [sources.qemuArm64],
    shownBy: program('straddling-watchpoint-cut'),
  },
  {
    summary: 'a watchpoint is recognised only by an address that the CPU need not report',
    cites: [sources.qemuArm64],
    shownBy: decision('arm64-owner', 'watchpoint-address-exact'),
  },
  {
    summary: 'an error on one vCPU leaves a breakpoint in force on those before it',
    cites: [sources.qemuKvm],
    shownBy: decision('update-vcpus', 'earlier-vcpus-keep-it'),
  },
  {
    summary: 'an INT3 of the guest under a step is taken for the step',
    cites: [sources.firecracker],
    shownBy: program('any-exit-is-the-step'),
  },
  {
    summary: 'every debug exit stops the debugger: the guest’s own TF and INT3 are lost',
    cites: [sources.cloudHypervisor, sources.crosvm],
    shownBy: program('everything-is-the-debuggers'),
  },
  {
    summary: 'a breakpoint that the debugger writes to memory makes the guest double-fault',
    cites: [issue('project-oak/oak', '#3033', 'crosvm')],
    shownBy: program('breakpoint-not-intercepted'),
  },
  {
    summary: 'the guest’s debug registers are off for as long as a debugger is attached',
    cites: [issue('intel/haxm', 'PR #114', 'host and guest gdb together'), sources.firecracker],
    shownBy: program('debug-registers-taken'),
  },
  {
    summary: 'the guest’s own breakpoints are not injected, or park its vCPU',
    cites: [
      issue('firecracker', 'PR #4797', 'introduces the injection'),
      issue('bao-hypervisor', 'PR #380', 'guest ebreak'),
    ],
    shownBy: program('guest-event-dropped'),
  },
  {
    summary: 'guest trap and debugger’s breakpoint exchanged',
    cites: [issue('gem5', '#123, #1463', 'ebreak')],
    shownBy: program('ownership-inverted'),
  },
  {
    summary: 'stepping over a breakpoint leaves stepping on: one more debug trap',
    cites: [issue('0vercl0k/wtf', '#223, PR #224', 'stepping left on')],
    shownBy: program('stepping-left-on'),
  },
  {
    summary: 'after a hit RIP is rewound and the byte not restored: the breakpoint traps for ever',
    cites: [issue('nanvix', 'PR #1644', 'infinite re-trap')],
    shownBy: program('step-over-in-place'),
  },
  {
    summary: 'a stop is reported behind its breakpoint',
    cites: [issue('yuzu', '#8503, #11062', 'PC of a stop')],
    shownBy: decision('arm64-owner', 'stop-behind-breakpoint'),
  },
  {
    summary: 'a stop for a watchpoint has no address',
    cites: [issue('citra', '#4708', 'stop reply')],
    shownBy: program('watch-stop-without-address'),
  },
  {
    summary: 'a hardware breakpoint is reported as a watchpoint',
    cites: [issue('rr', 'PR #2600, #3258', 'aarch64')],
    shownBy: program('breakpoint-reported-as-watch'),
  },
  {
    summary: 'watchpoints are answered with OK and never programmed',
    cites: [issue('cloud-hypervisor', 'PR #4519', 'aarch64')],
    shownBy: program('watchpoints-accepted-and-ignored'),
  },
  {
    summary: 'the number of hardware breakpoints is a constant',
    cites: [issue('cloud-hypervisor', 'PR #4534', 'KVM_CAP_GUEST_DEBUG_HW_BPS')],
    shownBy: program('fixed-capacity'),
  },
  {
    summary: 'a step over an instruction with an MMIO exit is late or lost',
    cites: [
      issue('rust-vmm/kvm', 'PR #121', 'MMIO exits and debug events'),
      issue('libvmi', '#636', 'an instruction that exits'),
    ],
    shownBy: cpu,
  },
  {
    summary: 'TF stays in RFLAGS after a step, is not cleared on #DB, or BS is not set',
    cites: [
      issue('0vercl0k/wtf', 'PR #228', 'WHV'),
      issue('unicorn', '#1778', 'TF'),
      issue('86Box', '#2561', 'DR6.BS'),
    ],
    shownBy: cpu,
  },
  {
    summary: 'a step over CPUID, STI or MOV SS stops one instruction late or fails the entry',
    cites: [
      issue('x64dbg', '#2837', 'CPUID under Hyper-V'),
      issue('intel/haxm', '#193', 'STI'),
      issue('dosemu2', 'PR #96, #481, #1214', 'STI and MOV SS'),
    ],
    shownBy: cpu,
  },
  {
    summary: 'what a test pins of DR6 differs in RTM from one machine to the next',
    cites: [issue('rust-vmm/kvm', 'PR #163', '0xffff4ff0 and 0xfffe4ff0')],
    shownBy: outOfScope('it is the test that was wrong: RTM belongs to the CPU'),
  },
  {
    summary: 'continuing after a hit closes the connection of the debugger',
    cites: [issue('cloud-hypervisor', '#4354', 'intermittent')],
    shownBy: outOfScope('connections are not modelled'),
  },
]
