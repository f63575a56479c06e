import { AppError } from '@/lib/kernel/app-error'

/** The request's body as text, at most `limit` bytes of it; a longer one is refused before the rest is read. */
export async function boundedText(request: Request, limit: number): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.byteLength
    if (size > limit) throw new AppError('too-large', { detail: `The body is larger than ${limit} bytes.` })
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
