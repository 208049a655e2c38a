import { defineConfig } from 'vitest/config'
import { skippedAndTargets } from './test/reporter.ts'

export default defineConfig({
  test: {
    // In this order: the summary comes last.
    reporters: [skippedAndTargets, 'default'],
    include: ['test/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 300_000,
  },
})
