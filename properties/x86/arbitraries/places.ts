/**
 * Addresses and flags near what a program does: uniform choice would hit nothing.
 */
import fc, { type Arbitrary } from 'fast-check'
import { hex } from '../../../model/bits.ts'
import { flags, type Place, type Value } from '../../../model/x86/index.ts'

/** What a program is written for: real mode, or long mode at CPL0 or CPL3. */
export type Level = 'real' | 'kernel' | 'user'

/** The most instructions of a random program. */
export const MAX_CODE = 6

export const hex32 = (value: bigint): string => hex(value, 32)

export const instructionPlace: Arbitrary<Place> = fc
  .nat({ max: MAX_CODE })
  .map((instruction): Place => ({ instruction }))

export const dataPlace: Arbitrary<Place> = fc
  .tuple(fc.constantFrom('data', 'data', 'data', 'mmio', 'stack'), fc.integer({ min: -4, max: 4 }))
  .map(
    ([place, offset]): Place =>
      place === 'stack'
        ? { place, offset: 2 * offset - 8 }
        : { place: place as 'data' | 'mmio', offset: Math.abs(offset) },
  )

/** Where long mode can go wrong: behind what is mapped, at the edges of what is canonical, in between. */
const strayAddress = fc.constantFrom<Value>(
  '0x200000',
  '0x1fffff',
  '0x7ffffffffff8',
  '0x800000000000',
  '0xffff7fffffffffff',
  '0xffff800000000000',
)

/** Addresses of data for long mode: most of them good. */
export const dataAddress: Arbitrary<Value> = fc.oneof(
  { weight: 9, arbitrary: dataPlace as Arbitrary<Value> },
  { weight: 1, arbitrary: strayAddress },
)

const codeHandler = fc.constantFrom<number | 'syscall'>(3, 13, 32, 'syscall')

export const codeAddress: Arbitrary<Value> = fc.oneof(
  { weight: 16, arbitrary: instructionPlace },
  { weight: 2, arbitrary: codeHandler.map((handler): Place => ({ handler })) },
  { weight: 1, arbitrary: instructionPlace.map((place): Place => ({ ...place, offset: 1 })) },
  { weight: 1, arbitrary: fc.constantFrom<Value>('0x0', '0x100001000') },
)

export const rflags = fc.constantFrom(
  0x2,
  flags.TF | 2,
  flags.TF | 2,
  flags.IF | 2,
  flags.TF | flags.IF | 2,
  flags.RF | 2,
  flags.OF | 2,
  flags.RF | flags.TF | 2,
)

/** A choice by weight; shrinks across its branches. */
export const weigh = <T>(table: readonly (readonly [number, Arbitrary<T>])[]): Arbitrary<T> =>
  fc.oneof({ withCrossShrink: true }, ...table.map(([weight, arbitrary]) => ({ weight, arbitrary })))
