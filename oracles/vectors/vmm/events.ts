/**
 * What a debugger of the vmm machine is told, and the log of its guest.
 */
import { guestProgram, type Program } from '../../../model/vmm/index.ts'
import type { JsonRecord } from '../../codec.ts'
import { type EventForms, register } from '../programs/forms.ts'
import { guests } from './guests.ts'

export const forms: EventForms = {
  start: { ...guests.x86.forms.start, ...guests.arm64.forms.start },
  record: {
    pc: ['pc', register(64)],
    watch: ['watch', register(64)],
    rwatch: ['rwatch', register(64)],
    awatch: ['awatch', register(64)],
  },
  // Registers are asked for by packets of their own.
  state: {},
}

/** The records of a log for readers, as the guest's own machine has them. */
export const guestJson = (log: string, program: Program): readonly JsonRecord[] =>
  guests[program.setup.guest].guest(log, guestProgram(program))
