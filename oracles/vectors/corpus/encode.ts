/**
 * Observations as text that the corpus stores: an exit has its record, and of the guest's state what has changed since
 * the exit before.
 */
import { makeProgram, type Program, type ProgramMode, runProgram } from '../../../model/x86/index.ts'
import { ideal } from '../../../model/x86/variants/ideal.ts'
import { eventLine, type Fields, type Observation } from '../../targets/kvm/observation.ts'
import { modeOf } from '../../targets/x86/log.ts'
import { lower } from '../../targets/x86/lower.ts'
import { observationOf } from '../../targets/x86/observation.ts'

/** Fields of an exit's record, in the order in which they are shown. */
export const RECORD = [
  'exception',
  'pc',
  'exit-dr6',
  'exit-dr7',
  'direction',
  'port',
  'address',
  'size',
  'count',
  'data',
] as const

const ALWAYS = [
  ...['rip', 'rflags', 'rax', 'rcx', 'rdx', 'rbx', 'rsp', 'rbp', 'rsi', 'rdi'],
  ...['r8', 'r9', 'r10', 'r11', 'r12', 'r13', 'r14', 'r15'],
  ...['cs', 'ds', 'es', 'ss', 'cr2', 'cr4de', 'db0', 'db1', 'db2', 'db3', 'dr6', 'dr7', 'shadow'],
]

/** Fields of the state that can be absent. */
export const OPTIONAL = ['pending', 'injected', 'error', 'payload', 'interrupt', 'nmi'] as const

/** All fields that are compared; any other one is none. */
export const FIELDS: readonly string[] = [...RECORD, ...ALWAYS, ...OPTIONAL]

/** Bytes that fit a field. */
const MOST_DATA = 16

/** An observation that the corpus cannot store, and why. */
export class NotStored extends Error {}

const isRecord = (name: string): boolean => (RECORD as readonly string[]).includes(name)

const checked = (name: string, value: string): string => {
  if (name !== 'db' && !FIELDS.includes(name)) throw new Error(`the corpus has no field ${name}`)
  if (value.length > MOST_DATA && name !== 'db') throw new NotStored('an access of more than 8 bytes')
  if (/^f{16}$/.test(value)) throw new NotStored('a value that stands for none')
  return `${name}=${value}`
}

/** The state at the only exit of an empty program: what expectations are told against. */
const startFields = (mode: ProgramMode, cpl: 0 | 3): Fields => {
  const setup = mode === 'long' ? { mode, cpl } : {}
  const { events } = observationOf(runProgram(makeProgram(setup, [], []), ideal))
  const { fields } = events.find(({ kind }) => kind === 'exit')!
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !isRecord(name)))
}

const cplOf = ({ setup }: Program): 0 | 3 => (setup.mode === 'long' ? (setup.cpl ?? 0) : 0)

/** What the expectations of a program leave unsaid. */
export const startState = (program: Program): Fields => startFields(modeOf(program), cplOf(program))

/** The text of the state that expectations begin with. */
export const stateText = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, value]) => checked(name, value))
    .join(' ')

/**
 * The text of an observation: a line for each event, the log and the ending.
 *
 * @throws NotStored
 */
export const runText = ({ events, log, ending }: Observation, start: Fields): string => {
  let before: Fields = start
  const lines = events.map((event) => {
    if (event.kind === 'action') return eventLine(event)
    const state = Object.fromEntries(Object.entries(event.fields).filter(([name]) => !isRecord(name)))
    const words = [
      ...RECORD.flatMap((name) =>
        event.fields[name] === undefined ? [] : [checked(name, event.fields[name])],
      ),
      ...Object.entries(state).flatMap(([name, value]) =>
        before[name] === value ? [] : [checked(name, value)],
      ),
      ...OPTIONAL.flatMap((name) =>
        before[name] !== undefined && state[name] === undefined ? [`${name}=-`] : [],
      ),
    ]
    before = state
    return [`exit ${event.what}`, ...words].join(' ')
  })
  return `${[...lines, ...(log === '' ? [] : [`log ${log}`]), `ending ${ending}`].join('\n')}\n`
}

/** The words of a program's line in two parts: those that many programs have in common, and its own. */
export interface Words {
  readonly common: string
  readonly own: string
}

/** Registers that no program sets: a fresh vCPU may have something in them. */
const UNSET = [8, 9, 10, 12, 13, 14, 15].map((n) => `r${n}:0`)

const partsOf = (word: string): string[] => word.slice(word.indexOf('=') + 1).split(',')

/** A word `name=a:1,b:2` without the parts that are there already; nothing if all are. */
const withoutParts = (word: string, there: string): string[] => {
  const parts = partsOf(word).filter((part) => !partsOf(there).includes(part))
  return parts.length === 0 ? [] : [`${word.split('=')[0]}=${parts.join(',')}`]
}

/** Words of the set-up that a program has in common with others. */
const isCommon = (word: string): boolean =>
  /^(?:image|runs|log|cpuid|msrs)=/.test(word) || (word.startsWith('stop=') && !word.startsWith('stop=end,'))

/** The line of a program in two parts: the set-up is done in the first, and what is different in the second. */
export const wordsOf = (program: Program): Words => {
  const plain = makeProgram(
    program.setup.mode === 'long' ? { mode: 'long', cpl: cplOf(program) } : {},
    [],
    [],
  )
  const defaults = new Map(
    lower(plain)
      .split(' ')
      .map((word) => [word.split('=')[0]!, word]),
  )
  defaults.set('regs', [defaults.get('regs')!, ...UNSET].join(','))
  const [head = '', ...groups] = lower(program).split(' group')
  const setup = head.split(' ').slice(1)
  const own = setup.flatMap((word) => {
    if (isCommon(word)) return []
    const state = /^(?:sregs|regs|dregs)(?==)/.exec(word)?.[0]
    return state === undefined ? [word] : withoutParts(word, defaults.get(state)!)
  })
  const states = ['sregs', 'regs', 'dregs'].map((name) => defaults.get(name)!)
  return {
    common: ['run', ...setup.filter(isCommon), ...states].join(' '),
    own: [...own, ...groups.map((group) => `group${group}`)].join(' '),
  }
}
