import type { FindingSeverity } from '@/lib/model/finding-severity'

const WORDS: Readonly<Record<string, FindingSeverity>> = {
  fatal: 'critical',
  critical: 'critical',
  high: 'high',
  error: 'high',
  medium: 'medium',
  moderate: 'medium',
  warning: 'medium',
  low: 'low',
  note: 'low',
  info: 'info',
  informational: 'info',
  none: 'info',
}

/** A severity by its word; null for one nobody here knows, which the caller says was assumed. */
export const severityOfWord = (word: string | null): FindingSeverity | null =>
  (word === null ? undefined : WORDS[word.trim().toLowerCase()]) ?? null

const OCSF: Readonly<Record<number, FindingSeverity>> = {
  1: 'info',
  2: 'low',
  3: 'medium',
  4: 'high',
  5: 'critical',
  6: 'critical',
}

/** OCSF severity_id: 1 informational to 5 critical, 6 fatal; null for 0 (unknown) and 99 (other). */
export const severityOfOcsf = (id: unknown): FindingSeverity | null =>
  typeof id === 'number' ? (OCSF[id] ?? null) : null

/** A CVSS score or SARIF security-severity from 0 to 10, by the bands of CVSS 3.1; null for no number. */
export function severityOfScore(text: string | null): FindingSeverity | null {
  const score = text === null ? Number.NaN : Number(text)
  if (!(score >= 0 && score <= 10)) return null
  if (score >= 9) return 'critical'
  if (score >= 7) return 'high'
  if (score >= 4) return 'medium'
  return score > 0 ? 'low' : 'info'
}
