import { type UploadKind, uploadChunks, withUpload } from './file-upload'

const MEGABYTE = 1024 * 1024

const CSV: UploadKind = {
  media: /^(text\/csv|application\/csv|application\/octet-stream)\b/i,
  named: 'text/csv',
  limitBytes: 100 * MEGABYTE,
  otherwise: 'Import it on the server with "proofline import", which takes files of any size.',
}

const AUDITS: UploadKind = {
  ...CSV,
  media: /^(text\/csv|application\/(csv|octet-stream|json|.*\+json))\b/i,
  named: 'text/csv, or as application/json for OSCAL assessment results',
}

/** The same for audits, which OSCAL's JSON may hold as well. */
export const withAuditUpload = <T>(
  request: Request,
  work: (chunks: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> => withUpload(request, AUDITS, work)

/** Gives `work` the uploaded CSV file, as withUpload does. */
export const withCsvUpload = <T>(
  request: Request,
  work: (chunks: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> => withUpload(request, CSV, work)

/** The body in one piece, at most `limit` bytes. */
export async function csvHead(request: Request, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const chunk of uploadChunks(request, { ...CSV, limitBytes: limit })) parts.push(chunk)
  return Buffer.concat(parts)
}
