/** Decisions: breakpoints and watchpoints at entry, at exit, and on the way into the CPU. */
import { NO_PAIRS } from '../../../model/armv7/registers.ts'
import { armv7Thread, hwBreakpointC, trm } from '../../../model/armv7/sources.ts'
import { arrayOf, field, hex32, oneOf, record } from '../../codec.ts'
import { decision, monitorModeField, pair, pairs, registerName } from './declare.ts'

const none = {
  breakpoints: NO_PAIRS.breakpoints.map(() => ({ value: '0x0', control: '0x0' })),
  watchpoints: NO_PAIRS.watchpoints.map(() => ({ value: '0x0', control: '0x0' })),
}
const one = {
  ...none,
  breakpoints: [{ value: '0x40080000', control: '0x1e7' }, ...none.breakpoints.slice(1)],
}

export const sanitisePair = decision({
  id: 'armv7/sanitise-pair',
  rule: 'sanitisePair',
  meaning: 'What the CPU gets of a breakpoint or watchpoint register that the guest writes.',
  inputs: {
    register: field(oneOf('DBGBVR', 'DBGBCR', 'DBGWVR', 'DBGWCR'), 'of any number'),
    value: field(hex32, 'what the guest writes'),
  },
  outputs: { value: field(hex32, 'what the CPU gets') },
  example: { register: 'DBGBCR', value: '0x21e7' },
  cites: [trm('Breakpoint Control Registers'), armv7Thread.conclusion],
  ask: (input, context) => ({ value: context.rules.sanitisePair(input, context) }),
})

export const pairsInForce = decision({
  id: 'armv7/pairs-in-force',
  rule: 'pairsInForce',
  meaning: 'The breakpoints and watchpoints that the CPU gets at guest entry.',
  inputs: {
    monitorMode: monitorModeField,
    guest: field(pairs, 'the guest’s own'),
    hardware: field(pairs, 'what the CPU holds'),
  },
  outputs: { pairs: field(pairs, 'what the CPU gets') },
  choices: ['monitorModeGate'],
  example: { monitorMode: true, guest: one, hardware: none },
  cites: [armv7Thread.conclusion],
  ask: (input, context) => ({ pairs: context.rules.pairsInForce(input, context) }),
})

export const pairsAfterExit = decision({
  id: 'armv7/pairs-after-exit',
  rule: 'pairsAfterExit',
  meaning: 'The breakpoints and watchpoints that the CPU gets before the host runs on.',
  inputs: {
    before: field(pairs, 'what the CPU held before the entry'),
    hardware: field(pairs, 'what it holds now'),
  },
  outputs: { pairs: field(pairs, 'what the CPU gets') },
  choices: ['pairsAfterExit'],
  example: { before: none, hardware: one },
  cites: [armv7Thread.conclusion],
  ask: (input, context) => ({ pairs: context.rules.pairsAfterExit(input, context) }),
})

const write = record({
  half: field(oneOf('value', 'control'), 'address or control register'),
  value: field(hex32, 'what is written'),
})

export const pairWrites = decision({
  id: 'armv7/pair-writes',
  rule: 'pairWrites',
  meaning: 'The writes that change one breakpoint or watchpoint of the CPU, in order.',
  inputs: { from: field(pair, 'what the CPU holds'), to: field(pair, 'what it is to hold') },
  outputs: {
    writes: field(arrayOf(write, 0, 3), 'in order'),
  },
  example: {
    from: { value: '0x1000', control: '0x1e7' },
    to: { value: '0x2000', control: '0x1e7' },
  },
  cites: [hwBreakpointC],
  ask: (input, context) => ({ writes: context.rules.pairWrites(input, context) }),
})

export const shadowSlot = decision({
  id: 'armv7/shadow-slot',
  rule: 'shadowSlot',
  meaning: 'The register under whose name a hypervisor keeps the shadow of another one.',
  inputs: { register: field(registerName, 'CP14 debug register') },
  outputs: { slot: field(registerName, 'the register that it is kept as') },
  example: { register: 'DBGDSCRint' },
  cites: [trm('Debug register summary')],
  ask: (input, context) => ({ slot: context.rules.shadowSlot(input, context) }),
})
