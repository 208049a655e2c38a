/**
 * VMMs as their source was read.
 */
import { any } from '../../bits.ts'
import { GUESTDBG } from '../../kvm/guest-debug.ts'
import { dr6 as bits, slotsOf } from '../../x86/registers.ts'
import { dr6OfCauses } from '../../x86/rules/dr6.ts'
import { arm64Owner } from '../rules/arm64-owner.ts'
import { encodeArm64Breakpoints, encodeSlots } from '../rules/arm64-registers.ts'
import type { Encoded, Hardware } from '../rules/hardware.ts'
import { HARDWARE_STOPS, x86Owner } from '../rules/x86-owner.ts'
import { encodeX86Breakpoints } from '../rules/x86-registers.ts'
import type { Rules } from '../rules.ts'
import type { Stop, X86Injection } from '../run.ts'
import { ideal } from './ideal.ts'
import * as sources from './sources.ts'
import { kernel, type Variant } from './variant.ts'

/** QEMU passes the DR6 of the exit as the payload: what is active-low comes in the wrong polarity. */
const qemuInjection = (vector: number, dr6: bigint, payloadCapability: boolean): X86Injection => {
  if (vector !== 1) return { vector, payload: null, dr6: null }
  return payloadCapability ? { vector, payload: dr6, dr6: dr6OfCauses(dr6) } : { vector, payload: null, dr6 }
}

/** By DR7 of the exit alone, whoever programmed it; the highest slot is told. */
const qemuHit = (dr6: bigint, dr7: bigint, pc: bigint, hardware: readonly Hardware[]): Stop | null => {
  let stop: Stop | null = null
  for (const [n, { kind }] of slotsOf(dr7).entries()) {
    if (!any(dr6, 1n << BigInt(n)) || kind === 'io') continue
    const address = hardware[n]?.address ?? 0n
    if (kind === 'write') stop = { reason: 'write-watchpoint', address }
    else if (kind === 'access') stop = { reason: 'access-watchpoint', address }
    else stop ??= { reason: 'hardware-breakpoint', address: pc }
  }
  return stop
}

/** `kvm_handle_debug()` of target/i386/kvm/kvm.c. */
export const qemuX86Owner: Rules['x86Owner'] = (input) => {
  const { exception, pc, dr6, dr7, stepping, planted, hardware, payloadCapability } = input
  const stopOf = (): Stop | null => {
    if (exception !== 1) return planted.includes(pc) ? { reason: 'software-breakpoint', address: pc } : null
    if (any(dr6, bits.BS)) return stepping ? { reason: 'step', address: pc } : null
    return qemuHit(dr6, dr7 ?? 0n, pc, hardware)
  }
  const stop = stopOf()
  return stop
    ? { owner: 'debugger', stop, inject: null }
    : { owner: 'guest', stop: null, inject: qemuInjection(exception, dr6, payloadCapability) }
}

/** What does not fit a doubleword is cut; what is longer is aligned down. */
const qemuFault = ({ kind, length }: Hardware): Encoded =>
  kind !== 'execute' && length > 8 && !Number.isInteger(Math.log2(length)) ? 'capacity' : 'ok'

/** The trap instruction is taken for the VMM's, whoever wrote it; other bytes are kept on x86 and an error on arm64. */
const qemuUnplant: Rules['unplant'] = ({ saved, current, trap }) => {
  if (current === trap) return { result: 'ok', restore: saved }
  return { result: trap === 'cc' ? 'ok' : 'refused', restore: null }
}

/** Those before the one that fails have the new settings. */
export const qemuUpdateVcpus: Rules['updateVcpus'] = ({ inForce, wanted, failing }) => {
  const until = failing.length > 0 ? Math.min(...failing) : inForce.length
  return {
    result: failing.length > 0 ? 'refused' : 'ok',
    inForce: inForce.map((value, n) => (n < until ? wanted : value)),
  }
}

/** What the debugger asks of memory is done to memory. */
const plainMemory: Pick<Rules, 'memoryShown' | 'memoryWritten'> = {
  memoryShown: ({ bytes }) => bytes,
  memoryWritten: ({ bytes, planted }) => ({ memory: bytes, saved: planted.map(({ saved }) => saved) }),
}

