/** Encodings by Intel SDM vol. 2, written by hand. */
import { describe, expect, test } from 'vitest'
import { decode } from '../../model/x86/decode.ts'
import {
  assembly,
  encode,
  GPR_NAMES,
  type GprName,
  type Instruction,
  ideal,
  lengthOf,
  type Run,
  runProgram,
  type Setup,
  type Value,
} from '../../model/x86/index.ts'
import { layOut } from '../../model/x86/layout.ts'
import { linux618Pvm } from '../../model/x86/variants/kernels.ts'
import { at, ip, NOP, op, programOf, stops } from './support.ts'

const data: Value = { place: 'data' }
const mmio: Value = { place: 'mmio' }

interface Example {
  readonly instruction: Instruction
  readonly bytes: string
  readonly text: string
  /** The registers that it changes, what it is told, and how the program goes on. */
  readonly does: string
}

const example = (instruction: Instruction, bytes: string, text: string, does: string): Example => ({
  instruction,
  bytes,
  text,
  does,
})
const plain = (name: Parameters<typeof op>[0], bytes: string, text: string, does: string): Example[] => [
  example(op(name), bytes, text, does),
]

const SETUP: Setup = {
  registers: { eax: '0x11111111', ecx: '0x3', edx: '0x10', ebx: '0x22222222', esi: '0x2100', edi: '0x2200' },
  rflags: '0x8d7',
  stack: [ip(1), '0x0', '0x0', '0x0', '0x246', '0x0'],
}

