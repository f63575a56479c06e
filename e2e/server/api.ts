import { readFileSync } from 'node:fs'
import { type APIRequestContext, type APIResponse, request } from '@playwright/test'
import { sessionOf } from './sessions'
import { USER_AGENT } from './user-agent'

type Cookies = { cookies: { name: string; value: string }[] }

/** The API as a signed-in person's own pages use it. */
export type Api = {
  get: <T>(path: string) => Promise<T>
  send: <T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown) => Promise<T>
  /** A file as the body. */
  upload: <T>(path: string, content: string | Buffer, type?: string) => Promise<T>
}

/** A context of requests with these headers, outside any browser. The caller disposes of it. */
export const requestsWith = (headers: Record<string, string> = {}): Promise<APIRequestContext> =>
  requestsAt(process.env.PROOFLINE_E2E_URL ?? '', headers)

/** The same, of a server that is not the run's own. */
export const requestsAt = (baseURL: string, headers: Record<string, string>): Promise<APIRequestContext> =>
  // Changes are taken from our own pages only, and a browser says where it asks from.
  request.newContext({
    baseURL,
    userAgent: USER_AGENT,
    extraHTTPHeaders: { origin: baseURL, ...headers },
    maxRedirects: 0,
  })

/** The header with which this person's browser proves who they are. */
export function cookieOf(name: string): string {
  const { cookies } = JSON.parse(readFileSync(sessionOf(name), 'utf8')) as Cookies
  return cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; ')
}

async function answerOf<T>(what: string, response: APIResponse): Promise<T> {
  if (!response.ok()) throw new Error(`${what} answered ${response.status()}: ${await response.text()}`)
  return (response.status() === 204 ? undefined : await response.json()) as T
}

/** Lets `work` use the API as this person. What the server refuses is thrown: a journey's preparations must succeed. */
export async function asPerson<T>(name: string, work: (api: Api) => Promise<T>): Promise<T> {
  const context = await requestsWith({ cookie: cookieOf(name) })
  const fetch = async <R>(method: string, path: string, options: object = {}) =>
    answerOf<R>(`${method} ${path}`, await context.fetch(path, { method, ...options }))
  try {
    return await work({
      get: (path) => fetch('GET', path),
      send: (method, path, data) => fetch(method, path, data === undefined ? {} : { data }),
      upload: (path, data, type = 'text/csv') => fetch('POST', path, { data, headers: { 'content-type': type } }),
    })
  } finally {
    await context.dispose()
  }
}
