/**
 * Compares two variants: the rules in which they differ and, for each of them, the shortest program that tells one
 * from the same variant with that one rule swapped.
 */
import {
  type Answers,
  allowedRuns,
  CHOICE_NAMES,
  choices,
  chooseFrom,
  type Program,
  RULE_NAMES,
  type Run,
  runProgram,
  type Variant,
} from '../../model/x86/index.ts'
import { answersFor, samplePrograms } from '../../properties/check.ts'
import { explore } from '../../properties/exhaustive.ts'
import { shrink } from '../../properties/shrink.ts'
import { alphabet } from '../../properties/x86/alphabet.ts'
import { PROGRAM_CLASSES } from '../../properties/x86/generators.ts'
import { firstDifference } from '../../properties/x86/observations.ts'

/** One thing in which two variants differ: a rule, a slot, or a choice that one fixes otherwise. */
export interface Part {
  readonly kind: 'rule' | 'slot' | 'choice'
  readonly name: string
}

/** A program on which two variants differ, and where. */
export interface Separation {
  readonly program: Program
  readonly answers: Answers
  /** The first observation that differs. */
  readonly difference: string
  /** No shorter program over the alphabet separates them; otherwise it is not proved minimal. */
  readonly shortest: boolean
}

/** The parts in which two variants differ. */
export const differingParts = (a: Variant, b: Variant): Part[] => [
  ...RULE_NAMES.filter((name) => a.rules[name] !== b.rules[name]).map(
    (name): Part => ({ kind: 'rule', name }),
  ),
  ...(Object.keys(a.slots) as (keyof Variant['slots'])[])
    .filter((name) => a.slots[name] !== b.slots[name])
    .map((name): Part => ({ kind: 'slot', name })),
  ...CHOICE_NAMES.filter((name) => a.answers[name] !== b.answers[name]).map(
    (name): Part => ({ kind: 'choice', name }),
  ),
]

/** The variant `a` with one part taken from `b`. Slots share their state and are swapped together. */
export const withPart = (a: Variant, b: Variant, part: Part): Variant => {
  const id = `${a.id} with ${part.name} of ${b.id}`
  switch (part.kind) {
    case 'rule':
      return { ...a, id, rules: { ...a.rules, [part.name]: b.rules[part.name as keyof Variant['rules']] } }
    case 'slot':
      return { ...a, id, slots: b.slots }
    case 'choice': {
      const { [part.name as keyof Answers]: _, ...answers } = a.answers
      const fixed = b.answers[part.name as keyof Answers]
      return { ...a, id, answers: fixed === undefined ? answers : { ...answers, [part.name]: fixed } }
    }
  }
}

/** What a run of `b` shows that no run of `a` may show; `null` if `a` allows it. */
const notAllowed = (program: Program, a: Variant, run: Run, answers: Answers): string | null => {
  if (run.events.some((event) => event.kind === 'unpredictable')) return null
  if (firstDifference(runProgram(program, a, answers), run) === null) return null
  let closest: string | null = null
  for (const allowed of allowedRuns(program, a)) {
    const difference = firstDifference(allowed.run, run)
    if (difference === null || allowed.run.events.some((event) => event.kind === 'unpredictable')) return null
    closest ??= difference
  }
  return closest
}

const separates = (program: Program, a: Variant, b: Variant, answers: Answers): string | null => {
  try {
    return notAllowed(program, a, runProgram(program, b, answers), answers)
  } catch {
    return null
  }
}

export interface SearchOptions {
  /** Random programs of each class, if no small one separates the two. */
  readonly runs: number
  readonly seed: number
}

/** The shortest program on which `b` does what `a` does not allow; `null` if none was found. */
export const separate = (a: Variant, b: Variant, { runs, seed }: SearchOptions): Separation | null => {
  let found: Separation | null = null
  explore({ alphabet, instructions: 1, groups: 1 }, (program) => {
    const all: Run[] = []
    for (const { run, answers } of allowedRuns(program, b)) {
      all.push(run)
      const difference = notAllowed(program, a, run, answers)
      if (difference === null) continue
      found = { program, answers, difference, shortest: true }
      return null
    }
    return all
  })
  if (found) return found
  for (const programClass of PROGRAM_CLASSES)
    for (const [n, program] of samplePrograms(programClass, runs, seed).entries()) {
      const answers = answersFor(seed, n)
      if (separates(program, a, b, answers) === null) continue
      const smallest = shrink(program, (smaller) => separates(smaller, a, b, answers) !== null, 3000).program
      const difference = separates(smallest, a, b, answers)!
      const met = runProgram(smallest, b, answers).consulted
      const needed = Object.fromEntries(
        Object.entries(answers).filter(([name]) => met.has(name as keyof Answers) && !(name in b.answers)),
      )
      return { program: smallest, answers: needed, difference, shortest: false }
    }
  return null
}

/** The default answer of a variant to a choice, for showing what it fixes. */
export const answerText = (variant: Variant, name: string): string => {
  const choice = name as keyof typeof choices
  return (
    variant.answers[choice] ?? `${choices[choice].answers.join(' or ')} (default ${chooseFrom({})(choice)})`
  )
}
