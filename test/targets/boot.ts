/**
 * Kernels that a test boots, if this computer can.
 */
import type { TestContext } from 'vitest'
import { type Once, runOnce } from '../../oracles/targets/once.ts'
import type { PlatformOptions } from '../../oracles/targets/qemu/platform.ts'
import { type Target, Unavailable } from '../../oracles/targets/target.ts'
import type { MachineTypes } from '../../properties/machine.ts'

/** Milliseconds; a computer that is busy boots slowly. */
export const BOOTS_WITHIN = 120_000

/** A target that is opened; it skips the test if there is nothing to boot it with. */
export const openOrSkip = (ctx: TestContext, opened: Promise<Target>): Promise<Target> =>
  opened.catch((error: unknown) => {
    // A compiler that refuses the runner is no reason to skip.
    if (error instanceof Unavailable && !error.message.includes('cannot be built'))
      ctx.skip(`${error.message}; ${error.remedy}`)
    throw error
  })

/** Makes what boots the kernel of a target and runs the programs. */
export const bootOf =
  (open: (options: PlatformOptions) => Promise<Target>) =>
  async (
    ctx: TestContext,
    options: PlatformOptions,
    programs: readonly MachineTypes['Program'][],
  ): Promise<Once> =>
    runOnce(await openOrSkip(ctx, open(options)), programs)
