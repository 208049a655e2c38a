/**
 * The corpus of x86.
 */
import { GUESTDBG } from '../../../../model/kvm/guest-debug.ts'
import {
  isFault,
  LOG_RECORD,
  makeProgram,
  type Program,
  type ProgramMode,
  parseHex,
} from '../../../../model/x86/index.ts'
import { ideal } from '../../../../model/x86/variants/ideal.ts'
import { x86 as tried } from '../../../../properties/x86/machine.ts'
import type { X86 } from '../../../../properties/x86/types.ts'
import { x86 as machine } from '../../../machines/x86.ts'
import { Unavailable } from '../../../targets/target.ts'
import { EMULATION_PROBE } from '../../../targets/x86/describe.ts'
import { LOG_LAYOUT, modeOf } from '../../../targets/x86/log.ts'
import { forcedEmulation, unsupportedOn } from '../../../targets/x86/unsupported.ts'
import type { CorpusMachine, Needs } from '../machine.ts'
import { kinds } from './kinds.ts'
import { bugs } from './programs.ts'
import { range } from './range.ts'

const MODES: readonly ProgramMode[] = ['real', 'long']

const startSetup = ({ setup }: Program): Program['setup'] =>
  setup.mode === 'long' ? { mode: setup.mode, cpl: setup.cpl ?? 0 } : {}

const usesBlockIrq = ({ script }: Program): boolean =>
  script
    .flat()
    .some(
      (action) =>
        action.do === 'set-guest-debug' && (Number(parseHex(action.control)) & GUESTDBG.BLOCKIRQ) !== 0,
    )

const layoutRow = (mode: ProgramMode): string => {
  const { ip, flags, vector, dr6 } = LOG_LAYOUT[mode]
  return `\t{ ${[LOG_RECORD[mode], ...ip, ...flags, vector[0], dr6[0]].join(', ')} },`
}

const faultBits = (): number =>
  Array.from({ length: 32 }, (_, vector) => vector)
    .filter(isFault)
    .reduce((bits, vector) => (bits | (1 << vector)) >>> 0, 0)

/** The vendor whose CPU is meant, if with the other one something else would be allowed. */
const vendorOf = (program: Program, isAllowedAlike: (other: Program) => boolean): Needs => {
  const { vendor = 'intel' } = program.setup
  const other = vendor === 'intel' ? 'amd' : 'intel'
  return isAllowedAlike({ ...program, setup: { ...program.setup, vendor: other } })
    ? {}
    : { vendor: vendor.toUpperCase() }
}

export const x86: CorpusMachine<X86> = {
  machine,
  tried,
  file: 'guest-debug-corpus.c',
  about: {
    ioctls: "KVM's guest debugging (KVM_SET_GUEST_DEBUG, KVM_SET_DEBUGREGS)",
    needs: 'It needs /dev/kvm on x86-64, libc and the headers of the kernel (5.15 or newer).',
  },
  compiler: async () => {
    if (process.arch !== 'x64') throw new Unavailable('this computer is no x64', 'compile it on one that is')
    return { command: 'cc', what: 'C compiler', packages: 'gcc libc6-dev linux-libc-dev' }
  },
  runsOn: 'x64',
  runner: ['runner.h', 'run.c', 'x86.c', 'hello.c', 'ports.c', 'init.c'],
  judge: { header: 'x86/judge.h', source: 'x86/judge.c' },
  kinds,
  fields: {
    record: [
      ...['exception', 'pc', 'exit-dr6', 'exit-dr7', 'direction'],
      ...['port', 'address', 'size', 'count', 'data'],
    ],
    state: [
      ...['rip', 'rflags', 'rax', 'rcx', 'rdx', 'rbx', 'rsp', 'rbp', 'rsi', 'rdi'],
      ...['r8', 'r9', 'r10', 'r11', 'r12', 'r13', 'r14', 'r15'],
      ...['cs', 'ds', 'es', 'ss', 'cr2', 'cr4de', 'db', 'dr6', 'dr7', 'shadow'],
    ],
    optional: ['pending', 'injected', 'error', 'payload', 'interrupt', 'nmi'],
    lists: { db: 4 },
    pc: 'rip',
  },
  words: {
    plain: (program) => makeProgram(startSetup(program), [], []),
    isCommon: (word) =>
      /^(?:image|runs|log|cpuid|msrs)=/.test(word) ||
      (word.startsWith('stop=') && !word.startsWith('stop=end,')),
    registers: ['sregs', 'regs', 'dregs'],
    unset: [8, 9, 10, 12, 13, 14, 15].map((n) => `r${n}:0`),
  },
  limits: [],
  refuses: ({ setup }) => (setup.rtm || setup.busLockDetect ? 'CPU features that a VMM cannot give' : null),
  needs: (program, isAllowedAlike) => ({
    ...vendorOf(program, isAllowedAlike),
    ...(unsupportedOn(program, ideal, [forcedEmulation]) === null ? {} : { prefix: 'true' }),
    ...(usesBlockIrq(program) ? { blockirq: 'true' } : {}),
  }),
  mode: (program) => MODES.indexOf(modeOf(program)),
  tables: () => `/* In real mode and in long mode. */
static const struct log_layout log_layouts[] = {
${MODES.map(layoutRow).join('\n')}
};

/* The vectors that are faults. */
static const uint32_t faults = 0x${faultBits().toString(16)};`,
  probe: EMULATION_PROBE,
  range,
  programs: bugs,
}
