/**
 * QEMU without KVM: its translator looks for breakpoints itself, so that nothing is planted in memory, no register is needed
 * for them, and there may be any number.
 */
import { classOf, EC } from '../../../arm64/syndrome.ts'
import { u64 } from '../../../bits.ts'
import type { Arm64OwnerResult } from '../../rules/arm64-owner.ts'
import type { Hardware } from '../../rules/hardware.ts'
import { HARDWARE_STOPS, type X86OwnerResult } from '../../rules/x86-owner.ts'
import type { Rules } from '../../rules.ts'
import { guestDebug } from '../../slots.ts'
import type { Changed, Request, Slots, Surroundings, VmmState } from '../../vmm.ts'
import { ideal } from '../ideal.ts'
import { kernel } from '../variant.ts'
import { tcgArm64 } from './arm64.ts'
import { wordOf } from './points.ts'
import { QEMU_SOURCES } from './sources.ts'
import { tcgX86 } from './x86.ts'

/** Both kinds of code breakpoints are the same thing (`tcg_insert_breakpoint()`). */
const pointOf = ({ kind, address, length }: Request): Hardware =>
  kind === 'software' || kind === 'execute'
    ? { kind: 'execute', address, length: 1 }
    : { kind, address, length }

const isSame = (a: Hardware, b: Hardware): boolean =>
  a.kind === b.kind && a.address === b.address && a.length === b.length

/** `cpu_watchpoint_insert()` refuses what is empty or wraps around. */
const isRange = ({ address, length }: Hardware): boolean =>
  length > 0 && u64(address + BigInt(length) - 1n) >= address

const withHardware = (state: VmmState, hardware: readonly Hardware[], vmm: Surroundings): Changed => {
  const next = { ...state, hardware }
  return { state: next, actions: [guestDebug(next, vmm)] }
}

/** The newest is looked at first. */
const insert: Slots['insert'] = (state, request, vmm) => {
  const point = pointOf(request)
  if (!isRange(point)) return { state, actions: [], result: 'length' }
  return { ...withHardware(state, [point, ...state.hardware], vmm), result: 'ok' }
}

const remove: Slots['remove'] = (state, request, vmm) => {
  const point = pointOf(request)
  const index = state.hardware.findIndex((each) => isSame(each, point))
  if (index < 0) return { state, actions: [], result: 'absent' }
  return {
    ...withHardware(
      state,
      state.hardware.filter((_, n) => n !== index),
      vmm,
    ),
    result: 'ok',
  }
}

/**
 * The list in the words of KVM_SET_GUEST_DEBUG, for machines that know it: the addresses in the places of DR0–DR3, as many as
 * there are, and in that of DR7 what each is for.
 */
const encodeX86Breakpoints: Rules['encodeX86Breakpoints'] = ({ requests }) => ({
  results: requests.map(() => 'ok'),
  db: requests.map(({ address }) => address),
  dr7: wordOf(requests),
})

/** The same, with the addresses in the places of DBGBVRn. */
const encodeArm64Breakpoints: Rules['encodeArm64Breakpoints'] = ({ requests }) => ({
  results: requests.map(() => 'ok'),
  bvr: requests.map(({ address }) => address),
  bcr: requests.map((each) => wordOf([each])),
  wcr: [],
  wvr: [],
})

/** What comes out of the accelerator is the debugger's: what is the guest's never gets there. */
const debuggers = (met: Hardware | undefined, pc: bigint): X86OwnerResult & Arm64OwnerResult => ({
  owner: 'debugger',
  stop: met ? { reason: HARDWARE_STOPS[met.kind], address: met.address } : { reason: 'step', address: pc },
  inject: null,
})

const x86Owner: Rules['x86Owner'] = ({ dr7, pc, hardware }) =>
  debuggers(dr7 === null ? undefined : hardware[Number(dr7)], pc)

const arm64Owner: Rules['arm64Owner'] = ({ hsr, far, pc, watchpoints }) => {
  const ec = classOf(BigInt(hsr))
  if (ec === EC.watchpointLower) return debuggers(watchpoints[Number(far)], pc)
  return debuggers(ec === EC.breakpointLower ? { kind: 'execute', address: pc, length: 1 } : undefined, pc)
}

export const qemuTcg = kernel({
  id: 'vmm/qemu-tcg',
  summary: 'QEMU’s gdbstub in software: breakpoints lie beside memory and registers, in any number',
  cites: QEMU_SOURCES,
  base: ideal,
  rules: { encodeX86Breakpoints, encodeArm64Breakpoints, x86Owner, arm64Owner },
  slots: { insert, remove },
  machines: { x86: tcgX86, arm64: tcgArm64 },
})
