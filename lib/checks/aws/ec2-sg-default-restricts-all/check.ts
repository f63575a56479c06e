import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass, skip } from '../../frame/judge'
import { SECURITY_GROUPS } from '../evaluate-ingress'

export const ec2SgDefaultRestrictsAll: Check = {
  id: 'aws_ec2_sg_default_restricts_all',
  provider: 'aws',
  title: 'Default security group has rules',
  asserts: 'The default security group of every VPC has no rule, neither in nor out.',
  risk: 'What is started without a group gets this one, and with its usual rules reaches everything else that has it.',
  severity: 'medium',
  kind: 'every',
  threshold: 1,
  capabilities: ['NET-02'],
  weak: [],
  feeds: [{ capability: 'NET-02', stage: 1, atLeast: 1 }],
  operations: [SECURITY_GROUPS],
  permissions: ['ec2:DescribeSecurityGroups'],
  remediation: {
    text: 'Give whatever uses the default group one of its own, then remove all rules of the default group.',
    commands: [
      {
        tool: 'aws',
        code: 'aws ec2 revoke-security-group-ingress --group-id GROUP_ID --protocol=-1 --source-group GROUP_ID',
      },
      { tool: 'aws', code: 'aws ec2 revoke-security-group-egress --group-id GROUP_ID --protocol=-1 --cidr 0.0.0.0/0' },
      { tool: 'terraform', code: 'resource "aws_default_security_group" "this" {\n  vpc_id = aws_vpc.this.id\n}' },
    ],
    effort: 'minutes',
  },
  peers: [{ product: 'prowler', id: 'ec2_securitygroup_default_restrict_traffic' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluatePopulation({
      items: facts.of('aws.ec2.security-group'),
      gaps: facts.gaps([SECURITY_GROUPS]),
      judge: ({ id, facts: { isDefault, vpcId, ingress, egress } }) => {
        if (!isDefault) return skip
        if (ingress.length + egress.length === 0) return pass
        const rules = { ingress: ingress.length, egress: egress.length }
        const owner = vpcId === null ? 'EC2-Classic' : `VPC ${vpcId}`
        return fail(
          `The default security group ${id} of ${owner} has ${ingress.length} rules in and ${egress.length} out; none were expected.`,
          rules,
        )
      },
    }),
}
