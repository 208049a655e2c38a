/**
 * `npm run vectors`: the layers of the known wrong forms, and the published set in `vectors/`, as `gdo export --out DIR`
 * writes it. What was there before is
 * replaced once the new files are whole.
 */
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { variants } from '../../model/x86/variants/index.ts'
import { packageFile } from '../targets/package.ts'
import { computeLayers, LAYERS_FILE } from './notes.ts'
import { oracles } from './oracles.ts'
import { writeVectors } from './output.ts'
import { isExported, isWrongForm } from './variants.ts'
import { jsonWriter } from './writers/json.ts'

const { version } = JSON.parse(await readFile(packageFile('package.json'), 'utf8')) as { version: string }
const published = packageFile('vectors')
const layers = computeLayers(variants.filter(({ status }) => status !== 'ideal'))
await writeFile(LAYERS_FILE, `${JSON.stringify(layers, null, 2)}\n`)

const folder = await mkdtemp(join(published, '.new-'))
try {
  const sources = oracles.map(({ source }) =>
    source({
      variants: variants.filter(isExported),
      wrong: variants.filter(isWrongForm),
      seed: 1,
      generatorVersion: version,
    }),
  )
  await writeVectors(jsonWriter, sources, folder)
  for (const name of await readdir(published)) if (name.endsWith('.json')) await rm(join(published, name))
  for (const name of await readdir(folder)) await rename(join(folder, name), join(published, name))
} finally {
  await rm(folder, { recursive: true, force: true })
}
