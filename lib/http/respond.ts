import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { requestOrigin } from '@/lib/auth/request-origin'
import { AppError } from '@/lib/kernel/app-error'
import { logFailure } from './log'
import { problemOf } from './problem'

/** How a refusal is told: by default as a problem document. */
export type Refusal = (error: AppError, instance: string, requestId: string) => Response

/** Runs the work of one request under an id of its own; every failure becomes a refusal and, where it is ours, a log line. */
export async function respond(
  request: Request,
  work: (requestId: string) => Promise<Response>,
  refusal: Refusal = problemOf,
): Promise<Response> {
  const id = randomUUID()
  const { pathname } = new URL(request.url)
  try {
    return await work(id)
  } catch (error) {
    const { address } = requestOrigin(request.headers)
    logFailure(error, { id, method: request.method, path: pathname, address })
    return refusal(error instanceof AppError ? error : new AppError('internal', { cause: error }), pathname, id)
  }
}

/** What a handler returned as a response, stripped to what the schema names. */
export function answer(spec: { output: z.ZodType; status?: number }, result: unknown, requestId: string): Response {
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
