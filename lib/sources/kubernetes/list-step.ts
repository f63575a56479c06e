import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { Cursor, FactPage, ReadContext, Step } from '@/lib/sources/collect/collector'
import { groupVersions } from './api-group'
import { type ApiList, operationOf } from './api-lists'
import type { Ask, ClusterClient } from './cluster-client'
import { shapeError } from './cluster-error'
import { list, record, text, texts } from './facts/json'
import { type ListPage, listPage, PAGE } from './list-page'

/** Where a list is: in which of these versions (one of them once it is known), after which page; and the calls to know it. */
type Place = { versions: readonly string[]; token: string | null; calls: number }

/** A list over all namespaces, page by page. A group that is not served is read to its end at once: there is nothing in it. */
export function listStep(client: ClusterClient, account: string, list: ApiList, limit = PAGE): Step {
  const operation = operationOf(list)
  const read = async (cursor: Cursor, context: ReadContext): Promise<FactPage> => {
    const ask = { operation, context }
    const kept = placeOf(cursor)
    const place = kept ?? (await firstPlace(client, list, ask))
    const { calls } = place
    if (place.versions.length === 0) return pageOf(operation, [], { next: null, calls, again: false, pages: 0 })
    const { page, version, missed } = await inVersions(client, list, place, { ask, limit })
    const resources = page.objects.map((object) => list.toResource(object, account))
    const next = page.next === null ? null : { versions: [version], token: page.next }
    return pageOf(operation, resources, { next, calls: page.calls + calls + missed, again: page.again, pages: 1 })
  }
  return { operation, operations: [operation], read }
}

function placeOf(cursor: Cursor): Place | null {
  const { versions, token } = record(cursor)
  return versions === undefined ? null : { versions: texts(list(versions)), token: text(token), calls: 0 }
}

async function firstPlace(client: ClusterClient, { version, group }: ApiList, ask: Ask): Promise<Place> {
  const served = version === null ? await groupVersions(client, group, ask) : { versions: [version], calls: 0 }
  return { ...served, token: null }
}

/** A group may serve one resource in its preferred version and another in an older one only, as Linkerd's does. */
async function inVersions(
  client: ClusterClient,
  { group, resource }: ApiList,
  { versions, token }: Place,
  { ask, limit }: { ask: Ask; limit: number },
): Promise<{ page: ListPage; version: string; missed: number }> {
  for (const [missed, version] of versions.entries()) {
    const base = group === '' ? `/api/${version}` : `/apis/${group}/${version}`
    const page = await listPage(client, `${base}/${resource}`, { token, limit }, ask)
    if (page) return { page, version, missed }
  }
  throw shapeError(ask.operation, `the cluster serves no ${resource} in ${versions.join(', ')}`)
}

type Rest = Pick<ListPage, 'calls' | 'again'> & { next: Cursor; pages: number }

/** Says of a list whose first revision was gone meanwhile that its pages are of two; every object is read once all the same. */
export const pageOf = (
  operation: string,
  resources: readonly AnyResource[],
  { next, calls, again, pages }: Rest,
): FactPage => ({
  resources,
  next,
  calls,
  coverage: [{ operation, pages, items: resources.length, error: again ? LATER_REVISION : null }],
})

const LATER_REVISION = {
  cause: 'not_collected',
  code: 'Expired',
  message: 'the list was continued at a later revision, because the first was no longer kept',
  items: 0,
} as const
