import { forOrganization } from '@/lib/db/store'
import { FRESH_DAYS } from '@/lib/maturity/posture-formula'
import type { ConnectionKind } from '@/lib/model/connection'
import type { Coverage } from '@/lib/model/coverage'
import type { AnyResource, ResourceOf } from '@/lib/model/facts/fact-types'
import type { Snapshot } from '@/lib/model/snapshot'
import { LIVE_OPERATIONS, liveFact } from './live-kinds'
import { pagesOf } from './pages-of'
import { readSnapshot, resourcesOf } from './snapshot-parts'

const LIVE = 'terraform:live'
const DAY_MS = 86_400_000

type Place = { organizationId: string; workspace: string; now: Date }
type Newest = { id: string; name: string; finishedAt: string; snapshot: Snapshot }
type Live = { resources: AnyResource[]; coverage: Coverage }
type Fault = NonNullable<Coverage['error']>

const NONE: Fault = {
  cause: 'not_collected',
  code: 'NoLiveSnapshot',
  message: `no AWS connection has a run of the last ${FRESH_DAYS} days to compare with`,
}

/**
 * What the organization's clouds hold by their newest snapshots, for a state to be compared with: one `terraform.live`
 * resource each, with the workspace whose newest state holds it, other than that of the connection `except`. The coverage
 * record says what of it was not read; without a cloud that is all of it.
 */
export async function liveResources(place: Place, except: string | null): Promise<Live> {
  const clouds = (await newestOf(place, 'aws')).filter((one) => isFresh(one, place.now))
  const resources: AnyResource[] = []
  const heldBy = await holders(place, except)
  for (const { snapshot } of clouds)
    for await (const one of allOf(place.organizationId, snapshot)) {
      const live = liveFact(one, place.workspace, heldBy.get(one.id) ?? null)
      if (live !== null) resources.push(live)
    }
  const error = clouds.length === 0 ? NONE : firstFault(clouds)
  return { resources, coverage: { operation: LIVE, pages: clouds.length, items: resources.length, error } }
}

/** Which workspace's newest state holds a resource, by its ARN and by what the provider calls it. */
async function holders(place: Place, except: string | null): Promise<ReadonlyMap<string, string>> {
  const held = new Map<string, string>()
  for (const { id, name, snapshot } of await newestOf(place, 'terraform')) {
    if (id === except) continue
    for await (const one of allOf(place.organizationId, snapshot)) {
      if (one.type !== 'terraform.managed') continue
      const { arn, providerId } = (one as ResourceOf<'terraform.managed'>).facts
      for (const known of [arn, providerId]) if (known !== null) held.set(known, name)
    }
  }
  return held
}

async function newestOf({ organizationId }: Place, kind: ConnectionKind): Promise<Newest[]> {
  const pages = await pagesOf((page) =>
    forOrganization(organizationId, async ({ connections, runs }) => {
      const { items, nextCursor } = await connections.page({ kind }, page)
      const found = []
      for (const { id, name, latestRunId } of items) {
        const run = latestRunId === null ? null : await runs.executed(latestRunId)
        if (run?.snapshot && run.finishedAt) found.push({ id, name, finishedAt: run.finishedAt, sha256: run.snapshot })
      }
      return { items: found, nextCursor }
    }),
  )
  const newest: Newest[] = []
  for await (const page of pages)
    for (const { sha256, ...one } of page) newest.push({ ...one, snapshot: await readSnapshot(organizationId, sha256) })
  return newest
}

async function* allOf(organizationId: string, snapshot: Snapshot): AsyncGenerator<AnyResource> {
  for (const account of new Set(snapshot.parts.map((part) => part.account)))
    for await (const part of resourcesOf(organizationId, snapshot, account)) yield* part
}

const isFresh = ({ finishedAt }: Newest, now: Date): boolean =>
  Date.parse(finishedAt) >= now.getTime() - FRESH_DAYS * DAY_MS

/** What of the compared types some cloud did not list in full. */
function firstFault(clouds: readonly Newest[]): Fault | null {
  for (const { name, snapshot } of clouds)
    for (const { account, region, coverage } of snapshot.parts)
      for (const { operation, error } of coverage)
        if (error && error.items === undefined && LIVE_OPERATIONS.has(operation)) {
          const where = [name, account, region].filter((one) => one !== null).join(', ')
          return { cause: error.cause, code: error.code, message: `${operation} was not read in full (${where})` }
        }
  return null
}
