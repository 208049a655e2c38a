/**
 * Verification as JUnit XML, for whatever shows test results.
 */
import type { Header } from './envelope.ts'
import { noteText, type Outcome, type Verified } from './verify.ts'

const ESCAPES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
}

/** Text for XML 1.0, which has no word for most control characters. */
const escaped = (text: string): string =>
  text
    .replaceAll(/(?!\n)[\p{Cc}\p{Cs}\p{Cn}]/gu, '�')
    .replaceAll(/[&<>"\n]/g, (character) => ESCAPES[character]!)

const bodyOf = (outcome: Outcome, header: Header, notes: readonly string[]): string => {
  switch (outcome.kind) {
    case 'agreed':
      return ''
    case 'skipped':
      return `<skipped message="${escaped(outcome.reason)}"/>`
    case 'failed':
      return `<error message="${escaped(outcome.reason)}"/>`
    case 'differs': {
      const lines = outcome.mismatches.map(
        ({ variant, field, expected, actual }) =>
          `${field}: expected ${expected}, actual ${actual} (${variant})`,
      )
      const all = [...lines, ...notes.map((name) => noteText(header, name))].join('\n')
      return `<failure message="${escaped(lines[0]!)}">${escaped(all)}</failure>`
    }
  }
}

/** The suite of one file. */
export class JunitSuite {
  readonly #header: Header
  readonly #name: string
  readonly #cases: string[] = []
  readonly #counts = { agreed: 0, differs: 0, skipped: 0, failed: 0 }

  constructor(name: string, header: Header) {
    this.#name = name
    this.#header = header
  }

  add({ id, notes, outcome }: Verified): void {
    this.#counts[outcome.kind] += 1
    const body = bodyOf(outcome, this.#header, notes)
    const open = `    <testcase classname="${escaped(this.#header.subject)}" name="${escaped(id)}"`
    this.#cases.push(body === '' ? `${open}/>` : `${open}>${body}</testcase>`)
  }

  text(): string {
    const { differs, skipped, failed } = this.#counts
    const counts = `tests="${this.#cases.length}" failures="${differs}" errors="${failed}" skipped="${skipped}"`
    return [`  <testsuite name="${escaped(this.#name)}" ${counts}>`, ...this.#cases, '  </testsuite>'].join(
      '\n',
    )
  }
}

/** The whole file. */
export const junitXml = (suites: readonly JunitSuite[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    ...suites.map((suite) => suite.text()),
    '</testsuites>',
    '',
  ].join('\n')
