import { createReadStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '@/lib/kernel/app-error'

/** The largest file that comes over HTTP. */
const UPLOAD_LIMIT = 100 * 1024 * 1024

const CSV = /^(text\/csv|application\/csv|application\/octet-stream)\b/i

/** The request's CSV body as it arrives, at most `limit` bytes. Throws unsupported-media, too-large. */
async function* csvChunks(request: Request, limit: number): AsyncGenerator<Uint8Array> {
  if (!CSV.test(request.headers.get('content-type') ?? '')) {
    throw new AppError('unsupported-media', { detail: 'Send the file itself as text/csv.' })
  }
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge(limit)
    yield chunk
  }
}

const tooLarge = (limit: number): AppError =>
  new AppError('too-large', {
    detail: `The file is larger than ${limit / 1024 ** 2} MiB. Import it on the server with "proofline import", which takes files of any size.`,
  })

/**
 * Gives `work` the uploaded file. Nothing is received before the first chunk is asked for, so that a refusal comes before
 * the file; then it is received whole, into a temporary file: an import holds a transaction and the organization's lock,
 * and neither may wait for somebody's slow line. The file is removed whatever happens.
 */
export async function withCsvUpload<T>(
  request: Request,
  work: (chunks: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  const chunks = received(request)
  try {
    return await work(chunks)
  } finally {
    await chunks.return(undefined)
  }
}

async function* received(request: Request): AsyncGenerator<Uint8Array, undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'proofline-upload-'))
  try {
    const path = join(folder, 'upload.csv')
    await writeFile(path, csvChunks(request, UPLOAD_LIMIT), { flag: 'wx', mode: 0o600 })
    yield* createReadStream(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The body in one piece, at most `limit` bytes. */
export async function csvHead(request: Request, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const chunk of csvChunks(request, limit)) parts.push(chunk)
  return Buffer.concat(parts)
}
