/**
 * Reads written files back, and runs their vectors again.
 */
import { join } from 'node:path'
import { decisions } from '../../decisions/catalogue.ts'
import type { VectorSource } from '../envelope.ts'
import { openVectors } from '../read.ts'
import { modelRespondent, verifyVectors } from '../verify.ts'

const checkFile = async (path: string, { variants }: VectorSource): Promise<void> => {
  const file = await openVectors(path)
  const respondent = modelRespondent(file, { variants, decisions }, null)
  for await (const { id, outcome } of verifyVectors(file, respondent)) {
    if (outcome.kind !== 'differs') continue
    const [{ field, expected, actual }] = outcome.mismatches as [(typeof outcome.mismatches)[0]]
    throw new Error(`${id}: ${field} was written as ${expected} and is ${actual} when it is run again`)
  }
}

/**
 * Checks the file of each source.
 *
 * @returns what was done, in words.
 * @throws Error for the first vector that is not as it was written.
 */
export const checkWritten = async (
  folder: string,
  sources: readonly VectorSource[],
  nameOf: (source: VectorSource) => string,
): Promise<string> => {
  for (const source of sources)
    try {
      await checkFile(join(folder, nameOf(source)), source)
    } catch (error) {
      // Not even what the reader says of it is the user's fault.
      throw new Error(`${nameOf(source)} is not as it was written: ${(error as Error).message}`)
    }
  return 'read back and run again'
}
