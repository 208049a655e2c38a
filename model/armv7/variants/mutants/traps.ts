/**
 * Mutants of what HDCR traps, and of what the locks are.
 */
import { u32 } from '../../../bits.ts'
import { cpuOf, vcpuOf, writeHdcr } from '../../machine.ts'
import { hdcr as bits, enabledPairs, HDCR_DEBUG } from '../../registers.ts'
import { idealSlots } from '../../slots.ts'
import { MONITORS, trapping } from '../parts.ts'
import type { Variant } from '../variant.ts'
import { emulating, wrong } from './wrong.ts'

export const trapMutants: readonly Variant[] = [
  wrong(
    'trapped-when-active',
    'the debug registers are trapped only while the guest has a breakpoint enabled',
    {
      slots: {
        enterGuest: (m) => {
          idealSlots.enterGuest(m)
          if (enabledPairs(vcpuOf(m).pairs).length === 0) writeHdcr(m, [u32(cpuOf(m).hdcr & ~HDCR_DEBUG)])
        },
      },
    },
  ),
  wrong('tda-alone', 'HDCR.TDA is set without TDRA and TDOSA', { rules: { enterHdcr: trapping(bits.TDA) } }),
  wrong('tda-first', 'HDCR is written twice, TDA first', {
    rules: {
      enterHdcr: (input) => [u32(input.hdcr | MONITORS | bits.TDA), u32(input.hdcr | MONITORS | HDCR_DEBUG)],
    },
  }),
  wrong('traps-left-on', 'HDCR.TDRA stays set when the guest is left', {
    rules: { exitHdcr: ({ hdcr }) => [u32((hdcr & ~(MONITORS | HDCR_DEBUG)) | bits.TDRA)] },
  }),
  wrong('tde-left-on', 'HDCR is not written when the guest is left', { rules: { exitHdcr: () => [] } }),
  wrong('hdcr-constant', 'HDCR is written with a constant: HPMN is lost', {
    rules: { enterHdcr: () => [MONITORS | HDCR_DEBUG], exitHdcr: () => [0] },
  }),
  wrong('os-lock-not-trapped', 'HDCR.TDOSA is left clear: the guest locks the CPU’s own OS lock', {
    rules: { enterHdcr: trapping(bits.TDRA | bits.TDA) },
  }),
  wrong('os-lock-written', 'a trapped write to DBGOSLAR is carried out', {
    rules: emulating(({ register, direction }) =>
      register === 'DBGOSLAR' && direction === 'write' ? 'host' : null,
    ),
  }),
  wrong('double-lock-written', 'a trapped write to DBGOSDLR is carried out', {
    rules: emulating(({ register, direction }) =>
      register === 'DBGOSDLR' && direction === 'write' ? 'host' : null,
    ),
  }),
  wrong('v8-lattice', 'TDA is called legal without TDRA and TDOSA, as in v8', {
    rules: { hdcrLegal: ({ hdcr }) => hdcr >>> 12 === 0 },
  }),
]
