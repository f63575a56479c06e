import { exchangeToken } from '@/lib/auth/token-exchange'
import { oauthRefusal } from '@/lib/http/oauth-refusal'
import { openRoute } from '@/lib/http/open-route'
import { AppError } from '@/lib/kernel/app-error'
import { ACCESS_TOKEN_TYPE, roleOfScope, TOKEN_EXCHANGE, TokenRequest, TokenResponse } from '@/lib/model/token-request'

const unsupported = () => {
  const reason = `must be ${TOKEN_EXCHANGE}`
  return new AppError('invalid', { detail: `grant_type: ${reason}`, problems: [{ field: 'grant_type', reason }] })
}

export const POST = openRoute({
  tag: 'Machines',
  summary: 'Exchange a token of a trusted issuer for an access token of 15 minutes (RFC 8693)',
  form: true,
  machines: true,
  body: TokenRequest,
  output: TokenResponse,
  refusal: oauthRefusal,
  handler: async ({ body, origin }) => {
    if (body.grant_type !== TOKEN_EXCHANGE) throw unsupported()
    const organization = body.organization ?? body.audience ?? ''
    const wanted = { subjectToken: body.subject_token, organization, role: roleOfScope(body.scope) }
    const { accessToken, role, expiresIn } = await exchangeToken(wanted, origin)
    return {
      access_token: accessToken,
      issued_token_type: ACCESS_TOKEN_TYPE,
      token_type: 'Bearer' as const,
      expires_in: expiresIn,
      scope: `role:${role}`,
    }
  },
})
