/**
 * `--flavour`: which QEMU stands behind `qemu-gdb`.
 */
import { DEFAULT_FLAVOUR, FLAVOUR_NAMES } from '../targets/qemu-gdb/flavours.ts'

export const flavourOption = {
  type: 'string',
  value: 'F',
  meaning: `qemu-gdb: which QEMU, of ${FLAVOUR_NAMES.join(', ')}; default ${DEFAULT_FLAVOUR}`,
} as const
