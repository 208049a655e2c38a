import { vmm } from '../../../properties/vmm/machine.ts'
import { idealSuite } from '../suites.ts'

idealSuite(vmm, 500)
