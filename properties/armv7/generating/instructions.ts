/**
 * Random instructions of the guest.
 */
import fc, { type Arbitrary } from 'fast-check'
import {
  BREAKPOINTS,
  type Instruction,
  type Place,
  type Value,
  WATCHPOINTS,
} from '../../../model/armv7/index.ts'
import { weigh } from './weigh.ts'

/** Most instructions of a program, but for those that belong together. */
export const MAX_CODE = 9

const user = fc.nat({ max: 5 }).map((n) => (n === 0 ? { user: true as const } : {}))

const instructionPlace: Arbitrary<Place> = fc.nat({ max: MAX_CODE }).map((instruction) => ({ instruction }))
const address: Arbitrary<Value> = weigh<Value>([
  [6, instructionPlace],
  [2, fc.constant<Value>({ place: 'data' })],
  [2, fc.constantFrom<Value>({ place: 'host-code' }, { place: 'host-data' })],
])

/** Control registers: whole, for one mode or access, disabled; and now and then what must not reach the CPU. */
const bcr = fc.constantFrom(
  '0x1e7',
  '0x1e7',
  '0x1e7',
  '0x1e3',
  '0x1e5',
  '0x1e6',
  '0x21e7',
  '0xc1e7',
  '0x8001e7',
  '0x1e1',
)
const wcr = fc.constantFrom('0x1ff', '0x1ff', '0x1f7', '0x1ef', '0x37', '0x1fe', '0x21ff')

const number = weigh<number>([
  [6, fc.nat({ max: 1 })],
  [2, fc.nat({ max: BREAKPOINTS })],
])
const watchNumber = number.map((n) => Math.min(n, WATCHPOINTS))

export const pairWrite: Arbitrary<Instruction> = weigh<Instruction>([
  [4, fc.tuple(number, address).map(([n, value]): Instruction => ({ op: 'mcr', to: `DBGBVR${n}`, value }))],
  [5, fc.tuple(number, bcr).map(([n, value]): Instruction => ({ op: 'mcr', to: `DBGBCR${n}`, value }))],
  [
    2,
    fc.tuple(watchNumber, address).map(([n, value]): Instruction => ({ op: 'mcr', to: `DBGWVR${n}`, value })),
  ],
  [3, fc.tuple(watchNumber, wcr).map(([n, value]): Instruction => ({ op: 'mcr', to: `DBGWCR${n}`, value }))],
])
export const pairRead: Arbitrary<Instruction> = fc
  .tuple(fc.constantFrom('DBGBVR', 'DBGBCR', 'DBGWVR', 'DBGWCR'), watchNumber, user)
  .map(([kind, n, mode]): Instruction => ({ op: 'mrc', from: `${kind}${n}`, ...mode }))

export const dscrRead: Arbitrary<Instruction> = fc
  .constantFrom('DBGDSCRint', 'DBGDSCRint', 'DBGDSCRext')
  .map((from): Instruction => ({ op: 'mrc', from }))
export const dscrWrite: Arbitrary<Instruction> = fc
  .constantFrom('0x8000', '0x0', '0x9000', '0xc000', '0x1000')
  .map((value): Instruction => ({ op: 'mcr', to: 'DBGDSCRext', value }))

export const lockWrite: Arbitrary<Instruction> = fc.constantFrom<Instruction>(
  { op: 'mcr', to: 'DBGOSLAR', value: '0xc5acce55' },
  { op: 'mcr', to: 'DBGOSLAR', value: '0x0' },
  { op: 'mcr', to: 'DBGOSDLR', value: '0x1' },
)

