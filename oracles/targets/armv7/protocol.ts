/**
 * Programs of the armv7 machine on the line protocol.
 */
import { makeProgram, runProgram } from '../../../model/armv7/index.ts'
import type { Armv7 } from '../../../properties/armv7/types.ts'
import { unsupportedBy } from '../limits.ts'
import type { ProtocolOf } from '../protocol.ts'
import { describeTarget } from './describe.ts'
import { logRecords } from './log.ts'
import { lower } from './lower.ts'
import { modelServer } from './serve.ts'
import { armv7Signs } from './signature.ts'
import { visibleRun } from './visible.ts'

/** Properties over one run that look at what the host finds at exits alone. */
const VISIBLE: ReadonlySet<string> = new Set(['armv7/host-runs-without-traps'])

export const armv7Protocol: ProtocolOf<Armv7> = {
  imageLines: () => [],
  lower,
  describe: describeTarget,
  isFor: () => true,
  classes: ({ emulator }, all) => (emulator === undefined ? all : all.filter((each) => each === 'one-cpu')),
  unsupportedOn: unsupportedBy<Armv7>(runProgram),
  undefinedChoice: 'unpredictableMatch',
  signs: armv7Signs,
  visibleRun,
  visibleProperties: VISIBLE,
  // No handler goes round in circles: each returns behind its instruction.
  disarmed: (program) => program,
  selfTest: {
    program: makeProgram(
      {},
      [],
      [
        [
          { do: 'set-host-breakpoint', task: 'debugged', kind: 'execute' },
          { do: 'run-task', what: 'code' },
        ],
      ],
    ),
    passes: ({ log }) =>
      logRecords(log).some((record) => record.kind === 'exception' && record.level === 'host'),
  },
  servedWords: '',
  serve: modelServer,
}
