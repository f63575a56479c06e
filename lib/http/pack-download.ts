import { Readable } from 'node:stream'
import type { PackDownload } from '@/lib/services/read-pack'

/** Answers with a ZIP as it is read from the disk, with its length and its SHA-256 (RFC 9530). */
export function packDownload({ fileName, bytes, sha256, content }: PackDownload): Response {
  const body = Readable.toWeb(Readable.from(content, { objectMode: false })) as ReadableStream<Uint8Array>
  return new Response(body, {
    headers: {
      'content-type': 'application/zip',
      'content-length': String(bytes),
      'content-disposition': `attachment; filename="${fileName}"`,
      'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
      'x-content-type-options': 'nosniff',
    },
  })
}
