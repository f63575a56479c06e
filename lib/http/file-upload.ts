import { createReadStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '@/lib/kernel/app-error'

/** What may be uploaded: by which media types, as one would name them, and how large. */
export type UploadKind = { media: RegExp; named: string; limitBytes: number; otherwise: string }

/** The request's body as it arrives. Throws unsupported-media, and too-large with `otherwise`, what to do instead. */
export async function* uploadChunks(request: Request, kind: UploadKind): AsyncGenerator<Uint8Array> {
  const { media, named, limitBytes } = kind
  if (!media.test(request.headers.get('content-type') ?? '')) {
    throw new AppError('unsupported-media', { detail: `Send the file itself as ${named}.` })
  }
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) throw tooLarge(kind)
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > limitBytes) throw tooLarge(kind)
    yield chunk
  }
}

const tooLarge = ({ limitBytes, otherwise }: UploadKind): AppError =>
  new AppError('too-large', { detail: `The file is larger than ${limitBytes / 1024 ** 2} MiB. ${otherwise}` })

/**
 * Gives `work` the uploaded file. Nothing is received before the first chunk is asked for, so that a refusal comes before
 * the file; then it is received whole, into a temporary file: an import holds a transaction and the organization's lock,
 * and neither may wait for somebody's slow line. The file is removed whatever happens.
 */
export async function withUpload<T>(
  request: Request,
  kind: UploadKind,
  work: (chunks: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  const chunks = received(request, kind)
  try {
    return await work(chunks)
  } finally {
    await chunks.return(undefined)
  }
}

async function* received(request: Request, kind: UploadKind): AsyncGenerator<Uint8Array, undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'proofline-upload-'))
  try {
    const path = join(folder, 'upload')
    await writeFile(path, uploadChunks(request, kind), { flag: 'wx', mode: 0o600 })
    yield* createReadStream(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
