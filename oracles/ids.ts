/**
 * Public ids (`machine/kebab-case-name`) of what the code names otherwise.
 */

/** `mergeDr6` as `merge-dr6`. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Id of a rule or choice of a machine: `idOf('x86', 'mergeDr6')` is `x86/merge-dr6`. */
export const idOf = (machine: string, name: string): string => `${machine}/${kebab(name)}`

/** The machine that something belongs to: what stands before the slash of its id. */
export const machineIn = (id: string): string => id.slice(0, Math.max(0, id.indexOf('/')))

/** The choice of a machine with an id, or with a name as the code has it. */
export const choiceNamed = (machine: string, choices: object, text: string): string | undefined =>
  Object.keys(choices).find((name) => name === text || idOf(machine, name) === text)

/** Answers to the choices of a machine, by the choices' ids. */
export const answersById = (
  machine: string,
  answers: object | ReadonlyMap<string, string>,
): { [id: string]: string } =>
  Object.fromEntries(
    [...(answers instanceof Map ? answers : Object.entries(answers))].map(([name, answer]) => [
      idOf(machine, name),
      answer,
    ]),
  )
