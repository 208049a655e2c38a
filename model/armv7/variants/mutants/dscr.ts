/**
 * Mutants of who gets at DBGDSCR.
 */
import { u32 } from '../../../bits.ts'
import { cpuOf, hypervisorWrite, type Machine, vcpuOf, visibleDscr } from '../../machine.ts'
import { dscr as dscrBits, registerNamed } from '../../registers.ts'
import { idealSlots } from '../../slots.ts'
import type { Variant } from '../variant.ts'
import { emulating, wrong } from './wrong.ts'

/** DBGDSCR of the CPU that a vCPU was on when it was first entered. */
const firstDscr = new WeakMap<object, number>()

const exitWith =
  (before: (m: Machine) => void): typeof idealSlots.exitGuest =>
  (m, hostRuns) => {
    before(m)
    idealSlots.exitGuest(m, hostRuns)
  }

export const dscrMutants: readonly Variant[] = [
  wrong('dscr-switched', 'DBGDSCR is restored when the guest is left', {
    slots: {
      exitGuest: exitWith((m) => {
        hypervisorWrite(m, 'DBGDSCRext', visibleDscr(m.before))
      }),
    },
  }),
  wrong('monitor-mode-forced', 'the hypervisor sets MDBGen when a guest writes a breakpoint', {
    slots: {
      handleAccess: (m, access) => {
        if (access.direction === 'write' && registerNamed(access.register)?.pair)
          hypervisorWrite(m, 'DBGDSCRext', visibleDscr(cpuOf(m)) | dscrBits.MDBGen)
        return idealSlots.handleAccess(m, access)
      },
    },
  }),
  wrong('dscr-written-through', 'a trapped write to DBGDSCRext is carried out', {
    rules: emulating(({ register, direction }) =>
      register === 'DBGDSCRext' && direction === 'write' ? 'host' : null,
    ),
  }),
  wrong('dscr-from-shadow', 'the guest reads a DBGDSCR of its own', {
    rules: emulating(({ register, direction }) =>
      direction === 'read' && (register === 'DBGDSCRint' || register === 'DBGDSCRext') ? 'own' : null,
    ),
  }),
  wrong('monitor-mode-cached', 'the guest reads MDBGen of the CPU that its vCPU was first entered on', {
    slots: {
      enterGuest: (m) => {
        const vcpu = vcpuOf(m)
        if (!firstDscr.has(vcpu)) firstDscr.set(vcpu, visibleDscr(cpuOf(m)))
        idealSlots.enterGuest(m)
      },
      handleAccess: (m, access) => {
        const answer = idealSlots.handleAccess(m, access)
        if (access.direction === 'write' || !access.register.startsWith('DBGDSCR')) return answer
        const cached = firstDscr.get(vcpuOf(m))! & dscrBits.MDBGen
        return { ...answer, value: u32((answer.value & ~dscrBits.MDBGen) | cached) }
      },
    },
  }),
  wrong('moe-cleared-at-exit', 'the guest’s MOE is forgotten when the guest is left', {
    slots: {
      exitGuest: exitWith((m) => {
        vcpuOf(m).moe = 0
      }),
    },
  }),
  wrong('routed-not-handed-back', 'debug exceptions are routed to Hyp mode, and dropped there', {
    slots: { handleDebugException: () => {} },
  }),
  wrong('moe-at-last-read', 'MOE is taken from the CPU when the guest reads it, as in design B', {
    rules: { dscrForGuest: ({ dscr }) => dscr },
  }),
]
