/**
 * A program as text: its setup, the guest's code with its bytes, and the host's part.
 */
import { layOut, type Program } from '../../model/x86/index.ts'
import { disassembly } from './disassembly.ts'
import { actionText, setupText } from './event-text.ts'
import { wrap } from './wrap.ts'

/** What the program starts from: `In real mode, DR7=0x2 (DR0 execute):`. */
export const startText = (program: Program): string => {
  const { setup } = program
  if (Object.keys(setup).length === 0) return 'In real mode:'
  return `In ${setup.mode === 'long' ? '' : 'real mode, '}${setupText(setup, layOut(program))}:`
}

/** What the host does before which KVM_RUN. */
const scriptLines = (program: Program, width: number): string[] => {
  const layout = layOut(program)
  return program.script.flatMap((group, k) => {
    const head = `  before run ${k}: `
    return group.map((action, i) =>
      wrap(actionText(action, layout), '    ', width, i === 0 ? head : ' '.repeat(head.length)),
    )
  })
}

/** The whole program in lines of a width. */
export const programLines = (program: Program, width: number): string[] => {
  const script = scriptLines(program, width)
  return [
    wrap(startText(program), '', width),
    '',
    ...disassembly(program).map((line) => `  ${line}`),
    ...(script.length > 0 ? ['', ...script] : []),
  ]
}
