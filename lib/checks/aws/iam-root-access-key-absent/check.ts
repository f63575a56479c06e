import type { Check } from '../../frame/check'
import { fail, pass } from '../../frame/judge'
import { judgeField } from '../../frame/judge-reading'
import { evaluateSingleton } from '../evaluate-singleton'

const SUMMARY = 'iam:GetAccountSummary'

export const iamRootAccessKeyAbsent: Check = {
  id: 'aws_iam_root_access_key_absent',
  provider: 'aws',
  title: 'Root user has an access key',
  asserts: 'The root user of the account has no access key.',
  risk: 'Whoever finds the key owns the account: it needs no second factor, never expires, and no policy of the account limits it.',
  severity: 'critical',
  kind: 'every',
  threshold: 1,
  capabilities: ['IAM-04'],
  weak: [],
  // Nothing within an account can block a key of its root user, so that one contradicts "older keys are blocked" as well.
  feeds: [
    { capability: 'IAM-04', stage: 2, atLeast: 1 },
    { capability: 'IAM-04', stage: 3, atLeast: 1 },
  ],
  operations: [SUMMARY],
  permissions: ['iam:GetAccountSummary'],
  remediation: {
    text: 'Find what uses the key, give it a role instead, then deactivate and delete the key as the root user.',
    commands: [
      { tool: 'aws', code: 'aws iam update-access-key --access-key-id KEY_ID --status Inactive' },
      { tool: 'aws', code: 'aws iam delete-access-key --access-key-id KEY_ID' },
    ],
    effort: 'hours',
  },
  peers: [{ product: 'prowler', id: 'iam_no_root_access_key' }],
  provenBy: 'server-in-part',
  evaluate: (facts) =>
    evaluateSingleton(facts, {
      type: 'aws.iam.account-summary',
      operations: [SUMMARY],
      judge: ({ account, facts: { rootAccessKeys } }) =>
        judgeField(rootAccessKeys, SUMMARY, (keys) =>
          keys === 0
            ? pass
            : fail(`The root user of account ${account} has an access key; none was expected.`, { rootAccessKeys }),
        ),
    }),
}
