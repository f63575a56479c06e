import type { SecurityGroupRule } from '@/lib/model/facts/aws-network'
import type { Check } from '../../frame/check'
import { evaluateIngress, SECURITY_GROUPS } from '../evaluate-ingress'
import { admitsTheWorld, coversTcpPort } from '../security-group-rule'

const ADMIN_PORTS = [22, 3389]

const adminPortsOf = (rule: SecurityGroupRule) => ADMIN_PORTS.filter((port) => coversTcpPort(rule, port))

export const ec2SgNoIngressAdminPorts: Check = {
  id: 'aws_ec2_sg_no_ingress_admin_ports',
  provider: 'aws',
  title: 'Security group opens SSH or RDP to the internet',
  asserts: 'No security group admits 0.0.0.0/0 or ::/0 on port 22 or 3389.',
  risk: 'Log-in services are tried around the clock from the whole internet; one weak password or unpatched flaw is enough.',
  severity: 'high',
  kind: 'every',
  threshold: 1,
  capabilities: ['NET-02', 'NET-07'],
  weak: [],
  feeds: [
    { capability: 'NET-02', stage: 1, atLeast: 1 },
    { capability: 'NET-02', stage: 2, atLeast: 1 },
    { capability: 'NET-07', stage: 1, atLeast: 1 },
  ],
  operations: [SECURITY_GROUPS],
  permissions: ['ec2:DescribeSecurityGroups'],
  remediation: {
    text: 'Reach the machines by Session Manager or EC2 Instance Connect, which need no open port, and remove the rule.',
    commands: [
      {
        tool: 'aws',
        code: 'aws ec2 revoke-security-group-ingress --group-id GROUP_ID --protocol tcp --port 22 --cidr 0.0.0.0/0',
      },
      { tool: 'aws', code: 'aws ssm start-session --target INSTANCE_ID' },
    ],
    effort: 'hours',
  },
  peers: [{ product: 'prowler', id: 'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluateIngress(facts, {
      offends: (rule) => admitsTheWorld(rule) && adminPortsOf(rule).length > 0,
      message: (group, rule) =>
        `Security group ${group} opens port ${adminPortsOf(rule).join(' and ')} to the internet; named sources were expected.`,
    }),
}
