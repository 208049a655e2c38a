/**
 * What a command is, and how its arguments are read.
 *
 * | code     | what is wrong with the command line                |
 * |----------|----------------------------------------------------|
 * | GDO-1001 | no command has this name                           |
 * | GDO-1002 | an option that the command does not have           |
 * | GDO-1003 | an option without its value, or with one too many  |
 * | GDO-1004 | too few or too many arguments                      |
 * | GDO-1005 | a value that an option does not take               |
 * | GDO-1006 | a file that cannot be read                         |
 */
import { parseArgs } from 'node:util'
import { InputError } from '../../model/program.ts'
import { didYouMean } from './suggest.ts'

export interface OptionText {
  readonly type: 'string' | 'boolean'
  /** May be given several times. */
  readonly multiple?: boolean
  /** What its value is called in the help. */
  readonly value?: string
  readonly meaning: string
}

/** The arguments of one call, checked against the command's declaration. */
export interface Invocation {
  readonly positionals: readonly string[]
  /** Whether a boolean option is given. */
  readonly flag: (name: string) => boolean
  /** The value of an option, if it is given. */
  readonly text: (name: string) => string | undefined
  /** All values of an option. */
  readonly texts: (name: string) => readonly string[]
}

export interface Command {
  /** Names of the arguments: `['DECISION']`, `['[KIND]']` for one that may be left out, `['[ID…]']` for any number. */
  readonly positionals: readonly string[]
  readonly options: { readonly [name: string]: OptionText }
  /** What stands in the help below the options. */
  readonly details?: string
  /** Does the work; what it returns is the exit code. */
  readonly run: (invocation: Invocation) => Promise<number>
}

/** Options of every command. */
export const GLOBAL_OPTIONS: { readonly [name: string]: OptionText } = {
  help: { type: 'boolean', meaning: 'this text' },
  json: { type: 'boolean', meaning: 'the result for a program' },
  load: {
    type: 'string',
    multiple: true,
    value: 'MODULE',
    meaning: 'adds the variants and properties that an ES module exports',
  },
  debug: { type: 'boolean', meaning: 'stack traces of errors' },
}

/** Options that several commands share. */
export const VARIANT_OPTION: OptionText = {
  type: 'string',
  value: 'V',
  meaning: 'the variant that answers; default the ideal one of the machine',
}
export const CHOICE_OPTION: OptionText = {
  type: 'string',
  multiple: true,
  value: 'NAME=ANSWER',
  meaning: 'answers a choice that the variant leaves open',
}

const usageError = (code: string, message: string): never => {
  throw new InputError(code, message)
}

const parse = (args: readonly string[], options: { readonly [name: string]: OptionText }) => {
  try {
    return parseArgs({
      args: [...args],
      options: Object.fromEntries(
        Object.entries(options).map(([name, { type, multiple = false }]) => [name, { type, multiple }]),
      ),
      allowPositionals: true,
      strict: true,
    })
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
      const name = /'(-[^']*)'/.exec(message)?.[1] ?? ''
      const known = Object.keys(options).map((option) => `--${option}`)
      return usageError('GDO-1002', `unknown option ${name}${didYouMean(name, known)}`)
    }
    if (code?.startsWith('ERR_PARSE_ARGS')) return usageError('GDO-1003', message.split('\n')[0]!)
    throw error
  }
}

/**
 * Reads the arguments of a command.
 *
 * @throws InputError for what the command does not take.
 */
export const readArguments = (name: string, command: Command, args: readonly string[]): Invocation => {
  const { values, positionals } = parse(args, { ...command.options, ...GLOBAL_OPTIONS })
  const required = command.positionals.filter((text) => !text.startsWith('[')).length
  const many = command.positionals.some((text) => text.includes('…'))
  const wrongCount =
    positionals.length < required || (!many && positionals.length > command.positionals.length)
  if (wrongCount && values.help !== true) {
    const expected = command.positionals.join(' ') || 'no argument'
    usageError('GDO-1004', `${name}: expected ${expected}; see gdo ${name} --help`)
  }
  return {
    positionals,
    flag: (option) => values[option] === true,
    text: (option) => values[option] as string | undefined,
    texts: (option) => (values[option] as string[] | undefined) ?? [],
  }
}

const optionLines = (options: { readonly [name: string]: OptionText }): string[] => {
  const entries = Object.entries(options).map(
    ([name, { value, meaning }]) => [`--${name}${value === undefined ? '' : ` ${value}`}`, meaning] as const,
  )
  const width = Math.max(...entries.map(([left]) => left.length))
  return entries.map(([left, meaning]) => `  ${left.padEnd(width)}  ${meaning}`)
}

/** The help of one command. */
export const helpText = (name: string, summary: string, command: Command): string =>
  [
    `gdo ${[name, ...command.positionals].join(' ')} [options]`,
    `  ${summary}`,
    '',
    ...optionLines({ ...command.options, ...GLOBAL_OPTIONS }),
    ...(command.details === undefined ? [] : ['', command.details]),
    '',
  ].join('\n')
