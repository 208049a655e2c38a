/**
 * What a program's C file has to have: nothing is written that it does not use.
 */
import {
  HANDLER_SIZE,
  HANDLERS,
  handlerAddress,
  LOG,
  type Program,
  type ProgramMode,
} from '../../../model/x86/index.ts'
import type { Comparison } from './comparison.ts'
import { type Lowered, setupWord, setupWords, type Word } from './lowered.ts'
import { chosen, EXIT_LINES, type ExitLine, type Source, STATE_ITEMS } from './trace.ts'

export interface Needs {
  /** Exits that are expected, or were observed. */
  readonly exits: readonly ExitLine[]
  /** Exits at which the VMM answers a read. */
  readonly reads: ReadonlySet<ExitLine>
  /** Numbers of the handlers that are run, or named by the program. */
  readonly handlers: readonly number[]
  /** The variables that hold state. */
  readonly variables: ReadonlySet<Source>
  /** What is read at every exit, beside the registers. */
  readonly readAtExits: ReadonlySet<Source>
  /** The guest's debug registers are not as after reset. */
  readonly debugRegisters: boolean
  /** Some handler has logged what it found. */
  readonly logs: boolean
  /** RDMSR or WRMSR. */
  readonly msrs: boolean
  readonly blockIrq: boolean
  /** Some ioctl's result counts. */
  readonly acts: boolean
  /** What is in force at each save and restore, as far as KVM_SET_GUEST_DEBUG has said so. */
  readonly debugging: ReadonlyMap<Word, Word>
  readonly immediateExit: boolean
  readonly saveRestore: boolean
  /** SYSCALL or SYSRET: MSRs that say where they go. */
  readonly syscalls: boolean
  /** Interrupt windows are requested. */
  readonly windows: boolean
}

const AT_RESET: { readonly [name: string]: bigint } = { dr6: 0xffff0ff0n, dr7: 0x400n }

const SHARED = (handlerAddress(255) - HANDLERS) / HANDLER_SIZE
const SYSCALL = (handlerAddress('syscall') - HANDLERS) / HANDLER_SIZE

/** The number of the handler that a vector, as it is logged, has. */
const handlerOf = (vector: number, mode: ProgramMode): number => {
  if (vector === 0xfe && mode === 'long') return SYSCALL
  return Math.min(vector, SHARED)
}

/** The handlers that some run has logged in, or stood in at an exit, and those that the program names. */
const handlersOf = (program: Program, { lines, rips }: Comparison): number[] => {
  const { mode = 'real' } = program.setup
  const logged = lines.flatMap((line) => /^guest: vector=(\d+)/.exec(line)?.[1] ?? [])
  const named = [...JSON.stringify(program).matchAll(/"handler":(\d+)/g)].map(([, vector]) => vector!)
  const entered = rips
    .filter((rip) => rip >= BigInt(HANDLERS) && rip < BigInt(LOG))
    .map((rip) => Math.floor((Number(rip) - HANDLERS) / HANDLER_SIZE))
  const vectors = [...logged, ...named].map((vector) => handlerOf(Number(vector), mode))
  const all = [...vectors, ...entered].filter((handler) => handler <= (mode === 'long' ? SYSCALL : SHARED))
  return [...new Set(all)].sort((a, b) => a - b)
}

const INJECT = 0xc0000

/** The last KVM_SET_GUEST_DEBUG that succeeds before each save and restore, without what it injects. */
const debuggingOf = (words: readonly Word[], results: readonly string[]): Map<Word, Word> => {
  const found = new Map<Word, Word>()
  let last: Word | null = null
  for (const [i, word] of words.entries()) {
    if (word.name === 'gd' && results[i] === 'ok') last = word
    if (word.name !== 'save-restore' || last === null) continue
    const [control, ...registers] = last.values
    const kept = Number.parseInt(control!, 16) & ~INJECT
    found.set(word, { ...last, values: [(kept >>> 0).toString(16), ...registers] })
  }
  return found
}

const CALLS = new Set(['gd', 'regs', 'sregs', 'dregs', 'events', 'write-back', 'interrupt', 'nmi'])
const BLOCKIRQ = 0x100000

export const needsOf = (program: Program, line: Lowered, comparison: Comparison): Needs => {
  const { lines, compared } = comparison
  const words = line.groups.flat()
  const has = (...names: string[]): boolean => words.some(({ name }) => names.includes(name))
  const touches = (state: string): boolean =>
    words.some(({ name, argument }) => name === state || (name === 'write-back' && argument === state))
  const begins = (...start: string[]): boolean => {
    const text = start.join(' ')
    return lines.some((each) => each === text || each.startsWith(`${text} `))
  }
  const exits = Object.values(EXIT_LINES).filter(({ constant }) => begins(constant))
  const reads = exits.filter(({ constant }) => begins(constant, 'in') || begins(constant, 'read'))

  const shown = chosen(STATE_ITEMS, compared).flatMap(({ source }) => source ?? [])
  // KVM_GET_VCPU_EVENTS is not invisible: KVM looks again at an NMI that waits.
  const looksAtNmis = has('nmi') || words.some(({ name, fields }) => name === 'events' && fields.has('nmi'))
  const readAtExits = new Set<Source>(
    (['debugregs', 'events'] as const).filter(
      (source) => shown.includes(source) || (source === 'events' && looksAtNmis),
    ),
  )
  const saveRestore = has('save-restore')
  const debugRegisters = [...setupWord(line, 'dregs').fields].some(
    ([name, value]) => value !== (AT_RESET[name] ?? 0n),
  )
  const variables = new Set<Source>(readAtExits)
  if (saveRestore || touches('dregs') || debugRegisters) variables.add('debugregs')
  if (saveRestore || touches('events')) variables.add('events')

  const written = words.filter(({ name }) => name === 'write')
  const code = [...setupWords(line, 'mem'), ...written].map(({ values }) => values[1]).join(' ')
  return {
    exits,
    reads: new Set(reads),
    handlers: handlersOf(program, comparison),
    variables,
    readAtExits,
    debugRegisters,
    logs: lines.some((text) => text.startsWith('guest: vector=')),
    msrs: /0f3[02]/.test(code),
    blockIrq: words.some(
      ({ name, values }) => name === 'gd' && (Number.parseInt(values[0]!, 16) & BLOCKIRQ) !== 0,
    ),
    acts: words.some(({ name }) => CALLS.has(name)),
    debugging: debuggingOf(words, comparison.results),
    immediateExit: has('immediate-exit') || saveRestore,
    saveRestore,
    syscalls: setupWords(line, 'msrs').length > 0 && (saveRestore || /0f0[57]/.test(code)),
    windows: has('window'),
  }
}
