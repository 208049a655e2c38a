import { expect, test } from 'vitest'
import { JunitSuite, junitXml } from '../../oracles/vectors/junit.ts'
import type { Verified } from '../../oracles/vectors/verify.ts'
import { sourceOf } from './support.ts'

test('text from a target cannot leave its place', () => {
  const { header } = sourceOf('x86/traps-held', { count: 1 })
  const suite = new JunitSuite('a<b>&"c"', header)
  const verified = (outcome: Verified['outcome']): Verified => ({
    id: 'one',
    group: 'all',
    notes: [],
    why: '.',
    outcome,
  })
  suite.add(verified({ kind: 'failed', reason: ']]><x a="\u0000\u001b\ufffe\ud800">\n' }))
  suite.add(verified({ kind: 'skipped', reason: 'no' }))
  const xml = junitXml([suite])
  expect(xml).toContain(
    '<testsuite name="a&lt;b&gt;&amp;&quot;c&quot;" tests="2" failures="0" errors="1" skipped="1">',
  )
  expect(xml).toContain('message="]]&gt;&lt;x a=&quot;����&quot;&gt;&#10;"')
})
