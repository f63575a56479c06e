import type { ErrorCode } from '@/lib/kernel/app-error'
import type { Refusal } from './respond'

/** RFC 6749 §5.2 and RFC 8693 §2.2.2, which has one code for whatever is wrong with a request or its subject token. */
const CODES: Partial<Record<ErrorCode, { error: string; status: number }>> = {
  'too-many-requests': { error: 'temporarily_unavailable', status: 429 },
  unavailable: { error: 'temporarily_unavailable', status: 503 },
  internal: { error: 'server_error', status: 500 },
}
const FIELDS: Readonly<Record<string, string>> = { grant_type: 'unsupported_grant_type', scope: 'invalid_scope' }
const INVALID = { error: 'invalid_request', status: 400 }

/** How a token endpoint refuses: an OAuth error with one sentence, and nothing that a cache may keep. */
export const oauthRefusal: Refusal = ({ code, detail, problems, retryAfterSeconds }, _, requestId) => {
  const field = problems.length === 1 ? FIELDS[problems[0]?.field ?? ''] : undefined
  const { error, status } = CODES[code] ?? { ...INVALID, ...(field ? { error: field } : {}) }
  const headers: Record<string, string> = { 'cache-control': 'no-store', pragma: 'no-cache', 'x-request-id': requestId }
  if (retryAfterSeconds !== undefined) headers['retry-after'] = String(retryAfterSeconds)
  return Response.json({ error, error_description: detail ?? 'The request failed.' }, { status, headers })
}
