import type { ResourceOf } from '@/lib/model/facts/fact-types'
import type { Check } from '../../frame/check'
import { evaluateParts, type Parts } from '../../frame/evaluate-parts'
import { groupLabel, SECURITY_GROUPS } from '../evaluate-ingress'

const SHARE = 0.8

/** One rule for each source, as EC2 itself lists them: a group, or an address range or a list of ranges. */
function countSources(group: ResourceOf<'aws.ec2.security-group'>): Parts {
  let groups = 0
  let ranges = 0
  for (const rule of group.facts.ingress) {
    groups += rule.groups.length
    ranges += rule.cidrs.length + rule.prefixLists.length
  }
  const all = groups + ranges
  const message = `Security group ${groupLabel(group)} names address ranges in ${ranges} of ${all} rules for what comes in; security groups were expected.`
  return { holding: groups, all, message, detail: { groups, ranges } }
}

export const ec2SgReferenceRatio: Check = {
  id: 'aws_ec2_sg_reference_ratio',
  provider: 'aws',
  title: 'Security group rules name address ranges',
  asserts: 'At least 80 % of the rules for what comes in name a security group and no address range.',
  risk: 'A range admits whatever comes to have an address in it; a group admits what was given that identity.',
  severity: 'low',
  kind: 'ratio',
  threshold: SHARE,
  capabilities: ['NET-02'],
  weak: [],
  feeds: [{ capability: 'NET-02', stage: 2, atLeast: 0.8 }],
  operations: [SECURITY_GROUPS],
  permissions: ['ec2:DescribeSecurityGroups'],
  remediation: {
    text: 'Replace ranges inside your own network by the security group of the caller.',
    commands: [
      {
        tool: 'aws',
        code: 'aws ec2 authorize-security-group-ingress --group-id GROUP_ID --protocol tcp --port PORT --source-group CALLERS_GROUP_ID',
      },
      {
        tool: 'terraform',
        code: 'resource "aws_vpc_security_group_ingress_rule" "from_caller" {\n  security_group_id            = aws_security_group.service.id\n  referenced_security_group_id = aws_security_group.caller.id\n  ip_protocol                  = "tcp"\n  from_port                    = 443\n  to_port                      = 443\n}',
      },
    ],
    effort: 'days',
  },
  peers: [],
  provenBy: 'server',
  evaluate: (facts, { threshold = SHARE }) =>
    evaluateParts({
      items: facts.of('aws.ec2.security-group'),
      count: countSources,
      gaps: facts.gaps([SECURITY_GROUPS]),
      threshold,
    }),
}
