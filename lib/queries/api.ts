/** One thing wrong with what was sent: where, and why. */
export type FieldProblem = { row?: number; field: string; reason: string }

/** A refusal by the server, as its problem document tells it. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string | undefined,
    readonly problems: readonly FieldProblem[],
    readonly requestId: string | undefined,
  ) {
    super(detail ?? title)
    this.name = 'ApiProblem'
  }
}

type ProblemDocument = { title?: string; detail?: string; problems?: FieldProblem[]; requestId?: string }

/** Throws what the server refused as an ApiProblem; an answer that never came says that nothing is known of it. */
export async function send(path: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(path, init).catch(() => null)
  if (!answer)
    throw new ApiProblem(0, 'The server did not answer', 'Check the connection and try again.', [], undefined)
  if (answer.ok) return answer
  const { title, detail, problems, requestId }: ProblemDocument = await answer.json().catch(() => ({}))
  throw new ApiProblem(
    answer.status,
    title ?? `The server answered ${answer.status}`,
    detail,
    problems ?? [],
    requestId,
  )
}

async function json<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
  const answer = await send(path, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    signal,
  })
  return answer.status === 204 ? (undefined as T) : answer.json()
}

/** The browser's way to /api/v1: same origin, session cookie, problems thrown. */
export const api = {
  get: <T>(path: string, signal?: AbortSignal): Promise<T> => json('GET', path, undefined, signal),
  post: <T>(path: string, body?: unknown): Promise<T> => json('POST', path, body ?? {}),
  put: <T>(path: string, body: unknown): Promise<T> => json('PUT', path, body),
  patch: <T>(path: string, body: unknown): Promise<T> => json('PATCH', path, body),
  delete: <T = void>(path: string): Promise<T> => json('DELETE', path),
}
