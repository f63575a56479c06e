import { inAccount } from '@/e2e/contract/aws-account'
import { CLIENTS } from '@/lib/sources/aws/clients'
import { inParallel } from '@/lib/sources/aws/in-parallel'

export const BENCH_REGION = 'eu-west-1'
export const LARGE = '700000000001'
export const MANAGEMENT = '700000000002'
const MEMBERS = 49
/** The shape of one real account, as another product's users reported it. */
const SHAPE = { buckets: 391, roles: 723, groups: 398 }
const AT_ONCE = 8

const times = (count: number) => Array.from({ length: count }, (_, n) => n)
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } }],
})
const READ = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: 'arn:aws:s3:::reports/*' }],
})

/** An account of many buckets, roles and security groups, a third of them with settings of their own. */
export async function fillLargeAccount(endpoint: string): Promise<void> {
  await fill(endpoint, LARGE, SHAPE)
}

/** An organization of a management account and 49 members, each of them small. */
export async function fillOrganization(endpoint: string): Promise<void> {
  const organizations = await CLIENTS.organizations(await inAccount(MANAGEMENT, endpoint))
  await organizations.createOrganization({ FeatureSet: 'ALL' })
  await inParallel(times(MEMBERS), AT_ONCE, async (n) => {
    const made = await organizations.createAccount({ AccountName: `member-${n}`, Email: `member-${n}@example.org` })
    await fill(endpoint, made.CreateAccountStatus?.AccountId ?? '', { buckets: 3, roles: 3, groups: 3 })
  })
  await fill(endpoint, MANAGEMENT, { buckets: 3, roles: 3, groups: 3 })
}

async function fill(endpoint: string, account: string, { buckets, roles, groups }: typeof SHAPE): Promise<void> {
  const config = await inAccount(account, endpoint)
  const [s3, iam, ec2] = await Promise.all([CLIENTS.s3(config), CLIENTS.iam(config), CLIENTS.ec2(config)])
  await inParallel(times(buckets), AT_ONCE, async (n) => {
    const Bucket = `bucket-${account}-${n}`
    await s3.createBucket({ Bucket, CreateBucketConfiguration: { LocationConstraint: BENCH_REGION } })
    if (n % 3 > 0) return
    await s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: 'Enabled' } })
    await s3.putBucketPolicy({ Bucket, Policy: bucketPolicy(Bucket) })
  })
  await inParallel(times(roles), AT_ONCE, async (n) => {
    const RoleName = `role-${n}`
    await iam.createRole({ RoleName, AssumeRolePolicyDocument: TRUST })
    if (n % 3 === 0) await iam.putRolePolicy({ RoleName, PolicyName: 'read', PolicyDocument: READ })
  })
  // The default group is one of them.
  await inParallel(times(groups - 1), AT_ONCE, async (n) => {
    const { GroupId } = await ec2.createSecurityGroup({ GroupName: `group-${n}`, Description: 'one of many' })
    const rule = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '10.0.0.0/8' }] }
    if (n % 3 === 0) await ec2.authorizeSecurityGroupIngress({ GroupId, IpPermissions: [rule] })
  })
}

const bucketPolicy = (bucket: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  })
