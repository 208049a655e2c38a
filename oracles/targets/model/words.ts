/**
 * The line protocol as a server reads it: words, numbers, and one answer for each line. What the words mean belongs to
 * the machines.
 */

/** A line that cannot be carried out; the message is what stands behind `error`. */
export class BadLine extends Error {}

export const bad = (message: string): never => {
  throw new BadLine(message)
}

/** `name=argument`, or a name alone. */
export type Word = readonly [name: string, argument: string]

const wordOf = (text: string): Word => {
  const at = text.indexOf('=')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

export const number = (text: string | undefined, what: string): bigint =>
  text !== undefined && /^[0-9a-fA-F]{1,16}$/.test(text)
    ? BigInt(`0x${text}`)
    : bad(`${what}: not a hex number`)

/** A number as programs have it. */
export const hex = (value: bigint): string => `0x${value.toString(16)}`

/** `name:value,…` */
export const pairs = (argument: string, what: string): [name: string, value: bigint][] =>
  argument === ''
    ? []
    : argument.split(',').map((pair) => {
        const at = pair.indexOf(':')
        return at < 0 ? bad(`${what}: not name:value`) : [pair.slice(0, at), number(pair.slice(at + 1), what)]
      })

export const numbers = (argument: string, what: string): bigint[] =>
  argument.split(',').map((text) => number(text, what))

/** `address,bytes` */
export const bytesAt = (argument: string, what: string): { at: bigint; bytes: string } => {
  const [address, bytes = '', ...rest] = argument.split(',')
  if (rest.length > 0 || !/^([0-9a-fA-F]{2})*$/.test(bytes)) bad(`${what}: expected address,bytes`)
  return { at: number(address, what), bytes }
}

/** Splits the words of a program into its set-up and its groups. */
const grouped = (words: readonly Word[]): Word[][] => {
  const parts: Word[][] = [[]]
  for (const word of words)
    if (word[0] === 'group') parts.push([])
    else parts.at(-1)!.push(word)
  return parts
}

/** What a machine does with the lines; both may find a bad one. */
export interface Lines<Image> {
  /** The memory that the words of an `image` line describe. */
  readonly imageOf: (words: readonly Word[]) => Image
  /** The lines of the answer to a program. */
  readonly run: (
    setup: readonly Word[],
    groups: readonly (readonly Word[])[],
    images: ReadonlyMap<bigint, Image>,
  ) => readonly string[]
}

/** A server: answers one line after another with the lines of its answer, `done` among them. */
export const lineServer = <Image>({ imageOf, run }: Lines<Image>): ((line: string) => readonly string[]) => {
  const images = new Map<bigint, Image>()
  const carryOut = (command: string | undefined, words: readonly Word[]): readonly string[] => {
    if (command === 'image') {
      const [[n] = [''], ...memory] = words
      images.set(number(n, 'image'), imageOf(memory))
      return []
    }
    if (command !== 'run') return bad('expected run, image or quit')
    const [setup = [], ...groups] = grouped(words)
    return run(setup, groups, images)
  }
  return (line) => {
    const [command, ...rest] = line.split(' ').filter((word) => word !== '')
    const words = rest.map(wordOf)
    const [first] = words
    const id = command === 'run' && first?.[0] === 'id' ? first[1] : null
    const done = id === null ? 'done' : `done ${id}`
    try {
      return [...carryOut(command, id === null ? words : words.slice(1)), done]
    } catch (error) {
      if (error instanceof BadLine) return [`error ${error.message}`, done]
      throw error
    }
  }
}
