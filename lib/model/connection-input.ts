import { z } from 'zod'
import { AwsSettings, Connection, FindingsSettings, KubernetesSettings, TerraformSettings } from './connection'
import { ConnectionSecret } from './connection-secret'

const aws = AwsSettings.shape
const kubernetes = KubernetesSettings.shape

/** What is said of a source when it is connected. What is left out stands for null, everything, or none. */
export const GivenSettings = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('aws'),
    credentials: aws.credentials,
    roleArn: aws.roleArn.default(null),
    /** Only the machine's owner gives one; everybody else is given one that is used nowhere else. */
    externalId: aws.externalId.default(null),
    endpoint: aws.endpoint.default(null),
    regions: aws.regions.default([]),
    services: aws.services.default([]),
    memberRole: aws.memberRole.default(null),
  }),
  z.strictObject({
    kind: z.literal('kubernetes'),
    credentials: kubernetes.credentials.default('kubeconfig'),
    /** May be left out beside a kubeconfig, which names it. */
    server: kubernetes.server.default(''),
    cluster: kubernetes.cluster,
    systemNamespaces: kubernetes.systemNamespaces.default(['kube-system', 'kube-public', 'kube-node-lease']),
  }),
  z.strictObject({ kind: z.literal('terraform'), ...TerraformSettings.shape }),
  z.strictObject({ kind: z.literal('findings'), ...FindingsSettings.shape }),
])
export type GivenSettings = z.infer<typeof GivenSettings>

const { name, deploymentId, jitterMinutes } = Connection.shape
/** Read as cron by the service, which says what is wrong with it. */
const schedule = z.string().trim().max(100).nullable()

export const ConnectionInput = z.strictObject({
  name,
  deploymentId: deploymentId.default(null),
  settings: GivenSettings,
  schedule: schedule.default(null),
  jitterMinutes: jitterMinutes.default(0),
  /** Needs the right to set credentials as well. */
  secret: ConnectionSecret.optional(),
})
export type ConnectionInput = z.infer<typeof ConnectionInput>

/** What may be changed of a source; how it is opened may not, because that is another connection. */
export const ChangedSettings = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('aws'),
    roleArn: aws.roleArn.optional(),
    endpoint: aws.endpoint.optional(),
    regions: aws.regions.optional(),
    services: aws.services.optional(),
    memberRole: aws.memberRole.optional(),
  }),
  z.strictObject({
    kind: z.literal('kubernetes'),
    server: kubernetes.server.optional(),
    cluster: kubernetes.cluster.optional(),
    systemNamespaces: kubernetes.systemNamespaces.optional(),
  }),
  z.strictObject({ kind: z.literal('terraform'), workspace: TerraformSettings.shape.workspace.optional() }),
  z.strictObject({ kind: z.literal('findings'), product: FindingsSettings.shape.product.optional() }),
])
export type ChangedSettings = z.infer<typeof ChangedSettings>

/** What is left out stays as it is. */
export const ConnectionChange = z.strictObject({
  name: name.optional(),
  deploymentId: deploymentId.optional(),
  settings: ChangedSettings.optional(),
  schedule: schedule.optional(),
  jitterMinutes: jitterMinutes.optional(),
  paused: z.boolean().optional(),
})
export type ConnectionChange = z.infer<typeof ConnectionChange>
