/**
 * `gdo diff`: random programs on a real implementation, compared with the model.
 */
import { InputError } from '../../model/program.ts'
import { PROGRAM_CLASSES as ARM64_CLASSES } from '../../properties/arm64/generators.ts'
import { PROGRAM_CLASSES as ARMV7_CLASSES } from '../../properties/armv7/generators.ts'
import type { MachineOf, MachineTypes } from '../../properties/machine.ts'
import type { ProgramProperty } from '../../properties/property.ts'
import { PROGRAM_CLASSES as VMM_CLASSES } from '../../properties/vmm/generators.ts'
import { PROGRAM_CLASSES as X86_CLASSES } from '../../properties/x86/generators.ts'
import { type Fate, GaveUp, runCampaign } from '../differential/campaign.ts'
import { Comparer } from '../differential/comparer.ts'
import { LoweredPrograms } from '../differential/lowered.ts'
import { isCheckable, PropertyTrials } from '../differential/property-trials.ts'
import { CAMPAIGN_FORMAT, CAMPAIGN_VERSION, CampaignStore, type Header } from '../differential/store.ts'
import { ProgramStream, type Programs, triedOn } from '../differential/stream.ts'
import type { Trials } from '../differential/trial.ts'
import type { TargetMachine } from '../machines/machine.ts'
import { machineOfTarget } from '../targets/machine.ts'
import { openTarget, TARGET_NAMES, type TargetOptions } from '../targets/open.ts'
import { ANSWERS_WITHIN } from '../targets/process.ts'
import type { Description } from '../targets/protocol.ts'
import { Session } from '../targets/session.ts'
import { numberOption, ticker } from './check.ts'
import type { Command, Invocation } from './command.ts'
import { aboveOf, aboveOn, loweredTo } from './diff-layer.ts'
import { type DiffResult, exitCode, progressText, resultJson, resultText } from './diff-result.ts'
import { flavourOption } from './flavour.ts'
import { write, writeJson } from './output.ts'
import { type AnyProperty, find, findVariant, itemsOf, openRegistry, type Registry } from './registry.ts'
import { readReplays } from './replay.ts'

type Program = MachineTypes['Program']

/** The classes of programs that any machine has. */
const PROGRAM_CLASSES: readonly string[] = [
  ...new Set<string>([...X86_CLASSES, ...ARM64_CLASSES, ...ARMV7_CLASSES, ...VMM_CLASSES]),
]

const DEFAULT_RUNS = 1000
const MOST_RUNS = 1_000_000_000

/** What says more exactly which target it is. */
const TARGET_OPTIONS = ['kernel', 'modules', 'release', 'flavour'] as const

/** What is asked for: a new campaign, or the one in a folder. */
interface Request {
  readonly target: string
  readonly options: { readonly [name: string]: string }
  /** The variant that describes the target, if the user says so. */
  readonly describedBy: string | null
  readonly againstIdeal: boolean
  /** Properties to be tried instead, all that can be if none is named; `null` if none are. */
  readonly properties: readonly string[] | null
  readonly seed: number
  /** `null` for all that the target can run. */
  readonly classes: readonly string[] | null
  readonly runs: number
}

const targetOptions = (
  given: { readonly [name: string]: string },
  modules: readonly string[],
): TargetOptions => ({
  modules,
  ...(given.kernel === undefined ? {} : { kernel: given.kernel }),
  ...(given.modules === undefined ? {} : { kernelModules: given.modules }),
  ...(given.release === undefined ? {} : { release: given.release }),
  ...(given.flavour === undefined ? {} : { flavour: given.flavour }),
  ...(given.parameter === undefined ? {} : { parameters: given.parameter.split(' ') }),
})

const classesOf = (texts: readonly string[]): readonly string[] | null => {
  for (const text of texts)
    if (!PROGRAM_CLASSES.includes(text))
      throw new InputError(
        'GDO-1005',
        `--class: expected ${PROGRAM_CLASSES.join(', ')}, not ${JSON.stringify(text)}`,
      )
  return texts.length === 0 ? null : texts
}

const isAgainstIdeal = (invocation: Invocation): boolean => {
  const against = invocation.text('against')
  if (against !== undefined && against !== 'ideal')
    throw new InputError('GDO-1005', `--against: expected ideal, not ${JSON.stringify(against)}`)
  return against !== undefined
}

/** Options that do not go together. */
const EITHER_OR = [
  ['save', 'resume'],
  ['against', 'properties'],
  ['program', 'save'],
  ['program', 'resume'],
  ['program', 'properties'],
] as const

