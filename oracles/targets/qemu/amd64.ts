/**
 * Debian's kernels for amd64, with the modules of both vendors.
 */
import { CHANNEL_MODULES } from './emulator.ts'
import type { KernelKind } from './kernels.ts'

/** The field that every bzImage has: Documentation/arch/x86/boot.rst, "HdrS" at 0x202. */
const isBzImage = (data: Buffer): boolean => data.toString('latin1', 0x202, 0x206) === 'HdrS'

export const amd64Kernels: KernelKind = {
  architecture: 'amd64',
  modules: [...CHANNEL_MODULES, 'kvm-amd', 'kvm-intel'],
  releases: {
    stable: { suite: 'bookworm', meta: 'linux-image-cloud-amd64' },
    newest: { suite: 'trixie-backports', meta: 'linux-image-cloud-amd64' },
  },
  expects: 'a Linux kernel for x86 (bzImage)',
  isImage: isBzImage,
}
