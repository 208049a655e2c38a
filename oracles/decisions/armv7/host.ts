/** Decisions: the host’s own use of the debug registers. */
import { RESET_STEPS } from '../../../model/armv7/rules/host.ts'
import { hwBreakpointC } from '../../../model/armv7/sources.ts'
import { arrayOf, boolean, field, hex32, integer, oneOf } from '../../codec.ts'
import { architectureField, decision, monitorModeField } from './declare.ts'

const cites = [hwBreakpointC]

export const monitorModeEnabled = decision({
  id: 'armv7/monitor-mode-enabled',
  rule: 'monitorModeEnabled',
  meaning: 'monitor_mode_enabled(): whether a CPU is in monitor mode.',
  inputs: { dscr: field(hex32, 'DBGDSCRint') },
  outputs: { enabled: field(boolean, 'the CPU is in monitor mode') },
  example: { dscr: '0x8000' },
  cites,
  ask: (input, context) => ({ enabled: context.rules.monitorModeEnabled(input, context) }),
})

export const enableMonitorMode = decision({
  id: 'armv7/enable-monitor-mode',
  rule: 'enableMonitorMode',
  meaning: 'enable_monitor_mode(): whether MDBGen was set, or has stuck.',
  inputs: {
    before: field(hex32, 'DBGDSCRint'),
    after: field(hex32, 'DBGDSCRint once MDBGen was written'),
  },
  outputs: { result: field(oneOf('ok', 'EPERM'), 'what it returns') },
  example: { before: '0x1030002', after: '0x1030002' },
  cites,
  ask: (input, context) => ({ result: context.rules.enableMonitorMode(input, context) }),
})

export const resetSteps = decision({
  id: 'armv7/reset-steps',
  rule: 'resetSteps',
  meaning: 'The steps of reset_ctrl_regs(), in order.',
  inputs: { architecture: architectureField },
  outputs: { steps: field(arrayOf(oneOf(...RESET_STEPS), 0, RESET_STEPS.length), 'in order') },
  example: {},
  cites,
  ask: (input, context) => ({ steps: context.rules.resetSteps(input, context) }),
})

export const usableSlots = decision({
  id: 'armv7/usable-slots',
  rule: 'usableSlots',
  meaning: 'How many breakpoints and watchpoints Linux gives to its users, by DBGDIDR.',
  inputs: { didr: field(hex32, 'DBGDIDR') },
  outputs: {
    supported: field(boolean, 'Linux knows the debug architecture'),
    breakpoints: field(integer(0, 16), 'for users'),
    watchpoints: field(integer(0, 16), 'for users'),
  },
  example: { didr: '0x3515f021' },
  cites,
  ask: (input, context) => context.rules.usableSlots(input, context),
})

export const installHostBreakpoint = decision({
  id: 'armv7/install-host-breakpoint',
  rule: 'installHostBreakpoint',
  meaning: 'The result of registering a breakpoint with perf or ptrace on the host.',
  inputs: {
    monitorMode: monitorModeField,
    slots: field(integer(0, 16), 'slots that hw_breakpoint found'),
    taken: field(integer(0, 16), 'slots that are given away'),
  },
  outputs: { result: field(oneOf('ok', 'ENODEV', 'ENOSPC'), 'what it returns') },
  example: { monitorMode: false, slots: 5, taken: 0 },
  cites,
  ask: (input, context) => ({ result: context.rules.installHostBreakpoint(input, context) }),
})

export const encodeHostBreakpoint = decision({
  id: 'armv7/encode-host-breakpoint',
  rule: 'encodeHostBreakpoint',
  meaning:
    'DBGBVR and DBGBCR of a breakpoint of the host in user mode, or EINVAL for what v7 cannot compare.',
  inputs: {
    address: field(hex32, 'of the instruction'),
    length: field(oneOf(2, 4), 'bytes of the instruction'),
  },
  outputs: {
    result: field(oneOf('ok', 'EINVAL'), 'what it returns'),
    value: field(hex32, 'DBGBVR'),
    control: field(hex32, 'DBGBCR'),
  },
  example: { address: '0x10002', length: 2 },
  cites,
  ask: (input, context) => context.rules.encodeHostBreakpoint(input, context),
})

export const dispatchHostException = decision({
  id: 'armv7/dispatch-host-exception',
  rule: 'dispatchHostException',
  meaning: 'What the host’s handler takes a debug exception for.',
  inputs: { dscr: field(hex32, 'DBGDSCRint as the handler reads it') },
  outputs: { handled: field(oneOf('breakpoint', 'watchpoint', 'unhandled'), 'what it is taken for') },
  example: { dscr: '0x8028' },
  cites,
  ask: (input, context) => ({ handled: context.rules.dispatchHostException(input, context) }),
})
