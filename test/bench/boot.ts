/**
 * How long `kvm-svm` takes from the start of QEMU to its first answer, and how many programs it then runs. On the clock,
 * because waiting is part of it: the least of a few attempts, which other work on the machine disturbs least.
 */
import type { Program } from '../../model/x86/index.ts'
import { type Once, runOnce } from '../../oracles/targets/once.ts'
import { kvmSvm } from '../../oracles/targets/qemu/svm.ts'
import { Unavailable } from '../../oracles/targets/target.ts'

const ATTEMPTS = 3
const PROGRAMS = 300

/** Six single steps. */
const STEPS: Program = {
  format: 'guest-debug-oracle/program',
  version: 1,
  machine: 'x86',
  setup: {},
  code: Array.from({ length: 6 }, () => ({ op: 'nop' as const })),
  script: [[{ do: 'set-guest-debug', control: '0x3' }]],
}

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
export const bootTimes = async (release: string): Promise<BootTimes | string> => {
  try {
    const target = await kvmSvm({ release })
    const attempts: Once[] = []
    for (let i = 0; i < ATTEMPTS; i++)
      attempts.push(
        await runOnce(
          target,
          Array.from({ length: PROGRAMS }, () => STEPS),
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
