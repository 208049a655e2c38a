/**
 * Observations as text that the corpus stores: an exit has its record, and of the guest's state what has changed since
 * the exit before.
 */
import type { MachineTypes } from '../../../properties/machine.ts'
import { eventLine, type Fields, type Observation } from '../../targets/kvm/observation.ts'
import type { CorpusMachine, FieldNames } from './machine.ts'

/** All fields that are compared, each with a place of its own. */
export const fieldsOf = ({ record, state, optional, lists }: FieldNames): readonly string[] => [
  ...record,
  ...state.flatMap((name) =>
    name in lists ? Array.from({ length: lists[name]! }, (_, i) => `${name}${i}`) : [name],
  ),
  ...optional,
]

/** Hex digits of a value that fits a field. */
const MOST_DIGITS = 16

/** An observation that the corpus cannot store, and why. */
export class NotStored extends Error {}

const checked = ({ record, state, optional, lists }: FieldNames, name: string, value: string): string => {
  if (![...record, ...state, ...optional].includes(name)) throw new Error(`the corpus has no field ${name}`)
  const values = value.split(',')
  if (values.length !== (lists[name] ?? 1)) throw new Error(`the corpus has no ${value} of ${name}`)
  for (const each of values) {
    if (each.length > MOST_DIGITS) throw new NotStored('an access of more than 8 bytes')
    if (/^f{16}$/.test(each)) throw new NotStored('a value that stands for none')
  }
  return `${name}=${value}`
}

const isRecord = ({ record }: FieldNames, name: string): boolean => record.includes(name)

/** The state at the only exit of an empty program: what the expectations of a program leave unsaid. */
export const startState = <T extends MachineTypes>(
  { machine, words, fields }: CorpusMachine<T>,
  program: T['Program'],
): Fields => {
  const run = machine.runProgram(words.plain(program), machine.variants[0]!)
  const exit = machine.observationOf(run).events.find(({ kind }) => kind === 'exit')!
  return Object.fromEntries(Object.entries(exit.fields).filter(([name]) => !isRecord(fields, name)))
}

/** The text of the state that expectations begin with. */
export const stateText = (names: FieldNames, fields: Fields): string =>
  Object.entries(fields)
    .map(([name, value]) => checked(names, name, value))
    .join(' ')

/**
 * The text of an observation: a line for each event, the log and the ending.
 *
 * @throws NotStored
 */
export const runText = (names: FieldNames, { events, log, ending }: Observation, start: Fields): string => {
  let before: Fields = start
  const lines = events.map((event) => {
    if (event.kind === 'action') return eventLine(event)
    const state = Object.fromEntries(Object.entries(event.fields).filter(([name]) => !isRecord(names, name)))
    const words = [
      ...names.record.flatMap((name) =>
        event.fields[name] === undefined ? [] : [checked(names, name, event.fields[name])],
      ),
      ...Object.entries(state).flatMap(([name, value]) =>
        before[name] === value ? [] : [checked(names, name, value)],
      ),
      ...names.optional.flatMap((name) =>
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

const partsOf = (word: string): string[] => word.slice(word.indexOf('=') + 1).split(',')

/** A word `name=a:1,b:2` without the parts that are there already; nothing if all are. */
const withoutParts = (word: string, there: string): string[] => {
  const parts = partsOf(word).filter((part) => !partsOf(there).includes(part))
  return parts.length === 0 ? [] : [`${word.split('=')[0]}=${parts.join(',')}`]
}

/** The line of a program in two parts: the set-up is done in the first, and what is different in the second. */
export const lineOf = <T extends MachineTypes>(
  { machine, words }: CorpusMachine<T>,
  program: T['Program'],
): Words => {
  const { lower } = machine.protocol
  const defaults = new Map(
    lower(words.plain(program))
      .split(' ')
      .map((word) => [word.split('=')[0]!, word]),
  )
  defaults.set('regs', [defaults.get('regs')!, ...words.unset].join(','))
  const [head = '', ...groups] = lower(program).split(' group')
  const setup = head.split(' ').slice(1)
  const own = setup.flatMap((word) => {
    if (words.isCommon(word)) return []
    const name = words.registers.find((each) => word.startsWith(`${each}=`))
    return name === undefined ? [word] : withoutParts(word, defaults.get(name)!)
  })
  const registers = words.registers.map((name) => defaults.get(name)!)
  return {
    common: ['run', ...setup.filter(words.isCommon), ...registers].join(' '),
    own: [...own, ...groups.map((group) => `group${group}`)].join(' '),
  }
}
