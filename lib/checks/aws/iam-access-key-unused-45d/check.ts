import { daysBetween } from '../../frame/age'
import type { Check } from '../../frame/check'
import { judgeActiveKeys } from '../judge-active-keys'

const REPORT = 'iam:GetCredentialReport'
const DAYS = 45

export const iamAccessKeyUnused45d: Check = {
  id: 'aws_iam_access_key_unused_45d',
  provider: 'aws',
  title: 'Access key lies idle',
  asserts: 'No user, the root user included, has an active access key that was not used for 45 days.',
  risk: 'Nobody misses an idle key, so that nobody notices when somebody else begins to use it.',
  severity: 'medium',
  kind: 'freshness',
  threshold: 1,
  capabilities: ['IAM-01', 'IAM-04'],
  weak: [],
  // Stage 2 of IAM-01 speaks of 90 days: a tenth is left for keys that are idle for longer than 45 and not yet for 90.
  feeds: [
    { capability: 'IAM-01', stage: 2, atLeast: 0.9 },
    { capability: 'IAM-04', stage: 3, atLeast: 1 },
  ],
  operations: [REPORT],
  permissions: ['iam:GenerateCredentialReport', 'iam:GetCredentialReport'],
  remediation: {
    text: 'Deactivate the key, wait for two weeks in which nobody asks for it, then delete it.',
    commands: [
      { tool: 'aws', code: 'aws iam update-access-key --user-name USER --access-key-id KEY_ID --status Inactive' },
      { tool: 'aws', code: 'aws iam delete-access-key --user-name USER --access-key-id KEY_ID' },
    ],
    effort: 'minutes',
  },
  peers: [{ product: 'prowler', id: 'iam_user_accesskey_unused' }],
  provenBy: 'server',
  evaluate: (facts, { now }) =>
    judgeActiveKeys(facts, {
      operation: REPORT,
      // A key that was never used is idle since it was made.
      since: (key) => key.lastUsedAt ?? key.lastRotatedAt,
      tooLong: (at) => daysBetween(at, now) > DAYS,
      message: (user, since) =>
        `${user} has an active access key idle since ${since.slice(0, 10)}; use within ${DAYS} days was expected.`,
    }),
}
