import type { Route, VpcPeeringConnectionVpcInfo } from '@aws-sdk/client-ec2'
import type { Step } from '@/lib/sources/collect/collector'
import { type AwsUnit, resource } from '../aws-unit'
import { listStep } from '../list-step'
import { orderedBy } from '../ordered'
import { cidrsOf } from './ec2-network'

const LEAST = 5

export const routeTables = (unit: AwsUnit): Step =>
  listStep(unit, {
    operation: 'ec2:DescribeRouteTables',
    ask: async (NextToken, options) => {
      const ec2 = await unit.client('ec2')
      const answer = await ec2.describeRouteTables({ NextToken, MaxResults: unit.sizes.page(100, LEAST) }, options)
      return { items: answer.RouteTables, next: answer.NextToken, $metadata: answer.$metadata }
    },
    toResource: ({ RouteTableId = '', VpcId = '', Routes }) =>
      resource(unit, {
        type: 'aws.ec2.route-table',
        id: RouteTableId,
        region: unit.region,
        facts: { vpcId: VpcId, routes: orderedBy((Routes ?? []).map(routeOf), (route) => JSON.stringify(route)) },
      }),
  })

const routeOf = (route: Route) => ({
  destination: route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId ?? '',
  peeringId: route.VpcPeeringConnectionId ?? null,
  state: route.State ?? '',
})

export const peerings = (unit: AwsUnit): Step =>
  listStep(unit, {
    operation: 'ec2:DescribeVpcPeeringConnections',
    ask: async (NextToken, options) => {
      const ec2 = await unit.client('ec2')
      const size = { NextToken, MaxResults: unit.sizes.page(1000, LEAST) }
      const answer = await ec2.describeVpcPeeringConnections(size, options)
      return { items: answer.VpcPeeringConnections, next: answer.NextToken, $metadata: answer.$metadata }
    },
    toResource: ({ VpcPeeringConnectionId = '', Status, RequesterVpcInfo, AccepterVpcInfo }) =>
      resource(unit, {
        type: 'aws.ec2.vpc-peering',
        id: VpcPeeringConnectionId,
        region: unit.region,
        facts: {
          status: Status?.Code ?? '',
          requester: sideOf(RequesterVpcInfo),
          accepter: sideOf(AccepterVpcInfo),
        },
      }),
  })

const sideOf = (side: VpcPeeringConnectionVpcInfo | undefined) => ({
  account: side?.OwnerId ?? '',
  vpcId: side?.VpcId ?? '',
  cidrs: cidrsOf(side?.CidrBlock, side?.CidrBlockSet, side?.Ipv6CidrBlockSet),
})
