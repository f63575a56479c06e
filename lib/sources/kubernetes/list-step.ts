import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { Cursor, FactPage, ReadContext, Step } from '@/lib/sources/collect/collector'
import { groupVersion } from './api-group'
import { type ApiList, operationOf } from './api-lists'
import type { ClusterClient } from './cluster-client'
import { record, text } from './facts/json'
import { type ListPage, listPage, PAGE } from './list-page'

/** A list over all namespaces, page by page. A group that is not served is read to its end at once: there is nothing in it. */
export function listStep(client: ClusterClient, account: string, list: ApiList, limit = PAGE): Step {
  const operation = operationOf(list)
  const read = async (cursor: Cursor, context: ReadContext): Promise<FactPage> => {
    const ask = { operation, context }
    const at = placeOf(cursor)
    const asked = list.version ?? at.version
    const version = asked ?? (await groupVersion(client, list.group, ask))
    const before = asked === null ? 1 : 0
    if (version === null) return pageOf(operation, [], { next: null, calls: before, again: false, pages: 0 })
    const base = list.group === '' ? `/api/${version}` : `/apis/${list.group}/${version}`
    const page = await listPage(client, `${base}/${list.resource}`, { token: at.token, limit }, ask)
    const resources = page.objects.map((object) => list.toResource(object, account))
    const next = page.next === null ? null : { version, token: page.next }
    return pageOf(operation, resources, { next, calls: page.calls + before, again: page.again, pages: 1 })
  }
  return { operation, operations: [operation], read }
}

const placeOf = (cursor: Cursor): { version: string | null; token: string | null } => {
  const { version, token } = record(cursor)
  return { version: text(version), token: text(token) }
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
