/**
 * `gdo diff`: random programs on a real implementation, compared with the model.
 */
import { InputError } from '../../model/program.ts'
import type { Program, Variant } from '../../model/x86/index.ts'
import { PROGRAM_CLASSES, type ProgramClass } from '../../properties/x86/generators.ts'
import type { Json } from '../codec.ts'
import { GaveUp, runCampaign, type Summary } from '../differential/campaign.ts'
import { Comparer } from '../differential/comparer.ts'
import { CAMPAIGN_FORMAT, CAMPAIGN_VERSION, CampaignStore, type Header } from '../differential/store.ts'
import { ProgramStream, type Programs } from '../differential/stream.ts'
import { findingText } from '../reports/finding-text.ts'
import { type Description, describeTarget } from '../targets/kvm/describe.ts'
import { lower } from '../targets/kvm/lower.ts'
import { openTarget, TARGET_NAMES, type TargetOptions } from '../targets/open.ts'
import { ANSWERS_WITHIN } from '../targets/process.ts'
import { Session } from '../targets/session.ts'
import { numberOption, ticker } from './check.ts'
import type { Command, Invocation } from './command.ts'
import { columns, table, wantsColour, write, writeJson } from './output.ts'
import { find, openRegistry, type Registry } from './registry.ts'
import { readProgram } from './run.ts'

const DEFAULT_RUNS = 1000
const MOST_RUNS = 1_000_000_000

/** What is asked for: a new campaign, or the one in a folder. */
interface Request {
  readonly target: string
  readonly options: { readonly [name: string]: string }
  readonly seed: number
  readonly classes: readonly ProgramClass[]
  readonly runs: number
}

const QEMU_OPTIONS = ['kernel', 'modules', 'release'] as const

const targetOptions = (
  given: { readonly [name: string]: string },
  modules: readonly string[],
): TargetOptions => ({
  modules,
  ...(given.kernel === undefined ? {} : { kernel: given.kernel }),
  ...(given.modules === undefined ? {} : { kernelModules: given.modules }),
  ...(given.release === undefined ? {} : { release: given.release }),
})

const classesOf = (texts: readonly string[]): readonly ProgramClass[] => {
  for (const text of texts)
    if (!PROGRAM_CLASSES.includes(text as ProgramClass))
      throw new InputError(
        'GDO-1005',
        `--class: expected ${PROGRAM_CLASSES.join(', ')}, not ${JSON.stringify(text)}`,
      )
  return texts.length === 0 ? PROGRAM_CLASSES : (texts as readonly ProgramClass[])
}

const requestOf = (invocation: Invocation): Request => {
  const target = invocation.text('target')
  if (target === undefined)
    throw new InputError('GDO-1004', `diff: expected --target ${TARGET_NAMES}; see gdo diff --help`)
  return {
    target,
    options: Object.fromEntries(
      QEMU_OPTIONS.flatMap((name) => {
        const value = invocation.text(name)
        return value === undefined ? [] : [[name, value]]
      }),
    ),
    seed: numberOption(invocation, 'seed', 1, 0x7fffffff),
    classes: classesOf(invocation.texts('class')),
    runs: numberOption(invocation, 'runs', DEFAULT_RUNS, MOST_RUNS),
  }
}

/** The request that a stored campaign was; what the command line says otherwise is refused, but for more programs. */
const resumedRequest = (invocation: Invocation, folder: string, header: Header): Request => {
  const same = (name: string, stored: string): void => {
    const given = invocation.texts(name)
    if (given.length > 0 && given.join(' ') !== stored)
      throw new InputError(
        'GDO-1613',
        `${folder} holds a campaign with --${name} ${stored || '(none)'}, not ${given.join(' ')}`,
      )
  }
  same('target', header.target)
  same('seed', String(header.seed))
  same('class', header.classes.join(' '))
  for (const name of QEMU_OPTIONS) same(name, header.options[name] ?? '')
  return {
    target: header.target,
    options: header.options,
    seed: header.seed,
    classes: classesOf(header.classes),
    runs: numberOption(invocation, 'runs', header.runs, MOST_RUNS),
  }
}

const probing =
  (session: Session) =>
  async (program: Program): ReturnType<Parameters<typeof describeTarget>[1]> => {
    const result = await session.run(lower(program))
    return result.kind === 'ran' ? result.observation : null
  }

