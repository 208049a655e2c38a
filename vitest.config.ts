import { defineConfig } from 'vitest/config'
import { TargetsReporter } from './test/reporter.ts'

export default defineConfig({
  test: {
    reporters: [new TargetsReporter()],
    include: ['test/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
    // Many tests wait for a process of their own: a worker less than there are cores would leave one idle.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 300_000,
  },
})
