import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { newId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Connection, ConnectionSettings } from '@/lib/model/connection'
import { authorize } from './authorize'

type Input = { org: string; name: string; deploymentId: string; settings: ConnectionSettings }

/**
 * Adds a connection that stands for a source there is none of: paused from its first moment, without credentials, and its
 * address is never looked up. Only the operator may, and only in an organization that is flagged synthetic. Throws
 * not-found, forbidden, conflict (real data, a name that is taken).
 */
export async function addSyntheticConnection(actor: Actor, input: Input): Promise<Connection> {
  const { org, name, deploymentId, settings } = input
  const admitted = await authorize(actor, org, 'connection:write')
  if (actor.kind !== 'operator') throw new AppError('forbidden')
  return forOrganization(admitted, async ({ organization, connections, audit }) => {
    const { synthetic, slug } = await organization.get()
    if (!synthetic) throw new AppError('conflict', { detail: `${slug} holds real data.` })
    const unasked = { schedule: null, jitterMinutes: 0, pausedAt: new Date().toISOString() }
    const created = await connections.create(newId(), { name, deploymentId, settings, ...unasked }, actor.name)
    const detail = { name, kind: settings.kind, hasSecret: false }
    await audit.append(actor, { action: 'connection.created', subject: created.id, detail, after: created })
    return created
  })
}
