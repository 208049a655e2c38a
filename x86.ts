/**
 * `guest-debug-oracle/x86`: the x86 machine. Its rules, slots, choices and variants, programs and runs, the functions
 * that make variants and properties of your own, and the decisions with typed records.
 *
 * @example A variant of your own, for `gdo check --load ./mine.mjs`:
 * ```js
 * import { ideal, idealRules, mutant } from 'guest-debug-oracle/x86'
 *
 * export const mine = mutant({
 *   id: 'x86/mine',
 *   summary: 'BS is not sticky',
 *   base: ideal,
 *   cites: [],
 *   rules: { mergeDr6: (input, context) => idealRules.mergeDr6({ ...input, dr6: input.dr6 & ~0x4000n }, context) },
 * })
 * ```
 */
export * as cite from './model/citations.ts'
export * from './model/kvm/guest-debug.ts'
export * from './model/x86/index.ts'
export { variants } from './model/x86/variants/index.ts'
export * as decisions from './oracles/decisions/x86.ts'
export {
  type Answer,
  type Property,
  property,
  type Related,
  relation,
  ruleProperty,
} from './properties/property.ts'
