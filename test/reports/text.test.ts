/**
 * The mail: 72 columns, both runs, the rule with its sources, and never a bug out of a policy.
 */
import { describe, expect, test } from 'vitest'
import { ideal, makeProgram, type Program } from '../../model/x86/index.ts'
import { variants } from '../../model/x86/variants/index.ts'
import { linux618Pvm } from '../../model/x86/variants/kernels.ts'
import { x86 } from '../../oracles/machines/x86.ts'
import { compactJson } from '../../oracles/reports/compact-json.ts'
import type { StoredFinding } from '../../oracles/reports/finding.ts'
import { counterexampleSubject, findingSubject } from '../../oracles/reports/subject.ts'
import { textReport } from '../../oracles/reports/text.ts'
import { logRecordText } from '../../oracles/reports/x86/log-text.ts'
import { logRecords } from '../../oracles/targets/x86/log.ts'
import type { Property } from '../../properties/property.ts'
import { properties } from '../../properties/x86/properties.ts'
import { findingOf, STEP_OVER_OUT } from './support.ts'

const reportOf = (program: Program, change: Partial<StoredFinding> = {}): string =>
  textReport(
    findingSubject(x86, findingOf(program, linux618Pvm, ideal, change), ideal, null, variants, properties),
    '0.0.0',
  )

const named = <T extends { readonly id: string }>(items: readonly T[], id: string): T =>
  items.find((item) => item.id === id)!

const counterexample = (property: string, variant: string, program: Program): string => {
  const stored = {
    format: 'guest-debug-oracle/counterexample',
    version: 1,
    property,
    variant,
    violation: 'what was seen',
    program,
    answers: {},
    provenance: { seed: 1, after: 2 },
  } as const
  const subject = counterexampleSubject(
    x86,
    stored,
    named(properties, property),
    named(variants, variant),
    {},
  )
  return textReport(subject, '0.0.0')
}

/** Without the lines that wrapping made. */
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ')

