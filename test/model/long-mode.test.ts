/**
 * Long mode: encodings by Intel SDM vol. 2, written by hand; what each instruction does at CPL0 and CPL3; how
 * exceptions are delivered and returned from; SYSCALL and SYSRET; addresses that fault.
 */
import { describe, expect, test } from 'vitest'
import { decode } from '../../model/x86/decode.ts'
import {
  type Action,
  assembly,
  existsIn,
  flags,
  GPR_NAMES,
  type Instruction,
  ideal,
  layOut,
  lengthOf,
  REGISTER_NAMES,
  type Run,
  runProgram,
  type Setup,
  type Value,
} from '../../model/x86/index.ts'
import { linux618Pvm } from '../../model/x86/variants/kernels.ts'
import { at, debug, NOP, nops, op, programOf, stops } from './support.ts'

const data: Value = { place: 'data' }
const mmio: Value = { place: 'mmio' }
const bytesOf = (text: string): number[] => text.split(' ').map((byte) => Number.parseInt(byte, 16))
const bytesText = (bytes: readonly number[]): string =>
  bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ')

interface Example {
  readonly instruction: Instruction
  readonly bytes: string
  readonly text: string
  /** What is told of it at CPL0, and the registers that it changes. */
  readonly kernel: string
  /** The same at CPL3, if it is not the same. What a program leaves of its stack is not seen at its end there. */
  readonly user?: string
}

const RAX = 0x1111111111111111n
const FRAME: readonly Value[] = [at(1), '0x8', '0x246', { place: 'stack', offset: 64 }, '0x10']
const USER_FRAME: readonly Value[] = [at(1), '0x33', '0x3246', { place: 'stack', offset: 64 }, '0x2b']
const REGISTERS = {
  eax: '0x1111111111111111',
  ecx: '0x3',
  edx: '0x10',
  ebx: '0x22222222',
  esi: '0x2100',
  edi: '0x2200',
  r11: '0x202',
}
const KERNEL: Setup = { mode: 'long', registers: REGISTERS, rflags: '0x8d7', stack: FRAME }
const USER: Setup = { ...KERNEL, cpl: 3, registers: { ...REGISTERS, edx: '0x2b' }, stack: USER_FRAME }

const GP = (ip = '1000'): string => `guest #GP ${ip}`
const plain = (
  name: Parameters<typeof op>[0],
  bytes: string,
  text: string,
  kernel: string,
  user?: string,
): Example => ({ instruction: op(name), bytes, text, kernel, ...(user === undefined ? {} : { user }) })

