import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Connection } from '@/lib/model/connection'
import type { ConnectionChange } from '@/lib/model/connection-input'
import type { ConnectionView } from '@/lib/model/connection-view'
import { authorize } from './authorize'
import { changedSettings, isRedirected, showsToken } from './connection-settings'
import { requireDeployment } from './create-connection'
import { requireSchedule } from './schedule'
import { viewConnection } from './view-connections'

type Input = { org: string; id: string; change: ConnectionChange }

/**
 * Changes a connection's name, scope or schedule, pauses it or lets it go on. Kept credentials are forgotten when they would
 * be sent somewhere else than before. Throws not-found, conflict for a name that is taken, and invalid with the field.
 */
export async function changeConnection(actor: Actor, { org, id, change }: Input): Promise<ConnectionView> {
  const admitted = await authorize(actor, org, 'connection:write')
  const asked = await forOrganization(admitted.organizationId, ({ connections }) => connections.get(parseId(id)))
  const after = await changed(actor, asked, change)
  if (showsToken(after.settings) && isRedirected(asked.settings, after.settings)) {
    await authorize(actor, org, 'connection:credentials')
  }
  return forOrganization(admitted, async (store) => {
    const before = await store.connections.get(asked.id)
    await requireDeployment(store, after.deploymentId)
    const saved = await store.connections.update(before.id, after)
    const isMoved = isRedirected(before.settings, saved.settings)
    const kept = isMoved ? await store.connections.putSecret(saved.id, null) : saved
    const detail = { before, after: kept, ...(isMoved && before.hasSecret ? { credentialsForgotten: true } : {}) }
    await store.audit.append(actor, { action: 'connection.changed', subject: kept.id, detail, before, after: kept })
    return viewConnection(store, kept)
  })
}

async function changed(actor: Actor, before: Connection, change: ConnectionChange) {
  const { name, deploymentId, schedule, jitterMinutes, paused, settings } = change
  const pausedAt = before.pausedAt ?? new Date().toISOString()
  return {
    name: name ?? before.name,
    deploymentId: deploymentId === undefined ? before.deploymentId : deploymentId,
    settings: settings ? await changedSettings(actor, before.settings, settings) : before.settings,
    schedule: schedule === undefined ? before.schedule : schedule === null ? null : requireSchedule(schedule),
    jitterMinutes: jitterMinutes ?? before.jitterMinutes,
    pausedAt: paused === undefined ? before.pausedAt : paused ? pausedAt : null,
  }
}
