// SPDX-License-Identifier: MIT
//! A VMM in Rust tries its check for code breakpoints with the vectors of x86/check-before-emulation:
//!
//!     gdo export x86/check-before-emulation --format rust --out vectors
//!     cargo test right
//!
//! The test `wrong` fails: it tries the check that KVM had in 2014, which compared the offset of the instruction with
//! breakpoints (Linux 82b32774c2d0).

#[cfg(test)]
#[rustfmt::skip]
#[path = "../vectors/x86_check_before_emulation.rs"]
mod vectors;

#[cfg(test)]
mod tests {
    use crate::vectors::{run, Answer, Exit, Input, Mode, ResultValue, Variant, Vendor};

    const ENABLE: u64 = 1;
    const SINGLESTEP: u64 = 2;
    const USE_HW_BP: u64 = 0x20000;
    const RF: u64 = 1 << 16;
    const DR6_INIT: u64 = 0xffff_0ff0;
    const STICKY: u64 = 0xe000;

    fn linear(input: &Input) -> u64 {
        match input.mode {
            Mode::Long => input.rip,
            Mode::Real | Mode::Protected => input.cs_base.wrapping_add(input.rip) & 0xffff_ffff,
        }
    }

    /// Slots that are enabled, for execution, one byte long, and at this address.
    fn hits(dr7: u64, db: &[u64; 4], address: u64) -> u64 {
        (0..4)
            .filter(|&n| dr7 >> (2 * n) & 3 != 0 && dr7 >> (16 + 4 * n) & 0xf == 0 && db[n] == address)
            .fold(0, |mask, n| mask | 1 << n)
    }

    fn check(input: &Input, address: u64) -> Answer {
        let proceed = Answer { result: ResultValue::Proceed, exit: None, guest_dr6: input.guest_dr6 };
        let host = input.control & ENABLE != 0 && input.control & USE_HW_BP != 0;
        let claimed = host || input.control & ENABLE != 0 && input.control & SINGLESTEP != 0;
        let (dr7, db) =
            if host { (input.host_dr7 & 0xffff_ffff, &input.host_db) } else { (input.guest_dr7, &input.guest_db) };
        let causes = hits(dr7, db, address);
        let shadowed = input.mov_ss_shadow && input.vendor == Vendor::Intel;
        if causes == 0 || shadowed || input.rflags & RF != 0 {
            return proceed;
        }
        if claimed {
            let exit = Exit { exception: 1, pc: linear(input), dr6: DR6_INIT | causes, dr7: Some(dr7) };
            return Answer { result: ResultValue::ExitToUserspace, exit: Some(exit), ..proceed };
        }
        // Without a bus lock DR6.BLD stays as it was, and is 1 where there is no bus-lock detection.
        let bld = if input.bus_lock_detect { input.guest_dr6 & 0x800 } else { 0x800 };
        let guest_dr6 = DR6_INIT & !0x800 | bld | input.guest_dr6 & STICKY | causes;
        Answer { result: ResultValue::DeliverToGuest, guest_dr6, ..proceed }
    }

    #[test]
    fn right() {
        let failed = run(Variant::Ideal, |input| check(input, linear(input)), |failure| println!("{}", failure));
        assert_eq!(failed, 0);
    }

    #[test]
    fn wrong() {
        let failed = run(Variant::Ideal, |input| check(input, input.rip), |failure| println!("{}", failure));
        assert_eq!(failed, 0);
    }
}
