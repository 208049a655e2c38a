/**
 * Public ids (`machine/kebab-case-name`) of what the code names otherwise.
 */
import type { Answers, ChoiceName } from '../model/x86/choices.ts'
import { CHOICE_NAMES } from '../model/x86/choices.ts'

/** `mergeDr6` as `merge-dr6`. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Id of a rule or choice of the x86 machine: `x86/merge-dr6`. */
export const x86Id = (name: string): string => `x86/${kebab(name)}`

const byId: ReadonlyMap<string, ChoiceName> = new Map(
  CHOICE_NAMES.flatMap((name) => [
    [name, name],
    [x86Id(name), name],
  ]),
)

/** The choice with an id, or with a name as the code has it. */
export const choiceNamed = (text: string): ChoiceName | undefined => byId.get(text)

/** Answers to choices, by the choices' ids. */
export const answersById = (answers: Answers | ReadonlyMap<string, string>): { [id: string]: string } =>
  Object.fromEntries(
    [...(answers instanceof Map ? answers : Object.entries(answers))].map(([name, answer]) => [
      x86Id(name),
      answer,
    ]),
  )
