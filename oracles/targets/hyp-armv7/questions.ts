/**
 * Decisions of the armv7 machine, asked of a CPU in Hyp mode: how each is carried out, and what of it QEMU's CPU cannot
 * tell. Each exclusion is a divergence of QEMU 7.2.22's cortex-a15 from the manual that was measured.
 */
import type { Arbitrary } from 'fast-check'
import { encode, hdcrLegal, REGISTER_NAMES, registerNamed } from '../../../model/armv7/index.ts'
import type { FastCheck } from '../../../properties/property.ts'
import type { JsonRecord } from '../../codec.ts'
import * as decisions from '../../decisions/armv7.ts'
import type { Decision } from '../../decisions/decision.ts'
import { ABSENT } from '../armv7/qemu-cpu.ts'
import { type Executed, type Hyp, MODE } from './hyp.ts'

/** What the target cannot tell, and why. */
export interface NotChecked {
  readonly notChecked: string
}

export interface Question {
  readonly decision: Decision
  /** Random inputs, most of which can be checked. */
  readonly inputs: (fc: FastCheck) => Arbitrary<JsonRecord>
  /** The answer of the CPU, as the decision writes its own. All records are sent before it waits for an answer. */
  readonly ask: (hyp: Hyp, input: JsonRecord) => Promise<JsonRecord | NotChecked>
}

/** The guest's code, and an address of its data. */
const CODE = 0x40080000
const HYP_CODE = 0x40081000
const DATA = 0x40080200

/** HDCR without a debug bit: HPMN is the number of counters. */
const NO_TRAPS = 0x6
const ALL_TRAPS = 0xe06

const WORDS = {
  nop: 0xe320f000,
  bkpt: 0xe1200070,
  ldr: 0xe5901000,
  str: 0xe5801000,
  ldrb: 0xe5d01000,
  strb: 0xe5c01000,
  ldrt: 0xe4b01000,
  strt: 0xe4a01000,
  /** MCR p15, 0, r0, c2, c0, 2. */
  writeTtbcr: 0xee020f50,
  /** MCR p15, 0, r0, c5, c0, 1. */
  writeIfsr: 0xee050f30,
  /** MCR p15, 4, r0, c1, c1, 1. */
  writeHdcr: 0xee810f31,
} as const
const EAE = 0x80000000
const KEY = 0xc5acce55

const hexOf = (value: number): string => `0x${(value >>> 0).toString(16).padStart(8, '0')}`
const number = (value: unknown, standard = 0): number =>
  typeof value === 'string' ? Number(value) : standard
const notChecked = (reason: string): NotChecked => ({ notChecked: reason })

/** Writes a debug register from Hyp mode, which no debug exception and no trap concerns. */
const write = (hyp: Hyp, to: string, value: number): void =>
  hyp.prepare(encode({ op: 'mcr', to, value: '0x0' }), value)

const setHdcr = (hyp: Hyp, value: number): void => hyp.prepare(WORDS.writeHdcr, value)

const REGISTERS = ['DBGBCR0', 'DBGBVR0', 'DBGWCR0', 'DBGWVR0', 'DBGDSCRext', 'DBGOSLAR', 'DBGOSDLR']

/** What every question begins with: nothing armed, nothing locked, no traps. */
const reset = (hyp: Hyp): void => {
  setHdcr(hyp, NO_TRAPS)
  for (const register of REGISTERS) write(hyp, register, 0)
}

const legal = (hdcr: number): boolean => hdcrLegal({ hdcr })
const ILLEGAL = 'QEMU accepts every value of HDCR: illegal ones are not compared'

const UNDEFINED_VECTOR = 1
const PREFETCH_VECTOR = 3
const DATA_VECTOR = 4
const HYP_TRAP_VECTOR = 5

const accessWord = (register: string, direction: unknown, rt: number): number => {
  const word = encode(
    direction === 'read' ? { op: 'mrc', from: register } : { op: 'mcr', to: register, value: '0x0' },
  )
  return (word | (rt << 12)) >>> 0
}

const HDCR = [0x6, 0x406, 0x806, 0xc06, 0xe06, 0xf06]

/** Registers of which every number is as likely as any other, and the lone ones more often. */
const registerInputs = (fc: FastCheck): Arbitrary<string> => {
  const known = REGISTER_NAMES.filter((name) => !ABSENT.test(name))
  const lone = known.filter((name) => registerNamed(name)?.index === null)
  const ofOtherBits = lone.filter((name) => registerNamed(name)?.row.trap !== 'TDA')
  const groups = [known, lone, ofOtherBits, REGISTER_NAMES]
  return fc.oneof(...groups.map((names) => fc.constantFrom(...names)))
}

