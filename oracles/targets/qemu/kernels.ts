/**
 * Kernels to boot: Debian's, fetched into the cache, or anybody's own.
 */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError } from '../../../model/program.ts'
import { cacheFile, makeOnce } from '../cache.ts'
import { Unavailable } from '../target.ts'
import type { Archive, Package, Suite } from './debian.ts'
import { readModules } from './modules.ts'

/** A kernel image, and the modules that belong to it. */
export interface Kernel {
  /** Path of the image. */
  readonly image: string
  /** Folder with the modules; `null` if all that is needed is built in. */
  readonly modules: string | null
  /** What it is, for people. */
  readonly title: string
  /** As `uname -r` has it; `null` if that shows when it has booted. */
  readonly release: string | null
  /** Whether it is known to have a driver for virtio consoles, built in or among the modules. */
  readonly hasVirtioConsole: boolean
}

/** Which of Debian's kernels: that of Debian 12, and the newest there is for Debian 13. */
export type Release = 'stable' | 'newest'

/** Where each of them comes from. */
export const RELEASES: { readonly [R in Release]: Suite } = {
  stable: 'bookworm',
  newest: 'trixie-backports',
}

export const isRelease = (text: string): text is Release => Object.hasOwn(RELEASES, text)

/** Always the current kernel: the packages with a version in their name come and go. */
const META_PACKAGE = 'linux-image-cloud-amd64'

const kernelFolder = (release: Release): string => cacheFile('kernels', 'amd64', release)

/** A kernel that was fetched, or `null`. */
export const fetchedPackage = async (release: Release): Promise<Package | null> => {
  const text = await readFile(join(kernelFolder(release), 'package.json'), 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as Package)
}

/**
 * One of Debian's kernels.
 *
 * @param remedy how to fetch it.
 * @throws Unavailable if it is not in the cache.
 */
export const fetchedKernel = async (release: Release, remedy: string): Promise<Kernel> => {
  const found = await fetchedPackage(release)
  if (found === null) throw new Unavailable(`Debian’s ${release} kernel is not in the cache`, remedy)
  const folder = kernelFolder(release)
  return {
    image: join(folder, 'vmlinuz'),
    modules: join(folder, 'modules'),
    title: `${found.name} ${found.version}`,
    release: found.name.replace(/^linux-image-/, ''),
    hasVirtioConsole: true,
  }
}

/** The field that every bzImage has: Documentation/arch/x86/boot.rst, "HdrS" at 0x202. */
const isBzImage = async (path: string): Promise<boolean> => {
  const data = await readFile(path)
  return data.toString('latin1', 0x202, 0x206) === 'HdrS'
}

/**
 * A kernel from a file.
 *
 * @param image path of a bzImage.
 * @param modules lib/modules/VERSION of it; `null` if KVM is built in.
 * @throws InputError if one of them is none. GDO-1621.
 */
export const givenKernel = async (image: string, modules: string | null): Promise<Kernel> => {
  const info = await stat(image).catch(() => null)
  if (!info?.isFile() || !(await isBzImage(image)))
    throw new InputError('GDO-1621', `${image}: expected a Linux kernel for x86 (bzImage)`)
  if (modules !== null && !(await stat(modules).catch(() => null))?.isDirectory())
    throw new InputError('GDO-1621', `${modules}: expected a folder lib/modules/VERSION`)
  return { image, modules, title: image, release: null, hasVirtioConsole: false }
}

/** The only entry of a folder with a name. */
const find = async (folder: string, name: RegExp): Promise<string> => {
  const paths = await readdir(folder, { recursive: true })
  const path = paths.find((each) => name.test(each))
  if (path === undefined)
    throw new Unavailable(`Debian’s kernel package has no ${name}`, 'report it: the package has changed')
  return join(folder, path)
}

/**
 * Fetches Debian's current kernel of a release into the cache: its image, and those modules that are wanted. One that
 * is there is replaced if it has another version.
 */
export const fetchKernel = async (
  archive: Archive,
  release: Release,
  wanted: readonly string[],
): Promise<{ readonly found: Package; readonly isNew: boolean }> => {
  const meta = await archive.show(META_PACKAGE)
  const name = meta.depends.find((each) => /^linux-image-\d/.test(each))
  if (name === undefined)
    throw new Unavailable(`${META_PACKAGE} names no kernel`, 'report it: the package has changed')
  const { version, depends } = await archive.show(name)
  const found = { name, version }
  const present = await fetchedPackage(release)
  if (present?.name === name && present.version === version) return { found, isNew: false }
  // Newer packages are split: the image depends on its binary and on its modules.
  const parts = depends.filter((each) => /^linux-(binary|modules)-\d/.test(each))
  const folder = kernelFolder(release)
  const next = `${folder}.next`
  await rm(next, { recursive: true, force: true })
  await makeOnce(next, async (unfinished) => {
    const all = join(unfinished, 'all')
    await archive.unpack([name, ...parts], all)
    await rename(await find(all, /(^|\/)vmlinuz[^/]*$/), join(unfinished, 'vmlinuz'))
    await mkdir(join(unfinished, 'modules'))
    for (const module of await readModules(await find(all, /(^|\/)lib\/modules\/[^/]+$/), wanted))
      await writeFile(join(unfinished, 'modules', `${module.name}.ko`), module.data)
    await writeFile(join(unfinished, 'package.json'), `${JSON.stringify(found)}\n`)
    await rm(all, { recursive: true })
  })
  await rm(folder, { recursive: true, force: true })
  await rename(next, folder)
  return { found, isNew: true }
}
