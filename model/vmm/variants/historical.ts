/**
 * Wrong behaviours that VMMs and debuggers have had, each by itself.
 */
import { GUESTDBG } from '../../kvm/guest-debug.ts'
import { arm64Owner } from '../rules/arm64-owner.ts'
import { encodeArm64Breakpoints } from '../rules/arm64-registers.ts'
import { stopReply } from '../rules/debugger.ts'
import { guestDebugControl } from '../rules/guest-debug.ts'
import { hardwareCapacity } from '../rules/hardware.ts'
import { x86Owner } from '../rules/x86-owner.ts'
import { idealSlots } from '../slots.ts'
import { ideal } from './ideal.ts'
import { firecrackerX86Owner, qemuUpdateVcpus, qemuX86Owner } from './read.ts'
import * as sources from './sources.ts'
import { historical, type Variant } from './variant.ts'

const { issue } = sources

export const breakpointBitsOfTheGuest = historical({
  id: 'vmm/breakpoint-bits-without-owner',
  summary: 'every B bit of an exit is the debugger’s, though the guest’s own registers were in force',
  base: ideal,
  cites: [sources.qemuX86],
  rules: {
    x86Owner: (input, context) => {
      const hit = qemuX86Owner(input, context)
      return hit.stop && hit.stop.reason !== 'step' ? hit : x86Owner(input)
    },
  },
})

export const dr6AsPayload = historical({
  id: 'vmm/dr6-as-payload',
  summary: 'DR6 of the exit goes back as the exception payload, its active-low bits not inverted',
  base: ideal,
  cites: [sources.qemuX86],
  rules: {
    x86Owner: (input) => {
      const { stop, inject, owner } = x86Owner(input)
      if (inject?.payload == null) return { owner, stop, inject }
      return { owner, stop, inject: { ...inject, payload: input.dr6, dr6: input.dr6 ^ 0x10800n } }
    },
  },
})

export const straddlingWatchpointCut = historical({
  id: 'vmm/straddling-watchpoint-cut',
  summary: 'a watchpoint across two doublewords is accepted, and watches the first of them only',
  base: ideal,
  cites: [sources.qemuArm64],
  rules: {
    encodeArm64Breakpoints: ({ requests, ...capacity }) =>
      encodeArm64Breakpoints({
        ...capacity,
        requests: requests.map((request) => {
          const { kind, address, length } = request
          const room = 8 - Number(address & 7n)
          return kind !== 'execute' && length <= 8 && length > room ? { ...request, length: room } : request
        }),
      }),
  },
})

export const exactWatchpointAddress = historical({
  id: 'vmm/watchpoint-address-exact',
  summary: 'a watchpoint is the debugger’s only if FAR is one of its bytes, which no CPU promises',
  base: ideal,
  cites: [sources.qemuArm64],
  rules: { arm64Owner: (input, context) => arm64Owner({ ...input, farBlock: 1 }, context) },
})

export const earlierVcpusKeepIt = historical({
  id: 'vmm/earlier-vcpus-keep-it',
  summary: 'an error in the middle of updating the vCPUs leaves the earlier ones updated',
  base: ideal,
  cites: [sources.qemuKvm],
  rules: { updateVcpus: qemuUpdateVcpus },
})

export const anyExitIsTheStep = historical({
  id: 'vmm/any-exit-is-the-step',
  summary: 'while the debugger steps, every debug exit is its step: the guest’s INT3 is swallowed',
  base: ideal,
  cites: [sources.firecracker, issue('firecracker', 'PR #4797', 'injection of the guest’s own breakpoint')],
  rules: {
    x86Owner: (input, context) => (input.stepping ? firecrackerX86Owner(input, context) : x86Owner(input)),
  },
})

export const everythingIsTheDebuggers = historical({
  id: 'vmm/everything-is-the-debuggers',
  summary: 'every debug exit stops the debugger, and nothing is handed back',
  base: ideal,
  cites: [sources.cloudHypervisor, sources.crosvm],
  rules: {
    x86Owner: (input) => {
      const { stop } = x86Owner(input)
      return { owner: 'debugger', stop: stop ?? { reason: 'step', address: input.pc }, inject: null }
    },
  },
})

export const breakpointNotIntercepted = historical({
  id: 'vmm/breakpoint-not-intercepted',
  summary:
    'software breakpoints are planted without USE_SW_BP: they go to a guest that knows nothing of them',
  base: ideal,
  cites: [
    issue('project-oak/oak', '#3033', 'a software breakpoint makes the guest double-fault (crosvm)'),
    sources.cloudHypervisor,
  ],
  rules: {
    guestDebugControl: (input) => {
      const control = guestDebugControl({ ...input, softwareBreakpoints: 0 })
      return control === 0 && input.softwareBreakpoints > 0 ? GUESTDBG.ENABLE : control
    },
  },
})

export const debugRegistersTaken = historical({
  id: 'vmm/debug-registers-taken',
  summary:
    'USE_HW_BP is set without any hardware breakpoint: the guest’s debug registers are off while a debugger is there',
  base: ideal,
  cites: [
    sources.firecracker,
    sources.cloudHypervisor,
    issue('intel/haxm', 'PR #114', 'the guest’s debug registers are discarded'),
  ],
  rules: {
    guestDebugControl: (input) => guestDebugControl({ ...input, hardwareBreakpoints: 1 }),
  },
})

