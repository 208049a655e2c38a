/**
 * Numbers of the line protocol: hex digits.
 */

/** A field as a number; 0 if it is absent, or no number. */
export const hexValue = (text: string | null | undefined): bigint =>
  text && /^[0-9a-f]+$/.test(text) ? BigInt(`0x${text}`) : 0n

export const hexNumber = (text: string | null | undefined): number => Number(hexValue(text))
