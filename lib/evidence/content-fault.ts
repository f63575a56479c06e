import type { EvidenceMedia } from '@/lib/model/evidence-file'

const ZIP = [0x50, 0x4b, 0x03, 0x04]

/** First bytes of formats that have some (PDF 32000-1 §7.5.2, PNG §5.2, JFIF, APPNOTE 4.3.7); null for text. */
const SIGNATURES: Record<EvidenceMedia, readonly number[] | null> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'application/zip': ZIP,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ZIP,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ZIP,
  'text/csv': null,
  'text/plain': null,
  'application/json': null,
}

const MARKUP = /^<(!doctype|!--|\?xml|html|head|body|script|svg|iframe|meta)/i
const JSON_START = /^[[{"\-\d]|^(true|false|null)/

/**
 * Why the bytes are not what their media type says; null when nothing speaks against it. `head` is the first kilobyte,
 * `hasNul` whether a zero byte stands anywhere. Text that begins like a web page or a script is refused as well: it would
 * only need one careless viewer to run.
 */
export function contentFault(mediaType: EvidenceMedia, head: Uint8Array, hasNul: boolean): string | null {
  const signature = SIGNATURES[mediaType]
  if (signature) {
    return signature.every((byte, i) => head[i] === byte) ? null : `The file does not begin like ${mediaType}.`
  }
  if (hasNul) return `The file is not text, as ${mediaType} has to be.`
  const start = new TextDecoder()
    .decode(head)
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (MARKUP.test(start) || start.startsWith('#!')) return `The file is a web page or a script, not ${mediaType}.`
  if (mediaType === 'application/json' && !JSON_START.test(start)) return 'The file does not begin like JSON.'
  return null
}