const routing: Question = {
  decision: decisions.routeAccess,
  inputs: (fc) =>
    fc.record({
      register: registerInputs(fc),
      direction: fc.constantFrom('read', 'write'),
      privilege: fc.constantFrom('pl1', 'pl1', 'pl0'),
      hdcr: fc.constantFrom(...HDCR.map((value) => hexOf(value))),
      transfer: fc.constantFrom('register', 'register', 'register', 'register', 'register', 'pair', 'memory'),
      udccDisabled: fc.boolean(),
      osLock: fc.boolean(),
    }),
  ask: async (hyp, input) => {
    const { register, direction, privilege, transfer = 'register', architecture = 'v7.1' } = input
    const name = String(register)
    const hdcr = number(input.hdcr)
    if (!legal(hdcr)) return notChecked(ILLEGAL)
    if (architecture !== 'v7.1') return notChecked('the CPU has v7.1 Debug')
    if (transfer === 'pair') return notChecked('QEMU does not trap the 64-bit forms of DBGDRAR and DBGDSAR')
    if (transfer === 'memory' || ABSENT.test(name))
      return notChecked('QEMU has neither the communication channel nor the registers beside it')
    if (privilege === 'pl0' && name === 'DBGDSCRint')
      return notChecked('QEMU: DBGDSCRint is UNDEFINED from user mode whatever UDCCdis is')
    reset(hyp)
    if (input.udccDisabled === true) write(hyp, 'DBGDSCRext', 0x1000)
    if (input.osLock === true) write(hyp, 'DBGOSLAR', KEY)
    setHdcr(hyp, hdcr)
    const mode = privilege === 'pl0' ? MODE.user : MODE.supervisor
    const done = await hyp.execute(accessWord(name, direction, 0), mode)
    const outcome =
      done.trap !== null ? 'hyp-trap' : done.guestVector === UNDEFINED_VECTOR ? 'undefined' : 'direct'
    return { outcome }
  },
}

const syndrome: Question = {
  decision: decisions.accessSyndrome,
  inputs: (fc) =>
    fc.record({
      register: registerInputs(fc),
      direction: fc.constantFrom('read', 'write'),
      transfer: fc.constantFrom('register', 'register', 'register', 'register', 'pair'),
      rt: fc.nat({ max: 15 }),
    }),
  ask: async (hyp, input) => {
    const { register, direction, transfer = 'register', rt = 0 } = input
    if (transfer !== 'register') return notChecked('QEMU traps neither MRRC nor LDC and STC of CP14')
    if (rt === 15 && direction === 'write') return notChecked('MCR of the PC is UNPREDICTABLE')
    reset(hyp)
    setHdcr(hyp, ALL_TRAPS)
    const done = await hyp.execute(accessWord(String(register), direction, Number(rt)), MODE.supervisor)
    return done.trap === null
      ? notChecked('an access that is UNDEFINED has no syndrome')
      : { hsr: hexOf(done.trap) }
  },
}

const VECTORS: { readonly [vector: number]: string } = {
  [PREFETCH_VECTOR]: 'prefetch-abort',
  [DATA_VECTOR]: 'data-abort',
}

const moeOf = ({ dscr }: Executed): number => (dscr >>> 2) & 0xf

