import { UNAVAILABLE } from '@/lib/access/policy-engine'
import { env } from '@/lib/env'
import type { Decision, DecisionInput } from '@/lib/model/decision'
import { policyBundle } from './policy-bundle'
import { askPolicyServer } from './policy-server'

export type Decided = Decision & {
  /** The digest of the policy in this process, or `external`. */
  policy: string
  /** Why no policy could be asked. Private: for the log only. */
  cause?: unknown
}

/**
 * The one policy decision point: in this process, or asked of the Open Policy Agent that OPA_URL names. Never throws:
 * a policy that cannot be asked denies.
 */
export async function decide(input: DecisionInput): Promise<Decided> {
  const { opaUrl } = env()
  try {
    if (opaUrl !== null) return { ...(await askPolicyServer(opaUrl, input)), policy: 'external' }
    const { decide, digest } = await policyBundle()
    return { ...decide(input), policy: digest }
  } catch (cause) {
    return { ...UNAVAILABLE, policy: opaUrl === null ? 'none' : 'external', cause }
  }
}
