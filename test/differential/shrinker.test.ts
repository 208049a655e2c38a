/**
 * What a shrunk program is worth: only one that shows it each time stands for what was found.
 */
import { expect, test } from 'vitest'
import { makeProgram } from '../../model/x86/index.ts'
import { type Oracle, Shrinker } from '../../oracles/differential/shrinker.ts'
import { isStable } from '../../oracles/differential/trial.ts'
import { machineNamed } from '../../oracles/machines/index.ts'
import { type Session, SessionClosed } from '../../oracles/targets/session.ts'

const machine = machineNamed('x86')
const tried = await machine.tried()
type Program = Parameters<typeof machine.runProgram>[0]

const large: Program = makeProgram({}, [{ op: 'nop' }, { op: 'nop' }], [])
const small: Program = makeProgram({}, [{ op: 'nop' }], [])

/** Shows a program’s length, every n-th time that it is asked. */
const oracle = (every: (program: Program) => number): Oracle<number> => {
  const asked = new Map<Program, number>()
  const self: Oracle<number> = {
    loops: () => false,
    withoutLoops: () => self,
    show: async (program) => {
      const count = (asked.get(program) ?? 0) + 1
      asked.set(program, count)
      return count % every(program) === 0 ? program.code.length : null
    },
  }
  return self
}

const confirm = (of: Oracle<number>) =>
  new Shrinker({} as Session, machine, tried, []).confirm(
    { program: small, shown: 1 },
    { program: large, shown: 2 },
    of,
  )

test('the smallest program, if it shows it each time', async () => {
  expect(await confirm(oracle(() => 1))).toEqual({ shown: 1, seen: { times: 3, of: 3 } })
})

test('the first one, if only that does', async () => {
  expect(await confirm(oracle((program) => (program === small ? 2 : 1)))).toEqual({
    shown: 2,
    seen: { times: 3, of: 3 },
  })
})

test('nothing stable, if neither does', async () => {
  const { shown, seen } = await confirm(oracle(() => 2))
  expect({ shown, seen, stable: isStable(seen) }).toEqual({
    shown: 1,
    seen: { times: 1, of: 3 },
    stable: false,
  })
})

test('what was found, if the session ends meanwhile', async () => {
  const closed: Oracle<number> = {
    ...oracle(() => 1),
    show: () => Promise.reject(new SessionClosed('closed')),
  }
  expect(await confirm(closed)).toEqual({ shown: 1, seen: { times: 0, of: 0 } })
})
