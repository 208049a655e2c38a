/**
 * The guest’s code on armv7 for readers: addresses, words and assembly text.
 */
import { assembly, layOut, type Program } from '../../../model/armv7/index.ts'
import { hex } from '../../../model/bits.ts'

/** Every instruction on a line. */
export const disassembly = (program: Program): string[] => {
  const { words, addressOf } = layOut(program)
  return program.code.map(
    (instruction, i) =>
      `${addressOf(i).toString(16)}  ${hex(words[i]!, 32).slice(2)}  ${assembly(instruction)}`,
  )
}
