/**
 * What can be told of a run without knowing how the machine works: what each vCPU has written, and what the host has made
 * of its CPUs.
 */
import {
  type Cpu,
  chooseFrom,
  dscr as dscrBits,
  MOE,
  type PairRegister,
  type Pairs,
  type Run,
  type RunEvent,
  registerNamed,
} from '../../model/armv7/index.ts'
import type { OfKind } from '../events.ts'
import type { Trial } from '../property.ts'
import type { Armv7 } from './types.ts'

export { ofKind } from '../events.ts'

export type Of<Kind extends RunEvent['kind']> = OfKind<RunEvent, Kind>

export const hexOf = (value: number): string => `0x${value.toString(16)}`

/** Whether a CPU is in monitor mode: MDBGen, and DBGEN, without which it reads as 0. */
export const inMonitorMode = (cpu: Cpu): boolean => cpu.dbgen && (cpu.dscr & dscrBits.MDBGen) !== 0
/** Whether debug events halt the CPU. */
export const halts = (cpu: Cpu): boolean => cpu.dbgen && (cpu.dscr & dscrBits.HDBGen) !== 0 && !isLocked(cpu)
/** Whether a lock suppresses debug events. */
export const isLocked = (cpu: Cpu): boolean => cpu.doubleLock || (cpu.osLock && cpu.architecture === 'v7.1')

/** What a guest under a hypervisor finds when it reads a register that traps, in monitor mode. */
const answerTo = (
  { variant, answers }: Pick<Trial<Armv7>, 'variant' | 'answers'>,
  register: string,
): string => {
  const context = { rules: variant.rules, choose: chooseFrom(variant.answers, answers) }
  const access = { register, direction: 'read', transfer: 'register', monitorMode: true } as const
  return variant.rules.emulateAccess(access, context)
}

/** Whether a hypervisor tells its guest of breakpoints at all: with DBGDIDR as zero nothing is promised. */
export const announces = (trial: Pick<Trial<Armv7>, 'variant' | 'answers'>): boolean =>
  answerTo(trial, 'DBGDIDR') !== 'zero'

/** Whether it gives the guest a DBGDSCR of its own, in which the guest enables monitor mode for itself. */
export const hasOwnDscr = (trial: Pick<Trial<Armv7>, 'variant' | 'answers'>): boolean =>
  answerTo(trial, 'DBGDSCRint') === 'own'

/** The access that reads DBGDSCR, if it got a value. */
export const isDscrRead = (event: RunEvent): event is Of<'access'> & { value: number } =>
  event.kind === 'access' &&
  event.direction === 'read' &&
  event.value !== null &&
  event.passed &&
  (event.register === 'DBGDSCRint' || event.register === 'DBGDSCRext')

/** A valid access to a breakpoint or watchpoint register, with its parts. */
export const pairAccess = (
  event: RunEvent,
): { event: Of<'access'>; register: PairRegister; index: number; value: number } | null => {
  if (event.kind !== 'access' || event.outcome === 'undefined' || event.value === null || !event.passed)
    return null
  const named = registerNamed(event.register)
  if (!named?.pair) return null
  return { event, register: named.pair, index: named.index!, value: event.value }
}

/** What a register of a breakpoint or watchpoint holds after a write of the guest: nothing beyond its own two levels. */
export const kept = (register: PairRegister, value: number): number => {
  if (register === 'DBGBVR' || register === 'DBGWVR') return value - (value % 4)
  if (register === 'DBGWCR') return (value & 0x1f1f1fff) >>> 0
  const control = (value & 0x00ff01e7) >>> 0
  return (control >>> 20) % 16 > 5 ? (control & 0x000f01e7) >>> 0 : control
}

/** The registers of one vCPU as its own writes leave them, and every value that it has ever written to each. */
export class Own {
  readonly #current = new Map<string, number>()
  readonly #ever = new Map<string, Set<number>>()

