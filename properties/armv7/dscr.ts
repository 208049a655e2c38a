/**
 * DBGDSCR: whose it is, and what the guest may see of it.
 */
import { dscr as dscrBits, moeOf } from '../../model/armv7/index.ts'
import { armv7Thread, hwBreakpointC, onQemu } from '../../model/armv7/sources.ts'
import type { Property } from '../property.ts'
import { announces, followMoe, hexOf, inMonitorMode, isDscrRead, ofKind } from './history.ts'
import { type Armv7, isUnpredictable, ofOneRun, property } from './types.ts'

const MODE = dscrBits.MDBGen | dscrBits.HDBGen | dscrBits.UDCCdis

const modeKept = property({
  id: 'armv7/debug-mode-kept',
  layer: 'abi',
  statement: 'DBGDSCR.MDBGen, HDBGen and UDCCdis are the same when the guest is left as when it was entered.',
  cites: [armv7Thread.firstReview, armv7Thread.conclusion],
  programs: 'accesses',
  witness: (run) =>
    ofKind(run, 'access').some(
      ({ register, direction }) => register === 'DBGDSCRext' && direction === 'write',
    ),
  holds: (run) => {
    const changed = ofKind(run, 'exit').find(({ before, cpu }) => ((before.dscr ^ cpu.dscr) & MODE) !== 0)
    return (
      changed === undefined || `DBGDSCR goes from ${hexOf(changed.before.dscr)} to ${hexOf(changed.cpu.dscr)}`
    )
  },
})

const neverWritten = property({
  id: 'armv7/dscr-not-written',
  layer: 'abi',
  statement:
    'The hypervisor never writes DBGDSCR, which the kernel, an external debugger and the communication channel share, and whose writes depend on lock, power and DBGEN.',
  cites: [armv7Thread.firstReview, armv7Thread.conclusion],
  programs: 'any',
  witness: (run) => ofKind(run, 'exit').length > 0,
  holds: (run) => {
    const write = ofKind(run, 'hypervisor-write').find(({ register }) => register === 'DBGDSCRext')
    return write === undefined || `the hypervisor writes ${hexOf(write.value)} to DBGDSCRext`
  },
})

const monitorModeShown = ofOneRun({
  id: 'armv7/monitor-mode-shown',
  layer: 'abi',
  statement:
    'A guest that is told of breakpoints reads MDBGen as it is on the CPU that it runs on now: it knows whether they work.',
  cites: [armv7Thread.firstReview, hwBreakpointC],
  programs: 'any',
  examine: (trial) => {
    const reads = trial.run.events.filter(isDscrRead)
    if (!announces(trial) || isUnpredictable(trial.run)) return { exercised: false, violation: null }
    const wrong = reads.find(
      ({ value, before }) => ((value & dscrBits.MDBGen) !== 0) !== inMonitorMode(before),
    )
    return {
      exercised: reads.length > 0,
      violation: wrong
        ? `the guest reads DBGDSCR ${hexOf(wrong.value)}, and CPU ${wrong.before.number} is ${inMonitorMode(wrong.before) ? '' : 'not '}in monitor mode`
        : null,
    }
  },
})

const moeIsOwn = ofOneRun({
  id: 'armv7/moe-is-the-guests',
  layer: 'abi',
  statement:
    'DBGDSCR.MOE, as the guest reads it, is the cause of its own last debug exception; before it has had one, 0.',
  cites: [armv7Thread.conclusion, onQemu('MOE stays until the next debug exception')],
  programs: 'breakpoints',
  examine: (trial) => {
    if (!announces(trial) || isUnpredictable(trial.run)) return { exercised: false, violation: null }
    let exercised = false
    const found = followMoe(trial.run, (event, moe) => {
      if (!isDscrRead(event)) return null
      exercised = true
      const expected = moe[event.vcpu]!
      const seen = moeOf(event.value)
      return seen === expected ? null : `the guest reads MOE ${seen}; its own last cause is ${expected}`
    })
    return { exercised, violation: found === true ? null : found }
  },
})

/** The properties of DBGDSCR. */
export const dscrProperties: readonly Property<Armv7>[] = [modeKept, neverWritten, monitorModeShown, moeIsOwn]
