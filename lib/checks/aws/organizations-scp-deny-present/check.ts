import type { PolicyStatement } from '@/lib/model/facts/aws-policy'
import type { ResourceOf } from '@/lib/model/facts/fact-types'
import { bestOf } from '../../frame/best-of'
import type { Check } from '../../frame/check'
import { evaluateExistence } from '../../frame/evaluate-existence'
import { fail, type Judgement, pass, undecided } from '../../frame/judge'
import { judgeField } from '../../frame/judge-reading'
import { statementsOf } from '../policy/statements'

const ORGANIZATION = 'organizations:DescribeOrganization'
const POLICIES = 'organizations:ListPolicies'
const DOCUMENT = 'organizations:DescribePolicy'
const TARGETS = 'organizations:ListTargetsForPolicy'

const denies = ({ Effect }: PolicyStatement) => Effect === 'Deny'

/** Only the management account is asked: a member cannot read the policies, and an account alone has none. */
export const organizationsScpDenyPresent: Check = {
  id: 'aws_organizations_scp_deny_present',
  provider: 'aws',
  title: 'No service control policy limits the organization',
  asserts:
    'A service control policy of the organization that denies something is attached to an account, a unit or the root.',
  risk: 'With FullAWSAccess alone an administrator of any account may do anything in it, such as turning its logging off.',
  severity: 'medium',
  kind: 'exists',
  threshold: 1,
  capabilities: ['POL-01'],
  weak: ['POL-01'],
  feeds: [],
  operations: [ORGANIZATION, POLICIES, DOCUMENT, TARGETS],
  permissions: [ORGANIZATION, POLICIES, DOCUMENT, TARGETS],
  remediation: {
    text: 'Deny what no account should do, such as leaving the organization, stopping trails or working in unused regions; try it on one unit first.',
    commands: [
      {
        tool: 'aws',
        code: 'aws organizations create-policy --type SERVICE_CONTROL_POLICY --name NAME --description TEXT --content file://scp.json\naws organizations attach-policy --policy-id POLICY --target-id UNIT',
      },
      {
        tool: 'terraform',
        code: 'resource "aws_organizations_policy_attachment" "deny" {\n  policy_id = aws_organizations_policy.deny.id\n  target_id = "UNIT"\n}',
      },
    ],
    effort: 'days',
  },
  peers: [{ product: 'prowler', id: 'organizations_scp_check_deny_regions' }],
  provenBy: 'server',
  evaluate: (facts) => {
    const [unreadTargets] = facts.failures([TARGETS])
    const judgePolicy = ({ facts: { document, targets } }: ResourceOf<'aws.organizations.scp'>): Judgement => {
      const attached = targets.length > 0
      if (!attached && !unreadTargets) return fail('it is attached to nothing')
      return judgeField(document, DOCUMENT, (policy) => {
        if (!statementsOf(policy).some(denies)) return fail('it denies nothing')
        return attached || !unreadTargets ? pass : undecided(unreadTargets.cause, TARGETS)
      })
    }
    const own = facts.of('aws.organizations.scp').filter((one) => !one.facts.awsManaged)
    const managed = facts
      .of('aws.organizations.organization')
      .filter(({ facts: { managementAccount } }) => managementAccount === facts.account)
    return evaluateExistence({
      places: managed,
      gaps: facts.gaps(managed.length > 0 ? [ORGANIZATION, POLICIES] : [ORGANIZATION]),
      judge: ({ name }) => {
        const none = fail(`Organization ${name} attaches no service control policy that denies anything.`, {
          policies: own.map((one) => one.name),
        })
        const best = bestOf(own.map(judgePolicy), none)
        return best.is === 'fail' ? none : best
      },
    })
  },
}
