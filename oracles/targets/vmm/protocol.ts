/**
 * Programs of the vmm machine on the line protocol.
 */
import { CODE as ARM64_CODE } from '../../../model/arm64/index.ts'
import { type GuestName, makeProgram } from '../../../model/vmm/index.ts'
import { CODE as X86_CODE } from '../../../model/x86/index.ts'
import type { Vmm } from '../../../properties/vmm/types.ts'
import type { ProtocolOf } from '../protocol.ts'
import { describeTarget } from './describe.ts'
import { imageLines, lower } from './lower.ts'
import { vmmSigns } from './signature.ts'
import { unsupportedOn } from './unsupported.ts'

const NOP = { op: 'nop' } as const

/** Where the third instruction lies. */
const THIRD: { readonly [G in GuestName]: number } = { x86: X86_CODE + 2, arm64: ARM64_CODE + 8 }

/** A hardware breakpoint of the debugger at the third instruction. */
export const selfTestOf = (guest: GuestName): ProtocolOf<Vmm>['selfTest'] => ({
  program: makeProgram(
    { guest },
    [NOP, NOP, NOP],
    [[{ do: 'insert', kind: 'execute', at: { instruction: 2 } }, { do: 'continue' }]],
  ),
  passes: ({ events }) =>
    events.some(({ what, fields }) => what === 'T05' && fields.pc === THIRD[guest].toString(16)),
})

export const vmmProtocol: ProtocolOf<Vmm> = {
  imageLines,
  lower,
  describe: describeTarget,
  isFor: ({ guest }, { setup }) => guest === undefined || setup.guest === guest,
  classes: (_, all) => all,
  unsupportedOn,
  // That of arm64 is a limit of the targets.
  undefinedChoice: 'undefinedBreakpoint',
  signs: vmmSigns,
  visibleRun: null,
  visibleProperties: new Set(),
  disarmed: (program) => ({ ...program, setup: { ...program.setup, onDebugException: 'disarm' } }),
  selfTest: selfTestOf('x86'),
  servedWords: '',
  serve: null,
}
