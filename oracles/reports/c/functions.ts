/**
 * The functions of the C file.
 */
import {
  CODE,
  CODE_SIZE,
  HANDLER_SIZE,
  HANDLERS,
  LAST_VECTOR,
  LOG,
  LOG_RECORD,
  layOut,
  type Program,
  RAM_SIZE,
  READ_BYTE,
  RUN_CAP,
} from '../../../model/x86/index.ts'
import { idtOf, segmentsOf } from './data.ts'
import { byteString, call, cNumber, indented } from './format.ts'
import { type Lowered, number, setupWord, setupWords, type Word } from './lowered.ts'
import type { Needs } from './needs.ts'
import { STATES, specialRegister, statements } from './script.ts'
import { type Compared, chosen, type ExitLine, formatOf, LOG_ITEMS, STATE_ITEMS } from './trace.ts'

export const mustFunction: readonly string[] = [
  '/* Where something is missing there is no answer: git bisect skips at 125. */',
  'static int must(int result, const char *what)',
  '{',
  '\tif (result < 0)',
  '\t\terr(125, "cannot tell: %s", what);',
  '\treturn result;',
  '}',
]

export const alarmFunction: readonly string[] = [
  '/* The guest does not come back: KVM_RUN fails with EINTR. */',
  'static void on_alarm(int signal)',
  '{',
  '\trun->immediate_exit = signal == SIGALRM;',
  '}',
]

const vmStatements = ({ msrs, blockIrq }: Needs): string[] => [
  '\tint kvm = MUST(open("/dev/kvm", O_RDWR));',
  '\tint vm = MUST(ioctl(kvm, KVM_CREATE_VM, 0));',
  '',
  '\tioctl(vm, KVM_SET_TSS_ADDR, 0xfffbd000); /* VMX, no unrestricted guest */',
  '\tMUST(ioctl(vm, KVM_ENABLE_CAP, &payload));',
  ...(msrs ? ['\tMUST(ioctl(vm, KVM_X86_SET_MSR_FILTER, &filter));'] : []),
  ...(blockIrq
    ? [
        '\tif (!(ioctl(kvm, KVM_CHECK_EXTENSION, KVM_CAP_SET_GUEST_DEBUG2) &',
        '\t      KVM_GUESTDBG_BLOCKIRQ))',
        '\t\terrx(125, "cannot tell: no KVM_GUESTDBG_BLOCKIRQ");',
      ]
    : []),
  '\tMUST(ioctl(vm, KVM_SET_USER_MEMORY_REGION, &slot));',
  '\tvcpu = MUST(ioctl(vm, KVM_CREATE_VCPU, 0));',
  '\trun = mmap(NULL, MUST(ioctl(kvm, KVM_GET_VCPU_MMAP_SIZE, 0)),',
  '\t\t   PROT_READ | PROT_WRITE, MAP_SHARED, vcpu, 0);',
  '\tMUST(run == MAP_FAILED ? -1 : 0);',
  '\tMUST(ioctl(vcpu, KVM_SET_CPUID2, &cpuid));',
]

export const createVmFunction = (needs: Needs): string[] => [
  'static void create_vm(void)',
  '{',
  ...vmStatements(needs),
  '}',
]

const specialRegisters = (line: Lowered): string[] => {
  const segments = segmentsOf(line)
  const others = [...setupWord(line, 'sregs').fields].filter(([name]) => !segments.has(name.split('.')[0]!))
  return [
    ...[...segments].map(([name, table]) => `sregs.${name} = ${table};`),
    // What is 0 is so at reset, but for CS, which is at the end of the address space.
    ...others.flatMap(([name, value]) => (name === 'cs' || value !== 0n ? specialRegister(name, value) : [])),
  ]
}

const getAndSet = (name: keyof typeof STATES, changes: readonly string[]): string[] => {
  const { get, set, variable } = STATES[name]!
  return [
    `\tMUST(ioctl(vcpu, ${get}, &${variable}));`,
    ...indented(changes),
    `\tMUST(ioctl(vcpu, ${set}, &${variable}));`,
  ]
}

