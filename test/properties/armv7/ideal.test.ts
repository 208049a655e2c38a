import { armv7 } from '../../../properties/armv7/machine.ts'
import { idealSuite } from '../suites.ts'

idealSuite(armv7, 1500)
