/**
 * Which accesses to CP14 are valid, and what traps them: the tables again, in the words of the manual.
 */
import type { Direction, Privilege } from '../../../model/armv7/index.ts'
import { trm } from '../../../model/armv7/sources.ts'

export const summary = trm('Debug register summary')

/** The tables again, in the words of the manual: by which bit a register traps, and who may access it how. */
export const TDRA = ['DBGDRAR', 'DBGDSAR']
const TDOSA = ['DBGOSLAR', 'DBGOSLSR', 'DBGOSSRR', 'DBGOSDLR', 'DBGPRCR', 'DBGPRSR']
const READ_ONLY = [
  'DBGDIDR',
  'DBGDSCRint',
  'DBGDRAR',
  'DBGDSAR',
  'DBGOSLSR',
  'DBGPRSR',
  'DBGAUTHSTATUS',
  'DBGDEVID',
  'DBGDEVID1',
  'DBGDEVID2',
]
const USER = ['DBGDIDR', 'DBGDRAR', 'DBGDSAR']
const USER_UNLESS_DISABLED = ['DBGDSCRint', 'DBGDTRint']
const ONLY_V7 = ['DBGOSSRR', 'DBGPRSR']
const ONLY_V71 = ['DBGOSDLR']
export const LOCKED_ON_V7 = /^DBG[BW][VC]R\d|^DBGVCR$|^DBGDSCRext$/

/** The bit of HDCR that a register traps by. */
export const trapBitOf = (register: string): number =>
  TDRA.includes(register) ? 0x800 : TDOSA.includes(register) ? 0x400 : 0x200

export interface Access {
  readonly register: string
  readonly direction: Direction
  readonly privilege: Privilege
  readonly architecture: 'v7' | 'v7.1'
  readonly udccDisabled: boolean
}

/** Whether an access is none that is UNDEFINED anyway. */
export const isValid = ({ register, direction, privilege, architecture, udccDisabled }: Access): boolean => {
  const number = /(\d+)$/.exec(register)
  const n = number === null || register.startsWith('DBGDEVID') ? 0 : Number(number[1])
  if (/^DBGB[VC]R/.test(register) && n > 5) return false
  if (/^DBGW[VC]R/.test(register) && n > 3) return false
  if (/^DBGBXVR/.test(register) && (n < 4 || n > 5)) return false
  if ((architecture === 'v7' ? ONLY_V71 : ONLY_V7).includes(register)) return false
  if (direction === 'write' && READ_ONLY.includes(register)) return false
  if (direction === 'read' && register === 'DBGOSLAR') return false
  if (privilege === 'pl1' || USER.includes(register)) return true
  return USER_UNLESS_DISABLED.includes(register) && !udccDisabled
}
