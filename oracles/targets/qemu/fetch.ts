/**
 * What a kernel under QEMU needs and Debian has, into the cache.
 */
import { Unavailable } from '../target.ts'
import { fetchCrossCompiler, hasArm64Compiler } from './cross-compiler.ts'
import { type Architecture, Archive, type Suite } from './debian.ts'
import { type Emulator, fetchEmulator } from './emulator.ts'
import { fetchedPackage, fetchKernel } from './kernels.ts'
import { emulatorOf, type Platform } from './platform.ts'

export interface FetchOptions {
  /** One of the platform's. */
  readonly release: string
  /** Base URI of a mirror; `null` for the one of this computer's apt, or Debian's own. */
  readonly mirror: string | null
  /** Looks for a newer kernel than the one that is there. */
  readonly update: boolean
  /** Told of each thing, as soon as it is there. */
  readonly onDone: (thing: Fetched) => void
}

/** One thing that is there now. */
export interface Fetched {
  readonly what: 'qemu' | 'compiler' | 'kernel'
  readonly title: string
  /** It was there before. */
  readonly isNew: boolean
}

const QEMU_SUITE: Suite = 'trixie-backports'
/** Its programs run with the C library of this computer: the older, the better. */
const COMPILER_SUITE: Suite = 'bookworm'
/** What QEMU and the compiler are fetched for. */
const HOST: Architecture = 'amd64'

/** The QEMU that is there, or `null`. */
const presentEmulator = async (platform: Platform, release: string): Promise<Emulator | null> => {
  try {
    return await emulatorOf(platform, release)
  } catch (error) {
    if (error instanceof Unavailable) return null
    throw error
  }
}

/**
 * Fetches QEMU, if there is none that is new enough, a compiler for the runner, if there is none, and a kernel.
 *
 * @throws Unavailable without apt, Debian's keyring or network; what was fetched before that stays.
 */
export const fetchFor = async (
  platform: Platform,
  { release, mirror, update, onDone }: FetchOptions,
): Promise<void> => {
  const archives = new Map<string, Promise<Archive>>()
  const open = (suite: Suite, architecture: Architecture): Promise<Archive> => {
    const key = `${suite} ${architecture}`
    const archive = archives.get(key) ?? Archive.open(suite, architecture, mirror)
    archives.set(key, archive)
    return archive
  }
  const openHost = (suite: Suite, what: string): Promise<Archive> => {
    if (process.arch === 'x64') return open(suite, HOST)
    throw new Unavailable(`${what} is fetched for x86-64 only`, `install ${what} with the system’s packages`)
  }
  const { emulator, kernels, modules } = platform
  const present = await presentEmulator(platform, release)
  const qemu = present ?? (await fetchEmulator(emulator, await openHost(QEMU_SUITE, emulator.package)))
  onDone({ what: 'qemu', title: `QEMU ${qemu.version}`, isNew: present === null })

  if (platform.isCrossCompiled) {
    const isNew = !(await hasArm64Compiler())
    if (isNew) await fetchCrossCompiler(await openHost(COMPILER_SUITE, 'gcc-aarch64-linux-gnu'))
    onDone({ what: 'compiler', title: 'C compiler for arm64', isNew })
  }

  const known = update ? null : await fetchedPackage(kernels, release)
  const { found, isNew } = known
    ? { found: known, isNew: false }
    : await fetchKernel(
        await open(kernels.releases[release]!.suite, kernels.architecture),
        kernels,
        release,
        modules,
      )
  onDone({ what: 'kernel', title: `${found.name} ${found.version}`, isNew })
  for (const archive of archives.values()) await (await archive).close()
}
