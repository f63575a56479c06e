import type { Ask, ClusterClient } from './cluster-client'
import { shapeError, statusError } from './cluster-error'
import { record, text } from './facts/json'
import { type ApiObject, apiObject } from './facts/object'

/** Objects a page holds at most. */
export const PAGE = 500
const GONE = 410
const NOT_FOUND = 404

export type ListPage = {
  objects: readonly ApiObject[]
  /** Null on the last page. */
  next: string | null
  calls: number
  /** Whether the revision that the list began at was no longer kept, so that it went on at the newest. */
  again: boolean
}

/**
 * One page of a list. When the server no longer keeps the revision of a continue token it answers 410 with another token
 * that goes on after the last key at the newest revision (Kubernetes API concepts, "Retrieving large results sets in
 * chunks"). That one is used: nothing is read twice, and what existed all the time is read. Null where there is no such list.
 * Throws SourceError.
 */
export async function listPage(
  client: ClusterClient,
  path: string,
  { token, limit }: { token: string | null; limit: number },
  ask: Ask,
): Promise<ListPage | null> {
  const addressOf = (at: string | null) =>
    `${path}?limit=${limit}${at === null ? '' : `&continue=${encodeURIComponent(at)}`}`
  const first = await client.json(addressOf(token), ask, token === null ? [NOT_FOUND] : [GONE])
  if (first.status === NOT_FOUND) return null
  if (first.status !== GONE) return { ...contentOf(first.body, ask.operation), calls: 1, again: false }
  const later = text(record(record(first.body).metadata).continue)
  if (!later) throw statusError(503, first.body, null, ask.operation)
  const { body } = await client.json(addressOf(later), ask)
  return { ...contentOf(body, ask.operation), calls: 2, again: true }
}

function contentOf(body: unknown, operation: string): Pick<ListPage, 'objects' | 'next'> {
  const { kind, items, metadata } = record(body)
  // Go writes an empty list that was never made as null.
  const none = items === null && typeof kind === 'string' && kind.endsWith('List')
  if (!Array.isArray(items) && !none) throw shapeError(operation, 'the answer is not a list')
  const objects = (Array.isArray(items) ? items : []).map((item) => {
    const object = apiObject(item)
    if (object === null) throw shapeError(operation, 'the list has an object without a name')
    return object
  })
  return { objects, next: text(record(metadata).continue) || null }
}
