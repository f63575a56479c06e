import { forOrganization } from '@/lib/db/store'
import { knownSecrets } from '@/lib/env/known-secrets'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import { redactText } from '@/lib/kernel/redact'
import type { Actor } from '@/lib/model/actor'
import type { ConnectionSettings, SelfTestLine } from '@/lib/model/connection'
import type { ConnectionView } from '@/lib/model/connection-view'
import { SourceError } from '@/lib/sources/collect/source-error'
import { authorize } from './authorize'
import { openConnectionSecret } from './connection-secret'
import { isCollected, type OpenCollector, openCollector } from './open-collector'
import { viewConnection } from './view-connections'

const DEADLINE_MS = 90_000
const LONGEST = 300

type Input = { org: string; id: string; open?: OpenCollector; signal?: AbortSignal }

/**
 * Asks a source each operation once, keeps which of them it refuses, and says so. A source that cannot be opened at all is
 * one line that says why. Throws not-found, forbidden, and conflict for a connection that is handed what it holds.
 */
export async function testConnection(
  actor: Actor,
  { org, id, open = openCollector, signal }: Input,
): Promise<ConnectionView> {
  const admitted = await authorize(actor, org, 'connection:write')
  const asked = await forOrganization(admitted.organizationId, async (store) => {
    const connection = await store.connections.get(parseId(id))
    return { connection, secret: await openConnectionSecret(store, connection.id) }
  })
  const { settings } = asked.connection
  if (!isCollected(settings)) {
    throw new AppError('conflict', { detail: 'This connection is handed what it holds; there is nothing to test.' })
  }
  const limits = [AbortSignal.timeout(DEADLINE_MS), ...(signal ? [signal] : [])]
  const lines = await askEach(open, settings, asked.secret, AbortSignal.any(limits))
  return forOrganization(admitted, async (store) => {
    const tested = await store.connections.putSelfTest(asked.connection.id, lines, new Date())
    const denied = lines.filter(({ answer }) => answer === 'denied').map(({ permission }) => permission)
    const detail = { name: tested.name, operations: lines.length, denied }
    await store.audit.append(actor, { action: 'connection.tested', subject: tested.id, detail })
    return viewConnection(store, tested)
  })
}

async function askEach(
  open: OpenCollector,
  settings: ConnectionSettings,
  secret: string | null,
  signal: AbortSignal,
): Promise<SelfTestLine[]> {
  try {
    const collector = await open(settings, secret)
    try {
      const lines = await collector.selfTest({ signal, pace: async () => {} })
      return lines.map((line) => ({ ...line, detail: oneLine(line.detail) }))
    } finally {
      collector.close()
    }
  } catch (error) {
    return [unopened(settings, error)]
  }
}

/** What kept us from asking, as one line. What is no answer of a source and no refusal of ours is told without its words. */
function unopened({ kind }: ConnectionSettings, error: unknown): SelfTestLine {
  const operation = kind === 'aws' ? 'sts:GetCallerIdentity' : 'connect'
  if (error instanceof SourceError) {
    const answer = error.unread === 'not_collected' ? 'unavailable' : error.unread
    return { operation: error.operation, permission: error.operation, answer, detail: oneLine(error.message) }
  }
  const detail =
    error instanceof AppError ? (error.detail ?? 'The source cannot be opened.') : 'The source did not answer.'
  return { operation, permission: operation, answer: 'unavailable', detail: oneLine(detail) }
}

const oneLine = (text: string): string => redactText(text.replace(/\s+/g, ' ').trim(), knownSecrets()).slice(0, LONGEST)
