import type { Check } from '../../frame/check'
import { fail, pass } from '../../frame/judge'
import { judgeField } from '../../frame/judge-reading'
import { evaluateSingleton } from '../evaluate-singleton'

const SUMMARY = 'iam:GetAccountSummary'

export const iamRootMfaEnabled: Check = {
  id: 'aws_iam_root_mfa_enabled',
  provider: 'aws',
  title: 'Root user has no MFA',
  asserts: 'The root user of the account has a second factor.',
  risk: 'The root user can do everything and no policy of the account limits it; a password alone would be enough to take the account over.',
  severity: 'critical',
  kind: 'every',
  threshold: 1,
  capabilities: ['IAM-02'],
  weak: [],
  feeds: [
    { capability: 'IAM-02', stage: 1, atLeast: 1 },
    { capability: 'IAM-02', stage: 2, atLeast: 1 },
  ],
  operations: [SUMMARY],
  permissions: ['iam:GetAccountSummary'],
  remediation: {
    text: 'Sign in as the root user and register two hardware security keys, or remove the root credentials of member accounts centrally through Organizations.',
    commands: [
      { tool: 'aws', code: 'aws iam enable-organizations-root-credentials-management' },
      {
        tool: 'terraform',
        code: 'resource "aws_iam_organizations_features" "this" {\n  enabled_features = ["RootCredentialsManagement"]\n}',
      },
    ],
    effort: 'minutes',
  },
  peers: [{ product: 'prowler', id: 'iam_root_mfa_enabled' }],
  provenBy: 'server-in-part',
  evaluate: (facts) =>
    evaluateSingleton(facts, {
      type: 'aws.iam.account-summary',
      operations: [SUMMARY],
      judge: ({ account, facts: { rootMfaEnabled } }) =>
        judgeField(rootMfaEnabled, SUMMARY, (enabled) =>
          enabled
            ? pass
            : fail(`The root user of account ${account} signs in without a second factor; MFA was expected.`, {
                rootMfaEnabled,
              }),
        ),
    }),
}