const EXAMPLES: { readonly [Op in Exclude<Instruction['op'], 'popfd' | 'iretd'>]: readonly Example[] } = {
  nop: [plain('nop', '90', 'nop', '')],
  jmp: [
    { instruction: { op: 'jmp', to: at(1) }, bytes: 'eb 00', text: 'jmp short instruction 1', kernel: '' },
  ],
  mov: [
    {
      instruction: { op: 'mov', to: 'eax', value: '0x123456789abcdef0' },
      bytes: '48 b8 f0 de bc 9a 78 56 34 12',
      text: 'mov rax, 0x123456789abcdef0',
      kernel: 'eax=123456789abcdef0',
    },
    {
      instruction: { op: 'mov', to: 'edi', value: data },
      bytes: '48 bf 00 20 00 00 00 00 00 00',
      text: 'mov rdi, data',
      kernel: 'edi=2000',
    },
  ],
  push: [
    {
      instruction: { op: 'push', value: '0xffffffff80000000' },
      bytes: '68 00 00 00 80',
      text: 'push qword 0xffffffff80000000',
      kernel: 'esp=4ef8',
      user: '',
    },
  ],
  pushf: [plain('pushf', '9c', 'pushfq', 'reads flags 8d7, esp=4ef8', 'reads flags 8d7')],
  popf: [plain('popf', '9d', 'popfq', 'esp=4f08 rflags=1003', 'rflags=3')],
  'pop-ss': [plain('pop-ss', '17', 'pop ss', 'guest #UD 1000')],
  'pop-ds': [plain('pop-ds', '1f', 'pop ds', 'guest #UD 1000')],
  'mov-ss': [
    { instruction: { op: 'mov-ss', from: 'edx' }, bytes: '8e d2', text: 'mov ss, dx', kernel: '' },
    {
      instruction: { op: 'mov-ss', from: 'ecx' },
      bytes: '8e d1',
      text: 'mov ss, cx',
      kernel: GP(),
    },
  ],
  sti: [plain('sti', 'fb', 'sti', 'rflags=ad7', GP())],
  cli: [plain('cli', 'fa', 'cli', '', GP())],
  int3: [plain('int3', 'cc', 'int3', 'guest #BP 1001')],
  int: [
    {
      instruction: { op: 'int', vector: 0x20 },
      bytes: 'cd 20',
      text: 'int 0x20',
      kernel: 'guest vector 20 1002',
    },
    // A gate of DPL 0.
    {
      instruction: { op: 'int', vector: 1 },
      bytes: 'cd 01',
      text: 'int 0x1',
      kernel: 'guest #DB 1002 ffff0ff0',
      user: `${GP()} error=a`,
    },
  ],
  into: [plain('into', 'ce', 'into', 'guest #UD 1000')],
  iret: [plain('iret', '48 cf', 'iretq', 'esp=4f40 rflags=246', 'rflags=46')],
  cpuid: [plain('cpuid', '0f a2', 'cpuid', 'eax=0 ecx=0 edx=1026c ebx=0')],
  rdmsr: [plain('rdmsr', '0f 32', 'rdmsr', GP())],
  wrmsr: [plain('wrmsr', '0f 30', 'wrmsr', GP())],
  ud2: [plain('ud2', '0f 0b', 'ud2', 'guest #UD 1000')],
  'force-emulation': [plain('force-emulation', '0f 0b 6b 76 6d', 'force-emulation', '')],
  icebp: [plain('icebp', 'f1', 'icebp', 'guest #DB 1001 ffff0ff0')],
  hlt: [plain('hlt', 'f4', 'hlt', 'hlt', GP())],
  // Its handler returns to CPL3, where the HLT behind the program is a #GP.
  syscall: [plain('syscall', '0f 05', 'syscall', GP('1002'), 'ecx=1002 r11=8d7')],
  // There is no code at RCX.
  sysret: [plain('sysret', '48 0f 07', 'sysretq', 'internal-error, rflags=202', GP())],
  'mov-to-dr': [
    {
      instruction: { op: 'mov-to-dr', dr: 0, from: 'eax' },
      bytes: '0f 23 c0',
      text: 'mov dr0, rax',
      kernel: 'db0=1111111111111111',
      user: GP(),
    },
    {
      instruction: { op: 'mov-to-dr', dr: 7, from: 'eax' },
      bytes: '0f 23 f8',
      text: 'mov dr7, rax',
      kernel: GP(),
    },
    {
      instruction: { op: 'mov-to-dr', dr: 4, from: 'eax' },
      bytes: '0f 23 e0',
      text: 'mov dr4, rax',
      kernel: GP(),
    },
  ],
  'mov-from-dr': [
    {
      instruction: { op: 'mov-from-dr', dr: 6, to: 'eax' },
      bytes: '0f 21 f0',
      text: 'mov rax, dr6',
      kernel: 'reads dr6 ffff0ff0, eax=ffff0ff0',
      user: GP(),
    },
  ],
  in: [
    {
      instruction: { op: 'in', port: 0x10, size: 1 },
      bytes: 'e4 10',
      text: 'in al, 0x10',
      kernel: 'io 1000, eax=111111111111115a',
      user: GP(),
    },
    {
      instruction: { op: 'in', port: 0x10, size: 4 },
      bytes: 'e5 10',
      text: 'in eax, 0x10',
      kernel: 'io 1000, eax=5a5a5a5a',
      user: GP(),
    },
  ],
  out: [
    {
      instruction: { op: 'out', port: 0x10, size: 2 },
      bytes: '66 e7 10',
      text: 'out 0x10, ax',
      kernel: 'io 1000',
      user: GP(),
    },
  ],
  load: [
    {
      instruction: { op: 'load', at: data, size: 1 },
      bytes: 'a0 00 20 00 00 00 00 00 00',
      text: 'mov al, [data]',
      kernel: 'eax=1111111111111100',
    },
    {
      instruction: { op: 'load', at: data, size: 4 },
      bytes: 'a1 00 20 00 00 00 00 00 00',
      text: 'mov eax, [data]',
      kernel: 'eax=0',
    },
    {
      instruction: { op: 'load', at: mmio, size: 8 },
      bytes: '48 a1 00 e0 00 00 00 00 00 00',
      text: 'mov rax, [mmio]',
      kernel: 'mmio read 1000, eax=5a5a5a5a5a5a5a5a',
    },
  ],
  store: [
    {
      instruction: { op: 'store', at: data, size: 2 },
      bytes: '66 a3 00 20 00 00 00 00 00 00',
      text: 'mov [data], ax',
      kernel: '',
    },
    {
      instruction: { op: 'store', at: mmio, size: 8 },
      bytes: '48 a3 00 e0 00 00 00 00 00 00',
      text: 'mov [mmio], rax',
      kernel: 'mmio write 1000',
    },
  ],
  inc: [
    {
      instruction: { op: 'inc', at: data, size: 1 },
      bytes: 'fe 04 25 00 20 00 00',
      text: 'inc byte [data]',
      kernel: 'rflags=3',
    },
    {
      instruction: { op: 'inc', at: mmio, size: 8 },
      bytes: '48 ff 04 25 00 e0 00 00',
      text: 'inc qword [mmio]',
      kernel: 'mmio read 1000, mmio write 1000, rflags=3',
    },
  ],
  'rep-movsb': [plain('rep-movsb', 'f3 a4', 'rep movsb', 'ecx=0 esi=2103 edi=2203')],
  'rep-stosb': [plain('rep-stosb', 'f3 aa', 'rep stosb', 'ecx=0 edi=2203')],
  'rep-insb': [plain('rep-insb', 'f3 6c', 'rep insb', 'io 1000, io 1000, io 1000, ecx=0 edi=2203', GP())],
  'rep-outsb': [plain('rep-outsb', 'f3 6e', 'rep outsb', 'io 1000, io 1000, io 1000, ecx=0 esi=2103', GP())],
}

