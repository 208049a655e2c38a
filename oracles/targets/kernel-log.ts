/**
 * The log of a kernel in an emulator: why it is no more.
 */
import { readFileSync } from 'node:fs'

/** How a kernel says that it goes down, or should. */
const ALARM = /\b(Kernel panic|BUG:|Oops|general protection fault|soft lockup|unable to handle)/

/** Seconds since its start, which are in front of every line. */
const TIME = /^\[ *\d+\.\d+\] /

/**
 * The last alarm in a log, or `null`.
 *
 * @param path of the file; there may be none.
 */
export const lastAlarm = (path: string): string | null => {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return null
  }
  const line = text.split('\n').findLast((each) => ALARM.test(each))
  return line === undefined ? null : line.trim().replace(TIME, '')
}
