/**
 * Properties that need nobody's opinion: what must be invisible, at every point of a program.
 */
import { api } from '../../model/citations.ts'
import { GUESTDBG, inForce } from '../../model/kvm/guest-debug.ts'
import { type Action, type Program, parseHex, type Run, STATE_INTERFACES } from '../../model/x86/index.ts'
import { insert, points, type Side, sameSide } from '../points.ts'
import { type ProgramProperty, type Related, relation } from '../property.ts'
import { awaitsAnswer, type Segment } from './history.ts'
import { firstDifference, observations } from './observations.ts'

const sameToAll = (run: Run, relatedRun: Run): true | string => firstDifference(run, relatedRun) ?? true

const exceptionWaits = (segment: Segment): boolean =>
  segment.before?.state.exception?.state === 'pending' ||
  segment.actions.some(
    ({ action }) =>
      (action.do === 'set-guest-debug' &&
        (Number(parseHex(action.control)) & (GUESTDBG.INJECT_DB | GUESTDBG.INJECT_BP)) !== 0) ||
      (action.do === 'set-vcpu-events' && action.exception !== undefined),
  )

/** Between the two accesses of a read-modify-write a save takes two runs: groups that follow would come late. */
const needsTwoRuns = (segment: Segment, program: Program, k: number): boolean =>
  awaitsAnswer(segment.before) && awaitsAnswer(segment.exit) && program.script.length > k + 1

const writeBack = relation({
  id: 'x86/write-back-invisible',
  layer: 'abi',
  statement:
    'Setting what was just read, by any state interface, before any run, changes nothing, now or later.',
  cites: [api('KVM_SET_REGS, KVM_SET_SREGS, KVM_SET_DEBUGREGS, KVM_SET_VCPU_EVENTS')],
  programs: 'any',
  *related(program, run): Generator<Related> {
    for (const [k, segment] of points(program, run).entries())
      for (const state of STATE_INTERFACES) {
        // Documented by KVM: a register write after a request to inject may drop it.
        if (state === 'registers' && exceptionWaits(segment)) continue
        yield {
          program: insert(program, k, { do: 'write-back', state }),
          how: `${state} written back before run ${k}`,
        }
      }
  },
  holds: sameToAll,
})

const saveRestore = relation({
  id: 'x86/save-restore-invisible',
  layer: 'abi',
  statement: 'Saving everything into a fresh vCPU and debugging that one, before any run, changes nothing.',
  cites: [api('KVM_RUN, immediate_exit')],
  programs: 'any',
  *related(program, run): Generator<Related> {
    for (const [k, segment] of points(program, run).entries()) {
      if (needsTwoRuns(segment, program, k)) continue
      yield { program: insert(program, k, { do: 'save-restore' }), how: `save and restore before run ${k}` }
    }
  },
  holds: sameToAll,
})

const interruption = relation({
  id: 'x86/interruption-invisible',
  layer: 'abi',
  statement: 'A run that returns at once, before any run, changes nothing.',
  cites: [api('KVM_RUN, immediate_exit')],
  programs: 'any',
  *related(program, run): Generator<Related> {
    for (const k of points(program, run).keys())
      yield { program: insert(program, k, { do: 'immediate-exit' }), how: `immediate exit before run ${k}` }
  },
  holds: sameToAll,
})

const ATTACHMENTS: readonly Action[] = [
  { do: 'set-guest-debug', control: '0x3' },
  { do: 'set-guest-debug', control: '0x20001', db: [{ instruction: 0 }], dr7: '0x402' },
  { do: 'set-guest-debug', control: '0x110003' },
]
const DETACH: Action = { do: 'set-guest-debug', control: '0x0' }

const attachDetach = relation({
  id: 'x86/attach-detach-invisible',
  layer: 'abi',
  statement: 'Attaching and detaching with no guest instruction in between changes nothing.',
  cites: [api('KVM_SET_GUEST_DEBUG')],
  programs: 'any',
  *related(program, run): Generator<Related> {
    for (const [k, segment] of points(program, run).entries()) {
      if (segment.exit.view.control !== 0) continue
      for (const attach of ATTACHMENTS)
        yield { program: insert(program, k, attach, DETACH), how: `attached and detached before run ${k}` }
    }
  },
  holds: sameToAll,
})

/** The guest's side of a run: its exceptions, its reads, its accesses, and the registers it ends with. */
const guestSide = (run: Run): Side => ({
  complete: run.ending !== 'cap',
  lines: observations(run).flatMap((line) => {
    if (line.startsWith('guest ')) return [line]
    const isAccess = line.startsWith('exit io') || line.startsWith('exit mmio') || line.startsWith('exit hlt')
    return isAccess ? [line.split(' | ')[0]!] : []
  }),
})

const debugsItself = ({ setup, code }: Program): boolean =>
  setup.rflags !== undefined ||
  setup.dr7 !== undefined ||
  setup.stack !== undefined ||
  code.some(({ op }) =>
    ['mov-to-dr', 'popf', 'popfd', 'iret', 'iretd', 'sysret', 'int3', 'icebp', 'push'].includes(op),
  )

const onlyWatches = (program: Program): boolean =>
  program.script.length > 0 &&
  program.script
    .flat()
    .every(
      (action) =>
        action.do === 'set-guest-debug' &&
        (Number(parseHex(action.control)) &
          (GUESTDBG.INJECT_DB | GUESTDBG.INJECT_BP | GUESTDBG.USE_SW_BP)) ===
          0,
    )

const hostInvisible = relation({
  id: 'x86/host-debugging-invisible',
  layer: 'abi',
  statement:
    'A guest that does not debug itself sees the same with the host stepping and breaking as without.',
  cites: [api('KVM_SET_GUEST_DEBUG')],
  programs: 'stepping',
  *related(program, run): Generator<Related> {
    const watched = run.events.some(
      (event) =>
        event.kind === 'exit' &&
        (inForce(event.view.control, GUESTDBG.SINGLESTEP) || inForce(event.view.control, GUESTDBG.USE_HW_BP)),
    )
    if (onlyWatches(program) && !debugsItself(program) && watched)
      yield { program: { ...program, script: [] }, how: 'without the host' }
  },
  holds: (run, alone) => {
    // Only without a step one exit may cover several iterations of REP INSB.
    if (alone.consulted.get('repeatedInputExit') === 'all-iterations') return true
    return sameSide(guestSide(run), guestSide(alone))
  },
})

export const metamorphicProperties: readonly ProgramProperty[] = [
  writeBack,
  saveRestore,
  interruption,
  attachDetach,
  hostInvisible,
]