const examples = Object.values(EXAMPLES).flat()
const each = examples.map((one) => [one.text, one] as const)

const SHOWN = REGISTER_NAMES.filter((name) => name !== 'ebp')

/** What an instruction does: what is told, without the end of the program, and what it changes. */
const does = (setup: Setup, instruction: Instruction): string => {
  const before = runProgram(programOf([], setup), ideal).state
  const run = runProgram(programOf([instruction], setup), ideal)
  const told = stops(run)
  const end = setup.cpl === 3 ? ['guest vector 2f', 'hlt'] : ['hlt']
  for (const line of end.reverse()) if (told.at(-1)?.startsWith(line)) told.pop()
  const fault = run.events.find((event) => event.kind === 'delivery')
  const error = fault?.errorCode ?? 0
  if (error !== 0) told.push(`error=${error.toString(16)}`)
  const changed = [
    ...SHOWN.map((name) => {
      const n = REGISTER_NAMES.indexOf(name)
      return [name, before.gpr[n]!, run.state.gpr[n]!] as const
    }),
    ['rflags', before.rflags, run.state.rflags] as const,
    ['db0', before.db[0]!, run.state.db[0]!] as const,
  ].flatMap(([name, old, now]) => (old === now ? [] : [`${name}=${now.toString(16)}`]))
  // A fault ends the program with a frame on the stack.
  return [told.join(error === 0 ? ', ' : ' '), run.ending === 'fault' ? '' : changed.join(' ')]
    .filter((part) => part !== '')
    .join(', ')
}

