/**
 * `gdo doctor`: which targets can run here, which variant describes each, and what the others need.
 */
import type { MachineTypes } from '../../properties/machine.ts'
import type { Json } from '../codec.ts'
import type { TargetMachine } from '../machines/machine.ts'
import { emulatorVersion } from '../targets/hyp-armv7/image.ts'
import { hypTarget } from '../targets/hyp-armv7/target.ts'
import { localKvm } from '../targets/kvm/local.ts'
import { machineOfTarget, targetMachineNamed } from '../targets/machine.ts'
import { runOnce } from '../targets/once.ts'
import { TARGETS } from '../targets/open.ts'
import { type HostWords, wordsOf } from '../targets/process.ts'
import type { ProtocolOf } from '../targets/protocol.ts'
import { emulatorOf, kernelOf, kvmInEmulator, type Platform, titleOf } from '../targets/qemu/platform.ts'
import { platforms } from '../targets/qemu/platforms.ts'
import { DEFAULT_FLAVOUR, FLAVOUR_NAMES, FLAVOURS, type FlavourName } from '../targets/qemu-gdb/flavours.ts'
import { QEMU_GDB, qemuGdb } from '../targets/qemu-gdb/target.ts'
import { type Target, Unavailable } from '../targets/target.ts'
import { selfTestOf } from '../targets/vmm/protocol.ts'
import type { Command } from './command.ts'
import { table, write, writeJson } from './output.ts'

/** What is known of one target. */
type Diagnosis = { readonly target: string } & (
  | {
      readonly runs: true
      /** What runs there. */
      readonly about: string
      /** The variant that describes it, and whether it was measured there or is only the nearest; `null` if any may. */
      readonly variant: string | null
      readonly exact: boolean | null
      /** Milliseconds to its hello and to its first answer; `null` if it was not started. */
      readonly toHello: number | null
      readonly toAnswer: number | null
    }
  | { readonly runs: false; readonly missing: string; readonly remedy: string }
)

const aboutOf = (words: HostWords): string =>
  [
    words.qemu && `QEMU ${words.qemu}`,
    words.kernel && `Linux ${words.kernel}`,
    ...[words.module, words.emulator, words['cpu-name'], words.design, words.model],
  ]
    .filter((word) => word && word !== 'none')
    .join(', ')

/** Starts a target, runs the self-test on it, and finds out what describes it. */
const start = async (
  name: string,
  target: Target,
  { protocol, variants }: TargetMachine,
  selfTest: ProtocolOf['selfTest'] = protocol.selfTest,
): Promise<Diagnosis> => {
  const { describe } = protocol
  const { hello, toHello, toAnswer, observations } = await runOnce(target, [selfTest.program])
  if (!selfTest.passes(observations[0]!))
    throw new Unavailable(
      `a breakpoint of the host does not hit, and nothing else can be trusted (${hello})`,
      'report what runs here',
    )
  const words = wordsOf(hello)
  const probe = async (program: MachineTypes['Program']) =>
    (await runOnce(target, [program])).observations[0]!
  const { variant, exact } = await describe(words, probe, variants)
  const times = { toHello: Math.round(toHello), toAnswer: Math.round(toAnswer!) }
  return { target: name, runs: true, about: aboutOf(words), variant: variant.id, exact, ...times }
}

const diagnose = async (target: string, look: () => Promise<Diagnosis>): Promise<Diagnosis> => {
  try {
    return await look()
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    return { target, runs: false, missing: error.message, remedy: error.remedy }
  }
}

/** That of this computer's own KVM. */
const localMachine = (): TargetMachine => targetMachineNamed(process.arch === 'arm64' ? 'arm64' : 'x86')

