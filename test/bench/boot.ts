/**
 * How long a kernel under QEMU takes from the start of QEMU to its first answer, and how many programs it then runs. On the clock,
 * because waiting is part of it: the least of a few attempts, which other work on the machine disturbs least.
 */
import { makeProgram as arm64Program } from '../../model/arm64/index.ts'
import { makeProgram as x86Program } from '../../model/x86/index.ts'
import { type Once, runOnce } from '../../oracles/targets/once.ts'
import { arm64Platform } from '../../oracles/targets/qemu/arm64.ts'
import { kvmUnderQemu } from '../../oracles/targets/qemu/platform.ts'
import { svmPlatform } from '../../oracles/targets/qemu/svm.ts'
import { Unavailable } from '../../oracles/targets/target.ts'

const ATTEMPTS = 3
const PROGRAMS = 300

const NOPS = Array.from({ length: 6 }, () => ({ op: 'nop' as const }))
const STEP = { do: 'set-guest-debug', control: '0x3' } as const

/** The platforms, each with a program of six single steps. */
export const BOOTED = [
  { platform: svmPlatform, steps: x86Program({}, NOPS, [[STEP]]) },
  { platform: arm64Platform, steps: arm64Program({}, NOPS, [[STEP]]) },
] as const

export interface BootTimes {
  /** Kernel, as it says itself. */
  readonly kernel: string
  /** Milliseconds from the start of QEMU. */
  readonly toHello: number
  readonly toAnswer: number
  /** Programs of seven exits, one after another. */
  readonly programsPerSecond: number
}

/** A string says why it could not be measured. */
export const bootTimes = async (
  { platform, steps }: (typeof BOOTED)[number],
  release: string,
): Promise<BootTimes | string> => {
  try {
    const target = await kvmUnderQemu(platform, { release })
    const attempts: Once[] = []
    for (let i = 0; i < ATTEMPTS; i++)
      attempts.push(
        await runOnce(
          target,
          Array.from({ length: PROGRAMS }, () => steps),
        ),
      )
    const least = (of: (attempt: Once) => number): number => Math.min(...attempts.map(of))
    return {
      kernel: / kernel=(\S+)/.exec(attempts[0]!.hello)![1]!,
      toHello: least(({ toHello }) => toHello),
      toAnswer: least(({ toAnswer }) => toAnswer!),
      programsPerSecond:
        (1000 * (PROGRAMS - 1)) / least(({ toAnswer, toLastAnswer }) => toLastAnswer! - toAnswer!),
    }
  } catch (error) {
    if (error instanceof Unavailable) return `${error.message}; ${error.remedy}`
    throw error
  }
}
