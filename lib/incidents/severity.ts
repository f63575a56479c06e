import type { Severity } from '@/lib/model/incident'

const WORDS: Record<Exclude<Severity, 'unknown'>, readonly string[]> = {
  critical: ['critical', 'crit', 'emergency', 'urgent', 'blocker', 'highest', 'very high'],
  high: ['high', 'major', 'important'],
  medium: ['medium', 'med', 'moderate', 'normal'],
  low: ['low', 'lowest', 'very low', 'minor', 'trivial', 'planning', 'info', 'informational', 'information'],
}

const BY_WORD = new Map<string, Severity>(
  (['critical', 'high', 'medium', 'low'] as const).flatMap((severity) =>
    WORDS[severity].map((word) => [word, severity] as const),
  ),
)

const BY_LEVEL: readonly Severity[] = ['critical', 'critical', 'high', 'medium', 'low', 'low']

const CODE = /^(?:sev|severity|s|p|prio|priority)[ -]?([0-5])$/

/** `1 - High`, `P1: Critical`, `High (P2)` are two parts each; the hyphen of `non-critical` and `sev-1` divides nothing. */
const BETWEEN_PARTS = / ?[:()–] ?| - |(?<=\d) ?- ?/

/**
 * A severity from the words and codes that trackers write: `High`, `1 - High`, `Sev2`, `P1`. A word decides over a
 * number, because 1 is "high" on one scale and "critical" on the next; so a number alone, and anything else that is
 * not recognised, is `unknown` and never a guess.
 */
export function readSeverity(text: string): Severity {
  const plain = text.slice(0, 60).trim().toLowerCase().split(/\s+/).join(' ')
  const parts = plain.split(BETWEEN_PARTS).map((part) => part.replace(/ (?:severity|priority|impact)$/, ''))
  for (const part of parts) {
    const severity = BY_WORD.get(part)
    if (severity !== undefined) return severity
  }
  for (const part of parts) {
    const level = CODE.exec(part)?.[1]
    if (level !== undefined) return BY_LEVEL[Number(level)] ?? 'unknown'
  }
  return 'unknown'
}
