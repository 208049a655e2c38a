/**
 * The ideal VMM: keeps apart what is the debugger’s and what is the guest’s, and leaves nothing behind.
 */
import {
  type Changed,
  IDLE,
  type Request,
  type Site,
  type Slots,
  type Surroundings,
  type VmmAction,
  type VmmState,
} from './vmm.ts'

/** KVM_SET_GUEST_DEBUG of all that the state asks for. */
export const guestDebug = (
  { stepping, planted, hardware }: VmmState,
  { rules, context, architecture }: Surroundings,
): VmmAction => {
  const control = rules.guestDebugControl(
    {
      stepping,
      softwareBreakpoints: planted.length,
      hardwareBreakpoints: hardware.length,
      blockIrq: architecture.blockIrq,
    },
    context,
  )
  return { do: 'set-guest-debug', control, hardware }
}

/** A new state and the KVM_SET_GUEST_DEBUG that goes with it, behind what is done before it. */
const updated = (state: VmmState, vmm: Surroundings, before: readonly VmmAction[] = []): Changed => ({
  state,
  actions: [...before, guestDebug(state, vmm)],
})

const unchanged = (state: VmmState): Changed => ({ state, actions: [] })

const bytesOf = (text: string): number => text.length / 2

const insertSoftware = (
  state: VmmState,
  { address }: Request,
  vmm: Surroundings,
): ReturnType<Slots['insert']> => {
  const { architecture, read, now } = vmm
  const known = state.planted.find((site) => site.address === address)
  if (known) {
    const planted = state.planted.map((site) => (site === known ? { ...site, uses: site.uses + 1 } : site))
    return { ...unchanged({ ...state, planted }), result: 'ok' }
  }
  if (!architecture.isAligned(address)) return { ...unchanged(state), result: 'alignment' }
  const saved = read(address, bytesOf(architecture.trap))
  if (saved === null) return { ...unchanged(state), result: 'unmapped' }
  const site: Site = { address, saved, uses: 1, since: now() }
  const plant: VmmAction = { do: 'write-memory', at: address, bytes: architecture.trap }
  return { ...updated({ ...state, planted: [...state.planted, site] }, vmm, [plant]), result: 'ok' }
}

const insert: Slots['insert'] = (state, request, vmm) => {
  const { kind } = request
  if (kind === 'software') return insertSoftware(state, request, vmm)
  const { architecture } = vmm
  const hardware = [...state.hardware, architecture.canonical({ ...request, kind })]
  const result = architecture.encode(hardware, vmm).at(-1)!
  return result === 'ok'
    ? { ...updated({ ...state, hardware }, vmm), result }
    : { ...unchanged(state), result }
}

/** What takes the trap instruction of a site away. */
const unplant = (
  site: Site,
  { rules, context, architecture, read, guestWrote }: Surroundings,
): { readonly result: 'ok' | 'refused'; readonly actions: readonly VmmAction[] } => {
  const { trap } = architecture
  const { result, restore } = rules.unplant(
    {
      saved: site.saved,
      current: read(site.address, bytesOf(trap)),
      trap,
      guestWrote: guestWrote(site),
    },
    context,
  )
  const actions: readonly VmmAction[] =
    restore === null ? [] : [{ do: 'write-memory', at: site.address, bytes: restore }]
  return { result, actions }
}

const removeSoftware = (
  state: VmmState,
  { address }: Request,
  vmm: Surroundings,
): ReturnType<Slots['remove']> => {
  const { rules, context } = vmm
  const site = state.planted.find((each) => each.address === address)
  const { result, uses, unplant: last } = rules.removeUse({ uses: site?.uses ?? 0 }, context)
  if (!site || result !== 'ok') return { ...unchanged(state), result }
  if (!last) {
    const planted = state.planted.map((each) => (each === site ? { ...site, uses } : each))
    return { ...unchanged({ ...state, planted }), result }
  }
  const gone = unplant(site, vmm)
  if (gone.result !== 'ok') return { ...unchanged(state), result: gone.result }
  const planted = state.planted.filter((each) => each !== site)
  return { ...updated({ ...state, planted }, vmm, gone.actions), result }
}

const remove: Slots['remove'] = (state, request, vmm) => {
  const { kind } = request
  if (kind === 'software') return removeSoftware(state, request, vmm)
  const { address, length } = vmm.architecture.canonical({ ...request, kind })
  const index = state.hardware.findIndex(
    (each) => each.kind === kind && each.address === address && each.length === length,
  )
  if (index < 0) return { ...unchanged(state), result: 'absent' }
  const hardware = state.hardware.filter((_, n) => n !== index)
  return { ...updated({ ...state, hardware }, vmm), result: 'ok' }
}

const readMemory: Slots['readMemory'] = (
  { planted },
  address,
  length,
  { rules, context, architecture, read },
) => {
  const bytes = read(address, length)
  return bytes === null
    ? null
    : rules.memoryShown({ address, bytes, planted, trap: architecture.trap }, context)
}

const writeMemory: Slots['writeMemory'] = (state, address, bytes, { rules, context, architecture, read }) => {
  const { planted } = state
  if (read(address, bytesOf(bytes)) === null) return { ...unchanged(state), result: 'unmapped' }
  const { memory, saved } = rules.memoryWritten({ address, bytes, planted, trap: architecture.trap }, context)
  return {
    state: { ...state, planted: planted.map((site, n) => ({ ...site, saved: saved[n]! })) },
    actions: [{ do: 'write-memory', at: address, bytes: memory }],
    result: 'ok',
  }
}

/** KVM hears of stepping only when it begins or ends. */
const withStepping = (state: VmmState, stepping: boolean, vmm: Surroundings): Changed =>
  state.stepping === stepping ? unchanged(state) : updated({ ...state, stepping }, vmm)

const exited: Slots['exited'] = (state, exit, vmm) => {
  const owned = vmm.architecture.own(state, exit, vmm)
  const inject = owned?.inject ?? null
  return { state, owned, actions: inject === null ? [] : [{ do: 'inject', injection: inject }] }
}

/** Guest debugging is off. */
const OFF: VmmAction = { do: 'set-guest-debug', control: 0, hardware: [] }

const detach: Slots['detach'] = (state, vmm) => {
  const actions = state.planted.flatMap((site) => unplant(site, vmm).actions)
  return { state: IDLE, actions: [...actions, OFF] }
}

/** The slots of the ideal VMM. */
export const idealSlots: Slots = {
  insert,
  remove,
  readMemory,
  writeMemory,
  resume: (state, how, vmm) => withStepping(state, how === 'step', vmm),
  exited,
  stopped: (state, vmm) => withStepping(state, false, vmm),
  detach,
}
