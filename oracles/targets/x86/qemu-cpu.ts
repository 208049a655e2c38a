/**
 * What the CPU of QEMU’s translator (TCG) does otherwise than the manuals, seen from a guest of kvm-amd: programs that
 * meet it are not compared, or only under a mask. None of it is KVM’s doing. Measured with QEMU 11.1.
 */
import { any, bic, u64 } from '../../../model/bits.ts'
import { GUESTDBG, inForce } from '../../../model/kvm/guest-debug.ts'
import type { Decoded } from '../../../model/x86/decode.ts'
import {
  type DebugView,
  DR6,
  dr6,
  dr7 as dr7Bits,
  flags,
  HANDLERS,
  isFault,
  type Machine,
  matchDataBreakpoints,
  type Run,
  type Slot,
  slotsOf,
} from '../../../model/x86/index.ts'
import { isCanonical } from '../../../model/x86/long-mode.ts'
import { effective } from '../../../model/x86/machine.ts'
import { isEmulated as isEmulatedOn } from '../../../model/x86/variants/native-slots.ts'
import { svm } from '../../../model/x86/variants/svm-slots.ts'
import { ECX, ESP, lacksIoPrivilege, readGpr } from '../../../model/x86/vcpu.ts'
import type { X86 } from '../../../properties/x86/types.ts'
import type { Mask as AnyMask } from '../kvm/masks.ts'
import type { Observation } from '../kvm/observation.ts'
import { mapLog, modeOf } from './log.ts'
import { cpuFeatures, type Limit, portReadBeforeFault } from './unsupported.ts'

type Mask = AnyMask<X86>

const isEmulated = (m: Machine, next: Decoded): boolean => isEmulatedOn(m, next, svm)

const hasEnabled = (dr7: bigint): boolean => any(dr7, dr7Bits.ENABLES)

/** The slots in force that are data breakpoints, with their numbers. */
const watchpoints = (dr7: bigint): [number, Slot][] =>
  hasEnabled(dr7)
    ? [...slotsOf(dr7).entries()].filter(
        ([, { enabled, kind }]) => enabled && (kind === 'write' || kind === 'access'),
      )
    : []

const movesDr = ({ form }: Decoded): boolean => form === 'mov-to-dr' || form === 'mov-from-dr'

/** The breakpoint registers in force. */
const registersOf = (view: DebugView): { readonly db: readonly bigint[]; readonly dr7: bigint } =>
  inForce(view.control, GUESTDBG.USE_HW_BP)
    ? { db: view.hostDb, dr7: view.hostDr7 }
    : { db: view.db, dr7: view.dr7 }

/** CF, PF, AF, ZF, SF and OF. */
const ARITHMETIC = 0x8d5

/** A MOV to DRn that the CPU itself executes. */
const writesDr = (m: Machine, { form, dr }: Decoded, numbers: readonly number[]): boolean =>
  m.v.control === 0 && form === 'mov-to-dr' && numbers.includes(dr)

/** Whether an instruction meets several data breakpoints that are in force. */
const meetsSeveral = (run: Run): boolean =>
  run.events.some((event) => {
    if (event.kind !== 'instruction' || event.accesses.length === 0) return false
    const { db, dr7 } = registersOf(event.view)
    if (!hasEnabled(dr7)) return false
    const met = event.accesses.reduce(
      (bits, { kind, address, size }) =>
        kind === 'read' || kind === 'write'
          ? bits | matchDataBreakpoints({ db, dr7, address, size, access: kind }).mayHit
          : bits,
      0,
    )
    return (met & (met - 1)) !== 0
  })

/** Whether an enabled data breakpoint lies on what the delivery of an exception or interrupt accesses. */
const watchesDelivery = (run: Run): boolean =>
  run.events.some((event) => {
    const software = event.kind === 'instruction' && ['int', 'int3', 'into'].includes(event.op)
    if (event.kind !== 'delivery' && !software) return false
    const { db, dr7 } = registersOf(event.view)
    if (!hasEnabled(dr7)) return false
    const entry = event.kind === 'delivery' ? [{ address: BigInt(4 * event.vector), size: 4 }] : []
    return [...event.accesses, ...entry].some(
      ({ address, size }) => matchDataBreakpoints({ db, dr7, address, size, access: 'write' }).mayHit !== 0,
    )
  })

/** Bytes of the longest instruction. */
const LONGEST = 15n