const diagnosePlatform = (platform: Platform, release: string, boot: boolean): Promise<Diagnosis> => {
  const name = titleOf(platform, release)
  return diagnose(name, async () => {
    const target = await kvmInEmulator(platform, { release })
    const machine = machineOfTarget(platform.words(''))!
    if (boot) return start(name, target, machine)
    const emulator = await emulatorOf(platform, release)
    const { title, release: kernel } = await kernelOf(platform, { release })
    // What its hello will say.
    const words = platform.words(kernel ?? '')
    const { variant, exact } = await machine.protocol.describe(words, async () => null, machine.variants)
    return {
      target: name,
      runs: true,
      about: `${title}, ${emulator.title}`,
      variant: variant.id,
      exact,
      toHello: null,
      toAnswer: null,
    }
  })
}

/** A Cortex-A15 in Hyp mode: under the hypervisor of the ideal machine, where it is started. */
const diagnoseHyp = (boot: boolean): Promise<Diagnosis> =>
  diagnose('hyp-armv7', async () => {
    const target = await hypTarget('ideal')
    if (boot) return start('hyp-armv7', target, targetMachineNamed('armv7'))
    const about = `QEMU ${await emulatorVersion()}, cortex-a15`
    return {
      target: 'hyp-armv7',
      runs: true,
      about,
      variant: 'armv7/ideal',
      exact: true,
      toHello: null,
      toAnswer: null,
    }
  })

/** QEMU itself is started at once. */
const diagnoseStub = (flavour: FlavourName): Promise<Diagnosis> => {
  const name = flavour === DEFAULT_FLAVOUR ? QEMU_GDB : `${QEMU_GDB} --flavour ${flavour}`
  return diagnose(name, async () => {
    const selfTest = selfTestOf(FLAVOURS[flavour].guest) as ProtocolOf['selfTest']
    return start(name, await qemuGdb(flavour), targetMachineNamed('vmm'), selfTest)
  })
}

/** Targets that need nothing: they say no more than that the rest of the machinery works. */
const UNREAL: readonly Diagnosis[] = TARGETS.filter(({ id }) => /^(exec|model):/.test(id)).map(
  ({ id, summary }) => ({
    target: id,
    runs: true,
    about: summary,
    variant: null,
    exact: null,
    toHello: null,
    toAnswer: null,
  }),
)

const durationText = (milliseconds: number): string =>
  milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`

const rows = (diagnosis: Diagnosis): string[][] => {
  const { target } = diagnosis
  if (!diagnosis.runs)
    return [
      [target, 'no', diagnosis.missing],
      ['', '', diagnosis.remedy],
    ]
  const { about, variant, exact, toAnswer } = diagnosis
  if (variant === null) return [[target, 'yes', about]]
  return [
    [target, 'yes', about],
    ['', '', exact ? `${variant} describes it` : `not described; ${variant} is the nearest variant`],
    [
      '',
      '',
      toAnswer === null
        ? 'not started; --boot does'
        : `a host breakpoint hit after ${durationText(toAnswer)}`,
    ],
  ]
}

export const doctorCommand: Command = {
  positionals: [],
  options: {
    boot: {
      type: 'boolean',
      meaning:
        'boots the kernels of kvm-svm, kvm-vmx and kvm-arm64 too, and hyp-armv7: some seconds for each',
    },
  },
  details: `A target that is started must say hello, and a host breakpoint must hit there. Which variant describes a kernel
that is not started is told by its release.
Exit code 0 if a real target can run here (kvm, kvm-svm, kvm-vmx, kvm-arm64, qemu-gdb or hyp-armv7), 3 if none can.`,
  run: async (invocation) => {
    const real = [await diagnose('kvm', async () => start('kvm', await localKvm(), localMachine()))]
    for (const platform of platforms)
      for (const release of Object.keys(platform.kernels.releases))
        real.push(await diagnosePlatform(platform, release, invocation.flag('boot')))
    for (const flavour of FLAVOUR_NAMES) real.push(await diagnoseStub(flavour))
    real.push(await diagnoseHyp(invocation.flag('boot')))
    const all = [...real, ...UNREAL]
    if (invocation.flag('json')) await writeJson({ targets: all as unknown as Json })
    else await write(table([['target', 'runs', ''], ...all.flatMap(rows)]))
    return real.some(({ runs }) => runs) ? 0 : 3
  },
}
