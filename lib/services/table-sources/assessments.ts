import { z } from 'zod'
import { type AnswerRow, answersTable } from '@/lib/evidence/tables/answers'
import { assessmentsTable } from '@/lib/evidence/tables/assessments'
import { crosswalkRows, crosswalkTable } from '@/lib/evidence/tables/crosswalk'
import { type MaturityRow, maturityTable } from '@/lib/evidence/tables/maturity'
import { STANDARDS } from '@/lib/framework/standards'
import type { Actor } from '@/lib/model/actor'
import { type Assessment, AssessmentState } from '@/lib/model/assessment'
import { Day } from '@/lib/model/instant'
import { CapabilityId } from '@/lib/model/layer'
import { Slug } from '@/lib/model/slug'
import { getAssessment } from '../get-assessment'
import { getMaturity } from '../get-maturity'
import { listAssessments } from '../list-assessments'
import { listFindings } from '../list-findings'
import { pagesOf } from '../pages-of'
import { deploymentSlugs } from './records'
import { mapped, onePage, tableSource } from './source'

const AssessmentFilter = z.object({ state: AssessmentState.optional(), deployment: Slug.optional() })

const assessments = tableSource({
  table: assessmentsTable,
  permission: 'assessment:read',
  filter: AssessmentFilter,
  async open(actor, { org, place, filter }) {
    const slugOf = await deploymentSlugs(place.organizationId)
    const pages = await pagesOf((page) => listAssessments(actor, { org, ...filter, ...page }))
    return mapped(pages, (one) => ({ ...one, deployment: slugOf(one.deploymentId) }))
  },
})

const answers = tableSource({
  table: answersTable,
  permission: 'assessment:read',
  filter: AssessmentFilter.extend({
    assessment: z.uuid().optional(),
    /** The standard whose requirements are named. */
    framework: z.enum(STANDARDS).optional(),
  }),
  async open(actor, { org, filter: { assessment, framework = null, ...filter }, now }) {
    const expiry = await exceptionExpiry(actor, org, now)
    const rows = async (id: string) => answerRows(actor, { org, id, framework, expiry })
    if (assessment !== undefined) return onePage(await rows(assessment))
    const pages = await pagesOf((page) => listAssessments(actor, { org, ...filter, ...page }))
    return ofEach(pages, ({ id }) => rows(id))
  },
})

async function* ofEach(
  pages: AsyncIterable<readonly Assessment[]>,
  rows: (one: Assessment) => Promise<readonly AnswerRow[]>,
): AsyncGenerator<readonly AnswerRow[]> {
  for await (const page of pages) for (const one of page) yield await rows(one)
}

type Asked = { org: string; id: string; framework: string | null; expiry: ReadonlyMap<string, string> }

async function answerRows(actor: Actor, { org, id, framework, expiry }: Asked): Promise<AnswerRow[]> {
  const { answers: given, maturity, posture, ...assessment } = await getAssessment(actor, { org, id })
  const answerOf = new Map(given.map((one) => [one.capability, one]))
  const shown = new Map(posture?.capabilities.map((one) => [one.capability, one]))
  return maturity.layers.flatMap(({ capabilities }) =>
    capabilities.map((result) => {
      const capability = shown.get(result.capability)
      return {
        org,
        assessment,
        result,
        answer: answerOf.get(result.capability) ?? null,
        posture: posture && capability ? { at: posture.at, capability } : null,
        framework,
        exceptionExpiry: expiry.get(result.capability) ?? null,
      }
    }),
  )
}

/** By capability the first last day of a risk that is accepted now. */
async function exceptionExpiry(actor: Actor, org: string, now: Date): Promise<ReadonlyMap<string, string>> {
  const filter = { exception: 'in-force' } as const
  const first = new Map<string, string>()
  for await (const page of await pagesOf((page) => listFindings(actor, { org, filter, sort: 'opened', page, now })))
    for (const { capabilities, exceptionUntil } of page)
      for (const one of capabilities)
        if (exceptionUntil !== null && exceptionUntil < (first.get(one) ?? '9999')) first.set(one, exceptionUntil)
  return first
}

const maturity = tableSource({
  table: maturityTable,
  permission: 'assessment:read',
  filter: z.object({ deployment: Slug.optional(), at: Day.optional() }),
  async open(actor, { org, filter, now }) {
    const { deployment, current } = await getMaturity(actor, { org, ...filter, now })
    if (deployment === null || current === null) return onePage<MaturityRow>([])
    const { assessment, maturity } = current
    const facts = {
      assessmentId: assessment.id,
      deployment: deployment.slug,
      asOf: maturity.asOf,
      formula: maturity.formula,
    }
    return onePage(
      maturity.layers.flatMap((layer) => layer.capabilities.map((one): MaturityRow => ({ ...one, ...facts, layer }))),
    )
  },
})

const crosswalk = tableSource({
  table: crosswalkTable,
  permission: 'organization:read',
  filter: z.object({ framework: z.enum(STANDARDS).optional(), capability: CapabilityId.optional() }),
  open: async (_, { filter: { framework, capability } }) =>
    onePage(
      crosswalkRows().filter(
        (one) =>
          (framework === undefined || one.standard === framework) &&
          (capability === undefined || one.capability === capability),
      ),
    ),
})

export const assessmentSources = [assessments, answers, maturity, crosswalk]
