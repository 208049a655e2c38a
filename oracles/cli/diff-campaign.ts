/**
 * The campaign of `gdo diff`: what is known of the target, which programs it is asked for, and what came of them.
 */
import { InputError } from '../../model/program.ts'
import type { MachineOf, MachineTypes } from '../../properties/machine.ts'
import type { ProgramProperty } from '../../properties/property.ts'
import { type Fate, GaveUp, runCampaign } from '../differential/campaign.ts'
import { Comparer } from '../differential/comparer.ts'
import { LoweredPrograms } from '../differential/lowered.ts'
import { isCheckable, PropertyTrials } from '../differential/property-trials.ts'
import { CAMPAIGN_FORMAT, CAMPAIGN_VERSION, CampaignStore, type Header } from '../differential/store.ts'
import { ProgramStream, type Programs, triedOn } from '../differential/stream.ts'
import type { Trials } from '../differential/trial.ts'
import type { TargetMachine } from '../machines/machine.ts'
import { machineOfTarget } from '../targets/machine.ts'
import type { Description } from '../targets/protocol.ts'
import type { Session } from '../targets/session.ts'
import { numberOption, ticker } from './check.ts'
import type { Invocation } from './command.ts'
import { aboveOf, aboveOn, loweredTo } from './diff-layer.ts'
import { MOST_RUNS, type Request } from './diff-request.ts'
import { type DiffResult, progressText } from './diff-result.ts'
import { type AnyProperty, find, findVariant, itemsOf, type Registry } from './registry.ts'
import { readReplays } from './replay.ts'

type Program = MachineTypes['Program']

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

/** @param signal ends it early, with the summary so far. */
export const campaign = async (
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
