/**
 * Programs whose stops were measured on real kernels: Linux 6.18 in its PVM flavour, where KVM's instruction emulator
 * runs the guest (`pvm`), and the kernels and CPUs on which hardware does (`ideal`; `by` says where: kvm-amd and
 * kvm-intel of Linux 6.1, 6.12 and 7.2, AMD Zen 4, or the manual where nothing could be measured).
 *
 * `same` stands for both; `emulator2026` is the emulator of Linux 7.2, which kvm-amd was made to use. A `…` at the end: the stops go on.
 */
import { describe, expect, test } from 'vitest'
import type { Action, Answers, Instruction, Program, Setup, Value } from '../../model/x86/index.ts'
import { ideal, runProgram } from '../../model/x86/index.ts'
import { effective2026, linux618Pvm } from '../../model/x86/variants/kernels.ts'
import { at, type Detail, debug, ip, NOP, nops, op, programOf, stopsLike } from './support.ts'

type Source = 'kvm-amd' | 'kvm-intel' | 'kvm-amd and kvm-intel' | 'Zen 4' | 'the manual' | 'the API'

interface Row {
  readonly title: string
  readonly program: Program
  readonly show?: readonly Detail[]
  readonly pvm?: string
  readonly ideal?: string
  readonly same?: string
  /** On the emulator after the series of 2025–26. */
  readonly emulator2026?: string
  readonly by?: Source
  /** Under which answers to its free choices the ideal machine does what was measured. */
  readonly answers?: Answers
}

const group = (name: string, rows: readonly Row[]): void => {
  describe(name, () => {
    for (const { title, program, show, answers, by, ...expected } of rows) {
      const pvm = expected.pvm ?? expected.same
      const hardware = expected.ideal ?? expected.same
      if (pvm !== undefined)
        test(`${title}: measured on Linux 6.18 PVM`, () => {
          expect(stopsLike(pvm, runProgram(program, linux618Pvm), show)).toBe(pvm)
        })
      const { emulator2026 } = expected
      if (emulator2026 !== undefined)
        test(`${title}: measured on Linux 7.2 kvm-amd, instruction emulated`, () => {
          const run = runProgram(program, effective2026)
          expect(stopsLike(emulator2026, run, show)).toBe(emulator2026)
        })
      if (hardware !== undefined)
        test(`${title}: ideal, by ${by ?? 'the manual'}`, () => {
          expect(stopsLike(hardware, runProgram(program, ideal, answers), show)).toBe(hardware)
        })
    }
  })
}

const EXECUTE_0 = '0x402'
const STEP = debug('0x3')
const DETACH = debug('0x0')
/** Host breakpoint at an address, in slot 0. */
const host = (address: Value, dr7 = EXECUTE_0): Action => debug('0x20001', dr7, address)
const ELSEWHERE = host('0x1100')
/** The guest’s own breakpoint in slot 0; its handler disarms it, as 16-bit IRET cannot set RF. */
const guest = (address: Value, dr7 = EXECUTE_0): Setup => ({
  db: [address],
  dr7,
  onDebugException: 'disarm',
})
const TF: Setup = { rflags: '0x102' }
const RF: Setup = { rflags: '0x10002' }
const setFlags = (rflags: string): Action => ({ do: 'set-registers', rflags })

const OUT: Instruction = { op: 'out', port: 0x10, size: 1 }
const IN: Instruction = { op: 'in', port: 0x10, size: 1 }
const STORE: Instruction = { op: 'store', at: { place: 'mmio' }, size: 1 }
const LOAD: Instruction = { op: 'load', at: { place: 'mmio' }, size: 1 }
const INC: Instruction = { op: 'inc', at: { place: 'mmio' }, size: 2 }
const MOV_SS: Instruction = { op: 'mov-ss', from: 'eax' }
const readDr = (dr: number): Instruction => ({ op: 'mov-from-dr', dr, to: 'ebx' })
const writeDr = (dr: number): Instruction => ({ op: 'mov-to-dr', dr, from: 'ebx' })
const movEbx = (value: Value): Instruction => ({ op: 'mov', to: 'ebx', value })

group('host breakpoints', [
  ...['0x401', '0x402', '0x403', '0x702'].map(
    (dr7): Row => ({
      title: `hit again at every run, DR7=${dr7}`,
      program: programOf(nops(3), {}, [host(at(1), dr7)]),
      same: 'debug 1001 ffff0ff1, debug 1001 ffff0ff1, debug 1001 ffff0ff1, …',
      by: 'kvm-amd',
    }),
  ),
  {
    title: 'removed at the stop',
    program: programOf(nops(3), {}, [host(at(1))], [DETACH]),
    same: 'debug 1001 ffff0ff1, hlt',
    by: 'kvm-amd',
  },
  {
    title: 'removed, stepped over, re-inserted',
    program: programOf(nops(6), {}, [host(at(2))], [STEP], [host(at(2))]),
    ideal: 'debug 1002 ffff0ff1, debug 1003 ffff4ff0, hlt',
    by: 'kvm-amd and kvm-intel',
  },
  ...['1', '2', '3', '4', '8', 'c'].map(
    (nibble): Row => ({
      title: `R/W and LEN nibble ${nibble} does not hit an instruction`,
      program: programOf(nops(3), {}, [host(at(1), `0x${nibble}0402`)]),
      pvm: 'hlt',
    }),
  ),
  ...['1', '3'].map(
    (nibble): Row => ({
      title: `data breakpoint of nibble ${nibble} does not hit a fetch`,
      program: programOf(nops(3), {}, [host(at(1), `0x${nibble}0402`)]),
      ideal: 'hlt',
      by: 'kvm-amd and kvm-intel',
    }),
  ),
  {
    title: 'four slots at one address',
    program: programOf(nops(6), {}, [debug('0x20001', '0x4aa', at(2), at(2), at(2), at(2))]),
    same: 'debug 1002 ffff0fff, …',
    by: 'kvm-amd',
  },
  {
    title: 'four slots at one address, one not enabled',
    program: programOf(nops(3), {}, [debug('0x20001', '0x4f3', at(1), at(1), at(1), at(1))]),
    same: 'debug 1001 ffff0ffd, …',
  },
  {
    title: 'a slot that matches but is not enabled',
    program: programOf(nops(6), {}, [debug('0x20001', EXECUTE_0, at(2), at(2))]),
    same: 'debug 1002 ffff0ff1, …',
  },
  {
    title: 'an address above 4 GiB is compared in full',
    program: programOf(nops(6), {}, [host('0x100001002')]),
    same: 'hlt',
    by: 'kvm-amd',
  },
  {
    title: 'an address inside an instruction',
    program: programOf([NOP, NOP, movEbx('0x1'), NOP], {}, [host(at(2, 1))]),
    same: 'hlt',
    by: 'kvm-amd',
  },
  {
    title: 'CS.base≠0: the linear address hits',
    program: programOf(nops(4), { cs: '0x80' }, [host('0x1002')]),
    show: ['rip'],
    same: 'debug 1002 ffff0ff1 rip=802, …',
    by: 'kvm-intel',
  },
  {
    title: 'CS.base≠0: the offset does not hit',
    program: programOf(nops(4), { cs: '0x80' }, [host('0x802')]),
    same: 'hlt',
    by: 'kvm-intel',
  },
  {
    title: 'dr7 of the exit record',
    program: programOf(nops(3), {}, [host(at(1))]),
    show: ['exit-dr7'],
    pvm: 'debug 1001 ffff0ff1 dr7=unset, …',
    ideal: 'debug 1001 ffff0ff1 dr7=402, …',
    by: 'kvm-amd and kvm-intel',
    emulator2026: 'debug 1001 ffff0ff1 dr7=unset, …',
  },
  {
    title: 'not in force without ENABLE',
    program: programOf(nops(5), {}, [debug('0x20000', EXECUTE_0, at(2))]),
    same: 'hlt',
    by: 'kvm-amd',
  },
  {
    title: 'on a jump to itself',
    program: programOf([{ op: 'jmp', to: at(0) }], {}, [host(at(0))]),
    same: 'debug 1000 ffff0ff1, debug 1000 ffff0ff1, …',
  },
  {
    title: 'directly after an OUT',
    program: programOf([NOP, OUT, NOP], {}, [host(at(2))], [], [DETACH]),
    pvm: 'io 1003, debug 1003 ffff0ff1, hlt',
    ideal: 'io 1001, debug 1003 ffff0ff1, hlt',
    by: 'kvm-amd and kvm-intel',
  },
  {
    title: 'directly after a store to MMIO',
    program: programOf([NOP, STORE, NOP], {}, [host(at(2))], [], [DETACH]),
    pvm: 'mmio write 1004, debug 1004 ffff0ff1, hlt',
    ideal: 'mmio write 1004, debug 1004 ffff0ff1, hlt',
    by: 'kvm-amd and kvm-intel',
    answers: { storeExitRip: 'next' },
  },
  {
    title: 'on an instruction that stores to MMIO: before the access',
    program: programOf([NOP, STORE, NOP], {}, [host(at(1))], [DETACH]),
    ideal: 'debug 1001 ffff0ff1, mmio write 1001, hlt',
    by: 'kvm-amd',
  },
  {
    title: 'stepping onto one, then on it',
    program: programOf(nops(6), {}, [debug('0x20003', EXECUTE_0, at(2))]),
    same: 'debug 1001 ffff4ff0, debug 1002 ffff4ff0, debug 1002 ffff0ff1, debug 1002 ffff0ff1, …',
    by: 'kvm-amd',
    answers: { coincidentCauses: 'successive' },
  },
  {
    title: 'stepping onto one, causes merged',
    program: programOf(nops(6), {}, [debug('0x20003', EXECUTE_0, at(2))]),
    ideal: 'debug 1001 ffff4ff0, debug 1002 ffff4ff1, …',
    by: 'kvm-intel',
  },
  {
    title: 'on the first instruction of the handler of an interrupt',
    program: programOf(nops(5), { rflags: '0x202' }, [
      host({ handler: 0x21 }),
      { do: 'interrupt', vector: 0x21 },
    ]),
    ideal: 'guest vector 21 1000, debug 6840 ffff0ff1, …',
    by: 'kvm-amd',
  },
])

