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
export interface Lines<Image, Answer = readonly string[]> {
  /** The memory that the words of an `image` line describe. */
  readonly imageOf: (words: readonly Word[]) => Image
  /** The lines of the answer to a program. */
  readonly run: (
    setup: readonly Word[],
    groups: readonly (readonly Word[])[],
    images: ReadonlyMap<bigint, Image>,
  ) => Answer
}

/** A line as it was received. */
interface Received<Answer> {
  /** The last line of its answer. */
  readonly done: string
  /** The lines before; `null` for an image. */
  readonly carryOut: () => Answer | null
}

const receiver = <Image, Answer>({
  imageOf,
  run,
}: Lines<Image, Answer>): ((line: string) => Received<Answer>) => {
  const images = new Map<bigint, Image>()
  const carryOut = (command: string | undefined, words: readonly Word[]): Answer | null => {
    if (command === 'image') {
      const [[n] = [''], ...memory] = words
      images.set(number(n, 'image'), imageOf(memory))
      return null
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
    return {
      done: id === null ? 'done' : `done ${id}`,
      carryOut: () => carryOut(command, id === null ? words : words.slice(1)),
    }
  }
}

const refusal = (error: unknown): string => {
  if (error instanceof BadLine) return `error ${error.message}`
  throw error
}

/** A server: answers one line after another with the lines of its answer, `done` among them. */
export const lineServer = <Image>(lines: Lines<Image>): ((line: string) => readonly string[]) => {
  const receive = receiver(lines)
  return (line) => {
    const { done, carryOut } = receive(line)
    try {
      return [...(carryOut() ?? []), done]
    } catch (error) {
      return [refusal(error), done]
    }
  }
}

/** The same for what takes its time. */
export const slowLineServer = <Image>(
  lines: Lines<Image, Promise<readonly string[]>>,
): ((line: string) => Promise<readonly string[]>) => {
  const receive = receiver(lines)
  return async (line) => {
    const { done, carryOut } = receive(line)
    try {
      return [...((await carryOut()) ?? []), done]
    } catch (error) {
      return [refusal(error), done]
    }
  }
}
