import type { EvidenceMedia } from '@/lib/model/evidence-file'

const ZIP = 'application/zip'
const DOCUMENT = /^application\/vnd\.(openxmlformats-officedocument|oasis\.opendocument)\.(?!.*macro)/
/** What a text could pass for once its name is changed. Shorter signatures also begin honest texts: BMW, OTTO, GIF. */
const NOT_TEXT = new Set([
  'application/pdf',
  'application/postscript',
  'application/rtf',
  'application/xml',
  'image/svg+xml',
])

/**
 * Why a file is not what its media type says, judged by the type that was found in its content; null when nothing speaks
 * against it, as when none was found. An archive may hold office documents, but not be a program (JAR, APK, XPI) or a
 * document with macros.
 */
export function foundMediaFault(mediaType: EvidenceMedia, found: string | null): string | null {
  if (found === null || found === mediaType || isHarmless(mediaType, found)) return null
  return `The file is ${found}, not ${mediaType}.`
}

function isHarmless(mediaType: EvidenceMedia, found: string): boolean {
  if (mediaType.startsWith('text/') || mediaType === 'application/json') return !NOT_TEXT.has(found)
  if (mediaType === ZIP) return DOCUMENT.test(found)
  if (mediaType === 'image/png') return found === 'image/apng'
  // An archive too unusual to be told apart is no more than an archive.
  return DOCUMENT.test(mediaType) && found === ZIP
}
