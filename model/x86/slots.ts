/**
 * The transitions of the ideal hypervisor: what happens from one instruction boundary to the next.
 * Source: Intel SDM vol. 3, "Priority Among Simultaneous Exceptions and Interrupts"; Documentation/virt/kvm/api.rst.
 */
import { any, lowBytes, u64 } from '../bits.ts'
import { isFault } from './contract.ts'
import type { Decoded } from './decode.ts'
import { answerAccess, breakpointExit, execute } from './execute.ts'
import { perform } from './host.ts'
import {
  checkInput,
  type Delivery,
  debugExit,
  debugView,
  hostSteps,
  linearRip,
  type Machine,
  type Outcome,
  type Retirement,
  raise,
  type Slots,
} from './machine.ts'
import { GuestFault, PAGE_FAULT } from './mode.ts'
import { dr6, flags } from './registers.ts'
import type { CheckBeforeEmulationResult } from './rules/check-before-emulation.ts'
import { isSoftwareInterrupt } from './rules/step.ts'
import type { Exit, InstructionEvent } from './run.ts'
import { repetitions } from './strings.ts'
import { ECX, ESP, type PendingAccess, readGpr } from './vcpu.ts'

const deliverable = (m: Machine, event: 'interrupt' | 'nmi'): boolean => {
  const { v } = m
  const interruptFlag = (v.rflags & flags.IF) !== 0
  return m.rules.eventDeliverable({ event, interruptFlag, shadow: v.shadow, control: v.control }, m.context)
}

/** What waits is delivered before the next instruction: exceptions, then NMI, then interrupts. */
const enterGuest = (m: Machine): Exit | null => {
  const { v } = m
  if (v.exception) {
    const { vector, requested, payload: causes, errorCode } = v.exception
    const payload =
      causes === null || requested || vector !== 1
        ? causes
        : withCodeBreakpoint(m, causes, 'deliver-to-guest')
    const returnIp = requested ? m.rules.injectedReturnIp({ vector, rip: v.rip }, m.context) : v.rip
    v.exception = null
    const source = requested ? 'injected' : 'raised'
    return m.slots.deliver(m, { source, vector, returnIp, payload, errorCode })
  }
  if (v.nmiPending && deliverable(m, 'nmi')) {
    v.nmiPending = false
    return m.slots.deliver(m, { source: 'nmi', vector: 2, returnIp: v.rip, payload: null })
  }
  if (v.interrupt !== null && deliverable(m, 'interrupt')) {
    const vector = v.interrupt
    v.interrupt = null
    return m.slots.deliver(m, { source: 'interrupt', vector, returnIp: v.rip, payload: null })
  }
  if (v.windowRequested && v.interrupt === null && deliverable(m, 'interrupt'))
    return { reason: 'interrupt-window' }
  return null
}

/** Delivery: the frame is pushed, and the handler begins. */
const deliver = (m: Machine, event: Delivery): Exit | null => {
  const { v, rules, context } = m
  const { source, vector, payload, errorCode = null } = event
  const { mode } = v
  const view = debugView(m)
  m.steps += 1
  const fault = (source === 'raised' || source === 'injected') && isFault(vector)
  const rflags = rules.guestFlags({ rflags: v.rflags, control: v.control }, context)
  const image = mode.flagsImage(rflags, fault && !event.keepsResumeFlag)
  if (source !== 'software') {
    m.hits = 0n
    m.accesses = []
  }
  const { cs } = v
  const ip = lowBytes(event.returnIp, mode.width)
  mode.enterHandler(m, event, image)
  v.rflags = rules.flagsAtDelivery({ rflags: v.rflags, fault, mode: mode.name }, context)
  v.shadow = 'none'
  if (vector === PAGE_FAULT && payload !== null) v.cr2 = payload
  if (vector === 1 && source !== 'software') {
    const { rtm, busLockDetect } = v
    if (payload !== null) v.dr6 = rules.mergeDr6({ dr6: v.dr6, payload, rtm, busLockDetect }, context)
    v.dr7 = rules.dr7AtDelivery({ dr7: v.dr7 }, context)
  }
  m.events.push({
    kind: 'delivery',
    seenBy: 'guest',
    source,
    vector,
    ip,
    cs: cs.selector,
    flags: image,
    address: u64(cs.base + ip),
    errorCode,
    payload: vector === 1 ? payload : null,
    accesses: source === 'software' ? [] : m.accesses,
    dr6: v.dr6,
    dr7: v.dr7,
    view,
  })
  if (source === 'software') return null
  const stops = hostSteps(m) && m.choose('stepOnEvent') === 'handler-entry'
  const traps = u64(u64(m.hits | v.heldTraps) | (stops ? dr6.BS : 0n))
  m.hits = 0n
  v.heldTraps = 0n
  return traps === 0n ? null : m.slots.takeTrap(m, traps)
}

