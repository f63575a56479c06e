import { z } from 'zod'
import { Instant } from './instant'

/** What the product sees by itself and holds against a session or a token. */
export const RISK_KINDS = [
  'new-device',
  'unusual-hour',
  'browser-changed',
  'mass-export',
  'denial-burst',
  'passkey-counter',
  'token-two-networks',
] as const
export type RiskKind = (typeof RISK_KINDS)[number]

/** Something unusual, seen once. `weight` is what it counted at that instant; it fades from there. */
export const RiskSignal = z.object({
  kind: z.enum(RISK_KINDS),
  weight: z.int().positive(),
  at: Instant,
  /** What was seen, for people: never a token, a cookie or an answer. */
  detail: z.record(z.string(), z.unknown()),
})
export type RiskSignal = z.infer<typeof RiskSignal>
