/**
 * What a debugger asks for and is told, in words.
 */
import { shortHex } from '../../../model/bits.ts'
import type { BreakpointKind, Command, Layout, Owner, RunEvent, Stop } from '../../../model/vmm/index.ts'

const KINDS: { readonly [K in BreakpointKind]: string } = {
  software: 'a software breakpoint',
  execute: 'a hardware breakpoint',
  'watch-write': 'a write watchpoint',
  'watch-read': 'a read watchpoint',
  'watch-access': 'an access watchpoint',
}

const bytesText = (count: number): string => (count === 1 ? '1 byte' : `${count} bytes`)

/** What a debugger does. */
export const commandText = (command: Command, { value, architecture }: Layout): string => {
  switch (command.do) {
    case 'insert':
    case 'remove': {
      const { kind, at } = command
      const length = command.length ?? architecture.lengthOf(kind)
      const bytes = kind.startsWith('watch-') ? `, ${bytesText(length)}` : ''
      return `${command.do}s ${KINDS[kind]} at ${shortHex(value(at))}${bytes}`
    }
    case 'read-memory':
      return `reads ${bytesText(command.length)} at ${shortHex(value(command.at))}`
    case 'write-memory':
      return `writes ${command.bytes} to ${shortHex(value(command.at))}`
    case 'step-over':
      return 'steps over its own breakpoints'
    case 'step':
      return 'steps'
    case 'continue':
      return 'continues'
    case 'detach':
      return 'detaches'
  }
}

const RESUMES = { step: 'steps', continue: 'continues', detach: 'detaches' } as const

const stopText = ({ reason, address }: Stop, pc: bigint): string => {
  const name = reason.replace('-', ' ')
  const where = address === pc ? '' : ` on ${shortHex(address)}`
  return `stop: ${name}${where}, PC ${shortHex(pc)}`
}

const OWNERS: { readonly [O in Owner]: string } = {
  debugger: 'the debugger’s',
  guest: 'the guest’s: handed back',
  both: 'the debugger’s, and the guest’s: handed back',
  nobody: 'nobody’s: dropped',
}

/** A line of the table for what the debugger does or is told, or the VMM decides. */
export const eventText = (
  event: Exclude<RunEvent, { kind: 'machine' | 'unpredictable' }>,
  layout: Layout,
): string => {
  switch (event.kind) {
    case 'command': {
      const text = commandText(event.command, layout)
      if (event.command.do === 'step-over') return text
      return `${text} → ${event.reply === '' ? 'not supported' : event.reply}`
    }
    case 'resume':
      return RESUMES[event.how]
    case 'stop':
      return `${event.reply}  ${stopText(event.stop, event.pc)}`
    case 'owned':
      return `the exit is ${OWNERS[event.owner]}`
  }
}
