/**
 * A campaign on disk: everything that is known is written as it comes, so that a campaign that was killed loses
 * nothing and goes on exactly where it was.
 *
 * | file              | what                                                                        |
 * |-------------------|-----------------------------------------------------------------------------|
 * | `campaign.jsonl`  | one JSON object per line: the header, then progress, differences and faults |
 * | `finding-N.json`  | a finding, with the smallest program that shows it                          |
 * | `unstable-N.json` | the same for something that is not there each time                          |
 * | `program-N.json`  | program number N, at which the target failed                                |
 *
 * | code     | what is wrong with the folder                                  |
 * |----------|----------------------------------------------------------------|
 * | GDO-1611 | it cannot be read or written                                   |
 * | GDO-1612 | it holds no campaign                                           |
 * | GDO-1613 | it holds another campaign than the one that was asked for      |
 * | GDO-1614 | a campaign is to be saved where there is one already           |
 * | GDO-1615 | a line or a finding is damaged                                 |
 */
import {
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../../model/program.ts'
import type { MachineTypes } from '../../properties/machine.ts'
import { isObject } from '../codec.ts'
import { makeFolder } from '../folder.ts'
import { parseFinding, type StoredFinding } from '../reports/finding.ts'
import { type Counts, noCounts } from './tally.ts'

type Program = MachineTypes['Program']

export const CAMPAIGN_FORMAT = 'guest-debug-oracle/campaign'
export const CAMPAIGN_VERSION = 1

/** What makes two campaigns the same. */
export interface Header {
  readonly format: typeof CAMPAIGN_FORMAT
  readonly version: typeof CAMPAIGN_VERSION
  readonly target: string
  /** What the target said of itself. */
  readonly host: string
  /** What the command line said beside the target's name. */
  readonly options: { readonly [name: string]: string }
  /** The variant that describes the target. */
  readonly describedBy: string
  /** Whether it was measured on this path, is only the nearest that there is, or is what somebody asked for. */
  readonly description: 'measured' | 'nearest' | 'asked for'
  /** The variant whose runs are expected. */
  readonly variant: string
  /** The properties that are tried instead, if there are any. */
  readonly properties: readonly string[]
  readonly seed: number
  readonly classes: readonly string[]
  /** Programs to be made. */
  readonly runs: number
}

/** What a target did that it should not have. */
export interface FaultRecord {
  /** Number of the program; `null` if none was under way. */
  readonly program: number | null
  readonly what: string
  /** A fresh process failed at the same program again. */
  readonly again: boolean
}

/** Whether something was there each time that its program was run again. */
export type Stability = 'stable' | 'unstable'

interface Instance {
  readonly signature: string
  readonly finding: number
}

type Entry =
  /** All programs before `next` are done. */
  | { readonly kind: 'progress'; readonly next: number; readonly counts: Counts }
  /** An instance of a finding, with its signature before shrinking. */
  | ({ readonly kind: Stability; readonly program: number } & Instance)
  | ({ readonly kind: 'fault' } & FaultRecord)

/** How far a campaign has come. */
export interface Position {
  readonly next: number
  readonly counts: Counts
  readonly stable: Known
  readonly unstable: Known
  readonly faults: readonly FaultRecord[]
}

/** Findings, and the instances in their order. */
interface Known {
  readonly findings: readonly StoredFinding[]
  readonly instances: readonly Instance[]
}

const NOTHING: Known = { findings: [], instances: [] }

/** Where a campaign begins. */
export const NOTHING_YET: Position = {
  next: 0,
  counts: noCounts(),
  stable: NOTHING,
  unstable: NOTHING,
  faults: [],
}

const JOURNAL = 'campaign.jsonl'

/** The file of a finding with an index. */
export const fileOf = (kind: Stability, index: number): string =>
  `${kind === 'stable' ? 'finding' : kind}-${index + 1}.json`

const ioFault = (folder: string, error: unknown): InputError => {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  const texts: { readonly [code: string]: string } = {
    ENOENT: 'no such folder',
    EACCES: 'permission denied',
    ENOTDIR: 'it is no folder',
    EEXIST: 'it is no folder',
    ENOSPC: 'no space left',
  }
  return new InputError('GDO-1611', `${folder}: ${texts[code] ?? (code || String(error))}`)
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isHeader = (json: unknown): json is Header =>
  isObject(json) &&
  json.format === CAMPAIGN_FORMAT &&
  typeof json.target === 'string' &&
  typeof json.host === 'string' &&
  isObject(json.options) &&
  typeof json.describedBy === 'string' &&
  typeof json.description === 'string' &&
  typeof json.variant === 'string' &&
  Array.isArray(json.properties) &&
  typeof json.seed === 'number' &&
  Array.isArray(json.classes) &&
  typeof json.runs === 'number'

const isEntry = (json: unknown): json is Entry => {
  if (!isObject(json)) return false
  switch (json.kind) {
    case 'progress':
      return typeof json.next === 'number' && isObject(json.counts) && isObject(json.counts.unsupported)
    case 'stable':
    case 'unstable':
      return (
        typeof json.program === 'number' &&
        typeof json.signature === 'string' &&
        typeof json.finding === 'number'
      )
    case 'fault':
      return typeof json.what === 'string'
    default:
      return false
  }
}

export class CampaignStore {
  readonly #folder: string
  readonly #journal: number
  readonly header: Header
  /** Where it is: at the beginning, or where it was interrupted. */
  readonly position: Position

  private constructor(folder: string, journal: number, header: Header, position: Position) {
    this.#folder = folder
    this.#journal = journal
    this.header = header
    this.position = position
  }

  /**
   * Begins a campaign in a folder.
   *
   * @throws InputError if there is one already, or the folder cannot be written.
   */
  static begin(folder: string, header: Header): CampaignStore {
    try {
      makeFolder(folder)
      const path = join(folder, JOURNAL)
      if (existsSync(path))
        throw new InputError('GDO-1614', `${folder} holds a campaign; --resume ${folder} goes on with it`)
      const journal = openSync(path, 'wx')
      writeSync(journal, `${JSON.stringify(header)}\n`)
      return new CampaignStore(folder, journal, header, NOTHING_YET)
    } catch (error) {
      throw error instanceof InputError ? error : ioFault(folder, error)
    }
  }

  /** The header of the campaign in a folder. */
  static headerOf(folder: string): Header {
    return read(folder).header
  }

  /**
   * Goes on with the campaign in a folder. A last line that was being written when it was killed is dropped, and so is
   * what belongs to programs that were not done.
   *
   * @throws InputError if it cannot be read.
   */
  static resume(folder: string): CampaignStore {
    const { header, entries, length } = read(folder)
    const path = join(folder, JOURNAL)
    let journal: number
    try {
      journal = openSync(path, 'r+')
      ftruncateSync(journal, length)
      closeSync(journal)
      journal = openSync(path, 'a')
    } catch (error) {
      throw ioFault(folder, error)
    }
    return new CampaignStore(folder, journal, header, positionOf(folder, entries))
  }

  #append(entry: Entry): void {
    writeSync(this.#journal, `${JSON.stringify(entry)}\n`)
  }

  #write(name: string, json: unknown): void {
    const path = join(this.#folder, name)
    writeFileSync(`${path}.part`, `${JSON.stringify(json, null, 2)}\n`)
    renameSync(`${path}.part`, path)
  }

  progress(next: number, counts: Counts): void {
    this.#append({ kind: 'progress', next, counts })
  }

  difference(kind: Stability, program: number, signature: string, finding: number): void {
    this.#append({ kind, program, signature, finding })
  }

  /** Keeps a program at which the target failed. */
  fault(record: FaultRecord, program: Program | null): void {
    this.#append({ kind: 'fault', ...record })
    if (!program) return
    const { program: number, what: reason } = record
    const { target, host, seed } = this.header
    this.#write(`program-${number}.json`, { reason, target, host, seed, number, program })
  }

  finding(kind: Stability, index: number, finding: StoredFinding): void {
    this.#write(fileOf(kind, index), finding)
  }

  close(): void {
    closeSync(this.#journal)
  }
}

interface Journal {
  readonly header: Header
  readonly entries: readonly Entry[]
  /** Bytes up to the end of the last progress: what stands behind it will be done again. */
  readonly length: number
}

const read = (folder: string): Journal => {
  let text: Buffer
  try {
    text = readFileSync(join(folder, JOURNAL))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && existsSync(folder))
      throw new InputError('GDO-1612', `${folder} holds no campaign: there is no ${JOURNAL} in it`)
    throw ioFault(folder, error)
  }
  const [first = '', ...lines] = text.toString('utf8').split('\n').slice(0, -1)
  const header = parsed(first)
  if (!isHeader(header))
    throw new InputError('GDO-1612', `${folder} holds no campaign: the first line of ${JOURNAL} is no header`)
  if (header.version !== CAMPAIGN_VERSION)
    throw new InputError(
      'GDO-1612',
      `${folder}: a campaign of version ${header.version}, expected ${CAMPAIGN_VERSION}`,
    )
  const all = lines.map((line, i) => {
    const entry = parsed(line)
    if (!isEntry(entry)) throw new InputError('GDO-1615', `${folder}/${JOURNAL}, line ${i + 2}: damaged`)
    return entry
  })
  const done = all.findLastIndex((entry) => entry.kind === 'progress') + 1
  const kept = [first, ...lines.slice(0, done)].map((line) => `${line}\n`).join('')
  return { header, entries: all.slice(0, done), length: Buffer.byteLength(kept) }
}

const readFinding = (folder: string, name: string): StoredFinding => {
  try {
    const json = parsed(readFileSync(join(folder, name), 'utf8'))
    if (isObject(json)) return parseFinding(json)
  } catch (error) {
    if (error instanceof InputError) throw new InputError('GDO-1615', `${folder}/${name}: ${error.message}`)
  }
  throw new InputError('GDO-1615', `${folder}/${name}: expected a finding that this campaign wrote`)
}

const positionOf = (folder: string, entries: readonly Entry[]): Position => {
  const last = entries.findLast((entry) => entry.kind === 'progress')
  const next = last?.next ?? 0
  const done = entries.filter((entry) => entry.kind === 'progress' || (entry.program ?? 0) < next)
  const known = (kind: Stability): Known => {
    const instances = done.flatMap((entry) => (entry.kind === kind ? [entry] : []))
    const findings = instances.reduce((most, { finding }) => Math.max(most, finding + 1), 0)
    return {
      findings: Array.from({ length: findings }, (_, index) => readFinding(folder, fileOf(kind, index))),
      instances: instances.map(({ signature, finding }) => ({ signature, finding })),
    }
  }
  return {
    next,
    counts: last?.counts ?? noCounts(),
    stable: known('stable'),
    unstable: known('unstable'),
    faults: done.flatMap((entry) => {
      if (entry.kind !== 'fault') return []
      const { kind: _, ...record } = entry
      return [record]
    }),
  }
}
