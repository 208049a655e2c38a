/**
 * What the guest itself owns, followed through a run independently of the machine: the value of its own debug
 * registers and of its own TF and RF as its instructions, its exceptions and the state interfaces leave them.
 */
import {
  type Action,
  flags,
  type GuestState,
  layOut,
  legaliseDr6,
  legaliseDr7,
  linearAddress,
  type Op,
  type Program,
  parseHex,
  type Run,
  type RunEvent,
} from '../../model/x86/index.ts'
import type { SegmentOf } from '../events.ts'

export { segments } from '../events.ts'

/** The guest's own registers as they must be before an event. */
export interface Own {
  db: readonly bigint[]
  dr6: bigint
  dr7: bigint
  tf: boolean
  /** `null` between two iterations of a REP instruction, where it is a choice. */
  rf: boolean | null
  /** An access of the guest waits for userspace: the instruction around it has not retired yet. */
  accessWaits: boolean
}

const features = (program: Program) => ({
  rtm: program.setup.rtm ?? false,
  busLockDetect: program.setup.busLockDetect ?? false,
})

/** DR6 without the difference that reserved bits make. */
export const normalDr6 = (value: bigint, program: Program): bigint => legaliseDr6(value, features(program))

const initial = (program: Program): Own => {
  const { setup } = program
  const { value } = layOut(program)
  const rflags = Number(parseHex(setup.rflags ?? '0x2'))
  return {
    db: [0, 1, 2, 3].map((i) => (setup.db?.[i] === undefined ? 0n : value(setup.db[i]))),
    dr6: parseHex(setup.dr6 ?? '0xffff0ff0'),
    dr7: parseHex(setup.dr7 ?? '0x400'),
    tf: (rflags & flags.TF) !== 0,
    rf: (rflags & flags.RF) !== 0,
    accessWaits: false,
  }
}

const afterAction = (own: Own, action: Action, program: Program): void => {
  const { value } = layOut(program)
  if (action.do === 'set-debug-registers') {
    if (action.db)
      own.db = [0, 1, 2, 3].map((i) => (action.db![i] === undefined ? 0n : value(action.db![i]!)))
    if (action.dr6 !== undefined) own.dr6 = parseHex(action.dr6)
    if (action.dr7 !== undefined) own.dr7 = parseHex(action.dr7)
  }
  if (action.do === 'set-registers' && action.rflags !== undefined) {
    const rflags = Number(parseHex(action.rflags))
    own.tf = (rflags & flags.TF) !== 0
    // An instruction that still has to retire clears RF when it does.
    own.rf = own.accessWaits ? null : (rflags & flags.RF) !== 0
  }
}

/** IRETD, and IRET as IRETQ; the 16 bits of IRET in real mode do not reach RF. */
const loadsRf = (op: Op, program: Program): boolean =>
  op === 'iretd' || (op === 'iret' && program.setup.mode === 'long')

/** Brings `own` past an event; an instruction changes it only when it retires. */
const advance = (own: Own, event: RunEvent, program: Program): void => {
  if (event.kind === 'exit') own.accessWaits = awaitsAnswer(event)
  if (event.kind === 'instruction' || event.kind === 'delivery') own.accessWaits = false
  switch (event.kind) {
    case 'action':
      if (event.result === 'ok') afterAction(own, event.action, program)
      return
    case 'guest-write': {
      if (event.result !== 'written') return
      const register = event.dr === 4 || event.dr === 5 ? event.dr + 2 : event.dr
      if (register === 6) own.dr6 = legaliseDr6(event.value, features(program))
      else if (register === 7) own.dr7 = legaliseDr7(event.value)
      else own.db = own.db.map((old, i) => (i === register ? event.value : old))
      return
    }
    case 'delivery':
      own.tf = false
      own.rf = false
      // How the causes get into DR6, and GD out of DR7, has properties of its own.
      own.dr6 = event.dr6
      own.dr7 = event.dr7
      return
    case 'instruction':
      if (event.next === null) return
      if (event.loadedFlags !== null) own.tf = (event.loadedFlags & flags.TF) !== 0
      own.rf = loadsRf(event.op, program) && ((event.loadedFlags ?? 0) & flags.RF) !== 0
      if (event.op.startsWith('rep-') && event.next === event.address) own.rf = null
  }
}

/**
 * Visits every event with what the guest owned before it. A visitor returns a sentence to stop. Instructions that
 * userspace helps to finish retire later than they begin: `own` then runs ahead of an exit for their access, which
 * is why TF and RF are looked at only where no access waits.
 */
export const visit = (
  run: Run,
  program: Program,
  visitor: (event: RunEvent, own: Readonly<Own>, index: number) => string | null,
): string | true => {
  const own = initial(program)
  for (const [index, event] of run.events.entries()) {
    const found = visitor(event, own, index)
    if (found !== null) return found
    advance(own, event, program)
  }
  return true
}

/** The part of a run between two exits. */
export type Segment = SegmentOf<RunEvent>

/** Whether an exit is for an access that the next run completes. */
export const awaitsAnswer = (exit: Segment['exit'] | null): boolean =>
  exit?.exit.reason === 'io' || exit?.exit.reason === 'mmio'

/** Linear address of the instruction at RIP. */
export const linearRip = ({ mode, csBase, rip }: GuestState): bigint => linearAddress({ mode, csBase, rip })
