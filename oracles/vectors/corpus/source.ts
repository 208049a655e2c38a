/**
 * The corpus of a machine as one C file: the runner, the tables, the judge.
 */
import { readFileSync } from 'node:fs'
import type { MachineTypes } from '../../../properties/machine.ts'
import { packageFile } from '../../package.ts'
import { blockComment } from '../../reports/c/format.ts'
import { corpusData, corpusSizes } from './data.ts'
import type { Corpus } from './entries.ts'
import type { CorpusMachine } from './machine.ts'

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
const about = <T extends MachineTypes>(
  of: CorpusMachine<T>,
  { entries, refused }: Corpus<T>,
  version: string,
): string[] => {
  const name = of.file.replace(/\.c$/, '')
  return [
    `${entries.length} programs for ${of.about.ioctls}, with the runs that the manuals and the KVM API allow for each.`,
    `Made by guest-debug-oracle ${version}; do not edit. There each program can be looked at, and the rules behind what is expected.`,
    `  cc -O2 -Wall -o ${name} ${of.file} && ./${name}`,
    `${of.about.needs} Built with -static it is an init as well, with channel=DEVICE for its output and modules=NAME,... (from /modules, in this order) on the kernel's command line; it then switches the computer off.`,
    "The output is KTAP, the exit codes are those of kselftest: 0 if everything is as expected or known, 1 if something is not, 4 if nothing can be run here. XFAIL is what the kernel is known to do otherwise, in exactly this way; a difference that is nobody's bug, but a policy, passes.",
    ...(refused.size === 0
      ? []
      : [`Left out: ${[...refused].map(([reason, times]) => `${reason} (${times})`).join(', ')}.`]),
  ]
}

/** The C file. @param version of this package. */
export const corpusSource = <T extends MachineTypes>(
  of: CorpusMachine<T>,
  corpus: Corpus<T>,
  version: string,
): string => {
  const { entries } = corpus
  const folder = ['oracles', 'vectors', 'corpus'] as const
  const read = (path: string): string => readFileSync(path, 'utf8')
  const runner = of.runner.map((name) => read(packageFile('oracles', 'targets', 'kvm', name)))
  const headers = [of.judge.header, 'corpus.h'].map((name) => read(packageFile(...folder, name)))
  const judge = [of.judge.source, 'corpus.c'].map((name) => read(packageFile(...folder, name)))
  const included = new Set(
    [...runner, ...headers, ...judge].flatMap((source) =>
      [...source.matchAll(SYSTEM_HEADER)].map(([line]) => line),
    ),
  )
  const title = `guest-debug-oracle ${version}: ${entries.length} programs`
  return `${[
    `// SPDX-License-Identifier: MIT\n${blockComment(about(of, corpus, version)).join('\n')}`,
    `#define _GNU_SOURCE\n${[...included].sort().join('').trimEnd()}`,
    ...runner.map(body),
    // What corpus.h leaves to the tables.
    corpusSizes(of),
    ...headers.map(body),
    corpusData(of, entries, title).trimEnd(),
    ...judge.map(body),
  ].join('\n\n')}\n`
}
