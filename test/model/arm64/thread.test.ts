/**
 * The cases of the thread of November 2014 on single-stepping guests, by hand: what the patch did, what its reviewers
 * asked for, and what each kernel since has done.
 */
import { describe, expect, test } from 'vitest'
import { ideal, type Program, runProgram, type Setup, type Variant } from '../../../model/arm64/index.ts'
import { variants } from '../../../model/arm64/variants/index.ts'
import { at, debug, ldr, mrs, NOP, nops, op, programOf, stops, str } from './support.ts'

const find = (id: string): Variant => variants.find((each) => each.id === `arm64/${id}`)!
const shown = (program: Program, id: string): string =>
  stops(runProgram(program, id === 'ideal' ? ideal : find(id))).join(', ')

const STEP = debug('0x3')
const DETACH = debug('0x0')
const ENABLE = debug('0x1')
const LATE = ['v1-patch', 'bic-review', 'linux-4.3', 'linux-5.0']
const PROMPT = ['linux-5.11', 'linux-6.1', 'linux-6.14', 'ideal']

const table = (title: string, program: Program, expected: { readonly [variant: string]: string }): void => {
  describe(title, () => {
    for (const [id, line] of Object.entries(expected))
      test(id, () => {
        expect(shown(program, id)).toBe(line)
      })
  })
}
const all = (ids: readonly string[], line: string): { [id: string]: string } =>
  Object.fromEntries(ids.map((id) => [id, line]))

describe('“if the debugger tries to single step an insn which is emulated … we end up incorrectly stopping after the following insn”', () => {
  table('a store that userspace completes', programOf([str('mmio'), NOP, NOP], {}, [STEP], [], [DETACH]), {
    'v1-patch': 'mmio write #1 SS, debug EC32 ISV #2, end',
    // Before userspace, not after it: but SS is set again at the entry that follows.
    'bic-review': 'mmio write #0 SS, debug EC32 ISV #2, end',
    'linux-4.3': 'mmio write #1 SS, debug EC32 ISV #2, end',
    'linux-4.15': 'mmio write #1 SS, debug EC32 #1 SS, end',
    'linux-5.0': 'mmio write #0 SS, debug EC32 ISV #2, end',
    ...all(PROMPT, 'mmio write #0, debug EC32 #1, end'),
    'linux-5.11': 'mmio write #0 SS, debug EC32 #1, end',
  })
  table(
    'a system register that the kernel emulates',
    programOf([mrs('id_aa64dfr0_el1'), NOP, NOP], {}, [STEP], [DETACH]),
    {
      ...all(LATE, 'debug EC32 ISV #2, end'),
      'linux-4.15': 'debug EC32 #1 SS, end',
      ...all(PROMPT, 'debug EC32 #1, end'),
    },
  )
  table('a store that the kernel completes', programOf([str('coalesced'), NOP, NOP], {}, [STEP], [DETACH]), {
    ...all(LATE, 'debug EC32 ISV #2, end'),
    ...all(PROMPT, 'debug EC32 #1, end'),
  })
  table('HVC, which has advanced by itself', programOf([{ op: 'hvc' }, NOP, NOP], {}, [STEP], [DETACH]), {
    ...all([...LATE, 'linux-5.11'], 'debug EC32 ISV #2, end'),
    ...all(['linux-6.1', 'linux-6.14', 'ideal'], 'debug EC32 #1, end'),
  })
})

/** An EL0 guest that steps itself. */
const EL0: Setup = { mdscr: '0x1', pstate: '0x2003c0', onDebugException: 'disarm' }

table('the guest steps itself over an emulated store', programOf([str('mmio'), NOP, NOP], EL0), {
  'v1-patch': 'mmio write #1 SS, guest EC32 ISV #2, end',
  'bic-review': 'mmio write #0 SS, guest EC32 #1, end',
  'linux-4.3': 'mmio write #1 SS, guest EC32 ISV #2, end',
  'linux-4.15': 'mmio write #1 SS, guest EC32 ISV #2, end',
  'linux-5.0': 'mmio write #0 SS, guest EC32 #1, end',
  'linux-6.1': 'mmio write #0 SS, guest EC32 #1, end',
  ideal: 'mmio write #0 SS, guest EC32 #1, end',
})

describe('the PC at an exit for MMIO: “you’ll see a PC pointing to the next instruction, … which is strange”', () => {
  const program = programOf([ldr('mmio'), NOP], {}, [], [{ do: 'get-one-reg', register: 'pc' }])
  table('KVM_GET_ONE_REG', program, {
    ...all(['v1-patch', 'linux-4.3', 'linux-4.15'], 'mmio read #1, get 40001004, end'),
    ...all(['bic-review', 'linux-5.0', 'linux-6.1', 'ideal'], 'mmio read #0, get 40001000, end'),
  })
})

