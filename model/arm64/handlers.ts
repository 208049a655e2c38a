/**
 * The guest's vectors and their handlers: real guest code, as `contract.ts` describes it. The x18–x25 that it uses are
 * not for programs.
 */
import { MMIO, UNEXPECTED, VECTOR_OFFSETS, VECTORS } from './contract.ts'
import { asm, XZR } from './encoding.ts'
import type { Setup } from './program.ts'
import { EC } from './syndrome.ts'

export type DebugHandler = NonNullable<Setup['onDebugException']>

const MMIO_BASE = 20
const LOG_POINTER = 21
const ESR = 22
const ELR = 23
const SPSR = 24
const FAR = 25
/** FAR is logged when the class is looked at. */
const SCRATCH = FAR

const RECORD = 32
const SS_BIT = 21
const I_BIT = 7

/** Both classes of an exception at once: the low bit of a class says from which level it came. */
const pair = (ec: number): number => ec >>> 1

const synchronous = (onDebugException: DebugHandler): number[] => {
  const log = [
    asm.mrs(ESR, 'esr_el1'),
    asm.mrs(ELR, 'elr_el1'),
    asm.stpPost(ESR, ELR, LOG_POINTER, RECORD),
    asm.mrs(SPSR, 'spsr_el1'),
    asm.mrs(FAR, 'far_el1'),
    asm.stp(SPSR, FAR, LOG_POINTER, -RECORD / 2),
    asm.lsr(ESR, ESR, 27),
  ]
  const skip = [asm.add(ELR, ELR, 4), asm.msr('elr_el1', ELR), asm.eret()]
  const disarms = onDebugException === 'disarm'
  const debug = disarms
    ? [asm.msr('mdscr_el1', XZR), asm.eret()]
    : [asm.orrBit(SPSR, SPSR, SS_BIT), asm.msr('spsr_el1', SPSR), asm.eret()]
  const classes = disarms ? [EC.stepLower, EC.breakpointLower, EC.watchpointLower] : [EC.stepLower]
  const tests = 2 * (classes.length + 1)
  /** Tests are a SUB and a CBZ; behind them lie `skip` and `debug`. */
  const test = (ec: number, n: number, behind: number): number[] => [
    asm.sub(SCRATCH, ESR, pair(ec)),
    asm.cbz(SCRATCH, 4 * (tests - (2 * n + 1) + behind)),
  ]
  return [
    ...log,
    ...classes.flatMap((ec, n) => test(ec, n, skip.length)),
    ...test(EC.svc, classes.length, skip.length - 1),
    ...skip,
    ...debug,
  ]
}

const interrupt = (offset: number): number[] => [
  asm.movz(ESR, offset, 0),
  asm.mrs(ELR, 'elr_el1'),
  asm.stpPost(ESR, ELR, LOG_POINTER, RECORD),
  asm.mrs(SPSR, 'spsr_el1'),
  asm.stp(SPSR, XZR, LOG_POINTER, -RECORD / 2),
  asm.orrBit(SPSR, SPSR, I_BIT),
  asm.msr('spsr_el1', SPSR),
  asm.eret(),
]

const unexpected = [asm.str(XZR, MMIO_BASE, UNEXPECTED - MMIO, 8), asm.b(-4)]

/** The code of every vector: address and words. */
export const vectors = (onDebugException: DebugHandler): { address: number; words: number[] }[] =>
  Array.from({ length: 16 }, (_, n) => {
    const offset = 0x80 * n
    const address = VECTORS + offset
    switch (offset) {
      case VECTOR_OFFSETS['sync-el1']:
      case VECTOR_OFFSETS['sync-el0']:
        return { address, words: synchronous(onDebugException) }
      case VECTOR_OFFSETS['irq-el1']:
      case VECTOR_OFFSETS['irq-el0']:
        return { address, words: interrupt(offset) }
      default:
        return { address, words: unexpected }
    }
  })
