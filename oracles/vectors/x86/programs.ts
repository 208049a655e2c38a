/**
 * Vectors of programs of the x86 machine.
 */
import { hex } from '../../../model/bits.ts'
import { createVcpu, setUpDebugRegisters } from '../../../model/x86/host.ts'
import {
  CODE,
  chooseFrom,
  type Instruction,
  layOut,
  type Program,
  type Variant,
} from '../../../model/x86/index.ts'
import { guestState } from '../../../model/x86/machine.ts'
import { createMachine } from '../../../model/x86/run-program.ts'
import { effective2026, linux618Pvm } from '../../../model/x86/variants/kernels.ts'
import { PROGRAM_CLASSES } from '../../../properties/x86/generators.ts'
import { x86 as tried } from '../../../properties/x86/machine.ts'
import type { X86 } from '../../../properties/x86/types.ts'
import { x86 as machine } from '../../machines/x86.ts'
import { endOf, resolvedAssembly } from '../../reports/x86/disassembly.ts'
import type { Fields } from '../../targets/kvm/observation.ts'
import { exitEvent } from '../../targets/x86/observation.ts'
import { type Limit, PVM_LIMITS } from '../../targets/x86/unsupported.ts'
import type { CodeLine, Requirements } from '../envelope.ts'
import { inScriptOrder, type ProgramsOf } from '../programs/machine.ts'
import { KVM_WORDING } from '../programs/wording.ts'
import { forms, guestJson } from './events.ts'
import { features, systematic } from './spread.ts'

const contract = [
  'One vCPU with RAM from address 0 to 0xcfff and nothing else; no interrupt controller in the kernel; everything above RAM is MMIO.',
  '0x1000 code, 0x2000 data (zero), 0x4f00 initial stack pointer, 0x6000 exception handlers of 64 bytes each, 0x7000 the log of the handlers, 0x8000 to 0xcfff tables of long mode. In real mode vector v points to handler v.',
  'A read of an I/O port or of MMIO is answered with 0x5a in every byte.',
  'Handlers log what they found and return, those of faults log and halt. A log record in real mode has 16 bytes: IP (2 bytes), FLAGS (2), vector (1), unused (3), DR6 (4, #DB only), unused (4). In long mode it has 32: RIP (8), RFLAGS (8), vector (1), unused (3), DR6 (4, #DB only), error code (8).',
  'The program ends when RIP at an exit is behind the HLT that follows the code, or behind the HLT of a handler.',
]

/** The state that the VMM reads before the first run. */
const start = (program: Program, variant: Variant): Fields => {
  const layout = layOut(program)
  const m = createMachine(createVcpu(layout), variant, chooseFrom(variant.answers), [])
  setUpDebugRegisters(m, layout)
  return exitEvent({ reason: 'hlt' }, guestState(m)).fields
}

const code = (program: Program): CodeLine[] => {
  const layout = layOut(program)
  const { code: bytesOf, addresses } = layout
  const end = endOf(layout)
  const digits = (bytes: readonly number[]): string => bytes.map((byte) => hex(byte, 8).slice(2)).join('')
  const line = (i: number, bytes: readonly number[], assembly: string): CodeLine => ({
    address: hex(addresses[i]!),
    bytes: digits(bytes),
    assembly,
  })
  return [
    ...program.code.map((instruction: Instruction, i) =>
      line(
        i,
        bytesOf.slice(addresses[i]! - CODE, addresses[i + 1]! - CODE),
        resolvedAssembly(instruction, layout),
      ),
    ),
    line(program.code.length, end.bytes, end.text),
  ]
}

const MSR_OPS: readonly string[] = ['rdmsr', 'wrmsr']
const SYSCALL_OPS: readonly string[] = ['syscall', 'sysret']
const BLOCKIRQ = 0x100000

const requirements = ({ setup, code, script }: Program): Requirements => {
  const ops = new Set<string>(code.map(({ op }) => op))
  const actions = script.flat()
  const capabilities = [
    ...(actions.some((action) => action.do === 'set-guest-debug' && (Number(action.control) & BLOCKIRQ) !== 0)
      ? ['KVM_CAP_SET_GUEST_DEBUG2']
      : []),
    ...(actions.some((action) => action.do === 'nmi') ? ['KVM_CAP_USER_NMI'] : []),
    ...(MSR_OPS.some((op) => ops.has(op)) ? ['KVM_CAP_X86_MSR_FILTER'] : []),
  ]
  const cpuid = [
    ...(setup.rtm ? ['RTM'] : []),
    ...(setup.busLockDetect ? ['BUS_LOCK_DETECT'] : []),
    ...(setup.mode === 'long' ? ['LM'] : []),
    ...(SYSCALL_OPS.some((op) => ops.has(op)) ? ['SYSCALL'] : []),
  ]
  const other = ops.has('force-emulation') ? ['the parameter force_emulation_prefix of the module kvm'] : []
  return {
    vendor: setup.vendor ?? 'intel',
    ...(capabilities.length > 0 ? { capabilities } : {}),
    ...(cpuid.length > 0 ? { cpuid } : {}),
    ...(other.length > 0 ? { other } : {}),
  }
}

const LIMITS: ReadonlyMap<Variant, readonly Limit[]> = new Map([
  [linux618Pvm, PVM_LIMITS],
  [effective2026, PVM_LIMITS],
])

export const programs: ProgramsOf<X86> = {
  machine,
  tried,
  wording: KVM_WORDING,
  contract,
  capabilities: [
    'KVM_CAP_SET_GUEST_DEBUG',
    'KVM_CAP_EXCEPTION_PAYLOAD',
    'KVM_CAP_IMMEDIATE_EXIT',
    'KVM_CAP_DEBUGREGS',
  ],
  requirements,
  start,
  code,
  performed: inScriptOrder,
  forms,
  guest: guestJson,
  limits: (variant) => LIMITS.get(variant) ?? [],
  undefinedReason: {
    name: 'undefined-breakpoint',
    text: 'A breakpoint register has an encoding that the manual leaves undefined, and the program has come to where it counts.',
  },
  reasons: {},
  classes: PROGRAM_CLASSES.filter((name) => name !== 'forced-emulation'),
  systematic,
  features,
  detach: [{ do: 'set-guest-debug', control: '0x0' }],
}
