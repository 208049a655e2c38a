/**
 * All properties of the armv7 machine.
 */
import type { Property } from '../property.ts'
import { accessProperties } from './accesses/index.ts'
import { dscrProperties } from './dscr.ts'
import { eventProperties } from './events.ts'
import { hostProperties } from './host.ts'
import { metamorphicProperties } from './metamorphic.ts'
import { pairProperties } from './pairs.ts'
import { trapProperties } from './traps.ts'
import type { Armv7 } from './types.ts'

export const properties: readonly Property<Armv7>[] = [
  ...trapProperties,
  ...dscrProperties,
  ...pairProperties,
  ...accessProperties,
  ...eventProperties,
  ...hostProperties,
  ...metamorphicProperties,
]