const checkCombination = (invocation: Invocation): void => {
  const isGiven = (name: string): boolean => invocation.flag(name) || invocation.text(name) !== undefined
  for (const [a, b] of EITHER_OR)
    if (isGiven(a) && isGiven(b)) throw new InputError('GDO-1003', `--${a} and --${b} do not go together`)
  if (invocation.positionals.length > 0 && !invocation.flag('properties'))
    throw new InputError('GDO-1004', 'diff: expected no argument; properties are named behind --properties')
}

/** An option of the target, as a campaign keeps it: parameters with a blank between them. */
const givenOption = (
  invocation: Invocation,
  name: (typeof TARGET_OPTIONS)[number] | 'parameter',
): string | undefined => {
  if (name !== 'parameter') return invocation.text(name)
  const given = invocation.texts(name)
  return given.length === 0 ? undefined : given.join(' ')
}

const requestOf = (invocation: Invocation): Request => {
  const target = invocation.text('target')
  if (target === undefined)
    throw new InputError('GDO-1004', `diff: expected --target ${TARGET_NAMES}; see gdo diff --help`)
  return {
    target,
    options: Object.fromEntries(
      [...TARGET_OPTIONS, 'parameter' as const].flatMap((name) => {
        const value = givenOption(invocation, name)
        return value === undefined ? [] : [[name, value]]
      }),
    ),
    describedBy: invocation.text('variant') ?? null,
    againstIdeal: isAgainstIdeal(invocation),
    properties: invocation.flag('properties') ? invocation.positionals : null,
    seed: numberOption(invocation, 'seed', 1, 0x7fffffff),
    classes: classesOf(invocation.texts('class')),
    runs: numberOption(invocation, 'runs', DEFAULT_RUNS, MOST_RUNS),
  }
}

/** The request that a stored campaign was; what the command line says otherwise is refused, but for more programs. */
const resumedRequest = (invocation: Invocation, folder: string, header: Header): Request => {
  const againstIdeal = header.variant !== header.describedBy
  const same = (name: string, given: string | undefined, stored: string): void => {
    if (given !== undefined && given !== stored)
      throw new InputError('GDO-1613', `${folder} holds a campaign with --${name} ${stored}, not ${given}`)
  }
  same('target', invocation.text('target'), header.target)
  same('seed', invocation.text('seed'), String(header.seed))
  same('variant', invocation.text('variant'), header.describedBy)
  same('against', invocation.text('against'), againstIdeal ? 'ideal' : 'the variant that describes it')
  const classes = invocation.texts('class')
  if (classes.length > 0) same('class', classes.join(' '), header.classes.join(' '))
  for (const name of [...TARGET_OPTIONS, 'parameter' as const])
    same(name, givenOption(invocation, name), header.options[name] ?? 'not given')
  if (invocation.flag('properties') !== header.properties.length > 0 && invocation.flag('properties'))
    throw new InputError('GDO-1613', `${folder} holds a campaign without --properties`)
  return {
    target: header.target,
    options: header.options,
    describedBy: header.description === 'asked for' ? header.describedBy : null,
    againstIdeal,
    properties: header.properties.length > 0 ? header.properties : null,
    seed: header.seed,
    classes: classesOf(header.classes),
    runs: numberOption(invocation, 'runs', header.runs, MOST_RUNS),
  }
}

const probing =
  (session: Session, { protocol }: TargetMachine) =>
  async (program: Program): ReturnType<Parameters<typeof protocol.describe>[1]> => {
    const result = await session.run(protocol.lower(program))
    return result.kind === 'ran' ? result.observation : null
  }

/** What is known of the target, with the variant that the user names in the place of the one that was found. */
const describe = async (
  session: Session,
  machine: TargetMachine,
  request: Request,
  registry: Registry,
): Promise<Description> => {
  const variants = itemsOf(registry.variants, machine.name)
  const found = await machine.protocol.describe(session.words, probing(session, machine), variants)
  const { describedBy } = request
  if (describedBy === null || describedBy === found.variant.id) return found
  return { ...found, variant: findVariant(registry, describedBy, machine.name), exact: true }
}

/** Ctrl-C ends the campaign with its summary; a second one ends everything. */
class Interruption {
  readonly #controller = new AbortController()
  #session: Session | null = null

  readonly #interrupt = (): void => {
    if (!this.#session || this.signal.aborted) process.exit(130)
    this.#controller.abort()
    void this.#session.close()
  }

