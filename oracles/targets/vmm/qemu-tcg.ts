/**
 * What cannot be compared with QEMU in software.
 */
import {
  type Run as Arm64Run,
  classOf,
  EC,
  elOf,
  layOut as layOutArm64,
  mdscr,
  RAM,
} from '../../../model/arm64/index.ts'
import { WNR } from '../../../model/arm64/syndrome.ts'
import { any } from '../../../model/bits.ts'
import { guestProgram, layOut, type Program, type Run } from '../../../model/vmm/index.ts'
import {
  DR6,
  dr6,
  dr7,
  layOut as layOutX86,
  MSR_SYSENTER_CS,
  type Op,
  parseHex,
  type RunEvent,
  slotsOf,
  type Run as X86Run,
} from '../../../model/x86/index.ts'
import { ECX, readGpr } from '../../../model/x86/vcpu.ts'
import type { Vmm } from '../../../properties/vmm/types.ts'
import { QEMU_CPU_LIMITS as ARM64_CPU_LIMITS } from '../arm64/qemu-cpu.ts'
import { type Limit as Arm64Limit, someInstruction } from '../arm64/unsupported.ts'
import type { Mask } from '../kvm/masks.ts'
import { QEMU_CPU_MASKS, QEMU_CPU_OWN_LIMITS } from '../x86/qemu-cpu.ts'
import type { Limit as X86Limit } from '../x86/unsupported.ts'
import { type Limit, ofArm64, ofX86, onlyGuest } from './unsupported.ts'

/** Ports are the pc machine's own, and what lies above RAM reads as 0. */
const readsDevice = (event: RunEvent): boolean =>
  event.kind === 'exit' &&
  ((event.exit.reason === 'io' && event.exit.direction === 'in') ||
    (event.exit.reason === 'mmio' && event.exit.direction === 'read'))

/** Instructions by which data gets to where somebody sees it. */
const USES: readonly Op[] = ['store', 'mov-to-dr', 'mov-ss', 'rep-insb', 'rep-stosb', 'rep-movsb']
const usesData = (event: RunEvent): boolean => event.kind === 'instruction' && USES.includes(event.op)

/** What QEMU's machine has otherwise than the contract, and what a debugger cannot set. */
export const PC_LIMITS: readonly X86Limit[] = [
  {
    reason: 'HLT halts: nothing comes that ends it',
    program: ({ code }) => code.some(({ op }) => op === 'hlt'),
  },
  {
    reason: 'MSRs but IA32_SYSENTER_CS are not #GP: nobody filters them',
    instruction: ({ v }, { form }) =>
      (form === 'rdmsr' || form === 'wrmsr') && readGpr(v, ECX, 4) !== BigInt(MSR_SYSENTER_CS),
  },
  {
    reason: 'MOV to DR6 sets what KVM_SET_DEBUGREGS can clear',
    program: ({ setup }) => setup.dr6 !== undefined && (parseHex(setup.dr6) & DR6.reset) !== DR6.reset,
  },
  {
    reason: 'MOV to DR0–DR3 has 32 bits in real mode',
    program: (program) => {
      const { setup, value } = layOutX86(program)
      return setup.mode === 'real' && setup.db.some((address) => value(address) >> 32n !== 0n)
    },
  },
  {
    reason: 'the guest uses what it has read from a device, which is none of the contract’s',
    run: ({ events }) => {
      const reads = events.findIndex(readsDevice)
      return reads >= 0 && events.slice(reads).some(usesData)
    },
  },
]

type DebugException = Extract<RunEvent, { kind: 'delivery' }>

/** Whether some #DB of the guest's is one that `meets` describes. */
const someDebugException =
  (meets: (event: DebugException) => boolean) =>
  ({ events }: X86Run): boolean =>
    events.some((event) => event.kind === 'delivery' && event.vector === 1 && meets(event))

/** What QEMU's CPU does without KVM beneath the guest. */
const X86_LIMITS: readonly X86Limit[] = [
  ...QEMU_CPU_OWN_LIMITS,
  ...PC_LIMITS,
  {
    reason: 'QEMU’s CPU does not clear DR7.GD at a #DB',
    run: someDebugException(({ view }) => any(view.dr7, dr7.GD)),
  },
  {
    reason: 'QEMU’s CPU delivers a second #DB where TF and a data breakpoint meet',
    run: someDebugException(({ payload }) => payload !== null && any(payload, dr6.BS) && any(payload, dr6.B)),
  },
  {
    reason: 'QEMU’s CPU reports instruction breakpoints that are not enabled beside a data breakpoint',
    run: someDebugException(({ view, address }) =>
      slotsOf(view.dr7).some(
        ({ enabled, kind }, n) => !enabled && kind === 'execute' && view.db[n] === address,
      ),
    ),
  },
  {
    reason: 'QEMU’s CPU does not report an instruction breakpoint beside one on a port',
    run: someDebugException(({ view, payload }) => {
      const met = slotsOf(view.dr7).filter((_, n) => payload !== null && any(payload, 1n << BigInt(n)))
      return met.some(({ kind }) => kind === 'io') && met.some(({ kind }) => kind === 'execute')
    }),
  },
  {
    reason: 'MOV to or from DR4 and DR5 at CPL3 with CR4.DE is #GP on QEMU’s CPU, and not #UD',
    instruction: ({ v }, { form, dr }) =>
      (form === 'mov-to-dr' || form === 'mov-from-dr') &&
      (dr === 4 || dr === 5) &&
      v.cr4De &&
      v.mode.privilege(v) > 0,
  },
]

