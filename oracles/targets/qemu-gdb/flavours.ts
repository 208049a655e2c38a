/**
 * The flavours of the target: which QEMU, which machine, and what runs the guest.
 */
import type { GuestName } from '../../../model/vmm/index.ts'
import type { QemuPackage } from '../qemu/emulator.ts'
import { arm64Guest } from './arm64.ts'
import type { GuestMachine } from './guest.ts'
import { QEMU_RAM, x86Guest } from './x86.ts'

export interface Flavour {
  readonly guest: GuestName
  readonly qemu: QemuPackage
  /** The guest runs on this computer's KVM. */
  readonly usesKvm: boolean
  /** The machine: its options. */
  readonly machine: readonly string[]
}

const NEEDS = 'what its gdbstub does was measured with'

const X86: Pick<Flavour, 'guest' | 'qemu'> = {
  guest: 'x86',
  qemu: { emulates: 'x86_64', package: 'qemu-system-x86', data: ['qemu', 'seabios'], needs: NEEDS },
}

/** RAM as the contract has it, and one page: what lies behind is nobody's. */
const PC = ['-M', 'pc,acpi=off', '-m', `${QEMU_RAM / 1024}k`]

export const FLAVOURS = {
  'x86-tcg': { ...X86, usesKvm: false, machine: ['-accel', 'tcg', ...PC] },
  'x86-kvm': { ...X86, usesKvm: true, machine: ['-accel', 'kvm', ...PC] },
  'aarch64-tcg': {
    guest: 'arm64',
    qemu: { emulates: 'aarch64', package: 'qemu-system-arm', data: ['qemu'], needs: NEEDS },
    usesKvm: false,
    // EL2 for the code that prepares the guest; the CPU has the breakpoints and watchpoints of the contract.
    machine: ['-accel', 'tcg', '-M', 'virt,virtualization=on', '-cpu', 'cortex-a57', '-m', '64'],
  },
} as const satisfies { readonly [name: string]: Flavour }

export type FlavourName = keyof typeof FLAVOURS
export const FLAVOUR_NAMES = Object.keys(FLAVOURS) as readonly FlavourName[]

/** What needs nothing but QEMU. */
export const DEFAULT_FLAVOUR: FlavourName = 'x86-tcg'

export const isFlavour = (name: string): name is FlavourName => Object.hasOwn(FLAVOURS, name)

export const GUEST_MACHINES: { readonly [G in GuestName]: GuestMachine } = {
  x86: x86Guest,
  arm64: arm64Guest,
}
