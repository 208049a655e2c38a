/**
 * Vitest's default reporter, and above its summary: which targets ran, and what was skipped for which reason.
 */
import { DefaultReporter, type TestCase } from 'vitest/node'

declare module 'vitest' {
  interface TaskMeta {
    /** What a target did in the test, on one line. */
    target?: string
  }
}

const lineOf = (test: TestCase): string[] => {
  const result = test.result()
  // Without a note it is one that -t leaves out.
  if (result.state === 'skipped') return result.note ? [` skipped  ${test.name}: ${result.note}`] : []
  const { target } = test.meta()
  return target === undefined ? [] : [` target   ${target}`]
}

export class TargetsReporter extends DefaultReporter {
  #lines: readonly string[] = []

  override onTestRunEnd(...run: Parameters<DefaultReporter['onTestRunEnd']>): void {
    this.#lines = run[0].flatMap((module) => [...module.children.allTests()].flatMap(lineOf))
    super.onTestRunEnd(...run)
  }

  override reportTestSummary(...summary: Parameters<DefaultReporter['reportTestSummary']>): void {
    for (const line of this.#lines) this.log(line)
    if (this.#lines.length > 0) this.log()
    super.reportTestSummary(...summary)
  }
}
