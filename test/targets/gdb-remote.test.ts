/**
 * GDB's remote protocol: packets in any pieces, a stub that dies, hangs, floods or talks nonsense, and stops.
 */
import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { GdbClient } from '../../oracles/targets/qemu-gdb/client.ts'
import { PacketReader, packet } from '../../oracles/targets/qemu-gdb/packets.ts'
import { parseStop } from '../../oracles/targets/qemu-gdb/stub.ts'

describe('packets', () => {
  test('have the checksum of GDB’s manual', () => {
    expect(packet('g')).toBe('$g#67')
    expect(packet('OK')).toBe('$OK#9a')
  })

  test('are read from pieces of any size, acknowledgements left out', () => {
    const text = `+${packet('OK')}+${packet('E22')}${packet('')}`
    for (let size = 1; size <= text.length; size++) {
      const reader = new PacketReader()
      const payloads: string[] = []
      for (let at = 0; at < text.length; at += size) payloads.push(...reader.read(text.slice(at, at + size)))
      expect(payloads).toEqual(['OK', 'E22', ''])
    }
  })

  test('are expanded: runs and escapes', () => {
    // As GDB’s manual has it: `0* ` is four zeros.
    expect(new PacketReader().read(packet('0* '))).toEqual(['0000'])
    expect(new PacketReader().read(packet('a}\u0003b'))).toEqual(['a#b'])
  })

  test.each([
    ['a wrong checksum', '$OK#00'],
    ['words without a packet', 'Bail out!'],
    ['a packet without end', `$${'0'.repeat(70_000)}`],
  ])('%s is refused', (_, text) => {
    expect(() => new PacketReader().read(text)).toThrow(/expected a packet/)
  })
})

test.each([
  ['T05thread:p01.01;', { reply: 'T05', signal: '05', watch: null }],
  ['T05core:01;', { reply: 'T05', signal: '05', watch: null }],
  [
    'T05thread:p01.01;rwatch:0000000040080800;',
    {
      reply: 'T05rwatch:0000000040080800;',
      signal: '05',
      watch: { reason: 'read-watchpoint', address: 0x40080800n },
    },
  ],
  ['W00', null],
  ['E22', null],
])('%s', (reply, stop) => {
  expect(parseStop(reply)).toEqual(stop)
})

/** A client, and the stub's ends of its connection. */
const connect = (within: number) => {
  const [fromStub, toStub] = [new PassThrough(), new PassThrough()]
  const asked: string[] = []
  toStub.on('data', (chunk: Buffer) => asked.push(chunk.toString('latin1')))
  return {
    client: new GdbClient(fromStub, toStub, within),
    say: (text: string) => fromStub.write(text),
    fromStub,
    asked,
  }
}

describe('a client', () => {
  test('asks several questions at once and gets their answers in order', async () => {
    const { client, say, asked } = connect(1000)
    const answers = client.ask('g', 'm0,1')
    say(packet('00') + packet('cc'))
    expect(await answers).toEqual(['00', 'cc'])
    expect(asked.join('')).toBe(packet('g') + packet('m0,1'))
  })

  test('keeps what the monitor prints apart', async () => {
    const { client, say } = connect(1000)
    const printed = client.monitor('info status')
    say(packet('O5061') + packet('O7573') + packet('OK'))
    expect(await printed).toBe('Paus')
  })

  test('stops a target that does not stop by itself', async () => {
    const { client, say, asked } = connect(1000)
    const stopped = client.resume('c', 5)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(asked.join('')).toBe(`${packet('c')}\u0003`)
    say(packet('T02thread:p01.01;'))
    expect(await stopped).toEqual({ reply: 'T02thread:p01.01;', interrupted: true })
  })

  test.each([
    ['dies', /connection is closed/, ({ fromStub }: ReturnType<typeof connect>) => fromStub.destroy()],
    ['hangs', /no answer within 0\.05 seconds/, () => {}],
    ['talks nonsense', /expected a packet/, ({ say }: ReturnType<typeof connect>) => say('**\nERROR')],
    ['floods', /expected a packet/, ({ say }: ReturnType<typeof connect>) => say(`$${'0'.repeat(100_000)}`)],
    [
      'says more than it was asked',
      /without being asked/,
      ({ say }: ReturnType<typeof connect>) => say(packet('OK') + packet('OK')),
    ],
  ])('says why it gives up: the stub %s', async (what, why, misbehave) => {
    const connection = connect(50)
    const { client } = connection
    const first = client.ask('g')
    misbehave(connection)
    if (what === 'says more than it was asked') await first
    else await expect(first).rejects.toThrow(why)
    await expect(client.ask('g')).rejects.toThrow(why)
  })
})
