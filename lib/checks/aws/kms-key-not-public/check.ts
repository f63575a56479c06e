import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass, skip } from '../../frame/judge'
import { judgeField, judgeReading } from '../../frame/judge-reading'
import { isPublic } from '../policy/is-public'
import { statementsOf } from '../policy/statements'

const KEYS = 'kms:ListKeys'
const POLICY = 'kms:GetKeyPolicy'

/** AWS writes the policies of its own keys, and nobody else can change them: they are not counted. */
export const kmsKeyNotPublic: Check = {
  id: 'aws_kms_key_not_public',
  provider: 'aws',
  title: 'KMS key can be used by anyone',
  asserts: 'No policy of a customer-managed key allows everyone without a condition that narrows it.',
  risk: 'Any AWS account in the world can decrypt with the key, or worse, and so read whatever it protects.',
  severity: 'critical',
  kind: 'every',
  threshold: 1,
  capabilities: ['DAT-06'],
  weak: [],
  feeds: [{ capability: 'DAT-06', stage: 1, atLeast: 1 }],
  operations: [KEYS, 'kms:DescribeKey', POLICY],
  permissions: ['kms:ListKeys', 'kms:DescribeKey', 'kms:GetKeyPolicy'],
  remediation: {
    text: 'Name the principals that need the key, or add a condition on kms:CallerAccount or aws:PrincipalOrgID.',
    commands: [
      {
        tool: 'aws',
        code: 'aws kms get-key-policy --key-id KEY --policy-name default --query Policy --output text > policy.json\naws kms put-key-policy --key-id KEY --policy-name default --policy file://policy.json',
      },
    ],
    effort: 'hours',
  },
  peers: [{ product: 'prowler', id: 'kms_key_not_publicly_accessible' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluatePopulation({
      items: facts.of('aws.kms.key'),
      gaps: facts.gaps([KEYS]),
      judge: ({ name, facts: { description, policy } }) => {
        if ('value' in description && description.value.manager === 'AWS') return skip
        return judgeReading(policy, (value) =>
          judgeField(value, POLICY, (document) => {
            const open = statementsOf(document).filter(isPublic)
            if (open.length === 0) return pass
            return fail(
              `The policy of KMS key ${name} allows everyone; named principals or a condition were expected.`,
              {
                statements: open.map(({ Sid, Action }) => ({ sid: Sid ?? null, action: Action ?? null })),
              },
            )
          }),
        )
      },
    }),
}