const fits = (text: string): void => {
  for (const line of text.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(72)
}

/** TF that the guest set is gone after the host has stepped. */
const FLAG_LOST = makeProgram(
  { rflags: '0x102' },
  [{ op: 'nop' }],
  [
    [
      { do: 'set-guest-debug', control: '0x3' },
      { do: 'set-guest-debug', control: '0x0' },
    ],
  ],
)

describe('a finding', () => {
  test('the whole report', () => {
    expect(reportOf(STEP_OVER_OUT)).toMatchInlineSnapshot(`
      "KVM guest debugging, Linux 6.18.44: x86/step-is-one-instruction is
      violated

      Expected pc at KVM_EXIT_DEBUG to be 0x1002; seen: 0x1003.

      With SINGLESTEP each run retires one instruction, or exits for its
      access and on re-entry reports the step before anything else runs.
      (x86/step-is-one-instruction)
      The documented interface demands it: anything else is a bug. Broken as
      well: x86/write-back-invisible.

      Program
      -------

      In real mode:

        1000  e6 10               out 0x10, al
        1002  90                  nop
        1003  f4                  hlt

        before run 0: KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP

      What host and guest see
      -----------------------

        host   KVM_SET_GUEST_DEBUG ENABLE|SINGLESTEP
        kvm    KVM_EXIT_IO out 0x10, 1 byte, data 0x0, RIP 0x1002

      Expected from there:
      - kvm    KVM_EXIT_DEBUG #DB, pc=0x1002, DR6=0xffff4ff0 (BS), DR7=0x400
        kvm    KVM_EXIT_DEBUG #DB, pc=0x1003, DR6=0xffff4ff0 (BS), DR7=0x400
        kvm    KVM_EXIT_HLT, RIP 0x1004

      Seen:
      + kvm    KVM_EXIT_DEBUG #DB, pc=0x1003, DR6=0xffff4ff0 (BS), DR7 not
                written
        kvm    KVM_EXIT_DEBUG #DB, pc=0x1004, DR6=0xffff4ff0 (BS), DR7 not
                written

      What it rests on
      ----------------

      The model x86/linux-6.18-pvm does the same.
      What makes the difference: the rule x86/single-step-due; the slots of
      x86/linux-6.18-pvm.
      - Linux Documentation/virt/kvm/api.rst, KVM_SET_GUEST_DEBUG
      - KVM selftest x86/debug_regs
      - Linux 663f4c61b803 (KVM: x86: handle singlestep during emulation,
        2013) [recalled, not verified]
      - Intel SDM vol. 3, “Single-Step Exception Condition” [recalled, not
        verified]

      Seen on
      -------

        x86 Linux 6.18.44
        module kvm-pvm
        3 times of 3

      How to reproduce
      ----------------

      On a kernel: the C file of this report (gdo report --format c) needs no
      more than libc and <linux/kvm.h>. It exits with 0 if what is expected
      was seen, 1 if not, 125 if it cannot tell: as git bisect run wants it.

        cc -O2 -Wall -o reproducer reproducer.c && ./reproducer

      With guest-debug-oracle and the JSON below as program.json:

        gdo diff --target 'kvm' \\
          --against ideal --program program.json
        gdo run program.json --variant x86/ideal

      {
       "format": "guest-debug-oracle/program",
       "version": 1,
       "machine": "x86",
       "setup": {},
       "code": [{"op":"out","port":16,"size":1},{"op":"nop"}],
       "script": [[{"do":"set-guest-debug","control":"0x3"}]]
      }

      guest-debug-oracle 0.0.0; found after 21 programs with seed 7, then
      shrunk. 4 programs showed the same.
      "
    `)
  })

  test('what the handlers saw, where that is the difference', () => {
    const text = reportOf(FLAG_LOST)
    expect(text).toContain('- guest  #DB IP=0x1001, FLAGS=0x102 (TF), DR6=0xffff4ff0 (BS)')
    expect(text).toContain('+ kvm    KVM_EXIT_HLT, RIP 0x1002')
    expect(flat(text)).toContain('The documented interface demands it: anything else is a bug.')
    fits(text)
  })

  test('a policy is never called a bug, and a divergence says nothing about who is right', () => {
    const policy = properties.filter(({ layer }) => layer === 'policy')
    expect(policy.length).toBeGreaterThan(0)
    for (const property of policy) {
      const finding = findingOf(STEP_OVER_OUT, linux618Pvm, ideal, {
        kind: 'property',
        property: property.id,
        difference: 'a sentence',
      })
      const subject = findingSubject(x86, finding, ideal, property, variants, properties)
      const text = flat(textReport(subject, '0.0.0'))
      expect(text).toContain('a difference, not a bug')
      expect(text).not.toContain('is a bug')
      expect(text).not.toContain('violated')
    }
    const diverging = flat(reportOf(STEP_OVER_OUT, { kind: 'divergence' }))
    expect(diverging).toContain('This says nothing about who is right')
    expect(diverging).not.toMatch(/ bug/)
  })

  test('a difference that no property names is left open', () => {
    const text = reportOf(
      makeProgram({ rflags: '0x100' }, [], [[{ do: 'set-guest-debug', control: '0x20001' }]]),
    )
    expect(flat(text)).toContain('whether it is a bug is left open')
  })

  test('control characters of a file reach no terminal', () => {
    const text = reportOf(STEP_OVER_OUT, { host: 'Linux 9.9\u001b[2J\u202e evil', target: '\u0007' })
    expect(text).toContain('Linux 9.9')
    expect(text).not.toMatch(/[^\P{C}\n]/u)
  })
})

describe('a counterexample', () => {
  test('fits, has both runs and how to replay it', () => {
    const program = makeProgram({ cs: '0x80', db: [{ instruction: 0 }], dr7: '0x2' }, [], [])
    const text = counterexample('x86/code-breakpoint-not-missed', 'x86/patch-2013', program)
    fits(text)
    for (const part of [
      'Actual: x86/patch-2013',
      'Expected: x86/ideal',
      'the rule x86/check-before-emulation',
    ])
      expect(flat(text)).toContain(part)
    // Without a handler that disarms the breakpoint the guest goes round in circles.
    expect(flat(text)).toContain('the #DB handler clears DR7')
    expect(text).toContain('"onDebugException": "disarm"')
  })

  test('of a property about related programs: the program whose run is wrong', () => {
    const relations = ['x86/save-restore-invisible', 'x86/attach-detach-invisible']
    expect(relations.every((id) => named<Property>(properties, id).kind === 'program')).toBe(true)
    const program = makeProgram({ rflags: '0x102' }, [{ op: 'nop' }, { op: 'nop' }], [[]])
    const text = counterexample('x86/attach-detach-invisible', 'x86/guest-tf-lost', program)
    fits(text)
    // The host of the program itself does nothing.
    expect(flat(text)).toContain('before run 0: KVM_SET_GUEST_DEBUG')
  })
})

test('every line of every shipped variant’s report fits', () => {
  const program = makeProgram(
    { rflags: '0x102', db: [{ instruction: 1 }], dr7: '0x402' },
    [{ op: 'nop' }, { op: 'out', port: 16, size: 1 }, { op: 'pushf' }],
    [[{ do: 'set-guest-debug', control: '0x20003', db: [{ instruction: 2 }], dr7: '0x402' }]],
  )
  for (const variant of variants)
    if (variant !== ideal) fits(counterexample('x86/allowed-by-ideal', variant.id, program))
})

test('the log of the handlers, decoded', () => {
  const log = '0110020101000000f04fffff00000000' + '34120200ff0000000000000000000000'
  expect(logRecords(log, 'real').map(logRecordText)).toEqual([
    '#DB IP=0x1001, FLAGS=0x102 (TF), DR6=0xffff4ff0 (BS)',
    'interrupt IP=0x1234, FLAGS=0x2',
  ])
  // One that is cut off reads as if zeros followed.
  expect(logRecords(log.slice(0, 40), 'real').map(logRecordText)).toEqual([
    '#DB IP=0x1001, FLAGS=0x102 (TF), DR6=0xffff4ff0 (BS)',
    '#DE IP=0x1234, FLAGS=0x2',
  ])
  const long = `${'0010000000000000'}${'0202010000000000'}${'0d00000000000000'}${'0300000000000000'}`
  expect(logRecords(long, 'long').map(logRecordText)).toEqual([
    '#GP IP=0x1000, FLAGS=0x10202 (IF, RF), error code 0x3',
  ])
})

test('JSON for a mail', () => {
  const json = { code: [{ op: 'nop' }, { op: 'out', port: 16 }], none: [], deep: { text: 'x'.repeat(30) } }
  const text = compactJson(json, 40)
  expect(JSON.parse(text)).toEqual(json)
  fits(text)
  expect(text.split('\n').slice(0, 3)).toEqual(['{', ' "code": [', '  {"op":"nop"},'])
})
