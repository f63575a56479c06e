import type { PolicyStatement } from '@/lib/model/facts/aws-policy'
import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass, skip } from '../../frame/judge'
import { judgeField } from '../../frame/judge-reading'
import { isNarrowedBy } from '../policy/narrowing'
import { accountOf, principalsOf } from '../policy/principals'
import { statementsOf } from '../policy/statements'

const DETAILS = 'iam:GetAccountAuthorizationDetails'
const GUARDS = new Set([
  'sts:externalid',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
])

/** Whom of another account a statement lets in; everyone counts, services and the ids of deleted principals do not. */
const foreignTo = (own: string, statement: PolicyStatement): string[] =>
  principalsOf(statement).flatMap(({ kind, value }) => {
    const account = kind === 'AWS' ? accountOf(value) : null
    return (kind === 'AWS' && value === '*') || (account !== null && account !== own) ? [value] : []
  })

export const iamRoleTrustExternalId: Check = {
  id: 'aws_iam_role_trust_external_id',
  provider: 'aws',
  title: 'Role trusts another account without a condition',
  asserts: 'Every role that another account may assume demands an external id, an organization or a source.',
  risk: 'A service provider that serves many customers can be talked into using its access to this account for somebody else.',
  severity: 'high',
  kind: 'every',
  threshold: 1,
  capabilities: ['IAM-08'],
  weak: ['IAM-08'],
  feeds: [],
  operations: [DETAILS],
  permissions: ['iam:GetAccountAuthorizationDetails'],
  remediation: {
    text: 'Agree on an external id with the other account and demand it in the trust policy; for accounts of your own organization demand aws:PrincipalOrgID.',
    commands: [
      { tool: 'aws', code: 'aws iam update-assume-role-policy --role-name ROLE --policy-document file://trust.json' },
      {
        tool: 'terraform',
        code: 'condition {\n  test     = "StringEquals"\n  variable = "sts:ExternalId"\n  values   = [var.external_id]\n}',
      },
    ],
    effort: 'hours',
  },
  peers: [{ product: 'prowler', id: 'iam_role_cross_service_confused_deputy_prevention' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluatePopulation({
      items: facts.of('aws.iam.role'),
      gaps: facts.gaps([DETAILS]),
      judge: ({ name, account, facts: { trust } }) =>
        judgeField(trust, DETAILS, (document) => {
          const foreign = statementsOf(document).filter(
            (one) => one.Effect === 'Allow' && foreignTo(account, one).length > 0,
          )
          if (foreign.length === 0) return skip
          const statement = foreign.find((one) => !isNarrowedBy(one, GUARDS))
          if (!statement) return pass
          const who = foreignTo(account, statement).join(', ')
          return fail(`Role ${name} lets ${who} assume it without an external id or organization; one was expected.`, {
            statement,
          })
        }),
    }),
}
