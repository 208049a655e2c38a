/**
 * Bugs that Linux, KVM, QEMU and firmware once had, each as the fewest rules that make it, on the ideal machine.
 */
import { u32 } from '../../bits.ts'
import { type Citation, linux, source } from '../../citations.ts'
import { hdcr as hdcrBits, nameOfEncoding } from '../registers.ts'
import { idealRules, type Rules } from '../rules.ts'
import { hwBreakpointC, kvmArm32, onQemu } from '../sources.ts'
import { ideal } from './ideal.ts'
import { historical, type Variant } from './variant.ts'

const once = (id: string, summary: string, cites: readonly Citation[], rules: Partial<Rules>): Variant =>
  historical({ id: `armv7/${id}`, summary, base: ideal, cites, rules })

const dccNames = ['DBGDTRint', 'DBGDTRRXext', 'DBGDTRTXext']

export const historicalVariants: readonly Variant[] = [
  once(
    'aliased-control-registers',
    'the shadows of DBGVCR and DBGDSCRext are one: what is written to the one is read from the other',
    [
      source('Linux 4.19 arch/arm64/kvm/sys_regs.c, the entries of DBGVCR and DBGDSCRext without a register'),
      linux('bdfb4b389c8d', 'introduced it', 'recalled'),
    ],
    {
      shadowSlot: ({ register }) =>
        register === 'DBGVCR' || register === 'DBGDSCRint' ? 'DBGDSCRext' : register,
    },
  ),
  once(
    'os-lock-not-cleared',
    'the host writes its control registers without clearing the OS lock: UNDEFINED on v7',
    [linux('ac88e07122d2', 'ARM: hw_breakpoint: ensure OS lock is clear before writing to debug registers')],
    {
      resetSteps: (input, context) =>
        idealRules.resetSteps(input, context).filter((step) => step !== 'clear-os-lock'),
    },
  ),
  once(
    'monitor-mode-before-reset',
    'the host enables monitor mode before it has cleared the control registers, which reset leaves UNKNOWN',
    [hwBreakpointC, source('Linux: hw_breakpoint: reset control registers in hotplug path', 'recalled')],
    {
      resetSteps: (input, context) => {
        const steps = idealRules.resetSteps(input, context)
        const cleared = steps.filter((step) => step.startsWith('clear-') && step !== 'clear-os-lock')
        return [...steps.filter((step) => !cleared.includes(step)), ...cleared]
      },
    },
  ),
  once(
    'sparse-byte-select',
    'a breakpoint of the host at an address that v7 cannot compare is accepted, its byte select shifted out',
    [linux('6ee33c2712fc', 'ARM: hw_breakpoint: correct and simplify alignment fixup')],
    {
      encodeHostBreakpoint: ({ address, length }) => ({
        result: 'ok',
        value: u32(address & ~3),
        control: u32((((length === 4 ? 0xf : 0x3) << (address & 3)) & 0xf) << 5) | 0x5,
      }),
    },
  ),
  once(
    'slots-without-monitor-mode',
    'breakpoints are registered although monitor mode could not be enabled: they never hit',
    [source('linux-arm-kernel, a report on an OMAP4460 (Galaxy Nexus), 13 Sep 2012')],
    {
      enableMonitorMode: () => 'ok',
      installHostBreakpoint: (input, context) =>
        idealRules.installHostBreakpoint({ ...input, monitorMode: true }, context),
    },
  ),
  once(
    'tde-ignored-from-user-mode',
    'QEMU: BKPT in user mode goes to PL1 although HDCR.TDE routes it to Hyp mode',
    [source('QEMU c900a2e62d: target/arm: Honour MDCR_EL2.TDE when routing exceptions due to BKPT/BRK')],
    {
      debugEvent: (input, context) =>
        idealRules.debugEvent(
          input.event === 'bkpt' && input.from === 'pl0' ? { ...input, hdcr: 0 } : input,
          context,
        ),
    },
  ),
  once(
    'os-lock-suppresses-nothing',
    'QEMU: bit 0 of OSLSR is tested in the place of OSLK, so that the OS lock suppresses no debug exception',
    [
      source('QEMU 40b200279c: target/arm: Suppress debug exceptions when OS Lock set'),
      onQemu('a breakpoint is taken with OSLSR 0x0a'),
    ],
    { debugEvent: (input, context) => idealRules.debugEvent({ ...input, osLock: false }, context) },
  ),
  once(
    'double-lock-ignored',
    'QEMU: OSDLR is a NOP, so that the double lock suppresses no debug exception',
    [source('QEMU f94a6df5dd: target/arm: Correctly implement Feat_DoubleLock')],
    { debugEvent: (input, context) => idealRules.debugEvent({ ...input, doubleLock: false }, context) },
  ),
  once(
    'dcc-not-encoded',
    'QEMU: the registers of the communication channel are at a wrong encoding, and UNDEFINED at their own',
    [
      source('QEMU 655659a74a: target/arm: Correct encoding of Debug Communications Channel registers'),
      onQemu('every access to DBGDTRRX and DBGDTRTX is UNDEFINED'),
    ],
    {
      registerAt: (input, context) => {
        const name = idealRules.registerAt(input, context)
        return name !== null && dccNames.includes(name) ? null : name
      },
    },
  ),
  once(
    'devid-at-wrong-encoding',
    'QEMU: DBGDEVID answers at c7, c0, 2, and is UNDEFINED at c7, c2, 7',
    [onQemu('DBGDEVID at both encodings')],
    {
      registerAt: ({ opc1, crn, crm, opc2 }) => {
        if (opc1 === 0 && crn === 7 && crm === 0 && opc2 === 2) return 'DBGDEVID'
        const name = opc1 === 0 ? nameOfEncoding(crn, crm, opc2) : null
        return name?.startsWith('DBGDEVID') ? null : name
      },
    },
  ),
  once(
    'rom-address-pair-not-trapped',
    'QEMU: the 64-bit forms of DBGDRAR and DBGDSAR do not trap',
    [onQemu('MRRC DBGDRAR with HDCR.TDRA set')],
    {
      isTrapped: (input, context) => input.transfer !== 'pair' && idealRules.isTrapped(input, context),
    },
  ),
  once('vector-catch-register-lost', 'QEMU: a write to DBGVCR is lost', [onQemu('DBGVCR written and read')], {
    storeRegister: (input, context) =>
      input.register === 'DBGVCR' ? input.old : idealRules.storeRegister(input, context),
  }),
  once(
    'invalid-access-emulated',
    'an access that is UNDEFINED anyway is trapped, and emulated as a register that reads as zero',
    [kvmArm32],
    {
      routeAccess: (input, context) => {
        const outcome = idealRules.routeAccess(input, context)
        return outcome === 'undefined' && (input.hdcr & hdcrBits.TDA) !== 0 && input.privilege === 'pl1'
          ? 'hyp-trap'
          : outcome
      },
    },
  ),
  once(
    'injected-abort-is-debug-event',
    'every abort that KVM injects says “debug event” in its fault status',
    [kvmArm32],
    { faultStatus: (input, context) => idealRules.faultStatus({ ...input, fault: 'debug' }, context) },
  ),
  once(
    'hdcr-not-reset',
    'firmware leaves in HDCR what reset has left there: the host’s accesses trap',
    [source('Trusted Firmware, pull request 754: MDCR_EL2 and HDCR are not zeroed when EL2 is skipped')],
    { bootHdcr: ({ hdcr }) => u32(hdcr | hdcrBits.TDRA | hdcrBits.TDOSA | hdcrBits.TDA) },
  ),
]
