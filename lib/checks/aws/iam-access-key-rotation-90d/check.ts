import { daysBetween } from '../../frame/age'
import type { Check } from '../../frame/check'
import { judgeActiveKeys } from '../judge-active-keys'

const REPORT = 'iam:GetCredentialReport'
const DAYS = 90

export const iamAccessKeyRotation90d: Check = {
  id: 'aws_iam_access_key_rotation_90d',
  provider: 'aws',
  title: 'Access key is older than 90 days',
  asserts: 'No user, the root user included, has an active access key that is older than 90 days.',
  risk: 'The longer a static key lives, the more places hold a copy of it, and each copy works until somebody notices.',
  severity: 'medium',
  kind: 'freshness',
  threshold: 1,
  capabilities: ['IAM-04'],
  weak: [],
  feeds: [{ capability: 'IAM-04', stage: 2, atLeast: 1 }],
  operations: [REPORT],
  permissions: ['iam:GenerateCredentialReport', 'iam:GetCredentialReport'],
  remediation: {
    text: 'Replace the key by a role that its workload assumes. Until then make a second key, move its users over, and delete the old one.',
    commands: [
      { tool: 'aws', code: 'aws iam create-access-key --user-name USER' },
      { tool: 'aws', code: 'aws iam update-access-key --user-name USER --access-key-id OLD_KEY_ID --status Inactive' },
      { tool: 'aws', code: 'aws iam delete-access-key --user-name USER --access-key-id OLD_KEY_ID' },
    ],
    effort: 'hours',
  },
  peers: [{ product: 'prowler', id: 'iam_rotate_access_key_90_days' }],
  provenBy: 'server',
  evaluate: (facts, { now }) =>
    judgeActiveKeys(facts, {
      operation: REPORT,
      since: (key) => key.lastRotatedAt,
      tooLong: (at) => daysBetween(at, now) > DAYS,
      message: (user, since) =>
        `${user} has an access key from ${since.slice(0, 10)}; keys younger than ${DAYS} days were expected.`,
    }),
}
