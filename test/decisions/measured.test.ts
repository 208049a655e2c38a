/**
 * Values that were measured on a real kernel or CPU: Linux 6.18 KVM in its PVM flavour, which executes real-mode code in
 * KVM's instruction emulator, and kvm-amd of Linux 6.12 under QEMU. Only those on which the ideal machine agrees.
 */
import { expect, test } from 'vitest'
import { decide } from '../../oracles/decisions/catalogue.ts'

const ask = (id: string, record: object) => decide(`x86/${id}`, undefined, record)
const value = (digits: string) => `0x${digits.padStart(16, '0')}`
const dbs = (...addresses: string[]) => Array.from({ length: 4 }, (_, i) => addresses[i] ?? '0x0')

test.each([
  [6, '0x0', 'ffff0ff0'],
  [6, '0xffffffff', 'ffffefff'],
  [7, '0x0', '400'],
  [7, '0xffffdfff', 'ffff0fff'],
  [0, '0x8000000000000000', '8000000000000000'],
])('MOV DR%d, %s', (register, given, stored) => {
  expect(ask('write-debug-register', { register, value: given })).toEqual({
    result: 'written',
    value: value(stored),
  })
})

test('DR4 and DR5 alias DR6 and DR7 while CR4.DE is clear, and are #UD while it is set', () => {
  const write = (register: number, cr4De: boolean) =>
    ask('write-debug-register', { register, value: '0x0', cr4De })
  expect([4, 5, 6, 7].map((register) => write(register, false).value)).toEqual(
    ['ffff0ff0', '400', 'ffff0ff0', '400'].map(value),
  )
  expect([4, 5, 6, 7].map((register) => write(register, true).result)).toEqual([
    '#UD',
    '#UD',
    'written',
    'written',
  ])
})

test('the upper half of DR6 and DR7: #GP for MOV, EINVAL for KVM_SET_DEBUGREGS', () => {
  for (const register of [6, 7])
    expect(ask('write-debug-register', { register, value: '0x100000000' })).toEqual({ result: '#GP' })
  expect(ask('set-debug-registers', { dr6: '0x100000000', dr7: '0x400' })).toEqual({ result: 'EINVAL' })
  expect(ask('set-debug-registers', { dr6: '0xffff0ff0', dr7: '0x100000000' })).toEqual({ result: 'EINVAL' })
  expect(ask('set-debug-registers', { dr6: '0x0', dr7: '0xf000' })).toEqual({
    result: 'ok',
    dr6: value('0'),
    dr7: value('f000'),
  })
})

const check = (record: object) =>
  ask('check-before-emulation', {
    rip: '0x1001',
    csBase: '0x0',
    rflags: '0x2',
    control: '0x0',
    hostDb: dbs(),
    hostDr7: '0x0',
    guestDb: dbs(),
    guestDr7: '0x400',
    guestDr6: '0xffff0ff0',
    ...record,
  })
const exitDr6 = (record: object) => (check(record).exit as { dr6: string } | null)?.dr6

test('host breakpoints: four slots at one address, one of them disabled', () => {
  const hostDb = dbs('0x1001', '0x1001', '0x1001', '0x1001')
  expect(exitDr6({ control: '0x20001', hostDb, hostDr7: '0x4f3' })).toBe(value('ffff0ffd'))
})

test('guest breakpoints: DR6 keeps its sticky bits and gets the enabled causes', () => {
  const guestDb = dbs('0x1001', '0x0', '0x1001', '0x1001')
  expect(check({ guestDb, guestDr7: '0x423', guestDr6: '0xffffeff2' })).toMatchObject({
    result: 'deliver-to-guest',
    guestDr6: value('ffffeff5'),
  })
})

test('both breakpoints at one address: the host’s, and the guest’s DR6 is untouched', () => {
  const both = {
    hostDb: dbs('0x0', '0x0', '0x1001'),
    hostDr7: '0x420',
    guestDb: dbs('0x1001'),
    guestDr7: '0x402',
  }
  expect(exitDr6({ control: '0x20001', ...both })).toBe(value('ffff0ff4'))
  expect(check({ control: '0x20001', ...both }).guestDr6).toBe(value('ffff0ff0'))
  expect(check(both)).toMatchObject({ result: 'deliver-to-guest', guestDr6: value('ffff0ff1') })
})

test('the linear address is compared, not the offset', () => {
  const at = (address: string) =>
    exitDr6({ rip: '0x1001', csBase: '0x1000', control: '0x20001', hostDb: dbs(address), hostDr7: '0x402' })
  expect(at('0x2001')).toBe(value('ffff0ff1'))
  expect(at('0x1001')).toBeUndefined()
})

test('RF, and the instruction after MOV SS on Intel and AMD, for the guest’s breakpoint', () => {
  const guest = { guestDb: dbs('0x1001'), guestDr7: '0x402' }
  expect(check({ ...guest, rflags: '0x10002' }).result).toBe('proceed')
  expect(check({ ...guest, movSsShadow: true }).result).toBe('proceed')
  expect(check({ ...guest, movSsShadow: true, vendor: 'amd' }).result).toBe('deliver-to-guest')
})

test('general detect: DR6.BD is set, GD is clear when the handler starts', () => {
  expect(ask('write-debug-register', { register: 0, value: '0x0', dr7: '0x2400' })).toEqual({
    result: '#DB',
    dr6: value('ffff2ff0'),
    dr7: value('400'),
  })
  expect(ask('read-debug-register', { register: 0, dr7: '0x2400' })).toMatchObject({ result: '#DB' })
  expect(ask('dr7-at-delivery', { dr7: '0x2400' })).toEqual({ dr7: value('400') })
})

test('a #BP that is injected returns behind the INT3, a #DB to where it is', () => {
  expect(ask('injected-return-ip', { vector: 3, rip: '0x1001' })).toEqual({ ip: value('1002') })
  expect(ask('injected-return-ip', { vector: 1, rip: '0x1001' })).toEqual({ ip: value('1001') })
})

test('IRETD can set RF, POPFD cannot', () => {
  const load = (instruction: string) => ask('load-flags', { rflags: '0x2', image: '0x10002', instruction })
  expect(load('iretd')).toEqual({ rflags: '0x00010002' })
  expect(load('popfd')).toEqual({ rflags: '0x00000002' })
})

test('KVM_SET_GUEST_DEBUG: EBUSY while an exception waits, and nothing changes', () => {
  const set = (control: string, exceptionPending: boolean) =>
    ask('set-guest-debug', { control, controlInForce: '0x3', exceptionPending })
  expect(set('0x40001', false)).toEqual({ result: 'ok', control: '0x00040001' })
  expect(set('0x40001', true)).toEqual({ result: 'EBUSY', control: '0x00000003' })
  expect(set('0x80000', true)).toEqual({ result: 'EBUSY', control: '0x00000003' })
  expect(set('0x20002', true)).toEqual({ result: 'ok', control: '0x00000000' })
})
