import { expect, test } from 'vitest'
import type { Program } from '../../model/x86/program.ts'
import { runProgram } from '../../model/x86/run-program.ts'
import { ideal } from '../../model/x86/variants/ideal.ts'
import { renderRows, renderRun, runJson } from '../../oracles/reports/run-table.ts'
import { runRows } from '../../oracles/reports/x86/run-rows.ts'

const program: Program = {
  format: 'guest-debug-oracle/program',
  version: 1,
  machine: 'x86',
  setup: { rflags: '0x102', onDebugException: 'disarm' },
  code: [{ op: 'nop' }, { op: 'pushf' }],
  script: [
    [{ do: 'set-guest-debug', control: '0x20001', db: [{ instruction: 1 }], dr7: '0x402' }],
    [
      { do: 'set-guest-debug', control: '0x0' },
      { do: 'set-debug-registers', dr7: '0x402', db: [{ instruction: 1 }] },
    ],
  ],
}
const run = runProgram(program, ideal)

test('a run as a table', () => {
  expect(renderRun(program, run)).toMatchInlineSnapshot(`
    "setup: rflags=0x102 (TF), the #DB handler clears DR7

    who    what happens                                            changes                       seen by
    host   KVM_SET_GUEST_DEBUG ENABLE|USE_HW_BP, DR0=0x1001,       +ENABLE, +USE_HW_BP,          host
             DR7=0x402 (DR0 execute)                               host DR0 0x0→0x1001,
                                                                   host DR7.G0 0→1
    host   KVM_RUN
    guest  0x1000  nop
    kvm    KVM_EXIT_DEBUG #DB, pc=0x1001, DR6=0xffff4ff1 (B0,                                    host
             BS), DR7=0x402 (DR0 execute)
    host   KVM_SET_GUEST_DEBUG 0                                   −ENABLE, −USE_HW_BP,          host
                                                                   host DR0 0x1001→0x0,
                                                                   host DR7.G0 1→0
    host   KVM_SET_DEBUGREGS DR0=0x1001, DR7=0x402 (DR0 execute)   DR0 0x0→0x1001, DR7.G0 0→1    host
    host   KVM_RUN
    kvm    delivers #DB: IP=0x1001, FLAGS=0x102 (TF),              DR6.B0 0→1, TF 1→0            guest
             DR6=0xffff0ff1 (B0)
    guest  #DB handler, 13 instructions: reads DR6=0xffff0ff1      DR7.G0 1→0, TF 0→1            guest
             (B0); writes 0x0 to DR7
    guest  0x1001  pushf: pushes FLAGS=0x102 (TF)                                                guest
    kvm    delivers #DB: IP=0x1002, FLAGS=0x102 (TF),              DR6.B0 1→0, DR6.BS 0→1,       guest
             DR6=0xffff4ff0 (BS)                                   TF 1→0
    guest  #DB handler, 13 instructions: reads DR6=0xffff4ff0      TF 0→1                        guest
             (BS); writes 0x0 to DR7
    guest  0x1002  hlt  ; end of the program
    kvm    KVM_EXIT_HLT, RIP 0x1003                                                              host

    The program ends at the HLT behind the program.
    Choices met: x86/coincident-causes=merged, x86/breakpoint-bits-on-step=cleared
    "
  `)
})

test('every event stands in exactly one row, and every line fits', () => {
  for (const verbose of [false, true]) {
    const rows = runRows(program, run, { verbose })
    expect(rows.flatMap((row) => row.events).sort((a, b) => a - b)).toEqual([...run.events.keys()])
  }
  for (const width of [72, 80, 100])
    for (const line of renderRun(program, run, { width }).split('\n'))
      expect([...line].length, line).toBeLessThanOrEqual(width)
})

test('a guest that goes round in circles: its 16-bit IRET does not set RF', () => {
  const circling: Program = { ...program, setup: { dr7: '0x402', db: [{ instruction: 1 }] }, script: [] }
  const text = renderRun(circling, runProgram(circling, ideal))
  expect(text).toMatch(/… the 2 lines above, \d+ times more/)
  expect(text.split('\n').length).toBeLessThan(25)
  expect(text).toContain('The program ends at the cap')
})

test('the iterations of a long REP are one line and their number', () => {
  const moving: Program = {
    ...program,
    setup: { registers: { ecx: '0x40', esi: { place: 'data' }, edi: { place: 'data', offset: 64 } } },
    code: [{ op: 'rep-movsb' }],
    script: [],
  }
  const text = renderRun(moving, runProgram(moving, ideal))
  expect(text).toContain('rep movsb  ; read 0x2000+1, write 0x2040+1')
  expect(text).toMatch(/… the line above, 6\d times more/)
})

test('a marked event is pointed at', () => {
  const rows = runRows(program, run)
  const at = run.events.findIndex((event) => event.kind === 'exit')
  const marked = renderRows(rows, { marked: new Set([at]) })
    .split('\n')
    .filter((line) => line.startsWith('>'))
  expect(marked).toHaveLength(1)
  expect(marked[0]).toContain('KVM_EXIT_DEBUG')
})

test('colours only where they are asked for', () => {
  const esc = String.fromCharCode(27)
  expect(renderRun(program, run)).not.toContain(esc)
  expect(renderRun(program, run, { colour: true })).toContain(esc)
})

test('as JSON: register values as hex strings in full width', () => {
  const json = runJson(program, run)
  expect(JSON.parse(JSON.stringify(json))).toEqual(json)
  expect(json.events).toContainEqual(
    expect.objectContaining({
      kind: 'exit',
      exit: {
        reason: 'debug',
        debug: {
          exception: 1,
          pc: '0x0000000000001001',
          dr6: '0x00000000ffff4ff1',
          dr7: '0x0000000000000402',
        },
      },
    }),
  )
})
