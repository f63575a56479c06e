import { CHECKS } from '@/lib/checks/registry'
import { planMarkdown } from '@/lib/evidence/plan-markdown'
import { planSarif } from '@/lib/evidence/plan-sarif'
import type { PlanFormat, PlanReport } from '@/lib/model/plan-report'

/** A plan's report as it was asked for: JSON through the route's schema, or a document of its own. */
export function planAnswer(report: PlanReport, format: PlanFormat): PlanReport | Response {
  if (format === 'json') return report
  if (format === 'sarif')
    return new Response(JSON.stringify(planSarif(report, CHECKS)), {
      headers: { 'content-type': 'application/sarif+json' },
    })
  return new Response(planMarkdown(report), { headers: { 'content-type': 'text/markdown; charset=utf-8' } })
}
