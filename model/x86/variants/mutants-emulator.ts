/**
 * Small wrong forms of the check in KVM's emulator. What the ideal machine allows as a choice convicts nobody: such a
 * mutant is told from its base by comparison only.
 */
import { threads } from '../../citations.ts'
import { linux618Pvm } from './kernels.ts'
import { mutant, type Variant } from './variant.ts'

const resumeFlagOnHostBreakpoint = mutant({
  id: 'x86/emulator-resume-flag-suppresses-host-breakpoint',
  summary: 'the check in the emulator, but RF suppresses the host’s code breakpoints too',
  base: linux618Pvm,
  cites: [threads.reviewOfTheCheck],
  rules: {
    codeBreakpointInhibited: (input, context) =>
      linux618Pvm.rules.codeBreakpointInhibited({ ...input, owner: 'guest' }, context),
  },
})

/** Mutants of the check in the emulator. */
export const mutantsOfEmulator: readonly Variant[] = [resumeFlagOnHostBreakpoint]