const events: Question = {
  decision: decisions.debugEvent,
  inputs: (fc) =>
    fc.record({
      event: fc.constantFrom(
        'breakpoint',
        'watchpoint',
        'bkpt',
        'breakpoint',
        'watchpoint',
        'bkpt',
        'vector-catch',
      ),
      dscr: fc.constantFrom('0x00000000', '0x00008000', '0x00008000', '0x0000c000'),
      hdcr: fc.constantFrom(...[...HDCR, 0xf06, 0xf06].map((value) => hexOf(value))),
      osLock: fc.constantFrom(false, false, false, true),
      doubleLock: fc.constantFrom(false, false, true),
      from: fc.constantFrom('pl0', 'pl1', 'hyp'),
      write: fc.boolean(),
    }),
  ask: async (hyp, input) => {
    const { event, from = 'pl1', write: store = false, osLock = false, doubleLock = false } = input
    const { dbgen = true, architecture = 'v7.1' } = input
    const dscr = number(input.dscr)
    const hdcr = number(input.hdcr)
    if (!legal(hdcr)) return notChecked(ILLEGAL)
    if (architecture !== 'v7.1') return notChecked('the CPU has v7.1 Debug')
    if (dbgen !== true) return notChecked('QEMU has no DBGEN signal')
    if ((dscr & 0x4000) !== 0) return notChecked('QEMU stores HDBGen and never halts')
    if (event === 'vector-catch') return notChecked('QEMU: a write to DBGVCR is lost')
    if (event === 'asynchronous-watchpoint') return notChecked('QEMU’s watchpoints are synchronous')
    if (osLock === true && event !== 'bkpt')
      return notChecked('QEMU tests bit 0 of OSLSR: the OS lock suppresses nothing')
    const mode = from === 'pl0' ? MODE.user : from === 'pl1' ? MODE.supervisor : MODE.hyp
    reset(hyp)
    if (event === 'breakpoint') {
      write(hyp, 'DBGBVR0', mode === MODE.hyp ? HYP_CODE : CODE)
      write(hyp, 'DBGBCR0', 0x1e7)
    }
    if (event === 'watchpoint') {
      write(hyp, 'DBGWVR0', DATA)
      write(hyp, 'DBGWCR0', 0x1ff)
    }
    write(hyp, 'DBGDSCRext', dscr & 0x8000)
    if (doubleLock === true) write(hyp, 'DBGOSDLR', 1)
    if (osLock === true) write(hyp, 'DBGOSLAR', KEY)
    setHdcr(hyp, hdcr)
    const word =
      event === 'bkpt'
        ? WORDS.bkpt
        : event === 'breakpoint'
          ? WORDS.nop
          : store === true
            ? WORDS.str
            : WORDS.ldr
    const done = await hyp.execute(word, mode, DATA)
    const moe = moeOf(done)
    const guest = done.guestVector === null ? undefined : VECTORS[done.guestVector]
    if (guest !== undefined) return { taken: true, to: 'pl1', vector: guest, moe, hsr: null }
    if (done.vector === null) return { taken: false, to: null, vector: null, moe: null, hsr: null }
    const vector = done.vector === HYP_TRAP_VECTOR ? 'hyp-trap' : 'hyp-prefetch-abort'
    return { taken: true, to: 'hyp', vector, moe, hsr: hexOf(done.hsr) }
  },
}

/** Modes in which an instruction can be executed. */
const MODES: { readonly [name: string]: number } = {
  user: MODE.user,
  supervisor: MODE.supervisor,
  system: MODE.system,
  privileged: MODE.irq,
  hyp: MODE.hyp,
}

const SPAN = 0x40

const breakpoints: Question = {
  decision: decisions.matchBreakpoint,
  inputs: (fc) =>
    fc
      .record({
        enabled: fc.constantFrom(1, 1, 1, 0),
        pmc: fc.constantFrom(0, 1, 2, 3, 3),
        bas: fc.constantFrom(15, 15, 15, 15, 3),
        type: fc.constantFrom(0, 0, 0, 0, 0, 4),
        offset: fc.constantFrom(-4, 0, 0, 0, 4),
        base: fc.nat({ max: 15 }),
        mode: fc.constantFrom(...Object.keys(MODES)),
      })
      .map(({ enabled, pmc, bas, type, offset, base, mode }) => ({
        control: hexOf(type * 0x100000 + bas * 0x20 + pmc * 2 + enabled),
        value: hexOf(CODE + 4 * base),
        address: hexOf(CODE + 4 * base + offset),
        mode,
      })),
  ask: async (hyp, input) => {
    const { mode = 'supervisor', thumb = false } = input
    const [control, value, address] = [input.control, input.value, input.address].map((each) => number(each))
    const fields = { pmc: (control! >> 1) & 3, bas: (control! >> 5) & 15, rest: control! & ~0x1e7 }
    if (fields.rest !== 0) return notChecked('QEMU has neither mismatch nor context breakpoints')
    if (fields.pmc === 0) return notChecked('QEMU never matches PMC = 0')
    if (fields.bas !== 15) return notChecked('QEMU widens or narrows byte address selects')
    if (thumb === true) return notChecked('only A32 instructions are executed')
    const delta = value! - address!
    if (address! % 4 !== 0 || value! % 4 !== 0 || Math.abs(delta) > SPAN)
      return notChecked('addresses of A32 instructions near each other are executed')
    reset(hyp)
    const isHyp = mode === 'hyp'
    write(hyp, 'DBGBVR0', (isHyp ? HYP_CODE : CODE) + delta)
    write(hyp, 'DBGBCR0', control!)
    write(hyp, 'DBGDSCRext', 0x8000)
    const done = await hyp.execute(WORDS.nop, MODES[String(mode)]!)
    // A breakpoint on the terminator behind the instruction is taken too: it is told by its return address alone.
    if (delta === 4) return notChecked('the instruction behind ends what is executed')
    return { matches: done.guestVector === PREFETCH_VECTOR }
  },
}

