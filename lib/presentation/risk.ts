import { fadedAt, RISK_REVOKE, RISK_STEP_UP, riskScore, weightAt } from '@/lib/access/risk'
import type { Instant } from '@/lib/model/instant'
import type { RiskKind, RiskSignal } from '@/lib/model/risk-signal'
import { instantText } from './date'
import { countText } from './number'

/** What a score means for the one it is held against. */
export type RiskStanding = 'calm' | 'step-up' | 'ended'

export type RiskExplanation = {
  /** As the policy sees it: a whole number, 0 when nothing is held against the session. */
  score: number
  standing: RiskStanding
  /** One sentence: what the score means, and until when. */
  summary: string
  /** From when on no fresh proof is asked for on its account; null when none is. */
  calmAt: Instant | null
  /** What was seen, latest first: what it is, what it counts now and what it counted then. */
  signals: { kind: RiskKind; at: Instant; sentence: string; weightNow: number; weight: number }[]
}

/**
 * Why a session or token is, or is not, asked for more: every signal with its weight now, and when the sum will have
 * fallen below the threshold of the policy if nothing is added.
 */
export function explainRisk(signals: readonly RiskSignal[], now: Date): RiskExplanation {
  const score = Math.round(riskScore(signals, now))
  const standing = score >= RISK_REVOKE ? 'ended' : score >= RISK_STEP_UP ? 'step-up' : 'calm'
  const calmAt = fadedAt(signals, RISK_STEP_UP, now)?.toISOString() ?? null
  return {
    score,
    standing,
    summary: summaryOf(standing, score, calmAt),
    calmAt,
    signals: signals.map((signal) => ({
      kind: signal.kind,
      at: signal.at,
      sentence: sentenceOf(signal, now),
      weightNow: Math.round(weightAt(signal, now)),
      weight: signal.weight,
    })),
  }
}

function summaryOf(standing: RiskStanding, score: number, calmAt: Instant | null): string {
  if (standing === 'ended') return `The score is ${score}. From ${RISK_REVOKE} on a session or token is ended.`
  if (standing === 'step-up' && calmAt) {
    return `The score is ${score}. From ${RISK_STEP_UP} on a fresh proof is asked for; it falls below that at ${instantText(calmAt)} if nothing is added.`
  }
  return score === 0
    ? 'Nothing unusual was seen.'
    : `The score is ${score}, below the ${RISK_STEP_UP} from which a fresh proof is asked for.`
}

function sentenceOf(signal: RiskSignal, now: Date): string {
  const weight = Math.round(weightAt(signal, now))
  const counts =
    weight === signal.weight ? `It counts ${weight}.` : `It counted ${signal.weight} and counts ${weight} now.`
  return `${SEEN[signal.kind](signal.detail)}, ${instantText(signal.at)}. ${counts}`
}

const SEEN: Readonly<Record<RiskKind, (detail: RiskSignal['detail']) => string>> = {
  'new-device': () => 'The session began in a browser that was never used before',
  'unusual-hour': ({ hour }) =>
    typeof hour === 'number'
      ? `The session began between ${clock(hour)} and ${clock((hour + 1) % 24)} UTC, when this person never was here`
      : 'The session began at an hour of the day at which this person never was here',
  'browser-changed': () =>
    'Another session of this person was tried from a browser that it did not begin in, and ended',
  'mass-export': ({ times, amount }) =>
    typeof times === 'number' && typeof amount === 'number'
      ? `${countText(amount)} rows left in ${countText(times)} ${times === 1 ? 'export' : 'exports'} within ten minutes`
      : 'Very much was exported within ten minutes',
  'denial-burst': ({ times }) =>
    typeof times === 'number'
      ? `${countText(times)} requests were refused within five minutes`
      : 'Many requests were refused within five minutes',
  'passkey-counter': () => 'A passkey counted backwards, as a copy of it would',
  'token-two-networks': ({ first, second }) =>
    typeof first === 'string' && typeof second === 'string'
      ? `The token was used from ${first} and then from ${second}`
      : 'The token was used from two networks',
}

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`
