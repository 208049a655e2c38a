/**
 * `guest-debug-oracle`: what every machine shares. Decisions by name, programs from files, checking properties on
 * variants, and runs as text.
 */
export { changedFields, type Field, hex, type Register } from './model/bits.ts'
export type { Citation, Confidence } from './model/citations.ts'
export { InputError, PROGRAM_FORMAT, PROGRAM_VERSION, type ProgramEnvelope } from './model/program.ts'
export type { Changes, Layer, Status, VariantOf } from './model/variant.ts'
export { decide, decisions } from './oracles/decisions/catalogue.ts'
export type { Decision } from './oracles/decisions/decision.ts'
export { parseProgram, parseStored } from './oracles/programs/parse.ts'
export { renderRun, runJson } from './oracles/reports/run-table.ts'
export { type Counterexample, convictions, type Outcome } from './properties/check.ts'
export { properties } from './properties/index.ts'
export { check, minimise } from './properties/machines.ts'
