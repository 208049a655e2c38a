/**
 * Several vCPUs: settings that all of them share, and who runs while one of them steps over a breakpoint.
 */

export interface UpdateVcpusInput {
  /** Settings in force on each vCPU, by any number that tells them apart. */
  readonly inForce: readonly number[]
  /** The new ones. */
  readonly wanted: number
  /** The vCPUs whose KVM_SET_GUEST_DEBUG fails. */
  readonly failing: readonly number[]
}

export interface UpdateVcpusResult {
  readonly result: 'ok' | 'refused'
  readonly inForce: readonly number[]
}

/** Breakpoints belong to the whole VM: either every vCPU has the new settings, or none, and the debugger is told. */
export const updateVcpus = ({ inForce, wanted, failing }: UpdateVcpusInput): UpdateVcpusResult =>
  failing.length > 0 ? { result: 'refused', inForce } : { result: 'ok', inForce: inForce.map(() => wanted) }

export interface VcpusResumedInput {
  readonly vcpus: number
  /** The vCPU that the debugger steps; `null` if it continues. */
  readonly stepped: number | null
  /** A breakpoint is taken away so that the step gets past it. */
  readonly steppingOver: boolean
}

/** The vCPUs that run: while a breakpoint is away, the one that steps over it alone. */
export const vcpusResumed = ({ vcpus, stepped, steppingOver }: VcpusResumedInput): readonly number[] => {
  const all = Array.from({ length: vcpus }, (_, n) => n)
  return stepped !== null && steppingOver ? all.filter((n) => n === stepped) : all
}
