/**
 * What differs between runs of a debugged guest: what the guest shows as its own machine has it.
 */
import { RAM as ARM64_RAM } from '../../../model/arm64/index.ts'
import type { Run as Arm64Run } from '../../../model/arm64/run.ts'
import type { Run, RunEvent } from '../../../model/vmm/index.ts'
import type { Run as X86Run } from '../../../model/x86/run.ts'
import { arm64Signs } from '../arm64/signature.ts'
import { plain, type SeenEvent, type Signs } from '../signs.ts'
import { x86Signs } from '../x86/signature.ts'

/** The debugger's commands and stops are what the host sees; the guest's machine is seen by nobody. */
const seen = (event: RunEvent): readonly SeenEvent[] => {
  if (event.kind === 'command')
    return event.command.do === 'step-over' ? [] : [{ kind: 'action', action: event.command }]
  if (event.kind === 'stop') return [{ kind: 'exit' }]
  if (event.kind !== 'machine') return []
  const { kind } = event.event
  return kind === 'instruction' || kind === 'delivery' ? [event.event] : []
}

export const vmmSigns: Signs<Run> = {
  events: ({ events }) => events.flatMap(seen),
  general: [],
  inField: plain,
  inLog: (expected, observed, { guest, machine }) =>
    guest === 'x86'
      ? x86Signs.inLog(expected, observed, machine as X86Run)
      : arm64Signs.inLog(expected, observed, machine as Arm64Run),
  plain: [...x86Signs.plain, ...arm64Signs.plain],
  isHandler: (address) => (address < BigInt(ARM64_RAM) ? x86Signs : arm64Signs).isHandler(address),
}
