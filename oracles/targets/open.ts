/**
 * Targets by their names on the command line.
 *
 * | code     | what is wrong with it                                |
 * |----------|------------------------------------------------------|
 * | GDO-1601 | no target has this name, or `exec:` has no command   |
 * | GDO-1602 | an option of targets in emulators for another one    |
 * | GDO-1605 | no such release of Debian’s kernel                   |
 * | GDO-1606 | a parameter of the kernel that is none               |
 * | GDO-1607 | no such flavour of qemu-gdb, or one for another one  |
 */
import { InputError } from '../../model/program.ts'
import { find, openRegistry } from '../cli/registry.ts'
import { machineIn } from '../ids.ts'
import { packageFile } from '../package.ts'
import { DESIGNS } from './hyp-armv7/image.ts'
import { hypTarget } from './hyp-armv7/target.ts'
import { localKvm } from './kvm/local.ts'
import { targetMachineNamed } from './machine.ts'
import { kvmInEmulator, type Platform } from './qemu/platform.ts'
import { platformNamed } from './qemu/platforms.ts'
import { DEFAULT_FLAVOUR, FLAVOUR_NAMES, type FlavourName, isFlavour } from './qemu-gdb/flavours.ts'
import { QEMU_GDB, qemuGdb } from './qemu-gdb/target.ts'
import type { Target } from './target.ts'

/** What the command line says beside a target's name. */
export interface TargetOptions {
  /** Modules of `--load`: `model:` may serve their variants. */
  readonly modules?: readonly string[]
  /** For `kvm-svm`, `kvm-vmx` and `kvm-arm64`: the kernel to boot, and the modules that belong to it. */
  readonly kernel?: string
  readonly kernelModules?: string
  /** For the same: which of Debian's kernels, where none is given. */
  readonly release?: string
  /** For the same: parameters of the kernel and its modules, as `NAME=VALUE`. */
  readonly parameters?: readonly string[]
  /** For `qemu-gdb`: which QEMU runs the guest. */
  readonly flavour?: string
}

/** What there is. */
export const TARGETS: readonly { readonly id: string; readonly summary: string }[] = [
  { id: 'kvm', summary: 'this computer’s /dev/kvm' },
  { id: 'kvm-svm', summary: 'kvm-amd of Debian’s kernels, or of --kernel FILE, under QEMU' },
  { id: 'kvm-vmx', summary: 'kvm-intel of Debian’s kernels, or of --kernel FILE, under Bochs' },
  { id: 'kvm-arm64', summary: 'KVM/arm64 of Debian’s kernels, or of --kernel FILE, under QEMU' },
  { id: 'qemu-gdb', summary: 'QEMU’s gdbstub: what a debugger and its guest see of each other' },
  { id: 'hyp-armv7', summary: 'a Cortex-A15 in Hyp mode under QEMU: decisions of armv7' },
  { id: 'hyp-armv7:DESIGN', summary: `the same under a small hypervisor: ${DESIGNS.join(', ')}` },
  { id: 'exec:COMMAND', summary: 'a process that speaks the line protocol' },
  { id: 'model:VARIANT', summary: 'the model in a kernel’s place' },
]

/** How targets are named. */
export const TARGET_NAMES =
  'kvm, kvm-svm, kvm-vmx, kvm-arm64, qemu-gdb, hyp-armv7, hyp-armv7:DESIGN, exec:COMMAND or model:VARIANT'

const EMULATOR_OPTIONS = ['kernel', 'kernelModules', 'release', 'parameters'] as const

const execTarget = (name: string, command: string): Target => {
  if (command.trim() === '') throw new InputError('GDO-1601', 'exec: expected a command, as in exec:./runner')
  return { name, argv: ['/bin/sh', '-c', command], startsWithin: 60_000, inFlight: 16 }
}

