import type { Finding, FindingEvent } from '@/lib/model/finding'
import type { FindingSeverity } from '@/lib/model/finding-severity'
import type { Day, Instant } from '@/lib/model/instant'
import { dayText } from './date'
import { NBSP } from './number'

const LABELS: Record<FindingSeverity, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Informational',
}
const TONES = { critical: 'bad', high: 'bad', medium: 'warn', low: 'neutral', info: 'neutral' } as const

export const findingSeverityLabel = (severity: FindingSeverity): string => LABELS[severity]
export const findingSeverityTone = (severity: FindingSeverity): (typeof TONES)[FindingSeverity] => TONES[severity]

const HOUR_MS = 3_600_000
const HOURS_SHOWN = 48

/** For how long something has been so: `3 h`, from two days on `9 d`; less than an hour is `< 1 h`. */
export function ageText(since: Instant, until: Instant): string {
  const hours = (Date.parse(until) - Date.parse(since)) / HOUR_MS
  if (hours < 1) return `<${NBSP}1${NBSP}h`
  if (hours < HOURS_SHOWN) return `${Math.floor(hours)}${NBSP}h`
  return `${Math.floor(hours / 24)}${NBSP}d`
}

/** `High · open 9 d · seen in 9 runs · gh-deploy`. */
export function findingLine(finding: Finding, now: Instant): string {
  const { severity, state, openedAt, resolvedAt, runsSeen, resource } = finding
  const standing = state === 'resolved' ? 'resolved after' : 'open'
  const seen = runsSeen === 1 ? 'seen in one run' : `seen in ${runsSeen} runs`
  return [LABELS[severity], `${standing} ${ageText(openedAt, resolvedAt ?? now)}`, seen, resource.name].join(' · ')
}

export const exceptionText = (until: Day): string => `risk accepted to ${dayText(until)}`

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** What happened to a finding, as a sentence after the name of whoever did it; a run has no name. */
export function findingEventText({ kind, detail }: Pick<FindingEvent, 'kind' | 'detail'>): string {
  const [owner, until] = [text(detail.owner), text(detail.until)]
  switch (kind) {
    case 'opened':
      return 'Seen for the first time'
    case 'resolved':
      return 'No longer seen: resolved'
    case 'reopened':
      return 'Seen again: reopened'
    case 'assigned':
      return owner ? `gave it to ${owner}` : 'took its owner away'
    case 'severity':
      return text(detail.to) ? `set the severity to ${text(detail.to)}` : 'went back to the severity of the check'
    case 'exception':
      return `accepted the risk until ${until ? dayText(until) : 'a day'}, owned by ${owner ?? 'nobody'}`
    case 'exception-ended':
      return 'ended the exception early'
    case 'comment':
      return 'remarked'
  }
}

/** The words a person gave with it; null without any. */
export const findingEventWords = ({ detail }: Pick<FindingEvent, 'detail'>): string | null =>
  text(detail.text) ?? text(detail.reason)
