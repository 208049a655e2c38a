/** Decisions: KVM_SET_GUEST_DEBUG, what is put into the hardware for it, and the exit record. */
import { api, armArm, source, threads } from '../../../model/citations.ts'
import {
  arrayOf,
  boolean,
  field,
  hex32,
  hex64,
  integer,
  nullable,
  oneOf,
  record,
  withDefault,
} from '../../codec.ts'
import { controlInForce, decision, mdscrField } from './declare.ts'

const guestDebug = api('KVM_SET_GUEST_DEBUG')
const debugC = source('Linux 6.1 arch/arm64/kvm/debug.c')

export const setGuestDebug = decision({
  id: 'arm64/set-guest-debug',
  rule: 'setGuestDebug',
  meaning: 'Whether KVM_SET_GUEST_DEBUG accepts a control word, and which one is in force afterwards.',
  inputs: {
    control: field(hex32, 'control word asked for'),
    controlInForce,
    slotBeyond: withDefault(
      boolean,
      false,
      'a breakpoint or watchpoint that the CPU does not have is enabled',
    ),
  },
  outputs: {
    result: field(oneOf('ok', 'EINVAL', 'EBUSY'), 'how the ioctl ends'),
    control: field(hex32, 'in force afterwards'),
  },
  choices: ['slotsBeyondCapability'],
  example: { control: '0x40001', controlInForce: '0x1' },
  cites: [guestDebug],
  ask: (input, context) => context.rules.setGuestDebug(input, context),
})

export const maskSoftwareStep = decision({
  id: 'arm64/mask-software-step',
  rule: 'maskSoftwareStep',
  meaning: 'MDSCR_EL1 and SPSR_EL2 as the guest is entered: the SS bits while the host debugs.',
  inputs: { control: controlInForce, mdscr: mdscrField, spsr: field(hex64, 'the PSTATE to be entered with') },
  outputs: { mdscr: field(hex64, 'MDSCR_EL1'), spsr: field(hex64, 'SPSR_EL2') },
  example: { control: '0x3', mdscr: '0x0', spsr: '0x3c5' },
  cites: [threads.arm64SingleStep, threads.arm64MaskingReview],
  ask: (input, context) => context.rules.maskSoftwareStep(input, context),
})

export const enableDebugEvents = decision({
  id: 'arm64/enable-debug-events',
  rule: 'enableDebugEvents',
  meaning: 'MDSCR_EL1 as the guest is entered: its other bits, behind the masking of SS.',
  inputs: {
    control: controlInForce,
    mdscr: field(hex64, 'MDSCR_EL1 with its SS bit masked'),
    osLock: withDefault(boolean, false, 'the guest has set its OS lock'),
  },
  outputs: { mdscr: field(hex64, 'MDSCR_EL1') },
  choices: ['guestBreakpointsWithoutUseHw'],
  example: { control: '0x20001', mdscr: '0x0' },
  cites: [guestDebug, debugC],
  ask: (input, context) => ({ mdscr: context.rules.enableDebugEvents(input, context) }),
})

const slot = record({ control: field(hex64, 'DBGBCR or DBGWCR'), value: field(hex64, 'DBGBVR or DBGWVR') })
const registers = record({
  breakpoints: field(arrayOf(slot, 0, 16)),
  watchpoints: field(arrayOf(slot, 0, 16)),
})
const noRegisters = { breakpoints: [], watchpoints: [] }

export const registersInForce = decision({
  id: 'arm64/registers-in-force',
  rule: 'registersInForce',
  meaning: 'The breakpoints and watchpoints that the hardware has while the guest runs.',
  inputs: {
    control: controlInForce,
    host: field(registers, 'those of struct kvm_guest_debug_arch'),
    guest: field(registers, 'the guest’s own'),
  },
  outputs: { registers: field(registers, 'the set in force') },
  example: {
    control: '0x20001',
    host: { breakpoints: [{ control: '0x1e7', value: '0x40080000' }], watchpoints: [] },
    guest: noRegisters,
  },
  cites: [guestDebug],
  ask: (input, context) => ({ registers: context.rules.registersInForce(input, context) }),
})

export const debugTraps = decision({
  id: 'arm64/debug-traps',
  rule: 'debugTraps',
  meaning: 'The debug bits of MDCR_EL2 while the guest runs: TDE, TDA, TDOSA and TDRA.',
  inputs: { control: controlInForce },
  outputs: { mdcr: field(hex64, 'MDCR_EL2') },
  example: { control: '0x1' },
  cites: [guestDebug, debugC],
  ask: (input, context) => ({ mdcr: context.rules.debugTraps(input, context) }),
})

export const brkOwner = decision({
  id: 'arm64/brk-owner',
  rule: 'brkOwner',
  meaning: 'Who gets a BRK while the host debugs.',
  inputs: { control: controlInForce },
  outputs: { owner: field(oneOf('userspace', 'guest'), 'an exit, or an exception of the guest') },
  choices: ['brkWithoutUseSwBp'],
  example: { control: '0x10001' },
  cites: [guestDebug],
  ask: (input, context) => ({ owner: context.rules.brkOwner(input, context) }),
})

export const debugExit = decision({
  id: 'arm64/debug-exit',
  rule: 'debugExit',
  meaning: 'The record of KVM_EXIT_DEBUG.',
  inputs: { esr: field(hex64, 'ESR_EL2'), far: field(hex64, 'FAR_EL2') },
  outputs: {
    hsr: field(hex32, 'ESR_EL2[31:0]'),
    hsrHigh: field(nullable(hex32), 'ESR_EL2[63:32]; null where kvm_run.flags does not say that it is valid'),
    far: field(nullable(hex64), 'null for everything but a watchpoint: it is not to be looked at'),
  },
  example: { esr: '0xd2000062', far: '0x40080000' },
  cites: [api('KVM_RUN, KVM_EXIT_DEBUG')],
  ask: (input, context) => context.rules.debugExit(input, context),
})

export const capabilities = decision({
  id: 'arm64/capabilities',
  rule: 'capabilities',
  meaning: 'What KVM_CAP_GUEST_DEBUG_HW_BPS and _HW_WPS report, and which breakpoints are context-aware.',
  inputs: { idAa64dfr0: field(hex64, 'ID_AA64DFR0_EL1') },
  outputs: {
    breakpoints: field(integer(0, 16), 'KVM_CAP_GUEST_DEBUG_HW_BPS'),
    watchpoints: field(integer(0, 16), 'KVM_CAP_GUEST_DEBUG_HW_WPS'),
    firstContextAware: field(integer(0, 16), 'the lowest number of a context-aware breakpoint'),
  },
  example: { idAa64dfr0: '0x10305106' },
  cites: [armArm('ID_AA64DFR0_EL1'), api('KVM_CHECK_EXTENSION')],
  ask: (input, context) => context.rules.capabilities(input, context),
})
