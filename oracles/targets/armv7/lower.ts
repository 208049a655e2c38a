/**
 * Programs of the armv7 machine as lines of the protocol: every place resolved, every instruction a word.
 *
 * | word                                  | meaning                                                             |
 * |---------------------------------------|---------------------------------------------------------------------|
 * | `debug=v7`                            | v7 Debug in the place of v7.1                                       |
 * | `dbgen=A,B`                           | the signal of each CPU, 0 or 1; both 1 if it is absent              |
 * | `unknown=enabled`                     | reset leaves every breakpoint and watchpoint enabled                |
 * | `locked-at-reset=N`, `hw-breakpoint=N` | 0 or 1                                                             |
 * | `i=WORD,R0`, `u=WORD,R0`              | the next instruction, in Supervisor or in user mode, with r0        |
 * | `start-up`                            | the next instruction: a Linux guest starts its hw_breakpoint support |
 * | `perf=TASK,KIND`, `perf-clear=TASK`   | a breakpoint (`execute`) or watchpoint (`write`) of a task; none    |
 * | `task=code`, `store` or `bkpt`        | the debugged task runs                                              |
 * | `migrate=N`, `vcpu=N`, `idle=N`       | as the actions of programs                                          |
 * | `dbgdscrext=V`, `dbgosdlr=V`          | the host's kernel writes one of its CPU's registers                 |
 * | `external=halting:N`, `external=dbgen:N` | an external debugger sets HDBGen, or drives DBGEN; with a comma both |
 */
import { type Action, type Instruction, layOut, type Program, parseHex } from '../../../model/armv7/index.ts'
import { hexText as hex } from '../kvm/observation.ts'

type Layout = ReturnType<typeof layOut>

const setupWords = ({ setup }: Layout): string[] => {
  const { debugArchitecture, dbgen, unknown, lockedAtReset, hwBreakpoint } = setup
  return [
    ...(debugArchitecture === 'v7' ? ['debug=v7'] : []),
    ...(dbgen.every((high) => high) ? [] : [`dbgen=${dbgen.map(Number).join(',')}`]),
    ...(unknown === 'enabled' ? ['unknown=enabled'] : []),
    `locked-at-reset=${Number(lockedAtReset)}`,
    `hw-breakpoint=${Number(hwBreakpoint)}`,
  ]
}

/** What r0 must hold. */
const operand = (instruction: Instruction, { value }: Layout): number => {
  if (instruction.op === 'mcr') return value(instruction.value)
  return instruction.op === 'ldr' || instruction.op === 'str' ? value(instruction.at) : 0
}

const instructionWord = (instruction: Instruction, index: number, layout: Layout): string => {
  if (instruction.op === 'linux-start-up') return 'start-up'
  const name = 'user' in instruction && instruction.user ? 'u' : 'i'
  return `${name}=${hex(layout.words[index]!)},${hex(operand(instruction, layout))}`
}

const actionWord = (action: Action): string => {
  switch (action.do) {
    case 'set-host-breakpoint':
      return `perf=${action.task},${action.kind}`
    case 'clear-host-breakpoints':
      return `perf-clear=${action.task}`
    case 'run-task':
      return `task=${action.what}`
    case 'migrate':
    case 'idle':
      return `${action.do}=${action.cpu}`
    case 'switch-vcpu':
      return `vcpu=${action.vcpu}`
    case 'host-write':
      return `${action.register.toLowerCase()}=${hex(parseHex(action.value))}`
    case 'external-debugger': {
      const { halting, dbgen } = action
      const signals = { halting, dbgen }
      const given = Object.entries(signals).filter(([, level]) => level !== undefined)
      return `external=${given.map(([name, level]) => `${name}:${Number(level)}`).join(',')}`
    }
  }
}

/**
 * The line that makes a target run a program.
 *
 * @throws InputError if the program cannot be laid out.
 */
export const lower = (program: Program): string => {
  const layout = layOut(program)
  return [
    'run',
    ...setupWords(layout),
    ...program.code.map((instruction, index) => instructionWord(instruction, index, layout)),
    ...program.script.flatMap((group) => ['group', ...group.map(actionWord)]),
  ].join(' ')
}
