import type { z } from 'zod'
import { limitRate } from '@/lib/auth/limit-rate'
import { type RequestOrigin, requestOrigin } from '@/lib/auth/request-origin'
import { refuseCrossSite } from './cross-site'
import { problemOf } from './problem'
import { answer, type Refusal, respond } from './respond'
import {
  type AnySpec,
  type Declaration,
  inputOf,
  type NextContext,
  type Parsed,
  type RouteHandler,
  type Schema,
} from './route'

type OpenSpec<
  P extends Schema | undefined,
  Q extends Schema | undefined,
  B extends Schema | undefined,
  O extends Schema,
> = Declaration<P, Q, B, O> & {
  /** Whether programs that are no browser of ours may ask; otherwise a change has to come from our own pages. */
  machines?: boolean
  /** What a request counts as; a try to get in unless said otherwise. */
  counts?: 'door' | 'address'
  refusal?: Refusal
  handler: (input: {
    origin: RequestOrigin
    params: Parsed<P>
    query: Parsed<Q>
    body: Parsed<B>
    request: Request
  }) => Promise<z.input<O> | Response>
}

/** A route for whoever is not signed in yet: the doors themselves. It knows where a request comes from and nobody's name. */
export function openRoute<
  O extends Schema,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
>(spec: OpenSpec<P, Q, B, O>): RouteHandler {
  const handle = (request: Request, context: NextContext): Promise<Response> =>
    respond(
      request,
      async (id) => {
        const origin = requestOrigin(request.headers)
        await limitRate(spec.counts ?? 'door', origin.address)
        if (!spec.machines) refuseCrossSite(request)
        const input = await inputOf(spec, request, context)
        return answer(spec, await spec.handler({ origin, ...input, request }), id)
      },
      spec.refusal ?? problemOf,
    )
  return Object.assign(handle, { spec: { ...spec, open: true } as unknown as AnySpec })
}
