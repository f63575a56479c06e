import { z } from 'zod'

/** What may open a source and is kept sealed: said once, never shown again. */
export const ConnectionSecret = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('kubeconfig'), kubeconfig: z.string().min(1).max(262_144) }),
  z.strictObject({
    kind: z.literal('aws-keys'),
    accessKeyId: z.string().regex(/^[A-Z0-9]{16,128}$/, 'must look like an access key id'),
    secretAccessKey: z.string().min(16).max(256),
    sessionToken: z.string().min(1).max(4096).nullable().default(null),
  }),
])
export type ConnectionSecret = z.infer<typeof ConnectionSecret>
