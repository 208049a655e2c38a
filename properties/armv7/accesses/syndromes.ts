/**
 * The syndrome of a trapped access, and where the registers are.
 */
import { type Direction, REGISTER_NAMES, registerNamed, type Transfer } from '../../../model/armv7/index.ts'
import { kvmArm32, onQemu } from '../../../model/armv7/sources.ts'
import type { Property } from '../../property.ts'
import { hexOf } from '../history.ts'
import { type Armv7, ruleProperty } from '../types.ts'
import { summary } from './registers.ts'

const encodings = (register: string): { crn: number; crm: number; opc2: number } => {
  const { row, crm } = registerNamed(register)!
  return { crn: row.crn, crm, opc2: row.opc2 }
}

const syndrome = ruleProperty({
  id: 'armv7/access-syndrome',
  layer: 'arch',
  statement:
    'HSR of a trapped access has class 5 for MRC and MCR, 0xc for MRRC, 6 for LDC and STC, IL, a valid condition AL, the registers and the direction.',
  cites: [kvmArm32, onQemu('HSR of 25 accesses')],
  rule: 'accessSyndrome',
  inputs: (f) =>
    f
      .record({
        register: f.constantFrom(...REGISTER_NAMES),
        direction: f.constantFrom<Direction>('read', 'write'),
        transfer: f.constantFrom<Transfer>('register', 'register', 'pair', 'memory'),
        rt: f.nat({ max: 15 }),
        rt2: f.nat({ max: 14 }),
      })
      .map((input) => {
        if (input.transfer === 'memory') return { ...input, register: 'DBGDTRint' }
        return input.transfer === 'pair'
          ? { ...input, register: 'DBGDRAR', direction: 'read' as const }
          : input
      }),
  holds: (hsr, { register, direction, transfer, rt, rt2 }) => {
    const { crn, crm, opc2 } = encodings(register)
    const read = direction === 'read' ? 1 : 0
    const always = 0x01e00000
    const parts = {
      register: 0x16000000 + always + opc2 * 0x20000 + crn * 0x400 + rt * 0x20 + crm * 2 + read,
      pair: 0x32000000 + always + rt2 * 0x400 + rt * 0x20 + crn * 2 + read,
      memory: 0x1a000000 + always + 12 * 0x20 + 0x10 + 4 + (1 - read),
    }
    return hsr === parts[transfer] || `${hexOf(hsr)}, expected ${hexOf(parts[transfer])}`
  },
})

const decoding = ruleProperty({
  id: 'armv7/syndrome-decoding',
  layer: 'abi',
  statement:
    'The hypervisor decodes from HSR the register, the direction and the destination of the access that trapped.',
  cites: [kvmArm32],
  rule: 'decodeSyndrome',
  inputs: (f) =>
    f
      .record({ register: f.constantFrom(...REGISTER_NAMES), read: f.boolean(), rt: f.nat({ max: 15 }) })
      .map(({ register, read, rt }) => {
        const { crn, crm, opc2 } = encodings(register)
        return { hsr: 0x17e00000 + opc2 * 0x20000 + crn * 0x400 + rt * 0x20 + crm * 2 + (read ? 1 : 0) }
      }),
  holds: ({ register, direction, rt }, { hsr }) => {
    if (register === null) return 'no register is decoded'
    const { crn, crm, opc2 } = encodings(register)
    const again =
      0x17e00000 + opc2 * 0x20000 + crn * 0x400 + rt * 0x20 + crm * 2 + (direction === 'read' ? 1 : 0)
    return again === hsr || `${register} is decoded, whose syndrome is ${hexOf(again)}`
  },
})

/** Encodings that emulators have had wrong, as the manual has them: CRn, CRm, opc2. */
const KNOWN: readonly (readonly [number, number, number, string | null])[] = [
  [0, 0, 0, 'DBGDIDR'],
  [0, 1, 0, 'DBGDSCRint'],
  [0, 2, 2, 'DBGDSCRext'],
  [0, 5, 0, 'DBGDTRint'],
  [0, 0, 2, 'DBGDTRRXext'],
  [0, 3, 2, 'DBGDTRTXext'],
  [0, 7, 0, 'DBGVCR'],
  [0, 3, 4, 'DBGBVR3'],
  [0, 3, 5, 'DBGBCR3'],
  [0, 3, 6, 'DBGWVR3'],
  [0, 3, 7, 'DBGWCR3'],
  [1, 0, 0, 'DBGDRAR'],
  [2, 0, 0, 'DBGDSAR'],
  [1, 0, 4, 'DBGOSLAR'],
  [1, 1, 4, 'DBGOSLSR'],
  [1, 3, 4, 'DBGOSDLR'],
  [1, 4, 4, 'DBGPRCR'],
  [7, 0, 2, null],
  [7, 2, 7, 'DBGDEVID'],
  [7, 1, 7, 'DBGDEVID1'],
  [7, 0, 7, 'DBGDEVID2'],
  [7, 14, 6, 'DBGAUTHSTATUS'],
]

const map = ruleProperty({
  id: 'armv7/register-encodings',
  layer: 'arch',
  statement: 'The CP14 debug registers are at their encodings, with opc1 0.',
  cites: [summary],
  rule: 'registerAt',
  inputs: (f) =>
    f
      .record({ known: f.constantFrom(...KNOWN), opc1: f.constantFrom(0, 0, 0, 1) })
      .map(({ known: [crn, crm, opc2], opc1 }) => ({ opc1, crn, crm, opc2 })),
  holds: (name, { opc1, crn, crm, opc2 }) => {
    const expected = KNOWN.find((row) => row[0] === crn && row[1] === crm && row[2] === opc2)![3]
    return name === (opc1 === 0 ? expected : null) || `${name}, expected ${expected}`
  },
})

/** Syndromes and encodings. */
export const syndromeProperties: readonly Property<Armv7>[] = [syndrome, decoding, map]
