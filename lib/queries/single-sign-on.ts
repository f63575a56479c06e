import { ApiProblem, problemIn } from './api-problem'

type Journey = {
  /** Where to lead on to afterwards: a path of our own pages. */
  returnTo: string
  /** Whether the provider has to ask anew who is there, as a fresh proof needs. */
  fresh?: boolean
}

/**
 * Leaves for an identity provider. The browser is led there instead of the form, because the policy of our pages lets no
 * form lead elsewhere. Throws ApiProblem when that is not possible; otherwise the page is gone.
 */
export async function goToProvider(provider: string, { returnTo, fresh = false }: Journey): Promise<void> {
  const { csrfToken } = await answered<{ csrfToken: string }>(fetch('/api/auth/csrf'))
  const body = new URLSearchParams({ csrfToken, callbackUrl: returnTo, json: 'true' })
  const path = `/api/auth/signin/${encodeURIComponent(provider)}${fresh ? '?prompt=login' : ''}`
  const { url } = await answered<{ url: string }>(fetch(path, { method: 'POST', body }))
  window.location.assign(url)
}

async function answered<T>(asked: Promise<Response>): Promise<T> {
  const answer = await asked.catch(() => null)
  if (!answer)
    throw new ApiProblem(0, { title: 'The server did not answer', detail: 'Check the connection and try again.' })
  if (!answer.ok) throw await problemIn(answer)
  return answer.json()
}
