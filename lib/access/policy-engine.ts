import { loadPolicy } from '@open-policy-agent/opa-wasm'
import { z } from 'zod'
import type { Decision, DecisionInput } from '@/lib/model/decision'

/** Decides one request; never throws and never allows what it could not judge. */
export type PolicyEngine = (input: DecisionInput) => Decision

/** 64 KiB each. A decision needs a few; whoever asks with megabytes is refused instead of growing the process. */
const MOST_PAGES = 256

const denied = (reason: string): Decision => ({ effect: 'deny', reasons: [reason], revoke: false })

const Answer = z.object({
  effect: z.enum(['allow', 'deny', 'step-up']),
  reasons: z.array(z.string().min(1).max(100)).max(50),
  revoke: z.boolean(),
})

/**
 * A policy's answer as it came, checked. Whatever has another shape, refuses without a reason or allows with one is a
 * deny with `policy-error`.
 */
export function toDecision(answer: unknown): Decision {
  const parsed = Answer.safeParse(answer)
  if (!parsed.success) return denied('policy-error')
  const { effect, reasons, revoke } = parsed.data
  const isConsistent = effect === 'allow' ? reasons.length === 0 && !revoke : reasons.length > 0
  return isConsistent ? parsed.data : denied('policy-error')
}

/** A refusal because no policy could be asked. */
export const UNAVAILABLE: Decision = denied('policy-unavailable')

/**
 * Loads a policy compiled by OPA, with its tables. Every evaluation starts from the same heap, so thousands of them
 * need the memory of the largest. Throws when `wasm` is no such policy.
 */
export async function policyEngine(wasm: Uint8Array<ArrayBuffer>, data: object): Promise<PolicyEngine> {
  const policy = await loadPolicy(wasm, { initial: 5, maximum: MOST_PAGES })
  policy.setData(data)
  return (input) => {
    try {
      const results: unknown = policy.evaluate(input)
      return toDecision(Array.isArray(results) && results.length === 1 ? results[0]?.result : null)
    } catch {
      return denied('policy-error')
    }
  }
}
