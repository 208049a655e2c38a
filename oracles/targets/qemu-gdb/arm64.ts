/**
 * An arm64 guest on QEMU's virt machine. A debugger cannot write system registers (`P` is answered with OK, and nothing
 * happens), so code at EL2 sets them before the guest; its ERET is the guest's beginning.
 * Source: Arm ARM for the encodings; QEMU gdb-xml/aarch64-core.xml for the registers and their numbers.
 */

import { asm, COORDINATES } from '../../../model/arm64/encoding.ts'
import { CODE, RAM, RAM_SIZE, VECTORS } from '../../../model/arm64/index.ts'
import type { SystemRegister } from '../../../model/arm64/program.ts'
import { field, type Guest, type GuestMachine, SetUpFailed } from './guest.ts'
import type { Stub } from './stub.ts'

/** Behind the RAM of the contract. */
const PREPARATION = RAM + 0x10000
const VALUES = PREPARATION + 0x1000

/** MSR of what only EL2 can write, and of VBAR_EL1, from X0. */
const MSR = {
  hcr_el2: 0xd51c1100,
  mdcr_el2: 0xd51c1120,
  spsr_el2: 0xd51c4000,
  elr_el2: 0xd51c4020,
  vbar_el1: 0xd518c000,
} as const

/** HCR_EL2.RW: EL1 is AArch64. Nothing else of EL2 has an effect on the guest. */
const HCR_RW = 1n << 31n

/** The bit of OSLSR_EL1 and of OSLAR_EL1 that locks. */
const OS_LOCK = { inOslsr: 0x2n, inOslar: 0x1n } as const

/** The registers that are read-only, or none of the guest's system registers. */
const WRITTEN_OTHERWISE: readonly string[] = ['vbar_el1', 'oslsr_el1', 'pc', 'pstate']

/** What is written before the guest, in this order: MDSCR_EL1 comes last of what can raise exceptions. */
const writes = ({ state: { regs } }: Guest): readonly (readonly [msr: number, value: bigint])[] => {
  const own = [...regs].filter(
    ([name]) => COORDINATES.has(name as SystemRegister) && !WRITTEN_OTHERWISE.includes(name),
  )
  const locked = (field(regs, 'oslsr_el1') & OS_LOCK.inOslsr) !== 0n
  const lock = locked ? OS_LOCK.inOslar : 0n
  return [
    [MSR.hcr_el2, HCR_RW],
    [MSR.mdcr_el2, 0n],
    [MSR.vbar_el1, BigInt(VECTORS)],
    ...own.map(([name, value]) => [asm.msr(name as SystemRegister, 0), value] as const),
    [asm.msr('oslar_el1', 0), lock],
    [MSR.spsr_el2, field(regs, 'pstate')],
    [MSR.elr_el2, field(regs, 'pc')],
  ]
}

const littleEndian = (values: readonly bigint[], size: 4 | 8): Uint8Array =>
  Buffer.concat(values.map((value) => Buffer.from(BigUint64Array.of(value).buffer).subarray(0, size)))

/** Milliseconds that the preparation takes at most. */
const PREPARED_WITHIN = 1000

const enter = async (stub: Stub, guest: Guest): Promise<void> => {
  const all = writes(guest)
  // X1 points to the values.
  const code = [...all.flatMap(([msr], n) => [asm.ldr(0, 1, 8 * n, 8), msr]), asm.isb(), asm.eret()]
  const last = BigInt(PREPARATION + 4 * (code.length - 1))
  const first = BigInt(CODE)
  await stub.writeMemory(RAM, guest.memory)
  await stub.writeMemory(PREPARATION, littleEndian(code.map(BigInt), 4))
  await stub.writeMemory(
    VALUES,
    littleEndian(
      all.map(([, value]) => value),
      8,
    ),
  )
  await stub.writeRegisters([
    ['x1', BigInt(VALUES)],
    ['pc', BigInt(PREPARATION)],
  ])
  // The ERET is stepped: with a breakpoint of the debugger behind it nothing of the guest's comes between.
  for (const at of [last, first]) await stub.breakpoint('insert', 'execute', at, 4)
  await stub.resume('continue', PREPARED_WITHIN)
  await stub.resume('step', PREPARED_WITHIN)
  for (const at of [last, first]) await stub.breakpoint('remove', 'execute', at, 4)
  const pc = (await stub.registers()).get('pc')!
  if (pc !== first) throw new SetUpFailed(`the set-up ends at 0x${pc.toString(16)}`)
  const { regs } = guest.state
  await stub.writeRegisters(GENERAL.map((name) => [name, field(regs, name)] as const))
}

const GENERAL = Array.from({ length: 31 }, (_, n) => `x${n}`)

export const arm64Guest: GuestMachine = {
  ram: { base: RAM, size: RAM_SIZE },
  registers: [...[...GENERAL, 'sp', 'pc'].map((name) => ({ name, size: 8 })), { name: 'pstate', size: 4 }],
  pc: { name: 'pc', afterReset: 0n },
  pcOf: (registers) => registers.get('pc')!,
  endsInLoop: true,
  logPointer: 'x21',
  enter,
}
