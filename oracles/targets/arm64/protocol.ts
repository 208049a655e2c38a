/**
 * Programs of the arm64 machine on the line protocol.
 */
import { CODE, makeProgram } from '../../../model/arm64/index.ts'
import type { Arm64 } from '../../../properties/arm64/types.ts'
import type { ProtocolOf } from '../protocol.ts'
import { describeTarget } from './describe.ts'
import { imageLines, lower } from './lower.ts'
import { modelServer } from './serve.ts'
import { arm64Signs } from './signature.ts'
import { unsupportedOn } from './unsupported.ts'
import { visibleRun } from './visible.ts'

/** Properties over one run that look at exits, the control word and the exceptions that the guest logs alone. */
const VISIBLE: ReadonlySet<string> = new Set([
  'arm64/exit-syndrome',
  'arm64/guest-syndrome-as-architected',
  'arm64/no-debug-exit-without-enable',
  'arm64/step-exit-only-when-stepping',
])

const EXECUTE = '0x1e7'

export const arm64Protocol: ProtocolOf<Arm64> = {
  imageLines,
  lower,
  describe: describeTarget,
  isFor: () => true,
  classes: (_, all) => all,
  unsupportedOn,
  undefinedChoice: 'unpredictableMatch',
  signs: arm64Signs,
  visibleRun,
  visibleProperties: VISIBLE,
  disarmed: (program) => ({ ...program, setup: { ...program.setup, onDebugException: 'disarm' } }),
  selfTest: {
    // At the third instruction.
    program: makeProgram(
      {},
      [{ op: 'nop' }, { op: 'nop' }, { op: 'nop' }],
      [[{ do: 'set-guest-debug', control: '0x20001', bcr: [EXECUTE], bvr: [{ instruction: 2 }] }]],
    ),
    passes: ({ events }) =>
      events.some(({ what, fields }) => what === 'debug' && fields.pc === (CODE + 8).toString(16)),
  },
  servedWords: '',
  serve: modelServer,
}
