/**
 * Reads vector files, JSON and NDJSON.
 *
 * | code     | what is wrong with a file                                              |
 * |----------|------------------------------------------------------------------------|
 * | GDO-1701 | it is no vector file                                                   |
 * | GDO-1702 | it has another version                                                 |
 * | GDO-1703 | something in it is not as it is written                                |
 * | GDO-1704 | it is cut off                                                          |
 * | GDO-1705 | a vector was changed: its hash is not the one of its content           |
 * | GDO-1706 | the file was changed: a vector was added, removed or moved, or the header is another |
 * | GDO-1707 | two vectors have the same id                                           |
 * | GDO-1708 | a variant that is not known, or that the file has no expectations for  |
 * | GDO-1709 | a subject that this release does not have                              |
 */
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { InputError } from '../../model/program.ts'
import { type Codec, isObject, Mismatch } from '../codec.ts'
import { canonicalJson, Digest, inspected } from './canonical.ts'
import { type Header, VECTORS_FORMAT, VECTORS_VERSION, type Vector } from './envelope.ts'
import { endCodec, fileCodec, headerCodec, vectorCodecs } from './shape.ts'

/** A file whose header has been read. */
export interface OpenVectors {
  readonly path: string
  readonly header: Header
  /**
   * The vectors, each of them whole. They can be asked for once.
   *
   * @throws InputError for one that is not, and at the end if the file is not whole.
   */
  readonly tests: () => AsyncGenerator<Vector>
}

/** The longest line of an NDJSON file: a program with all its runs is far shorter. */
const LONGEST_LINE = 64 * 1024 * 1024
/** What fits into one string; beyond it a file is NDJSON. */
const LARGEST_JSON = 400 * 1024 * 1024

const READ_ERRORS: { readonly [code: string]: string } = {
  ENOENT: 'no such file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
}

const fault = (path: string, code: string, what: string): InputError =>
  new InputError(code, `${path}: ${what}`)

const decode = <T>(path: string, codec: Codec<T>, json: unknown, place: string): T => {
  try {
    return codec.decode(json)
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error
    const inside = [place, error.path].filter((part) => part !== '').join('.')
    throw fault(path, 'GDO-1703', inside === '' ? error.expectation : `${inside}: ${error.expectation}`)
  }
}

/** Lines without their ends; the last one is `null` if its end is missing. */
async function* linesOf(path: string): AsyncGenerator<string | null> {
  let rest = ''
  for await (const chunk of createReadStream(path, { encoding: 'utf8' })) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    if (rest.length > LONGEST_LINE) throw fault(path, 'GDO-1701', 'a line of more than 64 MiB')
    yield* lines
  }
  if (rest !== '') yield null
}

const parseLine = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** Refuses what is another kind of file, before its fields are looked at. */
const checkFormat = (path: string, json: unknown): void => {
  if (!isObject(json) || json.format !== VECTORS_FORMAT)
    throw fault(
      path,
      'GDO-1701',
      `expected a file that says "format": "${VECTORS_FORMAT}"; gdo export writes such files`,
    )
  if (json.version !== VECTORS_VERSION)
    throw fault(
      path,
      'GDO-1702',
      `version: this release reads vectors of version ${VECTORS_VERSION}, not ${JSON.stringify(json.version)}`,
    )
}