const OTHERS = [
  'DBGDIDR',
  'DBGVCR',
  'DBGOSLSR',
  'DBGOSDLR',
  'DBGPRCR',
  'DBGPRSR',
  'DBGCLAIMSET',
  'DBGCLAIMCLR',
  'DBGDRAR',
  'DBGDSAR',
  'DBGDTRint',
  'DBGWFAR',
  'DBGAUTHSTATUS',
  'DBGDEVID',
  'DBGBXVR4',
  'DBGOSSRR',
  'DBGBVR6',
  'DBGBCR6',
  'DBGWCR4',
] as const
const accessOf = (registers: readonly string[]): Arbitrary<Instruction> =>
  fc
    .tuple(
      fc.constantFrom(...registers),
      fc.nat({ max: 1 }),
      fc.constantFrom('0x0', '0x1', '0xffffffff'),
      user,
      fc.nat({ max: 7 }),
    )
    .map(([register, write, value, mode, condition]): Instruction => {
      const fails = condition === 0 ? { fails: true as const } : {}
      return write === 1
        ? { op: 'mcr', to: register, value, ...mode, ...fails }
        : { op: 'mrc', from: register, ...mode, ...fails }
    })
export const otherAccess = accessOf(OTHERS)
/** Of registers that every CPU with v7.1 Debug has in CP14, QEMU's too. */
export const oneCpuAccess = accessOf([
  ...['DBGDIDR', 'DBGVCR', 'DBGOSLAR', 'DBGOSLSR', 'DBGOSDLR', 'DBGDRAR', 'DBGDSAR'],
  ...['DBGDSCRext', 'DBGBVR5', 'DBGBCR5', 'DBGWVR3', 'DBGWCR3', 'DBGBVR6', 'DBGBCR6', 'DBGWCR4'],
])
export const oddAccess: Arbitrary<Instruction> = fc
  .tuple(
    fc.constantFrom<Instruction>(
      { op: 'mrrc', from: 'DBGDRAR' },
      { op: 'mrrc', from: 'DBGDSAR' },
      { op: 'ldc' },
      { op: 'stc' },
      { op: 'mrc', from: 'DBGDSCRint', flags: true },
    ),
    user,
  )
  .map(([instruction, mode]): Instruction => ({ ...instruction, ...mode }) as Instruction)
export const failing: Arbitrary<Instruction> = fc.constantFrom<Instruction>(
  { op: 'mrc', from: 'DBGDSCRint', fails: true },
  { op: 'mrc', from: 'DBGBVR0', fails: true },
  { op: 'mcr', to: 'DBGBVR0', value: '0x40', fails: true },
  { op: 'mcr', to: 'DBGBCR0', value: '0x1e7', fails: true },
)

export const plain: Arbitrary<Instruction> = fc
  .tuple(
    weigh<Instruction>([
      [6, fc.constant<Instruction>({ op: 'nop' })],
      [3, fc.constant<Instruction>({ op: 'bkpt' })],
      [3, fc.constant<Instruction>({ op: 'str', at: { place: 'data' } })],
      [2, fc.constant<Instruction>({ op: 'ldr', at: { place: 'data' } })],
    ]),
    user,
  )
  .map(([instruction, mode]): Instruction => ({ ...instruction, ...mode }) as Instruction)

export const wfi = fc.constant<Instruction>({ op: 'wfi' })
export const startUp = fc.constant<Instruction>({ op: 'linux-start-up' })

/** A register read, written, and read again. */
export const probe: Arbitrary<readonly Instruction[]> = fc
  .tuple(fc.constantFrom(...OTHERS), fc.constantFrom('0x1', '0xffffffff'))
  .map(([register, value]): readonly Instruction[] => [
    { op: 'mrc', from: register },
    { op: 'mcr', to: register, value },
    { op: 'mrc', from: register },
  ])

/** A breakpoint or watchpoint register written and read again, with or without an exit in between. */
export const writtenAndRead: Arbitrary<readonly Instruction[]> = fc
  .tuple(pairWrite, fc.boolean())
  .map(([write, exits]): readonly Instruction[] => [
    write,
    ...(exits ? [{ op: 'wfi' } as const] : []),
    { op: 'mrc', from: write.op === 'mcr' ? write.to : 'DBGBVR0' },
  ])
