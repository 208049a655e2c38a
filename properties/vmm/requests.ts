/**
 * Requests and what becomes of them: the registers hold exactly what was accepted, and whoever asks for too much is told.
 */
import type { Arbitrary } from 'fast-check'
import { watchedBytes } from '../../model/arm64/rules/watchpoints.ts'
import { shortHex } from '../../model/bits.ts'
import { api, armArm, sdm, threads } from '../../model/citations.ts'
import { type Encoded, HARDWARE_KINDS, type Hardware, STOP_REASONS } from '../../model/vmm/index.ts'
import { slotsOf } from '../../model/x86/index.ts'
import type { FastCheck, Property } from '../property.ts'
import { ruleProperty, type Vmm } from './types.ts'

const requests =
  (base: bigint) =>
  (fc: FastCheck): Arbitrary<readonly Hardware[]> =>
    fc.array(
      fc.record({
        kind: fc.constantFrom(...HARDWARE_KINDS),
        address: fc.constantFrom(0n, 1n, 2n, 4n, 6n, 7n, 8n, 16n, 24n).map((offset) => base + offset),
        length: fc.constantFrom(1, 2, 4, 4, 8, 3, 5, 16, 32, 12, 0),
      }),
      { maxLength: 8, size: 'max' },
    )

const text = ({ kind, address, length }: Hardware): string => `${kind} ${shortHex(address)}/${length}`

/** The requests that were accepted. */
const accepted = (all: readonly Hardware[], results: readonly Encoded[]): readonly Hardware[] =>
  all.filter((_, n) => results[n] === 'ok')

/** A range of bytes and what accesses to it hit. */
interface Covered {
  readonly kind: Hardware['kind']
  readonly first: bigint
  readonly last: bigint
}

const rangeOf = ({ kind, address, length }: Hardware, code: number): Covered => ({
  kind,
  first: address,
  last: kind === 'execute' ? address + BigInt(code) - 1n : address + BigInt(length) - 1n,
})

const X86_KINDS: { readonly [kind: string]: Hardware['kind'] } = {
  execute: 'execute',
  write: 'watch-write',
  access: 'watch-access',
}

/** What DR0–DR3 and DR7 really cover. */
const coveredByX86 = (db: readonly bigint[], dr7: bigint): readonly Covered[] =>
  slotsOf(dr7).flatMap(({ enabled, kind, length }, n) => {
    const address = db[n]
    if (!enabled || address === undefined) return []
    const bytes = BigInt(length)
    const first = bytes * (address / bytes)
    return [{ kind: X86_KINDS[kind]!, first, last: first + bytes - 1n }]
  })

const same = (a: readonly Covered[], b: readonly Covered[]): string | true => {
  if (a.length !== b.length) return `${a.length} accepted, ${b.length} in the registers`
  const wrong = a.findIndex((each, n) => {
    const other = b[n]!
    return each.kind !== other.kind || each.first !== other.first || each.last !== other.last
  })
  if (wrong < 0) return true
  const of = ({ kind, first, last }: Covered) => `${kind} ${shortHex(first)}–${shortHex(last)}`
  return `asked for ${of(a[wrong]!)}, the registers cover ${of(b[wrong]!)}`
}

const x86Covers = ruleProperty({
  id: 'vmm/x86-registers-cover-what-was-accepted',
  layer: 'abi',
  statement: 'Each accepted request has one of DR0–DR3, in order, and it covers exactly the bytes asked for.',
  cites: [sdm('Debug Registers'), threads.hostDebugCapabilities],
  rule: 'encodeX86Breakpoints',
  inputs: (fc) => requests(0x2000n)(fc).map((all) => ({ requests: all })),
  witness: ({ requests: all }) => all.length > 0,
  holds: ({ results, db, dr7 }, { requests: all }) =>
    same(
      accepted(all, results).map((each) => rangeOf(each, 1)),
      coveredByX86(db, dr7),
    ),
})

