/**
 * Targets by their names on the command line.
 *
 * | code     | what is wrong with it                                |
 * |----------|------------------------------------------------------|
 * | GDO-1601 | no target has this name, or `exec:` has no command   |
 * | GDO-1602 | an option of kvm-svm for another target              |
 * | GDO-1605 | no such release of Debian’s kernel                   |
 */
import { InputError } from '../../model/program.ts'
import { findVariant, openRegistry } from '../cli/registry.ts'
import { x86 } from '../machines/x86.ts'
import { packageFile } from '../package.ts'
import { localKvm } from './kvm/local.ts'
import type { Release } from './qemu/kernels.ts'
import { kvmSvm } from './qemu/svm.ts'
import type { Target } from './target.ts'

/** What the command line says beside a target's name. */
export interface TargetOptions {
  /** Modules of `--load`: `model:` may serve their variants. */
  readonly modules?: readonly string[]
  /** For `kvm-svm`: the kernel to boot, and the modules that belong to it. */
  readonly kernel?: string
  readonly kernelModules?: string
  /** For `kvm-svm`: which of Debian's kernels, where none is given. */
  readonly release?: string
}

/** What there is. */
export const TARGETS: readonly { readonly id: string; readonly summary: string }[] = [
  { id: 'kvm', summary: 'this computer’s /dev/kvm' },
  { id: 'kvm-svm', summary: 'kvm-amd of Debian’s kernels, or of --kernel FILE, under QEMU' },
  { id: 'hyp-armv7', summary: 'a Cortex-A15 in Hyp mode under QEMU, for decisions of armv7' },
  { id: 'exec:COMMAND', summary: 'a process that speaks the line protocol' },
  { id: 'model:VARIANT', summary: 'the model in a kernel’s place' },
]

/** How targets are named. */
export const TARGET_NAMES = 'kvm, kvm-svm, hyp-armv7, exec:COMMAND or model:VARIANT'

const QEMU_OPTIONS = ['kernel', 'kernelModules', 'release'] as const

const execTarget = (name: string, command: string): Target => {
  if (command.trim() === '') throw new InputError('GDO-1601', 'exec: expected a command, as in exec:./runner')
  return { name, argv: ['/bin/sh', '-c', command], startsWithin: 60_000, inFlight: 16 }
}

const modelTarget = async (variant: string, modules: readonly string[]): Promise<Target> => {
  const { id } = findVariant(await openRegistry(modules), variant, x86.name)
  const server = packageFile('dist', 'oracles', 'targets', 'model', 'serve.js')
  return {
    name: `model:${id}`,
    argv: [process.execPath, server, id, ...modules],
    startsWithin: 20_000,
    inFlight: 32,
  }
}

const RELEASES: readonly Release[] = ['stable', 'newest']

const svmTarget = ({ kernel, kernelModules, release = 'stable' }: TargetOptions): Promise<Target> => {
  const known = RELEASES.find((name) => name === release)
  if (!known)
    throw new InputError(
      'GDO-1605',
      `--release: expected ${RELEASES.join(' or ')}, not ${JSON.stringify(release)}`,
    )
  return kvmSvm({
    release: known,
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
  if (name !== 'kvm-svm' && QEMU_OPTIONS.some((option) => options[option] !== undefined))
    throw new InputError('GDO-1602', `--kernel, --modules and --release are for kvm-svm, not ${name}`)
  if (name === 'hyp-armv7')
    throw new InputError(
      'GDO-1601',
      'hyp-armv7 runs no programs: gdo diff --target hyp-armv7 asks it decisions',
    )
  if (name === 'kvm') return localKvm()
  if (name === 'kvm-svm') return svmTarget(options)
  if (name.startsWith('exec:')) return execTarget(name, name.slice(5))
  if (name.startsWith('model:')) return modelTarget(name.slice(6), options.modules ?? [])
  throw new InputError('GDO-1601', `unknown target ${JSON.stringify(name)}; expected ${TARGET_NAMES}`)
}
