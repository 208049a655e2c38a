/**
 * Kernels to boot: Debian's, fetched into the cache, or anybody's own.
 */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError } from '../../../model/program.ts'
import { cacheFile, makeOnce } from '../cache.ts'
import { Unavailable } from '../target.ts'
import type { Architecture, Archive, Package, Suite } from './debian.ts'
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

/** Where one of Debian's kernels comes from. */
export interface Release {
  readonly suite: Suite
  /** The package that always depends on the current kernel: those with a version in their name come and go. */
  readonly meta: string
}

/** The kernels of one architecture. */
export interface KernelKind {
  readonly architecture: Architecture
  /** By the names that the command line knows them by. */
  readonly releases: { readonly [name: string]: Release }
  /** What an image is called, as the end of a sentence. */
  readonly expects: string
  readonly isImage: (data: Buffer) => boolean
}

const kernelFolder = ({ architecture }: KernelKind, release: string): string =>
  cacheFile('kernels', architecture, release)

/** A kernel that was fetched, or `null`. */
export const fetchedPackage = async (kind: KernelKind, release: string): Promise<Package | null> => {
  const path = join(kernelFolder(kind, release), 'package.json')
  const text = await readFile(path, 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as Package)
}

/**
 * One of Debian's kernels.
 *
 * @param remedy how to fetch it.
 * @throws Unavailable if it is not in the cache.
 */
export const fetchedKernel = async (kind: KernelKind, release: string, remedy: string): Promise<Kernel> => {
  const found = await fetchedPackage(kind, release)
  if (found === null)
    throw new Unavailable(`Debian’s ${release} kernel for ${kind.architecture} is not in the cache`, remedy)
  const folder = kernelFolder(kind, release)
  return {
    image: join(folder, 'vmlinuz'),
    modules: join(folder, 'modules'),
    title: `${found.name} ${found.version}`,
    release: found.name.replace(/^linux-image-/, ''),
    hasVirtioConsole: true,
  }
}

/**
 * A kernel from a file.
 *
 * @param image path of an image as the architecture boots it.
 * @param modules lib/modules/VERSION of it; `null` if KVM is built in.
 * @throws InputError if one of them is none. GDO-1621.
 */
export const givenKernel = async (
  kind: KernelKind,
  image: string,
  modules: string | null,
): Promise<Kernel> => {
  const info = await stat(image).catch(() => null)
  if (!info?.isFile() || !kind.isImage(await readFile(image)))
    throw new InputError('GDO-1621', `${image}: expected ${kind.expects}`)
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
  kind: KernelKind,
  release: string,
  wanted: readonly string[],
): Promise<{ readonly found: Package; readonly isNew: boolean }> => {
  const { meta: metaPackage } = kind.releases[release]!
  const meta = await archive.show(metaPackage)
  const name = meta.depends.find((each) => /^linux-image-\d/.test(each))
  if (name === undefined)
    throw new Unavailable(`${metaPackage} names no kernel`, 'report it: the package has changed')
  const { version, depends } = await archive.show(name)
  const found = { name, version }
  const present = await fetchedPackage(kind, release)
  if (present?.name === name && present.version === version) return { found, isNew: false }
  // Newer packages are split: the image depends on its binary and on its modules.
  const parts = depends.filter((each) => /^linux-(binary|modules)-\d/.test(each))
  const folder = kernelFolder(kind, release)
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
