/**
 * `gdo eval DECISION`: a decision as a filter.
 */
import { InputError } from '../../model/program.ts'
import type { Json } from '../codec.ts'
import { CHOICE_OPTION, type Command, VARIANT_OPTION } from './command.ts'
import { write } from './output.ts'
import { find, findAnswers, findVariant, openRegistry } from './registry.ts'

/** A record is far shorter than this. */
const LONGEST_LINE = 1024 * 1024

/** The lines of a stream, in batches as they arrive: bounded memory, and one write per batch. */
async function* lineBatches(stream: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let rest = ''
  for await (const chunk of stream) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    if (rest.length > LONGEST_LINE) lines.push(rest)
    yield lines
    if (rest.length > LONGEST_LINE) return
  }
  if (rest !== '') yield [rest]
}

const excerpt = (line: string): string => JSON.stringify(line.length > 60 ? `${line.slice(0, 60)}…` : line)

const parseLine = (line: string): unknown => {
  if (line.length > LONGEST_LINE) throw new InputError('GDO-1308', 'longer than 1 MiB')
  try {
    return JSON.parse(line)
  } catch {
    throw new InputError('GDO-1309', `malformed JSON: ${excerpt(line)}`)
  }
}

export const evalCommand: Command = {
  positionals: ['DECISION'],
  options: { variant: VARIANT_OPTION, choice: CHOICE_OPTION },
  details: `Reads one JSON object per line from stdin and writes one per line to stdout, in order.
Register values are hex strings. gdo list decisions names the decisions, gdo explain ID their fields.

  echo '{"dr6":"0xffff4ff2","payload":"0xd"}' | gdo eval x86/merge-dr6`,
  run: async (invocation) => {
    const registry = await openRegistry(invocation.texts('load'))
    const decision = find('decision', registry.decisions, invocation.positionals[0]!)
    const variant = findVariant(registry, invocation.text('variant'), decision.machine)
    const evaluate = decision.evaluator(variant, findAnswers(registry, invocation.texts('choice'), variant))
    const answer = (line: string): Json => evaluate(parseLine(line))

    let number = 0
    process.stdin.setEncoding('utf8')
    for await (const lines of lineBatches(process.stdin)) {
      let answers = ''
      try {
        for (const line of lines) {
          number += 1
          if (line.trim() !== '') answers += `${JSON.stringify(answer(line))}\n`
        }
      } catch (error) {
        await write(answers)
        throw error instanceof InputError
          ? new InputError(error.code, `line ${number}: ${error.message}`)
          : new Error(`line ${number}: ${error instanceof Error ? error.message : String(error)}`, {
              cause: error,
            })
      }
      await write(answers)
    }
    return 0
  },
}
