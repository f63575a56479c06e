import type { FindingImportReport } from '@/lib/model/finding-import'

/** Refused records named one by one; past this many the file needs another look, not a longer list. */
const REJECTS_KEPT = 1_000

/** What reading a file of findings said. */
export type Tally = Pick<
  FindingImportReport,
  'records' | 'mapped' | 'unmapped' | 'notFindings' | 'rejected' | 'rejects' | 'assumptions'
>

export const findingTally = (): Tally => ({
  records: 0,
  mapped: 0,
  unmapped: 0,
  notFindings: { pass: 0, not_assessed: 0, suppressed: 0, closed: 0 },
  rejected: 0,
  rejects: [],
  assumptions: { seconds: 0, utc: 0, severity: 0 },
})

export function reject(tally: Tally, fault: Tally['rejects'][number]): void {
  tally.rejected += 1
  if (tally.rejects.length < REJECTS_KEPT) tally.rejects.push(fault)
}
