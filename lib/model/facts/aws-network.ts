/** A rule of a security group. `protocol` -1 is all; ports null are all. */
export type SecurityGroupRule = {
  protocol: string
  fromPort: number | null
  toPort: number | null
  cidrs: readonly string[]
  groups: readonly string[]
  prefixLists: readonly string[]
}

export type AwsNetworkFacts = {
  'aws.ec2.security-group': {
    vpcId: string | null
    isDefault: boolean
    ingress: readonly SecurityGroupRule[]
    egress: readonly SecurityGroupRule[]
  }
  'aws.ec2.vpc': { isDefault: boolean; cidrs: readonly string[] }
  'aws.ec2.subnet': { vpcId: string; mapPublicIpOnLaunch: boolean | null }
  /** `resourceId` is the VPC, subnet or interface it watches. */
  'aws.ec2.flow-log': { resourceId: string; status: string; traffic: string }
  'aws.ec2.route-table': {
    vpcId: string
    routes: readonly { destination: string; peeringId: string | null; state: string }[]
  }
  'aws.ec2.vpc-peering': {
    status: string
    requester: { account: string; vpcId: string; cidrs: readonly string[] }
    accepter: { account: string; vpcId: string; cidrs: readonly string[] }
  }
  /** One per region; id is the region. */
  'aws.ec2.ebs-settings': { encryptionByDefault: boolean | null }
  'aws.ec2.volume': { encrypted: boolean | null; state: string }
  'aws.elbv2.load-balancer': { kind: string; scheme: string }
  'aws.elbv2.listener': { loadBalancer: string; protocol: string; port: number | null; sslPolicy: string | null }
  /** id and name are the policy's name. */
  'aws.elbv2.ssl-policy': { protocols: readonly string[] }
}
