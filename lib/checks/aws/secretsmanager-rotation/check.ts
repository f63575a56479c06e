import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass, skip } from '../../frame/judge'

const SECRETS = 'secretsmanager:ListSecrets'

/** Secrets Manager leaves RotationEnabled out of a secret that never rotated: null is "off", as its reference says. */
export const secretsmanagerRotation: Check = {
  id: 'aws_secretsmanager_rotation',
  provider: 'aws',
  title: 'Secret does not rotate',
  asserts: 'Every secret that no service manages itself rotates automatically.',
  risk: 'A secret that leaked once works until somebody thinks of changing it by hand.',
  severity: 'medium',
  kind: 'every',
  threshold: 1,
  capabilities: ['DAT-05'],
  weak: [],
  feeds: [{ capability: 'DAT-05', stage: 2, atLeast: 0.8 }],
  operations: [SECRETS],
  permissions: ['secretsmanager:ListSecrets'],
  remediation: {
    text: 'Give the secret a rotation function and a schedule of 90 days or less, or replace it by a role.',
    commands: [
      {
        tool: 'aws',
        code: 'aws secretsmanager rotate-secret --secret-id SECRET --rotation-lambda-arn FUNCTION_ARN --rotation-rules AutomaticallyAfterDays=30',
      },
      {
        tool: 'terraform',
        code: 'resource "aws_secretsmanager_secret_rotation" "this" {\n  secret_id           = aws_secretsmanager_secret.this.id\n  rotation_lambda_arn = "FUNCTION_ARN"\n  rotation_rules {\n    automatically_after_days = 30\n  }\n}',
      },
    ],
    effort: 'hours',
  },
  peers: [{ product: 'prowler', id: 'secretsmanager_automatic_rotation_enabled' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluatePopulation({
      items: facts.of('aws.secretsmanager.secret'),
      gaps: facts.gaps([SECRETS]),
      judge: ({ name, facts: { owningService, rotationEnabled, lastRotatedAt } }) => {
        if (owningService !== null) return skip
        if (rotationEnabled) return pass
        return fail(`Secret ${name} does not rotate; automatic rotation was expected to be on.`, { lastRotatedAt })
      },
    }),
}
