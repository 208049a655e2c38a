/**
 * The machines that have a corpus.
 */
import { arm64 } from './arm64/machine.ts'
import { anyCorpus, type CorpusMachine } from './machine.ts'
import { x86 } from './x86/machine.ts'

export const corpusMachines: readonly CorpusMachine[] = [anyCorpus(x86), anyCorpus(arm64)]
