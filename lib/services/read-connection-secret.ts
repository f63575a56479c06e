import { AppError } from '@/lib/kernel/app-error'
import type { ConnectionSettings } from '@/lib/model/connection'
import type { ConnectionSecret } from '@/lib/model/connection-secret'
import { secretKindOf } from '@/lib/presentation/connection'
import { readKubeconfig } from '@/lib/sources/kubernetes/read-kubeconfig'

/** What is sealed, as text, and the server it belongs to where the credentials say so themselves. */
export type ReadSecret = { text: string; server: string | null }

/** Reads given credentials. Throws `invalid`, naming what of a kubeconfig is not taken. */
export function readConnectionSecret(given: ConnectionSecret): ReadSecret {
  if (given.kind === 'kubeconfig') {
    const { server, secret } = readKubeconfig(given.kubeconfig)
    return { text: secret, server }
  }
  const { accessKeyId, secretAccessKey, sessionToken } = given
  const keys = { accessKeyId, secretAccessKey, ...(sessionToken === null ? {} : { sessionToken }) }
  return { text: JSON.stringify(keys), server: null }
}

/** Refuses credentials of another kind than the connection opens with. */
export function requireFitting(settings: ConnectionSettings, given: ConnectionSecret): void {
  const wanted = secretKindOf(settings)
  if (wanted === given.kind) return
  const reason = wanted === null ? 'is not kept for this connection' : `must be of the kind ${wanted}`
  throw new AppError('invalid', { detail: `secret ${reason}.`, problems: [{ field: 'secret', reason }] })
}