const x86Room = ruleProperty({
  id: 'vmm/x86-refuses-only-the-fifth',
  layer: 'abi',
  statement:
    'What DR0–DR3 can hold is accepted while one of the four is free, whoever came before; the fifth request is refused and the others stay.',
  cites: [threads.hostDebugCapabilities],
  rule: 'encodeX86Breakpoints',
  inputs: (fc) => requests(0x2000n)(fc).map((all) => ({ requests: all })),
  witness: ({ requests: all }) => all.length > 4,
  holds: ({ results }) => {
    let used = 0
    for (const result of results) {
      if (result === 'capacity' && used < 4) return `refused for want of room with ${used} in use`
      if (result === 'ok') used += 1
      if (used > 4) return 'a fifth request is accepted'
    }
    return true
  },
})

const CODE_BYTES = 4
const LSC_KINDS: { readonly [lsc: string]: Hardware['kind'] } = {
  1: 'watch-read',
  2: 'watch-write',
  3: 'watch-access',
}

const arm64Requests = (fc: FastCheck) =>
  fc.record({
    requests: requests(0x40002000n)(fc),
    breakpoints: fc.constantFrom(6, 2, 16),
    watchpoints: fc.constantFrom(4, 2),
  })

const arm64Covers = ruleProperty({
  id: 'vmm/arm64-registers-cover-what-was-accepted',
  layer: 'abi',
  statement:
    'Each accepted request has a breakpoint or a watchpoint of its own, and that covers exactly the bytes asked for.',
  cites: [armArm('DBGWCR<n>_EL1'), armArm('DBGBCR<n>_EL1')],
  rule: 'encodeArm64Breakpoints',
  inputs: arm64Requests,
  witness: ({ requests: all }) => all.length > 0,
  holds: ({ results, bcr, bvr, wcr, wvr }, { requests: all }) => {
    const ok = accepted(all, results)
    const code = ok.filter(({ kind }) => kind === 'execute').map((each) => rangeOf(each, CODE_BYTES))
    const data = ok.filter(({ kind }) => kind !== 'execute').map((each) => rangeOf(each, CODE_BYTES))
    const breakpoints = bcr.map((control, n): Covered => {
      const isWhole = control === 0x1e7n
      const first = isWhole ? bvr[n]! - (bvr[n]! % 4n) : -1n
      return { kind: 'execute', first, last: first + 3n }
    })
    const watchpoints = wcr.map((control, n): Covered => {
      const watched = watchedBytes(control, wvr[n]!)
      const kind = LSC_KINDS[String((control >> 3n) & 3n)]!
      return { kind, first: watched?.first ?? -1n, last: watched?.last ?? -1n }
    })
    const fits = same(code, breakpoints)
    return fits === true ? same(data, watchpoints) : fits
  },
})

const arm64Room = ruleProperty({
  id: 'vmm/arm64-refuses-only-what-does-not-fit',
  layer: 'abi',
  statement:
    'Breakpoints and watchpoints have a pool each: a request is refused for want of room only if its own is full.',
  cites: [armArm('ID_AA64DFR0_EL1'), api('KVM_CAP_GUEST_DEBUG_HW_BPS')],
  rule: 'encodeArm64Breakpoints',
  inputs: arm64Requests,
  witness: ({ requests: all }) => all.length > 2,
  holds: ({ results }, { requests: all, breakpoints, watchpoints }) => {
    const used = { code: 0, data: 0 }
    for (const [n, result] of results.entries()) {
      const pool = all[n]!.kind === 'execute' ? 'code' : 'data'
      const most = pool === 'code' ? breakpoints : watchpoints
      if (result === 'capacity' && used[pool] < most)
        return `${text(all[n]!)} refused with ${used[pool]} of ${most}`
      if (result === 'ok') used[pool] += 1
      if (used[pool] > most) return `${used[pool]} accepted of ${most}`
    }
    return true
  },
})

