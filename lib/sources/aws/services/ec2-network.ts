import type { IpPermission } from '@aws-sdk/client-ec2'
import type { SecurityGroupRule } from '@/lib/model/facts/aws-network'
import type { Step } from '@/lib/sources/collect/collector'
import { type AwsUnit, resource } from '../aws-unit'
import { listStep } from '../list-step'
import { ordered, orderedBy } from '../ordered'

const PAGE = 1000
const LEAST = 5

export const vpcs = (unit: AwsUnit): Step =>
  listStep(unit, {
    operation: 'ec2:DescribeVpcs',
    ask: async (NextToken, options) => {
      const ec2 = await unit.client('ec2')
      const answer = await ec2.describeVpcs({ NextToken, MaxResults: unit.sizes.page(PAGE, LEAST) }, options)
      return { items: answer.Vpcs, next: answer.NextToken, $metadata: answer.$metadata }
    },
    toResource: ({ VpcId = '', IsDefault, CidrBlock, CidrBlockAssociationSet, Ipv6CidrBlockAssociationSet }) =>
      resource(unit, {
        type: 'aws.ec2.vpc',
        id: VpcId,
        region: unit.region,
        facts: {
          isDefault: IsDefault ?? false,
          cidrs: cidrsOf(CidrBlock, CidrBlockAssociationSet, Ipv6CidrBlockAssociationSet),
        },
      }),
  })

type Blocks = { CidrBlock?: string | undefined; Ipv6CidrBlock?: string | undefined }[]

export const cidrsOf = (main: string | undefined, ...others: (Blocks | undefined)[]): string[] => {
  const all = others.flatMap((blocks) => blocks ?? []).map((one) => one.CidrBlock ?? one.Ipv6CidrBlock)
  return [...new Set(ordered([main, ...all]))]
}

export const securityGroups = (unit: AwsUnit): Step =>
  listStep(unit, {
    operation: 'ec2:DescribeSecurityGroups',
    ask: async (NextToken, options) => {
      const ec2 = await unit.client('ec2')
      const answer = await ec2.describeSecurityGroups({ NextToken, MaxResults: unit.sizes.page(PAGE, LEAST) }, options)
      return { items: answer.SecurityGroups, next: answer.NextToken, $metadata: answer.$metadata }
    },
    toResource: ({ GroupId = '', GroupName, VpcId, IpPermissions, IpPermissionsEgress }) =>
      resource(unit, {
        type: 'aws.ec2.security-group',
        id: GroupId,
        name: GroupName,
        region: unit.region,
        facts: {
          vpcId: VpcId ?? null,
          isDefault: GroupName === 'default',
          ingress: rulesOf(IpPermissions),
          egress: rulesOf(IpPermissionsEgress),
        },
      }),
  })

const rulesOf = (permissions: readonly IpPermission[] = []): SecurityGroupRule[] =>
  orderedBy(permissions.map(ruleOf), (rule) => JSON.stringify(rule))

const ruleOf = (rule: IpPermission): SecurityGroupRule => ({
  protocol: rule.IpProtocol ?? '-1',
  fromPort: rule.FromPort ?? null,
  toPort: rule.ToPort ?? null,
  cidrs: ordered([
    ...(rule.IpRanges ?? []).map(({ CidrIp }) => CidrIp),
    ...(rule.Ipv6Ranges ?? []).map(({ CidrIpv6 }) => CidrIpv6),
  ]),
  groups: ordered(rule.UserIdGroupPairs?.map(({ GroupId, GroupName }) => GroupId ?? GroupName)),
  prefixLists: ordered(rule.PrefixListIds?.map(({ PrefixListId }) => PrefixListId)),
})

export const subnets = (unit: AwsUnit): Step =>
  listStep(unit, {
    operation: 'ec2:DescribeSubnets',
    ask: async (NextToken, options) => {
      const ec2 = await unit.client('ec2')
      const answer = await ec2.describeSubnets({ NextToken, MaxResults: unit.sizes.page(PAGE, LEAST) }, options)
      return { items: answer.Subnets, next: answer.NextToken, $metadata: answer.$metadata }
    },
    toResource: ({ SubnetId = '', VpcId = '', MapPublicIpOnLaunch }) =>
      resource(unit, {
        type: 'aws.ec2.subnet',
        id: SubnetId,
        region: unit.region,
        facts: { vpcId: VpcId, mapPublicIpOnLaunch: MapPublicIpOnLaunch ?? null },
      }),
  })

export const flowLogs = (unit: AwsUnit): Step =>
  listStep(unit, {
    operation: 'ec2:DescribeFlowLogs',
    ask: async (NextToken, options) => {
      const ec2 = await unit.client('ec2')
      const answer = await ec2.describeFlowLogs({ NextToken, MaxResults: unit.sizes.page(PAGE, LEAST) }, options)
      return { items: answer.FlowLogs, next: answer.NextToken, $metadata: answer.$metadata }
    },
    toResource: ({ FlowLogId = '', ResourceId = '', FlowLogStatus = '', TrafficType = '' }) =>
      resource(unit, {
        type: 'aws.ec2.flow-log',
        id: FlowLogId,
        region: unit.region,
        facts: { resourceId: ResourceId, status: FlowLogStatus, traffic: TrafficType },
      }),
  })
