import { expect, test } from 'vitest'
import { variants as arm64Variants } from '../../model/arm64/variants/index.ts'
import { variants } from '../../model/x86/variants/index.ts'
import { arm64Protocol } from '../../oracles/targets/arm64/protocol.ts'
import type { Observation } from '../../oracles/targets/kvm/observation.ts'
import type { HostWords } from '../../oracles/targets/process.ts'
import { describeTarget } from '../../oracles/targets/x86/describe.ts'

const EMULATES: Observation = { events: [], log: '', ending: 'internal-error' }
const EXECUTES: Observation = { events: [], log: '', ending: 'end' }
const SVM = { module: 'kvm_amd', kernel: '6.1.0-56-cloud-amd64', 'cpu-name': 'QEMU-TCG-CPU-version-2.5+' }
const VMX = { module: 'kvm_intel', kernel: '6.1.0-56-cloud-amd64', emulator: 'Bochs' }

test.for<[string, HostWords, Observation | null, string, boolean]>([
  ['what the model serves', { module: 'none', model: 'x86/patch-2013' }, null, 'x86/patch-2013', true],
  ['a kernel that emulates', { module: 'kvm_pvm', kernel: '6.18.1' }, EMULATES, 'x86/linux-6.18-pvm', true],
  ['a later one', { module: 'kvm_pvm', kernel: '6.19.0' }, EMULATES, 'x86/linux-6.18-pvm', false],
  ['kvm-amd under QEMU', SVM, null, 'x86/linux-6.1-svm', true],
  ['a later one there', { ...SVM, kernel: '6.12.5' }, null, 'x86/linux-6.1-svm', false],
  ['the newest', { ...SVM, kernel: '7.2.12+deb13' }, null, 'x86/linux-7.2-svm', true],
  ['kvm-amd on an AMD CPU', { ...SVM, 'cpu-name': 'AMD-EPYC' }, null, 'x86/linux-6.1-svm', false],
  ['kvm-intel under Bochs', VMX, null, 'x86/linux-6.1-vmx', true],
  ['the newest there', { ...VMX, kernel: '7.2.12+deb13' }, null, 'x86/linux-7.2-vmx', true],
  ['kvm-intel on an Intel CPU', { ...VMX, emulator: '' }, null, 'x86/linux-6.1-vmx', false],
  ['a kernel that nobody has described', { module: 'none' }, EXECUTES, 'x86/ideal', false],
  ['a target that says nothing', {}, null, 'x86/ideal', false],
])('%s', async ([, words, probed, id, isExact]) => {
  const { variant, exact } = await describeTarget(words, async () => probed, variants)
  expect([variant.id, exact]).toEqual([id, isExact])
})

test('without EPT and unrestricted guest there is less to compare', async () => {
  const limitsOf = async (words: HostWords): Promise<readonly string[]> => {
    const { limits } = await describeTarget(
      { ...VMX, 'forced-emulation': '1', ...words },
      async () => null,
      variants,
    )
    return limits.map(({ reason }) => reason)
  }
  const all = await limitsOf({ ept: '1', 'unrestricted-guest': '1' })
  const more = async (words: HostWords): Promise<readonly string[]> =>
    (await limitsOf(words)).filter((reason) => !all.includes(reason))
  expect(await more({ ept: '1', 'unrestricted-guest': '0' })).toEqual([
    expect.stringContaining('virtual-8086'),
  ])
  expect(await more({ ept: '0', 'unrestricted-guest': '0' })).toEqual([
    expect.stringContaining('code breakpoint behind an event'),
    expect.stringContaining('virtual-8086'),
    expect.stringContaining('#PF'),
  ])
})

const QEMU = { arch: 'arm64', module: 'none', cpu: '0x41', emulator: 'QEMU-TCG' }

test.for<[string, HostWords, string, boolean]>([
  ['what the model serves', { arch: 'arm64', model: 'arm64/v1-patch' }, 'arm64/v1-patch', true],
  ['Linux 6.1 under QEMU', { ...QEMU, kernel: '6.1.0-56-cloud-arm64' }, 'arm64/linux-6.1', true],
  ['Linux 6.12 there', { ...QEMU, kernel: '6.12.117+deb12' }, 'arm64/linux-6.12', true],
  ['the newest', { ...QEMU, kernel: '7.2.12+deb13' }, 'arm64/linux-7.2', true],
  ['one in between', { ...QEMU, kernel: '6.15.1' }, 'arm64/linux-6.14', false],
  ['an old one', { ...QEMU, kernel: '5.10.0' }, 'arm64/linux-5.0', false],
  ['Linux 6.1 on silicon', { arch: 'arm64', cpu: '0x41', kernel: '6.1.0' }, 'arm64/linux-6.1', false],
  ['a target that says nothing', { arch: 'arm64' }, 'arm64/ideal', false],
])('arm64: %s', async ([, words, id, isExact]) => {
  const { describe } = arm64Protocol
  const { variant, exact } = await describe(words, async () => null, arm64Variants)
  expect([variant.id, exact]).toEqual([id, isExact])
})
