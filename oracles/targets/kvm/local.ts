/**
 * The target `kvm`: the runner on this computer's own /dev/kvm.
 */
import { closeSync, openSync } from 'node:fs'
import { type Target, Unavailable } from '../target.ts'
import { buildRunner, nativeCompiler } from './build.ts'

const checkDevice = (): void => {
  try {
    closeSync(openSync('/dev/kvm', 'r+'))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EPERM')
      throw new Unavailable(
        '/dev/kvm may not be opened by you',
        'sudo usermod -aG kvm "$USER", and log in again',
      )
    throw new Unavailable(
      `/dev/kvm cannot be opened (${code ?? error})`,
      'modprobe kvm_intel or kvm_amd on a computer with virtualisation enabled; kvm-svm needs no hardware',
    )
  }
}

/**
 * The target `kvm`.
 *
 * @throws Unavailable without /dev/kvm or a compiler.
 */
export const localKvm = async (): Promise<Target> => {
  checkDevice()
  return {
    name: 'kvm',
    argv: [await buildRunner(nativeCompiler({ isStatic: false }))],
    startsWithin: 10_000,
    inFlight: 16,
  }
}
