import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { Connection } from '@/lib/model/connection'
import { createConnection } from './create-connection'

/** A connection of Terraform as a hand-in needs to know it. */
export type KnownConnection = { id: string; workspace: string; deploymentId: string | null; latestRunId: string | null }

type Connections = { byName: (name: string) => Promise<Connection> }

/** Null when the organization has none of this name. Throws `invalid` for one of another kind. */
export async function terraformConnection({ byName }: Connections, name: string): Promise<KnownConnection | null> {
  const found = await byName(name).catch((cause: unknown) => {
    if (cause instanceof AppError && cause.code === 'not-found') return null
    throw cause
  })
  if (found === null) return null
  const { id, settings, deploymentId, latestRunId } = found
  if (settings.kind === 'terraform') return { id, workspace: settings.workspace, deploymentId, latestRunId }
  const reason = `is a connection of another kind (${settings.kind})`
  throw new AppError('invalid', { detail: `${name} ${reason}.`, problems: [{ field: 'connection', reason }] })
}

/** Making a connection needs the right to; a pipeline that lacks it is told so, and its owner makes it first. */
export async function firstUse(actor: Actor, org: string, name: string): Promise<string> {
  const settings = { kind: 'terraform' as const, workspace: name }
  const connection = { name, deploymentId: null, settings, schedule: null, jitterMinutes: 0 }
  return (await createConnection(actor, { org, connection })).id
}
