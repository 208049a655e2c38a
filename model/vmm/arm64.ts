/**
 * What a VMM does on arm64: its exits, and its actions in the words of the arm64 machine.
 */

import { BREAKPOINTS, VECTORS, WATCHPOINTS } from '../arm64/contract.ts'
import type { Action, OneRegister } from '../arm64/program.ts'
import { enterException } from '../arm64/rules/software-step.ts'
import type { Exit } from '../arm64/run.ts'
import type { GuestState } from '../arm64/vcpu.ts'
import { shortHex } from '../bits.ts'
import type { EncodeArm64Result } from './rules/arm64-registers.ts'
import type { Hardware } from './rules/hardware.ts'
import type { Arm64Injection } from './run.ts'
import type { Architecture, Surroundings } from './vmm.ts'

/** Bytes of the block within which a CPU may report the address of a watchpoint: those of a cache line, at most. */
const FAR_BLOCK = 64

const encode = (requests: readonly Hardware[], { rules, context }: Surroundings): EncodeArm64Result => {
  const { breakpoints, watchpoints } = rules.hardwareCapacity(
    { guest: 'arm64', reportedBreakpoints: BREAKPOINTS, reportedWatchpoints: WATCHPOINTS },
    context,
  )
  return rules.encodeArm64Breakpoints({ requests, breakpoints, watchpoints }, context)
}

const set = (register: OneRegister, value: bigint): Action => ({
  do: 'set-one-reg',
  register,
  value: shortHex(value),
})

/** The exception entry, register by register; the guest’s VBAR_EL1 is that of the contract. */
const injectActions = ({ esr, far, elr, spsr, vectorOffset }: Arm64Injection): readonly Action[] => {
  const { pstate } = enterException({ pc: elr, pstate: spsr, vbar: 0n, exception: 'synchronous' })
  return [
    set('esr_el1', esr),
    ...(far === null ? [] : [set('far_el1', far)]),
    set('elr_el1', elr),
    set('spsr_el1', spsr),
    set('pstate', pstate),
    set('pc', BigInt(VECTORS + vectorOffset)),
  ]
}

export const arm64: Architecture = {
  guest: 'arm64',
  trap: '000020d4',
  lengthOf: () => 4,
  isAligned: (address) => address % 4n === 0n,
  canonical: (request) => request,
  encode: (requests, vmm) => encode(requests, vmm).results,
  blockIrq: false,
  own: ({ stepping, planted, hardware }, { exit, state }, { rules, context }) => {
    const { reason, ...rest } = exit as Exit
    if (reason !== 'debug') return null
    const { debug } = rest as Pick<Extract<Exit, { reason: 'debug' }>, 'debug'>
    const { pc, pstate } = state as GuestState
    return rules.arm64Owner(
      {
        hsr: debug.hsr,
        far: debug.far ?? 0n,
        pc,
        pstate,
        stepping,
        planted: planted.map(({ address }) => address),
        breakpoints: hardware.filter(({ kind }) => kind === 'execute').map(({ address }) => address),
        watchpoints: hardware.filter(({ kind }) => kind !== 'execute'),
        farBlock: FAR_BLOCK,
      },
      context,
    )
  },
  pcOf: (state) => (state as GuestState).pc,
  lower: (action, vmm) => {
    switch (action.do) {
      case 'write-memory':
        return [{ do: 'write-memory', at: shortHex(action.at), bytes: action.bytes }]
      case 'inject':
        return injectActions(action.injection as Arm64Injection)
      case 'set-guest-debug': {
        const control = shortHex(action.control)
        if (action.hardware.length === 0) return [{ do: 'set-guest-debug', control }]
        const { bcr, bvr, wcr, wvr } = encode(action.hardware, vmm)
        const words = (values: readonly bigint[]) => values.map(shortHex)
        return [
          {
            do: 'set-guest-debug',
            control,
            bcr: words(bcr),
            bvr: words(bvr),
            wcr: words(wcr),
            wvr: words(wvr),
          },
        ]
      }
    }
  },
}
