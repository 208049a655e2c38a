/**
 * Where the package's own files are, in a checkout and installed, from its sources and from its build.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const root = dirname(createRequire(import.meta.url).resolve('guest-debug-oracle/package.json'))

/** Path of a file of the package, from its root. */
export const packageFile = (...path: readonly string[]): string => join(root, ...path)

/** The package's version. */
export const packageVersion = (): string =>
  (JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }).version
