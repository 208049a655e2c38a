/**
 * Mutants of the guest’s breakpoints and watchpoints.
 */
import { u32 } from '../../../bits.ts'
import { changeCpu, cpuOf, hypervisorWrite, type Machine, vcpuOf, writeHdcr } from '../../machine.ts'
import { control, registerNamed, STORED } from '../../registers.ts'
import { idealRules } from '../../rules.ts'
import { idealSlots, restorePairs } from '../../slots.ts'
import { designB } from '../designs.ts'
import type { Variant } from '../variant.ts'
import { emulating, wrong } from './wrong.ts'

/** Programs the hardware with what a trapped access wrote, whatever DBGDSCR says. */
const programmed = (m: Machine, register: string): void => {
  const named = registerNamed(register)
  if (!named?.pair) return
  const { pairs } = vcpuOf(m)
  const list = named.pair.startsWith('DBGB') ? 'breakpoints' : 'watchpoints'
  const pair = pairs[list][named.index!]
  if (pair) hypervisorWrite(m, register, named.pair.endsWith('VR') ? pair.value : pair.control)
}

export const pairMutants: readonly Variant[] = [
  wrong('gate-missing', 'breakpoints are programmed without a look at monitor mode', {
    rules: emulating(({ register }) => (registerNamed(register)?.pair ? 'own' : null)),
    slots: {
      handleAccess: (m, access) => {
        const answer = idealSlots.handleAccess(m, access)
        if (access.direction === 'write') programmed(m, access.register)
        return answer
      },
    },
  }),
  wrong(
    'ignored-writes-return',
    'what the guest wrote without monitor mode is in force once there is monitor mode',
    {
      rules: emulating(({ register, direction }) =>
        direction === 'write' && registerNamed(register)?.pair ? 'own' : null,
      ),
    },
  ),
  wrong('guest-pairs-left', 'the guest’s breakpoints stay in the CPU when it is left', {
    rules: { pairsAfterExit: ({ hardware }) => hardware },
  }),
  wrong('disarmed-late', 'the host is interrupted before the guest’s breakpoints are out of the CPU', {
    slots: {
      exitGuest: (m, hostRuns) => {
        writeHdcr(m, m.rules.exitHdcr({ hdcr: cpuOf(m).hdcr }, m.context))
        hostRuns()
        restorePairs(m)
      },
    },
  }),
  wrong('address-before-control', 'the address of an enabled breakpoint is changed before it is disabled', {
    rules: {
      pairWrites: ({ to }) => [
        { half: 'value', value: to.value },
        { half: 'control', value: to.control },
      ],
    },
  }),
  wrong(
    'host-pairs-not-masked',
    'what the host has on the vCPU’s thread stays in the CPU beside the guest’s',
    {
      rules: { pairsInForce: designB.rules.pairsInForce },
    },
  ),
  wrong('previous-vcpu-left', 'a vCPU is entered with the breakpoints of the one that ran before', {
    rules: { pairsInForce: designB.rules.pairsInForce, pairsAfterExit: ({ hardware }) => hardware },
  }),
  wrong('shadow-not-updated', 'a write of the guest goes to the CPU and not to its own registers', {
    slots: {
      handleAccess: (m, access) => {
        const { pairs } = vcpuOf(m)
        const answer = idealSlots.handleAccess(m, access)
        vcpuOf(m).pairs = pairs
        return answer
      },
    },
  }),
  wrong('not-loaded-at-entry', 'the guest’s breakpoints are not put back into the CPU at entry', {
    rules: { pairsInForce: ({ hardware }) => hardware },
  }),
  wrong('value-and-control-swapped', 'a trapped access to DBGBVRn is taken for one to DBGBCRn', {
    rules: {
      decodeSyndrome: (input, context) => {
        const access = idealRules.decodeSyndrome(input, context)
        const register = access.register?.startsWith('DBGBVR')
          ? access.register.replace('DBGBVR', 'DBGBCR')
          : access.register
        return { ...access, register }
      },
    },
  }),
  wrong('index-from-opc2', 'a trapped access to any breakpoint or watchpoint means that of number 0', {
    rules: {
      decodeSyndrome: (input, context) => {
        const access = idealRules.decodeSyndrome(input, context)
        return { ...access, register: access.register?.replace(/^(DBG[BW][VC]R)\d+$/, '$10') ?? null }
      },
    },
  }),
  wrong('one-shadow-for-all-vcpus', 'the guest’s breakpoints are kept once, not for each vCPU', {
    slots: {
      handleAccess: (m, access) => {
        const answer = idealSlots.handleAccess(m, access)
        for (const vcpu of m.vcpus) vcpu.pairs = vcpuOf(m).pairs
        return answer
      },
    },
  }),
  wrong('hyp-breakpoints-allowed', 'the guest’s HMC, SSC and breakpoint types go into the CPU as they are', {
    rules: { sanitisePair: ({ register, value }) => u32(value & STORED[register]) },
  }),
  wrong('disabled-late', 'what the guest disables stays in the CPU until the next entry', {
    slots: {
      handleAccess: (m, access) => {
        const { pairs } = cpuOf(m)
        const answer = idealSlots.handleAccess(m, access)
        const isControl = registerNamed(access.register)?.pair?.endsWith('CR')
        if (access.direction === 'write' && isControl && (access.value & control.E) === 0)
          changeCpu(m, cpuOf(m).number, { pairs })
        return answer
      },
    },
  }),
  wrong('link-dropped', 'LBN of what the guest writes is dropped: every linked breakpoint names number 0', {
    rules: {
      sanitisePair: (input, context) => {
        const value = idealRules.sanitisePair(input, context)
        return input.register.endsWith('CR') ? u32(value & ~(0xf << 16)) : value
      },
    },
  }),
  wrong('breakpoints-forced-off', 'the enable bit of what the guest writes is dropped', {
    rules: {
      sanitisePair: (input, context) => {
        const value = idealRules.sanitisePair(input, context)
        return input.register.endsWith('CR') ? u32(value & ~control.E) : value
      },
    },
  }),
  wrong('guest-uses-perf', 'a breakpoint of the guest takes a slot of the host’s accounting', {
    slots: {
      handleAccess: (m, access) => {
        const { taken } = m.host
        if (
          access.direction === 'write' &&
          /^DBGBCR/.test(access.register) &&
          (access.value & control.E) !== 0
        )
          m.host.taken = { ...taken, breakpoints: taken.breakpoints + 1 }
        return idealSlots.handleAccess(m, access)
      },
    },
  }),
]
