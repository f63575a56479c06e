import type { AwsNetworkFacts, SecurityGroupRule } from '@/lib/model/facts/aws-network'
import { REGION, resourceOf } from './facts-of'

/** A rule for TCP 443 from nowhere unless told otherwise. */
export const rule = (told: Partial<SecurityGroupRule> = {}): SecurityGroupRule => ({
  protocol: 'tcp',
  fromPort: 443,
  toPort: 443,
  cidrs: [],
  groups: [],
  prefixLists: [],
  ...told,
})

export const securityGroup = (
  name: string,
  ingress: readonly SecurityGroupRule[] = [],
  told: Partial<AwsNetworkFacts['aws.ec2.security-group']> = {},
) =>
  resourceOf(
    'aws.ec2.security-group',
    name,
    { vpcId: 'vpc-1', isDefault: false, ingress, egress: [], ...told },
    { region: REGION },
  )
