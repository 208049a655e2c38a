/**
 * Choices: the named freedoms that an architecture or an ABI leaves, each with its allowed answers. The same for all
 * machines; which choices there are belongs to each.
 *
 * An ideal machine allows every answer; the first is its default in examples. A kernel or CPU fixes them. Within one run
 * a choice is answered once: nobody changes his mind between two instructions.
 */
import type { Layer } from './variant.ts'

/** What a choice is about. */
export interface ChoiceText {
  /** Who is entitled to complain about another answer. */
  readonly layer: Layer
  readonly question: string
  readonly answers: readonly [string, ...string[]]
  /** The manual calls the case undefined: nothing after it can be expected. */
  readonly unpredictable?: true
}

/** The choices of one machine, by name. */
export type Choices = Readonly<Record<string, ChoiceText>>
/** Name of one of them. */
export type NameIn<All extends Choices> = keyof All & string
/** The allowed answers of one of them. */
export type AnswerIn<All extends Choices, Name extends NameIn<All>> = All[Name]['answers'][number]
/** An answer for each of some of them. */
export type AnswersIn<All extends Choices> = { readonly [Name in NameIn<All>]?: AnswerIn<All, Name> }
/** Asks for the answer to one of them. */
export type ChooseIn<All extends Choices> = <Name extends NameIn<All>>(name: Name) => AnswerIn<All, Name>

/** The machine took a choice in a case that the manual calls undefined: nothing after it can be expected. */
export interface UnpredictableEvent<Name extends string = string> {
  readonly kind: 'unpredictable'
  readonly seenBy: 'nobody'
  readonly choice: Name
}

/** Answers from the first of some tables that has one, defaults (the first allowed answer) for the rest. */
export const chooseFrom =
  <All extends Choices>(choices: All, ...tables: readonly AnswersIn<All>[]): ChooseIn<All> =>
  <Name extends NameIn<All>>(name: Name) => {
    for (const answers of tables) if (answers[name] !== undefined) return answers[name]
    return choices[name]!.answers[0] as AnswerIn<All, Name>
  }

/** The context in which the rules of a variant answer outside of a run; `answers` for what the variant leaves free. */
export const contextOf = <All extends Choices, Rules>(
  choices: All,
  variant: { readonly rules: Rules; readonly answers: AnswersIn<All> },
  answers: AnswersIn<All>,
): { readonly rules: Rules; readonly choose: ChooseIn<All> } => ({
  rules: variant.rules,
  choose: chooseFrom(choices, variant.answers, answers),
})

/**
 * The choices as one run takes them.
 *
 * @param choose where the answers come from.
 * @param events what the manual calls undefined becomes an event of the run.
 * @returns `consulted` has every choice that was asked for so far, with the answer taken.
 */
export const consult = <All extends Choices>(
  choices: All,
  choose: ChooseIn<All>,
  events: { push(event: UnpredictableEvent<NameIn<All>>): unknown },
): { readonly choose: ChooseIn<All>; readonly consulted: ReadonlyMap<NameIn<All>, string> } => {
  const consulted = new Map<NameIn<All>, string>()
  return {
    consulted,
    choose: <Name extends NameIn<All>>(name: Name) => {
      const chosen = choose(name)
      if (!consulted.has(name)) {
        consulted.set(name, chosen)
        if (choices[name]!.unpredictable)
          events.push({ kind: 'unpredictable', seenBy: 'nobody', choice: name })
      }
      return chosen
    },
  }
}

/**
 * All runs that a program may produce under a variant: one for every combination of answers to the choices that
 * the program really meets, the defaults first.
 *
 * @param runProgram the run of the program under that variant, free choices answered from a table.
 */
export function* allowedRuns<
  All extends Choices,
  Run extends { readonly consulted: ReadonlyMap<NameIn<All>, string> },
>(
  choices: All,
  variant: { readonly answers: AnswersIn<All> },
  runProgram: (answers: AnswersIn<All>) => Run,
): Generator<{ readonly run: Run; readonly answers: AnswersIn<All> }> {
  const pending: AnswersIn<All>[] = [{}]
  for (let answers = pending.pop(); answers; answers = pending.pop()) {
    const run = runProgram(answers)
    yield { run, answers }
    const fixed = { ...answers } as { [name: string]: string }
    // In the order of the table, so that the order of the runs does not hang on the program.
    for (const [name, { answers: allowed }] of Object.entries(choices)) {
      const taken = run.consulted.get(name)
      if (taken === undefined || name in variant.answers || name in fixed) continue
      for (const other of allowed)
        if (other !== taken) pending.push({ ...fixed, [name]: other } as AnswersIn<All>)
      fixed[name] = taken
    }
  }
}
