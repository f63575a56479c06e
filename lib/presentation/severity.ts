import type { Severity } from '@/lib/model/incident'

const LABELS: Record<Severity, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  unknown: 'Not known',
}

export const severityLabel = (severity: Severity): string => LABELS[severity]

const TONES = { critical: 'bad', high: 'warn', medium: 'neutral', low: 'neutral', unknown: 'unknown' } as const

export const severityTone = (severity: Severity): (typeof TONES)[Severity] => TONES[severity]
