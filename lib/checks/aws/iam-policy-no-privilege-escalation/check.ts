import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { judgeGrantor } from '../judge-grantor'
import { escalationOf } from '../policy/escalation-of'
import { grantorsIn, nameOf } from '../policy/in-force'

const DETAILS = 'iam:GetAccountAuthorizationDetails'

export const iamPolicyNoPrivilegeEscalation: Check = {
  id: 'aws_iam_policy_no_privilege_escalation',
  provider: 'aws',
  title: 'Policy lets its holder escalate privileges',
  asserts:
    'No attached customer policy and no inline policy alone allows a known way of privilege escalation on resources it does not name.',
  risk: 'A principal with few rights can give itself those of an administrator, one step at a time and within what it is allowed.',
  severity: 'high',
  kind: 'every',
  threshold: 1,
  capabilities: ['IAM-08'],
  weak: [],
  feeds: [{ capability: 'IAM-08', stage: 2, atLeast: 1 }],
  operations: [DETAILS],
  permissions: ['iam:GetAccountAuthorizationDetails'],
  remediation: {
    text: 'Name the resources of these actions, limit iam:PassRole by role and by iam:PassedToService, and demand a permissions boundary for whatever creates or changes principals.',
    commands: [
      {
        tool: 'aws',
        code: 'aws iam simulate-principal-policy --policy-source-arn PRINCIPAL_ARN --action-names iam:PassRole iam:CreatePolicyVersion',
      },
    ],
    effort: 'days',
  },
  peers: [{ product: 'prowler', id: 'iam_policy_allows_privilege_escalation' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluatePopulation({
      // Nobody but AWS can change its own policies; whether one of them grants everything is another check's question.
      items: grantorsIn(facts).filter((one) => one.type !== 'aws.iam.policy' || !one.facts.awsManaged),
      gaps: facts.gaps([DETAILS]),
      judge: (grantor) =>
        judgeGrantor(grantor, DETAILS, ({ document }) => {
          const escalation = escalationOf(document)
          if (!escalation) return null
          const { actions, statement } = escalation
          const message = `${nameOf(grantor)} allows ${actions.join(' with ')} on resources it does not name; no way to escalate was expected.`
          return { message, detail: { actions, statement } }
        }),
    }),
}
