import { crc32, deflateSync } from 'node:zlib'

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}

type Parts = { width?: number; height?: number; interlaced?: boolean; pixels?: Buffer; before?: readonly Buffer[] }

/** A PNG of one colour, 24 bits a pixel. `before` stands ahead of its pixels, `pixels` in place of them. */
export function pngOf({ width = 48, height = 16, interlaced = false, pixels, before = [] }: Parts = {}): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, interlaced ? 1 : 0], 8)
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0x5c)])
  const packed = pixels ?? deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([start, chunk('IHDR', head), ...before, chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))])
}

/** A chunk of text, as pictures carry remarks in. */
export const textChunk = (text: string): Buffer => chunk('tEXt', Buffer.from(`Comment\0${text}`, 'latin1'))
/** The mark of an animated PNG. */
export const animationChunk = (): Buffer => chunk('acTL', Buffer.alloc(8))
