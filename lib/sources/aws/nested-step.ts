import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { Cursor, Step } from '@/lib/sources/collect/collector'
import { Asker, present } from './asker'
import type { AwsUnit } from './aws-unit'
import { capReached, type ListPage, withinCap } from './list-step'
import type { AwsOperation } from './operations'

type Options = { abortSignal: AbortSignal }

type NestedStep<Item> = {
  operation: AwsOperation
  besides?: readonly AwsOperation[]
  /** The ids of what has the lists, a page at a time. Another step keeps these and the account of them. */
  owners: (token: string | undefined, options: Options) => Promise<ListPage<string>>
  /** A page of the list of one owner. */
  ask: (owner: string, token: string | undefined, options: Options) => Promise<ListPage<Item>>
  toResources: (items: readonly Item[], owner: string, asker: Asker) => Promise<readonly AnyResource[]>
}

/** `owners` still to be read, the first of them from `token` on; `more` is where the owners' own list goes on. */
type Place = { owners: readonly string[]; more: string | null; token: string | null; read: number }

function placeOf(cursor: Cursor): Place | null {
  if (cursor === null) return null
  const { owners, more, token, read } = cursor as Partial<Place>
  if (!Array.isArray(owners) || more === undefined || token === undefined || typeof read !== 'number') {
    throw new Error('the cursor is not one of a list of lists')
  }
  return { owners, more, token, read }
}

/** A step that reads a list of each of several owners, one page of one owner's list at a time. */
export function nestedStep<Item>(unit: AwsUnit, spec: NestedStep<Item>): Step {
  const { operation, besides = [] } = spec
  return {
    operation,
    operations: [operation, ...besides],
    async read(cursor, context) {
      const asker = new Asker(context)
      for (const one of [operation, ...besides]) asker.count(one, 0)
      const place = await ownersAt(spec, asker, placeOf(cursor))
      const [owner, ...rest] = place.owners
      if (owner === undefined) return asker.facts([], place.more === null ? null : place)
      const page = await asker.page(operation, (options) => spec.ask(owner, place.token ?? undefined, options))
      const { kept, read, full } = withinCap(unit, present(page.items, operation), place.read)
      asker.count(operation, kept.length)
      const resources = await spec.toResources(kept, owner, asker)
      const next = page.next ? { ...place, token: page.next, read } : { ...place, owners: rest, token: null, read }
      const isLast = next.owners.length === 0 && next.more === null
      const isCut = full || (read >= unit.sizes.cap && !isLast)
      if (isCut) asker.incomplete(operation, capReached(unit))
      return asker.facts(resources, isLast || isCut ? null : next)
    },
  }
}

async function ownersAt<Item>(spec: NestedStep<Item>, asker: Asker, place: Place | null): Promise<Place> {
  if (place && place.owners.length > 0) return place
  const { operation, owners } = spec
  const page = await asker.unrecorded(operation, (options) => owners(place?.more ?? undefined, options))
  return { owners: present(page.items, operation), more: page.next || null, token: null, read: place?.read ?? 0 }
}
