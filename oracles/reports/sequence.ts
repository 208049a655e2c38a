/**
 * A run as a Mermaid sequence diagram: host, KVM and guest. Code-hosting sites draw it where Markdown has it in a
 * block that is marked `mermaid`.
 */

/** One message, or a note: over all three, or at the host by whom a VMM and its debugger stand. */
export interface Message {
  readonly who: 'host' | 'kvm' | 'guest' | 'gdb' | 'vmm' | ''
  readonly text: string
  /** Who gets to see it; of what KVM does. */
  readonly seenBy: 'host' | 'guest' | 'gdb' | ''
  /** Where the run parts from the other one. */
  readonly differs: boolean
}

/** Columns after which a message is broken. */
const WIDTH = 56

/** Messages beyond these are only counted: nobody reads a longer diagram. */
const MOST_MESSAGES = 40

const ENTITIES: { readonly [character: string]: string } = {
  '#': '#35;',
  ';': '#59;',
  '<': '#lt;',
  '>': '#gt;',
  '%': '#37;',
}

/** Text of a message: Mermaid takes `#` and `;` for its own, and HTML for HTML. */
const escaped = (text: string): string => text.replaceAll(/[#;<>%]/g, (character) => ENTITIES[character]!)

const broken = (text: string): string => {
  const lines: string[] = ['']
  for (const word of text.split(/[\p{Cc}\p{Cf}\s]+/u)) {
    const last = lines.at(-1)!
    if (last !== '' && last.length + word.length + 1 > WIDTH) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines.map(escaped).join('<br/>')
}

const arrowOf = ({ who, seenBy }: Message): string => {
  if (who === 'host') return 'H->>K'
  if (who === 'guest') return 'G->>G'
  return seenBy === 'guest' ? 'K->>G' : 'K-->>H'
}

const linesOf = (message: Message): string[] => {
  const text = broken(message.text)
  const { who } = message
  const note = who === '' ? `Note over H,G: ${text}` : `Note over H: ${who}: ${text}`
  const isNote = who === '' || who === 'gdb' || who === 'vmm'
  const line = isNote ? note : `${arrowOf(message)}: ${text}`
  return message.differs ? ['rect rgb(255, 224, 178)', `  ${line}`, 'end'] : [line]
}

/** The block, with its fences. What differs has a ground of its own. */
export const sequenceDiagram = (messages: readonly Message[]): string => {
  const more = messages.length - MOST_MESSAGES
  const shown =
    more > 0
      ? [
          ...messages.slice(0, MOST_MESSAGES),
          { who: '', text: `… ${more} more`, seenBy: '', differs: false } as const,
        ]
      : messages
  return [
    '```mermaid',
    'sequenceDiagram',
    '  participant H as host',
    '  participant K as KVM',
    '  participant G as guest',
    ...shown.flatMap(linesOf).map((line) => `  ${line}`),
    '```',
  ].join('\n')
}
