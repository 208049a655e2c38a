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

/** Builds the image, unless it is in the cache. @throws Unavailable without the cross compiler. */
export const buildImage = async (): Promise<string> => {
  const [script = '', ...sources] = ['image.ld', 'start.S', 'main.c'].map((name) =>
    packageFile('oracles', 'targets', 'hyp-armv7', name),
  )
  const hash = createHash('sha256').update(FLAGS.join(' '))
  for (const path of [script, ...sources]) hash.update('\0').update(await readFile(path))
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

/** The command that runs an image in Hyp mode, its UART on standard input and output. */
export const commandFor = (image: string): readonly [string, ...string[]] => [
  QEMU,
  ...['-M', 'virt,virtualization=on,gic-version=2', '-cpu', 'cortex-a15', '-m', '64'],
  ...['-nographic', '-nodefaults', '-serial', 'stdio', '-monitor', 'none', '-kernel', image],
]
