import type { z } from 'zod'
import type { Actor } from '@/lib/model/actor'
import { namedOnce } from './named-once'
import { parseInput } from './parse-input'
import { readForm } from './read-form'
import { readJson } from './read-json'
import { once } from './repeat'
import { requestActor } from './request-actor'
import { answer, respond } from './respond'

export type Schema = z.ZodType
export type Parsed<S extends Schema | undefined> = S extends Schema ? z.output<S> : undefined

/** What a route accepts and returns. Requests are parsed and responses stripped by these schemas; OpenAPI is made of them. */
export type Declaration<
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
  /** The body is a form (application/x-www-form-urlencoded) instead of JSON. */
  form?: boolean
  /** The body is a stream of this media type and reaches the handler unread. */
  stream?: string
  /** The handler answers with bytes of this media type, or of one of several, instead of JSON. */
  download?: string | readonly string[]
  output: O
  status?: 200 | 201 | 204
}

type RouteSpec<
  P extends Schema | undefined,
  Q extends Schema | undefined,
  B extends Schema | undefined,
  O extends Schema,
> = Declaration<P, Q, B, O> & {
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

export type AnySpec = Declaration<Schema | undefined, Schema | undefined, Schema | undefined, Schema> & {
  repeatable?: boolean
  /** Nobody has to be signed in. */
  open?: boolean
}
export type NextContext = { params: Promise<Record<string, string | string[] | undefined>> }
export type RouteHandler = ((request: Request, context: NextContext) => Promise<Response>) & { spec: AnySpec }

/** What of the request the declaration names, parsed by its schemas. */
export async function inputOf<
  P extends Schema | undefined,
  Q extends Schema | undefined,
  B extends Schema | undefined,
  O extends Schema,
>(spec: Declaration<P, Q, B, O>, request: Request, context: NextContext) {
  const params = parseInput(spec.params, await context.params, 'not-found') as Parsed<P>
  const asked = namedOnce(new URL(request.url).searchParams, 'parameter')
  const query = parseInput(spec.query, asked, 'invalid') as Parsed<Q>
  const read = spec.form ? readForm : readJson
  const body = (spec.body ? parseInput(spec.body, await read(request), 'invalid') : undefined) as Parsed<B>
  return { params, query, body }
}

/** Turns a declaration into a handler: actor, parse, act, strip, answer; every failure becomes a problem document. */
export function route<
  O extends Schema,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
>(spec: RouteSpec<P, Q, B, O>): RouteHandler {
  const handle = (request: Request, context: NextContext): Promise<Response> =>
    respond(request, async (id) => {
      const actor = await requestActor(request)
      const input = await inputOf(spec, request, context)
      const act = async () => answer(spec, await spec.handler({ actor, ...input, request }), id)
      return spec.repeatable ? once({ request, actor, ...input }, act) : act()
    })
  return Object.assign(handle, { spec: spec as unknown as AnySpec })
}
