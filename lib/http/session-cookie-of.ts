import { sessionCookie } from '@/lib/auth/session-cookie'

/** The value of the session cookie a request brings; undefined when it brings none, or one that cannot be decoded. */
export function sessionCookieOf(request: Request): string | undefined {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (pair.slice(0, at).trim() === sessionCookie()) return decoded(pair.slice(at + 1).trim())
  }
  return undefined
}

/** A cookie that cannot be decoded opens nothing; it is no failure of ours. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
