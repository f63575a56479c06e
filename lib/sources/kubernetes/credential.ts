import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { AppError } from '@/lib/kernel/app-error'
import type { KubernetesSettings } from '@/lib/model/connection'

/** What opens a cluster. `ca` null believes the authorities of the system. PEM throughout. */
export type Credential = {
  ca: string | null
  token: string | null
  certificate: { cert: string; key: string } | null
  servername: string | null
}

/** What is kept sealed of a kubeconfig. The server is in it, because a token given for one must not reach another. */
export const ClusterSecret = z.strictObject({
  server: z.string(),
  ca: z.string().nullable(),
  token: z.string().nullable(),
  certificate: z.strictObject({ cert: z.string(), key: z.string() }).nullable(),
  servername: z.string().nullable(),
})
export type ClusterSecret = z.infer<typeof ClusterSecret>

const POD = '/var/run/secrets/kubernetes.io/serviceaccount'

/**
 * How the credential of a connection is read at each request: a kubeconfig's stays as it was given, a service account's
 * token is read from its file again, because it is replaced every hour. Throws `invalid` for a secret that is not one of
 * ours or was given for another server. `folder` is where a pod finds its service account.
 */
export function credentialOf(
  settings: KubernetesSettings,
  secret: string | null,
  folder = POD,
): () => Promise<Credential> {
  if (settings.credentials === 'in-cluster') return () => serviceAccount(folder)
  const { server, ...credential } = parseSecret(secret)
  if (server !== settings.server)
    throw new AppError('invalid', {
      detail: 'The kubeconfig was given for another server; give the one of this server.',
    })
  return async () => credential
}

function parseSecret(secret: string | null): ClusterSecret {
  try {
    return ClusterSecret.parse(JSON.parse(secret ?? ''))
  } catch {
    // The cause would quote the secret.
    throw new AppError('invalid', { detail: 'The connection has no usable kubeconfig; give it again.' })
  }
}

async function serviceAccount(folder: string): Promise<Credential> {
  try {
    const [token, ca] = await Promise.all([readFile(`${folder}/token`, 'utf8'), readFile(`${folder}/ca.crt`, 'utf8')])
    return { ca, token: token.trim(), certificate: null, servername: null }
  } catch (cause) {
    throw new AppError('unavailable', {
      detail: 'Proofline does not run in a pod with a service account token.',
      cause,
    })
  }
}
