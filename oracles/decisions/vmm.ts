/**
 * The decisions of the vmm machine: `x86Owner.decide({ exception, pc, dr6, … })` with `bigint` values,
 * `x86Owner.evaluate(record)` with hex strings.
 */
export { arm64Owner, guestDebugControl, x86Owner } from './vmm/ownership.ts'
export {
  memoryShown,
  memoryWritten,
  removeUse,
  stepOver,
  unplant,
  updateVcpus,
  vcpusResumed,
} from './vmm/planting.ts'
export {
  breakpointSlot,
  encodeArm64Breakpoints,
  encodeX86Breakpoints,
  hardwareCapacity,
  requestReply,
  stopReply,
} from './vmm/requests.ts'
