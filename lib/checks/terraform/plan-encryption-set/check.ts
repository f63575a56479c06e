import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass, skip, undecided } from '../../frame/judge'
import { CHANGES } from '../operations'

/** The provider's attributes for encryption at rest, and the checks of checkov that ask the same. */
const PEERS = [
  'CKV_AWS_3',
  'CKV_AWS_5',
  'CKV_AWS_8',
  'CKV_AWS_16',
  'CKV_AWS_26',
  'CKV_AWS_27',
  'CKV_AWS_29',
  'CKV_AWS_42',
  'CKV_AWS_43',
  'CKV_AWS_44',
  'CKV_AWS_47',
  'CKV_AWS_64',
  'CKV_AWS_74',
  'CKV_AWS_96',
  'CKV_AWS_140',
  'CKV_AWS_155',
  'CKV_AWS_156',
]

export const planEncryptionSet: Check = {
  id: 'tf_plan_encryption_set',
  provider: 'terraform',
  title: 'Planned store is not encrypted',
  asserts:
    'Every planned volume, database, file system, cache, search domain, stream, queue and topic is encrypted at rest. S3 and DynamoDB, which AWS always encrypts, are not counted.',
  risk: 'Whoever gets at a copy of the storage, such as a shared snapshot, reads the data.',
  severity: 'medium',
  kind: 'every',
  threshold: 1,
  capabilities: ['POL-05', 'DAT-02'],
  weak: [],
  feeds: [{ capability: 'DAT-02', stage: 2, atLeast: 0.98 }],
  operations: [CHANGES],
  permissions: ['terraform show -json'],
  remediation: {
    text: 'Set the encryption attribute that the finding names. Most stores are replaced when it changes, so plan for the data.',
    commands: [
      {
        tool: 'terraform',
        code: 'resource "aws_ebs_volume" "this" {\n  encrypted  = true\n  kms_key_id = aws_kms_key.this.arn\n}',
      },
    ],
    effort: 'hours',
  },
  peers: PEERS.map((id) => ({ product: 'checkov', id })),
  provenBy: 'server',
  evaluate: (facts) =>
    evaluatePopulation({
      items: facts.of('terraform.store'),
      gaps: facts.gaps([CHANGES]),
      judge: ({ id, facts: { kind, encryption } }) => {
        const off = encryption.filter(({ on }) => 'value' in on && !on.value).map(({ attribute }) => attribute)
        if (off.length > 0)
          return fail(`${id} is not encrypted at rest; ${off.join(', ')} was expected to be set.`, { kind, off })
        if (encryption.length === 0) return skip
        return encryption.every(({ on }) => 'value' in on) ? pass : undecided('not_collected', CHANGES)
      },
    }),
}
