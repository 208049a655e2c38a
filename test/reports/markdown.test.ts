/**
 * Reports in Markdown: diagrams of lines that Mermaid knows, and a program and commands that are really the ones that
 * show it again.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ideal } from '../../model/x86/index.ts'
import { variants } from '../../model/x86/variants/index.ts'
import { x86 } from '../../oracles/machines/x86.ts'
import { parseStored } from '../../oracles/programs/parse.ts'
import { storedForm } from '../../oracles/reports/counterexample.ts'
import { markdownReport } from '../../oracles/reports/markdown.ts'
import { sequenceDiagram } from '../../oracles/reports/sequence.ts'
import { counterexampleSubject, findingSubject, type Subject } from '../../oracles/reports/subject.ts'
import { check, convictions, minimise } from '../../properties/check.ts'
import { properties } from '../../properties/x86/properties.ts'
import { findingOf, STEP_OVER_OUT } from './support.ts'

const MAIN = resolve(import.meta.dirname, '../../dist/oracles/cli/main.js')
const folder = mkdtempSync(join(tmpdir(), 'gdo-markdown-'))
afterAll(() => rmSync(folder, { recursive: true }))

const finding = (change = {}): Subject =>
  findingSubject(
    x86,
    findingOf(STEP_OVER_OUT, undefined, undefined, change),
    ideal,
    null,
    variants,
    properties,
  )

const counterexample = (id: string): Subject => {
  const variant = variants.find((each) => each.id === id)!
  const found = minimise(
    convictions(check({ variants: [variant], properties, runs: 20, seed: 1, most: 400 }), variant)[0]!,
  )
  const stored = storedForm(found, 1)
  return counterexampleSubject(
    x86,
    { ...stored, program: found.program! },
    found.property,
    variant,
    found.answers,
  )
}

const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(/^```(\w*)\n([\s\S]*?)\n```$/gm)].flatMap(([, name, body]) =>
    name === language ? [body!] : [],
  )

/** The lines of a sequence diagram that are written here; text has no character that Mermaid takes for its own. */
const DIAGRAM =
  /^ {2}(participant [HKG] as \w+|rect rgb\(255, 224, 178\)|end| {0,2}(H->>K|K->>G|K-->>H|G->>G|Note over H,G): ([^#;<>%]|#(35|59|37|lt|gt);|<br\/>)+)$/u

const isDiagram = (text: string): boolean => {
  const [first, ...lines] = text.split('\n')
  const open = lines.filter((line) => line.includes('rect ')).length
  const closed = lines.filter((line) => line.trim() === 'end').length
  return first === 'sequenceDiagram' && lines.every((line) => DIAGRAM.test(line)) && open === closed
}

describe.each([
  ['a finding', () => finding()],
  ['a counterexample', () => counterexample('x86/dr6-overwritten')],
  ['a counterexample that only the guest sees', () => counterexample('x86/host-tf-visible')],
])('%s', (_, make) => {
  const subject = make()
  const text = markdownReport(subject, '0.0.0')

  test('has two diagrams, each with the place that differs', () => {
    const diagrams = blocks(text, 'mermaid')
    expect(diagrams).toHaveLength(2)
    for (const diagram of diagrams) {
      expect(isDiagram(diagram), diagram).toBe(true)
      expect(diagram.match(/rect rgb/g)).toHaveLength(1)
    }
  })

  test('has the program, and a command that shows the same again', () => {
    const [json] = blocks(text, 'json')
    expect(parseStored(json!).program).toEqual(subject.program)
    writeFileSync(join(folder, 'program.json'), json!)
    const commands = blocks(text, 'sh').at(-1)!.replaceAll('\\\n', '').split('\n')
    for (const command of commands.filter((line) => !line.includes('diff --target'))) {
      const [name, ...args] = command.trim().split(/\s+/)
      expect(name).toBe('gdo')
      const { status, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
        cwd: folder,
        encoding: 'utf8',
        timeout: 60_000,
      })
      // Checking finds the violation again; a mere run is one.
      expect(status, `${command}\n${stderr}`).toBe(args[0] === 'check' ? 1 : 0)
    }
  })

  test('is the same each time', () => {
    expect(markdownReport(subject, '0.0.0')).toBe(text)
  })
})

describe('text from outside', () => {
  test('stays text', () => {
    const evil = 'x86 `rm` <script>alert(1)</script> ```\n# title\n| a | [b](c)'
    const text = markdownReport(finding({ host: evil }), '0.0.0')
    expect(text).not.toContain('<script>')
    expect(text.match(/^# /gm)).toHaveLength(1)
    expect(blocks(text, 'mermaid')).toHaveLength(2)
  })
  test('a diagram escapes what Mermaid knows, and is cut where nobody reads on', () => {
    const message = { who: 'kvm', text: 'a;b #DB %% <b>\nend', seenBy: 'host', differs: false } as const
    const text = sequenceDiagram(Array.from({ length: 50 }, () => message))
    const [diagram] = blocks(text, 'mermaid')
    expect(isDiagram(diagram!)).toBe(true)
    expect(diagram).toContain('K-->>H: a#59;b #35;DB #37;#37; #lt;b#gt; end')
    expect(diagram).toContain('… 10 more')
    expect(isDiagram('sequenceDiagram\n  K-->>H: #DB; drop')).toBe(false)
  })
})
