import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Connection } from '@/lib/model/connection'
import type { ConnectionSecret } from '@/lib/model/connection-secret'
import type { ConnectionView } from '@/lib/model/connection-view'
import { authorize } from './authorize'
import { sealConnectionSecret } from './connection-secret'
import { type ReadSecret, readConnectionSecret, requireFitting } from './read-connection-secret'
import { viewConnection } from './view-connections'

type Input = { org: string; id: string; secret: ConnectionSecret | null }

/**
 * Seals a connection's credentials, or forgets them when there are none. They are never shown again. Throws not-found,
 * forbidden, step-up, and invalid for credentials of another kind or of another server.
 */
export async function setConnectionSecret(actor: Actor, { org, id, secret }: Input): Promise<ConnectionView> {
  const admitted = await authorize(actor, org, 'connection:credentials')
  const read = secret ? readConnectionSecret(secret) : null
  return forOrganization(admitted, async (store) => {
    const connection = await store.connections.get(parseId(id))
    if (secret) requireFitting(connection.settings, secret)
    if (read) requireSameServer(connection, read)
    const sealed = read ? await sealConnectionSecret(store, connection.id, read.text) : null
    const after = await store.connections.putSecret(connection.id, sealed)
    const action = sealed === null ? 'connection.credentials-forgotten' : 'connection.credentials-set'
    await store.audit.append(actor, { action, subject: after.id, detail: { name: after.name } })
    return viewConnection(store, after)
  })
}

function requireSameServer({ settings }: Connection, { server }: ReadSecret): void {
  if (server === null || settings.kind !== 'kubernetes' || settings.server === server) return
  const reason = `is for another server than this connection's, which is ${settings.server}`
  throw new AppError('invalid', { detail: `The kubeconfig ${reason}.`, problems: [{ field: 'secret', reason }] })
}
