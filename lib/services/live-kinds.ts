import type { AnyResource, FactTypes, ResourceOf, ResourceType } from '@/lib/model/facts/fact-types'

type Kind<Type extends ResourceType> = {
  /** What people call it. */
  kind: string
  /** What lists it; a refusal there means that some are not seen. */
  operation: string
  /** Whether somebody made it, rather than the cloud itself. */
  isMade: (facts: FactTypes[Type]) => boolean
}

const always = () => true

/** Types of which each resource is made by somebody on purpose, so that code can be asked for it. */
const LIVE_KINDS: { readonly [Type in ResourceType]?: Kind<Type> } = {
  'aws.s3.bucket': { kind: 'S3 bucket', operation: 's3:ListBuckets', isMade: always },
  'aws.rds.instance': { kind: 'RDS instance', operation: 'rds:DescribeDBInstances', isMade: always },
  'aws.rds.cluster': { kind: 'RDS cluster', operation: 'rds:DescribeDBClusters', isMade: always },
  'aws.kms.key': {
    kind: 'KMS key',
    operation: 'kms:ListKeys',
    isMade: ({ description }) => 'value' in description && description.value.manager === 'CUSTOMER',
  },
  'aws.secretsmanager.secret': {
    kind: 'secret',
    operation: 'secretsmanager:ListSecrets',
    isMade: ({ owningService }) => owningService === null,
  },
  'aws.ec2.vpc': { kind: 'VPC', operation: 'ec2:DescribeVpcs', isMade: ({ isDefault }) => !isDefault },
  'aws.ec2.security-group': {
    kind: 'security group',
    operation: 'ec2:DescribeSecurityGroups',
    isMade: ({ isDefault }) => !isDefault,
  },
  'aws.elbv2.load-balancer': { kind: 'load balancer', operation: 'elbv2:DescribeLoadBalancers', isMade: always },
  'aws.iam.user': { kind: 'IAM user', operation: 'iam:GetAccountAuthorizationDetails', isMade: always },
  'aws.iam.group': { kind: 'IAM group', operation: 'iam:GetAccountAuthorizationDetails', isMade: always },
  'aws.iam.role': {
    kind: 'IAM role',
    operation: 'iam:GetAccountAuthorizationDetails',
    isMade: ({ serviceLinked }) => !serviceLinked,
  },
  'aws.iam.policy': {
    kind: 'IAM policy',
    operation: 'iam:GetAccountAuthorizationDetails',
    isMade: ({ awsManaged }) => !awsManaged,
  },
}

export const LIVE_OPERATIONS: ReadonlySet<string> = new Set(
  Object.values(LIVE_KINDS).map(({ operation }: { operation: string }) => operation),
)

/**
 * A live resource as a workspace is compared with it; null for what the cloud made itself or what code is not asked for.
 * `heldBy` is another workspace whose newest state holds it.
 */
export function liveFact(resource: AnyResource, workspace: string, heldBy: string | null): AnyResource | null {
  const known = LIVE_KINDS[resource.type] as Kind<ResourceType> | undefined
  if (!known?.isMade((resource as ResourceOf<ResourceType>).facts)) return null
  const { id, name, region, account } = resource
  const facts = { kind: known.kind, liveAccount: account, heldBy }
  return { type: 'terraform.live', id, name, account: workspace, region, facts }
}
