import { forOrganization, type Store } from '@/lib/db/store'
import { OPERATION_FORMULA } from '@/lib/evidence/operation/formula'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { Instant } from '@/lib/model/instant'
import { Period } from '@/lib/model/period'
import type { ReportChoice, ReportKind } from '@/lib/model/report'
import { auditorReport } from '@/lib/reports/kinds/auditor'
import { boardReport } from '@/lib/reports/kinds/board'
import { cisoReport } from '@/lib/reports/kinds/ciso'
import { deploymentReport } from '@/lib/reports/kinds/deployment'
import type { Report } from '@/lib/reports/report'
import { countFindings } from './count-findings'
import { getAcceptedEffect } from './get-accepted-effect'
import { getOverview } from './get-overview'
import { getPosture } from './get-posture'
import { listMaturityHistory } from './list-maturity-history'
import { operationOver } from './operation-over'

type Place = { org: string; organizationId: string; asOf: Instant }

/**
 * A report in finished words, from the services that pages use, all asked for the same instant. Throws not-found
 * (deployment, framework) and invalid when an auditor's report lacks its framework or period.
 */
export function makeReport(actor: Actor, kind: ReportKind, place: Place, choice: ReportChoice): Promise<Report> {
  switch (kind) {
    case 'board':
      return board(actor, place, choice)
    case 'ciso':
      return ciso(actor, place, choice)
    case 'deployment':
      return deployment(actor, place, choice)
    case 'auditor':
      return auditor(place, choice)
  }
}

const on = ({ org, asOf }: Place, { deployment: slug }: ReportChoice) => ({
  org,
  deployment: slug,
  now: new Date(asOf),
})

async function board(actor: Actor, place: Place, choice: ReportChoice): Promise<Report> {
  const asked = on(place, choice)
  const [overview, counts] = await Promise.all([getOverview(actor, asked), countFindings(actor, asked)])
  return boardReport({ asOf: place.asOf, overview, counts })
}

async function ciso(actor: Actor, place: Place, choice: ReportChoice): Promise<Report> {
  const asked = on(place, choice)
  const [overview, counts, accepted, { posture }] = await Promise.all([
    getOverview(actor, asked),
    countFindings(actor, asked),
    getAcceptedEffect(actor, asked),
    getPosture(actor, { org: place.org, now: asked.now }),
  ])
  const risks = await forOrganization(place.organizationId, ({ reportFacts }) =>
    reportFacts.acceptedRisks(place.asOf.slice(0, 10)),
  )
  return cisoReport({ asOf: place.asOf, overview, posture, counts, accepted, risks })
}

async function deployment(actor: Actor, place: Place, choice: ReportChoice): Promise<Report> {
  const asked = on(place, choice)
  const overview = await getOverview(actor, asked)
  const { deployment: chosen } = overview
  if (chosen === null) throw new AppError('not-found', { detail: 'There is no deployment to report on yet.' })
  const [{ points }, { posture }] = await Promise.all([
    listMaturityHistory(actor, { org: place.org, deployment: chosen.slug }),
    getPosture(actor, { ...asked, deployment: chosen.slug }),
  ])
  const history = points.filter(({ assessment }) => assessment.asOf <= overview.at)
  const records = await forOrganization(place.organizationId, ({ reportFacts }) =>
    reportFacts.recordsOf(chosen.id, place.asOf),
  )
  return deploymentReport({ asOf: place.asOf, overview, deployment: chosen, history, posture, records })
}

async function auditor({ organizationId, asOf }: Place, choice: ReportChoice): Promise<Report> {
  const { framework: id, from, to } = choice
  if (id === undefined || from === undefined || to === undefined) throw lacking({ framework: id, from, to })
  const period = Period.safeParse({ from, to })
  if (!period.success) {
    throw new AppError('invalid', {
      detail: 'The period is not valid.',
      problems: period.error.issues.map(({ path, message }) => ({ field: path.join('.'), reason: message })),
    })
  }
  return forOrganization(organizationId, async (store) => {
    const { ids, names } = await scopeOf(store, choice)
    const { framework, operations } = await operationOver(
      store,
      { framework: id, period: period.data, deploymentIds: ids },
      asOf,
    )
    const speaking = new Set(framework.requirements.flatMap(({ capabilities }) => capabilities.map((one) => one.id)))
    const evidence = await store.reportFacts.evidence(period.data, { asOf, deploymentIds: ids })
    return auditorReport({
      asOf,
      organization: await store.organization.get(),
      framework,
      period: period.data,
      deployments: names,
      operations,
      evidence: evidence.filter(({ capability }) => speaking.has(capability)),
      formulas: [OPERATION_FORMULA, `framework ${framework.version}`],
    })
  })
}

async function scopeOf({ deployments }: Store, { deployment: slug }: ReportChoice) {
  if (slug === undefined) return { ids: [], names: [] }
  const { id, name } = await deployments.bySlug(slug)
  return { ids: [id], names: [name] }
}

const lacking = (asked: Record<'framework' | 'from' | 'to', string | undefined>): AppError =>
  new AppError('invalid', {
    detail: 'An auditor report needs a framework and a period.',
    problems: Object.entries(asked).flatMap(([field, value]) =>
      value === undefined ? [{ field, reason: 'is missing' }] : [],
    ),
  })
