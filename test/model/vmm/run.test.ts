/**
 * Whole sessions of a debugger, as they were measured on QEMU 7.2 where that does what it should, and as the specification
 * has them where it does not.
 */
import { describe, expect, test } from 'vitest'
import { type Program as Arm64Program, runProgram as runArm64 } from '../../../model/arm64/index.ts'
import { hostProgram, type Instruction, ideal, runProgram, type Setup } from '../../../model/vmm/index.ts'
import { cloudHypervisor, firecracker, qemu } from '../../../model/vmm/variants/read.ts'
import { runProgram as runX86, type Program as X86Program } from '../../../model/x86/index.ts'
import { Checker } from '../../../properties/check.ts'
import { vmm } from '../../../properties/vmm/machine.ts'
import { at, data, insert, logOf, nop, read, remove, run, step, stepOver, told } from './support.ts'

const x86: Setup = { guest: 'x86' }
const arm64: Setup = { guest: 'arm64' }
const int3: Instruction = { op: 'int3' }
const brk7: Instruction = { op: 'brk', imm: 7 }

describe('software breakpoints', () => {
  test('hit, stay in the way until removed, and leave the guest as it was', () => {
    const session = run(x86, [nop, nop], [[insert('software', at(1))], [], [remove('software', at(1))]])
    expect(told(session)).toEqual(['OK', 'T05 1001', 'T05 1001', 'OK'])
    expect(session.ending).toBe('end')
    expect(logOf(session)).toBe('')
  })
  test('inserted twice, removed twice; a third time is an error', () => {
    const z0 = remove('software', at(1))
    const session = run(
      x86,
      [nop, nop],
      [
        [insert('software', at(1)), insert('software', at(1)), z0],
        [z0, z0],
      ],
    )
    expect(told(session)).toEqual(['OK', 'OK', 'OK', 'T05 1001', 'OK', 'E22'])
  })
  test.each([
    ['x86', x86, int3, '1001', '0210020003'],
    ['arm64', arm64, brk7, '40001004', '070000f2'],
  ] as const)(
    'over the guest’s own on %s: the debugger’s, and the guest’s again once it is gone',
    (_, setup, own, pc, log) => {
      const session = run(setup, [nop, own, nop], [[insert('software', at(1))], [remove('software', at(1))]])
      expect(told(session)).toEqual(['OK', `T05 ${pc}`, 'OK'])
      expect(logOf(session).startsWith(log)).toBe(true)
    },
  )
  test('beside the guest’s own: that reaches the guest once, with the record that it has alone', () => {
    for (const [setup, own] of [
      [x86, int3],
      [arm64, brk7],
    ] as const) {
      const code = [nop, own, nop]
      const debugged = run(setup, code, [[insert('software', at(2))], [remove('software', at(2))]])
      expect(told(debugged)).toHaveLength(3)
      expect(logOf(debugged)).toBe(logOf(run(setup, code, [])))
    }
  })
  test('where there is no memory, and where no instruction can lie', () => {
    expect(told(run(x86, [], [[insert('software', '0xd0000')]]))).toEqual(['E22'])
    expect(told(run(arm64, [], [[insert('software', { instruction: 0, offset: 2 })]]))).toEqual(['E22'])
  })
  test('the debugger reads and writes under them; QEMU shows and overwrites the trap instruction', () => {
    const script = [
      [
        insert('software', at(1)),
        read(at(1), 1),
        { do: 'write-memory', at: at(1), bytes: '90' } as const,
        read(at(1), 1),
      ],
      [remove('software', at(1)), read(at(1), 1)],
    ]
    const code: readonly Instruction[] = [nop, { op: 'cli' }]
    expect(told(run(x86, code, script))).toEqual(['OK', 'fa', 'OK', '90', 'T05 1001', 'OK', '90'])
    expect(told(run(x86, code, script, qemu))).toEqual(['OK', 'cc', 'OK', '90'])
  })
})

describe('a guest that overwrites a planted site', () => {
  const over = (eax: string): Setup => ({ ...x86, registers: { eax } })
  const store: Instruction = { op: 'store', at: { instruction: 2 }, size: 1 }
  const code = [store, nop, { op: 'cli' } as const]
  const script = [
    [insert('software', at(2)), insert('software', at(1))],
    [remove('software', at(2)), read(at(2), 1)],
  ]
  test('its bytes stay', () => {
    expect(told(run(over('0x90'), code, script))).toEqual([
      ...['OK', 'OK', 'T05 1003', 'OK', '90', 'T05 1003'],
    ])
  })
  test('with the trap instruction: it keeps it; QEMU restores what was there before', () => {
    expect(told(run(over('0xcc'), code, script)).at(-2)).toBe('cc')
    expect(told(run(over('0xcc'), code, script, qemu)).at(-2)).toBe('fa')
  })
  test('on arm64 QEMU refuses to remove it', () => {
    const words: readonly Instruction[] = [{ op: 'str', register: 'x1', at: { place: 'data' }, size: 4 }, nop]
    const session = [[insert('software', data()), insert('software', at(1))], [remove('software', data())]]
    expect(told(run(arm64, words, session)).at(-2)).toBe('OK')
    expect(told(run(arm64, words, session, qemu)).at(-2)).toBe('E22')
  })
})

