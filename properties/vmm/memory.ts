/**
 * Planted sites: what comes back when a breakpoint goes, and what is left behind.
 */
import type { Arbitrary } from 'fast-check'
import { shortHex } from '../../model/bits.ts'
import { api, threads } from '../../model/citations.ts'
import type { Planted, Program, Run, UnplantInput } from '../../model/vmm/index.ts'
import { ofKind } from '../events.ts'
import type { FastCheck, Property } from '../property.ts'
import { requestOf, writesMemory } from './history.ts'
import { property, ruleProperty, type Vmm } from './types.ts'

const TRAPS = ['cc', '000020d4'] as const
const OTHER = { cc: '90', '000020d4': '1f2003d5' } as const

const sites = (fc: FastCheck): Arbitrary<UnplantInput> =>
  fc
    .record({
      trap: fc.constantFrom(...TRAPS),
      now: fc.constantFrom('trap', 'other', 'unmapped', 'saved'),
      savedIsTrap: fc.boolean(),
      guestWrote: fc.boolean(),
    })
    .map(({ trap, now, savedIsTrap, guestWrote }) => {
      const saved = savedIsTrap ? trap : OTHER[trap]
      const other = trap === 'cc' ? '55' : 'e00020d4'
      const current = { trap, other, unmapped: null, saved }[now]!
      return { saved, trap, current: now === 'unmapped' ? null : current, guestWrote }
    })

const neverStale = ruleProperty({
  id: 'vmm/unplant-is-never-stale',
  layer: 'abi',
  statement:
    'When a software breakpoint goes, the saved bytes are written over the trap instruction and over nothing else; where that is not done the debugger is told or the breakpoint is gone.',
  cites: [api('KVM_SET_GUEST_DEBUG')],
  rule: 'unplant',
  inputs: sites,
  holds: ({ restore }, { saved, current, trap, guestWrote }) => {
    if (current !== trap) return restore === null || `${restore} over ${current}`
    return guestWrote || restore === saved || 'the trap instruction stays'
  },
})

const guestsTrap = ruleProperty({
  id: 'vmm/guest-keeps-its-own-trap',
  layer: 'policy',
  statement:
    'A trap instruction that the guest itself wrote over a breakpoint of the debugger stays when that goes.',
  cites: [api('KVM_SET_GUEST_DEBUG')],
  rule: 'unplant',
  inputs: sites,
  witness: ({ guestWrote }) => guestWrote,
  holds: ({ restore }, { guestWrote }) => !guestWrote || restore === null || `${restore} is written over it`,
})

interface View {
  readonly address: bigint
  readonly bytes: string
  readonly planted: readonly Planted[]
  readonly trap: string
}

/** Memory around one site, read or written from before it to behind it. */
const views = (fc: FastCheck): Arbitrary<View> =>
  fc
    .record({
      trap: fc.constantFrom(...TRAPS),
      before: fc.nat({ max: 2 }),
      behind: fc.nat({ max: 2 }),
      planted: fc.boolean(),
    })
    .map(({ trap, before, behind, planted }) => ({
      address: 0x1000n - BigInt(before),
      bytes: '11'.repeat(before) + trap + '22'.repeat(behind),
      planted: planted ? [{ address: 0x1000n, saved: OTHER[trap], uses: 1 }] : [],
      trap,
    }))

const shown = ruleProperty({
  id: 'vmm/debugger-reads-the-original-bytes',
  layer: 'policy',
  statement: 'The debugger reads what the guest has under a breakpoint, not the trap instruction.',
  cites: [threads.softwareBreakpointOwner],
  rule: 'memoryShown',
  inputs: views,
  witness: ({ planted }) => planted.length > 0,
  holds: (bytes, { planted, bytes: memory, trap }) => {
    const expected = planted.reduce((text, { saved }) => text.replace(trap, saved), memory)
    return bytes === expected || `${bytes}, expected ${expected}`
  },
})

