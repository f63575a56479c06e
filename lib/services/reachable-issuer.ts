import { AppError } from '@/lib/kernel/app-error'
import type { TrustRuleInput } from '@/lib/model/trust-rule'
import { outboundUrl } from '@/lib/sources/outbound/outbound-url'

/** Refuses a rule whose keys could never be asked for. Throws `invalid`, naming the field whose address is refused. */
export function requireReachableIssuer({ kind, issuer, jwks, jwksUrl }: TrustRuleInput): void {
  if (jwks !== null) return
  if (jwksUrl !== null) requireUrl('jwksUrl', jwksUrl)
  else if (kind === 'oidc') requireUrl('issuer', issuer)
}

function requireUrl(field: keyof TrustRuleInput, url: string): void {
  try {
    outboundUrl(url)
  } catch (cause) {
    const reason = cause instanceof AppError && cause.detail ? cause.detail : 'cannot be reached'
    throw new AppError('invalid', { detail: `${field}: ${reason}`, problems: [{ field, reason }], cause })
  }
}
