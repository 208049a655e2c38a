/**
 * Arrows point one way: oracles → properties → model; the model depends on nothing.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return path.endsWith('.ts') ? [path] : []
  })

const importsOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/from '([^']+)'|import\('([^']+)'\)/g)].map(
    (match) => match[1] ?? match[2]!,
  )

describe('imports', () => {
  it('the model imports nothing but itself and ts-pattern', () => {
    for (const path of sources('model'))
      for (const target of importsOf(path)) {
        expect(target.startsWith('.') || target === 'ts-pattern', `${path}: ${target}`).toBe(true)
        expect(target, path).not.toMatch(/properties|oracles/)
      }
  })
  it('properties import the model and fast-check', () => {
    for (const path of sources('properties'))
      for (const target of importsOf(path)) {
        expect(target.startsWith('.') || target === 'fast-check', `${path}: ${target}`).toBe(true)
        expect(target, path).not.toMatch(/oracles/)
      }
  })
})

describe('machines', () => {
  const MACHINES = ['x86', 'arm64', 'armv7']
  // The vmm machine is built on two of them; none of them knows it.
  const others = (machine: string): RegExp =>
    new RegExp(`(^|/)(${[...MACHINES, 'vmm'].filter((name) => name !== machine).join('|')})(/|\\.ts$)`)

  it.each(
    MACHINES.flatMap((machine) =>
      ['model', 'properties', 'oracles/decisions', 'oracles/reports'].map(
        (folder) => [machine, `${folder}/${machine}`] as const,
      ),
    ),
  )('%s: %s knows no other machine', (machine, folder) => {
    for (const path of sources(folder))
      for (const target of importsOf(path)) expect(target, path).not.toMatch(others(machine))
  })
})