describe('every instruction', () => {
  test('POPFD and IRETD are the only ones that long mode does not have', () => {
    expect(['popfd', 'iretd'].map((name) => existsIn({ op: name } as Instruction, 'long'))).toEqual([
      false,
      false,
    ])
    for (const { instruction } of examples) expect(existsIn(instruction, 'long')).toBe(true)
    expect(() => layOut(programOf([NOP, op('popfd')], { mode: 'long' }))).toThrow(
      'code[1]: popfd does not exist in long mode',
    )
  })

  test.each(each)('%s: its bytes', (_, { instruction, bytes, text }) => {
    expect(bytesText(layOut(programOf([instruction], { mode: 'long' })).code)).toBe(bytes)
    expect(lengthOf(instruction, 'long')).toBe(bytesOf(bytes).length)
    expect(assembly(instruction, 'long')).toBe(text)
  })

  test.each(each)('%s: decoded as what it is', (_, { instruction, bytes }) => {
    const decoded = decode((n) => bytesOf(bytes)[n] ?? -1, 'long')
    expect([decoded.op, decoded.length]).toEqual([instruction.op, bytesOf(bytes).length])
    if ('size' in instruction) expect(decoded.size).toBe(instruction.size)
    const register = 'to' in instruction ? instruction.to : 'from' in instruction ? instruction.from : null
    if (typeof register === 'string') expect(GPR_NAMES[decoded.register]).toBe(register)
  })

  test.each(each)('%s: what it does at CPL0', (_, { instruction, kernel }) => {
    expect(does(KERNEL, instruction)).toBe(kernel)
  })

  test.each(each)('%s: what it does at CPL3', (_, { instruction, kernel, user }) => {
    expect(does(USER, instruction)).toBe(user ?? kernel)
  })

  test.each(each)('%s: the emulator of Linux 6.18 runs it, but for INT n and ICEBP', (_, { instruction }) => {
    const registers = { ...REGISTERS, ecx: at(1) }
    const { ending } = runProgram(programOf([instruction], { ...KERNEL, registers }), linux618Pvm)
    expect(ending === 'internal-error').toBe(['icebp', 'int', 'int3'].includes(instruction.op))
  })
})

const run = (code: readonly Instruction[], setup: Setup, ...script: (readonly Action[])[]): Run =>
  runProgram(programOf(code, { mode: 'long', ...setup }, ...script), ideal)
const seen = (code: readonly Instruction[], setup: Setup = {}, ...script: (readonly Action[])[]): string =>
  stops(run(code, setup, ...script)).join(', ')
const firstDelivery = ({ events }: Run) => {
  const found = events.find((event) => event.kind === 'delivery')
  if (found?.kind !== 'delivery') throw new Error('nothing is delivered')
  return found
}

describe('delivery', () => {
  /** SS, RSP, RFLAGS, CS, RIP, and the error code below them. */
  const frameOf = (one: Run): { address: bigint; words: number } => {
    const { accesses } = firstDelivery(one)
    return { address: accesses.at(-1)!.address, words: accesses.length }
  }

  test('at CPL0 on the same stack, aligned to 16, SS:RSP pushed all the same', () => {
    const one = run([op('ud2')], {})
    expect(frameOf(one)).toEqual({ address: 0x4ed8n, words: 5 })
    expect(frameOf(run([{ op: 'push', value: '0x0' }, op('ud2')], {}))).toEqual({
      address: 0x4ec8n,
      words: 5,
    })
    expect(one.state).toMatchObject({ cs: 0x8, ss: 0x10 })
  })

  test('from CPL3 on the stack of the TSS, with a null SS', () => {
    const one = run([op('ud2')], { cpl: 3 })
    expect(frameOf(one)).toEqual({ address: 0x5fd8n, words: 5 })
    expect(one.state).toMatchObject({ cs: 0x8, ss: 0, rip: 0x6196n })
    expect(firstDelivery(one)).toMatchObject({ cs: 0x33, ip: 0x1000n, errorCode: null })
  })

  test('with an error code where the vector has one', () => {
    expect(frameOf(run([op('rdmsr')], {}))).toEqual({ address: 0x4ed0n, words: 6 })
    expect(firstDelivery(run([op('rdmsr')], {})).errorCode).toBe(0)
  })

  test('an error code comes with an exception that the VMM injects', () => {
    const inject = (vector: number): Action => ({
      do: 'set-vcpu-events',
      exception: { state: 'pending', vector },
    })
    expect(firstDelivery(run([], {}, [inject(13)])).errorCode).toBe(0)
    expect(firstDelivery(run([], {}, [inject(6)])).errorCode).toBeNull()
  })

  test('the image has RF for faults, and not for any #DB; the handler begins without IF, TF, NT and RF', () => {
    const setup: Setup = { rflags: '0x47202' }
    expect(firstDelivery(run([op('ud2')], setup)).flags).toBe(0x57202)
    expect(firstDelivery(run([op('int3')], setup)).flags).toBe(0x47202)
    const breakpoint = run([NOP], { ...setup, db: [at(0)], dr7: '0x402', onDebugException: 'disarm' })
    expect(firstDelivery(breakpoint)).toMatchObject({ vector: 1, flags: 0x47202 })
    const inHandler = run([op('ud2')], setup).events.find(
      (event) => event.kind === 'instruction' && event.address >= 0x6000n,
    )
    expect(inHandler).toMatchObject({ rflags: 0x43002 })
  })

  test('a frame that cannot be pushed is a shutdown', () => {
    const setRsp: Action = { do: 'set-registers', registers: { esp: '0x800000000000' } }
    const one = run([op('ud2')], {}, [setRsp])
    expect([one.ending, stops(one)]).toEqual(['shutdown', ['shutdown']])
  })
})

