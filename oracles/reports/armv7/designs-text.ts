/**
 * The designs of the thread side by side: what becomes of every access of the guest, and of a Linux guest’s start-up.
 */
import { columns, outcomeOf, rows, startUpOf } from '../../../model/armv7/designs.ts'
import type { JsonRecord } from '../../codec.ts'
import { startUpText } from './event-text.ts'

/** The table as a record. */
export const designsRecord = (): JsonRecord => ({
  columns: columns.map(({ title, variant, setup }) => ({
    title,
    variant: variant.id,
    monitorMode: setup.dbgen?.[0] !== false,
  })),
  accesses: rows.map(([access, instruction]) => ({
    access,
    outcomes: Object.fromEntries(columns.map((column) => [column.title, outcomeOf(column, instruction)])),
  })),
  linuxStartUp: columns.map((column) => {
    const { outcome, reachedHost, ending } = startUpOf(column)
    return { design: column.title, ...outcome, writesThatReachedTheCpu: reachedHost, ending }
  }),
})

/** Cells as a table whose columns are as wide as their widest cell. */
const aligned = (cells: readonly (readonly string[])[]): string[] => {
  const widths = cells[0]!.map((_, i) => Math.max(...cells.map((row) => row[i]!.length)))
  return cells.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join('  ')
      .trimEnd(),
  )
}

/** Columns under letters, which a table of forty rows has room for. */
const letterOf = (i: number): string => String.fromCharCode(97 + i)

/** The designs for people. */
export const designsText = (): string => {
  const legend = columns.map(({ title, variant }, i) => `  ${letterOf(i)}  ${title.padEnd(26)} ${variant.id}`)
  const accesses = aligned([
    ['access of the guest, at PL1', ...columns.map((_, i) => letterOf(i))],
    ...rows.map(([access, instruction]) => [
      access,
      ...columns.map((column) => outcomeOf(column, instruction)),
    ]),
  ])
  const startUps = columns.map((column) => {
    const { outcome, reachedHost } = startUpOf(column)
    const reached =
      reachedHost === 0 ? 'no write reaches the CPU' : `${reachedHost} writes reach the CPU’s own registers`
    return [column.title, startUpText(outcome), reached]
  })
  return [
    'armv7/designs  the designs for the debug registers of a guest, side by side',
    '',
    ...legend,
    '',
    'What becomes of an access. hardware: it is executed on the CPU’s own register. Otherwise it traps, and the guest',
    'finds the host’s value, its own, 0, that a write is ignored, or an Undefined Instruction exception (UNDEF);',
    '→ hardware: the hypervisor programs the CPU in its place.',
    '',
    ...accesses.map((line) => `  ${line}`),
    '',
    'A Linux guest that starts its hw_breakpoint support',
    '',
    ...aligned(startUps).map((line) => `  ${line}`),
    '',
  ].join('\n')
}