/** Every vector leads to a HLT, until a handler lies there. */
const vectorStatements = (line: Lowered): string[] => {
  const idt = idtOf(line)
  const last = LAST_VECTOR + 1
  const handler = `${cNumber(HANDLERS)} + ${HANDLER_SIZE} * (v < ${last} ? v : ${last})`
  if (idt === null)
    return [
      '\tfor (int v = 0, at; v < 256; v++) {',
      `\t\tat = ${handler};`,
      '\t\tmemcpy(ram + 4 * v, &at, 4);',
      '\t\tram[at] = HLT;\t/* unless its handler follows */',
      '\t}',
    ]
  return [
    '\tfor (int i = 0; i < (int)(sizeof(tables) / sizeof(tables[0])); i++)',
    '\t\tmemcpy(ram + tables[i][0], &tables[i][1], 8);',
    '\tfor (int v = 0; v < 256; v++) {',
    `\t\tuint64_t at = ${handler};`,
    '\t\tuint64_t gate = 0x8e0000080000 | at;',
    '',
    '\t\tif (v == 3 || v == 4 || v > 31)',
    '\t\t\tgate |= 0x600000000000;\t/* DPL 3 */',
    `\t\tmemcpy(ram + ${cNumber(idt)} + 16 * v, &gate, 8);`,
    '\t\tram[at] = HLT;\t/* unless its handler follows */',
    '\t}',
  ]
}

/** Memory and the vCPU's registers. */
const stateStatements = (line: Lowered, { handlers, debugRegisters, syscalls }: Needs): string[] => {
  const others = setupWords(line, 'mem').filter(({ values }) => number(values[0]!) !== BigInt(CODE))
  return [
    `\tmemset(ram + ${cNumber(CODE)}, HLT, ${cNumber(CODE_SIZE)});`,
    `\tmemcpy(ram + ${cNumber(CODE)}, code, sizeof(code));`,
    ...others.flatMap(({ values }) =>
      call('memcpy', [`ram + 0x${values[0]}`, byteString(values[1]!), String(values[1]!.length / 2)], '\t'),
    ),
    ...vectorStatements(line),
    ...handlers.map(
      (vector) =>
        `\tmemcpy(ram + ${cNumber(HANDLERS + HANDLER_SIZE * vector)}, handler_${vector}, sizeof(handler_${vector}));`,
    ),
    ...getAndSet('sregs', specialRegisters(line)),
    '\tMUST(ioctl(vcpu, KVM_SET_REGS, &regs));',
    ...(syscalls ? [`\tMUST(ioctl(vcpu, KVM_SET_MSRS, &msrs) == (int)msrs.nmsrs ? 0 : -1);`] : []),
    ...(debugRegisters ? ['\tMUST(ioctl(vcpu, KVM_SET_DEBUGREGS, &debugregs));'] : []),
  ]
}

/** Everything before the first run; with `create_vm()` where the VM is made more than once. */
export const setUpFunction = (line: Lowered, needs: Needs): string[] => [
  'static void set_up(void)',
  '{',
  ...(needs.saveRestore ? ['\tcreate_vm();'] : vmStatements(needs)),
  ...stateStatements(line, needs),
  '}',
]

const showsData = ({ data }: ExitLine, compared: Compared): boolean =>
  data !== undefined && compared.has('data')

const exitCase = (line: ExitLine, compared: Compared, isRead: boolean): string[] => {
  const { constant, direction, items, data, continues } = line
  const shown = chosen(items, compared)
  const format = [constant, ...(direction ? ['%s'] : []), formatOf(shown)].filter(Boolean).join(' ')
  const args = [`"${format}"`, ...(direction ? [direction.c] : []), ...shown.flatMap(({ values }) => values)]
  return [
    `\tcase ${constant}:`,
    ...(data && isRead
      ? [
          `\t\tif (${data.isRead})`,
          ...call('memset', [data.address, cNumber(READ_BYTE), data.length], '\t\t\t'),
        ]
      : []),
    ...(data && showsData(line, compared) ? call('memcpy', ['&data', data.address, data.size], '\t\t') : []),
    ...call('SEE', args, '\t\t'),
    ...(continues ? [] : ['\t\tover = 1;']),
    '\t\tbreak;',
  ]
}

