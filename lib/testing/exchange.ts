import { forOrganizations } from '@/lib/db/scope'
import type { RouteHandler } from '@/lib/http/route'
import { TOKEN_EXCHANGE } from '@/lib/model/token-request'
import { callRoute } from './call-route'
import type { Cast } from './organizations'

type Form = Record<string, string | undefined>
export type ExchangeAnswer = {
  status: number
  headers: Headers
  body: { access_token?: string; scope?: string; error?: string; error_description?: string } & Record<string, unknown>
}

/** The form of a token exchange as a build job sends it; `others` adds fields, and undefined leaves one out. */
export const exchangeForm = (subjectToken: string, organization: string, others: Form = {}): string => {
  const fields: Form = {
    grant_type: TOKEN_EXCHANGE,
    subject_token: subjectToken,
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    audience: organization,
    ...others,
  }
  const given = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return new URLSearchParams(given).toString()
}

/** Sends a form to the token endpoint. */
export async function exchange(
  handler: RouteHandler,
  form: string,
  headers: Record<string, string> = {},
): Promise<ExchangeAnswer> {
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await callRoute(handler, { method: 'POST', body: form, headers: { ...type, ...headers } })
  return answer as ExchangeAnswer
}

/** The reason that the organization's own log gives for what became of the last exchange. */
export const reasonOfLastExchange = ({ organization: { id } }: Cast): Promise<string | undefined> =>
  forOrganizations([id], async (tx) => {
    const row = await tx.accessDecision.findFirst({ where: { action: 'token:exchange' }, orderBy: { id: 'desc' } })
    return row?.reasons[0]
  })
