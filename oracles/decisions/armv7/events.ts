/** Decisions: debug events. */
import { MOE } from '../../../model/armv7/registers.ts'
import { MODES } from '../../../model/armv7/rules/events.ts'
import { armv7Arm, onQemu, trm } from '../../../model/armv7/sources.ts'
import {
  boolean,
  type Codec,
  field,
  hex32,
  integer,
  Mismatch,
  nullable,
  oneOf,
  withDefault,
} from '../../codec.ts'
import { architectureField, decision, doubleLockField, hdcrField, osLockField } from './declare.ts'

const flow = onQemu('vector, syndrome and MOE of breakpoints, watchpoints and BKPT')
const causes = Object.keys(MOE) as (keyof typeof MOE)[]

const MATCHES = 'true, false or "unpredictable"'
const matchesCodec: Codec<boolean | 'unpredictable'> = {
  expects: MATCHES,
  decode: (json) => {
    if (typeof json === 'boolean' || json === 'unpredictable') return json
    throw new Mismatch('wrong-type', `expected ${MATCHES}`)
  },
  encode: (value) => value,
}
const matches = field(matchesCodec, '`unpredictable` where the manual says UNPREDICTABLE')
const linkedMatches = withDefault(
  boolean,
  false,
  'the breakpoint that LBN names compares equal; for linked types',
)

export const debugEvent = decision({
  id: 'armv7/debug-event',
  rule: 'debugEvent',
  meaning: 'What comes of a debug event: whether it is taken, where to, and what it leaves in MOE and HSR.',
  inputs: {
    event: field(oneOf(...causes), 'cause'),
    dscr: field(hex32, 'DBGDSCR: HDBGen and MDBGen are bits 14 and 15'),
    hdcr: hdcrField,
    osLock: osLockField,
    doubleLock: doubleLockField,
    from: withDefault(oneOf('pl0', 'pl1', 'hyp'), 'pl1', 'where it comes from'),
    dbgen: withDefault(boolean, true, 'the DBGEN signal'),
    architecture: architectureField,
    write: withDefault(boolean, false, 'the access of a watchpoint is a store'),
  },
  outputs: {
    taken: field(boolean, 'an exception is taken, or debug state entered'),
    to: field(nullable(oneOf('pl1', 'hyp', 'debug-state')), 'null where nothing is taken'),
    vector: field(
      nullable(oneOf('prefetch-abort', 'data-abort', 'hyp-trap', 'hyp-prefetch-abort')),
      '`hyp-trap` is at offset 0x14, `hyp-prefetch-abort` at 0xc of Hyp mode’s vectors',
    ),
    moe: field(nullable(integer(0, 15)), 'DBGDSCR.MOE afterwards'),
    hsr: field(nullable(hex32), 'of an exception that is taken to Hyp mode'),
  },
  choices: ['watchpointLength'],
  example: { event: 'breakpoint', dscr: '0x8000', hdcr: '0x0' },
  cites: [armv7Arm('Software debug events'), flow],
  ask: (input, context) => context.rules.debugEvent(input, context),
})

export const matchBreakpoint = decision({
  id: 'armv7/match-breakpoint',
  rule: 'matchBreakpoint',
  meaning: 'Whether a breakpoint matches an instruction.',
  inputs: {
    control: field(hex32, 'DBGBCR'),
    value: field(hex32, 'DBGBVR'),
    address: field(hex32, 'address of the instruction'),
    mode: withDefault(
      oneOf(...MODES),
      'supervisor',
      '`privileged`: a mode of PL1 beside Supervisor and System',
    ),
    thumb: withDefault(boolean, false, 'a Thumb instruction'),
    contextId: withDefault(hex32, 0, 'CONTEXTIDR'),
    linkedMatches,
  },
  outputs: { matches },
  choices: ['pmcZero'],
  example: { control: '0x1e7', value: '0x40080000', address: '0x40080000' },
  cites: [trm('Breakpoint Control Registers'), flow],
  ask: (input, context) => ({ matches: context.rules.matchBreakpoint(input, context) }),
})

export const matchWatchpoint = decision({
  id: 'armv7/match-watchpoint',
  rule: 'matchWatchpoint',
  meaning: 'Whether a watchpoint matches an access, and what DFAR is then.',
  inputs: {
    control: field(hex32, 'DBGWCR'),
    value: field(hex32, 'DBGWVR'),
    address: field(hex32, 'address of the first byte accessed'),
    size: field(integer(1, 64), 'bytes accessed'),
    access: field(oneOf('read', 'write'), 'load or store'),
    user: withDefault(boolean, false, 'by user mode, or by an unprivileged load or store'),
    hyp: withDefault(boolean, false, 'by Hyp mode'),
    linkedMatches,
  },
  outputs: { matches, far: field(nullable(hex32), 'the first watched byte of the access') },
  example: { control: '0x1ff', value: '0x40080200', address: '0x40080200', size: 4, access: 'write' },
  cites: [trm('Watchpoint Control Registers'), flow],
  ask: (input, context) => context.rules.matchWatchpoint(input, context),
})

export const faultStatus = decision({
  id: 'armv7/fault-status',
  rule: 'faultStatus',
  meaning:
    'IFSR or DFSR of a debug exception, and of an abort that the hypervisor injects for another reason.',
  inputs: {
    fault: field(oneOf('debug', 'external-abort'), 'what the guest gets'),
    lpae: withDefault(boolean, false, 'TTBCR.EAE'),
  },
  outputs: { fsr: field(hex32, 'IFSR or DFSR') },
  example: { fault: 'debug' },
  cites: [flow, trm('Instruction Fault Status Register')],
  ask: (input, context) => ({ fsr: context.rules.faultStatus(input, context) }),
})
