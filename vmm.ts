/**
 * `guest-debug-oracle/vmm`: the vmm machine. Its rules, slots, choices and variants, programs and runs, the functions that
 * make variants and properties of your own, and the decisions with typed records.
 *
 * @example A VMM of your own, for `gdo check --load ./mine.mjs`:
 * ```js
 * import { ideal, kernel } from 'guest-debug-oracle/vmm'
 *
 * export const mine = kernel({
 *   id: 'vmm/mine',
 *   summary: 'shows the debugger what it has planted',
 *   base: ideal,
 *   cites: [],
 *   rules: { memoryShown: ({ bytes }) => bytes },
 * })
 * ```
 */
export * as cite from './model/citations.ts'
export * from './model/vmm/index.ts'
export { variants } from './model/vmm/variants/index.ts'
export * as decisions from './oracles/decisions/vmm.ts'
export type { Answer, Property, Related } from './properties/property.ts'
export { property, relation, ruleProperty, type Vmm } from './properties/vmm/types.ts'
