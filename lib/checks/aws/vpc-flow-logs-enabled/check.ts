import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { gapAt } from '../../frame/gap-at'
import { fail, pass, undecided } from '../../frame/judge'
import { nameInArn } from '../name-in-arn'

const VPCS = 'ec2:DescribeVpcs'
const FLOW_LOGS = 'ec2:DescribeFlowLogs'

export const vpcFlowLogsEnabled: Check = {
  id: 'aws_vpc_flow_logs_enabled',
  provider: 'aws',
  title: 'VPC keeps no flow logs',
  asserts: 'Every VPC has an active flow log of its own; logs of single subnets or interfaces do not count.',
  risk: 'Nobody can tell afterwards what an intruder reached and what left the network.',
  severity: 'medium',
  kind: 'every',
  threshold: 1,
  capabilities: ['NET-06', 'MON-01'],
  weak: [],
  feeds: [
    { capability: 'NET-06', stage: 1, atLeast: 1 },
    { capability: 'MON-01', stage: 1, atLeast: 1 },
    { capability: 'MON-01', stage: 2, atLeast: 0.95 },
  ],
  operations: [VPCS, FLOW_LOGS],
  permissions: [VPCS, FLOW_LOGS],
  remediation: {
    text: 'Create a flow log for all traffic of the VPC into a central bucket.',
    commands: [
      {
        tool: 'aws',
        code: 'aws ec2 create-flow-logs --resource-type VPC --resource-ids VPC_ID --traffic-type ALL --log-destination-type s3 --log-destination BUCKET_ARN',
      },
      {
        tool: 'terraform',
        code: 'resource "aws_flow_log" "this" {\n  vpc_id               = aws_vpc.this.id\n  traffic_type         = "ALL"\n  log_destination_type = "s3"\n  log_destination      = aws_s3_bucket.logs.arn\n}',
      },
    ],
    effort: 'minutes',
  },
  peers: [{ product: 'prowler', id: 'vpc_flow_logs_enabled' }],
  provenBy: 'server',
  evaluate: (facts) => {
    const active = facts.of('aws.ec2.flow-log').filter((log) => log.facts.status === 'ACTIVE')
    const watched = new Set(active.map((log) => log.facts.resourceId))
    const unread = facts.gaps([FLOW_LOGS])
    return evaluatePopulation({
      items: facts.of('aws.ec2.vpc'),
      gaps: facts.gaps([VPCS]),
      judge: (vpc) => {
        if (watched.has(nameInArn(vpc.id))) return pass
        const gap = gapAt(unread, vpc)
        if (gap) return undecided(gap.cause, FLOW_LOGS)
        return fail(`VPC ${vpc.name} has no active flow log; one of its own was expected.`)
      },
    })
  },
}
