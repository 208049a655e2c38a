/**
 * QEMU without KVM: its translator looks for breakpoints itself, so that nothing is planted in memory, no register is needed
 * for them, and there may be any number.
 */
import { WNR } from '../../../arm64/syndrome.ts'
import { any, u64 } from '../../../bits.ts'
import type { HardwareKind } from '../../program.ts'
import type { Arm64OwnerInput } from '../../rules/arm64-owner.ts'
import type { Hardware } from '../../rules/hardware.ts'
import type { Rules } from '../../rules.ts'
import { guestDebug } from '../../slots.ts'
import type { Changed, Request, Slots, Surroundings, VmmState } from '../../vmm.ts'
import { ideal } from '../ideal.ts'
import { kernel } from '../variant.ts'
import { tcgArm64 } from './arm64.ts'
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

/** RWn and LENn for `tcgX86`; there reads alone have the code of ports. */
const RW: { readonly [K in HardwareKind]: bigint } = {
  execute: 0n,
  'watch-write': 1n,
  'watch-read': 2n,
  'watch-access': 3n,
}
const LEN: { readonly [length: number]: bigint } = { 1: 0n, 2: 1n, 4: 3n, 8: 2n }
const X86_SLOTS = 4

/** The list in the words of KVM_SET_GUEST_DEBUG, as far as it can be said in them. */
const encodeX86Breakpoints: Rules['encodeX86Breakpoints'] = ({ requests }) => {
  const said = requests.slice(0, X86_SLOTS)
  const dr7 = said.reduce((value, { kind, length }, n) => {
    const at = BigInt(n)
    const code = RW[kind] | ((LEN[length] ?? 0n) << 2n)
    return value | (2n << (2n * at)) | (code << (16n + 4n * at))
  }, 0n)
  return { results: requests.map(() => 'ok'), db: said.map(({ address }) => address), dr7 }
}

/** What comes out of the accelerator is always for the debugger; what is the guest's never gets there. */
const x86Owner: Rules['x86Owner'] = (input, context) =>
  ideal.rules.x86Owner({ ...input, stepping: true }, context)

/** The watchpoint with this base that an access of this direction meets. */
const metBy = ({ hsr, far, watchpoints }: Arm64OwnerInput): readonly Hardware[] => {
  const other: HardwareKind = any(BigInt(hsr), WNR) ? 'watch-read' : 'watch-write'
  return watchpoints.filter(({ kind, address }) => address === far && kind !== other)
}

const arm64Owner: Rules['arm64Owner'] = (input, context) =>
  ideal.rules.arm64Owner({ ...input, stepping: true, watchpoints: metBy(input) }, context)

export const qemuTcg = kernel({
  id: 'vmm/qemu-tcg',
  summary: 'QEMU’s gdbstub in software: breakpoints lie beside memory and registers, in any number',
  cites: QEMU_SOURCES,
  base: ideal,
  rules: { encodeX86Breakpoints, x86Owner, arm64Owner },
  slots: { insert, remove },
  machines: { x86: tcgX86, arm64: tcgArm64 },
})
