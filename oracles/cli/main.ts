#!/usr/bin/env node
/**
 * The entry of the command line. Exit codes: 0 all agreed, 1 a counterexample, 2 wrong use or bad input, 3 the
 * environment cannot do it, 4 a fault in the specification itself.
 */
import { InputError } from '../../model/program.ts'
import { packageVersion } from '../package.ts'
import { Unavailable } from '../targets/target.ts'
import { helpText, readArguments } from './command.ts'
import { commands } from './commands.ts'
import { didYouMean } from './suggest.ts'

const OVERVIEW_END = `
gdo COMMAND --help says more about one command.
Exit codes: 0 all agreed, 1 a counterexample, 2 wrong use or bad input, 3 the environment cannot do it,
4 a fault in the specification itself.
`

const overview = (): string => {
  const names = Object.keys(commands)
  const width = Math.max(...names.map((name) => name.length))
  const lines = names.map((name) => `  ${name.padEnd(width)}  ${commands[name]!.summary}\n`)
  return `gdo COMMAND [arguments] [options]
  whose is a debug event, when two debuggers share one set of debug hardware

${lines.join('')}${OVERVIEW_END}`
}

/** Index of the command's name: the first argument that is no option. */
const commandAt = (args: readonly string[]): number => {
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--load') i += 1
    else if (!args[i]!.startsWith('-')) return i
  }
  return -1
}

const main = async (args: readonly string[]): Promise<number> => {
  const at = commandAt(args)
  if (at < 0) {
    if (args.includes('--version')) process.stdout.write(`${packageVersion()}\n`)
    else if (args.includes('--help') || args.includes('-h')) process.stdout.write(overview())
    else {
      process.stderr.write(overview())
      return 2
    }
    return 0
  }
  const name = args[at]!
  const rest = [...args.slice(0, at), ...args.slice(at + 1)]
  if (name === 'help') return main([...rest, '--help'])
  if (!Object.hasOwn(commands, name)) {
    const hint = didYouMean(name, Object.keys(commands)) || '; gdo --help lists the commands'
    throw new InputError('GDO-1001', `unknown command ${JSON.stringify(name)}${hint}`)
  }
  const { summary, load } = commands[name]!
  const command = await load()
  const invocation = readArguments(name, command, rest)
  if (!invocation.flag('help')) return command.run(invocation)
  process.stdout.write(helpText(name, summary, command))
  return 0
}

/** Says what went wrong in one line, and gives the exit code for it. */
const report = (error: unknown, debug: boolean): number => {
  const { name, message, code, stack } =
    error instanceof Error
      ? (error as Error & { code?: string })
      : {
          name: '',
          message: String(error),
          code: '',
          stack: '',
        }
  if (error instanceof Unavailable) {
    process.stderr.write(`gdo: ${message} [GDO-3001]\n     ${error.remedy}\n`)
    return 3
  }
  // By name: a module of --load may bring its own copy of the package.
  const isInput = error instanceof InputError || name === 'InputError'
  const line = message
    .replaceAll(/\s*\n\s*/g, ' ')
    // A terminal obeys them, and a message can quote a file.
    .replaceAll(/\p{Cc}/gu, (control) => JSON.stringify(control).slice(1, -1))
  process.stderr.write(
    isInput ? `gdo: ${line} [${code}]\n` : `gdo: internal error: ${line}; --debug shows where [GDO-4001]\n`,
  )
  if (debug) process.stderr.write(`${stack}\n`)
  return isInput ? 2 : 4
}

// Whoever reads has seen enough: not an error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

const args = process.argv.slice(2)
try {
  process.exitCode = await main(args)
} catch (error) {
  process.exitCode = report(error, args.includes('--debug'))
}