  constructor() {
    process.on('SIGINT', this.#interrupt)
    process.on('SIGTERM', this.#interrupt)
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** From now on there is something to sum up. */
  of(session: Session): void {
    this.#session = session
  }

  over(): void {
    process.off('SIGINT', this.#interrupt)
    process.off('SIGTERM', this.#interrupt)
  }
}

const openStore = (invocation: Invocation, header: Header): CampaignStore | null => {
  const resumed = invocation.text('resume')
  if (resumed !== undefined) {
    const store = CampaignStore.resume(resumed)
    if (store.header.host === header.host) return store
    throw new InputError(
      'GDO-1613',
      `${resumed} holds a campaign on ${store.header.host}, and the target here is ${header.host}`,
    )
  }
  const folder = invocation.text('save')
  return folder === undefined ? null : CampaignStore.begin(folder, header)
}

const trialsOf = (
  session: Session,
  machine: TargetMachine,
  tried: MachineOf<MachineTypes>,
  description: Description,
  variant: MachineTypes['Variant'],
  request: Request,
  compared: Programs,
  count: number,
  properties: readonly AnyProperty[],
): Trials => {
  const { seed, runs } = request
  if (request.properties) {
    const wanted = properties.filter(({ id }) =>
      request.properties!.includes(id),
    ) as ProgramProperty<MachineTypes>[]
    const streams = new Map<string, Programs>()
    const programs = (programClass: string): Programs => {
      const stream = streams.get(programClass) ?? new ProgramStream(tried, [programClass], seed)
      streams.set(programClass, stream)
      return stream
    }
    return new PropertyTrials(session, machine, tried, description, wanted, programs, runs)
  }
  return new Comparer(session, machine, tried, description, variant, compared, count)
}

/** @throws InputError for classes that the target's machine does not have. */
const classesFor = (
  { words }: Session,
  { name, protocol }: TargetMachine,
  { programClasses }: MachineOf<MachineTypes>,
  { classes }: Request,
  isAbove: boolean,
): readonly string[] => {
  const unknown = classes?.find((each) => !programClasses.includes(each))
  if (unknown !== undefined)
    throw new InputError('GDO-1005', `--class: ${name} has ${programClasses.join(', ')}, not ${unknown}`)
  return classes ?? (isAbove ? programClasses : protocol.classes(words, programClasses))
}

/**
 * Ids of properties of the target's machine.
 *
 * @param wanted names; empty for all that can be judged.
 * @throws InputError if one does not exist, or cannot be judged by what a target shows.
 */
const propertiesFor = (wanted: readonly string[], own: readonly AnyProperty[]): readonly string[] => {
  if (wanted.length === 0) return own.filter(isCheckable).map(({ id }) => id)
  return wanted.map((text) => {
    const property = find('property', own, text)
    if (!isCheckable(property))
      throw new InputError('GDO-1603', `${property.id} needs what nobody outside the target sees`)
    return property.id
  })
}

const campaign = async (
  invocation: Invocation,
  request: Request,
  registry: Registry,
  all: readonly AnyProperty[],
  session: Session,
  signal: AbortSignal,
): Promise<DiffResult> => {
  const machine = machineOfTarget(session.words)!
  const tried = triedOn(machine, session.words, await machine.tried())
  const properties = itemsOf(all, machine.name)
  const above = aboveOf(registry, request.describedBy, machine.name)
  if (above && request.properties)
    throw new InputError('GDO-1004', 'diff: --properties are those of the target’s own machine')
  const path = invocation.text('program')
  const given = path === undefined ? null : await readReplays(path, above?.machine ?? machine)
  const stopAfter = numberOption(invocation, 'stop-after', Number.MAX_SAFE_INTEGER, MOST_RUNS)
  const described = above ? { ...request, describedBy: above.beneath } : request
  const description = await describe(session, machine, described, registry)
  const on = above && aboveOn(above, description.variant)
  const variant = request.againstIdeal ? findVariant(registry, undefined, machine.name) : description.variant
  const made = above ? await above.machine.tried() : tried
  const classes = classesFor(session, machine, made, request, above !== null)
  const replays = given?.map(({ path, program }) => ({
    path,
    program: above ? loweredTo(above, on!, machine.name, program) : program,
  }))
  const random = new ProgramStream(made, classes, request.seed)
  const compared = replays
    ? { at: (n: number) => replays[n]!.program }
    : above
      ? new LoweredPrograms(random, above.layer, on!, machine.name)
      : random
  const wanted = request.properties && propertiesFor(request.properties, properties)
  const header: Header = {
    format: CAMPAIGN_FORMAT,
    version: CAMPAIGN_VERSION,
    target: session.target.name,
    host: session.host,
    options: request.options,
    describedBy: on?.id ?? description.variant.id,
    description: request.describedBy !== null ? 'asked for' : description.exact ? 'measured' : 'nearest',
    variant: request.againstIdeal ? variant.id : (on?.id ?? variant.id),
    properties: wanted ?? [],
    seed: request.seed,
    classes: replays || request.properties ? [] : classes,
    runs: request.runs,
  }
  const trials = trialsOf(
    session,
    machine,
    tried,
    description,
    variant,
    { ...request, properties: wanted },
    compared,
    replays?.length ?? request.runs,
    properties,
  )
  const store = openStore(invocation, header)
  const tick = ticker()
  let gaveUp: GaveUp | null = null
  const fates: Fate[] = []
  const summary = await runCampaign({
    trials,
    seed: request.seed,
    stopAfter,
    store,
    signal,
    onProgress: (summary) => tick(progressText(summary)),
    ...(replays ? { onFate: (fate) => fates.push(fate) } : {}),
  }).catch((error: unknown) => {
    if (!(error instanceof GaveUp)) throw error
    gaveUp = error
    return error.summary
  })
  tick('')
  store?.close()
  const notCheckable = request.properties
    ? properties.filter((property) => !isCheckable(property)).map(({ id }) => id)
    : []
  const folder = invocation.text('save') ?? invocation.text('resume') ?? null
  const replayed = fates.map((fate, n) => ({ file: replays![n]!.path, ...fate }))
  return { header, summary, folder, gaveUp, notCheckable, replayed }
}

export const diffCommand: Command = {
  positionals: ['[PROPERTY…]'],
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
    properties: {
      type: 'boolean',
      meaning: 'tries properties on T’s own runs: those named, or all that can be',
    },
    decision: {
      type: 'string',
      value: 'ID',
      meaning:
        'random inputs of a decision for an exec: T that answers one JSON object per line, or for hyp-armv7',
    },
    runs: { type: 'string', value: 'N', meaning: `random programs to make; default ${DEFAULT_RUNS}` },
    seed: { type: 'string', value: 'S', meaning: 'seed of the random programs; default 1' },
    class: {
      type: 'string',
      multiple: true,
      value: 'C',
      meaning: `only programs of these classes, of ${PROGRAM_CLASSES.join(', ')}; default all that T can run`,
    },
    program: {
      type: 'string',
      value: 'FILE',
      meaning: 'only the program of FILE, or the programs of a folder: a replay',
    },
    'stop-after': { type: 'string', value: 'N', meaning: 'ends after N findings' },
    save: { type: 'string', value: 'DIR', meaning: 'writes the campaign to DIR as it goes' },
    resume: { type: 'string', value: 'DIR', meaning: 'goes on with the campaign in DIR' },
    'time-limit': {
      type: 'string',
      value: 'SECONDS',
      meaning: `until T must have answered a program; default ${ANSWERS_WITHIN / 1000}`,
    },
    flavour: flavourOption,
    kernel: { type: 'string', value: 'FILE', meaning: 'kvm-svm, kvm-vmx, kvm-arm64: the kernel to boot' },
    modules: { type: 'string', value: 'DIR', meaning: 'the same: the modules that belong to it' },
    release: {
      type: 'string',
      value: 'R',
      meaning: 'the same: which of Debian’s kernels: stable, newest, for arm64 also 6.12',
    },
    parameter: {
      type: 'string',
      multiple: true,
      value: 'NAME=VALUE',
      meaning: 'the same: a parameter of the kernel or of a module, as kvm_intel.ept=0',
    },
  },
  details: `Programs that the target cannot run are counted, with the reasons. A difference is a finding only if it is
there each of three times that the program is run again; it is shrunk on the target itself.
Ctrl-C ends with the summary so far, a second one at once.
Exit code 1 for findings, not for what is unstable; 3 if the target did not survive programs that it
should, or could run none; 130 for Ctrl-C without findings.`,
  run: async (invocation) => {
    if (invocation.text('target') === 'hyp-armv7')
      return (await import('./diff-hyp-armv7.ts')).diffHypArmv7(invocation)
    const decision = invocation.text('decision')
    if (decision !== undefined) return (await import('./diff-decision.ts')).diffDecision(invocation, decision)
    checkCombination(invocation)
    const modules = invocation.texts('load')
    const registry = await openRegistry(modules)
    const properties = await registry.properties()
    const folder = invocation.text('resume')
    const request =
      folder === undefined
        ? requestOf(invocation)
        : resumedRequest(invocation, folder, CampaignStore.headerOf(folder))
    const seconds = numberOption(invocation, 'time-limit', ANSWERS_WITHIN / 1000, 86_400)

    const interruption = new Interruption()
    const target = await openTarget(request.target, targetOptions(request.options, modules))
    const tick = ticker()
    tick(`${target.name} starts`)
    const session = await Session.open(target, 1000 * seconds)
    tick('')
    interruption.of(session)
    try {
      const result = await campaign(invocation, request, registry, properties, session, interruption.signal)
      if (invocation.flag('json')) await writeJson(resultJson(result))
      else await write(resultText(result))
      return exitCode(result)
    } finally {
      interruption.over()
      await session.close()
    }
  },
}