group('RF, and the shadow of MOV SS', [
  {
    title: 'host breakpoint with RF=1',
    program: programOf(nops(6), RF, [host(at(0))]),
    pvm: 'debug 1000 ffff0ff1, …',
    ideal: 'hlt',
    by: 'kvm-amd and kvm-intel',
    emulator2026: 'debug 1000 ffff0ff1, …',
  },
  {
    title: 'host breakpoint, RF set at the stop',
    program: programOf(nops(6), {}, [host(at(2))], [setFlags('0x10002')]),
    pvm: 'debug 1002 ffff0ff1, debug 1002 ffff0ff1, …',
    ideal: 'debug 1002 ffff0ff1, hlt',
    by: 'kvm-amd and kvm-intel',
  },
  {
    title: 'guest breakpoint with RF=1',
    program: programOf(nops(6), { ...guest(at(0)), ...RF }),
    same: 'hlt',
    by: 'kvm-amd',
    emulator2026: 'hlt',
  },
  {
    title: 'guest breakpoint behind a nop, RF=1 at the nop',
    program: programOf(nops(6), { ...guest(at(1)), ...RF }),
    ideal: 'guest #DB 1001 ffff0ff1, hlt',
  },
  {
    title: 'POPFD cannot set RF: host breakpoint',
    program: programOf([op('popfd'), ...nops(4)], { stack: ['0x2', '0x1'] }, [host(at(1))]),
    ideal: 'debug 1002 ffff0ff1, …',
    by: 'kvm-amd and kvm-intel',
  },
  {
    title: 'POPFD cannot set RF: guest breakpoint',
    program: programOf([op('popfd'), ...nops(4)], { stack: ['0x2', '0x1'], ...guest(at(1)) }),
    same: 'guest #DB 1002 ffff0ff1, hlt',
  },
  {
    title: 'IRETD to a guest breakpoint with RF=1 passes it',
    program: programOf([op('iretd'), ...nops(3)], {
      stack: [ip(1), '0x0', '0x0', '0x0', '0x2', '0x1'],
      ...guest(at(1)),
    }),
    same: 'hlt',
  },
  {
    title: 'IRETD to a host breakpoint with RF=1',
    program: programOf([op('iretd'), ...nops(3)], { stack: [ip(1), '0x0', '0x0', '0x0', '0x2', '0x1'] }, [
      host(at(1)),
    ]),
    ideal: 'hlt',
    by: 'kvm-amd and kvm-intel',
  },
  {
    title: 'guest breakpoint directly after MOV SS, Intel',
    program: programOf([MOV_SS, ...nops(3)], guest(at(1))),
    same: 'hlt',
    by: 'kvm-intel',
  },
  {
    title: 'host breakpoint directly after MOV SS, Intel',
    program: programOf([MOV_SS, ...nops(3)], {}, [host(at(1))]),
    ideal: 'hlt',
    by: 'kvm-intel',
  },
  {
    title: 'guest breakpoint directly after MOV SS, AMD',
    program: programOf([MOV_SS, ...nops(3)], { vendor: 'amd', ...guest(at(1)) }),
    same: 'guest #DB 1002 ffff0ff1, hlt',
    by: 'kvm-amd',
  },
  {
    title: 'host breakpoint directly after MOV SS, AMD',
    program: programOf([MOV_SS, ...nops(3)], { vendor: 'amd' }, [host(at(1))]),
    same: 'debug 1002 ffff0ff1, …',
    by: 'kvm-amd',
  },
  {
    title: 'step over MOV SS',
    program: programOf([MOV_SS, ...nops(3)], {}, [STEP]),
    pvm: 'debug 1002 ffff4ff0, debug 1003 ffff4ff0, …',
    ideal: 'debug 1003 ffff4ff0, debug 1004 ffff4ff0, …',
    by: 'kvm-amd and kvm-intel',
  },
  {
    title: 'guest TF over MOV SS',
    program: programOf([MOV_SS, ...nops(3)], TF),
    pvm: 'guest #DB 1002 ffff4ff0, guest #DB 1003 ffff4ff0, …',
    ideal: 'guest #DB 1003 ffff4ff0, guest #DB 1004 ffff4ff0, …',
    by: 'kvm-amd and kvm-intel',
  },
  {
    title: 'guest TF over POP SS',
    program: programOf([op('pop-ss'), ...nops(3)], { stack: ['0x0'], ...TF }),
    pvm: 'guest #DB 1001 ffff4ff0, guest #DB 1002 ffff4ff0, …',
    ideal: 'guest #DB 1002 ffff4ff0, guest #DB 1003 ffff4ff0, …',
    by: 'kvm-amd',
  },
  {
    title: 'step over STI',
    program: programOf([NOP, op('sti'), ...nops(2)], {}, [STEP]),
    same: 'debug 1001 ffff4ff0, debug 1002 ffff4ff0, debug 1003 ffff4ff0, …',
    by: 'kvm-amd and kvm-intel',
  },
  {
    title: 'the shadow of STI after the step over it',
    program: programOf([NOP, op('sti'), ...nops(2)], {}, [STEP]),
    show: ['shadow'],
    ideal:
      'debug 1001 ffff4ff0 shadow=none, debug 1002 ffff4ff0 shadow=sti, debug 1003 ffff4ff0 shadow=none, …',
    by: 'kvm-amd',
  },
])

