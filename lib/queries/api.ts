import { ApiProblem, problemIn } from './api-problem'
import { stepUp } from './step-up'

export { ApiProblem, type FieldProblem } from './api-problem'

/** A stream can be read only once, but what needs a fresh proof first is sent twice. */
type Repeatable = Omit<RequestInit, 'body'> & { body?: Exclude<BodyInit, ReadableStream> | null }

/** Throws what the server refused as an ApiProblem; an answer that never came says that nothing is known of it. */
async function sendOnce(path: string, init: Repeatable): Promise<Response> {
  const answer = await fetch(path, init).catch(() => null)
  if (!answer)
    throw new ApiProblem(0, { title: 'The server did not answer', detail: 'Check the connection and try again.' })
  if (!answer.ok) throw await problemIn(answer)
  return answer
}

/**
 * Sends a request and throws what the server refused as an ApiProblem. What needs a fresh proof of who somebody is asks
 * them for it, and is sent once more when they give it.
 */
export async function send(path: string, init: Repeatable): Promise<Response> {
  try {
    return await sendOnce(path, init)
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || problem.code !== 'step-up') throw problem
    if (!(await stepUp(problem.detail))) throw problem
    return sendOnce(path, init)
  }
}

type Sender = (path: string, init: Repeatable) => Promise<Response>

async function json<T>(sender: Sender, method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
  const answer = await sender(path, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    signal,
  })
  return answer.status === 204 ? (undefined as T) : answer.json()
}

/** The browser's way to /api/v1: same origin, session cookie, problems thrown, fresh proofs asked for. */
export const api = {
  get: <T>(path: string, signal?: AbortSignal): Promise<T> => json(send, 'GET', path, undefined, signal),
  post: <T>(path: string, body?: unknown): Promise<T> => json(send, 'POST', path, body ?? {}),
  put: <T>(path: string, body: unknown): Promise<T> => json(send, 'PUT', path, body),
  patch: <T>(path: string, body: unknown): Promise<T> => json(send, 'PATCH', path, body),
  delete: <T = void>(path: string): Promise<T> => json(send, 'DELETE', path),
}

/** The same without asking for a proof, for what gives one: it would wait for itself. */
export const plainPost = <T>(path: string, body?: unknown): Promise<T> => json(sendOnce, 'POST', path, body ?? {})
