/**
 * Exceptions that are taken to EL1, by the CPU or by the hypervisor's injection.
 */
import { any, u64 } from '../bits.ts'
import { VECTOR_OFFSETS, VECTORS, type Vector } from './contract.ts'
import { currentEl, debugView, hardwareControls, type Machine } from './machine.ts'
import { mdscr, pstate } from './registers.ts'
import type { ExceptionKind } from './rules/software-step.ts'
import type { DeliveryEvent } from './run.ts'
import { classOf, EC, iss2Of, issOf, syndrome } from './syndrome.ts'

const VECTOR_NAMES = new Map<number, Vector>(
  Object.entries(VECTOR_OFFSETS).map(([name, offset]) => [offset, name as Vector]),
)

/** What an exception to EL1 is taken with. */
export interface Taken {
  readonly source: DeliveryEvent['source']
  readonly exception: ExceptionKind
  /** The syndrome as it would be from a lower level; `null` for an interrupt. */
  readonly esr: bigint | null
  readonly far: bigint | null
  /** The return address. */
  readonly elr: bigint
}

/** The syndrome with the class of an exception between two levels. */
export const syndromeAt = (m: Machine, esr: bigint, fromEl: number, targetEl: number): bigint => {
  const ec = m.rules.exceptionClass({ ec: classOf(esr), fromEl, targetEl }, m.context)
  return u64(iss2Of(esr) | syndrome(ec, issOf(esr)))
}

/** Takes an exception to EL1: ESR, FAR, ELR, SPSR, PSTATE and the vector. PSTATE is saved as the vCPU has it. */
export const takeToEl1 = (m: Machine, { source, exception, esr, far, elr }: Taken): void => {
  const { v, rules, context } = m
  const view = debugView(m)
  const before = v.pstate
  if (esr !== null) v.esr = syndromeAt(m, esr, currentEl(v), 1)
  if (far !== null) v.far = far
  const entered = rules.enterException(
    {
      pc: elr,
      pstate: rules.savedSpsr({ exception, pstate: v.pstate, mdscr: m.hw.mdscr }, context),
      vbar: BigInt(VECTORS),
      exception: exception === 'interrupt' ? 'interrupt' : 'synchronous',
    },
    context,
  )
  v.elr = entered.elr
  v.spsr = entered.spsr
  v.pstate = entered.pstate
  v.pc = entered.pc
  m.steps += 1
  const delivery: DeliveryEvent = {
    kind: 'delivery',
    seenBy: 'guest',
    source,
    exception,
    vector: VECTOR_NAMES.get(Number(v.pc) - VECTORS) ?? 'other',
    esr: esr === null ? null : v.esr,
    far,
    elr,
    spsr: v.spsr,
    pstate: before,
    view,
  }
  m.events.push(delivery)
  m.since.ran = true
  m.since.exception = delivery
  m.since.lastSet = 0
}

/** Whether the hardware's breakpoints and watchpoints raise exceptions at all. */
export const debugEventsEnabled = (m: Machine): boolean => {
  if (!any(m.hw.mdscr, mdscr.MDE)) return false
  const masked = any(m.v.pstate, pstate.D)
  const { mdscr: hardware, mdcr, hcr, osLock, doubleLock } = hardwareControls(m)
  const asked = { el: currentEl(m.v), masked, mdscr: hardware, mdcr, hcr, osLock, doubleLock }
  return m.rules.generateDebugExceptions(asked, m.context)
}

/** The syndrome of an UNDEFINED instruction. */
export const UNDEFINED_SYNDROME = syndrome(EC.unknown)