const EXAMPLES: { readonly [Op in Instruction['op']]: readonly Example[] } = {
  nop: plain('nop', '90', 'nop', 'hlt'),
  jmp: [example({ op: 'jmp', to: at(1) }, 'eb 00', 'jmp short instruction 1', 'hlt')],
  mov: [
    example(
      { op: 'mov', to: 'eax', value: '0x12345678' },
      '66 b8 78 56 34 12',
      'mov eax, 0x12345678',
      'hlt, eax=12345678',
    ),
    example({ op: 'mov', to: 'edi', value: data }, '66 bf 00 20 00 00', 'mov edi, data', 'hlt, edi=2000'),
  ],
  push: [example({ op: 'push', value: '0xbeef' }, '68 ef be', 'push word 0xbeef', 'hlt, esp=4efe')],
  pushf: plain('pushf', '9c', 'pushf', 'reads flags 8d7, hlt, esp=4efe'),
  popf: plain('popf', '9d', 'popf', 'hlt, esp=4f02 rflags=1003'),
  popfd: plain('popfd', '66 9d', 'popfd', 'hlt, esp=4f04 rflags=1002'),
  'pop-ss': plain('pop-ss', '17', 'pop ss', 'hlt, esp=4f02 ss=1001'),
  'pop-ds': plain('pop-ds', '1f', 'pop ds', 'hlt, esp=4f02 ds=1001'),
  'mov-ss': [example({ op: 'mov-ss', from: 'edx' }, '8e d2', 'mov ss, dx', 'hlt, ss=10')],
  sti: plain('sti', 'fb', 'sti', 'hlt, rflags=ad7'),
  cli: plain('cli', 'fa', 'cli', 'hlt'),
  int3: plain('int3', 'cc', 'int3', 'guest #BP 1001, hlt'),
  int: [
    example({ op: 'int', vector: 0x20 }, 'cd 20', 'int 0x20', 'guest vector 20 1002, hlt'),
    example({ op: 'int', vector: 3 }, 'cd 03', 'int 0x3', 'guest #BP 1002, hlt'),
  ],
  into: plain('into', 'ce', 'into', 'guest #OF 1001, hlt'),
  iret: plain('iret', 'cf', 'iret', 'hlt, esp=4f06 rflags=2'),
  iretd: plain('iretd', '66 cf', 'iretd', 'hlt, esp=4f0c rflags=246'),
  cpuid: plain('cpuid', '0f a2', 'cpuid', 'hlt, eax=0 ecx=0 edx=1026c ebx=0'),
  rdmsr: plain('rdmsr', '0f 32', 'rdmsr', 'guest #GP 1000, hlt, esp=4efa'),
  wrmsr: plain('wrmsr', '0f 30', 'wrmsr', 'guest #GP 1000, hlt, esp=4efa'),
  ud2: plain('ud2', '0f 0b', 'ud2', 'guest #UD 1000, hlt, esp=4efa'),
  'force-emulation': plain('force-emulation', '0f 0b 6b 76 6d', 'force-emulation', 'hlt'),
  icebp: plain('icebp', 'f1', 'icebp', 'guest #DB 1001 ffff0ff0, hlt'),
  hlt: plain('hlt', 'f4', 'hlt', 'hlt, hlt'),
  syscall: plain('syscall', '0f 05', 'syscall', 'guest #UD 1000, hlt, esp=4efa'),
  sysret: plain('sysret', '0f 07', 'sysret', 'guest #UD 1000, hlt, esp=4efa'),
  'mov-to-dr': [
    example({ op: 'mov-to-dr', dr: 0, from: 'ebx' }, '0f 23 c3', 'mov dr0, ebx', 'hlt, db0=22222222'),
    example({ op: 'mov-to-dr', dr: 7, from: 'edx' }, '0f 23 fa', 'mov dr7, edx', 'hlt, dr7=410'),
  ],
  'mov-from-dr': [
    example(
      { op: 'mov-from-dr', dr: 6, to: 'esi' },
      '0f 21 f6',
      'mov esi, dr6',
      'reads dr6 ffff0ff0, hlt, esi=ffff0ff0',
    ),
    example({ op: 'mov-from-dr', dr: 3, to: 'eax' }, '0f 21 d8', 'mov eax, dr3', 'reads dr3 0, hlt, eax=0'),
  ],
  in: [
    example({ op: 'in', port: 0x10, size: 1 }, 'e4 10', 'in al, 0x10', 'io 1000, hlt, eax=1111115a'),
    example({ op: 'in', port: 0x10, size: 2 }, 'e5 10', 'in ax, 0x10', 'io 1000, hlt, eax=11115a5a'),
    example({ op: 'in', port: 0x10, size: 4 }, '66 e5 10', 'in eax, 0x10', 'io 1000, hlt, eax=5a5a5a5a'),
  ],
  out: [
    example({ op: 'out', port: 0xff, size: 1 }, 'e6 ff', 'out 0xff, al', 'io 1000, hlt'),
    example({ op: 'out', port: 0x10, size: 2 }, 'e7 10', 'out 0x10, ax', 'io 1000, hlt'),
    example({ op: 'out', port: 0x10, size: 4 }, '66 e7 10', 'out 0x10, eax', 'io 1000, hlt'),
  ],
  load: [
    example({ op: 'load', at: data, size: 1 }, 'a0 00 20', 'mov al, [data]', 'hlt, eax=11111100'),
    example({ op: 'load', at: data, size: 2 }, 'a1 00 20', 'mov ax, [data]', 'hlt, eax=11110000'),
    example(
      { op: 'load', at: mmio, size: 4 },
      '66 a1 00 e0',
      'mov eax, [mmio]',
      'mmio read 1000, hlt, eax=5a5a5a5a',
    ),
  ],
  store: [
    example(
      { op: 'store', at: { place: 'data', offset: 1 }, size: 1 },
      'a2 01 20',
      'mov [data+1], al',
      'hlt',
    ),
    example({ op: 'store', at: mmio, size: 2 }, 'a3 00 e0', 'mov [mmio], ax', 'mmio write 1000, hlt'),
    example({ op: 'store', at: data, size: 4 }, '66 a3 00 20', 'mov [data], eax', 'hlt'),
  ],
  inc: [
    example({ op: 'inc', at: data, size: 1 }, 'fe 06 00 20', 'inc byte [data]', 'hlt, rflags=3'),
    example({ op: 'inc', at: data, size: 2 }, 'ff 06 00 20', 'inc word [data]', 'hlt, rflags=3'),
    example(
      { op: 'inc', at: mmio, size: 4 },
      '66 ff 06 00 e0',
      'inc dword [mmio]',
      'mmio read 1000, mmio write 1000, hlt, rflags=3',
    ),
  ],
  'rep-movsb': plain('rep-movsb', 'f3 a4', 'rep movsb', 'hlt, ecx=0 esi=2103 edi=2203'),
  'rep-stosb': plain('rep-stosb', 'f3 aa', 'rep stosb', 'hlt, ecx=0 edi=2203'),
  'rep-insb': plain('rep-insb', 'f3 6c', 'rep insb', 'io 1000, io 1000, io 1000, hlt, ecx=0 edi=2203'),
  'rep-outsb': plain('rep-outsb', 'f3 6e', 'rep outsb', 'io 1000, io 1000, io 1000, hlt, ecx=0 esi=2103'),
}

