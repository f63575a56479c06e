import { crc32 } from './crc32'
import { PackRefused } from './pack-refused'
import { type EntryHeader, headerAt, nameOf, type ZipEntry } from './zip-directory'
import { fullSizes } from './zip-extra'

const LOCAL = 0x04034b50
const LOCAL_BYTES = 30
const DESCRIBED_LATER = 0x0008
const DESCRIPTOR = 0x08074b50
const FULL_32 = 0xffffffff
/** The ZIP64 field's id and its length of 16. */
const WIDE_SIZES_EMPTY = 0x00100001
/** Smaller ones are taken whatever they unpack to; of larger ones no pack's file is packed tighter. */
const UNSUSPICIOUS_BYTES = 1_048_576
const MOST_RATIO = 200

/**
 * The bytes of an entry, unpacked, in pieces and never more than its header declares. Its own header must say what the
 * directory says, and nothing may lie between it and the next. Throws `header-differs`, `data-between`,
 * `inflates-too-far` or `damaged`.
 */
export async function* entryPieces(blob: Blob, entry: ZipEntry): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (entry.size > UNSUSPICIOUS_BYTES && entry.size > entry.packed * MOST_RATIO) {
    throw new PackRefused(
      'inflates-too-far',
      entry.path,
      `${entry.path} would unpack to ${Math.floor(entry.size / Math.max(entry.packed, 1))} times its size; ${MOST_RATIO} is the most.`,
    )
  }
  const dataAt = await requireSameHeader(blob, entry)
  const packed = blob.slice(dataAt, dataAt + entry.packed)
  let [size, crc] = [0, 0]
  for await (const piece of unpacked(packed, entry)) {
    size += piece.length
    if (size > entry.size) throw tooFar(entry)
    crc = crc32(crc, piece)
    yield piece
  }
  if (size !== entry.size || crc !== entry.crc) {
    throw new PackRefused('damaged', entry.path, `${entry.path} does not unpack to what the pack’s own checksum says.`)
  }
}

const tooFar = ({ path, size }: ZipEntry) =>
  new PackRefused('inflates-too-far', path, `${path} unpacks to more than the ${size} bytes it declares.`)

async function* unpacked(packed: Blob, { path, method }: ZipEntry): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const stream = method === 0 ? packed.stream() : packed.stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = stream.getReader()
  try {
    for (;;) {
      const { value, done } = await reader.read().catch((cause: unknown) => {
        throw new PackRefused('damaged', path, `${path} cannot be unpacked.`, cause)
      })
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/** Where the entry's data begins. */
async function requireSameHeader(blob: Blob, entry: ZipEntry): Promise<number> {
  const { path, from, to } = entry
  const differs = (what: string) =>
    new PackRefused('header-differs', path, `${path} has two headers that disagree about ${what}.`)
  const view = new DataView(await blob.slice(from, Math.min(to, from + LOCAL_BYTES + 1024)).arrayBuffer())
  if (view.byteLength < LOCAL_BYTES || view.getUint32(0, true) !== LOCAL) throw differs('where it begins')
  const [nameBytes, extraBytes] = [view.getUint16(26, true), view.getUint16(28, true)]
  if (LOCAL_BYTES + nameBytes + extraBytes > view.byteLength) throw differs('its length')
  if (nameOf(view, LOCAL_BYTES, nameBytes) !== path) throw differs('its name')
  const extra = new DataView(view.buffer, LOCAL_BYTES + nameBytes, extraBytes)
  const isLater = (entry.flags & DESCRIBED_LATER) !== 0
  const wrong = difference(headerAt(view, 4), entry, extra, isLater)
  if (wrong) throw differs(wrong)
  const dataAt = from + LOCAL_BYTES + nameBytes + extraBytes
  await requireFilled(blob, entry, dataAt + entry.packed, isLater)
  return dataAt
}

function difference(local: EntryHeader, entry: ZipEntry, extra: DataView, isLater: boolean): string | null {
  if (local.needed !== entry.needed || local.flags !== entry.flags || local.method !== entry.method)
    return 'how it is packed'
  if (local.time !== entry.time || local.date !== entry.date) return 'its date'
  if (isLater) return isBlank(local, extra) ? null : 'its size'
  const { size, packed } = fullSizes(entry.path, extra, { size: local.size, packed: local.packed, offset: 0 })
  return local.crc === entry.crc && size === entry.size && packed === entry.packed ? null : 'its size'
}

/** A header written before its file was: no checksum, no sizes, or a ZIP64 field without them. */
function isBlank(local: EntryHeader, extra: DataView): boolean {
  if (local.crc !== 0) return false
  if (local.size === 0 && local.packed === 0) return extra.byteLength === 0
  if (local.size !== FULL_32 || local.packed !== FULL_32 || extra.byteLength !== 20) return false
  return extra.getUint32(0, true) === WIDE_SIZES_EMPTY && extra.getBigUint64(4) === 0n && extra.getBigUint64(12) === 0n
}

/** Throws unless the entry's data, with the description that may follow it, reaches to the next entry. */
async function requireFilled(blob: Blob, entry: ZipEntry, dataEnd: number, isLater: boolean): Promise<void> {
  const { path, to } = entry
  if (dataEnd > to) throw new PackRefused('header-differs', path, `${path} reaches into what follows it.`)
  if (dataEnd === to && !isLater) return
  const view = new DataView(await blob.slice(dataEnd, Math.min(to, dataEnd + 24)).arrayBuffer())
  if (isLater && to - dataEnd === view.byteLength && describes(view, entry)) return
  throw new PackRefused(
    'data-between',
    path,
    `Between ${path} and what follows it lie ${to - dataEnd} bytes that belong to neither.`,
  )
}

/** A data descriptor (APPNOTE §4.3.9): CRC and sizes, of 4 or 8 bytes, behind a signature. */
function describes(view: DataView, { crc, size, packed }: ZipEntry): boolean {
  if (view.byteLength < 16 || view.getUint32(0, true) !== DESCRIPTOR || view.getUint32(4, true) !== crc) return false
  if (view.byteLength === 16) return view.getUint32(8, true) === packed && view.getUint32(12, true) === size
  return (
    view.byteLength === 24 &&
    view.getBigUint64(8, true) === BigInt(packed) &&
    view.getBigUint64(16, true) === BigInt(size)
  )
}
