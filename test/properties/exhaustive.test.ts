import { describe, expect, test } from 'vitest'
import { GUESTDBG, inForce } from '../../model/kvm/guest-debug.ts'
import {
  allowedRuns,
  existsIn,
  type Instruction,
  ideal,
  mutant,
  type Program,
  type Run,
  runProgram,
  type Variant,
} from '../../model/x86/index.ts'
import { explore, type Scope, scopeText, smallPrograms } from '../../properties/exhaustive.ts'
import { alphabet } from '../../properties/x86/alphabet.ts'
import { at, debug, NOP, op } from '../model/support.ts'

const IN: Instruction = { op: 'in', port: 0x10, size: 1 }
const STEP = debug('0x3')
const DETACH = debug('0x0')

const key = ({ setup, code, script }: Program): string => JSON.stringify([setup, code, script])
const sizeOf = ({ code, script }: Program): number =>
  code.length + script.filter((group) => group.length > 0).length

const scope = (
  instructions: readonly Instruction[],
  most: readonly [instructions: number, groups: number],
  groups: Scope['alphabet']['groups'] = [[STEP], [DETACH]],
): Scope => ({
  alphabet: { setups: [{}, { rflags: '0x202' }], instructions, groups },
  instructions: most[0],
  groups: most[1],
})

/** Every program that is visited, in order, on a variant. */
const visitedBy = (of: Scope, variant: Variant = ideal): Program[] => {
  const visited: Program[] = []
  const count = explore(of, (program) => {
    visited.push(program)
    return [runProgram(program, variant)]
  })
  expect(count).toBe(visited.length)
  return visited
}

describe('the order of the search', () => {
  const visited = visitedBy(scope([NOP, op('cpuid'), IN], [3, 2]))

  test('by size, the smallest first', () => {
    const sizes = visited.map(sizeOf)
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b))
    expect(Math.max(...sizes)).toBe(5)
  })

  test('no program twice', () => {
    expect(visited.length).toBeGreaterThan(300)
    expect(new Set(visited.map(key)).size).toBe(visited.length)
  })

  test('the same twice', () => {
    expect(visitedBy(scope([NOP, op('cpuid'), IN], [3, 2])).map(key)).toEqual(visited.map(key))
  })

  test('within the scope', () => {
    for (const { code, script } of visited) {
      expect(code.length).toBeLessThanOrEqual(3)
      expect(script.filter((group) => group.length > 0).length).toBeLessThanOrEqual(2)
      expect(script.at(-1)?.length ?? 1).toBeGreaterThan(0)
    }
  })
})

describe('what is searched', () => {
  test('every sequence, where every program runs to its end', () => {
    // Two setups, and 1 + 3 + 9 + 27 sequences of three instructions.
    const visited = visitedBy(scope([NOP, op('cpuid'), op('sti')], [3, 0]))
    expect(visited).toHaveLength(2 * 40)
  })

  test('groups before every run that there is, and no others', () => {
    // One HLT exit: the only group is the one before the first run. With a step there is a run for each exit.
    const groupsOf = (control: string) =>
      visitedBy({
        alphabet: { setups: [{}], instructions: [NOP], groups: [[debug(control)]] },
        instructions: 2,
        groups: 2,
      }).map(({ code, script }) => [code.length, script.map((group) => group.length).join('')])
    expect(groupsOf('0x0')).toEqual([
      [0, ''],
      [1, ''],
      [0, '1'],
      [2, ''],
      [1, '1'],
      [2, '1'],
    ])
    expect(groupsOf('0x3').filter(([length]) => length === 2)).toEqual([
      [2, ''],
      [2, '1'],
      [2, '11'],
      [2, '101'],
    ])
  })

  test.each([
    ['a fault', op('ud2')],
    ['a jump to itself', { op: 'jmp', to: at(0) }],
  ] as const)('a program that ends in %s has no longer code', (_, instruction) => {
    const visited = visitedBy(scope([NOP, instruction], [2, 0]))
    const ops = visited.map(({ code }) => code.map((each) => each.op).join(' '))
    expect(ops).toContain(`nop ${instruction.op}`)
    expect(ops.filter((text) => text.startsWith(`${instruction.op} `))).toEqual([])
  })

  test('what one of several allowed runs asks for is searched', () => {
    const asked = (runs: (program: Program) => Run[]): number =>
      explore(scope([IN], [2, 0]), (program) => runs(program))
    expect(asked(() => [])).toBe(2)
    expect(asked((program) => [runProgram(program, ideal)])).toBe(6)
    expect(asked((program) => [...allowedRuns(program, ideal)].map(({ run }) => run))).toBe(6)
  })

  test('`null` ends the search', () => {
    let visits = 0
    const count = explore(scope([NOP], [3, 0]), (program) => {
      visits += 1
      return program.code.length === 2 ? null : [runProgram(program, ideal)]
    })
    expect([count, visits]).toEqual([4, 5])
  })

  test('the scope in words', () => {
    expect(scopeText(scope([NOP, IN], [3, 1]))).toBe(
      'all programs of up to 3 instructions and 1 action groups over 2 setups, 2 instructions and 2 groups',
    )
  })
})

