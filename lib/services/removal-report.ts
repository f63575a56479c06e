import type { Store } from '@/lib/db/store'
import type { Day } from '@/lib/model/instant'
import type { PlannedKind, RemovalReport } from '@/lib/model/removal'

const DAY_MS = 86_400_000

/**
 * What is past its time on a day under the rules as they stand, kind by kind, and what of it a hold or something that
 * rests on it keeps. A record is kept for the days of its rule after its own day, so one exactly that old stays.
 */
export async function removalReport({ retentionRules, agedRecords }: Store, day: Day): Promise<RemovalReport> {
  const kinds: PlannedKind[] = []
  for (const { kind, keepDays } of await retentionRules.list()) {
    const before = new Date(Date.parse(day) - keepDays * DAY_MS).toISOString().slice(0, 10)
    kinds.push({ kind, keepDays, before, ...(await agedRecords.plan({ kind, before, today: day })) })
  }
  return { format: 'proofline-removal-report/1', day, kinds }
}
