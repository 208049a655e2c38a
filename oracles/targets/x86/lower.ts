/**
 * Programs as the lines that the KVM runner reads: every place resolved, every instruction in bytes.
 */
import {
  type Action,
  CODE,
  CODE_SIZE,
  CPUID_HIGHEST,
  CPUID_LEAVES,
  CPUID_VENDOR,
  CR4_DE,
  endingInHandler,
  HANDLERS,
  hasErrorCode,
  LOG,
  LONG_MODE_REGISTERS,
  layOut,
  MSR,
  type Program,
  type ProgramMode,
  parseHex,
  REGISTER_NAMES,
  RUN_CAP,
  STACK,
  type StateInterface,
  SYSCALL_MSRS,
  type Value,
} from '../../../model/x86/index.ts'
import { Memory } from '../../../model/x86/memory.ts'

type Layout = ReturnType<typeof layOut>

const hex = (value: bigint | number): string => BigInt.asUintN(64, BigInt(value)).toString(16)
const hexBytes = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

const IMAGES = [
  { mode: 'real', onDebugException: 'return' },
  { mode: 'real', onDebugException: 'disarm' },
  { mode: 'long', onDebugException: 'return' },
  { mode: 'long', onDebugException: 'disarm' },
] as const

/** The parts of RAM that are not zero, as `mem=` words. */
const memoryWords = (ram: Uint8Array): string[] => {
  const words: string[] = []
  for (let at = 0; at < ram.length; at++) {
    if (ram[at] === 0) continue
    const start = at
    while (at < ram.length && ram.subarray(at, at + 16).some((byte) => byte !== 0)) at++
    words.push(`mem=${hex(start)},${hexBytes(ram.subarray(start, at))}`)
  }
  return words
}

/** The lines that give the runner the memory that programs have in common; sent once, before any program. */
export const imageLines = (): string[] =>
  IMAGES.map(({ mode, onDebugException }, i) =>
    ['image', String(i), ...memoryWords(new Memory(mode, onDebugException).ram)].join(' '),
  )

