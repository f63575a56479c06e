import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { Cursor, Step } from '@/lib/sources/collect/collector'
import { Asker, present } from './asker'
import type { AwsUnit } from './aws-unit'
import type { AwsOperation } from './operations'

type Options = { abortSignal: AbortSignal }
export type ListPage<Item> = { items: readonly Item[] | undefined; next: string | undefined }

type ListStep<Item> = {
  operation: AwsOperation
  /** Asks for one page, the first when there is no token. */
  ask: (token: string | undefined, options: Options) => Promise<ListPage<Item> & { $metadata?: unknown }>
  /** What is kept of an item; null leaves it out. */
  toResource: (item: Item) => AnyResource | null
}

type Place = { token: string; read: number }

/** Where a list was left. Throws when it is no place that a list was ever left at. */
function placeOf(cursor: Cursor): Place | null {
  if (cursor === null) return null
  const { token, read } = cursor as Partial<Place>
  if (typeof token !== 'string' || typeof read !== 'number') throw new Error('the cursor is not one of a list')
  return { token, read }
}

/** A step that reads a list page by page and keeps each item by itself. Stops at the cap and says so. */
export function listStep<Item>(unit: AwsUnit, { operation, ask, toResource }: ListStep<Item>): Step {
  return {
    operation,
    operations: [operation],
    async read(cursor, context) {
      const place = placeOf(cursor)
      const asker = new Asker(context)
      const page = await asker.page(operation, (options) => ask(place?.token, options))
      const { kept, read, full } = withinCap(unit, present(page.items, operation), place?.read ?? 0)
      asker.count(operation, kept.length)
      const next = page.next ? { token: page.next, read } : null
      if (full || (next && read >= unit.sizes.cap)) asker.incomplete(operation, capReached(unit))
      const resources = kept.map(toResource).filter((one) => one !== null)
      return asker.facts(resources, read >= unit.sizes.cap ? null : next)
    },
  }
}

/** The items that still fit under the cap. `full` when some did not. */
export function withinCap<Item>({ sizes }: AwsUnit, items: readonly Item[], before: number) {
  const kept = items.slice(0, Math.max(0, sizes.cap - before))
  return { kept, read: before + kept.length, full: kept.length < items.length }
}

export const capReached = ({ sizes }: AwsUnit) => ({
  cause: 'not_collected' as const,
  code: 'ItemCap',
  message: `Reading stopped after ${sizes.cap} items.`,
})
