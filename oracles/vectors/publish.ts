/**
 * `npm run vectors`: the layers of the known wrong forms, and the published set in `vectors/`, as `gdo export` writes
 * it: every oracle as JSON, and the programs as a corpus that judges itself. What was there before is replaced once the
 * new files are whole.
 */
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { itemsOf } from '../cli/registry.ts'
import { machineNamed } from '../machines/index.ts'
import { packageFile, packageVersion } from '../package.ts'
import { corpusWriter } from './corpus/writer.ts'
import { vectorMachines } from './machines.ts'
import { computeLayers, LAYERS_FILE } from './notes.ts'
import { oracles } from './oracles.ts'
import { writeVectors } from './output.ts'
import { isExported, isWrongForm } from './variants.ts'
import { jsonWriter } from './writers/json.ts'
import { holds } from './writers/writer.ts'

const published = packageFile('vectors')
const variants = vectorMachines.flatMap(({ name }) => machineNamed(name).variants)
const layers = computeLayers(variants.filter(({ status }) => status !== 'ideal'))
await writeFile(LAYERS_FILE, `${JSON.stringify(layers, null, 2)}\n`)

const folder = await mkdtemp(join(published, '.new-'))
try {
  const sources = oracles.map(({ machine, source }) =>
    source({
      variants: itemsOf(variants, machine).filter(isExported),
      wrong: itemsOf(variants, machine).filter(isWrongForm),
      seed: 1,
      generatorVersion: packageVersion(),
    }),
  )
  const programs = sources.filter(({ header }) => holds(corpusWriter, header))
  const { files } = await writeVectors(jsonWriter, sources, join(folder, 'json'))
  const corpus = await writeVectors(corpusWriter, programs, join(folder, 'corpus'))
  for (const name of await readdir(published)) if (/\.(json|c)$/.test(name)) await rm(join(published, name))
  for (const path of [...files, ...corpus.files]) await rename(path, join(published, basename(path)))
} finally {
  await rm(folder, { recursive: true, force: true })
}
