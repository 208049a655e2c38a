/**
 * Debian's arm64 kernels under QEMU for tests.
 */
import type { TestContext } from 'vitest'
import type { Program } from '../../model/arm64/index.ts'
import { type Once, runOnce } from '../../oracles/targets/once.ts'
import { kvmArm64 } from '../../oracles/targets/qemu/arm64.ts'
import type { PlatformOptions } from '../../oracles/targets/qemu/platform.ts'
import { Unavailable } from '../../oracles/targets/target.ts'

/** Milliseconds; a computer that is busy boots slowly. */
export const BOOTS_WITHIN = 120_000

/** Boots the kernel and runs the programs; skips the test if there is nothing to boot it with. */
export const boot = async (
  ctx: TestContext,
  options: PlatformOptions,
  programs: readonly Program[],
): Promise<Once> => {
  const target = await kvmArm64(options).catch((error: unknown) => {
    // A compiler that refuses the runner is no reason to skip.
    if (error instanceof Unavailable && !error.message.includes('cannot be built'))
      ctx.skip(`${error.message}; ${error.remedy}`)
    throw error
  })
  return runOnce(target, programs)
}