const pairs = (fields: { readonly [name: string]: bigint | number | undefined }): string =>
  Object.entries(fields)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}:${hex(value)}`]))
    .join(',')

const slotFields = (layout: Layout, db: readonly Value[]): { [name: string]: bigint } =>
  Object.fromEntries([0, 1, 2, 3].map((i) => [`db${i}`, db[i] === undefined ? 0n : layout.value(db[i])]))

/** KVM's name of a general register: it keeps all 64 bits. */
const wide = (name: string): string => name.replace(/^e/, 'r')

const selector = (text: string | undefined): bigint | undefined =>
  text === undefined ? undefined : BigInt.asUintN(16, parseHex(text))

const cpuidWord = ({ setup }: Program): string => {
  const [ebx, edx, ecx] = CPUID_VENDOR[setup.vendor ?? 'intel']
  const features = { ebx: setup.rtm ? 1 << 11 : 0, ecx: setup.busLockDetect ? 1 << 24 : 0 }
  const hasLeaf7 = features.ebx !== 0 || features.ecx !== 0
  const leaves = [
    [0, hasLeaf7 ? 7 : CPUID_HIGHEST, ebx, ecx, edx],
    ...[...CPUID_LEAVES].map(([leaf, words]) => [leaf, ...words]),
    ...(hasLeaf7 ? [[7, 0, features.ebx, features.ecx, 0]] : []),
  ]
  return `cpuid=${leaves.flat().map(hex).join(',')}`
}

/** Where RIP is when a handler has ended the program. */
const handlerStops = (mode: ProgramMode): string[] => {
  const words: string[] = []
  for (let at = HANDLERS; at <= LOG; at++) {
    const from = at
    const ending = endingInHandler(from, mode)
    while (ending && endingInHandler(at, mode) === ending) at++
    if (ending) words.push(`stop=${ending},${hex(from)},${hex(at)}`)
  }
  return words
}

const HANDLER_STOPS = { real: handlerStops('real'), long: handlerStops('long') } as const

/** CR4 as the contract has it for the mode, with CR4.DE as asked for. */
const cr4Of = ({ setup }: Layout, de: boolean): number =>
  (setup.mode === 'long' ? LONG_MODE_REGISTERS[setup.cpl].control.cr4 : 0) | (de ? CR4_DE : 0)

/** The registers of KVM_SET_SREGS, and the MSRs, that the contract has for the mode. */
const modeWords = (layout: Layout): string[] => {
  const { setup, csBase, dsBase } = layout
  const cr4 = cr4Of(layout, setup.cr4De)
  if (setup.mode === 'real') {
    const ds = dsBase >> 4n
    return [`sregs=${pairs({ cs: csBase >> 4n, ds, es: ds, ss: 0, cr4 })}`]
  }
  const { control, segments, tables } = LONG_MODE_REGISTERS[setup.cpl]
  const fields = Object.entries({ ...segments, ...tables }).flatMap(([name, register]) =>
    Object.entries(register).map(([field, value]): [string, number] => [`${name}.${field}`, value]),
  )
  const msrs = [...SYSCALL_MSRS, [MSR.FMASK, parseHex(setup.fmask)] as const]
  return [
    `sregs=${pairs({ ...control, cr4, ...Object.fromEntries(fields) })}`,
    `msrs=${msrs.map(([index, value]) => `${hex(index)}:${hex(value)}`).join(',')}`,
  ]
}

/** The part of the line before the first group. */
const setupWords = (program: Program, layout: Layout): string[] => {
  const { setup, stackWord } = layout
  const { mode, onDebugException } = setup
  const registers = Object.fromEntries(
    REGISTER_NAMES.map((name) => {
      const value = name === 'esp' || name === 'ebp' ? undefined : setup.registers[name]
      const bits = mode === 'real' ? 32 : 64
      return [wide(name), value === undefined ? 0n : BigInt.asUintN(bits, layout.value(value))]
    }),
  )
  const stack = setup.stack.flatMap((word) => {
    const value = layout.value(word)
    return Array.from({ length: stackWord }, (_, i) => Number((value >> BigInt(8 * i)) & 0xffn))
  })
  const image = IMAGES.findIndex((each) => each.mode === mode && each.onDebugException === onDebugException)
  const endsInHandler = setup.cpl === 3
  return [
    `image=${image}`,
    `mem=${hex(CODE)},${hexBytes(layout.code)}`,
    ...(stack.length ? [`mem=${hex(STACK)},${hexBytes(stack)}`] : []),
    `runs=${hex(RUN_CAP)}`,
    `log=${hex(LOG)}`,
    ...HANDLER_STOPS[mode],
    ...(endsInHandler ? [] : [`stop=end,${hex(layout.addresses.at(-1)! + 1)},${hex(CODE + CODE_SIZE + 1)}`]),
    cpuidWord(program),
    ...modeWords(layout),
    `regs=${pairs({
      ...registers,
      rsp: STACK,
      rbp: LOG,
      rip: BigInt(CODE) - layout.csBase,
      rflags: BigInt.asUintN(32, parseHex(setup.rflags)) | 2n,
    })}`,
    `dregs=${pairs({
      ...slotFields(layout, setup.db),
      dr6: parseHex(setup.dr6),
      dr7: parseHex(setup.dr7),
    })}`,
  ]
}

const SHADOW = { none: 0, 'mov-ss': 1, sti: 2 } as const

const STATE_WORD: { readonly [S in StateInterface]: string } = {
  registers: 'regs',
  'special-registers': 'sregs',
  'debug-registers': 'dregs',
  'vcpu-events': 'events',
}

const optionalHex = (text: string | undefined): bigint | undefined =>
  text === undefined ? undefined : parseHex(text)

const actionWord = (action: Action, layout: Layout): string => {
  switch (action.do) {
    case 'set-guest-debug': {
      const db = Object.values(slotFields(layout, action.db ?? []))
      const control = BigInt.asUintN(32, parseHex(action.control))
      return `gd=${[control, ...db, parseHex(action.dr7 ?? '0x0')].map(hex).join(',')}`
    }
    case 'set-registers': {
      const registers = Object.entries(action.registers ?? {}).map(([name, value]) => [
        wide(name),
        layout.value(value),
      ])
      const rip = action.rip === undefined ? undefined : layout.value(action.rip)
      const rflags = action.rflags === undefined ? undefined : BigInt.asUintN(32, parseHex(action.rflags))
      return `regs=${pairs({ ...Object.fromEntries(registers), rip, rflags })}`
    }
    case 'set-special-registers':
      return `sregs=${pairs({
        cr4: action.cr4De === undefined ? undefined : cr4Of(layout, action.cr4De),
        ds: selector(action.ds),
      })}`
    case 'set-debug-registers':
      return `dregs=${pairs({
        ...(action.db ? slotFields(layout, action.db) : {}),
        dr6: optionalHex(action.dr6),
        dr7: optionalHex(action.dr7),
        flags: action.flags,
      })}`
    case 'set-vcpu-events': {
      const { exception, shadow, nmiPending } = action
      return `events=${pairs({
        ...(exception ? { [exception.state]: exception.vector } : {}),
        error: exception && layout.setup.mode === 'long' && hasErrorCode(exception.vector) ? 0 : undefined,
        payload: optionalHex(exception?.payload),
        shadow: shadow === undefined ? undefined : SHADOW[shadow],
        nmi: nmiPending === undefined ? undefined : Number(nmiPending),
      })}`
    }
    case 'write-back':
      return `write-back=${STATE_WORD[action.state]}`
    case 'interrupt':
      return `interrupt=${hex(action.vector)}`
    case 'interrupt-window':
      return `window=${Number(action.request)}`
    case 'write-memory':
      return `write=${hex(layout.value(action.at))},${action.bytes}`
    case 'save-restore':
    case 'nmi':
    case 'immediate-exit':
      return action.do
  }
}

/**
 * The line that makes the runner run a program.
 *
 * @throws InputError if the program cannot be laid out.
 */
export const lower = (program: Program): string => {
  const layout = layOut(program)
  const groups = program.script.flatMap((group) => [
    'group',
    ...group.map((action) => actionWord(action, layout)),
  ])
  return ['run', ...setupWords(program, layout), ...groups].join(' ')
}
