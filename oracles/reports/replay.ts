/**
 * The program of a report as a file, and the commands that show it again: every report has both.
 */
import type { Json } from '../codec.ts'
import { compactJson } from './compact-json.ts'
import type { Subject } from './subject.ts'
import { MAIL_WIDTH, plain } from './wrap.ts'

/** The program as a file: with the answers that it was found with, if there are any. */
export const programJson = ({ stored, program }: Subject): string => {
  const { answers } = stored
  const json = Object.keys(answers).length === 0 ? program : { program, answers }
  return compactJson(json as unknown as Json, MAIL_WIDTH)
}

/** The commands that show it again, on the target and in the specification. */
export const replayCommands = (subject: Subject): string[] => {
  const run = `gdo run program.json --variant ${subject.reference.id}`
  if (subject.kind === 'counterexample') {
    // A program that the property has made from another one does not break it by itself.
    if (subject.program !== subject.stored.program) return [run]
    return [
      `gdo check ${subject.property.id} \\`,
      `  --variant ${subject.variant.id} \\`,
      '  --program program.json',
      run,
    ]
  }
  const { kind, target } = subject.stored
  if (kind === 'property') return [run]
  const against = subject.reference.base === null ? '--against ideal' : `--variant ${subject.reference.id}`
  return [`gdo diff --target '${plain(target)}' \\`, `  ${against} --program program.json`, run]
}

/** The command that builds the C file and runs it. */
export const C_COMMAND = 'cc -O2 -Wall -o reproducer reproducer.c && ./reproducer'
/** What there is to know about it. */
export const C_FILE =
  'On a kernel: the C file of this report (gdo report --format c) needs no more than libc and <linux/kvm.h>. It exits with 0 if what is expected was seen, 1 if not, 125 if it cannot tell: as git bisect run wants it.'
