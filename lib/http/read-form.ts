import { AppError } from '@/lib/kernel/app-error'
import { boundedText } from './bounded-text'

const LIMIT = 64 * 1024

/** The fields of a form, as OAuth 2.0 sends them, at most 64 KiB. A field named twice is refused (RFC 6749 §3.2). */
export async function readForm(request: Request): Promise<Record<string, string>> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? '')) {
    throw new AppError('unsupported-media', { detail: 'Send application/x-www-form-urlencoded.' })
  }
  const fields = new URLSearchParams(await boundedText(request, LIMIT))
  const names = [...fields.keys()]
  const twice = names.find((name, place) => names.indexOf(name) !== place)
  if (twice !== undefined) throw new AppError('bad-request', { detail: `The field ${twice} is named twice.` })
  return Object.fromEntries(fields)
}
