/** Decisions: which breakpoints and watchpoints match, and what a watchpoint may report. */
import { armArm } from '../../../model/citations.ts'
import {
  arrayOf,
  boolean,
  field,
  hex64,
  integer,
  nullable,
  oneOf,
  optional,
  record,
  withDefault,
} from '../../codec.ts'
import { decision, elField, matchOutputs, matchRecord } from './declare.ts'

const breakpoints = armArm('Breakpoint exceptions')
const watchpoints = armArm('Watchpoint exceptions')

export const stateMatch = decision({
  id: 'arm64/state-match',
  rule: 'stateMatch',
  meaning: 'Whether SSC, HMC and PMC (PAC of a watchpoint) allow an exception level, in Non-secure state.',
  inputs: {
    ssc: field(integer(0, 3), 'security state'),
    hmc: field(integer(0, 1), 'higher mode'),
    pmc: field(integer(0, 3), 'privilege mode: bit 0 EL1, bit 1 EL0'),
    el: elField,
  },
  outputs: matchOutputs,
  example: { ssc: 0, hmc: 0, pmc: 3, el: 1 },
  cites: [breakpoints],
  ask: (input, context) => matchRecord(context.rules.stateMatch(input, context)),
})

const linked = nullable(
  record({
    bcr: field(hex64, 'DBGBCR'),
    bvr: field(hex64, 'DBGBVR'),
    contextAware: field(boolean, 'its number is one of the highest, which can compare contexts'),
  }),
)

export const matchBreakpoint = decision({
  id: 'arm64/match-breakpoint',
  rule: 'matchBreakpoint',
  meaning: 'Whether a breakpoint matches an instruction.',
  inputs: {
    bcr: field(hex64, 'DBGBCR'),
    bvr: field(hex64, 'DBGBVR'),
    address: field(hex64, 'address of the instruction'),
    el: elField,
    contextId: withDefault(hex64, 0n, 'CONTEXTIDR_EL1'),
    linked: withDefault(linked, null, 'the breakpoint that DBGBCR.LBN names'),
  },
  outputs: matchOutputs,
  example: { bcr: '0x1e7', bvr: '0x40080000', address: '0x40080000', el: 1 },
  cites: [breakpoints],
  ask: (input, context) => matchRecord(context.rules.matchBreakpoint(input, context)),
})

const access = {
  wcr: field(hex64, 'DBGWCR'),
  wvr: field(hex64, 'DBGWVR'),
  address: field(hex64, 'address of the first byte accessed'),
  size: field(integer(1, 64), 'bytes accessed'),
  access: field(oneOf('read', 'write'), 'what it does'),
  el: elField,
  unprivileged: withDefault(boolean, false, 'LDTR or STTR'),
}
const accessExample = {
  wcr: '0x1fff',
  wvr: '0x40080000',
  address: '0x40080003',
  size: 4,
  access: 'write',
  el: 1,
}

export const matchWatchpoint = decision({
  id: 'arm64/match-watchpoint',
  rule: 'matchWatchpoint',
  meaning: 'Whether a watchpoint matches an access, and which addresses FAR may then have.',
  inputs: access,
  outputs: { ...matchOutputs, far: optional(arrayOf(hex64, 2, 2), 'the lowest and the highest one allowed') },
  example: accessExample,
  cites: [watchpoints],
  ask: (input, context) => {
    const answer = matchRecord(context.rules.matchWatchpoint(input, context))
    if (answer.matches === false) return answer
    const { lowest, highest } = context.rules.watchpointFar(input, context)
    return { ...answer, far: [lowest, highest] }
  },
})

export const watchpointFar = decision({
  id: 'arm64/watchpoint-far',
  rule: 'watchpointFar',
  meaning: 'The addresses that FAR may have for a watchpoint that matches an access.',
  inputs: access,
  outputs: { lowest: field(hex64, 'the lowest one'), highest: field(hex64, 'the highest one') },
  example: accessExample,
  cites: [armArm('Determining the memory location that caused a Watchpoint exception', 'recalled')],
  ask: (input, context) => context.rules.watchpointFar(input, context),
})
