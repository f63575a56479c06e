import { EC2 } from '@aws-sdk/client-ec2'
import { IAM } from '@aws-sdk/client-iam'
import { S3 } from '@aws-sdk/client-s3'
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers'
import { roleOf } from '@/e2e/contract/aws-account'
import { inParallel } from '@/lib/sources/aws/in-parallel'
import { BENCH_REGION } from './aws-accounts'

/** As many buckets at a time as the collector asks about. */
const BUCKETS_AT_ONCE = 6

const quietly = (call: Promise<unknown>): Promise<unknown> => call.catch(() => null)

/** The calls that reading S3, IAM and EC2 of an account takes, side by side and with nothing made of the answers. */
export async function bareCalls(endpoint: string, account: string): Promise<void> {
  const shared = { region: BENCH_REGION, endpoint }
  const params = { RoleArn: roleOf(account), RoleSessionName: 'bare' }
  const credentials = await fromTemporaryCredentials({ params, clientConfig: shared })()
  const config = { ...shared, credentials }
  await Promise.all([
    storage(new S3({ ...config, forcePathStyle: true })),
    identity(new IAM(config)),
    network(new EC2(config)),
  ])
}

async function storage(s3: S3): Promise<void> {
  const { Buckets = [] } = await s3.listBuckets({ MaxBuckets: 1000 })
  await inParallel(Buckets, BUCKETS_AT_ONCE, async ({ Name: Bucket = '' }) => {
    await s3.getBucketLocation({ Bucket })
    await Promise.all([
      quietly(s3.getBucketEncryption({ Bucket })),
      quietly(s3.getPublicAccessBlock({ Bucket })),
      quietly(s3.getBucketPolicy({ Bucket })),
      quietly(s3.getBucketVersioning({ Bucket })),
    ])
  })
}

async function identity(iam: IAM): Promise<void> {
  await iam.getAccountSummary({})
  await quietly(iam.getAccountPasswordPolicy({}))
  await iam.listSAMLProviders({})
  await iam.listOpenIDConnectProviders({})
  await iam.getAccountAuthorizationDetails({ MaxItems: 1000 })
  let State: string | undefined
  while (State !== 'COMPLETE') ({ State } = await iam.generateCredentialReport({}))
  await iam.getCredentialReport({})
}

async function network(ec2: EC2): Promise<void> {
  await ec2.describeVpcs({ MaxResults: 1000 })
  await ec2.describeSubnets({ MaxResults: 1000 })
  await ec2.describeSecurityGroups({ MaxResults: 1000 })
  await ec2.describeRouteTables({ MaxResults: 100 })
  await ec2.describeVpcPeeringConnections({ MaxResults: 1000 })
  await ec2.describeFlowLogs({ MaxResults: 1000 })
  await ec2.describeVolumes({ MaxResults: 1000 })
  await ec2.getEbsEncryptionByDefault({})
}
