/**
 * Variants of the vmm machine, and the functions that make them.
 */
import type { Variant as Arm64Variant } from '../../arm64/variants/variant.ts'
import { type Changes, derive, type Status, type VariantOf } from '../../variant.ts'
import type { Variant as X86Variant } from '../../x86/variants/variant.ts'
import type { Answers } from '../choices.ts'
import type { Rules } from '../rules.ts'
import type { Slots } from '../vmm.ts'

/** What a VMM’s guests run on, by the machine that they are of. */
export interface Machines {
  readonly x86: X86Variant
  readonly arm64: Arm64Variant
}

/** A variant of the vmm machine: a VMM, and the hypervisors and CPUs beneath it. */
export interface Variant extends VariantOf<Rules, Slots, Answers> {
  readonly machines: Machines
}

/** What a variant of the vmm machine changes against its base. */
export interface VmmChanges extends Changes<Rules, Slots, Answers> {
  readonly base: Variant
  readonly machines?: Partial<Machines>
}

const made = (status: Status, changes: VmmChanges): Variant => ({
  ...derive(status, changes),
  machines: { ...changes.base.machines, ...changes.machines },
})

/** A VMM as it was read or measured. */
export const kernel = (changes: VmmChanges): Variant => made('kernel', changes)
/** A bug that a VMM once had. */
export const historical = (changes: VmmChanges): Variant => made('historical', changes)
/** A small wrong form that the properties must reject. */
export const mutant = (changes: VmmChanges): Variant => made('mutant', changes)

/** Whether a machine’s variant is of the x86 machine. */
const isX86 = (machine: X86Variant | Arm64Variant): machine is X86Variant => machine.id.startsWith('x86/')

/** The same VMM on another hypervisor or CPU, with both names: `vmm/qemu,x86/linux-6.1-svm`. */
export const on = (vmm: Variant, machine: X86Variant | Arm64Variant): Variant => ({
  ...vmm,
  id: `${vmm.id},${machine.id}`,
  summary: `${vmm.summary}, on ${machine.id}`,
  cites: [...vmm.cites, ...machine.cites],
  base: vmm.base && on(vmm.base as Variant, machine),
  machines: { ...vmm.machines, ...(isX86(machine) ? { x86: machine } : { arm64: machine }) },
})
