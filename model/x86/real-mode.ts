/**
 * Real mode: 16-bit addresses in segments of 16 × selector, handlers from the interrupt vector table.
 * Source: Intel SDM vol. 3, "8086 Emulation", "Interrupt and Exception Handling"; vol. 2, "IRET".
 */
import { pop, push } from './access.ts'
import type { Machine, Outcome } from './machine.ts'
import { type CpuMode, DONE, GP, JUMPED, UD } from './mode.ts'
import { ESP, readGpr, type Segment, writeGpr } from './vcpu.ts'

const segmentOf = (selector: number): Segment => ({ selector, base: BigInt(16 * selector) })

const returnFromHandler = (m: Machine, size: 2 | 4 | 8): Outcome => {
  const { v } = m
  const frame = readGpr(v, ESP, 2)
  const ip = pop(m, size)
  if (ip > 0xffffn) {
    // Beyond the limit of CS: nothing is popped.
    writeGpr(v, ESP, frame, 2)
    return GP
  }
  const cs = pop(m, size)
  const image = Number(pop(m, size))
  if (m.current) m.current.loadedFlags = image
  v.rip = BigInt.asUintN(16, ip)
  v.cs = segmentOf(Number(BigInt.asUintN(16, cs)))
  const instruction = size === 2 ? 'iret' : 'iretd'
  v.rflags = m.rules.loadFlags({ rflags: v.rflags, image, instruction, cpl: 0 }, m.context)
  if (v.stepSuspendedAt === frame) v.stepSuspendedAt = null
  return JUMPED
}

export const realMode: CpuMode = {
  name: 'real',
  width: 2,
  debugRegisterWidth: 4,
  privilege: () => 0,
  segmentOf,
  reach: 0xffff_ffff_ffff_ffffn,
  accessFault: () => null,
  fetchFault: () => null,
  flagsImage: (rflags) => rflags & 0xffff,
  enterHandler: (m, { vector, returnIp }, image) => {
    const { v } = m
    push(m, BigInt(image), 2)
    push(m, BigInt(v.cs.selector), 2)
    push(m, returnIp, 2)
    v.rip = BigInt(v.memory.read(BigInt(4 * vector), 2))
    v.cs = segmentOf(v.memory.read(BigInt(4 * vector + 2), 2))
  },
  mayInterrupt: () => true,
  returnFromHandler,
  loadStackSegment: (v, selector) => {
    v.ss = segmentOf(selector)
    return DONE
  },
  systemCall: () => UD,
  systemReturn: () => UD,
}
