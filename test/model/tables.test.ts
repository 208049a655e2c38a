/**
 * Two formulations of the same rules: plain code and tables give the same answers over all inputs.
 */
import { describe, expect, it } from 'vitest'
import { type Context, chooseFrom, idealRules } from '../../model/x86/index.ts'
import {
  breakpointInstructionOwnerTable,
  debugExceptionOwnerTable,
  moveDebugRegisterTable,
  setGuestDebugTable,
} from '../../model/x86/tables.ts'

const context = (unknownControlBits: 'ignored' | 'EINVAL' = 'ignored'): Context => ({
  rules: idealRules,
  choose: chooseFrom({ unknownControlBits }),
})

/** Every combination of the control bits, and one that has no meaning. */
const controls = Array.from({ length: 256 }, (_, n) =>
  [0x1, 0x2, 0x10000, 0x20000, 0x40000, 0x80000, 0x100000, 0x8].reduce(
    (control, bit, i) => (n & (1 << i) ? control | bit : control),
    0,
  ),
)
const booleans = [false, true]

describe('tables', () => {
  it('KVM_SET_GUEST_DEBUG ends as its table says', () => {
    for (const answer of ['ignored', 'EINVAL'] as const)
      for (const control of controls)
        for (const wideDr7 of booleans)
          for (const exceptionPending of booleans)
            for (const exceptionInjected of booleans)
              for (const protectedGuest of booleans) {
                const input = {
                  control,
                  controlInForce: 1,
                  wideDr7,
                  exceptionPending,
                  exceptionInjected,
                  protectedGuest,
                }
                const { result } = idealRules.setGuestDebug(input, context(answer))
                expect(setGuestDebugTable(input, context(answer))).toBe(result)
              }
  })

  it('#DB and #BP belong to whom their tables say', () => {
    for (const control of controls) {
      const owner = { control, cause: 'trap' } as const
      expect(debugExceptionOwnerTable(owner)).toBe(idealRules.debugExceptionOwner(owner, context()))
      for (const instruction of ['int3', 'int', 'into'] as const) {
        const input = { control, instruction }
        expect(breakpointInstructionOwnerTable(input)).toBe(
          idealRules.breakpointInstructionOwner(input, context()),
        )
      }
    }
  })

  it('MOV DR ends as its table says', () => {
    for (let register = 0; register < 16; register++)
      for (const value of [null, 0n, 0xffffffffn, 0x100000000n])
        for (const cpl of [0, 3])
          for (const cr4De of booleans)
            for (const dr7 of [0x400n, 0x2400n]) {
              const input = {
                register,
                value,
                cpl,
                cr4De,
                dr7,
                dr6: 0xffff0ff0n,
                rtm: false,
                busLockDetect: false,
              }
              expect(moveDebugRegisterTable(input)).toBe(
                idealRules.moveDebugRegister(input, context()).result,
              )
            }
  })
})
