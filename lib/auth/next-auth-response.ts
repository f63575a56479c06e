import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth, { type NextAuthOptions } from 'next-auth'

/** A request as next-auth reads it, with nothing in it that we did not put there. */
export type NextAuthRequest = {
  method: string
  /** `signin`, `callback`, …, and the provider. */
  path: readonly string[]
  query: Readonly<Record<string, string>>
  cookies: Readonly<Record<string, string>>
  body: Readonly<Record<string, string>> | undefined
}

/**
 * Asks next-auth and gives its answer as a response. It is called as a pages route calls it, because its way for route
 * handlers takes cookies and headers from around it instead of the request at hand.
 */
export async function nextAuthResponse(request: NextAuthRequest, options: NextAuthOptions): Promise<Response> {
  const { method, path, query, cookies, body } = request
  const asked = { method, query: { ...query, nextauth: [...path] }, cookies, body, headers: {} }
  const answer = new Answer()
  await NextAuth(asked as unknown as NextApiRequest, answer as unknown as NextApiResponse, options)
  return answer.toResponse()
}

/** As much of a pages route's response as next-auth uses. */
class Answer {
  private code = 200
  private content: string | null = null
  private readonly fields = new Map<string, string | string[]>()

  status(code: number): this {
    this.code = code
    return this
  }
  getHeader(name: string): string | string[] | undefined {
    return this.fields.get(name.toLowerCase())
  }
  setHeader(name: string, value: string | string[]): this {
    this.fields.set(name.toLowerCase(), value)
    return this
  }
  json(value: unknown): void {
    this.setHeader('content-type', 'application/json')
    this.content = JSON.stringify(value)
  }
  send(value: unknown): void {
    if (typeof value === 'string') this.content = value
    else if (value !== undefined) this.json(value)
  }
  end(): void {}

  toResponse(): Response {
    const headers = new Headers({ 'cache-control': 'no-store' })
    for (const [name, value] of this.fields) {
      for (const one of [value].flat()) headers.append(name, one)
    }
    headers.set('cache-control', 'no-store')
    return new Response(this.content, { status: this.code, headers })
  }
}
