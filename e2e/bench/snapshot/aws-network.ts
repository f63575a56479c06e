import type { SecurityGroupRule } from '@/lib/model/facts/aws-network'
import { resourceOf } from '@/lib/testing/facts-of'
import type { Random } from '@/prisma/seed/random'
import type { Kind, Spot } from './kind'

const VPCS = 6
const arn = ({ account, region }: Spot, what: string) => `arn:aws:ec2:${region}:${account}:${what}`
const vpcId = (n: number) => `vpc-${n % VPCS}`
const cidr = (n: number) => `10.${n % 200}.0.0/16`

const rule = (random: Random): SecurityGroupRule => {
  const port = random.weighted([
    [443, 5],
    [5432, 3],
    [22, 1],
    [8080, 3],
  ])
  const open = random.chance(0.05)
  const grouped = !open && random.chance(0.5)
  return {
    protocol: 'tcp',
    fromPort: port,
    toPort: port,
    cidrs: open ? ['0.0.0.0/0'] : grouped ? [] : [cidr(random.int(0, 199))],
    groups: grouped ? [`sg-${random.int(0, 999)}`] : [],
    prefixLists: [],
  }
}
const EVERYTHING: SecurityGroupRule = {
  protocol: '-1',
  fromPort: null,
  toPort: null,
  cidrs: ['0.0.0.0/0'],
  groups: [],
  prefixLists: [],
}

export const NETWORK: readonly Kind[] = [
  {
    perMille: 130,
    make: (n, spot) =>
      resourceOf(
        'aws.ec2.security-group',
        arn(spot, `security-group/sg-${n}`),
        {
          vpcId: vpcId(n),
          isDefault: n % 20 === 0,
          ingress: n % 20 === 0 ? [] : Array.from({ length: spot.random.int(1, 6) }, () => rule(spot.random)),
          egress: n % 20 === 0 ? [] : [EVERYTHING],
        },
        { ...spot, name: `sg-${n}` },
      ),
  },
  {
    perMille: VPCS,
    make: (n, spot) =>
      resourceOf(
        'aws.ec2.vpc',
        arn(spot, `vpc/vpc-${n}`),
        { isDefault: n === 0, cidrs: [cidr(n)] },
        { ...spot, name: vpcId(n) },
      ),
  },
  {
    perMille: 5,
    make: (n, spot) =>
      resourceOf(
        'aws.ec2.flow-log',
        arn(spot, `vpc-flow-log/fl-${n}`),
        { resourceId: vpcId(n), status: 'ACTIVE', traffic: 'ALL' },
        spot,
      ),
  },
  {
    perMille: 50,
    make: (n, spot) =>
      resourceOf(
        'aws.ec2.subnet',
        arn(spot, `subnet/subnet-${n}`),
        { vpcId: vpcId(n), mapPublicIpOnLaunch: n % 8 === 0 },
        spot,
      ),
  },
  {
    perMille: 35,
    make: (n, spot) =>
      resourceOf(
        'aws.ec2.route-table',
        arn(spot, `route-table/rtb-${n}`),
        {
          vpcId: vpcId(n),
          routes: [
            { destination: cidr(n), peeringId: null, state: 'active' },
            { destination: `10.${n % 200}.4.0/24`, peeringId: `pcx-${n % 3}`, state: 'active' },
          ],
        },
        spot,
      ),
  },
  {
    perMille: 3,
    make: (n, spot) =>
      resourceOf(
        'aws.ec2.vpc-peering',
        arn(spot, `vpc-peering-connection/pcx-${n}`),
        {
          status: 'active',
          requester: { account: spot.account, vpcId: vpcId(n), cidrs: [cidr(n)] },
          accepter: { account: spot.account, vpcId: vpcId(n + 1), cidrs: [cidr(n + 1)] },
        },
        spot,
      ),
  },
  {
    perMille: 170,
    make: (n, spot) =>
      resourceOf(
        'aws.ec2.volume',
        arn(spot, `volume/vol-${n}`),
        { encrypted: spot.random.chance(0.92), state: 'in-use' },
        {
          ...spot,
          name: `vol-${n}`,
        },
      ),
  },
  {
    perMille: 20,
    make: (n, spot) =>
      resourceOf(
        'aws.elbv2.load-balancer',
        `${arn(spot, 'loadbalancer/app')}/lb-${n}`,
        {
          kind: 'application',
          scheme: n % 2 === 0 ? 'internet-facing' : 'internal',
        },
        spot,
      ),
  },
  {
    perMille: 30,
    make: (n, spot) =>
      resourceOf(
        'aws.elbv2.listener',
        `${arn(spot, 'listener/app')}/lb-${n % 20}/${n}`,
        {
          loadBalancer: `${arn(spot, 'loadbalancer/app')}/lb-${n % 20}`,
          protocol: n % 3 === 0 ? 'HTTP' : 'HTTPS',
          port: n % 3 === 0 ? 80 : 443,
          sslPolicy: n % 3 === 0 ? null : `policy-${spot.random.int(0, 5)}`,
        },
        spot,
      ),
  },
  {
    perMille: 6,
    make: (n, spot) =>
      resourceOf(
        'aws.elbv2.ssl-policy',
        `policy-${n % 6}`,
        {
          protocols: n % 6 === 0 ? ['TLSv1', 'TLSv1.1', 'TLSv1.2'] : n % 6 < 3 ? ['TLSv1.2'] : ['TLSv1.2', 'TLSv1.3'],
        },
        spot,
      ),
  },
]
