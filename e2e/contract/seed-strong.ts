import { CLIENTS } from '@/lib/sources/aws/clients'
import { inAccount, REGION } from './aws-account'
import { balancer } from './seed-weak'

const GITHUB = 'token.actions.githubusercontent.com'
const DENY = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: 'cloudtrail:StopLogging', Resource: '*' }],
}
const ALL_BLOCKED = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
}

type Config = Awaited<ReturnType<typeof inAccount>>

/** An account where whatever can be set well is, as far as moto keeps it. */
export async function seedStrong(account: string, endpoint: string): Promise<void> {
  const config = await inAccount(account, endpoint)
  await identity(config, account)
  await data(config, account)
  await network(config, account)
  await watch(config, account)
  await keys(config)
  const organizations = await CLIENTS.organizations(config)
  await organizations.createOrganization({ FeatureSet: 'ALL' })
  const { Roots } = await organizations.listRoots({})
  const made = await organizations.createPolicy({
    Name: 'keep-logging',
    Description: 'keep logging',
    Type: 'SERVICE_CONTROL_POLICY',
    Content: JSON.stringify(DENY),
  })
  await organizations.attachPolicy({ PolicyId: made.Policy?.PolicySummary?.Id, TargetId: Roots?.[0]?.Id })
}

async function identity(config: Config, account: string): Promise<void> {
  const iam = await CLIENTS.iam(config)
  await iam.updateAccountPasswordPolicy({ MinimumPasswordLength: 16, PasswordReusePrevention: 24 })
  await iam.createUser({ UserName: 'grace' })
  await iam.createLoginProfile({ UserName: 'grace', Password: 'contract-Contract-7' })
  const { VirtualMFADevice } = await iam.createVirtualMFADevice({ VirtualMFADeviceName: 'grace' })
  await iam.enableMFADevice({
    UserName: 'grace',
    SerialNumber: VirtualMFADevice?.SerialNumber,
    AuthenticationCode1: '123456',
    AuthenticationCode2: '654321',
  })
  await iam.createOpenIDConnectProvider({
    Url: `https://${GITHUB}`,
    ClientIDList: ['sts.amazonaws.com'],
    ThumbprintList: [],
  })
  await iam.createSAMLProvider({ Name: 'staff', SAMLMetadataDocument: 'x'.repeat(1000) })
  await iam.createGroup({ GroupName: 'readers' })
  await iam.addUserToGroup({ GroupName: 'readers', UserName: 'grace' })
  const pinned = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRoleWithWebIdentity',
        Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/${GITHUB}` },
        Condition: {
          StringEquals: {
            [`${GITHUB}:aud`]: 'sts.amazonaws.com',
            [`${GITHUB}:sub`]: 'repo:acme/app:ref:refs/heads/main',
          },
        },
      },
    ],
  }
  await iam.createRole({ RoleName: 'pipeline', AssumeRolePolicyDocument: JSON.stringify(pinned) })
  const partner = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { AWS: 'arn:aws:iam::999988887777:root' },
        Condition: { StringEquals: { 'sts:ExternalId': 'acme' } },
      },
    ],
  }
  await iam.createRole({ RoleName: 'partner', AssumeRolePolicyDocument: JSON.stringify(partner) })
  const narrow = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::reports' }],
  }
  const { Policy } = await iam.createPolicy({ PolicyName: 'narrow', PolicyDocument: JSON.stringify(narrow) })
  await iam.attachRolePolicy({ RoleName: 'partner', PolicyArn: Policy?.Arn })
}

async function data(config: Config, account: string): Promise<void> {
  const s3 = await CLIENTS.s3(config)
  const Bucket = `kept-${account}`
  await s3.createBucket({ Bucket, CreateBucketConfiguration: { LocationConstraint: REGION } })
  await s3.putPublicAccessBlock({ Bucket, PublicAccessBlockConfiguration: ALL_BLOCKED })
  await s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: 'Enabled' } })
  await s3.putBucketEncryption({
    Bucket,
    ServerSideEncryptionConfiguration: {
      Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/reports' } }],
    },
  })
  const resources = [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`]
  const secure = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: resources }
  const Statement = [{ ...secure, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }]
  await s3.putBucketPolicy({ Bucket, Policy: JSON.stringify({ Version: '2012-10-17', Statement }) })
  const s3control = await CLIENTS.s3control(config)
  await s3control.putPublicAccessBlock({ AccountId: account, PublicAccessBlockConfiguration: ALL_BLOCKED })
  const rds = await CLIENTS.rds(config)
  await rds.createDBInstance({
    DBInstanceIdentifier: 'kept',
    DBInstanceClass: 'db.t3.micro',
    Engine: 'postgres',
    AllocatedStorage: 20,
    MasterUsername: 'contract',
    MasterUserPassword: 'contract-7',
    PubliclyAccessible: false,
    StorageEncrypted: true,
  })
  await rds.createDBCluster({
    DBClusterIdentifier: 'kept',
    Engine: 'aurora-postgresql',
    MasterUsername: 'contract',
    MasterUserPassword: 'contract-7',
    StorageEncrypted: true,
  })
  const secrets = await CLIENTS.secretsmanager(config)
  await secrets.createSecret({ Name: 'database', SecretString: 'never-to-be-read' })
  await secrets.rotateSecret({
    SecretId: 'database',
    RotationRules: { AutomaticallyAfterDays: 30 },
    RotateImmediately: false,
  })
}

