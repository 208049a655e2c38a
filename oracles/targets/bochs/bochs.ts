/**
 * Bochs: Debian's, fetched into the cache with what makes a CD that it boots. An installed one is not used: what its
 * CPU does was measured with one version.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { packageFile } from '../../package.ts'
import { cacheFile, makeOnce } from '../cache.ts'
import { buildPreloaded } from '../kvm/build.ts'
import type { Archive } from '../qemu/debian.ts'
import type { Boot, Channel, Emulator, EmulatorKind } from '../qemu/platform.ts'
import { Unavailable } from '../target.ts'
import { bootableImage } from './iso.ts'

/** Bochs 3.1 of Debian sid boots no kernel: a division error early in their start (measured). */
const VERSION = '3.0'

const PACKAGES = ['bochs', 'bochsbios', 'vgabios', 'xorriso', 'isolinux', 'syslinux-common']

const folder = (): string => cacheFile('bochs')
const LIBRARIES = 'usr/lib/x86_64-linux-gnu'

/** What is needed of the packages and of those that they depend on. */
const NEEDED = [
  'usr/bin/bochs-bin',
  'usr/bin/xorriso',
  'usr/lib64',
  LIBRARIES,
  'usr/share/bochs',
  // What VGABIOS-lgpl-latest points to.
  'usr/share/vgabios',
  'usr/lib/ISOLINUX',
  'usr/lib/syslinux/modules/bios',
]

/**
 * A program of the unpacked packages, which bring their own C library and so their own loader.
 *
 * @param preloaded path of a library that goes before its own.
 */
const programArgv = (name: string, preloaded?: string): [string, ...string[]] => {
  const libraries = join(folder(), LIBRARIES)
  return [
    join(folder(), 'usr/lib64/ld-linux-x86-64.so.2'),
    '--library-path',
    [libraries, join(libraries, 'pulseaudio')].join(':'),
    ...(preloaded === undefined ? [] : ['--preload', preloaded]),
    join(folder(), 'usr/bin', name),
  ]
}

const bochsArgv = (preloaded?: string): [string, ...string[]] => [
  // With its server gone it would run on for ever.
  'setpriv',
  '--pdeathsig',
  'KILL',
  'env',
  `LTDL_LIBRARY_PATH=${join(folder(), LIBRARIES, 'bochs/plugins')}`,
  `BXSHARE=${join(folder(), 'usr/share/bochs')}`,
  ...programArgv('bochs-bin', preloaded),
]

/** What takes lines and gives lines, as the runner does, and has Bochs behind it. */
const server = (): string => packageFile('dist', 'oracles', 'targets', 'bochs', 'serve.js')

/** The channel of `ports.c`. Sectors are there at once, and there are many. */
const PORTS: Channel = { device: 'ports', inFlight: 4 }

/** Lines of a bochsrc; `{disk}` is the server's. */
const configuration = (model: string, cd: string, log: string): string[] => {
  const share = join(folder(), 'usr/share/bochs')
  return [
    'megs: 512',
    // A triple fault ends the run; kernels read MSRs that the CPU does not have.
    `cpu: model=${model}, count=1, ips=20000000, reset_on_triple_fault=0, ignore_bad_msrs=1`,
    // Never wait for the clock on the wall.
    'clock: sync=none, time0=utc',
    `romimage: file=${join(share, 'BIOS-bochs-latest')}`,
    `vgaromimage: file=${join(share, 'VGABIOS-lgpl-latest')}`,
    // The only display that needs neither a window nor a terminal: a VNC server, which no-network.c keeps from serving.
    'display_library: rfb, options="timeout=0"',
    'ata0: enabled=1, ioaddr1=0x1f0, ioaddr2=0x3f0, irq=14',
    `ata0-master: type=cdrom, path=${cd}, status=inserted`,
    'ata1: enabled=1, ioaddr1=0x170, ioaddr2=0x370, irq=15',
    // One sector is one cylinder's: nothing moves far.
    'ata1-master: type=disk, path={disk}, mode=flat, cylinders=0, translation=none',
    'boot: cdrom',
    `com1: enabled=1, mode=file, dev=${log}`,
    'port_e9_hack: enabled=1',
    'log: /dev/stderr',
    'panic: action=fatal',
    'error: action=ignore',
    'info: action=ignore',
    'debug: action=ignore',
    'speaker: enabled=0',
    'sound: driver=dummy',
  ]
}

const boot = async (
  model: string,
  { image, initramfs, parameters, log }: Boot,
): Promise<[string, ...string[]]> => {
  const cd = await bootableImage({
    xorriso: programArgv('xorriso'),
    loader: join(folder(), 'usr/lib/ISOLINUX/isolinux.bin'),
    loaderModule: join(folder(), 'usr/lib/syslinux/modules/bios/ldlinux.c32'),
    image,
    initramfs,
    parameters,
  })
  return [
    process.execPath,
    server(),
    ...bochsArgv(await buildPreloaded(packageFile('oracles', 'targets', 'bochs', 'no-network.c'))),
    '-q',
    '-f',
    '/dev/null',
    ...configuration(model, cd, log),
  ]
}

/** Milliseconds; a kernel takes some 8 s of CPU time to its first answer. */
const STARTS_WITHIN = 120_000

/** The version that the fetched one says, or `null`. */
const versionOf = async (): Promise<string | null> => {
  if (!existsSync(folder())) return null
  const [program, ...args] = bochsArgv()
  // The banner comes on either stream.
  const { stdout, stderr } = await promisify(execFile)(program, [...args, '--help']).catch((error) => error)
  return /Bochs x86 Emulator (\d+\.\d+)/.exec(`${stdout}${stderr}`)?.[1] ?? null
}

const find = async (model: string, remedy: string): Promise<Emulator> => {
  const version = await versionOf()
  if (version === null) throw new Unavailable('Bochs is not in the cache', remedy)
  if (version !== VERSION)
    throw new Unavailable(
      `Bochs ${version} is in the cache, and kernels were measured with ${VERSION}`,
      `remove ${folder()}, then ${remedy}`,
    )
  return {
    title: `Bochs ${version}`,
    channel: () => PORTS,
    startsWithin: STARTS_WITHIN,
    boot: (what) => boot(model, what),
  }
}

const fetch = async (archive: Archive): Promise<void> => {
  await makeOnce(folder(), async (unfinished) => {
    const all = join(unfinished, 'all')
    await archive.unpackWithDependencies(PACKAGES, all)
    for (const path of NEEDED) {
      await mkdir(dirname(join(unfinished, path)), { recursive: true })
      await rename(join(all, path), join(unfinished, path))
    }
    await rm(all, { recursive: true })
  })
}

/**
 * Bochs as the computer.
 *
 * @param model of the CPU, as `bochs --help cpu` lists them.
 */
export const bochs = (model: string): EmulatorKind => ({
  name: 'bochs',
  package: 'bochs',
  suite: 'trixie',
  find: (remedy) => find(model, remedy),
  fetch,
})
