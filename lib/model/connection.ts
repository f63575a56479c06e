import { z } from 'zod'
import { Instant } from './instant'

const CONNECTION_KINDS = ['aws', 'kubernetes', 'terraform', 'findings'] as const
export const ConnectionKind = z.enum(CONNECTION_KINDS)
export type ConnectionKind = z.infer<typeof ConnectionKind>

const Name = z.string().trim().min(1).max(100)

/** An AWS connection. Nothing in it is secret; an external id is a name that keeps others out, not a password. */
export const AwsSettings = z.object({
  /** `role`: assume `roleArn`; `ambient`: the machine's own credentials (command line only); `keys`: stored, encrypted. */
  credentials: z.enum(['role', 'web-identity', 'ambient', 'keys']),
  roleArn: z
    .string()
    .regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, 'must be the ARN of a role')
    .nullable(),
  externalId: z
    .string()
    .min(2)
    .max(1224)
    .regex(/^[\w+=,.@:/-]+$/)
    .nullable(),
  /** Another STS, S3 and so on, such as a private endpoint or an emulator. */
  endpoint: z.string().max(500).nullable(),
  /** Empty reads every region the account has enabled. */
  regions: z.array(z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must look like eu-west-1')).max(50),
  /** Empty reads every service the checks need. */
  services: z.array(z.string().regex(/^[a-z0-9]+$/)).max(30),
  /** Read the member accounts of the organization too, through a role of this name in each; null reads one account. */
  memberRole: z
    .string()
    .regex(/^[\w+=,.@-]{1,64}$/)
    .nullable(),
})
export type AwsSettings = z.infer<typeof AwsSettings>

export const KubernetesSettings = z.object({
  /** `in-cluster`: the service account of the pod Proofline runs in. */
  credentials: z.enum(['kubeconfig', 'in-cluster']),
  /** The address of the API server. */
  server: z.string().max(500),
  /** What the cluster is called in findings. */
  cluster: Name,
  /** Namespaces that are the platform's own and are left out of shares. */
  systemNamespaces: z.array(z.string().max(63)).max(100),
})
export type KubernetesSettings = z.infer<typeof KubernetesSettings>

/** Plans and states are handed in. */
export const TerraformSettings = z.object({ workspace: Name })
export type TerraformSettings = z.infer<typeof TerraformSettings>

/** Other scanners' findings are handed in. */
export const FindingsSettings = z.object({ product: Name })
export type FindingsSettings = z.infer<typeof FindingsSettings>

export const ConnectionSettings = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('aws'), ...AwsSettings.shape }),
  z.object({ kind: z.literal('kubernetes'), ...KubernetesSettings.shape }),
  z.object({ kind: z.literal('terraform'), ...TerraformSettings.shape }),
  z.object({ kind: z.literal('findings'), ...FindingsSettings.shape }),
])
export type ConnectionSettings = z.infer<typeof ConnectionSettings>

/** What a self-test found out about one operation. */
export const SelfTestLine = z.object({
  operation: z.string(),
  permission: z.string(),
  answer: z.enum(['allowed', 'denied', 'unsupported', 'unavailable']),
  detail: z.string(),
})
export type SelfTestLine = z.infer<typeof SelfTestLine>

/** Never its secret, only whether it has one. */
export const Connection = z.object({
  id: z.uuid(),
  name: Name,
  deploymentId: z.uuid().nullable(),
  settings: ConnectionSettings,
  hasSecret: z.boolean(),
  /** Five-field cron in UTC; null runs only when asked. */
  schedule: z.string().nullable(),
  jitterMinutes: z.int().min(0).max(720),
  pausedAt: Instant.nullable(),
  selfTest: z.array(SelfTestLine).nullable(),
  selfTestedAt: Instant.nullable(),
  latestRunId: z.uuid().nullable(),
  createdBy: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
})
export type Connection = z.infer<typeof Connection>
