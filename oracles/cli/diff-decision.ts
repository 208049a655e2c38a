/**
 * `gdo diff --decision ID --target exec:COMMAND`: one function of somebody's VMM against the model.
 */
import { InputError } from '../../model/program.ts'
import { tryDecision } from '../differential/decision.ts'
import { openTarget } from '../targets/open.ts'
import { ANSWERS_WITHIN } from '../targets/process.ts'
import { numberOption, ticker } from './check.ts'
import type { Invocation } from './command.ts'
import { write, writeJson } from './output.ts'
import { find, findVariant, openRegistry } from './registry.ts'

const DEFAULT_INPUTS = 1000

/** Options that are about programs. */
const NOT_HERE = [
  'against',
  'class',
  'program',
  'save',
  'resume',
  'stop-after',
  'kernel',
  'modules',
  'release',
]

export const diffDecision = async (invocation: Invocation, id: string): Promise<number> => {
  for (const name of NOT_HERE)
    if (invocation.texts(name).length > 0)
      throw new InputError('GDO-1003', `--${name} and --decision do not go together`)
  if (invocation.flag('properties') || invocation.positionals.length > 0)
    throw new InputError('GDO-1003', '--properties and --decision do not go together')
  const name = invocation.text('target') ?? ''
  if (!name.startsWith('exec:'))
    throw new InputError(
      'GDO-1604',
      `--decision: expected --target exec:COMMAND or hyp-armv7, not ${JSON.stringify(name)}`,
    )
  const registry = await openRegistry(invocation.texts('load'))
  const decision = find('decision', registry.decisions, id)
  const variant = findVariant(registry, invocation.text('variant'), decision.machine)
  const seed = numberOption(invocation, 'seed', 1, 0x7fffffff)
  const controller = new AbortController()
  const interrupt = (): void => controller.abort()
  process.once('SIGINT', interrupt)
  const tick = ticker()
  const runs = numberOption(invocation, 'runs', DEFAULT_INPUTS, 100_000_000)
  const { tried, counterexample, fault } = await tryDecision({
    decision,
    variant,
    target: await openTarget(name),
    runs,
    seed,
    answersWithin: 1000 * numberOption(invocation, 'time-limit', ANSWERS_WITHIN / 1000, 86_400),
    signal: controller.signal,
    onProgress: (count) => {
      if (count % 100 === 0) tick(`${count} of ${runs} inputs`)
    },
  })
  tick('')
  process.off('SIGINT', interrupt)

  if (invocation.flag('json'))
    await writeJson({
      target: name,
      decision: decision.id,
      variant: variant.id,
      seed,
      tried,
      counterexample,
      fault: fault && { what: fault.fault.message, input: fault.input },
      ended: controller.signal.aborted ? 'interrupted' : null,
    })
  else if (fault)
    await write(
      `${name} did not answer ${decision.id} to its end.\n  ${fault.fault.message}\n` +
        `  after   ${tried} inputs, seed ${seed}\n  input   ${JSON.stringify(fault.input)}\n`,
    )
  else if (counterexample) {
    const { input, allowed, answered, shrinks } = counterexample
    await write(
      `${name} answers ${decision.id} otherwise than ${variant.id} allows.\n` +
        `  after     ${tried + 1} inputs, seed ${seed}, shrunk ${shrinks} times\n` +
        `  input     ${JSON.stringify(input)}\n` +
        `  expected  ${allowed.map((record) => JSON.stringify(record)).join('\n         or ')}\n` +
        `  answered  ${JSON.stringify(answered)}\n`,
    )
  } else
    await write(
      `${name} answers ${decision.id} as ${variant.id} allows: ${tried} inputs, seed ${seed}.\n` +
        (controller.signal.aborted ? 'Ended early: interrupted.\n' : ''),
    )
  if (counterexample) return 1
  if (fault) return 3
  return controller.signal.aborted ? 130 : 0
}