/** KVM_RUN and what the host sees of it. */
export const runFunction = (program: Program, compared: Compared, needs: Needs): string[] => {
  const { exits, reads, readAtExits, immediateExit, logs } = needs
  const { addresses, setup } = layOut(program)
  const { mode } = setup
  const end = addresses.at(-1)!
  const state = chosen(STATE_ITEMS, compared)
  const records = chosen(LOG_ITEMS[mode], compared)
  const readState = (name: string): string[] => {
    const { get, variable } = STATES[name]!
    return [`\tMUST(ioctl(vcpu, ${get}, &${variable}));`]
  }
  return [
    ...(immediateExit ? ['/* Returns false if there was nothing that immediate_exit finishes. */'] : []),
    immediateExit ? 'static int run_vcpu(int immediate)' : 'static void run_vcpu(void)',
    '{',
    ...(logs ? [`\tstatic unsigned int logged = ${cNumber(LOG)};`] : []),
    `\tunsigned long long pc${exits.some((exit) => showsData(exit, compared)) ? ', data = 0' : ''};`,
    '',
    ...(compared.has('exit-dr7') ? ['\trun->debug.arch.dr7 = ~0ULL;'] : []),
    ...(immediateExit ? ['\trun->immediate_exit = immediate;'] : []),
    '\talarm(5);',
    '\tif (ioctl(vcpu, KVM_RUN, 0) < 0)',
    '\t\trun->exit_reason = -errno;',
    ...(immediateExit ? ['\tif (immediate && (int)run->exit_reason == -EINTR)', '\t\treturn 0;'] : []),
    ...readState('regs'),
    ...readState('sregs'),
    ...(logs
      ? [
          '\t/* What the handlers have found since the last exit. */',
          `\tfor (; logged < regs.rbp && logged < sizeof(ram); logged += ${LOG_RECORD[mode]})`,
          ...call(
            'SEE',
            [`"guest: ${formatOf(records)}"`, ...records.flatMap(({ values }) => values)],
            '\t\t',
          ),
        ]
      : []),
    '\tpc = sregs.cs.base + regs.rip;',
    `\tover = ++runs == ${RUN_CAP} ||`,
    `\t       (pc > ${cNumber(end)} && pc < ${cNumber(LOG)} && ram[pc - 1] == HLT);`,
    '\tswitch (run->exit_reason) {',
    ...exits.flatMap((line) => exitCase(line, compared, reads.has(line))),
    '\tdefault:',
    '\t\tSEE("KVM_RUN: exit reason %d", run->exit_reason);',
    '\t\tover = 1;',
    '\t}',
    ...(readAtExits.has('debugregs') ? readState('dregs') : []),
    ...(readAtExits.has('events') ? readState('events') : []),
    ...(state.length === 0
      ? []
      : call('SEE', [`"  ${formatOf(state)}"`, ...state.flatMap(({ values }) => values)], '\t')),
    ...(immediateExit ? ['\treturn 1;'] : []),
    '}',
  ]
}

export const saveRestoreFunction = ({ windows }: Needs): string[] => [
  '/* All state into a fresh VM, once no access is left to finish: that may exit. */',
  'static int save_restore(struct kvm_guest_debug *debug)',
  '{',
  `\tint i, before = runs${windows ? ', window = run->request_interrupt_window' : ''};`,
  '',
  '\twhile (!over && run_vcpu(1))',
  '\t\t;',
  '\tif (over)',
  '\t\treturn 1;',
  '\tfor (i = 0; i < STATES; i++)',
  '\t\tMUST(ioctl(vcpu, states[i].get, states[i].state));',
  '\tcreate_vm();',
  '\tfor (i = 0; i < STATES; i++)',
  '\t\tMUST(ioctl(vcpu, states[i].set, states[i].state));',
  ...(windows ? ['\trun->request_interrupt_window = window;'] : []),
  '\tif (debug)',
  '\t\tMUST(ioctl(vcpu, KVM_SET_GUEST_DEBUG, debug));',
  '\treturn runs > before;',
  '}',
]