group('guest breakpoints, and both debuggers at once', [
  {
    title: 'both at one address: the host’s exit, then the guest’s after detach',
    program: programOf(nops(3), guest(at(1)), [debug('0x20001', '0x420', '0x0', '0x0', at(1))], [DETACH]),
    show: ['dr6'],
    same: 'debug 1001 ffff0ff4 dr6=ffff0ff0, guest #DB 1001 ffff0ff1, hlt dr6=ffff0ff1',
    by: 'kvm-amd',
  },
  {
    title: 'both at one address: the guest sees nothing',
    program: programOf(nops(6), guest(at(2)), [host(at(2))]),
    show: ['dr6'],
    same: 'debug 1002 ffff0ff1 dr6=ffff0ff0, debug 1002 ffff0ff1 dr6=ffff0ff0, …',
    by: 'kvm-amd',
  },
  {
    title: 'the guest’s while USE_HW_BP is in force elsewhere',
    program: programOf(nops(6), guest(at(3)), [ELSEWHERE]),
    pvm: 'guest #DB 1003 ffff0ff1, hlt',
    ideal: 'hlt',
    by: 'kvm-amd and kvm-intel',
    emulator2026: 'hlt',
  },
  {
    title: 'the guest’s while USE_HW_BP is in force with nothing enabled',
    program: programOf(nops(6), guest(at(3)), [debug('0x20001', '0x400')]),
    pvm: 'guest #DB 1003 ffff0ff1, hlt',
    ideal: 'hlt',
    by: 'kvm-amd and kvm-intel',
  },
  {
    title: 'the guest’s behind the host’s stop, after detach',
    program: programOf(nops(6), guest(at(3)), [host(at(2))], [DETACH]),
    same: 'debug 1002 ffff0ff1, guest #DB 1003 ffff0ff1, hlt',
    by: 'kvm-amd and kvm-intel',
  },
  ...['0x1', '0x10001'].map(
    (control): Row => ({
      title: `the guest’s under control ${control}`,
      program: programOf(nops(4), guest(at(2)), [debug(control)]),
      same: 'guest #DB 1002 ffff0ff1, hlt',
      by: 'kvm-amd and kvm-intel',
    }),
  ),
  {
    title: 'armed by MOV DR while USE_HW_BP is in force elsewhere',
    program: programOf(
      [movEbx(at(5)), writeDr(0), movEbx(EXECUTE_0), writeDr(7), ...nops(3)],
      { onDebugException: 'disarm' },
      [ELSEWHERE],
    ),
    pvm: 'guest #DB 1013 ffff0ff1, hlt',
    ideal: 'hlt',
    by: 'kvm-amd',
  },
  {
    title: 'armed by MOV DR while the host’s are in force, after detach',
    program: programOf(
      [movEbx(at(6)), writeDr(0), movEbx(EXECUTE_0), writeDr(7), ...nops(3)],
      { onDebugException: 'disarm' },
      [host(at(5))],
      [DETACH],
    ),
    same: 'debug 1013 ffff0ff1, guest #DB 1014 ffff0ff1, hlt',
    by: 'kvm-amd',
  },
  {
    title: 'KVM_SET_DEBUGREGS while the host’s are in force',
    program: programOf(
      [NOP, NOP, readDr(0), readDr(7)],
      {},
      [host(at(1)), { do: 'set-debug-registers', db: ['0x1234'], dr7: '0x455' }],
      [DETACH],
    ),
    show: ['dr7'],
    pvm: 'debug 1001 ffff0ff1 dr7=455, reads dr0 1234, reads dr7 455, hlt dr7=455',
    ideal: 'debug 1001 ffff0ff1 dr7=455, reads dr0 1234, reads dr7 455, hlt dr7=455',
    by: 'the API',
  },
  {
    title: 'MOV DR7 arms one on the very next instruction',
    program: programOf([movEbx(at(4)), writeDr(0), movEbx(EXECUTE_0), writeDr(7), NOP], {
      onDebugException: 'disarm',
    }),
    same: 'guest #DB 1012 ffff0ff1, hlt',
  },
  {
    title: 'a guest write to DR7 does not touch the host’s',
    program: programOf(
      [movEbx('0x401'), writeDr(7), readDr(7), NOP, NOP],
      { db: [at(3)] },
      [host(at(4))],
      [DETACH],
    ),
    ideal: 'reads dr7 401, debug 100d ffff0ff1, hlt',
    by: 'kvm-amd',
  },
  {
    title: 'the guest reads its own registers while the host’s are in force',
    program: programOf(
      [0, 1, 2, 3, 6, 7].map(readDr),
      { db: ['0x1111', '0x2222', '0x3333', '0x4444'], dr6: '0xffff0ff1', dr7: '0x455' },
      [debug('0x20001', '0x40a', '0x9000', '0x9004')],
    ),
    same: 'reads dr0 1111, reads dr1 2222, reads dr2 3333, reads dr3 4444, reads dr6 ffff0ff1, reads dr7 455, hlt',
    by: 'kvm-amd',
  },
  {
    title: 'DR6 keeps BS and gets new B bits',
    program: programOf(nops(6), { ...guest(at(2)), dr6: '0xffff4ff8' }),
    same: 'guest #DB 1002 ffff4ff1, hlt',
  },
  {
    title: 'DR6 of two enabled slots out of three that match',
    program: programOf(nops(3), {
      db: [at(1), '0x0', at(1), at(1)],
      dr7: '0x423',
      dr6: '0xffffeff2',
      onDebugException: 'disarm',
    }),
    same: 'guest #DB 1001 ffffeff5, hlt',
  },
  {
    title: 'a step trap and a breakpoint of the guest at one boundary',
    program: programOf(nops(4), { ...TF, db: [at(2)], dr7: EXECUTE_0 }),
    same: 'guest #DB 1001 ffff4ff0, guest #DB 1002 ffff4ff0, guest #DB 1002 ffff4ff1, …',
    by: 'Zen 4',
    answers: { coincidentCauses: 'successive' },
  },
  {
    title: 'a host step onto the guest’s breakpoint',
    program: programOf(nops(3), guest(at(1)), [STEP]),
    pvm: 'debug 1001 ffff4ff0, guest #DB 1001 ffff0ff1, debug 6042 ffff4ff0, …',
  },
  {
    title: 'on an instruction that raises #UD: first the breakpoint',
    program: programOf([op('ud2')], guest(at(0))),
    same: 'guest #DB 1000 ffff0ff1, guest #UD 1000, hlt',
  },
  {
    title: 'data breakpoint of the guest',
    program: programOf(
      [{ op: 'store', at: { place: 'data' }, size: 1 }, ...nops(2)],
      guest({ place: 'data' }, '0x10402'),
    ),
    pvm: 'hlt',
    ideal: 'guest #DB 1003 ffff0ff1, hlt',
    by: 'kvm-amd and kvm-intel',
  },
  {
    title: 'data breakpoint of the host, met by PUSH',
    program: programOf([NOP, { op: 'push', value: '0x0' }, ...nops(2)], {}, [
      host({ place: 'stack', offset: -2 }, '0x50402'),
    ]),
    ideal: 'debug 1004 ffff0ff1, hlt',
    by: 'kvm-amd',
  },
  {
    title: 'data breakpoint of the host and its step are one stop',
    program: programOf([NOP, { op: 'store', at: { place: 'data' }, size: 1 }, ...nops(2)], {}, [
      debug('0x20003', '0x10402', { place: 'data' }),
    ]),
    ideal: 'debug 1001 ffff4ff0, debug 1004 ffff4ff1, debug 1005 ffff4ff0, …',
    by: 'kvm-intel',
  },
  {
    title: 'two data breakpoints that overlap',
    program: programOf([NOP, { op: 'store', at: { place: 'data' }, size: 2 }, NOP], {}, [
      debug('0x20001', '0x11040a', { place: 'data' }, { place: 'data', offset: 1 }),
    ]),
    ideal: 'debug 1004 ffff0ff3, hlt',
    by: 'kvm-intel',
  },
  {
    title: 'data breakpoint inside REP MOVSB',
    program: programOf(
      [NOP, op('rep-movsb'), NOP],
      { registers: { ecx: '0x3', esi: '0x2000', edi: '0x2040' } },
      [host('0x2041', '0x10402')],
    ),
    show: ['cx'],
    ideal: 'debug 1001 ffff0ff1 cx=1, hlt cx=0',
    by: 'kvm-intel',
  },
  {
    title: 'data breakpoint inside REP MOVSB, reported one iteration later',
    program: programOf(
      [NOP, op('rep-movsb'), NOP],
      { registers: { ecx: '0x3', esi: '0x2000', edi: '0x2040' } },
      [host('0x2040', '0x10402')],
    ),
    show: ['cx'],
    ideal: 'debug 1001 ffff0ff1 cx=1, hlt cx=0',
    answers: { repDataBreakpoint: 'next-iteration' },
  },
  {
    title: 'data breakpoint met by POP SS: held until after the next instruction',
    program: programOf([op('pop-ss'), ...nops(2)], { stack: ['0x0'] }, [host({ place: 'stack' }, '0x70402')]),
    ideal: 'debug 1002 ffff0ff1, hlt',
  },
  {
    title:
      'data breakpoint met by POP SS, with the guest’s TF: one #DB after the next instruction, and one for its own frame',
    program: programOf([op('pop-ss'), ...nops(2)], {
      ...guest({ place: 'stack' }, '0x70402'),
      ...TF,
      stack: ['0x0'],
    }),
    ideal: 'guest #DB 1002 ffff4ff1, guest #DB 6040 ffff4ff1, guest #DB 1003 ffff4ff0, hlt',
  },
  {
    title: 'data breakpoint of the guest at the number of a port',
    program: programOf([OUT, NOP], { ...guest('0x10', '0x10402'), cr4De: true }),
    ideal: 'io 1000, hlt',
  },
  {
    title: 'I/O breakpoint of the guest',
    program: programOf([OUT, NOP], { ...guest('0x10', '0x20402'), cr4De: true }),
    pvm: 'io 1002, hlt',
    ideal: 'io 1000, guest #DB 1002 ffff0ff1, hlt',
  },
])

