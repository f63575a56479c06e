import { AppError } from '@/lib/kernel/app-error'

const LIMIT = 1024 * 1024

/** The request's JSON body, at most 1 MiB. */
export async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    throw new AppError('unsupported-media', { detail: 'Send application/json.' })
  }
  const text = await boundedText(request, LIMIT)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('bad-request', { detail: 'The body is not valid JSON.', cause })
  }
}

async function boundedText(request: Request, limit: number): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.byteLength
    if (size > limit) throw new AppError('too-large', { detail: `The body is larger than ${limit} bytes.` })
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
