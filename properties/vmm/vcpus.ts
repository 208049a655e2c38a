/**
 * Several vCPUs: no breakpoint is in force on some of them only, and none is run past while it is away.
 */
import { api } from '../../model/citations.ts'
import type { Property } from '../property.ts'
import { ruleProperty, type Vmm } from './types.ts'

const allOrNone = ruleProperty({
  id: 'vmm/all-vcpus-or-none',
  layer: 'abi',
  statement:
    'A breakpoint is in force on every vCPU or on none: where one of them cannot have it, the request is refused and the others are as before.',
  cites: [api('KVM_SET_GUEST_DEBUG')],
  rule: 'updateVcpus',
  inputs: (fc) =>
    fc
      .record({
        inForce: fc.array(fc.constant(1), { minLength: 1, maxLength: 4 }),
        wanted: fc.constant(2),
        failing: fc.uniqueArray(fc.nat({ max: 3 }), { maxLength: 2 }),
      })
      .map((input) => ({ ...input, failing: input.failing.filter((n) => n < input.inForce.length) })),
  witness: ({ failing, inForce }) => failing.length > 0 && inForce.length > 1,
  holds: ({ result, inForce }, { failing }) => {
    const expected = failing.length === 0 ? 2 : 1
    if ((result === 'ok') !== (failing.length === 0)) return result
    return inForce.every((each) => each === expected) || `${inForce.join(', ')} in force`
  },
})

const noGap = ruleProperty({
  id: 'vmm/nobody-runs-through-the-gap',
  layer: 'policy',
  statement: 'While a vCPU steps over a breakpoint that is away for it, no other vCPU runs.',
  cites: [api('KVM_SET_GUEST_DEBUG')],
  rule: 'vcpusResumed',
  inputs: (fc) =>
    fc.record({
      vcpus: fc.constantFrom(1, 2, 4),
      stepped: fc.constantFrom(null, 0, 0),
      steppingOver: fc.boolean(),
    }),
  witness: ({ vcpus, stepped, steppingOver }) => vcpus > 1 && stepped !== null && steppingOver,
  holds: (running, { vcpus, stepped, steppingOver }) => {
    if (stepped !== null && !running.includes(stepped)) return 'the stepped vCPU does not run'
    if (stepped === null || !steppingOver)
      return running.length === vcpus || `${running.length} of ${vcpus} run`
    return running.length === 1 || `${running.length} run`
  },
})

export const vcpuProperties: readonly Property<Vmm>[] = [allOrNone, noGap]