/** The variant whose runs are expected. */
const expectedVariant = (invocation: Invocation, registry: Registry, description: Description): Variant => {
  const against = invocation.text('against')
  if (against !== undefined && against !== 'ideal')
    throw new InputError('GDO-1005', `--against: expected ideal, not ${JSON.stringify(against)}`)
  return against === undefined ? description.variant : find('variant', registry.variants, 'x86/ideal')
}

/** The description with the variant that the user names in the place of the one that was found. */
const describedAs = (description: Description, id: string | undefined, registry: Registry): Description =>
  id === undefined
    ? description
    : { ...description, variant: find('variant', registry.variants, id), exact: true }

/** Ctrl-C ends the campaign with its summary; a second one ends everything. */
const interruptible = (session: Session): { readonly signal: AbortSignal; readonly done: () => void } => {
  const controller = new AbortController()
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort()
    void session.close()
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  return {
    signal: controller.signal,
    done: () => {
      process.off('SIGINT', interrupt)
      process.off('SIGTERM', interrupt)
    },
  }
}

const progressText = ({ programs, runs, counts, findings }: Summary): string =>
  `${programs} of ${runs} programs, ${counts.agreed} agreed, ${findings.length} findings`

const exitCode = ({ findings, ended, counts }: Summary, gaveUp: boolean): number => {
  if (findings.length > 0) return 1
  if (gaveUp || counts.failed > 0) return 3
  return ended === 'interrupted' ? 130 : 0
}

export const diffCommand: Command = {
  positionals: [],
  options: {
    target: { type: 'string', value: 'T', meaning: TARGET_NAMES },
    variant: {
      type: 'string',
      value: 'V',
      meaning: 'the variant to compare with; default the one that describes T',
    },
    against: {
      type: 'string',
      value: 'ideal',
      meaning: 'compares with the ideal machine: which deviations T shows',
    },
    runs: { type: 'string', value: 'N', meaning: `random programs to make; default ${DEFAULT_RUNS}` },
    seed: { type: 'string', value: 'S', meaning: 'seed of the random programs; default 1' },
    class: {
      type: 'string',
      multiple: true,
      value: 'C',
      meaning: `only programs of these classes: ${PROGRAM_CLASSES.join(', ')}`,
    },
    program: { type: 'string', value: 'FILE', meaning: 'only the program of FILE: a replay' },
    'stop-after': { type: 'string', value: 'N', meaning: 'ends after N findings' },
    save: { type: 'string', value: 'DIR', meaning: 'writes the campaign to DIR as it goes' },
    resume: { type: 'string', value: 'DIR', meaning: 'goes on with the campaign in DIR' },
    'time-limit': {
      type: 'string',
      value: 'SECONDS',
      meaning: `until T must have answered a program; default ${ANSWERS_WITHIN / 1000}`,
    },
    kernel: { type: 'string', value: 'FILE', meaning: 'kvm-svm: the kernel to boot' },
    modules: { type: 'string', value: 'DIR', meaning: 'kvm-svm: the modules that belong to it' },
    release: { type: 'string', value: 'R', meaning: 'kvm-svm: stable or newest, which of Debian’s kernels' },
  },
  details: `Exit code 1 if there are findings; 3 if the target could not run programs that it should; 130 if Ctrl-C
ended it without findings. Programs that the target cannot run are counted, with the reasons.`,
  run: async (invocation) => {
    const modules = invocation.texts('load')
    const registry = await openRegistry(modules)
    const resumed = invocation.text('resume')
    const saved = invocation.text('save')
    if (resumed !== undefined && saved !== undefined)
      throw new InputError('GDO-1003', '--save begins a campaign and --resume goes on with one: not both')
    const stored = resumed === undefined ? null : CampaignStore.headerOf(resumed)
    const request = stored ? resumedRequest(invocation, resumed!, stored) : requestOf(invocation)
    const seconds = numberOption(invocation, 'time-limit', ANSWERS_WITHIN / 1000, 86_400)
    const stopAfter = numberOption(invocation, 'stop-after', Number.MAX_SAFE_INTEGER, MOST_RUNS)
    const path = invocation.text('program')
    const replayed = path === undefined ? null : (await readProgram(path)).program

    const target = await openTarget(request.target, targetOptions(request.options, modules))
    const session = await Session.open(target, 1000 * seconds)
    const { signal, done } = interruptible(session)
    try {
      const found = await describeTarget(session.words, probing(session), registry.variants)
      const description = describedAs(
        found,
        invocation.text('variant') ?? stored?.variant ?? undefined,
        registry,
      )
      const variant = expectedVariant(invocation, registry, description)
      const header: Header = {
        format: CAMPAIGN_FORMAT,
        version: CAMPAIGN_VERSION,
        target: target.name,
        host: session.host,
        options: request.options,
        variant: variant.id,
        properties: [],
        seed: request.seed,
        classes: request.classes,
        runs: request.runs,
      }
      const store =
        resumed !== undefined
          ? CampaignStore.resume(resumed)
          : saved !== undefined
            ? CampaignStore.begin(saved, header)
            : null
      const programs: Programs = replayed
        ? { at: () => replayed }
        : new ProgramStream(request.classes, request.seed)
      const tick = ticker()
      const options = {
        trials: new Comparer(session, description, variant, programs, replayed ? 1 : request.runs),
        seed: request.seed,
        stopAfter,
        store,
        signal,
        onProgress: (summary: Summary) => tick(progressText(summary)),
      }
      let gaveUp: GaveUp | null = null
      const summary = await runCampaign(options).catch((error: unknown) => {
        if (!(error instanceof GaveUp)) throw error
        gaveUp = error
        return error.summary
      })
      tick('')
      store?.close()
      const context = { header, description, registry, gaveUp }
      if (invocation.flag('json')) await writeJson(summaryJson(summary, context))
      else await write(summaryText(summary, context))
      return exitCode(summary, gaveUp !== null)
    } finally {
      done()
      await session.close()
    }
  },
}