describe('IRETQ', () => {
  const iret = (frame: readonly Value[], setup: Setup = {}): string =>
    seen([op('iret'), NOP], { ...setup, stack: frame })
  const stack: Value = { place: 'stack' }

  test('sets RF: a breakpoint at its target is passed once', () => {
    const setup: Setup = { db: [at(1)], dr7: '0x402', onDebugException: 'disarm' }
    expect(iret([at(1), '0x8', '0x2', stack, '0x10'], setup)).toBe('guest #DB 1002 ffff0ff1, hlt')
    expect(iret([at(1), '0x8', '0x10002', stack, '0x10'], setup)).toBe('hlt')
  })

  test('to CPL3, where the HLT of the program is #GP', () => {
    expect(iret([at(1), '0x33', '0x2', stack, '0x2b'])).toBe('guest #GP 1003, hlt')
  })

  test('to CPL0 with a null SS', () => {
    expect(iret([at(1), '0x8', '0x2', stack, '0x0'])).toBe('hlt')
  })

  test.each([
    ['a null CS', [at(1), '0x0', '0x2', stack, '0x10'], 0],
    ['CS that is data', [at(1), '0x10', '0x2', stack, '0x10'], 0x10],
    ['CS whose RPL is not its DPL', [at(1), '0xb', '0x2', stack, '0x2b'], 0x8],
    ['CS that is not there', [at(1), '0x20', '0x2', stack, '0x10'], 0x20],
    ['SS of another level', [at(1), '0x8', '0x2', stack, '0x2b'], 0x28],
    ['SS that is code', [at(1), '0x8', '0x2', stack, '0x8'], 0x8],
    ['a null SS for CPL3', [at(1), '0x33', '0x2', stack, '0x3'], 0],
    ['an address that is not canonical', ['0x800000000000', '0x8', '0x2', stack, '0x10'], 0],
  ] as const)('#GP for %s, and nothing is popped', (_, frame, errorCode) => {
    const one = run([op('iret'), NOP], { stack: frame })
    expect(firstDelivery(one)).toMatchObject({ vector: 13, ip: 0x1000n, cs: 0x8, errorCode })
    expect(firstDelivery(one).accesses.length).toBe(6)
  })

  test('from CPL3 to CPL0 is #GP', () => {
    const one = run([op('iret')], { cpl: 3, stack: [at(1), '0x8', '0x2', stack, '0x10'] })
    expect(firstDelivery(one)).toMatchObject({ vector: 13, cs: 0x33, errorCode: 0x8 })
  })

  test('with NT set is #GP', () => {
    expect(iret([at(1), '0x8', '0x2', stack, '0x10'], { rflags: '0x4002' })).toBe('guest #GP 1000, hlt')
  })
})