const written = ruleProperty({
  id: 'vmm/debugger-writes-under-its-breakpoints',
  layer: 'policy',
  statement:
    'What the debugger writes under a breakpoint of its own is there once that goes, and the breakpoint stays armed.',
  cites: [threads.softwareBreakpointOwner],
  rule: 'memoryWritten',
  inputs: (fc) =>
    views(fc).map((view) => ({ ...view, bytes: view.bytes.replace(view.trap, OTHER[view.trap as 'cc']) })),
  witness: ({ planted }) => planted.length > 0,
  holds: ({ memory, saved }, { bytes, planted, trap }) => {
    if (planted.length === 0) return memory === bytes || `${memory} is written`
    const expected = bytes.replace(OTHER[trap as 'cc'], trap)
    return (
      (memory === expected && saved[0] === OTHER[trap as 'cc']) || `${memory} is written, ${saved[0]} saved`
    )
  },
})

const usesCount = ruleProperty({
  id: 'vmm/inserted-twice-removed-twice',
  layer: 'abi',
  statement: 'A breakpoint that was inserted several times stays until it was removed as often.',
  cites: [api('KVM_SET_GUEST_DEBUG')],
  rule: 'removeUse',
  inputs: (fc) => fc.record({ uses: fc.nat({ max: 3 }) }),
  holds: ({ result, uses: left, unplant }, { uses }) => {
    if (uses === 0) return (result === 'absent' && !unplant) || 'what is not there is removed'
    if (result !== 'ok' || left !== uses - 1) return `${result}, ${left} of ${uses} left`
    return unplant === (left === 0) || (unplant ? 'the trap instruction is taken away too early' : 'it stays')
  },
})

const bytesAt = (program: Program): Set<bigint> =>
  new Set(
    program.script.flat().flatMap((command) => {
      if (command.do !== 'insert' || command.kind !== 'software') return []
      return [requestOf(program, command).address]
    }),
  )

const nothingLeft = property({
  id: 'vmm/detach-leaves-nothing',
  layer: 'abi',
  statement:
    'After detach guest debugging is off and no trap instruction of the debugger is left: the last thing written to each site is what was there before.',
  cites: [api('KVM_SET_GUEST_DEBUG')],
  programs: 'software',
  witness: (run) =>
    ofKind(run, 'command').some(({ command, reply }) => command.do === 'insert' && reply === 'OK'),
  holds: (run, program) => {
    const left = ofKind(run, 'resume').some(({ how }) => how === 'detach')
    if (!left || writesMemory(program)) return true
    const sitesOf = bytesAt(program)
    const first = new Map<bigint, string>()
    const last = new Map<bigint, string>()
    let control = 0
    for (const event of run.events) {
      if (event.kind !== 'machine' || event.event.kind !== 'action') continue
      const { action } = event.event
      if (action.do === 'set-guest-debug') control = Number(action.control)
      if (action.do !== 'write-memory' || !sitesOf.has(BigInt(String(action.at)))) continue
      const at = BigInt(String(action.at))
      if (!first.has(at)) first.set(at, action.bytes)
      last.set(at, action.bytes)
    }
    if (control !== 0) return `control 0x${control.toString(16)} stays in force`
    // Where the guest wrote in between, or has a trap instruction of its own, the trap may be the last thing written.
    const own = new Set(program.code.flatMap(({ op }) => (op === 'int3' || op === 'brk' ? [op] : [])))
    if (own.size > 0 || guestWritesSites(run, sitesOf)) return true
    for (const [at, bytes] of last) if (bytes === first.get(at)) return `${bytes} stays at ${shortHex(at)}`
    return true
  },
})

/** Whether the guest writes to one of some sites. */
const guestWritesSites = (run: Run, sitesOf: ReadonlySet<bigint>): boolean =>
  run.events.some((event) => {
    if (event.kind !== 'machine' || event.event.kind !== 'instruction') return false
    const { event: instruction } = event
    const accesses =
      'accesses' in instruction ? instruction.accesses : instruction.access ? [instruction.access] : []
    return accesses.some(
      ({ kind, address, size }) =>
        kind === 'write' && [...sitesOf].some((at) => at < address + BigInt(size) && address < at + 4n),
    )
  })

export const memoryProperties: readonly Property<Vmm>[] = [
  neverStale,
  guestsTrap,
  shown,
  written,
  usesCount,
  nothingLeft,
]