/** Whether RF was set when the straight run of code began that leads to the next instruction. */
const beganWithRf = ({ events }: Machine): boolean => {
  const end = events.findLastIndex(
    (event) =>
      event.kind === 'delivery' ||
      event.kind === 'exit' ||
      (event.kind === 'instruction' && u64((event.next ?? event.address) - event.address) > LONGEST),
  )
  const first = events.slice(end + 1).find((event) => event.kind === 'instruction')
  return first !== undefined && (first.rflags & flags.RF) !== 0
}

/** Programs that meet what this CPU does, whoever runs on it. */
export const QEMU_CPU_OWN_LIMITS: readonly Limit[] = [
  cpuFeatures,
  {
    reason: 'QEMU’s CPU drops the arithmetic flags at SYSCALL',
    instruction: ({ v }, { form }) => form === 'syscall' && (v.rflags & ARITHMETIC & ~v.fmask) !== 0,
  },
  {
    reason: 'QEMU’s CPU drops the arithmetic flags at a REP INSB or OUTSB that it refuses',
    instruction: ({ v }, { form }) =>
      (form === 'rep-insb' || form === 'rep-outsb') && lacksIoPrivilege(v) && (v.rflags & ARITHMETIC) !== 0,
  },
  {
    reason: 'QEMU’s CPU does not mask the address of a data breakpoint to its length',
    instruction: (m) => {
      const { db, dr7 } = effective(m)
      return watchpoints(dr7).some(([i, { length }]) => any(db[i]!, BigInt(length - 1)))
    },
  },
  {
    reason: 'QEMU’s CPU compares breakpoints with the offset where CS.base is not 0',
    instruction: (m) => m.v.cs.base !== 0n && hasEnabled(effective(m).dr7),
  },
  {
    reason: 'QEMU’s CPU reports a data breakpoint in a REP string instruction at its end',
    instruction: (m, { form }) => form.startsWith('rep-') && watchpoints(effective(m).dr7).length > 0,
  },
  {
    reason: 'QEMU ends, or traps at once, where POP SS meets a data breakpoint',
    instruction: (m, { form }) => form === 'pop-ss' && watchpoints(effective(m).dr7).length > 0,
  },
  {
    reason: 'QEMU ends or loses a trap where the delivery of an event hits a data breakpoint',
    run: watchesDelivery,
  },
  {
    reason: 'QEMU’s CPU keeps reserved bits of DR6 and DR7',
    instruction: (m, next) => {
      const value = m.v.gpr[next.register]!
      return (
        (writesDr(m, next, [5, 7]) && any(value, 0xd000n)) ||
        (writesDr(m, next, [4, 6]) && any(value, 0x1000n))
      )
    },
  },
  {
    reason: 'QEMU’s CPU takes an IRETD to an IP beyond the limit of CS',
    instruction: ({ v }, { form }) => {
      if (form !== 'iretd') return false
      const upper = v.ss.base + readGpr(v, ESP, 2) + 2n
      return v.memory.isRam(upper, 2) && v.memory.read(upper, 2) !== 0
    },
  },
  {
    reason: 'QEMU’s CPU clears RF at the end of a block, that which an IRETQ at its end has loaded too',
    instruction: (m, { form }) => form === 'iret' && m.v.mode.name === 'long' && beganWithRf(m),
  },
  {
    reason:
      'SYSRET to an address that is not canonical goes by the vendor of the CPU, not of the guest’s CPUID',
    instruction: ({ v }, { form }) => form === 'sysret' && v.vendor === 'intel' && !isCanonical(v.gpr[ECX]!),
  },
  {
    reason: 'QEMU’s CPU reports one data breakpoint of several that an instruction meets',
    run: meetsSeveral,
  },
  {
    reason: 'the guest reads DR6.B0–B3 beside BS, which QEMU’s CPU sets for disabled slots too',
    instruction: ({ v }, { form, dr }) =>
      form === 'mov-from-dr' &&
      (dr === 4 || dr === 6) &&
      any(v.dr6, dr6.BS) &&
      (v.rip < BigInt(HANDLERS) || inForce(v.control, GUESTDBG.SINGLESTEP)),
  },
  {
    reason: 'what the manual leaves undefined',
    run: (run) => run.events.some((event) => event.kind === 'unpredictable'),
  },
]

