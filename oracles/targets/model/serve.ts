/**
 * The model as a process that speaks the line protocol: `serve.js VARIANT [MODULE…]`, the modules as of `--load`.
 */
import { createInterface } from 'node:readline'
import { findVariant, openRegistry } from '../../cli/registry.ts'
import { x86 } from '../../machines/x86.ts'
import { PROTOCOL } from '../process.ts'
import { modelServer } from './answer.ts'

const [id = '', ...modules] = process.argv.slice(2)
const variant = findVariant(await openRegistry(modules), id, x86.name)
const answer = modelServer(variant)

process.stdout.on('error', () => process.exit())
process.stdout.write(
  `hello guest-debug-oracle/runner ${PROTOCOL} arch=x86 model=${variant.id} forced-emulation=1\n`,
)
for await (const line of createInterface({ input: process.stdin.setEncoding('latin1') })) {
  if (line.trim() === 'quit') break
  if (line.trim() !== '') process.stdout.write(`${answer(line.trimEnd()).join('\n')}\n`)
}
process.stdin.destroy()