interface Context {
  readonly header: Header
  readonly description: Description
  readonly registry: Registry
  readonly gaveUp: GaveUp | null
}

const summaryJson = (summary: Summary, { header, description, gaveUp }: Context): Json => {
  const { target, host, variant, seed, classes } = header
  const { programs, runs, counts, findings, faults, ended } = summary
  return {
    target,
    host,
    variant,
    describedBy: description.variant.id,
    exact: description.exact,
    seed,
    classes,
    runs,
    programs,
    ...(counts as unknown as { [name: string]: Json }),
    faults: faults as unknown as Json,
    ended: gaveUp ? 'given up' : ended,
    reason: gaveUp ? gaveUp.message : null,
    findings: findings as unknown as Json,
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const countRows = ({ programs, counts, faults, findings }: Summary): string[][] => {
  const { agreed, cut, different, unstable, failed, unsupported, events } = counts
  const row = (count: number, what: string, note = ''): string[] => [String(count), what, note]
  const reasons = Object.entries(unsupported).toSorted(([, a], [, b]) => b - a)
  return [
    row(programs, 'programs'),
    row(agreed, 'agreed', `${events} events compared${cut > 0 ? `; ${cut} programs only up to a cap` : ''}`),
    row(different, 'differ', different > 0 ? `${findings.length} findings` : ''),
    ...(unstable > 0 ? [row(unstable, 'unstable', 'a difference that was not there again')] : []),
    ...(failed > 0 ? [row(failed, 'failed', 'the target does not survive them')] : []),
    row(sum(Object.values(unsupported)), 'not run here'),
    ...reasons.map(([reason, count]) => ['', '', `${count}: ${reason}`]),
    ...faults.map(({ program, what, again }) => [
      '',
      '',
      `${program === null ? 'between programs' : `program ${program}`}${again ? ', twice' : ''}: ${what}`,
    ]),
  ]
}

const summaryText = (summary: Summary, { header, description, registry, gaveUp }: Context): string => {
  const options = { width: columns(), colour: wantsColour(), verbose: false }
  const { target, host, variant, seed, classes } = header
  const described = description.exact
    ? `which describes it`
    : 'the nearest variant: nothing describes this target yet'
  const head = [
    `${target}: ${host}`,
    variant === description.variant.id
      ? `compared with ${variant}, ${described}`
      : `compared with ${variant}; ${description.variant.id} describes it`,
    `classes ${classes.join(', ')}; seed ${seed}`,
  ]
  const ended = gaveUp
    ? [`Given up: ${gaveUp.message}`, `  ${gaveUp.reason.remedy}`]
    : summary.ended === null
      ? []
      : [`Ended early: ${summary.ended}.`]
  const findings = summary.findings.map((finding, i) => {
    const of = registry.variants.find(({ id }) => id === finding.variant) ?? null
    return `\nFinding ${i + 1}. ${findingText(finding, of, options)}`
  })
  return [
    ...head.map((line) => `${line}\n`),
    table(countRows(summary), '  '),
    ...ended.map((line) => `${line}\n`),
    ...findings,
  ].join('')
}
