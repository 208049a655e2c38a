/**
 * Observations of which a C file knows the beginning only.
 */
import { RUN_CAP } from '../../../model/x86/index.ts'
import type { Observation } from '../../targets/kvm/observation.ts'

/** Whether the model's cap has ended a run: what comes after it is not known. */
export const isOpen = ({ events, ending }: Observation): boolean =>
  events.at(-1)?.what === 'interrupted' ||
  (ending === 'cap' && events.filter(({ kind }) => kind === 'exit').length < RUN_CAP)
