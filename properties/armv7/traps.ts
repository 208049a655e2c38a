/**
 * HDCR: what traps while the guest runs, and that nothing is left of it for the host.
 */
import { DLK, oslsr, type Run } from '../../model/armv7/index.ts'
import { armv7Thread, hwBreakpointC, kvmArm32, onQemu, trm } from '../../model/armv7/sources.ts'
import type { Property } from '../property.ts'
import { hexOf, ofKind } from './history.ts'
import { type Armv7, property, ruleProperty } from './types.ts'

const hdcrManual = trm('Hyp Debug Configuration Register')

/** TDRA, TDOSA, TDA and TDE: six of sixteen values. */
const LEGAL = [0x000, 0x400, 0x800, 0xc00, 0xe00, 0xf00]
const isLegal = (value: number): boolean => value < 0x1000 && LEGAL.includes(value & 0xf00)

const lattice = ruleProperty({
  id: 'armv7/hdcr-lattice',
  layer: 'arch',
  statement: 'TDA is legal only with TDRA and TDOSA, TDE only with all three; bits 31:12 are zero.',
  cites: [hdcrManual],
  rule: 'hdcrLegal',
  inputs: (f) =>
    f.record({
      hdcr: f
        .tuple(f.nat({ max: 15 }), f.nat({ max: 0xff }), f.constantFrom(0, 0, 0, 1))
        .map(([traps, rest, beyond]) => beyond * 0x1000 + traps * 0x100 + rest),
    }),
  holds: (legal, { hdcr }) =>
    legal === isLegal(hdcr) || `${hexOf(hdcr)} is called ${legal ? 'legal' : 'illegal'}`,
})

const legal = property({
  id: 'armv7/hdcr-legal',
  layer: 'arch',
  statement: 'HDCR holds a legal combination of its trap bits at every instant.',
  cites: [hdcrManual],
  programs: 'any',
  witness: (run) => ofKind(run, 'hdcr').length > 0,
  holds: (run) => {
    const wrong = ofKind(run, 'hdcr').find(({ to }) => !isLegal(to))
    return wrong === undefined || `HDCR is written with ${hexOf(wrong.to)}`
  },
})

const everything = property({
  id: 'armv7/guest-accesses-trap',
  layer: 'policy',
  statement: 'While the guest runs TDRA, TDOSA and TDA are set.',
  cites: [armv7Thread.conclusion],
  programs: 'any',
  witness: (run) => ofKind(run, 'instruction').length > 0,
  holds: (run) => {
    const open = [...ofKind(run, 'entry'), ...ofKind(run, 'instruction')].find(
      ({ cpu }) => (cpu.hdcr & 0xe00) !== 0xe00,
    )
    return open === undefined || `the guest runs with HDCR ${hexOf(open.cpu.hdcr)}`
  },
})

const hostRunsFree = property({
  id: 'armv7/host-runs-without-traps',
  layer: 'arch',
  statement: 'While the host’s kernel runs TDRA, TDOSA, TDA and TDE are clear, and so are TPM and TPMCR.',
  cites: [kvmArm32],
  programs: 'any',
  witness: (run) => ofKind(run, 'exit').length > 0,
  holds: (run) => {
    const hosts = [...ofKind(run, 'host-start-up'), ...ofKind(run, 'exit'), ...ofKind(run, 'task')]
    const trapped = hosts.find(({ cpu }) => (cpu.hdcr & 0xf60) !== 0)
    return trapped === undefined || `the host runs with HDCR ${hexOf(trapped.cpu.hdcr)}`
  },
})

const monitors = property({
  id: 'armv7/performance-monitors-kept',
  layer: 'abi',
  statement: 'HDCR.HPMN and HPME are what they were before, whatever is trapped.',
  cites: [kvmArm32, onQemu('HDCR reads 6 at start: HPMN is the number of counters')],
  programs: 'any',
  witness: (run) => ofKind(run, 'hdcr').length > 0,
  holds: (run) => {
    const wrong = ofKind(run, 'hdcr').find(({ from, to }) => (from & 0x9f) !== (to & 0x9f))
    return wrong === undefined || `HDCR goes from ${hexOf(wrong.from)} to ${hexOf(wrong.to)}`
  },
})

const locks = property({
  id: 'armv7/locks-are-the-hosts',
  layer: 'abi',
  statement: 'Nothing that the guest does sets or clears the OS lock or the double lock of a CPU.',
  cites: [armv7Thread.conclusion],
  programs: 'accesses',
  witness: (run) =>
    ofKind(run, 'access').some(
      ({ register, direction }) =>
        direction === 'write' && (register === 'DBGOSLAR' || register === 'DBGOSDLR'),
    ),
  holds: (run) => {
    const changed = ofKind(run, 'access').find(
      ({ before, after }) => before.osLock !== after.osLock || before.doubleLock !== after.doubleLock,
    )
    return (
      changed === undefined ||
      `the guest’s write to ${changed.register} changes the lock of CPU ${changed.after.number}`
    )
  },
})

/** What the guest read of the locks where the hypervisor answered. */
const lockReads = (run: Run) =>
  ofKind(run, 'access').filter(
    ({ register, direction, outcome }) =>
      direction === 'read' && outcome === 'hyp-trap' && (register === 'DBGOSLSR' || register === 'DBGOSDLR'),
  )

const unlocked = property({
  id: 'armv7/no-lock-is-shown',
  layer: 'abi',
  statement: 'A guest whose accesses trap finds no lock set: OSLK and DLK read as 0.',
  cites: [armv7Thread.conclusion, hwBreakpointC],
  programs: 'accesses',
  witness: (run) => lockReads(run).length > 0,
  holds: (run) => {
    const set = lockReads(run).find(
      ({ register, value }) => ((value ?? 0) & (register === 'DBGOSLSR' ? oslsr.OSLK : DLK)) !== 0,
    )
    return set === undefined || `${set.register} reads ${hexOf(set.value!)}`
  },
})

/** The properties of traps. */
export const trapProperties: readonly Property<Armv7>[] = [
  lattice,
  legal,
  everything,
  hostRunsFree,
  monitors,
  locks,
  unlocked,
]
