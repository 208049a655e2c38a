import { defineConfig } from 'vitest/config'
import { TargetsReporter } from './test/reporter.ts'

export default defineConfig({
  test: {
    reporters: [new TargetsReporter()],
    include: ['test/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 300_000,
  },
})
