/**
 * The model behind the line protocol does what the model does; and it answers lines that no program of ours makes.
 */
import { describe, expect, test } from 'vitest'
import { ideal, makeProgram, type Program, runProgram, type Variant } from '../../model/x86/index.ts'
import { variants } from '../../model/x86/variants/index.ts'
import { type Observation, parseAnswer } from '../../oracles/targets/kvm/observation.ts'
import { imageLines, lower } from '../../oracles/targets/x86/lower.ts'
import { observationOf } from '../../oracles/targets/x86/observation.ts'
import { modelServer } from '../../oracles/targets/x86/serve.ts'
import { samplePrograms } from '../../properties/check.ts'
import { PROGRAM_CLASSES } from '../../properties/x86/generators.ts'

const serverOf = (variant: Variant) => {
  const answer = modelServer(variant)
  for (const line of imageLines()) expect(answer(line)).toEqual(['done'])
  return answer
}

const answerTo = (lines: readonly string[]): Observation => {
  expect(lines.at(-1)).toBe('done')
  return parseAnswer(lines.slice(0, -1))
}

describe('served through the protocol', () => {
  const programs = PROGRAM_CLASSES.flatMap((programClass) => samplePrograms(programClass, 150, 41))

  test.each(
    variants.filter(({ status }) => status !== 'mutant').map((variant) => [variant.id, variant] as const),
  )('%s gives every program the run that it gives directly', (_, variant) => {
    const answer = serverOf(variant)
    for (const program of programs)
      expect(answerTo(answer(lower(program)))).toEqual(observationOf(runProgram(program, variant)))
  })
})

describe('a line', () => {
  const program = makeProgram(
    { registers: { eax: '0x7' }, dr7: '0x402', db: [{ instruction: 1 }] },
    [{ op: 'nop' }, { op: 'out', port: 0x10, size: 1 }],
    [[{ do: 'set-guest-debug', control: '0x3' }], [{ do: 'save-restore' }, { do: 'nmi' }]],
  )
  const [run, ...words] = lower(program).split(' ')
  const setup = words.slice(0, words.indexOf('group'))
  const groups = words.slice(words.indexOf('group'))
  const expected = observationOf(runProgram(program, ideal))

  test('may have the words of its set-up in any order, but for the image', () => {
    const [image, ...others] = setup
    const line = [run, image, ...others.toReversed(), ...groups].join('  ')
    expect(answerTo(serverOf(ideal)(line))).toEqual(expected)
  })

  test('has its id at the end of its answer', () => {
    const line = [run, 'id=2f', ...words].join(' ')
    expect(serverOf(ideal)(line).at(-1)).toBe('done 2f')
    expect(serverOf(ideal)('run id=30 nonsense')).toEqual(['error unknown word: nonsense', 'done 30'])
  })

  test('ends where it says, after as many runs as it says', () => {
    const answer = serverOf(ideal)
    const early = setup.map((word) => (word.startsWith('stop=end') ? 'stop=end,1001,1002' : word))
    expect(answerTo(answer([run, ...early, ...groups].join(' '))).events).toHaveLength(2)
    const capped = setup.map((word) => (word.startsWith('runs=') ? 'runs=1' : word))
    expect(answerTo(answer([run, ...capped, ...groups].join(' '))).ending).toBe('cap')
  })

  test('starts from any image of memory', () => {
    const answer = modelServer(ideal)
    // A vector table whose entries all point to a handler that only returns.
    const table = '00300000'.repeat(256)
    expect(answer(`image 3 mem=0,${table} mem=3000,cf mem=1000,ccf4`)).toEqual(['done'])
    const others = setup.filter((word) => !/^(image|mem|dregs|stop)=/.test(word))
    const line = ['run', 'image=3', 'stop=end,1002,1003', ...others].join(' ')
    const { events, log } = answerTo(answer(line))
    expect(events.map(({ what }) => what)).toEqual(['hlt'])
    expect(log).toBe('')
  })

  test.each<[string, string]>([
    ['hello', 'expected run, image or quit'],
    ['run image=7', 'image: no such image'],
    ['run mem=zz,00', 'memory: not a hex number'],
    ['run mem=cfff,0000', 'memory: it does not fit RAM'],
    ['run regs=rax', 'regs: not name:value'],
    ['run regs=r99:1', 'regs: no such field: r99'],
    ['run group gd=1,2', 'gd: expected control,db0,db1,db2,db3,dr7'],
    ['run group fly', 'unknown word: fly'],
    ['run cpuid=0,0,1,2,3', 'cpuid: the model is GenuineIntel or AuthenticAMD'],
    ['run dregs=dr7:100000000', 'set-up: dregs: EINVAL'],
    ['image 1 mem=0,0', 'memory: expected address,bytes'],
  ])('%s is refused', (line, text) => {
    const answer = serverOf(ideal)(line)
    expect(answer[0]).toContain(`error ${text.split(':')[0]}`)
    expect(answer.at(-1)).toBe('done')
  })
})

test('the model is no side channel: another program on the same line gives another run', () => {
  const answer = serverOf(ideal)
  const of = (program: Program) => answerTo(answer(lower(program)))
  const one = of(makeProgram({}, [{ op: 'mov', to: 'eax', value: '0x1' }], []))
  const two = of(makeProgram({}, [{ op: 'mov', to: 'eax', value: '0x2' }], []))
  expect(one.events[0]!.fields.rax).toBe('1')
  expect(two.events[0]!.fields.rax).toBe('2')
})
