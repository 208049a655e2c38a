/**
 * `guest-debug-oracle/armv7`: the armv7 machine. Its rules, slots, choices and variants, the designs side by side, programs
 * and runs, the functions that make variants and properties of your own, and the decisions with typed records.
 *
 * @example A design of your own, for `gdo check --load ./mine.mjs`:
 * ```js
 * import { ideal, patch } from 'guest-debug-oracle/armv7'
 *
 * export const mine = patch({
 *   id: 'armv7/mine',
 *   summary: 'traps without TDE',
 *   base: ideal,
 *   cites: [],
 *   rules: { enterHdcr: ({ hdcr }) => [(hdcr | 0xe00) >>> 0] },
 * })
 * ```
 */
export * from './model/armv7/index.ts'
export { variants } from './model/armv7/variants/index.ts'
export * as cite from './model/citations.ts'
export * as decisions from './oracles/decisions/armv7.ts'
export { type Armv7, property, relation, ruleProperty } from './properties/armv7/types.ts'
export type { Answer, Property, Related } from './properties/property.ts'
