/**
 * A Python program that says what the modules hold, as `tables/readback.ts` has it.
 */
import type { Leaf } from '../tables/layout.ts'
import { snake } from '../tables/names.ts'
import { leafModulus } from '../tables/readback.ts'
import type { Table } from '../tables/rows.ts'
import { pythonString } from './names.ts'

const leafText = (leaf: Leaf): string => {
  const { path, type, is, parent } = leaf
  const steps = path.map((step) => (typeof step === 'number' ? step : pythonString(step))).join(', ')
  const names = type.kind === 'name' ? type.values.map(pythonString).join(', ') : ''
  const kind = is === 'value' ? type.kind : is
  return `Leaf([${steps}], "${kind}", ${parent ?? 'None'}, ${leafModulus(leaf)}, [${names}])`
}

const ofTable = ({ source, layout }: Table): string => {
  const leaves = (all: readonly Leaf[]): string => `[${all.map(leafText).join(', ')}]`
  return `print_module(${pythonString(snake(source.name))}, ${leaves(layout.inputLeaves)}, ${leaves(layout.answerLeaves)})`
}

/** The program for some modules; its argument is their folder. */
export const readbackProgram = (tables: readonly Table[]): string => `import copy
import importlib
import sys
from typing import NamedTuple

sys.path.insert(0, sys.argv[1])
sys.stdout.reconfigure(encoding="utf-8", newline="\\n")

FULL = {"register": 2**64 - 1, "count": 2**32 - 1, "name": 0xFF, "flag": 1, "presence": 1, "length": 2**32 - 1, "size": 2**32 - 1, "byte": 0xFF}


class Leaf(NamedTuple):
    path: list
    kind: str
    parent: object
    modulus: int
    names: list


def at(record, path):
    for step in path:
        if record is None or isinstance(record, (list, bytes)) and step >= len(record):
            return None
        record = record[step]
    return record


def number(leaf, value):
    if leaf.kind in ("length", "size"):
        return len(value)
    return leaf.names.index(value) if leaf.kind == "name" else int(value)


def facts(module, leaves, output):
    for leaf in leaves:
        fact = output[leaf.path[0]]
        if isinstance(fact, (module.NotChecked, module.Unpredictable)):
            yield 0, 0
        elif leaf.kind == "presence" and at(output, leaf.path[:-1]) is not None:
            yield int(at(output, leaf.path) is not None), 1
        elif isinstance(fact, module.Masked):
            yield fact.value, fact.mask
        elif at(output, leaf.path) is None:
            yield 0, 0
        else:
            yield number(leaf, at(output, leaf.path)), FULL[leaf.kind]


def outputs(module, case, variant):
    return case.expect.get(variant, case.expect[module.VARIANTS[0]])


def line(module, inputs, leaves, case):
    def leaf_of(leaf):
        value = at(case.input, leaf.path)
        return int(value is not None) if leaf.kind == "presence" else 0 if value is None else number(leaf, value)

    rows = {}
    for i, variant in enumerate(module.VARIANTS):
        for allowed in outputs(module, case, variant):
            row = rows.setdefault(repr(allowed.output), [0, allowed.output])
            row[0] |= 1 << i
    answers = (
        f"|{variants:x}:" + " ".join(f"{value:x}/{mask:x}" for value, mask in facts(module, leaves, output))
        for variants, output in rows.values()
    )
    left = " ".join(f"{leaf_of(leaf):x}" for leaf in inputs)
    return f"{case.id}|{case.why}|{', '.join(case.notes)}|{left}" + "".join(answers)


def nothing(leaves, parent):
    """The smallest thing that can be where nothing is."""
    inner = [leaf for leaf in leaves if leaf.parent == parent]
    path = leaves[parent].path
    if len(inner) == 1 and inner[0].path == path:
        return inner[0].names[0] if inner[0].names else 0
    return {leaf.path[len(path)]: None if leaf.kind == "presence" else 0 for leaf in inner}


def change(module, leaves, output, i):
    leaf = leaves[i]
    fact = output[leaf.path[0]]
    if isinstance(fact, (module.NotChecked, module.Unpredictable)):
        return
    owner = at(output, leaf.path[:-1])
    if owner is None or isinstance(owner, (list, bytes)) and leaf.path[-1] >= len(owner):
        return
    last = leaf.path[-1]
    value = owner[last]
    if leaf.kind == "presence":
        owner[last] = nothing(leaves, i) if value is None else None
    elif leaf.kind == "length" and value is not None:
        owner[last] = value[:-1] if len(value) % 2 else [*value, 0]
    elif leaf.kind == "size" and value is not None:
        owner[last] = value[:-1] if len(value) % 2 else value + bytes(1)
    elif leaf.kind == "byte":
        changed = owner[:last] + bytes([value ^ 1]) + owner[last + 1 :]
        at(output, leaf.path[:-2])[leaf.path[-2]] = changed
    elif isinstance(value, module.Masked):
        owner[last] = value.value ^ (value.mask & -value.mask or 1)
    elif value is not None:
        now = number(leaf, value)
        new = (now + 1) % leaf.modulus if leaf.modulus else now ^ 1
        owner[last] = leaf.names[new] if leaf.names else new


def concrete(module, fact):
    if isinstance(fact, (module.NotChecked, module.Unpredictable)):
        return None
    return fact.value if isinstance(fact, module.Masked) else fact


def failures(module, leaves, variant, changed):
    failed = 0
    for case in module.CASES:
        output = copy.deepcopy(outputs(module, case, variant)[0].output)
        if changed is not None:
            change(module, leaves, output, changed)
        try:
            module.check(case, {name: concrete(module, fact) for name, fact in output.items()}, variant)
        except AssertionError:
            failed += 1
    return failed


def print_module(name, inputs, leaves):
    module = importlib.import_module(name)
    for case in module.CASES:
        print(line(module, inputs, leaves, case))
    for i, variant in enumerate(module.VARIANTS):
        print(f"variant {i}: {failures(module, leaves, variant, None)}")
    for i in range(len(leaves)):
        print(f"field {i}: {failures(module, leaves, module.VARIANTS[0], i)}")


${tables.map(ofTable).join('\n')}
`
