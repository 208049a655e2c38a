/**
 * Above the summary of vitest: which targets ran, and what was skipped for which reason.
 */
import type { Reporter, TestCase } from 'vitest/node'

declare module 'vitest' {
  interface TaskMeta {
    /** What a target did in the test, on one line. */
    target?: string
  }
}

const line = (test: TestCase): string => {
  const result = test.result()
  if (result.state === 'skipped') return ` skipped  ${test.name}: ${result.note ?? 'no reason given'}\n`
  const { target } = test.meta()
  return target === undefined ? '' : ` target   ${target}\n`
}

export const skippedAndTargets: Reporter = {
  onTestRunEnd(modules) {
    const lines = modules.flatMap((module) => [...module.children.allTests()].map(line)).join('')
    if (lines !== '') process.stdout.write(`\n${lines}`)
  },
}