group('general detect', [
  {
    title: 'the guest’s, on a read: a fault, GD cleared',
    program: programOf([NOP, readDr(0), NOP], { dr7: '0x2400' }),
    show: ['dr7'],
    same: 'guest #DB 1001 ffff2ff0 dr7=400, reads dr0 0, hlt dr7=400',
  },
  {
    title: 'the guest’s, on a write',
    program: programOf([NOP, writeDr(0), NOP], { dr7: '0x2400' }),
    show: ['dr7'],
    same: 'guest #DB 1001 ffff2ff0 dr7=400, hlt dr7=400',
  },
  {
    title: 'the guest’s, while USE_HW_BP is in force elsewhere',
    program: programOf([NOP, readDr(0), NOP], { dr7: '0x2400' }, [ELSEWHERE]),
    show: ['dr7'],
    pvm: 'guest #DB 1001 ffff2ff0 dr7=400, reads dr0 0, hlt dr7=400',
    ideal: 'reads dr0 0, hlt dr7=2400',
    by: 'kvm-intel',
    emulator2026: 'reads dr0 0, hlt dr7=2400',
  },
  {
    title: 'the host’s',
    program: programOf([NOP, readDr(0), NOP], {}, [host('0x1100', '0x2402')]),
    show: ['exit-dr7'],
    pvm: 'reads dr0 0, hlt',
    ideal: 'debug 1001 ffff2ff0 dr7=2402, debug 1001 ffff2ff0 dr7=2402, …',
    by: 'kvm-intel',
    emulator2026: 'debug 1001 ffff2ff0 dr7=unset, debug 1001 ffff2ff0 dr7=unset, …',
  },
  {
    title: 'DR4 is DR6',
    program: programOf([NOP, readDr(4)], { dr6: '0xffff4ff1' }),
    same: 'reads dr4 ffff4ff1, hlt',
  },
  {
    title: 'DR4 with CR4.DE',
    program: programOf([NOP, readDr(4)], { cr4De: true }),
    same: 'guest #UD 1001, hlt',
  },
  {
    title: 'DR6 and DR7 after writes of all zeros',
    program: programOf([movEbx('0x0'), writeDr(6), readDr(6), movEbx('0x0'), writeDr(7), readDr(7)]),
    same: 'reads dr6 ffff0ff0, reads dr7 400, hlt',
  },
  {
    title: 'DR6 and DR7 after writes of nearly all ones',
    program: programOf([
      movEbx('0xffffffff'),
      writeDr(6),
      readDr(6),
      movEbx('0xffffdfff'),
      writeDr(7),
      readDr(7),
    ]),
    same: 'reads dr6 ffffefff, reads dr7 ffff0fff, hlt',
  },
  {
    title: 'KVM_SET_DEBUGREGS refuses the upper halves',
    program: programOf([NOP], {}, [
      { do: 'set-debug-registers', dr7: '0x100000400' },
      { do: 'set-debug-registers', dr6: '0x1ffff0ff0' },
    ]),
    show: ['dr6', 'dr7'],
    same: 'EINVAL, EINVAL, hlt dr6=ffff0ff0 dr7=400',
    by: 'kvm-amd',
  },
])

