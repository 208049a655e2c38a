import { x86 } from '../../../properties/x86/machine.ts'
import { idealSuite } from '../suites.ts'

idealSuite(x86, 5000)
