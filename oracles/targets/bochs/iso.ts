/**
 * A CD image that boots a kernel: Bochs loads none by itself.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cacheFile, makeOnce } from '../cache.ts'

export interface BootableImage {
  /** The program that makes it. */
  readonly xorriso: readonly [string, ...string[]]
  /** isolinux.bin, and the ldlinux.c32 that it loads. */
  readonly loader: string
  readonly loaderModule: string
  /** Path of the kernel. */
  readonly image: string
  /** Path of its first root file system. */
  readonly initramfs: string
  /** Of the kernel; one with an empty value is a word without `=`. */
  readonly parameters: { readonly [name: string]: string }
}

const commandLine = (parameters: BootableImage['parameters']): string =>
  Object.entries(parameters)
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`))
    .join(' ')

/** Path of the image in the cache; it is made if it is not there. */
export const bootableImage = async (options: BootableImage): Promise<string> => {
  const { xorriso, loader, loaderModule, image, initramfs, parameters } = options
  const menu = [
    'default kernel',
    'prompt 0',
    'timeout 0',
    'label kernel',
    ' kernel /kernel',
    ' initrd /initrd',
    ` append ${commandLine(parameters)}`,
    '',
  ].join('\n')
  const hash = createHash('sha256').update(menu)
  for (const path of [loader, loaderModule, image, initramfs]) hash.update(await readFile(path))
  return makeOnce(cacheFile('iso', `${hash.digest('hex').slice(0, 16)}.iso`), async (unfinished) => {
    const files = `${unfinished}.files`
    const folder = join(files, 'isolinux')
    await mkdir(folder, { recursive: true })
    try {
      await copyFile(loader, join(folder, 'isolinux.bin'))
      await copyFile(loaderModule, join(folder, 'ldlinux.c32'))
      await writeFile(join(folder, 'isolinux.cfg'), menu)
      await copyFile(image, join(files, 'kernel'))
      await copyFile(initramfs, join(files, 'initrd'))
      const [program, ...args] = xorriso
      await promisify(execFile)(program, [
        ...args,
        ...['-as', 'mkisofs', '-quiet', '-o', unfinished],
        ...['-b', 'isolinux/isolinux.bin', '-c', 'isolinux/boot.cat'],
        ...['-no-emul-boot', '-boot-load-size', '4', '-boot-info-table', files],
      ])
    } finally {
      await rm(files, { recursive: true, force: true })
    }
  })
}
