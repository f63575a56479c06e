import type { Store } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { newId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Connection } from '@/lib/model/connection'

type Wanted = { name: string; product: string }

/** The connection that a scanner's files belong to, made with the first of them. Throws conflict when the name is another source's. */
export async function findingsConnection(
  { connections, audit }: Pick<Store, 'connections' | 'audit'>,
  actor: Actor,
  { name, product }: Wanted,
): Promise<Connection> {
  const known = await connections.byName(name).catch((cause: unknown) => {
    if (cause instanceof AppError && cause.code === 'not-found') return null
    throw cause
  })
  if (known?.settings.kind === 'findings' && known.settings.product === product) return known
  if (known) {
    const held = known.settings.kind === 'findings' ? `findings of ${known.settings.product}` : known.settings.kind
    throw new AppError('conflict', { detail: `The connection "${name}" is there already, for ${held}. Name another.` })
  }
  const settings = { kind: 'findings', product } as const
  const facts = { name, deploymentId: null, settings, schedule: null, jitterMinutes: 0, pausedAt: null }
  const created = await connections.create(newId(), facts, actor.name)
  const detail = { name, kind: 'findings', hasSecret: false }
  await audit.append(actor, { action: 'connection.created', subject: created.id, detail, after: created })
  return created
}
