/**
 * What the CPU of Bochs does otherwise than the manuals, seen from a guest of kvm-intel: programs that meet it are not
 * compared, or only under a mask. None of it is KVM’s doing. Measured with Bochs 3.0.
 */
import { any, u64 } from '../../../model/bits.ts'
import { GUESTDBG, inForce } from '../../../model/kvm/guest-debug.ts'
import {
  type DebugView,
  dr7 as dr7Bits,
  flags,
  type Machine,
  matchCodeBreakpoints,
  matchDataBreakpoints,
  type Run,
  type RunEvent,
} from '../../../model/x86/index.ts'
import { isCanonical } from '../../../model/x86/long-mode.ts'
import { effective, linearRip } from '../../../model/x86/machine.ts'
import { ECX, R11 } from '../../../model/x86/vcpu.ts'
import type { X86 } from '../../../properties/x86/types.ts'
import type { Mask } from '../kvm/masks.ts'
import { mapLog, modeOf } from './log.ts'
import { cpuFeatures, type Limit, portReadBeforeFault } from './unsupported.ts'

/** Bits 11 and 12; 14 and 15 are cleared. */
const KEPT_DR7 = 0x1800n

/** The breakpoint registers in force. */
const registersOf = (view: DebugView): { readonly db: readonly bigint[]; readonly dr7: bigint } =>
  inForce(view.control, GUESTDBG.USE_HW_BP)
    ? { db: view.hostDb, dr7: view.hostDr7 }
    : { db: view.db, dr7: view.dr7 }

/** Whether an access of the guest meets a data breakpoint that is not enabled, while another slot is. */
const meetsDisabled = (run: Run): boolean =>
  run.events.some((event) => {
    if (event.kind !== 'instruction' && event.kind !== 'delivery') return false
    const { db, dr7 } = registersOf(event.view)
    if (!any(dr7, dr7Bits.ENABLES)) return false
    return event.accesses.some(({ kind, address, size }) => {
      if (kind !== 'read' && kind !== 'write') return false
      const met = (of: bigint): number =>
        matchDataBreakpoints({ db, dr7: of, address, size, access: kind }).mayHit
      return met(dr7) === 0 && met(u64(dr7 | dr7Bits.ENABLES)) !== 0
    })
  })

/** Whether an instruction or the return of an event is at a code breakpoint in force. */
const meetsCode = (event: RunEvent): boolean => {
  if (event.kind !== 'instruction' && event.kind !== 'delivery') return false
  return matchCodeBreakpoints({ ...registersOf(event.view), address: event.address }).mayHit !== 0
}

/** Whether the next instruction meets an execute breakpoint because of its length only. */
const meetsLength = (m: Machine): boolean => {
  const { db, dr7 } = effective(m)
  if (!any(dr7, dr7Bits.ENABLES)) return false
  const all = u64(dr7 | dr7Bits.ENABLES)
  const { hits, mayHit } = matchCodeBreakpoints({ db, dr7: all, address: linearRip(m) })
  return hits !== mayHit
}

/** Whether the end of a wait, for an interrupt window or to inject an NMI, is where a code breakpoint lies. */
const windowAtBreakpoint = (run: Run): boolean => {
  const lies = (view: DebugView, address: bigint): boolean =>
    matchCodeBreakpoints({ ...registersOf(view), address }).mayHit !== 0
  return run.events.some((event) => {
    if (event.kind === 'exit' && event.exit.reason === 'interrupt-window') {
      const { mode, rip, csBase } = event.state
      return lies(event.view, mode === 'long' ? rip : csBase + rip)
    }
    if (event.kind !== 'delivery' || event.source !== 'nmi') return false
    return lies(event.view, run.state.mode === 'long' ? event.ip : BigInt(event.cs << 4) + event.ip)
  })
}

/** Programs that meet what this CPU does. */
export const BOCHS_CPU_LIMITS: readonly Limit[] = [
  cpuFeatures,
  portReadBeforeFault,
  {
    reason: 'Bochs’s CPU takes no interrupt in guest code that was entered with IF=0: nothing ends a loop',
    run: (run) => run.events.some((event) => event.kind === 'exit' && event.exit.reason === 'interrupted'),
  },
  {
    reason: 'Bochs’s CPU steps SYSCALL and SYSRET by the TF that they begin with',
    instruction: ({ v }, { form }) => {
      const tf = (v.rflags & flags.TF) !== 0
      if (form === 'syscall') return tf
      return form === 'sysret' && tf !== any(v.gpr[R11]!, BigInt(flags.TF))
    },
  },
  {
    reason:
      'SYSRET to an address that is not canonical goes by the vendor of the CPU, not of the guest’s CPUID',
    instruction: ({ v }, { form }) => form === 'sysret' && v.vendor === 'amd' && !isCanonical(v.gpr[ECX]!),
  },
  {
    reason: 'Bochs’s CPU clears some reserved bits of DR7 and keeps others',
    instruction: (m) => any(effective(m).dr7, KEPT_DR7),
  },
  {
    reason: 'Bochs’s CPU looks at the length of an execute breakpoint, that of a disabled one too',
    instruction: meetsLength,
    // With the trap of the instruction before it too.
    boundary: meetsLength,
  },
  {
    reason: 'Bochs’s CPU takes a code breakpoint before the window of an interrupt or an NMI',
    run: windowAtBreakpoint,
  },
  {
    reason: 'Bochs’s CPU keeps the bit of a data breakpoint that is not enabled for the next #DB',
    run: meetsDisabled,
  },
  {
    reason: 'what the manual leaves undefined',
    run: (run) => run.events.some((event) => event.kind === 'unpredictable'),
  },
]

/** What of every observation says nothing. */
export const BOCHS_CPU_MASKS: readonly Mask<X86>[] = [
  {
    reason: 'KVM does not write dr6 of an exit for INT3: it is what was there before',
    apply: (observation) => ({
      ...observation,
      events: observation.events.map((event) =>
        event.fields.exception === '3' ? { ...event, fields: { ...event.fields, 'exit-dr6': '' } } : event,
      ),
    }),
  },
]

/** The same where the frame's RF is seen by what the handler returns to. */
export const SHADOW_PAGES_LIMIT: Limit = {
  reason: 'without EPT: a code breakpoint behind an event, in whose frame Bochs’s CPU may have set RF',
  run: ({ events }) => {
    const first = events.findIndex(
      (event) =>
        event.kind === 'delivery' ||
        (event.kind === 'instruction' && ['int', 'int3', 'into'].includes(event.op)),
    )
    return first >= 0 && events.slice(first).some(meetsCode)
  },
}

/**
 * With EPT every page of the guest has been touched before. Shadow page tables are thrown away again and again, and
 * an exit in the middle of a delivery saves RF as 1; KVM delivers the event again with the RFLAGS that it finds.
 */
export const SHADOW_PAGES_MASK: Mask<X86> = {
  reason: 'RF in a frame: Bochs’s CPU sets it where the delivery meets a page that has no shadow page',
  apply: (observation, program) => ({
    ...observation,
    log: mapLog(observation.log, modeOf(program), ({ flags: pushed }) => ({ flags: pushed & ~flags.RF })),
  }),
}
