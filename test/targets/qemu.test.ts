import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeOnce } from '../../oracles/targets/cache.ts'
import {
  type ArchiveEntry,
  characterDevice,
  cpio,
  executable,
  file,
  folder,
} from '../../oracles/targets/qemu/cpio.ts'
import { readModules } from '../../oracles/targets/qemu/modules.ts'
import { kvmSvm } from '../../oracles/targets/qemu/svm.ts'
import { Unavailable } from '../../oracles/targets/target.ts'

let work = ''
const { GDO_CACHE } = process.env
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'gdo-qemu-'))
  process.env.GDO_CACHE = join(work, 'cache')
})
afterEach(() => {
  rmSync(work, { recursive: true })
  if (GDO_CACHE === undefined) delete process.env.GDO_CACHE
  else process.env.GDO_CACHE = GDO_CACHE
})

/** Reads an archive by the format’s description, independently of what wrote it. */
const unpack = (archive: Buffer): ArchiveEntry[] => {
  const entries: ArchiveEntry[] = []
  for (let at = 0; ; ) {
    expect(at % 4).toBe(0)
    expect(archive.toString('latin1', at, at + 6)).toBe('070701')
    const fields = Array.from({ length: 13 }, (_, i) =>
      Number.parseInt(archive.toString('latin1', at + 6 + 8 * i, at + 14 + 8 * i), 16),
    )
    const [inode, mode, , , , , size, , , major, minor, nameSize] = fields as [number, ...number[]]
    expect(inode).toBe(entries.length + 1)
    const nameEnd = at + 110 + nameSize!
    const name = archive.toString('utf8', at + 110, nameEnd - 1)
    expect(archive[nameEnd - 1]).toBe(0)
    const data = Math.ceil(nameEnd / 4) * 4
    if (name === 'TRAILER!!!') return entries
    entries.push({
      name,
      mode: mode!,
      ...(size! > 0 ? { data: archive.subarray(data, data + size!) } : {}),
      ...(major! + minor! > 0 ? { device: [major!, minor!] as const } : {}),
    })
    at = Math.ceil((data + size!) / 4) * 4
  }
}

describe('an initramfs', () => {
  const contents = (size: number): Buffer =>
    Buffer.from(Array.from({ length: size }, (_, i) => (i * 7) & 0xff))
  const entries = [
    folder('dev'),
    characterDevice('dev/console', 5, 1),
    executable('init', contents(1001)),
    ...[1, 2, 3, 4, 5].map((size) => file(`data-${'x'.repeat(size)}`, contents(size))),
  ]

  it('holds what was put in', () => {
    expect(unpack(cpio(entries))).toEqual(entries)
  })

  it('is what cpio unpacks', (ctx) => {
    if (spawnSync('cpio', ['--version']).error) ctx.skip('there is no cpio; apt-get install cpio')
    // A device node needs privileges.
    const plain = entries.filter(({ device }) => device === undefined)
    execFileSync('cpio', ['-id', '--quiet'], { cwd: work, input: cpio(plain) })
    expect(readdirSync(work).sort()).toEqual(plain.map(({ name }) => name).sort())
    expect(readFileSync(join(work, 'init'))).toEqual(contents(1001))
    expect(statSync(join(work, 'init')).mode & 0o777).toBe(0o755)
    expect(statSync(join(work, 'data-x')).mode & 0o777).toBe(0o644)
  })
})

describe('kernel modules', () => {
  const object = (depends: string): Buffer =>
    Buffer.from(`\x7fELF…\0license=GPL\0depends=${depends}\0retpoline=Y\0`)
  const put = (path: string, data: Uint8Array): void => {
    mkdirSync(join(work, path, '..'), { recursive: true })
    writeFileSync(join(work, path), data)
  }

  it('come with what they need, each before what needs it, and once', async () => {
    put('kernel/arch/x86/kvm/kvm-amd.ko', object('kvm,ccp'))
    put('kernel/arch/x86/kvm/kvm.ko', object('irqbypass'))
    put('kernel/virt/lib/irqbypass.ko', object(''))
    put('kernel/arch/x86/kvm/kvm-intel.ko', object('kvm'))
    const modules = await readModules(work, ['kvm_amd', 'kvm'])
    expect(modules.map(({ name }) => name)).toEqual(['irqbypass', 'kvm', 'kvm-amd'])
  })

  it.for([
    ['gz', 'gzip'],
    ['xz', 'xz'],
    ['zst', 'zstd'],
  ] as const)('may be compressed: %s', async ([suffix, program], ctx) => {
    if (spawnSync(program, ['--version']).error) ctx.skip(`there is no ${program}; install it`)
    put(`kvm.ko.${suffix}`, execFileSync(program, ['-c'], { input: object('') }))
    expect(await readModules(work, ['kvm'])).toEqual([{ name: 'kvm', data: object('') }])
  })

  it('that cannot be read are named', async () => {
    put('kvm.ko.xz', Buffer.from('no such thing'))
    await expect(readModules(work, ['kvm'])).rejects.toThrow(
      /kvm\.ko\.xz: xz (cannot read it|is not installed)/,
    )
  })
})

describe('the cache', () => {
  it('keeps what is whole, and nothing else', async () => {
    const path = join(work, 'cache', 'thing')
    const broken = makeOnce(path, async (unfinished) => {
      writeFileSync(unfinished, 'half')
      throw new Error('the disk is full')
    })
    await expect(broken).rejects.toThrow('the disk is full')
    expect(readdirSync(join(work, 'cache'))).toEqual([])

    const make = (text: string) => makeOnce(path, async (unfinished) => writeFileSync(unfinished, text))
    await make('first')
    await make('second')
    expect(readFileSync(path, 'utf8')).toBe('first')
  })

  it('that cannot be made is unavailable', async () => {
    writeFileSync(join(work, 'cache'), 'no folder')
    const error = await makeOnce(join(work, 'cache', 'thing'), async () => {}).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(Unavailable)
    expect((error as Unavailable).remedy).toContain('GDO_CACHE')
  })

  it('is rid of what a killed process has left', async () => {
    const { pid } = spawnSync('true')
    mkdirSync(join(work, 'cache'))
    writeFileSync(join(work, 'cache', `thing.unfinished-${pid}`), 'half')
    await makeOnce(join(work, 'cache', 'thing'), async (unfinished) => writeFileSync(unfinished, 'whole'))
    expect(readdirSync(join(work, 'cache'))).toEqual(['thing'])
  })
})

describe('the target kvm-svm', () => {
  const reasonOf = async (options: Parameters<typeof kvmSvm>[0]): Promise<unknown> =>
    kvmSvm(options).catch((error: unknown) => error)

  it.each([
    ['stable', 'gdo fetch kvm-svm'],
    ['newest', 'gdo fetch kvm-svm --release newest'],
  ] as const)('says what fetches the %s kernel', async (release, remedy) => {
    const error = await reasonOf({ release })
    expect(error).toBeInstanceOf(Unavailable)
    expect((error as Unavailable).remedy).toBe(remedy)
  })

  it('boots no file that is no kernel', async () => {
    const kernel = join(work, 'vmlinuz')
    writeFileSync(kernel, Buffer.alloc(4096))
    expect(await reasonOf({ kernel })).toMatchObject({
      code: 'GDO-1621',
      message: expect.stringContaining('expected a Linux kernel'),
    })
  })
})