const examples = Object.values(EXAMPLES).flat()
const each = examples.map((one) => [one.text, one] as const)

const bytesOf = (text: string): number[] => text.split(' ').map((byte) => Number.parseInt(byte, 16))
const bytesText = (bytes: readonly number[]): string =>
  bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
const decodeBytes = (bytes: readonly number[]) => decode((n) => bytes[n] ?? -1)

/** What differs in the final state from a program that does nothing, as `eax=5a rflags=2`. */
const changes = (run: Run): string => {
  const before = runProgram(programOf([], SETUP), ideal).state
  const fields = ({ gpr, rflags, ds, ss, db, dr7 }: Run['state']): [string, bigint | number][] => [
    ...GPR_NAMES.flatMap((name, n): [string, bigint][] => (name === 'ebp' ? [] : [[name, gpr[n]!]])),
    ['rflags', rflags],
    ['ds', ds],
    ['ss', ss],
    ['db0', db[0]!],
    ['dr7', dr7],
  ]
  const old = new Map(fields(before))
  return fields(run.state)
    .flatMap(([name, value]) => (old.get(name) === value ? [] : [`${name}=${value.toString(16)}`]))
    .join(' ')
}

describe('every instruction', () => {
  test.each(each)('%s: its bytes', (_, { instruction, bytes, text }) => {
    expect(bytesText(layOut(programOf([instruction])).code)).toBe(bytes)
    expect(lengthOf(instruction, 'real')).toBe(bytesOf(bytes).length)
    expect(assembly(instruction, 'real')).toBe(text)
  })

  test.each(each)('%s: decoded as what it is', (_, { instruction, bytes }) => {
    const decoded = decodeBytes(bytesOf(bytes))
    expect(decoded.op).toBe(instruction.op)
    expect(decoded.form).toBe(instruction.op)
    expect(decoded.length).toBe(bytesOf(bytes).length)
    if ('size' in instruction) expect(decoded.size).toBe(instruction.size)
    if ('dr' in instruction) expect(decoded.dr).toBe(instruction.dr)
    if ('port' in instruction) expect(decoded.immediate).toBe(instruction.port)
    if ('vector' in instruction) expect(decoded.immediate).toBe(instruction.vector)
    const register = 'to' in instruction ? instruction.to : 'from' in instruction ? instruction.from : null
    if (typeof register === 'string') expect(GPR_NAMES[decoded.register]).toBe(register)
    if ('at' in instruction)
      expect(decoded.value).toBe(layOut(programOf([instruction])).value(instruction.at))
  })

  test.each(each)('%s: what it does', (_, { instruction, does }) => {
    const run = runProgram(programOf([instruction], SETUP), ideal)
    const changed = changes(run)
    const seen = stops(run).join(', ')
    expect(changed === '' ? seen : `${seen}, ${changed}`).toBe(does)
    // A prefix begins no instruction of its own: what stands behind it is one, and here that is the final HLT.
    const begun =
      instruction.op === 'force-emulation'
        ? { address: 0x1005n, op: 'hlt' }
        : { address: 0x1000n, op: instruction.op }
    expect(run.events.find((event) => event.kind === 'instruction')).toMatchObject(begun)
  })

  test.each(each)('%s: the emulator of Linux 6.18 runs it too, but for ICEBP', (_, { instruction }) => {
    const { ending } = runProgram(programOf([instruction], SETUP), linux618Pvm)
    expect(ending === 'internal-error').toBe(instruction.op === 'icebp')
  })

  test.each(each)('%s: where the next one begins', (_, { instruction, bytes }) => {
    const { addresses } = layOut(programOf([instruction, NOP]))
    expect(addresses).toEqual([0x1000, 0x1000 + bytesOf(bytes).length, 0x1001 + bytesOf(bytes).length])
  })
})

