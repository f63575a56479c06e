import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass, skip } from '../../frame/judge'
import { judgeField } from '../../frame/judge-reading'
import { missingPin, oidcProvidersOf } from '../policy/oidc-trust'
import { statementsOf } from '../policy/statements'

const DETAILS = 'iam:GetAccountAuthorizationDetails'

export const iamOidcTrustSubPinned: Check = {
  id: 'aws_iam_oidc_trust_sub_pinned',
  provider: 'aws',
  title: 'Role trusts any token of an OIDC provider',
  asserts:
    'Every role that trusts an OIDC provider demands an audience and a subject that names one repository, namespace or client.',
  risk: 'Any pipeline or workload of a provider that the whole world shares can assume the role.',
  severity: 'high',
  kind: 'every',
  threshold: 1,
  capabilities: ['IAM-03', 'IAM-04'],
  weak: [],
  feeds: [
    { capability: 'IAM-03', stage: 2, atLeast: 1 },
    { capability: 'IAM-04', stage: 2, atLeast: 1 },
  ],
  operations: [DETAILS],
  permissions: ['iam:GetAccountAuthorizationDetails'],
  remediation: {
    text: "Demand the provider's aud and a sub without a wildcard before the name of the repository or namespace in the trust policy.",
    commands: [
      { tool: 'aws', code: 'aws iam update-assume-role-policy --role-name ROLE --policy-document file://trust.json' },
      {
        tool: 'terraform',
        code: 'condition {\n  test     = "StringLike"\n  variable = "token.actions.githubusercontent.com:sub"\n  values   = ["repo:OWNER/NAME:environment:production"]\n}',
      },
    ],
    effort: 'hours',
  },
  peers: [],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluatePopulation({
      items: facts.of('aws.iam.role'),
      gaps: facts.gaps([DETAILS]),
      judge: ({ name, facts: { trust } }) =>
        judgeField(trust, DETAILS, (document) => {
          let judged = 0
          for (const statement of statementsOf(document))
            for (const provider of oidcProvidersOf(statement)) {
              judged += 1
              const missing = missingPin(statement, provider)
              if (missing === null) continue
              return fail(
                `Role ${name} trusts tokens of ${provider} without demanding ${missing}; both aud and sub were expected to be pinned.`,
                { statement },
              )
            }
          return judged > 0 ? pass : skip
        }),
    }),
}
