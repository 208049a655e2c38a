/**
 * The start-up of Linux’s hw_breakpoint support, as a sequence of register accesses: the host runs it on its CPUs, a
 * Linux guest on its vCPUs.
 * Source: arch/arm/kernel/hw_breakpoint.c, arch_hw_breakpoint_init(), reset_ctrl_regs(), enable_monitor_mode().
 */
import { u32 } from '../bits.ts'
import { type DebugArchitecture, DLK, didrFields, dscr as dscrBits, OSLAR_KEY, oslsr } from './registers.ts'
import type { Context } from './rules.ts'

/** One access that the start-up makes; the answer is the value read, or that it was UNDEFINED. */
export type StartUpAccess =
  | { readonly direction: 'read'; readonly register: string }
  | { readonly direction: 'write'; readonly register: string; readonly value: number }
export type StartUpAnswer = number | 'undefined'

/** Why a start-up ended as it did, in the words of the kernel’s messages. */
export const START_UP_REASONS = [
  'ready',
  'not configured',
  'debug architecture unsupported',
  'powered down',
  'failed to enable monitor mode',
  'undefined instruction',
] as const
export type StartUpReason = (typeof START_UP_REASONS)[number]

/** What Linux ends up with. */
export interface StartUp {
  readonly reason: StartUpReason
  readonly breakpoints: number
  readonly watchpoints: number
}

/** No slots, for a reason. */
export const noSlots = (reason: StartUpReason): StartUp => ({ reason, breakpoints: 0, watchpoints: 0 })

/** Thrown inside the start-up by an access that is UNDEFINED: the undef hook marks the CPU as bad. */
class Undefined extends Error {}

type Steps<T> = Generator<StartUpAccess, T, StartUpAnswer>

function* read(register: string): Steps<number> {
  const answer = yield { direction: 'read', register }
  if (answer === 'undefined') throw new Undefined()
  return answer
}
function* write(register: string, value: number): Steps<void> {
  const answer = yield { direction: 'write', register, value }
  if (answer === 'undefined') throw new Undefined()
}

/** The version of DBGDIDR from which on the OS lock is that of v7.1. */
const VERSION_V71 = 5

function* resetControlRegisters(didr: number, context: Context): Steps<StartUpReason> {
  const { breakpoints, watchpoints, version } = didrFields(didr)
  const architecture: DebugArchitecture = version < VERSION_V71 ? 'v7' : 'v7.1'
  let hasLock = true
  for (const step of context.rules.resetSteps({ architecture }, context))
    switch (step) {
      case 'check-power':
        if (((yield* read('DBGPRSR')) & 1) === 0) return 'powered down'
        hasLock = ((yield* read('DBGOSLSR')) & oslsr.OSLM_V7) !== 0
        break
      case 'check-double-lock':
        if (((yield* read('DBGOSDLR')) & DLK) !== 0) return 'powered down'
        break
      case 'clear-os-lock':
        if (hasLock) yield* write('DBGOSLAR', u32(~OSLAR_KEY))
        break
      case 'clear-vector-catch':
        yield* write('DBGVCR', 0)
        break
      case 'clear-breakpoints':
        for (let n = 0; n < breakpoints; n++) {
          yield* write(`DBGBCR${n}`, 0)
          yield* write(`DBGBVR${n}`, 0)
        }
        break
      case 'clear-watchpoints':
        for (let n = 0; n < watchpoints; n++) {
          yield* write(`DBGWCR${n}`, 0)
          yield* write(`DBGWVR${n}`, 0)
        }
        break
      case 'enable-monitor-mode': {
        const before = yield* read('DBGDSCRint')
        let after = before
        if ((before & dscrBits.MDBGen) === 0) {
          yield* write('DBGDSCRext', u32(before | dscrBits.MDBGen))
          after = yield* read('DBGDSCRint')
        }
        if (context.rules.enableMonitorMode({ before, after }, context) !== 'ok')
          return 'failed to enable monitor mode'
      }
    }
  return 'ready'
}

/** The start-up on one CPU. */
export function* startHwBreakpoint(context: Context): Steps<StartUp> {
  try {
    const didr = yield* read('DBGDIDR')
    const { supported, breakpoints, watchpoints } = context.rules.usableSlots({ didr }, context)
    if (!supported) return noSlots('debug architecture unsupported')
    const reason = yield* resetControlRegisters(didr, context)
    return reason === 'ready' ? { reason, breakpoints, watchpoints } : noSlots(reason)
  } catch (error) {
    if (error instanceof Undefined) return noSlots('undefined instruction')
    throw error
  }
}
