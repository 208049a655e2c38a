/**
 * CP14 accesses: which are UNDEFINED, which trap and how, and how a trapped one is completed.
 */
import type { Property } from '../../property.ts'
import type { Armv7 } from '../types.ts'
import { emulationProperties } from './emulation.ts'
import { routingProperties } from './routing.ts'
import { storeProperties } from './stores.ts'
import { syndromeProperties } from './syndromes.ts'

/** The properties of accesses. */
export const accessProperties: readonly Property<Armv7>[] = [
  ...routingProperties,
  ...syndromeProperties,
  ...emulationProperties,
  ...storeProperties,
]
