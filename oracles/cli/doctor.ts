/**
 * `gdo doctor`: which targets can run here, and what the others need.
 */
import type { Program } from '../../model/x86/index.ts'
import type { Json } from '../codec.ts'
import { localKvm } from '../targets/kvm/local.ts'
import { runOnce } from '../targets/once.ts'
import { RELEASES, type Release } from '../targets/qemu/kernels.ts'
import { kvmSvm, svmEmulator, svmKernel } from '../targets/qemu/svm.ts'
import { type Target, Unavailable } from '../targets/target.ts'
import type { Command } from './command.ts'
import { table, write, writeJson } from './output.ts'

/** What is known of one target. */
type Diagnosis = { readonly target: string } & (
  | {
      readonly runs: true
      /** What runs there. */
      readonly about: string
      /** Milliseconds to its hello and to its first answer; `null` if it was not started. */
      readonly toHello: number | null
      readonly toAnswer: number | null
    }
  | { readonly runs: false; readonly missing: string; readonly remedy: string }
)

/** A host breakpoint at the third instruction: where debugging works at all, it hits. */
const SELF_TEST: Program = {
  format: 'guest-debug-oracle/program',
  version: 1,
  machine: 'x86',
  setup: {},
  code: [{ op: 'nop' }, { op: 'nop' }, { op: 'nop' }],
  script: [[{ do: 'set-guest-debug', control: '0x20001', dr7: '0x402', db: [{ instruction: 2 }] }]],
}

/** Starts a target and runs the self-test on it. */
const start = async (name: string, target: Target): Promise<Diagnosis> => {
  const { hello, toHello, toAnswer, observations } = await runOnce(target, [SELF_TEST])
  const hits = observations[0]!.events.some(({ what, fields }) => what === 'debug' && fields.pc === '1002')
  if (!hits)
    throw new Unavailable(
      `a breakpoint of the host does not hit, and nothing else can be trusted (${hello})`,
      'report what runs here',
    )
  return { target: name, runs: true, about: hello.split(' ').slice(3).join(' '), toHello, toAnswer }
}

const diagnose = async (target: string, look: () => Promise<Diagnosis>): Promise<Diagnosis> => {
  try {
    return await look()
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    return { target, runs: false, missing: error.message, remedy: error.remedy }
  }
}

const diagnoseSvm = (release: Release, boot: boolean): Promise<Diagnosis> => {
  const name = release === 'stable' ? 'kvm-svm' : `kvm-svm --release ${release}`
  return diagnose(name, async () => {
    const target = await kvmSvm({ release })
    if (boot) return start(name, target)
    const [{ version }, { title }] = [await svmEmulator(release), await svmKernel({ release })]
    return { target: name, runs: true, about: `${title}, QEMU ${version}`, toHello: null, toAnswer: null }
  })
}

/** Targets that need nothing: they say no more than that the rest of the machinery works. */
const UNREAL: readonly Diagnosis[] = [
  { target: 'exec:COMMAND', runs: true, about: 'any program that speaks the line protocol' },
  { target: 'model:VARIANT', runs: true, about: 'the model in place of a kernel' },
].map((each) => ({ ...each, runs: true, toHello: null, toAnswer: null }))

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`

const rows = (diagnosis: Diagnosis): string[][] => {
  const { target } = diagnosis
  if (!diagnosis.runs)
    return [
      [target, 'no', diagnosis.missing],
      ['', '', diagnosis.remedy],
    ]
  const { about, toHello, toAnswer } = diagnosis
  if (toHello === null || toAnswer === null) return [[target, 'yes', about]]
  const times = `started in ${seconds(toHello)}, first program answered after ${seconds(toAnswer)}`
  return [
    [target, 'yes', about],
    ['', '', times],
  ]
}

export const doctorCommand: Command = {
  positionals: [],
  options: {
    boot: { type: 'boolean', meaning: 'boots the kernels of kvm-svm too: some seconds for each' },
  },
  details: `A target that is started must say hello, and a host breakpoint must hit there.
Exit code 0 if a real target can run here (kvm or kvm-svm), 3 if none can.`,
  run: async (invocation) => {
    const real = [await diagnose('kvm', async () => start('kvm', await localKvm()))]
    for (const release of Object.keys(RELEASES) as Release[])
      real.push(await diagnoseSvm(release, invocation.flag('boot')))
    const all = [...real, ...UNREAL]
    if (invocation.flag('json')) await writeJson({ targets: all as unknown as Json })
    else await write(table([['target', 'runs here', ''], ...all.flatMap(rows)]))
    return real.some(({ runs }) => runs) ? 0 : 3
  },
}
