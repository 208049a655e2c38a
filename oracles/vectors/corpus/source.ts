/**
 * The corpus as one C file: the runner, the tables, the judge.
 */
import { readFileSync } from 'node:fs'
import { packageFile } from '../../package.ts'
import { blockComment } from '../../reports/c/format.ts'
import { corpusData } from './data.ts'
import type { Corpus } from './entries.ts'
import { kinds } from './kinds.ts'

/** The file's name, wherever it is written. */
export const CORPUS_FILE = 'guest-debug-corpus.c'

const RUNNER = ['runner.h', 'run.c', 'x86.c', 'hello.c', 'ports.c', 'init.c'].map((name) =>
  packageFile('oracles', 'targets', 'kvm', name),
)
const HEADER = packageFile('oracles', 'vectors', 'corpus', 'corpus.h')
const JUDGE = packageFile('oracles', 'vectors', 'corpus', 'corpus.c')

const SYSTEM_HEADER = /^#include <(.+)>\n/gm

/** A source without what stands once at the head of the whole. */
const body = (source: string): string =>
  source
    .replace(/^(?:\/\/|\/\*) SPDX-License-Identifier: MIT(?: \*\/)?\n/, '')
    .replaceAll(SYSTEM_HEADER, '')
    .replaceAll(/^#include ".+"\n/gm, '')
    .replaceAll(/^#define _GNU_SOURCE\n/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll('…', '...')
    .trim()

/** What the head of the file says. */
const about = ({ entries, refused }: Corpus, version: string): string[] => [
  `${entries.length} programs for KVM's guest debugging (KVM_SET_GUEST_DEBUG, KVM_SET_DEBUGREGS), with the runs that the manuals and the KVM API allow for each.`,
  `Made by guest-debug-oracle ${version}; do not edit. There each program can be looked at, and the rules behind what is expected.`,
  '  cc -O2 -Wall -o guest-debug-corpus guest-debug-corpus.c && ./guest-debug-corpus',
  "It needs /dev/kvm on x86-64, libc and the headers of the kernel (5.15 or newer). Built with -static it is an init as well, with channel=DEVICE for its output and modules=NAME,... (from /modules, in this order) on the kernel's command line; it then switches the computer off.",
  "The output is KTAP, the exit codes are those of kselftest: 0 if everything is as expected or known, 1 if something is not, 4 if nothing can be run here. XFAIL is what the kernel is known to do otherwise, in exactly this way; a difference that is nobody's bug, but a policy, passes.",
  ...(refused.size === 0
    ? []
    : [`Left out: ${[...refused].map(([reason, times]) => `${reason} (${times})`).join(', ')}.`]),
]

/** The C file. @param version of this package. */
export const corpusSource = (corpus: Corpus, version: string): string => {
  const { entries } = corpus
  const sources = [...RUNNER, HEADER, JUDGE].map((path) => readFileSync(path, 'utf8'))
  const headers = new Set(
    sources.flatMap((source) => [...source.matchAll(SYSTEM_HEADER)].map(([line]) => line)),
  )
  const judge = sources.pop()!
  const title = `guest-debug-oracle ${version}: ${entries.length} programs`
  return `${[
    `// SPDX-License-Identifier: MIT\n${blockComment(about(corpus, version)).join('\n')}`,
    `#define _GNU_SOURCE\n${[...headers].sort().join('').trimEnd()}`,
    // What corpus.h leaves to the tables.
    `#define KINDS\t\t${kinds.length}`,
    ...sources.map(body),
    corpusData(entries, title).trimEnd(),
    body(judge),
  ].join('\n\n')}\n`
}
