/**
 * The guest's code for readers: addresses, bytes and assembly text.
 */
import { hex, shortHex } from '../../../model/bits.ts'
import {
  assembly,
  CODE,
  END_VECTOR,
  type Instruction,
  layOut,
  type Program,
} from '../../../model/x86/index.ts'

/** Assembly text with addresses for places. */
export const resolvedAssembly = (
  instruction: Instruction,
  { value, setup }: Pick<ReturnType<typeof layOut>, 'value' | 'setup'>,
): string =>
  assembly(
    Object.fromEntries(
      Object.entries(instruction).map(([name, part]) => [
        name,
        typeof part === 'object' ? shortHex(value(part)) : part,
      ]),
    ) as Instruction,
    setup.mode,
  )

/** What ends the program: HLT, and at CPL3, where that is #GP, INT n. */
export const endOf = ({ setup }: Pick<ReturnType<typeof layOut>, 'setup'>) =>
  setup.cpl === 3
    ? { bytes: [0xcd, END_VECTOR], text: `int ${hex(END_VECTOR, 8)}` }
    : { bytes: [0xf4], text: 'hlt' }

/** Every instruction on a line, and what ends the program. */
export const disassembly = (program: Program): string[] => {
  const layout = layOut(program)
  const { code, addresses } = layout
  const end = endOf(layout)
  const line = (i: number, bytes: readonly number[], text: string): string => {
    const digits = bytes.map((byte) => hex(byte, 8).slice(2)).join(' ')
    return `${addresses[i]!.toString(16)}  ${digits.padEnd(18)}  ${text}`
  }
  return [
    ...program.code.map((instruction, i) =>
      line(
        i,
        code.slice(addresses[i]! - CODE, addresses[i + 1]! - CODE),
        resolvedAssembly(instruction, layout),
      ),
    ),
    line(program.code.length, end.bytes, end.text),
  ]
}
