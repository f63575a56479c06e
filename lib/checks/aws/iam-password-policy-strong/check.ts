import type { Check } from '../../frame/check'
import { fail, pass } from '../../frame/judge'
import { judgeField } from '../../frame/judge-reading'
import { evaluateSingleton } from '../evaluate-singleton'

const POLICY = 'iam:GetAccountPasswordPolicy'
const LENGTH = 14
const REUSE = 24

export const iamPasswordPolicyStrong: Check = {
  id: 'aws_iam_password_policy_strong',
  provider: 'aws',
  title: 'Password policy is weak or absent',
  asserts: `The account's password policy asks for at least ${LENGTH} characters and remembers the last ${REUSE} passwords.`,
  risk: 'Short and repeated passwords of IAM users can be guessed, and old leaks of them still work.',
  severity: 'medium',
  kind: 'exists',
  threshold: 1,
  capabilities: ['IAM-02'],
  weak: ['IAM-02'],
  feeds: [],
  operations: [POLICY],
  permissions: ['iam:GetAccountPasswordPolicy'],
  remediation: {
    text: 'Set an account password policy. Better still, let people sign in through the identity provider, so that no IAM user has a password.',
    commands: [
      {
        tool: 'aws',
        code: `aws iam update-account-password-policy --minimum-password-length ${LENGTH} --password-reuse-prevention ${REUSE}`,
      },
      {
        tool: 'terraform',
        code: `resource "aws_iam_account_password_policy" "this" {\n  minimum_password_length   = ${LENGTH}\n  password_reuse_prevention = ${REUSE}\n}`,
      },
    ],
    effort: 'minutes',
  },
  peers: [{ product: 'prowler', id: 'iam_password_policy_minimum_length_14' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluateSingleton(facts, {
      type: 'aws.iam.password-policy',
      operations: [POLICY],
      judge: ({ account, facts: { policy } }) => {
        const expected = `at least ${LENGTH} characters and ${REUSE} remembered passwords were expected`
        if (policy === null) return fail(`Account ${account} has no password policy; ${expected}.`)
        const { minimumLength, reusePrevention } = policy
        return judgeField(minimumLength, POLICY, (length) =>
          // The reply leaves reuse prevention out where none is set.
          length >= LENGTH && (reusePrevention ?? 0) >= REUSE
            ? pass
            : fail(`The password policy of account ${account} is too weak; ${expected}.`, {
                minimumLength,
                reusePrevention,
              }),
        )
      },
    }),
}
