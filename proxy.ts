import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { env } from '@/lib/env'
import { pagePolicy } from '@/lib/http/page-policy'

/** Next reads the nonce from the request's policy and puts it on its own scripts. */
export function proxy(request: NextRequest): NextResponse {
  const value = pagePolicy(randomBytes(16).toString('base64'), env().development)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', value)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', value)
  return response
}

// Uploads under /api must reach their handler as a stream, and static files carry no script of ours to guard. Each is
// named to its end, because an organization may be called what a file begins with.
export const config = { matcher: ['/((?!api/|_next/static/|_next/image$|icon\\.svg$).*)'] }