describe('flags at CPL3', () => {
  const flagsAfter = (word: string, rflags: string): number => {
    const one = run([op('popf'), NOP], { cpl: 3, rflags, stack: [word] })
    const nop = one.events.find((event) => event.kind === 'instruction' && event.op === 'nop')
    return nop?.kind === 'instruction' ? nop.rflags : -1
  }

  test('POPF changes neither IF nor IOPL, and does not fault', () => {
    expect(flagsAfter('0x3202', '0x2')).toBe(0x2)
    expect(flagsAfter('0x0', '0x202')).toBe(0x202)
  })

  test('with IOPL 3 it changes IF, not IOPL', () => {
    expect(flagsAfter('0x202', '0x3002')).toBe(0x3202)
    expect(flagsAfter('0x2', '0x3202')).toBe(0x3002)
  })

  test('POPF never sets RF, and sets AC, ID and TF', () => {
    expect(flagsAfter('0x250102', '0x2')).toBe(0x240102)
  })

  test('IOPL 3 allows CLI, STI, IN and OUT', () => {
    const setup: Setup = { cpl: 3, rflags: '0x3002' }
    expect(seen([op('sti'), op('cli')], setup)).toBe('guest vector 2f 1004, hlt')
    expect(seen([{ op: 'out', port: 0x10, size: 1 }], setup)).toBe('io 1000, guest vector 2f 1004, hlt')
  })
})

describe('addresses', () => {
  const load = (address: string): Instruction => ({ op: 'load', at: address, size: 8 })
  const store = (address: string): Instruction => ({ op: 'store', at: address, size: 8 })
  const fault = (instruction: Instruction, setup: Setup = {}) => {
    const one = run([instruction], setup)
    const { vector, errorCode } = firstDelivery(one)
    return { vector, errorCode, cr2: one.state.cr2 }
  }

  test('not canonical: #GP, on the stack #SS', () => {
    for (const address of ['0x800000000000', '0xffff7fffffffffff', '0x7ffffffffffc'])
      expect(fault(load(address))).toEqual({ vector: 13, errorCode: 0, cr2: 0n })
    const setRsp: Action = { do: 'set-registers', registers: { esp: '0x800000000008' } }
    // At CPL3 the #SS has a stack of its own.
    const one = run([op('pushf')], { cpl: 3 }, [setRsp])
    expect(firstDelivery(one)).toMatchObject({ vector: 12, ip: 0x1000n, errorCode: 0 })
  })

  test('canonical and not mapped: #PF with its address in CR2', () => {
    expect(fault(load('0x200000'))).toEqual({ vector: 14, errorCode: 0, cr2: 0x200000n })
    expect(fault(store('0xffff800000000000'))).toEqual({ vector: 14, errorCode: 2, cr2: 0xffff800000000000n })
    expect(fault(store('0x1ffffc'), { cpl: 3 })).toEqual({ vector: 14, errorCode: 6, cr2: 0x200000n })
    expect(fault(load('0x200000'), { cpl: 3 })).toEqual({ vector: 14, errorCode: 4, cr2: 0x200000n })
  })

  test('RIP: #GP or #PF of the fetch', () => {
    const setRip = (rip: string): Action => ({ do: 'set-registers', rip })
    expect(firstDelivery(run([], {}, [setRip('0x800000000000')]))).toMatchObject({ vector: 13, errorCode: 0 })
    const unmapped = run([], { cpl: 3 }, [setRip('0x200000')])
    expect(firstDelivery(unmapped)).toMatchObject({ vector: 14, ip: 0x200000n, errorCode: 4 })
    expect(unmapped.state.cr2).toBe(0x200000n)
  })

  test('MMIO lies behind RAM, as in real mode', () => {
    expect(seen([load('0xd000'), store('0x1ffff8')])).toBe('mmio read 1000, mmio write 100a, hlt')
  })

  test('the tables are not for programs to write', () => {
    expect(run([store('0x8000')], {}).ending).toBe('internal-error')
    expect(run([load('0x8000')], {}).ending).toBe('end')
    expect(() => run([], {}, [{ do: 'write-memory', at: '0xb000', bytes: '00' }])).toThrow(
      'tables of long mode',
    )
  })

  test('a watchpoint of 8 bytes', () => {
    const watch: Setup = { db: ['0x2003'], dr7: '0xb0402', onDebugException: 'disarm' }
    expect(seen([{ op: 'load', at: '0x2007', size: 1 }], watch)).toBe('guest #DB 1009 ffff0ff1, hlt')
    expect(seen([{ op: 'load', at: '0x2008', size: 8 }], watch)).toBe('hlt')
  })

  test('code breakpoints compare all 64 bits', () => {
    const setup: Setup = { db: ['0x100001000'], dr7: '0x402', onDebugException: 'disarm' }
    expect(seen([NOP], setup)).toBe('hlt')
  })
})

