import type { ResourceOf } from '@/lib/model/facts/fact-types'
import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { gapAt } from '../../frame/gap-at'
import { fail, type Judgement, pass, skip, undecided } from '../../frame/judge'
import { coversCidr } from '../cidr'
import { nameInArn } from '../name-in-arn'

const PEERINGS = 'ec2:DescribeVpcPeeringConnections'
const TABLES = 'ec2:DescribeRouteTables'

type PeerRoute = { table: string; vpcId: string; destination: string }

/** The routes that lead over each peering. */
function routesByPeering(tables: readonly ResourceOf<'aws.ec2.route-table'>[]): Map<string, PeerRoute[]> {
  const found = new Map<string, PeerRoute[]>()
  for (const { name, facts } of tables)
    for (const { destination, peeringId, state } of facts.routes) {
      if (peeringId === null || state === 'blackhole') continue
      const route = { table: name, vpcId: facts.vpcId, destination }
      const known = found.get(peeringId)
      if (known) known.push(route)
      else found.set(peeringId, [route])
    }
  return found
}

function judge({ name, facts }: ResourceOf<'aws.ec2.vpc-peering'>, routes: readonly PeerRoute[]): Judgement {
  for (const { table, vpcId, destination } of routes) {
    const peer = vpcId === facts.accepter.vpcId ? facts.requester : facts.accepter
    if (peer.cidrs.length === 0) return undecided('unsupported', PEERINGS)
    const whole = peer.cidrs.find((cidr) => coversCidr(destination, cidr))
    if (whole === undefined) continue
    const message = `Route table ${table} sends ${destination} over peering ${name}, which is the whole of VPC ${peer.vpcId}; a part of it was expected.`
    return fail(message, { table, destination, peerCidr: whole })
  }
  return pass
}

export const vpcPeeringLeastPrivilege: Check = {
  id: 'aws_vpc_peering_least_privilege',
  provider: 'aws',
  title: 'Route opens a whole VPC across a peering',
  asserts: 'No route over an active VPC peering covers a whole address range of the VPC on the other side.',
  risk: 'An intruder in one VPC can try every machine of the other one instead of the few services that it needs.',
  severity: 'medium',
  kind: 'every',
  threshold: 1,
  capabilities: ['NET-02'],
  weak: [],
  feeds: [{ capability: 'NET-02', stage: 2, atLeast: 1 }],
  operations: [PEERINGS, TABLES],
  permissions: [PEERINGS, TABLES],
  remediation: {
    text: 'Route only the subnets that hold the service over the peering, or offer the service by PrivateLink instead.',
    commands: [
      {
        tool: 'aws',
        code: 'aws ec2 create-route --route-table-id TABLE_ID --destination-cidr-block SUBNET_CIDR --vpc-peering-connection-id PEERING_ID',
      },
      { tool: 'aws', code: 'aws ec2 delete-route --route-table-id TABLE_ID --destination-cidr-block VPC_CIDR' },
    ],
    effort: 'hours',
  },
  peers: [{ product: 'prowler', id: 'vpc_peering_routing_tables_with_least_privilege' }],
  provenBy: 'server',
  evaluate: (facts) => {
    const routes = routesByPeering(facts.of('aws.ec2.route-table'))
    const unread = gapAt(facts.gaps([TABLES]), { region: null })
    return evaluatePopulation({
      // One between two regions of the account is listed in both.
      items: new Map(facts.of('aws.ec2.vpc-peering').map((one) => [one.id, one])).values(),
      gaps: facts.gaps([PEERINGS]),
      judge: (peering) => {
        if (peering.facts.status !== 'active') return skip
        const judgement = judge(peering, routes.get(nameInArn(peering.id)) ?? [])
        // Either end may lie in a region whose tables were not read.
        return judgement.is === 'pass' && unread ? undecided(unread.cause, TABLES) : judgement
      },
    })
  },
}
