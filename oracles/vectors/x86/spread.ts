/**
 * Programs that have nothing to prove: every instruction under each debugger, and the simplest random program for
 * everything else that a run can show.
 */
import { InputError } from '../../../model/program.ts'
import {
  type Exit,
  existsIn,
  type Instruction,
  ideal,
  makeProgram,
  type Program,
  type Run,
  runProgram,
  type Setup,
} from '../../../model/x86/index.ts'
import { DR6 } from '../../../model/x86/registers.ts'
import { samplePrograms } from '../../../properties/check.ts'
import { shrink } from '../../../properties/shrink.ts'
import { alphabet } from '../../../properties/x86/alphabet.ts'
import { PROGRAM_CLASSES } from '../../../properties/x86/generators.ts'
import { idOf } from '../../ids.ts'
import { x86 } from '../../machines/x86.ts'
import { isSupported } from './limits.ts'

/** A program with its reason. */
export interface SpreadProgram {
  readonly id: string
  readonly why: string
  readonly program: Program
}

const NOP: Instruction = { op: 'nop' }
const STEP = [[{ do: 'set-guest-debug', control: '0x3' }]] as const
const NEXT = [{ instruction: 1 }]

/** Both debuggers' ways to stop at the instruction behind the one that is looked at. */
const SITUATIONS: readonly {
  readonly name: string
  readonly text: string
  readonly setup: Setup
  readonly script: Program['script']
}[] = [
  { name: 'host-step', text: 'stepped by the host', setup: {}, script: STEP },
  { name: 'guest-step', text: 'with the guest’s own TF', setup: { rflags: '0x102' }, script: [] },
  {
    name: 'host-breakpoint',
    text: 'with a code breakpoint of the host behind it, which is removed when it has hit',
    setup: {},
    script: [
      [{ do: 'set-guest-debug', control: '0x20001', db: NEXT, dr7: '0x402' }],
      [],
      [{ do: 'set-guest-debug', control: '0x0' }],
    ],
  },
  {
    name: 'guest-breakpoint',
    text: 'with a code breakpoint of the guest’s own behind it',
    setup: { db: NEXT, dr7: '0x402', onDebugException: 'disarm' },
    script: [],
  },
]

const nameOf = (instruction: Instruction): string => {
  if (instruction.op === 'int') return `int-${instruction.vector}`
  if (instruction.op === 'mov-to-dr' || instruction.op === 'mov-from-dr')
    return `${instruction.op}${instruction.dr}`
  const place = 'at' in instruction && typeof instruction.at === 'object' && 'place' in instruction.at
  return place ? `${instruction.op}-${(instruction.at as { place: string }).place}` : instruction.op
}

/** Registers and stack with which an instruction does something ordinary. */
const ORDINARY: { readonly [op: string]: Setup } = {
  popf: { stack: ['0x2'] },
  popfd: { stack: ['0x2', '0x0'] },
  iret: { stack: [{ instruction: 1, as: 'ip' }, '0x0', '0x2'] },
  iretd: { stack: [{ instruction: 1, as: 'ip' }, '0x0', '0x0', '0x0', '0x2', '0x0'] },
  wrmsr: { registers: { ecx: '0x174' } },
  'rep-stosb': { registers: { ecx: '0x2', edi: { place: 'data' } } },
  'rep-insb': { registers: { ecx: '0x2', edi: { place: 'data' }, edx: '0x10' } },
  sysret: { registers: { ecx: { instruction: 1 }, r11: '0x2' } },
}

const LONG_ONLY: readonly string[] = ['syscall', 'sysret']

/** Every instruction of the alphabet in every situation. */
const systematic = (): SpreadProgram[] =>
  alphabet.instructions.flatMap((instruction) =>
    SITUATIONS.flatMap(({ name, text, setup, script }): SpreadProgram[] => {
      const mode = LONG_ONLY.includes(instruction.op) ? 'long' : 'real'
      if (!existsIn(instruction, mode)) return []
      const whole: Setup = { ...ORDINARY[instruction.op], ...setup, ...(mode === 'long' ? { mode } : {}) }
      return [
        {
          id: `${nameOf(instruction)}-${name}`,
          why: `${instruction.op} ${text}.`,
          program: makeProgram(whole, [instruction, NOP], script),
        },
      ]
    }),
  )

