/**
 * The model as a process that speaks the line protocol: `serve.js VARIANT [MODULE…]`, the modules as of `--load`.
 */
import { createInterface } from 'node:readline'
import { find, openRegistry } from '../../cli/registry.ts'
import { machineIn } from '../../ids.ts'
import { targetMachineNamed } from '../machine.ts'
import { PROTOCOL } from '../process.ts'

const [id = '', ...modules] = process.argv.slice(2)
const variant = find('variant', (await openRegistry(modules)).variants, id)
const { name, protocol } = targetMachineNamed(machineIn(variant.id))
const answer = protocol.serve!(variant)

process.stdout.on('error', () => process.exit())
process.stdout.write(
  `hello guest-debug-oracle/runner ${PROTOCOL} arch=${name} model=${variant.id}${protocol.servedWords}\n`,
)
for await (const line of createInterface({ input: process.stdin.setEncoding('latin1') })) {
  if (line.trim() === 'quit') break
  if (line.trim() !== '') process.stdout.write(`${answer(line.trimEnd()).join('\n')}\n`)
}
process.stdin.destroy()