  write(register: PairRegister, index: number, value: number, counts: boolean): void {
    const key = `${register}${index}`
    if (counts) this.#current.set(key, kept(register, value))
    const ever = this.#ever.get(key) ?? new Set()
    this.#ever.set(key, ever.add(kept(register, value)))
  }
  value(register: PairRegister, index: number): number {
    return this.#current.get(`${register}${index}`) ?? 0
  }
  hasWritten(register: PairRegister, index: number, value: number): boolean {
    return value === 0 || (this.#ever.get(`${register}${index}`)?.has(value) ?? false)
  }
}

/**
 * Visits every event with what each vCPU owned before it. A write counts if the CPU was in monitor mode, if what the
 * guest writes without it is kept, and if it was executed on the CPU’s own register, which keeps it. A visitor returns a sentence to stop.
 */
export const followOwn = (
  run: Run,
  visitor: (event: RunEvent, own: readonly Own[]) => string | null,
): string | true => {
  const own = [new Own(), new Own()]
  const shadowed = run.consulted.get('pairsWithoutMonitorMode') === 'shadow'
  for (const event of run.events) {
    const found = visitor(event, own)
    if (found !== null) return found
    const access = pairAccess(event)
    if (access?.event.direction !== 'write') continue
    const { register, index, value } = access
    const { vcpu, before, outcome } = access.event
    const counts = shadowed || outcome === 'direct' || inMonitorMode(before)
    own[vcpu]!.write(register, index, value, counts)
  }
  return true
}

/** The cause of each vCPU’s own last debug exception, as MOE has it. */
export const followMoe = (
  run: Run,
  visitor: (event: RunEvent, moe: readonly number[]) => string | null,
): string | true => {
  const moe = [0, 0]
  for (const event of run.events) {
    const found = visitor(event, moe)
    if (found !== null) return found
    if (event.kind === 'delivery' && event.cause !== null) moe[event.vcpu] = MOE[event.cause]
  }
  return true
}

/** Each CPU as the host, and nobody else, has made it: after its start-up, its own writes, an external debugger. */
export const followHost = (
  run: Run,
  visitor: (event: RunEvent, cpus: readonly (Cpu | null)[]) => string | null,
): string | true => {
  const cpus: (Cpu | null)[] = [null, null]
  for (const event of run.events) {
    const found = visitor(event, cpus)
    if (found !== null) return found
    if (event.kind === 'host-start-up') cpus[event.cpu.number] = event.cpu
    if (event.kind === 'action' && ['host-write', 'external-debugger'].includes(event.action.do))
      cpus[event.cpu.number] = event.cpu
  }
  return true
}

/** Every instruction, with the events up to the next one or the exit. */
export const consequences = (run: Run): { instruction: Of<'instruction'>; events: RunEvent[] }[] => {
  const found: { instruction: Of<'instruction'>; events: RunEvent[] }[] = []
  let inGuest = false
  for (const event of run.events) {
    if (event.kind === 'instruction') found.push({ instruction: event, events: [] })
    else if (inGuest) found.at(-1)?.events.push(event)
    inGuest = event.kind === 'instruction' || (inGuest && event.kind !== 'exit')
  }
  return found
}

/** The enabled ones among breakpoints and watchpoints, with the registers that they are in. */
export const enabled = (
  pairs: Pairs,
): {
  control: PairRegister
  value: PairRegister
  index: number
  pair: { value: number; control: number }
}[] => [
  ...pairs.breakpoints.flatMap((pair, index) =>
    pair.control % 2 === 1 ? [{ control: 'DBGBCR' as const, value: 'DBGBVR' as const, index, pair }] : [],
  ),
  ...pairs.watchpoints.flatMap((pair, index) =>
    pair.control % 2 === 1 ? [{ control: 'DBGWCR' as const, value: 'DBGWVR' as const, index, pair }] : [],
  ),
]