const runsVcpu = ({ name }: Word): boolean => name === 'immediate-exit' || name === 'save-restore'

const groupStatements = (group: readonly Word[], debugging: ReadonlyMap<Word, Word>): string[] =>
  group.flatMap((word, i) => {
    const lines = statements(word, RAM_SIZE, debugging.get(word) ?? null)
    if (!runsVcpu(word)) return lines
    const [first, ...rest] = lines
    return i === group.length - 1 ? [`return ${first}`, ...rest] : [...lines, 'if (over)', '\treturn 1;']
  })

/** The host's actions; nothing if there are none. */
export const hostFunction = ({ groups }: Lowered, { immediateExit, debugging }: Needs): string[] => {
  const acting = groups.flatMap((group, k) => (group.length === 0 ? [] : [{ group, k }]))
  if (acting.length === 0) return []
  return [
    '/* What the host does before KVM_RUN number n. */',
    ...(immediateExit ? ['/* Returns whether it has run the vCPU itself. */'] : []),
    `static ${immediateExit ? 'int' : 'void'} host(int n)`,
    '{',
    '\tswitch (n) {',
    ...acting.flatMap(({ group, k }) => {
      const lines = groupStatements(group, debugging)
      return [`\tcase ${k}:`, ...indented(lines, '\t\t'), ...(runsVcpu(group.at(-1)!) ? [] : ['\t\tbreak;'])]
    }),
    '\t}',
    ...(immediateExit ? ['\treturn 0;'] : []),
    '}',
  ]
}

const runLoop = (acts: boolean, immediateExit: boolean): string[] => {
  if (!acts) return ['\twhile (!over)', '\t\trun_vcpu();']
  if (immediateExit) return ['\tfor (n = 0; !over; n++)', '\t\tif (!host(n))', '\t\t\trun_vcpu(0);']
  return ['\tfor (n = 0; !over; n++) {', '\t\thost(n);', '\t\trun_vcpu();', '\t}']
}

/** Where several runs are allowed, the one that agrees longest is the one to compare with. */
export const agreementFunction: readonly string[] = [
  'static int agreement(const char *const *lines)',
  '{',
  '\tint n = 0;',
  '',
  '\twhile (lines[n] && !strcmp(lines[n], actual[n]))',
  '\t\tn++;',
  '\treturn n;',
  '}',
]

export const mainFunction = ({ immediateExit }: Needs, hosts: boolean, runs: number): string[] => {
  return [
    'int main(void)',
    '{',
    ...(runs > 1 ? ['\tconst char *const *expected = allowed_runs[0];'] : []),
    '\tint i, n;',
    '',
    '\tsignal(SIGALRM, on_alarm);',
    '\tset_up();',
    ...runLoop(hosts, immediateExit),
    '\tSEE("end, rip=0x%llx", regs.rip);',
    ...(runs > 1
      ? [
          `\tfor (i = 1; i < ${runs}; i++)`,
          '\t\tif (agreement(allowed_runs[i]) > agreement(expected))',
          '\t\t\texpected = allowed_runs[i];',
          '\tn = agreement(expected);',
        ]
      : ['\tfor (n = 0; expected[n] && !strcmp(expected[n], actual[n]);)', '\t\tn++;']),
    '\tfor (i = 0; i < seen; i++)',
    '\t\tif (i == n && expected[n])',
    '\t\t\tprintf("- %s\\n+ %s\\n", expected[n], actual[n]);',
    '\t\telse',
    '\t\t\tprintf("  %s\\n", actual[i]);',
    '\tputs(expected[n] ? "Not as expected: - expected, + seen." : "As expected.");',
    '\treturn expected[n] != NULL;',
    '}',
  ]
}
