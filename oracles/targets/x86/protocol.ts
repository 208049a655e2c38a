/**
 * Programs of the x86 machine on the line protocol.
 */
import { makeProgram } from '../../../model/x86/index.ts'
import type { X86 } from '../../../properties/x86/types.ts'
import type { ProtocolOf } from '../protocol.ts'
import { describeTarget, forcesEmulation, interceptsInt3 } from './describe.ts'
import { imageLines, lower } from './lower.ts'
import { modelServer } from './serve.ts'
import { x86Signs } from './signature.ts'
import { unsupportedOn } from './unsupported.ts'
import { visibleRun } from './visible.ts'

/**
 * Properties over one run whose verdict on what a target shows is never a false one: what they look at are exits with
 * their state, results of ioctls and the exceptions that the guest's handlers log. Relations need no list: they
 * compare what is shown.
 */
const VISIBLE: ReadonlySet<string> = new Set([
  'x86/code-breakpoint-before-execution',
  'x86/debug-exit-only-while-owned',
  'x86/exit-pc-is-linear-rip',
  'x86/exit-record-complete',
  'x86/host-breakpoint-wins',
  'x86/injection-is-busy-while-an-exception-waits',
  'x86/set-debug-registers-validates',
])

export const x86Protocol: ProtocolOf<X86> = {
  imageLines,
  lower,
  describe: describeTarget,
  isFor: () => true,
  classes: (words, all) =>
    all.filter((name) => {
      if (name === 'forced-emulation') return forcesEmulation(words)
      return name !== 'software-breakpoints' || interceptsInt3(words)
    }),
  unsupportedOn,
  undefinedChoice: 'undefinedBreakpoint',
  signs: x86Signs,
  visibleRun,
  visibleProperties: VISIBLE,
  disarmed: (program) => ({ ...program, setup: { ...program.setup, onDebugException: 'disarm' } }),
  selfTest: {
    // At the third instruction.
    program: makeProgram(
      {},
      [{ op: 'nop' }, { op: 'nop' }, { op: 'nop' }],
      [[{ do: 'set-guest-debug', control: '0x20001', dr7: '0x402', db: [{ instruction: 2 }] }]],
    ),
    passes: ({ events }) => events.some(({ what, fields }) => what === 'debug' && fields.pc === '1002'),
  },
  servedWords: ' forced-emulation=1',
  serve: modelServer,
}
