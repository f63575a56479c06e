/** Where the headers of a file lie in a ZIP without ZIP64, found through its directory. */
export function headersOf(zip: Uint8Array, path: string): { central: number; local: number } {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length)
  let at = view.getUint32(zip.length - 6, true)
  while (view.getUint32(at, true) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    const found = new TextDecoder('latin1').decode(zip.subarray(at + 46, at + 46 + (name ?? 0)))
    if (found === path) return { central: at, local: view.getUint32(at + 42, true) }
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  throw new Error(`no ${path} in the ZIP`)
}

/** A copy with other bytes at a place. */
export function patched(zip: Uint8Array, at: number, bytes: readonly number[]): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(zip)
  copy.set(bytes, at)
  return copy
}

/** A copy with one byte turned into another. */
export const flipped = (zip: Uint8Array, at: number, mask = 0xff): Uint8Array<ArrayBuffer> =>
  patched(zip, at, [(zip[at] ?? 0) ^ mask])

/** A copy in which both headers of a file give it another name of the same length. */
export function renamed(zip: Uint8Array, from: string, to: string): Uint8Array<ArrayBuffer> {
  const { central, local } = headersOf(zip, from)
  const name = Array.from(to, (char) => char.charCodeAt(0))
  if (name.length !== from.length) throw new Error('a name of another length')
  return patched(patched(zip, central + 46, name), local + 30, name)
}

/** A copy with more bytes put in at a place; `directoryMoves` tells its end record that the directory lies behind them. */
export function inserted(
  zip: Uint8Array,
  at: number,
  bytes: Uint8Array,
  directoryMoves = false,
): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(zip.length + bytes.length)
  copy.set(zip.subarray(0, at))
  copy.set(bytes, at)
  copy.set(zip.subarray(at), at + bytes.length)
  const view = new DataView(copy.buffer)
  const end = copy.length - 6
  if (directoryMoves) view.setUint32(end, view.getUint32(end, true) + bytes.length, true)
  return copy
}
