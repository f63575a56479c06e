import type { PortfolioFacts, PortfolioMonths } from '@/lib/db/repositories/portfolio'
import { outcome } from '@/lib/metrics/outcome'
import type { Membership } from '@/lib/model/actor'
import type { MetricOutcome, Outcome } from '@/lib/model/outcome'
import type { PortfolioChange, PortfolioRow } from '@/lib/model/portfolio'

/** A row of the portfolio beside the outcome it was made of; null without a deployment. */
export type RowWithOutcome = { row: PortfolioRow; outcome: Outcome | null }

/** The month a portfolio reads a metric at, or, while it is not there yet, the latest reading before it. */
function changeOf({ metric, baseline, readings, caution }: MetricOutcome): PortfolioChange {
  const known = readings.filter((reading) => reading.value !== null)
  const last = known.reduce<(typeof known)[number] | null>(
    (best, one) => (best === null || one.after > best.after ? one : best),
    null,
  )
  return {
    metric,
    baseline: baseline.value,
    after: last?.after ?? null,
    month: last?.month ?? null,
    value: last?.value ?? null,
    n: last?.n ?? 0,
    absoluteChange: last?.absoluteChange ?? null,
    relativeChange: last?.relativeChange ?? null,
    pointChange: last?.pointChange ?? null,
    failureChange: last?.failureChange ?? null,
    caution,
  }
}

/** One organization as the portfolio shows it; `months` are those that speak for the deployment. */
export function portfolioRow(
  facts: PortfolioFacts,
  membership: Pick<Membership, 'slug' | 'role'>,
  months: PortfolioMonths | undefined,
): RowWithOutcome {
  const { organizationId: id, name, sector, headcount, synthetic, rollouts, ...shown } = facts
  const result = shown.deployment && outcome(months?.months ?? [], rollouts)
  const row: PortfolioRow = {
    organization: { id, slug: membership.slug, name, sector, headcount, synthetic },
    role: membership.role,
    ...shown,
    scope: result && (months?.own === false ? 'organization' : 'deployment'),
    refusal: result?.refusal ?? null,
    changes: result ? result.metrics.map(changeOf) : [],
  }
  return { row, outcome: result }
}
