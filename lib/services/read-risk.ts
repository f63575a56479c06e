import { riskSignals } from '@/lib/db/repositories/risk-signals'
import { withoutTenant } from '@/lib/db/scope'
import type { RiskSignal } from '@/lib/model/risk-signal'

/**
 * What still counts against these sessions or tokens, latest first; one without an entry has nothing against it. Whoever
 * asks has been allowed to see the sessions themselves.
 */
export const readRisk = (subjects: readonly string[], now = new Date()): Promise<Map<string, RiskSignal[]>> =>
  withoutTenant((tx) => riskSignals(tx).against(subjects, now))
