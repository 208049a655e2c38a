/**
 * Packets of GDB's remote protocol: `$payload#checksum`.
 * Source: GDB manual, appendix "Overview" of "The GDB Remote Serial Protocol".
 */

/** What GDB sends to stop a target that runs. */
export const INTERRUPT = '\u0003'

/** A stream that is not the protocol. */
export class BadPacket extends Error {}

const checksum = (text: string): string => {
  let sum = 0
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i)
  return (sum & 0xff).toString(16).padStart(2, '0')
}

/** A packet; its payload has none of the characters that would have to be escaped. */
export const packet = (payload: string): string => `$${payload}#${checksum(payload)}`

/** `}` escapes the next character; `*` repeats the one before it as often as its code says, less 29. */
const expand = (text: string): string =>
  text
    .replaceAll(/}([\s\S])/g, (_, c: string) => String.fromCharCode(c.charCodeAt(0) ^ 0x20))
    .replaceAll(/([\s\S])\*([\s\S])/g, (_, c: string, n: string) => c.repeat(n.charCodeAt(0) - 28))

/** No answer to what is asked here is longer. */
const LONGEST = 64 * 1024

/** Takes packets out of a stream that comes in pieces. */
export class PacketReader {
  #rest = ''

  /**
   * The payloads that are complete with this piece. Acknowledgements are left out.
   *
   * @param chunk one character for each byte.
   * @throws BadPacket if the stream is not the protocol.
   */
  read(chunk: string): string[] {
    this.#rest += chunk
    const payloads: string[] = []
    for (;;) {
      const start = /^[+-]*/.exec(this.#rest)![0].length
      const end = this.#rest.indexOf('#', start)
      if (end < 0 || this.#rest.length < end + 3) break
      const [text, sum] = [this.#rest.slice(start + 1, end), this.#rest.slice(end + 1, end + 3)]
      if (this.#rest[start] !== '$' || sum !== checksum(text)) break
      payloads.push(expand(text))
      this.#rest = this.#rest.slice(end + 3)
    }
    this.#check()
    return payloads
  }

  /** What is left over must be the beginning of a packet. */
  #check(): void {
    if (/^[+-]*(\$[^#]*(#.?)?)?$/s.test(this.#rest) && this.#rest.length <= LONGEST) return
    throw new BadPacket(`expected a packet, not ${JSON.stringify(this.#rest.slice(0, 60))}`)
  }
}
