/**
 * Programs of the vmm machine as lines of the protocol: the guest as its own machine has it, and behind `group` what the
 * debugger does.
 */
import { layOut as layOutArm64, VECTOR_OFFSETS, VECTORS } from '../../../model/arm64/index.ts'
import {
  type Breakpoint,
  type Command,
  commandsOf,
  guestProgram,
  layOut,
  type Program,
} from '../../../model/vmm/index.ts'
import { imageLines as arm64Images, lower as lowerArm64 } from '../arm64/lower.ts'
import { hexText as hex } from '../kvm/observation.ts'
import { lower as lowerX86, imageLines as x86Images } from '../x86/lower.ts'

/** The images of arm64 come behind those of x86. */
const ARM64_IMAGES = x86Images().length
const renumbered = (line: string): string =>
  line.replace(
    /^(image |.* image=)(\d)/,
    (_, before: string, n: string) => before + (Number(n) + ARM64_IMAGES),
  )

/** The lines that give a target the memory that programs have in common; sent once, before any program. */
export const imageLines = (): string[] => [...x86Images(), ...arm64Images().map(renumbered)]

/** Bytes of an arm64 instruction. */
const WORD = 4

/** A guest that has come as far as the branch behind the store that ends it has ended. */
const endsAt = (ending: string, store: number): string =>
  `stop=${ending},${hex(store + WORD)},${hex(store + 2 * WORD)}`

const expected = new Set<number>(Object.values(VECTOR_OFFSETS))
const unexpectedVectors = Array.from({ length: 16 }, (_, n) => 0x80 * n).filter(
  (offset) => !expected.has(offset),
)

/** Where an arm64 guest has ended: a debugger does not see its stores. */
const arm64Endings = (program: Parameters<typeof layOutArm64>[0]): string[] => [
  endsAt('end', Number(layOutArm64(program).addresses.at(-1))),
  ...unexpectedVectors.map((offset) => endsAt('fault', VECTORS + offset)),
]

const guestWords = (program: Program): string => {
  const guest = guestProgram(program)
  if (guest.machine === 'x86') return lowerX86(guest)
  return [renumbered(lowerArm64(guest)), ...arm64Endings(guest)].join(' ')
}

const commandWord = (command: Command, { architecture, value }: ReturnType<typeof layOut>): string => {
  const breakpoint = ({ kind, at, length = architecture.lengthOf(kind) }: Breakpoint): string =>
    `${kind},${hex(value(at))},${hex(length)}`
  switch (command.do) {
    case 'insert':
    case 'remove':
      return `${command.do}=${breakpoint(command)}`
    case 'read-memory':
      return `read=${hex(value(command.at))},${hex(command.length)}`
    case 'write-memory':
      return `write=${hex(value(command.at))},${command.bytes}`
    default:
      return command.do
  }
}

/**
 * The line that makes a target run a program.
 *
 * @throws InputError if the program cannot be laid out.
 */
export const lower = (program: Program): string => {
  const guest = layOut(program)
  return [guestWords(program), 'group', ...commandsOf(program).map((each) => commandWord(each, guest))].join(
    ' ',
  )
}
