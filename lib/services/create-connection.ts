import { forOrganization, type Store } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { newId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { ConnectionInput, GivenSettings } from '@/lib/model/connection-input'
import type { ConnectionView } from '@/lib/model/connection-view'
import { authorize } from './authorize'
import { sealConnectionSecret } from './connection-secret'
import { newSettings, showsToken } from './connection-settings'
import { type ReadSecret, readConnectionSecret, requireFitting } from './read-connection-secret'
import { requireSchedule } from './schedule'
import { viewConnection } from './view-connections'

type Input = { org: string; connection: ConnectionInput }

/**
 * Adds a connection. Credentials that come with it are sealed and need the right to set them as well. Throws forbidden,
 * step-up, conflict for a name that is taken, and invalid with the field: an address that may not be reached, the machine's
 * own credentials for anybody but its owner, a schedule that never comes due.
 */
export async function createConnection(actor: Actor, { org, connection }: Input): Promise<ConnectionView> {
  const admitted = await authorize(actor, org, 'connection:write')
  if (connection.secret) await authorize(actor, org, 'connection:credentials')
  const secret = connection.secret ? readConnectionSecret(connection.secret) : null
  const settings = await newSettings(actor, withServer(connection.settings, secret))
  if (connection.secret) requireFitting(settings, connection.secret)
  if (showsToken(settings)) await authorize(actor, org, 'connection:credentials')
  const schedule = connection.schedule === null ? null : requireSchedule(connection.schedule)
  return forOrganization(admitted, async (store) => {
    await requireDeployment(store, connection.deploymentId)
    const { name, deploymentId, jitterMinutes } = connection
    const facts = { name, deploymentId, settings, schedule, jitterMinutes, pausedAt: null }
    const id = newId()
    const created = await store.connections.create(id, facts, actor.name)
    const kept = secret
      ? await store.connections.putSecret(id, await sealConnectionSecret(store, id, secret.text))
      : created
    const detail = { name, kind: settings.kind, hasSecret: kept.hasSecret }
    await store.audit.append(actor, { action: 'connection.created', subject: id, detail, after: kept })
    return viewConnection(store, kept)
  })
}

/** A kubeconfig says itself whom its credentials are for. */
function withServer(given: GivenSettings, secret: ReadSecret | null): GivenSettings {
  if (given.kind !== 'kubernetes' || secret?.server == null) return given
  if (given.server === '' || given.server.replace(/\/+$/, '') === secret.server)
    return { ...given, server: secret.server }
  const reason = 'is not the server of the kubeconfig'
  throw new AppError('invalid', {
    detail: `settings.server ${reason}.`,
    problems: [{ field: 'settings.server', reason }],
  })
}

/** Throws `invalid` for a deployment that the organization does not have. */
export async function requireDeployment({ deployments }: Pick<Store, 'deployments'>, id: string | null): Promise<void> {
  if (id === null) return
  await deployments.get(id).catch((cause: unknown) => {
    if (!(cause instanceof AppError) || cause.code !== 'not-found') throw cause
    const reason = 'is not a deployment of this organization'
    throw new AppError('invalid', {
      detail: `deploymentId ${reason}.`,
      problems: [{ field: 'deploymentId', reason }],
      cause,
    })
  })
}
