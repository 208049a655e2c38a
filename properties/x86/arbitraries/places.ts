/**
 * Addresses and flags near what a program does: uniform choice would hit nothing.
 */
import fc, { type Arbitrary } from 'fast-check'
import { hex } from '../../../model/bits.ts'
import { flags, type Place, type Value } from '../../../model/x86/index.ts'

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

export const codeAddress: Arbitrary<Value> = fc.oneof(
  { weight: 16, arbitrary: instructionPlace },
  { weight: 2, arbitrary: fc.constantFrom(3, 13, 32).map((handler): Place => ({ handler })) },
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
