import type { Evaluated } from '@/lib/checks/evaluate-scope'
import type { Check } from '@/lib/checks/frame/check'
import type { Evaluation, Subject } from '@/lib/checks/frame/evaluation'
import { forOrganizations } from '@/lib/db/scope'
import { forOrganization } from '@/lib/db/store'
import { newId } from '@/lib/kernel/id'
import { recordEvaluations } from '@/lib/services/record-evaluations'
import type { Cast } from './organizations'

/** A connection of the cast's organization that nothing has read from. */
export async function connectionOf({ organization }: Cast, name = `aws ${newId().slice(-8)}`): Promise<string> {
  const id = newId()
  const settings = { kind: 'findings', product: 'Prowler' }
  await forOrganizations([organization.id], (tx) =>
    tx.connection.create({
      data: {
        organizationId: organization.id,
        id,
        name,
        kind: 'findings',
        settings,
        createdBy: 'Ada',
        updatedAt: new Date(),
      },
    }),
  )
  return id
}

export const bucket = (name: string, place: Partial<Subject> = {}): Subject => ({
  type: 'aws_s3_bucket',
  id: `arn:aws:s3:::${name}`,
  name,
  account: '111111111111',
  region: 'eu-west-1',
  ...place,
})

const NOTHING: Evaluation = { verdict: 'pass', numerator: 0, denominator: 0, failing: [], undecided: [], gaps: [] }

/** A check that exists in tests alone. */
export const probe = (id: string, facts: Partial<Check> = {}): Check => ({
  id,
  provider: 'aws',
  title: `Title of ${id}`,
  asserts: 'It holds.',
  risk: 'It may not.',
  severity: 'high',
  kind: 'every',
  threshold: 1,
  capabilities: ['DAT-03', 'IAM-02'],
  weak: [],
  feeds: [],
  operations: ['s3:ListBuckets'],
  permissions: ['s3:ListAllMyBuckets'],
  remediation: { text: 'Mend it.', commands: [], effort: 'minutes' },
  peers: [],
  provenBy: 'fixtures',
  evaluate: () => NOTHING,
  ...facts,
})

/** What a check said: which resources failed, and what else. */
export const evaluated = (
  check: Check,
  failing: readonly Subject[],
  { undecided = [], gaps = [] }: { undecided?: readonly Subject[]; gaps?: Evaluation['gaps'] } = {},
): Evaluated => ({
  check,
  evaluation: {
    ...NOTHING,
    verdict: failing.length > 0 ? 'fail' : 'pass',
    denominator: failing.length,
    failing: failing.map((subject) => ({ subject, message: `${subject.name} fails`, detail: { name: subject.name } })),
    undecided: undecided.map((subject) => ({ subject, cause: 'denied', operation: 's3:GetBucketPolicy' })),
    gaps,
  },
})

type Recorded = { connectionId: string; runId?: string; at?: string; account?: string }

/** Records evaluations of one account as a run of the connection does, in a transaction of its own. */
export const recorded = (
  { organization }: Cast,
  { connectionId, runId = newId(), at = '2026-03-01T00:00:00.000Z', account = '111111111111' }: Recorded,
  ...evaluations: Evaluated[]
) =>
  forOrganization(organization.id, (store) =>
    recordEvaluations(store, { connectionId, runId, at, account, evaluations }),
  )
