/**
 * `guest-debug-oracle/arm64`: the arm64 machine. Its rules, slots, choices and variants, programs and runs, the functions
 * that make variants and properties of your own, and the decisions with typed records.
 *
 * @example A variant of your own, for `gdo check --load ./mine.mjs`:
 * ```js
 * import { ideal, mutant } from 'guest-debug-oracle/arm64'
 *
 * export const mine = mutant({
 *   id: 'arm64/mine',
 *   summary: 'skipping an emulated instruction leaves PSTATE.SS alone',
 *   base: ideal,
 *   cites: [],
 *   rules: { retireEmulated: ({ pc, pstate }) => ({ pc: pc + 4n, pstate }) },
 * })
 * ```
 */
export * from './model/arm64/index.ts'
export { variants } from './model/arm64/variants/index.ts'
export * as cite from './model/citations.ts'
export { type Errno, GUESTDBG, inForce } from './model/kvm/guest-debug.ts'
export * as decisions from './oracles/decisions/arm64.ts'
export { type Arm64, property, relation, ruleProperty } from './properties/arm64/types.ts'
export type { Answer, Property, Related } from './properties/property.ts'
