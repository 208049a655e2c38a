/**
 * A program as text: its setup, the guest's code with its bytes, and the host's part.
 */
import type { MachineTypes } from '../../properties/machine.ts'
import { machineNamed } from '../machines/index.ts'
import { wrap } from './wrap.ts'

type AnyProgram = MachineTypes['Program']

/** What the program starts from: `In real mode, DR7=0x2 (DR0 execute):`. */
export const startText = (program: AnyProgram): string => {
  const { guest, setup } = machineNamed(program.machine).words
  const parts = [guest(program), setup(program)].filter((part) => part !== '')
  return parts.length === 0 ? 'As the contract has it:' : `In ${parts.join(', ')}:`
}

/** What the host does before which KVM_RUN. */
const scriptLines = (program: AnyProgram, width: number): string[] => {
  const { action: actionText } = machineNamed(program.machine).words
  return program.script.flatMap((group, k) => {
    const head = `  before run ${k}: `
    return group.map((action, i) =>
      wrap(actionText(action, program), '    ', width, i === 0 ? head : ' '.repeat(head.length)),
    )
  })
}

/** The whole program in lines of a width. */
export const programLines = (program: AnyProgram, width: number): string[] => {
  const script = scriptLines(program, width)
  return [
    wrap(startText(program), '', width),
    '',
    ...machineNamed(program.machine)
      .words.disassembly(program)
      .map((line) => `  ${line}`),
    ...(script.length > 0 ? ['', ...script] : []),
  ]
}
