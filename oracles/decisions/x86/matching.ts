/** Decisions: which breakpoint registers an access matches. */
import { sdm } from '../../../model/citations.ts'
import { boolean, field, fourAddresses, hex64, integer, oneOf } from '../../codec.ts'
import { dbAt, decision } from './declare.ts'

const registers = {
  dr7: field(hex64, 'the DR7 that is compared; its upper half is ignored'),
  db: field(fourAddresses, 'DR0–DR3'),
}
const mask = integer(0, 15)
const hits = {
  hits: field(mask, 'slots that must hit: bit n stands for DRn'),
  mayHit: field(mask, 'those, and the slots whose encoding the manual leaves undefined'),
}

export const matchCodeBreakpoints = decision({
  id: 'x86/match-code-breakpoints',
  rule: 'matchCodeBreakpoints',
  meaning: 'Which code breakpoints match the linear address of an instruction.',
  inputs: { ...registers, address: field(hex64, 'linear address of the instruction’s first byte') },
  outputs: hits,
  example: { dr7: '0x402', db: dbAt('0x1002'), address: '0x1002' },
  cites: [sdm('Breakpoint Field Recognition'), sdm('Instruction-Breakpoint Exception Condition')],
  ask: (input, context) => context.rules.matchCodeBreakpoints(input, context),
})

export const matchDataBreakpoints = decision({
  id: 'x86/match-data-breakpoints',
  rule: 'matchDataBreakpoints',
  meaning: 'Which data breakpoints match an access to memory; a read-modify-write makes both accesses.',
  inputs: {
    ...registers,
    address: field(hex64, 'linear address of the first byte accessed'),
    size: field(integer(1, 4096), 'bytes accessed'),
    access: field(oneOf('read', 'write'), 'whether it reads or writes'),
  },
  outputs: hits,
  example: { dr7: '0xd0001', db: dbAt('0x2000'), address: '0x2003', size: 4, access: 'write' },
  cites: [sdm('Breakpoint Field Recognition'), sdm('Data Memory and I/O Breakpoint Exception Conditions')],
  ask: (input, context) => context.rules.matchDataBreakpoints(input, context),
})

export const matchIoBreakpoints = decision({
  id: 'x86/match-io-breakpoints',
  rule: 'matchIoBreakpoints',
  meaning: 'Which I/O breakpoints match an access to a port.',
  inputs: {
    ...registers,
    port: field(integer(0, 0xffff), 'first port accessed'),
    size: field(oneOf(1, 2, 4), 'bytes accessed'),
    cr4De: field(boolean, 'CR4.DE: without it the encoding is undefined'),
  },
  outputs: hits,
  example: { dr7: '0x20001', db: dbAt('0x10'), port: 16, size: 1, cr4De: true },
  cites: [sdm('Breakpoint Field Recognition'), sdm('Data Memory and I/O Breakpoint Exception Conditions')],
  ask: (input, context) => context.rules.matchIoBreakpoints(input, context),
})
