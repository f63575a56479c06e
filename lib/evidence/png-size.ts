import type { PictureSize } from '@/lib/model/report-style'

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})

function crc(bytes: Uint8Array): number {
  let c = 0xffffffff
  for (const byte of bytes) c = (TABLE[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}

export type PngChunk = { type: string; data: Uint8Array }

/** The chunks of a PNG (W3C PNG 3, §5.3), each held to its checksum; a text says what is wrong with them. */
export function pngChunks(bytes: Uint8Array): PngChunk[] | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: PngChunk[] = []
  for (let at = 8; at < bytes.length; ) {
    if (at + 12 > bytes.length) return 'The PNG breaks off in the middle of a chunk.'
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > bytes.length) return 'The PNG breaks off in the middle of a chunk.'
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (crc(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) {
      return `The PNG is damaged: its chunk ${type} does not match its checksum.`
    }
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4) })
    if (type === 'IEND') {
      const rest = bytes.length - end
      return rest === 0 ? chunks : `The PNG is followed by ${rest} more bytes, as a file that is two things at once is.`
    }
    at = end
  }
  return 'The PNG breaks off before its end.'
}

/** Width and height of a whole, still, non-interlaced PNG; a text says why it is not one. */
export function pngSize(bytes: Uint8Array): PictureSize | string {
  const chunks = pngChunks(bytes)
  if (typeof chunks === 'string') return chunks
  const [head] = chunks
  if (head?.type !== 'IHDR' || head.data.length !== 13) return 'The PNG does not begin with its header.'
  if (!chunks.some(({ type }) => type === 'IDAT')) return 'The PNG holds no picture.'
  if (chunks.some(({ type }) => type === 'acTL')) return 'The PNG is animated; send a still picture.'
  const view = new DataView(head.data.buffer, head.data.byteOffset, 13)
  if (view.getUint8(12) !== 0) return 'The PNG is interlaced; save it without interlacing.'
  if (view.getUint8(8) === 16) return 'The PNG has 16 bits a channel; save it with 8.'
  return { width: view.getUint32(0), height: view.getUint32(4) }
}
