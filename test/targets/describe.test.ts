import { expect, test } from 'vitest'
import { variants } from '../../model/x86/variants/index.ts'
import type { Observation } from '../../oracles/targets/kvm/observation.ts'
import type { HostWords } from '../../oracles/targets/process.ts'
import { describeTarget } from '../../oracles/targets/x86/describe.ts'

const EMULATES: Observation = { events: [], log: '', ending: 'internal-error' }
const EXECUTES: Observation = { events: [], log: '', ending: 'end' }
const SVM = { module: 'kvm_amd', kernel: '6.1.0-56-cloud-amd64', 'cpu-name': 'QEMU-TCG-CPU-version-2.5+' }

test.for<[string, HostWords, Observation | null, string, boolean]>([
  ['what the model serves', { module: 'none', model: 'x86/patch-2013' }, null, 'x86/patch-2013', true],
  ['a kernel that emulates', { module: 'kvm_pvm', kernel: '6.18.1' }, EMULATES, 'x86/linux-6.18-pvm', true],
  ['a later one', { module: 'kvm_pvm', kernel: '6.19.0' }, EMULATES, 'x86/linux-6.18-pvm', false],
  ['kvm-amd under QEMU', SVM, null, 'x86/linux-6.1-svm', true],
  ['a later one there', { ...SVM, kernel: '6.12.5' }, null, 'x86/linux-6.1-svm', false],
  ['the newest', { ...SVM, kernel: '7.2.12+deb13' }, null, 'x86/linux-7.2-svm', true],
  ['kvm-amd on an AMD CPU', { ...SVM, 'cpu-name': 'AMD-EPYC' }, null, 'x86/linux-6.1-svm', false],
  ['a kernel that nobody has described', { module: 'kvm_intel' }, EXECUTES, 'x86/ideal', false],
  ['a target that says nothing', {}, null, 'x86/ideal', false],
])('%s', async ([, words, probed, id, isExact]) => {
  const { variant, exact } = await describeTarget(words, async () => probed, variants)
  expect([variant.id, exact]).toEqual([id, isExact])
})
