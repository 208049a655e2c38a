/**
 * `gdo diff --target hyp-armv7`: decisions of the armv7 machine against a CPU in Hyp mode.
 */
import { InputError } from '../../model/program.ts'
import { compareQuestion } from '../targets/hyp-armv7/compare.ts'
import { Hyp } from '../targets/hyp-armv7/hyp.ts'
import { questions } from '../targets/hyp-armv7/questions.ts'
import { TargetFault } from '../targets/line-process.ts'
import { Unavailable } from '../targets/target.ts'
import { numberOption, ticker } from './check.ts'
import type { Invocation } from './command.ts'
import { table, write, writeJson } from './output.ts'
import { find, findVariant, openRegistry } from './registry.ts'

/** Inputs of all decisions together. */
const DEFAULT_INPUTS = 2000

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
  'parameter',
  'time-limit',
]

const RUNS_PROGRAMS = 'hyp-armv7 answers decisions, and hyp-armv7:ideal runs programs'

/** How the inputs are shared out: accesses first, of which there are most kinds. */
const SHARES: { readonly [decision: string]: number } = {
  'armv7/route-access': 8,
  'armv7/access-syndrome': 4,
  'armv7/debug-event': 3,
  'armv7/match-watchpoint': 3,
  'armv7/match-breakpoint': 2,
}

export const diffHypArmv7 = async (invocation: Invocation): Promise<number> => {
  for (const name of NOT_HERE)
    if (invocation.texts(name).length > 0)
      throw new InputError('GDO-1003', `--${name} is about programs: ${RUNS_PROGRAMS}`)
  if (invocation.flag('properties') || invocation.positionals.length > 0)
    throw new InputError('GDO-1003', `--properties is about programs: ${RUNS_PROGRAMS}`)
  const registry = await openRegistry(invocation.texts('load'))
  const variant = findVariant(registry, invocation.text('variant'), 'armv7')
  const wanted = invocation.text('decision')
  const known = questions.map(({ decision }) => decision)
  const asked = wanted === undefined ? known : [find('decision of hyp-armv7', known, wanted)]
  const runs = numberOption(invocation, 'runs', DEFAULT_INPUTS, 100_000_000)
  const seed = numberOption(invocation, 'seed', 1, 0x7fffffff)
  const shareOf = (id: string): number => SHARES[id] ?? 0
  const all = asked.reduce((sum, { id }) => sum + shareOf(id), 0)
  const hyp = await Hyp.open()
  const tick = ticker()
  try {
    const results = []
    for (const question of questions.filter(({ decision }) => asked.includes(decision))) {
      const { id } = question.decision
      // The fault status has no more than two inputs that can be compared.
      const share = all === 0 ? runs : Math.max(8, Math.round((runs * shareOf(id)) / all))
      const onProgress = (compared: number): void => {
        if (compared % 100 === 0) tick(`${id}: ${compared} of ${share}`)
      }
      results.push(await compareQuestion(hyp, question, { variant, runs: share, seed, onProgress }))
    }
    tick('')
    const compared = results.reduce((sum, result) => sum + result.compared, 0)
    const differing = results.filter(({ counterexample }) => counterexample !== null)
    if (invocation.flag('json'))
      await writeJson({
        target: 'hyp-armv7',
        qemu: hyp.version,
        variant: variant.id,
        seed,
        compared,
        decisions: results.map((result) => ({
          ...result,
          notChecked: Object.fromEntries(result.notChecked),
        })),
      })
    else {
      const rows = results.map(({ decision, compared: count, notChecked, counterexample }) => [
        decision,
        String(count),
        String([...notChecked.values()].reduce((sum, n) => sum + n, 0)),
        counterexample ? 'DIFFERS' : 'agrees',
      ])
      const reasons = new Map<string, number>()
      for (const { notChecked } of results)
        for (const [reason, count] of notChecked) reasons.set(reason, (reasons.get(reason) ?? 0) + count)
      const differences = differing.map(
        ({ decision, counterexample }) =>
          `\n${decision} is answered otherwise than ${variant.id} allows.\n` +
          `  input     ${JSON.stringify(counterexample!.input)}\n` +
          `  expected  ${counterexample!.allowed.map((record) => JSON.stringify(record)).join('\n         or ')}\n` +
          `  answered  ${JSON.stringify(counterexample!.answered)}\n`,
      )
      await write(
        `hyp-armv7: cortex-a15 of QEMU ${hyp.version} in Hyp mode, DBGDIDR 0x${hyp.didr.toString(16)}\n` +
          `compared with ${variant.id}: ${compared} inputs, seed ${seed}\n\n` +
          table([['decision', 'compared', 'not checked', ''], ...rows]) +
          `\nnot checked, because\n${table(
            [...reasons].map(([reason, count]) => [String(count), reason]),
            '  ',
          )}` +
          differences.join(''),
      )
    }
    return differing.length > 0 ? 1 : 0
  } catch (error) {
    if (error instanceof TargetFault)
      throw new Unavailable(error.message, 'try it again; report what it printed')
    throw error
  } finally {
    await hyp.close()
  }
}
