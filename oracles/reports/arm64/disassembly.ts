/**
 * The guest's code on arm64 for readers: addresses, words and assembly text.
 */
import {
  assembly,
  type Instruction,
  type Layout,
  layOut,
  type Program,
  placeText,
} from '../../../model/arm64/index.ts'
import { hex, shortHex } from '../../../model/bits.ts'

/** The store that ends a program. */
export const ENDING_TEXT = 'str xzr, [mmio+0x8]'

/** Assembly text with addresses for what lies in the code; what LDR and STR reach keeps its name. */
export const resolvedAssembly = (instruction: Instruction, { value }: Pick<Layout, 'value'>): string =>
  assembly(instruction, (place) => ('place' in place ? placeText(place) : shortHex(value(place))))

/** Every instruction on a line, and what ends the program. */
export const disassembly = (program: Program): string[] => {
  const layout = layOut(program)
  const { words, addresses } = layout
  const texts = [...program.code.map((each) => resolvedAssembly(each, layout)), ENDING_TEXT]
  return texts.map((text, i) => `${addresses[i]!.toString(16)}  ${hex(words[i]!, 32).slice(2)}  ${text}`)
}
