/**
 * The ideal hypervisor: every debug register of the guest traps; breakpoints and watchpoints are programmed directly,
 * while the CPU is in monitor mode; DBGDSCR is never written.
 * Source: Christoffer Dall, “Re: [PATCH v4 10/15] KVM: arm: implement world switch for debug registers”, 29 Sep 2015.
 */
import { deliverDebug } from './execute.ts'
import {
  type Answered,
  cpuOf,
  hypervisorWrite,
  inMonitorMode,
  loadPairs,
  type Machine,
  readHardware,
  type Slots,
  type TrappedAccess,
  vcpuOf,
  visibleDscr,
  writeHdcr,
} from './machine.ts'
import {
  BREAKPOINTS,
  moeOf,
  oslsr,
  readPair,
  registerNamed,
  samePairs,
  WATCHPOINTS,
  writePair,
} from './registers.ts'

/** Guest entry: the guest’s breakpoints and watchpoints, then the traps. */
const enterGuest = (m: Machine): void => {
  const { rules, context } = m
  const cpu = cpuOf(m)
  const { pairs, live } = vcpuOf(m)
  loadPairs(
    m,
    rules.pairsInForce({ monitorMode: inMonitorMode(m, cpu), guest: pairs, hardware: cpu.pairs }, context),
  )
  writeHdcr(m, rules.enterHdcr({ hdcr: cpuOf(m).hdcr, passThrough: live }, context))
}

/** What the guest has had in the CPU is gone, and the traps are off, before the host is interrupted. */
const exitGuest: Slots['exitGuest'] = (m, hostRuns) => {
  restorePairs(m)
  writeHdcr(m, m.rules.exitHdcr({ hdcr: cpuOf(m).hdcr }, m.context))
  hostRuns()
}

/** The breakpoints and watchpoints that the host had before the entry. */
export const restorePairs = (m: Machine): void => {
  const before = m.before.pairs
  const { pairs: hardware } = cpuOf(m)
  const after = m.rules.pairsAfterExit({ before, hardware }, m.context)
  if (!samePairs(after, hardware)) loadPairs(m, after)
}

/** What a read of the guest’s own register returns: its breakpoints and watchpoints, or a shadow. */
const readOwn = (m: Machine, register: string): number => {
  const vcpu = vcpuOf(m)
  const slot = m.rules.shadowSlot({ register }, m.context)
  const named = registerNamed(slot)
  if (named?.pair) return readPair(vcpu.pairs, named.pair, named.index!)
  if (register === 'DBGOSLSR') return oslsr.OSLM_V71
  if (register === 'DBGPRSR') return 1
  return vcpu.shadow.get(slot) ?? 0
}

/**
 * A write to the guest’s own register: in monitor mode the CPU gets it at once, the address and the control of it: what
 * the host may have left in the other half is nothing to the guest.
 */
const writeOwn = (m: Machine, register: string, value: number): void => {
  const vcpu = vcpuOf(m)
  const slot = m.rules.shadowSlot({ register }, m.context)
  const named = registerNamed(slot)
  if (!named?.pair) {
    vcpu.shadow.set(slot, value)
    return
  }
  // What no CPU has is refused by the CPU; a hypervisor that comes here all the same fails.
  if (named.index! >= (named.pair.startsWith('DBGB') ? BREAKPOINTS : WATCHPOINTS))
    hypervisorWrite(m, slot, value)
  const stored = m.rules.sanitisePair({ register: named.pair, value }, m.context)
  vcpu.pairs = writePair(vcpu.pairs, named.pair, named.index!, stored)
  if (!inMonitorMode(m, cpuOf(m))) return
  const { pairs: hardware } = cpuOf(m)
  const list = named.pair === 'DBGBVR' || named.pair === 'DBGBCR' ? 'breakpoints' : 'watchpoints'
  const programmed = hardware[list].map((pair, n) => (n === named.index ? vcpu.pairs[list][n]! : pair))
  loadPairs(m, { ...hardware, [list]: programmed })
}

const hardwareForGuest = (m: Machine, register: string): number =>
  register === 'DBGDSCRint' || register === 'DBGDSCRext'
    ? m.rules.dscrForGuest({ dscr: visibleDscr(cpuOf(m)), moe: vcpuOf(m).moe }, m.context)
    : readHardware(cpuOf(m), register)

const handleAccess: Slots['handleAccess'] = (m, access: TrappedAccess): Answered => {
  const { register, direction, transfer, value } = access
  const monitorMode = inMonitorMode(m, cpuOf(m))
  const sees = m.rules.emulateAccess({ register, direction, transfer, monitorMode }, m.context)
  if (direction === 'write') {
    if (sees === 'own') writeOwn(m, register, value)
    if (sees === 'host') hypervisorWrite(m, register, value)
    return { sees, value }
  }
  if (sees === 'own') return { sees, value: readOwn(m, register) }
  return { sees, value: sees === 'host' ? hardwareForGuest(m, register) : 0 }
}

/** A debug exception that was routed here is the guest’s: DBGDSCR has its cause at this moment. */
const handleDebugException: Slots['handleDebugException'] = (m, cause, far) => {
  vcpuOf(m).moe = moeOf(cpuOf(m).dscr)
  deliverDebug(m, cause, far, true)
}

/** The slots of the ideal hypervisor. */
export const idealSlots: Slots = { enterGuest, exitGuest, handleAccess, handleDebugException }