group('host step', [
  {
    title: 'six instructions, armed once',
    program: programOf(nops(6), {}, [STEP]),
    same: 'debug 1001 ffff4ff0, debug 1002 ffff4ff0, debug 1003 ffff4ff0, debug 1004 ffff4ff0, debug 1005 ffff4ff0, debug 1006 ffff4ff0, …',
  },
  {
    title: 'HLT: its exit, no stop',
    program: programOf([NOP], {}, [STEP]),
    show: ['rip'],
    ideal: 'debug 1001 ffff4ff0 rip=1001, hlt rip=1002',
    by: 'kvm-amd',
  },
  {
    title: 'not in force without ENABLE',
    program: programOf(nops(5), {}, [debug('0x2')]),
    same: 'hlt',
    by: 'kvm-amd',
  },
  {
    title: 'switched off after two stops',
    program: programOf(nops(5), {}, [STEP], [], [DETACH]),
    ideal: 'debug 1001 ffff4ff0, debug 1002 ffff4ff0, hlt',
    by: 'kvm-amd and kvm-intel',
  },
  {
    title: 'a jump to itself',
    program: programOf([{ op: 'jmp', to: at(0) }], {}, [STEP]),
    same: 'debug 1000 ffff4ff0, debug 1000 ffff4ff0, …',
    by: 'kvm-amd',
  },
  {
    title: 'OUT',
    program: programOf([NOP, OUT, NOP, NOP], {}, [STEP]),
    pvm: 'debug 1001 ffff4ff0, io 1003, debug 1004 ffff4ff0, …',
    ideal: 'debug 1001 ffff4ff0, io 1001, debug 1003 ffff4ff0, debug 1004 ffff4ff0, debug 1005 ffff4ff0, hlt',
    by: 'kvm-amd and kvm-intel',
  },
  {
    title: 'OUT, stepping switched off at its exit',
    program: programOf([NOP, OUT, NOP, NOP], {}, [STEP], [], [DETACH]),
    pvm: 'debug 1001 ffff4ff0, io 1003, hlt',
    ideal: 'debug 1001 ffff4ff0, io 1001, hlt',
    by: 'kvm-amd',
  },
  {
    title: 'IN',
    program: programOf([NOP, IN, NOP], {}, [STEP]),
    same: 'debug 1001 ffff4ff0, io 1001, debug 1003 ffff4ff0, …',
    by: 'kvm-amd',
  },
  {
    title: 'store to MMIO',
    program: programOf([NOP, STORE, NOP], {}, [STEP]),
    pvm: 'debug 1001 ffff4ff0, mmio write 1004, debug 1005 ffff4ff0, …',
    ideal: 'debug 1001 ffff4ff0, mmio write 1001, debug 1004 ffff4ff0, debug 1005 ffff4ff0, hlt',
  },
  {
    title: 'load from MMIO',
    program: programOf([NOP, LOAD, NOP], {}, [STEP]),
    same: 'debug 1001 ffff4ff0, mmio read 1001, debug 1004 ffff4ff0, …',
  },
  {
    title: 'INC of MMIO',
    program: programOf([NOP, INC, NOP, NOP], {}, [STEP]),
    pvm: 'debug 1001 ffff4ff0, mmio read 1001, mmio write 1005, debug 1006 ffff4ff0, …',
    ideal:
      'debug 1001 ffff4ff0, mmio read 1001, mmio write 1001, debug 1005 ffff4ff0, debug 1006 ffff4ff0, …',
  },
  {
    title: 'CPUID',
    program: programOf([NOP, op('cpuid'), NOP], {}, [STEP]),
    same: 'debug 1001 ffff4ff0, debug 1003 ffff4ff0, debug 1004 ffff4ff0, …',
    by: 'kvm-amd',
  },
  {
    title: 'RDMSR',
    program: programOf([{ op: 'mov', to: 'ecx', value: '0x174' }, op('rdmsr'), NOP], {}, [STEP]),
    same: 'debug 1006 ffff4ff0, debug 1008 ffff4ff0, debug 1009 ffff4ff0, …',
    by: 'kvm-amd',
  },
  {
    title: 'REP STOSB',
    program: programOf([op('rep-stosb'), ...nops(2)], { registers: { ecx: '0x3', edi: '0x2000' } }, [STEP]),
    show: ['cx'],
    pvm: 'debug 1000 ffff4ff0 cx=0, debug 1002 ffff4ff0 cx=0, …',
    ideal: 'debug 1000 ffff4ff0 cx=2, debug 1000 ffff4ff0 cx=1, debug 1002 ffff4ff0 cx=0, …',
    by: 'kvm-intel',
  },
  {
    title: 'REP STOSB of 3000 bytes',
    program: programOf([op('rep-stosb'), ...nops(2)], { registers: { ecx: '0xbb8', edi: '0x2000' } }, [STEP]),
    show: ['cx', 'rflags'],
    pvm: 'debug 1000 ffff4ff0 cx=2048 rflags=10002, debug 1000 ffff4ff0 cx=1024 rflags=10002, debug 1000 ffff4ff0 cx=0 rflags=10002, …',
  },
  {
    title: 'REP MOVSB',
    program: programOf(
      [op('rep-movsb'), ...nops(2)],
      { registers: { ecx: '0x3', esi: '0x2000', edi: '0x2100' } },
      [STEP],
    ),
    show: ['cx', 'rflags'],
    pvm: 'debug 1000 ffff4ff0 cx=0 rflags=10002, debug 1002 ffff4ff0 cx=0 rflags=2, …',
    ideal:
      'debug 1000 ffff4ff0 cx=2 rflags=2, debug 1000 ffff4ff0 cx=1 rflags=2, debug 1002 ffff4ff0 cx=0 rflags=2, …',
    by: 'Zen 4',
    answers: { resumeFlagMidRepeat: 'clear' },
  },
  {
    title: 'REP STOSB of nothing: one stop',
    program: programOf([op('rep-stosb'), ...nops(2)], { registers: { edi: '0x2000' } }, [STEP]),
    same: 'debug 1002 ffff4ff0, debug 1003 ffff4ff0, …',
  },
  {
    title: 'REP OUTSB',
    program: programOf(
      [NOP, op('rep-outsb'), NOP],
      { registers: { ecx: '0x3', esi: '0x2000', edx: '0x10' } },
      [STEP],
    ),
    pvm: 'debug 1001 ffff4ff0, io 1001, io 1001, io 1001, debug 1003 ffff4ff0, …',
  },
  {
    title: 'REP INSB',
    program: programOf(
      [NOP, op('rep-insb'), NOP],
      { registers: { ecx: '0x3', edi: '0x2000', edx: '0x10' } },
      [STEP],
    ),
    show: ['rflags'],
    pvm: 'debug 1001 ffff4ff0 rflags=2, io 1001 x3 rflags=2, debug 1001 ffff4ff0 rflags=10002, debug 1003 ffff4ff0 rflags=2, …',
  },
  {
    title: 'INT n: at the handler’s entry, no TF in its frame',
    program: programOf([NOP, { op: 'int', vector: 0x20 }, NOP], {}, [STEP]),
    show: ['rflags'],
    same: 'debug 1001 ffff4ff0 rflags=2, guest vector 20 1003 flags=2, debug 6800 ffff4ff0 rflags=2, …',
    by: 'the API',
  },
  {
    title: 'INT 3 in two bytes: at the handler’s entry',
    program: programOf([{ op: 'int', vector: 3 }], {}, [STEP]),
    same: 'guest #BP 1002, debug 60c0 ffff4ff0, …',
    by: 'the API',
  },
  {
    title: 'INT3: at the handler’s entry',
    program: programOf([NOP, op('int3'), NOP], {}, [STEP]),
    same: 'debug 1001 ffff4ff0, guest #BP 1002, debug 60c0 ffff4ff0, …',
    by: 'the API',
  },
  {
    title: 'IRET',
    program: programOf([NOP, op('iret'), NOP, NOP], { stack: [ip(3), '0x0', '0x2'] }, [STEP]),
    same: 'debug 1001 ffff4ff0, debug 1003 ffff4ff0, …',
    by: 'kvm-amd',
  },
  {
    title: 'UD2: after the first instruction of its handler',
    program: programOf([NOP, op('ud2'), NOP], {}, [STEP]),
    same: 'debug 1001 ffff4ff0, guest #UD 1001, debug 6184 ffff4ff0, …',
    by: 'the API',
    answers: { stepOnEvent: 'after-first-instruction' },
  },
  {
    title: 'an interrupt that waits: after the handler’s first instruction',
    program: programOf(nops(3), { rflags: '0x202' }, [STEP, { do: 'interrupt', vector: 0x21 }]),
    same: 'guest vector 21 1000, debug 6844 ffff4ff0, …',
    by: 'the API',
    answers: { stepOnEvent: 'after-first-instruction' },
  },
  {
    title: 'an interrupt that waits in the shadow of STI: one instruction later',
    program: programOf([NOP, op('sti'), ...nops(4)], {}, [STEP, { do: 'interrupt', vector: 0x21 }]),
    ideal: 'debug 1001 ffff4ff0, debug 1002 ffff4ff0, debug 1003 ffff4ff0, guest vector 21 1003, …',
    by: 'kvm-amd',
  },
])

