/**
 * All properties of the x86 machine.
 */
import type { Property } from '../property.ts'
import { breakpointProperties } from './breakpoints.ts'
import { conformanceProperties } from './conformance.ts'
import { metamorphicProperties } from './metamorphic.ts'
import { ownershipProperties } from './ownership.ts'
import { requestProperties } from './requests.ts'
import { steppingProperties } from './stepping.ts'
import { transparency } from './transparency.ts'

export const properties: readonly Property[] = [
  ...breakpointProperties,
  ...steppingProperties,
  ...ownershipProperties,
  ...transparency,
  ...requestProperties,
  ...metamorphicProperties,
  ...conformanceProperties,
]
