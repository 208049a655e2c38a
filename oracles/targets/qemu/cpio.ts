/**
 * The archive that a kernel unpacks into its first root file system: "newc" cpio, Documentation/driver-api/
 * early-userspace/buffer-format.rst in the kernel's sources.
 */

export interface ArchiveEntry {
  /** Without a leading slash. */
  readonly name: string
  /** File type and permissions, as in stat. */
  readonly mode: number
  readonly data?: Uint8Array
  /** Major and minor number of a device node. */
  readonly device?: readonly [number, number]
}

const FOLDER = 0o040755
const EXECUTABLE = 0o100755
const FILE = 0o100644
const CHARACTER_DEVICE = 0o020600

export const folder = (name: string): ArchiveEntry => ({ name, mode: FOLDER })
export const executable = (name: string, data: Uint8Array): ArchiveEntry => ({ name, mode: EXECUTABLE, data })
export const file = (name: string, data: Uint8Array): ArchiveEntry => ({ name, mode: FILE, data })
export const characterDevice = (name: string, major: number, minor: number): ArchiveEntry => ({
  name,
  mode: CHARACTER_DEVICE,
  device: [major, minor],
})

const padded = (bytes: Uint8Array): Uint8Array[] => [bytes, new Uint8Array(-bytes.length & 3)]

const record = (inode: number, { name, mode, data, device }: ArchiveEntry): Uint8Array[] => {
  const text = Buffer.from(`${name}\0`)
  const size = data?.length ?? 0
  const links = 1
  const fields = [inode, mode, ...[0, 0], links, 0, size, ...[0, 0], ...(device ?? [0, 0]), text.length, 0]
  const header = `070701${fields.map((field) => field.toString(16).toUpperCase().padStart(8, '0')).join('')}`
  return [...padded(Buffer.concat([Buffer.from(header), text])), ...padded(data ?? new Uint8Array())]
}

/** Packs entries; a folder comes before what is in it. The same entries give the same bytes. */
export const cpio = (entries: readonly ArchiveEntry[]): Buffer =>
  Buffer.concat([...entries, { name: 'TRAILER!!!', mode: 0 }].flatMap((entry, i) => record(i + 1, entry)))
