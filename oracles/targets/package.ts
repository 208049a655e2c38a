/**
 * Where the package's own files are, in a checkout and installed, from its sources and from its build.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const root = dirname(createRequire(import.meta.url).resolve('guest-debug-oracle/package.json'))

/** Path of a file of the package, from its root. */
export const packageFile = (...path: readonly string[]): string => join(root, ...path)
