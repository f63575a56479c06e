import type { Store } from '@/lib/db/store'
import type { Month } from '@/lib/kernel/month'
import { type MonthlyTallies, monthlyTallies } from '@/lib/metrics/monthly-metrics'

/**
 * Rebuilds months from the records in them instead of moving counters, so that retries, corrections and undone imports
 * cannot inflate a figure. Invariant: the same records, however they came, give the same months. Rows are made for the
 * organization and for each deployment that has records in the month; one month is held in memory at a time.
 */
export async function recomputeMonths(store: Store, months: readonly Month[]): Promise<void> {
  for (const month of months) {
    const tallies = await talliesOf(store, month)
    const rows = [...tallies].flatMap(([deploymentId, tally]) =>
      tally.rows().map((metric) => ({ deploymentId, metric })),
    )
    await store.monthlyMetrics.replace(month, rows)
  }
}

/** The tallies of one month by owner; null is the whole organization. */
async function talliesOf(store: Store, month: Month): Promise<Map<string | null, MonthlyTallies>> {
  const tallies = new Map<string | null, MonthlyTallies>()
  const owners = (deploymentId: string | null): MonthlyTallies[] =>
    (deploymentId === null ? [null] : [null, deploymentId]).map((owner) => {
      const tally = tallies.get(owner) ?? monthlyTallies()
      tallies.set(owner, tally)
      return tally
    })
  for await (const page of store.incidents.ofMonth(month)) {
    for (const incident of page) for (const tally of owners(incident.deploymentId)) tally.addIncident(incident)
  }
  for (const audit of await store.audits.ofMonth(month)) {
    for (const tally of owners(audit.deploymentId)) tally.addAudit(audit)
  }
  return tallies
}