const modelTarget = async (variant: string, modules: readonly string[]): Promise<Target> => {
  const { id } = find('variant', (await openRegistry(modules)).variants, variant)
  const { name, protocol } = targetMachineNamed(machineIn(id))
  if (!protocol.serve)
    throw new InputError(
      'GDO-1601',
      `model: no variant of ${name} is a target; gdo compare compares two of them`,
    )
  const server = packageFile('dist', 'oracles', 'targets', 'model', 'serve.js')
  return {
    name: `model:${id}`,
    argv: [process.execPath, server, id, ...modules],
    startsWithin: 20_000,
    inFlight: 32,
  }
}

/** A release of a platform, as the command line names it. @throws InputError if there is none of that name. */
export const releaseOf = ({ target, kernels }: Platform, release: string): string => {
  const known = Object.keys(kernels.releases)
  if (known.includes(release)) return release
  const expected = `expected ${known.join(' or ')}, not ${JSON.stringify(release)}`
  throw new InputError('GDO-1605', `--release of ${target}: ${expected}`)
}

/** One of the kernel's, `nokaslr`, or one of a module's, `kvm_intel.ept=0`. */
const PARAMETER = /^([\w.-]+)(?:=([!-~]*))?$/

const parametersOf = (texts: readonly string[]): { readonly [name: string]: string } =>
  Object.fromEntries(
    texts.map((text) => {
      const found = PARAMETER.exec(text)
      if (!found)
        throw new InputError('GDO-1606', `--parameter: expected NAME=VALUE, not ${JSON.stringify(text)}`)
      return [found[1]!, found[2] ?? '']
    }),
  )

/** A flavour of `qemu-gdb`, as the command line names it. @throws InputError if there is none of that name. */
const flavourOf = (text: string): FlavourName => {
  if (isFlavour(text)) return text
  const expected = FLAVOUR_NAMES.join(' or ')
  throw new InputError('GDO-1607', `--flavour: expected ${expected}, not ${JSON.stringify(text)}`)
}

const emulatorTarget = (platform: Platform, options: TargetOptions): Promise<Target> => {
  const { kernel, kernelModules, release = 'stable', parameters = [] } = options
  return kvmInEmulator(platform, {
    release: releaseOf(platform, release),
    parameters: parametersOf(parameters),
    ...(kernel === undefined ? {} : { kernel }),
    ...(kernelModules === undefined ? {} : { modules: kernelModules }),
  })
}

/**
 * The target with a name.
 *
 * @throws InputError for a name that is none.
 * @throws Unavailable if it cannot run here.
 */
export const openTarget = async (name: string, options: TargetOptions = {}): Promise<Target> => {
  const platform = platformNamed(name)
  if (platform) return emulatorTarget(platform, options)
  if (EMULATOR_OPTIONS.some((option) => options[option] !== undefined))
    throw new InputError(
      'GDO-1602',
      `--kernel, --modules, --release and --parameter are for kvm-svm, kvm-vmx and kvm-arm64, not ${name}`,
    )
  const { flavour } = options
  if (name === QEMU_GDB) return qemuGdb(flavourOf(flavour ?? DEFAULT_FLAVOUR))
  if (flavour !== undefined) throw new InputError('GDO-1607', `--flavour is for ${QEMU_GDB}, not ${name}`)
  if (name === 'hyp-armv7')
    throw new InputError(
      'GDO-1601',
      `hyp-armv7 answers decisions; programs run on hyp-armv7:DESIGN, of ${DESIGNS.join(', ')}`,
    )
  if (name.startsWith('hyp-armv7:')) return hypTarget(name.slice(10))
  if (name === 'kvm') return localKvm()
  if (name.startsWith('exec:')) return execTarget(name, name.slice(5))
  if (name.startsWith('model:')) return modelTarget(name.slice(6), options.modules ?? [])
  throw new InputError('GDO-1601', `unknown target ${JSON.stringify(name)}; expected ${TARGET_NAMES}`)
}