describe('operands', () => {
  const registers = GPR_NAMES.filter((name): name is GprName => name !== 'ebp')

  test('every register, in every place', () => {
    for (const name of registers) {
      const n = GPR_NAMES.indexOf(name)
      expect(encode({ op: 'mov', to: name, value: '0x0' }, 0n, layoutOf())[1]).toBe(0xb8 + n)
      expect(encode({ op: 'mov-ss', from: name }, 0n, layoutOf())[1]).toBe(0xd0 + n)
      for (const dr of [0, 1, 2, 3, 4, 5, 6, 7]) {
        expect(encode({ op: 'mov-to-dr', dr, from: name }, 0n, layoutOf())[2]).toBe(0xc0 + 8 * dr + n)
        expect(decodeBytes(encode({ op: 'mov-from-dr', dr, to: name }, 0n, layoutOf()))).toMatchObject({
          dr,
          register: n,
        })
      }
    }
  })

  test('a jump reaches −128 to 127 bytes behind it', () => {
    const jump = (before: number, after: number, to: number) =>
      layOut(
        programOf([
          ...Array.from({ length: before }, () => NOP),
          { op: 'jmp', to: at(to) },
          ...Array.from({ length: after }, () => NOP),
        ]),
      ).code
    expect(jump(126, 0, 0).slice(-2)).toEqual([0xeb, 0x80])
    expect(jump(0, 127, 128).slice(0, 2)).toEqual([0xeb, 0x7f])
    expect(() => jump(127, 0, 0)).toThrow('code[127]: JMP short reaches −128…127 bytes, not -129')
    expect(() => jump(0, 128, 129)).toThrow('not 128')
    expect(decodeBytes([0xeb, 0x80]).immediate).toBe(-128)
  })

  test('offsets are relative to DS, and must fit 16 bits', () => {
    const load: Instruction = { op: 'load', at: data, size: 1 }
    expect(layOut(programOf([load], { ds: '0x100' })).code).toEqual([0xa0, 0x00, 0x10])
    expect(() => layOut(programOf([load], { ds: '0x201' }))).toThrow(
      'code[0]: address 0x2000 is not within 64 KiB of DS',
    )
    expect(() => layOut(programOf([{ ...load, at: '0x10000' }]))).toThrow('0x10000 is not within 64 KiB')
  })

  test('4 KiB of code, the HLT behind it included', () => {
    const filled = (count: number) => layOut(programOf(Array.from({ length: count }, () => NOP)))
    expect(filled(4095).addresses.at(-1)).toBe(0x1fff)
    expect(() => filled(4096)).toThrow('4096 instructions do not fit 4 KiB')
  })

  test('MSRs: the one that there is', () => {
    const run = runProgram(
      programOf(
        [
          op('wrmsr'),
          { op: 'mov', to: 'eax', value: '0x0' },
          { op: 'mov', to: 'edx', value: '0x0' },
          op('rdmsr'),
        ],
        { registers: { ecx: '0x174', eax: '0xa', edx: '0xb' } },
      ),
      ideal,
    )
    expect([run.state.gpr[0], run.state.gpr[2], run.ending]).toEqual([0xan, 0xbn, 'end'])
  })

  test.each([
    ['intel', 'GenuineIntel'],
    ['amd', 'AuthenticAMD'],
  ] as const)('CPUID names %s', (vendor, name) => {
    const { gpr } = runProgram(programOf([op('cpuid')], { vendor }), ideal).state
    const text = [gpr[3]!, gpr[2]!, gpr[1]!]
      .flatMap((word) => [0n, 8n, 16n, 24n].map((shift) => Number((word >> shift) & 0xffn)))
      .map((code) => String.fromCharCode(code))
      .join('')
    expect([gpr[0], text]).toEqual([1n, name])
  })

  test('a leaf of CPUID that does not exist: the highest one on Intel, nothing on AMD', () => {
    const edx = (vendor: 'intel' | 'amd', eax: string) =>
      runProgram(programOf([op('cpuid')], { vendor, registers: { eax } }), ideal).state.gpr[2]
    expect([edx('intel', '0x1'), edx('amd', '0x1')]).toEqual([0x1026cn, 0x1026cn])
    expect([edx('intel', '0x2'), edx('amd', '0x2')]).toEqual([0x1026cn, 0n])
  })

  test('INC sets the flags of its result and leaves CF', () => {
    const flagsAfter = (byte: string, rflags: string): number =>
      runProgram(
        programOf([{ op: 'inc', at: data, size: 1 }], { rflags }, [
          { do: 'write-memory', at: data, bytes: byte },
        ]),
        ideal,
      ).state.rflags
    const [CF, PF, AF, ZF, SF, OF, FIXED] = [0x1, 0x4, 0x10, 0x40, 0x80, 0x800, 0x2]
    expect(flagsAfter('00', '0x8d7')).toBe(FIXED | CF)
    expect(flagsAfter('ff', '0x2')).toBe(FIXED | ZF | PF | AF)
    expect(flagsAfter('7f', '0x2')).toBe(FIXED | SF | AF | OF)
    expect(flagsAfter('80', '0x3')).toBe(FIXED | CF | PF | SF)
    expect(flagsAfter('02', '0x2')).toBe(FIXED | PF)
    expect(flagsAfter('01', '0x2')).toBe(FIXED)
  })
})