export const guestEventDropped = historical({
  id: 'vmm/guest-event-dropped',
  summary: 'what is not the debugger’s is resumed without being handed back',
  base: ideal,
  cites: [
    issue('firecracker', 'PR #4797', 'injection of the guest’s own breakpoint'),
    issue('bao-hypervisor', 'PR #380', 'the guest’s ebreak is not delegated'),
  ],
  rules: {
    x86Owner: (input) => ({ ...x86Owner(input), inject: null }),
    arm64Owner: (input, context) => ({ ...arm64Owner(input, context), inject: null }),
  },
})

export const ownershipInverted = historical({
  id: 'vmm/ownership-inverted',
  summary: 'a breakpoint instruction is the debugger’s where it has none, and the guest’s where it has one',
  base: ideal,
  cites: [issue('gem5', '#123, #1463', 'guest trap against debugger, inverted')],
  rules: {
    x86Owner: (input) => x86Owner({ ...input, planted: input.planted.includes(input.pc) ? [] : [input.pc] }),
  },
})

export const steppingLeftOn = historical({
  id: 'vmm/stepping-left-on',
  summary: 'stepping is not switched off after a step: the guest stops once more after “continue”',
  base: ideal,
  cites: [issue('0vercl0k/wtf', '#223, PR #224', 'stepping over a breakpoint leaves stepping on')],
  slots: {
    stopped: (state) => ({ state, actions: [] }),
    resume: (state, how, vmm) => idealSlots.resume(state, state.stepping ? 'step' : how, vmm),
  },
})

export const stepOverInPlace = historical({
  id: 'vmm/step-over-in-place',
  summary: 'the breakpoint is not taken away before the step: it is hit again for ever',
  base: ideal,
  cites: [issue('nanvix', 'PR #1644', 'RIP is rewound, the byte not restored')],
  rules: { stepOver: () => [] },
})

export const stopBehindBreakpoint = historical({
  id: 'vmm/stop-behind-breakpoint',
  summary: 'a software breakpoint is reported at the instruction behind it',
  base: ideal,
  cites: [issue('yuzu', '#8503, #11062', 'the PC of a stop is that of the next instruction')],
  rules: {
    arm64Owner: (input, context) => {
      const result = arm64Owner(input, context)
      const { stop } = result
      if (stop?.reason !== 'software-breakpoint') return result
      return { ...result, stop: { ...stop, address: stop.address + 4n } }
    },
  },
})

export const watchStopWithoutAddress = historical({
  id: 'vmm/watch-stop-without-address',
  summary: 'a stop for a watchpoint names no address',
  base: ideal,
  cites: [issue('citra', '#4708', 'the stop reply of a watchpoint has no address')],
  rules: { stopReply: () => 'T05' },
})

export const breakpointReportedAsWatch = historical({
  id: 'vmm/breakpoint-reported-as-watch',
  summary: 'a hardware breakpoint on an instruction is reported as a watchpoint',
  base: ideal,
  cites: [issue('rr', 'PR #2600, #3258', 'an aarch64 hardware breakpoint reported as a watchpoint')],
  rules: {
    stopReply: (stop) =>
      stopReply(stop.reason === 'hardware-breakpoint' ? { ...stop, reason: 'write-watchpoint' } : stop),
  },
})

export const watchpointsIgnored = historical({
  id: 'vmm/watchpoints-accepted-and-ignored',
  summary: 'watchpoints on arm64 are accepted and never programmed',
  base: ideal,
  cites: [issue('cloud-hypervisor', 'PR #4519', 'watchpoints on aarch64 are not supported')],
  rules: {
    encodeArm64Breakpoints: (input) => ({ ...encodeArm64Breakpoints(input), wcr: [], wvr: [] }),
  },
})

export const fixedCapacity = historical({
  id: 'vmm/fixed-capacity',
  summary: 'four hardware breakpoints on arm64, whatever KVM reports',
  base: ideal,
  cites: [issue('cloud-hypervisor', 'PR #4534', 'the number of breakpoints from KVM_CAP_GUEST_DEBUG_HW_BPS')],
  rules: {
    hardwareCapacity: (input) => ({
      ...hardwareCapacity(input),
      ...(input.guest === 'arm64' ? { breakpoints: 4 } : {}),
    }),
  },
})

export const historicalVariants: readonly Variant[] = [
  breakpointBitsOfTheGuest,
  dr6AsPayload,
  straddlingWatchpointCut,
  exactWatchpointAddress,
  earlierVcpusKeepIt,
  anyExitIsTheStep,
  everythingIsTheDebuggers,
  breakpointNotIntercepted,
  debugRegistersTaken,
  guestEventDropped,
  ownershipInverted,
  steppingLeftOn,
  stepOverInPlace,
  stopBehindBreakpoint,
  watchStopWithoutAddress,
  breakpointReportedAsWatch,
  watchpointsIgnored,
  fixedCapacity,
]
