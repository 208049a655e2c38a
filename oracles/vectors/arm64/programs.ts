/**
 * Vectors of programs of the arm64 machine.
 */
import { createVcpu } from '../../../model/arm64/host.ts'
import { CODE, chooseFrom, layOut, type Program, type Variant } from '../../../model/arm64/index.ts'
import { guestState } from '../../../model/arm64/machine.ts'
import { createMachine } from '../../../model/arm64/run-program.ts'
import { hex, shortHex } from '../../../model/bits.ts'
import { PROGRAM_CLASSES } from '../../../properties/arm64/generators.ts'
import { arm64 as tried } from '../../../properties/arm64/machine.ts'
import type { Arm64 } from '../../../properties/arm64/types.ts'
import { arm64 as machine } from '../../machines/arm64.ts'
import { ENDING_TEXT, resolvedAssembly } from '../../reports/arm64/disassembly.ts'
import { exitEvent } from '../../targets/arm64/observation.ts'
import { KVM_LIMITS } from '../../targets/arm64/unsupported.ts'
import type { Fields } from '../../targets/kvm/observation.ts'
import type { CodeLine, Requirements } from '../envelope.ts'
import { inScriptOrder, type ProgramsOf } from '../programs/machine.ts'
import { KVM_WORDING } from '../programs/wording.ts'
import { forms, guestJson, STEP_HINTS } from './events.ts'
import { features, systematic } from './spread.ts'

const contract = [
  'One vCPU in AArch64 state, MMU off, with RAM from 0x40000000 to 0x40007fff and nothing else; no interrupt controller in the kernel (KVM_IRQ_LINE of the vCPU), PSCI 0.2, no PMU; everything else is MMIO. Stores to 0x10000800–0x10000fff are completed in the kernel (KVM_REGISTER_COALESCED_MMIO). ID_AA64DFR0_EL1 has 6 breakpoints, of which 4 and 5 are context-aware, and 4 watchpoints.',
  '0x40001000 code, 0x40002000 data (zero), 0x40004000 vectors (VBAR_EL1) of 128 bytes each with their handlers, 0x40005000 the log of the handlers. x18, x19, x20 and x21 hold the addresses of the coalesced zone, of the data, of MMIO (0x10000000) and of the next record of the log; x22–x25 belong to the handlers.',
  'A read of MMIO is answered with 0x5a in every byte, unless the script says otherwise.',
  'A log record has 32 bytes: ESR_EL1 (of an interrupt the offset of its vector), ELR_EL1, SPSR_EL1 and FAR_EL1, 8 bytes each. ISV and EX of a step’s syndrome, bits 24 and 6, are 0 in log, whatever the CPU says.',
  'The handler of synchronous exceptions sets SPSR.SS after a Software Step exception, so that the guest steps on, returns from SVC, and adds 4 to ELR after everything else; or, where the setup says so, clears MDSCR_EL1 on debug exceptions and returns to the instruction. That of interrupts sets SPSR.I.',
  'The program ends at the exit for a store to 0x10000008 (the store behind the code) or 0x10000010 (a vector that nothing is expected at).',
]

const requirements = ({ setup, script }: Program): Requirements => {
  const actions = script.flat()
  const hasSlots = [setup, ...actions].some((each) => 'bcr' in each || 'wcr' in each)
  const capabilities = [
    ...(hasSlots ? ['KVM_CAP_GUEST_DEBUG_HW_BPS', 'KVM_CAP_GUEST_DEBUG_HW_WPS'] : []),
    ...(actions.some((action) => action.do === 'fault-mmio') ? ['KVM_CAP_ARM_INJECT_EXT_DABT'] : []),
  ]
  return capabilities.length > 0 ? { capabilities } : {}
}

/** The state that the VMM reads before the first run. */
const start = (program: Program, variant: Variant): Fields => {
  const m = createMachine(createVcpu(layOut(program)), variant, chooseFrom(variant.answers), [])
  return exitEvent({ reason: 'interrupted' }, guestState(m)).fields
}

const code = (program: Program): CodeLine[] => {
  const layout = layOut(program)
  const { words, addresses } = layout
  const end = addresses[program.code.length]!
  const texts = [
    ...program.code.map((instruction) => resolvedAssembly(instruction, layout)),
    ENDING_TEXT,
    `b ${shortHex(end)}`,
  ]
  return words.map((word, i) => ({
    address: hex(BigInt(CODE + 4 * i)),
    bytes: Buffer.from(Uint32Array.of(word).buffer).toString('hex'),
    assembly: texts[i]!,
  }))
}

export const programs: ProgramsOf<Arm64> = {
  machine,
  tried,
  wording: KVM_WORDING,
  contract,
  capabilities: ['KVM_CAP_SET_GUEST_DEBUG', 'KVM_CAP_IMMEDIATE_EXIT', 'KVM_CAP_COALESCED_MMIO'],
  requirements,
  start,
  code,
  performed: inScriptOrder,
  forms,
  guest: guestJson,
  limits: () => KVM_LIMITS,
  undefinedReason: {
    name: 'unpredictable-match',
    text: 'A breakpoint or watchpoint has a setting that is CONSTRAINED UNPREDICTABLE, and the program has come to where it counts.',
  },
  reasons: { [STEP_HINTS]: 'ISV and EX of a step’s syndrome: a CPU may say there what it likes.' },
  classes: PROGRAM_CLASSES,
  systematic,
  features,
  detach: [{ do: 'set-guest-debug', control: '0x0' }],
}