const capacity = ruleProperty({
  id: 'vmm/capacity-as-reported',
  layer: 'abi',
  statement:
    'There are as many hardware breakpoints as KVM reports; where it reports zero, as many as the architecture guarantees.',
  cites: [threads.hostDebugCapabilities, armArm('ID_AA64DFR0_EL1'), sdm('Debug Registers')],
  rule: 'hardwareCapacity',
  inputs: (fc) =>
    fc.record({
      guest: fc.constantFrom('x86' as const, 'arm64' as const),
      reportedBreakpoints: fc.constantFrom(0, 2, 6, 16),
      reportedWatchpoints: fc.constantFrom(0, 2, 4, 16),
    }),
  holds: ({ breakpoints, watchpoints, shared }, { guest, reportedBreakpoints, reportedWatchpoints }) => {
    if (guest === 'x86') return (breakpoints === 4 && watchpoints === 4 && shared) || `${breakpoints} of four`
    const least = 2
    if (shared) return 'one pool for both'
    return (
      (breakpoints === (reportedBreakpoints || least) && watchpoints === (reportedWatchpoints || least)) ||
      `${breakpoints} and ${watchpoints}, reported ${reportedBreakpoints} and ${reportedWatchpoints}`
    )
  },
})

const slot = ruleProperty({
  id: 'vmm/context-aware-breakpoints-last',
  layer: 'abi',
  statement:
    'A context is compared by one of the highest breakpoints only, and an ordinary request takes one of those only if nothing else is free; none is taken twice.',
  cites: [
    {
      ...threads.hostDebugCapabilities,
      text: 'Alexander Graf, “Re: Exposing host debug capabilities to userspace”, 25 Nov 2014',
    },
    armArm('ID_AA64DFR0_EL1'),
  ],
  rule: 'breakpointSlot',
  inputs: (fc) =>
    fc.record({
      breakpoints: fc.constantFrom(2, 6, 16),
      contextAware: fc.constantFrom(1, 2),
      inUse: fc.nat({ max: 0xffff }),
      context: fc.boolean(),
    }),
  holds: (taken, { breakpoints, contextAware, inUse, context }) => {
    const first = breakpoints - contextAware
    const free = Array.from({ length: breakpoints }, (_, n) => n).filter((n) => (inUse & (1 << n)) === 0)
    const usable = context ? free.filter((n) => n >= first) : free
    if (taken === null) return usable.length === 0 || 'refused, though one is free'
    if (!usable.includes(taken)) return `number ${taken} cannot be taken`
    return (
      context ||
      taken < first ||
      usable.every((n) => n >= first) ||
      `number ${taken}, though a plain one is free`
    )
  },
})

const told = ruleProperty({
  id: 'vmm/refusals-are-told',
  layer: 'abi',
  statement: 'A request that is not carried out is not answered with OK, and one that is carried out is.',
  cites: [threads.hostDebugCapabilities],
  rule: 'requestReply',
  inputs: (fc) =>
    fc
      .constantFrom(
        ...([
          'ok',
          'length',
          'alignment',
          'unsupported',
          'capacity',
          'duplicate',
          'unmapped',
          'absent',
          'refused',
        ] as const),
      )
      .map((result) => ({ result })),
  holds: (reply, { result }) => (reply === 'OK') === (result === 'ok') || `${reply} for ${result}`,
})

const named = ruleProperty({
  id: 'vmm/watch-stop-names-its-base',
  layer: 'abi',
  statement:
    'A stop for a watchpoint names the base of the watchpoint and its kind; no other stop names an address.',
  cites: [api('KVM_SET_GUEST_DEBUG')],
  rule: 'stopReply',
  inputs: (fc) =>
    fc.record({ reason: fc.constantFrom(...STOP_REASONS), address: fc.constantFrom(0x2000n, 0x40002004n) }),
  holds: (reply, { reason, address }) => {
    const [, packet, at] = /^T05(r|a|)watch:([0-9a-f]{16});$/.exec(reply) ?? []
    const kinds: { readonly [kind: string]: string } = { '': 'write', r: 'read', a: 'access' }
    const isWatch = reason.endsWith('-watchpoint')
    if (packet === undefined) return !isWatch || `${reply} for a ${reason}`
    return (
      (reason === `${kinds[packet]}-watchpoint` && BigInt(`0x${at}`) === address) ||
      `${reply} for a ${reason}`
    )
  },
})

export const requestProperties: readonly Property<Vmm>[] = [
  x86Covers,
  x86Room,
  arm64Covers,
  arm64Room,
  capacity,
  slot,
  told,
  named,
]
