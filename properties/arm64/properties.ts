/**
 * All properties of the arm64 machine.
 */
import type { Property } from '../property.ts'
import { emulationProperties } from './emulation.ts'
import { matchingProperties } from './matching.ts'
import { metamorphicProperties } from './metamorphic.ts'
import { ownershipProperties } from './ownership.ts'
import { requestProperties } from './requests.ts'
import { softwareStepProperties } from './software-step.ts'
import { steppingProperties } from './stepping.ts'
import type { Arm64 } from './types.ts'

export const properties: readonly Property<Arm64>[] = [
  ...steppingProperties,
  ...ownershipProperties,
  ...emulationProperties,
  ...requestProperties,
  ...metamorphicProperties,
  ...softwareStepProperties,
  ...matchingProperties,
]
