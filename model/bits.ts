/**
 * 64-bit arithmetic on `bigint` and registers declared as data.
 *
 * Every 64-bit operation is wrapped in `BigInt.asUintN(64, …)`: it is the hardware's wrap-around, and V8
 * compiles exactly that form to machine integers.
 */

/** The low 64 bits of a value. */
export const u64 = (value: bigint): bigint => BigInt.asUintN(64, value)

/** The low `size` bytes of a value. (Each width by its constant: V8 compiles nothing else to machine integers.) */
export const lowBytes = (value: bigint, size: number): bigint => {
  switch (size) {
    case 1:
      return BigInt.asUintN(8, value)
    case 2:
      return BigInt.asUintN(16, value)
    case 4:
      return BigInt.asUintN(32, value)
    default:
      return BigInt.asUintN(64, value)
  }
}

/** The low 32 bits of a number, as an unsigned 32-bit integer. */
export const u32 = (value: number): number => value >>> 0

/** A mask with bit `n` set. */
export const bit = (n: number): bigint => 1n << BigInt(n)

/** A mask with `width` bits set from bit `lsb` on. */
export const ones = (lsb: number, width: number): bigint => ((1n << BigInt(width)) - 1n) << BigInt(lsb)

/** `value` without the bits of `mask` (the kernel's and the A64 `bic`). */
export const bic = (value: bigint, mask: bigint): bigint =>
  BigInt.asUintN(64, value ^ BigInt.asUintN(64, value & mask))

/** Whether any bit of `mask` is set in `value`. */
export const any = (value: bigint, mask: bigint): boolean => BigInt.asUintN(64, value & mask) !== 0n

/** A register value as text: `0x` and lower-case digits in the register's full width. */
export const hex = (value: bigint | number, bits: 8 | 16 | 32 | 64 = 64): string =>
  `0x${value.toString(16).padStart(bits / 4, '0')}`

/** A register value as short text for people: no leading zeros. */
export const shortHex = (value: bigint | number): string => `0x${value.toString(16)}`

/** One field of a register. */
export interface Field {
  readonly name: string
  /** Number of the lowest bit. */
  readonly lsb: number
  /** Number of bits. */
  readonly width: number
  /**
   * What a write can change: `rw` is stored, `fixed-0` and `fixed-1` read so whatever was written,
   * `active-low` is an `rw` bit whose cause is present when the bit is 0.
   */
  readonly access: 'rw' | 'fixed-0' | 'fixed-1' | 'active-low'
  readonly meaning: string
}

/** A register declared as data: reset value, fields, and the masks that follow from them. */
export interface Register {
  readonly name: string
  readonly width: 32 | 64
  readonly reset: bigint
  readonly fields: readonly Field[]
  /** Bits that read as 1 whatever was written. */
  readonly fixedOne: bigint
  /** Bits that a write stores. */
  readonly writable: bigint
}

const maskOf = (fields: readonly Field[], ...accesses: Field['access'][]): bigint =>
  fields
    .filter((field) => accesses.includes(field.access))
    .reduce((mask, field) => mask | ones(field.lsb, field.width), 0n)

/** Declares a register. Bits that no field names are fixed 0. */
export const register = (
  name: string,
  width: 32 | 64,
  reset: bigint,
  fields: readonly Field[],
): Register => ({
  name,
  width,
  reset,
  fields,
  fixedOne: maskOf(fields, 'fixed-1'),
  writable: maskOf(fields, 'rw', 'active-low'),
})

/** The fields of `register` in which `before` and `after` differ, as text: `BS 0→1`. */
export const changedFields = (reg: Register, before: bigint, after: bigint): string[] =>
  reg.fields.flatMap((field) => {
    const mask = ones(field.lsb, field.width)
    if (!any(before ^ after, mask)) return []
    const shift = BigInt(field.lsb)
    return [`${field.name} ${(before & mask) >> shift}→${(after & mask) >> shift}`]
  })
