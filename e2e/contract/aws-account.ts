import { STS } from '@aws-sdk/client-sts'
import type { AwsSettings } from '@/lib/model/connection'
import type { ClientConfig } from '@/lib/sources/aws/client-config'
import { transport } from '@/lib/sources/aws/transport'

export const REGION = 'eu-west-1'
const ANYBODY = { accessKeyId: 'contract', secretAccessKey: 'contract' }

export const roleOf = (account: string): string => `arn:aws:iam::${account}:role/proofline-reader`

/** Settings that read one account of a server that plays AWS, with the machine's own credentials at the start. */
export const settingsFor = (account: string, endpoint: string, more: Partial<AwsSettings> = {}): AwsSettings => ({
  credentials: 'role',
  roleArn: roleOf(account),
  externalId: 'contract-7f3a',
  endpoint,
  regions: [REGION],
  services: [],
  memberRole: null,
  ...more,
})

/** What a client needs to change things in an account of moto's. */
export async function inAccount(account: string, endpoint: string): Promise<ClientConfig> {
  const shared = {
    region: REGION,
    endpoint,
    maxAttempts: 3,
    retryMode: 'standard',
    useDualstackEndpoint: false,
    useFipsEndpoint: false,
  }
  const requestHandler = transport()
  const sts = new STS({ ...shared, requestHandler, credentials: ANYBODY })
  const { Credentials } = await sts.assumeRole({ RoleArn: roleOf(account), RoleSessionName: 'seed' })
  const credentials = {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  }
  return { ...shared, requestHandler, credentials: async () => credentials }
}
