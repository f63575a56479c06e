import { requireDistinct, requireSafeName, shownName } from './entry-name'
import { PackRefused } from './pack-refused'
import { type ZipEnd, zipEnd } from './zip-end'
import { fullSizes } from './zip-extra'

const CENTRAL = 0x02014b50
const CENTRAL_BYTES = 46
/** As many as a pack may hold, and the bytes their names may take in memory. */
const MOST_ENTRIES = 200_000
const MOST_DIRECTORY_BYTES = 67_108_864
const ENCRYPTED = 0x2041
const REGULAR_FILE = 0o100000
const FILE_TYPE = 0o170000
const DOS_NOT_A_FILE = 0x18

/** What both headers of an entry say; the directory's says it first. */
export type EntryHeader = {
  needed: number
  flags: number
  method: number
  time: number
  date: number
  crc: number
  size: number
  packed: number
}
export type ZipEntry = EntryHeader & {
  path: string
  /** Its bytes in the file, header and all: up to where the next begins. */
  from: number
  to: number
}

type Record = ZipEntry & { madeBy: number; attributes: number; next: number }

/**
 * The entries of a pack in their order, each known to lie behind the one before it and to have a name that unpacks to one
 * file. Reads the directory alone. Throws PackRefused at the first thing that is not as in a pack.
 */
export async function zipDirectory(blob: Blob): Promise<ZipEntry[]> {
  const end = await zipEnd(blob)
  if (end.entries > MOST_ENTRIES || end.bytes > MOST_DIRECTORY_BYTES) {
    throw new PackRefused(
      'too-many-entries',
      null,
      `The pack announces ${end.entries} files; ${MOST_ENTRIES} is the most.`,
    )
  }
  const records = recordsOf(new DataView(await blob.slice(end.offset, end.offset + end.bytes).arrayBuffer()), end)
  requireDistinct(records.map(({ path }) => path))
  requireAlike(records, end)
  return records.map(({ madeBy: _, attributes: __, next: ___, ...entry }, at) => {
    const to = records[at + 1]?.from ?? end.offset
    if (to <= entry.from)
      throw new PackRefused(
        'out-of-order',
        entry.path,
        `${entry.path} does not lie before the file that follows it in the list.`,
      )
    return { ...entry, to }
  })
}

function recordsOf(view: DataView, end: ZipEnd): Record[] {
  const records: Record[] = []
  let at = 0
  while (at < view.byteLength && records.length <= end.entries) {
    const record = recordAt(view, at)
    records.push(record)
    at = record.next
  }
  if (at !== view.byteLength || records.length !== end.entries) {
    throw new PackRefused(
      'directory-broken',
      null,
      `The list of files at its end does not hold the ${end.entries} it announces.`,
    )
  }
  if (records[0] && records[0].from !== 0)
    throw new PackRefused('data-before', null, `${records[0].from} bytes lie before the first file.`)
  return records
}

function recordAt(view: DataView, at: number): Record {
  if (view.byteLength - at < CENTRAL_BYTES || view.getUint32(at, true) !== CENTRAL) throw unreadable()
  const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) => view.getUint16(at + field, true))
  const nameAt = at + CENTRAL_BYTES
  const next = nameAt + (nameBytes ?? 0) + (extraBytes ?? 0) + (commentBytes ?? 0)
  if (next > view.byteLength) throw unreadable()
  const path = nameOf(view, nameAt, nameBytes ?? 0)
  requireSafeName(path)
  const header = headerAt(view, at + 6)
  requirePlain(path, header, view, at)
  const extra = new DataView(view.buffer, view.byteOffset + nameAt + (nameBytes ?? 0), extraBytes)
  const short = { size: header.size, packed: header.packed, offset: view.getUint32(at + 42, true) }
  const { offset: from, ...sizes } = fullSizes(path, extra, short)
  const attributes = view.getUint32(at + 38, true)
  return { ...header, ...sizes, path, from, to: 0, madeBy: view.getUint16(at + 4, true), attributes, next }
}

/** The fields that both headers of an entry have in this order (APPNOTE §4.3.7 from offset 4, §4.3.12 from offset 6). */
export const headerAt = (view: DataView, at: number): EntryHeader => ({
  needed: view.getUint16(at, true),
  flags: view.getUint16(at + 2, true),
  method: view.getUint16(at + 4, true),
  time: view.getUint16(at + 6, true),
  date: view.getUint16(at + 8, true),
  crc: view.getUint32(at + 10, true),
  packed: view.getUint32(at + 14, true),
  size: view.getUint32(at + 18, true),
})

const unreadable = () => new PackRefused('directory-broken', null, 'The list of files at its end cannot be read.')

export function nameOf(view: DataView, at: number, bytes: number): string {
  const raw = new Uint8Array(view.buffer, view.byteOffset + at, bytes)
  return Array.from(raw, (byte) => String.fromCharCode(byte)).join('')
}

function requirePlain(path: string, { flags, method }: EntryHeader, view: DataView, at: number): void {
  const refuse = (what: string) => new PackRefused('not-a-plain-entry', shownName(path), `${path} ${what}.`)
  if ((flags & ENCRYPTED) !== 0) throw new PackRefused('encrypted', path, `${path} is encrypted.`)
  if (method !== 0 && method !== 8) throw refuse(`is packed by method ${method}; a pack stores or deflates`)
  const attributes = view.getUint32(at + 38, true)
  const type = (attributes >>> 16) & FILE_TYPE
  if (type !== 0 && type !== REGULAR_FILE) throw refuse('is a link or a device, not a file')
  if ((attributes & DOS_NOT_A_FILE) !== 0) throw refuse('is marked as a folder, not as a file')
  const [comment, disk, inner] = [
    view.getUint16(at + 32, true),
    view.getUint16(at + 34, true),
    view.getUint16(at + 36, true),
  ]
  if (comment !== 0 || disk !== 0 || inner !== 0) throw refuse('carries a comment, a disk or a mark that no pack has')
}

/** What only the directory says is the same of every file, because one program wrote them all; so none is altered alone. */
function requireAlike(records: readonly Record[], end: ZipEnd): void {
  const [first] = records
  if (!first) return
  const common = ({ madeBy, attributes }: Record) => `${madeBy}, ${attributes}`
  const counts = Map.groupBy(records, common)
  const [usual] = [...counts.entries()].toSorted((a, b) => b[1].length - a[1].length)
  const odd = records.find((record) => common(record) !== usual?.[0])
  if (odd)
    throw new PackRefused('header-differs', odd.path, `${odd.path} is marked otherwise than the files beside it.`)
  if (end.wide && end.wide.madeBy !== first.madeBy && end.wide.madeBy !== end.wide.needed) {
    throw new PackRefused('directory-broken', null, 'The end of the pack is marked otherwise than its files.')
  }
}
