/**
 * The target `qemu-gdb`: a debugger on the gdbstub of QEMU.
 */
import { closeSync, openSync } from 'node:fs'
import { packageFile } from '../../package.ts'
import { findQemu } from '../qemu/emulator.ts'
import { type Target, Unavailable } from '../target.ts'
import { FLAVOURS, type Flavour, type FlavourName } from './flavours.ts'

/** The name of the target. */
export const QEMU_GDB = 'qemu-gdb'

/** What fetches a QEMU that is missing. */
export const REMEDY = `gdo fetch ${QEMU_GDB}`

const OPTIONS = [
  ...['-nodefaults', '-nic', 'none', '-display', 'none', '-S'],
  // The protocol on QEMU's standard input and output: no port, and no file, that somebody else may have.
  ...['-gdb', 'stdio', '-serial', 'none', '-monitor', 'none'],
]

const checkKvm = ({ usesKvm }: Flavour): void => {
  if (!usesKvm) return
  if (process.arch !== 'x64')
    throw new Unavailable('x86-kvm needs an x86-64 computer', '--flavour x86-tcg needs no hardware')
  try {
    closeSync(openSync('/dev/kvm', 'r+'))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Unavailable(`/dev/kvm cannot be opened (${code})`, '--flavour x86-tcg needs no hardware')
  }
}

/**
 * The target `qemu-gdb`.
 *
 * @throws Unavailable without a QEMU that is new enough, or without /dev/kvm where it is needed.
 */
export const qemuGdb = async (name: FlavourName): Promise<Target> => {
  const flavour: Flavour = FLAVOURS[name]
  checkKvm(flavour)
  const { argv, version, exitsWithParent } = await findQemu(flavour.qemu, REMEDY)
  const server = packageFile('dist', 'oracles', 'targets', 'qemu-gdb', 'serve.js')
  const life = exitsWithParent ? ['-run-with', 'exit-with-parent=on'] : []
  return {
    name: QEMU_GDB,
    argv: [process.execPath, server, name, version, ...argv, ...flavour.machine, ...OPTIONS, ...life],
    startsWithin: 20_000,
    inFlight: 16,
  }
}