describe('SYSCALL and SYSRET', () => {
  const user: Setup = { cpl: 3 }

  test('there and back: RCX is the return address, R11 the flags without RF', () => {
    const one = run([op('syscall'), NOP], { ...user, rflags: '0x10ad7' })
    expect(stops(one)).toEqual(['guest vector 2f 1005', 'hlt'])
    expect([one.state.gpr[1], one.state.gpr[8]]).toEqual([0x1002n, 0xad7n])
    const entry = one.events.filter((event) => event.kind === 'instruction')[1]
    // IF and what else IA32_FMASK names is clear.
    expect(entry).toMatchObject({ address: 0x6c40n, rflags: 0x8d7 })
  })

  test('FMASK decides which flags the kernel begins with', () => {
    const entryFlags = (fmask: string): number => {
      const [, entry] = run([op('syscall')], { ...user, rflags: '0x3202', fmask }).events.filter(
        (event) => event.kind === 'instruction',
      )
      return entry?.kind === 'instruction' ? entry.rflags : -1
    }
    expect(entryFlags('0x0')).toBe(0x3202)
    expect(entryFlags('0x3200')).toBe(0x2)
  })

  const DEBUG_TF: Setup = { ...user, rflags: '0x102' }

  test('TF that FMASK clears: no trap in the kernel, one at the return', () => {
    expect(seen([op('syscall'), NOP], DEBUG_TF)).toBe(
      'guest #DB 1002 ffff4ff0, guest #DB 1003 ffff4ff0, guest vector 2f 1005, hlt',
    )
  })

  test('TF that FMASK leaves: a trap at the kernel’s first instruction, and after each one', () => {
    expect(seen([op('syscall')], { ...DEBUG_TF, fmask: '0x0' })).toMatch(
      /^guest #DB 6c40 ffff4ff0, guest #DB 6c44 ffff4ff0, guest #DB 6c48 ffff4ff0, guest #DB 6c4c ffff4ff0/,
    )
  })

  test('SYSRET that sets TF traps at once, one that clears it does not', () => {
    const sysret = (rflags: string, r11: string): string =>
      seen([op('sysret'), NOP], { rflags, registers: { ecx: at(1), r11 } })
    expect(sysret('0x2', '0x102')).toMatch(
      /^guest #DB 1003 ffff4ff0, guest #DB 1004 ffff4ff0, guest #GP 1004/,
    )
    expect(sysret('0x102', '0x2')).toBe('guest #GP 1004, hlt')
  })

  test('SYSRET loads neither RF nor VM', () => {
    const one = run([op('sysret'), NOP], { registers: { ecx: at(1), r11: '0xffffffffffffffff' } })
    const nop = one.events.find((event) => event.kind === 'instruction' && event.op === 'nop')
    expect(nop).toMatchObject({ rflags: 0x3c7fd7 })
  })

  test('SYSRET to an address that is not canonical: #GP at CPL0 on Intel, at CPL3 on AMD', () => {
    const registers = { ecx: '0x800000000000' }
    expect(firstDelivery(run([op('sysret')], { registers }))).toMatchObject({
      vector: 13,
      cs: 0x8,
      ip: 0x1000n,
    })
    expect(firstDelivery(run([op('sysret')], { registers, vendor: 'amd' }))).toMatchObject({
      vector: 13,
      cs: 0x33,
      ip: 0x800000000000n,
    })
  })

  const STEP = debug('0x3')

  test('a host step over SYSCALL stops at the kernel’s entry, or after the return', () => {
    const program = programOf([op('syscall'), NOP], { mode: 'long', cpl: 3 }, [STEP])
    const entry = stops(runProgram(program, ideal))
    expect(entry.slice(0, 2)).toEqual(['debug 6c40 ffff4ff0', 'debug 6c44 ffff4ff0'])
    const after = stops(runProgram(program, ideal, { stepOverSoftwareInterrupt: 'after-return' }))
    expect(after.slice(0, 2)).toEqual(['debug 1002 ffff4ff0', 'debug 1003 ffff4ff0'])
  })

  test('a host step shows in no R11', () => {
    const one = run([op('syscall'), NOP], user, [STEP])
    expect(one.state.gpr[8]! & BigInt(flags.TF)).toBe(0n)
  })

  test('a host breakpoint on the kernel’s entry', () => {
    const host = debug('0x20001', '0x402', { handler: 'syscall' })
    expect(seen([op('syscall')], user, [host], [debug('0x0')])).toBe(
      'debug 6c40 ffff0ff1, guest vector 2f 1004, hlt',
    )
  })
})

