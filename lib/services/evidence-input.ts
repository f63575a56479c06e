import type { NewEvidence } from '@/lib/db/repositories/evidence'
import type { Problem } from '@/lib/kernel/app-error'
import type { EvidenceLink } from '@/lib/model/evidence'
import { futureDay } from './latest-day'

/** A link as it is stored; a file's columns stay empty. */
export const asLink = ({ kind, title, url, collectedOn, expiresOn }: EvidenceLink, collector: string): NewEvidence => ({
  kind,
  title,
  url,
  collectedOn,
  expiresOn,
  collector,
  mediaType: null,
  bytes: null,
  sha256: null,
})

type Days = Pick<EvidenceLink, 'collectedOn' | 'expiresOn'>

/** What is wrong with the days of evidence, by field: taken in the future, or expired before it was taken. */
export function evidenceDayProblems({ collectedOn, expiresOn }: Days, now: Date, prefix = ''): Problem[] {
  const future = futureDay(`${prefix}collectedOn`, collectedOn, now)
  const early = expiresOn !== null && expiresOn < collectedOn
  return [
    ...(future ? [future] : []),
    ...(early ? [{ field: `${prefix}expiresOn`, reason: 'is before the day it was collected' }] : []),
  ]
}
