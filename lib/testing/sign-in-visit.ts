import { sessionCookie } from '@/lib/auth/session-cookie'
import { env } from '@/lib/env'

type Handler = (request: Request, context: { params: Promise<{ nextauth: string[] }> }) => Promise<Response>
type Asked = { query?: Record<string, string>; form?: Record<string, string>; headers?: Record<string, string> }

/** A browser as far as single sign-on needs one: cookies by host, and no redirect followed by itself. */
export class TestBrowser {
  readonly own = new Map<string, string>()
  private readonly theirs = new Map<string, string>()

  constructor(
    private readonly handlers: { GET: Handler; POST: Handler },
    private readonly headers: Record<string, string> = {},
  ) {}

  get session(): string | undefined {
    return this.own.get(sessionCookie()) || undefined
  }

  /** Signs out at the provider, so that it asks who is there. */
  forgetProvider(): void {
    this.theirs.clear()
  }

  /** Asks our handlers under /api/auth, as the pages of the product do. */
  async ask(path: string, { query = {}, form, headers = {} }: Asked = {}): Promise<Response> {
    const url = new URL(`/api/auth/${path}?${new URLSearchParams(query)}`, env().url)
    const request = new Request(url, {
      method: form ? 'POST' : 'GET',
      headers: { cookie: cookieText(this.own), 'sec-fetch-site': 'same-origin', ...this.headers, ...headers },
      body: form ? new URLSearchParams(form) : undefined,
    })
    const response = await this.handlers[form ? 'POST' : 'GET'](request, {
      params: Promise.resolve({ nextauth: path.split('/') }),
    })
    keep(this.own, response)
    return response
  }

  /** Presses a provider's button: where the browser is sent. */
  async begin(provider: string, { fresh = false, returnTo = '/portfolio' } = {}): Promise<URL> {
    const { csrfToken } = (await (await this.ask('csrf')).json()) as { csrfToken: string }
    const form = { csrfToken, callbackUrl: returnTo, json: 'true' }
    const answer = await this.ask(`signin/${provider}`, { form, query: fresh ? { prompt: 'login' } : {} })
    return new URL(((await answer.json()) as { url: string }).url, env().url)
  }

  /** Goes through the provider's pages until it sends us back, and gives the address it sends us to. */
  async visit(start: URL): Promise<URL> {
    let url = start
    for (let step = 0; step < 10; step += 1) {
      const answer = await fetch(url, { redirect: 'manual', headers: { cookie: cookieText(this.theirs) } })
      keep(this.theirs, answer)
      const location = answer.headers.get('location')
      if (!location) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`)
      url = new URL(location, url)
      if (url.origin === env().url) return url
    }
    throw new Error('the provider leads in circles')
  }

  /** Brings the provider's answer to us. */
  finish(back: URL): Promise<Response> {
    const path = back.pathname.replace('/api/auth/', '')
    // A browser that comes from another site says so; Lax cookies go along with a navigation all the same.
    return this.ask(path, {
      query: Object.fromEntries(back.searchParams),
      headers: { 'sec-fetch-site': 'cross-site' },
    })
  }

  /** The whole way; where one is led in the end. */
  async signIn(provider: string, options: { fresh?: boolean; returnTo?: string } = {}): Promise<string> {
    const answer = await this.finish(await this.visit(await this.begin(provider, options)))
    return answer.headers.get('location') ?? `${answer.status}`
  }
}

const cookieText = (jar: ReadonlyMap<string, string>): string =>
  [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

function keep(jar: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '' || /max-age=0\b/i.test(line)) jar.delete(name)
    else jar.set(name, value)
  }
}
