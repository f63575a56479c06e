import { toDecision } from '@/lib/access/policy-engine'
import type { Decision, DecisionInput } from '@/lib/model/decision'

const PATIENCE_MS = 2000
const DOCUMENT = '/v1/data/proofline/access/decision'

/**
 * Asks an Open Policy Agent at `origin` over its data API. A malformed decision is a deny. Throws when there is none: no
 * answer within two seconds, a redirect, any status but 200, or a server that was not given the policy.
 */
export async function askPolicyServer(origin: string, input: DecisionInput): Promise<Decision> {
  const response = await fetch(`${origin}${DOCUMENT}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ input }),
    redirect: 'error',
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  if (response.status !== 200) throw new Error(`the policy server answered with status ${response.status}`)
  const answer: unknown = await response.json()
  if (typeof answer !== 'object' || answer === null || !('result' in answer)) {
    throw new Error('the policy server knows no such decision')
  }
  return toDecision(answer.result)
}
