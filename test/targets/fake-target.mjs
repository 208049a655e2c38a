/**
 * A target that misbehaves, for tests: it serves the model, and once in so many programs does what its first argument
 * says. `node fake-target.mjs FAULT EVERY VARIANT`; a fault that ends in `-once` happens in one process only, which a
 * file named by the fourth argument remembers.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { variants } from '../../dist/model/x86/variants/index.js'
import { modelServer } from '../../dist/oracles/targets/x86/serve.js'
import { isChosen } from '../../dist/test/targets/chosen.js'

const [fault, every, id = 'x86/ideal', memory = ''] = process.argv.slice(2)
const answer = modelServer(variants.find((variant) => variant.id === id))
const once = fault.endsWith('-once')
const kind = once ? fault.slice(0, -5) : fault

if (kind === 'silent') setInterval(() => {}, 1000)
else if (kind === 'mute-end') process.exit(7)
else if (kind === 'noise') process.stdout.write('Welcome to somebox\n')
else if (kind === 'old') process.stdout.write('hello guest-debug-oracle/runner 1 x86 Linux 6.1\n')
else process.stdout.write('hello guest-debug-oracle/runner 2 arch=x86 kernel=0 module=none model=x86/ideal\n')

let told = 0

const misbehave = (lines) => {
  const [first, ...rest] = lines
  switch (kind) {
    case 'hang':
      return null
    case 'exit':
      process.stderr.write('segmentation\nfault\n')
      process.exit(3)
      return null
    case 'break-off':
      process.stdout.write(`${first}\n${(rest[0] ?? '').slice(0, 9)}`, () => process.exit(0))
      return null
    case 'garbage':
      return [first, 'KERNEL PANIC', ...rest]
    case 'half':
      return [first, lines.at(-1)]
    case 'flood': {
      const pour = () => {
        while (process.stdout.write(`${first}\n`.repeat(1000)));
        process.stdout.once('drain', pour)
      }
      pour()
      return null
    }
    case 'long-line':
      process.stdout.write('x'.repeat(1 << 20))
      return null
    case 'wrong':
      return [...lines.slice(0, -1), 'done ffff']
    case 'no-id':
      return [...lines.slice(0, -1), 'done']
    case 'twice':
      return [...lines, ...lines]
    case 'lie':
    case 'flaky':
      told += 1
      return kind === 'flaky' && told % 2 === 0 ? lines : [...lines, ''].join('\n').replace(/ rsi=\w+/, ' rsi=bad').trimEnd().split('\n')
    case 'refuse':
      return ['error KVM_CREATE_VM: Cannot allocate memory', lines.at(-1)]
    default:
      return lines
  }
}

let programs = 0
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'quit') process.exit()
  const isProgram = line.startsWith('run ')
  if (isProgram) programs += 1
  const lines = answer(line)
  const chosen = isProgram && isChosen(line, Number(every))
  const now = chosen && (!once || !existsSync(memory))
  if (now && once) writeFileSync(memory, '')
  const said = now ? misbehave(lines) : lines
  if (said === null) {
    // The rest of the programs wait in vain.
    await new Promise(() => {})
  }
  process.stdout.write(`${said.join('\n')}\n`)
}