export const qemu: Variant = kernel({
  id: 'vmm/qemu',
  summary: 'QEMU 7.2 on KVM: #DB by DR7 of the exit, DR6 as payload, planted bytes in the debugger’s view',
  base: ideal,
  cites: [sources.qemuKvm, sources.qemuX86, sources.qemuArm64],
  rules: {
    x86Owner: qemuX86Owner,
    arm64Owner: (input, context) => arm64Owner({ ...input, farBlock: 1 }, context),
    encodeArm64Breakpoints: (input) => encodeSlots(input, qemuFault),
    unplant: qemuUnplant,
    updateVcpus: qemuUpdateVcpus,
    ...plainMemory,
  },
  answers: { stepWhileNotStepping: 'dropped' },
})

/** Watchpoints are not supported. */
const noWatchpoint = (results: readonly Encoded[], requests: readonly Hardware[]): readonly Encoded[] =>
  results.map((result, n) => (requests[n]!.kind === 'execute' ? result : 'unsupported'))

const onlyExecute = (requests: readonly Hardware[]): readonly Hardware[] =>
  requests.filter(({ kind }) => kind === 'execute')

/** Hardware breakpoints on instructions, and a refusal for everything else. */
const executeOnly: Pick<Rules, 'encodeX86Breakpoints' | 'encodeArm64Breakpoints'> = {
  encodeX86Breakpoints: ({ requests }) => ({
    ...encodeX86Breakpoints({ requests: onlyExecute(requests) }),
    results: noWatchpoint(encodeX86Breakpoints({ requests }).results, requests),
  }),
  encodeArm64Breakpoints: ({ requests, ...capacity }) => ({
    ...encodeArm64Breakpoints({ requests: onlyExecute(requests), ...capacity }),
    results: noWatchpoint(encodeArm64Breakpoints({ requests, ...capacity }).results, requests),
  }),
}

/** A step comes first, then a breakpoint by the address of the next instruction; what is left is the guest’s. */
export const firecrackerX86Owner: Rules['x86Owner'] = (input) => {
  const { pc, stepping, planted, hardware } = input
  const stopOf = (): Stop | null => {
    if (stepping) return { reason: 'step', address: pc }
    if (planted.includes(pc)) return { reason: 'software-breakpoint', address: pc }
    return hardware.some(({ address }) => address === pc)
      ? { reason: 'hardware-breakpoint', address: pc }
      : null
  }
  const stop = stopOf()
  if (stop) return { owner: 'debugger', stop, inject: null }
  return x86Owner({ ...input, stepping: false, planted: [], hardware: [] })
}

export const firecracker: Variant = kernel({
  id: 'vmm/firecracker',
  summary:
    'Firecracker with feature gdb: a debug exit under a step is the step; the guest’s debug registers are off',
  base: ideal,
  cites: [sources.firecracker],
  rules: {
    x86Owner: firecrackerX86Owner,
    guestDebugControl: ({ stepping }) =>
      GUESTDBG.ENABLE | GUESTDBG.USE_SW_BP | GUESTDBG.USE_HW_BP | (stepping ? GUESTDBG.SINGLESTEP : 0),
    ...executeOnly,
    ...plainMemory,
  },
})

export const cloudHypervisor: Variant = kernel({
  id: 'vmm/cloud-hypervisor',
  summary:
    'Cloud Hypervisor, and crosvm, which it follows: every debug exit is the debugger’s, INT3 is not intercepted, the guest’s debug registers are off',
  base: ideal,
  cites: [sources.cloudHypervisor, sources.crosvm],
  rules: {
    x86Owner: ({ pc, stepping }) => ({
      owner: 'debugger',
      stop: { reason: stepping ? 'step' : HARDWARE_STOPS.execute, address: pc },
      inject: null,
    }),
    arm64Owner: ({ pc, stepping }) => ({
      owner: 'debugger',
      stop: { reason: stepping ? 'step' : HARDWARE_STOPS.execute, address: pc },
      inject: null,
    }),
    guestDebugControl: ({ stepping }) =>
      GUESTDBG.ENABLE | GUESTDBG.USE_HW_BP | (stepping ? GUESTDBG.SINGLESTEP : 0),
    vcpusResumed: ({ vcpus }) => Array.from({ length: vcpus }, (_, n) => n),
    ...executeOnly,
    ...plainMemory,
  },
})
