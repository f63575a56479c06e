import { PackRefused } from './pack-refused'

const END = 0x06054b50
const END_BYTES = 22
const LOCATOR = 0x07064b50
const LOCATOR_BYTES = 20
const WIDE_END = 0x06064b50
const WIDE_END_BYTES = 56
const LOCAL = 0x04034b50
const FULL_16 = 0xffff
const FULL_32 = 0xffffffff
const VERSION_OF_WIDE = 45

/** Where the central directory lies and what it must hold. */
export type ZipEnd = { entries: number; offset: number; bytes: number; wide: { madeBy: number; needed: number } | null }

const viewOf = async (blob: Blob, from: number, to: number): Promise<DataView> =>
  new DataView(await blob.slice(from, to).arrayBuffer())

const broken = (what: string) => new PackRefused('directory-broken', null, `The list of files at its end ${what}.`)

/**
 * Reads the end of a ZIP (APPNOTE 6.3.10 §4.3.14-16) as a pack has it: the last bytes of the file, no comment, one disk,
 * and behind the directory without a gap. Throws `truncated`, `not-a-zip`, `data-before`, `data-between`, `data-after`
 * or `directory-broken`.
 */
export async function zipEnd(blob: Blob): Promise<ZipEnd> {
  const at = blob.size - END_BYTES
  const view = at < 0 ? null : await viewOf(blob, at, blob.size)
  if (!view || view.getUint32(0, true) !== END) throw await endless(blob)
  if (view.getUint16(20, true) !== 0) throw broken('announces a comment that is not there')
  const narrow = {
    entries: view.getUint16(10, true),
    bytes: view.getUint32(12, true),
    offset: view.getUint32(16, true),
  }
  const isOneDisk = view.getUint32(4, true) === 0 || view.getUint32(4, true) === FULL_32
  if (!isOneDisk || view.getUint16(8, true) !== narrow.entries) throw broken('speaks of more than one disk')
  const locator = at < LOCATOR_BYTES ? null : await viewOf(blob, at - LOCATOR_BYTES, at)
  const isWide = locator?.getUint32(0, true) === LOCATOR
  const end = isWide ? await wideEnd(blob, at - LOCATOR_BYTES, locator, narrow) : { ...narrow, wide: null, at }
  await requireNoGap(blob, end)
  return end
}

async function wideEnd(blob: Blob, locatorAt: number, locator: DataView, narrow: Omit<ZipEnd, 'wide'>) {
  const at = locatorAt - WIDE_END_BYTES
  const view = at < 0 ? null : await viewOf(blob, at, locatorAt)
  if (view?.getUint32(0, true) !== WIDE_END) throw broken('is not where its locator says')
  const [size, madeBy, needed] = [big(view, 4), view.getUint16(12, true), view.getUint16(14, true)]
  const isPlain =
    size === WIDE_END_BYTES - 12 && needed === VERSION_OF_WIDE && big(view, 16) === 0 && big(view, 24) === big(view, 32)
  const isLocated = locator.getUint32(4, true) === 0 && big(locator, 8) === at && locator.getUint32(16, true) === 1
  if (!isPlain || !isLocated) throw broken('has an end record that contradicts itself')
  const wide = { entries: big(view, 32), bytes: big(view, 40), offset: big(view, 48) }
  const agrees = (short: number, full: number, long: number) => short === full || short === long
  if (
    !agrees(narrow.entries, FULL_16, wide.entries) ||
    !agrees(narrow.bytes, FULL_32, wide.bytes) ||
    !agrees(narrow.offset, FULL_32, wide.offset)
  ) {
    throw broken('has two end records that disagree')
  }
  return { ...wide, wide: { madeBy, needed }, at }
}

async function requireNoGap(blob: Blob, end: ZipEnd & { at: number }): Promise<void> {
  const gap = end.at - end.bytes - end.offset
  if (gap < 0) throw new PackRefused('truncated', null, 'The pack is shorter than its list of files says.')
  const start = await viewOf(blob, 0, Math.min(4, blob.size))
  const isFile = start.byteLength === 4 && start.getUint32(0, true) === LOCAL
  if (end.entries > 0 && !isFile)
    throw new PackRefused('data-before', null, 'The pack begins with something that is no file of it.')
  if (gap > 0)
    throw new PackRefused(
      'data-between',
      null,
      `Between its files and their list lie ${gap} bytes that belong to neither.`,
    )
}

/** What to say of a file that does not end as a ZIP does. */
async function endless(blob: Blob): Promise<PackRefused> {
  const from = Math.max(0, blob.size - 1_048_576)
  const tail = await viewOf(blob, from, blob.size)
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) === END) {
      const extra = tail.byteLength - at - END_BYTES
      return new PackRefused('data-after', null, `Behind the end of the pack lie ${extra} more bytes.`)
    }
  }
  const start = await viewOf(blob, 0, Math.min(4, blob.size))
  return start.byteLength === 4 && start.getUint32(0, true) === LOCAL
    ? new PackRefused('truncated', null, 'The pack is cut off: its end, with the list of its files, is missing.')
    : new PackRefused('not-a-zip', null, 'This file is not a ZIP archive.')
}

/** A 64-bit number; what a double cannot hold is larger than any pack and comes out as infinity. */
export function big(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true)
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.POSITIVE_INFINITY : Number(value)
}