/** A string instruction that accesses memory, after the debugger has inserted a watchpoint. */
const repeatsWatched = ({ events }: Run): boolean => {
  let isWatched = false
  return events.some((event) => {
    if (event.kind === 'command' && event.command.do === 'insert')
      isWatched ||= event.command.kind.startsWith('watch-')
    if (event.kind !== 'machine' || event.event.kind !== 'instruction') return false
    return isWatched && event.event.op.startsWith('rep-')
  })
}

/** So many exceptions without an instruction between them come to no end. */
const ENDLESS = 8

/** The guest has a breakpoint on the handler of what that raises: under a step QEMU goes on for ever, and hears nobody. */
const neverComesBack: Limit = {
  reason: 'under a step QEMU raises a breakpoint on its own handler again and again, and cannot be stopped',
  run: ({ events }) => {
    let deliveries = 0
    return events.some((event) => {
      if (event.kind !== 'machine') return false
      if (event.event.kind === 'instruction') deliveries = 0
      if (event.event.kind === 'delivery') deliveries += 1
      return deliveries > ENDLESS
    })
  },
}

export const X86_TCG_LIMITS: readonly Limit[] = [
  onlyGuest('x86'),
  neverComesBack,
  ...ofX86(X86_LIMITS),
  { reason: 'QEMU stops behind a REP string instruction that meets a watchpoint', run: repeatsWatched },
]

/** The words that end an arm64 program: the store, and the branch back to it. */
const ENDING_SIZE = 8n

/** What ends the program is no longer there. */
const overwritesTheEnd = (program: Program): boolean => {
  const { value } = layOut(program)
  const end = value({ instruction: program.code.length })
  return program.script
    .flat()
    .some(
      (command) =>
        command.do === 'write-memory' &&
        value(command.at) < end + ENDING_SIZE &&
        value(command.at) + BigInt(command.bytes.length / 2) > end,
    )
}

/** The last command that lets the guest run is a step, and the guest steps itself at its end. */
const stepsBeyondTheEnd = ({ events, ending }: Run): boolean => {
  const resumed = events.findLast((event) => event.kind === 'resume')
  const last = events.findLast(({ kind }) => kind === 'machine')
  if (ending === 'cap' || resumed?.how !== 'step' || last?.kind !== 'machine') return false
  return last.event.kind === 'exit' && 'mdscr' in last.event.view && any(last.event.view.mdscr, mdscr.SS)
}

/** An enabled watchpoint of the guest's on what is no RAM. */
const watchesMmio = ({ events }: Arm64Run): boolean =>
  events.some(
    (event) =>
      event.kind === 'instruction' &&
      event.access !== null &&
      event.access.address < BigInt(RAM) &&
      event.view.registers.watchpoints.some(({ control, value }) => any(control, 1n) && value < BigInt(RAM)),
  )

/** The guest's watchpoints meet a read after a write. */
const readsAfterWrite = ({ events }: Arm64Run): boolean => {
  let hasWritten = false
  return events.some((event) => {
    if (event.kind !== 'delivery' || event.esr === null) return false
    if ((classOf(event.esr) & ~1) !== EC.watchpointLower) return false
    hasWritten ||= any(event.esr, WNR)
    return hasWritten && !any(event.esr, WNR)
  })
}

const ARM64_LIMITS: readonly Arm64Limit[] = [
  {
    reason: 'without a stage 2 a watchpoint comes before what the access to MMIO is',
    run: watchesMmio,
  },
  {
    reason: 'QEMU’s CPU leaves WnR set where a watchpoint meets a read after a write',
    run: readsAfterWrite,
  },
  ...ARM64_CPU_LIMITS,
  {
    reason: 'what the manual leaves undefined',
    run: ({ events }) => events.some(({ kind }) => kind === 'unpredictable'),
  },
  {
    reason: 'HVC is a call of EL2, where there is nobody',
    run: someInstruction(({ op, pstate }) => op === 'hvc' && elOf(pstate) === 1),
  },
  {
    reason: 'QEMU’s CPU has a PMU, which the contract’s has not',
    program: ({ code }) => code.some((each) => each.op === 'mrs' && each.from === 'pmcr_el0'),
  },
  {
    reason: 'WFI halts: nothing comes that ends it',
    run: someInstruction(({ op }) => op === 'wfi'),
  },
]

export const ARM64_TCG_LIMITS: readonly Limit[] = [
  onlyGuest('arm64'),
  neverComesBack,
  ...ofArm64(ARM64_LIMITS),
  { reason: 'the debugger writes over what ends the program', program: overwritesTheEnd },
  {
    reason:
      'the debugger steps over what ends a program that steps itself: where it stops lies behind the end',
    run: stepsBeyondTheEnd,
  },
]

/** Bytes of a log record, and of the ELR in it. */
const RECORD = 32
const ELR = 8

/**
 * The log without what a guest that steps itself writes behind its end: it steps through the store that ends it, which
 * nobody stops it at.
 */
export const UNTIL_ITS_END: Mask<Vmm> = {
  reason: 'what a guest that steps itself logs behind the end of its program',
  apply: (observation, program) => {
    const guest = guestProgram(program)
    if (guest.machine !== 'arm64') return observation
    const end = BigInt(layOutArm64(guest).addresses.at(-1)!) + 4n
    const log = Buffer.from(observation.log, 'hex')
    for (let at = 0; at + RECORD <= log.length; at += RECORD)
      if (log.readBigUInt64LE(at + ELR) === end) return { ...observation, log: log.toString('hex', 0, at) }
    return observation
  },
}

/** What of a guest's log is this CPU's own. */
export const X86_LOG_MASKS: readonly Mask<Vmm>[] = QEMU_CPU_MASKS.map(({ reason, apply }) => ({
  reason,
  apply: (observation, program) => {
    const guest = guestProgram(program)
    return guest.machine === 'x86' ? apply(observation, guest) : observation
  },
}))