describe('a planted fault', () => {
  /** The step is lost where userspace answered a read, if IF is set. */
  const broken: Variant = mutant({
    id: 'x86/planted',
    summary: 'a fault for a test',
    base: ideal,
    cites: [],
    slots: {
      retire: (m, how) => {
        const exit = ideal.slots.retire(m, how)
        return how.userspace === 'io-read' && (m.v.rflags & 0x200) !== 0 ? null : exit
      },
    },
  })

  /** Under the host’s step no run of the vCPU begins an instruction behind another one, or behind an access. */
  const stepsExactly = (run: Run): boolean => {
    let begun = 0
    for (const event of run.events) {
      if (event.kind === 'instruction') begun += 1
      if (event.kind !== 'exit') continue
      if (begun > 1 && inForce(event.view.control, GUESTDBG.SINGLESTEP)) return false
      begun = event.exit.reason === 'io' ? 1 : 0
    }
    return true
  }

  const wide = scope([NOP, op('cpuid'), IN, op('hlt')], [3, 2])

  const search = (variant: Variant): { violating: Program | null; smaller: Program[] } => {
    const smaller: Program[] = []
    let violating: Program | null = null
    explore(wide, (program) => {
      const run = runProgram(program, variant)
      if (!stepsExactly(run)) {
        violating = program
        return null
      }
      smaller.push(program)
      return [run]
    })
    return { violating, smaller }
  }

  test('is found with the shortest program that shows it', () => {
    const { violating, smaller } = search(broken)
    expect(violating && [violating.setup, violating.code, violating.script]).toEqual([
      { rflags: '0x202' },
      [IN],
      [[STEP]],
    ])
    expect(Math.max(...smaller.map(sizeOf))).toBeLessThanOrEqual(2)
  })

  test('is not found where it is not: on the ideal machine', () => {
    const { violating, smaller } = search(ideal)
    expect(violating).toBeNull()
    expect(smaller.length).toBeGreaterThan(1000)
  })
})

describe('programs of one step', () => {
  const small = smallPrograms(alphabet)

  test('no program twice, each of at most one instruction and one group', () => {
    expect(new Set(small.map(key)).size).toBe(small.length)
    for (const { code, script } of small) expect([code.length > 1, script.length > 1]).toEqual([false, false])
  })

  test('every setup with every instruction and every group; the first with both', () => {
    const { setups, instructions, groups } = alphabet
    const missing = instructions.filter((instruction) => !existsIn(instruction, 'long'))
    expect(missing.map(({ op }) => op)).toEqual(['popfd', 'iretd'])
    const inLongMode = setups.filter(({ mode }) => mode === 'long')
    expect(inLongMode.length).toBeGreaterThan(0)
    expect(small).toHaveLength(
      setups.length * (1 + instructions.length + groups.length) -
        inLongMode.length * missing.length +
        instructions.length * groups.length,
    )
    const keys = new Set(small.map(({ setup, code, script }) => JSON.stringify([setup, code, script])))
    for (const setup of setups)
      for (const instruction of instructions)
        expect(keys.has(JSON.stringify([setup, [instruction], []]))).toBe(
          existsIn(instruction, setup.mode ?? 'real'),
        )
    for (const instruction of instructions)
      for (const group of groups) expect(keys.has(JSON.stringify([{}, [instruction], [group]]))).toBe(true)
  })

  test('all of them run on the ideal machine', () => {
    const endings = new Set(small.map((program) => runProgram(program, ideal).ending))
    expect([...endings].sort()).toEqual(['cap', 'end', 'fault', 'internal-error'])
  })
})