group('the guest’s own TF', [
  {
    title: 'a nop, TF in the frame',
    program: programOf([NOP, NOP], TF),
    show: ['rflags'],
    same: 'guest #DB 1001 ffff4ff0 flags=102, guest #DB 1002 ffff4ff0 flags=102, …',
  },
  ...['0x1', '0x10001'].map(
    (control): Row => ({
      title: `under control ${control}`,
      program: programOf(nops(4), TF, [debug(control)]),
      ideal:
        'guest #DB 1001 ffff4ff0, guest #DB 1002 ffff4ff0, guest #DB 1003 ffff4ff0, guest #DB 1004 ffff4ff0, hlt',
      by: 'kvm-amd and kvm-intel',
    }),
  ),
  {
    title: 'under ENABLE alone',
    program: programOf(nops(4), TF, [debug('0x1')]),
    pvm: 'guest #DB 1001 ffff4ff0, guest #DB 1002 ffff4ff0, …',
  },
  {
    title: 'under USE_HW_BP elsewhere',
    program: programOf(nops(4), TF, [ELSEWHERE]),
    pvm: 'guest #DB 1001 ffff4ff0, guest #DB 1002 ffff4ff0, …',
    ideal: 'debug 1001 ffff4ff0, debug 1002 ffff4ff0, debug 1003 ffff4ff0, debug 1004 ffff4ff0, hlt',
    by: 'kvm-amd and kvm-intel',
  },
  {
    title: 'under USE_HW_BP elsewhere: visible in RFLAGS, dr7 the host’s',
    program: programOf(nops(4), TF, [ELSEWHERE]),
    show: ['rflags', 'exit-dr7'],
    ideal: 'debug 1001 ffff4ff0 rflags=102 dr7=402, …',
    by: 'kvm-amd and kvm-intel',
  },
  {
    title: 'under USE_HW_BP elsewhere, detached after two stops',
    program: programOf(nops(4), TF, [ELSEWHERE], [], [DETACH]),
    ideal: 'debug 1001 ffff4ff0, debug 1002 ffff4ff0, guest #DB 1003 ffff4ff0, guest #DB 1004 ffff4ff0, hlt',
    by: 'kvm-amd',
  },
  {
    title: 'under the host’s step: only its stops, DR6.BS stays clear',
    program: programOf(nops(4), TF, [STEP]),
    show: ['dr6'],
    same: 'debug 1001 ffff4ff0 dr6=ffff0ff0, debug 1002 ffff4ff0 dr6=ffff0ff0, debug 1003 ffff4ff0 dr6=ffff0ff0, debug 1004 ffff4ff0 dr6=ffff0ff0, …',
    by: 'kvm-amd',
  },
  {
    title: 'OUT',
    program: programOf([NOP, OUT, NOP, NOP], TF),
    pvm: 'guest #DB 1001 ffff4ff0, io 1003, guest #DB 1004 ffff4ff0, …',
    ideal: 'guest #DB 1001 ffff4ff0, io 1001, guest #DB 1003 ffff4ff0, guest #DB 1004 ffff4ff0, …',
    by: 'kvm-amd and kvm-intel',
  },
  {
    title: 'store to MMIO',
    program: programOf([NOP, STORE, NOP], TF),
    pvm: 'guest #DB 1001 ffff4ff0, mmio write 1004, guest #DB 1005 ffff4ff0, …',
    ideal: 'guest #DB 1001 ffff4ff0, mmio write 1001, guest #DB 1004 ffff4ff0, …',
  },
  {
    title: 'REP MOVSB: one trap per batch or per iteration',
    program: programOf([op('rep-movsb'), NOP], {
      ...TF,
      registers: { ecx: '0x3', esi: '0x2000', edi: '0x2100' },
    }),
    pvm: 'guest #DB 1000 ffff4ff0, guest #DB 1002 ffff4ff0, guest #DB 1003 ffff4ff0, …',
    ideal: 'guest #DB 1000 ffff4ff0, guest #DB 1000 ffff4ff0, guest #DB 1002 ffff4ff0, …',
    by: 'Zen 4',
  },
  {
    title: 'POPF that sets it: the trap comes after the next instruction',
    program: programOf([NOP, op('popf'), ...nops(3)], { stack: ['0x102'] }),
    same: 'guest #DB 1003 ffff4ff0, guest #DB 1004 ffff4ff0, …',
    by: 'Zen 4',
  },
  {
    title: 'POPF that clears it is trapped itself',
    program: programOf([NOP, op('popf'), ...nops(3)], { ...TF, stack: ['0x2'] }),
    same: 'guest #DB 1001 ffff4ff0, guest #DB 1002 ffff4ff0, hlt',
    by: 'Zen 4',
  },
  {
    title: 'attach and detach without a run between',
    program: programOf(nops(6), TF, [STEP, DETACH]),
    pvm: 'hlt',
    ideal: 'guest #DB 1001 ffff4ff0, guest #DB 1002 ffff4ff0, …',
    by: 'the API',
  },
  {
    title: 'set by a POPF that is stepped, then detached',
    program: programOf([NOP, op('popf'), ...nops(4)], { stack: ['0x102'] }, [STEP], [], [DETACH]),
    pvm: 'debug 1001 ffff4ff0, debug 1002 ffff4ff0, hlt',
    ideal: 'debug 1001 ffff4ff0, debug 1002 ffff4ff0, guest #DB 1003 ffff4ff0, …',
    by: 'the API',
  },
  {
    title: 'set by a POPF after stepping was switched off',
    program: programOf([NOP, op('popf'), ...nops(4)], { stack: ['0x102'] }, [STEP], [DETACH]),
    same: 'debug 1001 ffff4ff0, guest #DB 1003 ffff4ff0, …',
    by: 'kvm-amd',
  },
  {
    title: 'in what PUSHF pushes while the host steps',
    program: programOf([op('pushf'), NOP], TF, [STEP]),
    pvm: 'reads flags 2, debug 1001 ffff4ff0, …',
    ideal: 'reads flags 102, debug 1001 ffff4ff0, …',
    by: 'the API',
  },
  {
    title: 'the host’s is not in what PUSHF pushes',
    program: programOf([NOP, op('pushf'), NOP], {}, [STEP]),
    same: 'debug 1001 ffff4ff0, reads flags 2, debug 1002 ffff4ff0, …',
    by: 'the API',
  },
  {
    title: 'in the frame of an interrupt, and again after it',
    program: programOf(nops(2), { rflags: '0x302' }, [{ do: 'interrupt', vector: 0x20 }]),
    show: ['rflags'],
    ideal: 'guest vector 20 1000 flags=302, guest #DB 1001 ffff4ff0 flags=302, …',
    by: 'kvm-amd',
  },
])