/** Causes in DR6, by their names. */
const causesOf = (value: bigint): string[] =>
  DR6.fields.flatMap(({ name, lsb, access }) =>
    access === 'rw' && (value >> BigInt(lsb)) & 1n ? [name] : [],
  )

const exitFeature = (exit: Exit): { readonly slug: string; readonly text: string } => {
  if (exit.reason === 'debug') {
    if (exit.debug.exception === 3) return { slug: 'bp', text: '#BP' }
    const causes = causesOf(exit.debug.dr6)
    return {
      slug: ['db', ...causes.map((name) => name.toLowerCase())].join('-'),
      text: `#DB with ${causes.join(', ') || 'no cause'}`,
    }
  }
  const direction = 'direction' in exit ? exit.direction : null
  return direction === null
    ? { slug: exit.reason, text: exit.reason }
    : { slug: `${exit.reason}-${direction}`, text: `${exit.reason} ${direction}` }
}

/** What a run shows, each as a slug and in words. */
const featuresOf = (run: Run): Map<string, string> => {
  const features = new Map<string, string>()
  const add = (slug: string, text: string): void => {
    features.set(slug, text)
  }
  for (const event of run.events) {
    if (event.kind === 'action') {
      const result = event.result === 'ok' ? '' : `-${event.result.toLowerCase()}`
      add(`action-${event.action.do}${result}`, `the host’s action ${event.action.do}: ${event.result}`)
    }
    if (event.kind === 'exit') {
      const { slug, text } = exitFeature(event.exit)
      add(`exit-${slug}`, `an exit for ${text}`)
    }
    if (event.kind === 'delivery')
      add(`delivers-${event.source}-${event.vector}`, `vector ${event.vector} delivered (${event.source})`)
    if (event.kind === 'guest-write')
      add(
        `guest-write-dr${event.dr}-${event.result.replace('#', '').toLowerCase()}`,
        `a MOV to DR${event.dr}: ${event.result}`,
      )
  }
  for (const choice of run.consulted.keys())
    add(`meets-${idOf(x86.name, choice).slice(4)}`, `the choice ${idOf(x86.name, choice)}`)
  add(`ends-${run.ending}`, `the ending ${run.ending}`)
  return features
}

const RANDOM_PROGRAMS = 150
const MOST_SHRINKING = 300

/** Endings that say all there is to say. */
const isClear = (run: Run): boolean => run.ending !== 'cap' && !run.consulted.has('undefinedBreakpoint')

/** The run of the ideal machine; `null` if there is nothing to say of it. */
const runOf = (program: Program): Run | null => {
  try {
    return isSupported(program, ideal) ? runProgram(program, ideal) : null
  } catch (error) {
    if (error instanceof InputError) return null
    throw error
  }
}

/** For each feature that nothing else shows, the simplest program that does. */
const covering = (known: readonly Program[], seed: number): SpreadProgram[] => {
  const shown = new Set<string>()
  for (const program of known)
    for (const slug of featuresOf(runProgram(program, ideal)).keys()) shown.add(slug)
  const found: SpreadProgram[] = []
  for (const programClass of PROGRAM_CLASSES) {
    if (programClass === 'forced-emulation') continue
    for (const program of samplePrograms(programClass, RANDOM_PROGRAMS, seed)) {
      const run = runOf(program)
      if (!run || !isClear(run)) continue
      for (const [slug, text] of featuresOf(run)) {
        if (shown.has(slug)) continue
        const shows = (candidate: Program): boolean => {
          const smaller = runOf(candidate)
          return smaller !== null && isClear(smaller) && featuresOf(smaller).has(slug)
        }
        const smallest = shrink(program, shows, MOST_SHRINKING).program
        for (const also of featuresOf(runProgram(smallest, ideal)).keys()) shown.add(also)
        found.push({ id: slug, why: `The simplest program found that shows ${text}.`, program: smallest })
      }
    }
  }
  return found
}

/** The spread, behind programs that are there for reasons of their own. */
export const spread = (known: readonly Program[], seed: number): SpreadProgram[] => {
  const all = systematic().filter(({ program }) => {
    const run = runOf(program)
    return run !== null && isClear(run)
  })
  return [...all, ...covering([...known, ...all.map(({ program }) => program)], seed)]
}