/** Looks at vectors one after the other, and at their end at all of them. */
class Inspector {
  readonly #path: string
  readonly #codec: Codec<Vector>
  readonly #known: {
    readonly variants: ReadonlySet<string>
    readonly notes: object
    readonly groups: ReadonlySet<string>
  }
  readonly #reference: string
  readonly #digest = new Digest()
  readonly #ids = new Set<string>()

  constructor(path: string, header: Header) {
    const { kind, variants, notes, groups } = header
    this.#path = path
    this.#codec = vectorCodecs[kind]
    this.#known = {
      variants: new Set(variants.map(({ id }) => id)),
      notes,
      groups: new Set(groups.map(({ name }) => name)),
    }
    this.#reference = variants[0]!.id
    this.#digest.add(canonicalJson(header))
  }

  /** @param place where it stands, for one that has no id. */
  vector(json: unknown, place: string): Vector {
    const name = isObject(json) && typeof json.id === 'string' ? json.id.slice(0, 100) : place
    const vector = decode(this.#path, this.#codec, json, name)
    const { line, isWhole } = inspected(vector)
    if (!isWhole)
      throw fault(
        this.#path,
        'GDO-1705',
        `${name}: changed after it was written: its hash is not the one of its content`,
      )
    if (this.#ids.has(name)) throw fault(this.#path, 'GDO-1707', `${name}: two vectors have this id`)
    this.#ids.add(name)
    this.#digest.add(line)
    this.#names(vector)
    return vector
  }

  /** What a vector names must be in the header. */
  #names({ id, group, notes, expect }: Vector): void {
    const { variants, notes: known, groups } = this.#known
    if (!groups.has(group))
      throw fault(this.#path, 'GDO-1703', `${id}.group: the header has no group ${group}`)
    for (const note of notes)
      if (!Object.hasOwn(known, note))
        throw fault(this.#path, 'GDO-1703', `${id}.notes: the header has no note ${note}`)
    if (!Object.hasOwn(expect, this.#reference))
      throw fault(this.#path, 'GDO-1703', `${id}.expect: nothing for ${this.#reference}`)
    for (const variant of Object.keys(expect))
      if (!variants.has(variant))
        throw fault(this.#path, 'GDO-1708', `${id}.expect: the header has no variant ${variant}`)
  }

  end({ numberOfTests, digest }: { readonly numberOfTests: number; readonly digest: string }): void {
    if (numberOfTests !== this.#ids.size)
      throw fault(this.#path, 'GDO-1706', `${this.#ids.size} vectors, where ${numberOfTests} were written`)
    if (this.#digest.hex() !== digest)
      throw fault(
        this.#path,
        'GDO-1706',
        'changed after it was written: its digest is not the one of its content',
      )
  }
}

async function* ndjsonTests(
  path: string,
  header: Header,
  lines: AsyncGenerator<string | null>,
): AsyncGenerator<Vector> {
  const cutOff = (what: string): InputError => fault(path, 'GDO-1704', `cut off: ${what}`)
  const inspector = new Inspector(path, header)
  let number = 1
  let isOver = false
  for await (const line of lines) {
    number += 1
    if (line === null) throw cutOff(`line ${number} has no end`)
    const json = parseLine(line)
    if (json === undefined) throw fault(path, 'GDO-1701', `line ${number} is not JSON`)
    if (isOver) throw fault(path, 'GDO-1703', `line ${number}: nothing may follow the end`)
    if (isObject(json) && Object.hasOwn(json, 'digest')) {
      inspector.end(decode(path, endCodec, json, `line ${number}`))
      isOver = true
    } else yield inspector.vector(json, `line ${number}`)
  }
  if (!isOver) throw cutOff('the last line, with digest and numberOfTests, is missing')
}

const jsonVectors = (path: string, text: string): OpenVectors => {
  const json = parseLine(text)
  if (json === undefined)
    throw text.trimStart().startsWith('{')
      ? fault(path, 'GDO-1704', 'not JSON: cut off, or changed')
      : fault(path, 'GDO-1701', text.trim() === '' ? 'the file is empty' : 'not JSON')
  checkFormat(path, json)
  if (isObject(json) && !Object.hasOwn(json, 'tests'))
    throw fault(path, 'GDO-1704', 'cut off: there are no vectors')
  const { tests, numberOfTests, digest, ...header } = decode(path, fileCodec, json, '')
  return {
    path,
    header: header as unknown as Header,
    tests: async function* () {
      const inspector = new Inspector(path, header as unknown as Header)
      for (const [i, test] of tests.entries()) yield inspector.vector(test, `tests[${i}]`)
      inspector.end({ numberOfTests, digest })
    },
  }
}

const firstLine = async (path: string, lines: AsyncGenerator<string | null>): Promise<string | null> => {
  try {
    return (await lines.next()).value ?? null
  } catch (error) {
    if (error instanceof InputError) throw error
    const code = (error as { code?: string }).code ?? ''
    throw new InputError('GDO-1006', `cannot read ${path}: ${READ_ERRORS[code] ?? code}`)
  }
}

/**
 * Opens a vector file and reads its header.
 *
 * @throws InputError that names the file and the place.
 */
export const openVectors = async (path: string): Promise<OpenVectors> => {
  const lines = linesOf(path)
  const first = await firstLine(path, lines)
  const json = first === null ? undefined : parseLine(first)
  try {
    if (isObject(json) && !Object.hasOwn(json, 'tests')) {
      checkFormat(path, json)
      const header = decode(path, headerCodec, json, '')
      return { path, header, tests: () => ndjsonTests(path, header, lines) }
    }
  } catch (error) {
    await lines.return(null)
    throw error
  }
  await lines.return(null)
  if ((await stat(path)).size > LARGEST_JSON)
    throw fault(path, 'GDO-1701', 'more than 400 MiB of JSON; --format ndjson is for so many vectors')
  return jsonVectors(path, await readFile(path, 'utf8'))
}
