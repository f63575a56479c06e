import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass, skip } from '../../frame/judge'
import { judgeField } from '../../frame/judge-reading'

const REPORT = 'iam:GetCredentialReport'

export const iamUserConsoleMfa: Check = {
  id: 'aws_iam_user_console_mfa',
  provider: 'aws',
  title: 'Console user has no MFA',
  asserts: 'Every IAM user with a console password has a second factor; the root user is judged apart.',
  risk: 'A guessed, reused or phished password is enough to sign in to the console.',
  severity: 'high',
  kind: 'every',
  threshold: 1,
  capabilities: ['IAM-02'],
  weak: [],
  feeds: [
    { capability: 'IAM-02', stage: 1, atLeast: 0.7 },
    { capability: 'IAM-02', stage: 2, atLeast: 1 },
  ],
  operations: [REPORT],
  permissions: ['iam:GenerateCredentialReport', 'iam:GetCredentialReport'],
  remediation: {
    text: 'Move people to IAM Identity Center and delete the console password; where a user must stay, register a security key and deny everything else until it is there.',
    commands: [
      { tool: 'aws', code: 'aws iam delete-login-profile --user-name USER' },
      {
        tool: 'aws',
        code: 'aws iam enable-mfa-device --user-name USER --serial-number SERIAL --authentication-code1 CODE --authentication-code2 CODE',
      },
    ],
    effort: 'hours',
  },
  peers: [{ product: 'prowler', id: 'iam_user_mfa_enabled_console_access' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluatePopulation({
      items: facts.of('aws.iam.credential'),
      gaps: facts.gaps([REPORT]),
      judge: ({ name, facts: { root, passwordEnabled, mfaActive } }) => {
        if (root) return skip
        return judgeField(passwordEnabled, REPORT, (console) => {
          if (!console) return skip
          return judgeField(mfaActive, REPORT, (active) =>
            active
              ? pass
              : fail(`User ${name} has a console password and no second factor; MFA was expected.`, { mfaActive }),
          )
        })
      },
    }),
}
