/** Decisions: HDCR. */
import { armv7Thread, kvmArm32, trm } from '../../../model/armv7/sources.ts'
import { arrayOf, boolean, field, hex32, withDefault } from '../../codec.ts'
import { decision, hdcrField } from './declare.ts'

const manual = trm('Hyp Debug Configuration Register')
const written = {
  writes: field(arrayOf(hex32, 0, 4), 'the values that HDCR is written with, one after the other'),
}

export const hdcrLegal = decision({
  id: 'armv7/hdcr-legal',
  rule: 'hdcrLegal',
  meaning: 'Whether a value of HDCR is legal on v7; every other one is UNPREDICTABLE.',
  inputs: { hdcr: hdcrField },
  outputs: { legal: field(boolean, 'the value is legal') },
  example: { hdcr: '0x206' },
  cites: [manual],
  ask: (input, context) => ({ legal: context.rules.hdcrLegal(input, context) }),
})

export const bootHdcr = decision({
  id: 'armv7/boot-hdcr',
  rule: 'bootHdcr',
  meaning: 'HDCR as the host’s kernel gets it.',
  inputs: { hdcr: field(hex32, 'HDCR as reset has left it') },
  outputs: { hdcr: field(hex32, 'HDCR') },
  example: { hdcr: '0xf06' },
  cites: [kvmArm32],
  ask: (input, context) => ({ hdcr: context.rules.bootHdcr(input, context) }),
})

export const enterHdcr = decision({
  id: 'armv7/enter-hdcr',
  rule: 'enterHdcr',
  meaning: 'What HDCR is written with at guest entry.',
  inputs: {
    hdcr: field(hex32, 'HDCR before'),
    passThrough: withDefault(boolean, false, 'the guest has breakpoints or DBGDSCR of the CPU to itself'),
  },
  outputs: written,
  example: { hdcr: '0x6' },
  cites: [armv7Thread.conclusion, kvmArm32],
  ask: (input, context) => ({ writes: context.rules.enterHdcr(input, context) }),
})

export const exitHdcr = decision({
  id: 'armv7/exit-hdcr',
  rule: 'exitHdcr',
  meaning: 'What HDCR is written with at guest exit.',
  inputs: { hdcr: field(hex32, 'HDCR while the guest runs') },
  outputs: written,
  example: { hdcr: '0xf66' },
  cites: [kvmArm32],
  ask: (input, context) => ({ writes: context.rules.exitHdcr(input, context) }),
})