const watchpoints: Question = {
  decision: decisions.matchWatchpoint,
  inputs: (fc) =>
    fc
      .record({
        enabled: fc.constantFrom(1, 1, 1, 0),
        pac: fc.constantFrom(0, 1, 2, 3, 3, 3),
        lsc: fc.constantFrom(0, 1, 2, 3, 3, 3),
        bas: fc.constantFrom(0xf, 0xff, 1, 2, 4, 8, 0xc, 0xf0, 0x30),
        mask: fc.constantFrom(0, 0, 0, 3, 4, 5),
        offset: fc.nat({ max: 11 }),
        size: fc.constantFrom(1, 4, 4, 2),
        access: fc.constantFrom('read', 'write'),
        user: fc.boolean(),
        hyp: fc.constantFrom(false, false, false, false, false, true),
      })
      .map(({ enabled, pac, lsc, bas, mask, offset, size, access, user, hyp }) => ({
        control: hexOf(mask * 0x1000000 + (mask === 0 ? bas : 0xff) * 0x20 + lsc * 8 + pac * 2 + enabled),
        value: hexOf(DATA),
        address: hexOf(DATA + (size === 1 ? offset : offset & ~3)),
        size,
        access,
        user,
        hyp,
      })),
  ask: async (hyp, input) => {
    const { size, access, user = false, hyp: inHyp = false } = input
    const [control, value, address] = [input.control, input.value, input.address].map((each) => number(each))
    const mask = control! >>> 24
    if ((control! & 0x1fe000) !== 0) return notChecked('linked watchpoints, HMC and SSC are not set up')
    if (mask !== 0 && (mask < 3 || mask > 6 || ((control! >> 5) & 0xff) !== 0xff))
      return notChecked('an address mask of fewer than 8 bytes, or with byte selects, is UNPREDICTABLE')
    if (size !== 1 && size !== 4) return notChecked('bytes and words are accessed')
    if (address! % Number(size) !== 0) return notChecked('only aligned accesses are made')
    const delta = address! - value!
    if (Math.abs(delta) > SPAN) return notChecked('only addresses near each other are tried')
    reset(hyp)
    const at = DATA + (value! % SPAN)
    write(hyp, 'DBGWVR0', at)
    write(hyp, 'DBGWCR0', control!)
    write(hyp, 'DBGDSCRext', 0x8000)
    const load = access === 'read'
    // An unprivileged access from Supervisor mode counts as user mode's; there is one for words alone here.
    const unprivileged = user === true && size === 4 && delta % 8 === 4
    const word =
      size === 1
        ? load
          ? WORDS.ldrb
          : WORDS.strb
        : unprivileged && inHyp !== true
          ? load
            ? WORDS.ldrt
            : WORDS.strt
          : load
            ? WORDS.ldr
            : WORDS.str
    const mode = inHyp === true ? MODE.hyp : user === true && !unprivileged ? MODE.user : MODE.supervisor
    const done = await hyp.execute(word, mode, at + delta)
    const matches = done.guestVector === DATA_VECTOR
    return { matches, far: matches ? hexOf(done.dfar - at + value!) : null }
  },
}

const faults: Question = {
  decision: decisions.faultStatus,
  inputs: (fc) =>
    fc.record({ fault: fc.constantFrom('debug', 'debug', 'external-abort'), lpae: fc.boolean() }),
  ask: async (hyp, { fault, lpae = false }) => {
    if (fault !== 'debug') return notChecked('the hypervisor’s own injection is not the CPU’s')
    reset(hyp)
    hyp.prepare(WORDS.writeTtbcr, lpae === true ? EAE : 0)
    hyp.prepare(WORDS.writeIfsr, 0)
    const done = hyp.execute(WORDS.bkpt, MODE.supervisor)
    hyp.prepare(WORDS.writeTtbcr, 0)
    return { fsr: hexOf((await done).ifsr) }
  },
}

/** Everything that is asked. */
export const questions: readonly Question[] = [routing, syndrome, events, breakpoints, watchpoints, faults]
