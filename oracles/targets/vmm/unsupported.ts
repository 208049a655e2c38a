/**
 * Programs whose run on a target says nothing, with the reason, so that they can be counted. What the guest meets there is
 * said by limits of its own machine.
 */
import {
  type GuestName,
  guestProgram,
  type Program,
  type Run,
  runProgram,
  type Variant,
} from '../../../model/vmm/index.ts'
import type { Vmm } from '../../../properties/vmm/types.ts'
import { MODEL_LIMITS as ARM64_MODEL_LIMITS, type Limit as Arm64Limit } from '../arm64/unsupported.ts'
import type { Limit as AnyLimit } from '../protocol.ts'
import { watched, withModelLimits, type Limit as X86Limit } from '../x86/unsupported.ts'

/** A limit of a target; one of the guest's machine where it has that machine's name. */
export interface Limit extends AnyLimit<Vmm> {
  readonly x86?: X86Limit
  readonly arm64?: Arm64Limit
}

export const ofX86 = (limits: readonly X86Limit[]): readonly Limit[] =>
  limits.map((x86) => ({ reason: x86.reason, x86 }))
export const ofArm64 = (limits: readonly Arm64Limit[]): readonly Limit[] =>
  limits.map((arm64) => ({ reason: arm64.reason, arm64 }))

/** A target whose guests are of one machine. */
export const onlyGuest = (guest: GuestName): Limit => ({
  reason: `the guest is none of ${guest}`,
  program: ({ setup }) => setup.guest !== guest,
})

/** Limits of a target that count for guests of one machine. */
export const whereGuestIs = (guest: GuestName, limits: readonly Limit[]): readonly Limit[] =>
  limits.map((limit) => ({
    ...limit,
    ...(limit.program
      ? { program: (program: Program) => program.setup.guest === guest && limit.program!(program) }
      : {}),
    ...(limit.run
      ? { run: (run: Run, variant: Variant) => run.guest === guest && limit.run!(run, variant) }
      : {}),
  }))

const onX86 = (program: Program, variant: Variant, limits: readonly Limit[]): string | null => {
  const guest = guestProgram(program)
  const own = withModelLimits(limits.flatMap(({ x86 }) => x86 ?? []))
  const unfit = own.find((limit) => guest.machine === 'x86' && limit.program?.(guest))
  if (unfit) return unfit.reason
  const { variant: x86, met } = watched(variant.machines.x86, own)
  const run = runProgram(program, { ...variant, machines: { ...variant.machines, x86 } })
  const { machine } = run
  const found =
    met() ??
    own.find((limit) => 'run' in limit && limit.run?.(machine as never, x86)) ??
    limits.find((limit) => limit.run?.(run, variant))
  return found?.reason ?? null
}

const onArm64 = (program: Program, variant: Variant, limits: readonly Limit[]): string | null => {
  const guest = guestProgram(program)
  const own = [...limits.flatMap(({ arm64 }) => arm64 ?? []), ...ARM64_MODEL_LIMITS]
  const unfit = own.find((limit) => guest.machine === 'arm64' && limit.program?.(guest))
  if (unfit) return unfit.reason
  const run = runProgram(program, variant)
  const found =
    own.find((limit) => limit.run?.(run.machine as never, variant.machines.arm64)) ??
    limits.find((limit) => limit.run?.(run, variant))
  return found?.reason ?? null
}

/**
 * Why the run of a program under a variant cannot be compared with that of the target, or `null`.
 *
 * @throws InputError if the program cannot be laid out.
 */
export const unsupportedOn = (
  program: Program,
  variant: Variant,
  limits: readonly Limit[],
): string | null => {
  const unfit = limits.find((limit) => limit.program?.(program))
  if (unfit) return unfit.reason
  return (program.setup.guest === 'x86' ? onX86 : onArm64)(program, variant, limits)
}