/** The causes of a #DB with those of a code breakpoint that meets it at this boundary, if they come as one. */
const withCodeBreakpoint = (
  m: Machine,
  payload: bigint,
  result: CheckBeforeEmulationResult['result'],
): bigint => {
  const here = m.rules.checkBeforeEmulation(checkInput(m), m.context)
  const meets = here.result === result ? (here.exit?.dr6 ?? here.payload ?? 0n) & dr6.B : 0n
  return any(meets, ~payload) && m.choose('coincidentCauses') === 'merged' ? payload | meets : payload
}

/** A #DB after an instruction: to userspace, or queued for the guest. */
const takeTrap = (m: Machine, payload: bigint): Exit | null => {
  const { v, rules, context } = m
  return rules.debugExceptionOwner({ control: v.control, cause: 'trap' }, context) === 'userspace'
    ? debugExit(m, withCodeBreakpoint(m, payload, 'exit-to-userspace'), 'trap')
    : raise(m, 1, payload)
}

/** The end of an instruction: RF and shadow, then what has to be reported. */
const retire = (m: Machine, how: Retirement): Exit | null => {
  const { v, rules, context } = m
  const { guestTf, midRepeat, userspace } = how
  const instruction = how.instruction.op
  v.rflags = rules.flagsAfterRetire({ rflags: v.rflags, instruction, midRepeat }, context)
  v.shadow = rules.shadowAfter({ instruction, interruptFlag: how.interruptFlag }, context)
  if (m.current) m.current.next = linearRip(m)
  m.current = null

  const taken = how.jumped
  const tookInterrupt = taken && (instruction === 'syscall' || isSoftwareInterrupt(instruction))
  if (tookInterrupt && hostSteps(m) && m.choose('stepOverSoftwareInterrupt') === 'after-return')
    v.stepSuspendedAt = instruction === 'syscall' ? v.gpr[ECX]! : readGpr(v, ESP, v.mode.width)

  const due = rules.singleStepDue(
    { guestTf, hostStep: hostSteps(m), instruction, taken, mode: v.mode.name, userspace },
    context,
  )
  const step = due ? dr6.BS : 0n
  const earlier = v.heldTraps
  const hits = m.hits
  m.hits = 0n
  v.heldTraps = 0n
  if (rules.trapsHeld({ instruction }, context)) {
    v.heldTraps = hits | earlier
    return null
  }
  const late = midRepeat && hits !== 0n && m.choose('repDataBreakpoint') === 'next-iteration'
  if (late) v.heldTraps = hits
  const traps = u64(u64(step | earlier) | (late ? 0n : hits))
  return traps === 0n ? null : m.slots.takeTrap(m, traps)
}

const accessPart = (exit: Exit): PendingAccess['userspace'] => {
  if (exit.reason === 'io') return exit.direction === 'in' ? 'io-read' : 'io-write'
  return exit.reason === 'mmio' && exit.direction === 'write' ? 'mmio-write' : 'mmio-read'
}

const OUTPUT_CHOICES: { readonly [Part in PendingAccess['userspace']]?: 'outputExitRip' | 'storeExitRip' } = {
  'io-write': 'outputExitRip',
  'mmio-write': 'storeExitRip',
}

/** An exit for an access: nothing of the instruction is lost, whatever userspace does before it runs again. */
const exitForAccess = (
  m: Machine,
  access: Omit<PendingAccess, 'userspace' | 'count' | 'exitRip'>,
  exit: Exit,
): Exit => {
  const { v } = m
  const userspace = accessPart(exit)
  const { instruction, rip, guestTf } = access
  const choice = OUTPUT_CHOICES[userspace]
  if (choice && instruction.op !== 'rep-outsb' && m.choose(choice) === 'next')
    v.rip = lowBytes(rip + BigInt(instruction.length), v.mode.width)
  const count = exit.reason === 'io' ? exit.count : 1
  v.access = { instruction, rip, exitRip: v.rip, guestTf, userspace, count }
  return exit
}

/** Userspace has answered: the instruction is finished. One that userspace has moved RIP away from is abandoned. */
const completeAccess = (m: Machine): Exit | null => {
  const { v, rules, context } = m
  const access = v.access!
  const { instruction, rip, guestTf, userspace } = access
  v.access = null
  if (v.rip !== access.exitRip) {
    m.current = null
    m.hits = 0n
    return null
  }
  const again = answerAccess(m, access)
  if (again) return exitForAccess(m, { instruction, rip, guestTf }, again)
  const repeats = instruction.op === 'rep-insb' || instruction.op === 'rep-outsb'
  const midRepeat = repeats && !rules.repeat({ remaining: repetitions(v) + 1 }, context).ends
  if (!midRepeat) v.rip = lowBytes(rip + BigInt(instruction.length), v.mode.width)
  return m.slots.retire(m, {
    instruction,
    guestTf,
    interruptFlag: true,
    userspace,
    midRepeat,
    jumped: false,
  })
}

