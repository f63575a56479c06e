import { LOGO_SIDES, type PictureSize } from '@/lib/model/report-style'
import { jpegSize } from './jpeg-size'
import { pngSize } from './png-size'

/** A picture that can be drawn, or why it is refused. */
export type LogoPicture =
  | ({ mediaType: 'image/png' | 'image/jpeg' } & PictureSize & { fault: null })
  | { mediaType: null; fault: string }

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
const CARRIED = /<(script|svg|html|iframe|\?php|!doctype)/i

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte)
const refused = (fault: string): LogoPicture => ({ mediaType: null, fault })

/**
 * What a logo's bytes are, judged by the bytes alone and never by a name: a whole PNG or JPEG of 16 to 2000 pixels a side
 * with nothing behind its end and no markup inside. Whether the pixels of a PNG unpack is for whoever can unpack them.
 */
export function logoPicture(bytes: Uint8Array): LogoPicture {
  if (bytes.length === 0) return refused('The file is empty.')
  const isPng = begins(bytes, PNG)
  if (!isPng && !begins(bytes, JPEG)) return refused(textFault(bytes))
  const found = isPng ? pngSize(bytes) : jpegSize(bytes)
  if (typeof found === 'string') return refused(found)
  const carried = CARRIED.exec(latin(bytes))
  if (carried) return refused(`The picture carries ${carried[0]} inside, as a file that is two things at once does.`)
  const { least, most } = LOGO_SIDES
  const { width, height } = found
  if (Math.min(width, height) < least || Math.max(width, height) > most) {
    return refused(`The picture is ${width} by ${height} pixels; each side must be from ${least} to ${most}.`)
  }
  return { mediaType: isPng ? 'image/png' : 'image/jpeg', width, height, fault: null }
}

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

function textFault(bytes: Uint8Array): string {
  const start = new TextDecoder()
    .decode(bytes)
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (/<svg[\s>]/i.test(start.slice(0, 4096)))
    return 'SVG is refused because it can carry scripts. Send a PNG or a JPEG.'
  if (start.startsWith('<')) return 'The file is a web page, not a PNG or JPEG picture.'
  if (start.startsWith('#!')) return 'The file is a script, not a PNG or JPEG picture.'
  return 'The file does not begin like a PNG or a JPEG picture.'
}
