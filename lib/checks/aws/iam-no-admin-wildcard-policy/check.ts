import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { judgeGrantor } from '../judge-grantor'
import { allowsEverything } from '../policy/allows'
import { grantorsIn, nameOf } from '../policy/in-force'
import { statementsOf } from '../policy/statements'

const DETAILS = 'iam:GetAccountAuthorizationDetails'

export const iamNoAdminWildcardPolicy: Check = {
  id: 'aws_iam_no_admin_wildcard_policy',
  provider: 'aws',
  title: 'Policy allows every action on every resource',
  asserts: 'No attached managed policy, be it made by AWS or the customer, and no inline policy allows * on *.',
  risk: 'Whoever comes to hold such a principal holds the account, and nothing shows what it really needed.',
  severity: 'high',
  kind: 'every',
  threshold: 1,
  capabilities: ['IAM-08', 'IAM-07'],
  weak: [],
  feeds: [
    { capability: 'IAM-08', stage: 2, atLeast: 1 },
    { capability: 'IAM-07', stage: 2, atLeast: 1 },
  ],
  operations: [DETAILS],
  permissions: ['iam:GetAccountAuthorizationDetails'],
  remediation: {
    text: 'Write down the actions that were used, put them in a policy with named resources, and detach the wide one. Keep an administrator role for break-glass alone.',
    commands: [
      {
        tool: 'aws',
        code: 'aws accessanalyzer start-policy-generation --policy-generation-details principalArn=PRINCIPAL_ARN',
      },
      { tool: 'aws', code: 'aws iam detach-role-policy --role-name ROLE --policy-arn POLICY_ARN' },
    ],
    effort: 'days',
  },
  peers: [{ product: 'prowler', id: 'iam_customer_attached_policy_no_administrative_privileges' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluatePopulation({
      items: grantorsIn(facts),
      gaps: facts.gaps([DETAILS]),
      judge: (grantor) =>
        judgeGrantor(grantor, DETAILS, ({ document }) => {
          const statement = statementsOf(document).find(allowsEverything)
          if (!statement) return null
          const message = `${nameOf(grantor)} allows every action on every resource; named actions and resources were expected.`
          return { message, detail: { statement } }
        }),
    }),
}
