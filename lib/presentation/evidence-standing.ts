import type { Evidence } from '@/lib/model/evidence'
import type { Day } from '@/lib/model/instant'
import { dayText } from './date'

export type EvidenceStanding = {
  text: string
  /** `bad` does not count for the assessment, `warn` needs somebody soon. */
  tone: 'neutral' | 'warn' | 'bad'
}

const SOON_DAYS = 30
const DAY_MS = 86_400_000

const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

/**
 * Whether a piece of evidence may be relied upon: on the day the assessment speaks for (that decides whether it counts),
 * and today (that decides whether somebody should renew it). Days compare as text, both ends included.
 */
export function evidenceStanding(
  { collectedOn, expiresOn }: Pick<Evidence, 'collectedOn' | 'expiresOn'>,
  asOf: Day,
  today: Day,
): EvidenceStanding {
  if (collectedOn > asOf) return { text: `taken after ${dayText(asOf)}, so it does not count`, tone: 'bad' }
  if (expiresOn === null) return { text: 'does not expire', tone: 'neutral' }
  if (expiresOn < asOf)
    return { text: `expired ${dayText(expiresOn)}, before ${dayText(asOf)}, so it does not count`, tone: 'bad' }
  if (expiresOn < today) return { text: `counted on ${dayText(asOf)}, expired ${dayText(expiresOn)}`, tone: 'warn' }
  const left = daysBetween(today, expiresOn)
  if (left === 0) return { text: 'expires today', tone: 'warn' }
  return left <= SOON_DAYS
    ? { text: `expires in ${days(left)}`, tone: 'warn' }
    : { text: `valid to ${dayText(expiresOn)}`, tone: 'neutral' }
}
