import type { Check } from '../frame/check'
import { ec2SgDefaultRestrictsAll } from './ec2-sg-default-restricts-all/check'
import { ec2SgNoIngressAdminPorts } from './ec2-sg-no-ingress-admin-ports/check'
import { ec2SgNoIngressAnyAllPorts } from './ec2-sg-no-ingress-any-all-ports/check'
import { ec2SgReferenceRatio } from './ec2-sg-reference-ratio/check'
import { vpcFlowLogsEnabled } from './vpc-flow-logs-enabled/check'
import { vpcPeeringLeastPrivilege } from './vpc-peering-least-privilege/check'
import { vpcSubnetNoAutoPublicIp } from './vpc-subnet-no-auto-public-ip/check'

/** What can reach what in an AWS account. */
export const NETWORK_CHECKS: readonly Check[] = [
  ec2SgNoIngressAnyAllPorts,
  ec2SgNoIngressAdminPorts,
  ec2SgDefaultRestrictsAll,
  ec2SgReferenceRatio,
  vpcFlowLogsEnabled,
  vpcSubnetNoAutoPublicIp,
  vpcPeeringLeastPrivilege,
]
