import pg from 'pg'
import { framework } from '@/lib/framework/framework'
import { assessMaturity } from '@/lib/maturity/assess-maturity'
import { METRICS_FORMULA } from '@/lib/metrics/formula'
import type { Maturity } from '@/lib/model/maturity'
import {
  ANSWERS,
  ASSESSMENT,
  EVIDENCE,
  INCIDENTS,
  MADE,
  MONTHS,
  ORGANIZATIONS,
  THEIR_OWN,
  WHOLE_MONTHS,
} from './fill-statements'

export type Size = { organizations: number; incidentsEach: number }

/** An organization made here and its one deployment. */
export type Made = { organizationId: string; slug: string; deploymentId: string }

/**
 * Fills an empty database with organizations that are all alike: a deployment with five live layers, three approved
 * assessments with their results, answers and evidence, a draft, and 19 months of incidents and audits with their
 * metrics. Straight into the tables, because how the rows got there is not what is measured.
 */
export async function fillOrganizations(setupUrl: string, { organizations, incidentsEach }: Size): Promise<Made[]> {
  const client = new pg.Client({ connectionString: setupUrl })
  await client.connect()
  try {
    // Foreign keys are right by construction; checking a million of them would take longer than the rest.
    await client.query('SET session_replication_role = replica')
    await client.query(ORGANIZATIONS, [organizations])
    for (const statement of THEIR_OWN) await client.query(statement)
    for (const [at, asOf] of ASSESSED.entries()) await client.query(ASSESSMENT, [asOf, results(asOf, at)])
    await client.query(ANSWERS, [framework.capabilities.map(({ id }) => id)])
    await client.query(EVIDENCE)
    await client.query(INCIDENTS, [incidentsEach])
    await client.query(MONTHS, [METRICS_FORMULA])
    await client.query(WHOLE_MONTHS)
    await client.query('VACUUM ANALYZE')
    return (await client.query<Made>(MADE)).rows
  } finally {
    await client.end()
  }
}

const ASSESSED = ['2024-06-15', '2025-01-15', '2025-07-15']

/** What an assessment in which every answer rose by `raised` stages says. */
function results(asOf: string, raised: number): Maturity {
  const answers = framework.capabilities.map(({ id }, at) => ({
    capability: id,
    status: 'assessed' as const,
    stage: STAGES[Math.min(3, (at % 2) + raised)] ?? null,
    targetStage: 3 as const,
    evidence: [{ collectedOn: '2024-01-01', expiresOn: null }],
  }))
  return assessMaturity({ framework, answers, asOf })
}
const STAGES = [0, 1, 2, 3] as const