/** Programs that meet what this CPU does to a guest of kvm-amd. */
export const QEMU_CPU_LIMITS: readonly Limit[] = [
  ...QEMU_CPU_OWN_LIMITS,
  portReadBeforeFault,
  {
    reason: 'QEMU’s CPU does not offer INT3 to the intercept of #BP',
    instruction: (_, { form }) => form === 'int3',
  },
  {
    reason: 'an injected #BP may not arrive on QEMU’s CPU',
    program: ({ script }) =>
      script.flat().some((action) => {
        if (action.do === 'set-vcpu-events') return action.exception?.vector === 3
        return action.do === 'set-guest-debug' && (Number(action.control) & GUESTDBG.INJECT_BP) !== 0
      }),
  },
  {
    reason: 'ICEBP is not intercepted on QEMU’s CPU',
    instruction: (_, { form }) => form === 'icebp',
  },
  {
    reason: 'with reserved bits of DR6 cleared KVM’s result depends on when the guest last exited',
    instruction: (m, next) => m.v.control === 0 && movesDr(next) && (m.v.dr6 & DR6.reset) !== DR6.reset,
  },
  {
    // Skipping the other instructions that are intercepted clears it.
    reason: 'QEMU’s CPU clears RF at the end of a block, and KVM sees it before',
    instruction: (m, next) =>
      (isEmulated(m, next) || next.form === 'in' || next.form === 'out') && beganWithRf(m),
  },
  {
    reason: 'whether INT n is injected again, with RIP behind it, depends on the page tables',
    instruction: ({ v }, { form, immediate }) => {
      if (form !== 'int' && form !== 'into') return false
      const losesTf = (v.rflags & flags.RF) !== 0 && inForce(v.control, GUESTDBG.SINGLESTEP)
      return losesTf || !v.mode.mayInterrupt(v, immediate)
    },
  },
  {
    reason: 'a forced-emulation prefix behind another one',
    instruction: ({ v }, { form, length }) => {
      const behind = v.cs.base + v.rip + BigInt(length)
      return (
        form === 'force-emulation' &&
        v.memory.isRam(behind, length) &&
        v.memory.fetch(behind).form === 'force-emulation'
      )
    },
  },
]

/** Of a kernel that looks at the type of EXITINTINFO without its valid bit. */
export const STALE_EXITINTINFO: Limit = {
  reason:
    'QEMU’s CPU leaves the type of the last event in EXITINTINFO, and this kernel takes it for one under way',
  instruction: (m, next) =>
    ['load', 'store', 'inc'].includes(next.form) &&
    isEmulated(m, next) &&
    m.events.some((event) => event.kind === 'delivery'),
}

const hexOf = (text: string, change: (value: bigint) => bigint): string =>
  change(BigInt(`0x${text}`)).toString(16)

/** B0–B3 only where they are causes for certain. */
const withoutBits = (value: bigint): bigint => (any(value, dr6.BS) ? u64(bic(value, dr6.B)) : value)

const mapFields = (observation: Observation, map: (name: string, text: string) => string): Observation => ({
  ...observation,
  events: observation.events.map((event) => ({
    ...event,
    fields: Object.fromEntries(Object.entries(event.fields).map(([name, text]) => [name, map(name, text)])),
  })),
})

/** What of every observation is this CPU’s own. */
export const QEMU_CPU_MASKS: readonly Mask[] = [
  {
    reason: 'DR6.B0–B3 beside BS: QEMU’s CPU sets them for disabled slots, also those of an earlier program',
    apply: (observation, program) => {
      const events = mapFields(observation, (name, text) =>
        name === 'dr6' || name === 'exit-dr6' ? hexOf(text, withoutBits) : text,
      )
      return {
        ...events,
        log: mapLog(observation.log, modeOf(program), ({ dr6: read }) =>
          read === null ? {} : { dr6: withoutBits(read) },
        ),
      }
    },
  },
  {
    reason: 'RF in RFLAGS: QEMU’s CPU clears it at the end of a block, and sets it inside REP',
    apply: (observation) =>
      mapFields(observation, (name, text) =>
        name === 'rflags' ? hexOf(text, (value) => bic(value, BigInt(flags.RF))) : text,
      ),
  },
  {
    reason:
      'RF in the frame of a trap or an interrupt: QEMU’s CPU sets it for interrupts and clears it for INT n',
    apply: (observation, program) => ({
      ...observation,
      log: mapLog(observation.log, modeOf(program), (record) =>
        isFault(record.vector) ? {} : { flags: record.flags & ~flags.RF },
      ),
    }),
  },
]
