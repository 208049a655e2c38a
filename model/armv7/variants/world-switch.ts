/**
 * The designs that switch all debug registers, DBGDSCR among them, once a guest uses them: the patch series, as far as the
 * thread shows it, and 64-bit KVM for its 32-bit guests.
 */
import { u32 } from '../../bits.ts'
import { source } from '../../citations.ts'
import {
  cpuOf,
  hypervisorWrite,
  loadPairs,
  type Machine,
  type Slots,
  type TrappedAccess,
  vcpuOf,
  visibleDscr,
  writeHdcr,
} from '../machine.ts'
import { hdcr as bits, DIDR, dscr as dscrBits, HDCR_DEBUG, registerNamed } from '../registers.ts'
import type { Rules } from '../rules.ts'
import { idealSlots } from '../slots.ts'
import { armv7Thread } from '../sources.ts'
import { ideal } from './ideal.ts'
import { ALL_TRAPS, MONITORS, moeOfCpu, WAIVED } from './parts.ts'
import { kernel, patch, type Variant } from './variant.ts'

const isShadowed = ({ register }: Pick<TrappedAccess, 'register'>): boolean =>
  registerNamed(register)?.pair != null ||
  register === 'DBGDSCRint' ||
  register === 'DBGDSCRext' ||
  register === 'DBGVCR'

/** While nothing is switched: what the guest has is a shadow. */
const shadowAccess: Rules['emulateAccess'] = ({ register, direction, transfer }) => {
  if (transfer === 'memory') return 'undefined'
  if (isShadowed({ register })) return 'own'
  if (direction === 'write') return 'ignored'
  if (register === 'DBGDIDR') return 'host'
  return register === 'DBGOSLSR' || register === 'DBGPRSR' ? 'own' : 'zero'
}

const DSCR = 'DBGDSCRext'
const guestDscr = (m: Machine): number => vcpuOf(m).shadow.get(DSCR) ?? 0

/** The host’s DBGDSCR while a guest’s is in the CPU. */
const hostDscr = new WeakMap<Machine, number>()

/** Into the CPU with the guest’s registers, DBGDSCR among them; from here on nothing traps. */
const makeLive = (m: Machine): void => {
  const vcpu = vcpuOf(m)
  vcpu.live = true
  hostDscr.set(m, visibleDscr(cpuOf(m)))
  loadPairs(m, vcpu.pairs)
  hypervisorWrite(m, DSCR, guestDscr(m))
}

const worldSwitch: Slots = {
  ...idealSlots,
  enterGuest: (m) => {
    const vcpu = vcpuOf(m)
    vcpu.live = false
    if ((guestDscr(m) & dscrBits.MDBGen) !== 0) makeLive(m)
    writeHdcr(m, m.rules.enterHdcr({ hdcr: cpuOf(m).hdcr, passThrough: vcpu.live }, m.context))
  },
  exitGuest: (m, hostRuns) => {
    const vcpu = vcpuOf(m)
    if (vcpu.live) {
      const cpu = cpuOf(m)
      vcpu.pairs = cpu.pairs
      vcpu.shadow.set(DSCR, visibleDscr(cpu))
      loadPairs(m, m.before.pairs)
      hypervisorWrite(m, DSCR, hostDscr.get(m)!)
      vcpu.live = false
    }
    writeHdcr(m, m.rules.exitHdcr({ hdcr: cpuOf(m).hdcr }, m.context))
    hostRuns()
  },
  handleAccess: (m, access) => {
    const answer = writeShadow(m, access) ?? idealSlots.handleAccess(m, access)
    if (access.direction === 'write' && isShadowed(access)) {
      makeLive(m)
      const traps = m.rules.enterHdcr({ hdcr: m.before.hdcr, passThrough: true }, m.context)
      writeHdcr(m, traps)
    }
    return answer
  },
}

/** A write while nothing is switched goes to the shadow alone: it is not yet in the CPU. */
const writeShadow = (m: Machine, { register, direction, value }: TrappedAccess) => {
  const named = registerNamed(register)
  if (direction !== 'write' || !named?.pair) return null
  const { pairs } = vcpuOf(m)
  const list = named.pair === 'DBGBVR' || named.pair === 'DBGBCR' ? 'breakpoints' : 'watchpoints'
  const half = named.pair === 'DBGBVR' || named.pair === 'DBGWVR' ? 'value' : 'control'
  const changed = pairs[list].map((pair, n) => (n === named.index ? { ...pair, [half]: value } : pair))
  vcpuOf(m).pairs = { ...pairs, [list]: changed }
  return { sees: 'own' as const, value }
}

/** The patch series as far as the thread shows it. */
export const v4Patch: Variant = patch({
  id: 'armv7/v4-patch',
  summary:
    'the fourth version of the series: traps until the guest’s first write, then everything passed through and switched, DBGDSCR too',
  base: ideal,
  cites: [armv7Thread.patch, armv7Thread.firstReview],
  rules: {
    enterHdcr: ({ hdcr, passThrough }) => [
      u32((hdcr & ~HDCR_DEBUG) | MONITORS | (passThrough ? 0 : ALL_TRAPS)),
    ],
    emulateAccess: shadowAccess,
    dscrForGuest: moeOfCpu,
  },
  slots: worldSwitch,
  answers: WAIVED,
})

/** DBGDIDR as 64-bit KVM makes it up: the CPU's numbers of breakpoints and watchpoints, and v8 Debug. */
const V8_DIDR = u32((DIDR['v7.1'] & ~0xf_ffff) | (6 << 16))

/**
 * What a 32-bit guest finds under 64-bit KVM, which took the way that the series was on: a flag for all debug registers,
 * set by a trapped write or by MDBGen at entry. DBGDRAR, DBGDSAR and the locks trap always. DBGDSCRint is read-as-zero
 * while it traps, and the guest's own value once it does not.
 */
export const arm64Host: Variant = kernel({
  id: 'armv7/arm64-host',
  summary:
    'a 32-bit guest of 64-bit KVM (4.19): traps until the guest’s first write, then its registers are switched, DBGDSCR too, and the locks trap on',
  base: ideal,
  cites: [
    source('Linux 4.19 arch/arm64/kvm/sys_regs.c, cp14_regs and cp14_64_regs; arch/arm64/kvm/debug.c'),
    source('Linux 4.19 arch/arm64/kvm/debug.c: TDRA and TDOSA are set at every entry', 'recalled'),
  ],
  rules: {
    enterHdcr: ({ hdcr, passThrough }) => [
      u32((hdcr & ~HDCR_DEBUG) | MONITORS | (passThrough ? bits.TDRA | bits.TDOSA : ALL_TRAPS)),
    ],
    emulateAccess: (input, context) => {
      const { register, direction } = input
      if (register === 'DBGDSCRint' && direction === 'read') return 'zero'
      if (register === 'DBGAUTHSTATUS') return 'host'
      // The upper halves of the 64-bit DBGBVRn_EL1.
      return register.startsWith('DBGBXVR') ? 'own' : shadowAccess(input, context)
    },
    dscrForGuest: moeOfCpu,
  },
  slots: {
    ...worldSwitch,
    handleAccess: (m, access) =>
      access.register === 'DBGDIDR' && access.direction === 'read'
        ? { sees: 'own', value: V8_DIDR }
        : worldSwitch.handleAccess(m, access),
  },
  answers: WAIVED,
})
