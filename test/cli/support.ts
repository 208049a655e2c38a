/**
 * The command line as a subprocess, in a folder of its own.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll } from 'vitest'

/** The command line as it is run by the node of the tests. */
export const MAIN = resolve(import.meta.dirname, '../../dist/oracles/cli/main.js')

/** A folder for the tests of one file, removed after them. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'gdo-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  return folder
}

/** Runs `gdo` in a folder. */
export const gdoIn =
  (folder: string, env: NodeJS.ProcessEnv = process.env) =>
  (args: readonly string[], input = '') => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
      input,
      cwd: folder,
      env,
      encoding: 'utf8',
      timeout: 120_000,
      maxBuffer: 1 << 28,
    })
    return { status, stdout, stderr }
  }

/** Writes a file there; text as it is, anything else as JSON. */
export const writeIn =
  (folder: string) =>
  (name: string, content: object | string): string => {
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
    return name
  }
