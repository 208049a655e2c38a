/**
 * `gdo diff`: random programs on a real implementation, compared with the model.
 */
import { CampaignStore } from '../differential/store.ts'
import { openTarget, TARGET_NAMES } from '../targets/open.ts'
import { ANSWERS_WITHIN } from '../targets/process.ts'
import { Session } from '../targets/session.ts'
import { numberOption, ticker } from './check.ts'
import type { Command } from './command.ts'
import { campaign } from './diff-campaign.ts'
import {
  checkCombination,
  DEFAULT_RUNS,
  PROGRAM_CLASSES,
  requestOf,
  resumedRequest,
  targetOptions,
} from './diff-request.ts'
import { exitCode, resultJson, resultText } from './diff-result.ts'
import { flavourOption } from './flavour.ts'
import { Interruption } from './interruption.ts'
import { write, writeJson } from './output.ts'
import { openRegistry } from './registry.ts'

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
