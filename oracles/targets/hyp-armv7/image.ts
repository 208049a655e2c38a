/**
 * The bare-metal image and the QEMU that runs it.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { packageFile } from '../../package.ts'
import { cacheFile, makeOnce } from '../cache.ts'
import { Unavailable } from '../target.ts'

const run = promisify(execFile)

const QEMU = 'qemu-system-arm'
const COMPILER = 'arm-none-eabi-gcc'
const FLAGS = [
  ...['-mcpu=cortex-a15', '-mfloat-abi=soft', '-marm', '-O1', '-Wall', '-Wextra'],
  ...['-ffreestanding', '-fno-builtin', '-nostdlib'],
]

/** Link script and header, then what is compiled. */
const FILES = [
  ...['image.ld', 'image.h'],
  ...['start.S', 'main.c', 'uart.c', 'hypervisor.c', 'host.c', 'program.c'],
]

/** Builds the image, unless it is in the cache. @throws Unavailable without the cross compiler. */
export const buildImage = async (): Promise<string> => {
  const [script, header, ...sources] = FILES.map((name) =>
    packageFile('oracles', 'targets', 'hyp-armv7', name),
  ) as [string, string, ...string[]]
  const hash = createHash('sha256').update(FLAGS.join(' '))
  for (const path of [script, header, ...sources]) hash.update('\0').update(await readFile(path))
  const path = cacheFile('hyp-armv7', `${hash.digest('hex').slice(0, 16)}.elf`)
  return makeOnce(path, async (unfinished) => {
    try {
      await run(COMPILER, [...FLAGS, '-T', script, ...sources, '-lgcc', '-o', unfinished])
    } catch (error) {
      const { code, stderr = '' } = error as { code?: unknown; stderr?: string }
      const reason = code === 'ENOENT' ? 'is not installed' : `fails: ${stderr.trim().split('\n')[0]}`
      throw new Unavailable(`${COMPILER}, which builds the image, ${reason}`, 'Debian: gcc-arm-none-eabi')
    }
  })
}

/** The version of the installed QEMU. @throws Unavailable if there is none. */
export const emulatorVersion = async (): Promise<string> => {
  try {
    const { stdout } = await run(QEMU, ['--version'])
    return /version (\S+)/.exec(stdout)?.[1] ?? 'unknown'
  } catch {
    throw new Unavailable(`${QEMU} is not installed, or does not run`, 'Debian: qemu-system-arm')
  }
}

/** The designs of the image's hypervisor, by variant: the word that asks for each (`image.h`). */
const DESIGN_WORDS = { 'no-traps': 1, 'raz-wi': 2, 'design-b': 3, ideal: 4 } as const
/** A design of the image's hypervisor. */
export type Design = keyof typeof DESIGN_WORDS
export const DESIGNS: readonly Design[] = Object.keys(DESIGN_WORDS) as Design[]

/**
 * The command that runs an image in Hyp mode, its UART on standard input and output. RAM reaches to where programs have
 * the host's code; QEMU takes no more of it than is touched.
 *
 * @param design `null` for the interpreter of records.
 */
export const commandFor = (image: string, design: Design | null): readonly [string, ...string[]] => [
  QEMU,
  ...['-M', 'virt,virtualization=on,gic-version=2', '-cpu', 'cortex-a15', '-m', '2048'],
  ...['-nographic', '-nodefaults', '-serial', 'stdio', '-monitor', 'none', '-kernel', image],
  ...(design === null ? [] : ['-device', `loader,addr=0x40070000,data=${DESIGN_WORDS[design]},data-len=4`]),
]
