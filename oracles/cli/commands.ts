/**
 * The commands: what each does in one line, and where it is. None is imported before it is called.
 */
import type { Command } from './command.ts'

export interface CommandEntry {
  readonly summary: string
  readonly load: () => Promise<Command>
}

export const commands: { readonly [name: string]: CommandEntry } = {
  start: {
    summary: 'the main job: checks the whole specification and convicts the wrong variants',
    load: async () => (await import('./start.ts')).startCommand,
  },
  check: {
    summary: 'tries the properties on variants',
    load: async () => (await import('./check.ts')).checkCommand,
  },
  compare: {
    summary: 'the rules in which two variants differ, and the shortest program for each',
    load: async () => (await import('./compare.ts')).compareCommand,
  },
  diff: {
    summary: 'random programs on a real implementation against the model',
    load: async () => (await import('./diff.ts')).diffCommand,
  },
  export: {
    summary: 'vectors: expected results for the tests of other projects',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  verify: {
    summary: 'runs vectors again, on the model or on a target',
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  report: {
    summary: 'what to attach to a bug report',
    load: async () => (await import('./report.ts')).reportCommand,
  },
  eval: {
    summary: 'answers a decision: one JSON object per line in, one per line out',
    load: async () => (await import('./eval.ts')).evalCommand,
  },
  run: {
    summary: 'shows the run of a program',
    load: async () => (await import('./run.ts')).runCommand,
  },
  explain: {
    summary: 'says what a decision, rule, variant, property or choice is, and why, with sources',
    load: async () => (await import('./explain.ts')).explainCommand,
  },
  fetch: {
    summary: 'fetches what a target needs: kernels and QEMU from Debian',
    load: async () => (await import('./fetch.ts')).fetchCommand,
  },
  doctor: {
    summary: 'says which targets can run here, what describes them, and what the others need',
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
  list: {
    summary: 'lists machines, variants, properties, decisions, choices, bugs and targets',
    load: async () => (await import('./list.ts')).listCommand,
  },
}
