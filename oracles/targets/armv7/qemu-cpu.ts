/**
 * What QEMU's cortex-a15 does otherwise than the manual, and what the machine around it does not have: programs that meet
 * it are not compared. Measured with QEMU 7.2.22.
 */
import {
  breakpointFields,
  type Cpu,
  control,
  dscr,
  enabledPairs,
  type Instruction,
  type Pair,
  type Program,
  type Run,
  type RunEvent,
  registerNamed,
  STORED,
} from '../../../model/armv7/index.ts'
import type { Armv7 } from '../../../properties/armv7/types.ts'
import type { Limit } from '../protocol.ts'

/** Registers that QEMU does not have, or at a wrong encoding: every access is UNDEFINED. */
export const ABSENT = /^DBG(DT|WFAR|BXVR|OSSRR|PRCR|PRSR|CLAIM|AUTHSTATUS|DEVID)/

const someInstruction =
  (meets: (instruction: Instruction) => boolean) =>
  ({ code }: Program): boolean =>
    code.some(meets)

const isAccess = (instruction: Instruction): instruction is Extract<Instruction, { op: 'mrc' | 'mcr' }> =>
  instruction.op === 'mrc' || instruction.op === 'mcr'

const registerOf = (instruction: Instruction): string =>
  instruction.op === 'mrc' ? instruction.from : instruction.op === 'mcr' ? instruction.to : ''

const someEvent =
  (meets: (event: RunEvent) => boolean) =>
  ({ events }: Run): boolean =>
    events.some(meets)

/** Whether the CPU is ever one that `meets` describes, when somebody executes an instruction on it. */
const someCpu = (meets: (cpu: Cpu) => boolean) =>
  someEvent((event) => (event.kind === 'instruction' || event.kind === 'task') && meets(event.cpu))

const someArmed = (kind: 'breakpoints' | 'watchpoints', meets: (pair: Pair) => boolean) =>
  someCpu(({ pairs }) => pairs[kind].some((pair) => (pair.control & control.E) !== 0 && meets(pair)))

const BAS_WHOLE = 0b1111

/** Accesses that are executed on the CPU's own registers. */
const someDirect = (meets: (access: Extract<RunEvent, { kind: 'access' }>) => boolean) =>
  someEvent((event) => event.kind === 'access' && event.outcome === 'direct' && meets(event))

export const QEMU_CPU_LIMITS: readonly Limit<Armv7>[] = [
  {
    reason: 'the target has one CPU, without power control, external debugger and DBGEN signal',
    program: ({ setup, script }) =>
      setup.dbgen?.includes(false) === true ||
      script
        .flat()
        .some(
          (action) =>
            action.do === 'idle' ||
            action.do === 'external-debugger' ||
            (action.do === 'migrate' && action.cpu !== 0),
        ),
  },
  { reason: 'the CPU has v7.1 Debug', program: ({ setup }) => setup.debugArchitecture === 'v7' },
  {
    reason: 'QEMU resets every breakpoint and watchpoint to 0',
    program: ({ setup }) => setup.unknown === 'enabled',
  },
  {
    reason: 'the guest of the target is no Linux',
    program: someInstruction(({ op }) => op === 'linux-start-up'),
  },
  {
    reason: 'QEMU has neither the communication channel nor the registers beside it',
    program: someInstruction(
      (each) => each.op === 'ldc' || each.op === 'stc' || (isAccess(each) && ABSENT.test(registerOf(each))),
    ),
  },
  {
    reason: 'QEMU does not trap the 64-bit forms of DBGDRAR and DBGDSAR',
    program: someInstruction(({ op }) => op === 'mrrc'),
  },
  {
    reason: 'QEMU: DBGDSCRint is UNDEFINED from user mode whatever UDCCdis is',
    program: someInstruction((each) => each.op === 'mrc' && each.from === 'DBGDSCRint' && each.user === true),
  },
  {
    reason: 'QEMU: a write to DBGVCR is lost, and a read leaves its destination alone',
    run: someDirect(({ register }) => register === 'DBGVCR'),
  },
  {
    reason: 'QEMU stores every bit that is written to DBGDSCRext, a breakpoint or a watchpoint',
    run: someDirect(({ register, direction, value }) => {
      if (direction !== 'write') return false
      const pair = registerNamed(register)?.pair ?? null
      return pair === null ? register === 'DBGDSCRext' : ((value ?? 0) & ~STORED[pair]) !== 0
    }),
  },
  {
    reason: 'QEMU tests bit 0 of OSLSR: the OS lock suppresses nothing',
    run: someCpu(
      ({ osLock, dscr: value, pairs }) =>
        osLock && (value & dscr.MDBGen) !== 0 && enabledPairs(pairs).length > 0,
    ),
  },
  {
    reason:
      'QEMU has neither mismatch nor context breakpoints, never matches PMC = 0, and widens or narrows BAS',
    run: someArmed('breakpoints', (pair) => {
      const { type, pmc, bas } = breakpointFields(pair.control)
      return type !== 0 || pmc === 0 || bas !== BAS_WHOLE
    }),
  },
  {
    reason: 'what HMC and SSC select beside Non-secure PL0 and PL1 is not modelled',
    run: (run) =>
      (['breakpoints', 'watchpoints'] as const).some((kind) =>
        someArmed(kind, (pair) => (pair.control & (control.HMC | control.SSC)) !== 0)(run),
      ),
  },
]
