import { CLIENTS } from '@/lib/sources/aws/clients'
import { inAccount, REGION } from './aws-account'

const EVERYTHING = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }
const ANYBODY = { Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' }
const everybody = [{ CidrIp: '0.0.0.0/0' }]
const trust = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] })

type Config = Awaited<ReturnType<typeof inAccount>>

/** An account where whatever can be set badly is. */
export async function seedWeak(account: string, endpoint: string): Promise<void> {
  const config = await inAccount(account, endpoint)
  await identity(config, account)
  await network(config)
  await data(config)
  const cloudtrail = await CLIENTS.cloudtrail(config)
  await cloudtrail.createTrail({ Name: 'single', S3BucketName: `open-${account}`, IsMultiRegionTrail: false })
  const organizations = await CLIENTS.organizations(config)
  await organizations.createOrganization({ FeatureSet: 'ALL' })
}

async function identity(config: Config, account: string): Promise<void> {
  const iam = await CLIENTS.iam(config)
  await iam.createUser({ UserName: 'ada' })
  await iam.createLoginProfile({ UserName: 'ada', Password: 'contract-Contract-7' })
  await iam.createAccessKey({ UserName: 'ada' })
  const all = await iam.createPolicy({ PolicyName: 'everything', PolicyDocument: JSON.stringify(EVERYTHING) })
  await iam.attachUserPolicy({ UserName: 'ada', PolicyArn: all.Policy?.Arn })
  await iam.putUserPolicy({
    UserName: 'ada',
    PolicyName: 'climb',
    PolicyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['iam:PassRole', 'iam:CreatePolicyVersion', 'ec2:RunInstances'], Resource: '*' },
      ],
    }),
  })
  await iam.createRole({
    RoleName: 'partner',
    AssumeRolePolicyDocument: trust({ Action: 'sts:AssumeRole', Principal: { AWS: 'arn:aws:iam::999988887777:root' } }),
  })
  const provider = `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`
  await iam.createRole({
    RoleName: 'pipeline',
    AssumeRolePolicyDocument: trust({ Action: 'sts:AssumeRoleWithWebIdentity', Principal: { Federated: provider } }),
  })
}

async function network(config: Config): Promise<void> {
  const ec2 = await CLIENTS.ec2(config)
  const [first, second] = await Promise.all(
    ['10.1.0.0/16', '10.2.0.0/16'].map((CidrBlock) => ec2.createVpc({ CidrBlock })),
  )
  const VpcId = first?.Vpc?.VpcId
  const { GroupId } = await ec2.createSecurityGroup({ GroupName: 'open', Description: 'open', VpcId })
  const rules = [
    { IpProtocol: '-1', IpRanges: everybody },
    { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: everybody },
  ]
  await ec2.authorizeSecurityGroupIngress({ GroupId, IpPermissions: rules })
  const peering = await ec2.createVpcPeeringConnection({ VpcId, PeerVpcId: second?.Vpc?.VpcId })
  const VpcPeeringConnectionId = peering.VpcPeeringConnection?.VpcPeeringConnectionId
  await ec2.acceptVpcPeeringConnection({ VpcPeeringConnectionId })
  const { RouteTable } = await ec2.createRouteTable({ VpcId })
  await ec2.createRoute({
    RouteTableId: RouteTable?.RouteTableId,
    DestinationCidrBlock: '10.2.0.0/16',
    VpcPeeringConnectionId,
  })
  await ec2.createVolume({ AvailabilityZone: `${REGION}a`, Size: 1, Encrypted: false })
  await balancer(config, 'weak', 'ELBSecurityPolicy-2016-08')
}

/** A load balancer with one listener of that policy, in the default network. */
export async function balancer(config: Config, Name: string, SslPolicy: string): Promise<void> {
  const ec2 = await CLIENTS.ec2(config)
  const elbv2 = await CLIENTS.elbv2(config)
  const { Subnets = [] } = await ec2.describeSubnets({ Filters: [{ Name: 'default-for-az', Values: ['true'] }] })
  const two = Subnets.slice(0, 2).map(({ SubnetId }) => SubnetId ?? '')
  const made = await elbv2.createLoadBalancer({ Name, Subnets: two, Scheme: 'internet-facing', Type: 'application' })
  const acm = await CLIENTS.acm(config)
  const { CertificateArn } = await acm.requestCertificate({
    DomainName: `${Name}.example.org`,
    ValidationMethod: 'DNS',
  })
  await useCertificate(config, Name, CertificateArn ?? '')
  await elbv2.createListener({
    LoadBalancerArn: made.LoadBalancers?.[0]?.LoadBalancerArn,
    Protocol: 'HTTPS',
    Port: 443,
    SslPolicy,
    Certificates: [{ CertificateArn }],
    DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } }],
  })
}

/** moto notes the use of a certificate only with load balancers of the first generation, which the SDK has no client for. */
async function useCertificate({ endpoint, credentials }: Config, name: string, certificate: string): Promise<void> {
  const { accessKeyId } = await credentials()
  const scope = `${accessKeyId}/20260101/${REGION}/elasticloadbalancing/aws4_request`
  const answer = await fetch(`${endpoint}/`, {
    method: 'POST',
    headers: { authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0` },
    body: new URLSearchParams({
      Action: 'CreateLoadBalancer',
      Version: '2012-06-01',
      LoadBalancerName: `classic-${name}`,
      'AvailabilityZones.member.1': `${REGION}a`,
      'Listeners.member.1.Protocol': 'HTTPS',
      'Listeners.member.1.LoadBalancerPort': '443',
      'Listeners.member.1.InstancePort': '80',
      'Listeners.member.1.SSLCertificateId': certificate,
    }),
  })
  if (!answer.ok) throw new Error(await answer.text())
}

async function data(config: Config): Promise<void> {
  const account = (await (await CLIENTS.sts(config)).getCallerIdentity({})).Account
  const s3 = await CLIENTS.s3(config)
  await s3.createBucket({ Bucket: `open-${account}`, CreateBucketConfiguration: { LocationConstraint: REGION } })
  const rds = await CLIENTS.rds(config)
  await rds.createDBInstance({
    DBInstanceIdentifier: 'open',
    DBInstanceClass: 'db.t3.micro',
    Engine: 'postgres',
    AllocatedStorage: 20,
    MasterUsername: 'contract',
    MasterUserPassword: 'contract-7',
    PubliclyAccessible: true,
    StorageEncrypted: false,
  })
  const kms = await CLIENTS.kms(config)
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [ANYBODY] })
  await kms.createKey({ KeyUsage: 'ENCRYPT_DECRYPT', Policy, BypassPolicyLockoutSafetyCheck: true })
  const secrets = await CLIENTS.secretsmanager(config)
  await secrets.createSecret({ Name: 'database', SecretString: 'never-to-be-read' })
}
