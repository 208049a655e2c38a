/**
 * Every property that ships with the package, whatever its machine.
 */
import { properties as arm64 } from './arm64/properties.ts'
import { properties as armv7 } from './armv7/properties.ts'
import type { MachineTypes } from './machine.ts'
import type { Property } from './property.ts'
import { properties as vmm } from './vmm/properties.ts'
import { properties as x86 } from './x86/properties.ts'

export const properties = [
  ...x86,
  ...arm64,
  ...armv7,
  ...vmm,
] as readonly unknown[] as readonly Property<MachineTypes>[]