describe('“if we ever add support for userspace to say ‘this MMIO should fault’”', () => {
  const program = programOf([ldr('mmio'), NOP], {}, [], [{ do: 'fault-mmio' }])
  table('the abort is of the instruction, not of the next one', program, {
    'v1-patch': 'mmio read #1, guest EC25 #1, end',
    ...all(['bic-review', 'linux-6.1', 'linux-6.14', 'ideal'], 'mmio read #0, guest EC25 #0, end'),
    ...all(['linux-4.3', 'linux-4.15'], 'mmio read #1, EINVAL, end'),
    'linux-5.0': 'mmio read #0, EINVAL, end',
  })
  test('the register that was to be loaded is unchanged, and a step stops at the vector', () => {
    const stepped = programOf(
      [ldr('mmio'), NOP],
      { registers: { x1: '0x77' } },
      [STEP],
      [{ do: 'fault-mmio' }],
      [DETACH],
    )
    for (const variant of [ideal, find('linux-6.1'), find('linux-6.14')]) {
      const run = runProgram(stepped, variant)
      expect(stops(run).at(-2)).toBe('debug EC32 vector+200')
      expect(run.state.gpr[1]).toBe(0x77n)
    }
  })
})

describe('“we need to squash the ability of the guest to single-step itself”', () => {
  const asking = programOf(
    [op('eret'), NOP, mrs('mdscr_el1')],
    { mdscr: '0x2001', spsr: '0x2001c5', elr: at(1) },
    [ENABLE],
  )
  test('squashed in every form of the patch; but the guest reads the host’s bit', () => {
    for (const id of ['v1-patch', 'bic-review']) expect(shown(asking, id)).toBe('reads mdscr_el1 2000, end')
    expect(shown(asking, 'ideal')).toBe('reads mdscr_el1 2001, end')
  })

  const detached = programOf([str('mmio'), NOP, NOP], { ...EL0 }, [ENABLE], [DETACH])
  test('after the host has detached, the guest’s own step is gone for good', () => {
    for (const id of ['v1-patch', 'bic-review']) {
      expect(shown(detached, id)).toMatch(/^mmio write #\d, end$/)
      expect(runProgram(detached, find(id)).state.mdscr).toBe(0n)
    }
    for (const variant of [ideal, find('linux-6.1')])
      expect(runProgram(programOf([NOP], EL0, [ENABLE], [DETACH]), variant).state.mdscr).toBe(1n)
  })

  test('after the host has stepped and detached, a guest at EL0 gets steps that it never asked for', () => {
    const never = programOf(nops(3), { pstate: '0x3c0' }, [STEP], [DETACH])
    for (const id of ['v1-patch', 'bic-review'])
      expect(shown(never, id)).toMatch(/^debug EC32 ISV #1, guest EC32 #1/)
    for (const id of ['ideal', 'linux-4.3', 'linux-6.1', 'linux-6.14'])
      expect(shown(never, id)).toBe('debug EC32 ISV #1, end')
  })
})

describe('eor without orr', () => {
  test('the host asked for nothing, and gets a step exit after one instruction', () => {
    const program = programOf(nops(2), {}, [ENABLE], [DETACH])
    expect(shown(program, 'eor-without-orr')).toMatch(/^debug EC32 ISV #1/)
    expect(shown(program, 'v1-patch')).toBe('end')
  })
})

describe('derived for kernels that were not measured for it', () => {
  const program = programOf([str('mmio'), NOP, NOP], {}, [STEP], [{ do: 'immediate-exit' }], [DETACH])
  test('6.1 commits the PC before userspace sees it, and forgets that the step is done', () => {
    expect(shown(program, 'linux-6.1')).toBe('mmio write #0, debug EC32 ISV #2, end')
    expect(shown(program, 'linux-6.14')).toBe('mmio write #0, debug EC32 #1, end')
  })
  test('6.14 remembers a pending step over a time without SINGLESTEP', () => {
    const again = programOf(
      [str('mmio'), NOP, { op: 'brk' }, NOP],
      {},
      [STEP],
      [{ do: 'immediate-exit' }, ENABLE],
      [STEP],
      [DETACH],
    )
    const before = 'mmio write #0, debug EC3c #2'
    expect(shown(again, 'linux-6.14')).toBe(`${before}, debug EC32 #2, guest EC3c #2, end`)
    expect(shown(again, 'linux-6.1')).toBe(`${before}, debug EC3c #2, guest EC3c #2, end`)
  })
})
