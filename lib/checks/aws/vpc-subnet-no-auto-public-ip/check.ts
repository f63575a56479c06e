import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass } from '../../frame/judge'
import { judgeField } from '../../frame/judge-reading'

const SUBNETS = 'ec2:DescribeSubnets'

export const vpcSubnetNoAutoPublicIp: Check = {
  id: 'aws_vpc_subnet_no_auto_public_ip',
  provider: 'aws',
  title: 'Subnet gives every machine a public address',
  asserts: 'No subnet gives machines that are started in it a public address by itself.',
  risk: 'A machine is on the internet because nobody said otherwise, and only its security group stands before it.',
  severity: 'medium',
  kind: 'every',
  threshold: 1,
  capabilities: ['NET-02'],
  weak: [],
  // An address alone is not yet the open port that stage 2 speaks of, so that a few do not contradict it.
  feeds: [{ capability: 'NET-02', stage: 2, atLeast: 0.8 }],
  operations: [SUBNETS],
  permissions: [SUBNETS],
  remediation: {
    text: 'Turn the automatic address off, and put what must be public behind a load balancer or an address that was asked for.',
    commands: [
      { tool: 'aws', code: 'aws ec2 modify-subnet-attribute --subnet-id SUBNET_ID --no-map-public-ip-on-launch' },
      { tool: 'terraform', code: 'map_public_ip_on_launch = false' },
    ],
    effort: 'minutes',
  },
  peers: [{ product: 'prowler', id: 'vpc_subnet_no_public_ip_by_default' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluatePopulation({
      items: facts.of('aws.ec2.subnet'),
      gaps: facts.gaps([SUBNETS]),
      judge: ({ name, facts: { vpcId, mapPublicIpOnLaunch } }) =>
        judgeField(mapPublicIpOnLaunch, SUBNETS, (automatic) =>
          automatic
            ? fail(`Subnet ${name} gives each machine a public address on launch; none was expected.`, { vpcId })
            : pass,
        ),
    }),
}
