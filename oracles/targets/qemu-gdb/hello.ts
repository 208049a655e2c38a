/**
 * What the target says of itself: the words of its hello (`../kvm/README.md`).
 */
import { readdirSync } from 'node:fs'
import { release } from 'node:os'
import type { GuestName } from '../../../model/vmm/index.ts'
import { FLAVOURS, type FlavourName } from './flavours.ts'

/** KVM's vendor module, as `../kvm/hello.c` finds it but for kernels with several of them built in. */
const kvmModule = (): string => {
  try {
    return readdirSync('/sys/module').find((name) => name.startsWith('kvm_')) ?? 'none'
  } catch {
    return 'none'
  }
}

/** The words behind its hello. */
export const helloWords = (flavour: FlavourName, guest: GuestName, version: string): string =>
  [
    'arch=vmm',
    `guest=${guest}`,
    `flavour=${flavour}`,
    `qemu=${version}`,
    ...(FLAVOURS[flavour].usesKvm ? [`kernel=${release()}`, `module=${kvmModule()}`] : []),
  ].join(' ')
