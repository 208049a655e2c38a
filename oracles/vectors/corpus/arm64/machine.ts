/**
 * The corpus of arm64.
 */
import {
  BREAKPOINTS,
  LOG_RECORD,
  makeProgram,
  type Program,
  WATCHPOINTS,
} from '../../../../model/arm64/index.ts'
import { arm64 as tried } from '../../../../properties/arm64/machine.ts'
import type { Arm64 } from '../../../../properties/arm64/types.ts'
import { arm64 as machine } from '../../../machines/arm64.ts'
import { KVM_LIMITS } from '../../../targets/arm64/unsupported.ts'
import { arm64Compiler } from '../../../targets/qemu/cross-compiler.ts'
import type { CorpusMachine } from '../machine.ts'
import { kinds } from './kinds.ts'
import { range } from './range.ts'

/** Whether a program has to do with breakpoints or watchpoints, or looks at how many there are. */
const usesSlots = ({ setup, code, script }: Program): boolean =>
  [setup, ...script.flat()].some((each) => 'bcr' in each || 'wcr' in each) ||
  /\b(?:dbg[bw][cv]r\d+|id_aa64dfr0)_el1\b/.test(JSON.stringify([code, script]))

export const arm64: CorpusMachine<Arm64> = {
  machine,
  tried,
  file: 'guest-debug-corpus-arm64.c',
  about: {
    ioctls: "KVM's guest debugging on arm64 (KVM_SET_GUEST_DEBUG)",
    needs:
      'It needs /dev/kvm on arm64 with pages of 4 or 16 KiB, libc and the headers of the kernel (6.0 or newer).',
  },
  compiler: async () => {
    const { argv, environment } = await arm64Compiler()
    const [command, ...first] = argv
    const packages = 'gcc-aarch64-linux-gnu libc6-dev-arm64-cross'
    return { command, arguments: first, environment, what: 'C compiler for arm64', packages }
  },
  runsOn: 'arm64',
  runner: ['runner.h', 'run.c', 'arm64.c', 'hello.c', 'no-ports.c', 'init.c'],
  judge: { header: 'arm64/judge.h', source: 'arm64/judge.c' },
  kinds,
  fields: {
    record: ['hsr', 'hsr-high', 'exit-far', 'direction', 'address', 'size', 'data'],
    state: [
      ...['pc', 'pstate', 'x0', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x7'],
      ...['elr', 'spsr', 'esr', 'far', 'contextidr', 'mdscr', 'oslsr', 'bcr', 'bvr', 'wcr', 'wvr'],
    ],
    optional: [],
    lists: { bcr: BREAKPOINTS, bvr: BREAKPOINTS, wcr: WATCHPOINTS, wvr: WATCHPOINTS },
    pc: 'pc',
  },
  words: {
    plain: () => makeProgram({}, [], []),
    isCommon: (word) => /^(?:image|runs|log|stop-write)=/.test(word),
    registers: ['regs'],
    unset: [],
  },
  limits: KVM_LIMITS,
  refuses: () => null,
  needs: (program) => ({
    ...(usesSlots(program) ? { slots: 'true' } : {}),
    ...(program.script.flat().some((action) => action.do === 'fault-mmio') ? { aborts: 'true' } : {}),
  }),
  mode: () => 0,
  tables: () => `/* Bytes of a record of the guest's log: ESR_EL1, ELR_EL1, SPSR_EL1, FAR_EL1. */
#define LOG_RECORD\t${LOG_RECORD}`,
  probe: null,
  range,
  programs: () => [],
}
