# SPDX-License-Identifier: MIT
"""An emulator with Python bindings tries MOV from a debug register with the vectors of x86/read-debug-register:

    gdo export x86/read-debug-register --format python --out vectors
    PYTHONPATH=vectors pytest -k right

`-k wrong` fails: there DR4 and DR5 stand for DR6 and DR7 although CR4.DE is set.
"""

import pytest
import x86_read_debug_register as vectors

BD = 1 << 13
GD = 1 << 13
STICKY = 0xE000
BLD = 1 << 11


def read(register, cpl, cr4De, dr7, dr6, rtm, busLockDetect):
    if register > 7 or (register in (4, 5) and cr4De):
        return {"result": "#UD"}
    if cpl > 0:
        return {"result": "#GP"}
    if dr7 & GD:
        bld = dr6 & BLD if busLockDetect else BLD
        return {"result": "#DB", "dr6": 0xFFFF07F0 | bld | dr6 & STICKY | BD, "dr7": dr7 & ~GD}
    return {"result": "read", "register": register + 2 if register in (4, 5) else register}


def read_with_alias(cr4De, **others):
    return read(cr4De=False, **others)


@pytest.mark.parametrize("case", vectors.CASES, ids=str)
def test_right(case):
    vectors.check(case, read(**case.input))


@pytest.mark.parametrize("case", vectors.CASES, ids=str)
def test_wrong(case):
    vectors.check(case, read_with_alias(**case.input))
