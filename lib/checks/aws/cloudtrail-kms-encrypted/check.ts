import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass } from '../../frame/judge'

const TRAILS = 'cloudtrail:DescribeTrails'

/** DescribeTrails leaves the key out of a trail that has none, so that a missing key is a fact. */
export const cloudtrailKmsEncrypted: Check = {
  id: 'aws_cloudtrail_kms_encrypted',
  provider: 'aws',
  title: 'Trail does not encrypt its logs with a KMS key',
  asserts: 'Every trail encrypts its log files with a KMS key.',
  risk: 'Reading the bucket is enough to read the logs; with a key of its own, reading needs a second, recorded permission.',
  severity: 'medium',
  kind: 'every',
  threshold: 1,
  capabilities: ['MON-01', 'DAT-02'],
  weak: [],
  feeds: [
    { capability: 'MON-01', stage: 3, atLeast: 0.99 },
    { capability: 'DAT-02', stage: 2, atLeast: 0.98 },
  ],
  operations: [TRAILS],
  permissions: ['cloudtrail:DescribeTrails'],
  remediation: {
    text: 'Give the trail a customer-managed key whose policy lets CloudTrail encrypt and only log readers decrypt.',
    commands: [
      { tool: 'aws', code: 'aws cloudtrail update-trail --name TRAIL --kms-key-id KEY_ARN' },
      { tool: 'terraform', code: 'kms_key_id = aws_kms_key.trail.arn # in aws_cloudtrail' },
    ],
    effort: 'hours',
  },
  peers: [{ product: 'prowler', id: 'cloudtrail_kms_encryption_enabled' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluatePopulation({
      items: facts.of('aws.cloudtrail.trail'),
      gaps: facts.gaps([TRAILS]),
      judge: ({ name, facts: { kmsKey } }) =>
        kmsKey === null
          ? fail(`Trail ${name} has no KMS key; its log files were expected to be encrypted with one.`)
          : pass,
    }),
}