group('INT3 and ICEBP', [
  {
    title: 'USE_SW_BP',
    program: programOf([NOP, op('int3'), NOP], {}, [debug('0x10001')]),
    pvm: 'guest #BP 1002, hlt',
    ideal: 'debug #BP 1001, debug #BP 1001, …',
    by: 'kvm-intel',
    emulator2026: 'guest #BP 1002, hlt',
  },
  {
    title: 'USE_SW_BP and the two-byte INT 3',
    program: programOf([NOP, { op: 'int', vector: 3 }, NOP], {}, [debug('0x10001')]),
    same: 'guest #BP 1003, hlt',
    by: 'kvm-intel',
  },
  {
    title: 'USE_SW_BP and INTO',
    program: programOf([NOP, op('into')], { rflags: '0x802' }, [debug('0x10001')]),
    same: 'guest #OF 1002, hlt',
  },
  {
    title: 'USE_SW_BP and the host’s step',
    program: programOf([NOP, op('int3'), NOP], {}, [debug('0x10003')]),
    pvm: 'debug 1001 ffff4ff0, guest #BP 1002, debug 60c0 ffff4ff0, …',
    ideal: 'debug 1001 ffff4ff0, debug #BP 1001, debug #BP 1001, …',
    by: 'kvm-intel',
  },
  {
    title: 'ICEBP without host debugging',
    program: programOf([NOP, op('icebp'), NOP], {}),
    pvm: 'internal-error',
    ideal: 'guest #DB 1002 ffff0ff0, hlt',
    by: 'kvm-intel',
  },
  {
    title: 'ICEBP under USE_SW_BP alone',
    program: programOf([NOP, op('icebp'), NOP], {}, [debug('0x10001')]),
    ideal: 'guest #DB 1002 ffff0ff0, hlt',
    by: 'kvm-intel',
  },
])

const GP: Action = { do: 'set-vcpu-events', exception: { state: 'injected', vector: 13 } }
const NMI: Action = { do: 'nmi' }

group('injection', [
  ...['0x40001', '0xc0001', '0x40000'].map(
    (control): Row => ({
      title: `#DB by control ${control}, DR6 unchanged`,
      program: programOf(nops(4), {}, [debug(control)]),
      same: 'guest #DB 1000 ffff0ff0, hlt',
      by: 'kvm-amd',
    }),
  ),
  {
    title: '#BP without ENABLE, IP as pushed',
    program: programOf(nops(4), {}, [debug('0x80000')]),
    pvm: 'guest #BP 1000, hlt',
    ideal: 'guest #BP 1001, hlt',
    by: 'the API',
  },
  {
    title: '#DB twice',
    program: programOf(nops(4), {}, [debug('0x40001'), debug('0x40001')]),
    same: 'EBUSY, guest #DB 1000 ffff0ff0, hlt',
    by: 'kvm-amd',
  },
  {
    title: 'a refused call changes nothing',
    program: programOf(nops(2), {}, [debug('0x40001'), debug('0x40003')]),
    same: 'EBUSY, guest #DB 1000 ffff0ff0, hlt',
  },
  {
    title: '#DB clears the guest’s GD and leaves DR6',
    program: programOf(nops(2), { dr7: '0x2400', dr6: '0xffff0ff2' }, [debug('0x40001')]),
    show: ['dr7'],
    same: 'guest #DB 1000 ffff0ff2 dr7=400, hlt dr7=400',
  },
  {
    title: '#DB while USE_HW_BP is in force',
    program: programOf(nops(2), {}, [debug('0x60001', EXECUTE_0, '0x1100')]),
    pvm: 'guest #DB 1000 ffff0ff0, hlt',
    ideal: 'guest #DB 1000 ffff0ff0, hlt',
    by: 'the API',
  },
  {
    title: '#DB, then KVM_SET_REGS before the run',
    program: programOf(nops(4), {}, [debug('0x40001'), { do: 'set-registers', registers: { ebx: '0x5' } }]),
    pvm: 'hlt',
    ideal: 'hlt',
    by: 'kvm-amd',
    answers: { registerWriteAfterInjection: 'dropped' },
  },
  {
    title: '#DB, then KVM_SET_REGS before the run: kept',
    program: programOf(nops(4), {}, [debug('0x40001'), { do: 'set-registers', registers: { ebx: '0x5' } }]),
    ideal: 'guest #DB 1000 ffff0ff0, hlt',
    by: 'the API',
  },
  {
    title: '#DB over an exception that is injected and not delivered',
    program: programOf(nops(4), {}, [debug('0x1'), GP, debug('0x40001')]),
    ideal: 'EBUSY, guest #GP 1000, hlt',
    by: 'kvm-amd and kvm-intel',
  },
  {
    title: 'BLOCKIRQ holds an NMI',
    program: programOf([...nops(2), OUT], {}, [debug('0x100003'), NMI]),
    ideal: 'debug 1001 ffff4ff0, debug 1002 ffff4ff0, io 1002, debug 1004 ffff4ff0, hlt',
    by: 'kvm-amd',
  },
  {
    title: 'BLOCKIRQ holds an NMI until it is switched off',
    program: programOf(nops(3), {}, [debug('0x100003'), NMI], [], [debug('0x1')]),
    ideal: 'debug 1001 ffff4ff0, debug 1002 ffff4ff0, guest NMI 1002, hlt',
    by: 'kvm-amd',
  },
  {
    title: 'BLOCKIRQ holds an interrupt',
    program: programOf(nops(3), { rflags: '0x202' }, [debug('0x100003'), { do: 'interrupt', vector: 0x21 }]),
    ideal: 'debug 1001 ffff4ff0, debug 1002 ffff4ff0, debug 1003 ffff4ff0, hlt',
    by: 'kvm-amd',
  },
  {
    title: 'BLOCKIRQ switched off: the interrupt is taken at once',
    program: programOf(
      nops(4),
      { rflags: '0x202' },
      [debug('0x100003'), { do: 'interrupt', vector: 0x21 }],
      [],
      [STEP],
    ),
    ideal: 'debug 1001 ffff4ff0, debug 1002 ffff4ff0, guest vector 21 1002, …',
    by: 'kvm-amd',
  },
])

