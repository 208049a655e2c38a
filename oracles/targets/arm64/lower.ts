/**
 * Programs of the arm64 machine as lines of the protocol: every place resolved, every instruction in bytes.
 */
import {
  type Action,
  COALESCED,
  CODE,
  DATA,
  DONE,
  GPR_NAMES,
  LOG,
  layOut,
  MMIO,
  OSLSR_EL1,
  oslsr,
  type Program,
  parseHex,
  RAM,
  RAM_SIZE,
  RUN_CAP,
  type SlotValues,
  UNEXPECTED,
  VECTORS,
  vectors,
} from '../../../model/arm64/index.ts'
import { hexText as hex } from '../kvm/observation.ts'

type Layout = ReturnType<typeof layOut>

const IMAGES = ['return', 'disarm'] as const

/** Instruction words as bytes in memory order. */
const wordBytes = (words: readonly number[]): string =>
  words.map((word) => Buffer.from(Uint32Array.of(word).buffer).toString('hex')).join('')

/** The lines that give the runner the memory that programs have in common: the vectors. */
export const imageLines = (): string[] =>
  IMAGES.map((handlers, i) =>
    [
      'image',
      String(i),
      ...vectors(handlers).map(({ address, words }) => `mem=${hex(address)},${wordBytes(words)}`),
    ].join(' '),
  )

const pairs = (fields: readonly (readonly [name: string, value: bigint | number])[]): string =>
  fields.map(([name, value]) => `${name}:${hex(value)}`).join(',')

/** The registers of breakpoints and watchpoints that are not 0. */
const slotPairs = (
  layout: Layout,
  values: SlotValues,
  nameOf: (kind: 'bcr' | 'bvr' | 'wcr' | 'wvr', n: number) => string,
): [name: string, value: bigint][] => {
  const { breakpoints, watchpoints } = layout.registers(values)
  const all = [
    ...breakpoints.flatMap(({ control, value }, n) => [
      [nameOf('bvr', n), value] as const,
      [nameOf('bcr', n), control] as const,
    ]),
    ...watchpoints.flatMap(({ control, value }, n) => [
      [nameOf('wvr', n), value] as const,
      [nameOf('wcr', n), control] as const,
    ]),
  ]
  return all.flatMap(([name, value]) => (value === 0n ? [] : [[name, value]]))
}

/** Where the registers lie that belong to the contract. */
const CONTRACT_REGISTERS = [
  ['x18', COALESCED],
  ['x19', DATA],
  ['x20', MMIO],
  ['x21', LOG],
  ['esr_el1', 0],
  ['far_el1', 0],
  ['vbar_el1', VECTORS],
] as const

/** The part of the line before the first group. */
const setupWords = (layout: Layout): string[] => {
  const { setup, words, value } = layout
  const registers = GPR_NAMES.map((name) => [name, value(setup.registers[name] ?? '0x0')] as const)
  return [
    `image=${IMAGES.indexOf(setup.onDebugException)}`,
    `mem=${hex(CODE)},${wordBytes(words)}`,
    `runs=${hex(RUN_CAP)}`,
    `log=${hex(LOG)}`,
    `stop-write=end,${hex(DONE)},${hex(DONE + 1)}`,
    `stop-write=fault,${hex(UNEXPECTED)},${hex(UNEXPECTED + 1)}`,
    `regs=${pairs([
      ...registers,
      ...CONTRACT_REGISTERS,
      ['elr_el1', value(setup.elr)],
      ['spsr_el1', parseHex(setup.spsr)],
      ['contextidr_el1', BigInt.asUintN(32, parseHex(setup.contextId))],
      ['mdscr_el1', parseHex(setup.mdscr)],
      ['oslsr_el1', OSLSR_EL1.reset | (setup.osLock ? oslsr.OSLK : 0n)],
      ...slotPairs(layout, setup, (kind, n) => `dbg${kind}${n}_el1`),
      ['pc', CODE],
      ['pstate', parseHex(setup.pstate)],
    ])}`,
  ]
}

/** What `write=` cannot write: there is no RAM. */
const NOWHERE = 'write=0,00'

/** The word that writes an instruction over one of the program's own; elsewhere nothing is planted. */
const plantWord = (layout: Layout, at: bigint, word: number | null): string => {
  const index = Number(at) - CODE
  const own = index >= 0 && index % 4 === 0 ? layout.words[index / 4] : undefined
  if (own === undefined || at < RAM || at >= RAM + RAM_SIZE) return NOWHERE
  return `write=${hex(at)},${wordBytes([word ?? own])}`
}

const BRK_0 = 0xd4200000

const actionWord = (action: Action, layout: Layout): string => {
  switch (action.do) {
    case 'set-guest-debug': {
      const control = hex(BigInt.asUintN(32, parseHex(action.control)))
      const slots = pairs(slotPairs(layout, action, (kind, n) => `${kind}${n}`))
      return `gd=${slots === '' ? control : `${control},${slots}`}`
    }
    case 'get-one-reg':
      return `get=${action.register}`
    case 'set-one-reg':
      return `regs=${pairs([[action.register, layout.value(action.value)]])}`
    case 'write-back':
      return `write-back=${action.state}`
    case 'interrupt':
      return `irq=${Number(action.level)}`
    case 'preempt':
      return `preempt=${hex(action.after)}`
    case 'answer-mmio':
      return `answer=${hex(parseHex(action.value))}`
    case 'fault-mmio':
      return 'abort'
    case 'plant':
      return plantWord(layout, layout.value(action.at), BRK_0)
    case 'unplant':
      return plantWord(layout, layout.value(action.at), null)
    case 'write-memory':
      return `write=${hex(layout.value(action.at))},${action.bytes}`
    case 'save-restore':
    case 'immediate-exit':
      return action.do
  }
}

/**
 * The line that makes a target run a program.
 *
 * @throws InputError if the program cannot be laid out.
 */
export const lower = (program: Program): string => {
  const layout = layOut(program)
  const groups = program.script.flatMap((group) => [
    'group',
    ...group.map((action) => actionWord(action, layout)),
  ])
  return ['run', ...setupWords(layout), ...groups].join(' ')
}