/** The outcome of an instruction, a fault of its operands among them. */
const attempt = (m: Machine, instruction: Decoded): Outcome => {
  try {
    return execute(m, instruction)
  } catch (error) {
    if (!(error instanceof GuestFault)) throw error
    const { vector, errorCode, address } = error
    return { kind: 'fault', vector, errorCode, address }
  }
}

/** The guest's TF as it counts for the step trap of an instruction: SYSCALL and SYSRET look at it when they are done. */
const countedTf = (m: Machine, { op }: Decoded, tf: boolean): boolean => {
  if (op === 'sysret') return (m.v.rflags & flags.TF) !== 0
  if (op !== 'syscall') return tf
  const fmaskTf = (m.v.fmask & flags.TF) !== 0
  return m.rules.singleStepAfterSyscall({ tf, fmaskTf }, m.context)
}

/**
 * One instruction boundary: code breakpoints, then the instruction itself. What stands behind the forced-emulation
 * prefix is a part of the same instruction, but is met by breakpoints of its own.
 */
const step = (m: Machine): Exit | null => {
  const { v, rules, context } = m
  const input = checkInput(m)
  const check = rules.checkBeforeEmulation(input, context)
  if (check.result === 'exit-to-userspace') return { reason: 'debug', debug: check.exit! }
  if (check.result === 'deliver-to-guest') {
    if (check.payload === null) v.dr6 = check.guestDr6
    return raise(m, 1, check.payload)
  }

  const address = rules.linearAddress(input, context)
  const unfetched = address > v.mode.reach ? v.mode.fetchFault(v, address) : null
  if (unfetched) return raise(m, unfetched.vector, unfetched.address, unfetched.errorCode)
  const instruction = v.memory.fetch(address)
  if (instruction.form === 'force-emulation') {
    v.rip = lowBytes(v.rip + BigInt(instruction.length), v.mode.width)
    return step(m)
  }
  const rflags = rules.guestFlags({ rflags: v.rflags, control: v.control }, context)
  const guestTf = (rflags & flags.TF) !== 0
  const interruptFlag = (rflags & flags.IF) !== 0
  const event: InstructionEvent = {
    kind: 'instruction',
    seenBy: 'nobody',
    address,
    op: instruction.op,
    rflags,
    shadow: v.shadow,
    view: debugView(m),
    accesses: [],
    loadedFlags: null,
    next: null,
  }
  m.events.push(event)
  m.accesses = event.accesses
  m.current = event
  m.hits = 0n
  m.steps += 1
  const { rip, mode } = v
  const outcome = rules.canExecute({ instruction: instruction.op, mode: mode.name }, context)
    ? attempt(m, instruction)
    : ({ kind: 'unsupported' } as const)

  switch (outcome.kind) {
    case 'done':
    case 'jumped':
    case 'mid-repeat': {
      if (outcome.kind === 'done') v.rip = lowBytes(rip + BigInt(instruction.length), mode.width)
      const midRepeat = outcome.kind === 'mid-repeat'
      const jumped = outcome.kind === 'jumped'
      const tf = countedTf(m, instruction, guestTf)
      const how: Retirement = {
        instruction,
        guestTf: tf,
        interruptFlag,
        userspace: 'none',
        midRepeat,
        jumped,
      }
      const exit = m.slots.retire(m, how)
      return instruction.op === 'hlt' ? { reason: 'hlt' } : exit
    }
    case 'userspace':
      return exitForAccess(m, { instruction, rip, guestTf }, outcome.exit)
    case 'fault':
      m.current = null
      return raise(m, outcome.vector, outcome.address, outcome.errorCode)
    case 'general-detect': {
      m.current = null
      const cause = 'general-detect'
      return rules.debugExceptionOwner({ control: v.control, cause }, context) === 'userspace'
        ? debugExit(m, dr6.BD, cause)
        : raise(m, 1, dr6.BD)
    }
    case 'icebp': {
      v.rip = rules.icebpIp({ rip, length: instruction.length }, context)
      v.rflags &= ~flags.RF
      v.shadow = 'none'
      event.next = linearRip(m)
      m.current = null
      return rules.debugExceptionOwner({ control: v.control, cause: 'trap' }, context) === 'userspace'
        ? debugExit(m, 0n, 'trap')
        : raise(m, 1, null)
    }
    case 'breakpoint-exit':
      m.current = null
      return breakpointExit(m)
    case 'unsupported':
      m.current = null
      return {
        reason: 'internal-error',
        detail: `cannot execute the instruction at 0x${address.toString(16)}`,
      }
  }
}

/** The slots of the ideal hypervisor. */
export const idealSlots: Slots = { enterGuest, step, retire, takeTrap, deliver, completeAccess, perform }