const LONG: Setup = { mode: 'long' }
const USER: Setup = { mode: 'long', cpl: 3 }
const levels = [
  ['CPL0', LONG],
  ['CPL3', USER],
] as const
/** Nine bytes. */
const STORE_BYTE: Instruction = { op: 'store', at: '0x2040', size: 1 }
const WRITE_1 = '0x10402'
/** What a program at CPL3 ends with. */
const end = (address: string): string => `guest vector 2f ${address}, hlt`

group('long mode', [
  ...levels.flatMap(([name, setup]): Row[] => [
    {
      title: `${name}: guest TF, host breakpoint elsewhere: the host gets the traps`,
      program: programOf(nops(3), { ...setup, ...TF }, [ELSEWHERE]),
      show: ['rflags', 'exit-dr7'],
      ideal:
        'debug 1001 ffff4ff0 rflags=102 dr7=402, debug 1002 ffff4ff0 rflags=102 dr7=402, debug 1003 ffff4ff0 rflags=102 dr7=402, …',
      by: 'kvm-amd',
    },
    {
      title: `${name}: the guest’s breakpoint, host breakpoint elsewhere`,
      program: programOf(nops(6), { ...setup, ...guest(at(3)) }, [ELSEWHERE]),
      ideal: name === 'CPL0' ? 'hlt' : end('1008'),
      by: 'kvm-amd',
    },
    {
      title: `${name}: a watchpoint of the host`,
      program: programOf([NOP, STORE_BYTE, NOP, NOP], setup, [host('0x2040', WRITE_1)], [DETACH]),
      ideal: `debug 100a ffff0ff1, ${name === 'CPL0' ? 'hlt' : end('100e')}`,
      by: 'kvm-amd',
    },
    {
      title: `${name}: a watchpoint of the guest`,
      program: programOf([NOP, STORE_BYTE, NOP, NOP], { ...setup, ...guest('0x2040', WRITE_1) }),
      ideal: `guest #DB 100a ffff0ff1, ${name === 'CPL0' ? 'hlt' : end('100e')}`,
      by: 'kvm-amd',
    },
  ]),
  {
    title: 'a watchpoint of the guest, host breakpoint elsewhere',
    program: programOf([NOP, STORE_BYTE, NOP, NOP], { ...LONG, ...guest('0x2040', WRITE_1) }, [ELSEWHERE]),
    same: 'hlt',
    by: 'kvm-amd',
  },
  {
    title: 'one watchpoint for both: the host’s exit, nothing for the guest',
    program: programOf([NOP, STORE_BYTE, NOP, NOP], { ...LONG, ...guest('0x2040', WRITE_1) }, [
      host('0x2040', WRITE_1),
    ]),
    ideal: 'debug 100a ffff0ff1, hlt',
    by: 'kvm-amd',
  },
  {
    title: 'a watchpoint and a step at one boundary are one exit',
    program: programOf([NOP, STORE_BYTE, NOP, NOP], LONG, [debug('0x20003', WRITE_1, '0x2040')]),
    ideal: 'debug 1001 ffff4ff0, debug 100a ffff4ff1, debug 100b ffff4ff0, debug 100c ffff4ff0, hlt',
    by: 'kvm-amd',
  },
  {
    title: 'the guest arms its breakpoint while the host debugs: it hits after the detach',
    program: programOf(
      [
        { op: 'mov', to: 'ebx', value: at(6) },
        { op: 'mov-to-dr', dr: 0, from: 'ebx' },
        { op: 'mov', to: 'ebx', value: EXECUTE_0 },
        { op: 'mov-to-dr', dr: 7, from: 'ebx' },
        NOP,
        NOP,
        NOP,
      ],
      { ...LONG, onDebugException: 'disarm' },
      [host(at(4))],
      [DETACH],
    ),
    same: 'debug 101a ffff0ff1, guest #DB 101c ffff0ff1, hlt',
    by: 'kvm-amd',
  },
  {
    title: 'the guest reads all 64 bits of its own DR0',
    program: programOf([readDr(0), readDr(7)], { ...LONG, db: ['0x1111222233334444'] }, [host('0x9000')]),
    same: 'reads dr0 1111222233334444, reads dr7 400, hlt',
    by: 'kvm-amd',
  },
  ...[6, 7].map(
    (dr): Row => ({
      title: `MOV to DR${dr} of a value wider than 32 bits`,
      program: programOf([writeDr(dr)], { ...LONG, registers: { ebx: '0x100000400' } }),
      same: 'guest #GP 1000, hlt',
      by: 'kvm-amd',
    }),
  ),
  ...[4, 5].map(
    (dr): Row => ({
      title: `MOV to DR${dr} of a value wider than 32 bits`,
      program: programOf([writeDr(dr)], { ...LONG, registers: { ebx: '0x100002400' } }),
      show: ['dr6', 'dr7'],
      pvm: 'hlt dr6=ffff0ff0 dr7=400',
      ideal: 'guest #GP 1000, hlt dr6=ffff0ff0 dr7=400',
      by: 'the manual',
    }),
  ),
  {
    title: 'IRETQ with RF passes the host’s breakpoint once',
    program: programOf(
      [op('iret'), NOP, NOP],
      { ...LONG, stack: [at(1), '0x8', '0x10002', { place: 'stack' }, '0x10'] },
      [host(at(1))],
    ),
    ideal: 'hlt',
    by: 'kvm-amd',
  },
  {
    title: 'RF in the image: set for #UD, not for a code breakpoint',
    program: programOf([NOP, op('ud2')], { ...LONG, ...guest(at(0)) }),
    show: ['rflags'],
    same: 'guest #DB 1000 ffff0ff1 flags=2, guest #UD 1001 flags=10002, hlt rflags=2',
    by: 'kvm-amd',
  },
  {
    title: 'INT3 and INT n',
    program: programOf([op('int3'), { op: 'int', vector: 0x20 }], LONG),
    pvm: 'internal-error',
    ideal: 'guest #BP 1001, guest vector 20 1003, hlt',
    by: 'the manual',
  },
  {
    title: 'a host step over IRETQ',
    program: programOf(
      [op('iret'), NOP],
      { ...LONG, stack: [at(1), '0x8', '0x2', { place: 'stack' }, '0x10'] },
      [STEP],
    ),
    pvm: 'debug 1003 ffff4ff0, debug 1004 ffff4ff0',
    ideal: 'debug 1002 ffff4ff0, debug 1003 ffff4ff0, hlt',
    by: 'the API',
  },
  {
    title: 'a host step over SYSCALL',
    program: programOf([op('syscall'), NOP], LONG, [STEP], [DETACH]),
    pvm: 'debug 6c40 ffff4ff0, …',
    ideal: 'debug 6c40 ffff4ff0, …',
    by: 'the API',
  },
])
