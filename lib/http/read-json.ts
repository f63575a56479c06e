import { AppError } from '@/lib/kernel/app-error'
import { boundedText } from './bounded-text'
import { jsonBoundsFault } from './json-bounds'

const LIMIT = 1024 * 1024

/** The request's JSON body: at most 1 MiB, 32 levels and some ten thousand fields, none of which is a prototype. */
export async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    throw new AppError('unsupported-media', { detail: 'Send application/json.' })
  }
  const text = await boundedText(request, LIMIT)
  const fault = jsonBoundsFault(text)
  if (fault) throw new AppError('bad-request', { detail: fault })
  try {
    return parse(text)
  } catch (cause) {
    throw new AppError('bad-request', { detail: 'The body is not valid JSON.', cause })
  }
}

/** A field of this name becomes the prototype of whatever object it is copied into, so it is dropped. */
const parse = (text: string): unknown =>
  /__proto__|\\u/.test(text)
    ? JSON.parse(text, (name, value: unknown) => (name === '__proto__' ? undefined : value))
    : JSON.parse(text)
