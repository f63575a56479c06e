import type { PolicyStatement } from '@/lib/model/facts/aws-policy'
import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass } from '../../frame/judge'
import { judgeReading } from '../../frame/judge-reading'
import { conditionsOf, type PolicyCondition } from '../policy/conditions'
import { namesEveryone } from '../policy/is-public'
import { matchesPattern } from '../policy/match-action'
import { statementsOf, textsOf } from '../policy/statements'

const BUCKETS = 's3:ListBuckets'
const TLS_12 = 1.2

/** True of every request without TLS. S3 gives those the version 0, so that a lowest version denies them too. */
function holdsForInsecure({ operator, key, values }: PolicyCondition): boolean {
  const name = key.toLowerCase()
  if (name === 'aws:securetransport') return /^Bool(IfExists)?$/i.test(operator) && values.join() === 'false'
  return (
    name === 's3:tlsversion' &&
    /^NumericLessThan(Equals)?(IfExists)?$/i.test(operator) &&
    values.some((value) => Number(value) >= TLS_12)
  )
}

/** Whether it denies everyone every act on the bucket's objects as soon as the request is insecure. */
function deniesInsecure(statement: PolicyStatement, bucket: string): boolean {
  const { Effect, Action, Resource } = statement
  if (Effect !== 'Deny' || !namesEveryone(statement)) return false
  if (!textsOf(Action).some((action) => action === '*' || action.toLowerCase() === 's3:*')) return false
  if (!textsOf(Resource).some((pattern) => pattern === '*' || matchesPattern(pattern, `${bucket}/*`))) return false
  return conditionsOf(statement).every(holdsForInsecure)
}

export const s3BucketSecureTransport: Check = {
  id: 'aws_s3_bucket_secure_transport',
  provider: 'aws',
  title: 'S3 bucket answers without TLS',
  asserts: 'The policy of every bucket denies all requests that do not use TLS.',
  risk: 'Objects and signed addresses can be read or changed on the way by anyone between the client and S3.',
  severity: 'medium',
  kind: 'every',
  threshold: 1,
  capabilities: ['DAT-03'],
  weak: [],
  feeds: [{ capability: 'DAT-03', stage: 2, atLeast: 1 }],
  operations: [BUCKETS, 's3:GetBucketPolicy'],
  permissions: ['s3:ListAllMyBuckets', 's3:GetBucketPolicy'],
  remediation: {
    text: 'Add a statement to the bucket policy that denies everyone every act when aws:SecureTransport is false.',
    commands: [
      {
        tool: 'json',
        code: '{"Sid":"TlsOnly","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::BUCKET","arn:aws:s3:::BUCKET/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}',
      },
      { tool: 'aws', code: 'aws s3api put-bucket-policy --bucket BUCKET --policy file://policy.json' },
    ],
    effort: 'minutes',
  },
  peers: [{ product: 'prowler', id: 's3_bucket_secure_transport_policy' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluatePopulation({
      items: facts.of('aws.s3.bucket'),
      gaps: facts.gaps([BUCKETS]),
      judge: ({ id, name, facts: { policy } }) =>
        judgeReading(policy, (document) =>
          statementsOf(document).some((statement) => deniesInsecure(statement, id))
            ? pass
            : fail(
                `The policy of bucket ${name} does not deny requests without TLS; a statement that does was expected.`,
                {
                  hasPolicy: document !== null,
                },
              ),
        ),
    }),
}
