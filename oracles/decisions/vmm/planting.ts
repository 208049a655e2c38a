/** Decisions: software breakpoints in guest memory, and several vCPUs. */
import { api, threads } from '../../../model/citations.ts'
import { BREAKPOINT_KINDS } from '../../../model/vmm/program.ts'
import { arrayOf, boolean, field, hex64, integer, nullable, oneOf, record, withDefault } from '../../codec.ts'
import { count, decision, guestField, MOST, memoryBytes, stop, trapBytes, trapField } from './declare.ts'

const guestDebug = api('KVM_SET_GUEST_DEBUG')

export const unplant = decision({
  id: 'vmm/unplant',
  rule: 'unplant',
  meaning: 'What becomes of a planted site when its breakpoint is removed.',
  inputs: {
    saved: field(trapBytes, 'what the trap instruction was written over'),
    current: field(nullable(trapBytes), 'what guest memory holds there now; null if it cannot be read'),
    trap: trapField,
    guestWrote: withDefault(boolean, false, 'the guest is known to have written there since'),
  },
  outputs: {
    result: field(
      oneOf('ok', 'refused'),
      'whether the breakpoint is gone, or stays and the debugger is told',
    ),
    restore: field(nullable(trapBytes), 'what is written; null if memory stays as it is'),
  },
  choices: ['overwrittenSite'],
  example: { saved: '90', current: 'cc', trap: 'cc' },
  cites: [guestDebug],
  ask: (input, context) => context.rules.unplant(input, context),
})

export const removeUse = decision({
  id: 'vmm/remove-use',
  rule: 'removeUse',
  meaning: 'Whether removing a software breakpoint takes its trap instruction away.',
  inputs: { uses: field(count, 'how often it was inserted and not removed') },
  outputs: {
    result: field(oneOf('ok', 'absent'), 'what becomes of the request'),
    uses: field(count, 'how often it is inserted afterwards'),
    unplant: field(boolean, 'the trap instruction is taken away'),
  },
  example: { uses: 2 },
  cites: [guestDebug],
  ask: (input, context) => context.rules.removeUse(input, context),
})

const planted = record({
  address: field(hex64, 'where it lies'),
  saved: field(trapBytes, 'what the trap instruction was written over'),
  uses: field(count, 'how often it was inserted and not removed'),
})
const memory = {
  address: field(hex64, 'of the first byte'),
  planted: field(arrayOf(planted, 0, MOST), 'the software breakpoints'),
  trap: trapField,
}

export const memoryShown = decision({
  id: 'vmm/memory-shown',
  rule: 'memoryShown',
  meaning: 'What the debugger reads of guest memory, planted sites among it.',
  inputs: { ...memory, bytes: field(memoryBytes, 'what guest memory holds') },
  outputs: { bytes: field(memoryBytes, 'what is shown') },
  example: {
    address: '0x1000',
    bytes: '90cc90',
    planted: [{ address: '0x1001', saved: '55', uses: 1 }],
    trap: 'cc',
  },
  cites: [threads.softwareBreakpointOwner],
  ask: (input, context) => ({ bytes: context.rules.memoryShown(input, context) }),
})

export const memoryWritten = decision({
  id: 'vmm/memory-written',
  rule: 'memoryWritten',
  meaning: 'What a write of the debugger does to guest memory and to the bytes saved under its breakpoints.',
  inputs: { ...memory, bytes: field(memoryBytes, 'what is written') },
  outputs: {
    memory: field(memoryBytes, 'what goes to guest memory'),
    saved: field(arrayOf(trapBytes, 0, MOST), 'the saved bytes of each breakpoint afterwards'),
  },
  example: {
    address: '0x1000',
    bytes: '909190',
    planted: [{ address: '0x1001', saved: '55', uses: 1 }],
    trap: 'cc',
  },
  cites: [threads.softwareBreakpointOwner],
  ask: (input, context) => context.rules.memoryWritten(input, context),
})

const inserted = record({
  kind: field(oneOf(...BREAKPOINT_KINDS), 'what it is'),
  address: field(hex64, 'where it lies'),
  length: field(integer(0, 0xffff_ffff), 'bytes watched'),
})

export const stepOver = decision({
  id: 'vmm/step-over',
  rule: 'stepOver',
  meaning: 'The breakpoints that the debugger removes before a step over them, and inserts again after it.',
  inputs: {
    guest: guestField,
    pc: field(hex64, 'where the guest stands'),
    inserted: field(arrayOf(inserted, 0, MOST), 'the debugger’s breakpoints'),
    stop: field(nullable(stop), 'why the guest stands; null before it has run'),
  },
  outputs: { removed: field(arrayOf(inserted, 0, MOST), 'those that are removed') },
  example: {
    guest: 'x86',
    pc: '0x1000',
    inserted: [{ kind: 'software', address: '0x1000', length: 1 }],
    stop: { reason: 'software-breakpoint', address: '0x1000' },
  },
  cites: [guestDebug],
  ask: (input, context) => ({ removed: context.rules.stepOver(input, context) }),
})

const vcpu = integer(0, MOST - 1)

export const updateVcpus = decision({
  id: 'vmm/update-vcpus',
  rule: 'updateVcpus',
  meaning: 'The settings of all vCPUs after a change that some of them refuse.',
  inputs: {
    inForce: field(arrayOf(count, 1, MOST), 'settings in force on each, by any number'),
    wanted: field(count, 'the new ones'),
    failing: field(arrayOf(vcpu, 0, MOST), 'those that refuse'),
  },
  outputs: {
    result: field(oneOf('ok', 'refused'), 'what the debugger is told'),
    inForce: field(arrayOf(count, 1, MOST), 'settings in force afterwards'),
  },
  example: { inForce: [1, 1], wanted: 2, failing: [1] },
  cites: [guestDebug],
  ask: (input, context) => context.rules.updateVcpus(input, context),
})

export const vcpusResumed = decision({
  id: 'vmm/vcpus-resumed',
  rule: 'vcpusResumed',
  meaning: 'The vCPUs that run when the debugger continues, steps, or steps over a breakpoint.',
  inputs: {
    vcpus: field(integer(1, MOST), 'how many there are'),
    stepped: field(nullable(vcpu), 'the one that is stepped; null to continue'),
    steppingOver: field(boolean, 'a breakpoint is away so that the step gets past it'),
  },
  outputs: { running: field(arrayOf(vcpu, 0, MOST), 'those that run') },
  example: { vcpus: 2, stepped: 0, steppingOver: true },
  cites: [guestDebug],
  ask: (input, context) => ({ running: context.rules.vcpusResumed(input, context) }),
})
