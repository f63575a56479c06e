import { NextRequest } from 'next/server'
import { requestOrigin } from '@/lib/auth/request-origin'
import { knockOnSingleSignOn } from '@/lib/auth/single-sign-on-door'
import { refuseCrossSite } from '@/lib/http/cross-site'
import { namedOnce } from '@/lib/http/named-once'
import { problemOf } from '@/lib/http/problem'
import { readForm } from '@/lib/http/read-form'
import { type Refusal, respond } from '@/lib/http/respond'

type Context = { params: Promise<{ nextauth: string[] }> }

async function handler(request: Request, context: Context): Promise<Response> {
  const isForm = request.method === 'POST'
  return respond(
    request,
    async () => {
      refuseCrossSite(request)
      const { nextUrl, cookies, headers } = new NextRequest(request.url, { headers: request.headers })
      return knockOnSingleSignOn({
        method: request.method,
        path: (await context.params).nextauth,
        query: namedOnce(nextUrl.searchParams, 'parameter'),
        cookies: Object.fromEntries(cookies.getAll().map(({ name, value }) => [name, value])),
        body: isForm ? await readForm(request) : undefined,
        origin: requestOrigin(headers),
      })
    },
    /\/callback\//.test(new URL(request.url).pathname) ? leadBack : problemOf,
  )
}

/** Whoever comes back from a provider is a person with a browser: a refusal leads them to the page that explains it. */
const leadBack: Refusal = ({ code }) =>
  new Response(null, {
    status: 303,
    headers: { location: `/sign-in?error=${code}`, 'cache-control': 'no-store' },
  })

export { handler as GET, handler as POST }
