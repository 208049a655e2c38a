/**
 * The C file on this kernel: what its variant describes is seen, what the variant does not do is not.
 */
import { expect, type TestContext, test } from 'vitest'
import { ideal, type Program, runProgram } from '../../model/x86/index.ts'
import { linux618Pvm } from '../../model/x86/variants/kernels.ts'
import { x86 } from '../../oracles/machines/x86.ts'
import { isOpen } from '../../oracles/reports/c/open.ts'
import { cReport } from '../../oracles/reports/c/report.ts'
import { findingSubject } from '../../oracles/reports/subject.ts'
import type { ObservedEvent } from '../../oracles/targets/kvm/observation.ts'
import { observationOf } from '../../oracles/targets/x86/observation.ts'
import { forcedEmulation, PVM_LIMITS, unsupportedOn } from '../../oracles/targets/x86/unsupported.ts'
import { samplePrograms } from '../../properties/check.ts'
import { PROGRAM_CLASSES } from '../../properties/x86/generators.ts'
import {
  build,
  cSourceFor,
  findingOf,
  needCompiler,
  needPvm,
  STEP_OVER_OUT,
  withLastExit,
} from './support.ts'

const VARIANTS = [ideal, linux618Pvm]
const SEED = 618
const PROGRAMS_PER_CLASS = 10
/** As for any target: where events wait behind others, a tick of the host decides when they come. */
const SEEN = 3

const report = (program: Program, expected: typeof ideal, observed: typeof ideal): string => {
  const finding = findingOf(program, observed, expected)
  return cReport(findingSubject(x86, finding, expected, null, VARIANTS, []), '0.0.0')
}

const FIELDS = ['what', 'rip', 'rflags', 'dr6', 'dr7', 'db', 'shadow', 'rsp', 'cs', 'rax', 'pending', 'nmi']

/** The exit with another value in one field. */
const changed = (event: ObservedEvent, field: string): ObservedEvent => {
  if (field === 'what') return { ...event, what: event.what === 'shutdown' ? 'hlt' : 'shutdown' }
  const value = field === 'db' ? '1,2,3,4' : event.fields[field] === '7' ? '6' : '7'
  return { ...event, fields: { ...event.fields, [field]: value } }
}

test('random programs, to their last exit: 0 for what this kernel does, 1 for anything else', (ctx) => {
  needPvm(ctx)
  let compared = 0
  for (const programClass of PROGRAM_CLASSES)
    for (const [i, program] of samplePrograms(programClass, PROGRAMS_PER_CLASS, SEED).entries()) {
      if (unsupportedOn(program, linux618Pvm, [forcedEmulation, ...PVM_LIMITS]) !== null) continue
      const right = observationOf(runProgram(program, linux618Pvm))
      if (isOpen(right)) continue
      const wrong = withLastExit(right, (event) => changed(event, FIELDS[(i + compared) % FIELDS.length]!))
      const run = build(ctx, cSourceFor(program, right, wrong))
      let kept = run()
      for (let seen = 1; kept.status !== 0 && seen < SEEN; seen++) kept = run()
      expect({ program, ...kept }).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('As expected.'),
      })
      const other = build(ctx, cSourceFor(program, wrong, right))()
      expect({ program, ...other }).toMatchObject({ status: 1, stdout: expect.stringMatching(/^- .*\n\+ /m) })
      compared += 1
    }
  expect(compared).toBeGreaterThan(25)
}, 240_000)

test('a deviation of this kernel: 1, with the differing lines marked; 0 once it is the expectation', (ctx: TestContext) => {
  needPvm(ctx)
  const deviation = build(ctx, report(STEP_OVER_OUT, ideal, linux618Pvm))()
  expect(deviation).toEqual({
    status: 1,
    stderr: '',
    stdout: `  KVM_SET_GUEST_DEBUG = 0
  KVM_EXIT_IO out port=0x10 size=1
- KVM_EXIT_DEBUG exception=1 pc=0x1002 dr6=0xffff4ff0
+ KVM_EXIT_DEBUG exception=1 pc=0x1003 dr6=0xffff4ff0
  KVM_EXIT_DEBUG exception=1 pc=0x1004 dr6=0xffff4ff0
  end, rip=0x1004
Not as expected: - expected, + seen.
`,
  })
  expect(build(ctx, report(STEP_OVER_OUT, linux618Pvm, ideal))().status).toBe(0)
})

test('125 where there is no /dev/kvm, or where it is something else', (ctx) => {
  needCompiler(ctx)
  const source = report(STEP_OVER_OUT, ideal, linux618Pvm)
  for (const [device, reason] of [
    ['/dev/there-is-no-kvm', 'No such file or directory'],
    ['/dev/null', 'Inappropriate ioctl for device'],
  ]) {
    const { status, stdout, stderr } = build(ctx, source.replace('/dev/kvm', device!))()
    expect({ status, stdout }).toEqual({ status: 125, stdout: '' })
    expect(stderr).toContain('cannot tell: ')
    expect(stderr).toContain(reason)
  }
})