describe('hardware breakpoints', () => {
  test('four of them; a fifth is refused and the four keep working', () => {
    const script = [
      [3, 2, 1, 0, 4, 5].map((n) => insert('execute', at(n))),
      ...[0, 1, 2, 3].map((n) => [remove('execute', at(n))]),
    ]
    expect(told(run(x86, [nop, nop, nop, nop, nop, nop], script))).toEqual([
      ...['OK', 'OK', 'OK', 'OK', 'E22', 'E22'],
      ...['T05 1000', 'OK', 'T05 1001', 'OK', 'T05 1002', 'OK', 'T05 1003', 'OK'],
    ])
  })
  test('what x86 refuses: duplicates, lengths, alignment; what it does not support', () => {
    const write = (offset: number, length: number) => insert('watch-write', data(offset), length)
    const session = run(
      x86,
      [],
      [
        [
          ...[1, 2, 4].map((length) => write(0, length)),
          write(0, 3),
          write(0, 16),
          write(1, 2),
          write(0, 4),
          insert('watch-read', data()),
          insert('watch-access', data(), 8),
          insert('execute', at(0)),
        ],
      ],
    )
    expect(told(session)).toEqual(['OK', 'OK', 'OK', 'E22', 'E22', 'E22', 'E22', '', 'OK', 'E22'])
  })
  test('arm64 has a pool for each, as large as KVM says', () => {
    const script = [
      [
        ...Array.from({ length: 7 }, () => insert('execute', data())),
        ...Array.from({ length: 5 }, () => insert('watch-read', data())),
      ],
    ]
    expect(told(run(arm64, [], script))).toEqual([
      ...['OK', 'OK', 'OK', 'OK', 'OK', 'OK', 'E22'],
      ...['OK', 'OK', 'OK', 'OK', 'E22'],
    ])
  })
  test('a watchpoint stops behind the access on x86, before it on arm64, and is named by its base', () => {
    const onX86 = run(
      x86,
      [{ op: 'store', at: { place: 'data', offset: 3 }, size: 1 }, nop],
      [[insert('watch-write', data(), 4)]],
    )
    expect(told(onX86)).toEqual(['OK', 'T05watch:0000000000002000; 1003'])
    const onArm64 = run(
      arm64,
      [{ op: 'str', register: 'x1', at: { place: 'data' }, size: 8 }],
      [[insert('watch-access', data(4), 1)], [stepOver]],
    )
    expect(told(onArm64)).toEqual(['OK', 'T05awatch:0000000040002004; 40001000', 'OK', 'T05 40001004', 'OK'])
  })
  test('the guest’s own are off, read as before, and back after detach', () => {
    const own: Setup = {
      ...x86,
      db: [at(2) as { instruction: number }],
      dr7: '0x402',
      onDebugException: 'disarm',
    }
    const code: readonly Instruction[] = [{ op: 'mov-from-dr', dr: 7, to: 'eax' }, nop, nop]
    const [hidden, left] = [
      run(own, code, [[insert('execute', at(3))]]),
      run(own, code, [[insert('execute', at(1))], [{ do: 'detach' }]]),
    ]
    expect(logOf(hidden)).toBe('')
    expect(logOf(left)).toBe(logOf(run(own, code, [])))
    const dr7 = hidden.machine.events.find((event) => event.kind === 'guest-read')
    expect(dr7).toMatchObject({ what: 'dr7', value: 0x402n })
  })
})

describe('steps', () => {
  test('over its own breakpoints: removed, one instruction, inserted again', () => {
    const session = run(x86, [nop, nop, nop], [[insert('software', at(0))], [stepOver, step]])
    expect(told(session)).toEqual(['OK', 'T05 1000', 'OK', 'T05 1001', 'OK', 'T05 1002'])
  })
  test('without that they are hit again at once', () => {
    expect(told(run(x86, [nop], [[insert('software', at(0))], [step]]))).toEqual([
      'OK',
      'T05 1000',
      'T05 1000',
    ])
  })
  test('a breakpoint of the guest under a step reaches both', () => {
    const own: Setup = { ...x86, db: [data() as { place: 'data' }], dr7: '0xd0402' }
    const code: readonly Instruction[] = [{ op: 'store', at: { place: 'data' }, size: 4 }, nop]
    const session = run(own, code, [[step]])
    expect(told(session)).toEqual(['T05 1004'])
    expect(session.events.find(({ kind }) => kind === 'owned')).toMatchObject({ owner: 'both' })
    expect(logOf(session)).toBe(logOf(run(own, code, [])))
    // QEMU reports the step only; the guest never hears of its breakpoint.
    expect(logOf(run(own, code, [[step]], qemu))).toBe('')
  })
  test('a guest’s INT3 under a step is handed back; Firecracker swallows it', () => {
    const script = [[insert('software', at(2)), step], [{ do: 'detach' } as const]]
    expect(logOf(run(x86, [int3, nop, nop], script))).not.toBe('')
    const swallowed = run(x86, [int3, nop, nop], script, firecracker)
    expect(told(swallowed)).toEqual(['OK', 'T05 1000'])
  })
})

test('Cloud Hypervisor: what the debugger plants goes to the guest', () => {
  const session = run(x86, [nop, nop], [[insert('software', at(1))]], cloudHypervisor)
  expect(told(session)).toEqual(['OK'])
  expect(logOf(session).slice(0, 10)).toBe('0210020003')
})

test('what ends the guest is told to a debugger that is still there', () => {
  const outOfRam: Setup = { ...x86, stack: ['0xe000', '0x0', '0x2'] }
  expect(told(run(outOfRam, [{ op: 'iret' }], [[]]))).toEqual(['T06 e000'])
})

test('what the VMM did, as a host script, makes the same run again', () => {
  const { samplePrograms } = new Checker(vmm)
  for (const program of samplePrograms('any', 300, 5)) {
    const { machine, guest } = runProgram(program, ideal)
    const script = hostProgram(program, ideal)
    const again =
      guest === 'x86'
        ? runX86(script as X86Program, ideal.machines.x86)
        : runArm64(script as Arm64Program, ideal.machines.arm64)
    expect(again.events).toEqual(machine.events)
  }
})
