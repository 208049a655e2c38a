/**
 * Every property that ships with the package.
 */
import type { Property } from './property.ts'
import { breakpointProperties } from './x86/breakpoints.ts'
import { conformanceProperties } from './x86/conformance.ts'
import { metamorphicProperties } from './x86/metamorphic.ts'
import { ownershipProperties } from './x86/ownership.ts'
import { requestProperties } from './x86/requests.ts'
import { steppingProperties } from './x86/stepping.ts'
import { transparency } from './x86/transparency.ts'

export const properties: readonly Property[] = [
  ...breakpointProperties,
  ...steppingProperties,
  ...ownershipProperties,
  ...transparency,
  ...requestProperties,
  ...metamorphicProperties,
  ...conformanceProperties,
]
