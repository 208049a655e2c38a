/**
 * The lines of a run's table: who acts, what happens, which register bits changed, who observes it. What the events of a
 * machine say is the machine's own matter.
 */

/** One line of the table, before it is laid out. */
export interface Row {
  readonly who: 'host' | 'guest' | 'kvm' | 'gdb' | 'vmm' | ''
  what: string
  /** Register bits that changed: `DR6.B0 0→1`. */
  readonly changes: string[]
  seenBy: 'host' | 'guest' | 'gdb' | ''
  /** Indices of the events that the row stands for. */
  readonly events: number[]
}

export interface RowOptions {
  /** Every instruction of the guest's handlers on a line of its own, and every repetition. */
  readonly verbose?: boolean
}

/** A change of the registers, and whose they are. */
export interface Change<Owner> {
  readonly owner: Owner
  readonly text: string
}

/** Consecutive instructions of one handler, on one line. */
interface Visit {
  readonly row: Row
  readonly name: string
  count: number
  /** What the guest read or tried to write. */
  readonly learned: string[]
}

/**
 * Makes the rows of one run, event by event. A change is noted at the last row since the registers were looked at that
 * can have made it.
 */
export class RowBuilder<Snapshot, Owner> {
  readonly rows: Row[] = []
  readonly #changesBetween: (before: Snapshot, after: Snapshot) => readonly Change<Owner>[]
  #before: Snapshot
  /** The rows since `#before` was taken, with what each of them can have changed. */
  #since: { readonly row: Row; readonly owners: readonly Owner[] }[] = []
  #visit: Visit | null = null
  #running = false

  constructor(
    initial: Snapshot,
    changesBetween: (before: Snapshot, after: Snapshot) => readonly Change<Owner>[],
  ) {
    this.#before = initial
    this.#changesBetween = changesBetween
  }

  /** The registers when they were last looked at. */
  get before(): Snapshot {
    return this.#before
  }

  /** A row; `owners` are those whose registers it can have changed. */
  add(
    who: Row['who'],
    what: string,
    seenBy: Row['seenBy'],
    index?: number,
    owners: readonly Owner[] = [],
  ): void {
    const row: Row = { who, what, changes: [], seenBy, events: index === undefined ? [] : [index] }
    this.rows.push(row)
    this.#since.push({ row, owners })
    this.#visit = null
  }

  /** Looks at the registers. */
  look(now: Snapshot): void {
    for (const { owner, text } of this.#changesBetween(this.#before, now)) {
      const { row } = this.#since.findLast(({ owners }) => owners.includes(owner)) ?? this.#since.at(-1) ?? {}
      row?.changes.push(text)
    }
    this.#before = now
    this.#since = []
  }

  /** What changes from here on may be noted at the last row again. */
  reopen(): void {
    this.#since.push({ row: this.rows.at(-1)!, owners: [] })
  }

  /** The vCPU runs, if it does not yet. */
  run(): void {
    if (this.#running) return
    this.#running = true
    this.add('host', 'KVM_RUN', '')
  }

  /** KVM_RUN has returned. */
  exit(): void {
    this.#running = false
  }

  /** An instruction of one of the guest's handlers: it has a row with those around it. */
  handle(name: string, index: number): void {
    if (this.#visit?.name === name) {
      this.#visit.count += 1
      this.#visit.row.events.push(index)
      this.#since.push({ row: this.#visit.row, owners: [] })
    } else {
      this.add('guest', '', '', index)
      this.#visit = { row: this.rows.at(-1)!, name, count: 1, learned: [] }
    }
    this.#describeVisit()
  }

  /** The guest has learned or written something: it belongs to the row of the instruction. */
  learn(text: string, index: number): void {
    const own = this.rows.at(-1)
    if (this.#visit) {
      this.#visit.learned.push(text)
      this.#visit.row.events.push(index)
      this.#visit.row.seenBy = 'guest'
      this.#describeVisit()
    } else if (own?.who === 'guest' && own.seenBy === '') {
      own.what += `: ${text}`
      own.seenBy = 'guest'
      own.events.push(index)
    } else this.add('guest', text, 'guest', index)
  }

  /** An event that says nothing that the last rows do not say. */
  absorb(index: number): void {
    this.rows.at(-1)!.events.push(index)
  }

  #describeVisit(): void {
    const { row, name, count, learned } = this.#visit!
    const instructions = count === 1 ? '1 instruction' : `${count} instructions`
    row.what = `${name} handler, ${instructions}${learned.length === 0 ? '' : `: ${learned.join('; ')}`}`
  }
}

/** What a row says, apart from what differs from one repetition to the next. */
type Gist = (what: string) => string

/** Without the notes behind an instruction: iterations of REP differ in their addresses. */
const withoutNotes: Gist = (what) => what.split('  ;')[0]!

/** How often the `length` rows at `start` stand there in a row. */
const repetitions = (gists: readonly string[], start: number, length: number): number => {
  let end = start + length
  while (end < gists.length && gists[end] === gists[end - length]) end += 1
  return Math.floor((end - start) / length)
}

const LONGEST_REPEAT = 6
const FEWEST_REPEATS = 4

/** A program that goes round in circles says so in one line. */
export const foldRepeats = (rows: readonly Row[], gist: Gist = withoutNotes): readonly Row[] => {
  const gists = rows.map((row) => [row.who, gist(row.what), row.seenBy, ...row.changes].join('\n'))
  const folded: Row[] = []
  for (let i = 0; i < rows.length; ) {
    const length = Array.from({ length: LONGEST_REPEAT }, (_, k) => k + 1).find(
      (k) => repetitions(gists, i, k) >= FEWEST_REPEATS,
    )
    if (length === undefined) {
      folded.push(rows[i]!)
      i += 1
      continue
    }
    const times = repetitions(gists, i, length)
    const rest = rows.slice(i + length, i + times * length)
    const lines = length === 1 ? 'the line above' : `the ${length} lines above`
    folded.push(...rows.slice(i, i + length), {
      who: '',
      what: `… ${lines}, ${times - 1} times more`,
      changes: [],
      seenBy: '',
      events: rest.flatMap((row) => row.events),
    })
    i += times * length
  }
  return folded
}
