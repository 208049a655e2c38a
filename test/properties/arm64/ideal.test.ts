import { arm64 } from '../../../properties/arm64/machine.ts'
import { idealSuite } from '../suites.ts'

idealSuite(arm64, 4000)
