import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass, skip } from '../../frame/judge'
import { judgeField, judgeReading } from '../../frame/judge-reading'

const KEYS = 'kms:ListKeys'
const ROTATION = 'kms:GetKeyRotationStatus'

/** KMS rotates symmetric keys whose material it made; others, disabled keys and the keys of AWS are not counted. */
export const kmsCmkRotation: Check = {
  id: 'aws_kms_cmk_rotation',
  provider: 'aws',
  title: 'KMS key does not rotate',
  asserts: 'Every enabled, symmetric customer-managed key with material of KMS rotates automatically.',
  risk: 'The longer one key is in use, the more data one disclosure of it opens; a rotation never tried is slow when needed.',
  severity: 'medium',
  kind: 'every',
  threshold: 1,
  capabilities: ['DAT-06'],
  weak: [],
  feeds: [{ capability: 'DAT-06', stage: 1, atLeast: 1 }],
  operations: [KEYS, 'kms:DescribeKey', ROTATION],
  permissions: ['kms:ListKeys', 'kms:DescribeKey', 'kms:GetKeyRotationStatus'],
  remediation: {
    text: 'Turn automatic rotation on; old material stays, so that nothing has to be encrypted again.',
    commands: [
      { tool: 'aws', code: 'aws kms enable-key-rotation --key-id KEY --rotation-period-in-days 365' },
      { tool: 'terraform', code: 'enable_key_rotation = true # in aws_kms_key' },
    ],
    effort: 'minutes',
  },
  peers: [{ product: 'prowler', id: 'kms_cmk_rotation_enabled' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluatePopulation({
      items: facts.of('aws.kms.key'),
      gaps: facts.gaps([KEYS]),
      judge: ({ name, facts: { description, rotation } }) =>
        judgeReading(description, ({ manager, spec, usage, state, origin }) => {
          const symmetric = spec === 'SYMMETRIC_DEFAULT' && usage === 'ENCRYPT_DECRYPT'
          if (manager !== 'CUSTOMER' || state !== 'Enabled' || !symmetric || origin !== 'AWS_KMS') return skip
          return judgeReading(rotation, (value) =>
            judgeField(value, ROTATION, (on) =>
              on ? pass : fail(`KMS key ${name} does not rotate; automatic rotation was expected to be on.`),
            ),
          )
        }),
    }),
}
