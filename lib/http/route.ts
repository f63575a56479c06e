import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import { logFailure } from './log'
import { parseInput } from './parse-input'
import { problemOf } from './problem'
import { readJson } from './read-json'
import { once } from './repeat'
import { requestActor } from './request-actor'

type Schema = z.ZodType
type Parsed<S extends Schema | undefined> = S extends Schema ? z.output<S> : undefined

/** What a route accepts and returns. Requests are parsed and responses stripped by these schemas; OpenAPI is made of them. */
export type RouteSpec<
  P extends Schema | undefined,
  Q extends Schema | undefined,
  B extends Schema | undefined,
  O extends Schema,
> = {
  summary: string
  tag: string
  params?: P
  query?: Q
  body?: B
  /** The body is a stream of this media type and reaches the handler unread. */
  stream?: string
  /** The handler answers with bytes of this media type instead of JSON. */
  download?: string
  output: O
  status?: 200 | 201 | 204
  /** Honour Idempotency-Key: a repeat gets the first answer. Needs `org` among the params. */
  repeatable?: boolean
  handler: (input: {
    actor: Actor
    params: Parsed<P>
    query: Parsed<Q>
    body: Parsed<B>
    request: Request
  }) => Promise<z.input<O> | Response>
}

export type AnySpec = RouteSpec<Schema | undefined, Schema | undefined, Schema | undefined, Schema>
type NextContext = { params: Promise<Record<string, string | string[] | undefined>> }
export type RouteHandler = ((request: Request, context: NextContext) => Promise<Response>) & { spec: AnySpec }

/** Turns a declaration into a handler: actor, parse, act, strip, answer; every failure becomes a problem document. */
export function route<
  O extends Schema,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
>(spec: RouteSpec<P, Q, B, O>): RouteHandler {
  const handle = async (request: Request, context: NextContext): Promise<Response> => {
    const id = randomUUID()
    const url = new URL(request.url)
    try {
      const actor = await requestActor(request)
      const params = parseInput(spec.params, await context.params, 'not-found') as Parsed<P>
      const query = parseInput(spec.query, Object.fromEntries(url.searchParams), 'invalid') as Parsed<Q>
      const body = (spec.body ? parseInput(spec.body, await readJson(request), 'invalid') : undefined) as Parsed<B>
      const act = async () => answer(spec, await spec.handler({ actor, params, query, body, request }), id)
      return spec.repeatable ? await once({ request, actor, params, body }, act) : await act()
    } catch (error) {
      logFailure(error, { id, method: request.method, path: url.pathname })
      return problemOf(error instanceof AppError ? error : new AppError('internal', { cause: error }), url.pathname, id)
    }
  }
  return Object.assign(handle, { spec: spec as unknown as AnySpec })
}

function answer(spec: { output: Schema; status?: number }, result: unknown, requestId: string): Response {
  const headers = { 'x-request-id': requestId, 'cache-control': 'no-store' }
  if (result instanceof Response) {
    for (const [name, value] of Object.entries(headers)) result.headers.set(name, value)
    return result
  }
  if (spec.status === 204) return new Response(null, { status: 204, headers })
  const stripped = spec.output.safeParse(result)
  if (!stripped.success)
    throw new AppError('internal', { reason: 'response broke its own schema', cause: stripped.error })
  return Response.json(stripped.data, { status: spec.status ?? 200, headers })
}