describe('what a mode does not have', () => {
  test.each<[string, Parameters<typeof programOf>]>([
    ['setup.cpl: not in real mode', [[], { cpl: 3 }]],
    ['setup.fmask: not in real mode', [[], { fmask: '0x0' }]],
    ['setup.registers.r11: not in real mode', [[], { registers: { r11: '0x1' } }]],
    ['setup.registers.eax: 0x100000000 has more than 32 bits', [[], { registers: { eax: '0x100000000' } }]],
    ['setup.stack[1]: 0x10000 has more than 16 bits', [[], { stack: ['0x1', '0x10000'] }]],
    ['accesses of 8 bytes exist in long mode only', [[{ op: 'load', at: data, size: 8 }]]],
    ['code[0]: 0x10000 has more than 16 bits', [[{ op: 'push', value: '0x10000' }]]],
    ['code[0]: 0x100000000 has more than 32 bits', [[{ op: 'mov', to: 'eax', value: '0x100000000' }]]],
    ['setup.cs: not in long mode', [[], { mode: 'long', cs: '0x80' }]],
    ['setup.ds: not in long mode', [[], { mode: 'long', ds: '0x80' }]],
    [
      'script[0][0].ds: not in long mode',
      [[], { mode: 'long' }, [{ do: 'set-special-registers', ds: '0x80' }]],
    ],
    [
      'code[0]: 0x80000000 is not a sign-extended value of 32 bits',
      [[{ op: 'push', value: '0x80000000' }], { mode: 'long' }],
    ],
    [
      'code[0]: 0x800000000000 is not a sign-extended value of 32 bits',
      [[{ op: 'inc', at: '0x800000000000', size: 1 }], { mode: 'long' }],
    ],
    ['setup.stack: more than 32 words', [[], { mode: 'long', stack: Array<string>(33).fill('0x0') }]],
  ])('%s', (message, parts) => {
    expect(() => layOut(programOf(...parts))).toThrow(message)
  })

  test('the code at CPL3 leaves room for what ends it', () => {
    const filled = (count: number) => layOut(programOf(nops(count), { mode: 'long', cpl: 3 }))
    expect(filled(4093).code.slice(-2)).toEqual([0xcd, 0x2f])
    expect(() => filled(4094)).toThrow('4094 instructions do not fit 4 KiB')
  })
})

describe('what no program contains', () => {
  test.each(['0f 06', '40 90', '48 90', '66 9d', 'cf', '66 cf', '4c 90', '48 e5 10', '0f 07', 'ff 36 00 20'])(
    '%s is not guessed at',
    (bytes) => {
      expect(decode((n) => bytesOf(bytes)[n] ?? -1, 'long').form).toBe('unsupported')
    },
  )
})

test('RAX in full', () => {
  expect(
    run(
      [
        { op: 'store', at: data, size: 8 },
        { op: 'mov', to: 'eax', value: '0x0' },
        { op: 'load', at: data, size: 8 },
      ],
      { registers: { eax: `0x${RAX.toString(16)}` } },
    ).state.gpr[0],
  ).toBe(RAX)
})
