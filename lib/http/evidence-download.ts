import type { Evidence } from '@/lib/model/evidence'
import { EVIDENCE_MEDIA, isEvidenceMedia } from '@/lib/model/evidence-file'

/** Answers with a file to keep, never to open in the page: an attachment of the type it was checked to be. */
export function evidenceDownload(
  { title, mediaType }: Pick<Evidence, 'title' | 'mediaType'>,
  content: Buffer,
): Response {
  const known = mediaType !== null && isEvidenceMedia(mediaType)
  const named = { name: title, ending: known ? EVIDENCE_MEDIA[mediaType] : 'bin' }
  return fileDownload(content, { ...named, mediaType: known ? mediaType : 'application/octet-stream' })
}

type Named = { name: string; ending: string; mediaType: string }

/** The same for any file that somebody uploaded. */
export const fileDownload = (content: Buffer, { name, ending, mediaType }: Named): Response =>
  new Response(new Uint8Array(content), {
    headers: {
      'content-type': mediaType,
      'content-length': String(content.byteLength),
      'content-disposition': attachment(withEnding(name, ending)),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })

const withEnding = (title: string, ending: string): string =>
  title.toLowerCase().endsWith(`.${ending}`) ? title : `${title}.${ending}`

/** RFC 6266: plain characters for old readers, the full name in RFC 8187 form for everyone else. */
function attachment(name: string): string {
  const safe = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
  const plain = safe.replace(/[^\x20-\x7e]/g, '_')
  const full = encodeURIComponent(safe).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
