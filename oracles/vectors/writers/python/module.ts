/**
 * The text of a Python module: vectors as cases for pytest, and a check of answers. Python 3.9, its library alone.
 */
import { wrap } from '../../../reports/wrap.ts'
import type { DecisionVector } from '../../envelope.ts'
import { HEAD_WIDTH, headOf, noteText } from '../tables/head.ts'
import { type Layout, type Leaf, pathText } from '../tables/layout.ts'
import { snake } from '../tables/names.ts'
import type { Table } from '../tables/rows.ts'
import { factsText, pythonString, recordText, stringsText } from './names.ts'

const usage = ({ source, layout }: Table): string[] => {
  const module = snake(source.name)
  const answer = layout.answer.map(({ name }) => `${pythonString(name)}: ...`).join(', ')
  return [
    'import pytest',
    `import ${module} as vectors  # this file`,
    '@pytest.mark.parametrize("case", vectors.CASES, ids=str)',
    'def test_mine(case):',
    `    vectors.check(case, my_function(**case.input))  # answers {${answer}}`,
  ]
}

const headText = (paragraphs: readonly string[]): string =>
  paragraphs
    .map((paragraph) => (/^ /m.test(paragraph) ? paragraph : wrap(paragraph, '', HEAD_WIDTH)))
    .join('\n\n')
    .replaceAll('\\', '\\\\')
    .replaceAll('"""', '\\"""')

/** Widths of registers in hex digits, by path without indices. */
const digitsText = ({ inputLeaves, answerLeaves }: Layout): string => {
  const widths = [...inputLeaves, ...answerLeaves].flatMap(({ path, type }: Leaf) =>
    type.kind === 'register'
      ? [[pathText(path.filter((step) => typeof step === 'string')), type.digits] as const]
      : [],
  )
  return `{${[...new Map(widths)].map(([path, digits]) => `${pythonString(path)}: ${digits}`).join(', ')}}`
}

const CLASSES = `from typing import Any, Dict, List, Mapping, NamedTuple, Tuple


class Masked(NamedTuple):
    """Of a number only the bits of \`mask\` are compared."""

    value: int
    mask: int
    reason: str


class NotChecked(NamedTuple):
    """Anything: it cannot be seen, or nobody knows."""

    reason: str


class Unpredictable(NamedTuple):
    """Anything but a crash or a leak: the manual says so."""

    reason: str


class Allowed(NamedTuple):
    """An answer that is allowed; \`choices\` says which freedom it comes from."""

    choices: Dict[str, str]
    output: Dict[str, Any]


class Case(NamedTuple):
    """A question, and by variant the answers that are allowed; who is left out allows what the first one does."""

    id: str
    group: str
    why: str
    notes: Tuple[str, ...]
    input: Dict[str, Any]
    expect: Dict[str, List[Allowed]]

    def __str__(self) -> str:
        return self.id
`

const CHECK = `

def check(case: Case, answer: Mapping[str, Any], variant: str = VARIANTS[0]) -> None:
    """Raises AssertionError unless \`variant\` allows \`answer\`, a mapping from the names of its fields."""
    __tracebackhide__ = True  # pytest shows the caller
    if variant not in VARIANTS:
        raise ValueError(f"{variant} is none of {', '.join(VARIANTS)}")
    if not isinstance(answer, Mapping):
        raise TypeError(f"an answer is a mapping with {', '.join(ANSWER)}, not {answer!r}")
    allowed = case.expect.get(variant, case.expect[VARIANTS[0]])
    lines = min((_differences(each.output, answer) for each in allowed), key=len)
    if not lines:
        return
    among = f"; the nearest of {len(allowed)} allowed answers" if len(allowed) > 1 else ""
    raise AssertionError(
        "\\n  ".join(
            [
                f"{SUBJECT}, {case.id}: not what {variant} allows{among}",
                *lines,
                "input: " + ", ".join(f"{name}={_text(value, name)}" for name, value in case.input.items()),
                f"why it is there: {case.why}",
                *(f"fails here too: {name}: {NOTES[name]}" for name in case.notes),
            ]
        )
    )


def _differences(output: Mapping[str, Any], answer: Mapping[str, Any]) -> List[str]:
    lines = [f"{name}: no such field" for name in answer if name not in output]
    for name, fact in output.items():
        seen = answer.get(name)
        if isinstance(fact, (NotChecked, Unpredictable)):
            continue
        if isinstance(fact, Masked):
            if not isinstance(seen, int) or (seen ^ fact.value) & fact.mask:
                mask = f" in the bits {_text(fact.mask, name)} ({fact.reason})"
                lines.append(f"{name}: {_text(seen, name)}, expected {_text(fact.value, name)}{mask}")
        elif _plain(seen) != fact:
            wrong = ""
            if name in DIGITS and isinstance(seen, int) and isinstance(fact, int):
                wrong = f" (wrong bits: {_text(seen ^ fact, name)})"
            lines.append(f"{name}: {_text(seen, name)}, expected {_text(fact, name)}{wrong}")
    return lines


def _plain(value: Any) -> Any:
    """Tuples as lists, fields that are not there left out."""
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, (list, tuple)) else value


def _text(value: Any, path: str) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_text(each, f'{path}.{name}')}" for name, each in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_text(each, path) for each in value) + "]"
    if path in DIGITS and isinstance(value, int):
        return f"{value:#0{DIGITS[path] + 2}x}"
    return str(value)
`

const caseText = ({ layout }: Table, vector: DecisionVector): string => {
  const { id, group, why, notes, input, expect } = vector
  const allowed = Object.entries(expect).map(([variant, { allowed: answers }]) => {
    const texts = answers.map(
      ({ choices = {}, output }) => `Allowed(${stringsText(choices)}, ${factsText(layout.answer, output)})`,
    )
    return `            ${pythonString(variant)}: [\n${texts.map((text) => `                ${text},\n`).join('')}            ],\n`
  })
  const names = notes.map((name) => `${pythonString(name)},`).join(' ')
  return `    Case(
        ${pythonString(id)},
        ${pythonString(group)},
        ${pythonString(why)},
        (${names}),
        ${recordText(layout.inputs, input)},
        {
${allowed.join('')}        },
    ),
`
}

/** The module, piece by piece. */
export function* moduleText(table: Table): Generator<string> {
  const { source, layout } = table
  const { subject, variants, notes } = source.header
  const texts = Object.fromEntries(Object.entries(notes).map(([name, note]) => [name, noteText(note)]))
  const tuple = (names: readonly string[]): string =>
    `(${names.map((name) => `${pythonString(name)},`).join(' ')})`
  yield `# SPDX-License-Identifier: MIT
"""${headText(headOf(table, usage(table)))}
"""
${CLASSES}

SUBJECT = ${pythonString(subject)}

# Whose answers are expected; the first is the reference.
VARIANTS = ${tuple(variants.map(({ id }) => id))}

# The fields of an answer.
ANSWER = ${tuple(layout.answer.map(({ name }) => name))}

# What the names in Case.notes mean.
NOTES = {
${Object.entries(texts)
  .map(([name, text]) => `    ${pythonString(name)}: ${pythonString(text)},\n`)
  .join('')}}

# Registers have this many hex digits.
DIGITS = ${digitsText(layout)}
${CHECK}

CASES = [
`
  for (const vector of source.tests()) yield caseText(table, vector)
  yield ']\n'
}
