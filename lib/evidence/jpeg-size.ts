import type { PictureSize } from '@/lib/model/report-style'

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
const START_OF_SCAN = 0xda
const END = 0xd9

const BROKEN = 'The JPEG breaks off before its end.'

/** Width and height of a whole JPEG (ITU-T T.81, annex B); a text says why it is not one. */
export function jpegSize(bytes: Uint8Array): PictureSize | string {
  let size: PictureSize | null = null
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return 'The JPEG is damaged: a segment does not begin where the one before it ends.'
    const marker = bytes[at + 1] ?? 0
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    if (length < 2 || at + 2 + length > bytes.length) return BROKEN
    if (isFrame(marker)) {
      if (length < 8) return 'The JPEG is damaged: its frame holds no size.'
      const word = (place: number): number => ((bytes[at + place] ?? 0) << 8) | (bytes[at + place + 1] ?? 0)
      size = { height: word(5), width: word(7) }
    }
    if (marker === START_OF_SCAN) return size ? afterScan(bytes, at + 2 + length, size) : 'The JPEG has no frame.'
    at += 2 + length
  }
  return BROKEN
}

/** Within a scan 0xFF is followed by 0 or a restart marker; the end of the picture has to be the end of the file. */
function afterScan(bytes: Uint8Array, from: number, size: PictureSize): PictureSize | string {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff || bytes[at + 1] !== END) continue
    const rest = bytes.length - at - 2
    return rest === 0 ? size : `The JPEG is followed by ${rest} more bytes, as a file that is two things at once is.`
  }
  return BROKEN
}
