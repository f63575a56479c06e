import { inflateSync } from 'node:zlib'
import { pngChunks } from '@/lib/evidence/png-size'

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Why the pixels of a PNG do not unpack to what its header says; null when they do. It never unpacks more than that. */
export function pixelFault(png: Uint8Array, { width, height }: { width: number; height: number }): string | null {
  const chunks = pngChunks(png)
  if (typeof chunks === 'string') return chunks
  const head = chunks[0]?.data
  const [depth = 0, colour = -1] = [head?.[8], head?.[9]]
  const channels = CHANNELS[colour]
  if (channels === undefined) return 'The PNG has a kind of colour that does not exist.'
  if (colour === 3 && !chunks.some(({ type }) => type === 'PLTE')) return 'The PNG lacks the palette it names.'
  const expected = height * (1 + Math.ceil((width * channels * depth) / 8))
  const packed = Buffer.concat(chunks.flatMap(({ type, data }) => (type === 'IDAT' ? [data] : [])))
  try {
    const found = inflateSync(packed, { maxOutputLength: expected + 1 }).length
    return found === expected ? null : `The PNG holds ${found} bytes of pixels where its size needs ${expected}.`
  } catch {
    return 'The pixels of the PNG cannot be unpacked.'
  }
}
