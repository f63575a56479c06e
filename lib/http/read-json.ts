import { AppError } from '@/lib/kernel/app-error'
import { boundedText } from './bounded-text'

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
