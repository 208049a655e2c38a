/**
 * All properties of the vmm machine.
 */
import type { Property } from '../property.ts'
import { aloneProperties } from './alone.ts'
import { memoryProperties } from './memory.ts'
import { ownershipProperties } from './ownership.ts'
import { requestProperties } from './requests.ts'
import { stopProperties } from './stops.ts'
import type { Vmm } from './types.ts'
import { vcpuProperties } from './vcpus.ts'

export const properties: readonly Property<Vmm>[] = [
  ...stopProperties,
  ...aloneProperties,
  ...ownershipProperties,
  ...memoryProperties,
  ...requestProperties,
  ...vcpuProperties,
]
