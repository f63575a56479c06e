import type { RiskKind, RiskSignal } from '@/lib/model/risk-signal'
import policy from './policy/data.json'

/**
 * What each signal counts while it is fresh, against the thresholds of the policy. Circumstances that honest people
 * meet, such as a new device, stay below the first threshold even together; conduct crosses it; conduct repeated
 * crosses the second, and so does a token that is in two places.
 */
export const RISK_WEIGHTS: Readonly<Record<RiskKind, number>> = {
  'unusual-hour': 15,
  'new-device': 20,
  'browser-changed': 30,
  'mass-export': 55,
  'denial-burst': 60,
  'passkey-counter': 60,
  'token-two-networks': 100,
}

/** Every signal counts half after this long. */
export const RISK_HALF_LIFE_SECONDS = 1800

/** After 24 half-lives the heaviest signal counts less than a hundred-thousandth and is no longer looked for. */
export const RISK_MEMORY_SECONDS = 24 * RISK_HALF_LIFE_SECONDS

/** From here on a fresh proof is asked for, and from here on the session or token ends. */
export const RISK_STEP_UP = policy.proofline.limits.riskStepUp
export const RISK_REVOKE = policy.proofline.limits.riskRevoke

/** What a signal still counts at an instant; one that is dated later, by another machine's clock, counts in full. */
export function weightAt({ weight, at }: Pick<RiskSignal, 'weight' | 'at'>, now: Date): number {
  const age = Math.max(0, (now.getTime() - Date.parse(at)) / 1000)
  return age >= RISK_MEMORY_SECONDS ? 0 : weight * 0.5 ** (age / RISK_HALF_LIFE_SECONDS)
}

/**
 * What speaks against a session or token at an instant: Σ weight · ½^(age / 1800 s). The database computes the same sum
 * for every request; the policy is asked with it rounded to a whole number.
 */
export const riskScore = (signals: readonly Pick<RiskSignal, 'weight' | 'at'>[], now: Date): number =>
  signals.reduce((sum, signal) => sum + weightAt(signal, now), 0)

/**
 * When the policy will see less than `threshold` if nothing is added; null when it does so already. Signals fade alike,
 * so their sum does too. Rounded up to the next second.
 */
export function fadedAt(
  signals: readonly Pick<RiskSignal, 'weight' | 'at'>[],
  threshold: number,
  now: Date,
): Date | null {
  const score = riskScore(signals, now)
  // The policy sees the sum rounded, so half a point below the threshold is the threshold still.
  const below = threshold - 0.5
  if (Math.round(score) < threshold) return null
  const seconds = RISK_HALF_LIFE_SECONDS * Math.log2(score / below)
  return new Date(now.getTime() + (Math.floor(seconds) + 1) * 1000)
}
