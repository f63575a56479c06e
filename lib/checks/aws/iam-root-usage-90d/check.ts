import type { Instant } from '@/lib/model/instant'
import { daysBetween } from '../../frame/age'
import type { Check } from '../../frame/check'
import { fail, type Judgement, pass } from '../../frame/judge'
import { evaluateSingleton } from '../evaluate-singleton'

const REPORT = 'iam:GetCredentialReport'
const DAYS = 90

function judge(uses: readonly (Instant | null)[], account: string, now: Instant): Judgement {
  const lastUsedAt = uses
    .flatMap((at) => at ?? [])
    .sort()
    .at(-1)
  // The report's "no_information" on every line says that the root user was never seen to sign in or sign a request.
  if (lastUsedAt === undefined || daysBetween(lastUsedAt, now) > DAYS) return pass
  return fail(
    `The root user of account ${account} was used on ${lastUsedAt.slice(0, 10)}; no use within ${DAYS} days was expected.`,
    { lastUsedAt },
  )
}

export const iamRootUsage90d: Check = {
  id: 'aws_iam_root_usage_90d',
  provider: 'aws',
  title: 'Root user is in use',
  asserts: 'Neither the password nor a key of the root user was used within the last 90 days.',
  risk: 'Daily work as the root user escapes every policy and cannot be told apart from an intruder.',
  severity: 'high',
  kind: 'freshness',
  threshold: 1,
  capabilities: ['IAM-07'],
  weak: [],
  feeds: [{ capability: 'IAM-07', stage: 1, atLeast: 1 }],
  operations: [REPORT],
  permissions: ['iam:GenerateCredentialReport', 'iam:GetCredentialReport'],
  remediation: {
    text: 'Do the work of administrators through a federated role, keep the root user for break-glass, and raise an alarm on each of its acts.',
    commands: [
      {
        tool: 'aws',
        code: 'aws cloudtrail lookup-events --lookup-attributes AttributeKey=Username,AttributeValue=root --max-results 50',
      },
    ],
    effort: 'hours',
  },
  peers: [{ product: 'prowler', id: 'iam_avoid_root_usage' }],
  provenBy: 'fixtures',
  evaluate: (facts, { now }) =>
    evaluateSingleton(facts, {
      type: 'aws.iam.credential',
      where: (row) => row.facts.root,
      operations: [REPORT],
      judge: ({ account, facts: { passwordLastUsedAt, keys } }) =>
        judge([passwordLastUsedAt, ...keys.map((key) => key.lastUsedAt)], account, now),
    }),
}
