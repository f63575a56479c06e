import type { PlannedRule } from '@/lib/model/facts/terraform'
import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass, undecided } from '../../frame/judge'
import { judgeReading } from '../../frame/judge-reading'
import { CHANGES } from '../operations'

/** It asks of every port, where NET-02 speaks of management and data ports alone: so it feeds no stage of that one. */
export const planSgNoWorld: Check = {
  id: 'tf_plan_sg_no_world',
  provider: 'terraform',
  title: 'Planned security group lets the whole internet in',
  asserts: 'No planned security group or rule admits traffic from 0.0.0.0/0 or ::/0.',
  risk: 'Whatever listens behind the group can be reached, scanned and attacked from anywhere.',
  severity: 'high',
  kind: 'every',
  threshold: 1,
  capabilities: ['POL-05', 'NET-02'],
  weak: [],
  feeds: [{ capability: 'POL-05', stage: 2, atLeast: 1 }],
  operations: [CHANGES],
  permissions: ['terraform show -json'],
  remediation: {
    text: 'Name the ranges or, better, the security groups that need to get in. Put what has to be public behind a load balancer, and except that one rule.',
    commands: [
      {
        tool: 'terraform',
        code: 'resource "aws_vpc_security_group_ingress_rule" "this" {\n  security_group_id            = aws_security_group.this.id\n  referenced_security_group_id = aws_security_group.client.id\n  ip_protocol                  = "tcp"\n  from_port                    = 443\n  to_port                      = 443\n}',
      },
    ],
    effort: 'minutes',
  },
  peers: ['CKV_AWS_24', 'CKV_AWS_25', 'CKV_AWS_260', 'CKV_AWS_277'].map((id) => ({ product: 'checkov', id })),
  provenBy: 'server',
  evaluate: (facts) =>
    evaluatePopulation({
      items: facts.of('terraform.ingress'),
      gaps: facts.gaps([CHANGES]),
      judge: ({ id, facts: { kind, rules } }) =>
        judgeReading(rules, (all) => {
          const open = all.filter(({ cidrs }) => cidrs.some(isWorld))
          if (open.length > 0) {
            const ports = [...new Set(open.map(portsOf))]
            return fail(`${id} lets the whole internet in on ${ports.join(', ')}.`, { kind, ports })
          }
          return all.every(({ hidden }) => hidden === null) ? pass : undecided('not_collected', CHANGES)
        }),
    }),
}

/** However the address before it is written, a prefix of no bits is everything. */
const isWorld = (cidr: string): boolean => /\/0+$/.test(cidr.trim())

function portsOf({ protocol, fromPort, toPort }: PlannedRule): string {
  if (protocol === '-1' || protocol === 'all') return 'all ports'
  if (protocol === null || fromPort === null || toPort === null) return 'unnamed ports'
  if (protocol === 'icmp' || protocol === 'icmpv6' || protocol === '1' || protocol === '58') return protocol
  if (fromPort === 0 && toPort === 65_535) return `all ${protocol} ports`
  return fromPort === toPort ? `${protocol} ${fromPort}` : `${protocol} ${fromPort}–${toPort}`
}
