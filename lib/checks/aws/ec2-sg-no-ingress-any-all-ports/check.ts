import type { Check } from '../../frame/check'
import { evaluateIngress, SECURITY_GROUPS } from '../evaluate-ingress'
import { admitsTheWorld, coversAllPorts } from '../security-group-rule'

export const ec2SgNoIngressAnyAllPorts: Check = {
  id: 'aws_ec2_sg_no_ingress_any_all_ports',
  provider: 'aws',
  title: 'Security group lets the internet in on all ports',
  asserts: 'No security group admits 0.0.0.0/0 or ::/0 on all ports.',
  risk: 'Everything that listens on a machine with this group can be reached by anyone, also what nobody meant to publish.',
  severity: 'critical',
  kind: 'every',
  threshold: 1,
  capabilities: ['NET-02'],
  weak: [],
  feeds: [
    { capability: 'NET-02', stage: 1, atLeast: 1 },
    { capability: 'NET-02', stage: 2, atLeast: 1 },
  ],
  operations: [SECURITY_GROUPS],
  permissions: ['ec2:DescribeSecurityGroups'],
  remediation: {
    text: 'Replace the rule by rules for the ports in use, from the security groups that need them.',
    commands: [
      {
        tool: 'aws',
        code: 'aws ec2 revoke-security-group-ingress --group-id GROUP_ID --protocol=-1 --cidr 0.0.0.0/0',
      },
    ],
    effort: 'hours',
  },
  peers: [{ product: 'prowler', id: 'ec2_securitygroup_allow_ingress_from_internet_to_all_ports' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluateIngress(facts, {
      offends: (rule) => admitsTheWorld(rule) && coversAllPorts(rule),
      message: (group) =>
        `Security group ${group} lets the internet in on all ports; named ports from named sources were expected.`,
    }),
}
