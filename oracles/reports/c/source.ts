/**
 * One self-contained C file that runs a program on /dev/kvm and says whether the host sees what is expected. It has
 * only what its program needs, in the style of the kernel; libc and <linux/kvm.h> are all that it asks for.
 */
import type { Program } from '../../../model/x86/index.ts'
import type { Comparison } from './comparison.ts'
import {
  codeTable,
  cpuidTable,
  debugRegisterTable,
  expectedTable,
  handlerTable,
  msrTable,
  registerTable,
  segmentTables,
  stateTable,
  systemTable,
  vmTables,
} from './data.ts'
import { blockComment } from './format.ts'
import {
  agreementFunction,
  alarmFunction,
  createVmFunction,
  hostFunction,
  mainFunction,
  mustFunction,
  runFunction,
  saveRestoreFunction,
  setUpFunction,
} from './functions.ts'
import { lowered } from './lowered.ts'
import { type Needs, needsOf } from './needs.ts'

const HEADERS = [
  'err.h',
  'errno.h',
  'fcntl.h',
  'linux/kvm.h',
  'signal.h',
  'stdint.h',
  'stdio.h',
  'string.h',
  'sys/ioctl.h',
  'sys/mman.h',
  'unistd.h',
]

const constants = ({ acts, saveRestore }: Needs): string[] => [
  '#define HLT\t\t0xf4',
  '#define MUST(...)\tmust(__VA_ARGS__, #__VA_ARGS__)',
  '#define SEE(...)\tsnprintf(actual[seen < 511 ? seen++ : seen], 160, \\',
  '\t\t\t\t __VA_ARGS__)',
  ...(acts ? ['#define ACT(nr, ...) SEE(#nr " = %d", ioctl(vcpu, nr, __VA_ARGS__) ? -errno : 0)'] : []),
  ...(saveRestore ? ['#define STATES\t\t(int)(sizeof(states) / sizeof(states[0]))'] : []),
]

const globals = ({ variables, debugRegisters }: Needs): string[] => [
  'static int vcpu, runs, seen, over;',
  'static char actual[512][160];',
  'static struct kvm_run *run;',
  'static struct kvm_sregs sregs;',
  ...(variables.has('debugregs') && !debugRegisters ? ['static struct kvm_debugregs debugregs;'] : []),
  ...(variables.has('events') ? ['static struct kvm_vcpu_events events;'] : []),
]

type Part = readonly string[]

const text = (parts: readonly Part[]): string =>
  parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')

/**
 * The C file.
 *
 * @param head paragraphs of the comment at its head
 */
export const cSource = (program: Program, comparison: Comparison, head: readonly string[]): string => {
  const { compared, expected } = comparison
  const line = lowered(program)
  const needs = needsOf(program, line, comparison)
  const { msrs, saveRestore, handlers, debugRegisters } = needs
  const host = hostFunction(line, needs)
  const several = expected.length > 1
  const headers = HEADERS.map((name) => `#include <${name}>`)
  const first = ['// SPDX-License-Identifier: MIT', ...blockComment(head), ...headers]
  return `${text([
    first,
    constants(needs),
    codeTable(program),
    ...handlers.map((handler) => handlerTable(program, handler)),
    systemTable(program, line),
    segmentTables(line),
    cpuidTable(line),
    vmTables(msrs),
    [...registerTable(line), ...(debugRegisters ? debugRegisterTable(line) : [])],
    expectedTable(expected),
    globals(needs),
    msrTable(line, needs),
    saveRestore ? stateTable(msrs || needs.syscalls) : [],
    mustFunction,
    alarmFunction,
    saveRestore ? createVmFunction(needs) : [],
    setUpFunction(line, needs),
    runFunction(program, compared, needs),
    saveRestore ? saveRestoreFunction(needs) : [],
    host,
    several ? agreementFunction : [],
    mainFunction(needs, host.length > 0, expected.length),
  ])}\n`
}
