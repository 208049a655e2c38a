/**
 * Packages from Debian's archive, downloaded and unpacked but not installed: apt with a state of its own, so that
 * neither the computer's package lists nor its release matter. apt verifies the archive's signatures with the
 * installed Debian keyring.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cacheFile, makeCacheFolder } from '../cache.ts'
import { Unavailable } from '../target.ts'

/** Releases that packages are taken from: the suites in which apt looks. */
const SUITES = {
  bookworm: {
    suites: ['bookworm', 'bookworm-updates'],
    security: ['bookworm-security'],
    // The newest version of all three.
    preferred: null,
  },
  'trixie-backports': {
    suites: ['trixie', 'trixie-backports'],
    security: [],
    // Backports are never the newest version for apt unless they are asked for.
    preferred: 'trixie-backports',
  },
} as const

export type Suite = keyof typeof SUITES

/** Debian's name of the architecture that packages are for. It need not be this computer's. */
export type Architecture = 'amd64' | 'arm64'

const KEYRINGS = ['pgp', 'gpg'].map((type) => `/usr/share/keyrings/debian-archive-keyring.${type}`)
const ARCHIVE = 'http://deb.debian.org/debian'
const SECURITY_ARCHIVE = 'http://deb.debian.org/debian-security'

/** A package in the version that was chosen. */
export interface Package {
  readonly name: string
  readonly version: string
}

const ENVIRONMENT = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' }
const LARGEST_OUTPUT = 64 * 1024 * 1024

const run = async (program: string, args: readonly string[], cwd?: string): Promise<string> => {
  try {
    const options = { env: ENVIRONMENT, maxBuffer: LARGEST_OUTPUT, ...(cwd === undefined ? {} : { cwd }) }
    return (await promisify(execFile)(program, args, options)).stdout
  } catch (error) {
    const { code, stderr = '' } = error as { code?: unknown; stderr?: string }
    if (code === 'ENOENT')
      throw new Unavailable(
        `${program} is not installed, which fetches Debian’s packages`,
        'install apt, or bring your own: --kernel FILE, and QEMU 10.0 or newer',
      )
    const line = stderr.split('\n').find((text) => /^(E|Err|W|dpkg)/.test(text)) ?? `exit code ${code}`
    throw new Unavailable(
      `${program} ${args.includes('update') ? 'update ' : ''}fails: ${line}`,
      'see that Debian’s archive can be reached and the disk is not full; --mirror URI names another mirror',
    )
  }
}

/** The mirrors that this computer's own apt uses, as far as they are Debian's. */
const configuredMirrors = async (): Promise<readonly string[]> => {
  const format = ['--no-release-info', '--format', '$(REPO_URI)', 'Created-By: Packages']
  const lines = (await run('apt-get', ['indextargets', ...format])).split('\n')
  return lines.map((line) => line.trim().replace(/\/+$/, '')).filter((uri) => /^(https?|file):/.test(uri))
}

/** Fields of `apt-cache show`. */
const field = (record: string, name: string): string =>
  new RegExp(`^${name}: (.*)$`, 'm').exec(record)?.[1] ?? ''

/** Unpacks the packages of a folder. */
const unpackAll = async (folder: string, to: string): Promise<void> => {
  await mkdir(to, { recursive: true })
  for (const name of await readdir(folder))
    if (name.endsWith('.deb')) await run('dpkg-deb', ['-x', join(folder, name), to])
}

/** The archive, as far as one release goes. */
export class Archive {
  readonly #folder: string
  readonly #options: readonly string[]

  private constructor(folder: string) {
    this.#folder = folder
    this.#options = ['-c', join(folder, 'apt.conf')]
  }

  /**
   * Opens the archive and reads its current lists.
   *
   * @param architecture that of all its packages; this computer's own architectures stay as they are.
   * @param mirror the base URI of a mirror; without it the one of this computer's apt, or Debian's own.
   * @throws Unavailable without apt, without Debian's keyring, or if the archive cannot be reached.
   */
  static async open(suite: Suite, architecture: Architecture, mirror: string | null): Promise<Archive> {
    const folder = cacheFile('apt', `${suite}-${architecture}`)
    const archive = new Archive(folder)
    const { suites, security, preferred } = SUITES[suite]
    const configured = await configuredMirrors()
    const base = mirror ?? configured.find((uri) => /\/debian$/.test(uri)) ?? ARCHIVE
    const securityBase = configured.find((uri) => /\/debian-security$/.test(uri)) ?? SECURITY_ARCHIVE
    const keyring = KEYRINGS.find((path) => existsSync(path))
    if (keyring === undefined)
      throw new Unavailable(
        'Debian’s keyring is not installed, which verifies its packages',
        'apt-get install debian-archive-keyring',
      )
    for (const path of ['state/lists/partial', 'cache/archives/partial'])
      await makeCacheFolder(join(folder, path))
    const line = (uri: string, name: string): string => `deb [signed-by=${keyring}] ${uri} ${name} main\n`
    await writeFile(
      join(folder, 'sources.list'),
      [...suites.map((name) => line(base, name)), ...security.map((name) => line(securityBase, name))].join(
        '',
      ),
    )
    await writeFile(join(folder, 'status'), '')
    await writeFile(
      join(folder, 'apt.conf'),
      [
        ['APT::Architecture', architecture],
        ['APT::Architectures', architecture],
        ...(preferred === null ? [] : [['APT::Default-Release', preferred]]),
        ['APT::Install-Recommends', 'false'],
        // A list that cannot be fetched is an error, not a warning.
        ['APT::Update::Error-Mode', 'any'],
        ['Acquire::Languages', 'none'],
        ['Acquire::Retries', '2'],
        ['Dir::State', join(folder, 'state')],
        ['Dir::State::status', join(folder, 'status')],
        ['Dir::Cache', join(folder, 'cache')],
        ['Dir::Etc::sourcelist', join(folder, 'sources.list')],
        ['Dir::Etc::sourceparts', '/dev/null'],
      ]
        .map(([name, value]) => `${name} "${value}";\n`)
        .join(''),
    )
    await run('apt-get', [...archive.#options, 'update'])
    return archive
  }

  /** The newest version of a package, and the names in its Depends. */
  async show(name: string): Promise<Package & { readonly depends: readonly string[] }> {
    const record = await run('apt-cache', [...this.#options, 'show', '--no-all-versions', name])
    return {
      name,
      version: field(record, 'Version'),
      depends: field(record, 'Depends')
        .split(/[,|]/)
        .map((text) => text.trim().split(' ')[0]!),
    }
  }

  /** Downloads packages, and nothing that they need, and unpacks them into a folder. */
  async unpack(names: readonly string[], to: string): Promise<void> {
    const downloads = join(this.#folder, 'downloads')
    await rm(downloads, { recursive: true, force: true })
    await mkdir(downloads)
    await run('apt-get', [...this.#options, 'download', ...names], downloads)
    await unpackAll(downloads, to)
  }

  /** Downloads packages with all that they need, down to the C library, and unpacks them into a folder. */
  async unpackWithDependencies(names: readonly string[], to: string): Promise<void> {
    // What an earlier call has downloaded is used, unless there is a newer version by now.
    await run('apt-get', [...this.#options, 'autoclean'])
    await run('apt-get', [...this.#options, '-y', '--download-only', 'install', ...names])
    await unpackAll(join(this.#folder, 'cache', 'archives'), to)
  }

  /** Removes the lists and the downloaded packages. */
  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }
}
