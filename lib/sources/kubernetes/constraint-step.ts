import type { Cursor, FactPage, ReadContext, Step } from '@/lib/sources/collect/collector'
import { groupVersions } from './api-group'
import { resourceOf } from './api-lists'
import type { Ask, ClusterClient } from './cluster-client'
import { shapeError } from './cluster-error'
import { constraintFacts } from './facts/constraint'
import { list, record, records, text, texts } from './facts/json'
import type { ApiObject } from './facts/object'
import { type ListPage, listPage, PAGE } from './list-page'
import { pageOf } from './list-step'

export const CONSTRAINTS = 'constraints.gatekeeper.sh'
const LIST_CONSTRAINTS = `list ${CONSTRAINTS}/*`

const GONE: ListPage = { objects: [], next: null, calls: 1, again: false }

/** In which version, of which kinds still, and after which page; and the calls it took to know. */
type Place = { version: string; left: readonly string[]; token: string | null; calls: number }

/** Every constraint of every kind; each template makes a kind of its own, so which there are is asked first. */
export function constraintStep(client: ClusterClient, account: string, limit = PAGE): Step {
  const operation = LIST_CONSTRAINTS
  const read = async (cursor: Cursor, context: ReadContext): Promise<FactPage> => {
    const ask = { operation, context }
    const { version, left: kinds, token, calls } = placeOf(cursor) ?? (await firstPlace(client, ask))
    const [kind, ...left] = kinds
    if (kind === undefined) return pageOf(operation, [], { next: null, calls, again: false, pages: 0 })
    const at = { token, limit }
    // A kind whose template was removed since has no constraints any more.
    const page = (await listPage(client, `/apis/${CONSTRAINTS}/${version}/${kind}`, at, ask)) ?? GONE
    const rest = page.next === null ? left : kinds
    return pageOf(
      operation,
      page.objects.map((one) => constraintOf(one, account)),
      {
        next: rest.length === 0 ? null : { version, left: rest, token: page.next },
        calls: page.calls + calls,
        again: page.again,
        pages: 1,
      },
    )
  }
  return { operation, operations: [operation], read }
}

/** Two kinds may each have a constraint of one name. */
const constraintOf = (object: ApiObject, account: string) =>
  resourceOf('k8s.constraint', constraintFacts, `${text(object.body.kind) ?? ''}/`)(object, account)

function placeOf(cursor: Cursor): Place | null {
  const { version, left, token } = record(cursor)
  return typeof version === 'string' ? { version, left: texts(list(left)), token: text(token), calls: 0 } : null
}

/** Without kinds when nobody made a template yet: then the group is not served. */
async function firstPlace(client: ClusterClient, ask: Ask): Promise<Place> {
  const { versions, calls } = await groupVersions(client, CONSTRAINTS, ask)
  const [version] = versions
  if (version === undefined) return { version: '', left: [], token: null, calls }
  const { body } = await client.json(`/apis/${CONSTRAINTS}/${version}`, ask)
  const { resources } = record(body)
  if (!Array.isArray(resources)) throw shapeError(ask.operation, 'the group does not say which kinds it has')
  const kinds = records(resources).flatMap(({ name }) => text(name) ?? [])
  return { version, left: kinds.filter((name) => !name.includes('/')).sort(), token: null, calls: calls + 1 }
}
