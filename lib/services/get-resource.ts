import { readOrganization } from '@/lib/db/read-store'
import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { Finding } from '@/lib/model/finding'
import type { ResourceView } from '@/lib/model/resource-view'
import { authorize } from './authorize'
import { dayOf } from './finding-narrowing'
import { readSnapshot, resourcesOf } from './snapshot-parts'

type Input = { org: string; id: string; now?: Date }

/** As many findings as one resource is shown with. */
const FINDINGS_SHOWN = 200

/**
 * A resource as findings know it: these, open ones first, and its facts in the newest snapshot of each connection that
 * reported it from a source we read ourselves. Throws not-found for one that no finding names.
 */
export async function getResource(actor: Actor, { org, id, now = new Date() }: Input): Promise<ResourceView> {
  const { organizationId } = await authorize(actor, org, 'finding:read')
  const { items } = await readOrganization(organizationId, ({ findings }) =>
    findings.page({ resource: id, today: dayOf(now) }, 'severity', { limit: FINDINGS_SHOWN }),
  )
  const [first] = items
  if (!first) throw new AppError('not-found')
  return { resource: first.resource, findings: items, facts: await factsOf(organizationId, items) }
}

type Facts = ResourceView['facts']

async function factsOf(organizationId: string, findings: readonly Finding[]): Promise<Facts> {
  const places = new Map(findings.map((one) => [`${one.connectionId} ${one.resource.account}`, one]))
  const facts: Facts = []
  for (const { connectionId, connectionName, resource } of places.values()) {
    const run = await newestRun(organizationId, connectionId)
    if (!run) continue
    const snapshot = await readSnapshot(organizationId, run.snapshot)
    for await (const part of resourcesOf(organizationId, snapshot, resource.account)) {
      const found = part.find(({ id, type }) => id === resource.id && type === resource.type)
      if (found) facts.push({ connectionName, sha256: run.snapshot, readAt: run.finishedAt, facts: { ...found.facts } })
    }
  }
  return facts
}

const newestRun = (organizationId: string, connectionId: string) =>
  forOrganization(organizationId, async ({ connections, runs }) => {
    const { latestRunId } = await connections.get(connectionId)
    const run = latestRunId === null ? null : await runs.executed(latestRunId)
    return run?.snapshot && run.finishedAt ? { snapshot: run.snapshot, finishedAt: run.finishedAt } : null
  })