const layoutOf = () => ({
  mode: 'real' as const,
  value: (value: Value) => (typeof value === 'string' ? BigInt(value) : 0n),
  dsBase: 0n,
})

describe('what no program contains', () => {
  test.each(['d7', '0f 06', 'f3 90', '66 68 00 00 00 00', '31 c8', '8e d8', 'ff 36 00 20', 'b8 00 00'])(
    '%s is not guessed at',
    (bytes) => {
      const { op: name, form } = decodeBytes(bytesOf(bytes))
      expect([name, form === 'unsupported' || form === 'push-memory']).toEqual(['other', true])
    },
  )

  test('a byte that cannot be decoded ends the run', () => {
    const run = runProgram(programOf([NOP, NOP], {}, [{ do: 'write-memory', at: at(1), bytes: 'd7' }]), ideal)
    expect(stops(run)).toEqual(['internal-error'])
    expect(run.ending).toBe('internal-error')
  })

  test('prefixes without end are no instruction', () => {
    expect(decode(() => 0x66).form).toBe('unsupported')
  })

  test('code that has run is fetched anew after it is written', () => {
    const run = runProgram(
      programOf(
        [NOP, { op: 'jmp', to: at(0) }],
        {},
        [{ do: 'set-guest-debug', control: '0x3' }],
        [],
        [{ do: 'write-memory', at: at(0), bytes: 'cc' }],
      ),
      ideal,
    )
    expect(stops(run).slice(0, 3)).toEqual(['debug 1001 ffff4ff0', 'debug 1000 ffff4ff0', 'guest #BP 1001'])
  })
})