/** moto takes keys that AWS would manage for the customer's. */
async function keys(config: Config): Promise<void> {
  const kms = await CLIENTS.kms(config)
  await kms.createKey({ KeyUsage: 'ENCRYPT_DECRYPT' })
  const { Keys = [] } = await kms.listKeys({})
  for (const { KeyId } of Keys) await kms.enableKeyRotation({ KeyId })
}

async function network(config: Config, account: string): Promise<void> {
  const ec2 = await CLIENTS.ec2(config)
  await peering(config)
  const { Vpcs = [] } = await ec2.describeVpcs({})
  await ec2.createFlowLogs({
    ResourceIds: Vpcs.map(({ VpcId }) => VpcId ?? ''),
    ResourceType: 'VPC',
    TrafficType: 'ALL',
    LogDestinationType: 's3',
    LogDestination: `arn:aws:s3:::kept-${account}`,
  })
  await balancer(config, 'strong', 'ELBSecurityPolicy-TLS13-1-2-2021-06')
  const { Subnets = [] } = await ec2.describeSubnets({})
  for (const { SubnetId } of Subnets)
    await ec2.modifySubnetAttribute({ SubnetId, MapPublicIpOnLaunch: { Value: false } })
  const { SecurityGroups = [] } = await ec2.describeSecurityGroups({})
  for (const { GroupId, IpPermissions, IpPermissionsEgress } of SecurityGroups) {
    if (IpPermissions?.length) await ec2.revokeSecurityGroupIngress({ GroupId, IpPermissions })
    if (IpPermissionsEgress?.length)
      await ec2.revokeSecurityGroupEgress({ GroupId, IpPermissions: IpPermissionsEgress })
  }
  const VpcId = Vpcs[0]?.VpcId
  const { GroupId } = await ec2.createSecurityGroup({ GroupName: 'inner', Description: 'inner', VpcId })
  const own = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, UserIdGroupPairs: [{ GroupId }] }
  await ec2.authorizeSecurityGroupIngress({ GroupId, IpPermissions: [own] })
  await ec2.enableEbsEncryptionByDefault({})
  await ec2.createVolume({ AvailabilityZone: `${REGION}a`, Size: 1, Encrypted: true })
}

/** Two networks that reach one subnet of each other's. */
async function peering(config: Config): Promise<void> {
  const ec2 = await CLIENTS.ec2(config)
  const { Vpc } = await ec2.createVpc({ CidrBlock: '10.1.0.0/16' })
  const { Vpc: peer } = await ec2.createVpc({ CidrBlock: '10.2.0.0/16' })
  const made = await ec2.createVpcPeeringConnection({ VpcId: Vpc?.VpcId, PeerVpcId: peer?.VpcId })
  const VpcPeeringConnectionId = made.VpcPeeringConnection?.VpcPeeringConnectionId
  await ec2.acceptVpcPeeringConnection({ VpcPeeringConnectionId })
  const { RouteTable } = await ec2.createRouteTable({ VpcId: Vpc?.VpcId })
  const RouteTableId = RouteTable?.RouteTableId
  await ec2.createRoute({ RouteTableId, DestinationCidrBlock: '10.2.7.0/24', VpcPeeringConnectionId })
}

async function watch(config: Config, account: string): Promise<void> {
  const cloudtrail = await CLIENTS.cloudtrail(config)
  await cloudtrail.createTrail({
    Name: 'all',
    S3BucketName: `kept-${account}`,
    IsMultiRegionTrail: true,
    EnableLogFileValidation: true,
    KmsKeyId: `arn:aws:kms:${REGION}:${account}:key/00000000-0000-4000-8000-000000000000`,
  })
  await cloudtrail.putEventSelectors({
    TrailName: 'all',
    EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true }],
  })
  await cloudtrail.startLogging({ Name: 'all' })
  await (await CLIENTS.guardduty(config)).createDetector({ Enable: true })
  await (await CLIENTS.securityhub(config)).enableSecurityHub({})
  const recording = await CLIENTS.config(config)
  const roleARN = `arn:aws:iam::${account}:role/config`
  await recording.putConfigurationRecorder({
    ConfigurationRecorder: {
      name: 'default',
      roleARN,
      recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
    },
  })
  await recording.putDeliveryChannel({ DeliveryChannel: { name: 'default', s3BucketName: `kept-${account}` } })
  await recording.startConfigurationRecorder({ ConfigurationRecorderName: 'default' })
}
