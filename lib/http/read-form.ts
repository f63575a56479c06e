import { AppError } from '@/lib/kernel/app-error'
import { boundedText } from './bounded-text'
import { namedOnce } from './named-once'

const LIMIT = 64 * 1024

/** The fields of a form, as OAuth 2.0 sends them, at most 64 KiB. A field named twice is refused (RFC 6749 §3.2). */
export async function readForm(request: Request): Promise<Record<string, string>> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? '')) {
    throw new AppError('unsupported-media', { detail: 'Send application/x-www-form-urlencoded.' })
  }
  return namedOnce(new URLSearchParams(await boundedText(request, LIMIT)), 'field')
}
